"""Parquet: a page in each row, read one small batch after the other."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import BatchError, MissingExtra
from ..outcome import Broken, Reason
from .json_lines import record_of

if TYPE_CHECKING:
    from . import Item, Keys

_ROWS = 64


def items(path: str, name: str, keys: Keys) -> Iterator[Item]:
    """The records of the rows of the file `path`.

    Raises `BatchError` if it is no Parquet file, or has not the column that `keys` name.
    """
    try:
        parquet: Any = import_module("pyarrow.parquet")
        arrow: Any = import_module("pyarrow")
    except ImportError:
        raise MissingExtra("pyarrow", "Parquet") from None
    try:
        file = parquet.ParquetFile(path)
    except arrow.ArrowInvalid as error:
        raise BatchError(f"{name} is no Parquet file: {error}") from None
    columns = file.schema_arrow.names
    if keys.page is not None and keys.page not in columns:
        raise BatchError(f"{name} has no column {keys.page!r}; it has {', '.join(columns)}")
    number = 0
    try:
        for batch in file.iter_batches(_ROWS, columns=keys.of(columns)):
            for row in batch.to_pylist():
                number += 1
                yield row_item(row, f"{name}:{number}", keys)
    except (arrow.ArrowInvalid, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        reason = Reason("corrupt", f"the rest of the file cannot be read: {error}")
        yield Broken(f"{name}:{number + 1}", None, reason)


def row_item(row: dict[str, Any], place: str, keys: Keys) -> Item:
    """The record of a row; a row without a page is `Broken`."""
    try:
        return record_of(row, place, keys)
    except ValueError as error:
        return Broken(place, None, Reason("no record", str(error)))
