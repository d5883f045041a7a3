"""What a tool that flattened the page has set before a line: the elements that it stood in."""

from __future__ import annotations

import re

from ..reading import Reading

_HEADING = re.compile(r"(#{1,6}) +$")
_LIST = re.compile(r"[ \t](?:[*+•◦o]|\d{1,3}\.) +(?:#{1,6} +)?$")
_QUOTE = re.compile(r"> +$")


def observe(reading: Reading) -> None:
    """Notes on every block of text that has a mark before it, most named as those of markup.

    A lesser heading is not: of the markup around it, which tells more, nothing is left.
    """
    for block, notes in zip(reading.blocks, reading.notes, strict=True):
        gap = block.gap
        if block.markup is not None or gap[-1:] != " ":
            continue
        heading = _HEADING.search(gap)
        if heading:
            notes.append("in h1" if len(heading[1]) == 1 else "a heading's mark")
        if _LIST.search(gap):
            notes.append("in li")
        elif _QUOTE.search(gap):
            notes.append("in blockquote")
