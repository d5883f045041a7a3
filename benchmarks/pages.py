"""Speed on the HTML pages with gold: arnews and other extractors, beside the parse alone.

The parse alone is `LexborHTMLParser` on the same bytes: less than that no reader of the markup can
do. Everything is timed in one run, page by page and by turns, in time of the processor, so that
other work on the machine counts little; the best of several rounds counts.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable

import corpus
from corpus import Sample
from peers import PEERS, Peer
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

import arnews
from arnews.input import markup_guard

ROUNDS = 15
ENOUGH = 0.3  # seconds a page and reader, after which no further round is run

Work = Callable[[], object]


def parse_alone(sample: Sample) -> Work:
    """The yardstick."""
    return lambda: LexborHTMLParser(sample.data, options=LexborDocumentOptions.WO_EVENTS)


def guard_alone(sample: Sample) -> Work:
    """What stands before the parser in arnews."""
    limits = arnews.Limits()
    return lambda: markup_guard.check(sample.data, limits)


def whole(sample: Sample) -> Work:
    """Bytes to a Page."""
    return lambda: arnews.parse(sample.data, url=sample.url)


def by(peer: Peer) -> Callable[[Sample], Work]:
    """Markup to what the peer gives; decoding is not counted."""

    def work(sample: Sample) -> Work:
        html = sample.data.decode("utf-8", "replace")
        return lambda: peer.read(html, sample.url)

    return work


def best(works: list[Work]) -> list[float]:
    """Seconds of work that each of `works` takes, by turns, the best of the rounds."""
    times = [float("inf")] * len(works)
    spent = [0.0] * len(works)
    for _ in range(ROUNDS):
        for at, work in enumerate(works):
            if spent[at] < ENOUGH:
                start = time.process_time()
                work()
                took = time.process_time() - start
                times[at], spent[at] = min(times[at], took), spent[at] + took
    return times


def readers() -> dict[str, Callable[[Sample], Work]]:
    """What is timed; peers that are not installed, or that fail on a page, are told."""
    found = {"parse alone": parse_alone, "guard alone": guard_alone, "arnews": whole}
    for peer in PEERS:
        if peer.version is None:
            print(f"{peer.package} is not installed: make accuracy installs it")
            continue
        try:
            for sample in corpus.samples("html"):
                by(peer)(sample)()
        except Exception as error:  # whatever a peer raises
            print(f"{peer.package} fails: {type(error).__name__}: {error}")
            continue
        found[f"{peer.package} {peer.version}"] = by(peer)
    return found


def main() -> None:
    """Prints a row a reader: milliseconds a page, megabytes a second, and parses."""
    warnings.simplefilter("ignore")
    logging.disable()
    samples = list(corpus.samples("html"))
    size = sum(len(sample.data) for sample in samples)
    timed = readers()
    totals = [0.0] * len(timed)
    for sample in samples:
        works = [make(sample) for make in timed.values()]
        totals = [total + took for total, took in zip(totals, best(works), strict=True)]
    print(f"{len(samples)} pages, {size / 1e6:.2f} MB")
    print(f"{'':26} {'ms a page':>10} {'MB/s':>8} {'parses':>8}")
    for name, total in zip(timed, totals, strict=True):
        milliseconds = total * 1e3 / len(samples)
        print(
            f"{name:26} {milliseconds:>10.2f} {size / 1e6 / total:>8.1f} {total / totals[0]:>8.2f}"
        )


if __name__ == "__main__":
    main()
