"""Lines above the text that are known by their form: sections by the first word of their name, the
boxes of matches, and those of weather, money, prayer and broadcasting."""

from __future__ import annotations

from collections import Counter

from ...folding import fold
from ...lexicon.words import bare, fold_heading, trim_label
from ...patterns import pattern, plain
from ..features.breadcrumbs import LONGEST_STEP, is_row
from ..features.line import ENDS
from ..features.values import BYLINE, DATE, SURE_BYLINE, WRITER
from ..features.vocabulary import (
    BUTTON,
    GLUED,
    LIST_MARKER,
    MARKERS,
    RELATED_MARKER,
    SECTION,
)
from ..page_context import Vocabulary
from . import MENU
from .boilerplate import BROKEN
from .outline import KNOWN, LINE, LONG, LONGEST_LINE, SENTENCE, Outline

_MOST_WORDS = 3  # of a section's name
_LONGEST_SECTION = 40
_SHORTEST_WORD = 3
_LONGEST_TEAM = 20  # characters
_SHORTEST_ROW = 50
_LONGEST_WIDGET = 80
_FURTHEST = 60  # blocks from the top of a page to its text, as far as boxes are looked for
# Where two titles are glued, inside what looks like a word: «عاليةإغلاق», «الخميسإصابة».
_SEAM, _SEAMS = plain(r"[ةى][ء-ي]|[ء-ي]{2}[^\Wلوبفكس]إ|[ء-ي]اال[ء-ي]"), 2
_PARTING, _SIGNS = ("❖", "◆", "●", "■", "♦", "★", "✦", "•", "|", "**", "//", "+++"), 3
_NUMBER = pattern(r"\d{1,3}")
_SCORE = pattern(r"\d{1,3}\s?[-–—:x×]\s?\d{1,3}")
_LATIN, _NAMES = pattern(r"(?<=\s)[A-Za-z]{4,20}(?=\s)"), 3  # between titles
_PRESENT = pattern(r"(?<=\s)[يت]\p{L}{3,}+")
_QUOTES = '«»“”"'
_IN_QUOTES = pattern(rf"[{_QUOTES}][^{_QUOTES}]++[{_QUOTES}]")
_DASHES = frozenset("-–—:×x|")
# Two teams with a score between them, and a line with a number around: «الجولة 14», «18:30».
_BOX = pattern(r"r{0,2}t(?:s|nd?n|d)tr?|m{2,}")
_MATCH = pattern(r"\p{L}++(?: \p{L}++){0,2} \d{1,3}\s?[-–—:]\s?\d{1,3} \p{L}++(?: \p{L}++){0,2}")


def find_head_lines(outline: Outline) -> None:
    """Marks menus, sections and boxes between the top of a page and its first sentence."""
    _find_rows(outline)
    first = outline.kinds.index(SENTENCE)
    _find_signed_headline(outline, first)
    _find_widgets(outline, first)
    _find_sections(outline, first)
    _find_boxes(outline, max(0, first - _FURTHEST), first)


def _find_signed_headline(outline: Outline, first: int) -> None:
    """«الوادي يتهم جاره بـ«الجحود»» is no writer and his paper above who wrote or when, where no
    line may be the headline: it tells, or it quotes."""
    if not outline.has(0, BYLINE) or not outline.has(1, SURE_BYLINE | DATE):
        return
    if any(map(outline.is_line, range(first))) or outline.has(0, WRITER | DATE):
        return
    lexicon, line = outline.page.values.lexicon, outline.blocks[0].line
    told = any(fold(verb) not in lexicon.names.given for verb in _PRESENT.findall(line))
    quoted = _IN_QUOTES.search(line)
    if told or (quoted and not lexicon.papers.reads(quoted[0].strip(_QUOTES))):
        outline.bits[0] &= ~(BYLINE | SURE_BYLINE)
        outline.kinds[0] = LINE


def _find_rows(outline: Outline) -> None:
    """Menus and tickers on one line, whose parts are glued to each other, parted by signs, or lines
    of the page."""
    kinds, blocks = outline.kinds, outline.blocks
    if SENTENCE not in kinds:
        return
    first = kinds.index(SENTENCE)
    above = range(first + (SENTENCE in kinds[first + 1 :]))
    long = [at for at in above if len(blocks[at].line) > _SHORTEST_ROW and kinds[at] != KNOWN]
    rows = [at for at in long if not outline.has(at, ENDS)]
    outline.claim([at for at in rows if _is_glued(blocks[at].line)], MENU)
    lowest = max((at for at in range(first) if kinds[at] == LINE), default=0)
    outline.claim([at for at in rows if at < lowest and _is_announced(outline, at)], MENU)
    short = {block.line for block in blocks if len(block.line) < _SHORTEST_ROW} if rows else set()
    begun = [at for at in rows if _begins_with(blocks[at].line, short)]
    parts = {trim_label(fold(word)) for word in short} if begun else set()
    outline.claim([at for at in begun if is_row(blocks[at].line, parts)], MENU)


def _is_glued(line: str) -> bool:
    parted = max(map(line.count, _PARTING)) >= _SIGNS or _is_parted(line)
    return bool(parted or GLUED.search(line)) or len(_SEAM.findall(line)) >= _SEAMS


def _is_announced(outline: Outline, at: int) -> bool:
    """«شريط الأخبار» and titles behind it, or «عاجل» and more of them than a headline is long."""
    words, line = outline.blocks[at].line.split(), outline.page.words
    heads = [fold_heading(" ".join(words[:size])) for size in range(1, _MOST_WORDS + 1)]
    broken = heads[0] in BROKEN and outline.sizes[at] > LONG
    return broken or any(head in line.elsewhere for head in heads)


def _begins_with(line: str, short: set[str]) -> bool:
    words = line.split(maxsplit=LONGEST_STEP)
    return any(" ".join(words[:size]) in short for size in range(1, LONGEST_STEP + 1))


def _is_parted(line: str) -> bool:
    """Whether titles are parted by the name of the site: «… السد alwadi افتتاح … alwadi …»."""
    ((name, times),) = Counter(_LATIN.findall(line)).most_common(1) or [("", 0)]
    return times >= _NAMES and all(len(title) <= LONGEST_LINE for title in line.split(name))


def _find_widgets(outline: Outline, first: int) -> None:
    """«رام الله 20.87°», «الفجر: 4:22»; the only line above a text is its headline. Below a list of
    other stories, a word of the site heads them: «أسعار الصرف», «الدولار 89500 ل.ل.»."""
    is_widget = outline.page.words.shared.widgets.fullmatch
    lines = [at for at in range(first) if outline.kinds[at] != KNOWN]
    if len(lines) > 1:
        found = (at for at in lines if _may_be_widget(outline, at))
        outline.claim((at for at in found if is_widget(fold(outline.blocks[at].line))), MENU)
    below = range(first, len(outline.kinds))
    listed = next((at for at in below if outline.has(at, RELATED_MARKER | LIST_MARKER)), below.stop)
    for at in range(listed, below.stop):
        headed = outline.has(at - 1, BUTTON) or outline.is_in(at - 1, MENU)
        if headed and _may_be_widget(outline, at) and is_widget(fold(outline.blocks[at].line)):
            outline.claim([at], MENU)


def _may_be_widget(outline: Outline, at: int) -> bool:
    line = outline.blocks[at].line
    return len(line) <= _LONGEST_WIDGET and ("@" in line or any(map(str.isdigit, line)))


def _find_sections(outline: Outline, first: int) -> None:
    """«دوري أبطال أوروبا», «أخبار الولايات»: a few words, of which the first names no story."""
    heads = outline.page.values.lexicon.section_heads
    for at in range(first - 1):
        words = fold(outline.blocks[at].line[:_LONGEST_SECTION]).split()
        row = " ".join(words).replace(" و ", " و")
        if outline.kinds[at] == LINE and _is_glued_row(row, outline.page.words):
            outline.claim([at], MENU)
            continue
        named = (
            outline.has(at, SECTION) and outline.has(at, BUTTON) and not outline.has(at, MARKERS)
        )
        if named and at == 0 and outline.sizes[1] > _LONGEST_TEAM:
            outline.bits[at] &= ~BUTTON  # «بريد القراء» above the headline is in no menu
        if len(words) == 1 and _stands_alone(outline, at):
            outline.bits[at] |= SECTION
            outline.kinds[at] = KNOWN
        if not 1 < len(words) <= _MOST_WORDS or words[0] not in heads:
            continue
        if not outline.has(at, DATE | BUTTON | MARKERS):
            outline.bits[at] = (outline.bits[at] | SECTION) & ~(BYLINE | SURE_BYLINE)
            outline.kinds[at] = KNOWN


def _is_glued_row(row: str, words: Vocabulary) -> bool:
    """«أخبارأخبار عاجلةعربي»: names of sections with nothing between them."""
    cuts = (at for at in range(_SHORTEST_WORD, len(row) - 1) if row[at - 1 : at + 1].isalpha())
    return any(
        row[:at] in words.sections
        or bare(row[:at]) in words.elsewhere
        or _is_glued_row(row[:at], words)
        for at in cuts
        if row[at:] in words.sections
    )


def _stands_alone(outline: Outline, at: int) -> bool:
    """Whether a word is the only one that is no title, right above the headline: «أسرى»."""
    line, sizes = outline.blocks[at].line, outline.sizes
    is_word = outline.kinds[at] == LINE and line.isalpha() and sizes[at] >= _SHORTEST_WORD
    headed = outline.kinds[at + 1] == LINE and sizes[at + 1] > _LONGEST_TEAM
    return is_word and headed and (at == 0 or sizes[at - 1] > _LONGEST_TEAM)


def _find_boxes(outline: Outline, start: int, end: int) -> None:
    """A box says nothing but who plays, and how it stands: «الوحدة», «82», «-», «79», «الجيش»."""
    forms = "".join(_form(outline, at) for at in range(start, end))
    for box in _BOX.finditer(forms):
        outline.claim(range(start + box.start(), start + box.end()), MENU)


def _form(outline: Outline, at: int) -> str:
    """One letter for what a line may be in a box."""
    line = outline.blocks[at].line
    if len(line) <= _LONGEST_SECTION and any(map(str.isdigit, line)) and _MATCH.fullmatch(line):
        return "m"
    if outline.has(at, DATE | SECTION) or len(line) > _LONGEST_TEAM:
        return " "
    if _NUMBER.fullmatch(line):
        return "n"
    if _SCORE.fullmatch(line):
        return "r" if ":" in line else "s"
    if ":" in line[:-1] and outline.has(at, BYLINE):
        return " "  # «متابعة: سمير ناصر» below counters
    if line in _DASHES:
        return "d"
    return "r" if any(map(str.isdigit, line)) or outline.has(at, BUTTON) else "t"
