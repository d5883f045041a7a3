"""Pages of HTML of no known publisher: what stands where a text alone could not tell."""

import pytest

import arnews

PAGE = """
<html lang="ar"><head><title>السدود تمتلئ بعد أمطار غزيرة - صوت الوادي</title></head><body>
<div class="post"><h1>السدود تمتلئ بعد أمطار غزيرة</h1>
<div class="post-line">الوزارة تطمئن المزارعين وتعد بفتح البوابات</div>
<div class="top"><img src="/dam.jpg" width="800"><div>سد الوادي - أ.ف.ب</div></div>
<div class="post-content">
<p>أعلنت وزارة المياه اليوم أن منسوب السدود بلغ أعلى مستوى له منذ عشر سنوات.</p>
<p>وقال المتحدث باسم الوزارة إن الكميات المخزنة تكفي حاجة المدن لعامين كاملين.</p>
<p>وأضاف أن الوزارة ستفتح بوابات السد تدريجيا لتفادي أي ضغط على جسمه.</p></div>
<section><h3>أخبار متعلقة</h3>
<div><a href="/1">البرلمان يناقش قانون المياه الجديد الأسبوع المقبل</a></div>
<div><a href="/2">الوزير يزور السد</a></div></section></div></body></html>
"""


def test_a_line_under_the_headline_with_no_picture_above_is_the_deck() -> None:
    (article,) = arnews.parse(PAGE).articles
    assert article.subtitle == "الوزارة تطمئن المزارعين وتعد بفتح البوابات"
    assert article.lead_image is not None
    assert article.lead_image.caption == "سد الوادي"


def test_a_short_title_under_the_heading_of_related_stories_is_one_of_them() -> None:
    (article,) = arnews.parse(PAGE).articles
    assert [item.url for item in article.related] == ["/1", "/2"]


DECK = """
<html lang="ar"><head><title>الميناء يستقبل أول سفينة</title></head><body><article>
<h1>الميناء يستقبل أول سفينة</h1>
<p>الوزير يعد بتوسعة الأرصفة قبل نهاية العام... والتجار يطالبون بخفض الرسوم</p>
<figure><img src="/port.jpg" width="800"></figure>
<p>واس (ينبع)</p>
<p>استقبل الميناء اليوم أول سفينة منذ ثلاثة أعوام بحضور عدد كبير من التجار والمسؤولين.</p>
<p>وقال مدير الميناء إن سفينتين أخريين ستصلان في الأسبوع المقبل محملتين بالقمح والسكر.</p>
</article></body></html>
"""


def test_a_byline_below_a_long_deck_and_a_picture_stands_above_the_body() -> None:
    (article,) = arnews.parse(DECK).articles
    assert article.byline is not None
    assert article.byline.agencies == ("spa",)
    assert article.byline.place == "ينبع"
    assert article.subtitle is not None
    assert article.subtitle.startswith("الوزير يعد")


def test_so_does_one_right_below_a_long_deck() -> None:
    picture = '<figure><img src="/port.jpg" width="800"></figure>'
    assert picture in DECK
    (article,) = arnews.parse(DECK.replace(picture, "")).articles
    assert article.byline is not None
    assert article.byline.place == "ينبع"


def test_a_name_under_a_picture_over_the_headline_is_the_writers() -> None:
    page = """<html lang="ar"><head><title>ما الذي يبقى من الورق؟</title></head><body><article>
<div><img src="/writer.jpg"><a href="/w/7">سمير ناصر</a></div>
<h1>ما الذي يبقى من الورق؟</h1>
<p>في كل صباح كان أبي يفتح الصحيفة من صفحتها الأخيرة ويقرأ علينا ما كتبه أصحابه.</p>
<p>لم تعد الصحيفة تصل إلى الباب، وصار الخبر يسبقنا إلى أيدينا قبل أن نصحو.</p>
</article></body></html>"""
    (article,) = arnews.parse(page).articles
    assert article.byline is not None
    assert article.byline.authors == ("سمير ناصر",)


FLAT = """<html lang="ar"><head><title>الميناء يستقبل أول سفينة - صوت الوادي</title></head><body>
<div>
<div>الرئيسية » محليات » الميناء يستقبل أول سفينة منذ ثلاثة أعوام</div>
<h1>الميناء يستقبل أول سفينة منذ ثلاثة أعوام</h1>
<h2>المدير يعد بسفينتين أخريين</h2><span>3 مارس 2025</span>
<p>استقبل الميناء اليوم أول سفينة منذ ثلاثة أعوام بحضور عدد كبير من التجار والمسؤولين.</p>
<p>وقال مدير الميناء إن سفينتين أخريين ستصلان في الأسبوع المقبل محملتين بالقمح والسكر.</p>
<div><a rel="tag" href="/t/1">سفن الشحن</a> <a rel="tag" href="/t/2">ينبع</a></div>
</div></body></html>
"""


def test_a_flat_page_has_a_deck_a_path_and_tags_that_say_what_they_are() -> None:
    (article,) = arnews.parse(FLAT).articles
    assert article.subtitle == "المدير يعد بسفينتين أخريين"
    assert article.section == "محليات"
    assert article.tags == ("سفن الشحن", "ينبع")


@pytest.mark.parametrize(
    "line",
    [
        *("تابعونا على واتساب", "جميع الحقوق محفوظة", "234"),
        "لمتابعة آخر الأخبار اشترك في قناتنا على تليغرام.",
        "لا يجوز إعادة نشر أي مادة من الموقع دون إذن كتابي.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_of_the_site_among_paragraphs_is_none(line: str, place: int) -> None:
    before, *paragraphs, after = DECK.split("<p>")
    whole = "<p>".join([before, *paragraphs, after])
    (expected,) = arnews.parse(whole).articles
    at = len(paragraphs) - 1 + place
    parts = [before, *paragraphs, after]
    end = parts[-1].partition("</p>")
    parts[-1] = end[0] + end[1]
    parts.insert(at + 1, f"{line}</p>")
    (article,) = arnews.parse("<p>".join(parts) + end[2]).articles
    assert article.text == expected.text
