"""The class `Layout`, and the reading of a `layout.toml` file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import cache, cached_property
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import define, field, fields, frozen

from .. import lexicon
from ..errors import BadLayout
from ..fields import byline as bylines
from ..fields import credit as credits
from ..fields import date as dates
from ..lexicon import Lexicon
from . import template
from .elements import Element, default, elements
from .template import Node

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def _strings(values: Any = ()) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        raise ValueError("a list of strings is wanted")
    return tuple(values)


@frozen
class Words:
    """A publisher's own words, as printed.

    `interface`: buttons and labels («شارك الخبر»). `related`: headings of related stories («اقرأ
    أيضاً»). `video`: marks of a video («play-circle»). `sections`: names of sections («اقتصاد»).
    """

    interface: tuple[str, ...] = field(default=(), converter=_strings)
    related: tuple[str, ...] = field(default=(), converter=_strings)
    video: tuple[str, ...] = field(default=(), converter=_strings)
    sections: tuple[str, ...] = field(default=(), converter=_strings)


@frozen
class Styles:
    """How captions, bylines and dates are printed: names from the `STYLES` of `arnews.fields`.

    Raises `ValueError` for an unknown name.
    """

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
    """How one publisher prints a page, or printed it until some day.

    `templates` maps `"text"` and `"html"` to the rules of a template, as written. A layout without
    a template for HTML uses the one for text. `zone` is the publisher's time zone. `telltales` are
    words at the start of a line that only this publisher prints. `additions` extend the lexicon.
    `rests_on` says which pages the layout was written from. `until` is the last day on which the
    publisher used this version; `None` for today's version.
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
        """The lexicon with this publisher's additions."""
        base = lexicon.default()
        return base.extended(self.additions) if self.additions else base

    @cached_property
    def has_fixed_gaps(self) -> bool:
        """Whether the template for text fixes every gap between its fields: it has no `~`."""
        node = self.template("text")
        return node is not None and not template.has_any_gap(node)

    @cache  # noqa: B019  (layouts live as long as the process)
    def template(self, kind: str) -> Node | None:
        """The template for `kind`, `"text"` or `"html"`; `None` if the layout has none.

        Raises `BadLayout` if the notation is wrong.
        """
        rules = self.templates.get(kind)
        if rules is None and kind == "html":
            return self.template("text")
        return template.read(rules, f"layout {self.id}, {kind}") if rules else None


def load(path: str | PathLike[str] | Traversable) -> Layout:
    """The layout in the file `path`, without its older versions.

    Raises `BadLayout`, which names the file, the key and the rule that it breaks.
    """
    return load_all(path)[0]


def load_all(path: str | PathLike[str] | Traversable) -> tuple[Layout, ...]:
    """The layout in the file `path`, followed by its older versions (`bbc@2009`).

    Raises `BadLayout` like `load`.
    """
    from pathlib import Path

    file = Path(path) if isinstance(path, str | PathLike) else path
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
    import tomllib

    try:
        return tuple(map(_layout, _versions(tomllib.loads(text))))
    except tomllib.TOMLDecodeError as error:
        raise BadLayout(f"{where} is no TOML file: {error}") from error
    except (AttributeError, TypeError, ValueError, BadLayout) as error:
        raise BadLayout(f"{where}: {error}") from error


def _versions(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of the layout, then of each version: an older version overrides single keys."""
    versions = data.pop("versions", {})
    yield data
    for name, own in versions.items():
        if not isinstance(own.get("until"), date):
            raise ValueError(f"version {name} needs `until`, the last day on which it was printed")
        yield {**data, "telltales": [], **own, "id": f"{data.get('id')}@{name}"}


_KINDS = ("text", "html")
_TABLES = frozenset({*_KINDS, "lexicon", "versions"})  # those not named after a field of `Layout`


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
    layout = Layout(
        words=Words(**_known("[words]", rest.pop("words", {}), _names(Words))),
        styles=Styles(**_known("[styles]", rest.pop("styles", {}), _names(Styles))),
        markup=elements(_known("[markup]", rest.pop("markup", {}), {*default(), *rules, "chrome"})),
        additions=MappingProxyType(rest.pop("lexicon", {})),
        templates=MappingProxyType(templates),
        **_known("the file", rest, (_names(Layout) - {"templates", "additions"}) | _TABLES),
    )
    for kind in templates:
        layout.template(kind)
    return layout


def _names(cls: type) -> Set[str]:
    return {field.name for field in fields(cls)}


def _known(where: str, table: Any, names: Set[str]) -> dict[str, Any]:
    """`table` as it is. Raises `ValueError` if a key is not among `names`."""
    if not isinstance(table, dict):
        raise ValueError(f"{where} must be a table")
    unknown = sorted(table.keys() - names)
    if unknown:
        known = ", ".join(sorted(names))
        raise ValueError(f"{where} has no place for `{unknown[0]}`; it takes {known}")
    return table
