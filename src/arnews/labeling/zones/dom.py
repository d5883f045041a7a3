"""What elements have in common, and which stands inside which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ...blocks import HtmlBlock
from ...patterns import plain
from ...remembered import remembered
from ...segment.dom import Element

T = TypeVar("T")

PARAGRAPHS = frozenset({"p", "li", "blockquote", "td", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
HEADINGS = ("h1", "h2", "h3", "h4")
_DIGITS = plain(r"\d+")


def path_within(block: HtmlBlock, body: Element) -> tuple[str, ...]:
    """The elements between `block` and the body around it, but for those of mere paragraphs."""
    made: list[str] = []
    element = block.markup.element.block_ancestor
    own = block.markup.element
    alone = own is element or (own.up is element and not own.names and block.href is None)
    bare = element.tag == "div" and not element.names and alone
    if bare and element.up is body:
        return ()  # a bare <div> right in the body is a paragraph
    while element is not body and element.up is not None and len(made) < 6:
        if element.tag not in PARAGRAPHS or element.tag == "li":
            made.append(element.tag)
        element = element.up
    return tuple(made)


def unlisted(path: tuple[str, ...]) -> tuple[str, ...]:
    """`path` without lists: their items stand where paragraphs do."""
    return tuple(tag for tag in path if tag not in ("li", "ul", "ol"))


def container(element: Element) -> Element:
    """The element that a paragraph counts for."""
    above = upwards(element.block_ancestor)
    return next((at for at in above if at.tag not in PARAGRAPHS), element)


def shape_of(element: Element) -> tuple[str, ...]:
    """What elements of the same shape have in common."""
    return (element.tag, *numberless(element.names))


@remembered
def numberless(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_DIGITS.sub("", name) for name in names)


def is_inside(block: HtmlBlock, element: Element) -> bool:
    return is_within(block.markup.element, element)


def is_within(element: Element, other: Element) -> bool:
    """Whether `element` is `other` or inside it."""
    at: Element | None = element
    while at is not None and at.document_index > other.document_index:
        at = at.up
    return at is other


def inherited(
    element: Element, known: dict[int, T | None], own: Callable[[Element], T | None]
) -> T | None:
    """What the innermost element around says that says anything; each is asked once a page."""
    above: list[Element] = []
    at: Element | None = element
    while at is not None and at.document_index not in known:
        above.append(at)
        at = at.up
    said = known[at.document_index] if at is not None else None
    for at in reversed(above):
        said = own(at) or said
        known[at.document_index] = said
    return said


def upwards(element: Element | None) -> Iterator[Element]:
    """`element` and the elements around it, the inner ones first."""
    while element is not None:
        yield element
        element = element.up


def child_of(around: Element, element: Element | None) -> Element | None:
    """The element right in `around` that holds `element`, or is it."""
    return next((at for at in upwards(element) if at.up is around), None)


def near(element: Element | None, most: int) -> list[Element]:
    """`element` and those around it, so many at most."""
    found: list[Element] = []
    while element is not None and most:
        found.append(element)
        element, most = element.up, most - 1
    return found


def heading_level(element: Element) -> str | None:
    """The level of the heading that `element` is, or stands right in: "h1" to "h4"."""
    up = element.up
    for at in (element, up, up and up.up):
        if at is not None and at.role_tag in HEADINGS:
            return at.role_tag
    return None
