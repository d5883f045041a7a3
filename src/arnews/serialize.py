"""Writes and reads the JSON form `arnews/page/1`, and holds its JSON Schema.

What is read is checked against the types of the model, value by value: an error names the place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from . import model, tables
from .arguments import check
from .errors import BadJson
from .patterns import plain

SCHEMA = "arnews/page/1"

_PAGE = frozenset(field.name for field in attrs.fields(model.Page))
_TYPE_NAMES = {cls: name for name, cls in model.BODY_TYPES.items()}
_LONE = plain("[\ud800-\udfff]")  # halves of a pair of UTF-16, which no file can hold


def page_to_dict(page: model.Page, *, blocks: bool = False) -> dict[str, Any]:
    """`page` in types of JSON. `blocks` adds the labelled blocks."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "kind": page.kind,
        "url": page.url,
        "layout": page.layout,
        "metadata": _plain(page.metadata),
        "warnings": _plain(page.warnings),
        "articles": _plain(page.articles),
    }
    if blocks:
        data["blocks"] = _plain(page.blocks)
    return data


def article_to_dict(article: model.Article) -> dict[str, Any]:
    """`article` in types of JSON, with its text."""
    data: dict[str, Any] = _plain(article)
    return data


def to_json(data: Mapping[str, Any], *, indent: int | None = None) -> str:
    """`data`, in types of JSON, as text that any encoding of Unicode can hold."""
    written = json.dumps(data, ensure_ascii=False, indent=indent)
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _plain(value: Any) -> Any:
    """A value of the model in types of JSON. Only an element of a body gets a `type`."""
    if isinstance(value, tuple):
        return [_typed(entry) for entry in value]
    if isinstance(value, model.Moment):
        return {"raw": value.raw, "value": value.iso, "hijri": value.hijri}
    if isinstance(value, Mapping):
        return dict(value)
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        data = {field.name: _plain(getattr(value, field.name)) for field in fields}
        return {**data, "text": value.text} if isinstance(value, model.Article) else data
    return value


def _typed(value: Any) -> Any:
    name = _TYPE_NAMES.get(type(value))
    plain = _plain(value)
    return {"type": name, **plain} if name else plain


def from_json(text: str | bytes) -> model.Page:
    """The page that `to_json` wrote. Raises `BadJson`, which names the place, for anything else."""
    check("text", text, (str, bytes), "the JSON of a page as str or bytes")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadJson(f"this is no JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        is_named = isinstance(data, dict) and "schema" in data
        named = f", but {_shown(data['schema'])}" if is_named else ""
        raise BadJson(f'the JSON has no "schema": "{SCHEMA}"{named}: it is not a page of this form')
    known = {name: data[name] for name in data.keys() & _PAGE}  # programs note their own beside
    page: model.Page = _object(model.Page)(known, "")
    return page


#: Reads a value of JSON that stands at the given place.
_Reader: TypeAlias = Callable[[Any, str], Any]


@cache
def _object(cls: type) -> _Reader:
    """Reads the JSON object of an instance of `cls`."""
    if cls is model.Moment:
        return _moment
    hints = get_type_hints(cls)
    readers = {field.name: _reader(hints[field.name]) for field in attrs.fields(cls)}
    needed = readers.keys() - _OPTIONAL
    derived = _DERIVED.get(cls, frozenset())
    readers.update(dict.fromkeys(derived, _reader(str)))

    def read(data: Any, place: str) -> Any:
        _check_keys(data, place, needed, readers.keys())
        values = {name: readers[name](value, _at(place, name)) for name, value in data.items()}
        return cls(**{name: values[name] for name in values if name not in derived})

    return read


#: Strings that are written for readers of the JSON, and found out again from the rest.
_DERIVED: Mapping[type, frozenset[str]] = MappingProxyType({model.Article: frozenset({"text"})})
#: What older files and files of other programs lack.
_OPTIONAL = frozenset({"from_metadata", "metadata", "blocks", "feeds"})


def _check_keys(data: Any, place: str, needed: Any, known: Any) -> None:
    if not isinstance(data, dict):
        raise _bad(data, place, "an object")
    missing = sorted(needed - data.keys())
    if missing:
        raise BadJson(f"{_at(place, missing[0])}: this key is missing")
    unknown = sorted(data.keys() - known)
    if unknown:
        raise BadJson(f"{_at(place, unknown[0])}: there is no such key in {SCHEMA}")


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _bad(value: Any, place: str, wanted: str) -> BadJson:
    return BadJson(f"{place}: {wanted} is wanted, not {_shown(value)}")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


_LONGEST = 60  # characters of a value in a message
_LARGEST = 10**9  # of a weight
_SIMPLE = {str: "a string", bool: "true or false", int: "a whole number"}


def _reader(hint: Any) -> _Reader:
    """Reads a value of the type `hint`."""
    if hint is float:
        return _number
    if hint in _SIMPLE:
        return _simple(hint)
    if attrs.has(hint):
        return _object(hint)
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is tuple:
            return _list(*arguments)
        case origin if origin is Literal:
            return _one_of(arguments)
        case origin if origin is Mapping:
            return _mapping(_reader(arguments[1]))
    if hint == model.BodyElement:
        return _element
    assert NoneType in arguments
    (inner,) = (each for each in arguments if each is not NoneType)
    return _or_null(_reader(inner))


def _simple(cls: type) -> _Reader:
    def read(value: Any, place: str) -> Any:
        if type(value) is not cls:  # a bool is an int too
            raise _bad(value, place, _SIMPLE[cls])
        return value

    return read


def _number(value: Any, place: str) -> float:
    if type(value) not in (float, int) or abs(value) > _LARGEST:
        raise _bad(value, place, "a number")
    return float(value)


def _or_null(reader: _Reader) -> _Reader:
    return lambda value, place: None if value is None else reader(value, place)


def _one_of(values: tuple[str, ...]) -> _Reader:
    def read(value: Any, place: str) -> Any:
        if value not in values:
            raise _bad(value, place, " or ".join(map(_shown, values)))
        return value

    return read


def _list(*parts: Any) -> _Reader:
    """Reads `tuple[str, ...]`, or a pair such as `tuple[str, float]`."""
    readers = [_reader(part) for part in parts if part is not Ellipsis]
    size = None if Ellipsis in parts else len(parts)

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, list) or size not in (None, len(value)):
            raise _bad(value, place, "a list" if size is None else f"a list of {size}")
        each = readers if size else readers * len(value)
        return tuple(
            reader(entry, f"{place}[{at}]")
            for at, (reader, entry) in enumerate(zip(each, value, strict=True))
        )

    return read


def _mapping(reader: _Reader) -> _Reader:
    def read(value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            raise _bad(value, place, "an object")
        return {name: reader(entry, _at(place, name)) for name, entry in value.items()}

    return read


def _element(data: Any, place: str) -> Any:
    """An element of a body, by its `type`."""
    if not isinstance(data, dict):
        raise _bad(data, place, "an object")
    name = _one_of(tuple(model.BODY_TYPES))(data.get("type"), _at(place, "type"))
    rest = {key: value for key, value in data.items() if key != "type"}
    cls: type = model.BODY_TYPES[name]
    return _object(cls)(rest, place)


_PARTIAL = re.compile(r"\d{4}(?:-\d\d)?")


def _moment(data: Any, place: str) -> model.Moment:
    _check_keys(data, place, {"raw", "value", "hijri"}, {"raw", "value", "hijri"})
    text = _reader(str)
    raw, at = text(data["raw"], _at(place, "raw")), _at(place, "value")
    iso = _or_null(text)(data["value"], at)
    hijri = _or_null(text)(data["hijri"], _at(place, "hijri"))
    if iso is None or _PARTIAL.fullmatch(iso):
        return model.Moment(raw, None, hijri, iso)
    try:
        value = datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)
    except ValueError:
        raise _bad(iso, at, "a date such as 2025-03-18, 2025-03-18T21:40+03:00, 2025-03") from None
    return model.Moment(raw, value, hijri)


@cache
def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of the form, from `page.schema.json`."""
    text = tables.text(__package__, "page.schema.json")
    schema: Mapping[str, Any] = json.loads(text)
    return schema
