"""Splits a byline or dateline at its separators, into segments that know what is around them.

Separators are dashes, slashes, colons, bars, commas, line ends and runs of blanks, several in a
row counting as one; brackets and quotes wrap a segment of their own. A title keeps the slash
after it («الدكتور/ عبد العزيز»). Each pattern is bounded or possessive: time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias

from ...folding import fold, translator
from ...patterns import Match, pattern, plain

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
# Words before a single slash, and no mark behind it.
_TITLED = pattern(
    rf"([^{_MARKS}ـ«»\"“”„{{}}(\[﴿﴾)\]]{{1,40}})/(?=[^\S\n]*+[^{_MARKS}ـ\s«»\"“”„{{}}(\[﴿﴾)\]])"
)
_TITLE_SLASH = "\ue000"  # private use
# «هبة عادل & سمير ناصر», «Euronews & الأناضول»
_AND = plain(r"(?<=[ء-ي] )&(?= \w)|(?<=\w )&(?= [ء-ي])|(?<=[ء-ي])&(?=[ء-ي])")
_LETTER_OR_DIGIT = pattern(r"[\p{L}\p{N}]")
_WRAPS = {"quoted": "quote", "bracketed": "bracket"}
_same_marks = translator(str.maketrans("‐‑‒–—―−_ـ\\،\r\xa0", "---------/,\n "))
#: A bullet, a pen or a camera as a picture: «◼ بغداد / …».
ORNAMENT = r"[\u25a0-\u27bf\u2b00-\u2bff\U0001F300-\U0001FAFF\ufe0f]"
INVISIBLE = plain(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


_Token: TypeAlias = "Match | None"


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


def split(text: str, titles: frozenset[str]) -> Iterator[Segment]:
    """The segments of `text` one by one; `titles` are folded titles that keep a slash after them.

    «لندن: «الشرق الأوسط»» gives «لندن» and, as a quote after a colon, «الشرق الأوسط».
    """
    if "&" in text:
        text = _AND.sub("+", text)
    text = _TITLED.sub(partial(_joined, titles=titles), text) if "/" in text else text
    before: _Token = None
    token: _Token = None
    for after in chain(_TOKEN.finditer(text), (None,)):
        is_text = token is not None and token.lastgroup != "separator"
        if token is not None and is_text and _LETTER_OR_DIGIT.search(token.group()):
            yield _segment(text, before, token, after)
        before, token = token, after


def _joined(titled: Match, titles: frozenset[str]) -> str:
    """A title with a stand-in for the slash behind it, which then parts nothing."""
    is_title = fold(titled[1]).strip(" .") in titles
    return titled[0].replace("/", _TITLE_SLASH) if is_title else titled[0]


def _mark(token: _Token) -> str:
    """The separator in one spelling; blanks alone are one blank."""
    if token is None or token.lastgroup != "separator":
        return ""
    printed = _same_marks(token.group())
    return printed if printed.strip(" \t") else " "


def _segment(text: str, before: _Token, token: Match, after: _Token) -> Segment:
    printed, wrap = token.group(), _WRAPS.get(token.lastgroup or "", "")
    separated = after is not None and after.lastgroup == "separator"
    stop = after.end() if after is not None and separated else token.end()
    while stop < len(text) and text[stop].isspace():
        stop += 1
    return Segment(
        text=(printed[1:-1] if wrap else printed).strip().replace(_TITLE_SLASH, "/"),
        start=token.start() + len(printed) - len(printed.lstrip()),
        end=token.start() + len(printed.rstrip()),
        stop=stop,
        wrap=wrap,
        before=_mark(before),
        after=_mark(after),
    )
