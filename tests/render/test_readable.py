"""The readable page: whole, right to left, and without anything that loads or runs."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import Article, Embed, Figure, Moment, Page, Paragraph, RelatedItem, Table
from helpers.full_page import LINKS, PAGE, SAID
from helpers.hostile import as_shown, pages, texts

EMPTY = re.compile(r"<(?!body)(\w+)[^>]*>\s*</\1>")
METADATA = {"charset", "http-equiv", "name", "content"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "nav", "main", "footer", "article"),
    *("header", "aside", "figure", "figcaption", "h1", "h2", "h3", "p", "blockquote", "ul", "ol"),
    *("li", "div", "a", "bdi", "br", "cite", "span", "time"),
    *("table", "tbody", "tr", "td"),
}  # fmt: skip
ATTRIBUTES = {"lang", "dir", "class", "id", "href", "rel", "datetime", "aria-label"}


def printed(page):
    return arnews.render(page, form="readable")


def tree(page):
    return LexborHTMLParser(printed(page))


def article(**values):
    return tree(Page((Article(**values),)))


def seen(node):
    return as_shown(node.text())


class Checker(HTMLParser):
    """Fails at an element that is not ours, is not closed in order, or could load or run."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attributes):
        assert tag in ELEMENTS
        names = {name for name, _ in attributes}
        assert names <= (METADATA if tag == "meta" else ATTRIBUTES)
        href = dict(attributes).get("href", "")
        assert urlsplit(href).scheme in ("", "http", "https")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def check(text):
    checker = Checker()
    checker.feed(text)
    checker.close()
    assert not checker.open


def test_every_value_is_seen():
    shown = seen(tree(PAGE).body)
    for text in SAID:
        assert text in shown


def test_every_link_leads_where_it_should():
    links = tree(PAGE).css("a")
    assert sorted(link.attributes["href"] for link in links) == sorted(LINKS)
    assert {link.attributes["rel"] for link in links} == {"noopener noreferrer"}


def test_it_is_a_whole_document_from_right_to_left():
    text = printed(PAGE)
    assert text.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset=')
    assert tree(PAGE).css_first("title").text() == PAGE.articles[0].headline
    check(text)


def test_nothing_is_loaded():
    text = printed(PAGE)
    assert "default-src 'none'" in text
    assert not re.search(r"<(img|script|link|iframe|video|object)\b|@import|url\(|src=", text)


def test_the_parts_are_what_they_are():
    page = tree(PAGE)
    assert page.css_first("article header h1").text() == PAGE.articles[0].headline
    assert [time.attributes["datetime"] for time in page.css("header time")] == [
        "2025-03-18T21:40+03:00",
        "2025-03-19",
    ]
    assert len(page.css("article > figure")) == 3
    assert seen(page.css_first("figure.lead cite")) == "أرشيفية - تصوير: نادر عيسى - رويترز"
    assert seen(page.css_first("article > h2")) == "أرصفة ومخازن"
    assert seen(page.css_first("article > blockquote")) == "لن نتوقف قبل إنجاز المرحلة الثانية."
    assert [seen(item) for item in page.css("article > ul:not(.tags) > li")] == [
        "رصيف للحاويات",
        "رصيف للركاب",
    ]
    assert seen(page.css_first("aside.see-also li")) == "خطة النقل البحري"
    assert len(page.css("div.embed")) == 3
    assert [seen(tag) for tag in page.css("ul.tags li")] == ["مرافئ", "نقل بحري"]
    assert seen(page.css_first("aside.related .teaser")).endswith("وأضافت أن …")
    assert page.css_first("aside.related time").attributes["datetime"] == "2025-03-12"


def test_a_table_keeps_rows_and_columns():
    page = article(body=(Table((("الميناء", "السفن"), ("", "12"))),))
    rows = [[seen(cell) for cell in row.css("td")] for row in page.css("article table tr")]
    assert rows == [["الميناء", "السفن"], ["", "12"]]


def test_several_articles_have_a_table_of_contents():
    page = tree(Page((Article("أول"), Article("ثان"), Article())))
    assert [link.attributes["href"] for link in page.css("nav a")] == [
        "#article-1",
        "#article-2",
    ]
    assert [each.attributes["id"] for each in page.css("article")] == ["article-1", "article-2"]


def test_a_page_without_articles_is_still_a_document():
    check(printed(Page()))
    assert tree(Page()).css_first("title").text() == "بلا عنوان"


def test_a_caption_with_a_script_is_text():
    page = article(lead_image=Figure("<script>alert(1)</script>"))
    assert page.css("script") == []
    assert "<script>alert(1)</script>" in seen(page.css_first("figcaption"))


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("شركة CNN قالت", ["CNN"]),
        ("هاتف iPhone 15 Pro الجديد", ["iPhone 15 Pro"]),
        ("لغة C++ ولغة C# معاً", ["C++", "C#"]),
        ("كتب @user_name أمس.", ["@user_name"]),
        ("موقع Google.", ["Google"]),
        ("راجع https://x.example/a/?b=1&c=2.", ["https://x.example/a/?b=1&c=2"]),
        ("اتصل على +961 3 123456 الآن", ["+961 3 123456"]),
        ("الحرارة -5 مئوية، والسهم (+2.5%)", ["-5", "+2.5%"]),
        ("في 2024-04-03 و2024-04-04T14:20+03:00.", ["2024-04-03", "2024-04-04T14:20+03:00"]),
        ("بين 2019-2021 وكوفيد-19 و175 مقابل 175", []),
    ],
)
def test_what_reads_left_to_right_is_isolated(text, isolated):
    paragraph = article(body=(Paragraph(text),)).css_first("article p")
    assert [run.text() for run in paragraph.css("bdi")] == isolated
    assert paragraph.text() == text
    assert "dir" not in paragraph.attributes


def test_a_paragraph_without_arabic_reads_left_to_right():
    paragraph = article(body=(Paragraph("No Arabic here (really)."),)).css_first("article p")
    assert paragraph.attributes["dir"] == "ltr"


def test_lines_stay_lines():
    page = article(body=(Paragraph("قفا نبك\r\n\n  من ذكرى  حبيب"),))
    assert "<p>قفا نبك<br>من ذكرى حبيب</p>" in page.html


def test_what_is_absent_leaves_no_empty_element():
    bare = Article(
        published=Moment("قبل ساعتين"),
        body=(Embed("post"), arnews.SeeAlso((RelatedItem(),)), Paragraph(" ")),
        related=(RelatedItem(),),
        tags=("",),
    )
    text = printed(Page((bare,)))
    assert not EMPTY.search(text)
    assert "<time" not in text
    assert "قبل ساعتين" in text


@given(texts)
@example("<b>&amp;</b>")
@example("سطر\nثانٍ C++ -5")
def test_a_reader_sees_exactly_the_text(text):
    page = article(body=(Paragraph(text),))
    shown = " ".join(seen(node) for node in page.css("article"))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", as_shown(text))


@given(pages)
def test_any_page_is_whole_and_leads_to_the_web_only(page):
    text = printed(page)
    check(text)
    text.encode()
    assert not EMPTY.search(text)
