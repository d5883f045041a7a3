"""An item pipeline for Scrapy: the spider yields responses, arnews puts their articles in."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from arnews.batch import Options, read_record

from . import to_record

try:
    from itemadapter import ItemAdapter
    from scrapy.crawler import Crawler
    from scrapy.exceptions import DropItem
    from scrapy.http import Response
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[scrapy]"') from error

__all__ = ["ArnewsPipeline"]


class ArnewsPipeline:
    """Puts in place of the `response` of an item what `arnews batch` writes for its page.

        ITEM_PIPELINES = {"arnews.scrapy.pipeline.ArnewsPipeline": 300}   # settings.py
        yield {"response": response}                                      # the spider

    The item then has `url`, `articles` (each with `headline`, `text`, …), `fetched_at` and the
    other keys of docs/json.md, so a feed in JSON Lines is read as an output of `arnews batch` is. A
    page that `arnews.parse` refuses has an `error` instead. An item that is no dict gets the keys
    that it has fields for. An item without a response is passed on as it is.

    Settings:
        ARNEWS_OPTIONS: A dict of arguments for `arnews.batch.Options`: `{"layout": "bbc"}`.
        ARNEWS_ONLY_ARTICLES: `True` drops pages without an article (lists, walls, errors), with
            the reason.

    The stats of the crawl count `arnews/pages`, `arnews/articles`, `arnews/warnings/…` and
    `arnews/errors/…`.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._options = Options(**crawler.settings.getdict("ARNEWS_OPTIONS"))
        self._only_articles: bool = crawler.settings.getbool("ARNEWS_ONLY_ARTICLES")
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ArnewsPipeline:
        return cls(crawler)

    def process_item(self, item: Any, spider: object = None) -> Any:
        """The item with its page. Raises `DropItem` for one that the settings do not keep."""
        adapter = ItemAdapter(item)
        response = adapter.get("response")
        if not isinstance(response, Response):
            return item
        data = read_record(to_record(response), self._options)
        self._count(data)
        if self._only_articles and not data.get("articles"):
            reasons = [data["error"]] if "error" in data else data["warnings"]
            raise DropItem(f"{response.url}: {'; '.join(each['message'] for each in reasons)}")
        if isinstance(item, MutableMapping):
            del item["response"]
        else:
            adapter["response"] = None
        for name, value in data.items():
            if isinstance(item, dict) or name in adapter.field_names():
                adapter[name] = value
        return item

    def _count(self, data: dict[str, Any]) -> None:
        self._stats.inc_value("arnews/pages")
        self._stats.inc_value("arnews/articles", len(data.get("articles", ())))
        for code in {warning["code"] for warning in data.get("warnings", ())}:
            self._stats.inc_value(f"arnews/warnings/{code}")
        if "error" in data:
            self._stats.inc_value(f"arnews/errors/{data['error']['code']}")
