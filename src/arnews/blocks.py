"""Blocks: the runs of visible text that segmentation hands to labelling.

A block is what a reader sees as one line or paragraph. Only segmentation knows whether the input
was text or HTML; a text block has a span and the gap before it, an HTML block has `markup`. In
HTML a picture, a video or a frame is a block too: its text is empty, and `markup.image` tells
what is shown.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import regex
from attrs import frozen

_LINE_END = regex.compile(r"(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+")
_BEFORE_MARK = regex.compile(r" (?=[،؛:.؟!)\]»])")
NEAR = 6  # elements up from a block whose names count
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)$")
_SIZE = re.compile(r"[-_]?\d{2,4}x\d{2,4}$|@\dx$|-scaled$")


@frozen
class Image:
    """What a picture block shows: `url` as written in the page, `alt` what stands for it unseen.

    A `"frame"` is a page inside the page: a player, a post, a map, an advertisement.
    """

    url: str | None
    kind: Literal["image", "video", "frame"] = "image"
    alt: str | None = None

    @property
    def name(self) -> str:
        """What its address calls it, whatever the size: `dam` of `…/dam-300x200.jpg?w=300`."""
        name = (self.url or "").partition("?")[0].rstrip("/").rpartition("/")[2].lower()
        while _PICTURE.search(name):
            name = name.rpartition(".")[0]
        return _SIZE.sub("", name)


class Cell(NamedTuple):
    """Where a block stands in a table. `table` and `row` are the places of these two elements in
    the page, so that cells of one row have the same; `column` counts the cells of the row from 0.
    """

    table: int
    row: int
    column: int


class EmbeddedPost:
    """A post of another site, printed in the page by its code for embedding.

    `kind` is that of `Embed`; `url` is the address of the post, as written in the page: in an
    attribute, else in the last link of the post.
    """

    __slots__ = ("_by_link", "kind", "url")

    def __init__(self, kind: Literal["post", "video"], url: str | None) -> None:
        self.kind = kind
        self.url = url
        self._by_link = url is None

    def meet(self, href: str | None) -> None:
        """Takes notice of the next link inside."""
        if self._by_link:
            self.url = href


class Surroundings(NamedTuple):
    """What larger parts of a page an element stands in; elements share one until it changes.

    `figure` is the place of the nearest <figure> in the page.
    """

    figure: int | None = None
    cell: Cell | None = None
    embed: EmbeddedPost | None = None


class Element:
    """One element of a page, linked to the one that holds it.

    `names` are what authors of pages call it: classes, id, itemprop and role, in lower case and
    whole. An `inline` element runs in a line of text. `href` and `datetime` are those of the
    nearest link and <time> around. It holds no reference to itself or to what it contains, so that
    a page is freed as soon as nobody reads it.
    """

    __slots__ = (
        *("tag", "names", "up", "at", "order"),
        *("inline", "href", "datetime", "around", "_outer_unit", "_outer_link", "_path"),
    )
    href: str | None
    datetime: str | None
    around: Surroundings

    def __init__(
        self, tag: str, names: tuple[str, ...], up: Element, at: int, order: int, inline: bool
    ) -> None:
        self.tag = tag
        self.names = names
        self.up: Element | None = up
        self.at = at  # among its siblings of the same tag
        self.order = order  # in the page: what holds an element comes before it
        self.inline = inline
        self.href = up.href
        self.datetime = up.datetime
        self.around = up.around
        self._outer_unit: Element | None = None
        self._outer_link: Element | None = None
        if inline and up.inline:
            self._outer_unit = up._outer_unit or up
            self._outer_link = up if up.tag == "a" else up._outer_link
        self._path: str | None = None

    @classmethod
    def root(cls, tag: str) -> Element:
        """The element that holds all others."""
        root = cls.__new__(cls)
        root.tag, root.names, root.up, root.at, root.order = tag, (), None, 1, 0
        root.inline, root.href, root.datetime, root.around = False, None, None, Surroundings()
        root._outer_unit = root._outer_link = root._path = None
        return root

    @property
    def unit(self) -> Element | None:
        """The outermost inline element that it stands in, or is; `None` for a block element."""
        return self._outer_unit or (self if self.inline else None)

    @property
    def link(self) -> Element | None:
        """The link that it is, or stands in on the same line."""
        return self if self.tag == "a" else self._outer_link

    @property
    def path(self) -> str:
        """Where it stands: `body/div[2]/p[1]`."""
        above: list[Element] = []
        at: Element | None = self
        while at is not None and at._path is None:
            above.append(at)
            at = at.up
        for element in reversed(above):
            head = element.up._path if element.up else None
            element._path = f"{head}/{element.tag}[{element.at}]" if head else element.tag
        return self._path or self.tag

    @property
    def base(self) -> Element:
        """The block element that it stands in: itself, if it is none that runs in a line."""
        unit = self.unit
        return self if unit is None else (unit.up or self)


def holder(one: Element, other: Element) -> Element:
    """The innermost element that holds both."""
    while one is not other:
        if one.order >= other.order:
            one, other = one.up or other, other
        else:
            other = other.up or one
    return one


class Markup:
    """What the HTML around a block hints at.

    `element` is the innermost element that holds the whole block: a block that stands in one
    `<span class=author>` has that span. `href` is set if most of the block is a link. Blocks with
    the same `figure` stand in the same <figure>. `datetime` is the machine-readable value of a
    <time>.
    """

    __slots__ = ("datetime", "element", "figure", "href", "image", "link_density")

    def __init__(
        self,
        element: Element,
        link_density: float = 0.0,
        href: str | None = None,
        figure: int | None = None,
        datetime: str | None = None,
        image: Image | None = None,
    ) -> None:
        self.element = element
        self.link_density = link_density
        self.href = href
        self.figure = figure
        self.datetime = datetime
        self.image = image

    @property
    def cell(self) -> Cell | None:
        """The place in a table, of what stands in one."""
        return self.element.around.cell

    @property
    def embed(self) -> EmbeddedPost | None:
        """The embedded post that the block is part of."""
        return self.element.around.embed

    @property
    def path(self) -> str:
        return self.element.path

    @property
    def elements(self) -> tuple[Element, ...]:
        """The element and those around it, innermost first, `NEAR` at most."""
        found: list[Element] = []
        at: Element | None = self.element
        while at is not None and len(found) < NEAR:
            found.append(at)
            at = at.up
        return tuple(found)


class Block:
    """One run of text: `text` is `source.text[start:end]` for text input.

    `gap` is what stands between the block before and this one (blanks and line ends only).
    """

    __slots__ = ("end", "gap", "markup", "start", "text")

    def __init__(
        self, text: str, start: int = 0, end: int = 0, gap: str = "", markup: Markup | None = None
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap
        self.markup = markup

    @property
    def line(self) -> str:
        """The text on one line: a sentence that the source breaks, as its author wrote it."""
        text = self.text
        if self.markup is not None or ("\n" not in text and "\r" not in text):
            return text
        return _BEFORE_MARK.sub("", _LINE_END.sub(" ", text))
