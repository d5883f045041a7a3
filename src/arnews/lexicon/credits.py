"""The words of photo credits."""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from ..folding import fold
from ..patterns import Pattern, pattern
from .agencies import first_word
from .table import Table, alternation


class Credits(NamedTuple):
    """Sets of folded words, and patterns for folded text.

    `labels` («المصدر:»), `photographers` («تصوير:») and `captions` («التعليق:») match a label with
    the mark after it, at the start of a text. Only a photographer's label can do without the mark
    («تصوير أحمد سامي»); the group `mark` is then `None` or empty. `beginnings` are the first words
    of credits that can be a line of their own. `shown` finds a word that tells of a picture, and
    `attributed` what a sentence rests on («، وفقا لوكالة …»).
    """

    archive: frozenset[str]
    illustrative: frozenset[str]
    agencies: frozenset[str]
    rights: frozenset[str]
    beginnings: frozenset[str]
    labels: Pattern
    photographers: Pattern
    captions: Pattern
    sources: Pattern
    shown: Pattern
    attributed: Pattern

    @classmethod
    def read(cls, table: Table) -> Credits:
        """The words of `credits.toml`."""

        flags = ("archive", "illustrative", "agencies", "rights")
        sets = {name: frozenset(fold(w).casefold() for w in table[name]) for name in flags}
        alone = [*chain(*sets.values()), *(fold(w).casefold() for w in table["photographers"])]

        def label(name: str, without_mark: str = "") -> Pattern:
            mark = rf"(?:\s*+(?P<mark>[:,/-])\s*+{without_mark})"
            return pattern(rf"[,]?(?:{alternation(map(fold, table[name]))}){mark}", re.I)

        sources, shown, attributions = (
            alternation(map(fold, table[name])) for name in ("sources", "shown", "attributions")
        )
        return cls(
            **sets,
            beginnings=frozenset(map(first_word, alone)),
            labels=label("labels"),
            photographers=label("photographers", without_mark=r"|\s++"),
            captions=label("captions"),
            sources=pattern(rf"(?:{sources})\b", re.I),
            shown=pattern(rf"\b(?:{shown})\b"),
            attributed=pattern(rf",\s*+(?:{attributions})\b"),
        )
