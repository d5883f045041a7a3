"""Items of any kind through the pipeline, and items of Zyte."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

import arnews
from arnews import Article, Byline, Embed, Figure, Metadata, Moment, Page, Paragraph

scrapy = pytest.importorskip("scrapy", reason='needs pip install "arnews[scrapy]"')
pytest.importorskip("scrapy_poet", reason='needs pip install "arnews[scrapy]"')
pytest.importorskip("zyte_common_items", reason='needs pip install "arnews[scrapy]"')

from scrapy.crawler import Crawler  # noqa: E402
from scrapy.http import Response  # noqa: E402
from scrapy.statscollectors import MemoryStatsCollector  # noqa: E402
from zyte_common_items import Author, Image, Video  # noqa: E402

from arnews.scrapy.pipeline import ArnewsPipeline  # noqa: E402
from arnews.scrapy.zyte import to_zyte  # noqa: E402

pytestmark = pytest.mark.heavy

STORY = "سدود الجنوب تمتلئ\n\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق الوزارة."


def response(body=None):
    return Response("https://almina.example/dams", body=body or STORY.encode())


def pipeline(**settings):
    crawler = Crawler(scrapy.Spider, settings)
    crawler.stats = MemoryStatsCollector(crawler)  # as a crawl has it, which needs a reactor
    return ArnewsPipeline.from_crawler(crawler)


class ScrapyItem(scrapy.Item):
    response = scrapy.Field()
    articles = scrapy.Field()


@dataclass
class DataItem:
    response: Any
    articles: Any = None


@pytest.mark.parametrize("cls", [dict, ScrapyItem, DataItem])
def test_an_item_of_any_kind_is_filled(cls):
    item = pipeline().process_item(cls(response=response()))
    articles = item.articles if cls is DataItem else item["articles"]
    assert articles[0]["headline"] == "سدود الجنوب تمتلئ"
    assert item.response is None if cls is DataItem else "response" not in item


@pytest.mark.parametrize("item", [{"price": 5}, {"response": "نص"}, DataItem(None)])
def test_an_item_without_a_response_passes(item):
    assert pipeline().process_item(item, scrapy.Spider("x")) is item


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("قائمة\nطعام".encode(), "no article: nothing on the page reads as one"),
        (b"\x1f\x8b", "gzip"),
    ],
)
def test_only_articles_are_kept_on_demand(body, reason):
    asked = pipeline(ARNEWS_ONLY_ARTICLES=True)
    with pytest.raises(
        scrapy.exceptions.DropItem, match=f"https://almina.example/dams: .*{reason}"
    ):
        asked.process_item({"response": response(body)})
    assert "response" not in asked.process_item({"response": response()})
    assert "id" in pipeline().process_item({"response": response(body)})


def test_options_are_those_of_parse():
    read = pipeline(ARNEWS_OPTIONS={"layout": "bbc"}).process_item({"response": response()})
    assert read["layout"] == "bbc"


FULL = Article(
    headline="سدود الجنوب تمتلئ",
    subtitle="المياه تكفي حتى الصيف",
    section="بيئة",
    byline=Byline("رنا منصور وسامي الحداد - عدن", ("رنا منصور", "سامي الحداد"), place="عدن"),
    published=Moment("18 مارس 2025", date(2025, 3, 18)),
    modified=Moment("19 مارس 2025 - 8:05", datetime(2025, 3, 19, 8, 5, tzinfo=UTC)),
    lead_image=Figure("السد", url="https://almina.example/1.jpg"),
    body=(
        Paragraph("امتلأت ثلاثة سدود."),
        Figure(kind="video", url="https://almina.example/1.mp4"),
        Figure(url="data:image/gif;base64,R0lGODlhAQABAAAAACw="),
        Figure(url="https://almina.example/1.jpg"),
        Embed("video", "https://player.example/7"),
        Embed("post", "https://social.example/9", "نص"),
    ),
)
PAGE = Page(
    (FULL, Article(headline="خبر ثان")),
    url="https://almina.example/dams?page=1",
    metadata=Metadata(
        url="https://almina.example/dams", language="ar-YE", description="امتلأت السدود"
    ),
)


def test_an_article_is_an_item_of_zyte():
    item = to_zyte(FULL, PAGE, fetched_at=datetime.fromisoformat("2025-03-20T13:00:00+03:00"))
    assert item.url == "https://almina.example/dams?page=1"
    assert item.canonicalUrl == "https://almina.example/dams"
    assert item.headline == "سدود الجنوب تمتلئ"
    assert item.description == "المياه تكفي حتى الصيف"
    assert [crumb.name for crumb in item.breadcrumbs] == ["بيئة"]
    assert item.authors == [
        Author(name="رنا منصور", nameRaw="رنا منصور وسامي الحداد - عدن"),
        Author(name="سامي الحداد", nameRaw="رنا منصور وسامي الحداد - عدن"),
    ]
    assert (item.datePublished, item.datePublishedRaw) == ("2025-03-18T00:00:00", "18 مارس 2025")
    assert item.dateModified == "2025-03-19T08:05:00+00:00"
    assert item.mainImage == Image("https://almina.example/1.jpg")
    assert item.images == [Image("https://almina.example/1.jpg")]
    assert item.videos == [Video("https://almina.example/1.mp4"), Video("https://player.example/7")]
    assert item.articleBody == "امتلأت ثلاثة سدود."
    assert item.inLanguage == "ar"
    assert item.metadata.get_date_downloaded_parsed() == datetime(2025, 3, 20, 10, tzinfo=UTC)


def test_a_later_article_has_no_metadata_of_the_first():
    item = to_zyte(PAGE.articles[1], PAGE)
    assert (item.headline, item.inLanguage) == ("خبر ثان", "ar")
    assert (item.canonicalUrl, item.description, item.metadata) == (None, None, None)


def test_an_item_without_a_date_has_that_of_the_change():
    item = to_zyte(evolve(FULL, published=None, subtitle=None), PAGE)
    assert item.datePublished == item.dateModified == "2025-03-19T08:05:00+00:00"
    assert item.description == "امتلأت السدود"
    monthly = to_zyte(evolve(FULL, published=Moment("مارس 2025", partial="2025-03")), PAGE)
    assert (monthly.datePublished, monthly.datePublishedRaw) == (None, "مارس 2025")


def test_a_byline_without_a_person_gives_its_publication():
    item = to_zyte(evolve(FULL, byline=Byline("لندن: «الشرق الأوسط»", (), "الشرق الأوسط")), PAGE)
    assert [author.name for author in item.authors] == ["الشرق الأوسط"]


def test_an_item_needs_an_address():
    with pytest.raises(arnews.BadArgument, match="page has no address"):
        to_zyte(FULL, Page((FULL,)))
