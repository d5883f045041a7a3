"""How bylines, datelines, credits and dates are printed, sign by sign.

Reading forgives a blank or a dash too many, so that no property can tell what a style prints.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from arnews.fields import byline, credit, dateline
from arnews.fields import date as dates
from arnews.fields.credit import CaptionLine
from arnews.model import Byline, Credit, Moment

TWO = Byline("", ("سامر الحاج", "ليلى منصور"), place="طرابلس")
HOUSE = Byline("", publication="الشرق الأوسط", place="روما")
UNKNOWN = Byline("", publication="رسالة الخليج", place="دبي")  # in no table: a place, by its words
SIGNING = Byline("", (), "رويترز", ("reuters",), "الكويت")
SOURCES = Byline("", agencies=("reuters", "afp"))
INTERVIEW = Byline("", ("آسيا العتروس",), role="حوار", place="تونس")
MANAGER = Byline("", ("سعد السعدي",), role="المنسق الإعلامي")
BRACKETED = Byline("", ("رائد جبر",), place="سان بطرسبرغ (روسيا)")
ALL = Byline("", ("خالد حداد",), "القدس العربي", ("afp",), "لندن", "تقرير")

BYLINES = [
    (TWO, "brackets", "سامر الحاج، ليلى منصور (طرابلس)"),
    (TWO, "colon", "طرابلس: سامر الحاج، ليلى منصور"),
    (TWO, "dash", "طرابلس - سامر الحاج، ليلى منصور"),
    (TWO, "slash", "طرابلس / سامر الحاج، ليلى منصور"),
    (TWO, "trailing dash", "سامر الحاج، ليلى منصور - طرابلس"),
    (HOUSE, "brackets", "«الشرق الأوسط» (روما)"),
    (HOUSE, "colon", "روما: «الشرق الأوسط»"),
    (HOUSE, "dash", "روما - الشرق الأوسط"),
    (HOUSE, "slash", "روما / الشرق الأوسط"),
    (UNKNOWN, "dash", "دبي - «رسالة الخليج»"),
    (SIGNING, "brackets", "رويترز (الكويت)"),
    (SIGNING, "dash", "الكويت - رويترز"),
    (SOURCES, "brackets", "المصدر: رويترز - أ.ف.ب"),
    (SOURCES, "slash", "المصدر: رويترز / أ.ف.ب"),
    (INTERVIEW, "colon", "تونس: حوار: آسيا العتروس"),
    (MANAGER, "colon", "المنسق الإعلامي - سعد السعدي"),
    (BRACKETED, "brackets", "سان بطرسبرغ (روسيا): رائد جبر"),
    (BRACKETED, "dash", "سان بطرسبرغ (روسيا) - رائد جبر"),
    (ALL, "brackets", "تقرير: خالد حداد - «القدس العربي» - أ.ف.ب (لندن)"),
    (ALL, "slash", "لندن / تقرير: خالد حداد / القدس العربي / أ.ف.ب"),
    (Byline("", place="بيروت"), "brackets", "بيروت"),
]

DATELINES = [
    (HOUSE, "colon", "روما - «الشرق الأوسط»: "),
    (HOUSE, "dash", "روما - «الشرق الأوسط» - "),
    (HOUSE, "brackets", "روما («الشرق الأوسط») – "),
    (HOUSE, "slash", "روما / «الشرق الأوسط»/ "),
    (SOURCES, "colon", "(رويترز - أ.ف.ب): "),
    (TWO, "colon", "طرابلس - سامر الحاج، ليلى منصور: "),
    (ALL, "slash", "لندن / تقرير: خالد حداد / «القدس العربي» / أ.ف.ب/ "),
    (Byline("", ("سعد السعدي",)), "colon", "كتب سعد السعدي: "),
    (Byline("", ("سعد السعدي",), role="حوار"), "dash", "حوار: سعد السعدي: "),
    (Byline("", place="نابلس"), "colon", "نابلس - "),
    (Byline(""), "colon", ""),
]

CAPTION = "رافعة على الرصيف"
REUTERS = Credit("رويترز", ("reuters",))
CREDITS = [
    (CaptionLine(CAPTION, REUTERS), "brackets", "رافعة على الرصيف (رويترز)"),
    (CaptionLine(CAPTION, REUTERS), "line", "رافعة على الرصيف\nرويترز"),
    (CaptionLine(CAPTION, REUTERS), "copyright", "رافعة على الرصيف © رويترز"),
    (CaptionLine(CAPTION, REUTERS), "label", "رافعة على الرصيف\nصورة من: رويترز"),
    (CaptionLine(CAPTION, None), "brackets", "رافعة على الرصيف"),
    (CaptionLine(None, REUTERS), "brackets", "(رويترز)"),  # bare, it would sign the article
    (CaptionLine(None, REUTERS), "line", "رويترز"),
    (CaptionLine(None, Credit("أرشيفية", archive=True)), "brackets", "أرشيفية"),
    (CaptionLine(None, Credit("وزارة الدفاع", source="وزارة الدفاع")), "line", "(وزارة الدفاع)"),
    (CaptionLine(None, None), "brackets", ""),
    (CaptionLine(None, Credit("", ("abaca",))), "brackets", "(أباكا)"),
]

DAY = date(2009, 3, 7)
TIME = datetime(2009, 3, 7, 9, 5)
DATES = [
    (Moment("", DAY), "weekday", "السبت 7 مارس 2009"),
    (Moment("", DAY), "english", "7 March 2009"),
    (Moment("", DAY), "both", "7 مارس (آذار) 2009"),
    (Moment("", DAY), "numeric", "07/03/2009"),
    (Moment("", DAY), "clock first", "07/03/2009"),
    (Moment("", TIME), "standard", "7 مارس 2009 - 09:05"),
    (Moment("", TIME), "clock first", "09:05 07/03/2009"),
    (Moment("", TIME.replace(second=9)), "iso", "2009-03-07 - 09:05:09"),
    (Moment("", TIME.replace(tzinfo=UTC)), "dotted", "07.03.2009 - 09:05 GMT"),
    (
        Moment("", TIME.replace(tzinfo=timezone(timedelta(hours=-3, minutes=-30)))),
        "levant",
        "7 آذار 2009 - 09:05 GMT-03:30",
    ),
    (Moment("في الصباح"), "iso", "في الصباح"),
]


@pytest.mark.parametrize(("value", "style", "printed"), BYLINES)
def test_a_byline(value: Byline, style: str, printed: str) -> None:
    assert byline.format(value, style) == printed


@pytest.mark.parametrize(("value", "style", "printed"), DATELINES)
def test_a_dateline(value: Byline, style: str, printed: str) -> None:
    assert dateline.format(value, style) == printed


@pytest.mark.parametrize(("value", "style", "printed"), CREDITS)
def test_a_credit(value: CaptionLine, style: str, printed: str) -> None:
    assert credit.format(value, style) == printed


@pytest.mark.parametrize(("value", "style", "printed"), DATES)
def test_a_date(value: Moment, style: str, printed: str) -> None:
    assert dates.format(value, style) == printed
