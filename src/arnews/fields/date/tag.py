"""Tags a folded text with the parts of dates in it: days, times, weekdays, distances, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from datetime import time as Time
from functools import lru_cache, partial
from typing import NamedTuple, TypeAlias

from ...lexicon import Lexicon
from ...lexicon.calendar import Calendar
from ...patterns import Match, plain
from ...remembered import once
from .patterns import WORD, patterns

_HIJRI_YEARS = range(1300, 1501)
_MOST_DAYS = 30  # of a Hijri month
LONGEST_REMEMBERED = 200  # characters of a line whose parts are remembered
_DIGIT = plain(r"\d")
_OCLOCK = "الساعه"


class Day(NamedTuple):
    """A day of a calendar at `start:end` of the folded text; `month` alone, or day and month
    without year, are days too. `ambiguous` says that the month may be printed before the day."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    hijri: bool = False
    direction: int = -1  # without a year: 1 the next such day, -1 the last one
    ambiguous: bool = False

    @property
    def date(self) -> date | None:
        """The Gregorian date; `None` if it is not whole, or no calendar has it."""
        if self.year is None or self.day is None:
            return None
        try:
            if not self.hijri:
                return date(self.year, self.month, self.day)
            from hijridate import Hijri  # when first needed: most pages have no Hijri date

            # Umm al-Qura calendar, 1343 to 1500 AH; where the moon is watched, any month has 30.
            more = self.day == _MOST_DAYS
            day = Hijri(self.year, self.month, self.day - more).to_gregorian()
            return day + timedelta(days=more)
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
    """So many of each unit before (or after, if positive) the reference; none means now."""

    start: int
    end: int
    steps: Mapping[str, int]


class Label(NamedTuple):
    start: int
    end: int
    kind: str  # "published" or "modified"


#: Something that was found at `start:end` of the folded text.
Part = Day | Clock | Weekday | Distance | Label


def lower(folded: str) -> str:
    """`folded` in lower case and of the same length: «İ» is the one letter that grows."""
    return folded.replace("İ", "I").lower()


def tag(text: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """Every part in the folded `text`, in order and without overlaps; none if it holds no date."""
    return _tag_line(lexicon)(text) if len(text) <= LONGEST_REMEMBERED else _tag(text, lexicon)


def _tag(text: str, lexicon: Lexicon) -> tuple[Part, ...]:
    known, signs = patterns(lexicon), _signs(text, lexicon)
    if not signs & {"digits", "day_words", "weekdays", "ordinals"} and not signs >= _DISTANT:
        return ()
    found: list[Part] = []
    taken = bytearray(len(text) + 1)
    for name, (reader, needed) in _READERS.items():
        if name == _MORE_MONTHS and "months" in signs:  # most dates are taken by now
            left = (word.group() for word in WORD.finditer(text) if not taken[word.start()])
            if known.openings["months"].isdisjoint(("", *left)):
                signs.discard("months")
        for match in known.parts[name].finditer(text) if needed <= signs else ():
            for part in reader(match, lexicon.calendar):
                if not any(taken[part.start : part.end]):
                    taken[part.start : part.end] = b"\1" * (part.end - part.start)
                    found.append(part)
    return tuple(sorted(found, key=lambda part: part.start))


def _signs(text: str, lexicon: Lexicon) -> set[str]:
    """What tells in one pass which parts `text` may hold: digits, and groups of words."""
    known, words = patterns(lexicon), frozenset(("", *WORD.findall(text)))
    signs = {name for name, first in known.openings.items() if not words.isdisjoint(first)}
    if _DIGIT.search(text):
        signs.add("digits")
        hints = {"clock": "clock_hint", "glued": "glued_hint"}
        signs |= {sign for sign, hint in hints.items() if known.parts[hint].search(text)}
    if _OCLOCK in words:
        signs.add("oclock")
    return signs


@once
def _tag_line(lexicon: Lexicon) -> Callable[[str], tuple[Part, ...]]:
    """The line of a date is asked for it several times: as a date, as a byline, by assembly."""
    return lru_cache(maxsize=64)(partial(_tag, lexicon=lexicon))


def _iso(m: Match, calendar: Calendar) -> Iterator[Part]:
    offset = 0 if m["offset"] == "z" else _minutes(m["offset"])
    clock = _time(int(m["hour"]), int(m["minute"]), int(m["second"] or 0))
    if clock is not None:
        cut = m.start("hour")
        yield Day(m.start(), cut, int(m["year"]), int(m["month"]), int(m["day"]))
        yield Clock(cut, m.end(), clock, None, offset)


def _of_month(m: Match, calendar: Calendar) -> Iterator[Part]:
    groups = m.groupdict()
    day = int(groups["day"]) if groups.get("day") else None
    if groups.get("ordinal"):
        day = calendar.ordinals[_words(m["ordinal"])]
    month, printed = _words(m["month"]), m["year"] or groups.get("year_first")
    year = int(printed) if printed else None
    number = calendar.gregorian.get(month)
    if number is not None:
        yield Day(m.start(), m.end(), year, number, day, False, 1 if groups.get("future") else -1)
    elif year is None or year in _HIJRI_YEARS:
        yield Day(m.start(), m.end(), year, calendar.hijri[month], day, True)


def _numeric(m: Match, calendar: Calendar) -> Iterator[Part]:
    a, month, c = m["a"], int(m["b"]), m["c"]
    loose = bool(m["g1"] or m["g2"])
    if len(a) == 4 and len(c) <= 2:
        year, day = int(a), int(c)
    elif len(a) <= 2 and (len(c) == 4 or (len(c) == 2 and not loose and m["sep"] != ".")):
        year, day = int(c), int(a)
    else:
        return
    if year < 100:
        year += 2000 if year < 69 else 1900  # as POSIX has it
    hijri = m["era"] in calendar.words["hijri_era"] or (m["era"] is None and year in _HIJRI_YEARS)
    if month > 12 and len(c) == 4:  # 06-19-2012, as in America
        month, day = day, month
    if 1 <= month <= 12 and 1 <= day <= 31:
        either = len(c) == 4 and not hijri
        yield Day(m.start(), m.end(), year, month, day, hijri, ambiguous=either)


def _clock(m: Match, calendar: Calendar) -> Iterator[Part]:
    part = m["before"] or m["after"]
    if (m["bare"] and not (m["oclock"] or m["after"])) or (m["dot"] and not (m["oclock"] or part)):
        return
    hour = int(m["hour"] or m["bare"])
    if part:
        hour = _hour_of_day(hour, calendar.day_parts[_words(part)])
    time = _time(hour, int(m["minute"] or m["minute2"] or m["minute3"] or 0), int(m["second"] or 0))
    if time is not None:
        named = m["zone"] or m["zone2"] or m["zone_first"]
        zone = calendar.zones[_words(named)] if named else None
        fixed = m["gmt"] or m["east"] or m["gmt_first"]
        offset = _minutes(m["offset"] or m["east"] or "+0") if fixed else None
        yield Clock(m.start(), m.end(), time, zone, offset)


def _glued_month(m: Match, calendar: Calendar) -> Iterator[Part]:
    for day in _of_month(m, calendar):
        yield day._replace(start=m.start("month"))


def _spoken_clock(m: Match, calendar: Calendar) -> Iterator[Part]:
    hour = _hour_of_day(calendar.hours[_words(m["hour"])], calendar.day_parts[_words(m["after"])])
    minutes = hour * 60
    if m["more"]:
        minutes += calendar.hour_parts[m["more"]]
    elif m["less"]:
        minutes -= calendar.hour_parts[m["less"]]
    yield Clock(m.start(), m.end(), Time(minutes // 60 % 24, minutes % 60))


def _weekday(m: Match, calendar: Calendar) -> Iterator[Part]:
    direction = -1 if m["past"] else (1 if m["future"] else 0)
    found = Weekday(m.start(), m.end(), calendar.weekdays[_words(m["weekday"])], direction)
    yield found
    yield found._replace(start=m.start("weekday"))  # the part of the day may be of the time before


def _ago(m: Match, calendar: Calendar) -> Iterator[Part]:
    steps: dict[str, int] = {}
    if m["part"]:
        steps["minutes"] = calendar.hour_parts[m["part"]]
    for step in m.captures("step"):
        number, _, word = _words(step).rpartition(" ")
        unit, in_word = calendar.units[word]
        count = _number(number, calendar) if number else in_word
        if not count:  # «منذ سنوات» tells no number
            return
        steps[unit] = count
    if m["half"] and "hours" in steps:
        steps["minutes"] = 30
    sign = 1 if m["ahead"] else -1
    yield Distance(m.start(), m.end(), {unit: sign * count for unit, count in steps.items()})


def _day_word(m: Match, calendar: Calendar) -> Iterator[Part]:
    yield Distance(m.start(), m.end(), {"days": calendar.day_words[_words(m["word"])]})


def _label(m: Match, calendar: Calendar) -> Iterator[Part]:
    yield Label(m.start(), m.end(), "modified" if m["modified"] else "published")


_Reader: TypeAlias = "Callable[[Match, Calendar], Iterator[Part]]"
_DISTANT = frozenset({"distances", "units"})
_MORE_MONTHS = "month_first"  # the first reader of the rarer ways to print a month
#: By the name of a pattern what reads its matches, and the signs that a text must have; the surest
#: first.
_READERS: Mapping[str, tuple[_Reader, Set[str]]] = {
    "iso": (_iso, {"digits"}),
    "named": (_of_month, {"months"}),
    "month_first": (_of_month, {"digits", "months"}),
    "glued_month": (_glued_month, {"glued"}),
    "year_first": (_of_month, {"digits", "months"}),
    "scattered": (_of_month, {"digits", "months"}),
    "numeric": (_numeric, {"digits"}),
    "spaced": (_numeric, {"digits"}),
    "month_only": (_of_month, {"digits", "months"}),
    "label": (_label, {"labels"}),
    "ago": (_ago, _DISTANT),
    "spoken_clock": (_spoken_clock, {"oclock"}),
    "clock": (_clock, {"clock"}),
    "day_word": (_day_word, {"day_words"}),
    "weekday": (_weekday, {"weekdays"}),
}


def _words(text: str) -> str:
    return " ".join(text.split())


def _number(text: str, calendar: Calendar) -> int:
    return int(text) if text.isdigit() else calendar.numbers[_words(text)]


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
