"""Whose pictures a page shows: agencies, photographers, the archive."""

from collections import Counter

import arnews

TEXT = """\
سدود الجنوب تمتلئ بعد أسبوع من الأمطار

9 أبريل 2024

مياه تتدفق من سد في الجنوب (أرشيفية - رويترز)

امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه، الثلاثاء.

مزارعون قرب السد (أ.ف.ب)

وقال مزارعون في القرى القريبة إن مياه الآبار ارتفعت للمرة الأولى منذ خمسة أعوام.

قوارب في بحيرة السد (تصوير: سامي الحداد)

وتتوقع الوزارة أن تكفي المياه حتى نهاية الصيف المقبل إذا لم ترتفع درجات الحرارة.
"""

count = Counter()
for article in arnews.parse(TEXT).articles:
    for figure in article.figures:
        credit = figure.credit
        if credit is None:
            continue
        who = ", ".join(credit.agencies) or credit.photographer
        print(figure.caption, "|", who, *(["| archive"] if credit.archive else []))
        count.update(credit.agencies)

print(dict(count))
