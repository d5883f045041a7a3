"""What pages say that show no article: walls, errors, pages without their scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Literal, NamedTuple, TypeAlias

from ..folding import fold
from ..patterns import Pattern, pattern
from .table import Table

Kind: TypeAlias = Literal["wall", "error", "shell"]
KINDS: tuple[Kind, ...] = ("error", "wall", "shell")


class Absences(NamedTuple):
    """The phrases of `absences.toml` by the kind of page, and a pattern for those of each kind;
    `lists` match the beginning of a folded heading in lower case."""

    phrases: Mapping[Kind, Set[str]]
    patterns: Mapping[Kind, Pattern]
    lists: Pattern

    @classmethod
    def read(cls, table: Table) -> Absences:
        phrases = {kind: _folded(table[kind]) for kind in KINDS}
        patterns = {kind: _pattern(each) for kind, each in phrases.items()}
        return cls(phrases, patterns, _pattern(_folded(table["lists"])))

    def heads_list(self, line: str) -> bool:
        """Whether `line` is the heading of a list of stories: «نتائج البحث عن: الزيتون»."""
        return self.lists.match(fold(line).casefold()) is not None

    def kind_of(self, line: str) -> Kind | None:
        """The kind of page that `line` is a line of: «الصفحة غير موجودة» gives `"error"`."""
        folded = fold(line).casefold()
        said = [kind for kind in KINDS if any(map(folded.__contains__, self.phrases[kind]))]
        return next((kind for kind in said if self.patterns[kind].search(folded)), None)


def _folded(phrases: list[str]) -> frozenset[str]:
    return frozenset(fold(phrase).casefold() for phrase in phrases)


def _pattern(phrases: Set[str]) -> Pattern:
    folded = sorted(phrases)
    numbers = "|".join(phrase for phrase in folded if phrase.isdigit())
    words = "|".join(re.escape(phrase) for phrase in folded if not phrase.isdigit())
    alone = rf"^\W*(?:{numbers})\W*$|" if numbers else ""
    return pattern(rf"{alone}(?<!\w)(?:{words})")
