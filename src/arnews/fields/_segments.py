"""Cuts a byline or dateline at its separators, into segments that know what stands around them.

Separators are dashes, slashes, colons, bars, commas, line ends and runs of blanks, several in a
row counting as one; brackets and quotes wrap a segment of their own. A title keeps the slash
after it («الدكتور/ عبد العزيز»). Each pattern is bounded or possessive: time is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import frozen

from ..folding import fold

_MARKS = r"\-‐‑‒–—―−_/\\:|،,;؛*•·+©\n\r"
_TOKEN = regex.compile(
    rf"""
    [«»"“”„{{] (?P<quoted> [^«»"“”„{{}}\n]{{1,60}}+ ) [«»"“”„}}]
  | [(\[﴿﴾] [ ]? (?P<bracketed> [^()\[\]﴿﴾]{{1,80}}+ ) [)\]﴾﴿]
  | (?P<separator> (?: [^\S\n]*+ (?: [{_MARKS}] | (?<![\p{{L}}\p{{M}}])ـ++(?!\p{{L}}) ) | \s{{3}} )
                   (?: [{_MARKS}ـ\s] | \.(?=\s*+$) )*+ )
  | (?P<bare> (?: [ ]?+[^{_MARKS}ـ\s«»"“”„{{}}(\[﴿﴾)\]]++
                | (?! [«»"“”„{{}}(\[﴿﴾)\]] | [^\S\n]*+[{_MARKS}] | \s{{3}} | \s++ـ ) . )++ )
  | .
    """,
    regex.VERBOSE | regex.DOTALL,
)
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
INVISIBLE = regex.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@frozen
class Segment:
    """`text` without the blanks and wrapping around it; `wrap` is "", "quote" or "bracket".

    `before` and `after` are the separators on either side as printed, "" where there is none.
    `stop` is where the text goes on behind the segment and its separator.
    """

    text: str
    start: int
    end: int
    stop: int
    wrap: str
    before: str
    after: str

    def follows(self, marks: str) -> bool:
        """Whether one of `marks` stands between this segment and the one before."""
        return any(mark in self.before for mark in marks)

    def closes(self, marks: str) -> bool:
        """Whether one of `marks` stands behind this segment."""
        return any(mark in self.after for mark in marks)


def cut(text: str, titles: frozenset[str]) -> tuple[Segment, ...]:
    """The segments of `text`; `titles` are folded titles that keep a slash after them."""
    return tuple(segments(text, titles))


def segments(text: str, titles: frozenset[str]) -> Iterator[Segment]:
    """The segments of `text` one by one, for readers that stop at the first that they refuse."""
    return _with_neighbours(text, _joined_titles(text, _pieces(text), titles))


_WRAPS = {"quoted": "quote", "bracketed": "bracket"}
# A piece is (kind, start, end): kind is a group of the pattern or "" for a stray mark.
_Piece = tuple[str, int, int]


def _pieces(text: str) -> list[_Piece]:
    return [(found.lastgroup or "", *found.span()) for found in _TOKEN.finditer(text)]


def _joined_titles(text: str, pieces: list[_Piece], titles: frozenset[str]) -> list[_Piece]:
    joined: list[_Piece] = []
    for kind, start, end in pieces:
        if (
            kind == "bare"
            and len(joined) > 1
            and joined[-1][0] == "separator"
            and text[joined[-1][1] : joined[-1][2]].strip() == "/"
            and joined[-2][0] == "bare"
            and fold(text[joined[-2][1] : joined[-2][2]]).strip(" .") in titles
        ):
            joined.pop()
            start = joined.pop()[1]
        joined.append((kind, start, end))
    return joined


def _with_neighbours(text: str, pieces: Sequence[_Piece]) -> Iterator[Segment]:
    for at, (kind, start, end) in enumerate(pieces):
        if kind == "separator" or not _LETTER_OR_DIGIT.search(text, start, end):
            continue
        before = pieces[at - 1] if at and pieces[at - 1][0] == "separator" else None
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        after = behind if behind and behind[0] == "separator" else None
        stop = after[2] if after else end
        while stop < len(text) and text[stop].isspace():
            stop += 1
        printed = text[start:end]
        yield Segment(
            text=_inner(kind, printed),
            start=start + len(printed) - len(printed.lstrip()),
            end=start + len(printed.rstrip()),
            stop=stop,
            wrap=_WRAPS.get(kind, ""),
            before=fold_mark(text[before[1] : before[2]]) if before else "",
            after=fold_mark(text[after[1] : after[2]]) if after else "",
        )


def _inner(kind: str, text: str) -> str:
    return text[1:-1].strip() if kind in ("quoted", "bracketed") else text.strip()


def fold_mark(separator: str) -> str:
    """A separator in one spelling: dashes, free tatweels and underscores are `-`."""
    return (
        separator.translate(_SAME_MARKS) if separator.strip(" \t\xa0") or "\n" in separator else " "
    )


_SAME_MARKS = str.maketrans("‐‑‒–—―−_ـ\\،\r\xa0", "---------/,\n ")
