"""Markdown, as a CommonMark renderer that we did not write shows it."""

import html
import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

import arnews
from arnews import Article, Figure, ListItem, Page, Paragraph, Quote, RelatedItem, Subheading, Table
from helpers.full_page import LINKS, PAGE, SAID
from helpers.hostile import as_shown, pages, texts, urls

RENDERERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),  # what GitHub adds
)


def rendered(article, renderer=RENDERERS[0]):
    return renderer.render(arnews.render(Page((article,)), form="markdown"))


def seen(markup):
    """What a reader sees of HTML, white space collapsed."""
    return as_shown(html.unescape(re.sub(r"<[^>]*>", "", markup)))


def test_every_value_is_seen():
    shown = seen(RENDERERS[0].render(arnews.render(PAGE, form="markdown")))
    for text in SAID:
        assert text in shown


def test_every_link_leads_where_it_should():
    markup = RENDERERS[0].render(arnews.render(PAGE, form="markdown"))
    links = [html.unescape(href) for href in re.findall(r'href="([^"]*)"', markup)]
    assert sorted(links) == sorted(LINKS)
    assert "<img" not in markup


def test_the_parts_are_what_they_are():
    markup = RENDERERS[0].render(arnews.render(PAGE, form="markdown"))
    assert "<h1>افتتاح مرفأ جديد بكلفة 1.5 مليار دولار</h1>" in markup
    assert "<h2>أرصفة ومخازن</h2>" in markup
    assert "<blockquote>\n<p>لن نتوقف قبل إنجاز المرحلة الثانية.</p>\n</blockquote>" in markup
    assert "<ul>\n<li>رصيف للحاويات</li>\n<li>رصيف للركاب</li>\n</ul>" in markup
    assert "<em>أرشيفية - تصوير: نادر عيسى - رويترز</em>" in markup


def test_a_table_keeps_rows_and_columns():
    table = Table((("الميناء", "السفن | الحاويات"), ("الشرقي",)))
    markup = rendered(Article(body=(Paragraph("نص"), table)), RENDERERS[1])
    assert re.findall(r"<t[hd]>(.*?)</t[hd]>", markup) == [
        *("الميناء", "السفن | الحاويات"),
        *("الشرقي", ""),
    ]


def test_a_long_row_of_a_table_does_not_make_all_others_long():
    rows = (("الميناء",), *[("الشرقي",)] * 40, ("",) * 1_000)
    markup = arnews.render(Page((Article("أ", body=(Table(rows),)),)), form="markdown")
    assert len(markup) < 13_000
    cells = re.findall(r"<t[hd]>(.*?)</t[hd]>", RENDERERS[1].render(markup))
    assert (len(cells), cells[1_000:1_003]) == (42_000, ["الشرقي", "", ""])


def test_a_table_without_cells_is_empty():
    assert rendered(Article(body=(Table(()), Table(((),))))) == ""


def test_articles_are_parted_by_a_rule():
    page = Page((Article("أول"), Article(), Article("ثان")))
    assert arnews.render(page, form="markdown") == "# أول\n\n* * *\n\n# ثان\n"


def test_a_page_without_articles_is_empty():
    assert arnews.render(Page(), form="markdown") == ""


@pytest.mark.parametrize(
    "text",
    ["- قال", "1. أولاً", "12) ثانياً", "123456789. عام", "# وسم", "> رد", "---", "+ و"],
)
def test_the_head_of_a_line_is_no_markup(text):
    assert rendered(Article(body=(Paragraph(text),))) == f"<p>{html.escape(text)}</p>\n"


def test_lines_stay_lines():
    poem = "قفا نبك\nمن ذكرى حبيب"
    assert rendered(Article(body=(Paragraph(poem),))) == "<p>قفا نبك<br />\nمن ذكرى حبيب</p>\n"
    quoted = rendered(Article(body=(Quote(poem),)))
    assert quoted == "<blockquote>\n<p>قفا نبك<br />\nمن ذكرى حبيب</p>\n</blockquote>\n"


def test_a_list_after_see_also_is_a_list_of_its_own():
    body = (arnews.SeeAlso((RelatedItem("قصة"),)), ListItem("بند"))
    assert rendered(Article(body=body)).count("<ul>") == 2


def test_marks_that_only_github_knows_are_escaped():
    printed = arnews.render(Page((Article("سعر $5 | $6 ~ $7"),)), form="markdown")
    assert printed == "# سعر \\$5 \\| \\$6 \\~ \\$7\n"


# Where a value stands, what shows it, and what stands around it.
PLACES = {
    "paragraph": (lambda text: Article(body=(Paragraph(text),)), "{}", r"(<p>.*</p>\n)?"),
    "subheading": (lambda text: Article(body=(Subheading(text),)), "{}", r"(<h2>.*</h2>\n)?"),
    "quote": (lambda text: Article(body=(Quote(text),)), "{}", r"(<blockquote>\n<p>.*</p>\n</.*)?"),
    "list item": (lambda text: Article(body=(ListItem(text),)), "{}", r"(<ul>\n<li>.*</li>\n.*)?"),
    "headline": (lambda text: Article(text), "{}", r"(<h1>.*</h1>\n)?"),
    "kicker": (lambda text: Article(kicker=text), "{}", r"(<p><strong>.*</strong></p>\n)?"),
    "subtitle": (lambda text: Article(subtitle=text), "{}", r"(<p><em>.*</em></p>\n)?"),
    "section": (lambda text: Article(section=text), "القسم: {}", r"(<p>.*</p>\n)?"),
    "caption": (
        lambda text: Article(lead_image=Figure(text)),
        "صورة: {}",
        r"<p><strong>صورة:?</strong>.*</p>\n",
    ),
    "tag": (lambda text: Article(tags=(text,)), "الوسوم: {}", r"(<p>.*</p>\n)?"),
    "title": (
        lambda text: Article(related=(RelatedItem(text, "http://x.example"),)),
        "مواضيع ذات صلة {}",
        r'<h2>.*</h2>\n(<ul>\n<li><a href="http://x.example">.*</a></li>\n</ul>\n)?',
    ),
}


@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@example("*نص*\n---\n\n# `x`")
@example("a\\\nb\\")
@example("| a |\n| - |\n| b |")
@example("قال\n===")
@example("قال\n---")
@example("[a]: http://x.example\n[a]")
def test_a_renderer_shows_exactly_the_text(place, text):
    article, sentence, shape = PLACES[place]
    expected = as_shown(text)
    for renderer in RENDERERS:
        markup = rendered(article(text), renderer)
        assert re.fullmatch(shape, markup, re.DOTALL)
        if expected:
            assert seen(markup) == sentence.format(expected)


@given(pages)
def test_any_page_prints_and_links_lead_to_the_web_only(page):
    printed = arnews.render(page, form="markdown")
    markup = RENDERERS[0].render(printed)
    printed.encode()
    tags = set(re.findall(r"</?([a-z0-9]+)", markup))
    assert tags <= {"h1", "h2", "p", "strong", "em", "blockquote", "ul", "li", "a", "br", "hr"}
    for href in re.findall(r'href="([^"]*)"', markup):
        assert urlsplit(html.unescape(href)).scheme in ("", "http", "https")


@given(urls)
@example("https://x.example/(1)_(2)?a=1&copy;=2*b*&amp;")
def test_a_link_is_the_address(url):
    from arnews.render.links import web_link

    address = web_link(url)
    markup = rendered(Article(related=(RelatedItem("قصة", url),)))
    found = re.findall(r'href="([^"]*)"', markup)
    assert [unquote(html.unescape(href)) for href in found] == (
        [unquote(address)] if address else []
    )
