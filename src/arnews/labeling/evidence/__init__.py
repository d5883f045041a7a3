"""Evidence: small observations on blocks, each with a name.

Each module looks at one side of a block and writes the names of what it sees into `notes`; what a
name is worth for which role stands in `weights.toml`, and nowhere else.
"""

from __future__ import annotations

from ..reading import Reading
from . import markup, order, position, repetition, wording

_SIDES = (wording, markup, position, repetition, order)


def observe(reading: Reading) -> None:
    """Fills `reading.notes`."""
    reading.notes = [[] for _ in reading.blocks]
    for side in _SIDES:
        side.observe(reading)
