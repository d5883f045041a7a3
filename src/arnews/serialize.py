"""Writes and reads the JSON form `arnews/page/1`, and holds its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import attrs

from . import model, tables
from .errors import BadJson

SCHEMA = "arnews/page/1"

_TYPE_NAMES = {cls: name for name, cls in model.BODY_TYPES.items()}


def to_json(page: model.Page, *, blocks: bool = False, indent: int | None = None) -> str:
    """`page` in the JSON form. `blocks` adds the labelled blocks, `indent` is that of `json`."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "kind": page.kind,
        "url": page.url,
        "layout": page.layout,
        "metadata": _plain(page.metadata),
        "warnings": _plain(page.warnings),
        "articles": [_plain(article) for article in page.articles],
    }
    if blocks:
        data["blocks"] = [_plain(block) for block in page.blocks]
    return json.dumps(data, ensure_ascii=False, indent=indent)


def _plain(value: Any) -> Any:
    """A value of the model in types of JSON. Only an element of a body gets a `type`."""
    if isinstance(value, tuple):
        return [_typed(entry) for entry in value]
    if isinstance(value, model.Moment):
        return {"raw": value.raw, "value": value.iso, "hijri": value.hijri}
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return {field.name: _plain(getattr(value, field.name)) for field in fields}
    return value


def _typed(value: Any) -> Any:
    name = _TYPE_NAMES.get(type(value))
    plain = _plain(value)
    return {"type": name, **plain} if name else plain


def from_json(text: str | bytes) -> model.Page:
    """The page that `to_json` wrote. Raises `BadJson`, which names the field, for anything else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadJson(f"this is no JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadJson(f'the JSON has no "schema": "{SCHEMA}": it is not a page of this form')
    try:
        return model.Page(
            articles=_list(_object(model.Article))(data["articles"]),
            url=data["url"],
            layout=data["layout"],
            kind=data["kind"],
            metadata=_metadata(data.get("metadata")),
            blocks=_list(_object(model.LabelledBlock))(data.get("blocks", ())),
            warnings=_list(_object(model.PageWarning))(data["warnings"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadJson(f"the page's JSON is not in the form {SCHEMA}: {error!r}") from error


def _metadata(data: Any) -> model.Metadata:
    read: model.Metadata = _object(model.Metadata)(data) if data else model.Metadata()
    return read


_Reader = Callable[[Any], Any]


def _object(cls: type) -> _Reader:
    """Reads the JSON object of an instance of `cls`. Raises `KeyError` if a field is missing."""

    def read(data: Mapping[str, Any]) -> Any:
        values = {key: value for key, value in data.items() if key != "type"}
        for name, reader in _READERS[cls].items():
            if values.get(name) is not None:
                values[name] = reader(values[name])
        fields = attrs.fields(cls)
        missing = {field.name for field in fields if field.name not in _OPTIONAL} - values.keys()
        if missing:
            raise KeyError(*sorted(missing))
        return cls(**values)

    return read


def _list(reader: _Reader) -> _Reader:
    return lambda values: tuple(map(reader, values))


def _element(data: Mapping[str, Any]) -> Any:
    return _object(model.BODY_TYPES[data["type"]])(data)


def _weight(pair: Sequence[Any]) -> tuple[str, float]:
    return str(pair[0]), float(pair[1])


def _moment(data: Mapping[str, Any]) -> model.Moment:
    iso = data["value"]
    value = None if iso is None else _date(iso)
    return model.Moment(data["raw"], value, data["hijri"], iso if value is None else None)


def _date(iso: str) -> date | datetime | None:
    """The date or time; `None` for a month or a year alone («2024-05»)."""
    if "T" in iso:
        return datetime.fromisoformat(iso)
    return date.fromisoformat(iso) if iso.count("-") == 2 else None


#: What older files lack.
_OPTIONAL = frozenset({"from_metadata"})
#: How the fields of each class are read. Any other field has the same value in JSON.
_READERS: Mapping[type, Mapping[str, _Reader]] = {
    **{cls: {} for cls in model.BODY_TYPES.values()},
    model.PageWarning: {},
    model.Credit: {"agencies": tuple},
    model.Byline: {"authors": tuple, "agencies": tuple},
    model.Figure: {"credit": _object(model.Credit)},
    model.RelatedItem: {
        "figure": _object(model.Figure),
        "byline": _object(model.Byline),
        "published": _moment,
    },
    model.Table: {"rows": _list(tuple)},
    model.SeeAlso: {"items": _list(_object(model.RelatedItem))},
    model.Article: {
        "byline": _object(model.Byline),
        "published": _moment,
        "modified": _moment,
        "lead_image": _object(model.Figure),
        "body": _list(_element),
        "tags": tuple,
        "related": _list(_object(model.RelatedItem)),
        "from_metadata": tuple,
    },
    model.Metadata: {
        **dict.fromkeys(("titles", "authors", "organizations", "tags"), tuple),
        "sources": dict,
    },
    model.LabelledBlock: {"evidence": _list(_weight), "runner_up": _weight, "classes": tuple},
}


@cache
def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of the form, from `page.schema.json`."""
    text = tables.text(__package__, "page.schema.json")
    schema: Mapping[str, Any] = json.loads(text)
    return schema
