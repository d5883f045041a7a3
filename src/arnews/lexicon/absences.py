"""What pages say that show no article: walls, errors, pages without their scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from ..folding import fold
from ..patterns import Pattern, pattern
from .table import Table

Kind: TypeAlias = Literal["wall", "error", "shell"]
KINDS: tuple[Kind, ...] = ("error", "wall", "shell")


class Absences(NamedTuple):
    """The phrases of `absences.toml`, a pattern for each kind of page; `lists` match the beginning
    of a folded heading in lower case."""

    patterns: Mapping[Kind, Pattern]
    lists: Pattern

    @classmethod
    def read(cls, table: Table) -> Absences:
        return cls({kind: _pattern(table[kind]) for kind in KINDS}, _pattern(table["lists"]))

    def heads_list(self, line: str) -> bool:
        """Whether `line` is the heading of a list of stories: «نتائج البحث عن: الزيتون»."""
        return self.lists.match(fold(line).casefold()) is not None

    def kind_of(self, line: str) -> Kind | None:
        """The kind of page that `line` is a line of: «الصفحة غير موجودة» gives `"error"`."""
        folded = fold(line).casefold()
        return next((kind for kind in KINDS if self.patterns[kind].search(folded)), None)


def _pattern(phrases: list[str]) -> Pattern:
    folded = sorted({fold(phrase).casefold() for phrase in phrases})
    numbers = "|".join(phrase for phrase in folded if phrase.isdigit())
    words = "|".join(re.escape(phrase) for phrase in folded if not phrase.isdigit())
    alone = rf"^\W*(?:{numbers})\W*$|" if numbers else ""
    return pattern(rf"{alone}(?<!\w)(?:{words})")
