"""Places, papers, roles and names: what the tables know and refuse."""

import pytest

from arnews import lexicon
from arnews.errors import BadLexicon

TABLES = lexicon.default()


@pytest.mark.parametrize(
    "name",
    [
        "الرياض", "حفرالباطن", "حفر الباطن", "هونج كونج", "هونغ كونغ", "سيؤول", "اتلانتا", "تبوكً",
        "أديس آبابا", "ميونخ", "القدس المحتلة", "محافظة ظفار", "وادي الدواسر", "جزيرة فرسان",
    ],
)  # fmt: skip
def test_place_in_any_spelling(name: str) -> None:
    assert TABLES.places.reads(name)


@pytest.mark.parametrize("name", ["", "قال", "الرئيس", "محمد الرياض", "سبق", "بعد الحرب"])
def test_other_words_are_no_place(name: str) -> None:
    assert not TABLES.places.reads(name)


@pytest.mark.parametrize(
    "name", ["سبق", "العربية.نت", "شبكة وتر", "المدينة نيوز", "اللجنة الاعلامية"]
)
def test_publication_by_table_or_by_form(name: str) -> None:
    assert TABLES.papers.reads(name)


@pytest.mark.parametrize("name", ["صحيفة اسرائيلية", "قال", "اللجنة التي", "نيوز"])
def test_other_words_are_no_publication(name: str) -> None:
    assert not TABLES.papers.reads(name)


def test_entries_can_be_added() -> None:
    mine = TABLES.extended(
        {"places": {"cities": {"mine": ["خورمالة"]}}, "papers": {"papers": ["الضحى"]}}
    )
    assert mine.places.knows("خورمالة")
    assert mine.papers.knows("الضحى")
    assert not TABLES.places.knows("خورمالة")


@pytest.mark.parametrize(
    ("name", "additions", "rule"),
    [
        ("places", {"countries": ["--"]}, "no letters"),
        ("places", {"cities": {"mine": "الرياض"}}, "must be a list"),
        ("papers", {"papers": [""]}, "no letters"),
        ("roles", {"posted": ["سائق"]}, "is no job"),
    ],
)
def test_bad_entries_are_refused(name: str, additions: dict[str, object], rule: str) -> None:
    with pytest.raises(BadLexicon, match=rule):
        getattr(TABLES.extended({name: additions}), name)
