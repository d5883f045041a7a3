"""Pages that a tool broke at a column, as text browsers and converters to Markdown do.

A line was broken there if the first word of the next line did not fit on it any more. A page is one
of these if most of its lines were; then what follows such a line is the rest of its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..patterns import plain
from .repair import Span, is_ended, put_together

_NARROWEST, _WIDEST = 50, 130  # columns
_SLACK = 2  # columns: marks above letters take none
_FEWEST = 3, 4  # broken lines of such a page, if blank lines part its paragraphs, and if not
_LONG = 0.8  # of the widest line
_MOST = 0.6  # of the long lines
_LONGEST_WORD = 40
_ONE_LINE_END = plain(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_BLANK_LINE = plain(r"\n[ \t\r]*\n")


def joined(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the lines of each paragraph put together, if a tool broke them at a column.

    Where no blank line parts paragraphs, a sentence that ends a full line ends its paragraph.
    """
    if any(end - start > _WIDEST and text.find(" ", start, end) > 0 for start, end in spans):
        return spans  # as most pages: nobody broke their paragraphs
    widths = _widths(text, spans)
    widest = max(widths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return spans
    broken = [
        width + 1 + _first_word(text, below) > widest - _SLACK
        and bool(_ONE_LINE_END.fullmatch(text, above[1], below[0]))
        for width, (above, below) in zip(widths, pairwise(spans), strict=False)
    ]
    ended = [is_ended(text, above) for above in spans[:-1]]
    open_ = sum(a and not b for a, b in zip(broken, ended, strict=True))
    long = sum(width >= _LONG * widest for width in widths)
    parted = _BLANK_LINE.search(text) is not None
    # A title that a page prints several times was broken once at most.
    lines = {
        text[slice(*span)] for span, a, b in zip(spans, broken, ended, strict=False) if a and not b
    }
    enough = len(lines) >= _FEWEST[not parted] and sum(broken) >= _MOST * long
    if not (enough and 2 * open_ >= sum(broken)) and not _are_all(text, spans, open_):
        return spans
    joins = [a and (parted or not b) for a, b in zip(broken, ended, strict=True)]
    return put_together(spans, joins)


def _are_all(text: str, spans: Sequence[Span], broken: int) -> bool:
    """Whether blank lines part all blocks but a few lines, which are all `broken`; one alone is if
    its sentence ends on the next line."""
    below = [
        line for above, line in pairwise(spans) if _ONE_LINE_END.fullmatch(text, above[1], line[0])
    ]
    return len(below) == broken and (broken > 1 or (broken == 1 and is_ended(text, below[0])))


def _widths(text: str, spans: Sequence[Span]) -> list[int]:
    """The columns at which `spans` end; an address, longer than any line may be, has none."""
    widths: list[int] = []
    before = 0
    for start, end in spans:
        margin = max(text.rfind("\n", before, start), before - 1) + 1
        alone = end - start > _LONGEST_WORD and " " not in text[start:end]
        widths.append(0 if alone else end - margin)
        before = end
    return widths


def _first_word(text: str, span: Span) -> int:
    """How long the first word of a line is."""
    blank = text.find(" ", span[0], min(span[1], span[0] + _LONGEST_WORD))
    return (blank if blank >= 0 else min(span[1], span[0] + _LONGEST_WORD)) - span[0]
