"""WARC and WET: the headers of a record tell its address, its time and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BufferedReader
from typing import Any, BinaryIO, Literal

from ..errors import needed
from ..outcome import Broken, Item, Reason
from ..record import Record
from .packed import CORRUPT, Unpacked, find, raise_if_unreadable
from .rows import LARGEST, Keys

_FIRST = b"WARC/1."  # of a record
_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")
_HTTP_HEAD = 1 << 16  # bytes of headers that are read beyond those of a page


def items(stream: BinaryIO, name: str, keys: Keys) -> Iterator[Item]:
    """The pages in `stream`: responses that are HTML or text, and the texts of WET.

    Pictures, requests and answers without a page are left out. In place of what is damaged there is
    a `Broken`, and behind it the records that follow, if the form of the file lets them be found.
    """
    warc = needed("fastwarc.warc", "a WARC file")
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    source = _Stream(stream)
    last, is_whole = "its beginning", True  # the record that was read last
    while True:
        archive = warc.ArchiveIterator(source, record_types=wanted, parse_http=False)
        damage = None
        try:
            for record in archive:
                last = record.headers.get("WARC-Record-ID") or str(record.stream_pos)
                source.last, is_whole = record.stream_pos, False
                item = _item(
                    record, f"{name}:{last}", is_text=record.record_type == kinds.conversion
                )
                if item:
                    yield item
                if isinstance(item, Broken):
                    break
                is_whole = True
        except (*CORRUPT, OSError, ValueError) as error:
            raise_if_unreadable(error)
            damage = error
        if is_whole and damage is None:
            return
        place = f"{name}:{source.start if is_whole else last}"
        goes_on = source.skip_damage()
        if damage is not None:
            where = f"behind {last}" if is_whole else "in this record"
            after = "the records behind are read" if goes_on else "the file ends here"
            reason = Reason("corrupt", f"the file is damaged {where}, {after}: {damage}")
            yield Broken(place, None, reason)
        if not goes_on:
            return
        is_whole = True


class _Stream:
    """What fastwarc wants of a stream: `read` gives what there is before an error, and `tell`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Any = stream
        self._at = 0
        self.last = -1  # where the record that was read last begins, or what was taken for one

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read1(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    @property
    def _unpacked(self) -> Unpacked | None:
        raw = getattr(self._stream, "raw", None)
        return raw if isinstance(raw, Unpacked) else None

    @property
    def start(self) -> int:
        """Where in the file the packed record begins, or the last one that has a header."""
        return self._unpacked.start if self._unpacked else max(self.last, 0)

    def skip_damage(self) -> bool:
        """Goes on at the next record that can be found; whether there is one.

        It may be inside what the last one says is its own: a writer may have ended in the middle of
        that one, and another have gone on behind it.
        """
        if self._unpacked:
            found = self._unpacked.skip_damage(_FIRST)
            self._stream = BufferedReader(self._stream.detach())  # without what it holds
            return found
        if not self._stream.seekable():
            return False
        at = find(self._stream, _FIRST, self.last + 1)
        if at >= 0:
            self._at = self.last = self._stream.seek(at)
        return at >= 0


def _item(record: Any, place: str, *, is_text: bool) -> Item | None:
    size = record.content_length
    block = record.reader.read(LARGEST + _HTTP_HEAD)
    record.reader.consume()  # what is left of it; else it would be taken for the next record
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
