"""The patterns that find the parts of dates in a folded text, built from the calendar's words.

Rules of this file: patterns see folded, lower-case text (ASCII digits, one dash, one comma); every
repetition is possessive or bounded, so each pattern is linear; what a match means is decided in
`tag.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ...lexicon import Lexicon
from ...lexicon.calendar import Calendar, alternation
from ...patterns import Pattern, pattern, plain
from ...remembered import once

WORD = plain(r"[^\W\d_]+")
#: No letter or digit on either side.
_LEFT, _RIGHT = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
_GAP = r"\s*+"


class Patterns(NamedTuple):
    """A pattern for each kind of part, by name, and the first words of the forms of each group of
    words: a text that has none of them is not searched. Of a form that begins with no letter it is
    empty, which every text has."""

    parts: Mapping[str, Pattern]
    openings: Mapping[str, frozenset[str]]
    clock_hint: Pattern


@once
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns of `lexicon`'s calendar."""
    calendar = lexicon.calendar
    groups = {**calendar.groups, "ordinals": calendar.ordinals}
    return Patterns(
        {name: pattern(source(calendar)) for name, source in _SOURCES.items()},
        {name: _first_words(forms) for name, forms in groups.items()},
        pattern(rf"\d(?:[:.h]\d|\s*+(?:{alternation(calendar.day_parts)}){_RIGHT})|ساعه"),
    )


def _first_words(forms: Iterable[str]) -> frozenset[str]:
    words = map(WORD.match, forms)
    return frozenset(word.group() if word else "" for word in words)


def _iso(_: Calendar) -> str:
    return (
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[t ]"
        r"(?P<hour>\d\d):(?P<minute>\d\d)"
        r"(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<offset>z|[+-]\d\d:?\d\d)(?!\d)"
    )


def _months(calendar: Calendar) -> str:
    return alternation([*calendar.gregorian, *calendar.hijri])


def _era(calendar: Calendar) -> str:
    words = calendar.words
    long = alternation(w for w in words["gregorian_era"] | words["hijri_era"] if len(w) > 1)
    return rf"(?:{_GAP}(?P<era>{long}|[مه]){_RIGHT})?+"


def _two_months(calendar: Calendar) -> str:
    """A month, and its name in another region beside it: «فبراير (شباط)», «يوليو/تموز»."""
    months = _months(calendar)
    second = rf"(?:\s*+[(/,-]?\s*+(?P<month2>{months}){_RIGHT}\s*+\)?)?+"
    return rf"(?P<month>{months}){_RIGHT}{second}"


def _named(calendar: Calendar) -> str:
    # «كانون الثاني/يناير» holds no second of January.
    ordinal = (
        rf"(?<!(?:كانون|تشرين|ربيع|جمادي?)\s){_LEFT}(?P<ordinal>{alternation(calendar.ordinals)})"
    )
    day = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?+|{ordinal})"
    between = rf"(?:{_GAP}[/.,-]{_GAP}|\s++)?+(?:من\s++)?+(?:شهر\s++)?+"
    year = (
        rf"(?:{_GAP}[/.,-]?+{_GAP}(?:(?:من\s++)?(?:عام|سنه)\s++)?+(?P<year>\d{{4}})(?!\d)(?!:\d))?+"
    )
    # «2025 السبت 12 يوليو», as Elaph prints it.
    weekday = rf"(?:{alternation(calendar.weekdays)})(?:\s*+,\s*+|\s++)"
    year_first = rf"(?:(?<!\d)(?P<year_first>\d{{4}})\s++{weekday})?+"
    return (
        rf"(?<![\d:]|\d[.]){_LEFT_OF_DAY}{year_first}{day}{between}{_two_months(calendar)}"
        rf"(?:{year}{_era(calendar)})(?:\s*+(?:{_direction(calendar)}))?+"
    )


#: A weekday may be glued to the day: «الخميس18 غشت».
_LEFT_OF_DAY = r"(?<!\d[/-])"


def _month_first(calendar: Calendar) -> str:
    return (
        rf"{_LEFT}(?P<month>{_months(calendar)})\s++(?P<day>\d{{1,2}})"
        rf"(?:{_GAP},{_GAP}|\s++)(?P<year>\d{{4}})(?!\d)"
    )


def _year_first(calendar: Calendar) -> str:
    """«2023/تشرين الثاني/06», «2023 نوفمبر 6»."""
    return (
        rf"(?<![\d:.,/-])(?P<year>\d{{4}})(?P<sep>{_GAP}[/.-]{_GAP}|\s++)(?P<month>{_months(calendar)})"
        rf"{_RIGHT}(?P=sep)(?P<day>\d{{1,2}}+)(?![:/-]?\d|\s\d{{4}})"
    )


def _scattered(calendar: Calendar) -> str:
    """«14 19:41 2019 مارس», «مارس 2019 14 19:41», as tools leave it that turn a line around."""
    return (
        r"(?<=(?<![\d:.,/-])(?P<day>\d{1,2})\s(?:\d{1,2}:\d\d\s)?)(?P<year>\d{4})\s++"
        rf"{_two_months(calendar)}"
        rf"|{_LEFT}(?P<month>{_months(calendar)})\s(?P<year>\d{{4}})\s(?P<day>\d{{1,2}})(?=\s\d{{1,2}}:\d\d)"
    )


def _numeric(calendar: Calendar) -> str:
    return (
        r"(?<![\d.,:/])(?<!\d-)(?P<a>\d{1,4})(?P<g1>\s*+)(?P<sep>[/._-])(?P<g2>\s*+)(?P<b>\d{1,2})"
        rf"\s*+(?P=sep)\s*+(?P<c>\d{{1,4}})(?![\d/]|[.,-]\d){_era(calendar)}"
    )


def _spaced(_: Calendar) -> str:
    """«2015 05 14», «14 05 2015», with no number beside it but a time of day."""
    year, pair = r"(?:19|20)\d\d", r"\d\d"
    return (
        rf"(?<![\d.,:/+-])(?<!\d\s)(?P<g1>)(?P<g2>)(?P<sep>)(?P<era>)(?:(?P<a>{year})\s(?P<b>{pair})\s(?P<c>{pair})"
        rf"|(?P<a>{pair})\s(?P<b>{pair})\s(?P<c>{year}))(?![\d.,/-]|\s\d++(?!:))"
    )


def _month_only(calendar: Calendar) -> str:
    return (
        rf"{_LEFT}{_two_months(calendar)}{_GAP}[,/-]?+{_GAP}(?:عام\s++|سنه\s++)?+(?P<year>\d{{4}})(?![\d:])"
        rf"{_era(calendar)}"
    )


def _clock(calendar: Calendar) -> str:
    part = alternation(calendar.day_parts)
    zone = alternation(z for z in calendar.zones if z not in ("gmt", "utc", "z"))
    local = alternation(calendar.words["local"])
    told = r"(?:ب?توقيت|\(\s*+(?:ب?توقيت\s++)?+)\s*+"
    named_zone = rf"(?:{told}(?P<zone>{zone}){_RIGHT}|(?P<zone2>{zone}){_RIGHT})"
    gmt = r"(?P<gmt>gmt|utc)(?:\s*+(?P<offset>[+-]\s?\d{1,2}(?::?\d\d)?))?"
    fixed = rf"(?:\(\s*+)?(?:{gmt}|(?P<east>[+]\d\d(?::?\d\d)?))(?!\d)"
    no_era = r"(?!(?<=\d{4}\s?)م\s)"  # «12 مارس 2021 م 14:35»: the letter is of the year
    # «11h20» is the French way, as papers of the Maghreb print it.
    minutes = r"[:h](?P<minute>\d\d)(?::(?P<second>\d\d))?|(?P<dot>[.])(?P<minute2>\d\d)"
    glued = r"(?P<hour>\d\d)(?P<minute>\d\d)(?=\s*+[(]?\s*+(?:gmt|utc))"  # 1400 (GMT+04:00)
    hours = rf"(?P<hour>\d{{1,2}})(?:{minutes})|{glued}"
    return (
        rf"(?<![\d:.,])(?:{_LEFT}(?:{no_era}(?P<before>{part})|(?P<gmt_first>gmt|utc)){_RIGHT}\s*+)?+"
        rf"(?:(?P<oclock>(?:تمام\s++)?الساعه|(?:الوقت|التوقيت)(?=\s?:))\s*+:?\s*+)?+"
        rf"(?:{hours}|(?P<bare>\d{{1,2}}))(?![\d:]|[.]\d)(?![/-]\d)"
        rf"(?:\s*+(?P<after>{part}){_RIGHT})?+"
        rf"(?:\s*+-?\s*+(?:{fixed}|{named_zone}|(?P<local>{local}))(?:\s*+\))?+)?+"
    )


def _weekday(calendar: Calendar) -> str:
    # «05:34 م الأربعاء»: a letter belongs to the time before it.
    part = alternation(part for part in calendar.day_parts if len(part) > 1)
    return (
        rf"{_LEFT}(?:(?:{part})\s++)?+(?:يوم\s++)?+(?P<weekday>{alternation(calendar.weekdays)})(?!\p{{L}})"
        rf"(?:\s++(?:{_direction(calendar)}))?+"
    )


def _direction(calendar: Calendar) -> str:
    names = ("past", "future", "this")
    past, future, this = (alternation(calendar.words[name]) for name in names)
    return rf"(?:(?P<past>{past})|(?P<future>{future})|{this}){_RIGHT}"


def _ago(calendar: Calendar) -> str:
    words = calendar.words
    number = rf"(?P<number>\d{{1,4}}|{alternation(calendar.numbers)})\s++"
    unit = alternation(calendar.units)
    return (
        rf"{_LEFT}(?:(?P<ago>{alternation(words['ago'])})|(?P<ahead>{alternation(words['ahead'])}))\s++"
        rf"(?:(?:{alternation(words['about'])})\s++)?+"
        rf"(?:(?P<now>{alternation(words['now'])}){_RIGHT}"
        rf"|(?P<part>{alternation(calendar.hour_parts)})\s++ساعه{_RIGHT}"
        rf"|(?:{number})?+(?P<unit>{unit}){_RIGHT}(?:\s++واحده?{_RIGHT})?+(?P<half>\s++ونصف{_RIGHT})?+)"
    )


def _day_word(calendar: Calendar) -> str:
    part = alternation(calendar.day_parts)
    return rf"{_LEFT}(?:(?:{part})\s++)?+(?P<word>{alternation(calendar.day_words)}){_RIGHT}"


def _label(calendar: Calendar) -> str:
    modified = alternation(calendar.words["modified"])
    published = alternation(calendar.words["published"])
    # A label may be glued to the time before it: «11:20آخر تحديث».
    return rf"(?<!\p{{L}})(?:(?P<modified>{modified})|(?P<published>{published})){_RIGHT}"


_SOURCES: Mapping[str, Callable[[Calendar], str]] = {
    "iso": _iso,
    "named": _named,
    "month_first": _month_first,
    "year_first": _year_first,
    "scattered": _scattered,
    "numeric": _numeric,
    "spaced": _spaced,
    "month_only": _month_only,
    "label": _label,
    "ago": _ago,
    "clock": _clock,
    "day_word": _day_word,
    "weekday": _weekday,
}
