"""What is printed more than once: headlines and captions are, paragraphs are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ...blocks import Block
from ...folding import fold
from ...lexicon.words import fold_label
from ...patterns import pattern
from ..page_context import PageContext
from .line import STOPS
from .register import feature
from .values import BYLINE, DATE, DATE_LABEL, KNOWN_CREDIT, SURE_BYLINE
from .vocabulary import BUTTON, PATH, RELATED_MARKER, SECTION

REPEATS = feature("repeats")
REPEATS_ABOVE = feature("repeats the line above")
PRINTED_AGAIN = feature("printed again")
PRINTED_TWICE = feature("printed twice")
BREADCRUMB = feature("a breadcrumb")
SITE_TITLE = feature("a site's title")
TITLED = feature("the site's title names it")

_PARAGRAPH = 200  # characters of a long paragraph
_SENTENCE = 60  # characters of a short one
_SENTENCES = 2  # such sentences that a copy has, among ...
_RUN = 6  # ... so many blocks
_NEAR = 36  # blocks among which the headline is looked for that a site's title names
_LONGEST_TITLE = 300  # characters of a site's title, and of the headline in it
_LONGEST_KICKER = 20  # characters of a line between a site's title and the headline
_SHORTEST_HEADLINE, _FEWEST_BLANKS = 25, 3  # characters of a headline that another line holds
_MOST_MORE = 60  # characters that such a line has more
_DECK_MARKS = frozenset(".:,…")
_TOP = 3  # blocks among which a site's title is looked for
_FEWEST_WORDS, _ALIKE = 4, 0.7  # words of a reworded title, and the share of equal ones
_WORD = pattern(r"[\p{L}\p{M}\d]++")
_PARTS = pattern(r"(?<!\s)\s++(?:[-–—|/»›>]|:{1,2})\s++")
_NO_KICKER = BUTTON | DATE | BYLINE | KNOWN_CREDIT | DATE_LABEL


def add_repetitions(page: PageContext) -> None:
    """Adds the features of repetitions to `page.features`.

    Where a page holds an article twice, each copy repeats only what it repeats itself.
    """
    bits = page.features
    copies = _copies([block.line for block in page.blocks])
    first: dict[str, int] = {}
    again: set[int] = set()
    repeats: dict[int, int] = {}
    for index, block in enumerate(page.blocks):
        if not block.text:
            continue
        if index in copies:
            if copies[index] in repeats:
                repeats[index] = repeats[copies[index]] + index - copies[index]
            continue
        before = first.setdefault(block.line, index)
        if before != index:
            repeats[index] = before
        if before < index - 1:
            again.add(before)
    again.update(index for index, source in copies.items() if source in again)
    doubled = set() if page.is_html else set(_in_doubled_lines(page.blocks, repeats))
    for index, before in repeats.items():
        bits[index] |= REPEATS
        if index == before + 1 or index in doubled:
            bits[index] |= REPEATS_ABOVE
            bits[before] |= PRINTED_TWICE
    for index in again:
        bits[index] |= PRINTED_AGAIN
    _add_title_above_section(page)

    @cache
    def folded(at: int) -> str:
        """Line `at` as headlines are compared; empty if it is longer than they are."""
        line = page.blocks[at].line
        return fold(line).strip() if len(line) <= _LONGEST_TITLE else ""

    _add_site_titles(page, folded)
    if not page.is_html:
        _add_titles_below(page, folded)
        _add_reworded_title(page, folded)


def _add_reworded_title(page: PageContext, folded: Callable[[int], str]) -> None:
    """The <title> at the top, parted from the name of the site, and the headline further down in
    other words, or in another order: «ناصر: لا نية لرفع الأسعار», «لا نية لرفع الأسعار: ناصر»."""
    if len(page.blocks) <= _TOP or not is_tail(page.blocks[1]):
        return
    title = set(_WORD.findall(folded(0)))
    for index in range(_TOP - 1, min(len(page.blocks), _NEAR)):
        words = set(_WORD.findall(folded(index)))
        if len(words) >= _FEWEST_WORDS and len(words & title) >= _ALIKE * len(words | title):
            page.features[0] |= SITE_TITLE
            page.features[index] |= TITLED
            return


def is_tail(block: Block) -> bool:
    """Whether a block is the name of the site behind a <title>."""
    return block.text[0] in "-–—|" and "\n" not in block.gap


def _add_titles_below(page: PageContext, folded: Callable[[int], str]) -> None:
    """«عنوان صحيفة الأيام», «الأيام - عنوان» below the headline: all of it, and a few words. A list
    of other stories may hold two titles that begin alike."""
    above: list[str] = []
    for index in range(min(len(page.blocks), _NEAR)):
        if page.features[index] & RELATED_MARKER:
            return
        short = len(page.blocks[index].line) < _SHORTEST_HEADLINE
        if short or page.features[index] & (STOPS | PATH):
            continue
        line = folded(index)
        held = [title for title in above if 0 < len(line) - len(title) <= _MOST_MORE]
        if any(_is_title_with_more(line, title) for title in held):
            page.features[index] |= SITE_TITLE
        elif len(line) >= _SHORTEST_HEADLINE and line.count(" ") >= _FEWEST_BLANKS:
            above.append(line)


def _is_title_with_more(line: str, title: str) -> bool:
    """Whether `line` is `title` with words before or after it, also glued; behind a mark, a deck
    tells more of the topic that the title names: «أزمة المياه.. الوزارة تفتح السد»."""
    return line.endswith(f" {title}") or (
        line.startswith(title) and line[len(title)] not in _DECK_MARKS
    )


def _in_doubled_lines(blocks: list[Block], repeats: dict[int, int]) -> Iterator[int]:
    """The blocks of lines of several («صيادون في الميناء» and «© رويترز») that equal the line
    above."""
    starts = [at for at, block in enumerate(blocks) if not at or "\n" in block.gap]
    for above, start, end in zip(starts, starts[1:], [*starts[2:], len(blocks)], strict=False):
        size = start - above
        if size > 1 and end - start == size:
            line = range(start, end)
            if all(repeats.get(at) == at - size for at in line):
                yield from line


def _copies(texts: list[str]) -> dict[int, int]:
    """The blocks of articles that stand on the page once more, each with the block it copies.

    Nobody repeats a long paragraph, or several sentences in a row: where they come back, so does
    what stands around them.
    """
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    refused = -1  # where the last run ends that is no copy
    for index, text in enumerate(texts):
        if len(text) < _SENTENCE:
            continue
        source = first.setdefault(text, index)
        offset = index - source
        short = len(text) < _PARAGRAPH
        if not offset or index in copies or (short and index <= refused):
            continue
        start, end = _equal_run(texts, index, offset, copies)
        run = texts[start : end + 1]
        if short and (len(run) < _RUN or sum(map(_is_sentence, run)) < _SENTENCES):
            refused = end
            continue
        copies.update((i, i - offset) for i in range(start, end + 1))
    return dict(sorted(copies.items()))


def _equal_run(
    texts: list[str], index: int, offset: int, copies: dict[int, int]
) -> tuple[int, int]:
    """The first and last line around `index` that equal the lines `offset` above."""
    start = end = index
    while (
        start - 1 not in copies and start > offset and texts[start - 1] == texts[start - 1 - offset]
    ):
        start -= 1
    while end + 1 < len(texts) and texts[end + 1] == texts[end + 1 - offset]:
        end += 1
    return start, end


def _is_sentence(text: str) -> bool:
    return len(text) >= _SENTENCE and text[-1] in '.؟!»"'


def _add_title_above_section(page: PageContext) -> None:
    """The <title> that opens the page, with section or kicker between it and the headline."""
    blocks, bits = page.blocks, page.features
    end = 1
    while end < min(len(blocks), _TOP) and (bits[end] & SECTION or _may_be_kicker(page, end)):
        end += 1
    if 1 < end < len(blocks) and blocks[end].text == blocks[0].text:
        bits[0] |= SITE_TITLE
        bits[end] |= TITLED


def _may_be_kicker(page: PageContext, index: int) -> bool:
    """Whether a line is short, and nothing that is known by its words."""
    short = len(page.blocks[index].line) <= _LONGEST_KICKER
    return short and not page.features[index] & _NO_KICKER and not page.words.fixed_gaps


def _add_site_titles(page: PageContext, folded: Callable[[int], str]) -> None:
    """«CNNArabic.com - عنوان», «عنوان – DW» at the top, and the headline in it further down; each
    article of a page may have such a title, which opens as the first does."""
    opening = ""
    for index, block in enumerate(page.blocks):
        if opening:
            if not block.line.startswith(opening):
                continue
        elif index >= _TOP:
            return
        # «صفحة الكاتب: أحمد سالم», whose name is printed again
        signed = page.features[index] & (BYLINE | SURE_BYLINE) == BYLINE
        parts = [] if signed else _PARTS.split(block.line[:_LONGEST_TITLE])
        if len(parts) > 1 and _names_headline(page, index, parts, folded):
            opening = parts[0]
        label, _, title = block.line.partition(": ")  # «title: الوزارة تفتح بوابات السد»
        if title and fold_label(label) in page.words.shared.headline_labels:
            _names_headline(page, index, [label, *_PARTS.split(title)], folded)


def _names_headline(
    page: PageContext, index: int, title: list[str], folded: Callable[[int], str]
) -> bool:
    """Whether block `index` is a site's title, in parts, that names a headline, which is printed
    near it too; both get their features."""
    blocks, bits = page.blocks, page.features
    parts = [fold(part).strip(" .") for part in title]
    near = range(max(0, index - _TOP), min(len(blocks), index + _NEAR))
    lines = {at: folded(at).rstrip(" .") for at in reversed(near) if at != index}
    printed = {line: at for at, line in lines.items() if line}
    for cut in range(1, min(len(parts), 4)):
        named = (" - ".join(parts[at : len(parts) - cut + at]) for at in range(cut + 1))
        headline = max((title for title in named if title in printed), key=len, default=None)
        if headline is None:
            continue
        bits[printed[headline]] |= TITLED
        of_section = any(fold_label(part) in page.words.sections for part in parts[1:cut])
        bits[index] |= SITE_TITLE | BREADCRUMB if of_section else SITE_TITLE
        return True
    return False
