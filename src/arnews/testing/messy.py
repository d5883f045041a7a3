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


def messy(text: str, layout: str | Layout | None = None) -> SearchStrategy[str]:
    """`text`, a page printed by `layout`, with debris.

    Buttons' words stand between blocks (the layout's own too), gaps are doubled, lines that are no
    sentence are printed twice, a menu stands before the page and lists or a footer after it, and
    line ends may be `\\r\\n`.
    """
    chosen = layouts.get(layout) if isinstance(layout, str) else layout
    own = chosen.words.interface if chosen else ()
    pieces = _GAP.split(text)
    gaps = range(1, len(pieces), 2)
    at = st.sampled_from(gaps) if gaps else st.nothing()
    buttons = st.sampled_from([*own, *_tables.table("words")["interface"]])
    return st.builds(
        _messed,
        st.just(pieces),
        buttons=st.lists(st.tuples(at, buttons), max_size=_MOST_BUTTONS) if gaps else _nothing,
        doubled=st.lists(at, max_size=3, unique=True) if gaps else _nothing,
        repeated=st.lists(st.sampled_from(range(0, len(pieces), 2)), max_size=2, unique=True),
        before=_nothing | _menus,
        after=st.builds(lambda a, b: [*a, *b], _nothing | _lists_elsewhere, _footers),
        line_end=st.sampled_from(_LINE_ENDS),
    )


def _messed(
    pieces: Sequence[str],
    *,
    buttons: Sequence[tuple[int, str]],
    doubled: Sequence[int],
    repeated: Sequence[int],
    before: Sequence[str],
    after: Sequence[str],
    line_end: str,
) -> str:
    """The blocks and gaps of a page, put together again with what was drawn."""
    mess = list(pieces)
    for at in repeated:
        if _is_line(pieces[at]):
            mess[at] = f"{pieces[at]}\n{pieces[at]}"
    for at in doubled:
        mess[at] = 2 * pieces[at]
    for at, word in buttons:
        mess[at] = f"{mess[at]}{word}{pieces[at]}"
    around = ["\n".join(before), "".join(mess), "\n".join(after)]
    return "\n\n".join(filter(None, around)).replace("\n", line_end)


def _is_line(block: str) -> bool:
    """Whether `block` may be printed twice: one line, no sentence and no button."""
    return 20 <= len(block) <= 120 and "\n" not in block and not block.endswith(_STOPS)
