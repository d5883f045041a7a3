"""What becomes of one record: the work that a worker does for it, and what is kept of a bad one."""

from __future__ import annotations

import base64
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from ..errors import ArnewsError
from ..layouts import Layout
from ..model import Page
from . import duplicates
from .filters import Filters
from .record import Options, Record, parse_record, refused, to_dict, to_line
from .report import Facts, facts

#: Reads a record, as `parse_record` does.
Reader: TypeAlias = Callable[[Record, Options], Page]


@frozen
class Reason:
    """Why a record is in quarantine: `code` is for programs."""

    code: str
    message: str


@frozen
class Broken:
    """What a reader found in place of a record: a line that is no JSON, a packed file cut off."""

    id: str
    data: bytes | str | None
    reason: Reason


#: What a reader gives.
Item: TypeAlias = Record | Broken


@frozen
class Outcome:
    """What one record gave: a `line` to write, or the `reason` for quarantine, or neither.

    `facts` are for the report. `refused` is the code of the error that the line tells, `dropped`
    the filter that left the page out. `texts` are keys of the texts of its articles. After an
    outcome that is the `last`, the worker ends: its memory is spent.
    """

    line: bytes | None = None
    reason: Reason | None = None
    facts: Facts | None = None
    refused: str | None = None
    dropped: str | None = None
    texts: tuple[bytes | None, ...] = ()
    last: bool = False


@frozen
class Task:
    """What a worker does with each record, the same for a whole run."""

    options: Options
    filters: Filters
    parse: Reader = parse_record
    duplicates: duplicates.Kind | None = None

    def __call__(self, item: Item) -> Outcome:
        """The outcome of `item`. Raises nothing."""
        if isinstance(item, Broken):
            return Outcome(reason=item.reason)
        try:
            return self._outcome(item)
        except MemoryError:
            return Outcome(reason=Reason("memory", "it needs more memory than allowed"), last=True)
        except BaseException as error:  # whatever it is, the other records go on
            return Outcome(reason=Reason("fault", _told(error)))

    def _outcome(self, record: Record) -> Outcome:
        began = time.perf_counter()
        try:
            page = self.parse(record, self.options)
        except ArnewsError as error:
            return self._refused(record, error)
        seconds = time.perf_counter() - began
        data = to_dict(record, page)
        layout = self.options.layout
        lexicon = layout.lexicon if isinstance(layout, Layout) else None
        counted = facts(page, seconds, len(record.data), lexicon=lexicon)
        dropped = self.filters.reason_to_drop(data)
        if dropped:
            return Outcome(facts=counted, dropped=dropped)
        kind = self.duplicates
        texts = (duplicates.key_of(article["text"], kind) for article in data["articles"] if kind)
        return Outcome(to_line(data).encode(), facts=counted, texts=tuple(texts))

    def _refused(self, record: Record, error: ArnewsError) -> Outcome:
        """Of a page that no filter looks into: it is counted once, as refused."""
        data = refused(record, error)
        line = None if self.filters.reason_to_drop(data) else to_line(data).encode()
        return Outcome(line, refused=type(error).__name__)


def _told(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return f"{type(error).__name__} at {where}: {error}"


def to_quarantine(item: Item, reason: Reason) -> bytes:
    """The line of `OUT.quarantine.jsonl` for `item`.

    >>> to_quarantine(Record("1.txt", "نص"), Reason("timeout", "too long")).decode()[:60]
    '{"id": "1.txt", "reason": {"code": "timeout", "message": "to'
    """
    data: dict[str, Any] = {
        "id": item.id,
        "reason": {"code": reason.code, "message": reason.message},
    }
    if isinstance(item, Broken):
        data["broken"] = True
    else:
        at = item.fetched_at
        data |= {"url": item.url, "fetched_at": at.isoformat() if at else None}
        data |= {"encoding": item.encoding, "kind": item.kind}
    is_bytes = isinstance(item.data, bytes)
    data["data"] = {"base64": base64.b64encode(item.data).decode()} if is_bytes else item.data  # type: ignore[arg-type]
    return to_line(data).encode()


def from_quarantine(data: dict[str, Any]) -> Item:
    """The record of a line that `to_quarantine` wrote. Raises `KeyError` or `ValueError`."""
    held = data["data"]
    page = base64.b64decode(held["base64"]) if isinstance(held, dict) else held
    if data.get("broken"):
        return Broken(data["id"], page, Reason(**data["reason"]))
    at = data["fetched_at"]
    fetched_at = datetime.fromisoformat(at) if at else None
    return Record(data["id"], page, data["url"], fetched_at, data["encoding"], data["kind"])
