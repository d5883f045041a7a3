"""Real dates and what they say, with where they stand."""

from __future__ import annotations

#: Text, reference (ISO or `None`), ISO value.
SAMPLES = (
    ("12 فبراير (شباط)", "2025-03-18T21:40", "2025-02-12"),  # aawsat.com
    ("20 يوليو/تموز 2025", None, "2025-07-20"),  # dw.com
    ("الجمعة 20 نونبر 2020 - 09:00", None, "2020-11-20T09:00"),  # hespress.com
    ("07:36 م 10/11/2025", None, "2025-11-10T19:36"),  # masrawy.com
    ("09.01.2016 | 19:55 GMT", None, "2016-01-09T19:55+00:00"),  # arabic.rt.com
    ("الأربعاء 15 شوال 1445هـ الموافق 24 إبريل 2024م", None, "2024-04-24"),  # samaworld.com
)
