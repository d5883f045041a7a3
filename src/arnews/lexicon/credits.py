"""The words of photo credits."""

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
    """Sets of folded words, and patterns for folded text.

    `labels` («المصدر:»), `photographers` («تصوير:») and `captions` («التعليق:») match a label with
    the mark after it, at the start of a text. Only a photographer's label can do without the mark
    («تصوير أحمد سامي»); the group `mark` is then `None` or empty. `beginnings` are the first words
    of credits that can be a line of their own. `shown` finds a word that tells of a picture.
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
    shown: regex.Pattern[str]

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
            regex.compile(rf"\b(?:{_alternation(table['shown'])})\b"),
        )
