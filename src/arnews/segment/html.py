"""Cuts HTML into the blocks that a reader sees.

One walk over the tree, in document order, that carries elements down and never climbs. Inline
elements are joined, block elements and `<br>` cut; what a browser hides is left out. Blanks are
collapsed as a browser shows them. Every visible non-blank character stands in one block.

A line that is nothing but links, or nothing but named inline elements, is cut at them: so are
written lists of tags, paths of sections, and the author beside the date. Pictures, videos and
frames become blocks without text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from attrs import Factory, define
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from ..blocks import Block, Element, Image, Markup
from ..errors import InputTooComplex, InputTooLarge
from ..input.markup_guard import too_deep
from ..input.metadata import Declarations, gather
from ..limits import Limits
from .pictures import picture

_INLINES = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span"}
    | {"strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_LONGEST_MARK = 2_000  # characters of a class or style that are looked at, and remembered
_HIDDEN = frozenset(
    {
        "script",
        "meta",
        "link",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "canvas",
        "object",
    }
    | {"select", "textarea", "audio", "map", "-comment", "title", "datalist"}
)
_PICTURES = frozenset({"img", "video", "iframe", "amp-img", "amp-iframe", "amp-video"})
#: What is done with a node, by its tag; what has no entry is a block element.
_TEXT, _LEFT_OUT, _BREAK, _SHOWN, _INLINE, _BLOCK = range(6)
_KINDS = {
    "-text": _TEXT,
    "br": _BREAK,
    **dict.fromkeys(_HIDDEN, _LEFT_OUT),
    **dict.fromkeys(_PICTURES, _SHOWN),
    **dict.fromkeys(_INLINES, _INLINE),
}
#: Blocks of running text, in which inline elements are only type.
_RUNNING = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "dd", "pre"})

_UNSEEN = frozenset({"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"})
_APART = frozenset({"a", "time"})  # stand for themselves even without a name
_STORY = 30  # characters
_BLANKS = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")  # one space stays as it is


def segment(html: str | bytes, limits: Limits) -> list[Block]:
    """The blocks of `html`, in document order; see `read`."""
    return read(html, limits)[0]


def read(html: str | bytes, limits: Limits) -> tuple[list[Block], Declarations]:
    """The blocks of `html`, in document order, and what it declares to machines.

    `markup_guard` must have let it pass. Raises `InputTooLarge` past `limits.max_blocks`, and
    `InputTooComplex` past `limits.max_depth`.
    """
    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    walk = _Walk(limits)
    root = tree.body or tree.root
    if root is not None:
        walk.walk(root)
    return walk.blocks, gather(tree)


#: A text of a run, and the element that it stands in.
_Piece = tuple[str, Element]


@define(eq=False)
class _Walk:
    limits: Limits
    blocks: list[Block] = Factory(list)
    run: list[_Piece] = Factory(list)
    shown: list[Block] = Factory(list)  # pictures inside the run
    stack: list[tuple[Any, Element, bool, dict[str, int]]] = Factory(list)

    def walk(self, root: Any) -> None:
        """Goes through `root` without recursion; a block element cuts where it starts and ends.

        Nearly all time of segmentation passes here: every node of the page comes by once.
        """
        run, stack = self.run, self.stack
        kind_of, deepest = _KINDS.get, self.limits.max_depth
        node, element = root.first_child, Element(root.tag)
        siblings: dict[str, int] = {}
        order = 0
        while True:
            if node is None:
                if not stack:
                    break
                node, element, cuts, siblings = stack.pop()
                if cuts and run:
                    self.flush()
                continue
            tag = node.tag
            kind = kind_of(tag, _BLOCK)
            if kind is _TEXT:
                text = node.text_content
                if text and (run or not text.isspace()):
                    run.append((text, element))
            elif kind >= _SHOWN:
                siblings[tag] = at = siblings.get(tag, 0) + 1
                child = node.first_child
                attributes = node.attributes
                if (child is not None or kind is not _INLINE) and not (
                    "hidden" in attributes or ("style" in attributes and _hides(attributes))
                ):
                    order += 1
                    names = _names(attributes) if attributes else ()
                    inner = element.child(tag, names, at, order)
                    if kind is _INLINE:
                        inner.unit = element.unit or inner
                        if tag == "a":
                            inner.link, inner.href = inner, attributes.get("href")
                        elif tag == "time":
                            inner.datetime = attributes.get("datetime")
                    elif kind is _SHOWN:
                        self.show(node, attributes, inner)
                        child = None
                    else:
                        inner.link = None
                        if run:
                            self.flush()
                        if tag == "figure":
                            inner.figure = order
                    if child is not None:
                        stack.append((node.next, element, kind is _BLOCK, siblings))
                        if len(stack) > deepest:
                            raise InputTooComplex(too_deep(self.limits))
                        node, element, siblings = child, inner, {}
                        continue
            elif kind is _BREAK and run:
                self.flush()
            node = node.next
        if run:
            self.flush()

    def show(self, node: Any, attributes: dict[str, str | None], element: Element) -> None:
        """A picture is a block of its own; one inside a line comes after the line."""
        image = picture(node, attributes)
        if image is not None:
            shown = self.shown if self.run else self.blocks
            shown.append(_shown(image, element))

    def flush(self) -> None:
        """Ends the line in the making: a block if it has text, several if it is a list."""
        run = self.run
        while run and run[-1][0].isspace():
            run.pop()
        if len(run) == 1:
            self.blocks.append(_block_of_one(*run[0]))
        elif run:
            self.blocks += filter(None, map(_block, _parted(run)))
        run.clear()
        if self.shown:
            self.blocks += self.shown
            self.shown = []
        if len(self.blocks) > self.limits.max_blocks:
            raise InputTooLarge(
                f"the page has more than {self.limits.max_blocks} blocks; pass Limits(max_blocks=…)"
            )


def _hides(attributes: dict[str, str | None]) -> bool:
    style = attributes["style"]
    return style is not None and _hiding(style[:_LONGEST_MARK])


@lru_cache(maxsize=1024)
def _hiding(style: str) -> bool:
    plain = style.lower().replace(" ", "")
    return "display:none" in plain or "visibility:hidden" in plain


def _names(attributes: dict[str, str | None]) -> tuple[str, ...]:
    get = attributes.get
    named, marked = get("class"), get("id")
    if named is not None and len(named) > _LONGEST_MARK:
        named = named[:_LONGEST_MARK]
    if marked is not None and len(marked) > _LONGEST_MARK:
        marked = None
    return _split(named, marked, get("itemprop"), get("role"))


@lru_cache(maxsize=4096)
def _split(*marks: str | None) -> tuple[str, ...]:
    return tuple(" ".join(mark for mark in marks if mark).lower().split())


def _shown(image: Image, element: Element) -> Block:
    markup = Markup(element, 1.0, element.href, element.figure, element.datetime, image)
    return Block("", markup=markup)


def collapsed(text: str) -> str:
    """`text` with its blanks as a browser shows them: those beyond ASCII stay as they are."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def _block(pieces: list[_Piece]) -> Block | None:
    """One block out of the pieces of a line; `None` if they are blank."""
    held = [piece for piece in pieces if not piece[0].isspace()]
    if len(held) < 2:
        return _block_of_one(*held[0]) if held else None
    text = collapsed("".join([text for text, _ in pieces]))
    element = _common([element for _, element in held])
    linked = sum(len(text) for text, at in held if at.href is not None)
    density = linked / sum(len(text) for text, _ in held)
    href = next((at.href for _, at in held if at.href is not None), None)
    moment = next((at.datetime for _, at in held if at.datetime), None)
    markup = Markup(element, density, href if density > 0.8 else None, element.figure, moment)
    return Block(text, markup=markup)


def _block_of_one(text: str, element: Element) -> Block:
    linked = 1.0 if element.href is not None else 0.0
    markup = Markup(element, linked, element.href, element.figure, element.datetime)
    return Block(collapsed(text), markup=markup)


def _common(elements: list[Element]) -> Element:
    """The element that holds all of `elements`, which stand in one line."""
    first = elements[0]
    if all(element is first for element in elements):
        return first
    if first.unit is not None and all(element.unit is first.unit for element in elements):
        return first.unit
    return first.base


def _parted(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The line as it stands, or cut at its units if it is a list of them."""
    if len(pieces) == 1 or all(element.unit is None for _, element in pieces):
        return [pieces]
    parts = [list(part) for _, part in groupby(pieces, key=lambda piece: id(_unit(piece)))]
    start, end = 0, len(parts)
    while end - start > 1 and _is_unseen(parts[start]):
        start += 1
    while end - start > 1 and _is_unseen(parts[end - 1]):
        end -= 1
    seen = parts[start:end]
    cut = seen if len(seen) > 1 and _is_list(seen) else _cut_at_times(seen)
    return [*parts[:start], *cut, *parts[end:]]


def _is_unseen(part: list[_Piece]) -> bool:
    """Whether a text is there for those who cannot see the page only."""
    unit = part[0][1].unit
    return unit is not None and not _UNSEEN.isdisjoint(unit.names)


def _unit(piece: _Piece) -> Element | None:
    """What a piece stands in: the link, else the outermost inline element."""
    return piece[1].link or piece[1].unit


def _is_list(parts: list[list[_Piece]]) -> bool:
    """Whether nothing stands in the line but links, or but named inline elements.

    Before links may stand a word that announces them, with a colon or in an element of its own;
    before a single link only if that is long enough for the title of a story.
    """
    told = [(_unit(part[0]), "".join([text for text, _ in part]).strip()) for part in parts]
    told = [(unit, text) for unit, text in told if any(map(str.isalnum, text))]
    if _are_links(told):
        return len(told) > 1
    (unit, label), rest = told[0], told[1:]
    labelled = bool(rest) and label.endswith((":", "："))
    if rest and _are_links(rest):
        if labelled:
            return len(rest) > 1 or len(rest[0][1]) >= _STORY
        if unit is not None and len(rest) > 1 and len(label) <= _STORY:
            return True
    named = all(unit is not None and (unit.names or unit.tag in _APART) for unit, _ in told)
    named = named or (_are_glued(parts) and all(unit is not None for unit, _ in told))
    return named and not labelled and len(told) > 1 and parts[0][0][1].base.tag not in _RUNNING


def _are_glued(parts: list[list[_Piece]]) -> bool:
    """Whether a link and another element meet with no blank between two words: what the eye parts
    has no blank in the markup, «<a>هبة عادل</a><span>صحافية</span>»."""
    for before, behind in pairwise(parts):
        units = _unit(before[0]), _unit(behind[0])
        linked = [unit is not None and unit.tag == "a" for unit in units]
        if any(linked) and not all(linked):
            last, first = before[-1][0][-1:], behind[0][0][:1]
            if last.isalnum() and first.isalnum():
                return True
    return False


def _are_links(told: list[tuple[Element | None, str]]) -> bool:
    return all(unit is not None and unit.tag == "a" for unit, _ in told)


def _cut_at_times(parts: list[list[_Piece]]) -> list[list[_Piece]]:
    """A <time> right after a link stands apart from what is before and after it."""
    for at in range(1, len(parts)):
        unit, before = _unit(parts[at][0]), _unit(parts[at - 1][0])
        if at > 1 and before is None and not "".join([text for text, _ in parts[at - 1]]).strip():
            before = _unit(parts[at - 2][0])
        if unit is not None and unit.tag == "time" and before is not None:
            rest = [piece for part in parts[at + 1 :] for piece in part]
            head = [piece for part in parts[:at] for piece in part]
            return [head, parts[at], *([rest] if rest else [])]
    return [[piece for part in parts for piece in part]]
