"""What a layout's `[markup]` says: the element that it has a field in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ...blocks import Markup
from ...layouts import Layout
from ...layouts.markup import DEFAULT

_Elements = Mapping[str, tuple[tuple[frozenset[str], str], ...]]


def mark(markup: Markup, layout: Layout) -> str | None:
    """`marked as FIELD` if the nearest element around with a meaning is that of a field."""
    elements = _elements(layout)
    for element in markup.elements:
        for wanted, name in elements.get(element.tag, ()):
            if wanted.issubset(element.names):
                return f"marked as {name}"
    return None


@cache
def _elements(layout: Layout) -> _Elements:
    """Fields by the tag and classes of their element; elements without a class tell nothing."""
    table: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for name, element in {**DEFAULT, **layout.markup}.items():
        if element.classes:
            entry = (frozenset(element.classes), name)
            table[element.tag] = (*table.get(element.tag, ()), entry)
    return table
