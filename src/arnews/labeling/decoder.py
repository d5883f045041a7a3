"""The decoder: the cheapest path that takes a page's blocks through a grammar.

Viterbi's algorithm, block by block. A block is taken by a slot, at the price of the edge that
leads there less what its features are worth for the slot's role (the emission); or it is skipped as
debris, and the state does not change. Only slots whose role has evidence are tried, and states that
cost far more than the cheapest leave the beam, so the work is linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import TypeAlias

from attrs import define, frozen

from ..blocks import Block
from ..lexicon.words import LONGEST_WORD, fold_label
from .features import look
from .features.repetition import PRINTED_AGAIN, REPEATS, REPEATS_ABOVE, TITLED
from .features.values import DATE_LABEL
from .features.vocabulary import CHROME_HEAD
from .grammar import LEFT_OVER, MAX_TRANSITION_COST, START, Grammar, Transition, gap_shape
from .line_slots import Part, Slot
from .page_context import PageContext
from .roles import DEBRIS
from .weights import REMEMBERED, Weights
from .zones import FAR

BEAM = 16.0  # states that cost this much more than the cheapest are dropped
MAX_EMISSION_GAP = 11.0  # a slot that costs this much more than a block's likeliest is not tried
MATCHED_WORD = 3.0  # the page prints a word exactly where the template does
LABELLED = 4.0  # the page prints a value behind its label, on the same line or the next
REPEATED = 3.0  # a slot for a repetition takes a repetition
NOT_REPEATED = 6.0  # a slot for a repetition takes something printed for the first time
EARLY_REPEAT = 2.0  # a slot for a first printing takes a repetition
PRINTED_TWICE = 8.0  # a line equals the one above, where a fixed template repeats nothing
CHROME_PRICE = 2.0  # what a block of chrome counts for when a layout is judged
TEMPLATE_DEVIATION = "template deviation"
LONGEST_LINE = 600  # characters of a line that may be taken apart

#: A line taken apart: the parts of the slot that it holds, each with its block.
Pieces: TypeAlias = list[tuple[Part, Block]]

#: What tells a repetition. The <title> that holds a headline stands above the page, and is no
#: first printing of the headline itself.
_REPETITION = REPEATS | TITLED
_SINGLE = frozenset({"headline", "kicker", "subtitle", "lead_image"})


@define(eq=False)
class Step:
    """One block, or one part of a line, and what it was taken for; `slot` is `None` for debris.

    `features` are its bits, `deviation` what reaching the slot cost over what the template prints.
    """

    block: Block
    index: int
    role: str
    features: int
    field: str | None = None
    slot: Slot | None = None
    opens: tuple[str, ...] = ()
    deviation: float = 0.0

    @property
    def is_label(self) -> bool:
        """Whether it announces the value of the next block («آخر تحديث:»)."""
        return bool(self.features & DATE_LABEL)


@frozen
class Decoded:
    """The cheapest path. `cost` counts all; `deviation` only where it leaves the template."""

    steps: tuple[Step, ...]
    cost: float
    deviation: float


@frozen
class Path:
    """The cheapest path as slots, one a block; `None` is a skipped block."""

    slots: tuple[int | None, ...]
    cost: float


@frozen
class Emissions:
    """What a block may be: slots with their costs, and cost and role of skipping it.

    `words` are the slots that print one word, if the block says it.
    """

    slots: tuple[tuple[int, float], ...]
    words: Mapping[int, float]
    debris: float
    debris_role: str


@frozen
class _Lattice:
    """The search: emissions of each block, backpointers, lines taken apart, and the last state.

    No backpointer for a slot means that the block was skipped as debris.
    """

    emissions: list[Emissions]
    backpointers: list[dict[int, Transition]]
    pieces: dict[tuple[int, int], Pieces]
    last: int
    cost: float

    def backwards(self) -> Iterator[tuple[int, int, Transition]]:
        """Block, slot and transition along the cheapest path, the last block first."""
        slot = self.last
        for index in range(len(self.backpointers) - 1, -1, -1):
            transition = self.backpointers[index].get(slot) or Transition(slot, None)
            yield index, slot, transition
            slot = transition.before


_SKIPPED: dict[int, Transition] = {}


@define(eq=False, slots=False)
class Decoder:
    """Decodes pages by one grammar; what it remembers between pages only saves time."""

    grammar: Grammar
    weights: Weights

    def __attrs_post_init__(self) -> None:
        self.emissions = lru_cache(REMEMBERED)(self._emissions)
        self._words: dict[str, list[int]] = {}
        for place, slot in enumerate(self.grammar.slots):
            for word in slot.parts[0].words if slot.pattern is None else ():
                self._words.setdefault(fold_label(word), []).append(place)
        self._word_slots = {place for places in self._words.values() for place in places}
        self._labelled = {at for at, slot in enumerate(self.grammar.slots) if slot.labelled}

    def decode(self, page: PageContext) -> Decoded:
        """The cheapest path of `page`, whose features are known, through the grammar."""
        lattice = self._search(page)
        steps = tuple(self._backtrack(page, lattice))
        return Decoded(steps, lattice.cost, _deviation(steps))

    def path(self, page: PageContext) -> Path:
        """The slot that takes each block on the cheapest path."""
        lattice = self._search(page)
        slots = [slot if step.edge else None for _, slot, step in lattice.backwards()]
        return Path(tuple(reversed(slots)), lattice.cost)

    def _search(self, page: PageContext) -> _Lattice:
        beam: dict[int, float] = {START: 0.0}
        emissions: list[Emissions] = []
        backpointers: list[dict[int, Transition]] = []
        pieces: dict[tuple[int, int], Pieces] = {}
        spent = 0.0  # on blocks that no slot may take, which are most of a page of HTML
        fixed = self.grammar.has_fixed_gaps
        for index, block in enumerate(page.blocks):
            known = self.emissions(page.features[index], page.selected.get(index))
            emissions.append(known)
            slots = self._slots(index, block, known, page, pieces)
            if not slots and not fixed:
                spent += known.debris
                backpointers.append(_SKIPPED)
                continue
            beam, reached = self._viterbi_step(beam, slots, known.debris, gap_shape(block.gap))
            backpointers.append(reached)
        ends = self.grammar.ends
        last, cost = min(
            ((slot, cost + ends.get(slot, MAX_TRANSITION_COST)) for slot, cost in beam.items()),
            key=lambda end: end[1],
        )
        return _Lattice(emissions, backpointers, pieces, last, cost + spent)

    def _slots(
        self,
        index: int,
        block: Block,
        known: Emissions,
        page: PageContext,
        pieces: dict[tuple[int, int], Pieces],
    ) -> tuple[tuple[int, float], ...]:
        """What block `index` costs in every slot that may take it."""
        slots = known.slots
        size = len(block.text)
        if self._words and size <= LONGEST_WORD:
            matched = self._words.get(fold_label(block.text), ())
            slots += tuple((at, known.words[at]) for at in matched if at in known.words)
        if self.grammar.lines and size <= LONGEST_LINE:
            slots += self._line_slots(index, block, page, pieces)
        return slots

    def reach(self, costs: Mapping[int, float], page: PageContext, index: int) -> dict[int, float]:
        """The slots reached by block `index` from those in `costs`, none dropped, with costs."""
        block = page.blocks[index]
        known = self.emissions(page.features[index], page.selected.get(index))
        transitions = self.grammar.transitions(gap_shape(block.gap))
        reached = {} if block.text else self._skip(costs, known.debris)
        for slot, emission in self._slots(index, block, known, page, {}):
            for before, cost in costs.items():
                if before in transitions[slot]:
                    total = cost + transitions[slot][before].price + emission
                    reached[slot] = min(total, reached.get(slot, inf))
        return reached

    def _skip(self, beam: Mapping[int, float], debris: float) -> dict[int, float]:
        """The states after a block that is skipped."""
        more = LEFT_OVER if self.grammar.has_fixed_gaps else 0.0
        reached = {slot: cost + debris + more for slot, cost in beam.items()}
        if START in beam:
            reached[START] = beam[START] + debris
        return reached

    def _viterbi_step(
        self, beam: dict[int, float], slots: Sequence[tuple[int, float]], debris: float, gap: int
    ) -> tuple[dict[int, float], dict[int, Transition]]:
        """The states after one more block: what each costs, and how it was reached.

        `beam` is in order of cost: prices are not negative, so once a state alone costs as much as
        the best transition found, no later one can be better.
        """
        reached = self._skip(beam, debris)
        backpointers: dict[int, Transition] = {}
        transitions = self.grammar.transitions(gap)
        for slot, emission in slots:
            into = transitions[slot]
            best, chosen = reached.get(slot, inf) - emission, None
            for before, cost in beam.items():
                if cost >= best:
                    break
                transition = into.get(before)
                if transition is not None and cost + transition[2] < best:
                    best, chosen = cost + transition[2], transition
            if chosen is not None:
                reached[slot] = best + emission
                backpointers[slot] = chosen
        worst = min(reached.values()) + BEAM
        kept = sorted([(cost, slot) for slot, cost in reached.items() if cost <= worst])
        return {slot: cost for cost, slot in kept}, backpointers

    def _emissions(self, bits: int, selected: str | None) -> Emissions:
        scores = self.weights.scores(bits, selected)
        debris_role = max(DEBRIS, key=lambda role: scores[role])
        debris = -scores[debris_role]
        if bits == FAR and selected is None:
            return Emissions((), {}, debris, debris_role)
        if self.grammar.has_fixed_gaps and bits & REPEATS_ABOVE:
            debris = min(debris, -LEFT_OVER)  # nothing is lost with it
        costs = {
            place: self._emission(place, bits, -scores[role])
            for role, places in self.grammar.by_role.items()
            for place in places
        }
        words = self._word_slots
        certain = words | self._labelled  # known by a word there or beside it
        free = (cost for place, cost in costs.items() if place not in certain)
        least = min(debris, *free)
        slots = tuple(
            (place, cost)
            for place, cost in sorted(costs.items())
            if place not in words and cost <= least + MAX_EMISSION_GAP
        )
        matched = {place: min(costs[place], least) - MATCHED_WORD for place in words}
        return Emissions(slots, matched, debris, debris_role)

    def _emission(self, place: int, bits: int, cost: float) -> float:
        """What it costs that a slot takes a block, whose features alone cost `cost`."""
        slot = self.grammar.slots[place]
        if self.grammar.has_fixed_gaps and bits & REPEATS_ABOVE:
            doubling = place in self.grammar.doubling
            return -REPEATED if doubling else max(cost, 0.0) + PRINTED_TWICE
        if slot.labelled:
            cost = min(cost, 0.0) - LABELLED
        return cost + _repetition_cost(slot, bits)

    def _line_slots(
        self, index: int, block: Block, page: PageContext, pieces: dict[tuple[int, int], Pieces]
    ) -> tuple[tuple[int, float], ...]:
        """The slots that take `block` apart, each with its cost; the parts go into `pieces`."""
        found: list[tuple[int, float]] = []
        for place in self.grammar.lines:
            slot = self.grammar.slots[place]
            parts = _pieces(slot, block)
            if parts is None:
                continue
            pieces[index, place] = parts
            cost = self._line_cost(slot, parts, page)
            if self.grammar.has_fixed_gaps and page.features[index] & REPEATS_ABOVE:
                cost = max(cost, 0.0) + PRINTED_TWICE
            found.append((place, cost))
        return tuple(found)

    def _line_cost(self, slot: Slot, pieces: Pieces, page: PageContext) -> float:
        """What a line taken apart costs; a word on it says what the rest is."""
        looks = [look(piece.text, page) for _, piece in pieces]
        values = [bits for (part, _), bits in zip(pieces, looks, strict=True) if not part.words]
        named = slot.labelled or len(values) < len(pieces)
        labelled = named and not any(bits & CHROME_HEAD for bits in values)
        cost = -LABELLED if labelled else 0.0
        for (part, _), bits in zip(pieces, looks, strict=True):
            if part.words:
                cost -= MATCHED_WORD
            elif part.field:
                worth = self.weights.scores(bits)[part.role]
                cost -= max(worth, 0.0) if labelled else worth
        return cost

    def _backtrack(self, page: PageContext, lattice: _Lattice) -> list[Step]:
        steps: list[Step] = []
        for index, place, transition in lattice.backwards():
            block, bits = page.blocks[index], page.features[index]
            if transition.edge is None:
                steps.append(Step(block, index, lattice.emissions[index].debris_role, bits))
                continue
            slot = self.grammar.slots[place]
            opens, price = transition.opens, transition.price
            if (index, place) not in lattice.pieces:
                field = slot.parts[0].field
                steps.append(Step(block, index, slot.role, bits, field, slot, opens, price))
                continue
            parts = [
                Step(piece, index, part.role, look(piece.text, page), part.field, slot)
                for part, piece in lattice.pieces[index, place]
            ]
            parts[0].opens, parts[0].deviation = opens, price
            steps.extend(reversed(parts))
        steps.reverse()
        return steps


def _deviation(steps: tuple[Step, ...]) -> float:
    """What the page's path through a template costs over the path that the template prints."""
    skipped = sum(step.slot is None and step.role == "chrome" for step in steps)
    return CHROME_PRICE * skipped + sum(step.deviation for step in steps)


def _repetition_cost(slot: Slot, bits: int) -> float:
    if slot.again:  # a title ahead of its item is printed again; other repetitions repeat
        wanted = _REPETITION if slot.item is None else PRINTED_AGAIN
        return -REPEATED if bits & wanted else NOT_REPEATED
    early = bits & REPEATS and not bits & TITLED and slot.parts[0].field in _SINGLE
    return EARLY_REPEAT if early else 0.0


def _pieces(slot: Slot, block: Block) -> Pieces | None:
    """`block` by the parts of `slot`; `None` if it does not fit."""
    parted = slot.parted(block.text)
    if parted is None:
        return None
    pieces: Pieces = []
    before = 0
    for part, start, end in parted:
        gap = block.gap if not before and not start else block.text[before:start]
        pieces.append(
            (part, Block(block.text[start:end], block.start + start, block.start + end, gap))
        )
        before = end
    return pieces
