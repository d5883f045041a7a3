"""A WARC and a WET file through `arnews batch`, beside trafilatura and resiliparse.

    python benchmarks/warc.py [--megabytes 50] [--workers 2] [--only arnews,trafilatura]

Both files are made first, neither is packed. Nine of ten pages are generated, each another one; the
tenth is one of those with gold, if `shared` lies beside the repository. Then each program reads
them, one after the other, with the same number of processes:

- arnews: `arnews batch`, which writes all that it reads as JSON Lines.
- trafilatura: its command with `--parallel`, once for the text alone and once for JSON with
  metadata. It reads no WARC: the pages are put into a folder of files first, which is not counted.
- resiliparse: its main content as plain text, a line of JSON a page, in a pool of processes, since
  it has no command.

The peers read no flattened text, so only arnews reads the WET. Seconds are by the clock; «one core»
is megabytes by second of processor time on all cores, which other work on the machine changes less.
Memory is the largest sum over all processes of a program, what they share counted once.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import corpus  # puts `helpers` on the path
from attrs import frozen

import batch
from helpers import flatteners, poison, records

_SHARED_EACH = 10  # pages, of which one is not generated
_EACH_FOLDER = 1000  # files


@frozen
class Made:
    """A file of `number` pages, and the sum of their bytes."""

    path: Path
    number: int
    size: int


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--megabytes", type=float, default=50)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--only", default="arnews,trafilatura,resiliparse")
    options.add_argument("--folder", help="a place with room for four times as much")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        compare(Path(name), given.megabytes * 1e6, given.workers, given.only.split(","))


def compare(folder: Path, size: float, workers: int, only: list[str]) -> None:
    warc, wet = write(folder, size)
    here = "with" if corpus.SHARED else "without"
    print(
        f"{warc.size / 1e6:,.0f} MB of HTML in {warc.number:,} pages, {here} shared ones;", end=""
    )
    print(f" {wet.size / 1e6:,.0f} MB of text in {wet.number:,}; {workers} processes")
    print(f"{'':36}{'seconds':>9}{'MB/s':>7}{'one core':>10}{'memory':>9}  pages with text")
    python = [sys.executable, "-W", "ignore"]
    if "arnews" in only:
        for made in (warc, wet):
            out = f"{made.path}.jsonl"
            command = [*python, "-m", "arnews", "batch", str(made.path), "-o", out]
            row(f"arnews, {made.path.suffix[1:].upper()}", made, [*command, f"--workers={workers}"])
            print(f"  {count(out):,}", flush=True)
    if "trafilatura" in only and (version := _version("trafilatura")):
        files = folder / "files"
        unpack(warc.path, files)
        for what, how in {"txt": (), "json": ("--json", "--with-metadata")}.items():
            options = ["--input-dir", str(files), "--keep-dirs", *how, "--parallel", str(workers)]
            command = [*python, "-m", "trafilatura.cli", *options, "-o", str(folder)]
            row(f"trafilatura {version}, {what}", warc, command)
            written = sum(1 for _ in files.rglob(f"*.{what}"))  # beside the pages
            print(f"  {written:,}", flush=True)
    if "resiliparse" in only and (version := _version("resiliparse")):
        out = f"{folder}/resiliparse.txt"
        command = [*python, __file__, "--resiliparse", str(warc.path), out, str(workers)]
        row(f"resiliparse {version}, text", warc, command)
        print(f"  {len(Path(out).read_bytes().splitlines()):,}", flush=True)


def write(folder: Path, size: float) -> tuple[Made, Made]:
    """The two files, each with `size` bytes of pages."""
    warc, wet = folder / "pages.warc", folder / "pages.wet"
    with warc.open("wb") as file:
        html = _fill(file, size, pages(), records.response)
    texts = (flatteners.selectolax(page.decode("utf-8", "replace")) for page in pages())
    with wet.open("wb") as file:
        text = _fill(file, size, texts, records.conversion)
    return Made(warc, *html), Made(wet, *text)


def _fill(file: Any, size: float, pages: Iterator[Any], record: Any) -> tuple[int, int]:
    number = written = 0
    while written < size:
        page = next(pages)
        file.write(record(page, number))
        written += len(page if isinstance(page, bytes) else page.encode())
        number += 1
    return number, written


def pages() -> Iterator[bytes]:
    """Generated pages without an end, and now and then one of those with gold."""
    names = ("html", "world") if corpus.SHARED else ()
    held = [sample.data for name in names for sample in corpus.samples(name)]
    others = cycle(held)
    number = 0
    while True:
        number += 1
        is_other = held and number % _SHARED_EACH == 0
        yield next(others) if is_other else batch.html(number).encode()


def row(name: str, made: Made, command: list[str]) -> None:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen: dict[int, float] = {}
    highest = 0.0
    while process.poll() is None:
        tree = (process.pid, *poison.descendants(process.pid))
        for pid in tree:
            seen[pid] = max(seen.get(pid, 0), batch.used(pid))
        highest = max(highest, sum(map(batch.resident, tree)))
        time.sleep(0.2)
    took, megabytes = time.perf_counter() - began, made.size / 1e6
    rates = f"{megabytes / took:7.2f}{megabytes / sum(seen.values()):10.2f}"
    failed = f", exit code {process.returncode}" if process.returncode else ""
    print(f"{name + failed:36}{took:9,.0f}{rates}{highest:6,.0f} MB", end="", flush=True)


def unpack(path: Path, folder: Path) -> None:
    """The pages of a WARC file, each in a file."""
    for number, page in enumerate(_pages_of(path)):
        into = folder / str(number // _EACH_FOLDER)
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{number}.html").write_bytes(page)


def _pages_of(path: Path) -> Iterator[bytes]:
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            yield record.reader.read()


def count(output: str) -> int:
    """Pages of which an article has a text."""
    with open(output, "rb") as file:
        return sum(b'"text": "' in line.partition(b'"articles": ')[2] for line in file)


def by_resiliparse(warc: Path, out: Path, workers: int) -> None:
    with multiprocessing.Pool(workers) as pool, out.open("w", encoding="utf-8") as file:
        for text in pool.imap(_main_content, _pages_of(warc), chunksize=32):
            if text.strip():
                file.write(json.dumps(text) + "\n")


def _main_content(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(page, detect_encoding(page, html5_compatible=True))
    return str(extract_plain_text(tree, main_content=True, alt_texts=False))


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        print(f"{package} is not installed: python benchmarks/peers.py")
        return None


if __name__ == "__main__":
    if sys.argv[1:2] == ["--resiliparse"]:
        by_resiliparse(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
