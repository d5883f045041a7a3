"""Layouts: everything that is particular to a publisher, as data.

A layout is a file `<id>/layout.toml`. It holds the publisher's domains and interface words, its
styles of captions, bylines and dates, and the template of its pages (see `template.py` for the
notation). The layout `generic` reads a page when no other layout fits. A layout can hold older
versions, each with the last day on which the publisher used it.

Other packages add layouts through the entry-point group `arnews.layouts`: each entry point names
a package whose sub-folders are layouts. `load` reads a single layout from a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from ..arguments import check
from ..errors import BadLayout, UnknownLayout
from .layout import Layout, Styles, Words, load, load_all, loads

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Layout", "Styles", "Words", "all_layouts", "for_url", "get", "load", "loads", "skipped"]

GENERIC = "generic"
_LONGEST_HOST = 253  # characters of a name that can be looked up
_OPENING = 64  # characters at the start of a line in which a telltale is looked for


@cache
def all_layouts() -> Mapping[str, Layout]:
    """Every layout by its id, sorted by id: the shipped ones and those of installed packages.

    The older versions of a layout (`bbc@2009`) follow it. A layout of a package that cannot be
    loaded is left out, see `skipped`.
    """
    return _loaded().layouts


def skipped() -> Mapping[str, str]:
    """The layouts of installed packages that cannot be loaded: by the name of the layout, or of the
    entry point of a whole package, the reason. `parse` warns of each on every page."""
    return _loaded().skipped


class _Loaded(NamedTuple):
    layouts: Mapping[str, Layout]
    skipped: Mapping[str, str]


@cache
def _loaded() -> _Loaded:
    from importlib import import_module, metadata, resources

    own = resources.files(__package__).iterdir()
    found = {folder.name: _in_folder(folder, shipped=True) for folder in own}
    broken: dict[str, str] = {}
    for entry in metadata.entry_points(group="arnews.layouts"):
        try:
            folders = list(resources.files(import_module(entry.value)).iterdir())
        except Exception as error:  # the code of others may raise anything
            broken[entry.name] = f"the package {entry.value} cannot be imported: {error!r}"
            continue
        for folder in folders:
            try:
                versions = _in_folder(folder)
                if versions and found.get(folder.name):
                    raise BadLayout(f"{folder}: there is another layout with this id")
                found[folder.name] = versions
            except Exception as error:
                broken[folder.name] = str(error)
    by_id = {layout.id: layout for name in sorted(found) for layout in found[name]}
    return _Loaded(MappingProxyType(by_id), MappingProxyType(broken))


def _in_folder(folder: Traversable, *, shipped: bool = False) -> tuple[Layout, ...]:
    """The layout in `folder` with its older versions; none if there is no `layout.toml`.

    Raises `BadLayout` if the file is wrong.
    """
    file = folder / "layout.toml"
    if not folder.is_dir() or not file.is_file():
        return ()
    versions = load_all(file, shipped=shipped)
    if versions[0].id != folder.name:
        raise BadLayout(f"{file}: its id must be the folder's name")
    return versions


def get(layout: str | Layout) -> Layout:
    """The layout with the id `layout`; a `Layout` is given back as it is.

    Raises `UnknownLayout`, which lists the known ids, and `BadArgument` for another type.
    """
    if isinstance(layout, Layout):
        return layout
    check("layout", layout, str, "the id of a layout as str, or a Layout")
    known = all_layouts()
    if layout in known:
        return known[layout]
    if layout in skipped():
        raise UnknownLayout(f"the layout `{layout}` is skipped: {skipped()[layout]}")
    read = "a file is read by arnews.layouts.load" if layout.endswith(".toml") else ""
    ids = f"there are {', '.join(known)}"
    raise UnknownLayout("; ".join(filter(None, (f"there is no layout `{layout}`", read, ids))))


def for_url(url: str, day: date | None = None) -> Layout | None:
    """The layout of the site that `url` belongs to; `None` if no layout names its domain.

    `day` is the day on which the page was fetched: the result is the version that the publisher
    used then, or `None` if every version had ended before. Without `day` it is today's version.

    Raises `BadArgument` for a `url` or `day` of another type.
    """
    check("url", url, str, "the address of a page as str")
    check("day", day, (date, type(None)), "a date, or None")
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    by_domain = _indexed("domains")
    parts = host.lower().split(".") if len(host) <= _LONGEST_HOST else []
    for first in range(len(parts) - 1):
        versions = by_domain.get(".".join(parts[first:]))
        if versions:
            return _version_of(day, versions)
    return None


def _version_of(day: date | None, versions: tuple[Layout, ...]) -> Layout | None:
    if day is None:
        return versions[0]
    in_use = [layout for layout in versions if layout.until is None or day <= layout.until]
    return min(in_use, key=lambda layout: layout.until or date.max, default=None)


@cache
def _indexed(field: str) -> Mapping[str, tuple[Layout, ...]]:
    """All layouts by each of the strings in their `field`, "domains" or "telltales"."""
    table: dict[str, tuple[Layout, ...]] = {}
    for layout in all_layouts().values():
        for name in getattr(layout, field):
            table[name] = (*table.get(name, ()), layout)
    return table


def guess(lines: Iterable[str]) -> Layout | None:
    """The layout that most telltales of a page speak for; `None` if `lines` hold no telltale.

    A telltale is looked for in the first one, two and three words of each line: «TT»,
    «صدر الصورة، رويترز».
    """
    table, first_words = _indexed("telltales"), _first_words()
    openings: set[str] = set()
    for line in lines:
        opening = line[:_OPENING]
        if opening.partition(" ")[0] in first_words:
            words = opening.split(" ", 3)
            openings.update(" ".join(words[:size]) for size in (1, 2, 3))
    votes = Counter(layout.id for telltale in table.keys() & openings for layout in table[telltale])
    return get(min(votes, key=lambda name: (-votes[name], name))) if votes else None


@cache
def _first_words() -> frozenset[str]:
    """The first words of all telltales, for a quick test of each line."""
    return frozenset(words.partition(" ")[0] for words in _indexed("telltales"))
