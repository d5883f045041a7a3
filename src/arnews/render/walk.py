"""The walk over a template with a page's values: which part prints what, in which order.

What printing looks like is left to a form: text (`text.py`) or HTML (`html.py`). Every method of
the walk returns what is printed, or `None` if a part that must be printed has no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

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
    nodes,
)
from ..model import BODY_TYPES, Page, SeeAlso
from .values import Place


class Form(Protocol):
    """How the parts of a template are printed."""

    def word(self, text: str) -> str:
        """A word of the interface."""

    def gap(self, text: str | None) -> str:
        """What parts two printed things; `None` is any gap."""

    def field(self, name: str, place: Place) -> str | None:
        """The field `name` at `place`; `None` if it has no value there."""

    def scope(self, name: str, printed: str, place: Place) -> str:
        """What stands around the part of the model that `name` opens."""

    def picture(self, name: str, place: Place) -> str | None:
        """The figure `name` if it says nothing; `None` where its picture cannot be shown."""


class Walk:
    """Prints one page."""

    def __init__(self, page: Page, form: Form) -> None:
        self.page = page
        self.form = form

    def printed(self, node: Node, place: Place) -> str | None:
        """What `node` prints at `place`."""
        match node:
            case Literal(text):
                return self.form.word(text)
            case Gap(text):
                return self.form.gap(text)
            case Price():
                return ""
            case Field(name, _, index):
                return self._field(name, index, place)
            case Sequence(parts):
                return joined([self.printed(part, place) for part in parts])
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
            return self.form.field(name, place)
        if name == "byline":
            lines = place.byline_lines()[index : index + 1]
            return self.form.field(name, place.inside(line=lines[0])) if lines else None
        items = place.article.related if place.article else ()
        return (
            self.form.field(name, place.inside(item=items[index])) if index < len(items) else None
        )

    def _scope(self, name: str, inner: Node, place: Place) -> str | None:
        if name == "see_also" and not isinstance(place.element, SeeAlso):
            return None
        if name in ("figure", "lead_image"):
            figure = place.figure_named(name)
            if figure is None:
                return None
            place = place.inside(figure=figure)
            if not (figure.caption or figure.credit):
                shown = self.form.picture(name, place)
                return None if shown is None else self.form.scope(name, shown, place)
        printed = self.printed(inner, place)
        return None if printed is None else self.form.scope(name, printed, place)

    def _loop(self, inner: Node, separator: Node, place: Place) -> str | None:
        rounds = list(self._rounds(inner, place))
        between = self.printed(separator, place) or ""
        if _goes_through_body(inner):  # what has no place among the others is told apart
            rounds = [text for text in rounds if text is not None]
        if not rounds or any(text is None for text in rounds):
            return None
        return between.join(text for text in rounds if text is not None)

    def _rounds(self, inner: Node, place: Place) -> Iterator[str | None]:
        """What every round of a loop prints."""
        if isinstance(inner, Choice) and not _goes_through_body(inner):
            # The fields of an article, in the order in which they are named.
            for option in inner.options:
                if _is_read_only(option):
                    continue
                printed = (self.printed(option, there) for there in self._places(option, place))
                yield from (text for text in printed if text is not None)
        else:
            for there in self._places(inner, place):
                yield self.printed(inner, there)

    def _places(self, inner: Node, place: Place) -> Iterator[Place]:
        """The places in the model that a loop goes through."""
        if isinstance(inner, Scope) and inner.name == "article":
            yield from (place.inside(article=article) for article in self.page.articles)
        elif isinstance(place.element, SeeAlso):
            yield from (place.inside(item=item) for item in place.element.items)
        elif isinstance(inner, Scope) and inner.name == "item":
            items = place.article.related if place.article else ()
            yield from (place.inside(item=item) for item in items)
        elif _goes_through_body(inner):
            body = place.article.body if place.article else ()
            yield from (place.inside(element=element) for element in body)
        elif any(field.name == "tag" for field in fields(inner)):
            tags = place.article.tags if place.article else ()
            yield from (place.inside(tag=tag) for tag in tags)
        elif isinstance(inner, Field) and inner.name == "byline":
            yield from (place.inside(line=line) for line in place.byline_lines())
        else:
            yield place


def _is_read_only(option: Node) -> bool:
    """Whether a field may stand here, and prints elsewhere: one behind a price."""
    return isinstance(option, Sequence) and isinstance(option.parts[0], Price)


def _goes_through_body(node: Node) -> bool:
    return any(name in BODY_TYPES for name in names(node))


def names(node: Node) -> set[str]:
    """The names of the fields and parts of the model that stand in `node`."""
    return {each.name for each in nodes(node) if isinstance(each, Field | Scope)}


def joined(texts: list[str | None]) -> str | None:
    """What all of `texts` print; `None` if one of them cannot be printed."""
    if any(text is None for text in texts):
        return None
    return "".join(text for text in texts if text is not None)
