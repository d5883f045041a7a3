"""HTML elements with escaped, bidirectional text, for the readable page."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape

from ..patterns import pattern
from . import wording

# Inline elements; after any other element a line ends.
_INLINE = frozenset({"a", "bdi", "cite", "span", "time"})
# Text that is read from left to right inside an Arabic line. Without isolation its signs («@»,
# «++», «/») would be shown on the wrong side. Plain numbers and ranges need no isolation.
_LEFT_TO_RIGHT = pattern(
    r"""
    (?:https?://|www\.) [^\s<>«»"“”()؟،؛]* [\w/=]          # a URL
    | [@#]?+ \p{Latin}[\p{Latin}\p{M}0-9]*+                     # «iPhone 15 Pro», «C++», «@user»
      (?:[\ .,'’&/@:_-][\p{Latin}0-9][\p{Latin}\p{M}0-9]*+)*+ [+\#%]*+
    | (?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:+Z-]++)?+        # a date in ISO 8601
    | (?<!\w)\+[0-9]++(?:[\ -][0-9]++)++                        # a telephone number
    | (?<!\w)[+−-][0-9]++(?:[.,][0-9]++)*+%?+                   # a number with its sign
    """,
    re.VERBOSE,
)
_LETTER = pattern(r"\p{Latin}")
_RIGHT_TO_LEFT = pattern(r"[\p{Arabic}\p{Hebrew}\p{Syriac}]")


def tag(name: str, *inner: str, **attributes: str | None) -> str:
    """The element `name` around `inner`, which is HTML; `""` if `inner` is empty.

    Attributes without a value are left out. `class_` is written `class`, `aria_label` is written
    `aria-label`.
    """
    content = "".join(inner)
    if not content:
        return ""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{content}</{name}>" + ("" if name in _INLINE else "\n")


def digest(code: str) -> str:
    """A style or script as the Content-Security-Policy that allows it names it."""
    hashed = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(hashed).decode()}'"


def text(value: str | None) -> str:
    """`value` as HTML: escaped, line ends as `<br>`, left-to-right parts in `<bdi>`."""
    return "<br>".join(map(_line, wording.lines(value)))


def block(name: str, value: str | None, class_: str | None = None) -> str:
    """`value` in a block element: right to left, unless it has no Arabic letter.

    `dir="auto"` would reverse an Arabic paragraph that begins with a Latin name.
    """
    is_latin = value and _LETTER.search(value) and not _RIGHT_TO_LEFT.search(value)
    return tag(name, text(value), class_=class_, dir="ltr" if is_latin else None)


def inline(value: str | None) -> str:
    """`value` in `<bdi>`, isolated from the text beside it."""
    return tag("bdi", text(value))


def _line(line: str) -> str:
    if not _RIGHT_TO_LEFT.search(line):
        return escape(line)
    printed, end = [], 0
    for match in _LEFT_TO_RIGHT.finditer(line):
        printed += [escape(line[end : match.start()]), f"<bdi>{escape(match.group())}</bdi>"]
        end = match.end()
    return "".join(printed) + escape(line[end:])
