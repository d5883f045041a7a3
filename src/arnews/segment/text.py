"""Cuts text into blocks where this text is cut.

Line ends are `\n`, `\r\n` and `\r`, and nothing else: U+2028, form feeds and the like stand inside
lines. A run of three or more blanks inside a line parts blocks too: that is how pages come that
were flattened to one physical line. Nothing is lost: the blocks and the gaps between them are the
whole text, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..blocks import Block
from ..errors import InputTooLarge
from ..limits import Limits

_LINE = re.compile(r"[^\r\n]+")
# What `str.strip` takes, and the byte order mark, which stays in the text as its first character.
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff"
_RUN = re.compile(r"[^\S\r\n]{3,}")


def segment(text: str, limits: Limits) -> list[Block]:
    """The blocks of `text`, in order; raises `InputTooLarge` past `limits.max_blocks`."""
    blocks: list[Block] = []
    before = 0
    for start, end in _spans(text):
        blocks.append(Block(text[start:end], start, end, text[before:start]))
        before = end
        if len(blocks) > limits.max_blocks:
            raise InputTooLarge(
                f"the text has more than {limits.max_blocks} blocks; "
                "parse it in parts, or pass Limits(max_blocks=…)"
            )
    return blocks


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text):
        line = found.group()
        printed = line.strip(_BLANKS)
        if not printed:
            continue
        start = found.start() + len(line) - len(line.lstrip(_BLANKS))
        if "   " in printed or "\t" in printed or "\u00a0" in printed:
            yield from _cut_at_runs(printed, start)
        else:
            yield start, start + len(printed)


def _cut_at_runs(line: str, offset: int) -> Iterator[tuple[int, int]]:
    start = 0
    for run in _RUN.finditer(line):
        yield offset + start, offset + run.start()
        start = run.end()
    yield offset + start, offset + len(line)
