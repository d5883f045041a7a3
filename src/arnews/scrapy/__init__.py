"""arnews in scrapers: an item pipeline for Scrapy, page objects for web-poet, items for Zyte.

This module needs nothing but arnews. The modules `pipeline`, `page_objects` and `zyte` need
`pip install "arnews[scrapy]"`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias

from arnews import Page
from arnews.batch import Options, Record
from arnews.batch.record import parse_record

#: A `scrapy.http.Response` or a `web_poet.HttpResponse`: `body`, `url` and `headers` are read.
Response: TypeAlias = Any

__all__ = ["parse", "to_record"]


def parse(response: Response, **options: Any) -> Page:
    """The page in `response`, a `scrapy.http.Response` or a `web_poet.HttpResponse`.

    `options` are those of `arnews.batch.Options`: `layout="bbc"`. Raises what `arnews.parse`
    raises.

    >>> from types import SimpleNamespace
    >>> story = "امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه."
    >>> response = SimpleNamespace(
    ...     body=f"<h1>سدود الجنوب تمتلئ</h1><p>قبل 3 ساعات</p><p>{story}</p>".encode(),
    ...     url="https://almina.example/dams",
    ...     headers={"Date": "Tue, 09 Apr 2024 10:30:00 GMT"},
    ... )
    >>> article = parse(response).articles[0]
    >>> article.headline, article.published.iso
    ('سدود الجنوب تمتلئ', '2024-04-09T07:30+00:00')
    """
    return parse_record(to_record(response), Options(**options))


def to_record(response: Response) -> Record:
    """What `response` says of its page, as a record of `arnews.batch`.

    Its `id` and `url` are the address of the response, which is the last one after redirects;
    `encoding` is the Content-Type header, a hint. `fetched_at` is the Date header, so a page that
    comes out of a cache days later keeps its time. Without one, or with one that is to come, it is
    the present time.
    """
    url, body = str(response.url), bytes(response.body)
    return Record(url, body, url, _fetched_at(response), _header(response, "Content-Type"))


def _fetched_at(response: Response) -> datetime:
    now = datetime.now(UTC).replace(microsecond=0)
    try:
        sent = parsedate_to_datetime(_header(response, "Date") or "")
    except (ValueError, OverflowError):
        return now
    return min(sent if sent.tzinfo else sent.replace(tzinfo=UTC), now)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if isinstance(value, bytes) else value
