"""Articles in an SQLite database, with one question to it."""

import sqlite3

import arnews

CRANES = """\
رافعات جديدة تضاعف قدرة الميناء

12 مارس 2024

اللاذقية - رويترز

بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.
"""
DAMS = """\
سدود الجنوب تمتلئ

9 أبريل 2024

سامي الحداد

امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه.
"""

rows = [row for text in (CRANES, DAMS) for row in arnews.records(arnews.parse(text))]
columns = list(rows[0])

database = sqlite3.connect("articles.db")
database.execute("DROP TABLE IF EXISTS articles")
database.execute(f"CREATE TABLE articles ({', '.join(columns)})")
values = ", ".join(f":{column}" for column in columns)
database.executemany(f"INSERT INTO articles VALUES ({values})", rows)
database.commit()

question = """
    SELECT published_date, headline FROM articles
    WHERE agencies LIKE '%reuters%' ORDER BY published_date
"""
for day, headline in database.execute(question):
    print(day, "|", headline)
database.close()
