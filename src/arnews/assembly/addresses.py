"""Addresses of pictures, stories and posts, made absolute where a page tells how."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import evolve

from ..model import Article, Embed, Figure, RelatedItem, replaced

_SHOWN = (Figure, Embed, RelatedItem)
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


def absolute(articles: tuple[Article, ...], base: str | None) -> tuple[Article, ...]:
    """`articles` with the addresses of what they show relative to nothing; as they are written
    without a `base`."""

    def whole(part: Any) -> Any:
        url = part.url if isinstance(part, _SHOWN) else None
        joined = _joined(base, url)
        return part if joined == url else evolve(part, url=joined)

    changed: tuple[Article, ...] = replaced(articles, whole) if base else articles
    return changed


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
