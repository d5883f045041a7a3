"""What becomes of a labelled page: with debris, cut off, flattened, read by another layout.

The lines of the page are found again in what became of it, in their order, and each has the role
that it had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from random import Random
from typing import TypeVar

import corpus
from attrs import frozen
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy
from labels import Labelled, grammar_of, read_by, slots_of

from arnews.labeling.lines import Slot
from arnews.labeling.roles import DEBRIS
from arnews.layouts import Layout
from arnews.testing import messy

T = TypeVar("T")
Roles = frozenset[str]
ALL_DEBRIS: Roles = frozenset(DEBRIS)
_SHORTEST = 3  # words of a page that is cut off


@frozen
class Line:
    """A printed line and the roles that it may be taken for elsewhere; none tells nothing."""

    text: str
    roles: Roles = frozenset()


def example(strategy: SearchStrategy[T], start: int) -> T:
    """A value of `strategy`, the same for the same `start`.

    In one run Hypothesis draws much that is alike, so each value is drawn in a run of its own.
    """
    found: list[T] = []

    @seed(start)
    @settings(
        max_examples=2,  # the first is always the simplest
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(value: T) -> None:
        found.append(value)

    take()
    return found[-1]


def lines_of(page: Labelled) -> list[Line]:
    """What the page shows, with its roles."""
    slots = [
        [page.grammar.slots[slot] for slot in page.right.get(at, ()) if slot is not None]
        for at in range(len(page.reading.blocks))
    ]
    return [
        Line(corpus.norm(block.text), _roles(taking, None in page.right.get(at, ())))
        for at, (block, taking) in enumerate(zip(page.reading.blocks, slots, strict=True))
        if block.text
    ]


def _roles(slots: Sequence[Slot], spare: bool) -> Roles:
    """Only the layout knows its words, and how its lines are taken apart. A repetition may be left
    over, and so may what is told of other stories: the headline was read, and gold tells when such
    stories are wanted."""
    if any(len(slot.parts) > 1 or slot.parts[0].field is None for slot in slots):
        return frozenset()
    roles = {slot.role for slot in slots}
    spare = spare or any(slot.again or slot.role.startswith("related_") for slot in slots)
    return frozenset({*roles, *DEBRIS} if spare else roles)


def with_debris(
    page: Labelled, text: str, printer: Layout, reader: Layout, start: int
) -> Labelled | None:
    """`page`, which `text` shows, with menus around it and buttons between, as `reader` sees it."""
    mess = example(messy(text, printer), start)
    return found_again(page, reader, mess, "text", added=ALL_DEBRIS)


def cut_off(page: Labelled, text: str, reader: Layout, start: int) -> Labelled | None:
    """`page`, which `text` shows, as far as some word of its body, as `reader` sees it.
    `None` if no text has begun."""
    words = text.split(" ")
    if len(words) <= _SHORTEST:
        return None
    rest = " ".join(words[: Random(start).randrange(_SHORTEST, len(words))])
    found = found_again(page, reader, rest, "text")
    texts = found is not None and slots_of(found.grammar, {"paragraph"})
    begun = texts and any(slots & texts for slots in found.right.values())
    return found if begun else None


def found_again(
    page: Labelled, reader: Layout, data: str, form: str, added: Roles = frozenset()
) -> Labelled | None:
    """`data`, which became of `page`, as `reader` sees it; what is no line of it has the roles
    `added`. `None` if the reader has no template for it."""
    reading = read_by(reader, data, form)
    if reading is None:
        return None
    grammar = grammar_of(reading)
    texts = [corpus.norm(block.text) for block in reading.blocks]
    roles = aligned(lines_of(page), texts, added)
    right = {at: slots_of(grammar, of) for at, of in roles.items()}
    known = {at: slots for at, slots in right.items() if slots}
    return Labelled(page.publisher, page.origin, grammar, reading, known) if known else None


def aligned(lines: Sequence[Line], texts: Sequence[str], added: Roles) -> Mapping[int, Roles]:
    """The roles of `texts`, by place: those of the same line, or `added` for what is no line.

    A line that stands among the texts more often than it was printed may be anything there. The
    last text may be a paragraph that is cut off.
    """
    more = Counter(texts) - Counter(line.text for line in lines)
    known = {line.text for line in lines}
    roles = {at: added for at, text in enumerate(texts) if added and text not in known}
    match = SequenceMatcher(None, [line.text for line in lines], texts, autojunk=False)
    after = 0
    for line, at, size in match.get_matching_blocks():
        for step in range(size):
            after = line + step + 1
            if lines[after - 1].roles and texts[at + step] not in more:
                roles[at + step] = lines[after - 1].roles
    cut = lines[after : after + 1]
    if texts and cut and cut[0].text.startswith(texts[-1]) and "paragraph" in cut[0].roles:
        roles[len(texts) - 1] = cut[0].roles
    return roles
