"""Runs the laws in brief over a sample of mutants, and tells which of them no law noticed.

    cd tests; python -m mutations.run [--minutes 12] [--seed 1] [--files render/text.py assemble.py]

Works on a copy of `src`; the sources are left alone. A mutant is noticed if more laws fail than
without it, or if clearly more pages are refused.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from mutations.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
FILES = (
    "render/text.py", "render/html.py", "render/values.py", "render/walk.py", "assemble.py",
    "fields/credit.py", "fields/byline.py", "fields/dateline.py", "fields/_printing.py",
    "fields/date/printing.py", "signing.py", "gallery.py",
)  # fmt: skip
MORE_REFUSED = 0.03  # of the pages drawn
SLOWEST = 120  # seconds for one mutant


def main() -> None:
    options = _options()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy)
        base = _laws(copy)
        print(f"without a mutant: {base}", flush=True)
        end = time.monotonic() + 60 * options.minutes
        told: Counter[str] = Counter()
        for file, mutant in _sample(options.files):
            if time.monotonic() > end:
                break
            noticed = _noticed(copy, file, mutant, base)
            told[f"{mutant.kind} {'noticed' if noticed else 'SURVIVED'}"] += 1
            if not noticed:
                print(f"survived: {file}:{mutant.line} [{mutant.kind}] {mutant.told}", flush=True)
    for name, number in sorted(told.items()):
        print(f"{number:4} {name}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", nargs="*", default=FILES)
    return parser.parse_args()


def _sample(files: list[str]) -> list[tuple[str, Mutant]]:
    """The mutants of all `files` in an order of chance, files and kinds by turns."""
    turns = []
    for file in files:
        seen: Counter[str] = Counter()
        found = mutants((ROOT / "src" / "arnews" / file).read_text("utf-8"))
        for mutant in random.sample(found, len(found)):
            turns.append((seen[mutant.kind], random.random(), file, mutant))
            seen[mutant.kind] += 1
    return [(file, mutant) for _, _, file, mutant in sorted(turns)]


def _noticed(copy: Path, file: str, mutant: Mutant, base: tuple[int, int, int]) -> bool:
    path = copy / "arnews" / file
    original = path.read_text("utf-8")
    path.write_text(mutant.source, "utf-8")
    try:
        failed, refused, drawn = _laws(copy)
    finally:
        path.write_text(original, "utf-8")
    return failed > base[0] or refused > base[1] + MORE_REFUSED * base[2] or drawn < base[2]


def _laws(source: Path) -> tuple[int, int, int]:
    """How many laws fail, pages are refused, pages are drawn, with the package in `source`."""
    path = os.pathsep.join([str(source), str(ROOT / "tests")])
    command = [sys.executable, str(Path(__file__).with_name("brief.py"))]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=SLOWEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return (10**6, 0, 0)
    if done.returncode or not done.stdout:
        return (10**6, 0, 0)  # it does not even import
    failed, refused, drawn = map(int, done.stdout.split()[:3])
    return failed, refused, drawn


if __name__ == "__main__":
    main()
