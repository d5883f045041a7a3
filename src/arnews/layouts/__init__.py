"""Layouts: all that is particular to a publisher, as data.

A layout is a folder `<id>/layout.toml`. It names the publisher's domains and words, how it prints
captions, bylines and dates, and the template of its pages (`template.py` has the notation). The
layout `generic` is one of them; it is what a page is read by when no other fits. A layout may hold
older versions, each with the day until which it was printed.

Other packages add layouts through the entry-point group `arnews.layouts`: each entry point names
a package whose sub-folders are layouts. `load` reads one from a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module, metadata, resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from urllib.parse import urlsplit

from ..errors import BadLayout, UnknownLayout
from .layout import Layout, Styles, Words, load, load_all, loads

__all__ = ["Layout", "Styles", "Words", "all_layouts", "for_url", "get", "load", "loads"]

GENERIC = "generic"
_OPENING = 64  # characters at the start of a line that may be a telltale


def _folders() -> Iterator[Traversable]:
    yield from resources.files(__package__).iterdir()
    for entry in metadata.entry_points(group="arnews.layouts"):
        yield from resources.files(import_module(entry.value)).iterdir()


@cache
def all_layouts() -> Mapping[str, Layout]:
    """Every layout by its id, in order of id: those shipped and those of installed packages.

    The older versions of a layout («bbc@2009») follow it.
    """
    found = {}
    for folder in sorted(_folders(), key=lambda folder: folder.name):
        file = folder / "layout.toml"
        if folder.is_dir() and file.is_file():
            versions = load_all(file)
            if versions[0].id != folder.name or versions[0].id in found:
                raise BadLayout(f"{file}: its id must be the folder's name, and unique")
            found.update({made.id: made for made in versions})
    return MappingProxyType(found)


def get(name: str) -> Layout:
    """The layout with the id `name`. Raises `UnknownLayout` with the ids that there are."""
    layouts = all_layouts()
    if name not in layouts:
        raise UnknownLayout(f"there is no layout `{name}`; there are {', '.join(layouts)}")
    return layouts[name]


def for_url(url: str, day: date | None = None) -> Layout | None:
    """The layout of the site that `url` points to; `None` if no layout names its domain.

    With `day`, when the page was fetched, the version that was printed then, or `None` if the
    layout knows none as late as that; without it, the first.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    by_domain = _by_domain()
    parts = host.lower().split(".")
    for at in range(len(parts) - 1):
        found = by_domain.get(".".join(parts[at:]))
        if found:
            return _printed_on(found, day)
    return None


def _printed_on(versions: tuple[Layout, ...], day: date | None) -> Layout | None:
    if day is None:
        return versions[0]
    printed = [made for made in versions if made.until is None or day <= made.until]
    return min(printed, key=lambda made: made.until or date.max, default=None)


@cache
def _by_domain() -> Mapping[str, tuple[Layout, ...]]:
    table: dict[str, tuple[Layout, ...]] = {}
    for made in all_layouts().values():
        for domain in made.domains:
            table[domain] = (*table.get(domain, ()), made)
    return table


def guess(lines: Iterable[str]) -> Layout | None:
    """The layout with most telltales among the first one, two and three words of `lines`: «TT»,
    «صدر الصورة، رويترز»."""
    table, first_words = _by_telltale(), _first_words()
    found: set[str] = set()
    for line in lines:
        opening = line[:_OPENING]
        if opening.partition(" ")[0] in first_words:
            words = opening.split(" ", 3)
            found.update(" ".join(words[:size]) for size in (1, 2, 3))
    votes = Counter(made.id for telltale in table.keys() & found for made in table[telltale])
    return get(min(votes, key=lambda name: (-votes[name], name))) if votes else None


@cache
def _first_words() -> frozenset[str]:
    """The first words of all telltales: no other line is looked at closely."""
    return frozenset(words.partition(" ")[0] for words in _by_telltale())


@cache
def _by_telltale() -> Mapping[str, tuple[Layout, ...]]:
    table: dict[str, tuple[Layout, ...]] = {}
    for made in all_layouts().values():
        for word in made.telltales:
            table[word] = (*table.get(word, ()), made)
    return table
