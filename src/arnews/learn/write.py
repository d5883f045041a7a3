"""What was learned as files: a layout, and samples, that a person reads, mends and keeps.

Each entry of a layout has a line of its own, with a comment that says on how many pages it rests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

from attrs import Factory, frozen

from .. import CannotPrint, Page, layouts, parse, render
from ..arguments import wrong
from ..input import source
from ..layouts import Layout
from .elements import Found
from .order import RELATED, Order, Place
from .words import Counted, Vocabulary

SHOWN = 0.5  # of the pages, share that must have their fields in the order of the template
ANOTHER = 10  # the price of a second article on a page
UNSEEN = 3  # the price of a field that the pages did not show
#: Fields that any site may have, in the order in which most print them.
_HEAD = ("kicker", "section", "byline", "published", "subtitle")
_TAIL = ("byline", "tag", RELATED)
_SHARED = "# What every page has: lists of other stories, what announces tags."
_BODY = "paragraph | figure | subheading | quote | list_item | embed"


@frozen
class Findings:
    """All that was learned of one site."""

    id: str
    pages: int
    kind: str
    words: Vocabulary
    order: Order
    styles: Mapping[str, Found]
    markup: Mapping[str, Found] = Factory(dict)
    fingerprints: Counted = Factory(dict)
    domains: tuple[str, ...] = ()

    @property
    def is_ordered(self) -> bool:
        """Whether most pages have their fields in the order that was found."""
        return self.order.shown >= SHOWN * max(self.pages, self.order.articles)


def write(found: Findings) -> str:
    """The text of `layout.toml`."""
    words = found.words
    site = {"interface": words.interface, "related": words.related, "sections": words.sections}
    shared = {"elsewhere": words.elsewhere, "tags": words.tags}
    parts = (
        _head(found),
        _tables("[words]", site, found.pages),
        _styles(found),
        _template(found),
        _markup(found),
        _tables(f"{_SHARED}\n[lexicon.words]", shared, found.pages),
    )
    return "\n".join("\n".join(part) + "\n" for part in map(list, parts) if part)


def _head(found: Findings) -> Iterator[str]:
    yield f"# Learned by `arnews learn` from {found.pages} pages of {found.kind}."
    yield "# Read it and mend it: comments say on how many of the pages an entry rests."
    yield ""
    yield f"id = {_quoted(found.id)}"
    domains = ", ".join(map(_quoted, found.domains))
    yield f"domains = [{domains}]" if domains else "# domains = []"
    yield from _table("telltales", found.fingerprints, found.pages)
    yield f'rests_on = "{found.pages} pages of {found.kind}, read by `arnews learn`."'


def _table(name: str, counted: Counted, pages: int) -> Iterator[str]:
    if counted:
        yield f"{name} = ["
        for word, count in counted.items():
            yield f"    {_quoted(word)},  # {count} of {pages} pages"
        yield "]"


def _tables(title: str, tables: Mapping[str, Counted], pages: int) -> list[str]:
    """The entries of a table, under its `title`; nothing without any."""
    lines = [line for name, counted in tables.items() for line in _table(name, counted, pages)]
    return [title, *lines] if lines else []


def _styles(found: Findings) -> Iterator[str]:
    yield "[styles]"
    for name, (style, fits, of) in found.styles.items():
        evidence = f"{fits} of {of}" if of else "nothing printed to tell it by"
        yield f"{name} = {_quoted(style)}  # {evidence}"


def _markup(found: Findings) -> Iterator[str]:
    if found.markup:
        yield "[markup]"
        for name, (selector, right, of) in found.markup.items():
            yield f"{name} = {_quoted(selector)}  # {right} of {of} lines"


def _template(found: Findings) -> Iterator[str]:
    order = found.order
    yield "# The order of the fields; arnews/layouts/template.py explains the notation."
    yield f"# {order.shown} articles on {found.pages} pages have the fields below in this order:"
    for name, places in (("above", order.head), ("below", order.tail)):
        printed = ", ".join(f"{place.token} {place.articles}" for place in places)
        yield f"#   {name} the text: {printed or 'nothing'}"
    if not found.is_ordered:
        yield "# That is too few: the template takes any order. Write the right one in its place."
    yield f"[{found.kind}]"
    for name, rule in rules(found).items():
        yield f"{name} = '''{rule}'''" if "\n" in rule else f"{name} = '{rule}'"


def rules(found: Findings) -> Mapping[str, str]:
    """The rules of the template: any order, unless most pages show one."""
    if not found.is_ordered:
        return any_order(found.kind)
    lines = "".join(f"    {line}\n" for line in _article(found.order))
    shared = layouts.get(layouts.GENERIC).templates[found.kind]
    return {**shared, "page": f"article{{⏎⏎ <{ANOTHER}>}}", "article": f"\n{lines}"}


def any_order(kind: str) -> Mapping[str, str]:
    """The rules of a template whose fields may be in any order."""
    loose = layouts.load(resources.files(__package__).joinpath("any_order.toml"))
    return loose.templates.get(kind) or layouts.get(layouts.GENERIC).templates[kind]


def _article(order: Order) -> Iterator[str]:
    placed = {place.token.rpartition(" ")[2] for place in (*order.head, *order.tail)}
    for place in order.head:
        yield _bracketed(f"{_field(place)} {place.gap}", place)
    unseen = [name for name in _HEAD if name not in placed]
    if unseen:
        yield f"[<{UNSEEN}> ({' | '.join(unseen)}){{~}} ~]"
    if "lead_image" not in placed:
        yield "[lead_image ~]"
    see_also = "see_also" if order.see_also else f"<{UNSEEN}> see_also"
    yield f"({_BODY} | {see_also}){{{order.body_gap}}}"
    for place in order.tail:
        yield _bracketed(f"{place.gap} {_field(place)}", place)
    unseen = [name for name in _TAIL if name not in (*placed, *unseen)]
    if unseen:
        yield f"[~ <{UNSEEN}> ({' | '.join(unseen)}){{~}}]"


def _bracketed(text: str, place: Place) -> str:
    return f"[{text}]" if place.is_optional or place.token == RELATED else text


def _field(place: Place) -> str:
    return place.token if place.loop is None else f"{place.token}{{{place.loop}}}"


def _quoted(text: str) -> str:
    """A TOML string, quotes and controls escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


_NO_NAME = {*"/\\:\0"}  # characters that would lead into another folder
_SUFFIXES = {"text": ".txt", "html": ".html"}


def write_fixture(
    data: bytes,
    layout: Layout,
    folder: Path,
    name: str,
    *,
    kind: source.Kind | None = None,
    url: str | None = None,
) -> tuple[Path, Path]:
    """Writes a page and its JSON as the sample `name` into `folder`, and returns both paths.

    The JSON says what arnews reads; a person has to correct it before it is a test. It also says
    `"printed": false` if the layout does not print the page as it is. Text is kept in UTF-8,
    HTML as it came. Both files are written or none. Raises `FileExistsError` for a sample that is
    there already, and `BadArgument` for a name that leads into another folder.
    """
    if not name or set(name) & _NO_NAME:
        raise wrong("name", name, "the name of a file, without folders")
    read = source.read(data, kind=kind)
    page = parse(data, kind=read.kind, layout=layout, url=url)
    content = json.loads(page.to_json())
    del content["metadata"]  # what the page states is not read by the layout
    if read.kind == "text" and not _is_printed(page, layout, read.text):
        content["printed"] = False
    paths = folder / f"{name}{_SUFFIXES[read.kind]}", folder / f"{name}.json"
    told = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    data = data if read.kind == "html" else read.text.encode()
    folder.mkdir(parents=True, exist_ok=True)
    _write_new({paths[0]: data, paths[1]: told.encode(errors="backslashreplace")})
    return paths


def _write_new(contents: Mapping[Path, bytes]) -> None:
    """Writes files that are not there yet, all of them or none."""
    written = []
    try:
        for path, data in contents.items():
            with path.open("xb") as file:
                written.append(path)
                file.write(data)
    except BaseException as error:
        for path in written:
            path.unlink()
        if isinstance(error, FileExistsError):
            raise FileExistsError(17, "there is a sample of this name already", str(path)) from None
        raise


def _is_printed(page: Page, layout: Layout, text: str) -> bool:
    try:
        return render(page, layout=layout) == text
    except CannotPrint:
        return False
