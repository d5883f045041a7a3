"""Runs the laws in brief over a sample of mutants, and the tests of its room over each that no law
noticed.

    cd tests; python -m mutations.run [--minutes 12] [--seed 1] [--files render/forms.py parse.py]

Works on a copy of `src`; the sources are left alone. A law notices a mutant if more laws fail than
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
    "render/forms.py", "render/html.py", "render/position.py", "render/walk.py",
    "assembly/__init__.py", "assembly/drafts.py", "assembly/figures.py", "assembly/gallery.py",
    "fields/credit/caption.py", "fields/credit/format.py", "fields/byline/parse.py",
    "fields/byline/dateline.py", "fields/byline/format.py", "fields/byline/combine.py",
    "fields/date/format.py",
)  # fmt: skip
#: The tests of what a user sees of those files, by how their names begin.
TESTS = {
    "render/": ("render/test_by_layout.py", "layouts"),
    "fields/": ("fields",),
    "assembly/gallery.py": ("assembly",),
    "assembly/figures.py": ("assembly", "segment", "layouts", "labeling"),
    "assembly/drafts.py": ("assembly", "segment", "layouts", "labeling"),
    "assembly/__init__.py": ("assembly", "segment", "layouts", "labeling"),
}
MORE_REFUSED = 0.03  # of the pages drawn
SLOWEST = 300  # seconds for one mutant


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
            told[f"{mutant.kind}: {noticed}"] += 1
            print(f"{noticed}: {file}:{mutant.line} [{mutant.kind}] {mutant.told}", flush=True)
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


def _noticed(copy: Path, file: str, mutant: Mutant, base: tuple[int, int, int]) -> str:
    """By what `mutant` is noticed."""
    path = copy / "arnews" / file
    original = path.read_text("utf-8")
    path.write_text(mutant.source, "utf-8")
    try:
        failed, refused, drawn = _laws(copy)
        more_refused = refused > base[1] + MORE_REFUSED * base[2]
        if failed > base[0] or more_refused or drawn < base[2]:
            return "by a law"
        return "SURVIVED" if _tests_pass(copy, file) else "by a test"
    finally:
        path.write_text(original, "utf-8")


def _tests_pass(source: Path, file: str) -> bool:
    folder = ROOT / "tests"
    names = next(names for start, names in TESTS.items() if file.startswith(start))
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += [str(folder / name) for name in names]
    return not _run([*command, "-k", "not linear and not hostile"], source).returncode


def _laws(source: Path) -> tuple[int, int, int]:
    """How many laws fail, pages are refused, pages are drawn, with the package in `source`."""
    done = _run([sys.executable, str(Path(__file__).with_name("brief.py"))], source)
    if done.returncode or not done.stdout:
        return (10**6, 0, 0)  # it does not even import, or does not end
    failed, refused, drawn = map(int, done.stdout.split()[:3])
    return failed, refused, drawn


def _run(command: list[str], source: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(source), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env={**environment, "HYPOTHESIS_PROFILE": "quick"},
            capture_output=True,
            text=True,
            timeout=SLOWEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", "")


if __name__ == "__main__":
    main()
