"""What a plan is made of: stories, lists of links, and the titles that the metadata states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import Factory, define

from ...blocks import Block
from ...folding import fold
from ...input.metadata import Metadata
from ...segment.dom import Element

LONGEST_HEADLINE = 300  # characters
_GLANCE = 40  # characters of a text of which enough is left …
_OPENING = 8  # … for the first of a title
_QUOTES = re.compile("[\"'«»“”„‘’]")
_SITE = re.compile(r"\s[-–—|:»]\s")


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


def _versions(title: str) -> Iterator[str]:
    """`title` with and without the name of the site, which is the shorter part."""
    yield key(title)
    for cut in list(_SITE.finditer(title))[:4]:
        for part in (title[: cut.start()], title[cut.end() :]):
            if 2 * len(part) >= len(title):
                yield key(part)
