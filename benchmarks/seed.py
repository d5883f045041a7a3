"""How long a page takes beside its floor, and how the cost grows with the page.

The floor of a text is `str.splitlines` and one pass of one compiled pattern over it (its words):
less than that no reader of the text can do. Both are timed in the same run, by turns, and the
best of several rounds counts.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import arnews

SEED = Path(__file__).parent.parent / "seeds" / "000_08a769a62f779457.txt"
WORDS = re.compile(r"\w+")
SIZES = (1, 10, 100, 1000)


def floor(text: str) -> None:
    """The least that reading a text takes."""
    text.splitlines()
    WORDS.findall(text)


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds that `work` takes, the best of `rounds`."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints a table: seeds in the page, milliseconds of both, floors, and cost a seed."""
    seed = SEED.read_text("utf-8")
    limits = arnews.Limits(max_size=10**9, max_blocks=10**7)
    print(f"{'seeds':>6} {'parse ms':>10} {'floor ms':>10} {'floors':>7} {'ms a seed':>10}")
    for size in SIZES:
        text = "\n\n".join([seed] * size)
        rounds = max(3, 60 // size)
        arnews.parse(text, limits=limits)
        parsing = best(lambda text=text: arnews.parse(text, limits=limits), rounds)
        least = best(lambda text=text: floor(text), rounds)
        print(
            f"{size:>6} {parsing * 1e3:>10.2f} {least * 1e3:>10.3f} {parsing / least:>7.1f}"
            f" {parsing * 1e3 / size:>10.3f}"
        )


if __name__ == "__main__":
    main()
