"""The TOML tables of the vocabulary, each a file in this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

Table = Mapping[str, Any]


@cache
def shipped(name: str) -> Table:
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


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
