"""Forms of dates, credits, bylines and datelines that no page of the gold has.

The tables in `forms/` are invented in the manner of Arabic papers, and each value was judged by
reading its line. Empty values want nothing; cells are tab separated, `\\n` is a line end.
"""

from datetime import datetime
from pathlib import Path

import pytest

from arnews.fields import byline, credit, date, dateline

NOW = datetime(2025, 3, 18, 21, 40)  # a Tuesday
FORMS = Path(__file__).parent / "forms"


def rows(name: str) -> list[list[str]]:
    lines = (FORMS / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [line.replace("\\n", "\n").split("\t") for line in lines]


def values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(" | ")) if cell else ()


@pytest.mark.parametrize(("text", "expected"), rows("dates"))
def test_date(text, expected):
    found = date.parse(text, reference=NOW)
    assert ((found.iso if found else None) or "") == expected


@pytest.mark.parametrize("row", rows("credits"), ids=lambda row: row[0])
def test_credit(row):
    line, caption, agencies, photographer, source, archive, illustrative = row
    found = credit.parse(line)
    assert (found.caption or "") == caption
    if agencies == "no credit":
        assert found.credit is None
        return
    assert found.credit.agencies == values(agencies)
    assert (found.credit.photographer or "") == photographer
    assert (found.credit.source or "") == source
    assert (found.credit.archive, found.credit.illustrative) == (bool(archive), bool(illustrative))


@pytest.mark.parametrize("row", rows("bylines"), ids=lambda row: row[0])
def test_byline(row):
    text, authors, publication, agencies, place, role = row
    found = byline.parse(text)
    if found is None:
        assert not any(row[1:])
        return
    assert (found.authors, found.agencies) == (values(authors), values(agencies))
    assert (found.publication or "", found.place or "") == (publication, place)
    assert (found.role or "") == role


@pytest.mark.parametrize("row", rows("datelines"), ids=lambda row: row[0] + row[1])
def test_dateline(row):
    head, sentence, authors, publication, agencies, place = row
    found = dateline.parse(head + sentence)
    if not head:
        assert found is None
        return
    assert found.raw == head
    assert (found.authors, found.agencies) == (values(authors), values(agencies))
    assert (found.publication or "", found.place or "") == (publication, place)
