"""Where pages are written: JSON Lines, Parquet or SQLite. Each takes lines of JSON Lines."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ...errors import BadArgument
from . import database, lines, parquet

#: The forms of output, by the endings of names that choose them.
FORMS = {
    "jsonl": (".jsonl", ".ndjson", ".jsonl.zst", ".ndjson.zst"),
    "parquet": (".parquet",),
    "sqlite": (".db", ".sqlite", ".sqlite3"),
}


class Writer(Protocol):
    """One output. `size` is how much of it is whole: bytes, files or rows.

    `write` puts lines on the disk, `restore` cuts off what came after `size`, and `finish` gives
    the output its name. `batch_bytes` are how many bytes of lines are best written at once; a
    writer that `is_prompt` also takes fewer.
    """

    batch_bytes: int
    is_prompt: bool
    size: int

    def restore(self, size: int) -> None: ...
    def write(self, lines: Sequence[bytes]) -> None: ...
    def finish(self) -> None: ...
    def close(self) -> None: ...


def form_of(output: str, form: str | None) -> str:
    """The form of `output`: as its name ends, or `form`. Raises `BadArgument` if neither tells."""
    by_name = next(
        (each for each, ends in FORMS.items() if output.rstrip("/").endswith(ends)), None
    )
    if form is None and by_name is None:
        ends = ", ".join(end for ends in FORMS.values() for end in ends)
        raise BadArgument(f"the name of an output ends in one of {ends}; or pass the form")
    return form or by_name or ""


def exists(output: str, form: str) -> bool:
    """Whether something is at `output`, or what was begun there."""
    if form == "parquet" and os.path.isdir(output):
        return bool(os.listdir(output))
    return os.path.lexists(output) or os.path.lexists(output + ".part")


#: What opens an output of each form; the journal has the connection.
OPENERS: Mapping[str, Callable[[str, sqlite3.Connection], Writer]] = {
    "jsonl": lines.open_writer,
    "parquet": parquet.open_writer,
    "sqlite": database.open_writer,
}
