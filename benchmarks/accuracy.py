"""How much of the gold arnews finds, beside other extractors, with floors below it.

    make accuracy                                    prints docs/accuracy.md, with its tables filled
    make accuracy ARGS=--details                     and every difference from the gold
    make accuracy ARGS=--raise                       raises the floors to what was measured
    make accuracy ARGS='--lower-floors "the reason"' sets them to it, and keeps the reason

The fields and their F1 are those of `shared/tools/score.py`. A floor is an F1 that was reached on
all pages of a corpus, whose digest stands beside it in `floors.toml`.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib.metadata import version
from statistics import mean, quantiles

import corpus
from attrs import frozen
from corpus import BODY, Sample, Scores
from peers import PEERS, Peer

import arnews
from arnews import layouts
from helpers.doc_tables import filled, table
from helpers.floors import Floors

FLOORS = corpus.ROOT / "benchmarks" / "floors.toml"
REPORT = corpus.ROOT / "docs" / "accuracy.md"
#: The pages that arnews was made on, and those read without the layout of their publisher.
COLUMNS = {"html": ("second html", "world"), "text": ("second text",)}

Read = Callable[[Sample], str]
#: The scores of each publisher of a corpus.
Folds = Mapping[str, Scores]


@frozen
class Figure:
    """The mean F1 of publishers, and how many values of gold it rests on."""

    values: int
    publishers: list[float]

    @property
    def f1(self) -> float:
        """Each publisher counts once."""
        return mean(self.publishers)

    def __str__(self) -> str:
        count = len(self.publishers)
        draw = random.Random(0)
        means = (mean(draw.choices(self.publishers, k=count)) for _ in range(2000))
        cuts = quantiles(means, n=40)
        spread = f" [{cuts[0]:.2f}–{cuts[-1]:.2f}]" if count > 1 else ""
        return f"{self.f1:.3f}{spread} ({self.values} / {count})"


def by_layout(layout: str | None) -> Read:
    """How arnews reads: by a layout, or by the one that it takes by itself. Where gold holds only
    what is shown, what an article has from the metadata alone is not counted."""

    def read(sample: Sample) -> str:
        page = json.loads(arnews.parse(sample.data, url=sample.url, layout=layout).to_json())
        for article in page["articles"] if sample.shown_only else ():
            for name in article["from_metadata"]:
                field, _, part = name.partition(".")
                holder, key = (article[field], part) if part else (article, field)
                holder[key] = [] if isinstance(holder[key], list) else None
        return json.dumps(page)

    return read


def by_peer(peer: Peer, failures: Counter[str]) -> Read:
    """How a peer reads; whatever it raises is a page that it does not read. It does not say what it
    has from metadata: where gold holds only what is shown, only fields that gold holds count."""

    def read(sample: Sample) -> str:
        try:
            article = peer.read(sample.data.decode("utf-8", "replace"), sample.url, sample.language)
        except Exception:
            failures[peer.package] += 1
            article = {}
        if sample.shown_only:
            held = {name for gold in sample.gold["articles"] for name in gold if gold[name]}
            article = {name: article[name] for name in article if name in held}
        return json.dumps({"articles": [{"captions": [], **article}] if article else []})

    return read


def folds(name: str, read: Read, fields: Iterable[str], details: bool = False) -> Folds:
    """The scores of each publisher of a corpus, in some fields."""
    pages = defaultdict(list)
    for sample in corpus.samples(name):
        pages[sample.publisher].append((sample, read(sample)))
    scored = {publisher: corpus.scores(each, details) for publisher, each in pages.items()}
    return {
        publisher: {field: scores[field] for field in fields if field in scores}
        for publisher, scores in scored.items()
    }


def told(name: str) -> list[str]:
    """The fields that the gold of a corpus ever holds: no other is counted on it."""
    nothing = corpus.scores((sample, '{"articles": []}') for sample in corpus.samples(name))
    return list(nothing)


def figure(field: str, *corpora: Folds) -> Figure | None:
    """Of corpora together, over the publishers where gold has the field or it was found."""
    values, of = 0, defaultdict(list)
    for folds in corpora:
        for publisher, scores in folds.items():
            if field in scores:
                values += scores[field][0]
                of[publisher].append(scores[field][1])
    return Figure(values, [mean(each) for each in of.values()]) if values else None


def three_columns(made: str, measured: Mapping[str, Mapping[str, Folds]]) -> str:
    """A row a field: pages it was made on, publishers left out, the best peer on the same pages."""
    others = [measured[name] for name in COLUMNS[made]]
    rows = []
    for field in dict.fromkeys(field for name in (made, *COLUMNS[made]) for field in told(name)):
        best = [
            (of, way)
            for way in others[0]
            if way not in ("arnews", "generic") and (of := figure(field, *(o[way] for o in others)))
        ]
        peer, way = max(best, key=lambda each: each[0].f1, default=("–", ""))
        own = figure(field, measured[made]["arnews"])
        left_out = figure(field, *(ways["generic"] for ways in others))
        rows.append([field, str(own or "–"), str(left_out or "–"), f"{peer} {way}".strip()])
    return table(["field", "made on", "left out", "best other extractor"], rows)


def side_by_side(name: str, ways: Mapping[str, Folds]) -> str:
    """A row a field, a column each way of reading a corpus."""
    rows = []
    for field in told(name):
        of = [figure(field, folds) for folds in ways.values()]
        f1s = [f"{each.f1:.3f}" if each else "–" for each in of]
        rows.append([field, str(of[0].values if of[0] else "–"), *f1s])
    return table(["field", "values", *ways], rows)


def corpus_row(name: str) -> list[str]:
    """Of the table of corpora."""
    pages = list(corpus.samples(name))
    read = [arnews.parse(sample.data, url=sample.url).layout for sample in pages]
    counts = (
        len(pages),
        len({sample.publisher for sample in pages}),
        len(pages) - read.count(layouts.GENERIC),
    )
    return [name, *map(str, counts), f"`{corpus.digest(name)[:16]}`"]


def tables(details: bool) -> dict[str, str]:
    """All tables of the report, by their names in it."""
    peers = {peer.package: peer for peer in PEERS if peer.version}
    failures: Counter[str] = Counter()
    measured: dict[str, dict[str, Folds]] = {}
    for name in corpus.FOLDERS:
        fields = told(name)
        measured[name] = {
            "arnews": folds(name, by_layout(None), fields, details),
            "generic": folds(name, by_layout(layouts.GENERIC), fields),
        }
        for package, peer in peers.items() if "text" not in name else ():
            has = [field for field in fields if field == BODY or field in peer.fields]
            measured[name][package] = folds(name, by_peer(peer, failures), has)
    versions = [
        [peer.package, peer.version or "not installed", str(failures[peer.package])]
        for peer in PEERS
    ]
    return {
        "run": f"Measured on {date.today()} with arnews {version('arnews')}.\n",
        "corpora": table(
            ["corpus", "pages", "publishers", "pages with a layout", "digest"],
            map(corpus_row, corpus.FOLDERS),
        ),
        "extractors": table(["extractor", "version", "pages it failed on"], versions),
        **{made: three_columns(made, measured) for made in COLUMNS},
        **{
            f"each_{name.replace(' ', '_')}": side_by_side(name, ways)
            for name, ways in measured.items()
        },
    }


def f1s(name: str) -> dict[str, float]:
    """The figures that have floors: F1 over all pages of each field that the gold has."""
    read = by_layout(None)
    scores = corpus.scores((sample, read(sample)) for sample in corpus.samples(name))
    return {field: scores[field][1] for field in told(name)}


def main() -> None:
    """Ends with 1 if a figure has fallen below its floor, or the corpus is another one."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--details", action="store_true", help="print every difference")
    options.add_argument("--raise", dest="up", action="store_true", help="raise the floors")
    options.add_argument("--lower-floors", metavar="REASON", help="set the floors, and say why")
    asked = options.parse_args()
    warnings.simplefilter("ignore")
    logging.disable()  # peers tell on standard error what they miss
    corpus.shared()
    page = filled(REPORT.read_text("utf-8"), tables(asked.details))
    REPORT.write_text(page, "utf-8")
    print(page)
    floors = Floors.load(FLOORS)
    figures = {name: f1s(name) for name in COLUMNS}
    digests = {name: corpus.digest(name) for name in COLUMNS}
    if asked.lower_floors:
        floors.put(figures, digests, reason=asked.lower_floors)
    elif asked.up:
        floors.lift(figures, digests)
    complaints = floors.complaints(figures, digests)
    print("\n".join(complaints) or "no figure is below its floor")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
