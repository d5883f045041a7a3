"""Unicode folding: the form of a text that is compared. Printed text is never folded.

Folding removes vowel marks, tatweel and invisible characters, and replaces the variants of a
letter, digit, dash, quote or blank by one: «أُوروبّا» becomes «اوروبا». A tatweel between blanks is a
dash («مسقط ـ العمانية»); inside or after a word («لـ24», «هـ») it is removed. Letters that dots or
blanks separate stay separate: «أ.ب» must not become «اب», which is the month آب.

Folding maps single characters, so it is linear, and folding twice is the same as folding once.
(`unicodedata.normalize` is quadratic in a run of unsorted marks.)
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from .patterns import pattern


def _code_points(ranges: str) -> Iterator[int]:
    """The code points in `ranges`, hexadecimal and inclusive: `0610-061A 0670`."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


_MARKS = "0610-061A 064B-065F 0670 06D6-06DC 06DF-06E4 06E7-06E8 06EA-06ED"
_INVISIBLE = "00AD 061C 200B-200F 202A-202E 2060-2069 FEFF"
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
_PRESENTATION_FORMS = "FB50-FDFD FE70-FEFC"
_COMMON = "0020-024F 0600-06FF 2000-206F"
#: What nearly every line of news is made of, the most common first; no more than 255 characters.
_PAGE = (
    "000A 0020-0022 0025 0027-003B 003F 0041-005A 0061-007A 00AB 00BB 060C 061B 061F 0621-063A"
    " 0641-064A 2013 201C-201D 2026"
    " 0009 000B-000D 0023-0024 0026 003C-003E 0040 005B-0060 007B-007E 00A0 00A9 00AD 00B7"
    " 00DF-00FF 061C 0640 064B-0652 0660-0669 0670-0671 067E 0686 06A4 06A9 06AF 06C1 06CC"
    " 200B-200F 2014 2018-201B 201E 2022 202A-202E FEFF"
)
_TATWEEL = "\u0640"
_FEW_WORDS = 32  # characters
_FREE_TATWEEL = pattern(rf"(?<![\p{{L}}\p{{M}}{_TATWEEL}]){_TATWEEL}++")


def _table() -> dict[int, str]:
    table = dict.fromkeys((*_code_points(_MARKS + " " + _INVISIBLE), ord(_TATWEEL)), "")
    for plain, variants in _SAME.items():
        table.update(dict.fromkeys(map(ord, variants), plain))
    for zero in (0x0660, 0x06F0):
        table.update({zero + n: str(n) for n in range(10)})
    for code in _code_points(_PRESENTATION_FORMS):
        shown = unicodedata.normalize("NFKC", chr(code))
        if shown != chr(code):
            # An isolated vowel mark decomposes to a blank and the mark, and both are removed.
            table[code] = shown.translate(table).strip() if shown[0] == " " else shown
            table[code] = table[code].translate(table)
    for code in _code_points(_COMMON):  # `str.translate` is slow for characters without an entry
        table.setdefault(code, chr(code))
    return table


def translator(table: Mapping[int, str | int | None]) -> Callable[[str], str]:
    """`str.translate` by `table`, many times faster where all characters of a text are common.

    They go through a code page of our own: encoded, without those that `table` maps to nothing, and
    decoded as what it maps them to (by a string, which is the fastest, if that is one character).
    What is mapped to nothing comes last: a line of the common characters, whose codes are those of
    ASCII, has none of it.
    """
    page = [
        "\0",
        *sorted(map(chr, _code_points(_PAGE)), key=lambda char: not char.translate(table)),
    ]
    shown = [char.translate(table) for char in page]
    gone = bytes(code for code, to in enumerate(shown) if not to)
    assert not gone or gone[0] > 0x7F
    single = "".join(to or char for char, to in zip(page, shown, strict=True))
    decoding = single if len(single) == len(page) else dict(enumerate(shown))
    encoding = codecs.charmap_build("".join(page).ljust(256, "\ufffe"))  # "\ufffe" is no character
    encode, decode = codecs.charmap_encode, codecs.charmap_decode

    def translate(text: str) -> str:
        try:
            encoded = encode(text, "strict", encoding)[0]
        except UnicodeEncodeError:
            return text.translate(table)
        kept = encoded if encoded.isascii() else encoded.translate(None, gone)
        return decode(kept, "strict", decoding)[0]

    return translate


_TABLE = _table()
_translate = translator(_TABLE)


def fold(text: str) -> str:
    """The form in which `text` is compared: «الإمارات» gives «الامارات»."""
    return _folded_words(text) if len(text) <= _FEW_WORDS else _folded(text)


def _folded(text: str) -> str:
    if _TATWEEL in text:
        text = _FREE_TATWEEL.sub("-", text)
    return _translate(text)


#: Each grammar and table that is asked for a few words folds them.
_folded_words = lru_cache(maxsize=1 << 11)(_folded)


class Folded(NamedTuple):
    """A folded text with offsets: `text[i]` is made of the character `offsets[i]` of the original.

    `length` is that of the original.
    """

    text: str
    offsets: tuple[int, ...]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` is made of.

        A character that folding removed belongs to the character before it.
        """
        stop = self._offset(max(start, end))
        within = start < end <= len(self.offsets) and stop == self.offsets[end - 1]  # a ligature
        return self._offset(start), stop + within

    def _offset(self, index: int) -> int:
        return self.offsets[index] if index < len(self.offsets) else self.length


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
