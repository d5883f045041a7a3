"""The class `Layout`, and the reading of a `layout.toml` file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import cached_property, partial
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import define, field, fields, frozen

from .. import lexicon
from ..arguments import check, one_of, shown, wrong
from ..errors import BadArgument, BadLayout, BadLexicon
from ..fields import byline as bylines
from ..fields import credit as credits
from ..fields import date as dates
from ..lexicon import Lexicon
from ..patterns import plain
from . import template
from .elements import Element, default, elements
from .template import Node

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_LONGEST_FILE = 200_000  # characters; all that ship have 20,000 together
_MOST_PARTS = 64  # of a dotted key: what reads TOML takes quadratic time for them
_PART = r"[\w\"'-]++[ \t]*+\.[ \t]*+"
_LONG_KEY = plain(rf"(?<![\w\"'-])(?:{_PART}){{{_MOST_PARTS}}}")


def _strings(values: Any = ()) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        raise BadArgument(f"a list of strings is wanted, not {shown(values)}")
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

    Raises `BadArgument` for an unknown name.
    """

    caption: str = "brackets"
    byline: str = "brackets"
    date: str = "standard"

    def __attrs_post_init__(self) -> None:
        known = {"caption": credits.STYLES, "byline": bylines.STYLES, "date": dates.STYLES}
        for name, styles in known.items():
            one_of(f"styles.{name}", getattr(self, name), styles)


def _read_only(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType({**table})


def _rules(templates: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return _read_only({kind: _read_only(rules) for kind, rules in templates.items()})


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
    templates: Mapping[str, Mapping[str, str]] = field(factory=dict, converter=_rules)
    markup: Mapping[str, Element] = field(factory=dict, converter=_read_only)
    additions: Mapping[str, Any] = field(factory=dict, converter=_read_only)
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

    @cached_property
    def _nodes(self) -> Mapping[str, Node]:
        return {
            kind: template.read(rules, f"layout {self.id}, {kind}")
            for kind, rules in self.templates.items()
            if rules
        }

    def template(self, kind: str) -> Node | None:
        """The template for `kind`, `"text"` or `"html"`; `None` if the layout has none.

        Raises `BadLayout` if the notation is wrong.
        """
        if kind == "html" and kind not in self.templates:
            kind = "text"
        return self._nodes.get(kind)

    def __reduce__(self) -> tuple[partial[Layout], tuple[()]]:
        """Pickled and copied as it was written; what is made from it is made anew."""
        values = {each.name: getattr(self, each.name) for each in fields(Layout)}
        for name in ("templates", "markup", "additions"):
            values[name] = dict(values[name])
        values["templates"] = {kind: dict(rules) for kind, rules in self.templates.items()}
        return partial(Layout, **values), ()


def load(path: str | PathLike[str] | Traversable) -> Layout:
    """The layout in the file `path`, without its older versions.

    Raises `BadLayout`, which names the file, the key and the rule that it breaks.
    """
    return load_all(path)[0]


def load_all(
    path: str | PathLike[str] | Traversable, *, shipped: bool = False
) -> tuple[Layout, ...]:
    """The layout in the file `path`, followed by its older versions (`bbc@2009`).

    The time zone and the words of a `shipped` layout are not looked up, which takes longer than to
    read the file.
    Raises `BadLayout` like `load`.
    """
    from pathlib import Path

    file = Path(path) if isinstance(path, str | PathLike) else path
    if not hasattr(file, "read_text"):
        raise wrong("path", path, "the path of a layout.toml; `loads` takes its contents")
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise BadLayout(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadLayout(f"{path} is no TOML file: {error}") from error
    except ValueError as error:  # a NUL in the path
        raise BadLayout(f"{str(path)!r} cannot be read: {error}") from error
    return _read(text, str(path), shipped)


def loads(text: str) -> Layout:
    """The layout that `text`, the contents of a `layout.toml`, describes. Raises `BadLayout`."""
    check("text", text, str, "the contents of a layout.toml as str; `load` takes its path")
    return _read(text, "the layout")[0]


def _read(text: str, where: str, shipped: bool = False) -> tuple[Layout, ...]:
    import tomllib

    if len(text) > _LONGEST_FILE:
        raise BadLayout(f"{where}: more than {_LONGEST_FILE:,} characters")
    if _LONG_KEY.search(text):
        raise BadLayout(f"{where}: a key of more than {_MOST_PARTS} parts")
    try:
        made = tuple(map(_layout, _versions(_extended(tomllib.loads(text)))))
        for layout in () if shipped else made:
            _check(layout)
        return made
    except tomllib.TOMLDecodeError as error:
        raise BadLayout(f"{where} is no TOML file: {error}") from error
    except (AttributeError, TypeError, ValueError, BadLayout) as error:
        raise BadLayout(f"{where}: {error}") from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise BadLayout(f"{where}: brackets too deep, or a number too large") from error


def _check(layout: Layout) -> None:
    """Raises `ValueError` for a time zone that does not exist, and for entries of [lexicon] unlike
    those of their table."""
    if layout.zone is not None:
        _check_zone(layout.zone)
    if layout.additions:
        _known("[lexicon]", dict(layout.additions), lexicon.TABLES)
        try:
            for name in lexicon.TABLES:
                getattr(layout.lexicon, name)
            _ = layout.lexicon.word_classes
        except BadLexicon as error:
            raise ValueError(f"[lexicon] {error}") from error


def _check_zone(name: str) -> None:
    """Raises `ValueError` if the tz database has no zone of this name."""
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        if available_timezones():  # Windows may have no database
            raise ValueError(
                f"zone = {shown(name)} is no time zone; wanted is a name of the tz database, such "
                'as "Asia/Riyadh"'
            ) from None


_INHERITED = ("zone", "text", "html", "words", "styles", "markup", "lexicon")


def _extended(data: dict[str, Any]) -> dict[str, Any]:
    """`data` with what it leaves open of the shipped layout that it `extends`, key by key."""
    import tomllib
    from importlib import resources

    if "extends" not in data:
        return data
    name = data.pop("extends")
    _string("extends", name)
    folders = [each for each in resources.files(__package__).iterdir() if each.is_dir()]
    files = {each.name: each / "layout.toml" for each in folders}
    one_of("extends", name, sorted(known for known, file in files.items() if file.is_file()))
    base = tomllib.loads(files[name].read_text("utf-8"))
    for key in _INHERITED:
        if isinstance(base.get(key), dict):
            data[key] = {**base[key], **_table(f"[{key}]", data.get(key, {}))}
        elif key in base:
            data.setdefault(key, base[key])
    return data


def _versions(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of the layout, then of each version: an older version overrides single keys."""
    versions = data.pop("versions", {})
    yield data
    for name, own in _table("[versions]", versions).items():
        if not isinstance(own.get("until"), date):
            raise ValueError(f"version {name} needs `until`, the last day on which it was printed")
        yield {**data, "telltales": [], **own, "id": f"{data.get('id')}@{name}"}


_KINDS = ("text", "html")
_TABLES = frozenset({*_KINDS, "lexicon", "versions"})  # those not named after a field of `Layout`


def _layout(data: Mapping[str, Any]) -> Layout:
    if "id" not in data:
        raise ValueError("a layout needs an `id`")
    for key in ("id", "name", "zone", "rests_on"):
        _string(key, data.get(key, ""))
    if not isinstance(data.get("until", date.max), date):
        raise ValueError(f"until = {shown(data['until'])}; wanted is a day, such as 2019-05-31")
    rest = {**data}
    templates = {kind: _table(f"[{kind}]", rest.pop(kind)) for kind in _KINDS if kind in rest}
    if not templates:
        raise ValueError(
            "a layout needs a template: [text] or [html], with a rule named `page`; or it takes "
            'that of another: extends = "generic"'
        )
    for kind, own in templates.items():
        for name, rule in own.items():
            _string(f"[{kind}] {name}", rule)
    rules = {name for own in templates.values() for name in own}
    layout = Layout(
        words=Words(**_known("[words]", rest.pop("words", {}), _names(Words))),
        styles=Styles(**_known("[styles]", rest.pop("styles", {}), _names(Styles))),
        markup=_markup(rest.pop("markup", {}), rules),
        additions=_table("[lexicon]", rest.pop("lexicon", {})),
        templates=templates,
        **_known("the file", rest, (_names(Layout) - {"templates", "additions"}) | _TABLES),
    )
    for kind in templates:
        outside = _outside(layout.template(kind))
        if outside is not None:
            raise ValueError(
                f"[{kind}] page prints `{outside}` outside of an article; the fields of an article "
                "are to stand in a rule named `article`"
            )
    return layout


def _outside(node: Node | None) -> str | None:
    """The first field in `node` that is in no rule `article`."""
    if isinstance(node, template.Field):
        return node.name
    if node is None or (isinstance(node, template.Scope) and node.name == "article"):
        return None
    return next(filter(None, map(_outside, template.children(node))), None)


def _markup(table: Any, rules: Set[str]) -> Mapping[str, Element]:
    """The elements by field or rule; that of a field needs a class by which parsing finds it."""
    for name, selector in _known("[markup]", table, {*default(), *rules, "chrome"}).items():
        _string(f"[markup] {name}", selector)
    made = elements(table)
    for name, first in made.items():
        bare = [each.tag for each in (first, *first.others) if not each.classes]
        if bare and name not in rules:
            raise ValueError(
                f"markup {name} = `{bare[0]}` has no class, so parsing could not tell it from any "
                f"other <{bare[0]}>; wanted is a tag with a class, as in {bare[0]}.{name}, or no "
                "entry"
            )
    return made


def _names(cls: type) -> Set[str]:
    return {field.name for field in fields(cls)}


def _known(where: str, table: Any, names: Set[str]) -> dict[str, Any]:
    """`table` as it is. Raises `ValueError` if a key is not among `names`."""
    read = _table(where, table)
    unknown = sorted(read.keys() - names)
    if unknown:
        known = ", ".join(sorted(names))
        raise ValueError(f"{where} has no place for `{unknown[0]}`; it takes {known}")
    return read


def _table(where: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ValueError(f"{where} must be a table, not {shown(table)}")
    return {**table}


def _string(where: str, text: Any) -> None:
    if not isinstance(text, str):
        raise ValueError(f"{where} must be a string, not {shown(text)}")
