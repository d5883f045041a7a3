"""Adds debris to a printed page, as scraped pages have it: buttons between blocks, menus around.

The debris belongs to no article. Nothing is removed: all headlines, captions and paragraphs are
still there, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import layouts, lexicon
from arnews.layouts import Layout

from .prose import headlines

_GAP = re.compile(r"(\n{2,}|[ \u00a0]{3,})")  # where debris can be added
_STOPS = (".", "!", "؟", ".»", "!»", "»", ":")
_LINE_ENDS = ["\n", "\n", "\r\n"]
_FOOTERS = ["جميع الحقوق محفوظة © 2025", "تابعونا على", "النشرة البريدية", "جميع الحقوق محفوظة"]
_MOST_BUTTONS = 4

_tables = lexicon.default()
_menus = st.lists(
    st.sampled_from(_tables.table("sections")["names"]), min_size=3, max_size=8, unique=True
)
_lists_elsewhere = st.tuples(
    st.sampled_from(["الأكثر قراءة", "آخر الأخبار", "الأكثر مشاهدة"]),
    st.lists(headlines, min_size=2, max_size=5, unique=True),
).map(lambda drawn: [drawn[0], *drawn[1]])
_footers = st.lists(st.sampled_from(_FOOTERS), max_size=3, unique=True)
_nothing: SearchStrategy[list[str]] = st.just([])


@st.composite
def messy(draw: st.DrawFn, text: str, layout: str | Layout | None = None) -> str:
    """`text`, a page printed by `layout`, with debris.

    Buttons are added between blocks (also those of the layout), gaps are doubled, lines that are no
    sentence are repeated, a menu is added before the page and lists or a footer after it, and line
    ends can be `\\r\\n`.
    """
    pieces = _GAP.split(text)
    blocks, gaps = range(0, len(pieces), 2), range(1, len(pieces), 2)
    lines = [index for index in blocks if _is_line(pieces[index])]
    for index in draw(_some_of(lines, 2)):
        pieces[index] = f"{pieces[index]}\n{pieces[index]}"
    for index in draw(_some_of(gaps, 3)):
        pieces[index] = 2 * pieces[index]
    words = st.sampled_from(_buttons(layout))
    for index in draw(_some_of(gaps, _MOST_BUTTONS)):
        pieces[index] = f"{pieces[index]}{draw(words)}{pieces[index]}"
    before = draw(_nothing | _menus)
    after = draw(_nothing | _lists_elsewhere) + draw(_footers)
    around = ["\n".join(before), "".join(pieces), "\n".join(after)]
    return "\n\n".join(filter(None, around)).replace("\n", draw(st.sampled_from(_LINE_ENDS)))


def _some_of(indices: Sequence[int], most: int) -> SearchStrategy[list[int]]:
    if not indices:
        return st.just([])
    return st.lists(st.sampled_from(indices), max_size=most, unique=True)


def _buttons(layout: str | Layout | None) -> list[str]:
    """The interface words of `layout`, then those that all sites share."""
    chosen = layouts.get(layout) if isinstance(layout, str) else layout
    own = chosen.words.interface if chosen else ()
    return [*own, *_tables.table("words")["interface"]]


def _is_line(block: str) -> bool:
    """Whether `block` can be repeated as headlines and captions are: one line, no sentence."""
    words = block.count(" ") + 1
    dated = block[-1:].isdigit()
    return 4 <= words <= 20 and "\n" not in block and not (dated or block.endswith(_STOPS))
