"""What careless removers of tags leave between the lines of a page: attributes, scripts, styles."""

from __future__ import annotations

import regex

from .register import feature

CODE = feature("left-over code")
MARKUP = feature("left-over markup")

_LOOKED_AT = 400  # characters
_FIRST_ARABIC = "\u0600"
_ARABIC = regex.compile(r"\p{Arabic}")
# «content="…" />», «alt="…" />», «googletag.cmd…;».
_MARKUP = regex.compile(
    r"(?=[a-z<])(?:[a-z-]++=[\"']|\w++(?:[.]\w++)++[(]|</?\w|<!|function\s*+[(]|var\s)"
)
# Scripts and styles: «"headline": "…"», «title = "…"» with any letters, and without Arabic ones
# what no prose has.
_KEY = regex.compile(
    r"""["'][@$\w.-]++["']\s*+: | [@$\w.-]++\s*+=\s*+["'\[{] | (?:var|let|const)\s""",
    regex.VERBOSE | regex.ASCII,
)
_CODE = regex.compile(
    r"""[{}] | ;$ | \|\| | && | \)(?:;|\.\w) | !important | ^// | ^/\* | \*/$
    | =\s*+["'\[] | ^[\])]++,?+$""",
    regex.VERBOSE,
)


def left_over(text: str) -> int:
    """What `text` is left over from, as a feature; 0 if it may be prose."""
    if text[0] >= _FIRST_ARABIC:
        return 0
    if _MARKUP.match(text):
        return MARKUP
    return CODE if _is_code(text[:_LOOKED_AT]) else 0


def _is_code(text: str) -> bool:
    return bool(_KEY.match(text) or (_CODE.search(text) and not _ARABIC.search(text)))
