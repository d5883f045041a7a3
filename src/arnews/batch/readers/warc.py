"""WARC and WET: the headers of a record tell its address, its time and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from ..errors import MissingExtra
from ..outcome import Broken, Reason
from ..record import Record

if TYPE_CHECKING:
    from . import Item, Keys

_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")


def items(stream: BinaryIO, name: str, keys: Keys) -> Iterator[Item]:
    """The pages in `stream`: responses that are HTML or text, and the texts of WET.

    Pictures, requests and answers without a page are left out. A damaged record is `Broken`.
    """
    from . import LARGEST

    try:
        warc: Any = import_module("fastwarc.warc")
    except ImportError:
        raise MissingExtra("fastwarc", "a WARC file") from None
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    iterator = iter(warc.ArchiveIterator(stream, record_types=wanted, auto_decode="all"))
    place = name
    while True:
        try:
            record = next(iterator, None)
            if record is None:
                return
            place = f"{name}:{record.headers.get('WARC-Record-ID', record.stream_pos)}"
            item = _item(record, place, record.record_type == kinds.conversion, LARGEST)
        except (OSError, EOFError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            yield Broken(place, None, Reason("corrupt", f"after this record: {error}"))
            return
        if item:
            yield item


def _item(record: Any, place: str, is_text: bool, largest: int) -> Record | None:
    headers, http = record.headers, record.http_headers
    sent = (http or headers).get("Content-Type", "")
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:
        return None
    label = sent.split(";")[0].strip().lower()
    if label and not is_text and not label.startswith(_PAGE_TYPES):
        return None
    kind: Literal["text", "html"] | None = None
    if is_text or label == "text/plain":
        kind = "text" if is_text else None
    elif "html" in label:
        kind = "html"
    return Record(
        place,
        record.reader.read(largest),
        headers.get("WARC-Target-URI", "").strip("<>") or None,
        _clock(headers.get("WARC-Date")),
        None if is_text else sent or None,
        kind,
    )


def _clock(told: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
