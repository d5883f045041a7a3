"""What the markup around a block says: its elements, what their authors call them, its links.

Two things are told apart. What the nearest named element calls the block (a caption, a date) is
taken from the innermost three. In what part of the page it stands (a menu, the comments) is handed
down from any depth, but not from elements that hold a body: a page «with-sidebar» is no sidebar.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...blocks import Markup
from ...input.metadata import GENERATOR
from ...segment.dom import Element
from ..plan import Plan
from ..reading import Reading
from .selectors import mark
from .structure import FAR

#: What names of elements say of a part of the page; the first that is found counts.
_PARTS = (
    ("a class of comments", r"comment(?!ary)|disqus|respond|(?:^|[ _-])reply"),
    ("a class of tags", r"(?:^|[ _-])tags?(?:$|[ _-])|tagcloud|keyword|hashtag"),
    ("a class of paths", r"bread-?c(?:r)?umb|(?:^|[ _-])path(?:$|[ _-])"),
    ("a class of related stories", r"related|recommend|similar|read-?also|see-?also|suggest"),
    ("a class of lists elsewhere",
     r"sidebar|widget|popular|latest|trending|most-?(?:read|view)|mostread|prev|next|pagination"),
    ("a class of sharing",
     r"share|sharing|social|follow|print|subscribe|newsletter|whatsapp|telegram"
     r"|(?:^|[ _-])ads?(?:$|[ _-])|advert|banner|sponsor|screen-reader|sr-only"),
    ("a class of menus",
     r"(?:^|[ _-])(?:nav|menu|top-?bar|ticker|search|login|modal|popup|cookie|weather)|navbar"
     r"|footer|copyright|breaking|dropdown|sticky"),
)  # fmt: skip
#: What names of elements say of a block itself.
_KINDS = (
    ("a class of captions", r"caption|credit|(?:img|image|photo|pic)[_-]?(?:cap|desc|title|text)"),
    ("a class of subtitles",
     r"sub-?(?:title|head)|[_-]sub$|deck|summary|excerpt|standfirst|sapo|intro|teaser"),
    ("a class of bylines", r"author|byline|writ(?:er|e-?by|ten)|editor|reporter|(?:^|[ _-])source"),
    ("a class of dates", r"date|(?:^|[ _-])time|timestamp|publish|tmstmp|posted-?on"),
    ("a class of counters", r"views|count|reading-?time|visits|hits"),
    ("a class of headlines", r"headline|title|heading"),
    ("a class of quotes", r"quote|tweet"),
    ("a class of bodies", r"article|body|content|entry|post|story|text|details"),
)  # fmt: skip
_NEAR = 3  # elements from which a block is named
_PLACES = {
    "nav": "a class of menus",
    "footer": "a class of menus",
    "form": "a class of menus",
    "button": "a class of menus",
    "aside": "a class of lists elsewhere",
}
_LINKED = 0.6

_part_of = [(name, re.compile(pattern)) for name, pattern in _PARTS]
_kind_of = [(name, re.compile(pattern)) for name, pattern in _KINDS]


def observe(reading: Reading) -> None:
    """Notes on every block that has markup and is near an article; a layout's selectors first."""
    parts = _Parts(reading.plan)
    printed = reading.metadata.generator == GENERATOR
    for block, notes in zip(reading.blocks, reading.notes, strict=True):
        if block.markup is None:
            continue
        marked = mark(block.markup, reading.layout, printed)
        if marked and block.text:
            if FAR in notes[:1]:
                notes.clear()
            notes.append(marked)
        elif marked:  # a picture in an element of the layout's, wherever it stands
            notes[:] = ["a picture"]
        elif FAR not in notes[:1]:
            notes.extend(_look(block.markup, parts))


class _Parts:
    """The part of the page that each element stands in, found once an element."""

    def __init__(self, plan: Plan | None) -> None:
        self.known: dict[int, str | None] = {}
        for story in plan.stories if plan else ():
            element: Element | None = story.body
            while element is not None:
                self.known[element.document_index] = None
                element = element.up

    def __getitem__(self, element: Element) -> str | None:
        above: list[Element] = []
        at: Element | None = element
        while at is not None and at.document_index not in self.known:
            above.append(at)
            at = at.up
        told = self.known[at.document_index] if at is not None else None
        for at in reversed(above):
            told = _PLACES.get(at.tag) or _part(at.names) or told
            self.known[at.document_index] = told
        return told


def _look(markup: Markup, parts: _Parts) -> list[str]:
    if markup.image is not None:
        return ["a picture", *_elsewhere(markup, parts)]
    notes = [*_tags(*_chain(markup.element))]
    part = parts[markup.element]
    if part:
        notes.append(part)
    kind = _kind(*_names(markup.element))
    if kind:
        notes.append(kind)
    if markup.link_density > _LINKED and markup.href is not None:
        notes.append("linked")
    if markup.datetime:
        notes.append("a time element")
    if markup.figure is not None:
        notes.append("inside figure")
    return notes


def _elsewhere(markup: Markup, parts: _Parts) -> list[str]:
    """Whether a picture belongs to the site, not to an article."""
    called = " ".join(name for names in _names(markup.element) for name in names)
    part = parts[markup.element]
    return ["of the site"] if part or _ICON.search(called) else []


_ICON = re.compile(r"avatar|author|logo|icon|emoji|smil|loading|spinner|share|social|badge")


def _chain(element: Element) -> tuple[str, ...]:
    """The tags of an element and of the two around it."""
    up = element.up
    if up is None:
        return (element.tag,)
    return (element.tag, up.tag, up.up.tag) if up.up else (element.tag, up.tag)


@lru_cache(maxsize=1024)
def _tags(*tags: str) -> tuple[str, ...]:
    if "figcaption" in tags:
        return ("in figcaption",)
    for tag in tags:
        if tag == "h1":
            return ("in h1",)
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            return ("in a lesser heading",)
        if tag in ("p", "li", "blockquote"):
            quoted = tag == "p" and "blockquote" in tags
            return ("in blockquote",) if quoted else (f"in {tag}",)
    if set(tags) <= {"strong", "b", "em", "p", "span", "u"}:
        return ("in bold",)
    return ()


def _names(element: Element) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    at: Element | None = element
    while at is not None and len(found) < _NEAR:
        found.append(at.names)
        at = at.up
    return tuple(found)


@lru_cache(maxsize=4096)
def _part(names: tuple[str, ...]) -> str | None:
    called = " ".join(names)
    return next((name for name, pattern in _part_of if pattern.search(called)), None)


@lru_cache(maxsize=4096)
def _kind(*near: tuple[str, ...]) -> str | None:
    """The first kind that the innermost named element tells."""
    for names in near:
        called = " ".join(names)
        for name, pattern in _kind_of:
            if called and pattern.search(called):
                return name
    return None
