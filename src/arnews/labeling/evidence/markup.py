"""What the markup around a block says: its elements, its classes, how much of it is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...blocks import Element, Markup
from ..reading import Reading
from .selectors import mark

#: Words of classes and ids, in the order in which they count: the first found wins.
_CLASSES = (
    ("a class of comments", {"comment", "comments", "reply", "disqus"}),
    ("a class of menus", {"nav", "menu", "navbar", "breadcrumb", "breadcrumbs", "footer", "header",
                          "topbar", "ticker", "search", "login", "modal", "cookie", "newsletter"}),
    ("a class of sharing", {"share", "social", "sharing", "print", "follow", "subscribe", "ad",
                            "ads", "advert", "banner"}),
    ("a class of related stories", {"related", "recommended", "similar", "readmore", "more"}),
    ("a class of lists elsewhere", {"sidebar", "widget", "aside", "popular", "latest", "trending",
                                    "mostread", "most"}),
    ("a class of captions", {"caption", "figcaption", "credit", "imgcaption"}),
    ("a class of bylines", {"author", "byline", "writer", "source"}),
    ("a class of dates", {"date", "time", "published", "timestamp", "datetime"}),
    ("a class of tags", {"tag", "tags", "keywords"}),
    ("a class of subtitles", {"subtitle", "deck", "summary", "lead", "intro", "sapo", "excerpt"}),
    ("a class of headlines", {"headline", "title", "heading"}),
    ("a class of bodies", {"article", "body", "content", "entry", "post", "story", "text"}),
)  # fmt: skip
_PLACES = frozenset({"nav", "footer", "header", "aside", "button", "form", "address"})
_LINKED = 0.6


_TOKEN = re.compile(r"[a-z]+")


def observe(reading: Reading) -> None:
    """Notes on every block that has markup."""
    for notes, block in zip(reading.notes, reading.blocks, strict=True):
        if block.markup is not None:
            marked = mark(block.markup, reading.layout) if block.text else None
            notes.extend([marked] if marked else _look(block.markup))


def _look(markup: Markup) -> list[str]:
    if markup.image is not None:
        return ["a picture"]
    notes = list(_tags(tuple(_chain(markup.element))))
    told = _class(tuple(name for element in markup.elements for name in element.names))
    if told:
        notes.append(told)
    if markup.link_density > _LINKED:
        notes.append("linked")
    if markup.datetime:
        notes.append("a time element")
    return notes


def _chain(element: Element | None) -> Iterator[str]:
    while element is not None:
        yield element.tag
        element = element.up


@lru_cache(maxsize=1024)
def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    notes = []
    inner = tags[0] if tags else ""
    if inner == "h1":
        notes.append("in h1")
    elif inner in ("h2", "h3", "h4", "h5", "h6"):
        notes.append("in a lesser heading")
    elif inner in ("p", "li", "figcaption", "blockquote"):
        notes.append(f"in {inner}")
    if "figure" in tags:
        notes.append("inside figure")
    place = next((tag for tag in tags if tag in _PLACES), None)
    if place:
        notes.append("inside header" if place == "header" else "inside navigation")
    if "article" in tags or "main" in tags:
        notes.append("inside article")
    return tuple(notes)


@lru_cache(maxsize=4096)
def _class(names: tuple[str, ...]) -> str | None:
    found = {token for name in names for token in _TOKEN.findall(name)}
    return next((name for name, words in _CLASSES if words & found), None)
