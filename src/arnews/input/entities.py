"""Character references of HTML (`&amp;`, `&#1576;`), of any length."""

from __future__ import annotations

import html

from ..patterns import plain

# Python converts no number of more than 4,300 digits; the last character has seven.
_ENDLESS = plain(r"&#[0-9]{1000,};?")


def unescape(text: str) -> str:
    """`text` with its character references replaced; a number that no character has is U+FFFD.

    >>> unescape("&laquo;&#1576;&raquo; &#" + "9" * 5000 + ";")
    '«ب» \ufffd'
    """
    return html.unescape(_ENDLESS.sub("\ufffd", text) if "&#" in text else text)
