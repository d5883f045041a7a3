"""Tables and posts of other sites in the body of a page of HTML."""

from __future__ import annotations

import pytest

import arnews
from arnews import Embed, Paragraph, Table
from helpers.laws import check_laws, check_seen

P = "بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي للميناء."
Q = "وقالت الإدارة إنها تقلص انتظار السفن إلى يوم واحد بعد تشغيل الرافعات."
SHIPS = """<table><caption></caption>
<thead><tr><th>الميناء<th>السفن<th>الحاويات</tr></thead>
<tbody><tr><td>الشرقي<td>12<td>3400</tr>
<tr><td>الغربي<br>الجديد<td><td>900 حاوية في اليوم</tr></tbody></table>"""
ROWS = (
    ("الميناء", "السفن", "الحاويات"),
    ("الشرقي", "12", "3400"),
    ("الغربي\nالجديد", "", "900 حاوية في اليوم"),
)
TWEET = """<blockquote class="twitter-tweet"><p>شكرا لكل من ساهم في إنقاذ السفينة الليلة.</p>
&mdash; ميناء الشرق (@eastport) <a href="https://twitter.com/eastport/status/1">18 مارس 2025</a>
</blockquote>"""
SAID = "شكرا لكل من ساهم في إنقاذ السفينة الليلة.\n— ميناء الشرق (@eastport) 18 مارس 2025"
POST = Embed("post", "https://twitter.com/eastport/status/1", SAID)


def only(body: str) -> arnews.Article:
    html = f"<article><h1>رافعات جديدة تضاعف قدرة الميناء</h1>{body}</article>"
    page = arnews.parse(html, kind="html")
    check_laws(page)
    check_seen(page, html)
    (article,) = page.articles
    return article


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(("html", "element"), [(SHIPS, Table(ROWS)), (TWEET, POST)])
def test_one_element_where_it_stands(html: str, element: arnews.BodyElement) -> None:
    assert only(p(P) + html + p(Q)).body == (Paragraph(P), element, Paragraph(Q))
    assert only(p(P, Q) + html).body == (Paragraph(P), Paragraph(Q), element)


def test_a_post_may_be_the_first_of_a_body() -> None:
    assert only(TWEET + p(P, Q)).body == (POST, Paragraph(P), Paragraph(Q))


def test_a_table_is_text_and_a_post_is_none() -> None:
    article = only(p(P) + SHIPS + TWEET + p(Q))
    assert article.text == (
        f"{P}\n\nالميناء\tالسفن\tالحاويات\nالشرقي\t12\t3400\nالغربي الجديد\t\t900 حاوية في اليوم"
        f"\n\n{Q}"
    )


def test_a_table_that_places_the_article_is_none() -> None:
    menu = "<td><a href=/>الرئيسية</a><br><a href=/s>رياضة</a></td>"
    html = (
        f"<table><tr>{menu}<td><h1>رافعات جديدة تضاعف قدرة الميناء</h1>{p(P, Q, P + Q)}</td></tr>"
    )
    html += "<tr><td>اتصل بنا</td><td>جميع الحقوق محفوظة</td></tr></table>"
    (article,) = arnews.parse(html, kind="html").articles
    assert article.headline == "رافعات جديدة تضاعف قدرة الميناء"
    assert article.body[:2] == (Paragraph(P), Paragraph(Q))


def test_a_table_of_one_column_is_a_list() -> None:
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in (P, Q))
    assert Table not in map(type, only(p(P) + f"<table>{rows}</table>" + p(Q)).body)


@pytest.mark.parametrize(
    ("rows", "is_table"),
    [
        ([["الشرقي", "12"], ["الغربي", "14"]], True),
        ([["الشرقي", "12"]], False),
        ([["الشرقي", "12"], ["الغربي"]], False),
        ([["الشرقي", "ب" * 400], ["الغربي", "14"]], True),
        ([["الشرقي", "ب" * 401], ["الغربي", "14"]], False),
    ],
)
def test_a_table_has_two_rows_and_columns_of_short_cells(
    rows: list[list[str]], is_table: bool
) -> None:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    html = "".join(f"<tr>{row}</tr>" for row in cells)
    body = only(p(P) + f"<table>{html}</table>" + p(Q)).body
    assert (Table in map(type, body)) == is_table


def test_rates_beside_the_article_are_no_text_of_it() -> None:
    aside = f"<aside><h3>أسعار العملات</h3>{SHIPS}</aside>"
    html = (
        f"<main><article><h1>رافعات جديدة تضاعف قدرة الميناء</h1>{p(P, Q)}</article>{aside}</main>"
    )
    (article,) = arnews.parse(html, kind="html").articles
    assert article.body == (Paragraph(P), Paragraph(Q))


def test_a_quotation_is_no_post() -> None:
    quoted = only(f"{p(P)}<blockquote><p>{Q}</p></blockquote>{p(P + Q)}")
    assert Embed not in map(type, quoted.body)
    assert Q in quoted.text.split("\n\n")


@pytest.mark.parametrize("below", ["", "<p>شارك</p>", "<p>رويترز</p>"])
@pytest.mark.parametrize(
    ("layout", "marker"),
    [("bbc", "قصص مقترحة"), ("sputnik", "مقالات ذات صلة"), ("generic", "اقرأ أيضا")],
)
def test_a_marker_without_stories_is_no_list_of_them(layout, marker, below):
    first = "امتلأت السدود بعد أسبوع من الأمطار في مدن الجنوب، وقال الوزير إن المياه تكفي عاماً."
    last = "وأضاف الوزير أن الوزارة ستفتح بوابات السد تدريجيا، داعيا السكان إلى الابتعاد عن النهر."
    body = f"<p>{first}</p><p>{marker}</p>{below}<p>{last}</p>"
    page = arnews.parse(
        f"<h1>سدود الجنوب تمتلئ</h1><article>{body}</article>", layout=layout, kind="html"
    )
    check_laws(page)
    (article,) = page.articles
    assert not any(isinstance(e, arnews.SeeAlso) and not e.items for e in article.body)
    assert [paragraph.text for paragraph in article.paragraphs] == [first, last]
