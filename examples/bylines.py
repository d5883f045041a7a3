"""Bylines and datelines without a page: who wrote, for whom, and where."""

from arnews.fields import byline, dateline

LINES = [
    "رنا منصور - اللاذقية",
    "لندن: «الشرق الأوسط»",
    "بقلم: سامي الحداد",
    "المصدر: رويترز",
    "اقرأ أيضاً",
]
for line in LINES:
    found = byline.parse(line)
    if found is None:
        print("no byline:", line)
        continue
    print("authors:", *found.authors, "| publication:", found.publication, end=" ")
    print("| agencies:", *found.agencies, "| place:", found.place)

paragraph = "بيروت (رويترز) - أعلنت الوزارة، الثلاثاء، خطة جديدة للمياه."
found = dateline.parse(paragraph)
print("place:", found.place, "| agencies:", *found.agencies)
print(paragraph.removeprefix(found.raw))
