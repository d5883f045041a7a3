"""Which strings of a page are named as unknown, and which are not."""

import pytest

import arnews
from arnews import lexicon
from arnews.batch.report import facts

BODY = (
    "<p>افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة بعد أشهر من العمل.</p>"
    "<p>وقال رئيس البلدية إن الآبار حفرت على عمق مئتي متر، وإن العمل فيها يستمر حتى الربيع.</p>"
)


def page_of(head="", caption=None):
    figure = f'<figure><img src="w.jpg"><figcaption>{caption}</figcaption></figure>'
    return arnews.parse(
        f"<article><h1>ثلاث آبار جديدة في الواحة</h1>{head}"
        f"{figure if caption else ''}{BODY}</article>"
    )


def seen(page):
    found = facts(page, 0.0, 0)
    return found["credits"], found["dates"], found["bylines"]


@pytest.mark.parametrize(
    ("caption", "credits"),
    [
        ("البئر الجديدة في الواحة (وكالة الواحة)", ["وكالة الواحة"]),
        ("البئر الجديدة في الواحة (Oasis Press)", ["Oasis Press"]),
        ("البئر الجديدة في الواحة (رويترز)", []),
        ("البئر الجديدة في الواحة (أرشيفية)", []),
        ("البئر الجديدة في الواحة (تصوير: سامي الحداد)", []),
        ("البئر الجديدة في الواحة (يمين)", []),
        ("البئر الجديدة في الواحة (2019)", []),
        ("البئر الجديدة في الواحة (دمشق)", []),
        ("البئر الجديدة في الواحة (وزارة الزراعة)", []),
        ("البئر الجديدة في الواحة", []),
    ],
)
def test_credits_that_name_no_known_agency(caption, credits):
    assert seen(page_of(caption=caption)) == (credits, [], [])


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("12 جانوير 2024", ["12 جانوير 2024"]),
        ("الأربعاء ١٢ جانوير ٢٠٢٤ - ١٤:٢٠", ["الأربعاء ١٢ جانوير ٢٠٢٤ - ١٤:٢٠"]),
        ("جانوير 12, 2024", ["جانوير 12, 2024"]),
        ("تاريخ النشر: 31/31/2024", ["تاريخ النشر: 31/31/2024"]),
        ("12 يناير 2024", []),
        ("الإصدار 10.2.31.7", []),
        ("حفرت البلدية 3 آبار 2024 مرة في شمال الواحة وجنوبها", []),
        ("— حساب البلدية (@waha) جانوير 12, 2024", []),
    ],
)
def test_dates_that_were_not_read(line, dates):
    assert seen(page_of(f"<div>{line}</div>"))[1] == dates


def test_no_date_is_missed_where_one_was_read():
    assert seen(page_of("<div>12 يناير 2024</div><div>12 جانوير 2024</div>"))[1] == []


@pytest.mark.parametrize(
    ("line", "bylines"),
    [
        ('<span class="author-name">شهربان الزيزفون</span>', ["شهربان الزيزفون"]),
        ('<span class="post-author">غرفة الواحة المتحدة</span>', ["غرفة الواحة المتحدة"]),
        ("<span>سامي الحداد</span>", []),
        ('<span class="author">1,204</span>', []),
        ('<span class="author">بقلم</span>', []),
        ('<span class="author">هل تنجح البلدية في حفر الآبار؟</span>', []),
        ("<span>شارك</span>", []),
    ],
)
def test_bylines_that_were_not_read(line, bylines):
    page = page_of(line)
    assert seen(page)[2] == bylines


def test_what_a_lexicon_knows_is_not_named():
    mine = lexicon.default().extended(
        {"agencies": {"waha": {"kind": "agency", "name": "x", "spellings": ["وكالة الواحة"]}}}
    )
    page = page_of(caption="البئر الجديدة في الواحة (وكالة الواحة)")
    assert facts(page, 0.0, 0, lexicon=mine)["credits"] == []


def test_a_page_has_a_few_values_of_a_kind():
    figures = "".join(
        f'<figure><img src="{n}.jpg"><figcaption>البئر في الواحة (وكالة {name})</figcaption>'
        "</figure>"
        for n, name in enumerate(["الغيمة", "النخلة", "الربوة", "السهل", "الوادي", "التل"])
    )
    assert len(seen(page_of(figures))[0]) == 4
