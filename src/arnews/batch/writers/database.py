"""SQLite: tables to query, and a full-text index. The journal is in the same file.

Output and journal are one transaction, so the file is whole at every moment.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from errno import EIO
from typing import Any

from ... import tables
from ..errors import BatchError
from ..record import to_line

_LONE = "backslashreplace"


class DatabaseWriter:
    """Writes into the database of `connection`; its `size` is how many pages there are."""

    batch_bytes = 8 << 20
    is_prompt = True

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(tables.text(__package__, "tables.sql"))
        self.size = 0

    def restore(self, size: int) -> None:
        self.size = size

    def write(self, lines: Sequence[bytes]) -> None:
        for line in lines:
            self._add(json.loads(line))
        self.size += len(lines)

    def finish(self) -> None:
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:  # such as a full disk
            raise OSError(EIO, str(error)) from error

    def close(self) -> None: ...

    def _add(self, page: Mapping[str, Any]) -> None:
        metadata, error = page.get("metadata") or {}, page.get("error") or {}
        number = self._put(
            "pages",
            **{name: page.get(name) for name in ("id", "fetched_at", "url", "kind", "layout")},
            language=metadata.get("language"),
            warnings=_json(page.get("warnings")),
            metadata=_json(page.get("metadata")),
            error_code=error.get("code"),
            error_message=error.get("message"),
        )
        articles = page.get("articles", [])
        first = page.get("duplicate_of") or [None] * len(articles)
        for place, (article, duplicate) in enumerate(zip(articles, first, strict=True)):
            self._add_article(article, page=number, place=place, duplicate_of=duplicate)

    def _add_article(self, data: Mapping[str, Any], **more: Any) -> None:
        byline = data["byline"] or {}
        told = {name: data[name] for name in ("headline", "subtitle", "text")}
        article = self._put(
            "articles",
            **more,
            **told,
            kicker=data["kicker"],
            section=data["section"],
            **_moment("published", data["published"]),
            **_moment("modified", data["modified"]),
            byline=byline.get("raw"),
            publication=byline.get("publication"),
            written_in=byline.get("place"),
            role=byline.get("role"),
            body=_json(data["body"]),
            from_metadata=_json(data["from_metadata"]),
        )
        self._put("search", rowid=article, **told)
        for table, column, values in (
            ("authors", "name", byline.get("authors", ())),
            ("tags", "tag", data["tags"]),
            ("agencies", "agency", byline.get("agencies", ())),
        ):
            for value in values:
                self._put(table, article=article, **{column: value})
        if data["lead_image"]:
            self._add_figure(data["lead_image"], article, None)
        self._add_related(data["related"], article, None)
        for place, element in enumerate(data["body"]):
            if element["type"] == "figure":
                self._add_figure(element, article, place)
            elif element["type"] == "see_also":
                self._add_related(element["items"], article, place)

    def _add_figure(self, data: Mapping[str, Any], article: int, place: int | None) -> None:
        credit = data["credit"] or {}
        named = ("photographer", "source", "archive", "illustrative")
        figure = self._put(
            "figures",
            article=article,
            place=place,
            **{name: data[name] for name in ("kind", "url", "caption")},
            credit=credit.get("raw"),
            **{name: credit.get(name) for name in named},
        )
        for agency in credit.get("agencies", ()):
            self._put("agencies", article=article, figure=figure, agency=agency)

    def _add_related(
        self, items: Iterable[Mapping[str, Any]], article: int, place: int | None
    ) -> None:
        for item in items:
            told = {name: item[name] for name in ("title", "url", "section", "teaser")}
            day = (item["published"] or {}).get("value")
            self._put("related", article=article, body_place=place, **told, published=day)

    def _put(self, table: str, **values: Any) -> int:
        """Adds a row and gives its number."""
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        row = [_storable(value) for value in values.values()]
        number = self._connection.execute(statement, row).lastrowid
        assert number is not None
        return number


def _moment(name: str, data: Mapping[str, Any] | None) -> dict[str, Any]:
    told = data or {}
    return {name: told.get("value"), f"{name}_raw": told.get("raw")}


def _json(value: Any) -> str | None:
    return to_line(value).rstrip("\n") if value is not None else None


def _storable(value: Any) -> Any:
    """Halves of a pair of UTF-16, which no file can hold, come to be text."""
    return value.encode("utf-8", _LONE).decode() if isinstance(value, str) else value


def open_writer(output: str, connection: sqlite3.Connection) -> DatabaseWriter:
    try:
        return DatabaseWriter(connection)
    except sqlite3.OperationalError as error:
        raise BatchError(f"{output} cannot be written: {error}") from error
