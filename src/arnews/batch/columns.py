"""Rows of pages in, rows of what arnews reads in them out, both in Arrow: for Spark and Ray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
from attrs import frozen

from ..arguments import wrong
from .outcome import Item, Outcome, Task, to_quarantine
from .readers.rows import Keys, row_item
from .schema import SCHEMA, to_table
from .workers import Allowance, isolated

_CHUNK = 64  # rows that are sent to the process at once
_LINES = pa.schema([("value", pa.string())])
_QUARANTINE = pa.field("quarantine", pa.string())


@frozen
class ColumnReader:
    """Does `task` with rows: `keys` and `id` name their columns.

    What comes out has the columns of `schema`: those of the Parquet that `arnews batch` writes, or
    with `as_lines` one column, `value`; and behind them `quarantine`.

    Raises `BadArgument` if `columns` has none of a name that is given, or none with a page.
    """

    columns: Sequence[str]
    keys: Keys
    id: str | None
    as_lines: bool
    task: Task
    allowance: Allowance

    def __attrs_post_init__(self) -> None:
        usual = Keys()
        for name in ("page", "url", "fetched_at", "encoding"):
            given = getattr(self.keys, name)
            if given != getattr(usual, name) and given not in self.columns:
                raise wrong(name, given, f"one of the columns: {', '.join(self.columns)}")
        if self.id is not None and self.id not in self.columns:
            raise wrong("id", self.id, f"one of the columns: {', '.join(self.columns)}")
        if not set(self.keys.pages) & set(self.columns):
            wanted = f"the column of the pages, one of: {', '.join(self.columns)}"
            raise wrong("page", None, wanted)

    @property
    def schema(self) -> pa.Schema:
        """The columns of what comes out."""
        return (_LINES if self.as_lines else SCHEMA).append(_QUARANTINE)

    @property
    def needed(self) -> list[str]:
        """The columns that are read."""
        found = [*self.keys.of(self.columns), *([self.id] if self.id else [])]
        return list(dict.fromkeys(found))

    def rows(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """What is read in `batches`, in a process that may die of a page."""
        with isolated(self.task, self.allowance) as read:
            for batch in batches:
                for at in range(0, batch.num_rows, _CHUNK):
                    items = self._items(batch.slice(at, _CHUNK))
                    yield from self._batches(items, read(items))

    def _items(self, batch: pa.RecordBatch) -> list[Item]:
        rows = [{name: _utc(value) for name, value in row.items()} for row in batch.to_pylist()]
        name = self.id or self.keys.url
        return [row_item(row, str(row.get(name) or ""), self.keys) for row in rows]

    def _batches(
        self, items: Sequence[Item], outcomes: Sequence[Outcome]
    ) -> Iterator[pa.RecordBatch]:
        found = [outcome.line for outcome in outcomes if outcome.line]
        if self.as_lines:
            whole = pa.table({"value": [line.decode().rstrip("\n") for line in found]}, _LINES)
        else:
            whole = to_table(found)
        nothing = pa.nulls(len(found), pa.string())
        yield from whole.append_column(_QUARANTINE, nothing).cast(self.schema).to_batches()
        bad = [
            {"id": item.id, "quarantine": to_quarantine(item, outcome.reason).decode().rstrip("\n")}
            for item, outcome in zip(items, outcomes, strict=True)
            if outcome.reason
        ]
        yield pa.RecordBatch.from_pylist(bad, self.schema)


def _utc(value: Any) -> Any:
    """A time in UTC: an engine may give it in the zone of its session."""
    is_aware = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC) if is_aware else value
