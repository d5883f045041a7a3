"""The order of the fields by which the pages are read at the least cost.

One page after another tells little of the order where fields are misread on many of them. So the
order that was put together from the readings is changed, a place at a time (moved, left out, put
in, named otherwise, printed always or not), and a change is kept if all pages together are read at
less cost by it. A place must be worth what it adds to the template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from attrs import define, evolve

from .order import Order, Place
from .rows import Token

PLACE = 0.4  # what a place of a template must save, a page
OPTIONAL = 0.6  # … more if it is optional
SWEEPS = 4
ENOUGH = 0.5  # a change that saves less, all pages together, is none

_HEAD = ("kicker", "section", "byline", "published", "subtitle", "lead_image")
_TAIL = ("byline", "published", "tag")
_HEADLINE, _AGAIN = Token("headline"), Token("headline", again=True)
_MISTAKEN = (None, Token("subtitle"), Token("kicker"), Token("lead_image"))  # … for the headline

_Places: TypeAlias = list[Place]
#: A change: what it makes of the places of a head or tail; `None` if it cannot be made.
_Change: TypeAlias = Callable[[_Places], _Places | None]


@define
class Fitting:
    """The search: `cost` tells what reading all pages by an order costs; `words` are what the
    site prints above the text."""

    cost: Callable[[Order], float]
    pages: int
    words: Sequence[str] = ()

    def fitted(self, order: Order) -> Order:
        """The best order found on the way from `order`."""
        least = self._cost(order)
        for _ in range(SWEEPS):
            before = least
            for part in ("head", "tail"):
                order, least = self._sweep(order, part, least)
            if least >= before:
                break
        return order

    def _sweep(self, order: Order, part: str, least: float) -> tuple[Order, float]:
        """Each change on its own; those that save are then made, the best first."""
        tried = []
        for number, change in enumerate(self._changes(order, part)):
            changed = self._changed(order, part, change)
            cost = self._cost(changed) if changed else least
            if cost < least - ENOUGH:
                tried.append((cost, number, change))
        for _, _, change in sorted(tried, key=lambda each: each[:2]):
            changed = self._changed(order, part, change)
            cost = self._cost(changed) if changed else least
            if changed and cost < least - ENOUGH:
                order, least = changed, cost
        return order, least

    def _changed(self, order: Order, part: str, change: _Change) -> Order | None:
        places = change(list(getattr(order, part)))
        if places is None:
            return None
        return evolve(order, head=places) if part == "head" else evolve(order, tail=places)

    def _cost(self, order: Order) -> float:
        places = [*order.head, *order.tail]
        optional = sum(place.optional for place in places)
        return self.cost(order) + self.pages * (PLACE * len(places) + OPTIONAL * optional)

    def _changes(self, order: Order, part: str) -> Iterator[_Change]:
        places: _Places = getattr(order, part)
        present = [place.token for place in places]
        names = _HEAD if part == "head" else _TAIL
        gap = _usual_gap(places)
        new = list(map(Token, names))
        if part == "head":
            new += [_AGAIN, *(Token(word, word=True) for word in self.words)]
            yield from _headline_elsewhere(present, order.articles, gap)
        for token in present:
            yield from (_moved(token, to) for to in (*present, None) if to != token)
            if token != _HEADLINE:
                yield _toggled(token)
            if token not in (_HEADLINE, _AGAIN):
                yield _dropped(token)
        for token in new:
            if token in present:
                continue
            place = Place(token, 0, order.articles, gap)
            yield from (_put(place, to) for to in (*present, None))
            if not token.word:
                others = (old for old in present if not old.word and old != _HEADLINE)
                yield from (_renamed(old, token) for old in others)


def _headline_elsewhere(present: Sequence[Token], articles: int, gap: str) -> Iterator[_Change]:
    """What was taken for the headline is something else, or nothing, and another place has it."""
    for to in (*present, None):
        for mistaken in _MISTAKEN:
            for times in (2,) if _AGAIN in present else (1, 2):
                yield _headline_at(to, mistaken, times, Place(_HEADLINE, articles, articles, gap))


def _headline_at(to: Token | None, mistaken: Token | None, times: int, new: Place) -> _Change:
    def change(places: _Places) -> _Places | None:
        old = _at(places, _HEADLINE)
        if to == _HEADLINE or old is None or (mistaken and _at(places, mistaken) is not None):
            return None
        found = list(places)
        found[old] = evolve(found[old], token=mistaken or Token(""))
        at = _at(found, to) if to else len(found)
        if at is None:
            return None
        found[at:at] = [new, evolve(new, token=_AGAIN)][:times]
        gone = [p for p in found if p.token != Token("") and p.token != _AGAIN]
        return gone if times == 1 else [p for p in found if p.token != Token("")]

    return change


def _moved(token: Token, to: Token | None) -> _Change:
    def change(places: _Places) -> _Places | None:
        at = _at(places, token)
        if at is None:
            return None
        return _inserted([*places[:at], *places[at + 1 :]], places[at], to)

    return change


def _put(place: Place, to: Token | None) -> _Change:
    def change(places: _Places) -> _Places | None:
        return None if _at(places, place.token) is not None else _inserted(places, place, to)

    return change


def _inserted(places: _Places, place: Place, to: Token | None) -> _Places | None:
    at = _at(places, to) if to else len(places)
    return None if at is None else [*places[:at], place, *places[at:]]


def _dropped(token: Token) -> _Change:
    return lambda places: [place for place in places if place.token != token]


def _toggled(token: Token) -> _Change:
    """Printed always where it was optional, and the other way round."""

    def other(place: Place) -> Place:
        return evolve(place, pages=place.of if place.optional else 0)

    return lambda places: [other(p) if p.token == token else p for p in places]


def _renamed(old: Token, new: Token) -> _Change:
    def change(places: _Places) -> _Places | None:
        if _at(places, new) is not None:
            return None
        return [evolve(p, token=new) if p.token == old else p for p in places]

    return change


def _at(places: Sequence[Place], token: Token) -> int | None:
    return next((at for at, place in enumerate(places) if place.token == token), None)


def _usual_gap(places: Sequence[Place]) -> str:
    gaps = [place.gap for place in places]
    return max(gaps, key=gaps.count, default="~")
