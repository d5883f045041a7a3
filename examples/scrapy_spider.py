"""A spider whose feed holds the articles of each page. Needs: pip install "arnews[scrapy]"."""

from pathlib import Path

import scrapy


class AlminaSpider(scrapy.Spider):
    name = "almina"
    start_urls = [Path("site/index.html").resolve().as_uri()]  # yours: "https://almina.example/"
    custom_settings = {
        "ITEM_PIPELINES": {"arnews.scrapy.pipeline.ArnewsPipeline": 300},
        "ARNEWS_ONLY_ARTICLES": True,
    }

    def parse(self, response):
        yield {"response": response}
        yield from response.follow_all(css="h2 a")
