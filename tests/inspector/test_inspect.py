"""The inspector without a browser: what its file holds, and that nothing of a page breaks out."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews.cli import main
from arnews.inspector import inspect
from helpers import full_page, hostile
from helpers.shell import SEED
from helpers.shell import arnews as shell

#: A page whose date, credit and headline are each wrong in some way.
WAHA = """<html><head><meta property="og:title" content="مدرسة ليلية للعمال">
<meta property="article:tag" content="مياه"><meta property="og:type" content="article"></head><body>
<nav><a href=/>الرئيسية</a> <a href=/1>رياضة</a></nav>
<h1 class="story">ثلاث آبار جديدة في الواحة</h1>
<div class="meta">مكتب الشمال الأربعاء 3 أبريل 2024</div>
<figure><img src="well.jpg"><figcaption>البئر الجديدة (وكالة الواحة)</figcaption></figure>
<p>افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة.</p>
<p>وقال رئيس البلدية إن العمل استغرق عاماً كاملاً.</p></body></html>"""


def opened(html):
    return LexborHTMLParser(html)


@pytest.fixture(scope="module")
def seed():
    return opened(inspect({"seed.txt": arnews.parse(SEED.read_bytes())}))


@pytest.fixture(scope="module")
def waha():
    return opened(inspect({"waha.html": arnews.parse(WAHA, url="https://waha.example/1")}))


def words(node):
    return " ".join(node.text().split())


def test_every_block_and_every_field_is_there(seed):
    page = arnews.parse(SEED.read_bytes())
    blocks = seed.css(".source .block")
    assert len(blocks) == len(page.blocks)
    for block, shown in zip(page.blocks, blocks, strict=True):
        assert words(shown.css_first(".text")) == " ".join(block.text.split())
        assert f"r-{block.role}" in shown.attributes["class"]
    article = page.articles[0]
    assert words(seed.css_first("h2.f-headline")) == f"{article.headline} 0"
    assert len(seed.css(".reader article")) == 2


def test_links_lead_from_field_to_block_and_back(seed):
    ids = {node.attributes["id"] for node in seed.css("[id]")}
    links = [a.attributes["href"][1:] for a in seed.css("a") if a.attributes["href"][0] == "#"]
    assert len(links) > 100
    assert set(links) <= ids
    assert seed.css_first("#b0 .why a").attributes["href"] == "#a0.headline"
    assert seed.css_first("h2.f-headline .from").attributes["href"] == "#b0"


def test_ids_are_unique(seed):
    ids = [node.attributes["id"] for node in seed.css("[id]")]
    assert len(set(ids)) == len(ids)


def test_the_evidence_is_in_the_block(seed):
    block = seed.css_first("#b2")
    assert [words(item) for item in block.css(".weights li")][:2] == [
        "+6 a credit at the end",
        "+3 a known credit",
    ]
    assert block.attributes["data-next"] == "related_caption"
    assert "متأخر بفارق 3 الحروف 145–191 · بعد" in words(block)


def test_repetitions_and_debris_are_folded(seed):
    fold = seed.css_first(".fold")
    assert words(fold.css_first("summary b")) == "مكرَّر 4، واجهة 1"
    assert [words(text) for text in fold.css(".text")][1] == "TT"
    assert not seed.css(".fold [data-feeds]")


def test_a_line_that_looks_like_a_value_says_why_it_is_none(waha):
    (refused,) = waha.css(".refused")
    assert words(refused) == "ليس بحق صورة: «وكالة الواحة» لا يسمّي وكالة ولا مصوّراً ولا أرشيفاً"


def test_what_the_layout_of_a_file_reads_is_not_refused():
    """Its words are known to the caller only; what a block feeds says that it was read."""
    own = 'id = "x"\nextends = "generic"\n[lexicon.agencies.x]\nkind = "agency"\nname = "x"\n'
    layout = arnews.layouts.loads(own + 'spellings = ["وكالة الواحة"]')
    page = arnews.parse(WAHA, layout=layout)
    assert page.articles[0].lead_image.credit.agencies == ("x",)
    assert not opened(inspect({"x": page})).css(".refused")


def test_html_shows_paths_and_elements(waha):
    block = next(b for b in waha.css(".block") if "مكتب" in b.text())
    assert "المسار \u2068body/div[1]\u2069" in words(block)
    assert words(block.css_first("code")) == "div.meta body"


def test_what_is_only_stated_is_marked(waha):
    (mark,) = waha.css(".reader .stated")
    assert words(mark) == "معلن لا معروض · open graph"
    assert "مياه" in words(mark.parent)


def test_stated_and_shown_stand_side_by_side(waha):
    rows = [[words(cell) for cell in row.css("th, td")] for row in waha.css("tbody tr")]
    assert rows[0] == [
        "العنوان headline",
        "مدرسة ليلية للعمال",
        "open graph",
        "ثلاث آبار جديدة في الواحة",
        "مختلفان",
    ]
    assert ["الوسوم tags", "مياه", "open graph", "—", "معلن فقط"] in rows
    assert "open" in waha.css_first(".stated-table").attributes


def test_text_states_nothing(seed):
    assert not seed.css(".stated-table")


@pytest.mark.parametrize(
    ("stated", "shown", "same"),
    [
        ("سامي الحداد ورنا منصور", "رنا منصور، سامي الحداد", True),
        ("سامي الحداد", "رنا منصور", False),
    ],
)
def test_authors_are_compared_as_a_set(stated, shown, same):
    byline = arnews.Byline(shown, tuple(shown.split("، ")))
    page = arnews.Page(
        (arnews.Article(headline="خبر", byline=byline),),
        metadata=arnews.Metadata(authors=tuple(stated.split("، "))),
    )
    (row,) = opened(inspect({"x": page})).css("tbody tr")
    assert ("agrees" if same else "differs") == row.attributes["class"]


def test_several_pages_have_an_index():
    pages = {"a.txt": arnews.parse(SEED.read_bytes()), "b.html": arnews.parse(WAHA)}
    shown = opened(inspect(pages))
    links = shown.css("#index tbody a")
    assert [words(link) for link in links] == ["a.txt", "b.html"]
    assert [link.attributes["href"] for link in links] == ["#page-0", "#page-1"]
    test_ids_are_unique(shown)
    test_links_lead_only_to_what_is_there(shown)


def test_links_lead_only_to_what_is_there(seed):
    ids = {node.attributes["id"] for node in seed.css("[id]")}
    assert {a.attributes["href"][1:] for a in seed.css('a[href^="#"]')} <= ids


def test_a_page_without_article_or_blocks_is_shown():
    shown = opened(inspect({"": arnews.Page(), "x": arnews.parse("قائمة طعام")}))
    assert len(shown.css(".page")) == 2
    assert "no news" in words(shown.css(".warning")[0])


def test_every_value_of_the_model_is_shown():
    text = opened(inspect({"full": arnews.Page((full_page.FULL,))})).css_first(".reader").text()
    for value in ("افتتاح مرفأ", "نادر عيسى", "أرشيفية", "ليلى منصور", "18 رمضان", "صدى المرفأ"):
        assert value in text


def test_only_pages_are_inspected():
    with pytest.raises(arnews.BadArgument, match=r"pages\['x'\] is 'خبر'"):
        inspect({"x": "خبر"})


def test_the_policy_names_the_style_and_the_script_and_nothing_else():
    html = inspect({"x": arnews.parse("خبر")})
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    allowed = re.findall(r"'(sha256-[^']*)'", policy)
    for element, hashed in zip(("style", "script"), allowed, strict=True):
        (code,) = re.findall(rf"(?s)<{element}>(.*?)</{element}>", html)
        digest = hashlib.sha256(code.encode()).digest()
        assert hashed == f"sha256-{base64.b64encode(digest).decode()}"
    assert policy.startswith("default-src 'none';")


class Elements(HTMLParser):
    """The elements of a document, and what their attributes hold."""

    def __init__(self):
        super().__init__()
        self.names, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs


@settings(max_examples=60, deadline=None)
@given(hostile.pages)
def test_no_value_breaks_out_of_its_place(page):
    html = inspect({"x": page, "<script>y</script>": page})
    found = Elements()
    found.feed(html)
    assert found.names.count("script") == found.names.count("style") == 1
    assert not {"img", "iframe", "object", "base", "form", "link"} & set(found.names)
    for name, value in found.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in ("href", "src", "action"):
            assert value[0] == "#" or value.startswith(("http://", "https://"))
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067") & set(html)


def test_the_command_writes_one_file(tmp_path):
    done = shell("inspect", SEED, "-o", tmp_path / "new" / "seed.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    written = (tmp_path / "new" / "seed.html").read_text("utf-8")
    assert written == inspect({str(SEED): arnews.parse(SEED.read_bytes())})
    assert shell("inspect", SEED).stdout.decode() == written


def test_the_command_opens_the_file_in_the_browser(monkeypatch):
    addresses = []
    monkeypatch.setattr("webbrowser.open", addresses.append)
    assert main(["inspect", str(SEED), "--open"]) == 0
    (file,) = (Path(urlsplit(address).path) for address in addresses)
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_command_goes_on_after_a_page_that_fails(tmp_path):
    (tmp_path / "bad.html").write_bytes(bytes(range(8)))
    done = shell("inspect", tmp_path / "bad.html", SEED, "-o", tmp_path / "x.html")
    assert done.returncode == 1
    assert b"bad.html: " in done.stderr
    assert "بوتين" in (tmp_path / "x.html").read_text("utf-8")
    assert shell("inspect", tmp_path / "bad.html").returncode == 1
    assert shell("inspect", tmp_path / "*.xml").returncode == 3


@pytest.mark.parametrize(
    "wrong",
    [
        (SEED, SEED, "--url", "https://jisr.example/1"),
        (SEED, "-o", "folder/"),
        (SEED, "-o", SEED),
        (SEED, "--layout", "nobody"),
    ],
)
def test_wrong_usage_is_exit_code_2(wrong, tmp_path):
    assert shell("inspect", *wrong, cwd=tmp_path).returncode == 2
