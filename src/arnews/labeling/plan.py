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
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache, reduce

from attrs import Factory, define

from ..blocks import Block, Element, Markup, holder
from ..folding import fold
from ..lexicon.words import LONGEST_WORD
from ..metadata import Metadata

RUNNING = 60  # characters from which an unlinked block is running text
MOST = 600  # characters of a block that count
ENOUGH = 250  # characters of running text that make a body
LIKE_THE_FIRST = 0.15  # of the heaviest body's text that makes another of its make a body
LONGEST_HEADLINE = 300  # characters
_GLANCE = 40  # characters of a text of which enough is left …
_OPENING = 8  # … for the first of a title
STORY = 20  # characters a link needs for the title of a story
_LINKED = 0.6
_FURTHEST_HEADING = 4  # blocks from a list to the word that heads it
_FURTHEST_HEADLINE = 25  # blocks over a heading where another may be the better headline
_FURTHEST_PARAGRAPH = 40  # blocks between two paragraphs of a body
_FURTHEST_BODY = 20  # blocks from a headline to a body without running text
_WIDEST = 5  # blocks between two links of a list
LEAST = 0.2  # of a page's running text that stands outside comments and the like …
MUCH = 1_000  # … if it is more than this
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
    usual: tuple[str, ...] = ()  # the make of its paragraphs
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
        if len(text) >= LONGEST_HEADLINE or not self.titles:
            return False
        opening = key(text[:_GLANCE])[:_OPENING]
        if len(opening) == _OPENING and opening not in self._openings:
            return False
        return key(text) in self.titles

    @cached_property
    def _openings(self) -> frozenset[str]:
        """What the titles begin with: a text that begins otherwise is not compared whole."""
        return frozenset(title[:_OPENING] for title in self.titles)


def key(text: str) -> str:
    """The form in which strings of the page and its metadata are compared."""
    return " ".join(_QUOTES.sub(" ", fold(text)).split())


_QUOTES = re.compile("[\"'«»“”„‘’]")
_SITE = re.compile(r"\s[-–—|:»]\s")


def _versions(title: str) -> Iterator[str]:
    """`title` with and without the name of the site, which is the shorter part."""
    yield key(title)
    for cut in list(_SITE.finditer(title))[:4]:
        for part in (title[: cut.start()], title[cut.end() :]):
            if 2 * len(part) >= len(title):
                yield key(part)


def draw(blocks: list[Block], metadata: Metadata) -> Plan:
    """The plan of a page of HTML."""
    plan = Plan(blocks, metadata)
    running = _running(plan)
    for body, group in _bodies(plan, running):
        story = _story(blocks, _all_inside(blocks, running, body, group), body)
        if metadata.is_article or not _is_index(blocks, running, story):
            plan.stories.append(story)
    plan.stories.sort(key=lambda story: story.first)
    before = 0
    for story in plan.stories:
        story.headline = _headline(plan, before, story.first)
        before = story.last + 1
    plan.stories = [story for story in plan.stories if _is_believed(plan, story)]
    if not any(_is_named(plan, story) for story in plan.stories):
        lone = _lone_headline(plan)
        plan.stories = sorted([*lone, *plan.stories], key=lambda story: story.first)
    for story in plan.stories:
        story.frame = _frame(plan, story)
    plan.lists = _lists(blocks)
    return plan


def _all_inside(
    blocks: list[Block], running: list[int], body: Element, group: list[int]
) -> list[int]:
    """The running text in `body`: `group`, and what stands before, among and after it."""
    start, end = bisect_left(running, group[0]), bisect_left(running, group[-1]) + 1
    while start > 0 and _is_inside(blocks[running[start - 1]], body):
        start -= 1
    while end < len(running) and _is_inside(blocks[running[end]], body):
        end += 1
    return [at for at in running[start:end] if _is_inside(blocks[at], body)]


def _story(blocks: list[Block], inside: list[int], body: Element) -> Story:
    """The story of `body`, from the first to the last paragraph of the make that most are of."""
    weight: dict[tuple[str, ...], int] = {}
    shapes = [shape(blocks[at], body) for at in inside]
    for at, made in zip(inside, shapes, strict=True):
        weight[made] = weight.get(made, 0) + len(blocks[at].text)
    usual = max(weight, key=lambda made: weight[made])
    paragraphs = [at for at, made in zip(inside, shapes, strict=True) if made == usual]
    return Story(body, paragraphs[0], paragraphs[-1], usual)


def _is_believed(plan: Plan, story: Story) -> bool:
    """Whether there is enough text for an article: little is enough under a headline."""
    text = sum(
        len(plan.blocks[at].text)
        for at in range(story.first, story.last + 1)
        if _runs(plan.blocks[at])
    )
    if text >= ENOUGH or plan.metadata.is_article:
        return True
    markup = plan.blocks[story.headline].markup if story.headline is not None else None
    return markup is not None and markup.href is None and _level(markup.element) == "h1"


def _is_index(blocks: list[Block], running: list[int], story: Story) -> bool:
    """Whether the text in `story` is a list of teasers: each after the title of another story."""
    inside = [at for at in running if story.first <= at <= story.last]
    teasers = 0
    for at in inside:
        before = range(at - 1, max(-1, at - 1 - _WIDEST), -1)
        title = next((b for b in before if len(blocks[b].text) >= STORY), None)
        markup = blocks[title].markup if title is not None else None
        teasers += markup is not None and markup.link_density > _LINKED
    return len(inside) > 1 and teasers * 2 > len(inside)


def shape(block: Block, body: Element) -> tuple[str, ...]:
    """The elements between `block` and the body around it, but for those of mere paragraphs."""
    assert block.markup is not None
    made: list[str] = []
    element = block.markup.element.base
    while element is not body and element.up is not None and len(made) < 6:
        if element.tag not in _PARAGRAPHS or element.tag == "li":
            made.append(element.tag)
        element = element.up
    return tuple(made)


def _running(plan: Plan) -> list[int]:
    """The blocks of running text, those in comments, forms and the like left out.

    If that leaves next to nothing, a name that speaks of comments is that of the whole page.
    """
    blocks = plan.blocks
    every = [
        at for at, block in enumerate(blocks) if _runs(block) and not plan.is_title(block.text)
    ]
    known: dict[int, bool] = {}
    calm = [at for at in every if not _is_aside(blocks[at], known)]
    most = _weight(blocks, every)
    return every if most > MUCH and _weight(blocks, calm) < LEAST * most else calm


def _runs(block: Block) -> bool:
    markup = block.markup
    return markup is not None and len(block.text) >= RUNNING and markup.link_density < _LINKED


def _container(element: Element) -> Element:
    """The element that a paragraph counts for."""
    base = element.base
    while base.tag in _PARAGRAPHS and base.up is not None:
        base = base.up
    return base


def _is_aside(block: Block, known: dict[int, bool]) -> bool:
    """Whether the page itself says that `block` is no part of an article."""
    assert block.markup is not None
    above: list[Element] = []
    element: Element | None = block.markup.element
    while element is not None and element.order not in known:
        above.append(element)
        element = element.up
    told = known[element.order] if element is not None else False
    for element in reversed(above):
        told = told or element.tag in _ASIDE or _speaks_of_aside(element.names)
        known[element.order] = told
    return told


_ASIDE = frozenset({"footer", "nav", "aside", "form", "figcaption", "button", "dialog"})
_COMMENTS = re.compile(
    r"comment(?!ary)|disqus|footer|cookie|newsletter|subscribe|copyright|popup|modal"
)


@lru_cache(maxsize=4096)
def _speaks_of_aside(names: tuple[str, ...]) -> bool:
    return bool(_COMMENTS.search(" ".join(names)))


def _bodies(plan: Plan, running: list[int]) -> list[tuple[Element, list[int]]]:
    """The elements that hold the running text of an article each, in order, and its paragraphs.

    A body holds the paragraphs of the kind that most text is of. Paragraphs of that kind after
    another headline, or far away, are those of another article.
    """
    blocks = plan.blocks
    kinds: dict[tuple[str, ...], list[int]] = {}
    for at in running:
        kinds.setdefault(_kind(blocks[at]), []).append(at)
    if not kinds:
        return []
    groups: list[list[int]] = []
    for at in max(kinds.values(), key=lambda group: _weight(blocks, group)):
        if groups and not _is_parted(blocks, groups[-1][-1], at):
            groups[-1].append(at)
        else:
            groups.append([at])
    heaviest = max(groups, key=lambda group: _weight(blocks, group))
    enough = max(ENOUGH, LIKE_THE_FIRST * _weight(blocks, heaviest))
    return [
        (_holder(blocks, group), group)
        for group in groups
        if group is heaviest or _weight(blocks, group) >= enough
    ]


def _kind(block: Block) -> tuple[str, ...]:
    """What paragraphs of one kind have in common: the elements around them, three deep."""
    assert block.markup is not None
    base = block.markup.element.base
    kind = [] if base.tag in _PARAGRAPHS else [*_make(base)]
    element = base.up
    while element is not None and len(kind) < 12 and element.tag != "body":
        kind += _make(element)
        element = element.up if len(kind) < 3 else None
    return (base.tag, *kind)


def _weight(blocks: list[Block], group: list[int]) -> int:
    return sum(min(len(blocks[at].text), MOST) for at in group)


def _holder(blocks: list[Block], group: list[int]) -> Element:
    """The element that holds the paragraphs in `group`."""
    elements = [markup.element for at in group if (markup := blocks[at].markup)]
    body = reduce(holder, elements)
    return _container(body)


def _is_parted(blocks: list[Block], one: int, other: int) -> bool:
    """Whether two paragraphs of a kind stand far apart, or a headline between them."""
    between = [block for block in blocks[one + 1 : other] if block.text]
    if len(between) > _FURTHEST_PARAGRAPH:
        return True
    first, last = blocks[one].markup, blocks[other].markup
    assert first is not None
    assert last is not None
    apart = _container(first.element) is not _container(last.element)
    for block in between:
        markup = block.markup
        level = _level(markup.element) if markup and markup.href is None else None
        if apart and level in ("h1", "h2") and markup and not _is_beside(markup.element, first):
            return True
    return False


def _is_beside(element: Element, markup: Markup) -> bool:
    """Whether `element` is a sibling or cousin of the element of `markup`: a subheading."""
    one, other = element.base.up, markup.element.base.up
    if one is None or other is None:
        return True
    return one is other or one.up is other or one is other.up or one.up is other.up


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
    """The headline of a body whose text begins at block `end`.

    Best is one that the metadata names, in a heading of the first level; else the nearest so
    named, or the nearest heading of the highest level. A named one far above a nearer heading is
    that of another article.
    """
    nearest: dict[str, int] = {}
    named: int | None = None
    for at in range(end - 1, start - 1, -1):
        block = plan.blocks[at]
        if not block.text or block.markup is None:
            continue
        level = _level(block.markup.element)
        if nearest.get("h1", at) - at > _FURTHEST_HEADLINE:
            break
        if plan.is_title(block.text) and (level or block.markup.href is None):
            if level == "h1" and block.markup.href is None:
                return at
            named = at if named is None else named
        if level and level not in nearest and len(block.text) < LONGEST_HEADLINE:
            nearest[level] = at
    if named is not None:
        return named
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


def _is_named(plan: Plan, story: Story) -> bool:
    return story.headline is not None and plan.is_title(plan.blocks[story.headline].text)


def _lone_headline(plan: Plan) -> list[Story]:
    """An article without running text, if the page calls itself one and prints its headline."""
    held = {at for story in plan.stories for at in range(story.first, story.last + 1)}
    for at, block in enumerate(plan.blocks if plan.metadata.is_article else ()):
        markup = block.markup
        if markup and at not in held and _level(markup.element) and plan.is_title(block.text):
            named = _named_story(plan, at)
            return [named or Story(_container(markup.element), at, at, (), at)]
    return []


_NAMED = re.compile(r"(?:article|story|news|post|entry)[_-]?(?:body|content|text)\b")


def _named_story(plan: Plan, headline: int) -> Story | None:
    """The story under a headline whose body is one by name only."""
    for at in range(headline + 1, min(len(plan.blocks), headline + _FURTHEST_BODY)):
        markup = plan.blocks[at].markup
        element = markup.element if markup and plan.blocks[at].text else None
        while element is not None:
            if _NAMED.search(" ".join(element.names)):
                return Story(element, at, at, shape(plan.blocks[at], element), headline)
            element = element.up
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
    texts = [at for at, block in enumerate(blocks) if block.text]
    place = {at: number for number, at in enumerate(texts)}
    for at in texts:
        block = blocks[at]
        markup = block.markup
        if markup is None:
            continue
        if markup.link_density <= _LINKED or markup.href is None:
            if len(block.text) <= LONGEST_WORD and not any(map(str.isdigit, block.text)):
                heading = at
            continue
        make = _make_of_link(markup.element)
        last = found[-1] if found else None
        between = heading is not None and last is not None and heading > last.items[-1]
        if (
            last
            and last.make == make
            and place[at] - place[last.items[-1]] <= _WIDEST
            and not (between and _heads(blocks, heading))
        ):
            last.items.append(at)
            continue
        near = heading is not None and place[at] - place[heading] <= _FURTHEST_HEADING
        taken = any(known.heading == heading and len(known.items) > 1 for known in found[-2:])
        found.append(Links(make, [at], heading if near and not taken else None))
        if len(block.text) <= STORY and (heading is None or place[at] - place[heading] > 1):
            heading = at  # a tab; right after a heading, a link to more of the kind
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
