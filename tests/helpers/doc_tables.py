"""The tables of docs/layouts.md that are made from the registry and the styles.

`python tests/helpers/doc_tables.py` writes them into the document; `test_docs.py` holds them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import regex

from arnews import Byline, Credit, Moment, layouts
from arnews.fields import byline, credit, date
from arnews.fields.credit import CaptionLine

DOCUMENT = Path(__file__).parents[2] / "docs" / "layouts.md"
_TABLE = regex.compile(r"(?s)(<!-- table: (\w+) -->\n).*?(?=<!-- end -->)")

_CAPTION = CaptionLine("رافعة على الرصيف", Credit("رويترز", ("reuters",)))
_BYLINE = Byline("", ("رنا منصور",), place="بيروت")
_MOMENT = Moment("", datetime(2024, 7, 12, 14, 20))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(list(head)), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _styles(printed: Mapping[str, str]) -> str:
    rows = [[f"`{name}`", text.replace("\n", " ⏎ ")] for name, text in printed.items()]
    return table(["style", "prints"], rows)


def _layouts() -> str:
    head = ["id", "name", "domains", "printed until", "rests on"]
    rows = [
        [
            f"`{m.id}`",
            m.name,
            ", ".join(m.domains),
            str(m.until or ""),
            " ".join(m.rests_on.split()),
        ]
        for m in layouts.all_layouts().values()
    ]
    return table(head, rows)


def tables() -> dict[str, str]:
    """Each table by its name in the document."""
    return {
        "caption": _styles({name: credit.format(_CAPTION, name) for name in credit.STYLES}),
        "byline": _styles({name: byline.format(_BYLINE, name) for name in byline.STYLES}),
        "date": _styles({name: date.format(_MOMENT, name) for name in date.STYLES}),
        "layouts": _layouts(),
    }


def filled(document: str, made: Mapping[str, str]) -> str:
    """`document` with its tables as `made` has them, by their names."""
    return _TABLE.sub(lambda found: found[1] + made[found[2]], document)


if __name__ == "__main__":
    DOCUMENT.write_text(filled(DOCUMENT.read_text("utf-8"), tables()), "utf-8")
