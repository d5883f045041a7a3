"""Pages of no known publisher that tools have flattened, with the marks that they set."""

from datetime import UTC, datetime

import pytest

import arnews
from helpers.flattened import BODY, HEADLINE, MENU, OTHERS, read

TAGS = ("السدود", "المياه", "الأمطار")


@pytest.mark.parametrize("mark", ["  * ", "  • ", "        * ", "  1. "])
def test_a_menu_and_a_ticker_in_lists(mark):
    lists = [mark + line for line in (*MENU, *OTHERS[:3])]
    (article,) = read(*lists, "رياضة", HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert article.headline == HEADLINE
    assert article.subtitle is None


def test_headings_of_markdown():
    ticker = (*OTHERS[:2], "## مياه الربيع")
    body = (BODY[0], "## الموسم المقبل", *BODY[1:])
    (article,) = read(*MENU, *ticker, "# " + HEADLINE, *body)
    assert (article.headline, article.subtitle) == (HEADLINE, None)
    assert article.body[1] == arnews.Subheading("الموسم المقبل")


def test_tags_in_a_list():
    (article,) = read(HEADLINE, *BODY, "الوسوم:", *(f"  * {tag}" for tag in TAGS))
    assert article.tags == TAGS


def test_what_a_publisher_marks_at_the_margin_is_printed():
    (article,) = read(HEADLINE, *BODY[:2], "• مياه الشرب", "• مياه الري", *BODY[2:])
    assert article.body[2] == arnews.ListItem("• مياه الشرب")


@pytest.mark.parametrize(
    "path",
    [
        "الرئيسية / محليات وبيئة",
        "الرئيسية » محليات وبيئة",
        "الرئيسية محليات وبيئة",
        f"الرئيسية/محليات وبيئة/ {HEADLINE}",
    ],
)
def test_a_path(path):
    (article,) = read(*MENU, *OTHERS[:3], "ابحث", path, HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert (article.section, article.headline) == ("محليات وبيئة", HEADLINE)
    assert article.subtitle is None


@pytest.mark.parametrize("sections", ["الدول العربية, فلسطين", "تركيا، دولي"])
def test_several_sections_on_one_line(sections):
    (article,) = read(sections, HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert (article.section, article.headline, article.byline) == (sections, HEADLINE, None)


@pytest.mark.parametrize(
    "row", ["فيسبوك إكس نسخ الرابط", "فيسبوك \u202bX واتساب تيلقرام طباعة", "سياسة اقتصاد رياضة"]
)
def test_a_row_of_buttons_is_no_caption(row):
    (article,) = read(*MENU, HEADLINE, row, *BODY)
    assert (article.headline, article.lead_image, article.subtitle) == (HEADLINE, None, None)


@pytest.mark.parametrize("marks", [("  1. ", "  2. "), ("  * ", "  * "), ("", "")])
def test_a_path_on_several_lines(marks):
    path = (marks[0] + "الرئيسية", marks[1] + "محليات وبيئة")
    lists = ("  • " + line for line in (*MENU, *OTHERS[:2]))
    (article,) = read(*lists, "ابحث", *path, HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert (article.section, article.headline) == ("محليات وبيئة", HEADLINE)


def test_a_path_with_signs_between_its_lines():
    path = ("الرئيسية", "/", "محليات وبيئة", "/")
    (article,) = read(*MENU, *OTHERS[:3], "ابحث", *path, HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert (article.section, article.headline) == ("محليات وبيئة", HEADLINE)


def test_a_menu_on_one_line_is_no_path():
    (article,) = read("الرئيسية | سياسة | اقتصاد | رياضة | ثقافة", HEADLINE, *BODY)
    assert (article.section, article.headline) == (None, HEADLINE)


def test_a_section_before_the_headline_in_the_manner_of_agencies():
    (article,) = read(f"ثقافي / {HEADLINE}", "الأحد 12 مايو 2024", *BODY)
    assert (article.section, article.headline) == ("ثقافي", HEADLINE)


@pytest.mark.parametrize("sign", [" | ", " • ", " · "])
def test_a_section_before_the_date(sign):
    (article,) = read(f"رياضة{sign}12 مايو 2024{sign}20:15", HEADLINE, *BODY)
    assert (article.section, article.published.iso) == ("رياضة", "2024-05-12T20:15")


def test_a_sentence_with_a_day_and_a_colon_is_text():
    told = "ونص البلاغ الصادر بتاريخ 12/3/2023 على الآتي:"
    (article,) = read(HEADLINE, "12 مايو 2024", BODY[0], told, *BODY[1:])
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY[0], told, *BODY[1:]]


def test_a_corpus_whose_elements_have_attributes():
    record = f'<DOC id="A-1" type="story" >\n<HEADLINE>\n{HEADLINE}\n</HEADLINE>\n<TEXT>\n'
    paragraphs = "".join(f"<P>\n{line}\n</P>\n" for line in BODY)
    (article,) = arnews.parse(f"{record}{paragraphs}</TEXT>\n</DOC>").articles
    assert (article.headline, len(article.paragraphs)) == (HEADLINE, len(BODY))


def test_tags_under_another_label():
    (article,) = read(HEADLINE, *BODY, "وسوم الخبر", *TAGS)
    assert article.tags == TAGS


def test_a_standfirst_that_the_first_paragraph_repeats():
    (article,) = read(HEADLINE, BODY[0], "سنية العبيدي", "نشر في 23 ماي 2022 (08:47)", *BODY)
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY)
    assert (article.subtitle, article.byline.authors) == (BODY[0], ("سنية العبيدي",))


def test_titles_and_teasers_with_the_pages_of_a_list_are_no_article():
    teasers = [
        part for title in OTHERS[:4] for part in (title, f"{title} كما أعلنت...", "اقرأ المزيد")
    ]
    page = arnews.parse("\n".join(["أخبار المحافظات", *teasers, "1 2 3 4 التالي الأخير"]))
    assert page.articles == ()
    assert {block.article for block in page.blocks} == {None}


HOURS = {"09:10 م": "2024-01-14T21:10", "07:55 (توقيت مكة)": "2024-01-14T07:55+03:00"}


@pytest.mark.parametrize("hour", HOURS)
def test_an_hour_below_the_date(hour):
    (article,) = read(HEADLINE, "14 يناير 2024", hour, *BODY)
    assert article.published.iso == HOURS[hour]


def test_a_distance_without_a_number_is_a_date():
    page = "\n".join([HEADLINE, "قبل ساعتين", *BODY])
    fetched = datetime(2024, 5, 12, 10, 30, tzinfo=UTC)
    (article,) = arnews.parse(page, fetched_at=fetched).articles
    assert article.published.iso == "2024-05-12T08:30+00:00"
