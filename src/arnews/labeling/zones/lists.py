"""Lists of links: runs of links of the same shape, with the word that heads them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ...blocks import PICTURES, HtmlBlock
from ...lexicon.words import LONGEST_WORD
from ...patterns import plain
from ...segment.dom import Element
from .bodies import LINKED
from .dom import child_of, container, heading_level, near, numberless
from .stories import STOP, STORY, Links, Story

_WIDEST = 5  # blocks between two links of a list
_LINKS = 3  # kinds of links in a card: its section, its title, its date
_FURTHEST_HEADING = 4  # blocks from a list to the word that heads it
_BOXES = frozenset({"div", "aside", "section", "ul", "figure"})
TRAILS_OFF = plain(r"(?:\.\.|…)[\])]*$")


def lists(blocks: list[HtmlBlock]) -> list[Links]:
    """The runs of links of the same shape."""
    found: list[Links] = []
    latest: dict[tuple[str, ...], int] = {}  # the place in `found` of the last list of a shape
    heading: int | None = None
    texts = [at for at, block in enumerate(blocks) if block.text]
    place = {at: number for number, at in enumerate(texts)}
    for at in texts:
        block = blocks[at]
        markup = block.markup
        if markup.link_density <= LINKED or markup.href is None:
            short = len(block.text) <= LONGEST_WORD and not any(map(str.isdigit, block.text))
            if short and not _is_of_card(blocks, place, at, heading):
                heading = at
            continue
        if shows_picture(markup.href):
            continue
        if markup.href.startswith("#") and len(block.text) <= STORY and _heads(blocks, at):
            heading = heading if are_beside(blocks, heading, at) else at
            continue  # «#»: a tab, which shows this list or another
        shape = _shape_of_link(markup.element)
        known = latest.get(shape)
        last = found[known] if known is not None and known >= len(found) - _LINKS else None
        between = heading is not None and last is not None and heading > last.items[-1]
        if (
            last
            and place[at] - place[last.items[-1]] <= _WIDEST
            and not (between and (_heads(blocks, heading) or _labels(blocks, heading, at)))
        ):
            last.items.append(at)
            continue
        headed = heading is not None and place[at] - place[heading] <= _FURTHEST_HEADING
        if headed and any(one.heading == heading and len(one.items) > 1 for one in found[-2:]):
            headed = False  # by a list that is known
        latest[shape] = len(found)
        found.append(Links(shape, [at], heading if headed else None))
        tab = len(block.text) <= STORY and (heading is None or place[at] - place[heading] > 1)
        if tab and not _is_of_card(blocks, place, at, heading):
            heading = at  # right after a heading, it is a link to more of the kind
    return found


def _is_of_card(
    blocks: list[HtmlBlock], place: dict[int, int], at: int, heading: int | None
) -> bool:
    """Whether a short text right below a heading is the section of the first story under it; a
    sentence between the two is of a story whose text ends there."""
    if heading is None or place[at] - place[heading] >= _LINKS:
        return False
    if any(STOP.search(one.text) for one in blocks[heading + 1 : at] if one.href is None):
        return False
    return _heads(blocks, heading) and not _heads(blocks, at)


def _heads(blocks: list[HtmlBlock], at: int | None) -> bool:
    """Whether block `at` looks like the heading of a list, not like a part of one."""
    return at is not None and heading_level(blocks[at].markup.element) is not None


def _labels(blocks: list[HtmlBlock], heading: int | None, at: int) -> bool:
    """Whether a word with a colon stands on a line of its own above a link: «القسم:»."""
    labels = heading is not None and blocks[heading].text.endswith(":")
    return labels and not are_beside(blocks, heading, at)


def are_beside(blocks: list[HtmlBlock], one: int | None, other: int) -> bool:
    """Whether two texts stand in one line."""
    below = blocks[other].markup.element.block_ancestor
    return one is not None and blocks[one].markup.element.block_ancestor is below


def shows_picture(href: str | None) -> bool:
    """Whether a link leads to a picture, in large."""
    return href is not None and href[-5:].lower().endswith(PICTURES)


def _shape_of_link(element: Element) -> tuple[str, ...]:
    """Its tag and first name, and those of the elements around it; inline ones have no name."""
    shape = [element.tag, *numberless(element.names[:1])]
    for at in near(element.up, 3):
        shape.append(at.tag)
        if at.names and not at.inline:
            shape += numberless(at.names[:1])
    return tuple(shape)


def is_index(blocks: list[HtmlBlock], running: list[int], story: Story) -> bool:
    """Whether the text in `story` is no article, but teasers, each after the title or picture of
    another story or broken off below a heading; a directory: a list whose items begin with a
    link each; or teasers that end with the same linked word each, «المزيد»."""
    inside = running[bisect_left(running, story.first) : bisect_right(running, story.last)]
    teasers = [at for at in inside if is_teaser(blocks, at, story.usual)]
    if inside[:1] != teasers[:1]:  # boxes of other stories may stand between its paragraphs
        teasers = [at for at in teasers if not _is_below_box(blocks, at)]
    if len(inside) > 1 and len(teasers) * 2 > len(inside):
        return True
    ends = [blocks[at].text.split()[-1] for at in inside if blocks[at].markup.link_density]
    return len(ends) > _LINKS and len(set(ends)) == 1 and len(ends) * 2 > len(inside)


def _is_below_box(blocks: list[HtmlBlock], at: int) -> bool:
    """Whether the title above paragraph `at` is in a box beside it: «<div><a>…</a></div><p>»."""
    holder = container(blocks[at].markup.element)
    above = range(at - 1, max(-1, at - 1 - _WIDEST), -1)
    titles = (blocks[one].markup.element for one in above if len(blocks[one].text) >= STORY)
    box = child_of(holder, next(titles, None))
    return box is not None and box.tag in _BOXES


def is_teaser(blocks: list[HtmlBlock], at: int, usual: tuple[str, ...]) -> bool:
    """Whether paragraph `at` tells of a story that stands on another page."""
    if usual[:1] == ("li",) and blocks[at].markup.link_density > 0:
        return True
    for before in range(at - 1, max(-1, at - 1 - _WIDEST), -1):
        above = blocks[before].markup
        if heading_level(above.element) and TRAILS_OFF.search(blocks[at].text):
            return True
        if len(blocks[before].text) >= STORY:
            return above.link_density > LINKED and not (above.href or "").startswith("#")
        if above.image and above.href and not STOP.search(blocks[at].text):
            return True
    return False
