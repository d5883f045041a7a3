"""JSON Lines: a page in each line, and what a run has put into quarantine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from ..outcome import Broken, Reason
from ..quarantine import from_quarantine
from ..record import Record
from .packed import CORRUPT

if TYPE_CHECKING:
    from . import Item, Keys

_LONGEST = 128 << 20  # bytes of a line: a page of the largest size with all letters escaped
_KEPT = 2000  # bytes of a longer one that are kept


def items(stream: BinaryIO, name: str, keys: Keys) -> Iterator[Item]:
    """The records of the lines of `stream`; a line without a page is `Broken`."""
    number = 0
    while True:
        number += 1
        place = f"{name}:{number}"
        try:
            line = stream.readline(_LONGEST)
            if len(line) == _LONGEST and not line.endswith(b"\n"):
                _skip_line(stream)
                reason = Reason("too large", f"the line has more than {_LONGEST:,} bytes")
                yield Broken(place, line[:_KEPT], reason)
                continue
        except (*CORRUPT, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            yield Broken(place, None, Reason("corrupt", f"the file ends here: {error}"))
            return
        if not line:
            return
        if line.strip():
            yield _item(line, place, keys)


def _skip_line(stream: BinaryIO) -> None:
    while (more := stream.readline(1 << 20)) and not more.endswith(b"\n"):
        pass


def _item(line: bytes, place: str, keys: Keys) -> Item:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Broken(place, line, Reason("no JSON", f"the line is no JSON: {error}"))
    if not isinstance(data, dict):
        return Broken(place, line, Reason("no record", "the line is no JSON object"))
    try:
        if isinstance(data.get("reason"), dict) and "data" in data:
            return from_quarantine(data)
        return record_of(data, place, keys)
    except (KeyError, TypeError, ValueError) as error:
        return Broken(place, line, Reason("no record", str(error)))


def record_of(data: Mapping[str, Any], place: str, keys: Keys) -> Record:
    """The record of a JSON object or of a row. Raises `ValueError`, which names the key."""
    from . import LARGEST, PAGE_KEYS

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
