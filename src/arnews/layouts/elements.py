"""The HTML elements in which a publisher prints its fields: the table `[markup]` of a layout.

    [markup]
    headline = "h1.post-title"      # <h1 class="post-title">
    lead_image = "figure.featured"
    chrome   = "ul.menu, div.most-read"
    article  = "article"            # a rule of the template: the element around its fields

Each value is one tag with any number of classes. Several elements can be separated by commas:
parsing accepts all of them, rendering prints the first. `default` has an element for every field.
Text inside a `chrome` element belongs to no article.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import evolve, frozen

from .. import tables
from ..arguments import shown
from ..patterns import pattern
from ..remembered import remembered

_SELECTOR = pattern(r"(?P<tag>[a-z][a-z0-9]*+)(?:\.(?P<class>[\w-]++))*+")
_CLASS = pattern(r"[\w-]++")

#: Inline elements: they start no new line, so a field in one is wrapped in a block element.
INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "small", "span", "strong", "time"})


@frozen
class Element:
    """A tag with its classes (`h1.post-title`). `others` are accepted in parsing, never printed."""

    tag: str
    classes: tuple[str, ...] = ()
    others: tuple[Element, ...] = ()


def element(selector: str) -> Element:
    """The first element that `selector` names; the elements after a comma are its `others`.

    Raises `ValueError` if one is more than a tag with classes.
    """
    first, *others = selector.split(",")
    return evolve(_single(first.strip()), others=tuple(map(_single, map(str.strip, others))))


def _single(selector: str) -> Element:
    match = _SELECTOR.fullmatch(selector)
    if match is None:
        raise ValueError(
            f"markup {shown(selector)}: a tag with classes is wanted, as in h1.post-title"
        )
    return Element(match["tag"], tuple(match.captures("class")))


def selector(tag: str, names: tuple[str, ...]) -> str | None:
    """The selector of a tag with classes, without the classes that no selector can name.

    `selector("h1", ("title", "w-1/2"))` is `"h1.title"`; `None` for a tag such as `o:p`.
    """
    return _selector((tag, *names))


@remembered
def _selector(names: tuple[str, ...]) -> str | None:
    found = ".".join((names[0], *filter(_CLASS.fullmatch, names[1:])))
    return found if _SELECTOR.fullmatch(found) else None


def elements(table: Mapping[str, str]) -> Mapping[str, Element]:
    """The elements of a layout's `[markup]`, by field or rule.

    Raises `ValueError` for what is no selector.
    """
    return MappingProxyType({name: element(selector) for name, selector in table.items()})


@cache
def default() -> Mapping[str, Element]:
    """The element of a field for which a layout's `[markup]` has no entry."""
    return elements(tables.read(__package__, "elements.toml"))
