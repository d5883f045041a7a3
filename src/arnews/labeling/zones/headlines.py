"""Headlines: the heading before a body, best of all one that the metadata names."""

from __future__ import annotations

from collections.abc import Iterator

from ...blocks import Block, Markup
from ...patterns import pattern, plain
from ...segment.dom import Element
from .dom import HEADINGS, container, heading_level, is_inside, path_within, upwards
from .running import runs
from .stories import LONGEST_HEADLINE, STOP, HtmlPage, Story

_FURTHEST_HEADLINE = 25  # blocks over a heading where the headline that is named may be
_FURTHEST_LINE = 25  # blocks over a body where a line that is no heading may be the headline
_FURTHEST_BODY = 20  # blocks from a headline to a body without running text
_SHORTEST, _LONGEST = 15, 200  # characters of a headline that is no heading
_FEWEST_BLANKS = 3  # between its words
_HOME = plain(r"(?:https?://[^/?#]+)?/?(?:index\.\w+|home|ar/?)?")
_SITE_NAME = plain(r"slogan|tagline|masthead|site-?(?:name|title|logo|description)|^logo$")
_TRAIL = 4  # elements up from a heading to the path that it ends
TRAIL = r"bread-?c(?:r)?umb|[ _-](?:crumbs?|path)[ _-]"  # in names between two blanks
_TRAIL_NAME = plain(TRAIL)
_NAMED = plain(r"(?:article|story|news|post|entry)[_-]?(?:body|content|text)\b")
_ARABIC = pattern(r"\p{Arabic}")
_TITLE = plain(r"(?<!sub)(?<!sub[_-])(?:title|headline)$")


def headline(page: HtmlPage, start: int, story: Story) -> int | None:
    """The headline of a story: what the metadata names, in a heading of the first level; else the
    nearest so named, or the nearest heading of the highest level; else a line that looks like one.
    """
    nearest: dict[str, int] = {}
    named: int | None = None
    trail: int | None = None
    label: int | None = None
    arabic = _ARABIC.search(page.blocks[story.first].text) is not None
    for at in range(story.first, start - 1, -1):
        block = page.blocks[at]
        if not block.text or block.markup is None:
            continue
        if nearest.get("h1", at) - at > _FURTHEST_HEADLINE:
            break  # what is named so far above a heading is another article
        level = heading_level(block.markup.element)
        if level and is_of_site(block.markup):
            continue
        if level and ends_a_trail(block.markup.element):
            trail = at if trail is None else trail
            continue
        if level and not page.is_title(block.text) and _heads_nothing(page, block.text, arabic):
            label = at if label is None else label
            continue
        several = block.text.count(" ") >= _FEWEST_BLANKS  # fewer are as often the site's name
        if page.is_title(block.text) and (level or (several and block.markup.href is None)):
            if level == "h1" and block.markup.href is None:
                return _topmost(page, start, at)
            named = at if named is None else named
        if level and level not in nearest and len(block.text) < LONGEST_HEADLINE:
            nearest[level] = at
    if named is not None:
        return named
    heading = next((nearest[level] for level in HEADINGS if level in nearest), trail)
    if heading is None:
        heading = _headline_by_look(page, start, story)
    return label if heading is None else heading


def _heads_nothing(page: HtmlPage, text: str, arabic: bool) -> bool:
    """Whether a heading says what a part of the site is, signs a story, or has no Arabic letter
    over an Arabic text («Adds 4»)."""
    if page.is_label(text) or (arabic and not _ARABIC.search(text)):
        return True
    signed = page.values.byline(text)
    return signed is not None and bool(signed.authors and (signed.publication or signed.place))


def _topmost(page: HtmlPage, start: int, at: int) -> int:
    """The heading right above `at`, if it is of the first level and named too: that below it is
    the deck, whatever states it."""
    for above in range(at - 1, start - 1, -1):
        block = page.blocks[above]
        if block.text and block.markup is not None:
            level = heading_level(block.markup.element)
            named = level == "h1" and block.markup.href is None and page.is_title(block.text)
            return above if named and block.text != page.blocks[at].text else at
    return at


def is_of_site(markup: Markup) -> bool:
    """Whether a block names the site: a link to its first page, or so called."""
    if markup.href is not None and _HOME.fullmatch(markup.href):
        return True
    names = (*markup.element.names, *(markup.element.up.names if markup.element.up else ()))
    return any(map(_SITE_NAME.search, names))


def ends_a_trail(element: Element) -> bool:
    """Whether a heading is the last step of a path of sections, where a page repeats its title."""
    return any(
        at.tag == "nav" or (at.tag == "li" and at.nth_of_type > 1) or _is_called_trail(at)
        for at in _steps_up(element)
    )


def is_on_trail(element: Element) -> bool:
    """Whether an element around is called a path of sections."""
    return any(map(_is_called_trail, _steps_up(element)))


def _steps_up(element: Element) -> Iterator[Element]:
    at: Element | None = element
    for _ in range(_TRAIL):
        if at is None:
            return
        yield at
        at = at.up


def _is_called_trail(element: Element) -> bool:
    return _TRAIL_NAME.search(f" {' '.join(element.names)} ") is not None


def _headline_by_look(page: HtmlPage, start: int, story: Story) -> int | None:
    """A line called a title, or printed again; else the first long line of the element around the
    body, before it; else a first paragraph that ends without a stop."""
    first, blocks = story.first, page.blocks
    lines = [
        at
        for at in range(max(start, first - _FURTHEST_LINE), first + 1)
        if _may_be_headline(blocks[at])
    ]
    for at in reversed(lines):
        if _is_called_title(blocks[at]) or page.is_repeated(blocks[at].text):
            return at
    for around in _around(story.body):
        for at in lines:
            if at < first and is_inside(blocks[at], around) and _is_long_line(blocks[at]):
                return at
    text, below = blocks[first].text, story.paragraphs[1:2]
    stops = bool(below) and bool(STOP.search(blocks[below[0]].text))
    return first if stops and len(text) <= _LONGEST and not STOP.search(text) else None


def _around(body: Element) -> Iterator[Element]:
    """The two elements around a body, the inner one first."""
    at = body.up
    for _ in range(2):
        if at is not None and at.up is not None:  # the page itself holds more than the story
            yield at
            at = at.up


def _may_be_headline(block: Block) -> bool:
    """Whether a line without a link is as long as headlines are, and ends without a stop."""
    text, markup = block.text, block.markup
    if markup is None or markup.href or not _SHORTEST <= len(text) <= _LONGEST:
        return False
    return not STOP.search(text)


def _is_called_title(block: Block) -> bool:
    return block.markup is not None and any(map(_TITLE.search, block.markup.element.names))


def _is_long_line(block: Block) -> bool:
    """Whether a line of several words stands in no link and no figure."""
    markup = block.markup
    alone = markup is not None and markup.href is None and markup.figure is None
    return alone and block.text.count(" ") >= _FEWEST_BLANKS


def is_named(page: HtmlPage, story: Story) -> bool:
    return story.headline is not None and page.is_title(page.blocks[story.headline].text)


def lone_headline(page: HtmlPage, stories: list[Story]) -> list[Story]:
    """An article without running text, if the page calls itself one and prints its headline."""
    held = {at for story in stories for at in range(story.first, story.last + 1)}
    for at, block in enumerate(page.blocks if page.metadata.is_article else ()):
        markup = block.markup
        if markup is None or at in held or not heading_level(markup.element):
            continue
        if page.is_title(block.text) and not ends_a_trail(markup.element):
            named = _named_story(page, at)
            return [named or Story(container(markup.element), [at], (), at)]
    return []


def _named_story(page: HtmlPage, headline: int) -> Story | None:
    """The story under a headline whose body is one by name only."""
    for at in range(headline + 1, min(len(page.blocks), headline + _FURTHEST_BODY)):
        markup = page.blocks[at].markup
        for element in upwards(markup.element if markup and page.blocks[at].text else None):
            if _NAMED.search(" ".join(element.names)):
                return Story(element, [at], path_within(page.blocks[at], element), headline)
    return None


def opening(page: HtmlPage, story: Story) -> int:
    """The first block of a body: its first paragraph, or the subheading right above it if others
    of the same make stand further down."""
    start, blocks = story.start + 1, page.blocks
    above = [at for at in range(start, story.first) if blocks[at].text]
    if not above:
        return story.first
    heading = blocks[above[-1]].markup
    if heading is None or heading_level(heading.element) is None or runs(blocks[above[-1]]):
        return story.first
    make = path_within(blocks[above[-1]], story.body), heading.element.tag
    for at in range(story.first + 1, story.last):
        markup = blocks[at].markup
        if markup and (path_within(blocks[at], story.body), markup.element.tag) == make:
            return above[-1]
    return story.first
