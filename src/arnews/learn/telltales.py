"""Telltales: how the lines of a site begin, and those of no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .. import layouts, lexicon
from .order import Order
from .reading import Line, Sample
from .words import Counted, Vocabulary, enough

SHARE = 0.8  # of the pages, on which a telltale stands
MOST = 4
LONGEST = 3  # words, by which `arnews.parse` knows a layout


def telltales(samples: Sequence[Sample], words: Vocabulary, order: Order) -> Counted:
    """The words of the template that only this site has, and how its pages begin.

    What other layouts are known by is left out; so are menus and footers, which sites share.
    """
    taken = {word for made in layouts.all_layouts().values() for word in made.telltales}
    own = {Line(word).key for word in words.interface}
    found = {**_titles(samples), **words.labels}
    for place in (*order.head, *order.tail):
        if place.token.word and Line(place.token.name).key in own:
            found[place.token.name] = place.pages
    shared = lexicon.default().words.related
    found |= {word: n for word, n in words.related.items() if Line(word).key not in shared}
    often = enough(len(samples), SHARE)
    kept = {
        word: pages
        for word, pages in found.items()
        if pages >= often and word not in taken and word.count(" ") < LONGEST
    }
    return dict(list(kept.items())[:MOST])


def _titles(samples: Sequence[Sample]) -> Counted:
    """The longest beginning that the first lines of most pages have in common."""
    pages = Counter(opening for sample in samples for opening in _openings(sample))
    often = [word for word, count in pages.items() if count >= enough(len(samples), SHARE)]
    best = max(often, key=lambda word: (len(word), word), default=None)
    return {best: pages[best]} if best else {}


def _openings(sample: Sample) -> Iterator[str]:
    first = next((line.text for line in sample.lines if line.text), "").split(" ", LONGEST)
    words = first[:LONGEST]
    yield from (" ".join(words[:size]) for size in range(1, len(words) + 1))
