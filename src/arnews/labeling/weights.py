"""The weights of the evidence: set by hand in `weights.toml`, moved by data in `fitted.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from attrs import define

from .roles import ROLES

Row = Mapping[str, float]
REMEMBERED = 1 << 14  # sets of notes whose sums are kept: a long crawl meets ever new ones
FITTED = "fitted.toml"  # written by `make fit`


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
    """The rows that are in force: those set by hand, moved as the data in `fitted.toml` asks."""
    rows = {name: dict(row) for name, row in by_hand().items()}
    for name, moves in _table(FITTED).items():
        for role, move in moves.items():
            rows[name][role] += move
    return rows


@cache
def by_hand() -> Mapping[str, Row]:
    """The rows of `weights.toml`."""
    return _table("weights.toml")


def _table(name: str) -> Mapping[str, Row]:
    file = resources.files(__package__).joinpath(name)
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
