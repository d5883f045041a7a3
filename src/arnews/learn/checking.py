"""Whether a layout still reads its site: fields that it no longer finds.

What a page should hold is told by three witnesses: the generic layout, which knows no site, with
what the page says of itself to machines, and the layout's own template, which prints some fields
on every page. A field is missing where a witness has it and the layout's reading does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from .. import layouts, source
from ..layouts import Layout
from ..layouts.template import Choice, Field, Loop, Maybe, Node, Price, Scope
from ..layouts.template import Sequence as Parts
from ..model import Article
from .reading import Sample

LOST = 0.25  # share of the pages that should have a field, from which on it is told as missing
FEWER = 0.5  # of the text that the generic layout finds; less is a text lost
_PARTS = frozenset({"item", "see_also", "figure"})  # of a page; what they print may be absent
_CHECKED = ("headline", "kicker", "subtitle", "section", "byline", "published", "modified", "lead")

#: Fields whose element has another name than they.
_MARKED: Mapping[str, str] = {
    "text": "paragraph",
    "tags": "tag",
    "related": "title",
    "lead": "caption",
}


@frozen
class Missing:
    """A field that the layout did not find on `pages` of the `of` pages that should have it.

    `element` is the layout's element for it, if it has one that stands on none of the pages.
    """

    field: str
    pages: int
    of: int
    element: str | None = None

    def __str__(self) -> str:
        told = f"{self.field}: not found on {self.pages} of {self.of} pages"
        return f"{told}; no page has {self.element}" if self.element else told


def check(
    layout: Layout,
    pages: Sequence[str | bytes],
    *,
    kind: source.Kind | None = None,
    share: float = LOST,
) -> tuple[Missing, ...]:
    """The fields that `layout` misses on at least `share` of the pages that should have them."""
    samples = [Sample.of(page, kind) for page in pages]
    wanted = [_found_generically(sample, layout) for sample in samples]
    got = []
    for sample in samples:
        sample.read(layout)
        got.append(_found(sample.page.articles))
    missing = []
    for name in (*_CHECKED, "text", "tags", "related"):
        should = [at for at, found in enumerate(wanted) if name in found]
        lost = [at for at in should if not _is_there(name, wanted[at], got[at])]
        if lost and len(lost) >= share * len(should):
            element = _gone(layout, name, samples)
            missing.append(Missing(name, len(lost), len(should), element))
    return tuple(missing)


def _found_generically(sample: Sample, layout: Layout) -> Mapping[str, int]:
    """What a page should hold, by name, with its size."""
    sample.read(layouts.get(layouts.GENERIC))
    template = layout.template(sample.source.kind)
    places = promised(template) if template else set()
    places |= {"text"} | ({"tags"} if "tag" in places else set())
    places |= {"related"} if "title" in places else set()
    found = {name: size for name, size in _found(sample.page.articles).items() if name in places}
    always = always_printed(template) & set(_CHECKED) if template else set()
    return {**dict.fromkeys(sorted(always), 1), "text": 1, **found}


def _found(articles: Iterable[Article]) -> dict[str, int]:
    """The fields of all articles, each with its size."""
    found: dict[str, int] = {}
    for article in articles:
        sizes = {name: int(getattr(article, name) is not None) for name in _CHECKED}
        sizes |= {"text": len(article.text), "tags": len(article.tags)}
        sizes["related"] = len(article.related)
        for name, size in sizes.items():
            if size:
                found[name] = found.get(name, 0) + size
    return found


def _is_there(name: str, wanted: Mapping[str, int], got: Mapping[str, int]) -> bool:
    if name == "text":
        return got.get(name, 0) >= FEWER * wanted[name]
    return name in got


def promised(node: Node) -> set[str]:
    """The fields that a template has a place for without a price."""
    match node:
        case Field(name):
            return {name}
        case Parts(parts):
            priced = any(isinstance(part, Price) for part in parts)
            return set() if priced else set().union(*map(promised, parts))
        case Choice(options):
            return set().union(*map(promised, options))
        case Loop(inner) | Maybe(inner):
            return promised(inner)
        case Scope(name, inner):
            return promised(inner) | {name}
    return set()


def always_printed(node: Node) -> set[str]:
    """The fields that a template prints on every page."""
    match node:
        case Field(name):
            return {name}
        case Parts(parts):
            return set().union(*map(always_printed, parts))
        case Choice(options):
            return set.intersection(*map(always_printed, options))
        case Loop(inner):
            return always_printed(inner)
        case Scope(name, inner):
            return set() if name in _PARTS else always_printed(inner) | {name}
        case Maybe():
            return set()
    return set()


def _gone(layout: Layout, name: str, samples: Iterable[Sample]) -> str | None:
    """The element of a field, if it stands on no page of markup."""
    element = layout.markup.get(_MARKED.get(name, name))
    if element is None:
        return None
    marked = [sample for sample in samples if sample.page.kind == "html"]
    stand = {around for sample in marked for line in sample.lines for around in line.elements}
    for wanted in (element, *element.others):
        if any(tag == wanted.tag and set(wanted.classes) <= set(names) for tag, names in stand):
            return None
    return ".".join((element.tag, *element.classes)) if marked else None
