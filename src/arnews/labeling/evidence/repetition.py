"""What is printed more than once: headlines and captions are, paragraphs are not."""

from __future__ import annotations

from ..reading import Reading


def observe(reading: Reading) -> None:
    """`printed again` on the first of several equal blocks, `repeats` on the others."""
    first: dict[str, int] = {}
    again: set[int] = set()
    for at, block in enumerate(reading.blocks):
        if not block.text:
            continue
        before = first.setdefault(block.text, at)
        if before != at:
            again.add(before)
            reading.notes[at].append("repeats")
            if at == before + 1:
                reading.notes[at].append("repeats the line above")
    for at in again:
        reading.notes[at].append("printed again")
