"""The weights: what each feature and zone is worth for each role, read from `weights.toml`.

A row that is `decisive` excludes the roles that it does not name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from .. import tables
from .features.register import REGISTER, names
from .roles import ROLES, role_of

REMEMBERED = 1 << 14  # sets of features whose sums are kept: a long crawl meets ever new ones
SELECTED = 20.0  # for the role of the field whose element a layout names
_EXCLUDED = -30.0  # for a role that a decisive row does not name
_PRIOR = "prior"


class Weights:
    """`rows[name]` has the weights of the feature `name` by role, those of a decisive row for
    every role."""

    def __init__(self, rows: Mapping[str, Mapping[str, float]]) -> None:
        self.rows = rows
        self._priors: dict[str, float] = {**dict.fromkeys(ROLES, 0.0), **rows[_PRIOR]}
        self.scores = lru_cache(REMEMBERED)(self._scores)
        self.evidence = lru_cache(REMEMBERED)(self._evidence)
        self.runner_up = lru_cache(REMEMBERED)(self._runner_up)

    def _scores(self, bits: int, selected: str | None = None) -> Mapping[str, float]:
        """What all features in `bits` together are worth for every role; `selected` is the field
        whose element, as the layout names it, the block stands in."""
        sums = self._priors.copy()
        for name in names(bits):
            for role, weight in self.rows[name].items():
                sums[role] += weight
        for role in roles_of_field(selected) if selected else ():
            sums[role] += SELECTED
        return sums

    def _runner_up(self, bits: int, role: str, selected: str | None) -> tuple[str, float]:
        """The best role but `role`, and how much more `role` is worth."""
        scores = self.scores(bits, selected)
        other = max((name for name in ROLES if name != role), key=scores.__getitem__)
        return other, scores[role] - scores[other]

    def _evidence(self, bits: int, role: str) -> tuple[tuple[str, float], ...]:
        """The part of each feature in the score of `role`, features without one left out."""
        parts = ((name, self.rows[name].get(role, 0.0)) for name in names(bits))
        return tuple((name, weight) for name, weight in parts if weight)


@cache
def roles_of_field(field: str) -> frozenset[str]:
    """The roles of the element that a layout names for `field`; `chrome` and `word` are debris."""
    debris = {"chrome": "chrome", "word": "interface"}
    known = {role_of(field, ()), role_of(field, ("item",)), debris.get(field)}
    return frozenset(role for role in known if role)


@cache
def shipped() -> Weights:
    """The weights in force."""
    table = tables.read(__package__, "weights.toml")
    excluded = dict.fromkeys(ROLES, _EXCLUDED)
    rows = {
        name: excluded | row["weights"] if row.get("decisive") else row["weights"]
        for name, row in table.items()
    }
    assert rows.keys() - {_PRIOR} == REGISTER.keys(), rows.keys() ^ REGISTER.keys()
    return Weights(rows)
