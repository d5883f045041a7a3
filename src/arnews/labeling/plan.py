"""The ground plan of a page: where its articles stand, and what lies around them.

A page of news is mostly not news. Its *bodies* are the elements that hold the running text: every
paragraph counts for the element around it, less for the one further up, and the heaviest element
is a body; others of the same make that hold enough text are bodies too (pages that load the next
story under the first). A body's *headline* is the nearest heading before it, best of all one that
the metadata names. Lists of links are found as runs of links of the same make, with the word that
heads them. All of it is one pass over the blocks and the elements that hold running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from attrs import Factory, define

from ..blocks import Block, Element, holder
from ..folding import fold
from ..lexicon.words import LONGEST_WORD
from ..metadata import Metadata

RUNNING = 60  # characters from which an unlinked block is running text
MOST = 600  # characters of a block that count
UPWARDS = 0.6  # what text counts for the element around its container
ENOUGH = 250  # characters of running text that make a body
LIKE_THE_FIRST = 0.15  # of the heaviest body's text that makes another of its make a body
STORY = 20  # characters a link needs for the title of a story
_LINKED = 0.6
_FURTHEST_HEADING = 4  # blocks from a list to the word that heads it
_WIDEST = 5  # blocks between two links of a list
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "td", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_DIGITS = re.compile(r"\d+")


@define(eq=False)
class Links:
    """A list of links: the indices of its items, and of the word that heads it."""

    make: tuple[str, ...]
    items: list[int]
    heading: int | None = None


@define(eq=False)
class Story:
    """One article of the page: its body, the headline's index, and the element around both."""

    body: Element
    first: int
    last: int
    headline: int | None = None
    frame: Element | None = None


@define(eq=False)
class Plan:
    """The plan of `blocks`; `stories` in order."""

    blocks: list[Block]
    metadata: Metadata
    stories: list[Story] = Factory(list)
    lists: list[Links] = Factory(list)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The headlines that the metadata states, folded, with and without the site's name."""
        return frozenset(part for title in self.metadata.titles for part in _versions(title))

    def is_title(self, text: str) -> bool:
        """Whether the metadata calls the page so."""
        return len(text) < 300 and bool(self.titles) and key(text) in self.titles


def key(text: str) -> str:
    """The form in which strings of the page and its metadata are compared."""
    return " ".join(_QUOTES.sub(" ", fold(text)).split())


_QUOTES = re.compile("[\"'«»“”„‘’]")
_SITE = re.compile(r"\s[-–—|:»]\s")


def _versions(title: str) -> Iterable[str]:
    yield key(title)
    cuts = list(_SITE.finditer(title))[:4]
    for cut in cuts:
        yield key(title[: cut.start()])
        yield key(title[cut.end() :])


def draw(blocks: list[Block], metadata: Metadata) -> Plan:
    """The plan of a page of HTML."""
    plan = Plan(blocks, metadata)
    running = [at for at, block in enumerate(blocks) if _runs(block)]
    for body in _bodies(blocks, running):
        inside = [at for at in running if _is_inside(blocks[at], body)]
        plan.stories.append(Story(body, inside[0], inside[-1]))
    plan.stories.sort(key=lambda story: story.first)
    if not plan.stories and (lone := _lone_headline(plan)) is not None:
        plan.stories.append(lone)
    before = 0
    for story in plan.stories:
        if story.headline is None:
            story.headline = _headline(plan, before, story.first)
        story.frame = _frame(plan, story)
        before = story.last + 1
    plan.lists = _lists(blocks)
    return plan


def _runs(block: Block) -> bool:
    markup = block.markup
    return (
        markup is not None
        and len(block.text) >= RUNNING
        and markup.link_density < _LINKED
        and not _is_aside(markup.element)
    )


def _container(element: Element) -> Element:
    """The element that a paragraph counts for."""
    base = element.base
    while base.tag in _PARAGRAPHS and base.up is not None:
        base = base.up
    return base


def _is_aside(element: Element | None) -> bool:
    """Whether the page itself says that `element` is no part of an article."""
    for _ in range(12):
        if element is None:
            return False
        if element.tag in _ASIDE or _speaks_of_aside(element.names):
            return True
        element = element.up
    return False


_ASIDE = frozenset({"footer", "nav", "aside", "form", "figcaption", "button", "dialog"})
_COMMENTS = re.compile(r"comment|disqus|footer|cookie|newsletter|subscribe|copyright|popup|modal")


@lru_cache(maxsize=4096)
def _speaks_of_aside(names: tuple[str, ...]) -> bool:
    return bool(_COMMENTS.search(" ".join(names)))


def _bodies(blocks: list[Block], running: list[int]) -> list[Element]:
    """The elements that hold the running text of an article each, the heaviest first."""
    weight: dict[int, float] = {}
    elements: dict[int, Element] = {}
    for at in running:
        markup = blocks[at].markup
        assert markup is not None
        counted: float = min(len(blocks[at].text), MOST)
        element: Element | None = _container(markup.element)
        for _ in range(3):
            if element is None:
                break
            elements[element.order] = element
            weight[element.order] = weight.get(element.order, 0.0) + counted
            counted *= UPWARDS
            element = element.up
    if not weight:
        return []
    heaviest = max(weight, key=lambda order: (weight[order], order))
    if weight[heaviest] < ENOUGH:
        return []
    first = elements[heaviest]
    found = [first]
    if first.names:
        make = _make(first)
        for order in sorted(weight, key=lambda order: -weight[order]):
            other = elements[order]
            if (
                order != heaviest
                and weight[order] >= max(ENOUGH, LIKE_THE_FIRST * weight[heaviest])
                and _make(other) == make
                and not any(holder(other, known) in (other, known) for known in found)
            ):
                found.append(other)
    return found


def _make(element: Element) -> tuple[str, ...]:
    """What elements of the same make have in common."""
    return (element.tag, *_numberless(element.names))


@lru_cache(maxsize=4096)
def _numberless(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_DIGITS.sub("", name) for name in names)


def _is_inside(block: Block, element: Element) -> bool:
    assert block.markup is not None
    return is_within(block.markup.element, element)


def is_within(element: Element, other: Element) -> bool:
    """Whether `element` is `other` or inside it."""
    at: Element | None = element
    while at is not None and at.order > other.order:
        at = at.up
    return at is other


def _headline(plan: Plan, start: int, end: int) -> int | None:
    """The headline of a body whose text begins at block `end`: the nearest before it."""
    nearest: dict[str, int] = {}
    for at in range(end - 1, start - 1, -1):
        block = plan.blocks[at]
        if not block.text or block.markup is None:
            continue
        level = _level(block.markup.element)
        if plan.is_title(block.text) and (level or block.markup.href is None):
            return at
        if level and level not in nearest and len(block.text) < 300:
            nearest[level] = at
    return next((nearest[level] for level in _HEADINGS if level in nearest), None)


def _level(element: Element) -> str | None:
    at: Element | None = element
    for _ in range(3):
        if at is None:
            return None
        if at.tag in _HEADINGS:
            return at.tag
        at = at.up
    return None


def _lone_headline(plan: Plan) -> Story | None:
    """An article without a body, if the page calls itself one and prints its headline."""
    if not plan.metadata.is_article:
        return None
    for at, block in enumerate(plan.blocks):
        markup = block.markup
        if markup and _level(markup.element) and plan.is_title(block.text):
            return Story(_container(markup.element), at, at, at)
    return None


def _frame(plan: Plan, story: Story) -> Element:
    """The element around the headline and the body; around the body alone, two steps up."""
    if story.headline is None:
        above = story.body.up or story.body
        return above.up or above
    markup = plan.blocks[story.headline].markup
    assert markup is not None
    return holder(markup.element, story.body)


def _lists(blocks: list[Block]) -> list[Links]:
    """The runs of links of the same make."""
    found: list[Links] = []
    heading: int | None = None
    for at, block in enumerate(blocks):
        markup = block.markup
        if markup is None or not block.text:
            continue
        if markup.link_density <= _LINKED or markup.href is None:
            if len(block.text) <= LONGEST_WORD:
                heading = at
            continue
        make = _make_of_link(markup.element)
        last = found[-1] if found else None
        between = heading is not None and last is not None and heading > last.items[-1]
        if (
            last
            and last.make == make
            and at - last.items[-1] <= _WIDEST
            and not (between and _heads(blocks, heading))
        ):
            last.items.append(at)
            continue
        near = heading is not None and at - heading <= _FURTHEST_HEADING
        free = last is None or heading is None or heading > last.items[-1]
        found.append(Links(make, [at], heading if near and free else None))
        if len(block.text) <= STORY:
            heading = at
    return found


def _heads(blocks: list[Block], at: int | None) -> bool:
    """Whether block `at` looks like the heading of a list, not like a part of one."""
    markup = blocks[at].markup if at is not None else None
    return markup is not None and _level(markup.element) is not None


def _make_of_link(element: Element) -> tuple[str, ...]:
    make: list[str] = []
    at: Element | None = element
    for _ in range(4):
        if at is None:
            break
        make.append(at.tag)
        if len(make) == 1 or at.unit is None:
            make.extend(_numberless(at.names)[:1])
        at = at.up
    return tuple(make)
