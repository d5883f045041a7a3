"""Searches for markup that takes too long: families of `tests/helpers/tricks.py`, each page read in
a process of its own, with Hypothesis driven to what is slow.

    python fuzz/slow.py MINUTES SEED          looks at the markup, parses and walks it
    python fuzz/slow.py MINUTES SEED whole    reads the whole page

Printed are families of which 1 MB takes more than 3 s or 400 MB, or four times the page more than
six times as long. Each becomes a family of `tests/helpers/bombs.py`.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings, target

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent / "tests")]

import arnews
from helpers import slow, tricks

SMALL = 60_000  # characters of a page that is measured first
LARGE = 1_000_000
SUSPICIOUS = 1.2e-6  # seconds a character, from which 1 MB is measured too

Family = list[tuple[str, bool]]


def complaint(family: Family, work: Callable[[str], str]) -> tuple[str | None, float]:
    """What is wrong with `family`, if anything, and its seconds a character."""
    once = max(len(tricks.page(family, 1)) - len(tricks.page(family, 0)), 1)
    n = SMALL // once
    pages = [tricks.page(family, times * n) for times in (1, 4)]
    if len(pages[1]) > 8 * SMALL or len(pages[1]) < 2 * SMALL:
        return None, 0.0
    small, large = (slow.measured(page, work) for page in pages)
    rate = large.seconds / len(pages[1])
    told = _growth(small, large)
    if told:  # the machine is busy: measured once more
        again = [slow.measured(page, work) for page in pages]
        told = _growth(*(min(pair) for pair in zip((small, large), again, strict=True)))
    if told is None and (rate > SUSPICIOUS or large.megabytes > slow.MOST_MEGABYTES // 3):
        page = tricks.page(family, LARGE // once)
        whole = min(slow.measured(page, work) for _ in range(2))
        if whole.seconds > slow.MOST_SECONDS or whole.megabytes > slow.MOST_MEGABYTES:
            told = f"1 MB: {whole}"
    return told, rate


def _growth(small: slow.Measured, large: slow.Measured) -> str | None:
    if large.seconds > slow.MOST_GROWTH * max(small.seconds, slow.LEAST_SECONDS):
        return f"{small}, then {large}"
    return None


def main() -> None:
    minutes, start = float(sys.argv[1]), int(sys.argv[2])
    work = slow.parsed if sys.argv[3:] else slow.walked
    end, tried, slowest = time.monotonic() + 60 * minutes, 0, 0.0
    arnews.parse("<p>خبر</p>")
    gc.freeze()

    @seed(start)
    @settings(
        max_examples=10**6,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.target],
        suppress_health_check=list(HealthCheck),
    )
    @given(tricks.families)
    def search(family: Family) -> None:
        nonlocal tried, slowest
        if time.monotonic() > end:
            raise KeyboardInterrupt
        told, rate = complaint(family, work)
        tried += 1
        if rate > slowest:
            slowest = rate
            print(f"slowest so far: {rate * 1e6:.2f} s/MB {family!r}", flush=True)
        if told:
            print(f"FOUND {told} {family!r}", flush=True)
        target(math.log(max(rate, 1e-9)))

    try:
        search()
    except KeyboardInterrupt:
        print(f"{tried} families, the slowest {slowest * 1e6:.2f} s/MB")


if __name__ == "__main__":
    main()
