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
