"""The arguments of each command, and what `--help` says. All of it is ASCII for any terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from ..layouts import all_layouts
from ..render import FORMS
from . import forms
from .batch_command import batch_pages
from .commands import explain_pages, parse_pages, render_pages
from .inspect import inspect_pages
from .layout_commands import check_layout, layout, learn_layout, write_fixture

_Value = TypeVar("_Value")
_LAYOUT = "a layout by its id, or a layout.toml"
_ABOUT = """\
Reads scraped Arabic news: HTML, or text flattened out of HTML.

`arnews COMMAND --help` shows the options, examples and exit codes of a command."""
_MORE = """\
examples:
  arnews parse page.html
  arnews parse crawl/ --as jsonl -o pages.jsonl
  arnews explain page.html

completion (pip install "arnews[cli]"), for the start file of the shell:
  bash, zsh  eval "$(register-python-argcomplete arnews)"
  fish       register-python-argcomplete --shell fish arnews | source"""
_PARSE = """\
FILE is a page, a folder (its .html, .htm, .xhtml, .shtml and .txt files, at any depth), a pattern
such as 'crawl/**/*.html', or - for standard input, which is also read if there is no FILE.

forms (--as), all in UTF-8:
  fields    a field on each line, for people (the default)
  json      the page as JSON; a list of pages for several
  jsonl     the page as JSON on one line
  text      the text of its articles alone
  markdown  the articles with headings and pictures
  csv       a row for each article
  html      a document for readers; several pages want -o FOLDER/

JSON and CSV name the `file` of each page, and have an `error` for one that could not be read.

examples:
  arnews parse page.html
  curl -s https://news.example/1.html | arnews parse --as text --url https://news.example/1.html
  arnews parse crawl/ --as jsonl -o pages.jsonl
  arnews parse 'crawl/**/*.html' --as markdown -o markdown/
  find crawl -name '*.html' -mtime -1 -print0 | arnews parse --files-from - --as csv"""
_BATCH = """\
IN is a page, a folder, a pattern, JSON Lines (.jsonl), WARC or WET (.warc, .wet), Parquet, the
quarantine of an earlier run, the address of a database, or - for standard input. JSON Lines and
WARC may be packed (.gz, .zst, .xz, .bz2). An address is sqlite:///FILE?query=SELECT..., or
MODULE:///ARGUMENT?query=SELECT... with a DB-API module such as duckdb.

OUT is JSON Lines (.jsonl, .jsonl.zst), a folder of Parquet (.parquet) or SQLite (.db, .sqlite).
The same command goes on where a run was stopped, whatever stopped it. A record that cannot be
read, takes too long or too much memory is in OUT.quarantine.jsonl, with the reason.

examples:
  arnews batch crawl/ -o pages.jsonl
  arnews batch CC-NEWS-*.warc.gz -o pages.parquet --only-articles --language ar
  arnews batch dump.jsonl.zst --page-key html --url-key link -o pages.db
  arnews batch 'sqlite:///crawl.db?query=SELECT html, url FROM pages' -o pages.jsonl
  arnews batch pages.jsonl.quarantine.jsonl -o again.jsonl --seconds 300"""
_EXPLAIN = """\
examples:
  arnews explain page.html
  arnews explain page.html --layout my_layouts/gazette/layout.toml"""
_INSPECT = """\
The HTML file shows what was taken for what and why, loads nothing, and may be sent to anyone.

--compare A B reads each page twice. A and B are each a layout by its id, a layout.toml, the JSON of
the page as `arnews parse --as json` writes it, or a folder that has NAME.json for a page NAME.html.

examples:
  arnews inspect page.html --open
  arnews inspect crawl/*.html -o pages.html
  arnews inspect samples/ --compare old.toml new.toml -o changed.html
  arnews inspect samples/ --compare samples/ new.toml -o gold.html"""
_RENDER = """\
FILE is JSON that `arnews parse` has written (--as json or jsonl), a folder of such files, a
pattern, or - for standard input, which is also read if there is no FILE.

examples:
  arnews parse page.txt --as json | arnews render --layout aawsat
  arnews render pages.jsonl --as readable -o html/"""
_LEARN = """\
examples:
  arnews learn pages/*.html -o gazette/layout.toml
  arnews learn pages/ -o gazette/layout.toml --domain gazette.example"""
_CHECK = """\
examples:
  arnews check gazette/layout.toml tonight/*.html
  arnews check bbc tonight/"""
_FIXTURE = """\
examples:
  arnews fixture page.html --layout gazette/layout.toml
  arnews fixture page.txt --layout bbc --into samples --name flood"""
_ALL = """

exit codes:
  0  every page was read
  1  a file could not be read or written; the others are done
  2  wrong usage
  3  nothing was found: no file, or no article on any page"""
_ONE = """

exit codes:
  0  done
  1  a page could not be read, or nothing can be made of the pages
  2  wrong usage"""
_CHECKED = """

exit codes:
  0  every field is found
  1  a field is missing, or a page could not be read
  2  wrong usage"""


def parser() -> argparse.ArgumentParser:
    """The parser of all arguments; its result has `run`, the function of the command."""
    made = argparse.ArgumentParser(
        prog="arnews",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for name, run, add_options, summary, more in (
        ("parse", parse_pages, _parse, "read the articles of pages", _PARSE + _ALL),
        ("batch", batch_pages, _batch, "read very many pages, safely", _BATCH + _ALL),
        ("explain", explain_pages, _add_pages, "show how each block was read", _EXPLAIN + _ALL),
        ("inspect", inspect_pages, _inspect, "show pages as HTML, to find faults", _INSPECT + _ALL),
        ("render", render_pages, _render, "print pages that were parsed", _RENDER + _ALL),
        ("learn", learn_layout, _learn, "write a layout from pages of a site", _LEARN + _ONE),
        ("check", check_layout, _check, "list what a layout no longer finds", _CHECK + _CHECKED),
        ("fixture", write_fixture, _fixture, "write a page and its JSON", _FIXTURE + _ONE),
    ):
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary.capitalize()}.",
            epilog=more,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(run=run, parser=command)
        add_options(command)
    return made


def _parse(command: argparse.ArgumentParser) -> None:
    _add_pages(command)
    command.add_argument(
        "--as", dest="form", choices=forms.PARSED, default="fields", help="see below"
    )
    _add_output(command)
    command.add_argument("--blocks", action="store_true", help="JSON with the labelled blocks")


def _batch(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="IN", help="see below")
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="see below")
    command.add_argument(
        "--as", dest="form", choices=("jsonl", "parquet", "sqlite"), help="by default as OUT ends"
    )
    command.add_argument(
        "--from",
        dest="input_form",
        choices=("page", "jsonl", "warc", "parquet"),
        help="the form of IN; by default as its name ends",
    )
    command.add_argument("--page-key", metavar="KEY", help="of JSON or column that holds the page")
    for name, about in (("url", "address"), ("fetched_at", "time"), ("encoding", "encoding")):
        option = f"--{name.replace('_', '-')}-key"
        command.add_argument(option, metavar="KEY", default=name, help=f"its {about}; {name}")
    command.add_argument("--only-articles", action="store_true", help="drop pages without article")
    command.add_argument("--since", type=_day, metavar="DAY", help="published then or later")
    command.add_argument("--until", type=_day, metavar="DAY", help="published then or before")
    command.add_argument("--language", metavar="CODE", help="pages in this language, such as ar")
    for option, kind, about in (
        ("--duplicates", "same", "mark articles whose text was there before"),
        ("--near-duplicates", "near", "also one that differs in few words"),
    ):
        command.add_argument(
            option, dest="duplicates", action="store_const", const=kind, help=about
        )
    command.add_argument("--report", metavar="FILE.html", help="write what was found as a document")
    command.add_argument("--unordered", action="store_true", help="write as pages are done")
    command.add_argument("--workers", type=_positive, metavar="N", help="by default all cores")
    command.add_argument(
        "--seconds", type=_seconds, default=30.0, metavar="N", help="limit of a record; 30"
    )
    command.add_argument(
        "--memory", type=_bytes, default=_bytes("2G"), metavar="N", help="limit of a worker; 2G"
    )
    _add_layout(command, f"{_LAYOUT}; by default it is found out")
    _add_reading(command)


def _day(text: str) -> date:
    return _read(date.fromisoformat, text, "a day such as 2025-03-18")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a number from 1 on is wanted, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    seconds = _read(float, text, "a number of seconds")
    if not 0 < seconds < inf:
        raise argparse.ArgumentTypeError(f"a number above 0 is wanted, not {text!r}")
    return seconds


def _bytes(text: str) -> int:
    number, unit = (text[:-1], text[-1].upper()) if text[-1:].isalpha() else (text, "B")
    if not number.isdecimal() or unit not in _UNITS:
        raise argparse.ArgumentTypeError(f"a size such as 500M or 2G is wanted, not {text!r}")
    size = int(number) * _UNITS[unit]
    if size < _LEAST:
        raise argparse.ArgumentTypeError(f"a worker needs at least 256M, {text!r} is less")
    return size


_LEAST = 256 << 20  # of memory
_UNITS = {"B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def _inspect(command: argparse.ArgumentParser) -> None:
    _add_pages(command)
    about = "one HTML file; by default standard output"
    command.add_argument("-o", "--output", type=_target, metavar="FILE", help=about)
    command.add_argument("--open", action="store_true", help="show it in the browser")
    about = "show how two readings of each page differ; see below"
    command.add_argument("--compare", nargs=2, metavar=("A", "B"), help=about)


def _render(command: argparse.ArgumentParser) -> None:
    _add_files(command)
    command.add_argument("--as", dest="form", choices=FORMS, default="text", help="by default text")
    _add_output(command)
    _add_layout(command, f"{_LAYOUT}; by default that of the page")


def _learn(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="PAGE", help="a file, folder or pattern")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="layout.toml")
    command.add_argument("--id", help="by default the name of the folder of layout.toml")
    command.add_argument("--domain", action="append", default=[], help="of the site; repeatable")
    _add_kind(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("layout", type=layout, metavar="LAYOUT", help=_LAYOUT)
    command.add_argument("files", nargs="+", metavar="PAGE", help="a file, folder or pattern")
    _add_kind(command)


def _fixture(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs=1, metavar="PAGE")
    command.add_argument("--layout", required=True, metavar="ID|FILE", help=_LAYOUT)
    command.add_argument("--into", type=Path, help="a folder; by default samples/ beside FILE")
    command.add_argument("--name", help="of the sample; by default that of the page")
    command.add_argument("--url", help="where the page comes from")
    _add_kind(command)


def _add_pages(command: argparse.ArgumentParser) -> None:
    """What `parse`, `explain` and `inspect` take."""
    _add_files(command)
    command.add_argument(
        "--files-from", metavar="LIST", help="a file with a FILE on each line; - is standard input"
    )
    _add_layout(command, f"{_LAYOUT}; by default it is found out")
    command.add_argument("--url", help="where the page comes from; chooses the layout")
    _add_reading(command)


def _add_reading(command: argparse.ArgumentParser) -> None:
    """How pages are read."""
    _add_kind(command)
    command.add_argument("--encoding", help="what the HTTP header said, such as windows-1256")
    command.add_argument(
        "--fetched-at", type=_clock, metavar="TIME", help="such as 2025-03-18T21:40+03:00"
    )
    command.add_argument("--repair", action="store_true", help="undo a wrong decoding")


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help="see below")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        type=_target,
        metavar="FILE|FOLDER/",
        help="one file, or a folder with a file for each page; - is standard output",
    )


def _add_layout(command: argparse.ArgumentParser, about: str) -> None:
    added = command.add_argument("--layout", type=layout, metavar="ID|FILE", help=about)
    added.completer = _ids_and_files  # type: ignore[attr-defined]  # of argcomplete


def _add_kind(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=("text", "html"), help="by default it is found out")


def _ids_and_files(prefix: str, **_: Any) -> list[str]:
    files = import_module("argcomplete.completers").FilesCompleter(("toml",))
    return [*(name for name in all_layouts() if name.startswith(prefix)), *files(prefix)]


def _target(name: str) -> str | None:
    return None if name == "-" else name


def _clock(text: str) -> datetime:
    return _read(datetime.fromisoformat, text, "a time such as 2025-03-18T21:40+03:00")


def _read(read: Callable[[str], _Value], text: str, wanted: str) -> _Value:
    try:
        return read(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{wanted} is wanted, not {text!r}") from None


class _Version(argparse.Action):
    """Looks the version up only if it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from .. import __version__

        print(f"arnews {__version__}")
        parser.exit()
