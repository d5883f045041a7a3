"""Regular expressions that are compiled when they are first used.

arnews has some 180 of them; to compile all takes longer than to read a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, AnyStr, TypeAlias, cast

if TYPE_CHECKING:
    import regex

#: What `pattern` makes, and what that finds.
Pattern: TypeAlias = "regex.Pattern[str]"
Match: TypeAlias = "regex.Match[str]"

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _Uncompiled:
    """Stands for a pattern: once it is compiled, it has the pattern's own methods."""

    def __init__(self, compile_it: Callable[[], Any]) -> None:
        self._compile_it = compile_it

    def __getattr__(self, name: str) -> Any:
        compiled = self.__dict__["_compile_it"]()
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def plain(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern of Python's own engine, which is faster where it has what is needed."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(lambda: re.compile(source, flags)))


def pattern(source: str, flags: int = 0) -> Pattern:
    r"""A pattern of the engine that knows scripts (`\p{Arabic}`), with `re.I`, `re.S`, `re.X`."""

    def compile_it() -> Pattern:
        import regex

        return regex.compile(source, flags)

    return cast("Pattern", _Uncompiled(compile_it))
