"""Records as a crawl has them, some of them poisoned, and the function that takes the poison.

A worker imports it by its name; nothing in arnews knows of it. `tests/batch/test_survival.py` and
`benchmarks/soak.py` run it.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from arnews import Page
from arnews.batch.record import Options, Record, parse_record

_MARK = "POISON "
#: What each poison does to its worker, and the reason for which its record is set aside.
REASONS = {
    "raise": "fault",
    "leave": "fault",
    "memory": "memory",
    "crash": "died",
    "exit": "died",
    "kill": "died",
    "hang": "timeout",
}
CHEAP = ("raise", "leave", "memory", "crash", "exit", "kill")
_STORY = """{headline}

{day} أبريل 2024

امتلأت {number} من السدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه.

وقال مدير السد رقم {number} إن المياه تكفي المزارع كلها حتى نهاية الصيف المقبل.
"""


def parse(record: Record, options: Options) -> Page:
    """As `parse_record`, but for a poisoned record."""
    if isinstance(record.data, str) and record.data.startswith(_MARK):
        _take(record.data.removeprefix(_MARK).split()[0])
    return parse_record(record, options)


def _take(poison: str) -> None:
    if poison == "raise":
        raise ZeroDivisionError("القسمة على صفر")
    if poison == "leave":
        sys.exit(3)
    if poison == "memory":
        held = [bytes(1 << 24) for _ in count()]
        raise AssertionError(len(held))
    if poison == "crash":
        ctypes.string_at(0)
    if poison == "exit":
        os._exit(0)
    if poison == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if poison == "hang":
        ctypes.PyDLL(None).pause()  # holds the lock of the interpreter, and hears no handler


def lines(number: int, poisoned: dict[int, str]) -> Iterator[str]:
    """`number` lines of JSON Lines, each another page; those of `poisoned` are what it says."""
    for at in range(number):
        if at in poisoned:
            page = f"{_MARK}{poisoned[at]} {at}"
        else:
            page = _STORY.format(headline=f"سدود الجنوب تمتلئ {at}", day=at % 28 + 1, number=at)
        written = {"text": page, "url": f"https://almina.example/{at}"}
        yield json.dumps(written, ensure_ascii=False) + "\n"


def spread(poisons: list[str], number: int) -> dict[int, str]:
    """The poisons by the line that each is in, evenly over `number` lines."""
    return {at * number // len(poisons) + 5: poison for at, poison in enumerate(poisons)}


def descendants(pid: int) -> list[int]:
    """The processes that `pid` has started, and those that they have: forkserver and workers."""
    found: list[int] = []
    for child in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = child.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += [int(child.parent.name), *descendants(int(child.parent.name))]
    return found


def main() -> None:
    """`python -m helpers.poison IN OUT SETTINGS`: one run, with the settings as JSON."""
    from arnews.batch.run import Settings, batch
    from arnews.batch.workers import Allowance

    given = json.loads(sys.argv[3])
    allowance = Allowance(seconds=given.get("seconds", 2), memory=given.get("memory", 1 << 30))
    batch(
        [sys.argv[1]],
        sys.argv[2],
        parse=parse,
        in_order=given.get("in_order", True),
        settings=Settings(given.get("workers", 2), allowance),
    )


if __name__ == "__main__":
    main()
