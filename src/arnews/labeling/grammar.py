"""The grammar: a layout's template as an automaton with prices.

Theory of operation. A template is a regular expression over fields. Each place in it that prints
something is a *slot*; a slot usually takes one block, and takes a whole line apart where a
template prints several fields on one line («section caption play-circle»). An *edge* leads from
slot to slot; it knows what gap the template prints between the two, what the passage costs, and
which parts of the model it opens (an article, a related item). What the template says costs
nothing. Leaving out what it calls for has a price, and so has another gap than the printed one:
a page with a missing button or one blank line too many still parses, as the cheapest way through.

Rules of this file: it knows templates, not texts; nothing here names a publisher or a word; every
price stands in the constants below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from attrs import define, evolve, field, frozen

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
from .lines import CLOSED, Slot, Wording, slot_of

SKIPPED_FIELD = 4.0  # a field that the template always prints is not there
SKIPPED_REPEAT = 1.5  # … or is not repeated
SKIPPED_WORD = 1.0  # … or a word of the interface is missing
SKIPPED_LABEL = 6.0  # … or no more tells of the value that follows, or of stories in the body
PARTED_LINE = 0.5  # what the template prints on one line stands on several, a part
LEFT_OVER = 2.0  # an exact template has no place for a block inside an article
WRONG_GAP = 1.0  # blocks stand closer or further apart than printed
DEAREST = 16.0  # edges beyond this price are not kept

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


@frozen
class Edge:
    """A way from one slot to another."""

    price: float = 0.0
    gap: int = ANY
    opens: tuple[str, ...] = ()


class Passage(NamedTuple):
    """How a slot is reached with a block: from which slot, by which edge (`None`: the block is left
    over and the way stays in its slot), and what that costs."""

    before: int
    edge: Edge | None
    price: float = 0.0

    @property
    def opens(self) -> tuple[str, ...]:
        return self.edge.opens if self.edge else ()


@frozen
class _Link:
    """An edge in the making: `gap` collects what is printed on the way; `None` is anything."""

    price: float = 0.0
    gap: str | None = ""
    opens: tuple[str, ...] = ()

    def then(self, other: _Link) -> _Link:
        gap = None if self.gap is None or other.gap is None else self.gap + other.gap
        return _Link(self.price + other.price, gap, (*self.opens, *other.opens))

    def edge(self) -> Edge:
        shape = ANY if self.gap is None else gap_shape(self.gap)
        return Edge(self.price, shape, self.opens)


_Ends = list[tuple[int, _Link]]


@frozen
class _Fragment:
    """A compiled piece: how it is entered and left, and what passing through it empty costs."""

    first: _Ends
    last: _Ends
    through: tuple[_Link, ...] = ()


@define(eq=False, slots=False)
class Grammar:
    """`into[t][s]` are the edges from slot `s` to slot `t`; slot `START` is before the page."""

    slots: tuple[Slot, ...]
    into: tuple[Mapping[int, tuple[Edge, ...]], ...]
    ends: Mapping[int, float]  # what it costs to end the page after a slot
    exact: bool = False  # whether the template says what stands between its fields
    _passages: dict[int, _Passages] = field(factory=dict)

    @cached_property
    def by_role(self) -> Mapping[str, tuple[int, ...]]:
        """The slots that take one whole block, by role."""
        table: dict[str, list[int]] = {}
        for at, slot in enumerate(self.slots):
            if slot.pattern is None:
                table.setdefault(slot.role, []).append(at)
        return {role: tuple(slots) for role, slots in table.items()}

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """The slots that take a line apart."""
        return tuple(at for at, slot in enumerate(self.slots) if slot.pattern is not None)

    @cached_property
    def doubling(self) -> frozenset[int]:
        """The slots that print the line above once more."""
        return frozenset(
            at
            for at, ways in enumerate(self.into)
            if self.slots[at].again
            for before, edges in ways.items()
            if before != START and self.slots[before].parts == self.slots[at].parts
            if any(edge.price == 0 for edge in edges)
        )

    def passages(self, gap: int) -> _Passages:
        """The cheapest passage over `gap` to each slot from each slot before it."""
        gap = min(gap, self._widest + 1)  # all that are wider differ from every edge
        known = self._passages.get(gap)
        if known is None:
            known = self._passages[gap] = tuple(
                {before: _cheapest_over(gap, before, edges) for before, edges in ways.items()}
                for ways in self.into
            )
        return known

    @cached_property
    def _widest(self) -> int:
        edges = (edge for ways in self.into for many in ways.values() for edge in many)
        return max((edge.gap for edge in edges), default=ANY)


START = -1
_Passages = tuple[Mapping[int, Passage], ...]


def _cheapest_over(gap: int, before: int, edges: Iterable[Edge]) -> Passage:
    """The cheapest of `edges` from the slot `before`; before the page, any gap is right."""
    free = (gap, ANY)
    passages = (
        Passage(
            before,
            edge,
            edge.price if before == START or edge.gap in free else edge.price + WRONG_GAP,
        )
        for edge in edges
    )
    return min(passages, key=lambda passage: passage.price)


def compile_grammar(template: Node, words: Wording) -> Grammar:
    """The automaton of `template`. Raises `BadLayout` for a field that the model does not have."""
    builder = _Builder(words)
    whole = builder.build(template, ())
    for at, link in whole.first:
        builder.connect(START, at, link)
    ends = {START: 0.0}  # a page may hold no article
    for at, link in whole.last:
        ends[at] = min(link.price, ends.get(at, DEAREST))
    into = tuple(
        {before: tuple(edges) for before, edges in builder.edges[at].items()}
        for at in range(len(builder.slots))
    )
    return Grammar(tuple(builder.slots), into, ends, not has_any_gap(template))


class _Builder:
    """Glushkov's construction, with links that carry gap, price and openings."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.slots: list[Slot] = []
        self.edges: list[dict[int, list[Edge]]] = []

    def build(self, node: Node, scopes: tuple[str, ...]) -> _Fragment:
        match node:
            case Sequence(parts):
                return self._sequence(parts, scopes)
            case Choice(options):
                return _either([self.build(option, scopes) for option in options])
            case Maybe(inner):
                piece = self.build(inner, scopes)
                return evolve(piece, through=_cheapest((_Link(), *piece.through)))
            case Loop() if is_inline(node):
                return self._line([node], scopes)
            case Loop(inner, separator):
                return self._loop(inner, separator, scopes)
            case Scope(name, inner):
                piece = self.build(inner, (*scopes, name))
                opening = _Link(opens=(name,))
                return evolve(piece, first=[(at, opening.then(link)) for at, link in piece.first])
            case Gap(text):
                return _Fragment([], [], (_Link(gap=text),))
            case Price(cost):
                return _Fragment([], [], (_Link(price=cost),))
        return self._slot(slot_of((node,), scopes, self.words))

    def _sequence(self, parts: tuple[Node, ...], scopes: tuple[str, ...]) -> _Fragment:
        whole = _Fragment([], [], (_Link(),))
        for line in group_lines(_with_first_rounds(parts)):
            piece = self.build(line[0], scopes) if len(line) == 1 else self._line(line, scopes)
            whole = self._joined(whole, piece)
        return whole

    def _line(self, line: list[Node], scopes: tuple[str, ...]) -> _Fragment:
        """A line of several parts, or the same parts on lines of their own.

        Parted, a value is known by the words of its line; where they are missing, by itself.
        """
        pieces = [self._slot(slot_of(line, scopes, self.words)), self._parted(line, scopes, False)]
        if any(map(_says_a_word, line)):
            pieces.append(self._parted(line, scopes, True))
        return _either(pieces)

    def _labelled(self, line: tuple[Node, ...], scopes: tuple[str, ...]) -> _Fragment:
        """A line of several parts without which the label of another part is missing."""
        whole = evolve(self._slot(slot_of(line, scopes, self.words)), through=())
        return _either([whole, self._parted(line, scopes, True)])

    def _parted(self, line: Iterable[Node], scopes: tuple[str, ...], labelled: bool) -> _Fragment:
        whole = _Fragment([], [], (_Link(),))
        for part in line:
            whole = self._joined(whole, self._part(part, scopes, labelled))
        return whole

    def _part(self, part: Node, scopes: tuple[str, ...], labelled: bool) -> _Fragment:
        """A part of a line for itself: the blanks that it holds are gaps of any kind."""
        match part:
            case Gap():
                return _Fragment([], [], (_Link(PARTED_LINE, None),))
            case Maybe(inner):
                piece = self._part(inner, scopes, labelled)
                return evolve(piece, through=_cheapest((_Link(), *piece.through)))
            case Sequence(parts) if labelled and _says_a_word(part):
                return self._labelled(parts, scopes)
            case Sequence(parts):  # a line of its own, or parted once more
                return self._sequence(parts, scopes)
            case Choice(options):
                return _either([self._part(option, scopes, labelled) for option in options])
            case Loop(inner, separator):  # a row for itself, or parted once more
                row = self._slot(evolve(slot_of((part,), scopes, self.words), labelled=labelled))
                between = Sequence((Price(PARTED_LINE), Gap(None)))
                rounds = self._loop(_after_sign(inner, separator), between, scopes)
                return _either([row, rounds])
            case _ if _says_a_word(part):
                skipped = () if labelled else (_Link(SKIPPED_LABEL, None),)
                return evolve(self.build(part, scopes), through=skipped)
        return self._slot(evolve(slot_of((part,), scopes, self.words), labelled=labelled))

    def _loop(self, inner: Node, separator: Node, scopes: tuple[str, ...]) -> _Fragment:
        piece = self.build(inner, scopes)
        between = self.build(separator, scopes).through
        self._wire(
            piece.last, [(at, gap.then(link)) for at, link in piece.first for gap in between]
        )
        return piece

    def _joined(self, left: _Fragment, right: _Fragment) -> _Fragment:
        self._wire(left.last, right.first)
        first = left.first + [(at, t.then(link)) for at, link in right.first for t in left.through]
        last = right.last + [(at, link.then(t)) for at, link in left.last for t in right.through]
        through = _cheapest(a.then(b) for a in left.through for b in right.through)
        return _Fragment(_affordable(first), _affordable(last), through)

    def _wire(self, left: _Ends, right: _Ends) -> None:
        for before, out in left:
            for after, way_in in right:
                self.connect(before, after, out.then(way_in))

    def connect(self, before: int, after: int, link: _Link) -> None:
        if link.price > DEAREST:
            return
        edge = link.edge()
        edges = self.edges[after].setdefault(before, [])
        for known in edges:
            same_way = known.opens == edge.opens and known.gap in (edge.gap, ANY)
            if same_way and known.price <= edge.price:
                return
        edges.append(edge)

    def _slot(self, slot: Slot) -> _Fragment:
        at = len(self.slots)
        self.slots.append(slot)
        self.edges.append({})
        price = SKIPPED_REPEAT if slot.again else _missing(slot)
        return _Fragment([(at, _Link())], [(at, _Link())], (_Link(price, None),))


def _with_first_rounds(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """`parts`, where a loop over lines goes on from a line: its first round stands on that line."""
    told: list[Node] = []
    for before, part in zip((Price(0), *parts), parts, strict=False):
        match part:
            case Loop(inner, separator) if is_inline(inner) and not is_inline(part):
                first = is_inline(before)
                told += [inner, Maybe(Sequence((separator, part)))] if first else [part]
            case _:
                told.append(part)
    return tuple(told)


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


def _missing(slot: Slot) -> float:
    """What it costs that a slot which the template always prints is not there."""
    if slot.role == "related_marker" and "see_also" in slot.scopes:
        return SKIPPED_LABEL
    words = [part.field is None for part in slot.parts if part.field or part.words]
    if all(words):
        return SKIPPED_WORD
    return SKIPPED_LABEL if any(words) else SKIPPED_FIELD


def _either(pieces: list[_Fragment]) -> _Fragment:
    return _Fragment(
        [end for piece in pieces for end in piece.first],
        [end for piece in pieces for end in piece.last],
        _cheapest(link for piece in pieces for link in piece.through),
    )


def _cheapest(links: Iterable[_Link]) -> tuple[_Link, ...]:
    """The cheapest link of each gap."""
    best: dict[str | None, _Link] = {}
    for link in links:
        if link.gap not in best or link.price < best[link.gap].price:
            best[link.gap] = link
    return tuple(link for link in best.values() if link.price <= DEAREST)


def _affordable(ends: _Ends) -> _Ends:
    best: dict[tuple[int, str | None, tuple[str, ...]], _Link] = {}
    for at, link in ends:
        key = (at, link.gap, link.opens)
        if link.price <= DEAREST and (key not in best or link.price < best[key].price):
            best[key] = link
    return [(key[0], link) for key, link in best.items()]
