"""The columns of Parquet, Arrow and Spark: the JSON form `arnews/page/1`, written once by hand.

A column has the name and the nesting of its key in the JSON, whatever a batch happens to hold. Two
things differ, since a column has one type: an element of a `body` has the keys of all its kinds,
and `metadata.sources` has a key for each field of the metadata.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import attrs
import pyarrow as pa
from pyarrow import json as arrow_json

from ..model import Metadata

_TEXT = pa.string()
_TEXTS = pa.list_(_TEXT)


def _struct(**columns: pa.DataType) -> pa.DataType:
    return pa.struct(list(columns.items()))


def _texts(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, _TEXT)


CREDIT = _struct(
    raw=_TEXT,
    agencies=_TEXTS,
    photographer=_TEXT,
    source=_TEXT,
    archive=pa.bool_(),
    illustrative=pa.bool_(),
)
BYLINE = _struct(
    raw=_TEXT, authors=_TEXTS, publication=_TEXT, agencies=_TEXTS, place=_TEXT, role=_TEXT
)
MOMENT = _struct(raw=_TEXT, value=_TEXT, hijri=_TEXT)
FIGURE = _struct(caption=_TEXT, credit=CREDIT, kind=_TEXT, url=_TEXT)
RELATED = _struct(
    title=_TEXT,
    url=_TEXT,
    section=_TEXT,
    figure=FIGURE,
    teaser=_TEXT,
    teaser_cut=pa.bool_(),
    byline=BYLINE,
    published=MOMENT,
)
ELEMENT = _struct(
    type=_TEXT,
    text=_TEXT,
    rows=pa.list_(_TEXTS),
    caption=_TEXT,
    credit=CREDIT,
    kind=_TEXT,
    url=_TEXT,
    items=pa.list_(RELATED),
)
ARTICLE = _struct(
    headline=_TEXT,
    kicker=_TEXT,
    subtitle=_TEXT,
    section=_TEXT,
    byline=BYLINE,
    published=MOMENT,
    modified=MOMENT,
    lead_image=FIGURE,
    body=pa.list_(ELEMENT),
    tags=_TEXTS,
    related=pa.list_(RELATED),
    from_metadata=_TEXTS,
    text=_TEXT,
)
METADATA = _struct(
    **_texts("title"),
    titles=_TEXTS,
    description=_TEXT,
    authors=_TEXTS,
    organizations=_TEXTS,
    published=_TEXT,
    modified=_TEXT,
    section=_TEXT,
    tags=_TEXTS,
    **_texts("site_name", "publisher", "language", "image", "url", "kind", "generator"),
    **_texts("article_body", "base"),
    sources=_struct(
        **_texts(*(each.name for each in attrs.fields(Metadata) if each.name != "sources"))
    ),
)
#: The columns of a page. `error` is there instead of a page, `duplicate_of` on demand.
SCHEMA = pa.schema(
    [
        ("id", _TEXT),
        ("fetched_at", _TEXT),
        ("url", _TEXT),
        ("kind", _TEXT),
        ("layout", _TEXT),
        ("metadata", METADATA),
        ("warnings", pa.list_(_struct(code=_TEXT, message=_TEXT))),
        ("articles", pa.list_(ARTICLE)),
        ("duplicate_of", _TEXTS),
        ("error", _struct(code=_TEXT, message=_TEXT)),
    ],
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
