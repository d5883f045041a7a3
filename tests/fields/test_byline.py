"""Bylines and end credits: the forms of Arabic papers, and the gold table of real ones."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from arnews.fields import byline
from arnews.model import Byline
from arnews.testing import bylines
from helpers.field_samples import BYLINES
from helpers.linear import assert_linear

GOLD = Path(__file__).parents[1] / "gold" / "bylines.tsv"


def _cell(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


def gold_rows(*kinds: str) -> list[dict[str, str]]:
    """The rows of those kinds; the table was decided by reading, see its notes."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            {name: _cell(cell or "") for name, cell in row.items()}
            for row in rows
            if row["kind"] in kinds
        ]


def expected(row: dict[str, str], raw: str) -> Byline:
    return Byline(
        raw=raw,
        authors=tuple(filter(None, row["authors"].split(" | "))),
        publication=row["publication"] or None,
        agencies=tuple(filter(None, row["agencies"].split(" | "))),
        place=row["place"] or None,
        role=row["role"] or None,
    )


def test_gold_is_read_wholly_right_in_nearly_all_rows() -> None:
    rows = gold_rows("byline", "endcredit")
    wrong = []
    for row in rows:
        found = byline.parse(row["text"]) or Byline(row["text"].strip())
        if found != expected(row, row["text"].strip()):
            wrong.append(row["id"])
    print(f"bylines and end credits: {len(rows) - len(wrong)} of {len(rows)} right; not {wrong}")
    assert len(wrong) <= 0.02 * len(rows), wrong


FORMS = [  # one a form; where it stands
    ("«الشرق الأوسط» (روما)", {"publication": "الشرق الأوسط", "place": "روما"}),  # aawsat.com
    ("رائد جبر (موسكو)", {"authors": ("رائد جبر",), "place": "موسكو"}),  # aawsat.com
    ("- لندن: سيد لوي", {"authors": ("سيد لوي",), "place": "لندن"}),  # pressreader.com
    ("لندن - «القدس العربي»:", {"publication": "القدس العربي", "place": "لندن"}),
    ("ليفكوشا/الأناضول", {"publication": "الأناضول", "agencies": ("anadolu",), "place": "ليفكوشا"}),
    (
        "إسطنبول/ أنداج هونغور/ الأناضول",  # aa.com.tr
        {
            "authors": ("أنداج هونغور",),
            "publication": "الأناضول",
            "agencies": ("anadolu",),
            "place": "إسطنبول",
        },
    ),
    (
        "بغداد - واع - آمنة السلامي",  # ina.iq
        {
            "authors": ("آمنة السلامي",),
            "publication": "واع",
            "agencies": ("ina",),
            "place": "بغداد",
        },
    ),
    ("دمشق-سانا-الجماهير", {"publication": "الجماهير", "agencies": ("sana",), "place": "دمشق"}),
    ("عمان- معا-", {"publication": "معا", "agencies": ("maan",), "place": "عمان"}),
    ("أبوظبي في 7 ديسمبر / وام /", {"publication": "وام", "agencies": ("wam",), "place": "أبوظبي"}),
    ("مسقط ـ العمانية:", {"publication": "العمانية", "agencies": ("ona",), "place": "مسقط"}),
    ("أبوظبي (الاتحاد)", {"publication": "الاتحاد", "place": "أبوظبي"}),  # aletihad.ae
    ("بغداد اليوم - بغداد", {"publication": "بغداد اليوم", "place": "بغداد"}),
    ("كتبت – منال الجيوشي:", {"authors": ("منال الجيوشي",)}),  # masrawy.com
    ("كتب : مصراوي", {"publication": "مصراوي"}),
    ("كتب -محسن سميكة وإبراهيم الطيب:", {"authors": ("محسن سميكة", "إبراهيم الطيب")}),
    ("كتب/أ.د. محمد البخاري _ طشقند", {"authors": ("أ.د. محمد البخاري",), "place": "طشقند"}),
    ("كتابة سعد ابراهيم -", {"authors": ("سعد ابراهيم",)}),  # gulfnow
    ("بقلم : أيمن العيسوى", {"authors": ("أيمن العيسوى",), "role": "بقلم"}),
    (
        "إعداد: ندي عبد الرازق ــ رحاب خطاب",
        {"authors": ("ندي عبد الرازق", "رحاب خطاب"), "role": "إعداد"},
    ),
    (
        "حاوره في صنعاء / عبد الملك الفهيدي -",
        {"authors": ("عبد الملك الفهيدي",), "place": "صنعاء", "role": "حاوره"},
    ),
    (
        "سوزان سالمة – مراسلة أورينت نيوز – اسطنبول",
        {
            "authors": ("سوزان سالمة",),
            "publication": "أورينت نيوز",
            "place": "اسطنبول",
            "role": "مراسلة",
        },
    ),
    (
        "محرر شؤون الشرق الأوسط – بي بي سي",
        {"publication": "بي بي سي", "agencies": ("bbc",), "role": "محرر شؤون الشرق الأوسط"},
    ),
    ("ي.أ/ ع.غ (د ب أ)", {"authors": ("ي.أ", "ع.غ"), "agencies": ("dpa",)}),  # dw.com
    (
        "(من إعداد محمود سلامة للنشرة الإخبارية العربية)",
        {"authors": ("محمود سلامة",), "role": "إعداد"},
    ),
    ("وكالات – كتابات:", {"publication": "كتابات"}),
    ("المصدر: الوكالة الوطنية للإعلام", {"agencies": ("nna",)}),
    ('المصدر: "النهار"', {"publication": "النهار"}),
    ("المصدر: رام الله - وكالة قدس نت للأنباء -", {"agencies": ("qudsnet",), "place": "رام الله"}),
    ("المصدر : الجزيرة + وكالات", {"publication": "الجزيرة"}),
    ("تقرير شبوة الآن – خاص", {"publication": "شبوة الآن", "role": "تقرير"}),
    ("* نقلا عن «الحياة» اللندنية", {"publication": "الحياة"}),
    ("* نقلا عن صحيفة «الوطن» السعودية", {"publication": "الوطن"}),
    ("«الاقتصادية» من الرياض", {"publication": "الاقتصادية", "place": "الرياض"}),
    ("Author, ليلى العطار", {"authors": ("ليلى العطار",)}),
    # «و» of a name, and «و» before one
    ("خالد حداد ووائل صالح", {"authors": ("خالد حداد", "وائل صالح")}),
    ("كتب: محمد حسن ووفاء علي", {"authors": ("محمد حسن", "وفاء علي")}),
    ("كتب: وليد حداد", {"authors": ("وليد حداد",)}),
    ("كتب: خالد حداد وسيروان كوجري", {"authors": ("خالد حداد", "سيروان كوجري")}),
    # names and places in no table
    ("سيروان كوجري-خورمالة", None),
    ("صالح بازرعة-خورمالة", {"authors": ("صالح بازرعة",), "place": "خورمالة"}),
    ("زعفران كوجري (الدمام)", {"authors": ("زعفران كوجري",), "place": "الدمام"}),
    (
        "زعفران كوجري - أم الزرازير - «الوئام»",
        {"authors": ("زعفران كوجري",), "publication": "الوئام", "place": "أم الزرازير"},
    ),
]


@pytest.mark.parametrize(("text", "values"), FORMS)
def test_form(text: str, values: dict[str, object] | None) -> None:
    assert byline.parse(text) == (None if values is None else Byline(text, **values))


NOT_BYLINES = [
    "",
    "ترمب: روسيا وأوكرانيا تريدان السلام",
    "بوتين: محادثاتنا مثمرة",
    "التقييم: 5 نجوم",
    "أخبار الرياضة",
    "كلمة العدد",
    "رئيس الوزراء يستقبل وزير الخارجية",
    "الرئيسية / رياضة / كرة عالمية",
    "مقتل ثلاثة في قصف على غزة",
    "تم زائد ب أعطت نتيجة",  # holds the letters of an agency
    "وفاته أحزنت الجميع",
    "( 6-4 / 6-4 )",
    "(المزيد)",
    "y.aldayni@asharqalawsat.com",
    "الأربعاء 12 مايو 2010",
    "محمد العلي: لن نقبل بذلك",
    "رئيس الوزراء: «لن نتراجع»",
    "«الصليب الأحمر»: «لن نتوقف»",
    "حسب ما نقلته وكالة رويترز",
    # tags: words, and names among words
    "نادر حمدان الجسر وزارة النقل",
    "سامي حداد وكالة الفضاء",
    "عيد الفطر، زكاة الفطر",
    "سد النهضة، آبي أحمد",
    "فريق الأحلام وعودة الوئام",
]


@pytest.mark.parametrize(
    "text",
    [
        "سالم الحربي صحفي في قسم التحقيقات",  # a job, whatever it is
        "محمد العلي في 3 مارس 2024",
        "محمد العلي من الرياض",
        "نقلا عن رويترز",
        "شاركت 24",  # a number makes a paper of any word
        "ق. الصحة",  # so do initials of a name
    ],
)
def test_a_word_that_no_name_has_may_stand_in_a_byline(text: str) -> None:
    assert byline.parse(text) is not None


@pytest.mark.parametrize("text", NOT_BYLINES)
def test_other_lines_are_no_byline(text: str) -> None:
    assert byline.parse(text) is None


@pytest.mark.parametrize(("text", "value"), BYLINES)
def test_samples_both_ways(text: str, value: Byline) -> None:
    assert byline.parse(text) == evolve(value, raw=text)
    assert text in {byline.format(value, style) for style in byline.STYLES}


@given(bylines, st.sampled_from(sorted(byline.STYLES)))
def test_what_is_printed_is_read_again(value: Byline, style: str) -> None:
    printed = byline.format(value, style)
    assert byline.parse(printed) == evolve(value, raw=printed)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = byline.parse(text)
    assert found is None or found.raw == text.strip()


PUMPS = [
    "(",
    "«",
    "- ",
    " ",
    "ـ",
    "َ",
    "9",
    "د.",
    "محمد ",
    "و",
    "\n",
    ":",
    "الرياض - ",
    "على ",
    "/",
    "\u200f",
]


@pytest.mark.parametrize("pump", PUMPS)
def test_long_runs_take_linear_time(pump: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = (pump * size)[:size]
        return lambda: byline.parse(text)

    assert_linear(work, byline.LONGEST // 4)


@pytest.mark.parametrize("text", ["خاص", "حصري:"])
def test_a_line_may_say_that_a_story_is_the_papers_own(text: str) -> None:
    assert byline.parse(text) == Byline(text)
