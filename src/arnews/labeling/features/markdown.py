"""What a tool that flattened the page has set before a line: the elements that it stood in."""

from __future__ import annotations

from ...blocks import Block
from ...patterns import plain
from .register import feature

H1_MARK = feature("a first heading's mark")
HEADING_MARK = feature("a heading's mark")

_HEADING = plain(r"(#{1,6}) +$")


def marked(block: Block) -> int:
    """The feature of the sign of a heading in the gap before a block of text."""
    heading = _HEADING.search(block.gap) if block.gap[-1:] == " " else None
    return 0 if heading is None else H1_MARK if len(heading[1]) == 1 else HEADING_MARK
