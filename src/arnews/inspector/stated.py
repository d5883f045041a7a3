"""What the page states to machines, beside what it shows: a table, disagreements marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import escape
from typing import NamedTuple

from ..fields import date as dates
from ..folding import fold
from ..model import Article, Moment, Page
from ..render.tags import tag
from . import words
from .words import code

_DAY = timedelta(days=1)  # which a time zone may make of one instant
_ABOUT_SITE = ("site_name", "publisher", "language", "kind", "generator")
_VERDICTS = {
    "agrees": "متفقان",
    "differs": "مختلفان",
    "only stated": "معلن فقط",
    "only shown": "معروض فقط",
    "about": "",
}


class _Row(NamedTuple):
    """One field: what is stated, where, what is shown, and how the two compare."""

    field: str
    stated: str
    source: str
    shown: str
    verdict: str


def stated(page: Page) -> str:
    """The table of `page`; empty if it states nothing, as text does."""
    rows = sorted(
        (row for row in _rows(page) if row.stated), key=lambda row: row.verdict != "differs"
    )
    if not rows:
        return ""
    differ = sum(row.verdict == "differs" for row in rows)
    count = f" · مختلفة: <b class=differs>{differ}</b>" if differ else ""
    opened = " open" if differ else ""
    head = "".join(f'<th scope="col">{each}</th>' for each in _HEAD)
    return (
        f'<details class="stated-table"{opened}><summary>ما تعلنه الصفحة وما تعرضه · '
        f'الحقول: {len(rows)}{count}</summary><div class="wide" tabindex="0" role="region" '
        f'aria-label="ما تعلنه الصفحة وما تعرضه"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(map(_row, rows))}</tbody></table></div></details>\n"
    )


_HEAD = ("الحقل", "المعلن", "مصدره", "المعروض", "الحكم")


def _row(row: _Row) -> str:
    return (
        f'<tr class="{row.verdict.replace(" ", "-")}">'
        f'<th scope="row">{escape(words.field(row.field))} {code(row.field)}</th>'
        f"<td>{_cell(row.stated)}</td><td>{code(row.source)}</td><td>{_cell(row.shown)}</td>"
        f"<td>{_VERDICTS[row.verdict]}</td></tr>"
    )


def _cell(value: str) -> str:
    return tag("div", words.text(value), dir="auto", class_="value") or "—"


def _rows(page: Page) -> Iterator[_Row]:
    metadata, article = page.metadata, _subject(page)
    figure, byline = article.lead_image, article.byline
    shown = {
        "headline": article.headline,
        "subtitle": article.subtitle,
        "authors": "، ".join(byline.authors) if byline else None,
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "section": article.section,
        "tags": "، ".join(article.tags),
        "image": figure.url if figure else None,
        "url": page.url,
        "text": article.text,
    }
    for field in (*shown, *_ABOUT_SITE):
        name = _NAMES.get(field, field)
        stated = getattr(metadata, name)
        value = "، ".join(stated) if isinstance(stated, tuple) else stated
        seen = None if _is_only_stated(field, article) else shown.get(field)
        verdict = "about" if field in _ABOUT_SITE else _verdict(field, value, seen, article)
        yield _Row(field, value or "", metadata.sources.get(name, ""), seen or "", verdict)


#: What metadata call the fields that are not called as in an article.
_NAMES = {"headline": "title", "subtitle": "description", "text": "article_body"}
#: Where an article has them.
_PLACES = {"authors": "byline", "image": "lead_image", "text": "body"}


def _subject(page: Page) -> Article:
    """The article that the metadata are about: whose headline they state, else the first."""
    titles = " ".join(map(fold, page.metadata.titles))
    named = (each for each in page.articles if each.headline and fold(each.headline) in titles)
    return next(named, page.articles[0] if page.articles else Article())


def _is_only_stated(field: str, article: Article) -> bool:
    place = _PLACES.get(field, field)
    return any(name.partition(".")[0] == place for name in article.from_metadata)


def _moment(moment: Moment | None) -> str | None:
    return (moment.iso or moment.raw) if moment else None


def _verdict(field: str, told: str | None, shown: str | None, article: Article) -> str:
    if not (told and shown):
        return "only stated" if told else "only shown"
    if field in ("published", "modified"):
        same = _are_near(told, getattr(article, field))
    else:
        one, other = fold(told), fold(shown)
        same = one in other or other in one or _named(field, told) == _named(field, shown)
    return "agrees" if same else "differs"


def _named(field: str, value: str) -> object:
    """`value` as far as it tells things apart: the file of an address, the set of a list."""
    if field in ("image", "url"):
        return value.partition("?")[0].rstrip("/").rpartition("/")[2]
    return frozenset(word.removeprefix("و") for word in fold(value).replace(",", " ").split())


def _are_near(told: str, shown: Moment) -> bool:
    stated, seen = _day(dates.parse(told)), _day(shown)
    return stated is None or seen is None or abs(stated - seen) <= _DAY


def _day(moment: Moment | None) -> date | None:
    value = moment.value if moment else None
    return value.date() if isinstance(value, datetime) else value
