"""Very many pages, poisoned ones among them, through a run that is killed again and again.

    python benchmarks/soak.py [--records 1000000] [--poisoned 10000] [--kills 20] [--seed 7]

The same input goes through an undisturbed run and through one of which a process (the run itself,
or one of its workers) is killed at random moments. It fails unless every record is there exactly
once, in the same bytes, and every poisoned one in quarantine for its reason.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from hashlib import blake2b
from pathlib import Path

import corpus  # puts `helpers` on the path

from helpers import poison

_HANGING = 100  # of the poisoned records: each costs the time limit


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--records", type=int, default=1_000_000)
    options.add_argument("--poisoned", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        soak(Path(name), given.records, given.poisoned, given.kills, random.Random(given.seed))


def soak(folder: Path, number: int, bad: int, kills: int, chance: random.Random) -> None:
    hanging = min(_HANGING, bad // 10)
    kinds = [poison.CHEAP[at % len(poison.CHEAP)] for at in range(bad - hanging)]
    kinds += ["hang"] * hanging
    chance.shuffle(kinds)
    poisoned = poison.spread(kinds, number)
    source = folder / "pages.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(poison.lines(number, poisoned))
    print(f"{number:,} records, {source.stat().st_size / 1e6:,.0f} MB, {bad:,} of them poisoned")
    quiet, killed = folder / "quiet.jsonl", folder / "killed.jsonl"
    took = run(source, quiet, [], chance)
    print(f"undisturbed: {took:,.0f} s, {number / took:,.0f} records/s")
    size = quiet.stat().st_size
    moments = sorted(chance.randrange(size) for _ in range(kills))
    took = run(source, killed, moments, chance)
    print(f"killed {kills} times: {took:,.0f} s, {number / took:,.0f} records/s")
    found, wanted = content(killed), content(quiet)
    for output, (lines, _) in ((quiet, wanted), (killed, found)):
        told = Counter(reason for _, reason in reasons(output))
        print(f"{output.stem}: {lines:,} records; quarantine: {dict(sorted(told.items()))}")
    assert found == wanted, "the outputs differ"
    assert found[0] == number - bad, "not all records have arrived"
    aside = {(f"{source}:{at + 1}", poison.REASONS[kind]): 1 for at, kind in poisoned.items()}
    for output in (quiet, killed):
        assert reasons(output) == aside, "quarantine is not what was poisoned"
    print("each record once, in the same bytes")


def run(source: Path, output: Path, moments: list[int], chance: random.Random) -> float:
    """Runs until all is done, with a kill when the output has the size of each of `moments`; gives
    the seconds."""
    began = time.monotonic()
    victims: Counter[str] = Counter()
    while True:
        process = start(source, output)
        while process.poll() is None:
            time.sleep(0.05)
            if moments and size_of(Path(f"{output}.part")) > moments[0]:
                others = poison.descendants(process.pid)
                is_run = chance.random() < 0.5 or not others
                victim = process.pid if is_run else chance.choice(others)
                try:
                    os.kill(victim, signal.SIGKILL)
                except ProcessLookupError:
                    continue  # it has ended since
                moments.pop(0)
                victims["the run" if is_run else "one of its processes"] += 1
        if process.returncode == 0:
            if victims:
                print(f"killed: {dict(victims)}")
            return time.monotonic() - began
        assert process.returncode == -signal.SIGKILL, process.returncode


def start(source: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "helpers.poison", str(source), str(output)]
    path = os.pathsep.join([str(corpus.ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    settings = json.dumps({"seconds": 2})
    return subprocess.Popen(
        [*command, settings],
        env={**os.environ, "PYTHONPATH": path},
    )


def size_of(path: Path) -> int:
    """The bytes of a file; 0 while there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def content(output: Path) -> tuple[int, int]:
    """How many lines there are, and a digest of them in any order."""
    number, digest = 0, 0
    with output.open("rb") as file:
        for line in file:
            number += 1
            digest += int.from_bytes(blake2b(line, digest_size=16).digest())
    return number, digest


def reasons(output: Path) -> Counter[tuple[str, str]]:
    """How often each record is in quarantine, and why."""
    with open(f"{output}.quarantine.jsonl", "rb") as file:
        each = map(json.loads, file)
        return Counter((one["id"], one["reason"]["code"]) for one in each)


if __name__ == "__main__":
    main()
