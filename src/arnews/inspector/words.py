"""How the inspector writes names, values and places: in Arabic, escaped, in their own direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from html import escape
from types import MappingProxyType

from .. import tables
from ..render.tags import inline, tag
from ..render.tags import text as _text

_PART = 50  # elements that a browser lays out together, once they are near the window

#: Characters that turn the direction of what follows; a reader of a source wants to see them.
_TURNING = MappingProxyType(
    {
        first + at: f"⟦{name}⟧"
        for first, names in ((0x202A, "LRE RLE PDF LRO RLO"), (0x2066, "LRI RLI FSI PDI"))
        for at, name in enumerate(names.split())
    }
)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tables.read(__package__, "words.toml")


def _word(table: str, name: str) -> str:
    return _words()[table].get(name, name)


#: The Arabic word for a role («فقرة»), a zone («المتن»), a field («النشر»), a value («تاريخ»).
role, zone, field, value = (
    partial(_word, table) for table in ("roles", "zones", "fields", "values")
)


def visible(text: str | None) -> str:
    """`text` with the characters that turn its direction named: «⟦RLO⟧»."""
    return (text or "").translate(_TURNING)


def text(value: str | None) -> str:
    """`value` as HTML: escaped, and Latin parts in their own direction."""
    return _text(visible(value))


def isolated(value: str | None) -> str:
    """`value` as HTML, isolated from the text beside it."""
    return inline(visible(value))


def code(value: str | None) -> str:
    """A name of arnews or of HTML, from left to right: `published`."""
    return tag("code", text(value), dir="ltr").rstrip("\n")


def name(value: str | None) -> str:
    """A name of arnews as HTML, in its own direction without an element: characters do it."""
    return f"\u2068{escape(visible(value))}\u2069"


def anchor(path: str) -> str:
    """A place in a page as the `id` of its element.

    >>> anchor("articles[0].body[3].credit")
    'a0.body.3.credit'
    """
    return path.replace("articles[", "a", 1).replace("[", ".").replace("]", "")


def in_parts(elements: Sequence[str]) -> str:
    """`elements` one after the other, in groups that are laid out only when they come into sight.

    A browser watches each group, and there may be twenty thousand elements.
    """
    starts = range(0, len(elements), _PART)
    parts = ("".join(elements[start : start + _PART]) for start in starts)
    return "".join(f"<div class=part>{part}</div>\n" for part in parts)
