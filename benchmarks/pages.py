"""How long pages take beside their floor, each page read once, as a crawl reads it.

The pages are HTML; texts are timed by `speed.py`. The floor is `LexborHTMLParser` on the same
bytes: less than that no reader can do. The floor of a page is timed right beside the page, and the
sum of the times is held against the sum of the floors. Each reader has a process of its own: to
read a page again, or after another reader, flatters by a third, since caches are warm. Times are of
the processor, so that other work on the machine counts little.

    python benchmarks/pages.py             a row a reader
    python benchmarks/pages.py READER      this reader alone, in this process
"""

from __future__ import annotations

import logging
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial

import corpus
from peers import PEERS
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser
from speed import SEED, seconds

import arnews
from arnews import segment
from arnews.input import markup_guard, source

LIMITS = arnews.Limits()
#: Read first, for what is made once a process.
WARM = ("<html><body><h1>سد</h1><p>قال <a href=/>الوزير</a></p></body>".encode(), SEED.read_bytes())

Read = Callable[[bytes], object]


def html_pages() -> Iterator[bytes]:
    """Pages of Arabic publishers, and of publishers of other languages."""
    for name in ("html", "world"):
        yield from (one.data for one in corpus.samples(name))


def parse_alone(data: bytes) -> object:
    """The floor of a page of HTML."""
    return LexborHTMLParser(data, options=LexborDocumentOptions.WO_EVENTS)


def cut(data: bytes) -> object:
    """Bytes to blocks."""
    return segment.blocks(source.read(data), LIMITS)


def guard(data: bytes) -> object:
    """What stands before the parser in arnews."""
    return markup_guard.check(data, LIMITS)


def readers() -> dict[str, Read]:
    """What is timed on HTML; the first is what the others are held against."""
    found: dict[str, Read] = {
        "parse alone": parse_alone,
        "guard": guard,
        "decoding": source.read,
        "decoding and blocks": cut,
        "arnews": arnews.parse,
    }
    for peer in PEERS:
        if peer.version is not None:
            name = f"{peer.package} {peer.version}"
            found[name] = lambda data, read=peer.read: read(data.decode("utf-8", "replace"), None)
    return found


def row(name: str, read: Read, pages: list[bytes]) -> str:
    """What `read` takes on all `pages`, beside the floor: by turns, so that neither has warmed the
    page for the other more often."""
    for data in WARM:
        parse_alone(data)
        read(data)
    took = floors = 0.0
    for at, data in enumerate(pages):
        least = partial(parse_alone, data)
        if at % 2:
            floors += seconds(least)
        took += seconds(partial(read, data))
        if not at % 2:
            floors += seconds(least)
    size = sum(map(len, pages)) / 1e6
    milliseconds = took * 1e3 / len(pages)
    return f"{name:26} {milliseconds:>10.2f} {size / took:>8.1f} {took / floors:>8.2f}"


def run(name: str) -> None:
    """Prints the row of one reader; a peer that fails on a page is told."""
    warnings.simplefilter("ignore")
    logging.disable()
    try:
        print(row(name, readers()[name], list(html_pages())))
    except Exception as error:  # whatever a peer raises
        print(f"{name} fails: {type(error).__name__}: {error}")


def main() -> None:
    """Prints a row a reader: milliseconds a page, megabytes a second, and floors."""
    print(f"{'':26} {'ms a page':>10} {'MB/s':>8} {'floors':>8}", flush=True)
    for name in readers():
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    run(sys.argv[1]) if len(sys.argv) > 1 else main()
