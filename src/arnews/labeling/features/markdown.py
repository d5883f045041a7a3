"""What a tool that flattened the page has set before a line: the elements that it stood in."""

from __future__ import annotations

from ...blocks import Block
from ...patterns import plain
from ...segment.corpus import opened_by
from .html import H1, HEADING
from .register import feature
from .vocabulary import BOILERPLATE

PICTURE_MARK = feature("the text of a picture")

_HEADING = plain(r"(#{1,6}) +$")


def marked(block: Block) -> int:
    """The feature of the mark in the gap before a block of text: a sign of headings or pictures, or
    the tag of a corpus' record."""
    if not block.gap or block.gap.isspace():  # nearly always
        return 0
    if block.gap.endswith("!["):
        return PICTURE_MARK
    opened = opened_by(block.gap)
    if opened is not None:
        return H1 if opened == "title" else BOILERPLATE if opened == "unprinted" else 0
    heading = _HEADING.search(block.gap) if block.gap[-1:] == " " else None
    return 0 if heading is None else H1 if len(heading[1]) == 1 else HEADING
