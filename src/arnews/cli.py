"""The command line: `parse`, `explain` and `render`; for layouts `learn`, `check` and `fixture`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import explain, layouts, parse, render
from .errors import ArnewsError
from .explain import isolated
from .input import source
from .model import Article, Byline, Figure, Moment, Page, SeeAlso
from .render import FORMS

EXIT_OK, EXIT_FAILED = 0, 1
_LAYOUT_HELP = "a layout by its id, or a layout.toml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code: 0 success, 1 an input failed, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if options.command in _ON_ALL_PAGES:
        return _run_on_all(options)
    try:
        return _run_on_each(options)
    except BrokenPipeError:  # the reading process, such as `head`, has ended
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK


def _run_on_each(options: argparse.Namespace) -> int:
    """Runs a command on one file after the other; goes on after a file that fails."""
    code = EXIT_OK
    for name in options.files:
        try:
            sys.stdout.write(options.command(_input(name), options))
        except BrokenPipeError:
            raise
        except (ArnewsError, OSError) as error:
            code = _failed(error, name)
    sys.stdout.flush()
    return code


def _run_on_all(options: argparse.Namespace) -> int:
    """Runs a command that needs all its pages at once; stops at the first failure."""
    pages = []
    name = None
    try:
        for name in options.files:
            pages.append(_input(name))
            source.read(pages[-1], kind=options.kind)
        name = None
        return int(options.command(pages, options))
    except (ArnewsError, OSError) as error:
        return _failed(error, name or getattr(error, "filename", None))


def _failed(error: Exception, name: str | None) -> int:
    """Prints `error` with the file that it is about; returns the exit code."""
    message = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    print(": ".join(filter(None, ("arnews", name, message))), file=sys.stderr)
    return EXIT_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="arnews",
        description="Reads scraped Arabic news: HTML, or text flattened out of HTML.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, summary in (
        ("parse", _parse, "show the articles of each page"),
        ("explain", _explain, "show each block, its zone and role, and why"),
    ):
        command = commands.add_parser(name, help=summary, description=summary.capitalize() + ".")
        command.set_defaults(command=run)
        command.add_argument("files", nargs="+", metavar="FILE", help="a page; - is standard input")
        command.add_argument("--layout", type=_layout, metavar="ID|FILE", help=_LAYOUT_HELP)
        command.add_argument("--url", help="where the page comes from; chooses the layout")
        command.add_argument("--kind", choices=("text", "html"))
        command.add_argument("--encoding", help="what the HTTP header said, such as windows-1256")
        command.add_argument("--repair", action="store_true", help="undo a wrong decoding")
        if run is _parse:
            command.add_argument("--json", action="store_true", help="print JSON, a page a line")
            command.add_argument("--blocks", action="store_true", help="with the labelled blocks")
    command = commands.add_parser("render", help="print a page's JSON as its publisher does")
    command.set_defaults(command=_render)
    command.add_argument("files", nargs="+", metavar="FILE.json")
    command.add_argument(
        "--layout", type=_layout, metavar="ID|FILE", help=f"{_LAYOUT_HELP}; by default the page's"
    )
    command.add_argument("--as", dest="form", choices=FORMS, default="text", help="default: text")
    _add_layout_commands(commands)
    return parser


def _add_layout_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    learn = commands.add_parser("learn", help="write a layout from 3 to 50 pages of one site")
    learn.set_defaults(command=_learn)
    learn.add_argument("files", nargs="+", metavar="PAGE")
    learn.add_argument("-o", "--output", type=Path, required=True, metavar="layout.toml")
    learn.add_argument("--id", help="by default the name of the folder of layout.toml")
    learn.add_argument("--domain", action="append", default=[], help="of the site; may be repeated")
    check = commands.add_parser("check", help="list the fields that a layout no longer finds")
    check.set_defaults(command=_check)
    check.add_argument("layout", type=_layout, metavar="layout.toml", help=_LAYOUT_HELP)
    check.add_argument("files", nargs="+", metavar="PAGE")
    fixture = commands.add_parser("fixture", help="write a page and its JSON as a sample")
    fixture.set_defaults(command=_fixture)
    fixture.add_argument("files", nargs=1, metavar="PAGE")
    fixture.add_argument("--layout", required=True, metavar="ID|FILE", help=_LAYOUT_HELP)
    fixture.add_argument("--into", type=Path, help="a folder; by default samples/ beside FILE")
    fixture.add_argument("--name", help="of the sample; by default that of the page")
    fixture.add_argument("--url", help="where the page comes from")
    for command in (learn, check, fixture):
        command.add_argument("--kind", choices=("text", "html"))
        command.set_defaults(parser=command)


def _layout(name: str) -> layouts.Layout:
    """The layout with the id `name`, or in the file `name`."""
    try:
        return layouts.load(name) if name.endswith(".toml") else layouts.get(name)
    except ArnewsError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _input(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _page(data: bytes, options: argparse.Namespace) -> Page:
    return parse(
        data,
        url=options.url,
        kind=options.kind,
        encoding=options.encoding,
        repair=options.repair,
        layout=options.layout,
    )


def _learn(pages: list[bytes], options: argparse.Namespace) -> int:
    from . import learn  # only these commands load it

    if not learn.FEWEST_PAGES <= len(pages) <= learn.MOST_PAGES:
        options.parser.error(
            f"{learn.FEWEST_PAGES} to {learn.MOST_PAGES} pages of one site are wanted, "
            f"there are {len(pages)}; twenty are plenty"
        )
    name = options.id or options.output.resolve().parent.name
    domains = tuple(options.domain)
    learned = learn.learn(pages, name=name, kind=options.kind, domains=domains)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(learned.text, "utf-8")
    return EXIT_OK


def _check(pages: list[bytes], options: argparse.Namespace) -> int:
    from . import learn

    missing = learn.check(options.layout, pages, kind=options.kind)
    for message in missing:
        print(message)
    return EXIT_FAILED if missing else EXIT_OK


def _fixture(pages: list[bytes], options: argparse.Namespace) -> int:
    from . import learn

    if not (options.layout.endswith(".toml") or options.into):
        options.parser.error("a layout that is named by its id wants --into")
    try:
        layout = _layout(options.layout)
    except argparse.ArgumentTypeError as error:
        options.parser.error(str(error))
    folder = options.into or Path(options.layout).parent / "samples"
    name = options.name or Path(options.files[0]).stem
    written = learn.write_fixture(
        pages[0], layout, folder, name, kind=options.kind, url=options.url
    )
    print(*written, sep="\n")
    return EXIT_OK


_ON_ALL_PAGES = (_learn, _check, _fixture)


def _parse(data: bytes, options: argparse.Namespace) -> str:
    page = _page(data, options)
    if options.json:
        return page.to_json(blocks=options.blocks) + "\n"
    shown = "\n".join(_shown(page)) + "\n"
    return shown + "\n" + explain(page) if options.blocks else shown


def _explain(data: bytes, options: argparse.Namespace) -> str:
    return explain(_page(data, options))


def _render(data: bytes, options: argparse.Namespace) -> str:
    return render(Page.from_json(data), layout=options.layout, form=options.form)


def _shown(page: Page) -> Iterator[str]:
    """A page for the terminal: one field on each line, each value in its own direction."""
    yield f"{page.kind}, layout {page.layout}, articles: {len(page.articles)}"
    for warning in page.warnings:
        yield f"  warning: {warning}"
    for number, article in enumerate(page.articles, 1):
        yield ""
        yield f"ARTICLE {number}"
        yield from _article(article)


_HEAD = ("kicker", "headline", "subtitle", "section", "byline", "published", "modified")


def _article(article: Article) -> Iterator[str]:
    for name in _HEAD:
        yield from _field(name, getattr(article, name))
    yield from _figure("lead_image", article.lead_image)
    for element in article.body:
        if isinstance(element, Figure):
            yield from _figure("figure", element)
        elif isinstance(element, SeeAlso):
            for item in element.items:
                yield from _field("see also", item.title)
        else:
            yield from _field(type(element).__name__.lower(), element.text)
    yield from _field("tags", "، ".join(article.tags) or None)
    for item in article.related:
        yield from _field("related", item.title)
        yield from _field("  section", item.section)
        yield from _figure("  picture", item.figure)
        yield from _field("  teaser", item.teaser)
        yield from _field("  byline", item.byline)


def _figure(name: str, figure: Figure | None) -> Iterator[str]:
    if figure is None:
        return
    kind = f" ({figure.kind})" if figure.kind == "video" else ""
    yield from _field(name + kind, figure.caption or figure.url or "")
    if figure.credit:
        known = ", ".join(figure.credit.agencies)
        yield from _field("  credit", figure.credit.raw, f" [{known}]" if known else "")


def _field(name: str, value: str | Byline | Moment | None, note: str = "") -> Iterator[str]:
    if isinstance(value, Moment):
        value = value.iso or value.raw
    elif isinstance(value, Byline):
        value = value.raw
    if value is not None:
        yield f"  {name:<12} {isolated(' '.join(value.split()))}{note}"
