"""How much of the gold arnews finds, beside other extractors, with floors below it.

    make accuracy                                    prints the tables, writes docs/accuracy.md
    make accuracy ARGS=--details                     and every difference from the gold
    make accuracy ARGS=--raise                       raises the floors to what was measured
    make accuracy ARGS='--lower-floors "the reason"' sets them to it, and keeps the reason

The fields and the method are those of `shared/tools/score.py`. A floor is an F1 that was reached,
on the corpus whose digest stands beside it in `floors.toml`.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import warnings
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from typing import Any

import corpus
from corpus import BODY, Sample, Scores
from peers import PEERS, Peer

import arnews
from arnews import layouts
from helpers.floors import Floors

FLOORS = corpus.ROOT / "benchmarks" / "floors.toml"
REPORT = corpus.ROOT / "docs" / "accuracy.md"
#: The layout of a text page by the first part of its name, where one was written for it.
NAMED = {"bbc": "bbc@2009", "cnn": "cnn"}
#: What the score counts, in the order of the report; its `n` for fields that gold never has is 0.
FIELDS = (
    *("headline", "kicker", "section", "subtitle", "authors", "publication", "agencies", "place"),
    *("published", "published day", "modified", "caption", "credit", "credit agency"),
    *("subheading", "paragraph", "tag", "related"),
)
PARTS = ("precision", "recall", "f1")

Read = Callable[[Sample], str]


def found(sample: Sample) -> str:
    """By whatever layout arnews takes for it."""
    return arnews.parse(sample.data, url=sample.url).to_json()


def generic(sample: Sample) -> str:
    """As a page of a publisher that nobody wrote a layout for."""
    return arnews.parse(sample.data, url=sample.url, layout=layouts.GENERIC).to_json()


def named(sample: Sample) -> str:
    """By the layout written for its site, if there is one."""
    layout = NAMED.get(sample.name.partition("_")[0])
    known = layout if layout in layouts.all_layouts() else None
    return arnews.parse(sample.data, url=sample.url, layout=known).to_json()


def measured(kind: str, read: Read, details: bool = False) -> Scores:
    """The scores of one way of reading the pages of `kind`."""
    predictions = {sample.name: read(sample) for sample in corpus.samples(kind)}
    return corpus.scores(kind, predictions, details)


def peer_scores(peer: Peer) -> tuple[Scores | None, str]:
    """The scores of a peer on the HTML pages, and what is to be told of it."""
    if peer.version is None:
        return None, "not installed"
    failures = []

    def read(sample: Sample) -> str:
        try:
            article = peer.read(sample.data.decode("utf-8", "replace"), sample.url)
        except Exception as error:  # whatever a peer raises is a page that it does not read
            failures.append(type(error).__name__)
            article = {}
        return json.dumps({"articles": [{"captions": [], **article}] if article else []})

    scores = measured("html", read)
    return scores, f"failed on {len(failures)} pages ({failures[0]})" if failures else ""


def figure(scores: Scores, field: str, part: str = "f1") -> str:
    """One figure as it is printed; a dash where there is nothing to find."""
    value = scores[BODY] if field == BODY else scores[field][part] if scores[field]["n"] else None
    return "–" if value is None else f"{value:.3f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table, its columns aligned."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * width for width in widths], *rows]
    padded = [
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)


def own_table(first: Scores, others: dict[str, Scores]) -> str:
    """Fields by rows: number, precision, recall and F1, and the F1 of other ways of reading."""
    rows = [
        [field, str(first[field]["n"]), *(figure(first, field, part) for part in PARTS)]
        + [figure(scores, field) for scores in others.values()]
        for field in FIELDS
    ]
    body = [BODY, str(first["pages"]), "", "", figure(first, BODY)]
    rows.insert(0, body + [figure(scores, BODY) for scores in others.values()])
    return table(["field", "n", "precision", "recall", "F1", *others], rows)


def peer_table(own: Scores, peers: dict[str, tuple[Peer, Scores]]) -> str:
    """F1 of arnews and of each peer, in the fields that the peer has."""
    rows = []
    for field in (BODY, *FIELDS):
        cells = [
            figure(scores, field) if field == BODY or field in peer.fields else ""
            for peer, scores in peers.values()
        ]
        rows.append([field, figure(own, field), *cells])
    return table(["F1", "arnews", *peers], rows)


def report(details: bool) -> tuple[str, dict[str, Scores]]:
    """The page for `docs`, and the scores that have floors."""
    html, text = measured("html", found, details), measured("text", found, details)
    peers: dict[str, tuple[Peer, Scores]] = {}
    told = []
    for peer in PEERS:
        scores, remark = peer_scores(peer)
        if scores is not None:
            peers[peer.package] = (peer, scores)
        told.append(f"{peer.package} {peer.version or ''} {remark}".strip())
    sections = (
        "# Accuracy",
        f"Written by `make accuracy` on {date.today()}, arnews {version('arnews')}. The pages and "
        "their gold, labelled by people, are not part of the repository. Figures are over all "
        "pages (micro), the body's is the mean of the pages' F1 over shingles of four words; "
        "paragraphs count only when whole and exact.",
        "## HTML",
        f"{html['pages']} pages, digest `{corpus.digest('html')[:16]}`. By the layout of the "
        "page's URL if there is one, and by the generic layout alone.",
        own_table(html, {"F1 generic": measured("html", generic)}),
        "### Beside other extractors",
        "The same pages in the same run, each extractor with the fields it has: "
        + "; ".join(told) + ".",
        peer_table(html, peers),
        "## Flattened text",
        f"{text['pages']} pages, digest `{corpus.digest('text')[:16]}`. By the layout that arnews "
        "finds, by the generic layout alone, and by the layout written for the site where there is "
        "one (" + ", ".join(f"`{name}`" for name in NAMED.values()) + ").",
        own_table(
            text,
            {"F1 generic": measured("text", generic), "F1 named": measured("text", named)},
        ),
    )  # fmt: skip
    return "\n\n".join(sections) + "\n", {"html": html, "text": text}


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
    page, scores = report(asked.details)
    REPORT.write_text(page, "utf-8")
    print(page)
    floors = Floors.load(FLOORS)
    figures = {kind: f1s(of) for kind, of in scores.items()}
    digests = {kind: corpus.digest(kind) for kind in scores}
    if asked.lower_floors:
        floors.put(figures, digests, reason=asked.lower_floors)
    elif asked.up:
        floors.lift(figures, digests)
    complaints = floors.complaints(figures, digests)
    print("\n".join(complaints) or "no figure is below its floor")
    sys.exit(bool(complaints))


def f1s(scores: Scores) -> dict[str, float]:
    """The figures that have floors: F1 of each field that the gold has."""
    fields: dict[str, Any] = {name: scores[name]["f1"] for name in FIELDS if scores[name]["n"]}
    return {BODY: scores[BODY], **fields}


if __name__ == "__main__":
    main()
