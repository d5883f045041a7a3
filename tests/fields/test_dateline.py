"""Datelines: the forms of Arabic papers, sentences that have none, and the gold table."""

import unicodedata
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from arnews.fields import dateline
from arnews.model import Byline
from arnews.testing import datelines
from fields.test_byline import PUMPS, expected, gold_rows
from helpers.field_samples import DATELINES
from helpers.linear import assert_linear


def _right(row: dict[str, str]) -> bool:
    found = dateline.parse(row["text"])
    visible = [char for char in found.raw if unicodedata.category(char) != "Cf"] if found else []
    if len(visible) != int(row["dateline_end"]):
        return False
    return found is None or found == expected(row, found.raw)


def test_gold_is_read_wholly_right_in_nearly_all_rows() -> None:
    rows = gold_rows("dateline")
    wrong = [row["id"] for row in rows if not _right(row)]
    print(f"datelines: {len(rows) - len(wrong)} of {len(rows)} right; not {wrong}")
    assert len(wrong) <= 0.03 * len(rows), wrong


FORMS = [  # one a form: the dateline, the sentence after it, what it says
    ("واشنطن (رويترز) – ", "قال مسؤول", {"agencies": ("reuters",), "place": "واشنطن"}),
    ("(رويترز) – ", "قالت مصادر", {"agencies": ("reuters",)}),
    ("لوس أنجلوس (أ ف ب) ", "مدد القاضي", {"agencies": ("afp",), "place": "لوس أنجلوس"}),
    ("سانت دينيس (أ ف ب) - ", "فاز المنتخب", {"agencies": ("afp",), "place": "سانت دينيس"}),
    (
        "الرياض 19 ربيع الأول 1432 هـ الموافق 22 فبراير 2011 م واس\n",  # SPA, alttaqs.com
        "رأس خادم الحرمين",
        {"agencies": ("spa",), "place": "الرياض"},
    ),
    (
        "الرياض 19 ربيع الأول 1432 هـ الموافق 22 فبراير 2011 م واس ",  # the same, flattened
        "رأس خادم الحرمين",
        {"agencies": ("spa",), "place": "الرياض"},
    ),
    ("أبوظبي في 7 ديسمبر / وام / ", "بحث سمو الشيخ", {"agencies": ("wam",), "place": "أبوظبي"}),
    ("دبي 17 يوليو/تموز (تاس) – ", "قال المتحدث", {"agencies": ("tass",), "place": "دبي"}),
    ("مسقط ـ العمانية: ", "افتتح معالي", {"agencies": ("ona",), "place": "مسقط"}),
    ("بيروت: ", "اكد الرئيس", {"place": "بيروت"}),  # elaph.com
    ("أبوظبي (الاتحاد) ", "قال مدير", {"publication": "الاتحاد", "place": "أبوظبي"}),
    ("بغداد/ الزوراء ", "أعلنت وزارة", {"publication": "الزوراء", "place": "بغداد"}),
    ("بغداد اليوم - بغداد ", "أعلن الحشد", {"publication": "بغداد اليوم", "place": "بغداد"}),
    ("زاد الاردن الاخباري - ", "قال النائب", {"publication": "زاد الاردن الاخباري"}),
    ("الوكيل الإخباري- ", "أكد وزير", {"publication": "الوكيل الإخباري"}),
    ("شبكة وتر- ", "اقتحمت قوات", {"publication": "شبكة وتر"}),
    ("أفريقيا برس – المغرب. ", "تشير الأرقام", {"publication": "أفريقيا برس", "place": "المغرب"}),
    ("كتب - أحمد عمارة: ", "قال الفنان", {"authors": ("أحمد عمارة",)}),
    ("صالح عسكول-عدن: ", "تشهد المدينة", {"authors": ("صالح عسكول",), "place": "عدن"}),
    ("محمد العلي (الدمام): ", "كشف مدير", {"authors": ("محمد العلي",), "place": "الدمام"}),
    ("الجزائر - واج - ", "أكد الوزير", {"agencies": ("aps",), "place": "الجزائر"}),
    (
        "زعفران كوجري – سبق – خورمالة: ",
        "قتل وافد",
        {"authors": ("زعفران كوجري",), "publication": "سبق", "place": "خورمالة"},
    ),
]


@pytest.mark.parametrize(("head", "sentence", "values"), FORMS)
def test_form(head: str, sentence: str, values: dict[str, object]) -> None:
    assert dateline.parse(head + sentence) == Byline(head, **values)


NO_DATELINES = [
    "",
    "قال مسؤول في واشنطن إن (رويترز) لم تنشر الخبر",
    "ترمب: روسيا وأوكرانيا تريدان السلام",
    "إيران: لن نفاوض تحت الضغط",
    "محمد العلي: لن نقبل بذلك أبدا",
    "موسكو تحذر: لا تلعبوا بالنار",
    "مصر - أم الدنيا - ترحب بكم",
    "سعود الفيصل - رحمه الله - كان وزيرا",
    "قضى سعود الفيصل - رحمه الله - أربعين عاما",
    "التقييم: 5 نجوم",
    "* 28 مايو (أيار) 1990: عقد القمة",
    "– الفازلين: إنه متاح بسهولة",
    "في باريس، اجتمع القادة - بعد غياب -",
    "ومن وفاته بنا قصص: كثيرة",
    "وختم: «هذه خطوة في الاتجاه الصحيح!»",
    "وأردف: «نعم»",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_sentences_have_none(text: str) -> None:
    assert dateline.parse(text) is None


def test_invisible_marks_stay_in_raw() -> None:
    text = "\u200fلندن\u200f: «الشرق الأوسط»\u200f: كشفت"
    found = dateline.parse(text)
    assert found == Byline(text[: text.index("كشفت")], publication="الشرق الأوسط", place="لندن")


@pytest.mark.parametrize(("text", "value"), DATELINES)
def test_samples_both_ways(text: str, value: Byline) -> None:
    assert dateline.parse(f"{text}قال مسؤول") == evolve(value, raw=text)
    assert text in {dateline.format(value, style) for style in dateline.STYLES}


@given(datelines, st.sampled_from(sorted(dateline.STYLES)))
def test_what_is_printed_is_read_again(value: Byline, style: str) -> None:
    printed = dateline.format(value, style)
    assume(len(printed) < dateline.LONGEST)
    found = dateline.parse(f"{printed}قال مسؤول في المدينة")
    assert found == evolve(value, raw=printed)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = dateline.parse(text)
    assert found is None or text.startswith(found.raw)


@pytest.mark.parametrize("pump", PUMPS)
def test_long_runs_take_linear_time(pump: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = pump * size
        return lambda: dateline.parse(text)

    assert_linear(work, 100_000)
