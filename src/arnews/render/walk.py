"""Walks over a template and prints a page's values in the order of the template.

`Walk` decides which part of the template prints which value. A `Form` decides how it looks: marks
for the lines of a text (`trace.py`), or HTML (`html.py`). Every method of the walk returns what is
printed, or `None` if a part that the template needs has no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import define

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
    children,
    fields,
    nodes,
)
from ..model import BODY_TYPES, Page, SeeAlso
from .position import PICTURES, Position


class Form(Protocol):
    """How the parts of a template look."""

    def word(self, text: str) -> str:
        """A literal word of the interface."""

    def gap(self, text: str | None) -> str:
        """The text between two printed things; `None` is any gap."""

    def field(self, name: str, position: Position) -> str | None:
        """The field `name` at `position`; `None` if it has no value there."""

    def scope(self, name: str, printed: str, position: Position) -> str:
        """The part of the model that the rule `name` opens; `printed` is its content."""

    def insert(self, position: Position) -> str | None:
        """An element of a body that no template names: a table, a post, a player; `None` if this
        form has nothing for it."""

    def picture(self, name: str, position: Position) -> str | None:
        """A figure without caption and credit; `None` if its picture cannot be shown."""


@define
class Walk:
    """Prints one page in one form."""

    page: Page
    form: Form

    def printed(self, node: Node, position: Position) -> str | None:
        """What `node` prints at `position`."""
        match node:
            case Literal(text):
                return self.form.word(text)
            case Gap(text):
                return self.form.gap(text)
            case Price():
                return ""
            case Field(name, _, index):
                return self._field(name, index, position)
            case Sequence(parts):
                return joined(self.printed(part, position) for part in parts)
            case Maybe(inner):
                return self.printed(inner, position) or ""
            case Choice(options):
                printed = (self.printed(option, position) for option in options)
                return next((text for text in printed if text is not None), None)
            case Scope(name, inner):
                return self._scope(name, inner, position)
            case Loop(inner, separator):
                return self._loop(inner, separator, position)

    def _field(self, name: str, index: int | None, position: Position) -> str | None:
        if index is None:
            return self.form.field(name, position)
        positions = position.byline_lines() if name == "byline" else self._items(position)
        return self.form.field(name, positions[index]) if index < len(positions) else None

    def _scope(self, name: str, inner: Node, position: Position) -> str | None:
        if name == "see_also" and not isinstance(position.element, SeeAlso):
            return None
        if name in PICTURES:
            figure = position.figure_named(name)
            if figure is None:
                return None
            position = position.inside(figure=figure)
            has_text = bool(figure.caption or figure.credit)
        else:
            has_text = True
        printed = self.printed(inner, position) if has_text else self.form.picture(name, position)
        return None if printed is None else self.form.scope(name, printed, position)

    def _loop(self, inner: Node, separator: Node, position: Position) -> str | None:
        rounds = list(self._rounds(inner, position))
        if _is_body(inner):  # an element without a place in the template is reported elsewhere
            rounds = [text for text in rounds if text is not None]
        return joined(rounds, self.printed(separator, position) or "") if rounds else None

    def _rounds(self, inner: Node, position: Position) -> Iterator[str | None]:
        """What each round of a loop prints."""
        if not isinstance(inner, Choice) or _is_body(inner):
            for each in self._positions(inner, position):
                printed = self.printed(inner, each)
                yield self.form.insert(each) if printed is None and each.is_insert else printed
            return
        for option in inner.options:  # fields of an article, in the order of the template
            if not _is_read_only(option):
                for each in self._positions(option, position):
                    printed = self.printed(option, each)
                    if printed is not None:
                        yield printed

    def _positions(self, inner: Node, position: Position) -> Iterable[Position]:
        """The positions in the model that a loop goes through."""
        scope = inner.name if isinstance(inner, Scope) else None
        if scope == "article":
            return [position.inside(article=article) for article in self.page.articles]
        article = position.article
        if scope == "item" or isinstance(position.element, SeeAlso):
            return self._items(position)
        if _is_body(inner):
            body = article.body if article else ()
            return [position.inside(element=element) for element in body]
        if any(field.name == "tag" for field in fields(inner)):
            return [position.inside(tag=tag) for tag in (article.tags if article else ())]
        if isinstance(inner, Field) and inner.name == "byline":
            return position.byline_lines()
        return [position]

    def _items(self, position: Position) -> list[Position]:
        """The related stories of a see-also list, or of the article."""
        if isinstance(position.element, SeeAlso):
            items = position.element.items
        else:
            items = position.article.related if position.article else ()
        return [position.inside(item=item) for item in items]


def _is_read_only(option: Node) -> bool:
    """Whether parsing accepts a field here that is printed elsewhere: one behind a price."""
    return isinstance(option, Sequence) and isinstance(next(iter(option.parts), None), Price)


def _is_body(node: Node) -> bool:
    """Whether `node` prints elements of a body; the figure of a related story is none."""
    if isinstance(node, Scope) and node.name == "item":
        return False
    named = isinstance(node, Field | Scope) and node.name in BODY_TYPES
    return named or any(map(_is_body, children(node)))


def names(node: Node) -> set[str]:
    """The names of the fields and scopes in `node`."""
    return {each.name for each in nodes(node) if isinstance(each, Field | Scope)}


def joined(texts: Iterable[str | None], separator: str = "") -> str | None:
    """`texts` in a row; `None` if one of them is `None`."""
    printed: list[str] = []
    for text in texts:
        if text is None:
            return None
        printed.append(text)
    return separator.join(printed)
