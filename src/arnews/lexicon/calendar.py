"""The calendar's words, folded, as look-up tables and as alternations for patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex
from attrs import frozen

from ..errors import BadLexicon
from ..folding import fold
from . import Table


def _key(word: str) -> str:
    return " ".join(fold(word).casefold().split())


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, blanks in them as many as are printed."""
    forms = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s++".join(map(regex.escape, form.split())) for form in forms)


@frozen
class Calendar:
    """Numbers by folded word; `zones` are names of the tz database; Monday is 0."""

    gregorian: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_parts: Mapping[str, str]
    zones: Mapping[str, str]
    units: Mapping[str, tuple[str, int]]  # 0: how many is not in the word
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    day_words: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    printed: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, table: Table) -> Calendar:
        """The calendar of `calendar.toml`. Raises `BadLexicon` if a word has two meanings."""
        units = {
            _key(word): (unit, count)
            for unit, forms in table["units"].items()
            for count, words in zip((1, 2, 0), forms, strict=True)
            for word in words
        }
        printed = {
            name.removeprefix("printed_"): tuple(words)
            for name, words in table.items()
            if name.startswith("printed_")
        }
        printed["standard"] = tuple(names[0] for names in table["gregorian"])
        return cls(
            _numbered("gregorian", enumerate(table["gregorian"], 1)),
            _numbered("hijri", enumerate(table["hijri"], 1)),
            _numbered("weekdays", enumerate(table["weekdays"])),
            {_key(word): part for part, words in table["day_parts"].items() for word in words},
            {_key(word): zone for zone, words in table["zones"].items() for word in words},
            units,
            _joined(table["numbers"]),
            _joined(table["ordinals"]),
            {_key(w): int(n) for n, words in table["day_words"].items() for w in words},
            {name: frozenset(map(_key, words)) for name, words in table["words"].items()},
            printed,
        )


def _numbered(name: str, rows: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, words in rows:
        for word in words:
            if found.setdefault(_key(word), number) != number:
                raise BadLexicon(f"calendar.toml: «{word}» stands twice in {name}")
    return found


def _joined(table: Mapping[str, list[str]]) -> dict[str, int]:
    """Number words, and those from 21 on that are joined of a unit, «و» and a ten."""
    simple = {_key(word): int(number) for number, words in table.items() for word in words}
    units = {word: n for word, n in simple.items() if n < 10 and " " not in word}
    tens = {word: n for word, n in simple.items() if n >= 20}
    joined = {f"{u} و{t}": n + m for u, n in units.items() for t, m in tens.items()}
    return {**simple, **joined}
