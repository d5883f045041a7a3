"""JSON Lines: a page in each line, and what a run has put into quarantine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from ..outcome import Broken, Item, Reason, from_quarantine
from .packed import CORRUPT, raise_if_unreadable
from .rows import Keys, record_of

_LONGEST = 128 << 20  # bytes of a line: a page of the largest size with all letters escaped
_KEPT = 2000  # bytes of a longer one that are kept


def items(stream: BinaryIO, name: str, keys: Keys) -> Iterator[Item]:
    """The records of the lines of `stream`; a line without a page is `Broken`."""
    for number in count(1):
        place = f"{name}:{number}"
        try:
            line = stream.readline(_LONGEST)
            if len(line) == _LONGEST and not line.endswith(b"\n"):
                _skip_line(stream)
                reason = Reason("too large", f"the line has more than {_LONGEST:,} bytes")
                yield Broken(place, line[:_KEPT], reason)
                continue
        except (*CORRUPT, OSError) as error:
            raise_if_unreadable(error)
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
