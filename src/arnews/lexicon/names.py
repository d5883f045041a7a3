"""Given names and other signs of a person's name."""

from __future__ import annotations

from typing import NamedTuple

from ..folding import fold_all
from .table import Table


class Names(NamedTuple):
    """Folded words of `names.toml`, which explains each group.

    `given` are the given names that are no ordinary word («محمد»), `either` those that are one too
    («سلام», "peace"); `never` are ordinary words that are no name.
    """

    given: frozenset[str]
    either: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    formulas: tuple[str, ...]
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> Names:
        """The names of `names.toml`."""
        given, never = fold_all(table["given"]), fold_all(table["never"])
        openers = fold_all(table["openers"])
        ordinary = never | openers
        return cls(
            given=given - ordinary,
            either=given & ordinary,
            never=ordinary - given,
            openers=openers,
            formulas=tuple(fold_all(table["formulas"])),
            particles=fold_all(table["particles"]),
            prefixes=tuple(fold_all(table["prefixes"])),
            suffixes=tuple(fold_all(table["suffixes"])),
        )

    def is_given(self, word: str) -> bool:
        """Whether the folded `word` is a given name and no ordinary word."""
        if word in self.given or word.startswith(self.prefixes):
            return True
        return word.endswith(self.suffixes) and word not in self.suffixes
