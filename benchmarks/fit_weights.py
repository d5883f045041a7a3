"""Fits the weights of the evidence to the pages with gold and to generated ones.

    make fit                       prints the figures
    make fit ARGS=--write          and writes what the weights move into `labeling/fitted.toml`

Every figure is given three times: with the weights set by hand, with the fitted ones, and with
those fitted without the publisher of the page (neither its pages nor its layout's). The weights
set by hand were set in sight of the same pages, so only the third figure tells of unseen ones.
The shares of refused pages (`can_print`) are of generated pages that the fit has not seen.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import corpus
from accuracy import NAMED, f1s, found, named
from corpus import BODY
from labels import Labelled, drawn, from_gold, generated, publisher_of
from perceptron import Moves, Rows, Steps, fit, mistakes, moved

from arnews import can_print, layouts, parsing
from arnews.labeling import weights
from arnews.labeling.decoder import Decoder
from arnews.labeling.weights import Weights

FITTED = corpus.ROOT / "src" / "arnews" / "labeling" / weights.FITTED
STEPS = Steps(rounds=6, step=0.03, gold=10.0, ridge=0.2)
DRAWN, TRIED = 60, 100  # generated pages a layout, to fit and to try
FIRST_DRAWN, FIRST_TRIED = 10_000, 50_000  # seeds
LEAST = 0.05  # a smaller move is not worth a line
WAYS = {"text": ("text", found), "text, named": ("text", named), "html": ("html", found)}

Figures = dict[str, dict[str, float]]
By = Mapping[str, Rows]  # rows by the publisher whose pages they read; "" is any other


@contextmanager
def in_force(rows: Rows) -> Iterator[None]:
    """Pages are read with `rows`."""
    parsing.decoder_for.cache_clear()
    with patch.object(parsing, "shipped", lambda: rows):
        yield
    parsing.decoder_for.cache_clear()


def printing() -> Iterable[layouts.Layout]:
    """The publishers' layouts for text; the generic one allows what cannot be told apart."""
    made = layouts.all_layouts().items()
    return [layout for name, layout in made if name != layouts.GENERIC and layout.template("text")]


def pages() -> list[Labelled]:
    """All that the weights are fitted to."""
    gold = [page for kind in ("text", "html") for page in from_gold(kind, OWN)]
    printed = (generated(layout, "text", DRAWN, FIRST_DRAWN) for layout in printing())
    return [*gold, *(page for some in printed for page in some)]


#: The layout of today's pages of the BBC is told by their words; here it is named.
OWN = {**NAMED, "simorgh": "bbc"}


def without_each(known: Sequence[Labelled], rows: Rows) -> dict[str, Rows]:
    """The rows fitted without a publisher, by publisher."""
    publishers = sorted({page.publisher for page in known if page.is_gold})
    return {
        left_out: moved(rows, fit([p for p in known if p.publisher != left_out], rows, STEPS))
        for left_out in publishers
    }


def figures(rows: By) -> Figures:
    """F1 a field on the pages with gold, each read with the rows of its publisher."""
    return {
        way: f1s(corpus.scores(kind, _read(kind, read, rows))) for way, (kind, read) in WAYS.items()
    }


def _read(kind: str, read, rows: By) -> dict[str, str]:
    predictions = {}
    for sample in corpus.samples(kind):
        with in_force(rows.get(publisher_of(sample.name)) or rows[""]):
            predictions[sample.name] = read(sample)
    return predictions


def wrong(known: Iterable[Labelled], rows: By) -> int:
    """How many blocks of the pages with gold are taken for something else than they are."""
    return sum(
        len(
            list(
                mistakes(Decoder(page.grammar, Weights(rows.get(page.publisher) or rows[""])), page)
            )
        )
        for page in known
        if page.is_gold
    )


def refused(rows: By) -> dict[str, float]:
    """The share of pages, drawn anew, that each layout would not print."""
    shares = {}
    for layout in printing():
        publisher = publisher_of(layout.id.partition("@")[0])
        with in_force(rows.get(publisher) or rows[""]):
            tried = drawn(layout, "text", TRIED, FIRST_TRIED)
            shares[layout.id] = sum(bool(can_print(page, layout=layout)) for page in tried) / TRIED
    return shares


def report(known: Sequence[Labelled], ways: Mapping[str, By]) -> list[str]:
    """The lines of figures: by hand, fitted, and fitted without the publisher."""
    scores = [figures(rows) for rows in ways.values()]
    shares = [refused(rows) for rows in ways.values()]
    blocks = [wrong(known, rows) for rows in ways.values()]
    lines = [_line("", ways), _line("blocks of gold taken for something else", blocks)]
    for kind in WAYS:
        lines.append(_line(f"{kind}: body", [score[kind][BODY] for score in scores]))
        means = [sum(score[kind].values()) / len(score[kind]) for score in scores]
        lines.append(_line(f"{kind}: mean of all fields", means))
        for field in scores[0][kind]:
            got = [score[kind][field] for score in scores]
            if field != BODY and len(set(got)) > 1:
                lines.append(_line(f"{kind}: {field}", got))
    lines += [_line(f"refused: {name}", [share[name] for share in shares]) for name in shares[0]]
    return [*lines, _line("refused: mean", [sum(s.values()) / len(s) for s in shares])]


def _line(head: str, cells: Iterable[object]) -> str:
    told = (f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in cells)
    return f"{head:42}" + "".join(f"{cell:>10}" for cell in told)


def file(moves: Moves, rows: Rows, known: Sequence[Labelled], lines: Iterable[str]) -> str:
    """The file of moves: what it rests on, and one line a weight with what it comes to."""
    gold = sum(page.is_gold for page in known)
    digests = ", ".join(f"{kind} {corpus.digest(kind)[:16]}" for kind in ("text", "html"))
    by_hand = hashlib.sha256(repr(sorted((n, sorted(r.items())) for n, r in rows.items())).encode())
    head = [
        "What the weights move from those set by hand in `weights.toml`, which no line here names",
        "or which data never touched stay as they are. Written by `make fit ARGS=--write`.",
        f"date: {date.today()}",
        f"corpus: {digests}",
        f"by hand: {by_hand.hexdigest()[:16]}",
        f"fitted to: {gold} readings of pages with gold, {len(known) - gold} generated pages",
        f"steps: {STEPS}",
        "",
        *lines,
    ]
    parts = ["\n".join(f"# {line}".rstrip() for line in head)]
    for name, row in rows.items():
        told = {role: round(moves.get((name, role), 0.0), 2) for role in row}
        told = {role: move for role, move in told.items() if abs(move) >= LEAST}
        if told:
            parts.append(f'["{name}"]')
            parts[-1] += "".join(
                f"\n{role} = {move:+.2f}  # {row[role]:.1f} by hand: {row[role] + move:.2f}"
                for role, move in told.items()
            )
    return "\n\n".join(parts) + "\n"


def kept(moves: Moves) -> Moves:
    """The moves as they are written."""
    return {pair: round(move, 2) for pair, move in moves.items() if abs(round(move, 2)) >= LEAST}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--write", action="store_true", help=f"write {FITTED.name}")
    asked = options.parse_args()
    corpus.shared()
    rows, known = weights.by_hand(), pages()
    moves = kept(fit(known, rows, STEPS))
    fitted = moved(rows, moves)
    ways = {
        "by hand": {"": rows},
        "fitted": {"": fitted},
        "unseen": {**without_each(known, rows), "": fitted},
    }
    lines = report(known, ways)
    print("\n".join(lines))
    if asked.write:
        FITTED.write_text(file(moves, rows, known, lines), "utf-8")


if __name__ == "__main__":
    main()
