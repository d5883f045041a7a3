"""What stands around a block of text: paragraphs, lines like it, dates, markers, menus.

Text has no markup to tell a subheading from a paragraph; its place does. Blocks are of three
kinds: *sentences*, which end as sentences do or are long; *lines*, which do not; and what is
*known* by its words (buttons, dates, credits …). The text of a page is from its first long
sentence to its last sentence; what a line is depends on the side it stands on, and on its
neighbours. All in one walk, so the work is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading import Reading

SENTENCE, LINE, KNOWN = range(3)

LONG = 110  # characters: a sentence that long belongs to a text, not to a list of teasers
LONGEST_LINE = 150  # … and what is longer is none, however it ends
SHORTEST_SENTENCE = 15
STOPPED = 0.5  # share of long blocks that end as sentences, on a page that prints full stops
TEXTLESS = 4  # blocks of a page that has no text, at the least
LONGEST_VERSE = 45  # characters
VERSES = 0.8  # share of such lines on a page of verses
TICKER = 4  # lines of one
QUESTIONS = 3  # of an interview
MOST_TITLES = 6  # of other stories inside a text; more lines are verses, or what people say
NEAR = 4  # blocks among which a neighbour is looked for
SHORTEST_MENU = 3
LONGEST_MENU_WORD = 25
PICTURES = 3  # remnants of pictures that make a gallery
CROWD = 5  # blocks on one line of a page that has others

_KNOWN = frozenset({
    "a button's word", "announces related stories", "announces stories elsewhere", "announces tags",
    "announces comments", "a section's name", "no letters", "begins as chrome", "a date",
    "a byline", "a credit alone", "a credit at the end", "a site's title", "left-over markup",
    "a label alone", "a caption's label", "a related story on one line",
})  # fmt: skip
_MENU = frozenset({
    "a button's word", "a section's name", "announces comments", "announces stories elsewhere",
})  # fmt: skip
_HEADS = frozenset({"announces comments", "announces stories elsewhere"})
_NAMES = frozenset({"a credit alone", "a byline"})
_NO_MENU = _NAMES | {"short"}
_CHROME = frozenset({
    "a button's word", "a site's title", "begins as chrome", "announces stories elsewhere",
    "announces related stories", "announces comments", "left-over markup",
})  # fmt: skip
_ABOVE = frozenset({"a byline", "a label alone"})
_SHOWN = frozenset({"the site's title names it", "printed again"})
#: What opens the article below a list of others' titles.
_ARTICLE = frozenset(
    {"a section's name", "below a ticker", "before a date or byline", "printed again"}
)
_SIGNED = frozenset({"a date", "a byline"})
_DATED = frozenset({"a date"})
_ENDS = frozenset({"ends a sentence", "asks", "trails off", "ends with a colon", "breaks off"})
#: The markers and what is noted on the lines under them.
_MARKERS = {
    "announces related stories": "under a related marker",
    "announces stories elsewhere": "under a list elsewhere",
    "announces comments": "under comments",
    "announces tags": "under tags",
}


def observe(reading: Reading) -> None:
    """Notes on every block of a text; pages of markup have none."""
    blocks = reading.blocks
    if not blocks or blocks[0].markup is not None:
        return
    sizes = [len(block.text) for block in blocks]
    kinds = [_kind(size, notes) for size, notes in zip(sizes, reading.notes, strict=True)]
    _note_menus(reading, kinds, sizes)
    _note_crowds(reading, kinds)
    _note_gallery(reading, kinds)
    _note_places(reading, kinds, sizes)
    _note_marked(reading, kinds, sizes)


def _kind(size: int, notes: Sequence[str]) -> int:
    if not _KNOWN.isdisjoint(notes):
        return KNOWN
    if size > LONG and "opens with a verb" in notes:
        return SENTENCE
    if size > LONGEST_LINE or ("ends a sentence" in notes and size > SHORTEST_SENTENCE):
        return SENTENCE
    ends = not _ENDS.isdisjoint(notes) and "ends with a colon" not in notes
    return SENTENCE if size > LONG and ends else LINE


def _note_places(reading: Reading, kinds: list[int], sizes: list[int]) -> None:
    """Where each line stands: before, within or after the text, and beside what."""
    sentences = [at for at, kind in enumerate(kinds) if kind == SENTENCE]
    if not sentences:
        if not reading.layout.is_exact:
            _note_textless(reading, kinds, sizes)
        return
    first = sentences[0]
    if not reading.layout.is_exact:  # teasers may stand before the article
        first = next((at for at in sentences if sizes[at] > LONG), first)
    while first and kinds[first - 1] == SENTENCE:
        first -= 1
    last = sentences[-1]
    stopped = _prints_stops(reading, sizes)
    scraped = any(not _CHROME.isdisjoint(notes) for notes in reading.notes)
    head = [at for at in range(first) if kinds[at] == LINE]
    head = head or [at for at in range(min(first, 1)) if "a byline" in reading.notes[at]]
    if len(head) == 1:
        reading.notes[head[0]].append("alone before the text")
    if scraped:
        _note_ticker(reading, kinds, first)
    for at in head[1:]:
        if "a credit alone" in reading.notes[at + 1]:
            reading.notes[at].append("above a credit")
    for at, notes in enumerate(reading.notes):
        if kinds[at] == LINE:
            if stopped and _ENDS.isdisjoint(notes):
                notes.append("no stop")
            if at < first:
                _note_head(notes, _neighbours(kinds, at)[1], scraped)
                further = "repeats" in notes and "repeats the line above" not in notes
                if further and not reading.layout.is_exact:
                    notes.append("repeats a line further up")
            elif at > last:
                notes.append("after the text")
            _note_signed(reading, kinds, at, first)
        elif kinds[at] == KNOWN:
            _note_credit(reading.notes, at, sizes[at], first, last)
    _note_within(reading, kinds, first, last, scraped)


def _note_ticker(reading: Reading, kinds: list[int], first: int) -> None:
    """Many lines together above the text of a scraped page: titles of other stories.

    The last is the headline, unless another line shows that it is (next to the text, the last two
    are headline and caption). Lines above the section's name are others' titles too.
    """
    notes = reading.notes
    shown = [at for at in range(first) if kinds[at] == LINE and not _SHOWN.isdisjoint(notes[at])]
    for start, end in _runs(kinds[at] == LINE for at in range(first)):
        sectioned = end < first and "a section's name" in notes[end]
        if end - start < (2 if sectioned else TICKER):
            continue
        last = end - 2 if end == first else end - 1
        if sectioned or (shown and shown[0] >= end):
            last = end
        elif shown:
            last = max(start, min(shown[0], last))
        for at in range(start, last):
            notes[at].append("in a ticker")
        if last < end:
            notes[last].append("below a ticker")


def _note_head(notes: list[str], after: int, scraped: bool) -> None:
    notes.append("before the text")
    if after == SENTENCE:
        notes.append("next to the text, amid chrome" if scraped else "next to the text")


def _note_credit(notes: list[list[str]], at: int, size: int, first: int, last: int) -> None:
    """A name below its label or writer, or after the text, says who wrote: it is no caption."""
    own = notes[at]
    alone = "a credit alone" in own and "a button's word" not in own
    beside = [name for near in notes[max(0, at - 1) : at + 2] if near is not own for name in near]
    above = at and not _ABOVE.isdisjoint(notes[at - 1])
    if alone and (above or (at < first and "a date" in beside)):
        own.append("below a byline")
    elif at > last and (alone or (size <= LONGEST_VERSE and "a credit at the end" in own)):
        own.append("a credit after the text")


def _note_within(reading: Reading, kinds: list[int], first: int, last: int, scraped: bool) -> None:
    """Lines between the first sentence of the text and its last: alone, or several together."""
    alone: list[int] = []
    for start, end in _runs(kinds[at] != SENTENCE for at in range(first, last)):
        places = range(first + start, first + end)
        lines = [at for at in places if kinds[at] == LINE]
        named = [at for at in places if "a byline" in reading.notes[at]]
        together = (
            "among lines, amid chrome" if scraped and len(lines) <= MOST_TITLES else "among lines"
        )
        if len(lines) == 1:
            alone += lines
        for at in lines or named:
            below = kinds[at + 1] == SENTENCE and _ENDS.isdisjoint(reading.notes[at])
            if below and reading.layout.is_exact and lines:
                reading.notes[at].append("in a publisher's body")
            reading.notes[at].append("between paragraphs" if len(lines or named) == 1 else together)
    _note_questions(reading, alone)


def _note_questions(reading: Reading, alone: list[int]) -> None:
    """Questions by turns with paragraphs are an interview; a few are subheadings that ask."""
    asked = [at for at in alone if "asks" in reading.notes[at]]
    if len(asked) >= QUESTIONS and 2 * len(asked) > len(alone):
        for at in asked:
            reading.notes[at].append("a question of an interview")


def _note_textless(reading: Reading, kinds: list[int], sizes: list[int]) -> None:
    """A page without one sentence: a list of titles, a menu, a poem, the results of a day."""
    if len(kinds) < TEXTLESS:
        return
    lines = [size for kind, size in zip(kinds, sizes, strict=True) if kind == LINE]
    short = sum(size <= LONGEST_VERSE for size in lines)
    verses = short >= VERSES * len(lines)
    for kind, notes in zip(kinds, reading.notes, strict=True):
        notes.append("a verse, or an entry" if verses and kind == LINE else "without a text")
    if verses and kinds[0] == LINE:
        reading.notes[0].append("heads the verses")


def _neighbours(kinds: list[int], at: int) -> tuple[int, int]:
    """The kinds of the nearest blocks that are not known by their words."""
    before = next(
        (kinds[i] for i in range(at - 1, max(-1, at - NEAR), -1) if kinds[i] != KNOWN), KNOWN
    )
    after = next(
        (kinds[i] for i in range(at + 1, min(len(kinds), at + NEAR)) if kinds[i] != KNOWN), KNOWN
    )
    return before, after


def _note_signed(reading: Reading, kinds: list[int], at: int, first: int) -> None:
    """A headline or deck stands beside the date or byline of its article.

    Inside a text, where names stand below what people say, only a date tells a new article.
    """
    notes = reading.notes
    signed = _SIGNED if at < first else _DATED
    if at and not signed.isdisjoint(notes[at - 1]):
        notes[at].append("after a date or byline")
    if at > first and "ends with a colon" in notes[at - 1]:
        notes[at].append("after a colon")
    for ahead in (at + 1, at + 2):
        if ahead < len(kinds) and not signed.isdisjoint(notes[ahead]):
            near = ahead == at + 1
            notes[at].append("before a date or byline" if near else "two before a date or byline")
            return
        if ahead >= len(kinds) or kinds[ahead] != LINE:
            return


def _prints_stops(reading: Reading, sizes: list[int]) -> bool:
    """Whether the paragraphs of the page end as sentences, so that what does not is none."""
    long = [notes for notes, size in zip(reading.notes, sizes, strict=True) if size > LONGEST_LINE]
    ended = sum(not _ENDS.isdisjoint(notes) for notes in long)
    return bool(long) and ended >= STOPPED * len(long)


def _note_menus(reading: Reading, kinds: list[int], sizes: list[int]) -> None:
    """Runs of buttons, section names and other words of a menu."""
    for start, end in _runs(
        not _MENU.isdisjoint(notes)
        or (kind == LINE and size <= LONGEST_MENU_WORD)
        or ("tiny" in notes and not _NAMES.isdisjoint(notes))
        for notes, kind, size in zip(reading.notes, kinds, sizes, strict=True)
    ):
        start, end = _trimmed(reading.notes, start, end)
        words = sum(not _MENU.isdisjoint(reading.notes[at]) for at in range(start, end))
        if end - start >= SHORTEST_MENU and 3 * words >= end - start:
            for at in range(start, end):
                reading.notes[at].append("in a menu")
                kinds[at] = KNOWN


def _trimmed(notes: list[list[str]], start: int, end: int) -> tuple[int, int]:
    """A menu without the line or writer beside it, the section of the article, or what heads the
    lines below it.

    A section stands in the menu too: printed again below it, it is the article's own.
    """
    while start < end and _MENU.isdisjoint(notes[start]) and not _NO_MENU.isdisjoint(notes[start]):
        start += 1
    while (
        start < end and _MENU.isdisjoint(notes[end - 1]) and not _NO_MENU.isdisjoint(notes[end - 1])
    ):
        end -= 1
    while start < end and not _HEADS.isdisjoint(notes[end - 1]):
        end -= 1
    if end - start > SHORTEST_MENU and {"a section's name", "repeats"} <= set(notes[end - 1]):
        end -= 1
    return start, end


def _note_crowds(reading: Reading, kinds: list[int]) -> None:
    """Many lines parted by blanks on one line of a page that has others: a ticker."""
    gaps = [block.gap for block in reading.blocks]
    if not any("\n" in gap for gap in gaps[1:]):
        return
    inline = (at > 0 and "\n" not in gap for at, gap in enumerate(gaps))
    for start, end in _runs(inline):
        lines = [at for at in range(start - 1, end) if kinds[at] == LINE]
        if end - start >= CROWD and len(lines) >= CROWD:
            for at in lines:
                reading.notes[at].append("in a crowd")


def _note_gallery(reading: Reading, kinds: list[int]) -> None:
    """Texts between the remnants of pictures are their captions."""
    places = [at for at, notes in enumerate(reading.notes) if "left-over markup" in notes]
    if len(places) < PICTURES:
        return
    texts = [at for at in range(places[0], len(kinds)) if kinds[at] != KNOWN]
    below = sum("left-over markup" in reading.notes[at - 1] for at in texts)
    if 3 * below >= 2 * len(texts):
        for at in texts:
            reading.notes[at].append("in a gallery")


def _note_marked(reading: Reading, kinds: list[int], sizes: list[int]) -> None:
    """Lines under a marker, up to the next paragraph, date or byline."""
    under: str | None = None
    text = False  # readers comment below an article
    for at, notes in enumerate(reading.notes):
        marker = next((name for name in _MARKERS if name in notes), None)
        if marker and "in a menu" not in notes and (text or marker != "announces comments"):
            under = _MARKERS[marker]
            continue
        text = text or (kinds[at] == SENTENCE and sizes[at] > LONG)
        if kinds[at] == SENTENCE:
            comments = under == "under comments" and sizes[at] <= 2 * LONG
            under = under if comments else None
        elif (
            (not text and not _ARTICLE.isdisjoint(notes))
            or ("begins as chrome" in notes and under != "under comments")
            or (not _SIGNED.isdisjoint(notes) and under != "under comments")
        ):
            under = None
        if under and not (kinds[at] == KNOWN and under == "under a related marker"):
            notes.append(under)


def _runs(belongs: Iterator[bool]) -> Iterator[tuple[int, int]]:
    """The longest stretches of neighbours that belong together, as (start, end)."""
    start: int | None = None
    at = -1
    for at, inside in enumerate(belongs):
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, at + 1
