"""Names of countries and cities, as bylines and datelines have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..errors import BadLexicon
from ..folding import fold, fold_all, translator
from ..remembered import remembered
from .table import Table

LONGEST_PLACE = 4  # words

# One letter for the spellings of a foreign sound: «هونغ» or «هونج», «أطلنطا» or «أتلانتا».
_with_one_letter = translator(str.maketrans("غطؤئ", "جتوي", "ء .\"'()[]{}:،,-\n\r"))


@remembered
def fold_place(name: str) -> str:
    """The normal form of a place or newspaper: folded, without blanks and marks.

    Spellings of foreign sounds become one: «هونغ كونغ» and «هونج كونج» both give «هونجكونج».
    """
    plain = _with_one_letter(fold(name).casefold())
    return f"{plain[:-1]}ه" if plain.endswith("ا") else plain


def fold_places(names: Iterable[str]) -> frozenset[str]:
    """The normal forms of `names`. Raises `BadLexicon` if a name has no letters."""
    forms = frozenset(map(fold_place, names))
    if "" in forms:
        raise BadLexicon("a name of places.toml or papers.toml has no letters; remove it")
    return forms


class Places(NamedTuple):
    """Normal forms of names; `heads` («وادي») and `qualifiers` («الشمالية») are folded words around
    a name that make another name out of it."""

    countries: frozenset[str]
    cities: frozenset[str]
    generic: frozenset[str]
    ordinary: frozenset[str]
    heads: frozenset[str]
    qualifiers: frozenset[str]

    @classmethod
    def read(cls, table: Table) -> Places:
        """The places of `places.toml`. Raises `BadLexicon` where an entry breaks a rule."""
        for area, names in table["cities"].items():
            if not isinstance(names, list):
                raise BadLexicon(f"places.toml: cities.{area} must be a list of names")
        return cls(
            countries=fold_places(table["countries"]),
            cities=fold_places(name for names in table["cities"].values() for name in names),
            generic=fold_places(table["generic"]),
            ordinary=fold_places(table["ordinary"]),
            heads=fold_all(table["heads"]),
            qualifiers=fold_all(table["qualifiers"]),
        )

    def knows(self, name: str) -> bool:
        """Whether `name` is a place of the table; «د.ب.أ» and «دب أ», an agency, are not the town
        «دبا»."""
        abbreviation = "." in name or (name[-2:-1] == " " and name[-1].isalpha())
        form = "" if abbreviation else fold_place(name)
        return form in self.cities or form in self.countries or form in self.generic

    def is_country(self, name: str) -> bool:
        """Whether `name` is a country, and no city has the same name."""
        form = fold_place(name)
        return form in self.countries and form not in self.cities

    def is_ordinary(self, name: str) -> bool:
        """Whether `name` is also an ordinary word or a person's name."""
        return fold_place(name) in self.ordinary

    def reads(self, name: str) -> bool:
        """Whether `name` is known, or the words around it make it a place: «وادي الدواسر»."""
        if self.knows(name):
            return True
        words = name.split()
        if not 2 <= len(words) <= LONGEST_PLACE:
            return False
        if fold(words[-1]) in self.qualifiers and self.knows(" ".join(words[:-1])):
            return True
        return fold(words[0]) in self.heads and self.knows(" ".join(words[1:]))
