"""Cards: the teasers of other stories in a grid or a list, each with a title or a picture in an
element of one shape. They are no text of the article of the page, however many they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, reduce
from typing import TypeAlias

from attrs import define, frozen

from ...blocks import HtmlBlock
from ...segment.dom import Element, lowest_common_ancestor
from .bodies import ENOUGH, weight
from .dom import HEADINGS, container, heading_level, is_inside, near, numberless
from .lists import TRAILS_OFF
from .stories import STOP, STORY, HtmlPage, leads_to_story

_FEWEST = 3  # cards of one shape
_NEAR = 5  # blocks from a teaser to its title or picture
_AROUND = 3  # elements that make the shape of a card
_TITLES = 4  # blocks over the first card with the heading of all
_NO_LEVEL = len(HEADINGS) + 1
_ENOUGH = 10  # texts that are looked at
_DEEP = 5  # elements around a text that may have the shape of cards

Shape: TypeAlias = tuple[tuple[str, ...], ...]


@frozen
class _Card:
    """A teaser, where its card begins, its title if it has one, and the element around both."""

    at: int
    first: int
    title: int | None
    element: Element

    @property
    def texts(self) -> tuple[int, ...]:
        return (self.at,) if self.title is None else (self.title, self.at)


@define(eq=False, slots=False)
class _Rest:
    """The running text of a page that is in no group of cards, and what may be its headline."""

    page: HtmlPage
    texts: list[int]

    def has(self, shape: Shape, cards: list[_Card]) -> bool:
        """Whether cards without links are parts of the article: other text stands in elements of
        their shape, or they stand below its headline, but not between its text and a heading."""
        blocks, first = self.page.blocks, cards[0].first
        if shape in self.shapes:
            return True
        level = min(
            (_level(blocks[card.title]) for card in cards if card.title is not None),
            default=_NO_LEVEL,
        )
        places = [bisect_left(self.heads[one], first) for one in range(level)]
        heads = [self.heads[one][place - 1] for one, place in enumerate(places) if place]
        if not heads:
            return False
        start, end = bisect_left(self.texts, max(heads)), bisect_left(self.texts, first)
        if weight(blocks, self.texts[start:end][:_ENOUGH]) < ENOUGH:
            return True
        between = blocks[max(self.texts[end - 1] + 1, first - _TITLES) : first]
        return not any(_is_heading(block) and len(block.text) < STORY for block in between)

    @cached_property
    def containers(self) -> frozenset[Element]:
        return frozenset(container(self.page.blocks[at].markup.element) for at in self.texts)

    @cached_property
    def shapes(self) -> frozenset[Shape]:
        elements = (self.page.blocks[at].markup.element for at in self.texts)
        return frozenset(_shape(around) for one in elements for around in near(one, _DEEP))

    @cached_property
    def heads(self) -> tuple[list[int], ...]:
        """The headings of each level that may be a headline; what the metadata names is of all."""
        found: tuple[list[int], ...] = tuple([] for _ in range(_NO_LEVEL))
        for at, block in enumerate(self.page.blocks):
            if block.href is None and len(block.text) >= STORY:
                level = 0 if self.page.is_title(block.text) else _level(block)
                if level < _NO_LEVEL and not self.page.is_label(block.text):
                    found[level].append(at)
        return found


def without_cards(page: HtmlPage, running: list[int]) -> list[int]:
    """The running text of a page that is in no card.

    Cards whose titles link to other pages tell of other stories. Those without links may be the
    parts of an article (a list of places, a live page, a gallery), and are so if other text of it
    stands in elements of the same shape, or if they stand below its headline."""
    blocks = page.blocks
    groups: dict[Shape, list[_Card]] = {}
    for card in _cards(blocks, [at for at in running if not _is_heading(blocks[at])]):
        groups.setdefault(_shape(card.element), []).append(card)
    groups = {shape: cards for shape, cards in groups.items() if len(cards) >= _FEWEST}
    if not groups:
        return running
    held = {at for cards in groups.values() for card in cards for at in card.texts}
    rest = _Rest(page, [at for at in running if at not in held])
    teasers: set[int] = set()
    for shape, cards in groups.items():
        around = reduce(lowest_common_ancestor, (card.element for card in cards))
        if around in rest.containers:
            continue  # a list of books or places, with text before or after it
        linked = _most(_is_linked(blocks, card) for card in cards)
        if linked or (_most(_tells(blocks, card) for card in cards) and not rest.has(shape, cards)):
            teasers.update(at for card in cards for at in card.texts)
    left = [at for at in running if at not in teasers]
    alone = page.is_article and weight(blocks, left) < ENOUGH
    return running if alone and any(_is_headline(page, block) for block in blocks) else left


def _shape(element: Element) -> Shape:
    return tuple((one.tag, *numberless(one.names[:1])) for one in near(element, _AROUND))


def _is_headline(page: HtmlPage, block: HtmlBlock) -> bool:
    """Whether a block is a headline that the metadata names."""
    return len(block.text) >= STORY and page.is_title(block.text) and not page.is_label(block.text)


def _most(those: Iterator[bool]) -> bool:
    found = list(those)
    return 2 * sum(found) > len(found)


def _cards(blocks: list[HtmlBlock], running: list[int]) -> Iterator[_Card]:
    """The running text that shares an element with a title above it, or with a picture, and with
    no other running text."""
    ups = [*(_around_paragraph(blocks[at].markup.element) for at in running), None]
    for number, at in enumerate(running):
        up = ups[number]
        if up is not None and (up is ups[number - 1] or up is ups[number + 1]):
            continue  # one paragraph of several
        before = running[number - 1] if number else -1
        after = running[number + 1] if number + 1 < len(running) else len(blocks)
        above = range(at - 1, max(before, at - 1 - _NEAR), -1)
        below = range(at + 1, min(after, at + 1 + _NEAR))
        others = [blocks[one] for one in (before, after) if 0 <= one < len(blocks)]
        for side, is_mate in _MATES:
            places = above if side == "above" else below
            mate = next((one for one in places if is_mate(blocks[one])), None)
            if mate is None:
                continue
            element = lowest_common_ancestor(blocks[at].markup.element, blocks[mate].markup.element)
            if element.up is not None and not any(is_inside(one, element) for one in others):
                yield _Card(at, min(at, mate), mate if blocks[mate].text else None, element)
                break


def _around_paragraph(element: Element) -> Element | None:
    paragraph = element.block_ancestor
    return paragraph.up if paragraph.tag == "p" else None


def _is_picture(block: HtmlBlock) -> bool:
    return block.markup.image is not None


def _is_heading(block: HtmlBlock) -> bool:
    element = block.markup.element
    return bool(block.text) and (
        heading_level(element) is not None
        or any(one.tag in ("h5", "h6") for one in near(element, 2))
    )


_MATES = (
    ("above", leads_to_story),
    ("above", _is_heading),
    ("above", _is_picture),
    ("below", _is_picture),
)


def _is_linked(blocks: list[HtmlBlock], card: _Card) -> bool:
    return card.title is not None and leads_to_story(blocks[card.title])


def _tells(blocks: list[HtmlBlock], card: _Card) -> bool:
    """Whether a card has the title of a story, or its text is one, or broken off."""
    if card.title is not None and len(blocks[card.title].text) >= STORY:
        return True
    text = blocks[card.at].text
    return STOP.search(text) is None or TRAILS_OFF.search(text) is not None


def _level(block: HtmlBlock) -> int:
    """1 for a heading of the first level."""
    level = heading_level(block.markup.element)
    return HEADINGS.index(level) + 1 if level else _NO_LEVEL
