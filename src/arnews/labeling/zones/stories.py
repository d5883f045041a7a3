"""The stories of a page of HTML: where each has its body, its headline and the element around both.

A page of news is mostly not news. Its *bodies* are the elements that hold the running text: every
paragraph counts for the element around it, less for the one further up, and the heaviest element
is a body; others of the same shape that hold enough text are bodies too (pages that load the next
story under the first). A body's *headline* is the nearest heading before it, best of all one that
the metadata names. All of it is one pass over the blocks and the elements that hold running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import Factory, define, field

from ...blocks import HtmlBlock, Image
from ...folding import fold
from ...input.metadata import Metadata
from ...lexicon.words import fold_label
from ...patterns import plain
from ...remembered import remembered
from ...segment.dom import Element
from ..page_context import Values, Vocabulary

LONGEST_HEADLINE = 300  # characters
_OPENING = 8  # characters by which a text may be a title
_LONGEST_PATH, _LONGEST_IN_NAV = 4, 3  # links of a path of sections
LONGEST_DECK_START, SHORTEST_DECK = 60, 30  # characters that a deck and the metadata share
_MOST_OF = 0.6  # of a headline is the same as the metadata's title …
_FEWEST_WORDS = 4  # … and that many words of it
_MOST_WORDS_OF_SITE = 5
STORY = 20  # characters that the title of a story has at least
CARDS = 5  # stories that a list has at least
_BLANKS = 3  # between the words of the title of a story, at least
HOME = plain(r"(?:https?://[^/?#]+)?/?(?:index\.\w+|home|ar/?)?")  # the address of a first page
STOP = plain(r"[.…:。][\"»”’)\]]*$")  # what sentences end with
_STEP = plain(r"[/\\»>|›←]")
_DASH = plain(r"\s[-–]\s")
_SITE = plain(r"\s[-–—|:»]\s|:\s")


@define(eq=False)
class Links:
    """A list of links: the indices of its items, and of the word that heads it."""

    shape: tuple[str, ...]
    items: list[int]
    heading: int | None = None


@define(eq=False)
class Story:
    """One article of the page: its body, the paragraphs of its usual shape, that shape, the
    headline, and the element around all."""

    body: Element
    paragraphs: list[int]
    usual: tuple[str, ...] = ()
    headline: int | None = None
    frame: Element = field(init=False)

    @property
    def first(self) -> int:
        return self.paragraphs[0]

    @property
    def last(self) -> int:
        return self.paragraphs[-1]

    @property
    def start(self) -> int:
        return self.first if self.headline is None else self.headline

    @property
    def has_body(self) -> bool:
        return self.first != self.headline


@define(eq=False)
class HtmlPage:
    """The `blocks` of a page, with its `stories` in order and its lists of links.

    `inside` are blocks behind the last paragraph of a story that stand in its body all the same,
    `headings` those that head related stories without links, `menus` links of the site's menus,
    `boxes` the titles of other stories that stand between two paragraphs, each in a box of its own,
    `cards` what stands in elements called writers. `teasers` is the number of cards of other
    stories; a digest prints whole articles, each under a heading.
    """

    blocks: list[HtmlBlock]
    metadata: Metadata
    words: Vocabulary
    values: Values
    stories: list[Story] = Factory(list)
    lists: list[Links] = Factory(list)
    inside: set[int] = Factory(set)
    headings: set[int] = Factory(set)
    menus: set[int] = Factory(set)
    boxes: set[int] = Factory(set)
    cards: list[range] = Factory(list)
    teasers: int = 0
    is_digest: bool = False
    _compared: dict[str, bool] = Factory(dict)

    @property
    def is_article(self) -> bool:
        """Whether the page calls itself an article, and is believed: some sites say so of every
        page, also of their first, and of lists, whose titles are short."""
        stated = self.metadata
        if not stated.is_article or (stated.url and HOME.fullmatch(stated.url)):
            return False
        parts = (part for title in stated.titles for part in _SITE.split(title))
        if stated.published or any(part.count(" ") >= _BLANKS for part in parts):
            return True
        return not self.teasers and len(self.linked_stories) < CARDS

    @cached_property
    def linked_stories(self) -> frozenset[str | None]:
        """The addresses of other stories that the page links, by titles of some length."""
        return frozenset(block.href for block in self.blocks if leads_to_story(block))

    @cached_property
    def in_menus(self) -> frozenset[int]:
        """The links of lists that are too long for a path of sections, the sooner in a <nav>."""
        menus = (
            links.items
            for links in self.lists
            if "amp-sidebar" in links.shape
            or len(links.items) > (_LONGEST_IN_NAV if "nav" in links.shape else _LONGEST_PATH)
        )
        return frozenset(index for items in menus for index in items)

    @cached_property
    def headed(self) -> Mapping[int | None, list[Links]]:
        """The lists under each heading."""
        found: dict[int | None, list[Links]] = {}
        for links in self.lists:
            found.setdefault(links.heading, []).append(links)
        return found

    @cached_property
    def titles(self) -> frozenset[str]:
        """The headlines that the metadata states, folded, with and without the site's name."""
        titles = (title for title in self.metadata.titles if not self._names_site(title))
        return frozenset(part for title in titles for part in _versions(title))

    def _names_site(self, title: str) -> bool:
        """Whether the title of a page is that of all stories: «وزارة السياحة - تفاصيل الخبر»."""
        name, *labels = _SITE.split(title)
        if len(labels) != 1 or len(name.split()) > _MOST_WORDS_OF_SITE or " " not in labels[0]:
            return False
        return fold_label(labels[0]) in self.words.interface

    def is_title(self, text: str) -> bool:
        """Whether the metadata calls the page so, or so and in a few words more or less."""
        known = self._compared.get(text)
        if known is None:
            known = self._compared[text] = len(text) < LONGEST_HEADLINE and self._is_title(text)
        return known

    def _is_title(self, text: str) -> bool:
        if _fold_sign(text[:1]) not in self._openings:
            return False  # as most
        if fold_title(text[:_OPENING])[:_OPENING] not in self._openings:
            return False
        return any(_is_same(fold_title(text), title) for title in self.titles)

    def is_path(self, text: str) -> bool:
        """Whether `text` is a path that ends with the headline: «الرئيسية » محليات » عنوان»."""
        if len(text) >= LONGEST_HEADLINE:
            return False
        *steps, last = _STEP.split(text)
        if not steps and (" - " in text or " – " in text):  # «الرئيسية - محليات - عنوان»
            home, *steps = _DASH.split(text)
            last = steps[-1] if steps and fold_label(home) in self.words.shared.homes else ""
        return bool(steps) and self.is_title(last.lstrip())

    def is_label(self, text: str) -> bool:
        """Whether `text` says what a part of the site is, and heads no story: a section, a word of
        the interface, that and one more word («تفاصيل الخبر»), or a path that ends with one."""
        last = fold_label(_STEP.split(text)[-1])
        if last in self.words.interface or last in self.words.sections:
            return True
        first, *rest = last.split() or [""]
        return len(rest) == 1 and first in self.words.interface

    def is_description(self, text: str) -> bool:
        """Whether the metadata describes the page so, if only as far as it goes."""
        stated = self._description
        if len(stated) < LONGEST_DECK_START or len(text) > 2 * len(stated) + LONGEST_HEADLINE:
            return False
        shown = fold_title(text)
        start = min(len(shown), len(stated), LONGEST_DECK_START)
        return shown == stated or (start >= SHORTEST_DECK and shown[:start] == stated[:start])

    def is_repeated(self, text: str) -> bool:
        """Whether several blocks have this text."""
        return self._counts[text] > 1

    def is_stated_picture(self, image: Image) -> bool:
        """Whether the metadata names `image` as the picture of the article."""
        return bool(self._picture) and image.name == self._picture

    @cached_property
    def _picture(self) -> str:
        return Image(self.metadata.image).name

    @cached_property
    def _description(self) -> str:
        return fold_title(self.metadata.description or "")

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(block.text for block in self.blocks)

    @cached_property
    def _openings(self) -> frozenset[str]:
        """What titles begin with: a text that begins otherwise is not compared whole."""
        return frozenset(title[:size] for title in self.titles for size in range(_OPENING + 1))


def leads_to_story(block: HtmlBlock) -> bool:
    """Whether a block is a link to another page, as long as the title of a story."""
    return len(block.text) >= STORY and block.href is not None and "#" not in block.href


def fold_title(text: str) -> str:
    """The form in which headlines of the page and its metadata are compared."""
    return " ".join(fold(text).replace('"', " ").replace("'", " ").split())


_fold_sign = remembered(fold_title)


def _is_same(one: str, other: str) -> bool:
    """Whether two titles are equal, or the longer one goes on for a few words."""
    shorter, longer = sorted((one, other), key=len)
    if shorter == longer:
        return True
    words = shorter.count(" ") + 1
    enough = len(shorter) >= _MOST_OF * len(longer) and words >= _FEWEST_WORDS
    return enough and longer.startswith(shorter + " ")


def _versions(title: str) -> Iterator[str]:
    """`title` with and without the name of the site, which is the shorter part."""
    yield fold_title(title)
    for cut in list(_SITE.finditer(title))[:4]:
        for part in (title[: cut.start()], title[cut.end() :]):
            if 2 * len(part) >= len(title):
                yield fold_title(part)
