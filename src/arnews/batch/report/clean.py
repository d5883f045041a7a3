"""Strings of pages as they may be printed: nothing in a page is trusted."""

from __future__ import annotations

from html import escape

from ...patterns import pattern

# Controls, halves of surrogate pairs, and what turns the direction of the text around it.
_UNSAFE = pattern(r"[\p{Cc}\p{Cs}\p{Co}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(text: str, longest: int = 120) -> str:
    """`text` on one line, without controls, cut at `longest` characters.

    >>> clean("رويترز\\n\\u202eAFP")
    'رويترز AFP'
    """
    line = _UNSAFE.sub("", " ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def isolated(text: str, longest: int = 120) -> str:
    """`text` as HTML, in its own direction: a Latin name cannot reverse an Arabic line."""
    return f'<bdi dir="auto">{escape(clean(text, longest))}</bdi>'
