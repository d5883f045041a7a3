"""What is printed by the generic layout, as a reader sees it, and what HTML says beside."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest
from attrs import evolve
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import (
    Article,
    Byline,
    Credit,
    Figure,
    ListItem,
    Moment,
    Page,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)
from arnews.testing import pages_in

ARTICLE = Article(
    kicker="بعد 10 سنوات من الانتظار",
    section="مال وأعمال",
    headline="افتتاح مرفأ جديد في الشمال",
    subtitle="الوزير: العمل مستمر والشحن يبدأ غداً",
    byline=Byline("طرابلس - سامر الحاج", ("سامر الحاج",), place="طرابلس"),
    published=Moment("18 مارس 2025 21:40", datetime(2025, 3, 18, 21, 40)),
    lead_image=Figure("رافعات المرفأ", Credit("رويترز", ("reuters",)), url="/crane.jpg"),
    body=(
        Paragraph("افتتح الوزير المرفأ الجديد صباح الثلاثاء."),
        Subheading("أرصفة ومخازن"),
        Figure("رسم للمشروع", Credit("أ.ف.ب", ("afp",))),
        Quote("لن نتوقف قبل إنجاز المرحلة الثانية."),
        ListItem("- رصيف للركاب"),
        SeeAlso((RelatedItem("خطة النقل البحري", "/plan"),)),
        Paragraph("وقال الوزير إن العمل يستمر عامين."),
    ),
    tags=("مرافئ", "نقل بحري"),
    related=(
        RelatedItem(
            "مناقصة جديدة للبلدية",
            section="محليات",
            figure=Figure("مبنى البلدية"),
            teaser="قالت البلدية إن المناقصة تشمل ثلاثة أرصفة.",
            published=Moment("12 مارس 2025", date(2025, 3, 12)),
        ),
    ),
)
PAGE = Page((ARTICLE,), layout="generic")
TOLD = (
    Paragraph("أعلنت وزارة النقل أن العمل في الميناء سيُستأنف خلال الأسبوع المقبل."),
    Paragraph("وقال الوزير إن الميناء سيعمل بطاقته الكاملة قبل نهاية العام الحالي."),
)
PRINTED = """\
مال وأعمال

بعد 10 سنوات من الانتظار

افتتاح مرفأ جديد في الشمال

الوزير: العمل مستمر والشحن يبدأ غداً

افتتاح مرفأ جديد في الشمال

طرابلس - سامر الحاج

18 مارس 2025 21:40

رافعات المرفأ (رويترز)

افتتح الوزير المرفأ الجديد صباح الثلاثاء.

أرصفة ومخازن

رسم للمشروع (أ.ف.ب)

لن نتوقف قبل إنجاز المرحلة الثانية.

- رصيف للركاب

مقالات ذات صلة

خطة النقل البحري

وقال الوزير إن العمل يستمر عامين.

الوسوم:

مرافئ

نقل بحري

مقالات ذات صلة

محليات
التعليق على الصورة، مبنى البلدية
مناقصة جديدة للبلدية
قالت البلدية إن المناقصة تشمل ثلاثة أرصفة.
12 مارس 2025"""


def test_the_generic_layout_prints_each_value_in_its_place() -> None:
    """Once; but for the headline, which most publishers repeat above the text."""
    assert arnews.render(PAGE) == PRINTED


def test_html_has_the_same_order() -> None:
    shown = LexborHTMLParser(arnews.render(PAGE, form="html")).body.text(separator="\n")
    lines = [line for line in map(str.strip, shown.split("\n")) if line]
    above, _, below = PRINTED.replace("التعليق على الصورة، ", "").rpartition(
        f"{ARTICLE.headline}\n"
    )
    assert lines == [line for line in f"{above}{below}".split("\n") if line]


def html(article: Article) -> LexborHTMLParser:
    return LexborHTMLParser(arnews.render(Page((article,), layout="generic"), form="html"))


def test_the_element_of_a_date_says_it_for_machines() -> None:
    times = html(ARTICLE).css("time")
    assert [(time.attributes["datetime"], time.text()) for time in times] == [
        ("2025-03-18T21:40", "18 مارس 2025 21:40"),
        ("2025-03-12", "12 مارس 2025"),
    ]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (Moment("مارس 2025", partial="2025-03"), "2025-03"),
        (
            Moment("21:40", datetime(2025, 3, 18, 21, 40, tzinfo=timezone(timedelta(hours=3)))),
            "2025-03-18T21:40+03:00",
        ),
        (Moment("في الصباح"), None),
    ],
)
def test_what_is_known_of_a_date(moment: Moment, expected: str | None) -> None:
    found = html(evolve(ARTICLE, published=moment, related=())).css_first("time")
    assert (found.attributes["datetime"] if found else None) == expected


@pytest.mark.parametrize(
    ("figure", "shown", "caption"),
    [
        (Figure("رافعات", url="/crane.jpg"), ("img", "/crane.jpg"), "رافعات"),
        (
            Figure("رافعات", url="https://a.example"),
            ("img", "https://a.example"),
            "رافعات",
        ),
        (
            Figure("رافعات", url="http://a.example"),
            ("img", "http://a.example"),
            "رافعات",
        ),
        (Figure("رافعات", url="news.php?id=5"), ("img", "news.php?id=5"), "رافعات"),
        (Figure("رافعات", url="java\nscript:alert(1)"), None, "رافعات"),
        (Figure("رافعات"), None, "رافعات"),
        (Figure(url="/crane.jpg"), ("img", "/crane.jpg"), None),
        (Figure("جولة", kind="video", url="/tour.mp4"), ("video", "/tour.mp4"), "جولة"),
        (Figure("جولة", kind="video"), ("video", None), "جولة"),
        (Figure("رافعات", url="javascript:alert(1)"), None, "رافعات"),
    ],
)
@pytest.mark.parametrize("place", ["lead_image", "body"])
def test_a_figure_shows_its_picture_and_its_caption(
    figure: Figure, shown: tuple[str, str | None] | None, caption: str | None, place: str
) -> None:
    first, second = ARTICLE.paragraphs
    body = (first, figure, second) if place == "body" else (first, second)
    lead = figure if place == "lead_image" else None
    found = html(evolve(ARTICLE, lead_image=lead, body=body, related=())).css("figure")
    assert len(found) == 1
    media = [(e.tag, e.attributes.get("src")) for e in found[0].css("img, video")]
    assert media == ([shown] if shown else [])
    captions = [element.text().strip() for element in found[0].css("figcaption")]
    assert captions == ([caption] if caption else [])


def test_links_lead_to_the_stories() -> None:
    (link,) = html(ARTICLE).css("a")
    assert (link.text(), link.attributes["href"]) == ("خطة النقل البحري", "/plan")


@pytest.mark.parametrize(
    "url", ["https://a.example/1.jpg", "/1.jpg", "news.php?id=5", "#", "a/1.jpg"]
)
@pytest.mark.parametrize("layout", ["generic", "bbc"])
def test_addresses_are_read_where_they_are_printed_not_in_what_the_page_states(
    url: str, layout: str
) -> None:
    story = RelatedItem("خطة النقل البحري للعام المقبل", f"{url}2")
    lead = Figure(
        "رافعات في الميناء الجديد صباح أمس", Credit("رويترز", agencies=("reuters",)), url=url
    )
    article = Article("وزير النقل يعلن استئناف العمل", lead_image=lead, body=TOLD, related=(story,))
    page = Page((article,), layout=layout, kind="html")
    printed = arnews.render(page, form="html")
    head, _, rest = printed.partition('<script type="application/ld+json">')
    again = arnews.parse(head + rest.partition("</script>")[2], layout=layout)
    assert again.articles == page.articles


def test_a_title_with_an_address_of_another_kind_is_no_link() -> None:
    item = RelatedItem("مناقصة جديدة", "javascript:alert(1)")
    assert not html(evolve(ARTICLE, body=ARTICLE.paragraphs, related=(item,))).css("a")


def test_lines_of_a_value_are_lines_of_its_element() -> None:
    two = Byline("سامر الحاج\nطرابلس", ("سامر الحاج",), place="طرابلس")
    article = Article("خبر", byline=two, published=ARTICLE.published, body=ARTICLE.paragraphs)
    printed = arnews.render(Page((article,), layout="hespress"), form="html")
    assert "سامر الحاج<br>\nطرابلس" in printed


@given(pages_in("aawsat", "html"))
def test_the_head_says_the_page_for_machines(page: Page) -> None:
    tree = LexborHTMLParser(arnews.render(page, form="html"))
    said = json.loads(tree.css_first('script[type="application/ld+json"]').text())
    assert said == json.loads(arnews.render(page, form="schema.org"))
    assert tree.css_first("title").text() == page.articles[0].headline
    link = tree.css_first("link[rel=canonical]")
    assert (link.attributes["href"] if link else None) == page.url


def test_what_has_no_place_is_named() -> None:
    bare = Figure(url="/crane.jpg")
    article = evolve(ARTICLE, body=(*ARTICLE.body, bare))
    with pytest.raises(arnews.CannotPrint, match="article 0 has figure, and the template has no"):
        arnews.render(Page((article,), layout="generic"))
    printed = arnews.render(Page((article,), layout="generic"), form="html")
    assert printed.count('<img src="/crane.jpg">') == 2


def test_can_print_refuses_a_credit_above_the_caption_of_another_picture() -> None:
    credit = Figure(credit=Credit("أ.ف.ب", ("afp",)))
    body = (Figure("جانب من الجلسة", kind="video"), *ARTICLE.paragraphs)
    page = Page((Article(headline="خبر من المدينة", lead_image=credit, body=body),), layout="bbc")
    assert "«أ.ف.ب» reads as the credit of «جانب من الجلسة» below it" in arnews.can_print(page)
    assert arnews.can_print(page, form="html") == ()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"kicker": "محليات"}, "«محليات», kicker, reads as section"),
        ({"section": "برطمان"}, None),
        ({"subtitle": "12 مايو 2024"}, "«12 مايو 2024», subtitle, reads as published"),
        ({"subtitle": "شارك"}, "«شارك», subtitle, reads as something that no field wants"),
        ({"quote": "لن نتراجع"}, "«لن نتراجع», quote, reads as subheading"),
        ({"subtitle": "المرفأ يستقبل ضعف السفن هذا العام"}, None),
    ],
)
def test_can_print_tells_what_a_line_would_be_read_as(
    values: dict[str, str], reason: str | None
) -> None:
    first, second = ARTICLE.paragraphs
    quoted = (first, Quote(values["quote"]), second) if "quote" in values else (first, second)
    strings = {name: value for name, value in values.items() if name != "quote"}
    article = evolve(Article(headline="خبر من المدينة القديمة", body=quoted), **strings)
    page = Page((article,), layout="generic")
    assert arnews.can_print(page) == ((reason,) if reason else ())
    assert arnews.can_print(page, form="html") == ()


def test_can_print_refuses_one_picture_in_two_sizes() -> None:
    first, second = ARTICLE.paragraphs
    small = Figure("رافعات", url="/thumbs/crane-300x200.jpg")
    large = Figure("رافعات المرفأ", url="https://cdn.example/crane.jpg")
    page = Page((evolve(ARTICLE, lead_image=large, body=(first, small, second)),), layout="aawsat")
    assert "the picture crane is shown 2 times" in arnews.can_print(
        page, layout="generic", form="html"
    )
