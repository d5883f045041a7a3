"""What a report needs to know of one page: small, made where the page was parsed."""

from __future__ import annotations

from typing import TypedDict
from urllib.parse import urlsplit

from ...layouts import GENERIC
from ...lexicon import Lexicon
from ...model import Article, Page
from .unread import unread

#: The fields that are counted, as a report lists them. `credit` is that of any figure.
FIELDS = (
    *("headline", "text", "published", "modified", "byline", "section", "kicker", "subtitle"),
    *("lead_image", "credit", "tags", "related"),
)
#: The codes of warnings that say why a page has no article.
ABSENCES = ("list", "wall", "shell", "error", "no news", "no page")
LONGEST_NAME = 100  # characters of a publisher, a language, an address


class ArticleFacts(TypedDict):
    """`fields` that the page shows, `stated` by its metadata only; `day` is «2025-03-18»."""

    fields: list[str]
    stated: list[str]
    day: str | None


class Facts(TypedDict):
    """What `facts` says of a page. `seconds` and `size` are as passed."""

    url: str | None
    seconds: float
    size: int
    publisher: str | None
    language: str | None
    articles: list[ArticleFacts]
    absence: str | None
    warnings: list[str]
    figures: int
    related: int
    credits: list[str]
    dates: list[str]
    bylines: list[str]
    undated: int


def facts(page: Page, seconds: float, size: int, *, lexicon: Lexicon | None = None) -> Facts:
    """What a `Report` counts of `page`, which took `seconds` to parse and had `size` bytes.

    The result is a dict in types of JSON, at most a few kilobytes, that can be sent to another
    process. `lexicon` is that of the layout if the page was read by one from a file.

    >>> import arnews
    >>> text = "سدود الجنوب تمتلئ\\n\\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار."
    >>> facts(arnews.parse(text), 0.01, 130)["articles"]
    [{'fields': ['headline', 'text'], 'stated': [], 'day': None}]
    """
    codes: list[str] = list(dict.fromkeys(warning.code for warning in page.warnings))
    seen = unread(page, lexicon)
    published = (article.published for article in page.articles)
    return {
        "url": _short(page.url),
        "seconds": seconds,
        "size": size,
        "publisher": _short(_publisher(page)),
        "language": _short(_language(page)),
        "articles": [_article(article) for article in page.articles],
        "absence": None if page.articles else next((c for c in codes if c in ABSENCES), None),
        "warnings": [code for code in codes if code not in ABSENCES],
        "figures": sum(len(article.figures) for article in page.articles),
        "related": sum(len(article.related) for article in page.articles),
        "credits": seen.credits,
        "dates": seen.dates,
        "bylines": seen.bylines,
        "undated": sum(each is not None and each.iso is None for each in published),
    }


def _short(text: str | None) -> str | None:
    return text[:LONGEST_NAME] if text else None


def _language(page: Page) -> str:
    """The first part of the code that the page states: «ar» of «ar_EG»."""
    return (page.metadata.language or "").replace("_", "-").partition("-")[0].strip().lower()


def _publisher(page: Page) -> str | None:
    """The host of the address, else the name that the site states, else the layout that fits."""
    try:
        host = urlsplit(page.url or "").hostname
    except ValueError:
        host = None
    known = page.layout.partition("@")[0]
    named = page.metadata.site_name or (None if known == GENERIC else known)
    return host.removeprefix("www.") if host else named


def _article(article: Article) -> ArticleFacts:
    found = [name for name in FIELDS if name != "credit" and getattr(article, name)]
    if any(figure.credit for figure in article.figures):
        found.append("credit")
    stated = [name for name in found if name in article.from_metadata]
    moment = article.published
    return {
        "fields": [name for name in found if name not in stated],
        "stated": stated,
        "day": moment.iso[:10] if moment and moment.value and moment.iso else None,
    }
