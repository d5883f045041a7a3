"""Fingerprints: how the lines of a site begin, and those of no other (`telltales` in its file)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from .. import layouts, lexicon
from ..lexicon.words import fold_label, fold_labels
from .order import Order
from .sample import Sample
from .words import Counted, Vocabulary, enough, is_date_label

SHARE = 0.8  # of the pages that must have a fingerprint
MOST = 4
LONGEST = 3  # words, by which `arnews.parse` knows a layout
FEWEST_LETTERS = 3
_TABLES = ("words", "sections", "agencies", "calendar", "credits", "papers", "places", "roles")


def fingerprints(samples: Sequence[Sample], words: Vocabulary, order: Order) -> Counted:
    """How the pages begin, and the words printed in their articles, if they are the site's alone.

    Menus and footers are left out, for sites share them; so are what other layouts are known by,
    and all that the lexicon has: «الرئيسية» would take every Arabic page for one of this site.
    """
    printed = {place.token: place.articles for place in (*order.head, *order.tail)}
    buttons = {word: printed.get(f'"{word}"', 0) for word in words.interface}
    found = {**_opening(samples), **words.labels, **buttons, **words.related}
    often = enough(len(samples), SHARE)
    wanted = ((w, n) for w, n in found.items() if n >= often and w not in words.sections)
    return dict(islice(((word, pages) for word, pages in wanted if _is_own(word)), MOST))


def _opening(samples: Sequence[Sample]) -> Counted:
    """The longest beginning, of two words or a whole line, that most first lines share."""
    pages: Counter[str] = Counter()
    for sample in samples:
        words = sample.lines[0].text.split(" ", LONGEST) if sample.lines else []
        sizes = range(min(2, len(words)), min(LONGEST, len(words)) + 1)
        pages.update({" ".join(words[:size]) for size in sizes})
    often = [words for words, count in pages.items() if count >= enough(len(samples), SHARE)]
    best = max(often, key=lambda words: (len(words), words), default=None)
    return {best: pages[best]} if best else {}


def _is_own(word: str) -> bool:
    """Whether neither another layout nor the lexicon has `word`, whole or piece by piece."""
    return (
        word.count(" ") < LONGEST
        and sum(map(str.isalpha, word)) >= FEWEST_LETTERS
        and not is_date_label(word)
        and fold_label(word) not in _known()
        and not _known().issuperset(map(fold_label, word.split(" ")))
        and all(word not in layout.telltales for layout in layouts.all_layouts().values())
    )


@cache
def _known() -> frozenset[str]:
    """The look-up forms of all that the lexicon has."""
    language = lexicon.default()
    strings = (text for name in _TABLES for text in _strings(language.table(name)))
    return fold_labels(strings) | language.sections


def _strings(value: object) -> Iterator[str]:
    """Every string in a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(inner)
