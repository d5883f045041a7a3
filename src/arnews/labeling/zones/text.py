"""Zones of a page of text, from its sentences, its menus and the markers of its lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from ..features.line import ENDS, TRAILS_OFF
from ..features.retold import Retold
from ..features.values import BYLINE, CAPTION, CREDIT, DATE, SOURCE, SURE_BYLINE, is_writer_label
from ..features.vocabulary import BOILERPLATE, HASHTAGS, LIST_MARK, NO_ARABIC
from ..page_context import PageContext
from . import AMID, ELSEWHERE, FAR, HEAD, MENU, RELATED, TAIL, VERSES
from .boilerplate import find_boilerplate, find_site_head
from .head_lines import find_head_lines
from .outline import KNOWN, LINE, LONG, LONGEST_LINE, SENTENCE, Outline
from .tags import find_tags
from .under_marker import find_marked

_LONGEST_POST = 300  # characters
_LONGEST_NAME = 40
_TEXTLESS = 4  # blocks of a page that has no text, at the least
_LONGEST_VERSE = 45  # characters
_SHORTEST_TEASER = 20
_VERSES = 0.8  # share of such lines on a page of verses
_ITEMS, _LISTED = 8, 0.6  # names of a directory, and the share of the lines that they take ...
_SENTENCES_OF_SITE = 40  # at the end of a page, at the most
_LINES_OF_ITEM = 3  # ... if what they say stands below them
_HEAD = 14  # blocks above a text that may belong to its article
_DATED = 2  # titles with dates that make a list
_TAIL = 4  # blocks below it that may, if no marker announces them


def find_zones(page: PageContext) -> Outline:
    """Sets `page.zones`; returns the outline that they were found by."""
    page.zones = [0] * len(page.blocks)
    outline = Outline(page)
    if not outline.exact and _is_directory(outline):
        outline.put(ELSEWHERE, range(len(outline.kinds)))
        return outline
    if SENTENCE in outline.kinds and not outline.exact:
        find_head_lines(outline)
        _find_posts(outline)
        _find_author_box(outline)
    find_boilerplate(outline)
    if outline.sentences and not outline.exact:
        find_site_head(outline)
        for above, below in pairwise(outline.sentences):
            outline.put(HEAD, outline.heads_between(above, below))
        find_tags(outline)
        _find_dated_titles(outline)
        _find_signed_titles(outline)
    find_marked(outline)
    if outline.sentences:
        _find_cards(outline)
        _find_rest(outline)
    elif not outline.exact and len(outline.kinds) >= _TEXTLESS:
        _find_verses(outline)
    outline.put(AMID, range(len(outline.kinds)))
    return outline


def _is_directory(outline: Outline) -> bool:
    """Whether a page without a date lists sites or firms: most of its lines have a name and a dash
    before what they say, or the name above: «دليل الحرفيين», «- عناوين النجارين في المدينة»."""
    if sum(["- " in line for line in outline.page.looks]) < _ITEMS:
        return False
    names: set[str] = set()
    lines = 0
    for at, block in enumerate(outline.blocks):
        line = block.line
        if outline.has(at, LIST_MARK) and not outline.has(at - 1, LIST_MARK):
            if outline.has(at - 1, ENDS):  # what is asked in an interview, or told above a list
                continue
            names.add(outline.blocks[at - 1].line)
            lines += _LINES_OF_ITEM
            continue
        dash = line.find("- ", 2, _LONGEST_NAME)
        if dash > 0 and line[dash - 1] in " \\" and not line[0].isdigit():  # «1998 - بناء السد»
            names.add(line[:dash])
            lines += 1
    listed = len(names) >= _ITEMS and lines >= _LISTED * len(outline.kinds)
    return listed and not any(outline.has(at, DATE) for at in range(len(outline.kinds)))


def _find_posts(outline: Outline) -> None:
    """What stands right above the signature of an embedded post is the post, with its hashtags; a
    day below the signature is that of the post."""
    for at in range(2, len(outline.kinds)):
        if not outline.bits[at] & BOILERPLATE or "(@" not in outline.blocks[at].line:
            continue
        dated = outline.blocks[at].line[-1] == ")" and outline.has(at + 1, DATE)
        outline.mark(BOILERPLATE, [at + 1] if dated else [])
        end = at - ("(@" not in outline.blocks[at - 1].line and outline.has(at - 1, BOILERPLATE))
        while at > 2 and outline.has(end - 1, HASHTAGS):
            at = end = end - 1
            outline.mark(BOILERPLATE, [at])
        told = not outline.has(at - 1, BOILERPLATE) and outline.sizes[at - 1] <= _LONGEST_POST
        if told and outline.kinds[at - 2] == SENTENCE:
            outline.bits[at - 1] |= BOILERPLATE
            outline.kinds[at - 1] = KNOWN


def _find_author_box(outline: Outline) -> None:
    """The last sentence of a page, but for short ones of the site, tells of the writer, below his
    name or the label of writers («كاتب صحفي مهتم بشؤون المياه …»), or of the site."""
    values, blocks = outline.page.values, outline.blocks
    first, *below = (at for at, kind in enumerate(outline.kinds) if kind == SENTENCE)
    below = below[-_SENTENCES_OF_SITE:]
    for number, at in reversed(list(enumerate(below))):
        name = blocks[at - 1].line
        if outline.kinds[at - 1] != SENTENCE and len(name) <= _LONGEST_NAME:
            above = (block.line for block in blocks[:first])
            signed = outline.has(at - 1, BYLINE) and any(name in line for line in above)
            told = is_writer_label(name, values) or _is_about(name, blocks[at].line)
            if told or values.is_job(blocks[at].line, of_press=not signed):
                outline.mark(BOILERPLATE, below[number:])
                for known in below[number:]:
                    outline.kinds[known] = KNOWN
                return
        if outline.sizes[at] > LONG:
            return


def _is_about(label: str, line: str) -> bool:
    """«عن وادي نيوز» and «وادي نيوز صحيفة إلكترونية …»."""
    about, _, name = label.partition(" ")
    return about in ("عن", "حول") and bool(name) and line.startswith(f"{name} ")


def _find_rest(outline: Outline) -> None:
    """Blocks that no marker, menu or ticker claims, by where they stand to the text.

    What stands far above or below every text of a scraped page is no part of an article.
    """
    count = len(outline.kinds)
    if outline.scraped and not outline.exact:
        near: set[int] = set()
        outside = [at for at in range(count) if outline.zones[at] != MENU]
        for start, end in outline.texts:
            above = bisect_left(outside, start)
            tail = bisect_right(outside, end)
            near.update(outside[max(0, above - _HEAD) : above], range(start, end + 1))
            near.update(outside[tail : tail + _TAIL])
        outline.put(FAR, (at for at in range(count) if at not in near))
    outline.put(HEAD, range(outline.first))
    outline.put(AMID, range(outline.first, outline.last + 1))
    below = range(outline.last + 1, count)
    outline.put(ELSEWHERE, (at for at in below if _is_foreign(outline, at)))
    if not outline.scraped:
        end = next((at for at in below if outline.has(at, DATE | SOURCE)), count)
        lines = [at for at in below if outline.kinds[at] == LINE and at < end]
        alone = outline.stopped and len(lines) == 1 and outline.blocks[lines[0]].line.count(" ") < 2
        outline.put(RELATED if _are_titles(outline, lines) else VERSES, () if alone else lines)
    outline.put(TAIL, below)


def _are_titles(outline: Outline, lines: list[int]) -> bool:
    """Whether lines below a text whose paragraphs end with full stops are titles of other stories:
    several, as long as titles, and none an item of a list."""
    long = all(_LONGEST_VERSE < outline.sizes[at] <= LONGEST_LINE for at in lines)
    listed = any(outline.has(at, LIST_MARK) for at in lines)
    stopped = all(outline.has(at, ENDS) for at in outline.sentences)
    return stopped and len(lines) > _DATED and long and not listed


def _is_foreign(outline: Outline, at: int) -> bool:
    """Whether a line below an Arabic text has no Arabic letter, and names nobody: what the site's
    software says."""
    names = BYLINE | CREDIT | CAPTION | DATE
    return (
        not outline.exact
        and outline.sizes[at] > _LONGEST_VERSE
        and outline.has(at, NO_ARABIC)
        and not outline.has(at, names)
    )


def _find_cards(outline: Outline) -> None:
    """Dates of related stories between two paragraphs open no article of their own, nor does a
    title with its date there that a list of related stories below the text prints again."""
    if RELATED not in outline.zones:
        return
    amid = False
    for at in range(outline.last - 1, outline.first + 1, -1):
        if not outline.has(at, DATE) or not outline.is_in(at - 1, RELATED):
            continue
        below = at + 1 + outline.is_line(at + 1)
        if outline.is_sentence(below):
            amid = not Retold(outline, below).is_headline(at - 1)
        if amid:
            outline.put(ELSEWHERE, [at])
    listed = {
        block.line
        for block, zone in zip(outline.blocks, outline.zones, strict=True)
        if zone == RELATED
    }
    for at in range(outline.first + 1, outline.last):
        below_text = outline.is_sentence(at - 1) and outline.has(at + 1, DATE)
        if below_text and outline.blocks[at].line in listed:
            outline.put(RELATED, [at])
            outline.put(ELSEWHERE, [at + 1])


def _find_dated_titles(outline: Outline) -> None:
    """Titles below the text, each with its date or age, are other stories, without a marker too."""
    dated = [
        at
        for at in range(outline.last + 1, len(outline.kinds) - 1)
        if outline.kinds[at] == LINE and outline.has(at + 1, DATE)
    ]
    if len(dated) >= _DATED:
        outline.put(RELATED, dated)
        outline.put(ELSEWHERE, (at + 1 for at in dated))


def _find_signed_titles(outline: Outline) -> None:
    """Titles with a date each between two texts are other stories, if the last one has a writer
    beside its date: it heads the text below."""
    for above, below in pairwise(outline.sentences):
        title = below - 3
        if title - above <= 2 * _DATED or not outline.is_line(title):
            continue
        beside = (title + 1, title + 2)
        if not all(any(outline.has(at, bit) for at in beside) for bit in (DATE, BYLINE)):
            continue
        dated = title
        while dated - 2 > above and outline.is_line(dated - 2) and outline.has(dated - 1, DATE):
            dated -= 2
        if title - dated >= 2 * _DATED:
            outline.put(RELATED, range(dated, title, 2))
            outline.put(ELSEWHERE, range(dated + 1, title, 2))
            outline.put(HEAD, range(title, below))


def _find_verses(outline: Outline) -> None:
    """A page without one sentence: a list of titles, a menu, a poem, the results of a day.

    Lines with a date or an age each are titles of stories, as those with a teaser are.
    """
    count = len(outline.kinds)
    dated = sum(outline.kinds[at] == LINE and outline.has(at + 1, DATE) for at in range(count))
    if dated > _DATED:
        outline.put(ELSEWHERE, range(count))
        return
    if len(list(_teasers(outline))) > _DATED:
        outline.put(ELSEWHERE, range(count))
        return
    lines = [at for at in range(count) if outline.kinds[at] == LINE or _is_verse(outline, at)]
    short = [at for at in lines if outline.sizes[at] <= _LONGEST_VERSE]
    if len(short) < _VERSES * len(lines):
        outline.put(ELSEWHERE, range(count))
        return
    outline.put(HEAD, [at for at in lines if at == 0])
    outline.put(VERSES, lines)
    named = {at for at in (1, 2) if outline.has(at, SURE_BYLINE)}
    outline.put(HEAD, named)
    outline.put(ELSEWHERE, range(count))


def _teasers(outline: Outline) -> Iterator[int]:
    """Lines that break off, or end with their button, below titles: «الماء سؤال القرن», «لم يعد
    الحديث عن الندرة ترفا ...»."""
    for at in range(1, len(outline.kinds)):
        titled = outline.is_line(at - 1) and not outline.has(at - 1, TRAILS_OFF)
        told = outline.has(at, TRAILS_OFF | BOILERPLATE) and outline.sizes[at] > _SHORTEST_TEASER
        if titled and told:
            yield at


def _is_verse(outline: Outline, at: int) -> bool:
    """A verse may look like a name."""
    return at > 0 and outline.has(at, BYLINE) and not outline.has(at, SURE_BYLINE)
