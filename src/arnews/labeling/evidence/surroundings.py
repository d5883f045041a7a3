"""What a site prints around its articles, told by how it is grouped: menus, tickers, galleries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...lexicon.words import fold_label
from .outline import KNOWN, LINE, Outline, runs

SHORTEST_MENU = 3
LONGEST_MENU_WORD = 25
SHORTEST_HEADLINE = 30
PICTURES = 3  # remnants of pictures that make a gallery
CROWD = 5  # blocks on one line of a page that has others
HEAD = 14  # blocks above a text that may belong to its article
TAIL = 4  # … and below it, if no marker announces them
OFTEN = 3  # times that a short line is printed, in menus
TICKER = 4  # lines of one
SLIDES = 2  # titles that make a carousel

_GLUED = frozenset({"a credit is glued to it"})
_TAGS = frozenset({"announces tags"})
_HEADS = frozenset({"announces comments", "announces stories elsewhere"})
_MENU = _HEADS | {"a button's word", "a section's name"}
_SECTION = frozenset({"a section's name"})
_NAMES = frozenset({"a credit alone", "a byline"})
_NO_MENU = _NAMES | {"short"}
_PICTURE = frozenset({"left-over markup"})
_DATED = frozenset({"a date"})
_OF_BUTTON = frozenset({"a button's word"})
_BUTTON = _OF_BUTTON | {"in a menu"}
_TOPMOST = frozenset({"in h1"})
_PATH = frozenset({"a path"})
_IN_MENU = frozenset({"in a menu"})
_SIGNS = frozenset({"no letters"})
_WORDS = frozenset({"a button's word", "a date"})
_MOST_STEPS = 2  # of a path, below the first page
_ANNOUNCED = frozenset({"announces related stories", "under a related marker", "under tags"})
_DOUBLED = frozenset({"repeats the line above"})
_TWICE = frozenset({"printed again", "repeats"})
_NAMED = frozenset({"the site's title names it"})
_SHOWN = frozenset({"the site's title names it", "printed again"})


def note_menus(page: Outline) -> None:
    """Runs of buttons, section names and other words of a menu; they are known from then on."""
    for start, end in runs(_may_be_in_menu(page, at) for at in range(len(page.kinds))):
        if page.has(start - 1, _TAGS):
            start = next((at for at in range(start, end) if page.has(at, _OF_BUTTON)), end)
        start, end = _trimmed(page, start, end)
        words = sum(page.has(at, _MENU) for at in range(start, end))
        # Buttons stand around the short lines of a template too: there a menu shows by its words.
        least = SHORTEST_MENU if page.exact else 1
        if end - start >= SHORTEST_MENU and 3 * words >= end - start and words >= least:
            page.note("in a menu", range(start, end))
            page.kinds[start:end] = [KNOWN] * (end - start)


def note_often(page: Outline) -> None:
    """Short lines that a page prints several times are words of its menus."""
    times = Counter(block.line for block in page.reading.blocks)
    often = {
        word for word, count in times.items() if count >= OFTEN and len(word) <= LONGEST_MENU_WORD
    }
    blocks = page.reading.blocks if often and not page.exact else ()
    for at, block in enumerate(blocks):
        if block.line in often and page.kinds[at] == LINE:
            page.notes[at].append("in a menu")
            page.kinds[at] = KNOWN


def _may_be_in_menu(page: Outline, at: int) -> bool:
    if page.has(at, _GLUED):
        return False
    if page.kinds[at] == LINE:
        return page.sizes[at] <= LONGEST_MENU_WORD and "«" not in page.reading.blocks[at].line
    return page.has(at, _MENU) or ("tiny" in page.notes[at] and page.has(at, _NAMES))


def _trimmed(page: Outline, start: int, end: int) -> tuple[int, int]:
    """A menu without the line or writer beside it, and without what heads the lines below it.

    The section of an article stands in the menu too: printed again below it, it is no part of it.
    """
    while start < end and _is_no_word(page, start):
        start += 1
    while start < end and _is_no_word(page, end - 1):
        end -= 1
    while start < end and page.has(end - 1, _HEADS):
        end -= 1
    if end - start > SHORTEST_MENU and _heads_below(page, start, end - 1):
        end -= 1
    return start, end


def _heads_below(page: Outline, start: int, last: int) -> bool:
    """Whether the last word of a menu is printed once more to head what is below it."""
    texts = page.reading.blocks
    if "a section's name" in page.notes[last] and "repeats" in page.notes[last]:
        return True
    again = any(texts[at].line == texts[last].line for at in range(start, last))
    if again:
        page.notes[last].append("a section's name")
    return again


def _is_no_word(page: Outline, at: int) -> bool:
    return page.has(at, _NO_MENU) and not page.has(at, _MENU)


def note_crowds(page: Outline) -> None:
    """Many lines parted by blanks on one line of a page that has others: a ticker."""
    gaps = [block.gap for block in page.reading.blocks]
    if not any("\n" in gap for gap in gaps[1:]):
        return
    for start, end in runs(at > 0 and "\n" not in gap for at, gap in enumerate(gaps)):
        lines = [at for at in range(start - 1, end) if page.kinds[at] == LINE]
        if end - start >= CROWD and len(lines) >= CROWD:
            page.note("in a crowd", lines)


def note_gallery(page: Outline) -> None:
    """Texts between the remnants of pictures are their captions."""
    places = [at for at in range(len(page.kinds)) if page.has(at, _PICTURE)]
    if len(places) < PICTURES:
        return
    texts = [at for at in range(places[0], len(page.kinds)) if page.kinds[at] != KNOWN]
    below = sum(page.has(at - 1, _PICTURE) for at in texts)
    if 3 * below >= 2 * len(texts):
        page.note("in a gallery", texts)


def note_tickers(page: Outline) -> None:
    """Many lines together above the text: titles of other stories.

    The last is the headline, unless another line shows that it is (next to the text, the last two
    are headline and caption). Lines above the section's name are others' titles too, but for what
    the title of the site names and the one line above it.
    """
    shown = [at for at in page.head if page.has(at, _SHOWN)]
    named = [at for at in shown if page.has(at, _NAMED)]
    for start, end in runs(page.kinds[at] == LINE for at in range(page.first)):
        sectioned = end < page.first and page.has(end, _SECTION)
        titles = sum(not page.has(at, _DOUBLED) for at in range(start, end))
        if titles < (2 if sectioned else TICKER):
            continue
        if sectioned and any(start <= at <= start + 1 for at in named):
            continue
        last = end - 2 if end == page.first else end - 1
        if sectioned or (shown and shown[0] >= end):
            last = end
        elif shown:
            last = max(start, min(shown[0], last))
        page.note("in a ticker", range(start, last))
        if last < end:
            page.note("below a ticker", [last])


def _note_ticker(page: Outline, places: Iterable[int]) -> None:
    """Notes once that these are titles of other stories."""
    page.note("in a ticker", [at for at in places if "in a ticker" not in page.notes[at]])


def _dated_headline(page: Outline) -> int | None:
    """The last line above the text that has a date below it."""
    return next((at for at in reversed(page.head) if page.has(at + 1, _DATED)), None)


def note_carousel(page: Outline) -> None:
    """Titles of other stories, each printed twice above the headline, which is dated."""
    dated = _dated_headline(page)
    if dated is None:
        return
    texts = [block.line for block in page.reading.blocks]
    below = set(texts[dated : dated + HEAD])
    above = [at for at in page.head if at < dated]
    shown = [at for at in above if page.has(at, _TWICE)]
    slides = {texts[at] for at in shown if texts[at] not in below}
    if len(slides) >= SLIDES:
        _note_ticker(page, above)
        page.note("in a menu", [at for at in range(above[-1]) if page.has(at, _SECTION)])


def note_beginnings(page: Outline) -> None:
    """What stands above the path to the page, or above its heading: the head of the site."""
    _note_parted_paths(page)
    path = max((at for at in range(page.first) if page.has(at, _PATH)), default=0)
    page.note("below a path", [at for at in page.head if path and at > path][:1])
    known = (at for at in range(path) if page.kinds[at] == KNOWN)
    page.note("in a menu", [at for at in known if not page.has(at, _PATH | _IN_MENU)])
    topmost = max((at for at in range(page.first) if page.has(at, _TOPMOST)), default=0)
    above = (at for at in page.head if at < max(path, topmost - 1))  # a kicker stands next to it
    _note_ticker(page, above)


def _note_parted_paths(page: Outline) -> None:
    """A path whose steps are lines: the first page, one or two short ones, and the headline."""
    lines = [at for at in range(page.first) if not page.has(at, _SIGNS)]  # «/» may part them
    homes = page.reading.words.homes
    for home, at in enumerate(lines):
        if fold_label(page.reading.blocks[at].line) not in homes:
            continue
        below = home + 1
        while below < len(lines) and below <= home + _MOST_STEPS and _is_step(page, lines[below]):
            below += 1
        if home + 1 < below < len(lines) and _is_headline(page, lines[below]):
            section = lines[home + 1]
            own = page.notes[section]
            own[:] = [*(name for name in own if name not in _IN_MENU), "a path"]
            page.kinds[section] = KNOWN


def _is_step(page: Outline, at: int) -> bool:
    return page.sizes[at] <= LONGEST_MENU_WORD and not page.has(at, _WORDS)


def _is_headline(page: Outline, at: int) -> bool:
    return page.kinds[at] == LINE and page.sizes[at] > SHORTEST_HEADLINE


def note_above_buttons(page: Outline) -> None:
    """Lines above a button or section, where a line below it stands at its date: a site's head."""
    dated = _dated_headline(page)
    if dated is None:
        return
    texts = page.reading.blocks
    headline = texts[dated].line
    buttons = [at for at in range(dated) if page.has(at, _BUTTON)]
    if buttons:
        _note_ticker(
            page, (at for at in page.head if at < buttons[-1] and texts[at].line != headline)
        )


def note_far(page: Outline) -> None:
    """What stands far above or below every text of a scraped page, and sentences in no text."""
    if not page.scraped or page.exact:
        return
    near = set()
    for start, end in page.texts:
        above = [at for at in range(start) if "in a menu" not in page.notes[at]]
        near |= {*above[-HEAD:], *range(start, end + TAIL)}
    far = (at for at in range(len(page.kinds)) if at not in near)
    page.note("far from the text", [at for at in far if not page.has(at, _ANNOUNCED)])
