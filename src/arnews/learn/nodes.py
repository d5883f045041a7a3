"""The elements of a page of HTML, by the path that `LabelledBlock.path` names them with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser

NEAR = 6  # elements around a block that layouts look at
_MARKS = ("class", "id", "itemprop", "role")

#: A tag and what authors of pages call it, of an element and those around it, innermost first.
Around: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def elements(html: str) -> Mapping[str, Around]:
    """Every element in the body of `html`, with those around it."""
    body = LexborHTMLParser(html.replace("\x00", "\ufffd")).body
    found: dict[str, Around] = {}
    waiting: list[tuple[Any, str, Around]] = [(body, "body", ())] if body else []
    while waiting:
        node, path, outer = waiting.pop()
        names = _names(node.attributes) if outer else ()  # what all of a page has tells nothing
        around = found[path] = ((node.tag, names), *outer)[:NEAR]
        siblings: Counter[str] = Counter()
        for child in node.iter(include_text=False):
            siblings[child.tag] += 1
            waiting.append((child, f"{path}/{child.tag}[{siblings[child.tag]}]", around))
    return found


def _names(attributes: Mapping[str, str | None]) -> tuple[str, ...]:
    marks = [attributes.get(mark) or "" for mark in _MARKS]
    return tuple(" ".join(marks).lower().split())
