"""Articles in an SQLite database, with one question to it."""

import sqlite3

import arnews

PAGES = [
    "رافعات جديدة تضاعف قدرة الميناء\n\n12 مارس 2024 - 14:20\n\nاللاذقية - رويترز\n\n"
    "بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.\n",
    "ثلاث آبار جديدة في الواحة\n\n3 أبريل 2024\n\nسامي الحداد\n\n"
    "افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة.\n",
    "سدود الجنوب تمتلئ\n\n9 أبريل 2024\n\nرويترز\n\n"
    "امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه.\n",
]

rows = [row for text in PAGES for row in arnews.records(arnews.parse(text))]
columns = list(rows[0])

database = sqlite3.connect("articles.db")
database.execute("DROP TABLE IF EXISTS articles")
database.execute(f"CREATE TABLE articles ({', '.join(columns)})")
values = ", ".join(f":{column}" for column in columns)
database.executemany(f"INSERT INTO articles VALUES ({values})", rows)
database.commit()

question = """
    SELECT headline, published_date FROM articles
    WHERE agencies LIKE '%reuters%' ORDER BY published_date
"""
for headline, day in database.execute(question):
    print(headline, "|", day)
database.close()
