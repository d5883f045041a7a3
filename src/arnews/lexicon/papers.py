"""Names of newspapers, sites and channels: the publications of bylines."""

from __future__ import annotations

from typing import NamedTuple

from ..folding import fold, fold_all
from ..patterns import pattern
from .places import fold_place, fold_places
from .table import Table

#: The address of a site, as it signs its stories: «AHDATH.INFO».
ADDRESS = pattern(r"[A-Z][A-Z\d-]{2,}+\.[A-Z]{2,4}|[a-z][a-z\d-]{2,}+\.[a-z]{2,4}")
LONGEST_PAPER = 5  # words
LONGEST_BEFORE_TAIL = 3  # words
# Where a tail is glued to its name: «الوادي24», «الوادي.نت».
_GLUED = pattern(r"(?<=[ء-ي])(?:\.(?=[ء-ي]{2})|(?=\d{2}))")


class Papers(NamedTuple):
    """`known` and `ordinary` are normal forms like those of places; the rest are folded words.

    `heads` and `tails` are words that make a name out of others: «شبكة وتر», «المدينة نيوز».
    """

    known: frozenset[str]
    ordinary: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    strangers: frozenset[str]
    desks: frozenset[str]
    desk_words: frozenset[str]

    @classmethod
    def read(cls, table: Table) -> Papers:
        """The publications of `papers.toml`. Raises `BadLexicon` if a name is empty."""
        known, ordinary = [*table["papers"], *table["channels"]], table["ordinary"]
        words = ("heads", "tails", "strangers", "desks", "desk_words")
        sets = {name: fold_all(table[name]) for name in words}
        return cls(fold_places(known), fold_places(ordinary), **sets)

    def knows(self, name: str) -> bool:
        """Whether `name` is a publication of the table."""
        return fold_place(name) in self.known

    def is_ordinary(self, name: str) -> bool:
        """Whether `name` is also an ordinary word."""
        return fold_place(name) in self.ordinary

    def means(self, name: str) -> bool:
        """Whether `name` is a publication of the table, and no ordinary word too."""
        return self.knows(name) and not self.is_ordinary(name)

    def reads(self, name: str) -> bool:
        """Whether `name` is known, or one of its words makes it a publication: «شبكة وتر»."""
        if self.knows(name) or ADDRESS.fullmatch(name):
            return True
        words = _GLUED.sub(" ", fold(name)).split()
        if not 2 <= len(words) <= LONGEST_PAPER:
            return False
        if words[0] in self.desks:
            return words[1] in self.desk_words
        if words[0] in self.heads and (
            words[1].startswith("ال")
            or words[1] in (*self.heads, "اخبار")
            or self.knows(" ".join(words[1:]))
        ):
            return True
        named = words[0] not in self.strangers
        return named and words[-1] in self.tails and len(words) <= LONGEST_BEFORE_TAIL + 1
