"""Cuts HTML into the blocks that a reader sees.

One walk over the tree, in document order, that carries elements down and never climbs. Inline
elements are joined, block elements and `<br>` cut; what a browser hides is left out. Blanks are
collapsed as a browser shows them. Every visible non-blank character stands in one block.

A line that is nothing but links, or nothing but named inline elements, is cut at them: so are
written lists of tags, paths of sections, and the author beside the date. Pictures, videos and
frames become blocks without text.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

from attrs import Factory, define
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from ..blocks import Block, Element, Image, Markup
from ..errors import InputTooComplex, InputTooLarge
from ..limits import Limits
from ..markup_guard import too_deep
from .pictures import picture

_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span"}
    | {"strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_HIDDEN = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "math", "canvas", "object"}
    | {"select", "textarea", "audio", "map", "-comment", "title", "datalist"}
)
_SHOWN = frozenset({"img", "video", "iframe", "amp-img", "amp-iframe", "amp-video"})
#: Blocks of running text, in which inline elements are only type.
_RUNNING = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "td", "dd", "pre"}
)


def parsed(html: str | bytes) -> LexborHTMLParser:
    """The tree of `html`, which `markup_guard` has let pass."""
    return LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)


def segment(html: str | bytes | LexborHTMLParser, limits: Limits) -> list[Block]:
    """The blocks of `html`, in document order.

    Raises `InputTooLarge` past `limits.max_blocks`, `InputTooComplex` past `limits.max_depth`.
    """
    tree = html if isinstance(html, LexborHTMLParser) else parsed(html)
    walk = _Walk(limits)
    root = tree.body or tree.root
    if root is not None:
        walk.walk(root)
    return walk.blocks


#: A text of a run, and the element that it stands in.
_Piece = tuple[str, Element]


@define(eq=False)
class _Walk:
    limits: Limits
    blocks: list[Block] = Factory(list)
    run: list[_Piece] = Factory(list)
    shown: list[Block] = Factory(list)  # pictures inside the run
    figures: int = 0

    def walk(self, root: Any) -> None:
        """Goes through `root` without recursion; a block element cuts where it starts and ends."""
        element = Element(root.tag)
        node = root.first_child
        stack: list[tuple[Any, Element, bool]] = []
        while True:
            if node is None:
                if not stack:
                    break
                node, element, cuts = stack.pop()
                if cuts:
                    self.flush()
                continue
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text and (self.run or not text.isspace()):
                    self.run.append((text, element))
            elif tag == "br":
                self.flush()
            elif tag not in _HIDDEN:
                inner = self.entered(node, tag, element)
                child = node.first_child if inner is not None else None
                if inner is not None and child is not None:
                    stack.append((node.next, element, inner.unit is None))
                    if len(stack) > self.limits.max_depth:
                        raise InputTooComplex(too_deep(self.limits))
                    node, element = child, inner
                    continue
            node = node.next
        self.flush()

    def entered(self, node: Any, tag: str, up: Element) -> Element | None:
        """The element of `node`; `None` if it is hidden, or has nothing to go into."""
        attributes = node.attributes
        if attributes and _hides(attributes):
            return None
        at = up.children[tag] = up.children.get(tag, 0) + 1
        inner = Element(tag, _names(attributes), up, at, None, up.href, up.figure, up.datetime)
        if tag in _SHOWN:
            self.show(node, attributes, inner)
            return None
        if tag in _INLINE:
            inner.unit = up.unit or inner
            if tag == "a":
                inner.href = attributes.get("href")
            elif tag == "time":
                inner.datetime = attributes.get("datetime")
            return inner
        self.flush()
        if tag == "figure":
            self.figures += 1
            inner.figure = self.figures
        return inner

    def show(self, node: Any, attributes: dict[str, str | None], element: Element) -> None:
        """A picture is a block of its own; one inside a line comes after the line."""
        image = picture(node, attributes)
        if image is not None:
            shown = self.shown if self.run else self.blocks
            shown.append(_shown(image, element))

    def flush(self) -> None:
        """Ends the line in the making: a block if it has text, several if it is a list."""
        if not self.run:
            return
        pieces, self.run = self.run, []
        for part in _parted(pieces):
            block = _block(part)
            if block is not None:
                self.blocks.append(block)
        if self.shown:
            self.blocks += self.shown
            self.shown = []
        if len(self.blocks) > self.limits.max_blocks:
            raise InputTooLarge(
                f"the page has more than {self.limits.max_blocks} blocks; pass Limits(max_blocks=…)"
            )


def _hides(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _hiding(style)


@lru_cache(maxsize=1024)
def _hiding(style: str) -> bool:
    plain = style.lower().replace(" ", "")
    return "display:none" in plain or "visibility:hidden" in plain


def _names(attributes: dict[str, str | None]) -> tuple[str, ...]:
    if not attributes:
        return ()
    get = attributes.get
    return _split(get("class"), get("id"), get("itemprop"), get("role"))


@lru_cache(maxsize=4096)
def _split(*marks: str | None) -> tuple[str, ...]:
    return tuple(" ".join(mark for mark in marks if mark).lower().split())


def _shown(image: Image, element: Element) -> Block:
    markup = Markup(element, 1.0, element.href, element.figure, element.datetime, image)
    return Block("", markup=markup)


def _block(pieces: list[_Piece]) -> Block | None:
    """One block out of the pieces of a line; `None` if they are blank."""
    text = " ".join("".join([text for text, _ in pieces]).split())
    if not text:
        return None
    first = pieces[0][1]
    if len(pieces) == 1:
        href = first.href
        linked = 1.0 if href is not None else 0.0
        return Block(text, markup=Markup(first, linked, href, first.figure, first.datetime))
    held = [(text, element) for text, element in pieces if not text.isspace()]
    element = _common([element for _, element in held])
    linked = sum(len(text) for text, at in held if at.href is not None)
    density = linked / sum(len(text) for text, _ in held)
    href = next((at.href for _, at in held if at.href is not None), None)
    moment = next((at.datetime for _, at in held if at.datetime), None)
    markup = Markup(element, density, href if density > 0.8 else None, element.figure, moment)
    return Block(text, markup=markup)


def _common(elements: list[Element]) -> Element:
    """The element that holds all of `elements`, which stand in one line."""
    first = elements[0]
    if all(element is first for element in elements):
        return first
    if first.unit is not None and all(element.unit is first.unit for element in elements):
        return first.unit
    return _base(first)


def _base(element: Element) -> Element:
    """The block element around an inline one."""
    return element if element.unit is None else (element.unit.up or element)


def _parted(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The line as it stands, or cut at its units if it is a list of them."""
    if len(pieces) == 1 or not _is_list(pieces):
        return [pieces]
    return [list(part) for _, part in groupby(pieces, key=lambda piece: id(piece[1].unit))]


def _is_list(pieces: list[_Piece]) -> bool:
    """Whether nothing stands in the line but links, or but named inline elements.

    Before a list of links may stand a word that announces it, with a colon.
    """
    units: dict[int, Element] = {}
    label = ""
    for text, element in pieces:
        if element.unit is not None:
            if not text.isspace():
                units[id(element.unit)] = element.unit
        elif any(map(str.isalnum, text)):
            if label or units:
                return False
            label = text.rstrip()
    if len(units) < 2:
        return False
    if all(unit.tag == "a" for unit in units.values()):
        return not label or label.endswith(":")
    base = _base(pieces[0][1])
    named = all(unit.names or unit.tag in ("a", "time") for unit in units.values())
    return named and not label and base.tag not in _RUNNING
