"""Evidence: small observations on blocks, each with a name.

Each module looks at one side of a block and writes the names of what it sees into `notes`; what a
name is worth for which role stands in `weights.toml`, and nowhere else.
"""

from __future__ import annotations

from ..reading import Reading
from . import markup, position, repetition, structure, wording


def observe(reading: Reading) -> None:
    """Fills `reading.notes`. Blocks that their place settles are looked at no further."""
    reading.notes = [[] for _ in reading.blocks]
    settled = structure.observe(reading)
    for at, block in enumerate(reading.blocks):
        if block.text and at not in settled:
            reading.notes[at].extend(wording.look(block.text, reading))
    markup.observe(reading, settled)
    position.observe(reading)
    repetition.observe(reading)
