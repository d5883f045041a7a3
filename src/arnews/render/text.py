"""Prints a page as flattened text: a walk over the template with the page's values."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..layouts import Layout
from ..layouts.template import (
    Choice,
    Field,
    Gap,
    Literal,
    Loop,
    Maybe,
    Node,
    Price,
    Scope,
    Sequence,
    fields,
)
from ..model import BODY_TYPES, Article, Page, SeeAlso
from .values import Place

_ANY_GAP = "\n\n"  # what `~` prints


def print_text(page: Page, layout: Layout) -> str | None:
    """`page` by the text template of `layout`; `None` if a field that must be printed is absent."""
    template = layout.template("text")
    if template is None:
        return None
    return _Walk(page).printed(template, Place(layout)) if page.articles else ""


def missing(page: Page, layout: Layout) -> tuple[str, ...]:
    """What `page` holds that the text template of `layout` has no place for."""
    template = layout.template("text")
    if template is None:
        return (f"layout `{layout.id}` has no template for text",)
    places = {field.name for field in fields(template)} | _scopes(template)
    return tuple(
        f"article {at} has {name}, and the template has no place for it"
        for at, article in enumerate(page.articles)
        for name in _held(article)
        if name not in places
    )


def _scopes(node: Node) -> set[str]:
    match node:
        case Scope(name, inner):
            return {name} | _scopes(inner)
        case Sequence(parts) | Choice(parts):
            return set().union(*map(_scopes, parts))
        case Maybe(inner) | Loop(inner):
            return _scopes(inner)
    return set()


def _held(article: Article) -> Iterator[str]:
    """The names of the fields that `article` would print."""
    for field in attrs.fields(Article):
        value = getattr(article, field.name)
        if value and field.name not in ("body", "tags", "related"):
            yield field.name
    names = {cls: name for name, cls in BODY_TYPES.items()}
    yield from dict.fromkeys(names[type(element)] for element in article.body)
    if article.tags:
        yield "tag"
    if article.related:
        yield "item"


class _Walk:
    """A walk over the template; every method returns what is printed, or `None` if it cannot be."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def printed(self, node: Node, place: Place) -> str | None:
        match node:
            case Literal(text):
                return text
            case Gap(text):
                return _ANY_GAP if text is None else text
            case Price():
                return ""
            case Field(name, _, index):
                return self._field(name, index, place)
            case Sequence(parts):
                return _joined([self.printed(part, place) for part in parts])
            case Maybe(inner):
                return self.printed(inner, place) or ""
            case Choice(options):
                printed = (self.printed(option, place) for option in options)
                return next((text for text in printed if text is not None), None)
            case Scope(name, inner):
                return self._scope(name, inner, place)
            case Loop(inner, separator):
                return self._loop(inner, separator, place)
        return None

    def _field(self, name: str, index: int | None, place: Place) -> str | None:
        if index is None:
            return place.text(name)
        items = place.article.related if place.article else ()
        return place.inside(item=items[index]).text(name) if index < len(items) else None

    def _scope(self, name: str, inner: Node, place: Place) -> str | None:
        if name == "see_also" and not isinstance(place.element, SeeAlso):
            return None
        return self.printed(inner, place)

    def _loop(self, inner: Node, separator: Node, place: Place) -> str | None:
        rounds = [self.printed(inner, there) for there in self._rounds(inner, place)]
        between = self.printed(separator, place) or ""
        if not rounds or any(text is None for text in rounds):
            return None
        return between.join(text for text in rounds if text is not None)

    def _rounds(self, inner: Node, place: Place) -> Iterator[Place]:
        """The places in the model that a loop goes through."""
        names = {field.name for field in fields(inner)}
        if isinstance(inner, Scope) and inner.name == "article":
            yield from (place.inside(article=article) for article in self.page.articles)
        elif isinstance(place.element, SeeAlso):
            yield from (place.inside(item=item) for item in place.element.items)
        elif isinstance(inner, Scope) and inner.name == "item":
            items = place.article.related if place.article else ()
            yield from (place.inside(item=item) for item in items)
        elif names & BODY_TYPES.keys():
            body = place.article.body if place.article else ()
            yield from (place.inside(element=element) for element in body)
        elif "tag" in names:
            tags = place.article.tags if place.article else ()
            yield from (place.inside(tag=tag) for tag in tags)
        else:
            yield place


def _joined(texts: list[str | None]) -> str | None:
    if any(text is None for text in texts):
        return None
    return "".join(text for text in texts if text is not None)
