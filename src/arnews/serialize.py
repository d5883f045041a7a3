"""The JSON form `arnews/page/1`, both ways, and its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

import attrs

from .errors import BadJson
from .model import (
    BODY_TYPES,
    Article,
    Byline,
    Credit,
    Figure,
    LabelledBlock,
    Metadata,
    Moment,
    Page,
    RelatedItem,
)

SCHEMA = "arnews/page/1"

_TYPE_NAMES = {cls: name for name, cls in BODY_TYPES.items()}


def to_json(page: Page, *, blocks: bool = False, indent: int | None = None) -> str:
    """`page` in the JSON form; `blocks` adds the labelled blocks."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "kind": page.kind,
        "url": page.url,
        "layout": page.layout,
        "metadata": _plain(page.metadata),
        "warnings": list(page.warnings),
        "articles": [_plain(article) for article in page.articles],
    }
    if blocks:
        data["blocks"] = [_plain(block) for block in page.blocks]
    return json.dumps(data, ensure_ascii=False, indent=indent)


def _plain(value: Any) -> Any:
    """A model value as what JSON has."""
    if isinstance(value, tuple):
        return [_body(entry) for entry in value]
    if isinstance(value, Moment):
        return {"raw": value.raw, "value": value.iso, "hijri": value.hijri}
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return {field.name: _plain(getattr(value, field.name)) for field in fields}
    return value


def _body(value: Any) -> Any:
    name = _TYPE_NAMES.get(type(value))
    plain = _plain(value)
    return {"type": name, **plain} if name else plain


def from_json(text: str | bytes) -> Page:
    """The page that `to_json` wrote. Raises `BadJson`, naming the field, for anything else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadJson(f"this is no JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadJson(f'the JSON has no "schema": "{SCHEMA}": it is not a page of this form')
    try:
        return Page(
            articles=tuple(map(_article, data["articles"])),
            url=data["url"],
            layout=data["layout"],
            kind=data["kind"],
            metadata=_metadata(data["metadata"]) if "metadata" in data else Metadata(),
            blocks=tuple(map(_block, data.get("blocks", ()))),
            warnings=tuple(data["warnings"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadJson(f"the page's JSON is not in the form {SCHEMA}: {error!r}") from error


_Read = Callable[[Any], Any]


def _read(cls: type, data: Mapping[str, Any], **readers: _Read) -> Any:
    """An instance of `cls`: each field as it stands, or through its reader if it is not null."""
    values = {key: value for key, value in data.items() if key != "type"}
    for name, reader in readers.items():
        if values[name] is not None:
            values[name] = reader(values[name])
    missing = {field.name for field in attrs.fields(cls)} - values.keys()
    if missing:
        raise KeyError(*sorted(missing))
    return cls(**values)


def _tuple_of(reader: _Read) -> _Read:
    return lambda values: tuple(map(reader, values))


def _credit(data: Mapping[str, Any]) -> Any:
    return _read(Credit, data, agencies=tuple)


def _byline(data: Mapping[str, Any]) -> Any:
    return _read(Byline, data, authors=tuple, agencies=tuple)


def _figure(data: Mapping[str, Any]) -> Any:
    return _read(Figure, data, credit=_credit)


def _moment(data: Mapping[str, Any]) -> Moment:
    printed = data["value"]
    value = None if printed is None else _date(printed)
    partial = printed if value is None else None
    return Moment(data["raw"], value, data["hijri"], partial)


def _date(iso: str) -> date | datetime | None:
    if "T" in iso:
        return datetime.fromisoformat(iso)
    return date.fromisoformat(iso) if iso.count("-") == 2 else None


def _item(data: Mapping[str, Any]) -> Any:
    return _read(RelatedItem, data, figure=_figure, byline=_byline, published=_moment)


def _element(data: Mapping[str, Any]) -> Any:
    readers: dict[str, dict[str, _Read]] = {
        "figure": {"credit": _credit},
        "see_also": {"items": _tuple_of(_item)},
    }
    name = data["type"]
    return _read(BODY_TYPES[name], data, **readers.get(name, {}))


def _article(data: Mapping[str, Any]) -> Any:
    return _read(
        Article,
        {"from_metadata": [], **data},
        byline=_byline,
        published=_moment,
        modified=_moment,
        lead_image=_figure,
        body=_tuple_of(_element),
        tags=tuple,
        related=_tuple_of(_item),
        from_metadata=tuple,
    )


def _metadata(data: Mapping[str, Any]) -> Any:
    lists = dict.fromkeys(("titles", "authors", "organizations", "tags"), tuple)
    return _read(Metadata, data, **lists, sources=dict)


def _block(data: Mapping[str, Any]) -> Any:
    evidence = _tuple_of(lambda pair: (str(pair[0]), float(pair[1])))
    return _read(LabelledBlock, data, evidence=evidence)


@cache
def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of the JSON form, as shipped in `page.schema.json`."""
    text = resources.files(__package__).joinpath("page.schema.json").read_text("utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema
