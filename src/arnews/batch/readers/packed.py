"""Files as streams of bytes, unpacked if their names say that they are packed."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, BinaryIO, cast

from ..errors import MissingExtra

_STDIN = "-"
_BUFFER = 1 << 18


@contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The file `path`, or standard input (`-`), and the bytes in it.

    What is packed is unpacked while it is read. A file that is cut off raises `EOFError`.
    """
    if path == _STDIN:
        yield sys.stdin.buffer, sys.stdin.buffer
        return
    with open(path, "rb") as file:
        end = path.lower().rpartition(".")[2]
        if end in ("gz", "xz", "bz2"):
            module = import_module({"gz": "gzip", "xz": "lzma", "bz2": "bz2"}[end])
            with module.open(file) as packed:
                yield file, cast(BinaryIO, io.BufferedReader(packed, _BUFFER))
        elif end == "zst":
            yield file, cast(BinaryIO, io.BufferedReader(_Zstd(file), _BUFFER))
        else:
            yield file, file


class _Zstd(io.RawIOBase):
    """Unpacks all frames of a file; the readers of zstandard do not tell that one is cut off."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self._module: Any = import_module("zstandard")
        except ImportError:
            raise MissingExtra("zstandard", "a file that is packed by zstd") from None
        self._file, self._frame, self._rest, self._ready = file, None, b"", b""
        self._unpacker: Any = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._rest or self._file.read(_BUFFER)
            if not data:
                if self._unpacker is not None:
                    raise EOFError("the file is cut off: its last frame has no end")
                return 0
            self._unpacker = self._unpacker or self._module.ZstdDecompressor().decompressobj()
            self._ready, self._rest = self._unpacker.decompress(data), b""
            if self._unpacker.eof:
                self._rest, self._unpacker = self._unpacker.unused_data, None
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size
