"""Where a block stands."""

from __future__ import annotations

from ..reading import Reading

TOP = 4  # blocks


def observe(reading: Reading) -> None:
    """`first`, `top`, `last`."""
    notes = reading.notes
    for at in range(min(TOP, len(notes))):
        notes[at].append("top" if at else "first")
    if notes:
        notes[-1].append("last")
