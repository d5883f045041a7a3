"""A structured perceptron with a margin over the weights of the evidence.

Theory of operation. A page is decoded with every right slot made dearer by a margin, so that what
is read right only just counts as wrong too. Where a block is then taken for something that it is
not, the weights of its notes are pulled towards the role that it has on the cheapest right way
through the page, and away from the taken one. The pulls of all pages are added up; `ridge` of them
move a weight by one. A round moves the weights a part of the way there, a smaller part each time,
so that they settle where the data pull as hard to one side as to the other, or where nothing more
is asked than the ridge allows. So a weight that few pages speak of stays near where it was set by
hand; and none moves further than `furthest`, for the pages at hand are not all that there are.

Only weights that somebody set by hand move: which note says anything about which role is
knowledge, how much is data. Notes that settle what a block is (an element that the layout names, a
place far from any article) are no matter of weighing: they stay, and blocks that have one are not
learned from. Nothing is drawn and no page comes first: the same pages give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, define, frozen
from labels import Labelled

from arnews.labeling.decoder import HOPELESS, Decoder
from arnews.labeling.roles import DEBRIS
from arnews.labeling.weights import Row, Weights

Rows = Mapping[str, Row]
Pair = tuple[str, str]  # a note and a role
Moves = Mapping[Pair, float]  # what each weight moves
PRIOR = "prior"  # the row that is given to every block
SETTLED = 20.0  # a weight from here on is a decision
FORBIDDEN = 60.0  # what a wrong slot costs more where the right way is looked for
_INERTIA = 10  # rounds that the first one counts like
_REST = 4  # a page that asks for nothing is passed over until a round that this divides


@frozen
class Steps:
    """How far and how long. `worth` is how often a page of an origin counts; once, if not named."""

    ridge: float = 100.0
    margin: float = 1.0
    furthest: float = 0.5
    rounds: int = 20
    worth: Mapping[str, float] = Factory(dict)


def fit(pages: Sequence[Labelled], rows: Rows, steps: Steps, movable: frozenset[Pair]) -> Moves:
    """What the weights `movable` of `rows` move to take fewer blocks for what they are not."""
    moves = dict.fromkeys(sorted(movable), 0.0)
    told: dict[Labelled, Counter[Pair]] = {}
    for done in range(steps.rounds):
        decoders = _Decoders(moved(rows, moves))
        for page in pages:
            if done % _REST == 0 or told[page]:
                told[page] = decoders.pulls(page, steps.margin)
        part = 1 / (done + _INERTIA)
        pulls = _sum(told, steps.worth)
        for pair in moves:
            move = moves[pair] + part * (pulls[pair] / steps.ridge - moves[pair])
            moves[pair] = max(-steps.furthest, min(steps.furthest, move))
    return moves


def moved(rows: Rows, moves: Moves) -> dict[str, dict[str, float]]:
    """`rows` with `moves` added."""
    return {
        name: {role: weight + moves.get((name, role), 0.0) for role, weight in row.items()}
        for name, row in rows.items()
    }


def mistakes(page: Labelled, decoder: Decoder) -> Iterator[tuple[int, int | None]]:
    """The blocks that are taken for something else than they are, and the slots that take them."""
    taken = decoder.path(page.reading).slots
    for at, slots in page.right.items():
        if taken[at] not in slots:
            yield at, taken[at]


def _sum(told: Mapping[Labelled, Counter[Pair]], worth: Mapping[str, float]) -> Counter[Pair]:
    pulls: Counter[Pair] = Counter()
    for page, asked in told.items():
        often = worth.get(page.origin, 1.0)
        for pair, pull in asked.items():
            pulls[pair] += often * pull
    return pulls


class _Decoders:
    """A decoder for every grammar, all with the same weights."""

    def __init__(self, rows: Rows) -> None:
        self.weights = Weights(rows)
        self.settling = {name for name, row in rows.items() if max(row.values()) >= SETTLED}
        self.known: dict[int, _Told] = {}

    def pulls(self, page: Labelled, margin: float) -> Counter[Pair]:
        """What a page asks of the weights: one for each block and note."""
        decoder = self.known.get(id(page.grammar))
        if decoder is None:
            decoder = self.known[id(page.grammar)] = _Told(page.grammar, self.weights)
        pulls: Counter[Pair] = Counter()
        for at, right, wrong in decoder.differences(page, margin):
            notes = page.reading.notes[at]
            if right != wrong and self.settling.isdisjoint(notes):
                for name in (PRIOR, *notes):
                    pulls[name, right] += 1
                    pulls[name, wrong] -= 1
        return pulls


@define(eq=False, slots=False)
class _Told(Decoder):
    """A decoder that is told what is right, and makes it dearer or cheaper than it is."""

    def differences(self, page: Labelled, margin: float) -> Iterator[tuple[int, str, str]]:
        """Blocks that a way cheaper than the right one, or `margin` a block dearer, takes for what
        they are not, each with its right role and the taken one."""
        wrong = self._way(page, margin, 0.0)
        if all(wrong[at] in slots for at, slots in page.right.items()):
            return
        right = self._way(page, 0.0, FORBIDDEN)
        for at, slots in page.right.items():
            if wrong[at] not in slots and right[at] in slots:
                notes = tuple(page.reading.notes[at])
                wanted, taken = self._role(notes, right[at]), self._role(notes, wrong[at])
                if wanted and taken:
                    yield at, wanted, taken

    def _way(self, page: Labelled, right: float, wrong: float) -> tuple[int | None, ...]:
        self._page, self._right, self._wrong = page, right, wrong
        return self.path(page.reading).slots

    def _own_costs(self, at, block, found, reading, split):
        own = super()._own_costs(at, block, found, reading, split)
        wanted = self._page.right.get(at)
        self._debris = 0.0 if wanted is None else self._more(None in wanted)
        if wanted is None:
            return own
        far = found.debris + HOPELESS  # what is right may be too unlikely to be tried
        costs = dict.fromkeys(sorted(wanted - {None}), far) | dict(own)
        return tuple((slot, cost + self._more(slot in wanted)) for slot, cost in costs.items())

    def _advance(self, alive, slots, debris, gap):
        return super()._advance(alive, slots, debris + self._debris, gap)

    def _more(self, is_right: bool) -> float:
        return self._right if is_right else self._wrong

    def _role(self, names: tuple[str, ...], slot: int | None) -> str | None:
        """What a slot takes a whole block for; `None` if it takes it apart."""
        if slot is None:
            scores = self.weights.scores(names)
            return max(DEBRIS, key=lambda role: scores[role])
        found = self.grammar.slots[slot]
        return found.role if found.pattern is None else None
