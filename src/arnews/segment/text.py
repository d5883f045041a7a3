"""Cuts text into blocks where this text is cut.

Line ends are `\n`, `\r\n` and `\r`, and nothing else: U+2028, form feeds and the like stand inside
lines. A run of three or more blanks inside a line parts blocks too (of two, if the page is one
line): that is how pages come that were flattened to one physical line. Lines that a tool broke at
a column are one paragraph again (`wrapped`), and links in Markdown stand without their marks
(`links`). What removers of tags did besides, `repair` mends: blocks that are glued are parted, and
the lines of a broken sentence are one block, which holds a line end. Nothing is lost: the blocks
and the gaps between them (blanks, line ends, marks of tools) are the whole text, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..blocks import Block
from ..errors import InputTooLarge
from ..limits import Limits
from ..patterns import plain
from . import links, tags, wrapped
from .corpus import elements, is_corpus
from .repair import (
    Span,
    glued,
    joined,
    may_be_broken,
    may_be_glued,
    parted_stamp,
    parted_title,
    parted_words,
)

# What `str.strip` takes, and the byte order mark, which stays in the text as its first character.
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff"
# What tools set before a line: marks of headings, of quotations, of cells of a table and (indented)
# of lists, and the backslash by which a dash stays one. A publisher's own bullets stand at the
# margin.
_MARK = r"(?:#{1,6} +|[>|] +|[ \t]{2,}+(?:[*+•◦o]|\d{1,3}\.) +)++(?:\\(?=[-+] )|(?=\S))|\\(?=[-+] )"
# What stands on a line behind its mark, without the blanks around; it is cut at runs of blanks.
_PIECE, _PIECE_OF_ONE_LINE = (
    plain(rf"(?:(?<![^\r\n])(?:{_MARK}))?+((?!\ufeff)\S++(?:[^\S\r\n]{blanks}\S++)*+)")
    for blanks in ("{1,2}+", "")
)
# What converters to Markdown set for an icon that has no text.
_ICONS = plain(r"(?:__(?!_)[^\S\r\n]*+)*+")
_ICON = plain(r"(?<!\s)[^\S\r\n]++__(?=[^\s_])")
_EMPHASIZED = plain(r"(?P<mark>__?)(?P<text>(?!\s)[^_\r\n]++(?<!\s))(?P=mark)")
_RUNS = 5  # of two blanks, that part the blocks of a page on one line


def segment(text: str, limits: Limits) -> list[Block]:
    """The blocks of `text`, in order; raises `InputTooLarge` past `limits.max_blocks`."""
    spans: Sequence[Span] = list(islice(_spans(text), limits.max_blocks + 1))
    if len(spans) > limits.max_blocks:
        raise InputTooLarge(
            f"the text has more than {limits.max_blocks} blocks; "
            "parse it in parts, or raise `max_blocks` of its Limits"
        )
    spans = wrapped.joined(text, spans)
    if may_be_broken(text, spans):
        spans = joined(text, spans)
    if spans:
        spans = [*parted_stamp(text, *spans[0]), *spans[1:]]
    spans = tags.parted(text, parted_words(text, spans))
    linked = links.may_have_links(text)
    if linked:
        numbered = links.are_numbered(text)
        spans = [piece for span in spans for piece in links.shown(text, *span, numbered)]
    if len(spans) > 1:
        spans = [*parted_title(text, *spans[0]), *spans[1:]]
    ends = [0, *(end for _, end in spans)]
    return [
        Block(
            text[start:end],
            start,
            end,
            text[before:start],
            href=links.address(text, end) if linked else None,
        )
        for (start, end), before in zip(spans, ends, strict=False)
    ]


def _spans(text: str) -> Iterator[Span]:
    piece = _PIECE_OF_ONE_LINE if _is_one_line(text) else _PIECE
    lines = _recorded_lines(text, piece) if is_corpus(text) else _printed_lines(text, piece)
    if "__" in text or "_\n" in text:
        lines = (part for line in lines for part in _without_icons(text, *line))
    if may_be_glued(text):
        lines = (part for line in lines for part in glued(text, *line))
    return lines


def _without_icons(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between the icons of a line: «__سالم راشد __17 نوفمبر»; nothing in «__ __».

    A line in marks of emphasis («_نص_», «__نص__») stands without both."""
    emphasized = _EMPHASIZED.fullmatch(text, start, end)
    if emphasized:
        yield emphasized.span("text")
        return
    leading = _ICONS.match(text, start, end)
    start = leading.end() if leading else start
    for icon in _ICON.finditer(text, start, end):
        yield start, icon.start()
        start = icon.end()
    if start < end:
        yield start, end


def _is_one_line(text: str) -> bool:
    """Whether `text` is a whole page on one line, whose blocks two blanks part, and no more."""
    printed = text.strip(_BLANKS)
    cut = any(part in printed for part in ("\n", "\r", "   "))
    return not cut and printed.count("  ") >= _RUNS


def _recorded_lines(text: str, piece: re.Pattern[str]) -> Iterator[Span]:
    """The lines that a corpus' records print, and every other element as one block."""
    for start, end, printed in elements(text):
        lines = _printed_lines(text[start:end], piece)
        spans = [(start + first, start + last) for first, last in lines]
        yield from spans if printed or not spans else [(spans[0][0], spans[-1][1])]


def _printed_lines(text: str, piece: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of the lines of `text`; blank lines have none.

    Marks that a tool sets («## عنوان», «> قال», «  * بند», «\\- محدث») belong to the gap before.
    """
    return (found.span(1) for found in piece.finditer(text))
