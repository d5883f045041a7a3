"""Cuts HTML into the blocks that a reader sees.

One walk over the tree, in document order, that carries paths and classes down and never climbs.
Inline elements are joined, block elements and `<br>` cut; what a browser hides is left out. Blanks
are collapsed as a browser shows them. Every visible non-blank character stands in one block.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from attrs import Factory, define, evolve, frozen
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from ..blocks import Block, Markup
from ..errors import InputTooComplex, InputTooLarge
from ..limits import Limits
from ..markup_guard import too_deep

_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span"}
    | {"strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_HIDDEN = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "math", "canvas", "iframe", "object"}
    | {"select", "textarea", "audio", "video", "map", "-comment", "title"}
)
_MARKED = ("class", "id", "itemprop", "role")
_TOKEN = re.compile(r"[a-z]+")
_NEAR = 6  # elements up from a block whose classes count


@frozen
class _Context:
    """What an element hands down to what it holds."""

    path: str
    tags: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    href: str | None = None
    figure: int | None = None
    datetime: str | None = None


@define
class _Run:
    """The text of a block in the making, and how much of it is linked."""

    pieces: list[str] = Factory(list)
    linked: int = 0
    size: int = 0
    href: str | None = None
    datetime: str | None = None


#: A node to visit with what it inherits, its siblings by tag, and whether they end a block.
_Entry: TypeAlias = tuple[Any, _Context, dict[str, int], bool]


@define(eq=False)
class _Walk:
    limits: Limits
    blocks: list[Block] = Factory(list)
    run: _Run = Factory(_Run)
    figures: int = 0

    def walk(self, root: Any) -> None:
        """Goes through `root` without recursion; the last child of a block element ends a block."""
        top = _Context(root.tag)
        stack: list[_Entry] = [(root.first_child, top, {}, True)]
        while stack:
            node, context, seen, closes = stack.pop()
            if node is None:
                if closes:
                    self.flush(context)
                continue
            tag = node.tag
            stack.append((node.next, context, seen, closes))
            if len(stack) > self.limits.max_depth:
                raise InputTooComplex(too_deep(self.limits))
            if tag == "-text":
                self.take(node.text_content or "", context)
            elif tag == "br":
                self.flush(context)
            elif tag not in _HIDDEN:
                self.enter(node, tag, context, seen, stack)

    def enter(
        self, node: Any, tag: str, context: _Context, seen: dict[str, int], stack: list[_Entry]
    ) -> None:
        """Puts the children of `node` next; those of an inline element end no block."""
        attributes = node.attributes
        style = (attributes.get("style") or "").replace(" ", "")
        if "hidden" in attributes or "display:none" in style:
            return
        child = node.first_child
        if child is None:
            return
        if tag in _INLINE:
            href = attributes.get("href") if tag == "a" else context.href
            moment = attributes.get("datetime") if tag == "time" else context.datetime
            stack.append((child, evolve(context, href=href, datetime=moment), seen, False))
            return
        self.flush(context)
        seen[tag] = seen.get(tag, 0) + 1
        if tag == "figure":
            self.figures += 1
        inner = _Context(
            f"{context.path}/{tag}[{seen[tag]}]",
            (tag, *context.tags),
            (_words(attributes), *context.words[: _NEAR - 1]),
            context.href,
            self.figures if tag == "figure" else context.figure,
        )
        stack.append((child, inner, {}, True))

    def take(self, text: str, context: _Context) -> None:
        printed = len(text) - text.count(" ")
        self.run.pieces.append(text)
        self.run.size += printed
        if context.href is not None:
            self.run.linked += printed
            self.run.href = context.href
        self.run.datetime = self.run.datetime or context.datetime

    def flush(self, context: _Context) -> None:
        """Ends the block in the making, if it has text."""
        run, self.run = self.run, _Run()
        text = " ".join("".join(run.pieces).split())
        if not text:
            return
        density = run.linked / run.size if run.size else 0.0
        words = tuple(word for near in context.words for word in near)
        markup = Markup(
            context.path,
            context.tags,
            words,
            density,
            run.href if density > 0.8 else None,
            figure=context.figure,
            datetime=run.datetime,
        )
        self.blocks.append(Block(text, markup=markup))
        if len(self.blocks) > self.limits.max_blocks:
            raise InputTooLarge(
                f"the page has more than {self.limits.max_blocks} blocks; pass Limits(max_blocks=…)"
            )


def _words(attributes: dict[str, str | None]) -> tuple[str, ...]:
    marks = " ".join(attributes.get(name) or "" for name in _MARKED)
    return tuple(_TOKEN.findall(marks.lower())) if marks else ()


def segment(html: str | bytes, limits: Limits) -> list[Block]:
    """The blocks of `html`, in document order.

    Raises `InputTooLarge` past `limits.max_blocks`, `InputTooComplex` past `limits.max_depth`.
    """
    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    walk = _Walk(limits)
    root = tree.body or tree.root
    if root is not None:
        walk.walk(root)
    return walk.blocks
