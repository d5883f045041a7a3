"""Dates without a page: one string, or all dates inside a sentence."""

from datetime import datetime

from arnews.fields import date

LINES = [
    "الثلاثاء 18 مارس/آذار 2025 - 21:40",
    "١٨ آذار ٢٠٢٥",
    "الثلاثاء 18 رمضان 1446هـ",
    "منذ ساعتين",
    "مارس 2025",
    "خطة جديدة للمياه",
]

fetched_at = datetime(2025, 3, 18, 21, 40)  # the clock for «منذ ساعتين»
for line in LINES:
    moment = date.parse(line, reference=fetched_at)
    print(moment.iso if moment else None, "|", line)

sentence = "وقع الحادث الأول مساء الأربعاء 4 أبريل 1984، والثاني صباح الخميس 9 مايو 1991."
for found in date.find(sentence):
    print(found.moment.iso, "|", sentence[found.start : found.end])
