"""Blocks: the runs of visible text that segmentation hands to labelling.

A block is what a reader sees as one line or paragraph. Only segmentation knows whether the input
was text or HTML; a text block has a span and the gap before it, an HTML block has `markup`. In
HTML a picture, a video or a frame is a block too: its text is empty, and `markup.image` tells
what is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from .patterns import pattern, plain

if TYPE_CHECKING:
    from .segment.dom import Cell, Element, EmbeddedPost

_LINE_END = pattern(r"(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+")
# Links and bold type of Markdown inside a sentence.
_LINK = pattern(r"!?\[\s*+([^\[\]]{0,300}?)\s*+\]\([^()\s]{0,800}+(?:\s++\"[^\"\n]{0,300}+\")?\)")
_BOLD = pattern(r"(?<!\*)\*\*(?=\S)([^*\n]{1,300}+)\*\*(?!\*)")
_NUMBERED = pattern(r"(?<!\S)\[\d{1,3}\](?=\p{L})")  # a link of a text browser: «[5]الوزارة»
_BEFORE_MARK = pattern(r" (?=[،؛:.؟!)\]»])")
NEAR = 6  # elements up from a block whose names count
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_SIZE = plain(r"[-_]?\d{2,4}x\d{2,4}$|@\dx$|-scaled$")


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
        while name.endswith(PICTURES):
            name = name.rpartition(".")[0]
        return _SIZE.sub("", name)


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
        datetime: str | None = None,
        image: Image | None = None,
    ) -> None:
        self.element = element
        self.link_density = link_density
        self.href = href
        self.figure = element.around.figure
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

    `gap` is what stands between the block before and this one (blanks and line ends only). `line`
    is the text on one line: a sentence that the source breaks, as its author wrote it, without the
    marks that Markdown and text browsers set at links and bold type. `href` is the address of a
    block that is a link.
    """

    __slots__ = ("end", "gap", "href", "line", "markup", "start", "text")

    def __init__(
        self,
        text: str,
        start: int = 0,
        end: int = 0,
        gap: str = "",
        href: str | None = None,
    ) -> None:
        self.text = self.line = text
        self.start = start
        self.end = end
        self.gap = gap
        self.markup: Markup | None = None
        self.href = href
        if "\n" in text or "\r" in text:
            self.line = _BEFORE_MARK.sub("", _LINE_END.sub(" ", text))
        if "](" in text or "**" in text:
            self.line = _BOLD.sub(r"\1", _LINK.sub(r"\1", self.line)).strip() or text
        if "[" in text:
            self.line = _NUMBERED.sub("", self.line) or text

    @property
    def figure(self) -> int | None:
        """The <figure> that it stands in; `None` outside and for text."""
        return self.markup.figure if self.markup else None


class HtmlBlock(Block):
    """A block of HTML: one that has `markup`."""

    __slots__ = ()
    markup: Markup

    def __init__(self, text: str, markup: Markup) -> None:
        self.text = self.line = text
        self.start = self.end = 0
        self.gap = ""
        self.markup = markup
        self.href = markup.href
