"""The running text of a page, the blocks that are long and no links; and bodies, the elements that
hold that of an article each."""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce
from itertools import takewhile

from ...blocks import HtmlBlock
from ...folding import fold
from ...lexicon.words import LONGEST_WORD
from ...segment.dom import Element, lowest_common_ancestor
from ..element_names import is_called
from .dom import (
    PARAGRAPHS,
    child_of,
    container,
    heading_level,
    inherited,
    is_inside,
    path_within,
    shape_of,
)
from .stories import LONGEST_HEADLINE, STOP, STORY, HtmlPage, Story

RUNNING = 60  # characters from which an unlinked block is running text
_SENTENCE = 25  # characters of a sentence, on a page without running text
MOST = 600  # characters of a block that count
LEAST = 0.2  # of a page's running text that stands outside comments and the like …
MUCH = 1_000  # … if it is more than this
LINKED = 0.6
_LONGEST_DATES, _DIGITS = 110, 8  # characters of a line with a date and hour, and digits in it
_ASIDE = frozenset({"footer", "nav", "aside", "form", "figcaption", "button", "dialog"})
_is_called_aside = is_called("aside")
_is_called_part = is_called("part")
ENOUGH = 250  # characters of running text that make a body
_DIGEST = 3  # articles of a digest, at least
DEEPER = 0.7  # of its weight counts for text one element deeper in a body
_STEPS, _MUCH_MORE = 4, 1.4  # steps up from a body, if there is so much more text
_FURTHEST_PARAGRAPH = 40  # blocks between two paragraphs of a body


def running_text(page: HtmlPage) -> list[int]:
    """The blocks of running text, those in comments, forms and the like left out; on a page that
    has none, its short sentences.

    If that leaves nothing, the whole page is a form; if next to nothing, a name that speaks of
    comments is that of the whole page.
    """
    blocks = page.blocks
    long = [at for at, block in enumerate(blocks) if len(block.text) >= RUNNING and runs(block)]
    short = () if long else (at for at, block in enumerate(blocks) if _is_sentence(block))
    every = [at for at in (*long, *short) if not _heads(page, blocks[at].text)]
    for speaks in (_is_aside, _is_aside_of_form):
        known: dict[int, bool | None] = {}
        calm = [at for at in every if not inherited(blocks[at].markup.element, known, speaks)]
        if calm:
            break
    most = weight(blocks, every)
    return every if most > MUCH and weight(blocks, calm) < LEAST * most else calm


def _heads(page: HtmlPage, text: str) -> bool:
    """Whether `text` is a headline, a path to one, or a line that is on every page of the site."""
    of_site = page.words.shared.begin_chrome(fold(text[:LONGEST_WORD]))
    return of_site or page.is_title(text) or page.is_path(text)


def runs(block: HtmlBlock) -> bool:
    """Whether a block is running text: long, no link, and no heading."""
    size = len(block.text)
    if size < RUNNING or block.markup.link_density >= LINKED:
        return False
    if size <= _LONGEST_DATES and _may_be_dates(block.text):
        return False
    return size >= LONGEST_HEADLINE or heading_level(block.markup.element) is None


def _is_sentence(block: HtmlBlock) -> bool:
    """Whether a block is a short sentence with its full stop, no link, and no heading."""
    if len(block.text) < _SENTENCE or block.text[-1] != "." or block.markup.link_density:
        return False
    return heading_level(block.markup.element) is None


def _may_be_dates(text: str) -> bool:
    """«نشر بتاريخ: 17/10/2023 (آخر تحديث: 17/10/2023 الساعة: 14:55)»: as many digits as a day with
    its hour has, and no full stop."""
    return sum(map(str.isdigit, text)) >= _DIGITS and not STOP.search(text)


def weight(blocks: list[HtmlBlock], group: list[int]) -> int:
    return sum([min(len(blocks[at].text), MOST) for at in group])


def _is_aside(element: Element) -> bool:
    """Whether the page itself says that what `element` holds is no part of an article."""
    return element.tag in _ASIDE or _is_called_aside(element.names)


def _is_aside_of_form(element: Element) -> bool:
    return element.tag != "form" and _is_aside(element)


def bodies(page: HtmlPage, running: list[int]) -> list[tuple[Element, list[int]]]:
    """The elements that hold the running text of an article each, in order, and its paragraphs.

    A body holds the paragraphs of the kind that most text is of. Paragraphs of that kind after
    another headline, or far away, are those of another article.
    """
    blocks = page.blocks
    kinds: dict[tuple[str, ...], list[int]] = {}
    for at in running:
        kinds.setdefault(_kind(blocks[at]), []).append(at)
    if not kinds:
        return []
    usual = max(kinds.values(), key=lambda group: weight(blocks, group))
    if digest := _digest(blocks, usual):
        page.is_digest = True
        return [(_holder(blocks, group), group) for group in digest]
    groups: list[list[int]] = []
    for at in usual:
        if groups and not _is_parted(blocks, groups[-1][-1], at):
            groups[-1].append(at)
        else:
            groups.append([at])
    found = [(_holder(blocks, group), group) for group in groups]
    wider = _around(blocks, running, found[0][0]) if len(found) == 1 else None
    return [wider] if wider else found


def _digest(blocks: list[HtmlBlock], group: list[int]) -> list[list[int]]:
    """The paragraphs of each article of a digest: they stand in elements of one shape side by side,
    each of which opens with a heading, and no headline stands above all."""
    first, last = (container(blocks[at].markup.element) for at in (group[0], group[-1]))
    if first is last:
        return []
    around = _holder(blocks, group)
    entries: dict[Element | None, list[int]] = {}
    for at in group:
        entries.setdefault(child_of(around, blocks[at].markup.element), []).append(at)
    shapes = {shape_of(entry) for entry in entries if entry is not None}
    if len(entries) < _DIGEST or len(shapes) != 1 or None in entries:
        return []
    if 2 * len(group) < 3 * len(entries):
        return []  # teasers, or the entries of a live page
    firsts: dict[Element | None, int] = {}
    for at in range(group[-1], -1, -1):
        entry = child_of(around, blocks[at].markup.element)
        if entry in entries and blocks[at].text:
            firsts[entry] = at
    above = blocks[: min(firsts.values())]
    if not all(_is_long_heading(blocks[at]) for at in firsts.values()):
        return []
    return [] if any(map(_may_head, above)) else list(entries.values())


def _is_long_heading(block: HtmlBlock) -> bool:
    return len(block.text) >= STORY and heading_level(block.markup.element) is not None


def _may_head(block: HtmlBlock) -> bool:
    """Whether a block above a digest may be the headline of all."""
    return len(block.text) >= STORY and not block.markup.link_density


def _kind(block: HtmlBlock) -> tuple[str, ...]:
    """What paragraphs of one kind have in common: the elements around them, three deep."""
    base = block.markup.element.block_ancestor
    kind = [] if base.tag in PARAGRAPHS else [*shape_of(base)]
    element = base.up
    while element is not None and element.tag != "body":
        kind += shape_of(element)
        element = element.up if len(kind) < 3 else None
    return (base.tag, *kind)


def _holder(blocks: list[HtmlBlock], group: list[int]) -> Element:
    """The element that holds the paragraphs in `group`, and the other part of their text."""
    elements = (blocks[at].markup.element for at in group)
    held = container(reduce(lowest_common_ancestor, elements))
    return held.up if held.up is not None and _is_called_part(held.names) else held


def _around(
    blocks: list[HtmlBlock], running: list[int], body: Element
) -> tuple[Element, list[int]] | None:
    """The element a few steps up that holds much more text than `body`, and its paragraphs: a box
    inside an article may be longer than what stands around it."""
    held, around = None, body
    for _ in range(_STEPS):
        inside = [at for at in running if is_inside(blocks[at], around)]
        held = held or weight(blocks, inside)
        if weight(blocks, inside) > _MUCH_MORE * held:
            return around, inside
        if around.up is None or around.up.tag in ("body", "main"):
            return None
        around = around.up
    return None


def _is_parted(blocks: list[HtmlBlock], one: int, other: int) -> bool:
    """Whether two paragraphs of a kind stand far apart, or a headline between them."""
    between = [block for block in blocks[one + 1 : other] if block.text]
    if len(between) > _FURTHEST_PARAGRAPH:
        return True
    first, last = blocks[one].markup.element, blocks[other].markup.element
    if container(first) is container(last):
        return False
    headings = [
        block
        for block in between
        if block.markup.href is None and heading_level(block.markup.element) in ("h1", "h2")
    ]
    parting = [block for block in headings if not _is_beside(block.markup.element, first)]
    return bool(parting) and not _are_entries(blocks, one, other, parting)


def _are_entries(blocks: list[HtmlBlock], one: int, other: int, headings: list[HtmlBlock]) -> bool:
    """Whether two paragraphs stand in elements of one shape side by side, entries of a live page or
    sections, each below a heading of its own: the headline stands above both."""
    first, last = blocks[one].markup.element, blocks[other].markup.element
    around = lowest_common_ancestor(first, last)
    entry, below = child_of(around, first), child_of(around, last)
    if entry is None or below is None or shape_of(entry) != shape_of(below):
        return False
    above = takewhile(lambda block: is_inside(block, entry), reversed(blocks[:one]))
    return all(
        is_inside(block, below) and heading_level(block.markup.element) == "h2"
        for block in headings
    ) and not any(heading_level(block.markup.element) == "h1" for block in above)


def _is_beside(element: Element, other: Element) -> bool:
    """Whether `element` is a sibling or cousin of `other`: a subheading."""
    one, two = element.block_ancestor.up, other.block_ancestor.up
    return one is None or two is None or one is two.up or one.up is two.up


def story_of(blocks: list[HtmlBlock], inside: list[int], body: Element) -> Story:
    """The story of `body`, from the first to the last paragraph of the shape that most are of."""
    weight: dict[tuple[str, ...], int] = {}
    shapes = [path_within(blocks[at], body) for at in inside]
    for at, made in zip(inside, shapes, strict=True):
        weight[made] = weight.get(made, 0) + len(blocks[at].text)
    usual = max(weight, key=lambda made: weight[made] * DEEPER ** len(made))
    paragraphs = [at for at, made in zip(inside, shapes, strict=True) if made == usual]
    return Story(body, paragraphs, usual)


def all_inside(
    blocks: list[HtmlBlock], running: list[int], body: Element, group: list[int]
) -> list[int]:
    """The running text in `body`: `group`, and what stands before, among and after it."""
    start, end = bisect_left(running, group[0]), bisect_left(running, group[-1]) + 1
    while start > 0 and is_inside(blocks[running[start - 1]], body):
        start -= 1
    while end < len(running) and is_inside(blocks[running[end]], body):
        end += 1
    return [at for at in running[start:end] if is_inside(blocks[at], body)]
