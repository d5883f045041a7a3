"""A small package that builds on arnews: whose pictures a page prints, as CSV."""

from __future__ import annotations

import csv
import io

import arnews

COLUMNS = ("article", "caption", "agencies", "archive")


def to_csv(page: arnews.Page) -> str:
    """A row for every figure of `page`, in the order of the page."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for number, article in enumerate(page.articles):
        for figure in article.figures:
            credit = figure.credit or arnews.Credit("")
            agencies = " ".join(credit.agencies)
            writer.writerow([number, figure.caption or "", agencies, int(credit.archive)])
    return out.getvalue()


def tidy(text: str) -> str:
    """`text` with one kind of line end and no blanks at the ends of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip(" \t") for line in lines)
