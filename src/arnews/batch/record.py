"""The one record function: what every engine does with one page."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from attrs import field, frozen

from .. import serialize
from ..errors import ArnewsError
from ..layouts import Layout
from ..limits import Limits
from ..model import Page
from ..parse import parse


@frozen
class Record:
    """One page to read, and what its container says about it.

    Attributes:
        id: Where it comes from: `"crawl/1.html"`, `"pages.jsonl:17"`, `"x.warc.gz:<urn:uuid:…>"`.
        data: The page as bytes or decoded.
        url: Its address.
        fetched_at: When it was fetched: the clock for relative dates.
        encoding: What an HTTP header said: a label or a whole Content-Type. A hint.
        kind: `"text"` or `"html"`; found out where it is `None`.

    >>> Record("1.txt", "سدود الجنوب تمتلئ", url="https://almina.example/dams").id
    '1.txt'
    """

    id: str
    data: bytes | str
    url: str | None = None
    fetched_at: datetime | None = None
    encoding: str | None = None
    kind: Literal["text", "html"] | None = None


@frozen
class Options:
    """How all records of a run are read, as arguments of `arnews.parse`.

    `kind`, `layout` and `repair` hold for every record. `encoding` and `fetched_at` hold for
    records that have none of their own.
    """

    kind: Literal["text", "html"] | None = None
    layout: str | Layout | None = None
    repair: bool = False
    encoding: str | None = None
    fetched_at: datetime | None = None
    limits: Limits = field(factory=Limits)


def read_record(record: Record, options: Options = Options()) -> dict[str, Any]:
    """What is written for `record`: a dict in types of JSON, always the same for the same record.

    It is `Page.to_dict()` with `id` and `fetched_at` before it. For a page that `arnews.parse`
    refuses with an `ArnewsError` it has `id`, `fetched_at`, `url` and `error`, a dict of `code`
    (the name of the error) and `message`. Raises nothing that is documented.

    >>> record = Record("1.txt", "سدود الجنوب تمتلئ\\n\\nامتلأت ثلاثة سدود بعد أسبوع من الأمطار.")
    >>> read_record(record)["articles"][0]["headline"]
    'سدود الجنوب تمتلئ'
    >>> read_record(Record("2.gz", b"\\x1f\\x8b"))["error"]["code"]
    'UndecodableInput'
    """
    try:
        return to_dict(record, parse_record(record, options))
    except ArnewsError as error:
        return refused(record, error)


def parse_record(record: Record, options: Options) -> Page:
    """The page of `record`. Raises `ArnewsError` as `arnews.parse` does."""
    return parse(
        record.data,
        url=record.url,
        kind=options.kind or record.kind,
        encoding=record.encoding or options.encoding,
        repair=options.repair,
        layout=options.layout,
        fetched_at=record.fetched_at or options.fetched_at,
        limits=options.limits,
    )


def to_dict(record: Record, page: Page) -> dict[str, Any]:
    """What is written for `record`, which was read as `page`."""
    return {**_origin(record), **page.to_dict()}


def refused(record: Record, error: ArnewsError) -> dict[str, Any]:
    """What is written for `record`, which no page could be made of."""
    told = {"code": type(error).__name__, "message": str(error)}
    return {**_origin(record), "url": record.url, "error": told}


def _origin(record: Record) -> dict[str, Any]:
    at = record.fetched_at
    return {"id": record.id, "fetched_at": at.isoformat() if at else None}


def to_line(data: dict[str, Any]) -> str:
    """`data`, from `read_record`, as one line of JSON Lines with its line end.

    >>> to_line({"id": "1.txt", "url": None})
    '{"id": "1.txt", "url": null}\\n'
    """
    return serialize.to_json(data) + "\n"
