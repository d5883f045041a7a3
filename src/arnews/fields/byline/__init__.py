"""Bylines and end credits: who wrote, for whom, where. Read by `parse`, printed by `format`.

A byline is the line under a headline or at the end of a story: «لندن: «الشرق الأوسط»»,
«رائد جبر (موسكو)», «حوار: آسيا العتروس», «المصدر: رويترز», «(بترا)». A text is split into segments
(`tokenize`), each is tagged with all that it may be (`tag`), and a table decides between the kinds
by what is around (`decisions`). `dateline` reads the head of a paragraph in the same way, and
`combine` makes one byline of all that signs an article.

After a source label, or where brackets wrap the whole, an agency is an agency only, while in a
byline («دبي - وام») it is the publication too.
"""

from .combine import BESIDE_DATE, beside_date, combine, stands_in
from .format import STYLES, format
from .parse import LONGEST, parse

__all__ = [
    "BESIDE_DATE",
    "LONGEST",
    "STYLES",
    "beside_date",
    "combine",
    "format",
    "parse",
    "stands_in",
]
