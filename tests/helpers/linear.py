"""Whether work is linear in its input: a ratio of two sizes measured in one run, no time limit."""

import gc
import time
from collections.abc import Callable

MOST = 6  # times the work that four times the input may take
LEAST = 0.03  # seconds that are too short to measure


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


def assert_linear(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Fails if the work on input of four times `size` takes much more than four times as long.

    `work` makes ready the input of a size, which is not measured, and gives back what is.
    """
    once, four_times = (seconds(work(times * size)) for times in (1, 4))
    assert four_times <= MOST * max(once, LEAST), f"{once:.3f} s, then {four_times:.3f} s"
