"""Databases: a page in each row of a query, by any module of the DB-API.

An address is `sqlite:///FILE?query=SELECT …`, or `MODULE:///ARGUMENT?query=SELECT …`: `MODULE` is
imported and `MODULE.connect(ARGUMENT)` opened, such as `duckdb:///pages.duckdb?query=…` or
`psycopg:///dbname=crawl user=me?query=…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import quote, unquote

from ..errors import BatchError
from ..outcome import Item
from .rows import Keys, row_item

_ADDRESS = re.compile(r"(?P<module>[\w.]+):///(?P<argument>.*?)\?query=(?P<query>.+)", re.S)
_ROWS = 64


def items(address: str, keys: Keys) -> Iterator[Item]:
    """The records of the rows that the query of `address` gives, in their order.

    Raises `BatchError` for an address of another form, and for what the database says. A run that
    goes on asks again and skips what it has: the query wants an ORDER BY if its rows may move.
    """
    found = _ADDRESS.fullmatch(address)
    if not found:
        raise BatchError(f"{address}: an address is MODULE:///ARGUMENT?query=SELECT …")
    name, argument = found["module"], found["argument"]
    query = unquote(found["query"])
    try:
        connection = _connected(name, argument)
        cursor = connection.cursor()
        cursor.execute(query)
        columns = [column[0] for column in cursor.description or ()]
        if not set(keys.pages) & set(columns):
            listed, has = " or ".join(map(repr, keys.pages)), ", ".join(columns)
            raise BatchError(f"the query gives no column {listed}; it gives {has}")
        number = 0
        while rows := cursor.fetchmany(_ROWS):
            for row in rows:
                number += 1
                values = dict(zip(columns, row, strict=True))
                yield row_item(values, f"{name}:///{argument}:{number}", keys)
        connection.close()
    except (BatchError, OSError, GeneratorExit):
        raise
    except Exception as error:  # each module has its own
        raise BatchError(f"{name}:///{argument}: {error}") from error


def _connected(name: str, argument: str) -> Any:
    if name == "sqlite":
        sqlite3 = import_module("sqlite3")
        return sqlite3.connect(f"file:{quote(argument)}?mode=ro", uri=True)
    try:
        module = import_module(name)
    except ImportError:
        raise BatchError(f"there is no module {name}: install it, or use sqlite:///") from None
    return module.connect(unquote(argument))
