"""A printed page as scrapers find it: with buttons between its blocks, menus around it.

What is added belongs to no article, and nothing is taken away: headlines, captions and paragraphs
are all still there, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import layouts, lexicon
from arnews.layouts import Layout

from .prose import headlines

_GAP = re.compile(r"(\n{2,}|[ \u00a0]{3,})")  # where a page may have something between its blocks
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

    Buttons' words stand between blocks (the layout's own too), gaps are doubled, lines that are no
    sentence are printed twice, a menu stands before the page and lists or a footer after it, and
    line ends may be `\\r\\n`.
    """
    pieces = _GAP.split(text)
    blocks, gaps = range(0, len(pieces), 2), range(1, len(pieces), 2)
    lines = [at for at in blocks if _is_line(pieces[at])]
    for at in draw(_some_of(lines, 2)):
        pieces[at] = f"{pieces[at]}\n{pieces[at]}"
    for at in draw(_some_of(gaps, 3)):
        pieces[at] = 2 * pieces[at]
    words = st.sampled_from(_buttons(layout))
    for at in draw(_some_of(gaps, _MOST_BUTTONS)):
        pieces[at] = f"{pieces[at]}{draw(words)}{pieces[at]}"
    before = draw(_nothing | _menus)
    after = draw(_nothing | _lists_elsewhere) + draw(_footers)
    around = ["\n".join(before), "".join(pieces), "\n".join(after)]
    return "\n\n".join(filter(None, around)).replace("\n", draw(st.sampled_from(_LINE_ENDS)))


def _some_of(places: Sequence[int], most: int) -> SearchStrategy[list[int]]:
    if not places:
        return st.just([])
    return st.lists(st.sampled_from(places), max_size=most, unique=True)


def _buttons(layout: str | Layout | None) -> list[str]:
    """The words of the interface that all share, after those of `layout`."""
    chosen = layouts.get(layout) if isinstance(layout, str) else layout
    own = chosen.words.interface if chosen else ()
    return [*own, *_tables.table("words")["interface"]]


def _is_line(block: str) -> bool:
    """Whether `block` may be printed twice, as headlines and captions are: a line, no sentence."""
    words = block.count(" ") + 1
    dated = block[-1:].isdigit()
    return 4 <= words <= 20 and "\n" not in block and not (dated or block.endswith(_STOPS))
