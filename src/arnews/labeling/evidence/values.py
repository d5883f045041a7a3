"""What a line says that a field holds: a date, who wrote, a caption with its credit."""

from __future__ import annotations

import regex

from ...folding import fold
from ...lexicon.words import trim_label
from ..reading import Reading

_LONGEST_CAPTION = 400
_LONGEST_BYLINE = 90
_LONGEST_BARE_DATE = 60
_MOST_WORDS = 10  # of a byline
_MOST_WORDS_OF_PLACE = 2  # that no table knows
_MOST_NAMES = 4  # blanks between them, in a byline without a mark
_PARTED = regex.compile(r"[-–—ـ/|،,(]")
# Before a credit stands a bracket, a dash, or a label with a colon or comma after it.
_CREDIT_SIGN = regex.compile(r"[(\[{﴾﴿（–—ـ/-]")
_LABEL_SIGN = regex.compile(r"[:،,-]")
_OPENED = frozenset({"opens with a verb", "opens as a sentence", "opens with a preposition"})
_LONGEST_LABEL = 30
_TODAY = regex.compile(r"(?<=\p{L}{2})\s++(?:اليوم|ليوم)(?=\s++\p{L})")
_LONGEST_SIGNATURE = 45
_ROW = 3  # numbers of a table's row
# The credit of a caption stands behind it, that of a story behind its last full stop.
_AFTER_STOP = regex.compile(r"[.]\s*+[(\[][^()\[\]]*+[)\]]\s*+[.]?$")
# Values that a label may have: what is read as one after it shows that it is a label.
_ANY_DAY, _ANY_AGENCY = " 1/1/2000", " رويترز"
LONGEST_NAME = 36
STOPS = ".؛"
CLOSERS = ")]}»\"”'﴾﴿"
BRACKETS = ")]}﴾﴿"
ARABIC = regex.compile(r"\p{Arabic}")


def read_label(text: str, notes: list[str], reading: Reading) -> bool:
    """A label alone: its value stands in the next block («آخر تحديث:», «المصدر:»)."""
    if len(text) > _LONGEST_LABEL or "ends with a colon" not in notes:
        return False
    dated = any(found.kind for found in reading.dates(text + _ANY_DAY))
    source = None if dated else reading.byline(text + _ANY_AGENCY)
    if not (dated or (source and source.agencies and not source.publication)):
        return False
    notes.append("a label alone")
    return True


def may_be_dated(text: str, numbers: int) -> bool:
    """A long line with one number in it is no date."""
    return numbers >= (1 if len(text) <= _LONGEST_BARE_DATE else 2)


def is_row(text: str, numbers: int) -> bool:
    """«الهلال 10 8 1 1 25»: more numbers than words."""
    return numbers >= _ROW and 2 * numbers > len(text.split()) and bool(ARABIC.search(text))


def read_date(text: str, notes: list[str], reading: Reading) -> bool:
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
    known = trim_label(fold(before)) in reading.sections or reading.byline(before) is not None
    return not known


def may_be_signed(text: str, head: str, reading: Reading) -> bool:
    """A name alone is short; a longer byline has its parts parted, or a label at its head."""
    size, blanks = len(text), text.count(" ")
    if size > _LONGEST_BYLINE or blanks >= _MOST_WORDS:
        return False
    if size <= LONGEST_NAME and blanks <= _MOST_NAMES:
        return True
    label = trim_label(head.partition(" ")[0])
    return bool(_PARTED.search(text)) or label in reading.lexicon.roles.all_labels


def read_byline(text: str, notes: list[str], reading: Reading) -> None:
    found = reading.byline(text)
    if found is None:
        return
    notes.append("a byline")
    if found.place or found.publication or found.agencies or found.role:
        notes.append("a byline with place, paper or role")


def may_be_credited(text: str, head: str, reading: Reading) -> bool:
    """Whether any sign of a credit is there: the grammar of credits is asked only then.

    A name alone is short; a credit closes with its bracket or follows a dash or a ©; a label
    stands at the head. A sentence has its credit in brackets, if it has one.
    """
    size = len(text)
    if size <= LONGEST_NAME:
        return True
    if size > _LONGEST_CAPTION:
        return False
    if text[-1] in BRACKETS or text[-2] in BRACKETS or "©" in text:
        return True
    if text[-1] not in STOPS and _CREDIT_SIGN.search(text, max(0, size - 80)):
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


def read_caption(text: str, notes: list[str], reading: Reading) -> bool:
    found = reading.caption(text)
    if found.credit is None:
        labelled = found.caption is not None and len(found.caption) + 8 < len(text)
        if labelled:
            notes.append("a caption's label")
        return labelled
    if found.caption is not None and len(text) <= LONGEST_NAME and _is_signed(text, reading):
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
    found = None if text[-1] in CLOSERS else reading.byline(text)
    return found is not None and found.place is not None
