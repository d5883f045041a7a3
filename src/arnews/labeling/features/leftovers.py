"""What careless removers of tags leave between the lines of a page: attributes, scripts, styles."""

from __future__ import annotations

import re

from ...patterns import pattern, plain
from .register import feature
from .vocabulary import BOILERPLATE

MARKUP = feature("left-over markup")

_LOOKED_AT = 400  # characters
_FIRST_ARABIC = "\u0600"
_ARABIC = pattern(r"\p{Arabic}")
# «content="…" />», «alt="…" />», «googletag.cmd…;».
_MARKUP = plain(
    r"(?=[a-z<])(?:[a-z-]++=[\"']|\w++(?:[.]\w++)++[(]|</?[a-zA-Z]|<!|function\s*+[(]|var\s)"
)
# Scripts and styles: «"headline": "…"», «title = "…"» with any letters, and without Arabic ones
# what no prose has.
_KEY = plain(
    r"""(?a)["'][@$\w.-]++["']\s*+: | [@$\w.-]++\s*+=\s*+["'\[{] | (?:var|let|const)\s""",
    re.VERBOSE,
)
_CODE = pattern(
    r"""[{}] | ;$ | \|\| | && | \)(?:;|\.\w) | !important | ^// | ^/\* | \*/$
    | =\s*+["'\[] | ^[\])]++,?+$""",
    re.VERBOSE,
)


def left_over(text: str) -> int:
    """What `text` is left over from, as a feature; 0 if it may be prose."""
    if text[0] >= _FIRST_ARABIC:
        return 0
    if _MARKUP.match(text):
        return MARKUP
    return BOILERPLATE if _is_code(text[:_LOOKED_AT]) else 0


def _is_code(text: str) -> bool:
    return bool(_KEY.match(text) or (_CODE.search(text) and not _ARABIC.search(text)))
