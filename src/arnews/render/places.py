"""Whether a template has a place for all that a page holds."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..layouts.template import Node
from ..model import BODY_TYPES, Article, Page, RelatedItem, SeeAlso
from .values import printed_byline
from .walk import names

_TYPE_NAMES = {cls: name for name, cls in BODY_TYPES.items()}
_PARTS_OF_ITEM = ("title", "section", "figure", "teaser", "byline", "published")


def without_place(page: Page, template: Node) -> tuple[str, ...]:
    """What `page` holds that `template` has no place for, in words."""
    places = names(template)
    return tuple(
        f"article {at} has {name}, and the template has no place for it"
        for at, article in enumerate(page.articles)
        for name in dict.fromkeys(_held(article))
        if name not in places
    )


def _held(article: Article) -> Iterator[str]:
    """The names of the fields that `article` would print."""
    for field in attrs.fields(Article):
        value = getattr(article, field.name)
        if value and field.name not in ("body", "byline", "tags", "related"):
            yield field.name
    if printed_byline(article):
        yield "byline"
    for element in article.body:
        yield _TYPE_NAMES[type(element)]
        if isinstance(element, SeeAlso):
            yield from _held_by(element.items)
    if article.tags:
        yield "tag"
    if article.related:
        yield "item"
        yield from _held_by(article.related)


def _held_by(items: tuple[RelatedItem, ...]) -> Iterator[str]:
    for item in items:
        yield from (name for name in _PARTS_OF_ITEM if getattr(item, name))
