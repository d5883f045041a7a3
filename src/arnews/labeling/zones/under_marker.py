"""The lines under a marker: related stories, lists that every page has, comments, tags."""

from __future__ import annotations

from ..features.repetition import PRINTED_AGAIN, PRINTED_TWICE, REPEATS
from ..features.values import BYLINE, DATE, LONGEST_PERSON, SOURCE, SURE_BYLINE
from ..features.vocabulary import (
    BUTTON,
    CHROME_HEAD,
    COMMENTS_MARKER,
    LIST_MARKER,
    MARKERS,
    NO_ARABIC,
    RELATED_MARKER,
    SECTION,
    TAGS_MARKER,
)
from ..grammar import INLINE, gap_shape
from . import COMMENTS, ELSEWHERE, MENU, RELATED, TAGS, TICKER
from .boilerplate import LONGEST_MENU_WORD, SHORTEST_MENU
from .outline import KNOWN, LINE, LONG, SENTENCE, Outline
from .tags import LONGEST_TAG, is_of_writer

_ZONES = (
    (RELATED_MARKER, RELATED),
    (LIST_MARKER, ELSEWHERE),
    (COMMENTS_MARKER, COMMENTS),
    (TAGS_MARKER, TAGS),
)
_HEADS = 2  # lines above a text that are the head of its article, whatever menu stands above
_BLANK_LINE = 2  # line ends
_NEAR = 4  # blocks below a headline that have its date and its writer


def find_marked(outline: Outline) -> None:
    """Gives the lines under each marker its zone, up to a paragraph, date, byline or footer."""
    under = marked = 0
    told, text = 0, False  # readers comment below an article
    closed = False
    heads = bool(outline.sentences) and len(outline.head) <= _HEADS
    for at, bits in enumerate(outline.bits):
        marker = next((zone for sign, zone in _ZONES if bits & sign), 0) if bits & MARKERS else 0
        if marker and outline.zones[at] != MENU and (text or marker != COMMENTS):
            under = 0 if heads and marker == ELSEWHERE and at < outline.first else marker
            closed = text and outline.has(at - 1, SOURCE)  # what follows are titles and teasers
            marked = at
            continue
        if outline.kinds[at] == SENTENCE and not text:
            told += 1
            text = told > 1 or outline.sizes[at] > LONG
        if not under:
            continue
        if under == RELATED and _is_in_card(outline, at, marked):
            outline.put(under, [at])
            continue
        if under == RELATED and closed:
            under = 0 if _opens_article(outline, at) else RELATED
        elif _ends(outline, at, under, text) or _stands_off(outline, at):
            under = 0
        if under and all(outline.is_in(at - back, MENU) for back in range(SHORTEST_MENU)):
            under = 0  # the menu of another page
        quoted = outline.has(at, BYLINE) and ":" in outline.blocks[at].line  # «كرمسين: حملة …»
        if under and (quoted or not (outline.kinds[at] == KNOWN and under == RELATED)):
            again = outline.kinds[at] == SENTENCE and outline.has(at, REPEATS)
            outline.put(ELSEWHERE if under == RELATED and again else under, [at])
            if outline.exact:
                outline.kinds[at] = KNOWN
        elif under and closed and outline.has(at, NO_ARABIC):  # what a picture shows
            outline.put(ELSEWHERE, [at])


def _ends(outline: Outline, at: int, under: int, text: bool) -> bool:
    """Whether the lines `under` a marker end before block `at`; comments may be sentences."""
    kind, size = outline.kinds[at], outline.sizes[at]
    if outline.zones[at - 1] == under and outline.below_a_row(at):
        return True
    if outline.exact and outline.has(at - 1, BUTTON) and outline.zones[at - 2] == under:
        return True  # «نهاية القائمة»
    if under == COMMENTS:
        return _opens_article(outline, at) or (kind == SENTENCE and size > 2 * LONG)
    if under == TAGS and (size > LONGEST_TAG or _heads_next(outline, at) or _is_below(outline, at)):
        return True
    if under == RELATED and _is_in_row(outline, at):
        return False
    dated = under == RELATED and outline.has(at - 1, DATE) and outline.has(at - 3, DATE)
    if dated and outline.is_line(at) and outline.is_sentence(at + 1):
        return True  # a subheading: the titles of the list have dates
    named = under != TAGS and outline.has(at, BYLINE)  # a tag may be a person
    if not outline.has(at, SURE_BYLINE):
        named = named and outline.blocks[at].line.count(" ") < LONGEST_PERSON
    named = named and not (under == RELATED and ":" in outline.blocks[at].line)
    if kind == SENTENCE or named or outline.has(at, DATE | CHROME_HEAD):
        return True
    return not text and _heads_article(outline, at)


def _heads_article(outline: Outline, at: int) -> bool:
    """Whether a line above the text is part of its article, not of a list of others' titles."""
    if outline.has(at, SECTION | PRINTED_AGAIN):
        return True
    line = outline.kinds[at] == LINE
    below = outline.is_in(at - 1, TICKER) and not outline.is_in(at, TICKER)
    return line and (below or outline.has(at + 1, DATE | BYLINE))


def _opens_article(outline: Outline, at: int) -> bool:
    """Whether a headline with its date and writer, and a paragraph, are what stands here."""
    near = range(at + 1, at + 1 + _NEAR)
    return (
        outline.kinds[at] == LINE
        and outline.sizes[at] > LONGEST_MENU_WORD
        and any(outline.has(below, DATE) for below in near)
        and any(outline.has(below, SURE_BYLINE) for below in near)
    )


def _heads_next(outline: Outline, at: int) -> bool:
    """Whether a section or a headline that is printed again opens the next article below tags."""
    below = at + outline.has(at, SECTION)
    again = outline.has(below, PRINTED_AGAIN | PRINTED_TWICE) and not outline.has(below, REPEATS)
    return again and outline.is_line(below) and outline.sizes[below] > LONGEST_MENU_WORD


def _is_below(outline: Outline, at: int) -> bool:
    """Whether a line below tags is a title under a button («المقال السابق»), or heads a box about
    the writer."""
    titled = outline.has(at - 1, BUTTON) and outline.sizes[at] > LONGEST_MENU_WORD
    return titled or is_of_writer(outline, at)


def _is_in_row(outline: Outline, at: int) -> bool:
    """Whether a date is one of a row: every story of the list has its own."""
    return outline.has(at, DATE) and (outline.has(at - 2, DATE) or outline.has(at + 2, DATE))


def _is_in_card(outline: Outline, at: int, marked: int) -> bool:
    """Whether block `at` is part of a card of several lines, where blank lines part a list: its
    line stands right below another of the card, or right above its title."""
    if outline.exact or gap_shape(outline.blocks[marked + 1].gap) < _BLANK_LINE:
        return False
    if at > marked + 1 and gap_shape(outline.blocks[at].gap) < _BLANK_LINE:
        return True
    below = outline.blocks[at + 1 : at + 2]
    return bool(below) and gap_shape(below[0].gap) < _BLANK_LINE and _may_open(outline, at)


def _may_open(outline: Outline, at: int) -> bool:
    """Whether a card may begin with block `at`: a title, a section or a caption."""
    return outline.kinds[at] != SENTENCE and not outline.has(at, BYLINE | DATE | CHROME_HEAD)


def _stands_off(outline: Outline, at: int) -> bool:
    """Whether block `at` heads a paragraph, further off than the lines of a publisher's list, or
    has a date of its own further below, as headlines have."""
    if not outline.exact or outline.has(at - 1, MARKERS):
        return False
    if _is_dated_apart(outline, at):
        return True
    if outline.kind_below(at) != SENTENCE:
        return False
    above, own = (gap_shape(outline.blocks[place].gap) for place in (at - 1, at))
    return own > max(above, INLINE)


def _is_dated_apart(outline: Outline, at: int) -> bool:
    """Whether blank lines part a headline from its date, and that from the first sentence."""
    below = range(at + 1, min(len(outline.kinds), at + 1 + _NEAR))
    dates = [place for place in below if outline.has(place, DATE)]
    text = next(filter(outline.is_sentence, range(at, below.stop + _NEAR)), 0)
    parted = gap_shape(outline.blocks[at].gap) >= _BLANK_LINE
    return parted and any(
        place < text and gap_shape(outline.blocks[place].gap) >= _BLANK_LINE for place in dates
    )
