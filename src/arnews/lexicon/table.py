"""The TOML tables of the vocabulary, each a file in this folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from .. import tables
from ..patterns import plain

Table = Mapping[str, Any]

_BRACES = plain("[{}]")


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first; a blank matches any white space."""
    forms = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s++".join(map(re.escape, form.split())) for form in forms)


@cache
def shipped(name: str) -> Table:
    return MappingProxyType(_unfolded(tables.read(__package__, f"{name}.toml")))


def _unfolded(value: Any) -> Any:
    """`value` with each phrase in its lists unfolded: «{أضف|اترك} تعليقا» is two."""
    if isinstance(value, dict):
        return {key: _unfolded(each) for key, each in value.items()}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return [phrase for each in value for phrase in _phrases(each)]
    return value


def _phrases(phrase: str) -> Iterable[str]:
    if "{" not in phrase:
        return (phrase,)
    return map("".join, product(*(part.split("|") for part in _BRACES.split(phrase))))


def merged(base: Table, more: Table) -> Table:
    """`base` with the entries of `more`: tables are merged, lists joined, other values replaced."""
    both = dict(base)
    for key, value in more.items():
        old = both.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            both[key] = merged(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            both[key] = [*old, *(entry for entry in value if entry not in old)]
        else:
            both[key] = value
    return MappingProxyType(both)
