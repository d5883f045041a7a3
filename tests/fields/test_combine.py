"""Who signs an article: lines under the headline, a dateline, an end credit, the date's line."""

from __future__ import annotations

import pytest

from arnews import lexicon
from arnews.fields import byline, date
from arnews.fields.byline import beside_date, combine, stands_in
from arnews.model import Byline

LEXICON = lexicon.default()
PLAIN = "بدأت إدارة الميناء تشغيل أربع رافعات جديدة على الرصيف الشرقي."
DATED = "لندن: «الشرق الأوسط»: قالت إدارة الميناء إنها تبدأ غداً."
ENDED = "وقالت إنها ستضاعف عدد الحاويات. (رويترز)"


def signed(*lines: str, paragraphs: tuple[str, ...] = (PLAIN,)) -> Byline | None:
    read = [byline.parse(line) or Byline(line) for line in lines]
    return combine(read, paragraphs, LEXICON).byline


SIGNED = [
    ((), (PLAIN,), None),
    ((), (), None),
    (("خالد حداد",), (PLAIN,), Byline("خالد حداد", ("خالد حداد",))),
    # two lines are one byline, and what both say is said once
    (
        ("خالد حداد", "بي بي سي - لندن"),
        (PLAIN,),
        Byline("خالد حداد\nبي بي سي - لندن", ("خالد حداد",), "بي بي سي", ("bbc",), "لندن"),
    ),
    (("خالد حداد", "خالد حداد"), (PLAIN,), Byline("خالد حداد", ("خالد حداد",))),
    (
        ("خالد حداد - بيروت", "بي بي سي - لندن"),
        (PLAIN,),
        Byline("خالد حداد - بيروت\nبي بي سي - لندن", ("خالد حداد",), "بي بي سي", ("bbc",), "بيروت"),
    ),
    # initials are those of an editor where somebody is named
    (("خالد حداد", "س.ع/ م.ر"), (PLAIN,), Byline("خالد حداد\nس.ع/ م.ر", ("خالد حداد",))),
    (("س ع", "خالد حداد"), (PLAIN,), Byline("س ع\nخالد حداد", ("خالد حداد",))),
    (("س ع", "م ر"), (PLAIN,), Byline("س ع\nم ر", ("س ع", "م ر"))),
    (
        ("س ع/م ر",),
        ("لندن - خالد حداد - أعلنت إدارة الميناء إنها تبدأ غداً.",),
        Byline("س ع/م ر", ("خالد حداد",), place="لندن"),
    ),
    # a line that is a dateline and nothing else opens no text
    ((), ("أحمد حداد وسامي العلي (أرشيفية - رويترز)", PLAIN), None),
    # a dateline and an end credit sign where no line does, and add what the lines leave open
    ((), (DATED, PLAIN), Byline("لندن: «الشرق الأوسط»: ", (), "الشرق الأوسط", (), "لندن")),
    (
        ("خالد حداد - بيروت",),
        (DATED, PLAIN),
        Byline("خالد حداد - بيروت", ("خالد حداد",), "الشرق الأوسط", (), "بيروت"),
    ),
    ((), (PLAIN, ENDED), Byline("(رويترز)", agencies=("reuters",))),
    (
        ("خالد حداد",),
        (PLAIN, ENDED),
        Byline("خالد حداد", ("خالد حداد",), agencies=("reuters",)),
    ),
    (("دبي - وام",), (PLAIN, ENDED), Byline("دبي - وام", (), "وام", ("wam",), "دبي")),
    ((), (ENDED, PLAIN), None),
    ((), (PLAIN, "وقالت إنها ستضاعف العدد (انظر الصورة)"), None),
]


@pytest.mark.parametrize(("lines", "paragraphs", "expected"), SIGNED)
def test_who_signs(
    lines: tuple[str, ...], paragraphs: tuple[str, ...], expected: Byline | None
) -> None:
    assert signed(*lines, paragraphs=paragraphs) == expected


def test_a_desk_writes_for_the_house_below_it() -> None:
    found = signed("قسم المتابعة", "بي بي سي")
    assert found is not None
    assert (found.authors, found.publication, found.agencies) == (
        ("قسم المتابعة",),
        "بي بي سي",
        ("bbc",),
    )


def test_a_paper_is_no_desk_of_the_source_below_it() -> None:
    found = signed("WADI.INFO - متابعة", "المصدر: الحرة")
    assert found is not None
    assert (found.authors, found.publication) == ((), "WADI.INFO")


@pytest.mark.parametrize(
    ("raw", "paragraphs", "expected"),
    [
        ("لندن: «الشرق الأوسط»: ", (DATED, PLAIN), True),
        ("(رويترز)", (PLAIN, ENDED), True),
        ("(رويترز)", (ENDED, PLAIN), False),
        ("خالد حداد", (PLAIN,), False),
        ("خالد حداد", (), False),
        ("", (PLAIN,), False),
        ("إدارة الميناء", (PLAIN,), False),
        ("بدأت إدارة", (PLAIN, PLAIN), True),
    ],
)
def test_what_the_text_itself_prints(raw: str, paragraphs: tuple[str, ...], expected: bool) -> None:
    assert stands_in(Byline(raw), paragraphs) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الشرق الأوسط الجمعة 6 يوليو 2012",
            Byline("الشرق الأوسط الجمعة 6 يوليو 2012", publication="الشرق الأوسط"),
        ),
        (
            "الجمعة 6 يوليو 2012 - رويترز",
            Byline("الجمعة 6 يوليو 2012 - رويترز", (), "رويترز", ("reuters",)),
        ),
        # where the whole is no byline, a known name on either side of the date is
        (
            "العدد 11422 الجمعة 6 يوليو 2012 الشرق الأوسط",
            Byline("الشرق الأوسط", publication="الشرق الأوسط"),
        ),
        (
            "الشرق الأوسط | الجمعة 6 يوليو 2012 | العدد 12",
            Byline("الشرق الأوسط", publication="الشرق الأوسط"),
        ),
        ("العدد 12 الجمعة 6 يوليو 2012: رويترز", Byline("رويترز", (), "رويترز", ("reuters",))),
        # of two dates, what is before the first and what is behind the last
        (
            "قال المدير أمس إن 12 مايو 2024 - 13 مايو 2024 رويترز",
            Byline("رويترز", (), "رويترز", ("reuters",)),
        ),
        (
            "رويترز 12 مايو 2024 - 13 مايو 2024 قال المدير أمس إن",
            Byline("رويترز", (), "رويترز", ("reuters",)),
        ),
        ("قال المدير أمس إن 12 مايو 2024 رويترز 13 مايو 2024 قال المدير", None),
        # a name that no label announces, only before a bar
        ("قال المدير أمس إن 12 مايو 2024 سعاد حداد", None),
        (
            "قال المدير أمس إن 12 مايو 2024 بواسطة سعاد حداد",
            Byline("بواسطة سعاد حداد", ("سعاد حداد",), role="بواسطة"),
        ),
        (
            "الدمام – سامي الحداد | 12 مايو 2024 قال المدير أمس إن",
            Byline("الدمام – سامي الحداد", ("سامي الحداد",), place="الدمام"),
        ),
        ("الدمام | 12 مايو 2024 قال المدير أمس إن", None),
        ("العدد 12 الجمعة 6 يوليو 2012 خزانة الأدب", None),
        ("الجمعة 6 يوليو 2012", None),
        ("طبعة أولى الجمعة 6 يوليو 2012", None),
        (
            "محمد علي نشر في المساء يوم 20 - 08 - 2012",
            Byline("محمد علي نشر في المساء يوم 20 - 08 - 2012", ("محمد علي",), "المساء"),
        ),
        (
            "نشر في 3 مارس 2024 بواسطة أحمد سالم",
            Byline("بواسطة أحمد سالم", ("أحمد سالم",), role="بواسطة"),
        ),
        ("نشر في 3 مارس 2024 أحمد سالم", Byline("أحمد سالم", ("أحمد سالم",))),
    ],
)
def test_who_stands_beside_the_date(text: str, expected: Byline | None) -> None:
    assert beside_date(text, date.find(text), LEXICON) == expected


def test_a_layouts_own_agency_may_stand_beside_the_date() -> None:
    mine = LEXICON.extended(
        {"agencies": {"mine": {"kind": "agency", "name": "Mine", "spellings": ["وكالتي"]}}}
    )
    text = "وكالتي - الجمعة 6 يوليو 2012"
    found = beside_date(text, date.find(text), mine)
    assert found is not None
    assert found.agencies == ("mine",)
