"""WARC and WET: the headers of a record tell its address, its time and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from ..errors import MissingExtra
from ..outcome import Broken, Reason
from ..record import Record
from .packed import CORRUPT

if TYPE_CHECKING:
    from . import Item, Keys

_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")
_HTTP_HEAD = 1 << 16  # bytes of headers that are read beyond those of a page


def items(stream: BinaryIO, name: str, keys: Keys) -> Iterator[Item]:
    """The pages in `stream`: responses that are HTML or text, and the texts of WET.

    Pictures, requests and answers without a page are left out. Where the file is damaged it ends,
    with a `Broken`.
    """
    try:
        warc: Any = import_module("fastwarc.warc")
    except ImportError:
        raise MissingExtra("fastwarc", "a WARC file") from None
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    found = iter(warc.ArchiveIterator(_Stream(stream), record_types=wanted, parse_http=False))
    place = f"{name}:0"
    while True:
        try:
            record = next(found, None)
            if record is None:
                return
            place = f"{name}:{record.headers.get('WARC-Record-ID') or record.stream_pos}"
            item = _item(record, place, is_text=record.record_type == kinds.conversion)
        except (*CORRUPT, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            yield Broken(f"{place}+", None, Reason("corrupt", f"the file ends here: {error}"))
            return
        if item:
            yield item


class _Stream:
    """What fastwarc wants of a stream: `read` gives what there is before an error, and `tell`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Any = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read1(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _item(record: Any, place: str, *, is_text: bool) -> Item | None:
    from . import LARGEST

    size = record.content_length
    block = record.reader.read(LARGEST + _HTTP_HEAD)
    if len(block) < min(size, LARGEST):
        reason = Reason("corrupt", f"the record is cut off: {len(block):,} of {size:,} bytes")
        return Broken(place, block, reason)
    headers, sent = record.headers, record.headers.get("Content-Type", "")
    if record.is_http:
        record.set_bytes_content(block)
        record.parse_http(auto_decode="all")
        sent = record.http_headers.get("Content-Type", "")
        if not 200 <= (record.http_headers.status_code or 200) < 300:
            return None
        block = record.reader.read(LARGEST)
    label = sent.split(";")[0].strip().lower()
    if label and not is_text and not label.startswith(_PAGE_TYPES):
        return None
    kind: Literal["text", "html"] | None = "html" if "html" in label else None
    return Record(
        place,
        block[:LARGEST],
        headers.get("WARC-Target-URI", "").strip("<>") or None,
        _clock(headers.get("WARC-Date")),
        None if is_text else sent or None,
        "text" if is_text else kind,
    )


def _clock(told: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
