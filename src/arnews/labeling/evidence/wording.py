"""What a block says: length, end, words that stand for themselves, the small grammars."""

from __future__ import annotations

from bisect import bisect_left

import regex

from ...folding import fold
from ...lexicon.words import LONGEST_WORD, trim_label
from .. import paths
from ..reading import Reading
from .leftovers import left_over
from .values import (
    ARABIC,
    BRACKETS,
    CLOSERS,
    LONGEST_NAME,
    STOPS,
    is_row,
    may_be_credited,
    may_be_dated,
    may_be_signed,
    read_byline,
    read_caption,
    read_date,
    read_label,
)

# Lengths in characters: a name or a button; a byline; a headline; a deck or caption; a paragraph.
_SIZES = ("tiny", "short", "line", "long", "very long")
_ENDS_OF_SIZES = (14, 45, 110, 240)
_LONGEST_DATE = 120
_MOST_WORDS_OF_SECTION = 2
_CALLS = "؟?!"
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LETTER = regex.compile(r"\p{L}")
_NUMBER = regex.compile(r"\p{Nd}++")
_ADDRESS = regex.compile(r"https?://|www\.|\S@\S+\.\w|^@\w")
_BULLET = regex.compile(r"[•▪●◾■*·‣–-]\s")
_COUNTER = regex.compile(r"[\d()\[\]:.,٬+]++")
_GLUED = regex.compile(r"[ء-ي]{25,}+")  # no word is as long: those of a menu
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*+(?:[صم]|ت\s?م|am|pm|gmt)?", regex.I)
_HASHTAGS = regex.compile(r"#[\p{L}\p{M}\d_]++(?:\s++#[\p{L}\p{M}\d_]++)*+")
_SHORTEST_TITLE = 12  # characters of a story behind its marker
_MARKER = 3  # words
_MARK = regex.compile(r"[|:/–—-]")
_LONGEST_HEAD = 16  # characters before the mark
_AND_VERB = ("وي", "وت")  # «ويشير», «وتتجلى»
_AND_NOUN = 4  # letters: «وتر», «ويلز»
_LONGEST_ROW = 60
_MORE = regex.compile(r"(?:[.]{2}|…)\s*+(\S++(?:\s\S++)?+)$")  # «… الجديد... المزيد»
_TOPIC = regex.compile(r"[^.…:؟]{3,40}+(?:[.]{2,3}+|…)")  # «صندوق المقاصة .. هل يدفع البسطاء …؟»
_QUOTES = '«»“”"„'


def observe(reading: Reading) -> None:
    """Notes on every block that has text; a line printed five times is looked at once."""
    for notes, block in zip(reading.notes, reading.blocks, strict=True):
        if block.text:
            notes.extend(look(block.line, reading))


def look(text: str, reading: Reading) -> list[str]:
    """The names of what the words of `text` alone tell."""
    known = reading.looks.get(text)
    if known is None:
        known = reading.looks[text] = _look(text, reading)
    return known


def _look(text: str, reading: Reading) -> list[str]:
    size = len(text)
    notes = [_SIZES[bisect_left(_ENDS_OF_SIZES, size)]]
    left = left_over(text)
    if left is not None:
        notes.append(left)
        return notes
    stop = _end(text, notes)
    head = fold(text[:LONGEST_WORD])
    _begin(head, notes, reading)
    if size > LONGEST_NAME and text[0] in _QUOTES and text[-1] in _QUOTES:
        notes.append("in quotes")
    word = size <= LONGEST_WORD and _look_up(text, head, notes, reading)
    credited = may_be_credited(text, head, reading) and read_caption(text, notes, reading)
    bracketed = "a credit alone" in notes and text[-1] in BRACKETS
    if bracketed:
        notes.append("a credit in brackets")
    if size <= _LONGEST_DATE:
        _look_closer(text, head, notes, reading)
        word = word or read_label(text, notes, reading)
        numbers = len(_NUMBER.findall(text))
        dated = may_be_dated(text, numbers) and read_date(text, notes, reading)
        if "\t" in text or (size <= _LONGEST_ROW and not (dated or word) and is_row(text, numbers)):
            notes.append("a row of a table")
        # Where a template has a place for bylines, an agency alone may sign, without brackets.
        signs = reading.layout.is_exact and "a credit alone" in notes and not bracketed
        asked = not (dated or stop or word) and (signs or not credited)
        if asked and may_be_signed(text, head, reading):
            read_byline(text, notes, reading)
            if signs and "a byline" in notes and reading.layout.styles.caption == "brackets":
                notes.append("a source without its brackets")
    return notes


def _begin(head: str, notes: list[str], reading: Reading) -> None:
    """Whether the line opens as sentences do: «أعلن …», «وقال …», «لكن …»."""
    mark = _MARK.search(head, 0, _LONGEST_HEAD)
    if mark and trim_label(head[: mark.start()]) in reading.words.breaking:
        notes.append("news that broke")
    first = head.partition(" ")[0].rstrip(":")
    names = reading.lexicon.names
    joined = first[:1] in "وف" and first[1:] in names.openers and first not in names.given
    if first in names.openers or joined:  # «فراس» is no «رأس»
        notes.append("opens with a verb")
        if joined and first[0] == "و":
            notes.append("goes on from a sentence")
    elif first in reading.words.prepositions:
        notes.append("opens with a preposition")
    elif first in reading.words.openers or (first[:2] in _AND_VERB and len(first) > _AND_NOUN):
        notes.append("opens as a sentence")


def _end(text: str, notes: list[str]) -> bool:
    """How the line ends; whether it is a sentence."""
    end = text[-1]
    if end in _INVISIBLE:
        text = text.rstrip(_INVISIBLE) or text
        end = text[-1]
    if end in CLOSERS and len(text) > 1:
        end = text[-2]
    if end == "…" or (end == "." and text.endswith(("..", "..»", '.."'))):
        notes.append("trails off")
    elif end in STOPS:
        notes.append("ends a sentence")
        return True
    elif end in _CALLS:
        notes.append("asks")
        if _TOPIC.match(text):
            notes.append("asks of a topic")
    elif end in "،,":
        notes.append("breaks off")
    elif end in ":：":
        notes.append("ends with a colon")
    return False


def _look_up(text: str, head: str, notes: list[str], reading: Reading) -> bool:
    """Whether the line is a word that stands for itself, and which; `head` is it, folded."""
    known = len(notes)
    word = trim_label(head)
    if word not in reading.interface and _COUNTER.search(word):  # «التعليقات (12)»
        word = trim_label(" ".join(_COUNTER.sub(" ", word).split())) or word
    if word in reading.interface or not word:
        notes.append("a button's word")
    if word in reading.related or _is_longer_marker(word, reading):
        notes.append("announces related stories")
    if word in reading.elsewhere:
        notes.append("announces stories elsewhere")
    if word in reading.comments:
        notes.append("announces comments")
    if word in reading.words.tags:
        notes.append("announces tags")
    if word in reading.sections or ("|" in head and _is_path(head, reading)):
        notes.append("a section's name")
    if _HASHTAGS.fullmatch(text):
        notes.append("hashtags")
    if _CLOCK.fullmatch(head):
        notes.append("a clock")
    if not _LETTER.search(text):
        notes.append("no letters")
    elif not ARABIC.search(text):
        notes.append("no Arabic")
    return len(notes) > known


def _is_longer_marker(word: str, reading: Reading) -> bool:
    """«مقالات ذات صلة بنفس السياق»: a marker of three words or more, and a few behind it."""
    words = word.split()
    return any(
        " ".join(words[:size]) in reading.related
        for size in range(_MARKER, min(len(words), _MARKER + 2))
        if len(words) - size <= _MARKER
    )


def _is_path(head: str, reading: Reading) -> bool:
    """«أخبار|غزة»: the path to a section; a headline after «عاجل |» has more words."""
    first, *deeper = head.split("|")
    short = all(0 < len(part.split()) <= _MOST_WORDS_OF_SECTION for part in deeper)
    return short and len(deeper) < paths.MOST_STEPS and trim_label(first) in reading.sections


def _look_closer(text: str, head: str, notes: list[str], reading: Reading) -> None:
    if head.startswith(reading.words.chrome_heads) and "a known credit" not in notes:
        notes.append("begins as chrome")
    if head.startswith(reading.words.homes) and paths.section_in(text, reading.words):
        notes.append("a path")
    elif not reading.layout.is_exact and (
        (("|" in text or "•" in text) and paths.is_menu(text))
        or (text.count(" ") > 1 and paths.is_row(text, reading.in_rows))
    ):
        notes.append("a menu on one line")
    marker, colon, _ = head.partition(":")
    announced = reading.words.announcers.match(text)
    titled = announced is not None and len(text) - announced.end() >= _SHORTEST_TITLE
    if titled or (colon and trim_label(marker) in reading.related):
        notes.append("a related story on one line")
    listed = colon and len(text) > len(marker) + 2 and not reading.layout.is_exact
    if listed and trim_label(marker) in reading.words.tags:
        notes.append("tags on one line")
    if ("@" in text or "www." in text or "://" in text) and _ADDRESS.search(text):
        notes.append("an address")
    more = _MORE.search(text)
    if more and trim_label(fold(more[1])) in reading.interface:
        notes.append("a teaser with its button")
    if _GLUED.search(text):
        notes.append("words of a menu, glued")
    if _BULLET.match(text):
        notes.append("a list mark")
