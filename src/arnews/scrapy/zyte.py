"""Items of zyte-common-items, the form in which Zyte API and its spiders give articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import arnews
from arnews import BadArgument, Byline, Embed, Figure, Moment, Page

try:
    from zyte_common_items import Article, ArticleMetadata, Author, Breadcrumb, Image, Video
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[scrapy]"') from error

__all__ = ["to_zyte"]


def to_zyte(article: arnews.Article, page: Page, *, fetched_at: datetime | None = None) -> Article:
    """`article` of `page` as a `zyte_common_items.Article`; what has no value is `None`.

    The page gives what an item needs beside the article: the address, the language and, for the
    first article, the canonical address and the summary. `authors` are the persons of the byline,
    else its publication. Zyte's form of a date has a time of day: that of «18 مارس 2025» is
    00:00:00. A month or a year alone is in `datePublishedRaw` only. As Zyte wants it, an article
    without `published` has the date of `modified`. `fetched_at`, with a zone, becomes the
    `dateDownloaded` of the metadata. `articleBodyHtml` is `None`.

    Raises `BadArgument` for a page without an address, since every item has one.
    """
    if page.url is None:
        raise BadArgument("page has no address; pass it to arnews.parse as url")
    stated = page.metadata
    is_later = article in page.articles[1:]
    published = article.published or article.modified
    lead = [article.lead_image] if article.lead_image else []
    downloaded = fetched_at and f"{fetched_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    media = [*lead, *(each for each in article.body if isinstance(each, Figure | Embed))]
    return Article(
        url=page.url,
        canonicalUrl=None if is_later else stated.url,
        headline=article.headline,
        datePublished=_iso(published),
        datePublishedRaw=published.raw if published else None,
        dateModified=_iso(article.modified),
        dateModifiedRaw=article.modified.raw if article.modified else None,
        authors=_authors(article.byline) or None,
        breadcrumbs=[Breadcrumb(name=article.section)] if article.section else None,
        inLanguage=(stated.language or "").partition("-")[0].lower() or None,
        mainImage=next(map(Image, _addresses(lead, "image")), None),
        images=list(map(Image, _addresses(media, "image"))) or None,
        videos=list(map(Video, _addresses(media, "video"))) or None,
        description=article.subtitle or (None if is_later else stated.description),
        articleBody=article.text or None,
        metadata=ArticleMetadata(dateDownloaded=downloaded) if downloaded else None,
    )


def _iso(moment: Moment | None) -> str | None:
    if moment is None or moment.value is None:
        return None
    if not isinstance(moment.value, datetime):
        return f"{moment.value.isoformat()}T00:00:00"
    return moment.value.isoformat(timespec="seconds")


def _authors(byline: Byline | None) -> list[Author]:
    if byline is None:
        return []
    names = byline.authors or filter(None, [byline.publication])
    return [Author(name=name, nameRaw=byline.raw) for name in names]


def _addresses(media: Iterable[Figure | Embed], kind: str) -> Iterator[str]:
    """The different addresses of those `media` that are of this `kind`: no `data:`, which is one
    of the picture itself."""
    urls = dict.fromkeys(each.url for each in media if each.kind == kind and each.url)
    return (url for url in urls if not url.startswith("data:"))
