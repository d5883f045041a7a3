"""Galleries and sliders of a story: elements so called that hold pictures and what they show."""

from __future__ import annotations

from collections.abc import Iterator

from ...blocks import HtmlBlock
from ...lexicon.words import LONGEST_WORD, fold_heading
from ...segment.dom import Element, lowest_common_ancestor
from ..element_names import is_called
from . import ABOVE, BODY, HEAD, TAIL
from .dom import is_inside, is_within, near, upwards
from .lists import shows_picture
from .stories import HtmlPage, Story

_ABOVE = 20  # blocks over a headline
_AFTER = 60  # … and behind a body where a gallery may begin
_FEWEST = 2  # pictures
_CAPTION = 2  # blanks between the words of a caption at least
_LONGEST_CAPTION = 300  # characters
_OF_STORY = frozenset({ABOVE, HEAD, BODY, TAIL})
_HEADING = 2  # blocks over a gallery
_DEEPEST = 10  # elements up from a picture to its gallery
_ITEM = 4  # elements up from a picture to what is called its item

_is_called_gallery = is_called("gallery")


def galleries(html: HtmlPage, zones: list[int], story: Story) -> Iterator[list[int]]:
    """The blocks of each gallery of a story: of one above the headline, those that stand in one
    <article> or <main> with it."""
    blocks = html.blocks
    at, end = max(0, story.start - _ABOVE), min(len(blocks), story.last + _AFTER)
    while at < end:
        shown = blocks[at].markup.image is not None and zones[at] in _OF_STORY
        gallery = _gallery(blocks[at], story) if shown else None
        if gallery is None:
            at += 1
            continue
        start = at
        while start and is_inside(blocks[start - 1], gallery):
            start -= 1
        while at < len(blocks) and is_inside(blocks[at], gallery):
            at += 1
        if _is_title(blocks, start):
            start += 1
        held = [one for one in range(start, at) if zones[one] in _OF_STORY and _shows(blocks[one])]
        above = held and zones[held[0]] == ABOVE and not _is_with_headline(story, gallery)
        apart = above or _is_of_site(html, start)
        if not apart and _are_slides([blocks[one] for one in held]):
            yield held


def _gallery(block: HtmlBlock, story: Story) -> Element | None:
    """The outermost element around a picture that is called a gallery, and holds no text of the
    story."""
    around = [at for at in near(block.markup.element, _DEEPEST) if _is_called_gallery(at.names)]
    apart = (at for at in reversed(around) if not is_within(story.body, at))
    return next(apart, None)


def _is_title(blocks: list[HtmlBlock], first: int) -> bool:
    """Whether the first block of a gallery is its title: apart from the first two pictures."""
    if not blocks[first].text:
        return False
    below = (blocks[at].markup for at in range(first + 1, len(blocks)))
    pictures = (markup.element for markup in below if markup.image)
    slide = lowest_common_ancestor(blocks[first].markup.element, next(pictures))
    return is_within(next(pictures, slide), slide)


def _shows(block: HtmlBlock) -> bool:
    """Whether a block is a picture or has words: «2/3» counts."""
    return block.markup.image is not None or any(map(str.isalpha, block.text))


def _is_of_site(html: HtmlPage, start: int) -> bool:
    """Whether a heading of the site stands above a gallery: «الأكثر قراءة»."""
    above = [block.text for block in html.blocks[max(0, start - _HEADING) : start]]
    return any(
        len(text) <= LONGEST_WORD and fold_heading(text) in html.words.elsewhere for text in above
    )


def _is_with_headline(story: Story, gallery: Element) -> bool:
    holders = (at for at in upwards(story.frame) if at.tag in ("article", "main"))
    around = next(holders, None)
    return around is not None and is_within(gallery, around)


def _are_slides(blocks: list[HtmlBlock]) -> bool:
    """Whether blocks are pictures, and captions of most of them or links to the same pictures in
    large; none leads to another page."""
    pictures = [block for block in blocks if block.markup.image is not None]
    texts = [block for block in blocks if block.text]
    large = [block for block in pictures if shows_picture(block.href)]
    captions = [block for block in texts if block.text.count(" ") >= _CAPTION]
    return (
        len(pictures) >= _FEWEST
        and 2 * max(len(large), len(captions)) >= len(pictures)
        and all(len(block.text) <= _LONGEST_CAPTION for block in texts)
        and not any(map(_leads_away, blocks))
    )


def _leads_away(block: HtmlBlock) -> bool:
    """Whether a block links to another page than one that shows its picture alone."""
    if (block.href or "#").startswith(("#", "javascript:")) or shows_picture(block.href):
        return False
    item = near(block.markup.element, _ITEM) if block.markup.image else []
    return not any("gallery" in name for element in item for name in element.names)
