"""Printing with marks: which value each printed line holds, and whether any was passed over."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import Factory, define, evolve, frozen

from ..layouts import Layout
from ..layouts.template import Node
from ..model import BODY_TYPES, Article, Figure, Page, RelatedItem, SeeAlso
from .html import media
from .values import Place, printed_byline
from .walk import Walk, names

_MARK = regex.compile("\ue000(\\d++)\ue001")
_STRINGS = ("headline", "kicker", "subtitle", "section", "published", "modified")
_PARTS_OF_ITEM = ("title", "section", "teaser", "byline", "published")
_TYPE_NAMES = {cls: name for name, cls in BODY_TYPES.items()}


@frozen
class Token:
    """One printed value or word (`name` is `None`), where in the model it stands, and the blanks
    before it."""

    text: str
    name: str | None = None
    place: Place | None = None
    before: str = ""


def recorded(page: Page, template: Node, layout: Layout, form: str) -> tuple[Token, ...] | None:
    """What `template` prints of `page`, in order; `None` if it calls for a value that is absent."""
    recorder = _Recorder(form)
    marked = Walk(page, recorder).printed(template, Place(layout))
    return None if marked is None else tuple(_in_order(recorder.tokens, marked))


def _in_order(tokens: list[Token], marked: str) -> Iterator[Token]:
    at = 0
    for found in _MARK.finditer(marked):
        yield evolve(tokens[int(found[1])], before=marked[at : found.start()])
        at = found.end()


@define
class _Recorder:
    """A form that prints marks in place of values: an attempt that fails leaves none behind."""

    form: str
    tokens: list[Token] = Factory(list)

    def _mark(self, token: Token) -> str:
        self.tokens.append(token)
        return f"\ue000{len(self.tokens) - 1}\ue001"

    def word(self, text: str) -> str:
        return self._mark(Token(text))

    def gap(self, text: str | None) -> str:
        if text is None:
            return "\n\n"
        sign = text.strip()
        return text.replace(sign, self._mark(Token(sign))) if sign else text

    def field(self, name: str, place: Place) -> str | None:
        text = place.text(name)
        if text is None:
            return self.picture(name, place) if name in ("figure", "lead_image") else None
        return "\n".join(self._mark(Token(line, name, place)) for line in text.split("\n"))

    def scope(self, name: str, printed: str, place: Place) -> str:
        return printed

    def picture(self, name: str, place: Place) -> str | None:
        figure = place.figure_named(name) if self.form == "html" else None
        return self._mark(Token("", name, place)) if figure and media(figure) else None


def unprinted(
    page: Page, tokens: tuple[Token, ...] | None, layout: Layout, template: Node
) -> tuple[str, ...]:
    """What `page` holds and `tokens` do not print, in words.

    Without tokens a value is missing that the template always prints; then it is what the
    template never has a place for.
    """
    check = _Check({_key(token.place, token.name) for token in tokens or () if token.place})
    places = frozenset() if tokens else names(template)
    found = [
        f"article {at} has {name}, and the template has no place for it there"
        for at, article in enumerate(page.articles)
        for name in dict.fromkeys(check.lost(Place(layout, article)))
        if name not in places
    ]
    if not tokens and page.articles:
        found.append("the template calls for a field that the page lacks")
    return tuple(found)


def _key(place: Place, name: str | None) -> tuple[object, ...]:
    return (id(place.article), id(place.element), id(place.item), place.tag, place.line, name)


@frozen
class _Check:
    printed: set[tuple[object, ...]]

    def lost(self, place: Place) -> Iterator[str]:
        """The names of what the article at `place` holds and nothing prints."""
        article = place.article
        assert article is not None
        held = [name for name in _STRINGS if getattr(article, name)]
        if printed_byline(article) and not self._has_lines(place):
            yield "byline"
        yield from (name for name in held if not self._has(place, name))
        if article.lead_image and not self._has_figure(place, "lead_image", article.lead_image):
            yield "lead_image"
        yield from self._body(place, article)
        for tag in article.tags:
            if not self._has(place.inside(tag=tag), "tag"):
                yield "tag"
        for item in article.related:
            yield from self._item(place.inside(item=item), item)

    def _body(self, place: Place, article: Article) -> Iterator[str]:
        for element in article.body:
            there = place.inside(element=element)
            name = _TYPE_NAMES[type(element)]
            if isinstance(element, SeeAlso):
                for item in element.items:
                    yield from self._item(there.inside(item=item), item)
            elif isinstance(element, Figure):
                if not self._has_figure(there, name, element):
                    yield name
            elif not self._has(there, name):
                yield name

    def _item(self, place: Place, item: RelatedItem) -> Iterator[str]:
        for name in _PARTS_OF_ITEM:
            if getattr(item, name) and not self._has(place, name):
                yield f"the {name} of a related story"
        if item.figure and not self._has_figure(place, "figure", item.figure):
            yield "the figure of a related story"

    def _has(self, place: Place, name: str) -> bool:
        return _key(place, name) in self.printed

    def _has_lines(self, place: Place) -> bool:
        """Whether the byline is printed whole, or line by line."""
        lines = (place.inside(line=line) for line in place.byline_lines())
        return self._has(place, "byline") or all(self._has(line, "byline") for line in lines)

    def _has_figure(self, place: Place, name: str, figure: Figure) -> bool:
        """Whether `figure` is printed whole, or by its parts."""
        parts = [part for part in ("caption", "credit") if getattr(figure, part)]
        in_parts = bool(parts) and all(self._has(place, part) for part in parts)
        return self._has(place, name) or in_parts
