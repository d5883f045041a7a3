"""What a run has done, in a file beside its output: the same command goes on from there.

All of it is one transaction of SQLite, so it is there as a whole or not at all. The output is
written before the journal: what the output has beyond the journal is cut off when a run goes on.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EIO
from typing import Any

from attrs import asdict, define, field, frozen

from . import duplicates
from .errors import BatchError
from .report import Report

_TABLES = """
CREATE TABLE IF NOT EXISTS batch_run (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS batch_done (chunk INTEGER PRIMARY KEY);
"""


@frozen
class Position:
    """How far the inputs are read: `taken` records of input `source`, the last one being `last`.

    `chunk` is the number of the next chunk.
    """

    chunk: int = 0
    source: int = 0
    taken: int = 0
    last: str | None = None


@define
class Progress:
    """What a run has done so far, with the `sizes` of its outputs by name."""

    position: Position = Position()
    sizes: dict[str, int] = field(factory=dict)
    report: Report = field(factory=Report)
    is_finished: bool = False
    had_ended: bool = False  # an earlier run has done all of it


class Journal:
    """The journal of the run that makes `output`, in the file `path`.

    `run` describes the command: a journal that describes another one is refused. Raises
    `BatchError` for that, for a second run at the same time, and for an output without journal.
    """

    def __init__(self, path: str, output: str, run: Mapping[str, Any], *, exists: bool) -> None:
        if exists and not os.path.exists(path):
            raise _foreign(output)
        self.path = path
        try:
            self._lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except FileNotFoundError:
            raise BatchError(f"{output}: there is no such folder, make it first") from None
        except OSError as error:
            raise BatchError(f"{output} cannot be written: {error.strerror}") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise BatchError(f"another run writes into {output}: let it end") from None
        self.connection = sqlite3.connect(path, isolation_level=None)
        try:
            self._open(output, run)
        except sqlite3.OperationalError as error:  # such as a full disk
            self.close()
            raise BatchError(f"{output} cannot be written: {error}") from error
        except sqlite3.DatabaseError:
            self.close()
            why = f"{path} is no journal of a batch: name another output, or delete it"
            raise BatchError(why) from None
        except BatchError:
            self.close()
            raise

    def _open(self, output: str, run: Mapping[str, Any]) -> None:
        tables = {name for (name,) in self.connection.execute("SELECT name FROM sqlite_master")}
        if tables and "batch_run" not in tables:
            raise _foreign(output)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.executescript(_TABLES + duplicates.TABLES)
        self._check(output, run)
        self.progress = self._load()
        rows = self.connection.execute("SELECT chunk FROM batch_done")
        #: Chunks that are written although one before them is not.
        self.done: set[int] = {chunk for (chunk,) in rows}

    def _check(self, output: str, run: Mapping[str, Any]) -> None:
        """Raises `BatchError` if another command made the output, or from other inputs."""
        written = self._get("run")
        if written is None or self._get("progress") is None:  # nothing was done
            self._put("run", run)
            return
        changed = sorted(name for name in {*written, *run} if written.get(name) != run.get(name))
        if changed:
            name = changed[0]
            raise BatchError(
                f"{output} was begun by another command: {name} was {_shown(written.get(name))} "
                f"and is {_shown(run.get(name))}. Name another output, or delete {output} and "
                f"{self.path}"
            )

    def _load(self) -> Progress:
        written = self._get("progress")
        if written is None:
            return Progress()
        return Progress(
            Position(**written["position"]),
            written["sizes"],
            Report.from_dict(written["report"]),
            written["is_finished"],
            had_ended=written["is_finished"],
        )

    def _get(self, name: str) -> Any:
        found = self.connection.execute("SELECT value FROM batch_run WHERE name = ?", (name,))
        row = found.fetchone()
        return json.loads(row[0]) if row else None

    def _put(self, name: str, value: Any) -> None:
        written = json.dumps(value)
        self.connection.execute("REPLACE INTO batch_run VALUES (?, ?)", (name, written))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is kept, or nothing of it."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            told = asdict(self.progress, recurse=False)
            del told["had_ended"]
            told["position"] = asdict(self.progress.position)
            self._put("progress", {**told, "report": self.progress.report.to_dict()})
            self.connection.execute("DELETE FROM batch_done")
            done = ((chunk,) for chunk in self.done)
            self.connection.executemany("INSERT INTO batch_done VALUES (?)", done)
            self.connection.execute("COMMIT")
        except sqlite3.OperationalError as error:  # such as a full disk
            raise OSError(EIO, str(error), self.path) from error
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    def close(self) -> None:
        self.connection.close()
        os.close(self._lock)


def _foreign(output: str) -> BatchError:
    return BatchError(f"{output} exists and no batch made it: name another output, or delete it")


def _shown(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) < 200 else f"{written[:200]}…"
