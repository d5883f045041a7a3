"""Headlines: the heading before a body, best of all one that the metadata names."""

from __future__ import annotations

from ...patterns import plain
from .dom import HEADINGS, container, heading_level, path_within
from .stories import LONGEST_HEADLINE, HtmlPage, Story

_FURTHEST_HEADLINE = 25  # blocks over a heading where another may be the better headline
_FURTHEST_BODY = 20  # blocks from a headline to a body without running text
_NAMED = plain(r"(?:article|story|news|post|entry)[_-]?(?:body|content|text)\b")


def headline(page: HtmlPage, start: int, end: int) -> int | None:
    """The headline of a body whose text begins at block `end`.

    Best is one that the metadata names, in a heading of the first level; else the nearest so
    named, or the nearest heading of the highest level. A named one far above a nearer heading is
    that of another article.
    """
    nearest: dict[str, int] = {}
    named: int | None = None
    for at in range(end - 1, start - 1, -1):
        block = page.blocks[at]
        if not block.text or block.markup is None:
            continue
        level = heading_level(block.markup.element)
        if nearest.get("h1", at) - at > _FURTHEST_HEADLINE:
            break
        if page.is_title(block.text) and (level or block.markup.href is None):
            if level == "h1" and block.markup.href is None:
                return at
            named = at if named is None else named
        if level and level not in nearest and len(block.text) < LONGEST_HEADLINE:
            nearest[level] = at
    if named is not None:
        return named
    return next((nearest[level] for level in HEADINGS if level in nearest), None)


def is_named(page: HtmlPage, story: Story) -> bool:
    return story.headline is not None and page.is_title(page.blocks[story.headline].text)


def lone_headline(page: HtmlPage, stories: list[Story]) -> list[Story]:
    """An article without running text, if the page calls itself one and prints its headline."""
    held = {at for story in stories for at in range(story.first, story.last + 1)}
    for at, block in enumerate(page.blocks if page.metadata.is_article else ()):
        markup = block.markup
        if markup is None or at in held or not heading_level(markup.element):
            continue
        if page.is_title(block.text):
            named = _named_story(page, at)
            return [named or Story(container(markup.element), at, at, (), at)]
    return []


def _named_story(page: HtmlPage, headline: int) -> Story | None:
    """The story under a headline whose body is one by name only."""
    for at in range(headline + 1, min(len(page.blocks), headline + _FURTHEST_BODY)):
        markup = page.blocks[at].markup
        element = markup.element if markup and page.blocks[at].text else None
        while element is not None:
            if _NAMED.search(" ".join(element.names)):
                return Story(element, at, at, path_within(page.blocks[at], element), headline)
            element = element.up
    return None
