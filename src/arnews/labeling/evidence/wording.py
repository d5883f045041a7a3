"""What a block says: length, end, words that stand for themselves, the small grammars."""

from __future__ import annotations

import regex

from ...folding import fold
from ...lexicon.words import LONGEST_WORD, key
from ..reading import Reading

# Lengths in characters: a name or a button; a byline; a headline; a deck or caption; a paragraph.
_SIZES = ((14, "tiny"), (45, "short"), (110, "line"), (240, "long"))
_LONGEST_CAPTION = 400
_LONGEST_BYLINE = 90
_LONGEST_DATE = 120
_LONGEST_NAME = 36
_MOST_WORDS = 8  # of a byline

_LATIN = "abcdefghijklmnopqrstuvwxyz<"
_STOPS = ".؛"
_CALLS = "؟?!"
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CLOSERS = ")]}»\"”'﴾﴿"
_LETTER = regex.compile(r"\p{L}")
_ARABIC = regex.compile(r"\p{Arabic}")
_DIGIT = regex.compile(r"\p{Nd}")
_ADDRESS = regex.compile(r"https?://|www\.|\S@\S+\.\w|^@\w")
_PARTED = regex.compile(r"[-–—ـ/:|،,(]")
# Before a credit stands an open bracket, a dash, a ©, or a label with a colon or comma after it.
_CREDIT_SIGN = regex.compile(r"[(\[{﴾﴿（©–—ـ/-]")
_LABEL_SIGN = regex.compile(r"[:،,-]")
_BULLET = regex.compile(r"[•▪●◾■*·‣–-]\s")
# What a careless remover of tags leaves: «content="…" />», «alt="…" />», «googletag.cmd…;».
_LEFT_OVER = regex.compile(r"[a-z-]++=[\"']|\w++(?:[.]\w++)++[(]|</?\w|<!|function\s*+[(]|var\s")
_LONGEST_LABEL = 30
_LONGEST_VERB = 12
_QUOTES = '«»“”"„'
# Values that a label may have: what is read as one after it shows that it is a label.
_ANY_DAY, _ANY_AGENCY = " 1/1/2000", " رويترز"


def observe(reading: Reading) -> None:
    """Notes on every block that has text; a line printed five times is looked at once."""
    for notes, block in zip(reading.notes, reading.blocks, strict=True):
        if block.text:
            notes.extend(look(block.text, reading))


def look(text: str, reading: Reading) -> list[str]:
    """The names of what the words of `text` alone tell."""
    known = reading.looks.get(text)
    if known is None:
        known = reading.looks[text] = _look(text, reading)
    return known


def _look(text: str, reading: Reading) -> list[str]:
    size = len(text)
    notes = [next((name for most, name in _SIZES if size <= most), "very long")]
    if text[0] in _LATIN and _LEFT_OVER.match(text):
        notes.append("left-over markup")
        return notes
    stop = _end(text, notes)
    if fold(text[:_LONGEST_VERB]).partition(" ")[0] in reading.lexicon.names.openers:
        notes.append("opens with a verb")
    if text[0] in _QUOTES and text[-1] in _QUOTES:
        notes.append("in quotes")
    word = size <= LONGEST_WORD and _look_up(text, notes, reading)
    credited = size <= _LONGEST_CAPTION and _read_caption(text, notes, reading)
    if size <= _LONGEST_DATE:
        _look_closer(text, notes, reading)
        word = word or _read_label(text, notes, reading)
        dated = _DIGIT.search(text) and _read_date(text, notes, reading)
        if not (dated or credited or stop or word):
            _read_byline(text, notes, reading)
    return notes


def _end(text: str, notes: list[str]) -> bool:
    """How the line ends; whether it is a sentence."""
    text = text.rstrip(_INVISIBLE)
    end = text[-1:]
    if end in _CLOSERS and len(text) > 1:
        end = text[-2]
    if end == "…" or text.endswith(("..", "..»", '.."')):
        notes.append("trails off")
    elif end and end in _STOPS:
        notes.append("ends a sentence")
        return True
    elif end in _CALLS:
        notes.append("asks")
    elif end in "،,":
        notes.append("breaks off")
    elif end in ":：":
        notes.append("ends with a colon")
    return False


def _look_up(text: str, notes: list[str], reading: Reading) -> bool:
    """Whether the line is a word that stands for itself, and which."""
    known = len(notes)
    word = key(text)
    if word in reading.interface or not word:
        notes.append("a button's word")
    if word in reading.related:
        notes.append("announces related stories")
    if word in reading.words.elsewhere:
        notes.append("announces stories elsewhere")
    if word in reading.words.comments:
        notes.append("announces comments")
    if word in reading.words.tags:
        notes.append("announces tags")
    if word in reading.sections:
        notes.append("a section's name")
    if not _LETTER.search(text):
        notes.append("no letters")
    elif not _ARABIC.search(text):
        notes.append("no Arabic")
    return len(notes) > known


def _look_closer(text: str, notes: list[str], reading: Reading) -> None:
    if fold(text[:40]).startswith(reading.words.chrome_heads):
        notes.append("begins as chrome")
    head, colon, _ = text.partition(":")
    if colon and len(head) <= LONGEST_WORD and key(head) in reading.related:
        notes.append("a related story on one line")
    if _ADDRESS.search(text):
        notes.append("an address")
    if _BULLET.match(text):
        notes.append("a list mark")


def _read_label(text: str, notes: list[str], reading: Reading) -> bool:
    """A label alone: its value stands in the next block («آخر تحديث:», «المصدر:»)."""
    if len(text) > _LONGEST_LABEL or "ends with a colon" not in notes:
        return False
    dated = any(found.kind for found in reading.dates(text + _ANY_DAY))
    source = None if dated else reading.byline(text + _ANY_AGENCY)
    if not (dated or (source and source.agencies and not source.publication)):
        return False
    notes.append("a label alone")
    return True


def _read_date(text: str, notes: list[str], reading: Reading) -> bool:
    found = reading.moment(text)
    if found:
        notes.append("a date")
    return found is not None


def _read_byline(text: str, notes: list[str], reading: Reading) -> None:
    """A name alone is short; a longer line that is a byline has its parts parted."""
    if len(text) > _LONGEST_BYLINE or text.count(" ") >= _MOST_WORDS:
        return
    if len(text) > _LONGEST_NAME and not _PARTED.search(text):
        return
    found = reading.byline(text)
    if found is None:
        return
    notes.append("a byline")
    if found.place or found.publication or found.agencies or found.role:
        notes.append("a byline with place, paper or role")


def _read_caption(text: str, notes: list[str], reading: Reading) -> bool:
    signed = _CREDIT_SIGN.search(text, max(0, len(text) - 160)) or _LABEL_SIGN.search(text, 0, 24)
    if len(text) > _LONGEST_NAME and not signed:
        return False
    found = reading.caption(text)
    if found.credit is None:
        labelled = found.caption is not None and len(found.caption) + 8 < len(text)
        if labelled:
            notes.append("a caption's label")
        return labelled
    notes.append("a credit alone" if found.caption is None else "a credit at the end")
    if found.credit.agencies or found.credit.archive or found.credit.illustrative:
        notes.append("a known credit")
    return True
