"""Evidence: small observations on blocks, each with a name.

Each module looks at one side of a block and writes the names of what it sees into `notes`; what a
name is worth for which role stands in `weights.toml`, and nowhere else.
"""

from __future__ import annotations

from ..reading import Reading
from . import marks, markup, order, position, repetition, structure, wording


def observe(reading: Reading) -> None:
    """Fills `reading.notes`. In HTML, only blocks near an article are looked at closely, and
    titles in lists of stories are not read."""
    reading.notes = [[] for _ in reading.blocks]
    structure.observe(reading)
    for block, notes in zip(reading.blocks, reading.notes, strict=True):
        if block.text and structure.FAR not in notes[:1] and structure.TELLING.isdisjoint(notes):
            notes.extend(wording.look(block.line, reading))
    structure.tell_dates_apart(reading)
    structure.tell_writers(reading)
    structure.tell_tags(reading)
    markup.observe(reading)
    marks.observe(reading)
    position.observe(reading)
    repetition.observe(reading)
    order.observe(reading)
