"""Pages that every engine reads, and what `arnews batch` writes for them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from arnews.batch.run import Settings, batch
from arnews.batch.workers import Allowance
from helpers import poison

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_08a769a62f779457.txt"
ALLOWANCE = Allowance(seconds=5, memory=1 << 30)
_WALL = "<html><body><h1>نحن نحترم خصوصيتك</h1><p>نستخدم ملفات تعريف الارتباط.</p></body></html>"
_TABLE = """<article><h1>ثلاث آبار جديدة في الواحة</h1><p>سلمى نصار - صنعاء</p><p>قبل 3 ساعات</p>
<figure><img src="/1.jpg"><figcaption>بئر في الواحة (أ.ف.ب)</figcaption></figure>
<p>افتتحت البلدية، الأربعاء، ثلاث آبار تسقي مئة مزرعة في شمال الواحة.</p><h2>مياه وأرض</h2>
<table><tr><td>البئر</td><td>العمق</td></tr><tr><td>الشمالية</td><td>120</td></tr></table>
<ul><li>بئر الشمال</li><li>بئر الجنوب</li></ul>
<p>وقال رئيس البلدية إن بئرين أخريين ستحفران قبل نهاية العام الحالي.</p></article>"""


def environment() -> dict[str, str]:
    """The environment of a program that imports arnews and these helpers."""
    path = [
        str(ROOT / "src"),
        str(ROOT / "tests"),
        *os.environ.get("PYTHONPATH", "").split(os.pathsep),
    ]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


def rows(folder: Path, poisons: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Pages of all kinds as rows of a table, a hundred of them plain; and `poisons` among them.

    The `id` is the one that `arnews batch` gives a line of `pages.jsonl` in `folder`.
    """
    texts = [json.loads(line)["text"] for line in poison.lines(100, {})]
    texts += [SEED.read_text("utf-8"), _WALL, _TABLE, "قائمة\nطعام", "PK\x03\x04", "سد\x00سد"]
    texts[3:3] = [f"POISON {each} 0" for each in poisons]
    at = datetime(2024, 4, 9, 10, 30, tzinfo=UTC)
    return [
        {
            "id": f"{folder / 'pages.jsonl'}:{number}",
            "html": text,
            "url": f"https://almina.example/{number}" if number % 5 else None,
            "fetched_at": at.isoformat() if number % 3 else None,
        }
        for number, text in enumerate(texts, 1)
    ]


def by_batch(rows: list[dict[str, Any]], folder: Path, output: str) -> Path:
    """What `arnews batch` makes of `rows`, in `folder`."""
    pages = folder / "pages.jsonl"
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    written = folder / output
    batch([str(pages)], str(written), parse=poison.parse, settings=Settings(1, ALLOWANCE))
    return written
