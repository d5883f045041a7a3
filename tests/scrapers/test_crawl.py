"""Real crawls of a small site on loopback, whose server does what servers do wrong."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import arnews
from arnews.batch import Record, read_record, to_line

pytest.importorskip("scrapy_poet", reason='needs pip install "arnews[scrapy]"')
pytestmark = pytest.mark.heavy

DAMS = """<html lang="ar"><head><title>سدود الجنوب تمتلئ</title></head><body><article>
<h1>سدود الجنوب تمتلئ</h1><p class="crumbs"><b>بيئة</b></p><p>قبل 3 ساعات</p>
<figure><img src="dam.jpg"><figcaption>السد الكبير (رويترز)</figcaption></figure>
<p>امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه.</p>
<p>وقالت إن المياه تكفي حتى نهاية الصيف المقبل، وإن السدود في حالة جيدة.</p>
</article></body></html>"""
WELLS = """<html><body><article><h1>ثلاث آبار جديدة في الواحة</h1><p>9 أبريل 2024</p>
<p>افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة.</p>
<p>وقال رئيس البلدية إن بئرين أخريين ستحفران قبل نهاية العام الحالي.</p></article></body></html>"""
PORT = """<html><body><article><h1>رافعات جديدة تضاعف قدرة الميناء</h1><p>12 مارس 2024</p>
<p>بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.</p>
<p>وقالت الإدارة إن انتظار السفن لن يزيد بعد اليوم على يوم واحد.</p></article></body></html>"""
TWO = (Path(__file__).parents[2] / "seeds" / "000_08a769a62f779457.txt").read_bytes()
MISSING = "<html><body><h1>الصفحة غير موجودة</h1><p>عذراً، لم نجد ما تبحث عنه.</p></body></html>"
WALL = """<html><body><h1>نحن نحترم خصوصيتك</h1>
<p>نستخدم ملفات تعريف الارتباط. يرجى قبولها للمتابعة.</p><button>أوافق</button></body></html>"""
HTML = "text/html"
#: The pages by path: status, headers and body.
SITE = {
    "/old": (301, {"Location": "/news/dams"}, b""),
    "/news/dams": (200, {"Content-Type": "text/html; charset=utf-8"}, DAMS.encode()),
    "/wells": (200, {"Content-Type": "text/html; charset=utf-8"}, WELLS.encode("cp1256")),
    "/port": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PORT.encode()),
    "/unlabelled": (200, {"Content-Type": HTML}, WELLS.encode("cp1256")),
    "/two": (200, {"Content-Type": "text/plain"}, TWO),
    "/missing": (404, {"Content-Type": HTML}, MISSING.encode()),
    "/wall": (200, {"Content-Type": HTML}, WALL.encode()),
    "/report.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7\n%\xe2\xe3\n"),
    "/packed": (200, {"Content-Type": "application/octet-stream"}, b"\x1f\x8b\x08\0rubbish"),
}

SPIDER = """
import scrapy

class SiteSpider(scrapy.Spider):
    name = "site"
    start_urls = URLS
    custom_settings = {
        "ITEM_PIPELINES": {"arnews.scrapy.pipeline.ArnewsPipeline": 300},
        "TELNETCONSOLE_ENABLED": False,
    }

    def parse(self, response):
        yield {"response": response, "spider": self.name}
"""
POET = """
import scrapy
from web_poet import field, handle_urls
from arnews import Article
from arnews.scrapy.page_objects import ArticlePage, NewsPage
from arnews.scrapy.zyte import to_zyte

@handle_urls("")
class SitePage(ArticlePage):
    @field
    def section(self):
        return self.css(".crumbs b::text").get()

class SiteSpider(scrapy.Spider):
    name = "site"
    start_urls = URLS
    custom_settings = {"ADDONS": {"scrapy_poet.Addon": 300}, "TELNETCONSOLE_ENABLED": False}

    async def parse(self, response, article: Article, news: NewsPage):
        page = await news.to_item()
        zyte = [to_zyte(each, page) for each in page.articles]
        yield {"url": page.url, "article": article.to_dict(), "page": page.to_dict(), "zyte": zyte}
"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = SITE[self.path]
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, timestamp=None):
        return "Tue, 09 Apr 2024 10:30:00 GMT"

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture(scope="module")
def site():
    """The address of the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def crawl(spider, site, folder, *settings):
    """The items of the spider by their path on the site, and its log."""
    urls = [site + path for path in SITE if path != "/news/dams"]
    (folder / "spider.py").write_text(spider.replace("URLS", repr(urls)), "utf-8")
    command = [sys.executable, "-X", "utf8", "-m", "scrapy", "runspider", "spider.py"]
    command += ["-o", "feed.jsonl", *(word for each in settings for word in ("-s", each))]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    lines = (folder / "feed.jsonl").read_text("utf-8").splitlines()
    return {
        json.loads(line)["url"].removeprefix(site): json.loads(line) for line in lines
    }, done.stderr


@pytest.fixture(scope="module")
def crawled(site, tmp_path_factory):
    return crawl(SPIDER, site, tmp_path_factory.mktemp("crawl"))


@pytest.mark.parametrize(
    ("path", "headline", "warnings"),
    [
        ("/news/dams", "سدود الجنوب تمتلئ", []),
        ("/wells", "ثلاث آبار جديدة في الواحة", ["encoding"]),
        ("/unlabelled", "ثلاث آبار جديدة في الواحة", []),
        ("/port", "رافعات جديدة تضاعف قدرة الميناء", ["encoding"]),
        ("/two", "بوتين وترمب اتفقا بعد حوار «مثمر وبنّاء» على السعي لهدنة محدودة", []),
        ("/wall", None, ["wall"]),
        ("/report.pdf", None, ["no page"]),
    ],
)
def test_the_pipeline_reads_each_page(crawled, path, headline, warnings):
    items, _ = crawled
    headlines = [article["headline"] for article in items[path]["articles"]]
    assert headlines[:1] == ([headline] if headline else [])
    assert [warning["code"] for warning in items[path]["warnings"]] == warnings
    assert items[path]["spider"] == "site"


def test_a_page_of_two_articles_has_both(crawled):
    assert len(crawled[0]["/two"]["articles"]) == 2


def test_a_redirect_gives_the_last_address_and_the_server_the_time(crawled, site):
    items, _ = crawled
    assert "/old" not in items
    (article,) = items["/news/dams"]["articles"]
    assert article["lead_image"]["url"] == f"{site}/news/dam.jpg"
    assert article["published"]["value"] == "2024-04-09T07:30+00:00"
    assert items["/news/dams"]["fetched_at"] == "2024-04-09T10:30:00+00:00"


def test_what_is_refused_is_told(crawled):
    items, log = crawled
    assert items["/packed"]["error"]["code"] == "UndecodableInput"
    assert "/missing" not in items
    assert len(items) == 8
    for stat in ("'arnews/pages': 8", "'arnews/articles': 6", "'arnews/warnings/wall': 1"):
        assert stat in log
    assert "'arnews/errors/UndecodableInput': 1" in log
    assert "ERROR" not in log


def test_the_feed_is_what_batch_writes(crawled, site):
    """A line of it is the record of the page as it is read without Scrapy, and a page in JSON."""
    _, headers, body = SITE["/wells"]
    url = f"{site}/wells"
    at = datetime(2024, 4, 9, 10, 30, tzinfo=UTC)
    record = Record(url, body, url, at, headers["Content-Type"])
    found = {key: value for key, value in crawled[0]["/wells"].items() if key != "spider"}
    assert to_line(found) == to_line(read_record(record))
    assert arnews.Page.from_json(json.dumps(crawled[0]["/two"])).articles


def test_page_objects_give_articles_and_items_of_zyte(site, tmp_path):
    items, log = crawl(POET, site, tmp_path)
    dams, two = items["/news/dams"], items["/two"]
    assert dams["article"]["section"] == "بيئة"  # the field of the subclass
    assert dams["article"] == {**dams["page"]["articles"][0], "section": "بيئة"}
    assert dams["article"]["published"]["value"] == "2024-04-09T07:30+00:00"
    assert dams["zyte"][0]["datePublished"] == "2024-04-09T07:30:00+00:00"
    assert dams["zyte"][0]["mainImage"] == {"url": f"{site}/news/dam.jpg"}
    assert [each["headline"] for each in two["zyte"]] == [
        each["headline"] for each in two["page"]["articles"]
    ]
    assert items["/wall"]["article"]["headline"] is None
    assert items["/wells"]["article"]["headline"] == "ثلاث آبار جديدة في الواحة"
    assert "UndecodableInput: the bytes are packed by gzip" in log
