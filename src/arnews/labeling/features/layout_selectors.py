"""The element that a layout's `[markup]` has a field in: it decides what a block is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...blocks import Markup
from ...layouts import Layout
from ...layouts.elements import default
from ...remembered import once

#: By tag: classes of an element, and the field that it holds; `None` for one around several.
Selectors = Mapping[str, Sequence[tuple[frozenset[str], str | None]]]


def field_of(markup: Markup, selectors: Selectors) -> str | None:
    """The field whose element is the nearest one around that has a meaning."""
    for element in markup.elements if selectors else ():
        for wanted, name in selectors.get(element.tag, ()) if element.names else ():
            if wanted.issubset(element.names):
                return name
    return None


def selectors(layout: Layout, printed: bool) -> Selectors:
    """The elements of fields on a page of the publisher, or on one that arnews `printed`.

    The default elements have classes that other sites use too: they are believed only there.
    """
    return _selectors(layout)[printed]


@once
def _selectors(layout: Layout) -> tuple[Selectors, Selectors]:
    return _table(layout, False), _table(layout, True)


def _table(layout: Layout, printed: bool) -> Selectors:
    """Fields by the tag and classes of their element; elements without a class tell nothing.

    On a line with others, arnews prints a field in a <span> with these classes. An element around
    several fields, a rule of a template, says nothing of each.
    """
    rules = {rule for rules in layout.templates.values() for rule in rules}
    table: dict[str, list[tuple[frozenset[str], str | None]]] = {}
    for name, first in {**(default() if printed else {}), **layout.markup}.items():
        for element in (first, *first.others):
            if element.classes:
                classes = frozenset(map(str.lower, element.classes))  # as a page is read
                entry = (classes, None if name in rules else name)
                for tag in {element.tag, "span"} if printed else {element.tag}:
                    table.setdefault(tag, []).append(entry)
    return table
