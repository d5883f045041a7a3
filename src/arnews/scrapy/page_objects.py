"""Page objects for web-poet, so also for scrapy-poet: arnews reads, a subclass corrects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from attrs import evolve

from arnews import Article, Page

from . import parse

try:
    from web_poet import Returns, WebPage, cached_method, item_from_fields, validates_input
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[scrapy]"') from error

__all__ = ["ArticlePage", "NewsPage"]


class NewsPage(WebPage, Returns[Page]):
    """A page of news. Its item is the `arnews.Page`, with as many articles as the page has.

    Attributes:
        options: Arguments for `arnews.batch.Options`, for a subclass to set: `{"layout": "bbc"}`.
    """

    options: ClassVar[Mapping[str, Any]] = MappingProxyType({})

    @property
    def page(self) -> Page:
        """What arnews reads in the response. Raises what `arnews.parse` raises."""
        read: Page = self._read()
        return read

    @cached_method
    def _read(self) -> Page:
        return parse(self.response, **self.options)

    @validates_input
    async def to_item(self) -> Any:
        return self.page


class ArticlePage(NewsPage, Returns[Article]):
    """A page of one article. Its item is the first `arnews.Article`: an empty one if there is none.

    A `web_poet.field` of a subclass that has the name of a field of `Article` wins over arnews:

        @handle_urls("almina.example")
        class AlminaPage(ArticlePage):
            @field
            def section(self):
                return self.css(".crumbs b::text").get()     # «اقتصاد»
    """

    @property
    def article(self) -> Article:
        """The first article as arnews reads it, without the fields of a subclass."""
        return next(iter(self.page.articles), Article())

    @validates_input
    async def to_item(self) -> Any:
        return evolve(self.article, **await item_from_fields(self))
