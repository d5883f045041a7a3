"""Addresses of pictures, stories and posts, made absolute where a page tells how."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from attrs import evolve

from ..model import Article, BodyElement, Embed, Figure, RelatedItem, SeeAlso

_WEB = ("http", "https")
_LONGEST = 2_048  # characters, as in sitemaps: each address would repeat a longer <base>


def base_of(url: str | None, canonical: str | None, declared: str | None) -> str | None:
    """The address that the relative ones of a page are relative to.

    `url` is the address that the page was read from, `canonical` the one that it gives itself,
    `declared` that of its <base>. `None` if none of them is an address of the web: a `javascript:`
    or `data:` address is no place.

    >>> base_of("https://alwadi.example/eg/7", None, "/img/")
    'https://alwadi.example/img/'
    """
    own = next(filter(_is_web, (url, canonical)), None)
    whole = _joined(own, declared) if declared else own
    return whole if _is_web(whole) else own


def absolute(articles: Iterable[Article], base: str | None) -> tuple[Article, ...]:
    """`articles` with the addresses of what they show relative to nothing; as they are written
    without a `base`."""
    return tuple(_article(article, base) if base else article for article in articles)


def host_of(address: str | None) -> str:
    """The host of an address; empty if it has none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _is_web(address: str | None) -> bool:
    if address is None or len(address) > _LONGEST:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.netloc)


def _joined(base: str | None, address: str | None) -> str | None:
    """`address` relative to nothing; one that is no address of the web stays as it is written."""
    if not base or not address or address.startswith(("https://", "http://")):
        return address
    try:
        whole = urljoin(base, address)
    except ValueError:
        return address
    return whole if _is_web(whole) else address


def _article(article: Article, base: str) -> Article:
    lead = article.lead_image
    return evolve(
        article,
        lead_image=_figure(lead, base) if lead else None,
        body=tuple(_element(element, base) for element in article.body),
        related=tuple(_item(item, base) for item in article.related),
    )


def _element(element: BodyElement, base: str) -> BodyElement:
    match element:
        case Figure():
            return _figure(element, base)
        case Embed(url=url):
            return evolve(element, url=_joined(base, url))
        case SeeAlso(items):
            return SeeAlso(tuple(_item(item, base) for item in items))
    return element


def _figure(figure: Figure, base: str) -> Figure:
    return evolve(figure, url=_joined(base, figure.url))


def _item(item: RelatedItem, base: str) -> RelatedItem:
    figure = _figure(item.figure, base) if item.figure else None
    return evolve(item, url=_joined(base, item.url), figure=figure)
