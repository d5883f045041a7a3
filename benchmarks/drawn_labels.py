"""Pages that layouts print, labelled: as printed, with debris, flattened by tools, and by the
generic layout, which is how a page of a publisher is read that nobody wrote a layout for.

What is right on a printed page `printable` knows. What becomes of it, a text with menus around or
the text that some tool makes of the markup, has the same lines in the same order, so each is found
again and has the role that it had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from typing import Any

import corpus
import gold_labels
from attrs import evolve
from hypothesis import strategies as st
from labels import Labelled, grammar_of, house, read_by, slots_of
from variants import ALL_DEBRIS, cut_off, example, found_again, with_debris

import arnews
from arnews import layouts, roundtrip
from arnews.errors import CannotPrint
from arnews.layouts import Layout
from arnews.testing import headlines, pages_in, paragraphs
from helpers.flatteners import FLATTENERS

DRAWN, DEBRIS_AROUND, CUT_OFF = "drawn", "with debris", "cut off"
FLATTENED, LISTS = "flattened", "lists of titles"
UNKNOWN = "drawn, of a publisher without a layout"
GENERIC = layouts.get(layouts.GENERIC)
_TEASER = 70  # characters

_teasers = paragraphs.map(lambda text: f"{text[:_TEASER]}...")
_days = st.dates(date(2003, 1, 1), date(2026, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}")
_entries = st.sampled_from([(_teasers,), (_teasers, _days), (_days,), ()]).flatmap(
    lambda more: st.lists(st.tuples(headlines, *more), min_size=4, max_size=12, unique=True)
)
#: Titles of articles that stand elsewhere, each with its teaser or date; no page tells which.
_lists = st.builds(
    lambda entries, gap: gap.join(line for entry in entries for line in entry),
    _entries,
    st.sampled_from(["\n", "\n\n"]),
)


def pages(number: int, start: int) -> Iterator[Labelled]:
    """`number` pages of every layout in each form, the same for the same `start`."""
    tools = cycle(FLATTENERS.values())
    for layout in layouts.all_layouts().values():
        for at, page in enumerate(drawn(layout, "text", number, start)):
            yield from _as_text(page, layout, start + at)
        for page in drawn(layout, "html", number, start):
            yield from _as_markup(page, layout, next(tools))


def seed_pages(number: int, start: int) -> Iterator[Labelled]:
    """The seed page, which has gold too, as it is and changed `number` times."""
    page = arnews.Page.from_json((corpus.ROOT / "tests" / "gold" / "seed.json").read_bytes())
    for at in range(number):
        for found in _as_text(page, layouts.get(page.layout), start + at):
            if found.origin in (DEBRIS_AROUND, CUT_OFF):
                changed = found.origin == DEBRIS_AROUND
                yield evolve(found, origin=gold_labels.CHANGED if changed else gold_labels.CUT_OFF)
            elif found.origin == DRAWN and at == 0:
                yield evolve(found, origin=gold_labels.GOLD)


def drawn(layout: Layout, form: str, number: int, start: int) -> list[arnews.Page]:
    """`number` pages that `layout` prints in `form`, the same for the same `start`."""
    if layout.template(form) is None:
        return []
    return [example(pages_in(layout, form), start + at) for at in range(number)]


def lists(number: int, start: int) -> Iterator[Labelled]:
    """Pages of titles and teasers of articles that stand elsewhere."""
    for at in range(start, start + number):
        reading = read_by(GENERIC, example(_lists, at), "text")
        assert reading is not None
        grammar = grammar_of(reading)
        right = dict.fromkeys(range(len(reading.blocks)), slots_of(grammar, ALL_DEBRIS))
        yield Labelled("nobody", LISTS, grammar, reading, right)


def _as_text(page: arnews.Page, layout: Layout, start: int) -> Iterator[Labelled]:
    found = _printed(page, layout, "text")
    if found is None:
        return
    yield found
    text = arnews.render(page, layout=layout)
    if layout is not GENERIC:
        yield from _as(UNKNOWN, found_again(found, GENERIC, text, "text"))
    for reader, debris, cut in ((layout, DEBRIS_AROUND, CUT_OFF), *_unknown(layout, 2)):
        yield from _as(debris, with_debris(found, text, layout, reader, start))
        yield from _as(cut, cut_off(found, text, reader, start))


def _as_markup(
    page: arnews.Page, layout: Layout, flatten: Callable[[str], str]
) -> Iterator[Labelled]:
    found = _printed(page, layout, "html")
    if found is None:
        return
    html = arnews.render(page, layout=layout, form="html")
    yield from _as(UNKNOWN, found_again(found, GENERIC, html, "html"))
    flat = flatten(html)
    for reader, flattened in ((layout, FLATTENED), *_unknown(layout, 1)):
        yield from _as(flattened, found_again(found, reader, flat, "text"))


def _unknown(layout: Layout, origins: int) -> list[tuple[Any, ...]]:
    """The generic layout, which reads a page as that of a publisher whom nobody knows."""
    return [] if layout is GENERIC else [(GENERIC, *[UNKNOWN] * origins)]


def _as(origin: str, page: Labelled | None) -> Iterator[Labelled]:
    if page is not None:
        yield evolve(page, origin=origin)


def _printed(page: arnews.Page, layout: Layout, form: str) -> Labelled | None:
    try:
        found = roundtrip.labelled(page, layout, form)
    except CannotPrint:
        return None
    if found is None or not all(found.right.values()):
        return None
    return Labelled(house(layout), DRAWN, found.grammar, found.reading, found.right)
