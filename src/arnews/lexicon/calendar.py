"""The words of dates: look-up tables by folded word, and alternations for patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..errors import BadLexicon
from ..folding import fold
from .table import Table


def _fold_word(word: str) -> str:
    """The normal form of a date word: folded, in lower case, with single blanks."""
    return " ".join(fold(word).casefold().split())


class Calendar(NamedTuple):
    """Tables by folded word.

    `gregorian` and `hijri` are months from 1: «آذار» is 3. `weekdays` count from Monday, 0.
    `day_parts` are the times of day («مساء»), `hours` those of a clock («السابعة»), `hour_parts`
    minutes («نصف»), `zones` names of the tz database. `units` give a unit and how many: «ساعتين» is
    ("hours", 2); 0 means that another word has the number. `day_words` are days from today: «أمس»
    is -1. `printed` are the months in each style of printing.
    """

    gregorian: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_parts: Mapping[str, str]
    hours: Mapping[str, int]
    hour_parts: Mapping[str, int]
    zones: Mapping[str, str]
    units: Mapping[str, tuple[str, int]]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    day_words: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    printed: Mapping[str, tuple[str, ...]]

    @property
    def groups(self) -> Mapping[str, Iterable[str]]:
        """The words that begin or make a part of a date, by what they tell."""
        words = self.words
        return {
            "months": (*self.gregorian, *self.hijri),
            "weekdays": self.weekdays,
            "distances": words["ago"] | words["ahead"],
            "units": (*self.units, *self.hour_parts, *words["now"]),
            "day_words": self.day_words,
            "labels": words["modified"] | words["published"],
        }

    @classmethod
    def read(cls, table: Table) -> Calendar:
        """The calendar of `calendar.toml`. Raises `BadLexicon` if a word has two meanings."""
        units = {
            _fold_word(word): (unit, count)
            for unit, forms in table["units"].items()
            for count, words in zip((1, 2, 0), forms, strict=True)
            for word in words
        }
        printed = {
            name.removeprefix("printed_"): tuple(words)
            for name, words in table.items()
            if name.startswith("printed_")
        }
        return cls(
            gregorian=_numbered("gregorian", enumerate(table["gregorian"], 1)),
            hijri=_numbered("hijri", enumerate(table["hijri"], 1)),
            weekdays=_numbered("weekdays", enumerate(table["weekdays"])),
            day_parts=_by_word(table["day_parts"]),
            hours=_counted(table["hours"]),
            hour_parts=_counted(table["hour_parts"]),
            zones=_by_word(table["zones"]),
            units=units,
            numbers=_joined(_counted(table["numbers"])),
            ordinals=_joined(_counted(table["ordinals"])),
            day_words=_counted(table["day_words"]),
            words={name: frozenset(map(_fold_word, row)) for name, row in table["words"].items()},
            printed={**printed, "standard": tuple(names[0] for names in table["gregorian"])},
        )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {_fold_word(word): meaning for meaning, words in table.items() for word in words}


def _counted(table: Mapping[str, list[str]]) -> dict[str, int]:
    return {word: int(number) for word, number in _by_word(table).items()}


def _numbered(name: str, rows: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    """The number of the row in which each word is. Raises `BadLexicon` for a word in two rows."""
    numbers: dict[str, int] = {}
    for number, words in rows:
        for word in words:
            if numbers.setdefault(_fold_word(word), number) != number:
                raise BadLexicon(f"calendar.toml: «{word}» is in {name} twice")
    return numbers


def _joined(simple: Mapping[str, int]) -> dict[str, int]:
    """Number words, and those from 21 on that consist of a unit, «و» and a ten: «خمسة وعشرون»."""
    units = {word: n for word, n in simple.items() if n < 10 and " " not in word}
    tens = {word: n for word, n in simple.items() if n >= 20}
    joined = {f"{u} و{t}": n + m for u, n in units.items() for t, m in tens.items()}
    return {**simple, **joined}
