"""What a block says: length, end, words that stand for themselves, the small grammars."""

from __future__ import annotations

import regex

from ...lexicon.words import LONGEST_WORD, key
from ..reading import Reading

# Lengths in characters: a name or a button; a byline; a headline; a deck or caption; a paragraph.
_SIZES = ((14, "tiny"), (45, "short"), (110, "line"), (240, "long"))
_LONGEST_CAPTION = 400
_LONGEST_BYLINE = 90
_LONGEST_DATE = 120

_STOPS = ".؟!…?؛"
_CLOSERS = ")]}»\"”'﴾﴿"
_LETTER = regex.compile(r"\p{L}")
_ARABIC = regex.compile(r"\p{Arabic}")
_DIGIT = regex.compile(r"\p{Nd}")
_ADDRESS = regex.compile(r"https?://|www\.|\S@\S+\.\w|^@\w")
_BULLET = regex.compile(r"[•▪●◾■*·‣–-]\s")


def observe(reading: Reading) -> None:
    """Notes on every block that has text."""
    for notes, block in zip(reading.notes, reading.blocks, strict=True):
        if block.text:
            notes.extend(look(block.text, reading))


def look(text: str, reading: Reading) -> list[str]:
    """The names of what the words of `text` alone tell."""
    notes: list[str] = []
    size = len(text)
    notes.append(next((name for most, name in _SIZES if size <= most), "very long"))
    end = text[-1]
    stop = end in _STOPS or (end in _CLOSERS and len(text) > 1 and text[-2] in _STOPS)
    if stop:
        notes.append("ends a sentence")
    elif end in "،,":
        notes.append("breaks off")
    elif end in ":：":
        notes.append("ends with a colon")
    if size <= LONGEST_WORD:
        _look_up(text, notes, reading)
    if size <= _LONGEST_DATE:
        _read_short(text, notes, reading, stop)
    if size <= _LONGEST_CAPTION:
        _read_caption(text, notes, reading)
    return notes


def _look_up(text: str, notes: list[str], reading: Reading) -> None:
    word = key(text)
    if word in reading.interface or not word:
        notes.append("a button's word")
    if word in reading.related:
        notes.append("announces related stories")
    if word in reading.words.elsewhere:
        notes.append("announces stories elsewhere")
    if word in reading.words.tags:
        notes.append("announces tags")
    if word in reading.sections:
        notes.append("a section's name")
    if not _LETTER.search(text):
        notes.append("no letters")
    elif not _ARABIC.search(text):
        notes.append("no Arabic")


def _read_short(text: str, notes: list[str], reading: Reading, stop: bool) -> None:
    if text.startswith(reading.words.chrome_heads):
        notes.append("begins as chrome")
    if _ADDRESS.search(text):
        notes.append("an address")
    if _BULLET.match(text):
        notes.append("a list mark")
    if _DIGIT.search(text) and reading.moment(text):
        notes.append("a date")
    elif not stop and len(text) <= _LONGEST_BYLINE:
        _read_byline(text, notes, reading)


def _read_byline(text: str, notes: list[str], reading: Reading) -> None:
    found = reading.byline(text)
    if found is None:
        return
    notes.append("a byline")
    if found.place or found.publication or found.agencies or found.role:
        notes.append("a byline with place, paper or role")


def _read_caption(text: str, notes: list[str], reading: Reading) -> None:
    found = reading.caption(text)
    if found.credit is None:
        return
    if found.caption is None:
        notes.append("a credit alone")
    else:
        notes.append("a credit at the end")
    if found.credit.agencies or found.credit.archive or found.credit.illustrative:
        notes.append("a known credit")
