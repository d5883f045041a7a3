"""What a block says: length, end, words that stand for themselves, the small grammars."""

from __future__ import annotations

from bisect import bisect_left

import regex

from ...folding import fold
from ...lexicon.words import LONGEST_WORD, folded_key
from .. import paths
from ..reading import Reading
from .leftovers import left_over

# Lengths in characters: a name or a button; a byline; a headline; a deck or caption; a paragraph.
_SIZES = ("tiny", "short", "line", "long", "very long")
_ENDS_OF_SIZES = (14, 45, 110, 240)
_LONGEST_CAPTION = 400
_LONGEST_BYLINE = 90
_LONGEST_DATE = 120
_LONGEST_BARE_DATE = 60
_LONGEST_NAME = 36
_MOST_WORDS = 10  # of a byline
_MOST_WORDS_OF_SECTION = 2
_MOST_WORDS_OF_PLACE = 2  # that no table knows
_MOST_NAMES = 4  # blanks between them, in a byline without a mark

_STOPS = ".؛"
_CALLS = "؟?!"
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CLOSERS = ")]}»\"”'﴾﴿"
_BRACKETS = ")]}﴾﴿"
_LETTER = regex.compile(r"\p{L}")
_ARABIC = regex.compile(r"\p{Arabic}")
_NUMBER = regex.compile(r"\p{Nd}++")
_ADDRESS = regex.compile(r"https?://|www\.|\S@\S+\.\w|^@\w")
_PARTED = regex.compile(r"[-–—ـ/|،,(]")
# Before a credit stands a bracket, a dash, or a label with a colon or comma after it.
_CREDIT_SIGN = regex.compile(r"[(\[{﴾﴿（–—ـ/-]")
_LABEL_SIGN = regex.compile(r"[:،,-]")
_BULLET = regex.compile(r"[•▪●◾■*·‣–-]\s")
_COUNTER = regex.compile(r"[\d()\[\]:.,٬+]++")
_GLUED = regex.compile(r"[ء-ي]{25,}+")  # no word is as long: those of a menu
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*+(?:[صم]|ت\s?م|am|pm|gmt)?", regex.I)
_HASHTAGS = regex.compile(r"#[\p{L}\p{M}\d_]++(?:\s++#[\p{L}\p{M}\d_]++)*+")
_SHORTEST_TITLE = 12  # characters of a story behind its marker
_MARKER = 3  # words
_OPENED = frozenset({"opens with a verb", "opens as a sentence", "opens with a preposition"})
_LONGEST_LABEL = 30
_TODAY = regex.compile(r"(?<=\p{L}{2})\s++(?:اليوم|ليوم)(?=\s++\p{L})")
_AND_VERB = ("وي", "وت")  # «ويشير», «وتتجلى»
_AND_NOUN = 4  # letters: «وتر», «ويلز»
_LONGEST_SIGNATURE = 45
_LONGEST_ROW = 60
_ROW = 3  # numbers of a table's row
_MORE = regex.compile(r"(?:[.]{2}|…)\s*+(\S++(?:\s\S++)?+)$")  # «… الجديد... المزيد»
_TOPIC = regex.compile(r"[^.…:؟]{3,40}+(?:[.]{2,3}+|…)")  # «صندوق المقاصة .. هل يدفع البسطاء …؟»
# The credit of a caption stands behind it, that of a story behind its last full stop.
_AFTER_STOP = regex.compile(r"[.]\s*+[(\[][^()\[\]]*+[)\]]\s*+[.]?$")
_QUOTES = '«»“”"„'
# Values that a label may have: what is read as one after it shows that it is a label.
_ANY_DAY, _ANY_AGENCY = " 1/1/2000", " رويترز"


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
    if size > _LONGEST_NAME and text[0] in _QUOTES and text[-1] in _QUOTES:
        notes.append("in quotes")
    word = size <= LONGEST_WORD and _look_up(text, head, notes, reading)
    credited = _may_be_credited(text, head, reading) and _read_caption(text, notes, reading)
    bracketed = "a credit alone" in notes and text[-1] in _BRACKETS
    if bracketed:
        notes.append("a credit in brackets")
    if size <= _LONGEST_DATE:
        _look_closer(text, head, notes, reading)
        word = word or _read_label(text, notes, reading)
        numbers = len(_NUMBER.findall(text))
        dated = _may_be_dated(text, numbers) and _read_date(text, notes, reading)
        if "\t" in text or (
            size <= _LONGEST_ROW and not (dated or word) and _is_row(text, numbers)
        ):
            notes.append("a row of a table")
        # Where a template has a place for bylines, an agency alone may sign, without brackets.
        signs = reading.layout.is_exact and "a credit alone" in notes and not bracketed
        asked = not (dated or stop or word) and (signs or not credited)
        if asked and _may_be_signed(text, head, reading):
            _read_byline(text, notes, reading)
            if signs and "a byline" in notes and reading.layout.styles.caption == "brackets":
                notes.append("a source without its brackets")
    return notes


def _begin(head: str, notes: list[str], reading: Reading) -> None:
    """Whether the line opens as sentences do: «أعلن …», «وقال …», «لكن …»."""
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
    if end in _CLOSERS and len(text) > 1:
        end = text[-2]
    if end == "…" or (end == "." and text.endswith(("..", "..»", '.."'))):
        notes.append("trails off")
    elif end in _STOPS:
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
    word = folded_key(head)
    if word not in reading.interface and _COUNTER.search(word):  # «التعليقات (12)»
        word = folded_key(" ".join(_COUNTER.sub(" ", word).split())) or word
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
    elif not _ARABIC.search(text):
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
    return short and len(deeper) < paths.MOST_STEPS and folded_key(first) in reading.sections


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
    if titled or (colon and folded_key(marker) in reading.related):
        notes.append("a related story on one line")
    listed = colon and len(text) > len(marker) + 2 and not reading.layout.is_exact
    if listed and folded_key(marker) in reading.words.tags:
        notes.append("tags on one line")
    if ("@" in text or "www." in text or "://" in text) and _ADDRESS.search(text):
        notes.append("an address")
    more = _MORE.search(text)
    if more and folded_key(fold(more[1])) in reading.interface:
        notes.append("a teaser with its button")
    if _GLUED.search(text):
        notes.append("words of a menu, glued")
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


def _may_be_dated(text: str, numbers: int) -> bool:
    """A long line with one number in it is no date."""
    return numbers >= (1 if len(text) <= _LONGEST_BARE_DATE else 2)


def _is_row(text: str, numbers: int) -> bool:
    """«الهلال 10 8 1 1 25»: more numbers than words."""
    return numbers >= _ROW and 2 * numbers > len(text.split()) and bool(_ARABIC.search(text))


def _read_date(text: str, notes: list[str], reading: Reading) -> bool:
    """A date, or a time of day with a label: the day is that of the date before it."""
    dated = reading.moment(text) is not None or (
        ":" in text and any(found.kind for found in reading.dates(f"{_ANY_DAY}، {text}"))
    )
    if dated and (_names_a_day(text, reading) or _tells_of_a_day(text, notes, reading)):
        return False
    if dated:
        notes.append("a date")
    return dated


def _tells_of_a_day(text: str, notes: list[str], reading: Reading) -> bool:
    """«ومن المقرر أن تبدأ الدراسة في 21 سبتمبر.»: a short sentence with a day in it."""
    sentence = "ends a sentence" in notes and not _OPENED.isdisjoint(notes)
    return sentence and not any(found.kind for found in reading.dates(text))


def _names_a_day(text: str, reading: Reading) -> bool:
    """«أسعار الذهب اليوم السبت 12 يوليو»: a headline, by the words before its «اليوم»."""
    today = _TODAY.search(text)
    if not today or any(found.kind for found in reading.dates(text)):
        return False
    before = text[: today.start()]
    known = folded_key(fold(before)) in reading.sections or reading.byline(before) is not None
    return not known


def _may_be_signed(text: str, head: str, reading: Reading) -> bool:
    """A name alone is short; a longer byline has its parts parted, or a label at its head."""
    size, blanks = len(text), text.count(" ")
    if size > _LONGEST_BYLINE or blanks >= _MOST_WORDS:
        return False
    if size <= _LONGEST_NAME and blanks <= _MOST_NAMES:
        return True
    label = folded_key(head.partition(" ")[0])
    return bool(_PARTED.search(text)) or label in reading.lexicon.roles.all_labels


def _read_byline(text: str, notes: list[str], reading: Reading) -> None:
    found = reading.byline(text)
    if found is None:
        return
    notes.append("a byline")
    if found.place or found.publication or found.agencies or found.role:
        notes.append("a byline with place, paper or role")


def _may_be_credited(text: str, head: str, reading: Reading) -> bool:
    """Whether any sign of a credit is there: the grammar of credits is asked only then.

    A name alone is short; a credit closes with its bracket or follows a dash or a ©; a label
    stands at the head. A sentence has its credit in brackets, if it has one.
    """
    size = len(text)
    if size <= _LONGEST_NAME:
        return True
    if size > _LONGEST_CAPTION:
        return False
    if text[-1] in _BRACKETS or text[-2] in _BRACKETS or "©" in text:
        return True
    if text[-1] not in _STOPS and _CREDIT_SIGN.search(text, max(0, size - 80)):
        return True
    words = reading.lexicon.credits
    return bool(
        _LABEL_SIGN.search(text, 0, 24)
        and (
            words.labels.match(head)
            or words.photographers.match(head)
            or words.captions.match(head)
        )
    )


def _read_caption(text: str, notes: list[str], reading: Reading) -> bool:
    found = reading.caption(text)
    if found.credit is None:
        labelled = found.caption is not None and len(found.caption) + 8 < len(text)
        if labelled:
            notes.append("a caption's label")
        return labelled
    if found.caption is not None and len(text) <= _LONGEST_NAME and _is_signed(text, reading):
        return False
    if found.caption is not None and _AFTER_STOP.search(text, max(0, len(text) - 80)):
        notes.append("a credit after a full stop")
        return False
    notes.append("a credit alone" if found.caption is None else "a credit at the end")
    if found.caption and len(text) <= _LONGEST_SIGNATURE:
        signed = reading.byline(text)
        place = found.caption.rstrip(" -–—ـ/:")
        if signed is not None and signed.place == place and _may_be_a_place(place, reading):
            notes.append("a place and its source")
    if found.caption is None and reading.names_source(text):
        notes.append("names its source")
    if found.credit.agencies or found.credit.archive or found.credit.illustrative:
        notes.append("a known credit")
    return True


def _may_be_a_place(name: str, reading: Reading) -> bool:
    return name.count(" ") < _MOST_WORDS_OF_PLACE or reading.lexicon.places.reads(name)


def _is_signed(text: str, reading: Reading) -> bool:
    """«لندن - رويترز»: a place and who writes there, no caption with its credit."""
    found = None if text[-1] in _CLOSERS else reading.byline(text)
    return found is not None and found.place is not None
