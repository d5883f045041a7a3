"""The element that a layout's `[markup]` has a field in: it decides what a block is."""

from __future__ import annotations

from collections.abc import Mapping

from ...blocks import Markup
from ...layouts import Layout
from ...layouts.elements import default
from ...remembered import once

_Elements = Mapping[str, tuple[tuple[frozenset[str], str], ...]]


def field_of(markup: Markup, layout: Layout, printed: bool) -> str | None:
    """The field whose element is the nearest one around that has a meaning.

    The default elements have classes that other sites use too: they are believed on pages that
    arnews has `printed`.
    """
    elements = _elements(layout)[printed]
    if not elements:
        return None
    for element in markup.elements:
        for wanted, name in elements.get(element.tag, ()) if element.names else ():
            if wanted.issubset(element.names):
                return name if name not in _rules(layout) else None
    return None


@once
def _rules(layout: Layout) -> frozenset[str]:
    """Rules of the templates: an element around several fields says nothing of each."""
    return frozenset(rule for rules in layout.templates.values() for rule in rules)


@once
def _elements(layout: Layout) -> tuple[_Elements, _Elements]:
    """The elements of fields on a page of the publisher, and on one that arnews printed."""
    return _table(layout, False), _table(layout, True)


def _table(layout: Layout, printed: bool) -> _Elements:
    """Fields by the tag and classes of their element; elements without a class tell nothing.

    On a line with others, arnews prints a field in a <span> with these classes.
    """
    table: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for name, first in {**(default() if printed else {}), **layout.markup}.items():
        for element in (first, *first.others):
            if element.classes:
                entry = (frozenset(map(str.lower, element.classes)), name)  # as a page is read
                for tag in {element.tag, "span"} if printed else {element.tag}:
                    table[tag] = (*table.get(tag, ()), entry)
    return table
