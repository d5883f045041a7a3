"""The decoder: the cheapest way to take a page's blocks through a grammar.

Viterbi's algorithm, block by block. A block is taken by a slot, at the price of the edge that
leads there less what the evidence is worth for the slot's role; or it is left over as debris, and
the way stays where it is. Only slots whose role has evidence are tried, and ways that have fallen
far behind are dropped, so the work is linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import TypeAlias

from attrs import define, frozen

from ..blocks import Block
from ..lexicon.words import LONGEST_WORD, fold_label
from .evidence import wording
from .grammar import DEAREST, LEFT_OVER, START, Grammar, Passage, gap_shape
from .lines import Part, Slot
from .reading import Reading
from .roles import DEBRIS
from .weights import REMEMBERED, Weights

BEAM = 16.0  # ways that cost this much more than the cheapest are dropped
HOPELESS = 11.0  # a slot that costs this much more than a block's likeliest is not tried
MATCHED_WORD = 3.0  # the page prints a word exactly where the template does
LABELLED = 4.0  # … and a value behind it, on the same line or the next
REPEATED = 3.0  # a slot for a repetition takes a repetition …
NOT_REPEATED = 6.0  # … or something printed for the first time
EARLY_REPEAT = 2.0  # a slot for a first printing takes a repetition
PRINTED_TWICE = 8.0  # … of the line above, where an exact template prints something else
DEBRIS_PRICE = 2.0  # what chrome counts for when a layout is judged, a block
DETOUR = "a way round the template"
LONGEST_LINE = 600  # characters of a line that may be taken apart

#: A line taken apart: the parts of the slot that it holds, each with its block.
_Pieces: TypeAlias = list[tuple[Part, Block]]
_Split: TypeAlias = dict[tuple[int, int], _Pieces]

#: What tells a repetition: the line itself was printed before, or the site's title held it. The
#: title of the site stands above the page, and is no printing of the headline itself.
_TITLED = "the site's title names it"
_REPETITIONS = ("repeats", _TITLED)
_TWICE = "repeats the line above"
_SINGLE = frozenset({"headline", "kicker", "subtitle", "lead_image"})


@define(eq=False)
class Step:
    """One block, or one part of a line, and what it was taken for; `slot` is `None` for debris."""

    block: Block
    role: str
    field: str | None = None
    slot: Slot | None = None
    opens: tuple[str, ...] = ()
    evidence: tuple[tuple[str, float], ...] = ()


@frozen
class Decoded:
    """The cheapest way through. `cost` counts all; `detour` only where it leaves the template."""

    steps: tuple[Step, ...]
    cost: float
    detour: float


@frozen
class _Candidates:
    """What a block with the notes `names` may be: slots with their costs, and the cost and role of
    leaving it over."""

    names: tuple[str, ...]
    slots: tuple[tuple[int, float], ...]
    words: Mapping[int, float]  # the slots that print one word, if the block says it
    debris: float
    debris_role: str
    debris_told: tuple[tuple[str, float], ...]


_NOWHERE: dict[int, Passage] = {}


@frozen
class Path:
    """The cheapest way as slots, one a block; `None` is a block left over."""

    slots: tuple[int | None, ...]
    cost: float


@frozen
class _Found:
    """What the search found: what blocks may be, how slots were reached with each, and where it
    ended.

    A slot that is not told for a block was reached before it, and the block left over.
    """

    candidates: list[_Candidates]
    history: list[dict[int, Passage]]
    split: _Split
    last: int
    cost: float

    def backwards(self) -> Iterator[tuple[int, int, Passage]]:
        """Block, slot and passage along the cheapest way, the last block first."""
        slot = self.last
        for at in range(len(self.history) - 1, -1, -1):
            passage = self.history[at].get(slot) or Passage(slot, None)
            yield at, slot, passage
            slot = passage.before


@define(eq=False, slots=False)
class Decoder:
    """Decodes pages by one grammar; what it remembers between pages only saves time."""

    grammar: Grammar
    weights: Weights

    def __attrs_post_init__(self) -> None:
        self._candidates = lru_cache(REMEMBERED)(self._find_candidates)
        self._words: dict[str, list[int]] = {}
        for at, slot in enumerate(self.grammar.slots):
            for word in slot.parts[0].words if slot.pattern is None else ():
                self._words.setdefault(fold_label(word), []).append(at)
        self._word_slots = {place for places in self._words.values() for place in places}
        self._labelled = {at for at, slot in enumerate(self.grammar.slots) if slot.labelled}

    def decode(self, reading: Reading) -> Decoded:
        """The cheapest way to take `reading.blocks` (notes filled) through the grammar."""
        found = self._search(reading)
        steps = tuple(self._trace(reading, found))
        return Decoded(steps, found.cost, _detour(steps))

    def path(self, reading: Reading) -> Path:
        """The slot that takes each block on the cheapest way; `None` where it is left over."""
        found = self._search(reading)
        slots = [slot if passage.edge else None for _, slot, passage in found.backwards()]
        return Path(tuple(reversed(slots)), found.cost)

    def _search(self, reading: Reading) -> _Found:
        alive: dict[int, float] = {START: 0.0}
        candidates = [self._candidates(tuple(names)) for names in reading.notes]
        history: list[dict[int, Passage]] = []
        split: _Split = {}
        spent = 0.0  # on blocks that no slot may take, which are most of a page of HTML
        for at, (block, found) in enumerate(zip(reading.blocks, candidates, strict=True)):
            own = self._own_costs(at, block, found, reading, split)
            if not own and not self.grammar.exact:
                spent += found.debris
                history.append(_NOWHERE)
                continue
            alive, came = self._advance(alive, own, found.debris, gap_shape(block.gap))
            history.append(came)
        last, cost = min(
            ((slot, cost + self.grammar.ends.get(slot, DEAREST)) for slot, cost in alive.items()),
            key=lambda end: end[1],
        )
        return _Found(candidates, history, split, last, cost + spent)

    def _own_costs(
        self, at: int, block: Block, found: _Candidates, reading: Reading, split: _Split
    ) -> tuple[tuple[int, float], ...]:
        """What block `at` costs in every slot that may take it."""
        slots = found.slots
        if self._words and len(block.text) <= LONGEST_WORD:
            slots += self._words_at(block, found)
        if self.grammar.lines and len(block.text) <= LONGEST_LINE:
            slots += self._lines(at, block, reading, split)
        return slots

    def passages(self, alive: Mapping[int, float], reading: Reading, at: int) -> dict[int, float]:
        """The slots reached by block `at` from those `alive`, none dropped, with their costs."""
        block, found = reading.blocks[at], self._candidates(tuple(reading.notes[at]))
        ways = self.grammar.passages(gap_shape(block.gap))
        reached = {} if block.text else self._left_over(alive, found.debris)
        for slot, own in self._own_costs(at, block, found, reading, {}):
            for before, cost in alive.items():
                if before in ways[slot]:
                    total = cost + ways[slot][before].price + own
                    reached[slot] = min(total, reached.get(slot, inf))
        return reached

    def _left_over(self, alive: Mapping[int, float], debris: float) -> dict[int, float]:
        """The ways on which a block is left over."""
        more = LEFT_OVER if self.grammar.exact else 0.0
        reached = {slot: cost + debris + more for slot, cost in alive.items()}
        if START in alive:
            reached[START] = alive[START] + debris
        return reached

    def _advance(
        self, alive: dict[int, float], slots: Sequence[tuple[int, float]], debris: float, gap: int
    ) -> tuple[dict[int, float], dict[int, Passage]]:
        """The ways after one more block: what each costs, and how it came about.

        `alive` is in order of cost: prices are not negative, so once a way alone costs as much as
        the best passage found, no later one can be better.
        """
        reached = self._left_over(alive, debris)
        came: dict[int, Passage] = {}
        ways = self.grammar.passages(gap)
        for slot, own in slots:
            ways_into = ways[slot]
            best, chosen = reached.get(slot, inf) - own, None
            for before, cost in alive.items():
                if cost >= best:
                    break
                passage = ways_into.get(before)
                if passage is not None and cost + passage[2] < best:
                    best, chosen = cost + passage[2], passage
            if chosen is not None:
                reached[slot] = best + own
                came[slot] = chosen
        worst = min(reached.values()) + BEAM
        kept = sorted([(cost, slot) for slot, cost in reached.items() if cost <= worst])
        return {slot: cost for cost, slot in kept}, came

    def _find_candidates(self, names: tuple[str, ...]) -> _Candidates:
        scores = self.weights.scores(names)
        debris_role = max(DEBRIS, key=lambda role: scores[role])
        debris = -scores[debris_role]
        if self.grammar.exact and _TWICE in names:
            debris = min(debris, -LEFT_OVER)  # nothing is lost with it
        costs = {
            place: self._price(place, names, -scores[role])
            for role, places in self.grammar.by_role.items()
            for place in places
        }
        words = self._word_slots
        told = words | self._labelled  # by what stands there or beside it, whatever the evidence
        free = (cost for place, cost in costs.items() if place not in told)
        least = min(debris, *free)
        slots = tuple(
            (place, cost)
            for place, cost in sorted(costs.items())
            if place not in words and cost <= least + HOPELESS
        )
        matched = {place: min(costs[place], least) - MATCHED_WORD for place in words}
        evidence = self.weights.told(names, debris_role)
        return _Candidates(names, slots, matched, debris, debris_role, evidence)

    def _words_at(self, block: Block, found: _Candidates) -> tuple[tuple[int, float], ...]:
        """The slots that print just what `block` says; cheaper than leaving the block over."""
        return tuple((at, found.words[at]) for at in self._words.get(fold_label(block.text), ()))

    def _lines(
        self, at: int, block: Block, reading: Reading, split: _Split
    ) -> tuple[tuple[int, float], ...]:
        """The slots that take `block` apart, each with its cost; the parts go into `split`."""
        found: list[tuple[int, float]] = []
        for place in self.grammar.lines:
            slot = self.grammar.slots[place]
            pieces = _pieces(slot, block)
            if pieces is None:
                continue
            split[at, place] = pieces
            cost = self._cost(slot, pieces, reading)
            if self.grammar.exact and _TWICE in reading.notes[at]:
                cost = max(cost, 0.0) + PRINTED_TWICE
            found.append((place, cost))
        return tuple(found)

    def _cost(self, slot: Slot, pieces: _Pieces, reading: Reading) -> float:
        """What a line taken apart costs; a word on it tells what the rest is."""
        looks = [tuple(wording.look(piece.text, reading)) for _, piece in pieces]
        values = [look for (part, _), look in zip(pieces, looks, strict=True) if not part.words]
        told = slot.labelled or len(values) < len(pieces)
        labelled = told and not any(map(_is_chrome, values))
        cost = -LABELLED if labelled else 0.0
        for (part, _), names in zip(pieces, looks, strict=True):
            if part.words:
                cost -= MATCHED_WORD
            elif part.field:
                worth = self.weights.scores(names)[part.role]
                cost -= max(worth, 0.0) if labelled else worth
        return cost

    def _price(self, place: int, names: Sequence[str], cost: float) -> float:
        """What it costs that a slot takes a block, whose evidence alone costs `cost`."""
        slot = self.grammar.slots[place]
        if self.grammar.exact and _TWICE in names:  # what the line says, that above has said
            doubling = place in self.grammar.doubling
            return -REPEATED if doubling else max(cost, 0.0) + PRINTED_TWICE
        if slot.labelled:
            cost = min(cost, 0.0) - LABELLED
        return cost + _repetition_cost(slot, names)

    def _trace(self, reading: Reading, found: _Found) -> list[Step]:
        steps: list[Step] = []
        for at, slot, passage in found.backwards():
            block, known = reading.blocks[at], found.candidates[at]
            if passage.edge is None:
                steps.append(Step(block, known.debris_role, evidence=known.debris_told))
            elif (at, slot) in found.split:
                parts = self._parted(reading, found.split[at, slot], slot, passage)
                steps.extend(reversed(parts))
            else:
                steps.append(self._taken(block, known.names, slot, passage))
        steps.reverse()
        return steps

    def _taken(self, block: Block, names: tuple[str, ...], place: int, passage: Passage) -> Step:
        slot = self.grammar.slots[place]
        told = self.weights.told(names, slot.role) + _detour_of(passage)
        return Step(block, slot.role, slot.parts[0].field, slot, passage.opens, told)

    def _parted(
        self, reading: Reading, pieces: _Pieces, place: int, passage: Passage
    ) -> list[Step]:
        slot = self.grammar.slots[place]
        steps: list[Step] = []
        for part, block in pieces:
            told = self.weights.told(tuple(wording.look(block.text, reading)), part.role)
            opens = () if steps else passage.opens
            way = () if steps else _detour_of(passage)
            steps.append(Step(block, part.role, part.field, slot, opens, told + way))
        return steps


def _detour_of(passage: Passage) -> tuple[tuple[str, float], ...]:
    return ((DETOUR, -passage.price),) if passage.price else ()


def _detour(steps: tuple[Step, ...]) -> float:
    """What the page's way through a template costs over the way that the template prints."""
    left_over = sum(DEBRIS_PRICE for step in steps if step.slot is None and step.role == "chrome")
    last = (step.evidence[-1:] for step in steps if step.slot is not None)
    paid = (-weight for told in last for name, weight in told if name == DETOUR)
    return left_over + sum(paid)


def _repetition_cost(slot: Slot, names: Sequence[str]) -> float:
    if slot.again:  # a title ahead of its item is printed again; other repetitions repeat
        wanted = _REPETITIONS if slot.item is None else ("printed again",)
        return -REPEATED if any(name in names for name in wanted) else NOT_REPEATED
    early = "repeats" in names and _TITLED not in names and slot.parts[0].field in _SINGLE
    return EARLY_REPEAT if early else 0.0


def _is_chrome(names: Sequence[str]) -> bool:
    return "begins as chrome" in names


def _pieces(slot: Slot, block: Block) -> _Pieces | None:
    """`block` by the parts of `slot`; `None` if it does not fit."""
    parted = slot.parted(block.text)
    if parted is None:
        return None
    pieces: _Pieces = []
    before = 0
    for part, start, end in parted:
        gap = block.gap if not before and not start else block.text[before:start]
        pieces.append(
            (part, Block(block.text[start:end], block.start + start, block.start + end, gap))
        )
        before = end
    return pieces
