"""Unicode folding for matching: a shadow of the text, never the text that is printed.

Folding drops vowel marks, tatweel and invisible characters, and writes the variants of a letter,
digit, dash, quote or blank in one way. It works a character at a time (no `unicodedata.normalize`
over the text: that is quadratic in a run of unsorted marks), so it is linear, and folding twice
is folding once. A tatweel that stands free is a dash («مسقط ـ العمانية»); inside a word, or where
it joins one to a quote or digit («لـ24», «هـ»), it is dropped.

Letters apart by dots or blanks stay apart: «أ.ب» must not become «اب», which is the month آب.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import regex
from attrs import frozen

_MARKS = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
)
_INVISIBLE = (
    0x00AD,
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
)
_SAME = {
    "ا": "أإآٱ",
    "ي": "ىیے",
    "ه": "ةھہ",
    "ك": "ک",
    " ": "\u00a0\u1680\u202f\u205f\u3000\t\v\f" + "".join(map(chr, range(0x2000, 0x200B))),
    "-": "‐‑‒–—―−﹣－",
    '"': "«»‹›“”„‟‘’‚‛″＂",
    "'": "′´`",
    "(": "﴿（",
    ")": "﴾）",
    ",": "،",
    ";": "؛",
    "?": "؟",
    ".": "۔",
}
_COMMON = (*range(0x20, 0x250), *range(0x600, 0x700), *range(0x2000, 0x2070))
_TATWEEL = "\u0640"
_FREE_TATWEEL = regex.compile(rf"(?<![\p{{L}}\p{{M}}{_TATWEEL}]){_TATWEEL}++")


def _table() -> dict[int, str]:
    table = dict.fromkeys((*_MARKS, *_INVISIBLE, ord(_TATWEEL)), "")
    for plain, variants in _SAME.items():
        table.update(dict.fromkeys(map(ord, variants), plain))
    for zero in (0x0660, 0x06F0):
        table.update({zero + n: str(n) for n in range(10)})
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        shown = unicodedata.normalize("NFKC", chr(code))
        if shown != chr(code):
            # An isolated vowel mark decomposes to a blank and the mark: nothing is left of it.
            table[code] = shown.translate(table).strip() if shown[0] == " " else shown
            table[code] = table[code].translate(table)
    for code in _COMMON:  # `str.translate` is much slower on what it misses
        table.setdefault(code, chr(code))
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """The form of `text` that matching compares."""
    if _TATWEEL in text:
        text = _FREE_TATWEEL.sub("-", text)
    return text.translate(_TABLE)


@frozen
class Folded:
    """A folded text and the way back: `offsets[i]` is where `text[i]` came from."""

    text: str
    offsets: tuple[int, ...]
    length: int  # of the text that was folded

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the unfolded text that `text[start:end]` stands for.

        Characters that folding dropped go with the character before them.
        """
        stop = self._offset(max(start, end))
        within = start < end <= len(self.offsets) and stop == self.offsets[end - 1]  # a ligature
        return self._offset(start), stop + within

    def _offset(self, at: int) -> int:
        return self.offsets[at] if at < len(self.offsets) else self.length


def fold_with_offsets(text: str) -> Folded:
    """`fold(text)` with a map back to `text`."""
    free = {match.start() for match in _FREE_TATWEEL.finditer(text)} if _TATWEEL in text else ()
    offsets: list[int] = []
    start = 0
    for match in _resized().finditer(text):
        at = match.start()
        offsets.extend(range(start, at))
        offsets.extend([at] * (1 if at in free else len(_TABLE[ord(text[at])])))
        start = at + 1
    offsets.extend(range(start, len(text)))
    return Folded(fold(text), tuple(offsets), len(text))


@cache
def _resized() -> re.Pattern[str]:
    """The characters of which folding makes none or several: `re` finds one of so many faster."""
    resized = (re.escape(chr(at)) for at, to in _TABLE.items() if len(to) != 1)
    return re.compile(f"[{''.join(resized)}]")


def fold_all(texts: Iterable[str]) -> frozenset[str]:
    """The folded forms of `texts`."""
    return frozenset(map(fold, texts))
