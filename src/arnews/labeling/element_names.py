"""What authors of pages call elements, by the patterns of `element_names.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from .. import tables
from ..patterns import plain
from ..remembered import remembered
from .features.register import REGISTER

Names = tuple[str, ...]  # classes and the like, as `Element.names`


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        table: {row: plain("|".join(words)) for row, words in rows.items()}
        for table, rows in tables.read(__package__, "element_names.toml").items()
    }


@cache
def _any_row(table: str) -> re.Pattern[str]:
    """All rows of `table` in one: most names match none."""
    return plain("|".join(row.pattern for row in _patterns()[table].values()))


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
