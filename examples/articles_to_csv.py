"""Pages in a folder become one CSV file: a row for each article."""

import csv
from pathlib import Path

import arnews

CRANES = """\
رافعات جديدة تضاعف قدرة الميناء

12 مارس 2024

رنا منصور - اللاذقية

بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.
"""
WELLS = """\
ثلاث آبار جديدة في الواحة

3 أبريل 2024

سامي الحداد

افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة.
"""

folder = Path("pages")  # your pages stand here
folder.mkdir(exist_ok=True)
(folder / "cranes.txt").write_text(CRANES, "utf-8")
(folder / "wells.txt").write_text(WELLS, "utf-8")

rows = []
for file in sorted(folder.iterdir()):
    page = arnews.parse(file.read_bytes())
    rows += [{"file": file.name, **row} for row in arnews.records(page)]

# "utf-8-sig" tells Excel that the file is UTF-8.
with open("articles.csv", "w", encoding="utf-8-sig", newline="") as out:
    table = csv.DictWriter(out, rows[0])
    table.writeheader()
    table.writerows(rows)

for row in rows:
    print(row["file"], row["published_date"], row["authors"], row["place"])
