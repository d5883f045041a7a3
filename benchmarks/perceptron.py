"""An averaged structured perceptron over the weights of the evidence.

Theory of operation. A page is decoded with the weights as they are. Where a block is taken for
something else than it is, the weights of its notes move a step towards the best of the right roles
and away from the taken one. Only weights that somebody set by hand move: which note says anything
about which role is knowledge, how much is data. Notes that settle what a block is (an element that
the layout names, a place far from any article) are no matter of weighing: they stay, and blocks
that have one are not learned from. After every round all moves shrink, so that what
few pages ask for stays near the hand-set value (a ridge towards it). The result is the mean over
all pages of all rounds, which does not hang on the last pages seen.

Pages, order and steps are fixed, so the same pages give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from attrs import Factory, define, field, frozen
from labels import Labelled

from arnews.labeling.decoder import Decoder
from arnews.labeling.roles import DEBRIS
from arnews.labeling.weights import Row, Weights

Rows = Mapping[str, Row]
#: What one weight moved: by note and role.
Moves = dict[tuple[str, str], float]
PRIOR = "prior"  # the row that is given to every block
SETTLED = 20.0  # a weight from here on is a decision


@frozen
class Steps:
    """How far and how long: `step` a mistake, `gold` times as much on a page labelled by people."""

    rounds: int = 5
    step: float = 0.1
    gold: float = 3.0
    ridge: float = 0.1  # of every move that a round takes back
    seed: int = 2026


def fit(pages: Sequence[Labelled], rows: Rows, steps: Steps = Steps()) -> Moves:
    """What every weight of `rows` moves to take fewer blocks of `pages` for what they are not."""
    made = _Fit(rows, steps)
    order = list(pages)
    shuffle = Random(steps.seed).shuffle
    for _ in range(steps.rounds):
        shuffle(order)
        for page in order:
            made.learn(page)
        made.shrink()
    return made.mean()


def moved(rows: Rows, moves: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    """`rows` with `moves` added."""
    return {
        name: {role: weight + moves.get((name, role), 0.0) for role, weight in row.items()}
        for name, row in rows.items()
    }


@define(eq=False, slots=False)
class _Fit:
    rows: Rows
    steps: Steps
    now: dict[str, dict[str, float]] = field(init=False)
    moves: Moves = Factory(dict)
    totals: Moves = Factory(dict)
    seen: int = 0
    _decoders: dict[int, Decoder] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.now = moved(self.rows, {})
        self._settling = frozenset(
            name for name, row in self.rows.items() if max(row.values()) >= SETTLED
        )

    def learn(self, page: Labelled) -> None:
        """One page: every block that is taken for something else moves the weights."""
        decoder = self._decoder(page)
        step = self.steps.step * (self.steps.gold if page.is_gold else 1.0)
        for at, taken in mistakes(decoder, page):
            names = tuple(page.reading.notes[at])
            wanted = _best_role(decoder, page, at)
            if wanted is None or not self._settling.isdisjoint(names):
                continue
            for role, move in ((wanted, step), (_role(decoder, names, taken), -step)):
                if role is not None:
                    self._move((PRIOR, *names), role, move)
        for pair, move in self.moves.items():
            self.totals[pair] = self.totals.get(pair, 0.0) + move
        self.seen += 1

    def _decoder(self, page: Labelled) -> Decoder:
        """Remembers what it worked out until the weights move."""
        known = self._decoders.get(id(page.grammar))
        if known is None:
            known = self._decoders[id(page.grammar)] = Decoder(page.grammar, Weights(self.now))
        return known

    def _move(self, names: tuple[str, ...], role: str, move: float) -> None:
        for name in names:
            if self.rows.get(name, {}).get(role):
                self.moves[name, role] = self.moves.get((name, role), 0.0) + move
                self.now[name][role] += move
        self._decoders.clear()

    def shrink(self) -> None:
        """Takes every move back a little."""
        self.moves = {pair: move * (1 - self.steps.ridge) for pair, move in self.moves.items()}
        self.now = moved(self.rows, self.moves)
        self._decoders.clear()

    def mean(self) -> Moves:
        """The moves, averaged over all that was seen."""
        return {pair: total / self.seen for pair, total in self.totals.items()}


def mistakes(decoder: Decoder, page: Labelled) -> Iterator[tuple[int, int | None]]:
    """The blocks that are taken for something else than they are, and the slots that take them."""
    taken = decoder.path(page.reading).slots
    for at, slots in page.right.items():
        if taken[at] not in slots:
            yield at, taken[at]


def _best_role(decoder: Decoder, page: Labelled, at: int) -> str | None:
    """The likeliest of the right roles of block `at`; `None` if only parts of lines are right."""
    names = tuple(page.reading.notes[at])
    scores = decoder.weights.scores(names)
    right = {_role(decoder, names, slot) for slot in page.right[at]} - {None}
    return max(right, key=lambda role: (scores[role], role), default=None)


def _role(decoder: Decoder, names: tuple[str, ...], slot: int | None) -> str | None:
    """What a slot takes a whole block for; `None` if it takes it apart."""
    if slot is None:
        scores = decoder.weights.scores(names)
        return max(DEBRIS, key=lambda role: scores[role])
    found = decoder.grammar.slots[slot]
    return found.role if found.pattern is None else None
