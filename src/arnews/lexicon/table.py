"""The TOML tables of the vocabulary, each a file in this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from .. import tables

Table = Mapping[str, Any]


@cache
def shipped(name: str) -> Table:
    return MappingProxyType(tables.read(__package__, f"{name}.toml"))


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
