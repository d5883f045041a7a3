"""Tables, posts and players, printed by a layout as HTML, and read back."""

from __future__ import annotations

import pytest
from attrs import evolve

import arnews
from arnews import Article, Embed, Page, Paragraph, Table
from helpers.laws import check_printed

P = "بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي للميناء."
Q = "وقالت الإدارة إنها تقلص انتظار السفن إلى يوم واحد بعد تشغيل الرافعات."
INSERTS = {
    "table": Table((("الميناء", "السفن"), ("الشرقي & القديم", "12"), ("الغربي\nالجديد", "<7>"))),
    "post": Embed("post", "https://x.com/port/status/1?a=1&b=2", "شكرا لكم.\n— الميناء (@port)"),
    "post without address": Embed("post", None, "شكرا لكل من ساهم في إنقاذ السفينة الليلة."),
    "player": Embed("video", "https://www.youtube.com/embed/1?a=1&b=2"),
}


def page(*inserts: arnews.BodyElement) -> Page:
    body = (Paragraph(P), *inserts, Paragraph(Q))
    return Page((Article("رافعات جديدة تضاعف قدرة الميناء", body=body),), None, "generic", "html")


@pytest.mark.parametrize("layout", ["generic", "bbc"])
@pytest.mark.parametrize("insert", INSERTS.values(), ids=INSERTS)
def test_html_gives_an_insert_back(insert: arnews.BodyElement, layout: str) -> None:
    made = evolve(page(insert), layout=layout)
    assert arnews.can_print(made, form="html") == ()
    check_printed(made, layout, "html")


def test_the_generic_layout_prints_all() -> None:
    made = page(*INSERTS.values())
    assert arnews.can_print(made, form="html") == ()
    check_printed(made, "generic", "html")


def test_text_has_no_place_for_one() -> None:
    for insert in INSERTS.values():
        with pytest.raises(arnews.CannotPrint, match="has no place for it"):
            arnews.render(page(insert), layout="generic", form="text")


@pytest.mark.parametrize(
    "insert",
    [
        Table((("سطر واحد", "وحده"),)),
        Table((("عمود",), ("واحد",))),
        Embed("other", "https://ads.example/frame"),
        Embed("other", None, "نص"),
        Embed("post"),
    ],
)
def test_what_would_not_read_back_is_told(insert: arnews.BodyElement) -> None:
    assert arnews.can_print(page(insert), form="html")
