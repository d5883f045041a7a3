"""The words of photo credits, in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable

import regex
from attrs import frozen

from ..folding import fold
from . import Table
from .agencies import first_word


def _alternation(words: Iterable[str]) -> str:
    return "|".join(sorted({regex.escape(fold(word.strip())) for word in words}, key=len)[::-1])


@frozen
class Credits:
    """`labels`, `photographers` and `captions` match at the start of a folded text; `beginnings`
    are the first words of what may stand alone.

    A photographer's label needs no mark («تصوير أحمد سامي»): `mark` is the group that tells.
    """

    archive: frozenset[str]
    illustrative: frozenset[str]
    agencies: frozenset[str]
    rights: frozenset[str]
    beginnings: frozenset[str]
    labels: regex.Pattern[str]
    photographers: regex.Pattern[str]
    captions: regex.Pattern[str]
    sources: regex.Pattern[str]

    @classmethod
    def read(cls, table: Table) -> Credits:
        """The words of `credits.toml`."""

        def words(name: str) -> frozenset[str]:
            return frozenset(fold(word).casefold() for word in table[name])

        def label(name: str, without_mark: str = "") -> regex.Pattern[str]:
            mark = rf"(?:\s*+(?P<mark>[:,/-])\s*+{without_mark})"
            return regex.compile(rf"[,]?(?:{_alternation(table[name])}){mark}", regex.I)

        alone = ("archive", "illustrative", "agencies", "rights", "photographers")
        archive, illustrative, agencies, rights, photographers = map(words, alone)
        return cls(
            archive,
            illustrative,
            agencies,
            rights,
            frozenset(map(first_word, archive | illustrative | agencies | rights | photographers)),
            label("labels"),
            label("photographers", without_mark=r"|\s++"),
            label("captions"),
            regex.compile(rf"(?:{_alternation(table['sources'])})\b", regex.I),
        )
