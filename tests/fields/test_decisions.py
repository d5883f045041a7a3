"""Every row of the tables of bylines and datelines, on its own example."""

from importlib import import_module

import pytest

from arnews.fields import byline, dateline
from arnews.fields.byline.candidate import Kind
from arnews.fields.byline.dateline import RULES
from arnews.fields.byline.disambiguate import Decision, decisions
from arnews.fields.byline.parse import REFUSALS
from arnews.model import Byline

#: What the example of each row says, written from reading it, in the order of the tables.
EXAMPLES = {
    "نقلا عن «الشرق الأوسط» السعودية": Byline("", publication="الشرق الأوسط"),
    "فبراير /العمانية/": Byline("", publication="العمانية", agencies=("ona",)),
    "المواطن - رويترز": Byline("", publication="المواطن", agencies=("reuters",)),
    "بقلم: نقيب الخالدي": Byline("", ("نقيب الخالدي",), role="بقلم"),
    "صور: تغطية: خالد حداد": Byline("", ("خالد حداد",), place="صور", role="تغطية"),
    "رويترز - صور": Byline("", publication="رويترز", agencies=("reuters",), place="صور"),
    "المدينة المنورة ـ الرياض": Byline("", publication="الرياض", place="المدينة المنورة"),
    "المصدر: وكالة الأنباء القطرية (قنا)": Byline("", agencies=("qna",)),
    "رويترز، قنا، الأناضول": Byline(
        "", publication="رويترز", agencies=("reuters", "qna", "anadolu")
    ),
    "خالد حداد - صنعاء - قنا": Byline("", ("خالد حداد",), "قنا", ("qna",), "صنعاء"),
    "صنعاء - الوئام - قنا": Byline("", publication="الوئام", agencies=("qna",), place="صنعاء"),
    "خالد حداد (الرياض)": Byline("", ("خالد حداد",), place="الرياض"),
    "خالد حداد - قنا": Byline("", ("خالد حداد",), place="قنا"),
    "المصدر: الجزيرة + وكالات": Byline("", publication="الجزيرة"),
    "المصدر: الجزيرة": Byline("", agencies=("aljazeera",)),
    "تغطية ميدانية: خالد حداد": Byline("", ("خالد حداد",), role="تغطية"),
    "لندن: خالد حداد، سيروان كوجري": Byline("", ("خالد حداد", "سيروان كوجري"), place="لندن"),
    "سيؤول، الخورمالة: خالد حداد": Byline("", ("خالد حداد",), place="سيؤول، الخورمالة"),
    "خورمالة - لندن: «الوئام»": Byline("", publication="الوئام", place="خورمالة - لندن"),
    "لندن (سيروان كوجري)": Byline("", ("سيروان كوجري",), place="لندن"),
    "لندن (خورمالة): خالد حداد": Byline("", ("خالد حداد",), place="لندن (خورمالة)"),
    "WADI INFO - خالد حداد": Byline("", ("خالد حداد",), publication="WADI INFO"),
    "خورمالة القديمة (العراق): خالد حداد": Byline(
        "", ("خالد حداد",), place="خورمالة القديمة (العراق)"
    ),
    "خالد حداد (خورمالة)": Byline("", ("خالد حداد",), place="خورمالة"),
    "المصدر: سيروان كوجري": Byline("", publication="سيروان كوجري"),
    "حوار: سيروان كوجري": Byline("", ("سيروان كوجري",), role="حوار"),
    "لندن - سيروان كوجري": Byline("", ("سيروان كوجري",), place="لندن"),
    "متابعة: البوابة الخضراء": Byline("", publication="البوابة الخضراء", role="متابعة"),
    "وكالات - شبابيك": Byline("", publication="شبابيك"),
    "دبي - البوابة الخضراء": Byline("", publication="البوابة الخضراء", place="دبي"),
    "لندن - الخورمالة اليوم": Byline("", publication="الخورمالة اليوم", place="لندن"),
    "خالد حداد - خورمالة": Byline("", ("خالد حداد",), place="خورمالة"),
}


def without_raw(found: Byline | None) -> Byline | None:
    return found and Byline("", *(getattr(found, name) for name in Byline.__match_args__[1:]))


ROWS = [(table, row) for table, rows in decisions().items() for row in rows]
#: A paragraph that opens with a dateline of one kind, and one that does not.
ALONE = {
    Kind.PERSON: ("محمد العلي - أعلنت الشركة", "محمد العلي: لن نقبل بذلك"),
    Kind.PLACE: ("بيروت: أكد الرئيس", "إيران: لن نفاوض تحت الضغط"),
    Kind.PAPER: ("الوكيل الإخباري- أكد وزير", "الحياة - كما قال - حلوة"),
    Kind.AGENCY: ("وطنية - صدر عن الوزارة", "وطنية - كما قال الوزير"),
}


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[row.example for _, row in ROWS])
def test_a_decision_is_made_by_its_row(
    table: str, row: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert without_raw(byline.parse(row.example)) == EXAMPLES[row.example]
    others = tuple(other for other in decisions()[table] if other is not row)
    monkeypatch.setitem(decisions(), table, others)
    assert without_raw(byline.parse(row.example)) != EXAMPLES[row.example]


@pytest.mark.parametrize("example", REFUSALS)
def test_a_refusal_is_made_by_its_row(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert byline.parse(example) is None
    others = {other: fits for other, fits in REFUSALS.items() if other != example}
    monkeypatch.setattr(import_module("arnews.fields.byline.parse"), "REFUSALS", others)
    assert byline.parse(example) is not None


@pytest.mark.parametrize("kind", RULES)
def test_a_dateline_of_one_kind_follows_its_rule(kind: Kind) -> None:
    opened, spoken = ALONE[kind]
    assert dateline.parse(opened) is not None
    assert dateline.parse(spoken) is None
