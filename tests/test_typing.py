"""A small scraper, typed: `mypy --strict` and `pyright` read it, and pytest runs it.

Each `assert_type` says what a checker must see, so a type that changes for users fails here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, assert_type

import arnews
from arnews import fields, layouts
from arnews.layouts import Layout

HTML = """<h1>الميناء الشرقي يفتح رصيفه الثالث</h1><p>كتبت: رنا منصور - بيروت</p>
<time>12 يوليو 2024</time>
<figure><img src="/crane.jpg"><figcaption>رافعة على الرصيف الجديد (رويترز)</figcaption></figure>
<p>افتتحت وزارة النقل صباح الجمعة الرصيف الثالث في الميناء الشرقي بعد عامين من العمل.</p>"""


def test_a_page() -> None:
    page = arnews.parse(HTML, url="https://gazette.example/news/12", limits=arnews.Limits())
    assert_type(page, arnews.Page)
    assert_type(page.articles, tuple[arnews.Article, ...])
    assert_type(page.url, str | None)
    assert_type(page.metadata, arnews.Metadata)
    assert_type(page.warnings, tuple[arnews.PageWarning, ...])
    assert_type(page.blocks, tuple[arnews.LabelledBlock, ...])
    assert_type(page.to_json(), str)
    assert_type(page.to_dict(), dict[str, Any])
    assert_type(arnews.Page.from_json(page.to_json()), arnews.Page)
    assert_type(arnews.extract(HTML), str | None)
    assert_type(arnews.render(page, form="markdown"), str)
    assert_type(arnews.explain(page), str)
    assert_type(arnews.json_schema(), Mapping[str, Any])
    assert_type(arnews.__version__, str)


def test_an_article() -> None:
    article = arnews.parse(HTML.encode()).articles[0]
    assert_type(article.headline, str | None)
    assert_type(article.text, str)
    assert_type(article.tags, tuple[str, ...])
    assert_type(article.body, tuple[arnews.BodyElement, ...])
    assert_type(article.figures, tuple[arnews.Figure, ...])
    assert_type(article.related, tuple[arnews.RelatedItem, ...])
    if article.byline:
        assert_type(article.byline.authors, tuple[str, ...])
    if article.published:
        assert_type(article.published.value, date | datetime | None)
        assert_type(article.published.iso, str | None)
    if article.lead_image and article.lead_image.credit:
        assert_type(article.lead_image.credit.agencies, tuple[str, ...])


def texts(elements: tuple[arnews.BodyElement, ...]) -> list[str]:
    """What a body says, as a `match` of users does it: a checker knows each class."""
    said: list[str] = []
    for element in elements:
        match element:
            case arnews.Paragraph(text) | arnews.Quote(text) | arnews.Subheading(text):
                said.append(assert_type(text, str))
            case arnews.Table(rows):
                said += ["\t".join(row) for row in assert_type(rows, tuple[tuple[str, ...], ...])]
            case arnews.Figure() | arnews.Embed() | arnews.SeeAlso() | arnews.ListItem():
                pass
    return said


def test_the_body() -> None:
    (article,) = arnews.parse(HTML).articles
    assert texts(article.body) == [article.text]


def test_the_fields_alone() -> None:
    assert_type(fields.date.parse("12 يوليو 2024"), arnews.Moment | None)
    assert_type(fields.byline.parse("كتبت: رنا منصور"), arnews.Byline | None)
    assert_type(fields.credit.parse_credit("رويترز"), arnews.Credit | None)


def test_layouts() -> None:
    assert_type(layouts.all_layouts(), Mapping[str, Layout])
    assert_type(layouts.for_url("https://gazette.example/"), Layout | None)


def test_errors() -> None:
    try:
        arnews.parse(HTML, layout="nonsense")
    except arnews.UnknownLayout as error:
        caught: arnews.ArnewsError = error
        assert "nonsense" in str(caught)
