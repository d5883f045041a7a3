"""arnews in Spark: a DataFrame of pages in, a DataFrame of what arnews reads in them out.

from arnews.batch.spark import read

articles = read(session.read.parquet("pages")).selectExpr("url", "inline(articles)")
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from ..arguments import wrong
from .filters import Filters
from .isolated import isolated
from .outcome import Outcome, Reader, Task
from .quarantine import to_quarantine
from .readers import PAGE_KEYS, Item, Keys
from .record import Options, parse_record
from .workers import Allowance

try:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[spark]"') from error

from .readers.parquet import row_item
from .schema import SCHEMA, to_table

__all__ = ["read"]

_CHUNK = 64  # rows that are sent to the process at once
_LINES = pa.schema([("value", pa.string())])
_QUARANTINE = pa.field("quarantine", pa.string())


def read(
    pages: DataFrame,
    *,
    page: str | None = None,
    url: str = "url",
    fetched_at: str = "fetched_at",
    encoding: str = "encoding",
    id: str | None = None,
    as_lines: bool = False,
    options: Options = Options(),  # noqa: B008
    filters: Filters = Filters(),  # noqa: B008
    allowance: Allowance = Allowance(),  # noqa: B008
    parse: Reader = parse_record,
) -> DataFrame:
    """What arnews reads in `pages`, a row for each: the nested columns of docs/json.md.

    `page`, `url`, `fetched_at`, `encoding` and `id` name columns of `pages`. Without `page` it is
    the first of `html`, `text`, `page`, `content` and `body` that is there, as text or bytes. The
    time is a timestamp, or text in ISO 8601. The others may be missing, and then each page has its
    address as its `id`.

    The rows have the columns of the Parquet that `arnews batch` writes; with `as_lines` they have
    one column, `value`, a line of the JSON Lines that it writes. Behind them is `quarantine`: a
    page that takes more than the `allowance` of seconds and memory, or that its process dies of,
    has there a line with the page and the reason, which `arnews batch` reads again. Its other
    columns are null but `id`. All other pages arrive. `filters` drop rows.

        read(pages).selectExpr("url", "inline(articles)").select("url", "headline", "text")

    Raises `BadArgument` if `pages` has no column of a name that is given, or none with a page.
    """
    keys = Keys(page, url, fetched_at, encoding)
    _check(pages.columns, keys, id)
    needed = dict.fromkeys([*keys.of(pages.columns), *([id] if id else [])])
    task = Task(options, filters, parse)
    schema = (_LINES if as_lines else SCHEMA).append(_QUARANTINE)

    def rows(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with isolated(task, allowance) as read_items:
            for batch in batches:
                for at in range(0, batch.num_rows, _CHUNK):
                    items = _items(batch.slice(at, _CHUNK), keys, id)
                    yield from _batches(items, read_items(items), schema)

    chosen = pages.select(*(f"`{name}`" for name in needed))
    return chosen.mapInArrow(rows, from_arrow_schema(schema))


def _check(columns: Sequence[str], keys: Keys, id: str | None) -> None:
    usual = Keys()
    for name in ("page", "url", "fetched_at", "encoding"):
        given = getattr(keys, name)
        if given != getattr(usual, name) and given not in columns:
            raise wrong(name, given, f"one of the columns: {', '.join(columns)}")
    if id is not None and id not in columns:
        raise wrong("id", id, f"one of the columns: {', '.join(columns)}")
    if keys.page is None and not set(PAGE_KEYS) & set(columns):
        raise wrong("page", None, f"the column of the pages, one of: {', '.join(columns)}")


def _items(batch: pa.RecordBatch, keys: Keys, id: str | None) -> list[Item]:
    rows = [{name: _utc(value) for name, value in row.items()} for row in batch.to_pylist()]
    return [row_item(row, str(row.get(id or keys.url) or ""), keys) for row in rows]


def _utc(value: Any) -> Any:
    """A time in UTC: Spark gives it in the zone of the session."""
    is_aware = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC) if is_aware else value


def _batches(
    items: Sequence[Item], outcomes: Sequence[Outcome], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    found = [outcome.line for outcome in outcomes if outcome.line]
    if schema.names[0] == "value":
        whole = pa.table({"value": [line.decode().rstrip("\n") for line in found]}, _LINES)
    else:
        whole = to_table(found)
    nothing = pa.nulls(len(found), pa.string())
    yield from whole.append_column(_QUARANTINE, nothing).cast(schema).to_batches()
    bad = [
        {"id": item.id, "quarantine": to_quarantine(item, outcome.reason).decode().rstrip("\n")}
        for item, outcome in zip(items, outcomes, strict=True)
        if outcome.reason
    ]
    yield pa.RecordBatch.from_pylist(bad, schema)
