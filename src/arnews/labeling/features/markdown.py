"""What a tool that flattened the page has set before a line: the elements that it stood in."""

from __future__ import annotations

import re

from ...blocks import Block
from .register import feature

H1_MARK = feature("a first heading's mark")
HEADING_MARK = feature("a heading's mark")
LIST_ITEM = feature("an entry's mark")
QUOTE = feature("a quotation's mark")

_HEADING = re.compile(r"(#{1,6}) +$")
_LIST = re.compile(r"[ \t](?:[*+•◦o]|\d{1,3}\.) +(?:#{1,6} +)?$")
_QUOTE = re.compile(r"> +$")


def marked(block: Block) -> int:
    """The features of the sign in the gap before a block of text."""
    gap = block.gap
    if gap[-1:] != " ":
        return 0
    heading = _HEADING.search(gap)
    bits = 0 if heading is None else H1_MARK if len(heading[1]) == 1 else HEADING_MARK
    if _LIST.search(gap):
        return bits | LIST_ITEM
    return bits | QUOTE if _QUOTE.search(gap) else bits
