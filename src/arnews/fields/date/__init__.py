"""Dates as Arabic news prints them: every calendar, month name and digit, absolute or relative.

parse("الأربعاء 15 شوال 1445هـ الموافق 24 إبريل 2024م")
parse("منذ ساعتين", reference=datetime(2025, 3, 18, 21, 40))
find("نشر بتاريخ: 08/05/2019 ( آخر تحديث: 11/05/2019 الساعة: 09:36 )")

A text is tagged with the parts of dates in it (`tag`: days, times of day, distances, labels), and
the parts of one date are resolved to its value (`resolve`).
"""

from .find import Found, find, time_after
from .format import STYLES, format
from .parse import parse
from .resolve import offset_in

__all__ = ["STYLES", "Found", "find", "format", "offset_in", "parse", "time_after"]
