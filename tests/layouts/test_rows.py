"""Rows: several values of one field on a line, or on lines of their own, printed and read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import arnews
from arnews import (
    Article,
    Byline,
    Moment,
    Page,
    Paragraph,
    RelatedItem,
    SeeAlso,
    Subheading,
    layouts,
)
from arnews.layouts import Layout
from helpers.laws import check_laws

LAYOUT = """\
id = "mine"
name = "صحيفتي"
rests_on = "Nothing: made up for tests."

[text]
page = "article{⏎⏎}"
article = 'headline ⏎⏎ [byline{␣8} ⏎⏎] paragraph{⏎⏎} [⏎⏎ "الوسوم:" ␣ TAGS]'
"""
PAGE = Page(
    (
        Article(
            headline="رافعات جديدة تضاعف قدرة الميناء",
            byline=Byline(
                "ليلى المنصور\nبي بي سي", ("ليلى المنصور",), "بي بي سي", agencies=("bbc",)
            ),
            body=(
                Paragraph("بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات على الرصيف الشرقي."),
                Paragraph("وقالت إنها ستضاعف عدد الحاويات التي تُفرَّغ في الساعة الواحدة."),
            ),
            tags=("موانئ", "نقل بحري", "تجارة"),
        ),
    ),
    None,
    "mine",
    "text",
)
#: What stands between the tags in a template, and how they are printed.
ROWS = {
    'tag{"، "}': "الوسوم: موانئ، نقل بحري، تجارة",
    'tag{" | "}': "الوسوم: موانئ | نقل بحري | تجارة",
    'tag{␣ "|" ␣}': "الوسوم: موانئ | نقل بحري | تجارة",
    "tag{␣␣}": "الوسوم: موانئ  نقل بحري  تجارة",
    "tag{␣5}": "الوسوم: موانئ     نقل بحري     تجارة",
    '("#" tag){␣␣}': "الوسوم: #موانئ  #نقل بحري  #تجارة",
    "tag{⏎}": "الوسوم: موانئ\nنقل بحري\nتجارة",
}
each_row = pytest.mark.parametrize("row", ROWS)


def layout_with(row: str, folder: Path) -> Layout:
    file = folder / "layout.toml"
    file.write_text(LAYOUT.replace("TAGS", row), "utf-8")
    return layouts.load(file)


@each_row
def test_a_row_of_tags_is_printed_and_read_back(row: str, tmp_path: Path) -> None:
    made = layout_with(row, tmp_path)
    printed = arnews.render(PAGE, layout=made)
    assert printed.rpartition("\n\n")[2] == ROWS[row]
    assert arnews.can_print(PAGE, layout=made) == ()
    again = arnews.parse(printed, layout=made, kind="text")
    check_laws(again, printed)
    assert again == PAGE


@each_row
def test_a_row_of_tags_in_html(row: str, tmp_path: Path) -> None:
    made, page = layout_with(row, tmp_path), evolve(PAGE, kind="html")
    assert arnews.can_print(page, layout=made, form="html") == ()
    printed = arnews.render(page, layout=made, form="html")
    assert arnews.parse(printed, layout=made, kind="html") == page


def test_a_row_alone_on_its_line_in_html(tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text(LAYOUT.replace('"الوسوم:" ␣ TAGS', '"الوسوم:" ⏎ tag{" | "}'), "utf-8")
    made, page = layouts.load(file), evolve(PAGE, kind="html")
    printed = arnews.render(page, layout=made, form="html")
    assert "موانئ</span> | <span" in printed
    assert arnews.can_print(page, layout=made, form="html") == ()
    assert arnews.parse(printed, layout=made, kind="html") == page


def test_links_in_a_line_are_a_row_too(tmp_path: Path) -> None:
    links = "، ".join(f'<a href="/tag/{tag}">{tag}</a>' for tag in PAGE.articles[0].tags)
    body = "".join(f"<p>{paragraph.text}</p>" for paragraph in PAGE.articles[0].paragraphs)
    html = f"<article><h1>{PAGE.articles[0].headline}</h1>{body}<p>الوسوم: {links}</p></article>"
    page = arnews.parse(html, layout=layout_with('tag{"، "}', tmp_path), kind="html")
    assert page.articles[0].tags == PAGE.articles[0].tags


def test_a_tag_that_holds_what_parts_the_row_is_refused(tmp_path: Path) -> None:
    article = evolve(PAGE.articles[0], tags=("موانئ، وسفن", "نقل بحري"))
    (reason,) = arnews.can_print(
        evolve(PAGE, articles=(article,)), layout=layout_with('tag{"، "}', tmp_path)
    )
    assert "موانئ، وسفن" in reason


def test_the_lines_of_a_byline_are_parted_as_the_template_says(tmp_path: Path) -> None:
    printed = arnews.render(PAGE, layout=layout_with("tag{⏎}", tmp_path))
    assert "ليلى المنصور        بي بي سي\n\n" in printed


def test_a_byline_of_two_lines_is_printed_on_the_one_line_of_bbc_2009() -> None:
    article = evolve(PAGE.articles[0], section="العالم", tags=())
    page = Page((article,), None, "bbc@2009", "text")
    printed = arnews.render(page)
    assert "\n" not in printed
    assert arnews.can_print(page) == ()
    assert arnews.parse(printed, layout="bbc@2009", kind="text") == page


def test_a_long_row_is_read(tmp_path: Path) -> None:
    made = layout_with('tag{"، "}', tmp_path)
    many = tuple(f"وسم {number}" for number in range(60))
    page = evolve(PAGE, articles=(evolve(PAGE.articles[0], tags=many),))
    assert arnews.parse(arnews.render(page, layout=made), layout=made, kind="text") == page


SHORT = Subheading("مخاوف من البرد")
BELOW = SeeAlso((RelatedItem("السويد تدفئ منازلها"), RelatedItem("حافلات كهربائية في أوسلو")))


@pytest.mark.parametrize("body", [(BELOW, SHORT), (SHORT, "paragraph", BELOW)])
def test_a_subheading_of_cnn_is_no_story_of_the_row_beside_it(body: tuple[object, ...]) -> None:
    first, second = PAGE.articles[0].paragraphs
    last = Paragraph("ويرى منتقدون أن كميات الزيت المتاحة لا تكفي لتشغيل حافلات المدينة.")
    parts = [first, *(second if part == "paragraph" else part for part in body), last]
    published = Moment("الأربعاء ، 18 آذار/مارس 2009", date(2009, 3, 18))
    article = Article(headline="رافعات جديدة", published=published, body=tuple(parts))
    page = Page((article,), None, "cnn", "text")
    assert arnews.can_print(page) == ()
    assert arnews.parse(arnews.render(page), layout="cnn", kind="text") == page


def test_the_lines_of_a_byline_stand_where_the_template_names_them() -> None:
    signed = Byline(
        "Salma Al Darwish\nأنقرة / الأناضول",
        ("Salma Al Darwish",),
        "الأناضول",
        ("anadolu",),
        "أنقرة",
    )
    published = Moment("16.10.2023", date(2023, 10, 16))
    article = evolve(PAGE.articles[0], section="تركيا", byline=signed, published=published, tags=())
    page = Page((article,), None, "anadolu", "text")
    printed = arnews.render(page)
    assert "Salma Al Darwish  | 16.10.2023\n\n" in printed
    assert "\n\nأنقرة / الأناضول\n\nبدأت إدارة الميناء" in printed
    assert arnews.parse(printed, layout="anadolu", kind="text") == page
    more = evolve(article, byline=evolve(signed, raw=f"{signed.raw}\nإسطنبول"))
    with pytest.raises(arnews.CannotPrint, match="has byline, and the template has no place"):
        arnews.render(evolve(page, articles=(more,)))
