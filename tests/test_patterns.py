r"""No pattern is slow on what a page may hold thousands of: a blank that does not break (&nbsp;)
stays as often as it stands there, and each would begin a search through all that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getsource
from pkgutil import walk_packages
from time import process_time
from types import ModuleType
from typing import Any

import pytest

import arnews
from arnews.patterns import pattern

#: Rooms that are given whole lines of a page; that of fields is given short ones.
ROOMS = ("assembly", "blocks", "input", "labeling", "learn", "model", "render", "segment")
SEARCHES = "search|subn?|split|findall|finditer"
MOST = 0.1  # seconds for a line: patterns that are linear take less than 0.002
Uncompiled = type(pattern(""))


def _modules() -> Iterator[ModuleType]:
    for found in walk_packages(arnews.__path__, "arnews."):
        if found.name.split(".")[1] in ROOMS:
            yield import_module(found.name)


def _searched() -> Iterator[tuple[str, Any]]:
    """The patterns that are looked for anywhere in a text, not at its start alone."""
    for module in _modules():
        source = getsource(module)
        for name, value in vars(module).items():
            if isinstance(value, Uncompiled | re.Pattern) and re.search(
                rf"\b{name}\.(?:{SEARCHES})\(", source
            ):
                yield f"{module.__name__}.{name}", value


def _seconds(searched: Any, line: str) -> float:
    text: Any = line.encode() if isinstance(searched.pattern, bytes) else line
    start = process_time()
    searched.sub(text[:0], text)
    return process_time() - start


@pytest.mark.parametrize("blank", [" ", "\xa0", "\n", " \n", "\t"])
def test_a_long_run_of_blanks_is_searched_once(blank):
    line = f"خبر{blank * (20_000 // len(blank))}خبر"
    searched = dict(_searched())
    assert len(searched) > 100
    slow = {
        name
        for name, each in searched.items()
        if all(_seconds(each, line) > MOST for _ in range(3))
    }
    assert slow == set()
