"""The decoder: the cheapest path that takes a page's blocks through a grammar.

Viterbi's algorithm, block by block. A block is taken by a slot, at the price of the transition that
leads there less what its features are worth for the slot's role (the emission); or it is skipped as
debris, and the state does not change. Only slots whose role has evidence are tried, and states that
cost far more than the cheapest leave the beam, so the work is linear in the number of blocks.

Costs in a beam are told relative to its cheapest state, so a page that goes on as another did (a
paragraph after paragraphs) takes a step that is known: the automaton is determinized as it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple, TypeAlias

from attrs import define

from ..blocks import Block
from ..lexicon.words import fold_label
from .features import look
from .features.html import SHORT_LINKS, SITE_PICTURE
from .features.repetition import PRINTED_AGAIN, REPEATS, REPEATS_ABOVE, TITLED
from .features.values import DATE_LABEL
from .features.vocabulary import CHROME_HEAD
from .grammar import LEFT_OVER, MAX_TRANSITION_COST, START, Grammar, gap_shape
from .line_slots import Part, Slot
from .page_context import PageContext
from .roles import DEBRIS
from .weights import REMEMBERED, Weights
from .zones import FAR

BEAM = 16.0  # states that cost this much more than the cheapest are dropped
STEPS = 1 << 12  # steps that are kept
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
_MARKS = 12  # characters around the word of a slot

#: What tells a repetition. The <title> that holds a headline stands above the page, and is no
#: first printing of the headline itself.
_REPETITION = REPEATS | TITLED
#: Far from every article, these are no part of one.
_NEVER_NEAR = SHORT_LINKS | SITE_PICTURE
_SINGLE = frozenset({"headline", "kicker", "subtitle", "lead_image"})

_NOWHERE: Mapping[int, int] = {}  # a block that no slot takes
#: Slots with their costs.
Costs: TypeAlias = tuple[tuple[int, float], ...]
#: The costs of states, the cheapest first, and the states.
Beam: TypeAlias = tuple[tuple[float, ...], tuple[int, ...]]


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


class Decoded(NamedTuple):
    """The cheapest path. `cost` counts all; `deviation` only where it leaves the template."""

    steps: tuple[Step, ...]
    cost: float
    deviation: float


@define(eq=False)
class Emissions:
    """What a block may be: slots with their costs, and cost and role of skipping it.

    `words` are the slots that print one word, if the block says it.
    """

    slots: Mapping[int, float]
    words: Mapping[int, float]
    debris: float
    debris_role: str


class _Kind(NamedTuple):
    """Slots that cost the same. `places` take a block for its features, `words` for its word;
    `is_sure` says that one of them needs no word there or beside it."""

    slot: Slot
    doubling: bool
    places: list[int]
    words: list[int]
    is_sure: bool


class Path(NamedTuple):
    """The cheapest path: the slot of each block and the state before it, the last block first.

    The slot is `None` for a block that was skipped.
    """

    backwards: list[tuple[int | None, int]]
    cost: float

    @property
    def slots(self) -> tuple[int | None, ...]:
        """The slot that takes each block, in the order of the page."""
        return tuple(slot for slot, _ in reversed(self.backwards))


class Decoder:
    """Decodes pages by one grammar; what it remembers between pages only saves time."""

    def __init__(self, grammar: Grammar, weights: Weights) -> None:
        self.grammar, self.weights = grammar, weights
        self.emissions = lru_cache(REMEMBERED)(self._emissions)
        self.viterbi_step = lru_cache(STEPS)(self._viterbi_step)
        self._words: dict[str, list[int]] = {}
        alike: dict[tuple[object, ...], list[int]] = {}
        for place, slot in enumerate(grammar.slots):
            if slot.pattern is None:
                for word in slot.parts[0].words:
                    self._words.setdefault(fold_label(word), []).append(place)
                single, doubles = slot.parts[0].field in _SINGLE, place in grammar.doubling
                kind = (slot.role, slot.labelled, slot.again, slot.item is None, single, doubles)
                alike.setdefault(kind, []).append(place)
        self._longest = max(map(len, self._words), default=0) + _MARKS
        self._kinds = tuple(map(self._kind, alike.values()))

    def _kind(self, alike: list[int]) -> _Kind:
        slots, first = self.grammar.slots, alike[0]
        places = [place for place in alike if not slots[place].parts[0].words]
        words = [place for place in alike if slots[place].parts[0].words]
        is_sure = bool(places) and not slots[first].labelled
        return _Kind(slots[first], first in self.grammar.doubling, places, words, is_sure)

    def decode(self, page: PageContext) -> Decoded:
        """The cheapest path of `page`, whose features are known, through the grammar."""
        path = self.path(page)
        steps = tuple(self._steps(page, path))
        return Decoded(steps, path.cost, _deviation(steps))

    def path(self, page: PageContext) -> Path:
        """The cheapest path of `page`: a beam of states goes through it, and back along the
        backpointers."""
        beam: Beam = ((0.0,), (START,))
        cost = 0.0
        backpointers: list[Mapping[int, int]] = []
        lines, has_fixed_gaps = self.grammar.lines, self.grammar.has_fixed_gaps
        emissions, selected = self.emissions, page.selected.get
        for index, (block, bits) in enumerate(zip(page.blocks, page.features, strict=True)):
            known = emissions(bits, selected(index))
            more: Costs = ()
            # none far from an article
            if lines or (known.words and len(block.text) <= self._longest):
                more = self._slots_by_text(index, block, known, page)
            if not (known.slots or more or has_fixed_gaps):
                cost += known.debris  # no slot may take it, as most blocks of a page of HTML
                backpointers.append(_NOWHERE)
                continue
            beam, reached, spent = self.viterbi_step(beam, known, more, gap_shape(block.gap))
            cost += spent
            backpointers.append(reached)
        ends = self.grammar.ends
        states = zip(*beam, strict=True)
        last = [(cost + ends.get(slot, MAX_TRANSITION_COST), slot) for cost, slot in states]
        left, slot = min(last, key=lambda end: end[0])
        return Path(list(_backtrack(backpointers, slot)), cost + left)

    def reach(self, costs: Mapping[int, float], page: PageContext, index: int) -> dict[int, float]:
        """The slots that take block `index` after those in `costs`, none dropped, with costs."""
        block = page.blocks[index]
        known = self.emissions(page.features[index], page.selected.get(index))
        prices = self.grammar.transitions(gap_shape(block.gap)).prices
        more = self._slots_by_text(index, block, known, page)
        reached: dict[int, float] = {}
        for slot, emission in (*known.slots.items(), *more):
            ways = (cost + prices[slot][before] for before, cost in costs.items())
            reached[slot] = min(min(ways, default=inf) + emission, reached.get(slot, inf))
        return reached

    def _viterbi_step(
        self, beam: Beam, known: Emissions, more: Costs, gap: int
    ) -> tuple[Beam, dict[int, int], float]:
        """The beam after one more block, the state before each slot that took it, and what the
        cheapest state cost more than the cheapest one before.

        `beam` is in order of cost: prices are not negative, so once a state alone costs as much as
        the best transition found, no later one can be better.
        """
        states = list(zip(*beam, strict=True))
        inside = LEFT_OVER if self.grammar.has_fixed_gaps else 0.0  # an article
        reached = {
            slot: cost + known.debris + (0.0 if slot == START else inside) for cost, slot in states
        }
        backpointers: dict[int, int] = {}
        prices = self.grammar.transitions(gap).prices
        for slot, emission in (*known.slots.items(), *more):
            into = prices[slot]
            best, chosen = reached.get(slot, inf) - emission, None
            for cost, before in states:
                if cost >= best:
                    break
                total = cost + into[before]
                if total < best:
                    best, chosen = total, before
            if chosen is not None:
                reached[slot] = best + emission
                backpointers[slot] = chosen
        least = min(reached.values())
        kept = [(cost - least, slot) for slot, cost in reached.items() if cost - least <= BEAM]
        costs, slots = zip(*sorted(kept), strict=True)
        return (costs, slots), backpointers, least

    def _emissions(self, bits: int, selected: str | None) -> Emissions:
        scores = self.weights.scores(bits, selected)
        debris_role = max(DEBRIS, key=scores.__getitem__)
        debris = -scores[debris_role]
        if bits == FAR or (bits & FAR and bits & _NEVER_NEAR):
            return Emissions({}, {}, debris, debris_role)
        if self.grammar.has_fixed_gaps and bits & REPEATS_ABOVE:
            debris = min(debris, -LEFT_OVER)  # nothing is lost with it
        costs = [self._emission(kind, bits, -scores[kind.slot.role]) for kind in self._kinds]
        priced = list(zip(costs, self._kinds, strict=True))
        least = min([debris, *(cost for cost, kind in priced if kind.is_sure)])
        most = least + MAX_EMISSION_GAP
        slots = {place: cost for cost, kind in priced if cost <= most for place in kind.places}
        words = {
            place: min(cost, least) - MATCHED_WORD for cost, kind in priced for place in kind.words
        }
        return Emissions(slots, words, debris, debris_role)

    def _emission(self, kind: _Kind, bits: int, cost: float) -> float:
        """What it costs that a slot takes a block, whose features alone cost `cost`."""
        if self.grammar.has_fixed_gaps and bits & REPEATS_ABOVE:
            return -REPEATED if kind.doubling else max(cost, 0.0) + PRINTED_TWICE
        slot = kind.slot
        if slot.labelled:
            cost = min(cost, 0.0) - LABELLED
        if slot.again:  # a title ahead of its item is printed again; other repetitions repeat
            wanted = _REPETITION if slot.item is None else PRINTED_AGAIN
            return cost - REPEATED if bits & wanted else cost + NOT_REPEATED
        early = bits & REPEATS and not bits & TITLED and slot.parts[0].field in _SINGLE
        return cost + EARLY_REPEAT if early else cost

    def _slots_by_text(
        self, index: int, block: Block, known: Emissions, page: PageContext
    ) -> Costs:
        """The slots that take a block for its text: its word, or the parts of its line."""
        found: list[tuple[int, float]] = []
        text, bits = block.text, page.features[index]
        if known.words and len(text) <= self._longest:
            matched = self._words.get(fold_label(text), ())
            found += [(place, known.words[place]) for place in matched]
        for place in self.grammar.lines if len(text) <= LONGEST_LINE else ():
            slot = self.grammar.slots[place]
            parted = slot.parted(text)
            if parted is not None:
                looks = [
                    (part, 0 if part.words else look(text[start:end], page))
                    for part, start, end in parted
                ]
                cost = self._line_cost(slot, looks, bits)
                if self.grammar.has_fixed_gaps and bits & REPEATS_ABOVE:
                    cost = max(cost, 0.0) + PRINTED_TWICE
                found.append((place, cost))
        return tuple(found)

    def _line_cost(self, slot: Slot, looks: Sequence[tuple[Part, int]], line: int) -> float:
        """What a line taken apart costs, by the features of its parts; a word on it says what the
        rest is.

        If it holds one value, it costs no more than the whole, whose features are `line`, as such.
        """
        values = [(part.role, bits) for part, bits in looks if not part.words]
        named = slot.labelled or len(values) < len(looks)
        labelled = named and not any(bits & CHROME_HEAD for _, bits in values)
        cost = -LABELLED if labelled else 0.0
        for part, bits in looks:
            if part.words:
                cost -= MATCHED_WORD
            elif part.field:
                worth = self.weights.scores(bits)[part.role]
                cost -= max(worth, 0.0) if labelled else worth
        if len(values) == 1:
            cost = min(cost, -self.weights.scores(line)[values[0][0]])
        return cost

    def _steps(self, page: PageContext, path: Path) -> Iterator[Step]:
        """What each block of `page` was taken for, in order."""
        emissions, selected = self.emissions, page.selected.get
        ways = zip(reversed(path.backwards), page.blocks, page.features, strict=True)
        for index, ((place, before), block, bits) in enumerate(ways):
            if place is None:
                role = emissions(bits, selected(index)).debris_role
                yield Step(block, index, role, bits)
                continue
            slot = self.grammar.slots[place]
            way = self.grammar.transitions(gap_shape(block.gap)).into[place][before]
            if slot.pattern is None:
                field = slot.parts[0].field
                yield Step(block, index, slot.role, bits, field, slot, way.opens, way.deviation)
                continue
            opens, deviation = way.opens, way.deviation
            for part, piece in _pieces(slot, block):
                bits = look(piece.text, page)
                yield Step(piece, index, part.role, bits, part.field, slot, opens, deviation)
                opens, deviation = (), 0.0


def _backtrack(
    backpointers: Sequence[Mapping[int, int]], slot: int
) -> Iterator[tuple[int | None, int]]:
    """Slot and state before of each block, the last one first: without a backpointer, the block
    was skipped."""
    for reached in reversed(backpointers):
        before = reached.get(slot)
        if before is None:
            yield None, slot
        else:
            yield slot, before
            slot = before


def _deviation(steps: Sequence[Step]) -> float:
    """What the page's path through a template costs over the path that the template prints."""
    skipped = sum([step.slot is None and step.role == "chrome" for step in steps])
    return CHROME_PRICE * skipped + sum([step.deviation for step in steps])


def _pieces(slot: Slot, block: Block) -> Iterator[tuple[Part, Block]]:
    """The parts of `slot` that the line `block` holds, each as a block."""
    text, before = block.text, 0
    for part, start, end in slot.parted(text) or ():
        gap = text[before:start] if start else block.gap
        yield part, Block(text[start:end], block.start + start, block.start + end, gap)
        before = end
