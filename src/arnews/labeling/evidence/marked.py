"""The lines under a marker: related stories, lists that every page has, comments, tags."""

from __future__ import annotations

from ..grammar import INLINE, gap_shape
from .outline import KNOWN, LINE, LONG, NEAR, SENTENCE, Outline
from .surroundings import LONGEST_MENU_WORD, SHORTEST_MENU

#: The markers and what is noted on the lines under them.
_MARKERS = {
    "announces related stories": "under a related marker",
    "announces stories elsewhere": "under a list elsewhere",
    "announces comments": "under comments",
    "announces tags": "under tags",
}
LONGEST_TAG = 40  # characters
#: What opens the article below a list of others' titles.
_ARTICLE = frozenset(
    {"a section's name", "below a ticker", "before a date or byline", "printed again"}
)
_MENU = frozenset({"in a menu"})
_DATE = frozenset({"a date"})
_SIGNED = frozenset({"a byline with place, paper or role"})
_OVER = frozenset({"a date", "begins as chrome"})


def note_marked(page: Outline) -> None:
    """Notes on the lines under each marker, up to the next paragraph, date, byline or footer."""
    under: str | None = None
    text = False  # readers comment below an article
    for at, notes in enumerate(page.notes):
        marker = next((name for name in _MARKERS if name in notes), None)
        if marker and "in a menu" not in notes and (text or marker != "announces comments"):
            under = _MARKERS[marker]
            continue
        text = text or (page.kinds[at] == SENTENCE and page.sizes[at] > LONG)
        if under and (_ends(page, at, under, text) or _stands_off(page, at)):
            under = None
        if under and all(page.has(at - back, _MENU) for back in range(SHORTEST_MENU)):
            under = None  # the menu of another page
        if under and not (page.kinds[at] == KNOWN and under == "under a related marker"):
            notes.append(under)
            if page.exact:
                page.kinds[at] = KNOWN


def _stands_off(page: Outline, at: int) -> bool:
    """Whether block `at` heads a paragraph, further off than the lines of a publisher's list."""
    if not page.exact or page.kind_below(at) != SENTENCE or page.has(at - 1, _MARKERS.keys()):
        return False
    above, own = (gap_shape(page.reading.blocks[place].gap) for place in (at - 1, at))
    return own > max(above, INLINE)


def _opens_article(page: Outline, at: int) -> bool:
    """Whether a headline with its date and writer, and a paragraph, are what stands here."""
    near = range(at + 1, at + 1 + NEAR)
    return (
        page.kinds[at] == LINE
        and page.sizes[at] > LONGEST_MENU_WORD
        and any(page.has(below, _DATE) for below in near)
        and any(page.has(below, _SIGNED) for below in near)
    )


def _is_in_row(page: Outline, at: int) -> bool:
    """Whether a date is one of a row: every story of the list has its own."""
    return page.has(at, _DATE) and (page.has(at - 2, _DATE) or page.has(at + 2, _DATE))


def _ends(page: Outline, at: int, under: str, text: bool) -> bool:
    """Whether the lines `under` a marker end before block `at`; comments may be sentences."""
    if under in page.notes[at - 1] and page.below_a_row(at):
        return True
    if under == "under comments":
        return _opens_article(page, at) or (
            page.kinds[at] == SENTENCE and page.sizes[at] > 2 * LONG
        )
    if under == "under tags" and page.sizes[at] > LONGEST_TAG:
        return True
    if under == "under a related marker" and _is_in_row(page, at):
        return False
    named = under != "under tags" and "a byline" in page.notes[at]  # a tag may be a person
    if page.kinds[at] == SENTENCE or named or page.has(at, _OVER):
        return True
    return not text and page.has(at, _ARTICLE)
