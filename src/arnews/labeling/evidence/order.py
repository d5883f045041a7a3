"""Where a line of text stands: above, within or below the text of the page, and beside what.

Text has no markup to tell a subheading from a paragraph, or a caption from a deck; its place does.
Each page is walked a few times, never back and forth, so the work is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import Reading
from .marked import note_marked
from .outline import ENDS, KNOWN, LINE, SENTENCE, Outline, runs
from .signs import note_signs
from .surroundings import (
    note_above_buttons,
    note_beginnings,
    note_carousel,
    note_crowds,
    note_far,
    note_gallery,
    note_menus,
    note_often,
    note_tickers,
)

LONGEST_KICKER = 20  # characters
TEXTLESS = 4  # blocks of a page that has no text, at the least
LONGEST_VERSE = 45  # characters
LONGEST_KICKER = 24  # characters
LONGEST_SUBHEADING = 45  # … and of 28 subheadings in flattened pages; of 23 captions, 15 are longer
VERSES = 0.8  # share of such lines on a page of verses
QUESTIONS = 3  # of an interview
MOST_TITLES = 6  # of other stories inside a text; more lines are verses, or what people say

_DATED = frozenset({"a date"})
_SIGNED = _DATED | {"a byline"}
_NAME = frozenset({"a byline"})
_ROLE = frozenset({"a byline with place, paper or role"})
_CREDIT = frozenset({"a credit alone"})
_ANNOUNCING = frozenset({"announces related stories"})
_SOURCES = frozenset({"a known credit", "names its source"})  # a photographer is none
_SHORT, _LONG = "a short line in a publisher's body", "a long line in a publisher's body"
_ABOVE = frozenset({"a byline", "a label alone"})


def observe(reading: Reading) -> None:
    """Notes on every block of a text; pages of markup have none."""
    if not reading.blocks or reading.blocks[0].markup is not None:
        return
    page = Outline(reading)
    _note_glued(page)
    note_often(page)
    note_menus(page)
    note_crowds(page)
    note_gallery(page)
    if page.sentences:
        _note_head(page)
        _note_lines(page)
        if not page.exact:
            note_signs(page)
    elif not page.exact and len(page.kinds) >= TEXTLESS:
        _note_textless(page)
    note_marked(page)
    if page.sentences:
        _note_within(page)
        _note_credits(page)
        note_far(page)


def _note_head(page: Outline) -> None:
    """What the lines above the text are to one another."""
    alone = page.head or [at for at in range(min(page.first, 1)) if "a byline" in page.notes[at]]
    if len(alone) == 1:
        page.note("alone before the text", alone)
    if page.scraped and not page.exact:
        note_tickers(page)
        note_carousel(page)
        note_above_buttons(page)
        note_beginnings(page)
    if page.exact:
        page.note("first", [at for at in page.head[:1] if at])  # below a menu
    page.note("before the text", page.head)
    if not page.exact and page.head[:2] == (0, 1) and _heads_a_headline(page):
        page.note("a few words above a line", [0])
    beside = "next to the text, amid chrome" if page.scraped else "next to the text"
    above = [at for at in page.head if page.kind_below(at) == SENTENCE]
    page.note(beside, [at for at in above if not (page.exact and "repeats" in page.notes[at])])
    if not page.exact:
        page.note("heads a longer line", [at for at in page.head if _heads_a_longer(page, at)])
        page.note("above a credit", [at for at in page.head[1:] if page.has(at + 1, _CREDIT)])
        page.note("repeats a line further up", [at for at in page.head if _repeats(page, at)])


def _heads_a_headline(page: Outline) -> bool:
    """Whether a page opens with a word or two, and a line three times as long stands below."""
    return page.sizes[0] <= LONGEST_KICKER and page.sizes[1] >= 3 * page.sizes[0]


def _heads_a_longer(page: Outline, at: int) -> bool:
    """«دوري أبطال أوروبا» right above a headline: a few words, over twice as many or more."""
    below = at + 1
    return (
        at > 0
        and page.sizes[at] <= LONGEST_KICKER
        and below < page.first
        and page.kinds[below] == LINE
        and page.sizes[below] >= 2 * page.sizes[at]
        and page.has(below + 1, _SIGNED)
    )


def _repeats(page: Outline, at: int) -> bool:
    return "repeats" in page.notes[at] and "repeats the line above" not in page.notes[at]


def _note_lines(page: Outline) -> None:
    """Lines beside a date or byline, and those that do not end as the sentences of the page do."""
    for at, kind in enumerate(page.kinds):
        if kind != LINE:
            continue
        if page.stopped and ENDS.isdisjoint(page.notes[at]):
            page.notes[at].append("no stop")
        if at > page.last:
            page.notes[at].append("after the text" if page.scraped else "below the text")
        _note_signed(page, at)


def _note_signed(page: Outline, at: int) -> None:
    """A headline or deck stands beside the date or byline of its article.

    Inside a text, where names stand below what people say, only a date tells a new article.
    """
    signed = _SIGNED if at < page.first else _DATED
    own = page.notes[at]
    if page.has(at - 1, signed):
        own.append("after a date or byline")
    if at > page.first and "ends with a colon" in page.notes[at - 1]:
        own.append("after a colon")
    if page.has(at + 1, signed):
        own.append("before a date or byline")
    elif page.has(at + 2, signed) and page.kinds[at + 1] == LINE:
        own.append("two before a date or byline")


def _note_within(page: Outline) -> None:
    """Lines between the first sentence of the text and its last: alone, or several together."""
    single: list[int] = []
    for start, end in runs(page.kinds[at] != SENTENCE for at in range(page.first, page.last)):
        places = range(page.first + start, page.first + end)
        lines = [at for at in places if page.kinds[at] == LINE]
        named = [at for at in places if "a byline" in page.notes[at]]
        if page.exact:
            around = [at for at in lines if page.kinds[at + 1] == SENTENCE]
            apart = (at for at in around if page.stands_apart(at))
            alone = (at for at in apart if page.kinds[at - 1] != LINE or page.below_a_row(at))
            for at in alone:
                if ENDS.isdisjoint(page.notes[at]):
                    short = page.sizes[at] <= LONGEST_SUBHEADING
                    page.notes[at].append(_SHORT if short else _LONG)
        told = lines or named
        if page.exact and len(told) == 1 and not page.stands_apart(told[0]):
            continue  # the rest of what stands above it
        if len(told) == 1:
            page.note("between paragraphs", told)
            single += lines
        elif page.scraped and (len(lines) <= MOST_TITLES or _are_announced(page, places)):
            page.note("among lines, amid chrome", told)
        else:
            page.note("among lines", told)
    _note_questions(page, single)


def _are_announced(page: Outline, places: Sequence[int]) -> bool:
    return any(page.has(at, _ANNOUNCING) for at in places)


def _note_questions(page: Outline, single: list[int]) -> None:
    """Questions by turns with paragraphs are an interview; a few are subheadings that ask."""
    asked = [at for at in single if "asks" in page.notes[at]]
    if len(asked) >= QUESTIONS and 2 * len(asked) > len(single):
        page.note("a question of an interview", asked)


def _note_glued(page: Outline) -> None:
    """«… مختبر السفينة© Sputnik . فلان»: what a credit is glued to is its caption."""
    below = page.reading.blocks[1:]
    glued = [at for at, block in enumerate(below) if not block.gap and block.text[:1] == "©"]
    page.note("a credit is glued to it", glued)


def _note_credits(page: Outline) -> None:
    """A name below its label or writer, or after the text, says who wrote: it is no caption.

    Behind a © after the text stands whose the site is.
    """
    for at, own in enumerate(page.notes):
        if page.kinds[at] != KNOWN or "a button's word" in own:
            continue
        alone = "a credit alone" in own and not (page.exact and "a credit in brackets" in own)
        near = at < page.first and not page.exact
        dated = near and (page.has(at - 1, _DATED) or page.has(at + 1, _DATED))
        pictured = alone and "names its source" not in own and page.is_labelled(at)
        if alone and not pictured and (dated or page.has(at - 1, _ABOVE)):
            own.append("below a byline")
        elif at > page.last and page.reading.blocks[at].text[0] == "©" and not page.exact:
            own.append("begins as chrome")
        elif (
            at > page.last
            and page.has(at, _SOURCES)
            and (alone or (page.sizes[at] <= LONGEST_VERSE and "a credit at the end" in own))
        ):
            own.append("a credit after the text")


def _note_textless(page: Outline) -> None:
    """A page without one sentence: a list of titles, a menu, a poem, the results of a day."""
    lines = [at for at, kind in enumerate(page.kinds) if kind == LINE or _is_verse(page, at)]
    short = [at for at in lines if page.sizes[at] <= LONGEST_VERSE]
    if len(short) < VERSES * len(lines):
        page.note("without a text", range(len(page.kinds)))
        return
    page.note("a verse, or an entry", lines)
    page.note("heads the verses", [at for at in lines if at == 0])
    others = set(range(len(page.kinds))) - set(lines)
    page.note("without a text", sorted(others - {at for at in (1, 2) if page.has(at, _ROLE)}))


def _is_verse(page: Outline, at: int) -> bool:
    """A verse may look like a name."""
    return at > 0 and page.has(at, _NAME) and not page.has(at, _ROLE)
