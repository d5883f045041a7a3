"""Records that could not be read, each with its reason, in a form that a run reads again."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

from .outcome import Broken, Item, Reason
from .record import Record, to_line

SUFFIX = ".quarantine.jsonl"


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
