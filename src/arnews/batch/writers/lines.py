"""JSON Lines: `OUT.part` grows by whole lines, and becomes `OUT` when the run is done.

A reader that opens `OUT` therefore finds all of it. `OUT.part` ends in a whole line except while a
write is going on: a process that is killed in it leaves a part of a line, which is cut off as soon
as the run goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from ..errors import BatchError, needed


class LinesWriter:
    """Writes the file `output`. Raises `OSError`. `pack` packs lines that are written at once."""

    batch_bytes = 4 << 20
    is_prompt = True

    def __init__(self, output: str, pack: Callable[[bytes], bytes] | None = None) -> None:
        self._output, self._part, self._pack = output, f"{output}.part", pack
        self._file: int | None = None
        self.size = 0

    def restore(self, size: int) -> None:
        self.size = size
        found = os.path.getsize(self._part) if os.path.exists(self._part) else 0
        if found < size:
            raise BatchError(f"{self._part} has lost {size - found:,} bytes: begin anew without it")
        if found:
            os.truncate(self._part, size)

    def write(self, lines: Sequence[bytes]) -> None:
        if not lines:
            return
        if self._file is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
            self._file = os.open(self._part, flags, 0o666)
        data = b"".join(lines)
        data = self._pack(data) if self._pack else data
        view = memoryview(data)
        while view:
            view = view[os.write(self._file, view) :]
        os.fsync(self._file)
        self.size += len(data)

    def finish(self) -> None:
        """Gives the file its name. A file without a line is made only if it is the output."""
        self.close()
        if os.path.exists(self._part):
            os.replace(self._part, self._output)

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def open_writer(output: str, connection: object) -> LinesWriter:
    """The writer of `output`: a name that ends in `.zst` is packed, one frame at each write."""
    pack = None
    if output.endswith(".zst"):
        zstandard = needed("zstandard", "an output that ends in .zst")
        pack = zstandard.ZstdCompressor(level=6).compress
    if not os.path.exists(output):
        open(f"{output}.part", "ab").close()  # also a run without a record has its output
    return LinesWriter(output, pack)
