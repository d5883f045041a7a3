"""What authors of pages call elements, by the patterns of `element_names.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain

from .. import tables
from ..patterns import plain
from ..remembered import remembered
from .features.register import REGISTER

Names = tuple[str, ...]  # classes and the like, as `Element.names`
_HEAD = plain(r"(\[[^\]]*\]|[^(]|)")  # what a pattern begins with: a letter, or one of several


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    return tables.read(__package__, "element_names.toml")


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        table: {row: _pattern(words) for row, words in rows.items()}
        for table, rows in _rows().items()
    }


@cache
def _any_row(table: str) -> re.Pattern[str]:
    """All rows of `table` in one: most names match none."""
    return _pattern(chain(*_rows()[table].values()))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `words`, those together that begin alike: few do where a name does."""
    tails: dict[str, list[str]] = {}
    for word in words:
        _, head, tail = _HEAD.split(word, 1)
        tails.setdefault(head, []).append(tail)
    return plain("|".join(f"{head}(?:{'|'.join(ends)})" for head, ends in tails.items()))


def _spaced(names: Names) -> str:
    return f" {' '.join(names)} "


def feature_of(table: str) -> Callable[[Names], int]:
    """The feature or zone whose row is the first of `table` that the names match, else 0."""

    def find(names: Names) -> int:
        called = _spaced(names)
        if not _any_row(table).search(called):
            return 0
        rows = _patterns()[table].items()
        return next(REGISTER[row] for row, words in rows if words.search(called))

    return remembered(find)


def is_called(row: str, table: str = "kinds") -> Callable[[Names], bool]:
    """Whether the names match a `row` of `table`."""
    return remembered(lambda names: bool(_patterns()[table][row].search(_spaced(names))))
