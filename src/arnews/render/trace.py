"""Prints a page and notes which value each printed line holds, and which values have no place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from attrs import Factory, define, evolve, frozen

from ..layouts import Layout
from ..layouts.template import Node
from ..model import BODY_TYPES, Embed, Page, RelatedItem, SeeAlso, Table
from ..patterns import pattern
from .html import inserted, media
from .position import PICTURES, Position, printed_byline
from .walk import Walk, names

_MARK = pattern("\ue000(\\d++)\ue001")
_STRINGS = ("headline", "kicker", "subtitle", "section", "published", "modified")
_ITEM_FIELDS = ("title", "section", "teaser", "byline", "published")
_TYPE_NAMES = {cls: name for name, cls in BODY_TYPES.items()}


@frozen
class Token:
    """One printed value, or a literal word if `name` is `None`.

    `position` is where the value is in the model, `before` the blanks printed before it.
    """

    text: str
    name: str | None = None
    position: Position | None = None
    before: str = ""


class Trace(NamedTuple):
    """What a template prints of a page, in order, and `after`, the blanks behind all of it."""

    tokens: tuple[Token, ...] = ()
    after: str = ""

    @property
    def text(self) -> str:
        return "".join(token.before + token.text for token in self.tokens) + self.after


def trace(page: Page, template: Node, position: Position, form: str) -> Trace | None:
    """What `template` prints of `page` in `form`; `None` if it needs an absent field."""
    if not page.articles:
        return Trace()
    marks = _Marks(form)
    marked = Walk(page, marks).printed(template, position)
    if marked is None:
        return None
    tokens, end = [], 0
    for mark in _MARK.finditer(marked):
        tokens.append(evolve(marks.tokens[int(mark[1])], before=marked[end : mark.start()]))
        end = mark.end()
    return Trace(tuple(tokens), marked[end:])


@define
class _Marks:
    """Prints a numbered mark for each value. The walk drops the marks of an option that fails."""

    form: str
    tokens: list[Token] = Factory(list)

    def _mark(self, token: Token) -> str:
        self.tokens.append(token)
        return f"\ue000{len(self.tokens) - 1}\ue001"

    def word(self, text: str) -> str:
        return self._mark(Token(text))

    def gap(self, text: str | None) -> str:
        gap = "\n\n" if text is None else text
        sign = gap.strip()
        return gap.replace(sign, self._mark(Token(sign))) if sign else gap

    def field(self, name: str, position: Position) -> str | None:
        text = position.text(name)
        if text is None:
            return self.picture(name, position) if name in PICTURES else None
        return "\n".join(self._mark(Token(line, name, position)) for line in text.split("\n"))

    def scope(self, name: str, printed: str, position: Position) -> str:
        return printed

    def insert(self, position: Position) -> str | None:
        element = position.element
        if self.form != "html" or element is None or inserted(element) is None:
            return None
        name = _TYPE_NAMES[type(element)]
        lines = [""]
        if isinstance(element, Table):
            lines = [line for row in element.rows for cell in row for line in cell.split("\n")]
        elif isinstance(element, Embed):
            lines = (element.text or "").split("\n")
        return "\n".join(self._mark(Token(line, name, position)) for line in lines)

    def picture(self, name: str, position: Position) -> str | None:
        figure = position.figure_named(name) if self.form == "html" else None
        return self._mark(Token("", name, position)) if figure and media(figure) else None


def unprinted(
    page: Page, tokens: tuple[Token, ...] | None, layout: Layout, template: Node
) -> tuple[str, ...]:
    """The values of `page` that are in none of `tokens`, as sentences for an error message.

    `tokens` is `None` if the template needs a field that the page lacks. The sentences then name
    the fields that the template never prints.
    """
    printed = {_key(token.position, token.name) for token in tokens or () if token.position}
    known = frozenset() if tokens else names(template)
    reasons = []
    for index, article in enumerate(page.articles):
        values = _values(Position(layout, article))
        lost = [label for label, where, name in values if not _is_printed(where, name, printed)]
        reasons += [
            f"article {index} has {name}, and the template has no place for it there"
            for name in dict.fromkeys(lost)
            if name not in known
        ]
    if not tokens and page.articles:
        reasons.append("the template calls for a field that the page lacks")
    return tuple(reasons)


_Key: TypeAlias = tuple[object, ...]


def _key(position: Position, name: str | None) -> _Key:
    where = (id(position.article), id(position.element), id(position.item))
    return (*where, position.tag, position.line, name)


def _values(position: Position) -> Iterator[tuple[str, Position, str]]:
    """Every value of the article at `position`: its label in messages, its position and field."""
    article = position.article
    assert article is not None
    if printed_byline(article):
        yield "byline", position, "byline"
    for name in (*_STRINGS, "lead_image"):
        if getattr(article, name):
            yield name, position, name
    for element in article.body:
        inside = position.inside(element=element)
        if isinstance(element, SeeAlso):
            for item in element.items:
                yield from _values_of_item(inside.inside(item=item), item)
        else:
            yield (name := _TYPE_NAMES[type(element)]), inside, name
    for tag in article.tags:
        yield "tag", position.inside(tag=tag), "tag"
    for item in article.related:
        yield from _values_of_item(position.inside(item=item), item)


def _values_of_item(position: Position, item: RelatedItem) -> Iterator[tuple[str, Position, str]]:
    for name in (*_ITEM_FIELDS, "figure"):
        if getattr(item, name):
            yield f"the {name} of a related story", position, name


def _is_printed(position: Position, name: str, printed: set[_Key]) -> bool:
    """Whether a value is printed as a whole, or else in its parts."""
    if _key(position, name) in printed:
        return True
    if name == "byline" and position.item is None:
        return all(_key(line, "byline") in printed for line in position.byline_lines())
    figure = position.figure_named(name) if name in PICTURES else None
    parts = [part for part in ("caption", "credit") if figure and getattr(figure, part)]
    return bool(parts) and all(_key(position, part) in printed for part in parts)
