"""One publisher's layout, and how it is read from its file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import define, field, frozen

from .. import lexicon
from ..errors import BadLayout
from ..fields import byline as bylines
from ..fields import credit as credits
from ..fields import date as dates
from ..lexicon import Lexicon
from . import template
from .markup import Element, elements
from .template import Node


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

    def __attrs_post_init__(self) -> None:
        known = {"caption": credits.STYLES, "byline": bylines.STYLES, "date": dates.STYLES}
        for name, styles in known.items():
            if getattr(self, name) not in styles:
                raise ValueError(
                    f"styles.{name} = {getattr(self, name)!r}; there are {', '.join(styles)}"
                )


@define(eq=False, slots=False, frozen=True)
class Layout:
    """One publisher's way to print a page, or one version of it.

    `templates` has the rules for `"text"` and `"html"`, as written; HTML is printed and read by
    the template for text where it has none of its own. `until` is the last day on which a version
    was printed, `None` for today's. `rests_on` says what the layout was written from.
    """

    id: str
    name: str = ""
    domains: tuple[str, ...] = field(default=(), converter=_strings)
    zone: str | None = None
    telltales: tuple[str, ...] = field(default=(), converter=_strings)
    words: Words = field(factory=Words)
    styles: Styles = field(factory=Styles)
    templates: Mapping[str, Mapping[str, str]] = field(factory=dict)
    markup: Mapping[str, Element] = field(factory=dict)
    additions: Mapping[str, Any] = field(factory=dict)
    rests_on: str = ""
    until: date | None = None

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
        if rules is None and kind == "html":
            return self.template("text")
        return template.read(rules, f"layout {self.id}, {kind}") if rules else None


def load(path: str | PathLike[str] | Traversable) -> Layout:
    """The layout in the file `path`, without its versions.

    Raises `BadLayout` if the file breaks a rule.
    """
    return load_all(path)[0]


def load_all(path: str | PathLike[str] | Traversable) -> tuple[Layout, ...]:
    """The layout in the file `path` and, behind it, its older versions («bbc@2009»)."""
    file = path if isinstance(path, Traversable) else Path(path)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadLayout(f"{path} is no TOML file: {error}") from error
    return _read(text, str(path))


def loads(text: str) -> Layout:
    """The layout that `text`, the contents of a `layout.toml`, describes. Raises `BadLayout`."""
    return _read(text, "the layout")[0]


def _read(text: str, where: str) -> tuple[Layout, ...]:
    try:
        return tuple(map(_layout, _versions(tomllib.loads(text))))
    except tomllib.TOMLDecodeError as error:
        raise BadLayout(f"{where} is no TOML file: {error}") from error
    except (TypeError, ValueError) as error:
        raise BadLayout(f"{where}: {error}") from error


def _versions(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of every version: what one does not say itself is said by the layout."""
    versions = data.pop("versions", {})
    yield data
    for name, own in versions.items():
        if not isinstance(own.get("until"), date):
            raise ValueError(f"version {name} needs `until`, the last day on which it was printed")
        yield {**data, "telltales": [], **own, "id": f"{data.get('id')}@{name}"}


_KINDS = ("text", "html")


def _layout(data: Mapping[str, Any]) -> Layout:
    rest = {**data}
    templates: dict[str, Mapping[str, str]] = {
        kind: MappingProxyType(rest.pop(kind)) for kind in _KINDS if kind in rest
    }
    made = Layout(
        words=Words(**rest.pop("words", {})),
        styles=Styles(**rest.pop("styles", {})),
        markup=elements(rest.pop("markup", {})),
        additions=MappingProxyType(rest.pop("lexicon", {})),
        templates=MappingProxyType(templates),
        **rest,
    )
    for kind in templates:
        made.template(kind)
    return made
