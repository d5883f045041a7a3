"""For mkdocstrings: an example in a docstring (`>>> …`) is shown as code."""

import re
from typing import Any

from griffe import Extension

_EXAMPLE = re.compile(r"(?m)^>>> (?:.*\n?)+?(?=^\s*$|\Z)")


class Doctests(Extension):
    """Puts each example between fences."""

    def on_instance(self, *, obj: Any, **_: Any) -> None:
        if obj.docstring is not None:
            fenced = _EXAMPLE.sub(_fenced, obj.docstring.value)
            obj.docstring.value = fenced


def _fenced(example: re.Match[str]) -> str:
    return f"```pycon\n{example[0].rstrip()}\n```\n"
