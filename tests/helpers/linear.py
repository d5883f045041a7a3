"""Whether work is linear in its input: a ratio of two sizes measured in one run, no time limit."""

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType

MOST = 6  # times the work that four times the input may take
LEAST = 0.03  # seconds that are too short to measure
ROUNDS = 4  # measurements of both sizes; a busy machine spoils some, slow code spoils all


def seconds(work: Callable[[], object]) -> float:
    """Of processor time, the best of three: what else the machine does only adds.

    Without the garbage collector, whose rounds depend on what other tests left behind.
    """
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        gc.enable()
    return best


def assert_growth(measure: Callable[[int], float]) -> None:
    """Fails if four times the input takes much more than four times as long in every round.

    `measure` gives the seconds that the input of so many times its size takes.
    """
    once = four_times = float("inf")
    for _ in range(ROUNDS):
        once, four_times = min(once, measure(1)), min(four_times, measure(4))
        if four_times <= MOST * max(once, LEAST):
            return
    raise AssertionError(f"{once:.3f} s, then {four_times:.3f} s")


def assert_linear(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Fails if the work on input of four times `size` takes much more than four times as long.

    `work` makes ready the input of a size, which is not measured, and gives back what is.
    """
    assert_growth(lambda times: seconds(work(times * size)))


def assert_calls_grow_with(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """The same by the calls that the work makes, which no busy machine changes: a small `size`
    will do. The work on one of half the size is done before, so that all tables are read."""
    work(size // 2)()
    once, four_times = (_calls(work(times * size)) for times in (1, 4))
    assert four_times <= MOST * once, f"{once:,} calls, then {four_times:,}"


def _calls(work: Callable[[], object]) -> int:
    """The functions and generators of Python that `work` enters."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number
