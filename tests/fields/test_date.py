"""Dates: the gold table, further strings of its kinds, and what is no date."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from arnews import lexicon
from arnews.fields import date
from arnews.testing import moments
from helpers.field_samples import DATES
from helpers.linear import assert_linear

NOW = datetime(2025, 3, 18, 21, 40)
TABLE = (Path(__file__).parent.parent / "gold" / "dates.tsv").read_text("utf-8").splitlines()
GOLD = [line.split("\t") for line in TABLE[1:] if line.strip()]


def iso(text, reference=NOW):
    found = date.parse(text, reference=reference)
    return found.iso if found else None


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row[0])
def test_gold(row):
    text, reference, expected = row[:3]
    found = iso(text, datetime.fromisoformat(reference) if reference else None)
    assert (found or "") == expected


# Worked out by hand from the calendar; the reference is Tuesday, 18 March 2025, 21:40.
FURTHER = [
    # every month name of every region, mixed digits, hamza and heh as they come
    *[(f"5 {name} 2021", f"2021-{n:02}-05") for n, names in enumerate([
        ("يناير", "كانون الثاني", "كانون ثاني", "جانفي"),
        ("فبراير", "شباط", "فيفري", "فيفريه"),
        ("مارس", "آذار", "اذار"),
        ("أبريل", "ابريل", "إبريل", "نيسان", "أفريل", "افريل"),
        ("مايو", "أيار", "ايار", "ماي", "نوار"),
        ("يونيو", "حزيران", "جوان", "يونيه", "يونية"),
        ("يوليو", "تموز", "جويلية", "جويليه", "يوليوز", "يوليه"),
        ("أغسطس", "اغسطس", "آب", "اب", "أوت", "اوت", "غشت", "أغشت"),
        ("سبتمبر", "أيلول", "ايلول", "شتنبر", "شتمبر"),
        ("أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "تشرين أول"),
        ("نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر"),
        ("ديسمبر", "كانون الأول", "كانون أول", "دجنبر", "دجمبر"),
    ], 1) for name in names],
    ("٥ نيسان/ابريل ٢٠٢١", "2021-04-05"),
    ("5 نيسان (أبريل) 2021", "2021-04-05"),
    ("5 أبريل - نيسان 2021", "2021-04-05"),
    ("الخميس18 غشت 2016", "2016-08-18"),
    ("06/أغسطس/2025", "2025-08-06"),
    ("18-Mar-2025", "2025-03-18"),
    ("Mar 18, 2025", "2025-03-18"),
    ("Tuesday, 02 June 2015 - 21:42 pm", "2015-06-02T21:42"),
    ("الحادي والعشرين من فبراير 2024", "2024-02-21"),
    ("الثلاثون من يونيو 2013", "2013-06-30"),
    ("الفاتح من نوفمبر 1954", "1954-11-01"),
    # numbers
    ("20 - 08 - 2012", "2012-08-20"),
    ("الخميس 2 - 1 - 2020", "2020-01-02"),
    ("4/7/2021", "2021-07-04"),
    ("04/06/09", "2009-06-04"),
    ("2024/01/15م", "2024-01-15"),
    # beside other words
    ("بالفيديو 27-03-2023, 00:17 | --", "2023-03-27T00:17"),
    ("منزل 24/04/2024 17:52", "2024-04-24T17:52"),
    ("مـــريم العلي 20 مارس 2017 - 23:58", "2017-03-20T23:58"),
    ("اليوم السابع, حوادث 12 يناير، 2026", "2026-01-12"),
    # Hijri
    ("الجمعة, 7 ربيع الآخر 1440 هجريا, الموافق 14 ديسمبر 2018 ميلاديا", "2018-12-14"),
    ("غرة رمضان 1446", "2025-03-01"),
    ("15/07/1446هـ", "2025-01-15"),
    ("22-9-1446", "2025-03-22"),
    ("02 رجب 1446 هـ", "2025-01-02"),
    ("5 ذي القعدة 1445هـ - 13 مايو 2024م", "2024-05-13"),
    ("23 أغسطس 2019م - 22 من ذى الحجة 1440هـ - 17 مسرى 1735", "2019-08-23"),
    # times of day
    ("18 مارس 2025 12:05 ص", "2025-03-18T00:05"),
    ("18 مارس 2025 12:05 م", "2025-03-18T12:05"),
    ("18 مارس 2025 12:30 ظهرا", "2025-03-18T12:30"),
    ("18 مارس 2025 1:30 ظهراً", "2025-03-18T13:30"),
    ("18 مارس 2025 3 عصراً", "2025-03-18T15:00"),
    ("18 مارس 2025، الساعة 11 ليلاً", "2025-03-18T23:00"),
    ("18 مارس 2025، الساعة 2 ليلاً", "2025-03-18T02:00"),
    ("18/3/2025 الساعة 9.30 صباحاً", "2025-03-18T09:30"),
    ("٧:٣٠ مساءً ١٢ مايو ٢٠٢٣", "2023-05-12T19:30"),
    ("05-03-2024 14:20:05", "2024-03-05T14:20:05"),
    # zones
    ("18 مارس 2025 في تمام الساعة 10:00 مساءً بتوقيت أبوظبي", "2025-03-18T22:00+04:00"),
    ("18 يناير 2025 10:00 بتوقيت القاهرة", "2025-01-18T10:00+02:00"),
    ("18 يوليو 2025 10:00 بتوقيت القاهرة", "2025-07-18T10:00+03:00"),
    ("18 مارس 2025 10:00 بتوقيت الرباط", "2025-03-18T10:00+00:00"),
    ("18 مارس 2025 10:00 بالتوقيت المحلي", "2025-03-18T10:00"),
    ("18 مارس 2025 10:00 (توقيت مكة)", "2025-03-18T10:00+03:00"),
    ("2025-03-18 20:00 (GMT+0400)", "2025-03-18T20:00+04:00"),
    ("2025-03-18T18:40:00.123Z", "2025-03-18T18:40+00:00"),
    # distances
    ("قبل ساعة ونصف", "2025-03-18T20:10"),
    ("منذ ثلاثة أيام", "2025-03-15"),
    ("قبل خمس ساعات", "2025-03-18T16:40"),
    ("منذ أحد عشر يوماً", "2025-03-07"),
    ("منذ خمسة وعشرين دقيقة", "2025-03-18T21:15"),
    ("منذ حوالي 5 سنوات", "2020-03-18"),
    ("قبل ربع ساعة", "2025-03-18T21:25"),
    ("قبل شهرين", "2025-01-18"),
    ("منذ أسبوعين", "2025-03-04"),
    ("قبل قليل", "2025-03-18T21:40"),
    ("أمس الأول", "2025-03-16"),
    ("البارحة", "2025-03-17"),
    ("بعد غد", "2025-03-20"),
    ("اليوم 10:30", "2025-03-18T10:30"),
    ("أمس الساعة 5 مساء", "2025-03-17T17:00"),
    ("فجر السبت", "2025-03-15"),
    ("الثلاثاء", "2025-03-18"),
    ("الثلاثاء الماضي", "2025-03-11"),
    ("الثلاثاء المقبل", "2025-03-25"),
    # labels, places, what stands around
    ("Published On 19/10/2025", "2025-10-19"),
    ("نشر في المساء يوم 20 - 08 - 2012", "2012-08-20"),
    ("الخميس ، 12 تشرين الثاني/نوفمبر 2009، آخر تحديث 20:00 (GMT+0400)", "2009-11-12T20:00+04:00"),
    ("آخر تحديث للموقع 4 أبريل 2024", "2024-04-04"),
    ("محمد عليمنشر في هبة بريس يوم 30 - 10 - 2012", "2012-10-30"),
    ("بيان اليومنشر في بيان اليوم يوم 01 - 08 - 2012", "2012-08-01"),
    ("كتب: خالد حداد | 4 أبريل 2024", "2024-04-04"),
    ("سيدني، في 4 أبريل 2024", "2024-04-04"),
    ("القدس العربي الخميس 4 أبريل 2024", "2024-04-04"),
    ("4 أبريل 2024 | 3 دقائق قراءة", "2024-04-04"),
    # parts of a date
    ("سبتمبر - أيلول 2020", "2020-09"),
    ("كانون الثاني/يناير 2024", "2024-01"),
    ("3 أبريل", "2024-04-03"),
    ("24 أبريل المقبل", "2025-04-24"),
    ("الأحد 5 مارس", "2023-03-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_further_dates(text, expected):
    assert iso(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "لمدة ثلاثة أيام", "خلال 24 ساعة", "نحو 1.5 ساعة", "هدف في الدقيقة 90", "4-1",
        "آية 2/255", "+966 55 123 4567", "98.5", "1.2.3", "0 73", "عام 2012", "19:45",
        "قال إنه سيسافر يوم السبت إلى القاهرة", "أكثر من 51 ألف فلسطيني", "6-4 / 6-4",
        "وقال الوزير في 12 مايو 2020 إن الحكومة قررت منح الشركات مهلة جديدة",
        # a date amid other words
        "ووقع أول حادث مساء الأربعاء 4 أبريل 1984 في حي السلام",
        "وولد الراحل في 4 أبريل 1924 بمدينة طنطا", "4 أبريل 2024: بدء أعمال الجسر",
        "ونص القرار الصادر بتاريخ 12/3/2023 على الآتي:", "شارع 9 شعبان",
        "12 مايو 2020 - قال الوزير", "19 أكتوبر.. بداية عرض مسلسل", "انتصارات 6 أكتوبر 1973",
        "وكالة 2 ديسمبر | 2157 قراءة",
        "30 فبراير 2024", "31/11/2024", "31 سبتمبر 2024", "2024-13-01", "١٢٣٤٥٦٧٨٩٠",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    assert date.parse(text, reference=NOW) is None


def test_relative_dates_stay_open_without_a_clock():
    found = date.parse("منذ ساعتين")
    assert (found.raw, found.value) == ("منذ ساعتين", None)


def test_the_hijri_date_is_kept_as_printed():
    found = date.parse("الأربعاء 15 شوال 1445هـ الموافق 24 إبريل 2024م")
    assert found.hijri == "15 شوال 1445هـ"


def test_find_finds_a_date_amid_other_words():
    (found,) = date.find("ووقع أول حادث مساء الأربعاء 4 أبريل 1984 في حي السلام")
    assert (found.moment.raw, found.moment.iso) == ("مساء الأربعاء 4 أبريل 1984", "1984-04-04")


def test_the_part_of_a_day_may_be_of_the_time_before_the_weekday():
    (found,) = date.find("الساعة 10:20 مساء الثلاثاء 18 مارس 2025")
    assert found.moment.iso == "2025-03-18T22:20"


def test_find_takes_an_hour_behind_its_preposition():
    (found,) = date.find("يوم 18 مارس 2025 على 20:15")
    assert found.moment.iso == "2025-03-18T20:15"


def test_a_label_may_be_glued_to_the_time_before_it():
    published, modified = date.find("نشر في: 05/08/2025 - 11:20آخر تحديث: 06/08/2025 - 12:01")
    assert (modified.kind, modified.moment.iso) == ("modified", "2025-08-06T12:01")
    assert published.moment.iso == "2025-08-05T11:20"


def test_find_keeps_the_hijri_date_as_printed_inside_a_text():
    text = "صدر العدد يوم الأربعاء 15 شوّال 1445هـ الموافق 24 إبريل 2024م"
    (found,) = date.find(text)
    assert (found.moment.iso, found.moment.hijri) == ("2024-04-24", "15 شوّال 1445هـ")


def test_a_letter_that_grows_in_lower_case_hides_no_date():
    (found,) = date.find("İstanbul 15 شوال 1445هـ")
    assert found.moment.hijri == "15 شوال 1445هـ"


def test_an_aware_reference_makes_aware_moments():
    from datetime import UTC

    found = date.parse("منذ ساعتين", reference=NOW.replace(tzinfo=UTC))
    assert found.iso == "2025-03-18T19:40+00:00"


def test_find_tells_publishing_from_update():
    text = "نشر بتاريخ: 08/05/2019 ( آخر تحديث: 11/05/2019 الساعة: 09:36 )"
    published, modified = date.find(text)
    assert (published.kind, published.moment.iso) == ("published", "2019-05-08")
    assert (modified.kind, modified.moment.iso) == ("modified", "2019-05-11T09:36")
    assert text[published.start : published.end] == "08/05/2019"


def test_an_updated_time_takes_its_day_from_the_date_before():
    published, modified = date.find("الخميس ، 12 نوفمبر 2009، آخر تحديث 20:00 (GMT+0400)")
    assert published.moment.iso == "2009-11-12"
    assert (modified.kind, modified.moment.iso) == ("modified", "2009-11-12T20:00+04:00")


@given(moments, st.sampled_from(sorted(date.STYLES)))
def test_what_is_printed_is_read_back(moment, style):
    printed = date.format(moment, style)
    assert date.parse(printed).value == moment.value


@pytest.mark.parametrize(("text", "value"), DATES)
def test_samples_both_ways(text, value):
    assert date.parse(text) == evolve(value, raw=text)
    if value.value is not None:
        printed = {date.format(value, style) for style in date.STYLES}
        assert {date.parse(each).value for each in printed} == {value.value}


_PIECES = [
    "منذ",
    "١٨",
    "مارس",
    " ",
    "/",
    "-",
    "5",
    "2025",
    "م",
    "هـ",
    "الأحد",
    ":",
    "GMT+",
    "99999",
]


@given(st.text(max_size=200) | st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))
def test_any_text_is_read(text):
    date.parse(text, reference=NOW)
    for found in date.find(text, reference=NOW):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.moment.raw


@pytest.mark.parametrize(
    "piece",
    [" ", "1", "1/", "1 - ", "\u064b", "منذ ", "5 مارس ", "5 صفر 1446 ", "( ", "5:", "يوم "],
)
def test_hostile_text_takes_linear_time(piece):
    def work(size):
        text = (piece * size)[:size]
        return lambda: (date.parse(text, reference=NOW), date.find(text, reference=NOW))

    assert_linear(work, 8_000)


def test_a_word_that_an_extended_calendar_begins_with_a_digit():
    mine = lexicon.default().extended({"calendar": {"day_words": {"-1": ["24 ساعة مضت"]}}})
    found = date.parse("24 ساعة مضت", reference=NOW, lexicon=mine)
    assert found is not None
    assert found.iso == "2025-03-17"


def test_a_time_alone_stands_on_the_day_printed_before_it() -> None:
    day = date.parse("19/10/2025")
    assert day is not None
    later = date.time_after(day, "14:59 (توقيت مكة)")
    assert later is not None
    assert (later.raw, later.iso) == ("14:59 (توقيت مكة)", "2025-10-19T14:59+03:00")
    assert date.time_after(day, "حفظ") is None
    assert date.time_after(day, "امتلأت السدود بعد أسبوع") is None


def test_calendars_and_zones_are_imported_when_first_needed() -> None:
    code = "import sys, arnews; print({'dateutil', 'hijridate'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert printed.stdout.strip() == b"set()"
