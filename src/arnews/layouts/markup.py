"""The elements that a publisher's HTML has its fields in: printed, and known by.

    [markup]
    headline = "h1.post-title"      # <h1 class="post-title">
    lead_image = "figure.featured"
    chrome   = "ul.menu, div.most-read"
    article  = "article"            # a rule of the template: the element around its fields

Each value is one tag with any number of classes; more may follow behind commas, of which the
first is printed. `DEFAULT` has an element for every field. What stands in `chrome` elements is part
of no article.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import regex
from attrs import evolve, frozen

_SELECTOR = regex.compile(r"(?P<tag>[a-z][a-z0-9]*+)(?:\.(?P<class>[\w-]++))*+")
_CLASS = regex.compile(r"[\w-]++")

#: Elements that do not cut a line: printed inside one that does, as a field stands on its own.
INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "small", "span", "strong", "time"})


@frozen
class Element:
    """A tag with classes, as `h1.post-title` names it; `others` are read, and never printed."""

    tag: str
    classes: tuple[str, ...] = ()
    others: tuple[Element, ...] = ()


def element(selector: str) -> Element:
    """The element that `selector` names, with the others behind a comma.

    Raises `ValueError` for more than a tag and classes.
    """
    first, *others = selector.split(",")
    return evolve(_single(first.strip()), others=tuple(map(_single, map(str.strip, others))))


def _single(selector: str) -> Element:
    found = _SELECTOR.fullmatch(selector)
    if found is None:
        raise ValueError(f"markup `{selector}`: a tag with classes is wanted, as in h1.post-title")
    return Element(found["tag"], tuple(found.captures("class")))


@lru_cache(maxsize=4096)
def selector(tag: str, names: tuple[str, ...]) -> str | None:
    """The selector of a tag with classes, without the classes that no selector can name.

    `selector("h1", ("title", "w-1/2"))` is `"h1.title"`; `None` for a tag such as `o:p`.
    """
    found = ".".join((tag, *filter(_CLASS.fullmatch, names)))
    return found if _SELECTOR.fullmatch(found) else None


def elements(table: Mapping[str, str]) -> Mapping[str, Element]:
    """The elements of a layout's `[markup]`, by field or rule."""
    return MappingProxyType({name: element(selector) for name, selector in table.items()})


#: What a layout prints a field in if its own `[markup]` does not say.
DEFAULT = elements(
    {
        "article": "article",
        "headline": "h1.headline",
        "kicker": "p.kicker",
        "subtitle": "p.subtitle",
        "section": "p.section",
        "byline": "p.byline",
        "published": "p.published",
        "modified": "p.modified",
        "lead_image": "figure.lead",
        "figure": "figure.photo",
        "caption": "figcaption.caption",
        "credit": "p.credit",
        "paragraph": "p.paragraph",
        "subheading": "h2.subheading",
        "quote": "blockquote.quote",
        "list_item": "li.item",
        "embed": "p.embed",
        "tag": "p.tag",
        "related": "section.related",
        "see_also": "aside.seealso",
        "item": "div.story",
        "marker": "h3.marker",
        "title": "h4.storytitle",
        "teaser": "p.teaser",
        "video": "span.video",
        "word": "div.word",
    }
)
