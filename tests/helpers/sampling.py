"""Pages drawn independently of one another, the same in every run: for shares.

Hypothesis looks for failures, not for averages: in one run it draws much that is alike. So each
example is drawn in a run of its own, with a seed of its own.
"""

from __future__ import annotations

from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

_two = settings(
    max_examples=2,  # the first is always the simplest
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def sample(
    strategy: SearchStrategy[T], size: int, start: int = 0, *, backend: str = "hypothesis"
) -> list[T]:
    """`size` examples of `strategy`, others for each `start`. `backend` is what draws them."""
    how = settings(_two, backend=backend)
    return [_one(strategy, number, how) for number in range(start, start + size)]


def _one(strategy: SearchStrategy[T], number: int, how: settings) -> T:
    drawn: list[T] = []

    @seed(number)
    @how
    @given(strategy)
    def draw(value: T) -> None:
        drawn.append(value)

    draw()
    return drawn[-1]
