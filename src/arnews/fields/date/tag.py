"""Tags a folded text with the parts of dates in it: days, times, weekdays, distances, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from datetime import time as Time
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...lexicon import Lexicon
from ...patterns import plain
from .patterns import WORD, patterns

if TYPE_CHECKING:
    import regex

_HIJRI_YEARS = range(1300, 1501)
LONGEST_REMEMBERED = 200  # characters of a line whose parts are remembered
#: Words that may stand between the parts of a date, folded.
FILLERS = frozenset(
    (
        "الموافق",
        "في",
        "الساعه",
        "تمام",
        "عند",
        "بتوقيت",
        "توقيت",
        "من",
        "عام",
        "سنه",
        "يوم",
        "اليوم",
    )
)
_DIGIT = plain(r"\d")


class Day(NamedTuple):
    """A day of a calendar at `start:end` of the folded text; `month` alone, or day and month
    without year, are days too."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    hijri: bool = False
    direction: int = -1  # without a year: 1 the next such day, -1 the last one

    @property
    def date(self) -> date | None:
        """The Gregorian date; `None` if it is not whole, or no calendar has it."""
        if self.year is None or self.day is None:
            return None
        try:
            if not self.hijri:
                return date(self.year, self.month, self.day)
            from hijridate import Hijri  # when first needed: most pages have no Hijri date

            # Umm al-Qura calendar, 1343 to 1500 AH.
            return Hijri(self.year, self.month, self.day).to_gregorian()
        except (ValueError, OverflowError):
            return None

    def is_again_in(self, group: Sequence[Part]) -> bool:
        """Whether `group` has a day of the same calendar, so that this one is of another date."""
        return any(isinstance(part, Day) and part.hijri == self.hijri for part in group)


class Clock(NamedTuple):
    """A time of day; `zone` is a name of the tz database, `offset` minutes east of Greenwich."""

    start: int
    end: int
    time: Time
    zone: str | None = None
    offset: int | None = None


class Weekday(NamedTuple):
    start: int
    end: int
    number: int
    direction: int = 0  # -1 the last one before, 1 the next one, 0 not said


class Distance(NamedTuple):
    """So many units before (or after, if positive) the reference; no unit means now."""

    start: int
    end: int
    unit: str | None
    number: int


class Label(NamedTuple):
    start: int
    end: int
    kind: str  # "published" or "modified"


#: Something that was found at `start:end` of the folded text.
Part = Day | Clock | Weekday | Distance | Label


class _Signs:
    """What tells in one pass which parts `text` may hold."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.words = frozenset(("", *WORD.findall(text)))
        self.digits = _DIGIT.search(text) is not None
        self.patterns = patterns(lexicon)

    def have(self, openings: frozenset[str]) -> bool:
        return not self.words.isdisjoint(openings)

    @property
    def months(self) -> bool:
        return self.have(self.patterns.openings.months)

    @property
    def distances(self) -> bool:
        openings = self.patterns.openings
        return self.have(openings.distances) and self.have(openings.units)

    @property
    def are_of_dates(self) -> bool:
        """Whether `text` holds what every date has: a digit, or a word that stands for a day."""
        openings = self.patterns.openings
        words = openings.day_words, openings.weekdays, openings.ordinals
        return self.digits or any(map(self.have, words)) or self.distances


def lower(folded: str) -> str:
    """`folded` in lower case and of the same length: «İ» is the one letter that grows."""
    return folded.replace("İ", "I").lower()


def tag(text: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """Every part in the folded `text`, in order and without overlaps; none if it holds no date."""
    return (_tag_line if len(text) <= LONGEST_REMEMBERED else _tag)(text, lexicon)


def _tag(text: str, lexicon: Lexicon) -> tuple[Part, ...]:
    signs = _Signs(text, lexicon)
    if not signs.are_of_dates:
        return ()
    found: list[Part] = []
    taken = bytearray(len(text) + 1)
    for reader, may_find in _READERS:
        if not may_find(signs):
            continue
        for part in reader(text, lexicon):
            if not any(taken[part.start : part.end]):
                taken[part.start : part.end] = b"\1" * (part.end - part.start)
                found.append(part)
    return tuple(sorted(found, key=lambda part: part.start))


# The line of a date is asked for it several times: as a date, as a byline, and by assembly.
_tag_line = lru_cache(maxsize=64)(_tag)


def _iso(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).iso.finditer(text):
        offset = 0 if m["offset"] == "z" else _minutes(m["offset"])
        clock = _time(int(m["hour"]), int(m["minute"]), int(m["second"] or 0))
        if clock is not None:
            cut = m.start("hour")
            yield Day(m.start(), cut, int(m["year"]), int(m["month"]), int(m["day"]))
            yield Clock(cut, m.end(), clock, None, offset)


def _named(text: str, lexicon: Lexicon) -> Iterator[Part]:
    calendar = lexicon.calendar
    for m in patterns(lexicon).named.finditer(text):
        day = int(m["day"]) if m["day"] else calendar.ordinals[_words(m["ordinal"])]
        yield from _of_month(m, day, lexicon)


def _month_first(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).month_first.finditer(text):
        yield from _of_month(m, int(m["day"]), lexicon)


def _month_only(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).month_only.finditer(text):
        yield from _of_month(m, None, lexicon)


def _of_month(m: regex.Match[str], day: int | None, lexicon: Lexicon) -> Iterator[Part]:
    calendar = lexicon.calendar
    month = _words(m["month"])
    printed = m["year"] or m.groupdict().get("year_first")
    year = int(printed) if printed else None
    number = calendar.gregorian.get(month)
    direction = 1 if m.groupdict().get("future") else -1
    if number is not None:
        yield Day(m.start(), m.end(), year, number, day, False, direction)
    elif year is None or year in _HIJRI_YEARS:
        yield Day(m.start(), m.end(), year, calendar.hijri[month], day, True)


def _numeric(text: str, lexicon: Lexicon) -> Iterator[Part]:
    eras = lexicon.calendar.words["hijri_era"]
    for m in patterns(lexicon).numeric.finditer(text):
        a, b, c = m["a"], m["b"], m["c"]
        loose = bool(m["g1"] or m["g2"])
        if len(a) == 4 and len(c) <= 2:
            year, day = int(a), int(c)
        elif len(a) <= 2 and (len(c) == 4 or (len(c) == 2 and not loose and m["sep"] != ".")):
            year, day = int(c), int(a)
        else:
            continue
        if year < 100:
            year += 2000 if year < 69 else 1900  # as POSIX has it
        hijri = m["era"] in eras or (m["era"] is None and year in _HIJRI_YEARS)
        month = int(b)
        if month > 12 and len(c) == 4:  # 06-19-2012, as in America
            month, day = day, month
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Day(m.start(), m.end(), year, month, day, hijri)


def _clock(text: str, lexicon: Lexicon) -> Iterator[Part]:
    calendar = lexicon.calendar
    for m in patterns(lexicon).clock.finditer(text):
        part = m["before"] or m["after"]
        if m["bare"] and not (m["oclock"] or m["after"]):
            continue
        if m["dot"] and not (m["oclock"] or part):
            continue
        hour = int(m["hour"] or m["bare"])
        minute = int(m["minute"] or m["minute2"] or 0)
        if part:
            hour = _hour_of_day(hour, calendar.day_parts[_words(part)])
        time = _time(hour, minute, int(m["second"] or 0))
        if time is None:
            continue
        zone = m["zone"] or m["zone2"]
        fixed = m["gmt"] or m["east"] or m["gmt_first"]
        offset = _minutes(m["offset"] or m["east"] or "+0") if fixed else None
        yield Clock(
            m.start(), m.end(), time, calendar.zones[_words(zone)] if zone else None, offset
        )


def _weekday(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).weekday.finditer(text):
        direction = -1 if m["past"] else (1 if m["future"] else 0)
        number = lexicon.calendar.weekdays[_words(m["weekday"])]
        yield Weekday(m.start(), m.end(), number, direction)


def _ago(text: str, lexicon: Lexicon) -> Iterator[Part]:
    calendar = lexicon.calendar
    for m in patterns(lexicon).ago.finditer(text):
        sign = 1 if m["ahead"] else -1
        if m["now"]:
            yield Distance(m.start(), m.end(), None, 0)
        elif m["part"]:
            minutes = {"نصف": 30, "ربع": 15, "ثلث": 20}[m["part"]]
            yield Distance(m.start(), m.end(), "minutes", sign * minutes)
        else:
            unit, in_word = calendar.units[_words(m["unit"])]
            count = _number(m["number"], lexicon) if m["number"] else in_word
            if not count:  # «منذ سنوات» tells no number
                continue
            if m["half"] and unit == "hours":
                unit, count = "minutes", count * 60 + 30
            yield Distance(m.start(), m.end(), unit, sign * count)


def _day_word(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).day_word.finditer(text):
        yield Distance(m.start(), m.end(), "days", lexicon.calendar.day_words[_words(m["word"])])


def _label(text: str, lexicon: Lexicon) -> Iterator[Part]:
    for m in patterns(lexicon).label.finditer(text):
        yield Label(m.start(), m.end(), "modified" if m["modified"] else "published")


#: Readers, the surest first, with what a text must hold for each to be worth asking.
_READERS: tuple[
    tuple[Callable[[str, Lexicon], Iterator[Part]], Callable[[_Signs], object]], ...
] = (
    (_iso, lambda signs: signs.digits and ":" in signs.text),
    (
        _named,
        lambda signs: (
            signs.months and (signs.digits or signs.have(signs.patterns.openings.ordinals))
        ),
    ),
    (_month_first, lambda signs: signs.digits and signs.months),
    (_numeric, lambda signs: signs.digits and signs.patterns.digits_apart.search(signs.text)),
    (_month_only, lambda signs: signs.digits and signs.months),
    (_label, lambda signs: signs.have(signs.patterns.openings.labels)),
    (_ago, lambda signs: signs.distances),
    (_clock, lambda signs: signs.digits and signs.patterns.clock_hint.search(signs.text)),
    (_day_word, lambda signs: signs.have(signs.patterns.openings.day_words)),
    (_weekday, lambda signs: signs.have(signs.patterns.openings.weekdays)),
)


def _words(text: str) -> str:
    return " ".join(text.split())


def _number(text: str, lexicon: Lexicon) -> int:
    return int(text) if text.isdigit() else lexicon.calendar.numbers[_words(text)]


def _minutes(offset: str) -> int:
    """«+3», «+03:00», «-0430» in minutes."""
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].strip().replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return sign * (int(hours) * 60 + int(minutes))


def _hour_of_day(hour: int, part: str) -> int:
    """The hour of 24 that an hour beside «صباحاً», «ظهراً», «ليلاً» … means."""
    if hour > 12:
        return hour
    if part in ("am", "dawn"):
        return hour % 12
    if part == "noon":  # 11 to 3
        return hour if hour >= 10 else hour + 12
    if part == "night":  # 7 to 11 in the evening; 12 to 3 after midnight
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour % 12 + 12


def _time(hour: int, minute: int, second: int) -> Time | None:
    return Time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
