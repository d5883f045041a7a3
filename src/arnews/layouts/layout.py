"""One publisher's layout, and how it is read from its file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import define, field, fields, frozen

from .. import lexicon
from ..errors import BadLayout
from ..fields import byline as bylines
from ..fields import credit as credits
from ..fields import date as dates
from ..lexicon import Lexicon
from . import template
from .markup import DEFAULT, Element, elements
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

    @cached_property
    def is_exact(self) -> bool:
        """Whether the template for text says what stands between its fields."""
        node = self.template("text")
        return node is not None and not template.has_any_gap(node)

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
    except OSError as error:
        raise BadLayout(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
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
    except (AttributeError, TypeError, ValueError, BadLayout) as error:
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
_TABLES = frozenset({*_KINDS, "lexicon", "versions"})  # beside those that fields are named after


def _layout(data: Mapping[str, Any]) -> Layout:
    if "id" not in data:
        raise ValueError("a layout needs an `id`")
    rest = {**data}
    templates: dict[str, Mapping[str, str]] = {
        kind: MappingProxyType(rest.pop(kind)) for kind in _KINDS if kind in rest
    }
    if not templates:
        raise ValueError("a layout needs a template: [text] or [html], with a rule named `page`")
    rules = {name for template in templates.values() for name in template}
    made = Layout(
        words=Words(**_known("[words]", rest.pop("words", {}), _names(Words))),
        styles=Styles(**_known("[styles]", rest.pop("styles", {}), _names(Styles))),
        markup=elements(_known("[markup]", rest.pop("markup", {}), {*DEFAULT, *rules, "chrome"})),
        additions=MappingProxyType(rest.pop("lexicon", {})),
        templates=MappingProxyType(templates),
        **_known("the file", rest, (_names(Layout) - {"templates", "additions"}) | _TABLES),
    )
    for kind in templates:
        made.template(kind)
    return made


def _names(cls: type) -> Set[str]:
    return {field.name for field in fields(cls)}


def _known(where: str, table: Any, names: Set[str]) -> dict[str, Any]:
    """`table`, if all its keys are among `names`."""
    if not isinstance(table, dict):
        raise ValueError(f"{where} must be a table")
    unknown = sorted(table.keys() - names)
    if unknown:
        told = ", ".join(sorted(names))
        raise ValueError(f"{where} has no place for `{unknown[0]}`; it takes {told}")
    return table
