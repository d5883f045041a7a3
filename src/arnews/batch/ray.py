"""arnews in Ray: a dataset of pages in, a dataset of what arnews reads in them out.

from arnews.batch.ray import read

read(ray.data.read_parquet("pages")).write_parquet("articles")
"""

from __future__ import annotations

from collections.abc import Iterator

from .filters import Filters
from .outcome import Reader, Task
from .readers.rows import Keys
from .record import Options, parse_record
from .workers import Allowance

try:
    import pyarrow as pa
    from ray.data import Dataset

    from .columns import ColumnReader
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[ray]"') from error

__all__ = ["read"]


def read(
    pages: Dataset,
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
) -> Dataset:
    """What arnews reads in `pages`, a row for each page.

    Arguments, columns and errors are those of `arnews.batch.spark.read`. Ray keeps the order of
    rows if `ray.data.DataContext.get_current().execution_options.preserve_order` is set.
    """
    keys = Keys(page, url, fetched_at, encoding)
    task = Task(options, filters, parse)
    reader = ColumnReader(pages.columns() or [], keys, id, as_lines, task, allowance)

    def rows(block: pa.Table) -> Iterator[pa.Table]:
        for batch in reader.rows(block.to_batches()):
            yield pa.Table.from_batches([batch])

    chosen = pages.select_columns(reader.needed)
    return chosen.map_batches(rows, batch_size=None, batch_format="pyarrow")
