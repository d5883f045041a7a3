"""Cuts HTML into the blocks that a reader sees.

One walk over the tree, in document order, that carries elements down and never climbs. Inline
elements are joined, block elements and `<br>` cut; what a browser hides is left out. Blanks are
collapsed as a browser shows them. Every visible non-blank character stands in one block.
Pictures, videos and frames become blocks without text.
"""

from __future__ import annotations

from typing import Any

from attrs import Factory, define

from ..blocks import Block, HtmlBlock, Markup
from ..errors import InputTooLarge
from ..input.markup_guard import too_deep
from ..input.metadata import Declarations, gather
from ..input.metadata.declared import ISO
from ..limits import Limits
from ..remembered import remembered
from . import inline
from .dom import ROLE_OF_HEADING, Cell, Element
from .inline import Piece
from .media import picture, post

_INLINES = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span"}
    | {"strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_LONGEST_MARK = 2_000  # characters of a class or style that are looked at
_HIDDEN = frozenset(
    {"style", "template", "noscript", "head", "svg", "math", "canvas", "object", "script", "meta"}
    | {"select", "textarea", "audio", "map", "-comment", "title", "datalist", "link"}
)
_PICTURES = frozenset({"img", "video", "iframe", "amp-img", "amp-iframe", "amp-video"})
#: What is done with an element, by its tag; what has no entry is a block element.
_LEFT_OUT, _BREAK, _SHOWN, _INLINE, _BLOCK, _MARKING = range(6)
_KINDS = {
    "br": _BREAK,
    **dict.fromkeys(_HIDDEN, _LEFT_OUT),
    **dict.fromkeys(_PICTURES, _SHOWN),
    **dict.fromkeys(_INLINES, _INLINE),
    **dict.fromkeys(("figure", "table", "td", "th", "blockquote"), _MARKING),
}
_LETTER = 3  # characters, blanks among them, of a text that may be a drop cap
_Attributes = dict[str, str | None]


def read(html: str | bytes, limits: Limits) -> tuple[list[Block], Declarations]:
    """The blocks of `html`, in document order, and what it declares to machines.

    `markup_guard` must have let it pass. Raises `InputTooLarge` past `limits.max_blocks`, and
    `InputTooComplex` past `limits.max_depth`.
    """
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    walk = _Walk(limits)
    root = tree.body or tree.root
    if root is not None:
        walk.walk(root)
    if len(walk.blocks) > limits.max_blocks:
        raise InputTooLarge(
            f"the page has more than {limits.max_blocks} blocks; raise `max_blocks` of its Limits"
        )
    return walk.blocks, gather(tree)


@define
class _Walk:
    """A walk over one page, and the blocks that it has found."""

    limits: Limits
    blocks: list[Block] = Factory(list)
    run: list[Piece] = Factory(list)  # the line in the making
    shown: list[Block] = Factory(list)  # pictures inside it

    def walk(self, root: Any) -> None:
        """Goes through `root` without recursion; a block element cuts where it starts and ends.

        Nearly all time of segmentation passes here: every node of the page comes by once. So a
        node is asked for as little as can be, and an element that holds a single text is done
        with at once.
        """
        run, blocks, order, deepest = self.run, self.blocks, 0, self.limits.max_depth
        kind_of, known = _KINDS.get, dict[str, tuple[str, ...]]()
        stack: list[tuple[Any, Element, dict[str, int], bool]] = []
        node, element, siblings = root.first_child, Element(root.tag), dict[str, int]()
        while True:
            if node is None:
                if not stack:
                    break
                node, element, siblings, cuts = stack.pop()
                if cuts and run:
                    self.flush()
                continue
            text = node.text_content
            if text is not None:
                if text and (run or not text.isspace()):
                    run.append((text, element))
                node = node.next
                continue
            tag = node.tag
            kind = kind_of(tag, _BLOCK)
            if kind < _SHOWN:
                if kind is _BREAK and run:
                    self.flush()
                node = node.next
                continue
            siblings[tag] = at = siblings.get(tag, 0) + 1
            child = node.first_child
            attributes = node.attributes
            if (child is None and kind is _INLINE) or (
                "hidden" in attributes or ("style" in attributes and _hides(attributes["style"]))
            ):
                node = node.next
                continue
            order += 1
            if child is None and kind is not _SHOWN:  # only cuts
                if run:
                    self.flush()
                node = node.next
                continue
            names = _names(attributes, known) if attributes else ()
            inner = Element(tag, names, element, at, order, kind is _INLINE)
            if kind is _INLINE:
                if tag == "a":
                    inner.href = attributes.get("href")
                    if inner.around.embed is not None:
                        inner.around.embed.meet(inner.href)
                elif tag == "time":
                    inner.datetime = attributes.get("datetime")
                elif tag == "abbr" and ISO.match(attributes.get("title") or ""):
                    inner.datetime = attributes["title"]  # before there was <time> (hAtom)
            elif kind is _SHOWN:
                self.show(node, attributes, inner)
                node = node.next
                continue
            else:
                if run:
                    self.flush()
                if kind is _MARKING:
                    _mark(inner, siblings, attributes)
            if len(stack) >= deepest:
                raise too_deep(self.limits)
            text = child.text_content
            if text is None or child.next is not None:
                stack.append((node.next, element, siblings, kind is not _INLINE))
                node, element, siblings = child, inner, {}
                continue
            if text and (run or not text.isspace()):
                if kind is _INLINE:
                    run.append((text, inner))
                elif len(text) <= _LETTER and _is_drop_cap(text.strip(), names, attributes):
                    run.append((text.strip(), element))
                else:
                    blocks.append(inline.whole(text, inner))
            node = node.next
        if run:
            self.flush()

    def show(self, node: Any, attributes: _Attributes, element: Element) -> None:
        """A picture is a block of its own; one inside a line comes after the line, but one below
        the caption of another, which stands in the same line, ends it."""
        image = picture(node, attributes)
        if image is not None:
            if self.run and self._captions():
                self.flush()
            shown = self.shown if self.run else self.blocks
            markup = Markup(element, 1.0, element.href, element.datetime, image)
            shown.append(HtmlBlock("", markup))

    def _captions(self) -> bool:
        """Whether nothing but an inline element stands in the line since the last picture."""
        held = [element for text, element in self.run if not text.isspace()]
        before = self.blocks[-1].markup if self.blocks else None
        if before is None or before.image is None or before.element.up is None:
            return False
        line = before.element.up.block_ancestor
        return all(element.inline and element.block_ancestor is line for element in held)

    def flush(self) -> None:
        """Ends the line in the making: a block if it has text, several if it is a list."""
        run = self.run
        while run[-1][0].isspace():  # the first is not blank
            run.pop()
        if len(run) == 1:
            self.blocks.append(inline.whole(*run[0]))
        else:
            self.blocks += inline.blocks(run)
        run.clear()
        if self.shown:
            self.blocks += self.shown
            self.shown.clear()


def _hides(style: str | None) -> bool:
    return style is not None and _hiding(style[:_LONGEST_MARK])


@remembered
def _hiding(style: str) -> bool:
    plain = style.lower().replace(" ", "")
    return "display:none" in plain or "visibility:hidden" in plain


def _names(attributes: _Attributes, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the author of the page calls an element; `known` are those of the page until now."""
    marks = attributes.get("class") or ""
    if "id" in attributes or "role" in attributes or "itemprop" in attributes:
        others = map(attributes.get, ("id", "itemprop", "role"))
        marks = " ".join([marks, *filter(None, others)])
        if attributes.get("role") == "heading":
            marks = f"{marks} {ROLE_OF_HEADING}{(attributes.get('aria-level') or '2')[:1]}"
    if "rel" in attributes and (told := _relation(attributes["rel"] or "")):
        marks = f"{marks} {told}"
    names = known.get(marks)
    if names is None:
        names = known[marks] = tuple(marks[:_LONGEST_MARK].lower().split())
    return names


@remembered
def _relation(rel: str) -> str:
    """What a link says of the page it leads to, by the words that HTML and microformats know:
    «category tag» is the section of a story, «tag» one of its tags, «author» its writer."""
    words = rel[:_LONGEST_MARK].lower().split()
    return next((word for word in ("category", "tag", "author") if word in words), "")


def _mark(element: Element, siblings: dict[str, int], attributes: _Attributes) -> None:
    """Notes the figure, cell of a table or embedded post that begins with `element`."""
    around = element.around
    if element.tag == "figure":
        element.around = around._replace(figure=element.document_index)
    elif element.tag == "table":
        element.around = around._replace(cell=None)
    elif element.tag == "blockquote":
        element.around = around._replace(embed=post(element.names, attributes) or around.embed)
    else:
        element.around = around._replace(cell=_cell(element, siblings))


def _cell(element: Element, siblings: dict[str, int]) -> Cell | None:
    row = element.up
    if row is None or row.tag != "tr" or row.up is None:
        return None
    table = row.up if row.up.tag == "table" or row.up.up is None else row.up.up
    column = siblings.get("td", 0) + siblings.get("th", 0) - 1
    return Cell(table.document_index, row.document_index, column)


def _is_drop_cap(text: str, names: tuple[str, ...], attributes: _Attributes) -> bool:
    """Whether a block element holds the first letter of the text that follows, set large."""
    if len(text) != 1 or not text.isalpha():
        return False
    plain = "".join(names).replace("-", "").replace("_", "")
    return "dropcap" in plain or "float:" in (attributes.get("style") or "").replace(" ", "")
