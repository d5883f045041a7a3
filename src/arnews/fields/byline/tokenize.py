"""Splits a byline or dateline at its separators, into segments that know what is around them.

Separators are dashes, slashes, colons, bars, commas, line ends and runs of blanks, several in a
row counting as one; brackets and quotes wrap a segment of their own. A title keeps the slash
after it («الدكتور/ عبد العزيز»). Each pattern is bounded or possessive: time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ...folding import fold
from ...patterns import pattern, plain

_MARKS = r"\-‐‑‒–—―−_/\\:|،,;؛*•·+©\n\r"
_TOKEN = pattern(
    rf"""
    [«»"“”„{{] (?P<quoted> [^«»"“”„{{}}\n]{{1,60}}+ ) [«»"“”„}}]
  | [(\[﴿﴾] [ ]? (?P<bracketed> [^()\[\]﴿﴾]{{1,80}}+ ) [)\]﴾﴿]
  | (?P<separator> (?: [^\S\n]*+ (?: [{_MARKS}] | (?<![\p{{L}}\p{{M}}])ـ++(?!\p{{L}}) ) | \s{{3}} )
                   (?: [{_MARKS}ـ\s] | \.(?=\s*+$) )*+ )
  | (?P<bare> (?: [ ]?+[^{_MARKS}ـ\s«»"“”„{{}}(\[﴿﴾)\]]++
                | (?! [«»"“”„{{}}(\[﴿﴾)\]] | [^\S\n]*+[{_MARKS}] | \s{{3}} | \s++ـ ) . )++ )
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_LETTER_OR_DIGIT = pattern(r"[\p{L}\p{N}]")
_WRAPS = {"quoted": "quote", "bracketed": "bracket"}
_SAME_MARKS = str.maketrans("‐‑‒–—―−_ـ\\،\r\xa0", "---------/,\n ")
INVISIBLE = plain(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Segment(NamedTuple):
    """`text` without the blanks and wrapping around it; `wrap` is "", "quote" or "bracket".

    `before` and `after` are the separators on either side in one spelling (dashes, free tatweels
    and underscores are "-"), "" where there is none. `stop` is where the text goes on behind the
    segment and its separator.
    """

    text: str
    start: int
    end: int
    stop: int
    wrap: str = ""
    before: str = ""
    after: str = ""

    def follows(self, marks: str) -> bool:
        """Whether one of `marks` stands between this segment and the one before."""
        return any(mark in self.before for mark in marks)

    def closes(self, marks: str) -> bool:
        """Whether one of `marks` stands behind this segment."""
        return any(mark in self.after for mark in marks)


class _Token(NamedTuple):
    """`kind` is a group of the pattern, or "" for a stray mark; `text` is as printed."""

    kind: str
    start: int
    text: str

    @property
    def mark(self) -> str:
        """The separator in one spelling; blanks alone are one blank."""
        if self.kind != "separator":
            return ""
        printed = self.text.translate(_SAME_MARKS)
        return printed if printed.strip(" \t") else " "


_NOTHING = _Token("", 0, "")


def split(text: str, titles: frozenset[str]) -> Iterator[Segment]:
    """The segments of `text` one by one; `titles` are folded titles that keep a slash after them.

    «لندن: «الشرق الأوسط»» gives «لندن» and, as a quote after a colon, «الشرق الأوسط».
    """
    before, token = _NOTHING, _NOTHING
    for after in chain(_join_titles(_tokens(text), titles), (_NOTHING,)):
        if token.kind != "separator" and _LETTER_OR_DIGIT.search(token.text):
            yield _segment(text, before, token, after)
        before, token = token, after


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(match.lastgroup or "", match.start(), match.group())


def _join_titles(tokens: Iterator[_Token], titles: frozenset[str]) -> Iterator[_Token]:
    """The tokens, a title with its slash and the name behind it as one."""
    held: list[_Token] = []  # a title, and the slash after it
    for token in tokens:
        if len(held) == 2 and token.kind == "bare":
            token = _Token("bare", held[0].start, "".join(part.text for part in (*held, token)))
            held = []
        if len(held) == 1 and token.kind == "separator" and token.text.strip() == "/":
            held.append(token)
            continue
        yield from held
        held = []
        if token.kind == "bare" and fold(token.text[:40]).strip(" .") in titles:
            held.append(token)
        else:
            yield token
    yield from held


def _segment(text: str, before: _Token, token: _Token, after: _Token) -> Segment:
    printed, wrap = token.text, _WRAPS.get(token.kind, "")
    end = token.start + len(printed)
    stop = end + (len(after.text) if after.kind == "separator" else 0)
    while stop < len(text) and text[stop].isspace():
        stop += 1
    return Segment(
        text=printed[1:-1].strip() if wrap else printed.strip(),
        start=token.start + len(printed) - len(printed.lstrip()),
        end=token.start + len(printed.rstrip()),
        stop=stop,
        wrap=wrap,
        before=before.mark,
        after=after.mark,
    )
