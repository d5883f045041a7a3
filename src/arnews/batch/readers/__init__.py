"""Where pages come from: files, folders, JSON Lines, WARC, Parquet, databases, standard input."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Literal, TypeAlias

from attrs import define, field

from ... import files
from ..errors import BatchError
from ..outcome import Broken, Item, Reason
from ..record import Record
from . import database, json_lines, parquet, warc
from .packed import opened
from .rows import LARGEST, Keys

Form: TypeAlias = Literal["page", "jsonl", "warc", "parquet", "quarantine"]

STDIN = "-"
_PACKED = r"(?:\.(?:gz|zst|xz|bz2))?"
#: The form of a file by the end of its name; any other name is that of one page.
_BY_NAME: tuple[tuple[Form, str], ...] = (
    ("quarantine", r"\.quarantine\.jsonl$"),
    ("jsonl", rf"\.(?:jsonl|ndjson|jsonlines){_PACKED}$"),
    ("warc", rf"\.(?:warc|wet|warc\.wet){_PACKED}$"),
    ("parquet", r"\.parquet$"),
)
#: What is read in a folder.
SUFFIXES = (
    *files.PAGES,
    *(
        end + packed
        for end in (".jsonl", ".ndjson", ".warc", ".wet")
        for packed in ("", ".gz", ".zst", ".xz", ".bz2")
    ),
    ".parquet",
)
_END = 1 << 16  # bytes at each end of a file by which it is known again
_ADDRESS = re.compile(r"[a-z][a-z0-9_.+]*:///?")


@define
class Source:
    """One input as it was named. `form` is that of its content, where its name does not tell."""

    name: str
    keys: Keys = field(factory=Keys)
    form: Form | None = None
    without: str | None = None  # what this run writes begins so, and is no input
    _file: BinaryIO | None = None  # that is read now

    def describe(self) -> list[Any]:
        """What the journal notes: the name; of a file of many records also its size and a digest of
        its ends, which another time or a copy of it does not change."""
        told: list[Any] = [files.shown(self.name)]
        size = self.size()
        if size is not None and self._form(self.name) != "page":
            with open(self.name, "rb") as file:
                ends = file.read(_END)
                file.seek(max(size - _END, 0))
                ends += file.read(_END)
            told += [size, hashlib.blake2b(ends, digest_size=8).hexdigest()]
        return told

    def size(self) -> int | None:
        """Its bytes, if it is a file."""
        return os.path.getsize(self.name) if os.path.isfile(self.name) else None

    def share(self) -> float | None:
        """How much of it is read, from 0 to 1; `None` where nobody knows."""
        size = self.size()
        if not size or self._file is None or self._file.closed:
            return None if self._file is None else 1.0
        return self._file.tell() / size

    def items(self, skip: int = 0) -> Iterator[Item]:
        """Its records without the first `skip`, one at a time.

        Raises `OSError` where a file cannot be read, and `BatchError`.
        """
        for path in self._paths():
            if skip and self._is_page(path):  # which need not be read
                skip -= 1
                continue
            for item in self._contents(path):
                if skip:
                    skip -= 1
                else:
                    yield item

    def _paths(self) -> Iterator[str]:
        if self.name == STDIN or is_address(self.name):
            yield self.name
        elif files.is_pattern(self.name):
            found = {os.path.normpath(path) for path in glob.glob(self.name, recursive=True)}
            yield from self._wanted(path for path in sorted(found) if os.path.isfile(path))
        elif os.path.isdir(self.name):
            yield from self._wanted(files.in_folder(self.name, SUFFIXES, _raise))
        else:
            yield self.name

    def _wanted(self, paths: Iterator[str]) -> Iterator[str]:
        """The files of a folder without those that this run writes, or that another one wrote."""
        own = os.path.abspath(self.without) if self.without else None
        for path in paths:
            is_written = self._form(path) != "page" and _is_written(path)
            if not is_written and not (own and os.path.abspath(path).startswith(own)):
                yield path

    def _form(self, path: str) -> Form:
        if self.form:
            return self.form
        return next((form for form, end in _BY_NAME if re.search(end, path, re.I)), "page")

    def _is_page(self, path: str) -> bool:
        return path != STDIN and not is_address(path) and self._form(path) == "page"

    def _contents(self, path: str) -> Iterator[Item]:
        name = files.id_of(path)
        if is_address(path):
            yield from database.items(path, self.keys)
            return
        form = self._form(path)
        if path == STDIN:
            form = self.form or _sniffed(sys.stdin.buffer)
        if form == "page":
            yield Record(name, sys.stdin.buffer.read(LARGEST)) if path == STDIN else _page(path)
        elif form == "parquet":
            yield from parquet.items(path, name, self.keys)
        else:
            items = warc.items if form == "warc" else json_lines.items
            with opened(path) as (self._file, stream):
                yield from items(stream, name, self.keys)


def sources(
    names: Sequence[str], keys: Keys, form: Form | None = None, without: str | None = None
) -> list[Source]:
    """The inputs that `names` stand for.

    Raises `BatchError` for a name that stands for nothing.
    """
    if not names:
        raise BatchError("an input is wanted: a file, folder, pattern, address or - for stdin")
    for name in names:
        if name == STDIN or is_address(name):
            continue
        if files.is_pattern(name):
            if not glob.glob(name, recursive=True):
                raise BatchError(f"{files.shown(name)}: no file matches this pattern")
        elif not os.path.exists(name):
            raise BatchError(f"{files.shown(name)}: there is no such file or folder")
    return [Source(name, keys, form, without) for name in names]


def is_address(name: str) -> bool:
    """Whether `name` is the address of a database: `sqlite:///pages.db?query=SELECT …`."""
    return bool(_ADDRESS.match(name)) and not os.path.lexists(name)


def _is_written(path: str) -> bool:
    """Whether a batch has written the file `path`: its journal is beside it, or by its folder."""
    output = re.sub(r"\.quarantine\.jsonl$", "", path)
    folder = os.path.dirname(path)
    return os.path.exists(f"{output}.journal") or os.path.exists(f"{folder}.journal")


def _page(path: str) -> Item:
    name = files.id_of(path)
    try:
        with open(path, "rb") as file:
            return Record(name, file.read(LARGEST))
    except OSError as error:
        return Broken(name, None, Reason("unreadable", error.strerror or str(error)))


def _sniffed(stream: BinaryIO) -> Form:
    """The form of standard input by its first bytes."""
    head: bytes = stream.peek(8)[:8] if hasattr(stream, "peek") else b""
    if head.lstrip()[:1] == b"{":
        return "jsonl"
    return "warc" if head.startswith((b"WARC/", b"\x1f\x8b")) else "page"


def _raise(error: OSError) -> None:
    raise error
