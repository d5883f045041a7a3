"""Lines of the site in a flattened page: wherever one stands, it is in no field of the article."""

import tomllib
from pathlib import Path

import pytest

import arnews

HEADLINE = "افتتاح جسر جديد فوق النهر في المدينة"
DATE = "12 مارس 2021 - 14:35"
BODY = (
    "افتتح محافظ المدينة صباح اليوم جسرا جديدا فوق النهر بعد عامين من العمل.",
    "وقال المحافظ إن الجسر سيخفف الزحام عن وسط المدينة.",
    "وأضاف أن المرحلة الثانية من المشروع تبدأ في الخريف المقبل.",
)
ARTICLE = (HEADLINE, DATE, *BODY)
LINES = tomllib.loads((Path(__file__).parent / "lines_of_the_site.toml").read_text("utf-8"))
#: What stands above each line: nothing, the headline, the head, a paragraph, the article.
PLACES = (0, 1, 2, 3, 5)


def read(line: str, place: int) -> arnews.Article:
    text = "\n\n".join((*ARTICLE[:place], line, *ARTICLE[place:]))
    (article,) = arnews.parse(text, kind="text").articles
    return article


@pytest.mark.parametrize("line", LINES["anywhere"])
def test_a_line_of_the_site_is_in_no_field(line: str) -> None:
    (alone,) = arnews.parse("\n\n".join(ARTICLE), kind="text").articles
    assert alone.text == "\n\n".join(BODY)
    for place in PLACES:
        assert read(line, place) == alone, place


@pytest.mark.parametrize(("line", "section"), LINES["sections"].items())
def test_a_path_names_the_section(line: str, section: str) -> None:
    assert read(line, 0).section == section


@pytest.mark.parametrize("line", LINES["dates"])
def test_a_button_beside_a_date_changes_nothing(line: str) -> None:
    text = "\n\n".join((HEADLINE, line, *BODY))
    (article,) = arnews.parse(text, kind="text").articles
    assert article.published is not None
    assert article.published.iso == "2021-03-12T14:35"
    assert article.text == "\n\n".join(BODY)


@pytest.mark.parametrize("line", LINES["news"])
def test_a_sentence_that_begins_like_a_line_of_the_site_is_text(line: str) -> None:
    for place in (3, 5):
        assert line in read(line, place).text.split("\n\n"), place


@pytest.mark.parametrize("lines", LINES["clocks"])
@pytest.mark.parametrize("kind", ["text", "html"])
def test_an_hour_on_its_own_line_is_that_of_the_day_beside_it(lines: str, kind: str) -> None:
    text = "\n\n".join((HEADLINE, *lines.split("\n"), *BODY))
    html = f"<h1>{HEADLINE}</h1>{divided(lines)}" + "".join(f"<p>{line}</p>" for line in BODY)
    page = arnews.parse(text, kind="text") if kind == "text" else arnews.parse(html, kind="html")
    (article,) = page.articles
    assert article.published is not None
    assert article.published.iso == "2021-03-12T14:35"
    assert (article.kicker, article.modified) == (None, None)
    assert article.text == "\n\n".join(BODY)


def divided(lines: str) -> str:
    return "".join(f"<div>{line}</div>" for line in lines.split("\n"))


def test_how_long_a_video_takes_is_no_hour_of_the_day() -> None:
    text = "\n\n".join(
        (HEADLINE, "مدة الفيديو 02 minutes 47 seconds", "02:47", "12/03/2021", *BODY)
    )
    (article,) = arnews.parse(text, kind="text").articles
    assert article.published is not None
    assert article.published.iso == "2021-03-12"


def test_counters_below_a_date_do_not_part_it_from_its_hour() -> None:
    counters = ("0 تعليق", "1 2 3 ... التالي")
    text = "\n\n".join((HEADLINE, "12/03/2021", "02:35 م", *counters, *BODY))
    (article,) = arnews.parse(text, kind="text").articles
    assert article.published is not None
    assert article.published.iso == "2021-03-12T14:35"
    assert article.text == "\n\n".join(BODY)


def test_titles_with_an_age_each_are_no_verses() -> None:
    titles = ("مصافي الشمال تعود إلى العمل", "سعر الصرف يستقر لليوم الرابع", "افتتاح معرض الخريف")
    lines = (f"{title}\nمنذ {hours} ساعات" for title, hours in zip(titles, (3, 5, 7), strict=True))
    assert arnews.parse("\n\n".join(lines), kind="text").articles == ()


def test_titles_with_a_teaser_each_are_no_verses() -> None:
    stories = {
        "سمير ناصر: عن المدرسة التي نحلم بها": "كلما اقترب الخريف عادت الأسئلة نفسها ...",
        "منى الخطيب: الماء سؤال القرن": "لم يعد الحديث عن الندرة ترفا ...",
        "هاني الكردي: ما بعد الجسر الجديد": "يطرح النقاش الدائر حول الجهات ...",
    }
    lines = (line for story in stories.items() for line in story)
    assert arnews.parse("\n\n".join(("كتاب الرأي", *lines)), kind="text").articles == ()


def test_a_poll_below_a_text_is_none_of_it() -> None:
    poll = ("استطلاع رأي", "هل تؤيد إغلاق الأسواق القديمة؟", "نعم", "لا", "تصويت", "عرض النتائج")
    (article,) = arnews.parse("\n\n".join((*ARTICLE, *poll)), kind="text").articles
    assert article.text == "\n\n".join(BODY)
    assert article.tags == ()


def test_bullets_on_lines_of_their_own_part_related_stories() -> None:
    titles = ("أفضل السيارات في استهلاك البنزين", "البنك يتبرع بمليون دينار للصندوق")
    lines = ("-", "أخبار متعلقة", *(line for title in titles for line in ("-", title)))
    (article,) = arnews.parse("\n".join((*ARTICLE, *lines)), kind="text").articles
    assert article.text == "\n\n".join(BODY)
    assert tuple(item.title for item in article.related) == titles


def test_a_word_with_a_colon_announces_related_stories() -> None:
    text = "\n\n".join((*ARTICLE, "المزيد:", "البنك يتبرع بمليون دينار للصندوق"))
    (article,) = arnews.parse(text, kind="text").articles
    assert [item.title for item in article.related] == ["البنك يتبرع بمليون دينار للصندوق"]


def test_a_paper_alone_above_its_date_signs() -> None:
    text = "\n\n".join(("وادي نيوز", DATE, *BODY))
    (article,) = arnews.parse(text, kind="text").articles
    assert article.headline is None
    assert article.byline is not None
    assert article.byline.publication == "وادي نيوز"


def test_a_last_paragraph_may_end_without_a_full_stop() -> None:
    last = (
        'فخلال الحفل، أطل أحد المشاركين قائلا من على المنصة، "لا أستطيع أن أقدم سوى '
        'هذا الجسر الذي بنيناه معا لأهل المدينة كلها"'
    )
    (article,) = arnews.parse("\n\n".join((*ARTICLE, last)), kind="text").articles
    assert article.text == "\n\n".join((*BODY, last))


def test_two_sections_that_a_dash_joins_are_one_and_with_blanks_a_paper_and_a_place() -> None:
    (one,) = arnews.parse("\n\n".join(("عربي-دولي", *ARTICLE)), kind="text").articles
    assert (one.section, one.kicker) == ("عربي-دولي", None)
    signed = "\n\n".join((HEADLINE, "العالم - فلسطين", *BODY))
    (other,) = arnews.parse(signed, kind="text").articles
    assert other.byline is not None
    assert (other.byline.publication, other.byline.place) == ("العالم", "فلسطين")
    assert other.section is None
