"""The columns of Parquet, Arrow and Spark: the JSON form `arnews/page/1`, drawn from the model.

A column has the name and the nesting of its key in the JSON, whatever a batch happens to hold. Two
things differ, since a column has one type: an element of a `body` has the keys of all its kinds,
and `metadata.sources` has a key for each field of the metadata.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pyarrow as pa
from pyarrow import json as arrow_json

from .. import model

_TEXT = pa.string()


def _struct(**columns: pa.DataType) -> pa.DataType:
    return pa.struct(list(columns.items()))


def _columns(*classes: type) -> dict[str, pa.DataType]:
    """The columns of objects of `classes`: one for each field that any of them has."""
    hints = {name: hint for cls in classes for name, hint in get_type_hints(cls).items()}
    return {name: _column(hint) for name, hint in hints.items()}


def _column(hint: Any) -> pa.DataType:
    """The column of a field that has the type `hint` in the model."""
    if hint == model.BodyElement:
        return _struct(type=_TEXT, **_columns(*model.BODY_TYPES.values()))
    if get_origin(hint) is UnionType:
        (hint,) = {*get_args(hint)} - {NoneType}
    if get_origin(hint) is tuple:
        return pa.list_(_column(get_args(hint)[0]))
    if get_origin(hint) is Mapping:
        names = (each.name for each in attrs.fields(model.Metadata) if each.name != "sources")
        return _struct(**dict.fromkeys(names, _TEXT))
    if hint is model.Moment:
        return _struct(raw=_TEXT, value=_TEXT, hijri=_TEXT)
    if hint is model.Article:
        return _struct(**_columns(hint), text=_TEXT)
    if attrs.has(hint):
        return _struct(**_columns(hint))
    return pa.bool_() if hint is bool else _TEXT


#: The columns of a page. `error` is there instead of a page, `duplicate_of` on demand.
SCHEMA = pa.schema(
    {
        **dict.fromkeys(("id", "fetched_at", "url", "kind", "layout"), _TEXT),
        "metadata": _column(model.Metadata),
        "warnings": pa.list_(_column(model.PageWarning)),
        "articles": pa.list_(_column(model.Article)),
        "duplicate_of": pa.list_(_TEXT),
        "error": _struct(code=_TEXT, message=_TEXT),
    },
    metadata={"arnews": "arnews/page/1"},
)

_LONE = re.compile(rb"(?<!\\)((?:\\\\)*)\\(u[dD][89a-fA-F])")


def to_table(lines: Sequence[bytes]) -> pa.Table:
    r"""The table of `lines`, which `to_line` wrote.

    Half of a pair of UTF-16, which no column can hold, is the text `\ud800` in it.
    """
    if not lines:
        return SCHEMA.empty_table()
    data = storable(b"".join(lines))
    return arrow_json.read_json(
        io.BytesIO(data),
        read_options=arrow_json.ReadOptions(use_threads=False, block_size=len(data)),
        parse_options=arrow_json.ParseOptions(
            explicit_schema=SCHEMA, unexpected_field_behavior="ignore"
        ),
    ).replace_schema_metadata(SCHEMA.metadata)


def storable(line: bytes) -> bytes:
    r"""JSON without halves of a pair of UTF-16: `\ud800` comes to be text.

    >>> storable(rb'"\ud800"')
    b'"\\\\ud800"'
    """
    return _LONE.sub(rb"\1\\\\\2", line) if b"\\ud" in line else line
