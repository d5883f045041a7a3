"""Files as streams of bytes, unpacked if their names say that they are packed."""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, BinaryIO, cast

from ..errors import MissingExtra

_STDIN = "-"
_PACKED_BYTES = 1 << 15  # read at once: what they unpack to is held


@contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The file `path`, or standard input (`-`), and the bytes in it.

    What is packed is unpacked while it is read. A file that is cut off raises `EOFError` at its
    end, a damaged one an error of its format: `CORRUPT`.
    """
    if path == _STDIN:
        yield sys.stdin.buffer, sys.stdin.buffer
        return
    with open(path, "rb") as file:
        unpacker = _UNPACKERS.get(path.lower().rpartition(".")[2])
        if unpacker is None:
            yield file, file
        else:
            yield file, cast(BinaryIO, io.BufferedReader(_Unpacked(file, unpacker)))


def _zstd() -> Any:
    try:
        return import_module("zstandard").ZstdDecompressor().decompressobj()
    except ImportError:
        raise MissingExtra("zstandard", "a file that is packed by zstd") from None


_GZIP = 31  # for zlib: with the header of gzip
_UNPACKERS: dict[str, Callable[[], Any]] = {
    "gz": lambda: zlib.decompressobj(_GZIP),
    "xz": lzma.LZMADecompressor,
    "bz2": bz2.BZ2Decompressor,
    "zst": _zstd,
}
#: What a damaged file raises; zstandard has an error of its own, which `_Unpacked` turns.
CORRUPT = (EOFError, zlib.error, lzma.LZMAError)


class _Unpacked(io.RawIOBase):
    """What all frames of a packed file hold. Gives all that there is before it raises."""

    def __init__(self, file: BinaryIO, unpacker: Callable[[], Any]) -> None:
        self._file, self._new = file, unpacker
        self._rest, self._ready = b"", memoryview(b"")
        self._unpacker: Any = None  # in a frame

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._rest or self._file.read(_PACKED_BYTES)
            if not data:
                if self._unpacker is not None:
                    raise EOFError("the file is cut off")
                return 0
            if self._unpacker is None:
                data = data.lstrip(b"\0")  # which some writers pad with
            self._rest = b""
            if data:
                self._unpack(data)
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _unpack(self, data: bytes) -> None:
        self._unpacker = self._unpacker or self._new()
        try:
            self._ready = memoryview(self._unpacker.decompress(data))
        except (*CORRUPT, OSError):
            raise
        except Exception as error:  # of zstandard
            raise EOFError(f"the file is damaged: {error}") from None
        if self._unpacker.eof:
            self._rest, self._unpacker = self._unpacker.unused_data, None
