"""`records`: the articles of a page as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from .arguments import check
from .model import Article, Byline, Credit, Figure, Moment, Page

#: One article: the value of each column.
Row: TypeAlias = dict[str, str | int | None]

SEVERAL = " | "  # between the values of a list


def records(page: Page) -> list[Row]:
    """A row for each article of `page`, for tables (pandas, CSV, Parquet).

    All rows have the same keys in the same order, and a key has one type: `str`, or `int` for
    `article`, `figures` and `related`. Absent values are `None`. The values of a list are joined by
    `" | "`. A date has four columns, each `None` if the page does not say it: `published_date`
    (`"2025-03-18"`), `published_time` (`"21:40"`, local time of the publisher),
    `published_utc_offset` (`"+03:00"`), and `published_partial` (`"2025-03"`, a month or year
    alone); `published` is the date as printed. `docs/json.md` lists all keys.

        import pandas
        pandas.DataFrame([row for page in pages for row in arnews.records(page)])

    A page without an article has no row. Raises `BadArgument` for anything but a page.

    >>> from datetime import date
    >>> moment = Moment("الثلاثاء 18 مارس 2025", date(2025, 3, 18))
    >>> row = records(Page((Article(headline="قمة الرياض", published=moment),)))[0]
    >>> row["headline"], row["published_date"], row["published_time"], row["authors"]
    ('قمة الرياض', '2025-03-18', None, None)
    """
    check("page", page, Page, "an arnews.Page, as arnews.parse gives it")
    return [_row(page, index, article) for index, article in enumerate(page.articles)]


def _row(page: Page, index: int, article: Article) -> Row:
    byline = article.byline or Byline("")
    return {
        "url": page.url,
        "layout": page.layout,
        "article": index,
        "headline": article.headline,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "section": article.section,
        "byline": byline.raw or None,
        "authors": _joined(byline.authors),
        "publication": byline.publication,
        "agencies": _joined(byline.agencies),
        "place": byline.place,
        "role": byline.role,
        **_moment("published", article.published),
        **_moment("modified", article.modified),
        **_lead_image(article.lead_image or Figure()),
        "text": article.text or None,
        "figures": len(article.figures),
        "tags": _joined(article.tags),
        "related": len(article.related),
        "from_metadata": _joined(article.from_metadata),
        "warnings": _joined(dict.fromkeys(warning.code for warning in page.warnings)),
    }


def _joined(values: Iterable[str]) -> str | None:
    return SEVERAL.join(values) or None


def _moment(name: str, moment: Moment | None) -> Row:
    moment = moment or Moment("")
    value = moment.value
    day, time, offset = value.isoformat() if value else None, None, None
    if isinstance(value, datetime):
        naive = value.replace(tzinfo=None)
        precise = naive.second or naive.microsecond
        time = naive.time().isoformat(timespec="auto" if precise else "minutes")
        day = naive.date().isoformat()
        offset = value.isoformat().removeprefix(naive.isoformat()) or None
    return {
        name: moment.raw or None,
        f"{name}_date": day,
        f"{name}_time": time,
        f"{name}_utc_offset": offset,
        f"{name}_partial": moment.partial,
        f"{name}_hijri": moment.hijri,
    }


def _lead_image(figure: Figure) -> Row:
    credit = figure.credit or Credit("")
    return {
        "lead_image_url": figure.url,
        "lead_image_caption": figure.caption,
        "lead_image_credit": credit.raw or None,
        "lead_image_agencies": _joined(credit.agencies),
        "lead_image_photographer": credit.photographer,
    }
