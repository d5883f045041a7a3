"""What is worked out once and kept: no page and no layout can make it grow without bound."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Owner = TypeVar("Owner")
K = TypeVar("K", bound="str | tuple[str, ...]")
V = TypeVar("V")

SPACE = 1 << 20  # bytes that the keys of one function may take
_ENTRY = 200  # bytes of a place in the table, and of a small result
_EACH = 64  # bytes of a text in a key, beside its characters
_LONGEST = SPACE >> 8  # bytes of a key that is kept: one page must not push out all others


class _Remembered(dict[K, V]):
    """The results of `work` by its argument; all are forgotten once their keys fill the space."""

    def __init__(self, work: Callable[[K], V]) -> None:
        self._work, self._left = work, SPACE

    def __missing__(self, key: K) -> V:
        value = self._work(key)
        size = _ENTRY + (sys.getsizeof(key) if isinstance(key, str) else _size(key))
        if size <= _LONGEST:
            self._left -= size
            if self._left < 0:
                self.clear()
                self._left = SPACE - size
            self[key] = value
        return value


def _size(key: tuple[str, ...]) -> int:
    return _EACH * len(key) + len("".join(key))


def remembered(work: Callable[[K], V]) -> Callable[[K], V]:
    """`work`, a function of texts of a page, with its results kept within `SPACE`."""
    return _Remembered(work).__getitem__


def once(make: Callable[[Owner], V]) -> Callable[[Owner], V]:
    """`make` with its result kept by the layout or lexicon that it is made from, as long as that
    lives."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(owner: Owner) -> V:
        known: dict[str, Any] = owner.__dict__
        try:
            result: V = known[name]
        except KeyError:
            result = known[name] = make(owner)
        return result

    return made
