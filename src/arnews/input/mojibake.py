"""Arabic that was decoded with the wrong table, and how it is brought back.

«الرئيس» in UTF-8 becomes «ط§ظ„ط±ط¦ظٹط³» when its bytes are read as windows-1256, and «Ø§Ù„Ø±Ø¦ÙŠØ³»
as windows-1252. It comes in whole pages and in single blocks of good pages. A few letters that
stand side by side give it away, since no language writes them so; then the words are encoded back
and decoded rightly. What is not wholly such letters stays as it is.
"""

from __future__ import annotations

import re
from functools import cached_property

from attrs import frozen

from ..patterns import plain


@frozen(slots=False)
class Misreading:
    """Bytes of `was` that were read as `read_as`; `telltale` is what «ا» then ends in."""

    was: str
    read_as: str
    telltale: str

    @cached_property
    def bytes_of(self) -> dict[int, int]:
        """The byte of each character, as code points. Undefined bytes were read as C1 controls,
        which is also how ISO-8859-1 reads those that windows-1252 gives to punctuation."""
        table = {byte: byte for byte in range(0x80, 0xA0)}
        for byte in range(0x80, 0x100):
            table[ord(bytes([byte]).decode(self.read_as, "replace"))] = byte
        table.pop(0xFFFD, None)
        return table

    def _class(self, first: int, last: int) -> str:
        held = (code for code, byte in self.bytes_of.items() if first <= byte <= last)
        return "[" + "".join(map(re.escape, map(chr, held))) + "]"

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """What one word or part of a word becomes: all of it can be brought back."""
        if self.was != "utf-8":
            return re.compile(self._class(0x80, 0xFF) + "+")
        more = self._class(0x80, 0xBF)
        two, three, four = (
            self._class(first, last) + more * number
            for number, (first, last) in enumerate(((0xC2, 0xDF), (0xE1, 0xEF), (0xF0, 0xF4)), 1)
        )
        return re.compile(f"(?:{two}|{three}|{four})+")

    @cached_property
    def sure(self) -> re.Pattern[str]:
        """Letters enough to be sure: three of the Arabic block, or two whole words of them.

        A pattern that begins with one of several characters is searched many times as fast."""
        if self.was != "utf-8":
            letter = self._class(0xC1, 0xED)  # «×» is among them, and no letter to `\w`
            first = rf"{letter}(?<!\w.)(?<!{letter}.){letter}{{2,}}+"
            return re.compile(rf"(?s){first}[ ,.:]{{1,2}}{letter}{{3,}}+(?!\w)")
        letter = self._class(0xD8, 0xDB) + self._class(0x80, 0xBF)
        return re.compile(f"{letter}(?:{letter}){{2}}")

    def back(self, match: re.Match[str]) -> str:
        """The letters that became those of the match."""
        data = bytes(map(self.bytes_of.__getitem__, map(ord, match[0])))
        return data.decode(self.was, "replace")

    def __str__(self) -> str:
        told = f"{self.was} that was read as {self.read_as}"
        return told.replace("utf", "UTF").replace("cp", "windows-")


MISREADINGS = (
    Misreading("utf-8", "cp1256", "§"),
    Misreading("utf-8", "cp1252", "§"),
    Misreading("utf-8", "cp874", "ง"),
    Misreading("cp1256", "cp1252", "Ç"),
)
_WORD = plain("[^\x00-\x7f]+")


def found(text: str) -> tuple[Misreading, ...]:
    """The misreadings that `text`, or a part of it, surely went through."""
    return tuple(
        misread for misread in MISREADINGS if misread.telltale in text and misread.sure.search(text)
    )


def repaired(text: str, misread: Misreading) -> tuple[str, int]:
    """`text` with the words brought back that went through `misread`, and how many they are."""
    number = 0

    def mended(match: re.Match[str]) -> str:
        nonlocal number
        word = match[0]
        if misread.letters.fullmatch(word) or misread.sure.search(word):
            number += 1
            return misread.letters.sub(misread.back, word)
        return word

    return _WORD.sub(mended, text), number
