"""Which pages a run keeps."""

from datetime import date

import pytest

from arnews.batch.filters import Filters, language_of

ARABIC = "امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار"
ENGLISH = "Three dams are full after a week of rain"
URDU = "جنوب کے تین ڈیم ایک ہفتے کی بارش کے بعد بھر گئے"


def page(*texts, language=None, day=None):
    published = {"raw": day, "value": day} if day else None
    articles = [{"headline": None, "text": text, "published": published} for text in texts]
    return {"articles": articles, "metadata": {"language": language}}


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        (ARABIC, None, "ar"),
        (ARABIC, "ar-EG", "ar"),
        (ARABIC, "en_US", "ar"),  # of a template that states English for all
        (URDU, "ur", "ur"),
        (ENGLISH, "en", "en"),
        (ENGLISH, "ar", None),
        ("", "ar", "ar"),
        ("", None, None),
        (f"{ARABIC} (BBC, AFP)", None, "ar"),
    ],
)
def test_the_language_of_a_page(text, stated, found):
    assert language_of(page(text, language=stated)) == found


MARCH = Filters(since=date(2024, 3, 1), until=date(2024, 3, 31))


@pytest.mark.parametrize(
    ("filters", "data", "reason"),
    [
        (Filters(), page(), None),
        (Filters(only_articles=True), page(), "no article"),
        (Filters(only_articles=True), {"error": {}}, "no article"),
        (Filters(language="ar"), {"error": {}}, None),
        (Filters(language="ar"), page(ENGLISH), "another language"),
        (Filters(language="ar"), page(ARABIC), None),
        (MARCH, page(ARABIC, day="2024-03-01"), None),
        (MARCH, page(ARABIC, day="2024-03-31T23:59+03:00"), None),
        (MARCH, page(ARABIC, day="2024-04-01"), "another day"),
        (MARCH, page(ARABIC, day="2024-02-29"), "another day"),
        (MARCH, page(ARABIC, day="2024-03"), "another day"),  # nobody knows which day
        (MARCH, page(ARABIC), "another day"),
        (MARCH, page(), "another day"),
        (MARCH, {"error": {}}, None),
        (Filters(since=date(2024, 3, 1)), page(ARABIC, day="2025-01-01"), None),
    ],
)
def test_why_a_page_is_dropped(filters, data, reason):
    assert filters.reason_to_drop(data) == reason
