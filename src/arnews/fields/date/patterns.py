"""The patterns of `patterns.toml`, filled with the words of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...lexicon import Lexicon
from ...lexicon.calendar import Calendar
from ...lexicon.table import alternation
from ...patterns import Pattern, pattern, plain
from ...remembered import once
from ...tables import read

WORD = plain(r"[^\W\d_]+")
_NAME = plain(r"\{([a-z_]{3,})\}")


class Patterns(NamedTuple):
    """A pattern for each kind of part, by name, and the first words of the forms of each group of
    words: a text that has none of them is not searched. Of a form that begins with no letter it is
    empty, which every text has."""

    parts: Mapping[str, Pattern]
    openings: Mapping[str, frozenset[str]]


@once
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns of `lexicon`'s calendar."""
    calendar, table = lexicon.calendar, read(__package__, "patterns.toml")
    named = {name: alternation(words) for name, words in _words(calendar).items()}
    named |= table["pieces"]

    def filled(source: str) -> str:
        joined = "".join(map(str.strip, source.splitlines()))
        return _NAME.sub(lambda found: filled(named[found[1]]), joined)

    groups = {**calendar.groups, "ordinals": calendar.ordinals}
    return Patterns(
        {name: pattern(filled(source)) for name, source in table["parts"].items()},
        {name: _first_words(forms) for name, forms in groups.items()},
    )


def _words(calendar: Calendar) -> Mapping[str, Iterable[str]]:
    """The words of dates by the names that the patterns have for them."""
    words, parts = calendar.words, calendar.day_parts
    return {
        **words,
        "months": (*calendar.gregorian, *calendar.hijri),
        "long_eras": _long(words["gregorian_era"] | words["hijri_era"]),
        "weekdays": calendar.weekdays,
        "ordinals": calendar.ordinals,
        "numbers": calendar.numbers,
        "units": calendar.units,
        "hours": calendar.hours,
        "hour_parts": calendar.hour_parts,
        "day_parts": parts,
        "long_day_parts": _long(parts),
        "day_words": calendar.day_words,
        "zones": calendar.zones.keys() - {"gmt", "utc", "z"},
    }


def _long(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) > 1]


def _first_words(forms: Iterable[str]) -> frozenset[str]:
    words = map(WORD.match, forms)
    return frozenset(word.group() if word else "" for word in words)
