"""Parquet: a page in each row, read one small batch after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import BatchError, needed
from ..outcome import Broken, Item, Reason
from .packed import raise_if_unreadable
from .rows import Keys, row_item

_ROWS = 64


def items(path: str, name: str, keys: Keys) -> Iterator[Item]:
    """The records of the rows of the file `path`.

    Raises `BatchError` if it has not the column that `keys` name, or one of another type.
    """
    parquet, arrow = needed("pyarrow.parquet", "Parquet"), needed("pyarrow", "Parquet")
    with open(path, "rb") as opened:
        try:
            file = parquet.ParquetFile(opened)
        except (arrow.ArrowInvalid, OSError) as error:
            raise_if_unreadable(error)
            yield Broken(name, None, Reason("corrupt", f"it is no Parquet file: {error}"))
            return
        _check(file.schema_arrow, name, keys, arrow.types)
        number = 0
        try:
            for batch in file.iter_batches(_ROWS, columns=keys.of(file.schema_arrow.names)):
                for row in batch.to_pylist():
                    number += 1
                    yield row_item(row, f"{name}:{number}", keys)
        except (arrow.ArrowInvalid, OSError) as error:
            raise_if_unreadable(error)
            reason = Reason("corrupt", f"the rest of the file cannot be read: {error}")
            yield Broken(f"{name}:{number + 1}", None, reason)


def _check(schema: Any, name: str, keys: Keys, types: Any) -> None:
    """Raises `BatchError` if no column holds pages."""
    found = [column for column in keys.pages if column in schema.names]
    if not found:
        listed = " or ".join(map(repr, keys.pages))
        has = ", ".join(schema.names)
        raise BatchError(f"{name} has no column {listed}; it has {has}. Name one by --page-key")
    kinds = [schema.field(column).type for column in found]
    if all(types.is_primitive(kind) or types.is_nested(kind) for kind in kinds):
        told = ", ".join(f"{column!r} is {kind}" for column, kind in zip(found, kinds, strict=True))
        raise BatchError(f"{name} has no pages: {told}, and text or bytes are wanted")
