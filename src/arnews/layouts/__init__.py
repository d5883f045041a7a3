"""Layouts: all that is particular to a publisher, as data.

A layout is a folder `<id>/layout.toml`. It names the publisher's domains and words, how it prints
captions, bylines and dates, and the template of its pages (`template.py` has the notation). The
layout `generic` is one of them; it is what a page is read by when no other fits.

Other packages add layouts through the entry-point group `arnews.layouts`: each entry point names
a package whose sub-folders are layouts. `load` reads one from a file.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cache, cached_property
from importlib import import_module, metadata, resources
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from attrs import define, field, frozen

from .. import lexicon
from ..errors import BadLayout, UnknownLayout
from ..lexicon import Lexicon
from . import template
from .template import Node

__all__ = ["Layout", "Styles", "Words", "all_layouts", "for_url", "get", "load"]

GENERIC = "generic"


def _strings(values: Any = ()) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        raise ValueError("a list of strings is wanted")
    return tuple(values)


@frozen
class Words:
    """A publisher's own words, as printed."""

    interface: tuple[str, ...] = field(default=(), converter=_strings)
    related: tuple[str, ...] = field(default=(), converter=_strings)
    video: tuple[str, ...] = field(default=(), converter=_strings)
    sections: tuple[str, ...] = field(default=(), converter=_strings)


@frozen
class Styles:
    """How captions, bylines and dates are printed: names of styles of `arnews.fields`."""

    caption: str = "brackets"
    byline: str = "brackets"
    date: str = "standard"


@define(eq=False, slots=False, frozen=True)
class Layout:
    """One publisher. `templates` has the rules for `"text"` and `"html"`, as written."""

    id: str
    name: str = ""
    domains: tuple[str, ...] = field(default=(), converter=_strings)
    zone: str | None = None
    telltales: tuple[str, ...] = field(default=(), converter=_strings)
    words: Words = field(factory=Words)
    styles: Styles = field(factory=Styles)
    templates: Mapping[str, Mapping[str, str]] = field(factory=dict)
    additions: Mapping[str, Any] = field(factory=dict)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The language with this publisher's additions."""
        base = lexicon.default()
        return base.extended(self.additions) if self.additions else base

    @cache  # noqa: B019  (layouts live as long as the process)
    def template(self, kind: str) -> Node | None:
        """The template for `"text"` or `"html"`; `None` if the layout has none.

        Raises `BadLayout` if it cannot be read.
        """
        rules = self.templates.get(kind)
        return template.read(rules, f"layout {self.id}, {kind}") if rules else None


def load(path: str | PathLike[str] | Traversable) -> Layout:
    """The layout in the file `path`. Raises `BadLayout` if the file breaks a rule."""
    file = path if isinstance(path, Traversable) else Path(path)
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadLayout(f"{path} is no TOML file: {error}") from error
    try:
        return _layout(data)
    except (TypeError, ValueError) as error:
        raise BadLayout(f"{path}: {error}") from error


def _layout(data: dict[str, Any]) -> Layout:
    kinds = ("text", "html")
    templates: dict[str, Mapping[str, str]] = {
        kind: MappingProxyType(data.pop(kind)) for kind in kinds if kind in data
    }
    made = Layout(
        words=Words(**data.pop("words", {})),
        styles=Styles(**data.pop("styles", {})),
        additions=MappingProxyType(data.pop("lexicon", {})),
        templates=MappingProxyType(templates),
        **data,
    )
    for kind in templates:
        made.template(kind)
    return made


def _folders() -> Iterator[Traversable]:
    yield from resources.files(__package__).iterdir()
    for entry in metadata.entry_points(group="arnews.layouts"):
        yield from resources.files(import_module(entry.value)).iterdir()


@cache
def all_layouts() -> Mapping[str, Layout]:
    """Every layout by its id, in order of id: those shipped and those of installed packages."""
    found = {}
    for folder in sorted(_folders(), key=lambda folder: folder.name):
        file = folder / "layout.toml"
        if folder.is_dir() and file.is_file():
            made = load(file)
            if made.id != folder.name or made.id in found:
                raise BadLayout(f"{file}: the id `{made.id}` must be the folder's name, and unique")
            found[made.id] = made
    return MappingProxyType(found)


def get(name: str) -> Layout:
    """The layout with the id `name`. Raises `UnknownLayout` with the ids that there are."""
    layouts = all_layouts()
    if name not in layouts:
        raise UnknownLayout(f"there is no layout `{name}`; there are {', '.join(layouts)}")
    return layouts[name]


def for_url(url: str) -> Layout | None:
    """The layout of the site that `url` points to; `None` if no layout names its domain."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    by_domain = _by_domain()
    parts = host.lower().split(".")
    for at in range(len(parts) - 1):
        found = by_domain.get(".".join(parts[at:]))
        if found:
            return found
    return None


@cache
def _by_domain() -> Mapping[str, Layout]:
    return {domain: made for made in all_layouts().values() for domain in made.domains}


def guess(printed: Set[str]) -> Layout | None:
    """The layout with most telltales among `printed` (lines of a text, class words of markup)."""
    table = _by_telltale()
    votes = Counter(made.id for word in table.keys() & printed for made in table[word])
    return get(min(votes, key=lambda name: (-votes[name], name))) if votes else None


@cache
def _by_telltale() -> Mapping[str, tuple[Layout, ...]]:
    table: dict[str, tuple[Layout, ...]] = {}
    for made in all_layouts().values():
        for word in made.telltales:
            table[word] = (*table.get(word, ()), made)
    return table
