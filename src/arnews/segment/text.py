"""Cuts text into blocks where this text is cut.

Line ends are `\n`, `\r\n` and `\r`, and nothing else: U+2028, form feeds and the like stand inside
lines. A run of three or more blanks inside a line parts blocks too: that is how pages come that
were flattened to one physical line. What removers of tags did besides, `cuts` mends: blocks that
are glued are parted, and the lines of a broken sentence are one block, which holds a line end.
Nothing is lost: the blocks and the gaps between them are the whole text, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..blocks import Block
from ..errors import InputTooLarge
from ..limits import Limits
from .cuts import Span, glued, joined, may_be_broken, may_be_glued

_LINE = re.compile(r"[^\r\n]+")
# What `str.strip` takes, and the byte order mark, which stays in the text as its first character.
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff"
_RUN = re.compile(r"[^\S\r\n]{3,}")


def segment(text: str, limits: Limits) -> list[Block]:
    """The blocks of `text`, in order; raises `InputTooLarge` past `limits.max_blocks`."""
    spans: Sequence[Span] = list(islice(_spans(text), limits.max_blocks + 1))
    if len(spans) > limits.max_blocks:
        raise InputTooLarge(
            f"the text has more than {limits.max_blocks} blocks; "
            "parse it in parts, or pass Limits(max_blocks=…)"
        )
    if may_be_broken(text):
        spans = joined(text, spans)
    ends = [0, *(end for _, end in spans)]
    return [
        Block(text[start:end], start, end, text[before:start])
        for (start, end), before in zip(spans, ends, strict=False)
    ]


def _spans(text: str) -> Iterator[Span]:
    pasted = may_be_glued(text)
    for found in _LINE.finditer(text):
        line = found.group()
        printed = line.strip(_BLANKS)
        if not printed:
            continue
        start = found.start() + len(line) - len(line.lstrip(_BLANKS))
        if "   " in printed or "\t" in printed or "\u00a0" in printed:
            pieces = _cut_at_runs(printed, start)
        else:
            pieces = iter(((start, start + len(printed)),))
        if not pasted:
            yield from pieces
            continue
        for piece in pieces:
            yield from glued(text, *piece)


def _cut_at_runs(line: str, offset: int) -> Iterator[Span]:
    start = 0
    for run in _RUN.finditer(line):
        yield offset + start, offset + run.start()
        start = run.end()
    yield offset + start, offset + len(line)
