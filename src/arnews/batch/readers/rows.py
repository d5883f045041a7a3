"""Rows of tables and objects of JSON as records: which of their keys hold what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from ...limits import Limits
from ..outcome import Broken, Item, Reason
from ..record import Record

PAGE_KEYS = ("html", "text", "page", "content", "body")
LARGEST = Limits().max_size + 1  # bytes of a page that are read: enough to have it refused


@frozen
class Keys:
    """Which keys of a JSON line, or columns of a table, hold what.

    Without `page` it is the first of `PAGE_KEYS` that is there.
    """

    page: str | None = None
    url: str = "url"
    fetched_at: str = "fetched_at"
    encoding: str = "encoding"

    @property
    def pages(self) -> tuple[str, ...]:
        """Those that may hold the page."""
        return PAGE_KEYS if self.page is None else (self.page,)

    def of(self, columns: Sequence[str]) -> list[str]:
        """Those of `columns` that hold what is wanted."""
        wanted = {*self.pages, self.url, self.fetched_at, self.encoding}
        return [column for column in columns if column in wanted]


def row_item(row: Mapping[str, Any], place: str, keys: Keys) -> Item:
    """The record of a row; a row without a page is `Broken`."""
    try:
        return record_of(row, place, keys)
    except ValueError as error:
        return Broken(place, None, Reason("no record", str(error)))


def record_of(data: Mapping[str, Any], place: str, keys: Keys) -> Record:
    """The record of a JSON object or of a row. Raises `ValueError`, which names the key."""
    if keys.page is not None and keys.page not in data:
        raise ValueError(f"there is no {keys.page!r}; there are {', '.join(map(repr, data))}")
    key = keys.page or next((key for key in PAGE_KEYS if data.get(key) is not None), None)
    if key is None:
        raise ValueError(f"none of {', '.join(PAGE_KEYS)} is there: say which key holds the page")
    page = data[key]
    if isinstance(page, bytearray | memoryview):
        page = bytes(page)
    if not isinstance(page, str | bytes):
        raise ValueError(f"{key!r} is no text, it is {type(page).__name__}")
    return Record(
        place,
        page[:LARGEST],
        _text(data, keys.url),
        _clock(data.get(keys.fetched_at), keys.fetched_at),
        _text(data, keys.encoding),
    )


def _text(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key!r} is no text, it is {type(value).__name__}")
    return value or None


def _clock(value: Any, key: str) -> datetime | None:
    """A time in ISO 8601, in seconds since 1970, or as a database holds it."""
    if value is None or value == "" or isinstance(value, datetime):
        return value or None
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        return datetime.fromisoformat(value)
    except (TypeError, ValueError, OverflowError, OSError):
        wanted = "a time such as 2025-03-18T21:40+03:00 is wanted"
        raise ValueError(f"{key!r}: {wanted}, not {value!r:.60}") from None
