"""Files as streams of bytes, unpacked if their names say that they are packed."""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, cast

from ..errors import needed

_STDIN = "-"
_PACKED_BYTES = 1 << 15  # read at once: what they unpack to is held
_SEARCHED = 1 << 16  # bytes at once


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
        end = path.lower().rpartition(".")[2]
        if end in _UNPACKERS:
            unpacked = Unpacked(file, _UNPACKERS[end], _MAGICS.get(end))
            yield file, cast(BinaryIO, io.BufferedReader(unpacked))
        else:
            yield file, file


def _zstd() -> Any:
    zstandard = needed("zstandard", "a file that is packed by zstd")
    return zstandard.ZstdDecompressor().decompressobj()


_GZIP = 31  # for zlib: with the header of gzip
_UNPACKERS: dict[str, Callable[[], Any]] = {
    "gz": lambda: zlib.decompressobj(_GZIP),
    "xz": lzma.LZMADecompressor,
    "bz2": bz2.BZ2Decompressor,
    "zst": _zstd,
}
#: How a frame begins, of files in which each record is a frame.
_MAGICS = {"gz": b"\x1f\x8b\x08", "zst": b"\x28\xb5\x2f\xfd"}
_HEAD = 1 << 10  # bytes of a frame by which it is known as one
#: What a damaged file raises; zstandard has an error of its own, which `Unpacked` turns.
CORRUPT = (EOFError, zlib.error, lzma.LZMAError)


class Unpacked(io.RawIOBase):
    """What all frames of a packed file hold. Gives all that there is before it raises."""

    def __init__(self, file: BinaryIO, new: Callable[[], Any], magic: bytes | None) -> None:
        self._file, self._new, self._magic = file, new, magic
        self._rest, self._ready = b"", memoryview(b"")
        self._unpacker: Any = None  # in a frame
        self._at = 0  # how much of the file is read
        self.start = 0  # of the frame, in the file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._rest or self._file.read(_PACKED_BYTES)
            self._at += 0 if self._rest else len(data)
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
        if self._unpacker is None:
            self._unpacker = self._new()
            self.start = self._at - len(data)
        self._ready = memoryview(self._unpacked(self._unpacker, data))
        if self._unpacker.eof:
            self._rest, self._unpacker = self._unpacker.unused_data, None

    def _unpacked(self, unpacker: Any, data: bytes) -> bytes:
        try:
            found: bytes = unpacker.decompress(data)
        except (*CORRUPT, OSError):
            raise
        except Exception as error:  # of zstandard
            raise EOFError(f"the file is damaged: {error}") from None
        return found

    def skip_damage(self, beginning: bytes) -> bool:
        """Goes on at the next frame that holds `beginning` first; whether there is one."""
        if self._magic is None or not self._file.seekable():
            return False
        at = self.start
        while (at := find(self._file, self._magic, at + 1)) >= 0:
            self._file.seek(at)
            with suppress(*CORRUPT, OSError):
                head = self._unpacked(self._new(), self._file.read(_HEAD))
                if beginning.startswith(head[: len(beginning)]):
                    self._at = self._file.seek(at)
                    self._rest, self._ready, self._unpacker = b"", memoryview(b""), None
                    return True
        return False


def raise_if_unreadable(error: Exception) -> None:
    """Raises the error of a disk. The `OSError` of a damaged file, which those who unpack it raise,
    has no number."""
    if isinstance(error, OSError) and error.errno is not None:
        raise error


def find(file: BinaryIO, wanted: bytes, start: int) -> int:
    """Where `wanted` is in `file`, from `start` on; -1 if it is not."""
    file.seek(start)
    held = b""
    while data := file.read(_SEARCHED):
        held += data
        at = held.find(wanted)
        if at >= 0:
            return start + at
        kept = held[-(len(wanted) - 1) :]
        start += len(held) - len(kept)
        held = kept
    return -1
