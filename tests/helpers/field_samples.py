"""Real forms of the fields, what they say, and where they were seen."""

from datetime import UTC, date, datetime

from arnews.fields.credit import CaptionLine
from arnews.model import Byline, Credit, Moment

BYLINES = (
    ("«الشرق الأوسط» (روما)", Byline("", publication="الشرق الأوسط", place="روما")),  # aawsat.com
    ("رائد جبر (موسكو)", Byline("", ("رائد جبر",), place="موسكو")),  # aawsat.com
    ("لندن: «الشرق الأوسط»", Byline("", publication="الشرق الأوسط", place="لندن")),  # aawsat.com
    ("تل أبيب: نظير مجلي", Byline("", ("نظير مجلي",), place="تل أبيب")),  # aawsat.com
    ("دبي - العربية.نت", Byline("", publication="العربية.نت", place="دبي")),  # alarabiya.net
    ("الكويت - رويترز", Byline("", (), "رويترز", ("reuters",), "الكويت")),  # alarabiya.net
    ("أنقرة / الأناضول", Byline("", (), "الأناضول", ("anadolu",), "أنقرة")),  # aa.com.tr
    ("حوار: آسيا العتروس", Byline("", ("آسيا العتروس",), role="حوار")),  # assabah.com.tn
    ("المصدر: رويترز", Byline("", agencies=("reuters",))),  # france24.com
)

DATELINES = (
    ("واشنطن (رويترز) – ", Byline("", agencies=("reuters",), place="واشنطن")),  # aljazeerapress.net
    ("لندن - «القدس العربي»: ", Byline("", (), "القدس العربي", (), "لندن")),  # alquds.co.uk
    ("القاهرة - محمد المصرى: ", Byline("", ("محمد المصرى",), place="القاهرة")),  # alwatan.com
    ("كتب حسن المطروشي: ", Byline("", ("حسن المطروشي",))),  # alwatan.com
    ("نابلس - ", Byline("", place="نابلس")),  # maannews.net
)

CREDITS = (
    ("بوتين خلال اللقاء (أ.ف.ب)", CaptionLine("بوتين خلال اللقاء", Credit("أ.ف.ب", ("afp",)))),
    (
        "ترمب وبوتين (أرشيفية - رويترز)",
        CaptionLine("ترمب وبوتين", Credit("أرشيفية - رويترز", ("reuters",), archive=True)),
    ),
    ("«إنستغرام»", CaptionLine(None, Credit("«إنستغرام»", ("instagram",)))),
    ("أرشيفية", CaptionLine(None, Credit("أرشيفية", archive=True))),
)

DATES = (
    ("12 فبراير (شباط)", Moment("")),  # aawsat.com; which year, only a clock says
    ("20 يوليو/تموز 2025", Moment("", date(2025, 7, 20))),  # dw.com
    ("الجمعة 20 نونبر 2020 - 09:00", Moment("", datetime(2020, 11, 20, 9))),  # hespress.com
    ("07:36 م 10/11/2025", Moment("", datetime(2025, 11, 10, 19, 36))),  # masrawy.com
    (
        "09.01.2016 | 19:55 GMT",  # arabic.rt.com
        Moment("", datetime(2016, 1, 9, 19, 55, tzinfo=UTC)),
    ),
    (
        "الأربعاء 15 شوال 1445هـ الموافق 24 إبريل 2024م",  # samaworld.com
        Moment("", date(2024, 4, 24), "15 شوال 1445هـ"),
    ),
)
