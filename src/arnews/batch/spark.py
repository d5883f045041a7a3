"""arnews in Spark: a DataFrame of pages in, a DataFrame of what arnews reads in them out.

from arnews.batch.spark import read

articles = read(session.read.parquet("pages")).selectExpr("url", "inline(articles)")
"""

from __future__ import annotations

from .filters import Filters
from .outcome import Reader, Task
from .readers.rows import Keys
from .record import Options, parse_record
from .workers import Allowance

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema

    from .columns import ColumnReader
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[spark]"') from error

__all__ = ["read"]


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
    task = Task(options, filters, parse)
    reader = ColumnReader(pages.columns, keys, id, as_lines, task, allowance)
    chosen = pages.select(*(f"`{name}`" for name in reader.needed))
    return chosen.mapInArrow(reader.rows, from_arrow_schema(reader.schema))
