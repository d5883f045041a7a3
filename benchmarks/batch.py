"""What `arnews batch` costs beside a plain loop, how it grows with workers and with records.

    python benchmarks/batch.py [--pages 1500] [--records 1000,10000,100000] [--only overhead,memory]

- overhead: processor time on all cores for the same pages, by `parse` and `to_json` in a plain
  loop, and by a run with one worker; of a page once both are under way.
- scaling: a run with two workers against one; beside it two plain loops at once against one, since
  other work on the machine slows both alike. Each is measured several times, in turn, and the least
  time counts.
- memory: the largest sum of the resident memory of all processes of a run, by number of records.
- start: a run without a record, in a process of its own; and `import arnews` alone.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import corpus  # puts `helpers` on the path

from arnews.batch.record import Record, read_record, to_line
from arnews.batch.run import Settings, batch
from helpers import poison

_PARAGRAPH = (
    "<p>وقال مدير السد رقم {number} إن المياه تكفي المزارع كلها حتى نهاية الصيف المقبل، "
    "مشيراً إلى أن الوزارة تعمل على خطة جديدة لإدارة الموارد في المحافظات الجنوبية.</p>"
)
_LINK = "<li><a href='/news/{number}'>ارتفاع منسوب المياه في السد رقم {number} بعد الأمطار</a></li>"
_RUNS = 3


def html(number: int) -> str:
    """A page of news as sites print it: about 12 kilobytes."""
    links = "".join(_LINK.format(number=number + at) for at in range(15))
    body = "".join(_PARAGRAPH.format(number=number + at) for at in range(18))
    return (
        f"<html><head><meta charset='utf-8'><title>سدود الجنوب تمتلئ {number}</title></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>سدود الجنوب تمتلئ {number}</h1>"
        f"<time>{number % 28 + 1} أبريل 2024</time>{body}</article>"
        f"<aside><h2>اقرأ أيضاً</h2><ul>{links}</ul></aside></body></html>"
    )


def pages(number: int, path: Path) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for at in range(number):
            file.write(json.dumps({"html": html(at)}, ensure_ascii=False) + "\n")
    return path


def loop(path: Path) -> None:
    """What anybody writes without `arnews batch`."""
    with path.open("rb") as file, path.with_suffix(f".{os.getpid()}.out").open("w") as out:
        for number, line in enumerate(file):
            record = Record(f"{path}:{number}", json.loads(line)["html"])
            out.write(to_line(read_record(record)))


def run(path: Path, workers: int) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        batch([str(path)], f"{folder}/out.jsonl", settings=Settings(workers))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _loops(path: Path, number: int) -> None:
    """`number` plain loops at once, each in a process of its own."""
    context = get_context("fork")
    started = [context.Process(target=loop, args=(path,)) for _ in range(number)]
    for process in started:
        process.start()
    for process in started:
        process.join()


def overhead(path: Path, size: int) -> None:
    few = pages(size // 5, path.with_name("few.jsonl"))
    ways = {"plain loop": "batch.loop(p)", "batch, 1 worker": "batch.run(p, 1)"}
    costs = []
    for name, code in ways.items():
        start, whole = (
            min(_processor_time(code, each) for _ in range(_RUNS)) for each in (few, path)
        )
        costs.append((whole - start) / (size - size // 5))
        print(f"  {name:<18}{1000 * costs[-1]:8.2f} ms a page, and {start:.1f} s until {size // 5}")
    print(f"  overhead          {costs[1] / costs[0] - 1:8.1%} of a page")


def _processor_time(code: str, path: Path) -> float:
    """Seconds on all cores of a program and all its processes, the start of Python included."""
    program = f"import pathlib, batch; p = pathlib.Path({str(path)!r}); {code}"
    here = Path(__file__).parent
    process = subprocess.Popen([sys.executable, "-c", program], cwd=here)
    seen: dict[int, float] = {}
    while process.poll() is None:
        for pid in (process.pid, *poison.descendants(process.pid)):
            seen[pid] = max(seen.get(pid, 0), used(pid))
        time.sleep(0.05)
    return sum(seen.values())


def used(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def scaling(path: Path, size: int) -> None:
    took = _least(
        {
            "one loop": lambda: _loops(path, 1),
            "two loops": lambda: _loops(path, 2),
            "batch, 1 worker": lambda: run(path, 1),
            "batch, 2 workers": lambda: run(path, 2),
        }
    )
    one, two, single, double = took.values()
    print(f"  two plain loops   {2 * one / two:8.2f} x one")
    print(f"  two workers       {single / double:8.2f} x one, {size / double:.0f} pages/s")


def _least(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    took = {name: [_timed(work) for _ in range(1)] for name, work in ways.items()}
    for _ in range(_RUNS - 1):
        for name, work in ways.items():
            took[name].append(_timed(work))
    return {name: min(times) for name, times in took.items()}


def memory(sizes: list[int], folder: Path) -> None:
    for size in sizes:
        path = folder / f"{size}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(poison.lines(size, {}))
        command = [sys.executable, "-m", "arnews", "batch", str(path), "-o", f"{path}.out.jsonl"]
        began = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        highest = {"all": 0.0, "parent": 0.0}
        watcher = threading.Thread(target=_watch, args=(process, highest))
        watcher.start()
        process.wait()
        watcher.join()
        rate = size / (time.perf_counter() - began)
        told = ", ".join(f"{name} {number:.0f} MB" for name, number in highest.items())
        print(f"  {size:>9,} records   {told}, {rate:,.0f} records/s")


def _watch(process: subprocess.Popen[bytes], highest: dict[str, float]) -> None:
    while process.poll() is None:
        each = [resident(pid) for pid in (process.pid, *poison.descendants(process.pid))]
        highest["all"] = max(highest["all"], sum(each))
        highest["parent"] = max(highest["parent"], each[0])
        time.sleep(0.2)


def resident(pid: int) -> float:
    """The memory of a process in megabytes, its part of what is shared counted once."""
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return (
        int(next(line for line in rolled.splitlines() if line.startswith("Pss:")).split()[1]) / 1e3
    )


def start(folder: Path) -> None:
    empty = folder / "empty.jsonl"
    empty.touch()
    ways = {
        "a run without a record": ["-m", "arnews", "batch", str(empty), "-o"],
        "import arnews": ["-c", "import arnews"],
    }
    for name, command in ways.items():
        times = []
        for at in range(7):
            output = [f"{folder}/{at}.jsonl"] if command[-1] == "-o" else []
            whole = [sys.executable, *command, *output]
            times.append(_timed(lambda: subprocess.run(whole, stderr=subprocess.DEVNULL)))  # noqa: B023
        print(f"  {name:<24}{min(times):6.2f} s")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--pages", type=int, default=1500)
    options.add_argument("--records", default="1000,10000,100000")
    options.add_argument("--only", default="overhead,scaling,memory,start")
    given = options.parse_args()
    wanted = given.only.split(",")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = pages(given.pages, folder / "pages.jsonl")
        for part, work in _parts(path, given.pages, folder, given.records):
            if part in wanted:
                print(part)
                work()


def _parts(
    path: Path, size: int, folder: Path, records: str
) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "overhead", lambda: overhead(path, size)
    yield "scaling", lambda: scaling(path, size)
    yield "memory", lambda: memory([int(each) for each in records.split(",")], folder)
    yield "start", lambda: start(folder)


if __name__ == "__main__":
    assert corpus.ROOT
    main()
