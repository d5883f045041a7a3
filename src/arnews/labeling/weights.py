"""The weights of the evidence: set by hand, and fitted where there are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from attrs import define

from .roles import ROLES

Row = Mapping[str, float]
REMEMBERED = 1 << 14  # sets of notes whose sums are kept: a long crawl meets ever new ones
FILE = resources.files(__package__).joinpath("weights.toml")


@define(eq=False, slots=False)
class Weights:
    """`rows[name][role]` is what the evidence `name` is worth for `role`."""

    rows: Mapping[str, Row]

    def __attrs_post_init__(self) -> None:
        self.scores = lru_cache(REMEMBERED)(self._scores)
        self.told = lru_cache(REMEMBERED)(self._told)

    def _scores(self, names: tuple[str, ...]) -> Mapping[str, float]:
        """What all of `names` together are worth for every role."""
        sums = dict.fromkeys(ROLES, 0.0)
        for name in ("prior", *names):
            for role, weight in self.rows.get(name, {}).items():
                sums[role] += weight
        return sums

    def _told(self, names: tuple[str, ...], role: str) -> tuple[tuple[str, float], ...]:
        """The part of each name in the score of `role`, names without one left out."""
        parts = ((name, self.rows.get(name, {}).get(role, 0.0)) for name in names)
        return tuple((name, weight) for name, weight in parts if weight)


@cache
def shipped() -> Mapping[str, Row]:
    """The rows that are in force: of two numbers the fitted one."""
    return _rows(-1)


@cache
def by_hand() -> Mapping[str, Row]:
    """The rows as they were set by hand: of two numbers the first. Fits start from them."""
    return _rows(0)


def _rows(which: int) -> Mapping[str, Row]:
    """The rows of the file; a weight there is one number, or two: by hand and fitted."""
    rows: dict[str, dict[str, float | list[float]]] = tomllib.loads(FILE.read_text("utf-8"))
    return {
        name: {
            role: weight[which] if isinstance(weight, list) else weight
            for role, weight in row.items()
        }
        for name, row in rows.items()
    }
