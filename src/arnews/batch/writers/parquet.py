"""Parquet: a folder of files, each of which is there as a whole or not at all.

A file is written under a name that begins with `.`, which readers of such folders leave out, and
renamed when it is on the disk. All of them have the columns of `arnews.batch.schema`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..errors import needed


class ParquetWriter:
    """Writes the folder `output`; its `size` is how many files there are. Raises `OSError`."""

    batch_bytes = 48 << 20
    is_prompt = False

    def __init__(self, output: str) -> None:
        self._folder = output
        os.makedirs(output, exist_ok=True)
        self.size = 0

    def restore(self, size: int) -> None:
        self.size = size
        whole = {_name(number) for number in range(size)}
        for name in os.listdir(self._folder):
            if name.startswith((".part-", "part-")) and name not in whole:
                os.unlink(os.path.join(self._folder, name))

    def write(self, lines: Sequence[bytes]) -> None:
        if lines:
            self._put(lines)
            self.size += 1

    def _put(self, lines: Sequence[bytes]) -> None:
        from pyarrow import parquet

        from ..schema import to_table

        path = os.path.join(self._folder, _name(self.size))
        hidden = os.path.join(self._folder, "." + _name(self.size))
        with open(hidden, "wb") as file:
            parquet.write_table(to_table(lines), file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        os.replace(hidden, path)

    def finish(self) -> None:
        """A run without a record has a file with its columns."""
        if not os.path.exists(os.path.join(self._folder, _name(0))):
            self._put([])

    def close(self) -> None: ...


def _name(number: int) -> str:
    return f"part-{number:06}.parquet"


def open_writer(output: str, connection: object) -> ParquetWriter:
    needed("pyarrow.parquet", "Parquet")
    return ParquetWriter(output)
