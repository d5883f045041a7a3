"""The grammar: a layout's template as an automaton with prices.

A template is a regular expression over fields. Each place in it that prints something is a *slot*;
a slot takes one block, or a whole line apart where a template prints several fields on one line
(«section caption play-circle»). A *transition* leads from slot to slot; it knows what gap the
template prints between the two, what it costs, and which parts of the model it opens (an article,
a related item). What the template says costs nothing. Leaving out what it calls for has a price,
and so has another gap than the printed one: a page with a missing button or one blank line too many
still parses, as the cheapest path.

Rules of this file: it knows templates, not texts; nothing here names a publisher or a word; every
price stands in the constants below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from math import inf
from typing import NamedTuple

from attrs import evolve

from ..layouts.inline import group_lines, is_inline
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
    has_any_gap,
)
from .line_slots import CLOSED, Slot, Wording, slot_of

SKIPPED_FIELD = 4.0  # a field that the template always prints is not there
SKIPPED_HEADLINE = 6.0  # … where a template that prints fixed gaps begins an article
SKIPPED_REPEAT = 1.5  # … or is not repeated
MISSING_LITERAL_COST = 1.0  # … or a word of the interface is missing
SKIPPED_LABEL = 6.0  # … or no more tells of the value that follows, or of stories in the body
PARTED_LINE = 0.5  # what the template prints on one line stands on several, a part
LEFT_OVER = 2.0  # a template with fixed gaps has no place for a block inside an article
WRONG_GAP = 1.0  # blocks stand closer or further apart than printed
MAX_TRANSITION_COST = 16.0  # transitions beyond this price are not kept

START = -1  # the state before the page
#: The shape of a gap: how many line ends, or one of these.
INLINE, RUN, ANY = 0, -1, -2


def gap_shape(gap: str) -> int:
    """How many line ends `gap` holds; without any, `RUN` if it is three blanks or more."""
    if gap == "\n\n":  # by far the most common
        return 2
    lines = gap.count("\n")
    if "\r" in gap:
        lines += gap.count("\r") - gap.count("\r\n")
    return lines or (RUN if len(gap) > 2 else INLINE)


class Transition(NamedTuple):
    """A way from one slot to another over a gap, and the parts of the model that it opens.

    `deviation` is the part of its price for what the template does not say; the rest the template
    itself asks for what it prints rarely.
    """

    price: float = 0.0
    gap: int = ANY
    opens: tuple[str, ...] = ()
    deviation: float = 0.0


#: A grammar has thousands of transitions, of which some hundreds differ.
_transition = lru_cache(maxsize=1 << 12)(Transition)


class PartialTransition(NamedTuple):
    """A transition in the making: `gap` collects what is printed on the way; `None` is anything."""

    price: float = 0.0
    gap: str | None = ""
    opens: tuple[str, ...] = ()
    deviation: float = 0.0

    def then(self, other: PartialTransition) -> PartialTransition:
        return PartialTransition(
            self.price + other.price,
            None if self.gap is None or other.gap is None else self.gap + other.gap,
            (*self.opens, *other.opens),
            self.deviation + other.deviation,
        )


class Transitions(NamedTuple):
    """The cheapest transitions over one gap: `into[t][s]` is that from slot `s` to slot `t`, and
    `prices[t][s]` its price, `inf` where there is none. (The last price is that of `START`.)"""

    into: tuple[Mapping[int, Transition], ...]
    prices: tuple[tuple[float, ...], ...]


class Grammar:
    """The slots of a template, and `into[t][s]`, the transitions from slot `s` to slot `t`.

    `ends` says what it costs to end the page after a slot, `has_fixed_gaps` whether the template
    says what stands between its fields.
    """

    def __init__(
        self,
        slots: tuple[Slot, ...],
        into: tuple[Mapping[int, list[Transition]], ...],
        ends: Mapping[int, float],
        has_fixed_gaps: bool,
    ) -> None:
        self.slots, self.into, self.ends, self.has_fixed_gaps = slots, into, ends, has_fixed_gaps
        gaps = (way.gap for before in into for ways in before.values() for way in ways)
        self._widest = max(gaps, default=ANY)
        self._over: dict[int, Transitions] = {}

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """The slots that take a line apart."""
        return tuple(at for at, slot in enumerate(self.slots) if slot.pattern is not None)

    @cached_property
    def doubling(self) -> frozenset[int]:
        """The slots that print the line above once more."""
        return frozenset(
            at
            for at, slot in enumerate(self.slots)
            if slot.again
            for before, ways in self.into[at].items()
            if before != START and self.slots[before].parts == slot.parts
            if any(way.price == 0 for way in ways)
        )

    def transitions(self, gap: int) -> Transitions:
        """The cheapest transition over `gap` to each slot from each slot before it."""
        gap = min(gap, self._widest + 1)  # all that are wider differ from every printed one
        if gap not in self._over:
            into = tuple(
                {before: _cheapest_over(gap, before, ways) for before, ways in table.items()}
                for table in self.into
            )
            states = (*range(len(self.slots)), START)
            prices = tuple(
                tuple([ways[before].price if before in ways else inf for before in states])
                for ways in into
            )
            self._over[gap] = Transitions(into, prices)
        return self._over[gap]


def _cheapest_over(gap: int, before: int, ways: Iterable[Transition]) -> Transition:
    """The cheapest of `ways` from the slot `before`; before the page, any gap is right."""
    right = (gap, ANY)
    priced = [way if before == START or way.gap in right else _over_wrong_gap(way) for way in ways]
    return priced[0] if len(priced) == 1 else min(priced, key=lambda way: way.price)


def _over_wrong_gap(way: Transition) -> Transition:
    return _transition(way.price + WRONG_GAP, way.gap, way.opens, way.deviation + WRONG_GAP)


def _leaving(price: float) -> PartialTransition:
    """What leaves something out that the template prints, or adds to it, over any gap."""
    return PartialTransition(price, None, deviation=price)


def compile_grammar(template: Node, words: Wording) -> Grammar:
    """The automaton of `template`. Raises `BadLayout` for a field that the model does not have."""
    has_fixed_gaps = not has_any_gap(template)
    builder = _Builder(words, has_fixed_gaps)
    whole = builder.build(template, ())
    builder.wire([(START, _NOTHING)], whole.first)
    ends = {START: 0.0}  # a page may hold no article
    for at, link in whole.last:
        ends[at] = min(link.price, ends.get(at, MAX_TRANSITION_COST))
    return Grammar(tuple(builder.slots), tuple(builder.into), ends, has_fixed_gaps)


_NOTHING = PartialTransition()
_Ends = list[tuple[int, PartialTransition]]


class _Fragment(NamedTuple):
    """A compiled piece: how it is entered and left, and what passing through it empty costs."""

    first: _Ends
    last: _Ends
    through: tuple[PartialTransition, ...] = ()


class _Builder:
    """Glushkov's construction, with transitions that carry price, gap and openings."""

    def __init__(self, words: Wording, has_fixed_gaps: bool) -> None:
        self.words, self.has_fixed_gaps = words, has_fixed_gaps
        self.slots: list[Slot] = []
        self.into: list[dict[int, list[Transition]]] = []

    def build(self, node: Node, scopes: tuple[str, ...]) -> _Fragment:
        match node:
            case Sequence(parts):
                return self._sequence(parts, scopes)
            case Choice(options):
                return _either([self.build(option, scopes) for option in options])
            case Maybe(inner):
                return _optional(self.build(inner, scopes))
            case Loop() if is_inline(node):
                return self._line([node], scopes)
            case Loop(inner, separator):
                return self._loop(inner, separator, scopes)
            case Scope(name, inner):
                piece = self.build(inner, (*scopes, name))
                opening = PartialTransition(opens=(name,))
                return piece._replace(first=[(at, opening.then(link)) for at, link in piece.first])
            case Gap(text):
                return _empty(PartialTransition(gap=text))
            case Price(cost):
                return _empty(PartialTransition(cost))
        return self._slot(slot_of((node,), scopes, self.words))

    def _sequence(self, parts: tuple[Node, ...], scopes: tuple[str, ...]) -> _Fragment:
        lines = group_lines(_with_first_rounds(parts))
        return self._joined(
            self.build(line[0], scopes) if len(line) == 1 else self._line(line, scopes)
            for line in lines
        )

    def _line(self, line: list[Node], scopes: tuple[str, ...]) -> _Fragment:
        """A line of several parts, or the same parts on lines of their own.

        Parted, a value is known by the words of its line; where they are missing, by itself.
        """
        pieces = [self._slot(slot_of(line, scopes, self.words)), self._parted(line, scopes, False)]
        if any(map(_says_a_word, line)):
            pieces.append(self._parted(line, scopes, True))
        return _either(pieces)

    def _parted(self, line: Iterable[Node], scopes: tuple[str, ...], labelled: bool) -> _Fragment:
        return self._joined(self._part(part, scopes, labelled) for part in line)

    def _part(self, part: Node, scopes: tuple[str, ...], labelled: bool) -> _Fragment:
        """A part of a line for itself: the blanks that it holds are gaps of any kind."""
        match part:
            case Gap():
                return _empty(_leaving(PARTED_LINE))
            case Maybe(inner):
                return _optional(self._part(inner, scopes, labelled))
            case Sequence(parts) if labelled and _says_a_word(part):  # its label cannot be missing
                whole = self._slot(slot_of(parts, scopes, self.words))._replace(through=())
                return _either([whole, self._parted(parts, scopes, True)])
            case Sequence(parts):  # a line of its own, or parted once more
                return self._sequence(parts, scopes)
            case Choice(options):
                return _either([self._part(option, scopes, labelled) for option in options])
            case Loop(inner, separator):  # a row for itself, or parted once more
                row = self._slot(evolve(slot_of((part,), scopes, self.words), labelled=labelled))
                between = Sequence((Price(PARTED_LINE), Gap(None)))
                return _either([row, self._loop(_after_sign(inner, separator), between, scopes)])
            case _ if _says_a_word(part):
                skipped = () if labelled else (_leaving(SKIPPED_LABEL),)
                return self.build(part, scopes)._replace(through=skipped)
        return self._slot(evolve(slot_of((part,), scopes, self.words), labelled=labelled))

    def _loop(self, inner: Node, separator: Node, scopes: tuple[str, ...]) -> _Fragment:
        piece = self.build(inner, scopes)
        between = self.build(separator, scopes).through
        self.wire(piece.last, [(at, gap.then(way)) for at, way in piece.first for gap in between])
        return piece

    def _joined(self, pieces: Iterable[_Fragment]) -> _Fragment:
        whole = _empty(_NOTHING)
        for piece in pieces:
            self.wire(whole.last, piece.first)
            first = [(at, way.then(link)) for at, link in piece.first for way in whole.through]
            last = [(at, link.then(way)) for at, link in whole.last for way in piece.through]
            through = _cheapest(a.then(b) for a in whole.through for b in piece.through)
            whole = _Fragment(
                _affordable(whole.first + first), _affordable(piece.last + last), through
            )
        return whole

    def wire(self, left: _Ends, right: _Ends) -> None:
        for before, out in left:
            for after, way_in in right:
                self._connect(before, after, out.then(way_in))

    def _connect(self, before: int, after: int, link: PartialTransition) -> None:
        if link.price > MAX_TRANSITION_COST:
            return
        shape = ANY if link.gap is None else gap_shape(link.gap)
        ways = self.into[after].setdefault(before, [])
        for known in ways:
            same_way = known.opens == link.opens and known.gap in (shape, ANY)
            if same_way and known.price <= link.price:
                return
        ways.append(_transition(link.price, shape, link.opens, link.deviation))

    def _slot(self, slot: Slot) -> _Fragment:
        ends = [(len(self.slots), _NOTHING)]
        self.slots.append(slot)
        self.into.append({})
        price = SKIPPED_REPEAT if slot.again else _missing(slot, self.has_fixed_gaps)
        return _Fragment(ends, ends, (_leaving(price),))


def _with_first_rounds(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """`parts`, where a loop over lines goes on from a line: its first round stands on that line."""
    rounds: list[Node] = []
    for before, part in zip((Price(0), *parts), parts, strict=False):
        match part:
            case Loop(inner, separator) if (
                is_inline(inner) and not is_inline(part) and is_inline(before)
            ):
                rounds += [inner, Maybe(Sequence((separator, part)))]
            case _:
                rounds.append(part)
    return tuple(rounds)


def _after_sign(inner: Node, separator: Node) -> Node:
    """A round of a loop that is cut out of its line: the sign before it may stand apart too."""
    sign = separator.text.strip() if isinstance(separator, Gap) and separator.text else ""
    return Sequence((Maybe(Sequence((Literal(sign), Gap(None)))), inner)) if sign else inner


def _says_a_word(part: Node) -> bool:
    """Whether a part of a line prints a word of the interface, whatever else it prints."""
    match part:
        case Literal():
            return True
        case Field(name):
            return name in CLOSED
        case Sequence(parts):
            return any(map(_says_a_word, parts))
        case Choice(options):
            return all(map(_says_a_word, options))
    return False


def _missing(slot: Slot, has_fixed_gaps: bool) -> float:
    """What it costs that a slot which the template always prints is not there."""
    if slot.role == "related_marker" and "see_also" in slot.scopes:
        return SKIPPED_LABEL
    words = [part.field is None for part in slot.parts if part.field or part.words]
    if all(words):
        return MISSING_LITERAL_COST
    if slot.role == "headline" and has_fixed_gaps:
        return SKIPPED_HEADLINE
    return SKIPPED_LABEL if any(words) else SKIPPED_FIELD


def _empty(link: PartialTransition) -> _Fragment:
    return _Fragment([], [], (link,))


def _optional(piece: _Fragment) -> _Fragment:
    return piece._replace(through=_cheapest((_NOTHING, *piece.through)))


def _either(pieces: list[_Fragment]) -> _Fragment:
    return _Fragment(
        [end for piece in pieces for end in piece.first],
        [end for piece in pieces for end in piece.last],
        _cheapest(link for piece in pieces for link in piece.through),
    )


def _cheapest(links: Iterable[PartialTransition]) -> tuple[PartialTransition, ...]:
    """The cheapest link of each gap."""
    return tuple(link for _, link in _affordable((0, link) for link in links))


def _affordable(ends: Iterable[tuple[int, PartialTransition]]) -> _Ends:
    """The cheapest link of each slot, gap and opening."""
    best: dict[tuple[int, str | None, tuple[str, ...]], PartialTransition] = {}
    for at, link in ends:
        key = (at, link.gap, link.opens)
        if link.price <= MAX_TRANSITION_COST and (key not in best or link.price < best[key].price):
            best[key] = link
    return [(key[0], link) for key, link in best.items()]
