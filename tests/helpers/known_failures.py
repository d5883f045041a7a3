"""What is known not to be read right yet, kept as data: `tests/known_failures.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "known_failures.toml"
#: The reason by the case, by the name of a test's cases.
KNOWN: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text("utf-8"))


def expect(request: pytest.FixtureRequest, test: str, case: str) -> None:
    """Wants the running test to fail if its case is known to; one that passes fails the build."""
    reason = KNOWN[test].get(case)
    if reason:
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))


def check_cases(test: str, cases: Iterable[str]) -> None:
    """Fails if a known failure is of a case that is there no more."""
    assert KNOWN[test].keys() <= set(cases)
