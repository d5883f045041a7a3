"""How long each field may be: a value that fits is read, one that is longer by one is not.

Limits keep the work linear, and sentences out of the fields of an article.
"""

from collections.abc import Callable

import pytest

from arnews import lexicon
from arnews.fields import byline, credit, date, dateline
from arnews.fields.byline import combine

LEXICON = lexicon.default()


def has_credit(text: str) -> bool:
    return credit.parse(text).credit is not None


def is_credit_alone(text: str) -> bool:
    return credit.parse(text).caption is None


def is_byline(text: str) -> bool:
    return byline.parse(text) is not None


def has_dateline(text: str) -> bool:
    return dateline.parse(text) is not None


def has_writer(text: str) -> bool:
    found = dateline.parse(text)
    return found is not None and bool(found.authors)


def is_date(text: str) -> bool:
    return date.parse(text) is not None


def has_date(text: str) -> bool:
    return bool(date.find(text))


def has_time(text: str) -> bool:
    return "T" in (date.find(text)[0].moment.iso or "")


def has_end_credit(text: str) -> bool:
    return combine([], ["قالت الوزارة.", text], LEXICON).byline is not None


@pytest.mark.parametrize(
    ("reads", "text", "longest"),
    [
        # «…» is one word of so many letters, «_» so many blanks.
        (has_credit, "جندي (رويترز - …)", 150),
        (has_credit, "جندي © …", 160),
        (has_credit, "صورة من: …", 151),
        (has_credit, "جندي - رويترز / …", 48),
        (has_credit, "… (رويترز)", 1991),
        (has_credit, "جندي\nوزارة …", 58),
        (has_credit, "جندي\nصورة من: …", 151),
        (has_credit, "جندي «رويترز_»", 18),
        (is_credit_alone, "أرشيفية_رويترز", 51),
        (is_byline, "محمد العلي - القاهرة_- رويترز", 212),
        (is_byline, "محمد … - القاهرة", 85),
        (is_byline, "محمد العلي (…)", 90),
        (is_byline, "«…» - القاهرة", 90),
        (has_dateline, "القاهرة _- أعلنت الوزارة", 91),
        (has_writer, "القاهرة - محمد العلي_- أعلنت الوزارة", 129),
        (has_end_credit, "قالت الوزارة. (رويترز_)", 34),
        (has_end_credit, "قالت الوزارة. (رويترز)_.", 39),
        (is_date, "12 يوليو 2025_14:00", 182),
        (is_date, "محمد علي نشر في … يوم 20 - 08 - 2012", 40),
        (has_time, "12 يوليو 2025_14:00", 30),
        (has_date, "… 12 يوليو 2025", 19_991),
    ],
)
def test_characters(reads: Callable[[str], bool], text: str, longest: int) -> None:
    assert reads(stretched(text, longest))
    assert not reads(stretched(text, longest + 1))


def stretched(text: str, size: int) -> str:
    return text.replace("…", "ب" * size).replace("_", " " * size)


@pytest.mark.parametrize(
    ("reads", "text", "word", "most"),
    [
        (is_byline, "محمد العلي{}", "، محمد العلي", 13),
        (is_byline, "«{}» - القاهرة", "بط ", 5),
        (is_byline, "محمد العلي - محرر{}", " بط", 8),
        (is_byline, "سيروان{} - القاهرة", " كوجري", 3),
        (is_date, "12 يوليو 2025 - {}", "القاهرة ", 6),
    ],
)
def test_words(reads: Callable[[str], bool], text: str, word: str, most: int) -> None:
    assert reads(text.format(word * most))
    assert not reads(text.format(word * (most + 1)))
