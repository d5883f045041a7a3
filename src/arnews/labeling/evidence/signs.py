"""Who signs a text, and what only looks so: a house's name in its menu, a tag that is a name.

What these tell explains itself: a paper prints its name above everything, readers find the tags of
a story in its words, and the date under a headline is the story's, not the clock of the site.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...folding import fold
from ...lexicon import roles
from ...lexicon.words import fold_label
from .marked import LONGEST_TAG
from .outline import LINE, LONG, SENTENCE, Outline, runs
from .surroundings import HEAD, LONGEST_MENU_WORD, SHORTEST_MENU

REACH = 12  # blocks below the text in which its tags stand

_ANNOUNCED = frozenset({
    "announces related stories", "announces stories elsewhere", "announces comments",
})  # fmt: skip
_MENU = frozenset({"in a menu", "a button's word", "a section's name", "a site's title"})
_NAMES = frozenset({"a byline", "a credit alone", "a credit at the end"})
_DATED = frozenset({"a date"})
_DASH = regex.compile(r"\s[-–—|]\s")
_TAGS = frozenset({"a byline", "in a menu", "hashtags"})
_NEVER = frozenset({"a button's word", "no letters", "begins as chrome", "announces tags"})


def note_signs(page: Outline) -> None:
    """All that this file tells, on pages whose template does not."""
    _note_houses(page)
    _note_mastheads(page)
    for first, last in tuple(_stretches(page)):
        _note_named(page, first, last)
    _note_clocks(page)
    _note_stopped_captions(page)
    _note_next_heads(page)


def _note_houses(page: Outline) -> None:
    """A paper or agency alone, above everything or beside a menu: the name of the site."""
    menus = runs("in a menu" in notes for notes in page.notes)
    glued = [start - 1 for start, _ in menus if start > page.first]
    headline = next((at for at in page.head if page.sizes[at] > LONGEST_MENU_WORD), page.first)
    for at in (*range(headline), *glued):
        above = at == 0 or page.has(at - 1, _MENU) or page.has(at + 1, _MENU)
        named = page.has(at, _NAMES) and "a section's name" not in page.notes[at]
        if above and named and _is_house(page, at):
            page.notes[at].append("a house's name")


def _note_mastheads(page: Outline) -> None:
    """«رئيس التحرير» and the name below it, above the headline."""
    mastheads = page.reading.lexicon.roles.mastheads
    for at in range(page.first - 1):
        if roles.fold_role(page.reading.blocks[at].line) in mastheads:
            named = page.sizes[at + 1] <= LONGEST_TAG and not page.has(at + 1, _DATED)
            page.note("in a masthead", (at, at + 1) if named else (at,))


def _is_house(page: Outline, at: int) -> bool:
    """Whether all that a line says is names of houses: «الوكالة العربية السورية للأنباء – سانا»."""
    return all(_names_house(page, part) for part in _DASH.split(page.reading.blocks[at].line))


def _names_house(page: Outline, text: str) -> bool:
    found = page.reading.byline(text)
    if found is None:
        return page.reading.lexicon.agencies.lookup(text) is not None
    return not (found.authors or found.place or found.role)


def _stretches(page: Outline) -> Iterator[tuple[int, int]]:
    """The first and last sentence of each text; where pages were glued, a menu parts two."""
    menus = [start for start, _ in runs("in a menu" in notes for notes in page.notes)]
    first = last = page.sentences[0]
    for at in page.sentences[1:]:
        if any(last < start < at for start in menus):
            yield first, last
            first = at
        last = at
    yield first, last


def _note_named(page: Outline, first: int, last: int) -> None:
    """Short lines below the text whose words stand in it: its tags, not who signs it.

    What looks like a menu there is a list of tags if the text has the words of most of them.
    """
    blocks = page.reading.blocks
    below: list[int] = []
    for at in range(last + 1, min(len(blocks), last + 1 + REACH)):
        if page.has(at, _ANNOUNCED) or page.kinds[at] == SENTENCE:
            break
        signs = page.kinds[at] == LINE or page.has(at, _TAGS)
        if signs and page.sizes[at] <= LONGEST_TAG and not page.has(at, _NEVER):
            below.append(at)
    if not below:
        return
    text = fold(" ".join(blocks[at].line for at in range(first, last + 1)))
    named = [at for at in below if _bare(blocks[at].line) in text]
    listed = [at for at in below if "in a menu" in page.notes[at]]
    if 2 * len(set(listed).intersection(named)) > len(listed):
        named = sorted({*named, *listed})
        for at in listed:
            page.notes[at].remove("in a menu")
    else:
        named = [at for at in named if at not in listed]
    page.note("named in the text", named)


def _note_next_heads(page: Outline) -> None:
    """Lines between another menu and the next sentence: pages were glued, and an article begins."""
    menus = runs("in a menu" in notes for notes in page.notes)
    for start, end in menus:
        if start < page.first or end - start < SHORTEST_MENU:
            continue
        below = range(end, min(len(page.kinds), end + HEAD))
        text = next((at for at in below if page.kinds[at] == SENTENCE), end)
        page.note("heads another text", [at for at in range(end, text) if page.kinds[at] == LINE])


def _bare(text: str) -> str:
    """A tag as a text may hold it after a preposition: «الحرف» in «للحرف»."""
    return fold_label(text).removeprefix("#").removeprefix("ال")


def _note_clocks(page: Outline) -> None:
    """A date with no label above the headline, where another stands below it: today's."""
    dated = [at for at in range(page.first) if "a date" in page.notes[at]]
    for at in dated[:-1]:
        parted = any(page.kinds[between] == LINE for between in range(at + 1, dated[-1]))
        found = page.reading.dates(page.reading.blocks[at].line)
        if parted and not any(date.kind for date in found):
            page.notes[at].append("another date stands under the headline")


def _note_stopped_captions(page: Outline) -> None:
    """«الميناء القديم. (رويترز)» above a text: no story ends before it begins."""
    stopped = (at for at in range(page.last) if "a credit after a full stop" in page.notes[at])
    above = (at for at in stopped if at < page.first or page.has(at - 1, _DATED))
    page.note("a caption with its stop", [at for at in above if page.sizes[at] <= LONG])
