"""Elements and text of HTML, escaped: a value of a page cannot become markup."""

from __future__ import annotations

from html import escape

import regex

from . import wording

# Elements that stand in a line; the others end theirs.
_INLINE = frozenset({"a", "bdi", "cite", "span", "time"})
# What is read from left to right inside an Arabic line; its signs («@», «++», «/») would jump to
# its other side if it were not isolated. Plain numbers and their ranges need nothing.
_LEFT_TO_RIGHT = regex.compile(
    r"""
    (?:https?://|www\.) [^\s<>«»"“”()؟،؛]* [\w/=]          # an address
    | [@#]?+ \p{Latin}[\p{Latin}\p{M}0-9]*+                     # «iPhone 15 Pro», «C++», «@user»
      (?:[\ .,'’&/@:_-][\p{Latin}0-9][\p{Latin}\p{M}0-9]*+)*+ [+\#%]*+
    | (?<!\w)\+[0-9]++(?:[\ -][0-9]++)++                        # a telephone number
    | (?<!\w)[+−-][0-9]++(?:[.,][0-9]++)*+%?+                   # a number with its sign
    """,
    regex.VERBOSE,
)
_LETTER = regex.compile(r"\p{Latin}")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}\p{Syriac}]")


def tag(name: str, *inner: str, **attributes: str | None) -> str:
    """The element `name` around `inner`, which is HTML; nothing if it would be empty.

    Attributes without a value are left out; `class_` is `class`, and `aria_label` `aria-label`.
    """
    content = "".join(inner)
    if not content:
        return ""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{told}>{content}</{name}>" + ("" if name in _INLINE else "\n")


def text(value: str | None) -> str:
    """`value` with the ends of its lines kept and what is read from left to right isolated."""
    return "<br>".join(map(_line, wording.lines(value)))


def block(name: str, value: str | None, class_: str | None = None) -> str:
    """`value` in an element of its own: right to left, unless it has no Arabic letter.

    `dir="auto"` would turn round a paragraph that only begins with a Latin name.
    """
    is_latin = value and _LETTER.search(value) and not _RIGHT_TO_LEFT.search(value)
    return tag(name, text(value), class_=class_, dir="ltr" if is_latin else None)


def inline(value: str | None, class_: str | None = None) -> str:
    """`value` inside a line, isolated from what stands beside it."""
    return tag("bdi", text(value), class_=class_)


def _line(line: str) -> str:
    if not _RIGHT_TO_LEFT.search(line):
        return escape(line)
    printed, at = [], 0
    for found in _LEFT_TO_RIGHT.finditer(line):
        printed += [escape(line[at : found.start()]), f"<bdi>{escape(found.group())}</bdi>"]
        at = found.end()
    return "".join(printed) + escape(line[at:])
