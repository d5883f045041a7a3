"""What is printed more than once: headlines and captions are, paragraphs are not."""

from __future__ import annotations

import regex

from ...blocks import Block
from ...folding import fold
from ...lexicon.words import fold_label
from ..reading import Reading

LONG = 200  # characters of a paragraph
SENTENCE = 60  # … of a short one
IN_A_ROW = 2  # such sentences that a copy has, among …
A_ROW = 6  # … so many blocks
NEAR = 36  # blocks among which the headline is looked for that a site's title names
LONGEST_TITLE = 300  # characters of a site's title
FOLDED_AWAY = 24  # characters of a headline that folding may drop or write out
LONGEST_KICKER = 20  # characters of a line between a site's title and the headline
TOP = 3  # blocks among which a site's title is looked for
_PARTS = regex.compile(r"\s++[-–—|:]\s++")


def observe(reading: Reading) -> None:
    """`printed again` on the first of several equal blocks, `repeats` on the others; of
    neighbours `printed twice` and also `repeats the line above`.

    Where a page holds an article twice, each copy repeats only what it repeats itself.
    """
    copies = _copies([block.line for block in reading.blocks])
    first: dict[str, int] = {}
    again: dict[int, None] = {}
    repeats: dict[int, int] = {}
    for at, block in enumerate(reading.blocks):
        if not block.text:
            continue
        if at in copies:
            offset = at - copies[at]
            if copies[at] in repeats:
                repeats[at] = repeats[copies[at]] + offset
            continue
        before = first.setdefault(block.line, at)
        if before != at:
            repeats[at] = before
        if before < at - 1:
            again[before] = None
    again |= dict.fromkeys(at for at, source in copies.items() if source in again)
    for at, before in repeats.items():
        reading.notes[at].append("repeats")
        if at == before + 1:
            reading.notes[at].append("repeats the line above")
            reading.notes[before].append("printed twice")
    for at in again:
        reading.notes[at].append("printed again")
    _page_title(reading)
    _title_above_section(reading)
    _site_title(reading)


def _copies(texts: list[str]) -> dict[int, int]:
    """The blocks of articles that stand on the page once more, each with the block it copies.

    Nobody repeats a long paragraph, or several sentences in a row: where they come back, so does
    what stands around them.
    """
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    for at, text in enumerate(texts):
        if len(text) < SENTENCE:
            continue
        source = first.setdefault(text, at)
        if source == at or at in copies:
            continue
        offset, start, end = at - source, at, at
        while (
            start - 1 not in copies
            and start > offset
            and texts[start - 1] == texts[start - 1 - offset]
        ):
            start -= 1
        while end + 1 < len(texts) and texts[end + 1] == texts[end + 1 - offset]:
            end += 1
        run = texts[start : end + 1]
        few = len(run) < A_ROW or sum(map(_is_sentence, run)) < IN_A_ROW
        if len(text) < LONG and few:
            continue
        copies.update((i, i - offset) for i in range(start, end + 1))
    return dict(sorted(copies.items()))


def _is_sentence(text: str) -> bool:
    return len(text) >= SENTENCE and text[-1] in '.؟!»"'


def _page_title(reading: Reading) -> None:
    """The last of the equal lines that open the page, if a blank line parts it from the others:
    tools that flatten HTML also print its <title>."""
    blocks = reading.blocks
    at = 1
    while at < min(len(blocks), TOP + 1) and blocks[at].text == blocks[0].text:
        at += 1
    if 1 < at < len(blocks) and blocks[at - 1].gap.count("\n") > 1:
        reading.notes[at - 1].append("repeats the title")


def _title_above_section(reading: Reading) -> None:
    """The <title> that opens the page, with section or kicker between it and the headline."""
    blocks, notes = reading.blocks, reading.notes
    at = 1
    while at < min(len(blocks), TOP) and (
        "a section's name" in notes[at] or _may_be_kicker(reading, at)
    ):
        at += 1
    if 1 < at < len(blocks) and blocks[at].text == blocks[0].text:
        notes[0].append("a site's title")
        for between in notes[1:at]:
            between.append("between title and headline")
        notes[at].append("the site's title names it")


def _may_be_kicker(reading: Reading, at: int) -> bool:
    """Whether a line is short, and nothing that is known by its words."""
    known = {"a button's word", "a date", "a byline", "a known credit", "a label alone"}
    short = len(reading.blocks[at].line) <= LONGEST_KICKER and known.isdisjoint(reading.notes[at])
    return short and not reading.layout.is_exact


def _site_title(reading: Reading) -> None:
    """«CNNArabic.com - عنوان», «عنوان – DW» at the top, and the headline in it further down; each
    article of a page may have such a title, which opens as the first does."""
    opening = ""
    for at, block in enumerate(reading.blocks):
        if opening:
            if not block.line.startswith(opening):
                continue
        elif at >= TOP:
            return
        parted = _PARTS.search(block.line, 0, LONGEST_TITLE)
        if parted and _names_headline(reading, at):
            opening = block.line[: parted.start()]


def _names_headline(reading: Reading, at: int) -> bool:
    """Whether block `at` is a site's title that names a headline; both are noted."""
    blocks = reading.blocks
    parts = _PARTS.split(fold(blocks[at].line[:LONGEST_TITLE]).strip())
    for cut in range(1, min(len(parts), 4)):
        ends = (" - ".join(parts[cut:]), " - ".join(parts[:-cut]))
        found = (_printed(title, blocks, at) for title in ends)
        held = next((place for place in found if place is not None), None)
        if held is None:
            continue
        reading.notes[at].append("a site's title")
        reading.notes[held].append("the site's title names it")
        if any(fold_label(part) in reading.sections for part in parts[1:cut]):
            reading.notes[at].append("a breadcrumb")
        return True
    return False


def _printed(title: str, blocks: list[Block], site: int) -> int | None:
    """Where near the block `site` the `title` in it, folded, is printed too."""
    for at in range(max(0, site - TOP), min(len(blocks), site + NEAR)):
        block = blocks[at]
        as_long = at != site and abs(len(block.line) - len(title)) <= FOLDED_AWAY
        if as_long and fold(block.line).strip() == title:
            return at
    return None
