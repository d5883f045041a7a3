"""Fits the weights of the evidence to pages with gold and to drawn ones.

    make fit                          prints the figures
    make fit ARGS=--write             and writes the weights into `labeling/weights.toml`
    make fit ARGS='--ridges 50 100'   tries other ridges, and prints what unseen publishers give

Every figure is given three times: with the weights set by hand, with the fitted ones, and with
those that were fitted without the page's publisher: neither its pages nor its layout's. (A fold
leaves out several publishers at once.) The weights set by hand were set in sight of the pages with
gold, so of the first two neither tells of unseen pages. Drawn pages are drawn anew for the figures.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest.mock import patch

import corpus
import drawn_labels
import gold_labels
import weights_file
from accuracy import f1s, found, named
from attrs import evolve
from corpus import BODY, Sample
from labels import Labelled, house
from perceptron import PRIOR, SETTLED, Moves, Pair, Rows, Steps, fit, mistakes, moved
from weights_file import Support

import arnews
from arnews import layouts, parsing
from arnews.labeling import weights
from arnews.labeling.decoder import Decoder
from arnews.labeling.weights import Weights
from flatteners import FLATTENERS

#: Pages labelled by people count most, and what is made of them more than what is drawn. What
#: tools make of a page of HTML is many blocks, few of them of an article.
STEPS = Steps(
    ridge=100.0,
    furthest=0.2,
    worth={
        gold_labels.GOLD: 20.0,
        gold_labels.INVENTED: 20.0,
        gold_labels.CHANGED: 2.0,
        gold_labels.CUT_OFF: 1.0,
        gold_labels.FLATTENED: 0.2,
        drawn_labels.CUT_OFF: 0.2,
        drawn_labels.UNKNOWN: 0.2,
        drawn_labels.LISTS: 0.2,
    },
)
CHANGES, SEEDS, DRAWN, LISTS = 2, 20, 20, 30  # of a page with gold, of the seed; pages a layout
TRIED, ASKED = 15, 50  # pages a layout for the figures, and for the share that is refused
FIRST, FIRST_TRIED = 10_000, 50_000  # seeds
FOLDS = 6
OPENS = "headline"  # opens an article
LEAST_BLOCKS, LEAST_PUBLISHERS = 30, 2  # what evidence stands on before its weights move

By = Mapping[str, Rows]  # rows by the publisher whose pages they read; "" is any other
Figures = dict[str, float]
_GIVEN: list[Any] = []  # what the processes of the folds work on


def learned() -> list[Labelled]:
    """All that the weights are fitted to."""
    return [
        *gold_labels.pages(CHANGES, FIRST),
        *drawn_labels.seed_pages(SEEDS, FIRST),
        *drawn_labels.lists(LISTS, FIRST),
        *drawn_labels.pages(DRAWN, FIRST),
    ]


def tried(known: Iterable[Labelled]) -> list[Labelled]:
    """All that the weights are tried on: the pages with gold among `known`, and others drawn."""
    return [
        *(page for page in known if page.origin in gold_labels.ORIGINS),
        *drawn_labels.lists(LISTS, FIRST_TRIED),
        *drawn_labels.pages(TRIED, FIRST_TRIED),
    ]


def movable(rows: Rows, support: Mapping[str, Support]) -> frozenset[Pair]:
    """The weights that there are data for, and that are no decision. The prior, which all blocks
    have, stays, and so does what makes a headline: a headline too many tears an article in two."""
    enough = (
        name
        for name, row in rows.items()
        if name != PRIOR
        and max(row.values()) < SETTLED
        and _is_enough(support.get(name, Support()))
    )
    return frozenset((name, role) for name in enough for role in rows[name] if role != OPENS)


def _is_enough(support: Support) -> bool:
    blocks = support.gold + support.drawn
    return blocks >= LEAST_BLOCKS and len(support.houses) >= LEAST_PUBLISHERS


def fitted(known: Sequence[Labelled], rows: Rows, steps: Steps) -> Moves:
    """What the weights move, as it is written. Only evidence of text moves: on pages of HTML the
    hand leaves nothing to learn from, and publishers not seen were read worse."""
    texts = [page for page in known if page.reading.blocks[0].markup is None]
    may_move = movable(rows, weights_file.supports(texts))
    return weights_file.rounded(fit(known, rows, steps, may_move))


def without_each(known: Sequence[Labelled], rows: Rows, steps: Steps) -> dict[str, Rows]:
    """The rows fitted without a publisher, by publisher."""
    publishers = sorted({page.publisher for page in known})
    folds = [publishers[at::FOLDS] for at in range(FOLDS)]
    # Forked processes have the pages already; only folds and moves pass between them.
    with get_context("fork").Pool(
        initializer=_GIVEN.extend, initargs=([known, rows, steps],)
    ) as pool:
        moves = pool.map(_without, folds, chunksize=1)
    return {
        publisher: moved(rows, made)
        for fold, made in zip(folds, moves, strict=True)
        for publisher in fold
    }


def _without(fold: Sequence[str]) -> Moves:
    known, rows, steps = _GIVEN
    return fitted([page for page in known if page.publisher not in fold], rows, steps)


@contextmanager
def in_force(rows: Rows) -> Iterator[None]:
    """Pages are read with `rows`."""
    parsing.decoder_for.cache_clear()
    with patch.object(parsing, "shipped", lambda: rows):
        yield
    parsing.decoder_for.cache_clear()


def wrong(pages: Iterable[Labelled], rows: By) -> Figures:
    """The share of blocks that are taken for something else than they are, by origin, and by
    whether a layout of the house reads the page or the generic one."""
    mistaken: Counter[str] = Counter()
    blocks: Counter[str] = Counter()
    decoders: dict[tuple[int, int], Decoder] = {}
    for page in pages:
        own = rows.get(page.publisher) or rows[""]
        decoder = decoders.get((id(page.grammar), id(own)))
        if decoder is None:
            decoder = decoders[id(page.grammar), id(own)] = Decoder(page.grammar, Weights(own))
        generic = page.reading.layout.id == layouts.GENERIC
        kind = f"{page.origin}, by {'the generic' if generic else 'its own'} layout"
        mistaken[kind] += sum(1 for _ in mistakes(page, decoder))
        blocks[kind] += len(page.right)
    return {f"% wrong: {kind}": 100 * mistaken[kind] / blocks[kind] for kind in blocks}


def _flattened(flatten: Callable[[str], str], sample: Sample) -> str:
    text = flatten(sample.data.decode("utf-8", "replace"))
    return arnews.parse(text, kind="text", layout=layouts.GENERIC).to_json()


#: Ways to read the pages with gold: a kind of page and what reads one.
WAYS = {
    "text": ("text", found),
    "text, layout named": ("text", named),
    "HTML": ("html", found),
    **{f"HTML by {name}": ("html", partial(_flattened, tool)) for name, tool in FLATTENERS.items()},
}


def scores(rows: By) -> Figures:
    """F1 a field on the pages with gold, each read with the rows of its publisher."""
    figures = {}
    for way, (kind, read) in WAYS.items():
        fields = f1s(corpus.scores(kind, _read(kind, read, rows)))
        figures[f"{way}: body"] = fields[BODY]
        figures[f"{way}: mean of all fields"] = sum(fields.values()) / len(fields)
        if " by " not in way:
            figures |= {f"{way}: {field}": f1 for field, f1 in fields.items() if field != BODY}
    return figures


def _read(kind: str, read: Callable[[Sample], str], rows: By) -> dict[str, str]:
    predictions = {}
    for sample in corpus.samples(kind):
        with in_force(rows.get(gold_labels.publisher_of(sample)) or rows[""]):
            predictions[sample.name] = read(sample)
    return predictions


def refused(rows: By) -> Figures:
    """The share of pages, drawn anew, that each publisher's layout would not print as text."""
    shares = {}
    for layout in layouts.all_layouts().values():
        if layout.is_exact:
            with in_force(rows.get(house(layout)) or rows[""]):
                pages = drawn_labels.drawn(layout, "text", ASKED, FIRST_TRIED)
                told = sum(bool(arnews.can_print(page, layout=layout)) for page in pages)
            shares[f"refused: {layout.id}"] = told / ASKED
    return {**shares, "refused: mean": sum(shares.values()) / len(shares)}


def report(pages: Sequence[Labelled], ways: Mapping[str, By]) -> list[str]:
    """The lines of figures, a column a way; fields that no way changes are left out."""
    columns = [scores(rows) | wrong(pages, rows) | refused(rows) for rows in ways.values()]
    lines = [_line("", ways)]
    for name in columns[0]:
        figures = [column[name] for column in columns]
        whole = name.endswith(("body", "fields", "layout", "mean"))
        if whole or len(set(figures)) > 1:
            lines.append(_line(name, figures))
    return lines


def _line(head: str, cells: Iterable[object]) -> str:
    told = (f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in cells)
    return f"{head:66}" + "".join(f"{cell:>10}" for cell in told)


def rests_on(known: Sequence[Labelled]) -> list[str]:
    """What the head of the file says of the data."""
    digests = ", ".join(f"{kind} {corpus.digest(kind)[:16]}" for kind in ("text", "html"))
    read = Counter(page.origin for page in known)
    return [
        f"Fitted on {date.today()}: {STEPS.ridge:g} blocks move a weight by one, at most so far: "
        f"{STEPS.furthest:g}.",
        f"Pages with gold: {digests}.",
        f"Readings of pages, {len(known)} in all, and how often each counts:",
        *(
            f"  {count:4} {origin}, {STEPS.worth.get(origin, 1.0):g}"
            for origin, count in read.items()
        ),
    ]


def choose(known: Sequence[Labelled], rows: Rows, ridges: Iterable[float]) -> None:
    """Prints what pages of unseen publishers give with each ridge."""
    pages = tried(known)
    columns = {"by hand": wrong(pages, {"": rows})}
    for ridge in ridges:
        folds = without_each(known, rows, evolve(STEPS, ridge=ridge))
        columns[f"{ridge:g}"] = wrong(pages, folds)
    print(_line("unseen publishers, by ridge", columns))
    for name in columns["by hand"]:
        print(_line(name, [column[name] for column in columns.values()]))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--write", action="store_true", help=f"write {weights.FILE.name}")
    options.add_argument("--ridges", nargs="+", type=float, help="only try these")
    asked = options.parse_args()
    corpus.shared()
    rows, known = weights.by_hand(), learned()
    if asked.ridges:
        choose(known, rows, asked.ridges)
        return
    moves = fitted(known, rows, STEPS)
    unseen = without_each(known, rows, STEPS)
    whole = moved(rows, moves)
    ways = {"by hand": {"": rows}, "fitted": {"": whole}, "unseen": {**unseen, "": whole}}
    lines = report(tried(known), ways)
    print("\n".join(lines))
    if asked.write:
        file = Path(str(weights.FILE))
        told = [*rests_on(known), "", *lines]
        support = weights_file.supports(known)
        file.write_text(weights_file.rewritten(file.read_text("utf-8"), moves, support, told))


if __name__ == "__main__":
    main()
