"""Where a page says what its pictures, videos and frames show.

Pictures are often loaded late: `src` then holds a blank, and another attribute the address.
"""

from __future__ import annotations

from typing import Any

from ..blocks import Image

#: Attributes with the address of a picture, the likeliest first.
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-url", "data-lazy", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_NO_ADDRESSES = ("data:", "about:", "javascript:")
_SMALL = 32  # pixels: icons, emoji and pixels that count visits
_LONGEST = 4000  # characters of an address; a picture written into the page is none
_MOST_CANDIDATES = 100  # of a srcset

_Attributes = dict[str, str | None]


def picture(node: Any, attributes: _Attributes) -> Image | None:
    """What `node` shows; `None` for icons, pixels and what has no address."""
    tag = node.tag.removeprefix("amp-")
    if tag == "iframe":
        url = _first(attributes, _SOURCES)
        return Image(url, "frame", attributes.get("title")) if url else None
    if tag == "video":
        url = _first(attributes, ("src", "data-src")) or _offered(node) or _poster(attributes)
        return Image(url, "video", attributes.get("title"))  # a script may fill it later
    if _is_small(attributes):
        return None
    url = _first(attributes, _SOURCES) or _largest(attributes) or _beside(node)
    if url is None:
        return None
    return Image(url, "image", attributes.get("alt") or attributes.get("title") or None)


def _poster(attributes: _Attributes) -> str | None:
    return _first(attributes, ("poster", "data-poster"))


def _first(attributes: _Attributes, names: tuple[str, ...]) -> str | None:
    for name in names:
        url = attributes.get(name)
        url = url.strip() if url else None
        if url and len(url) <= _LONGEST and not url.startswith(_NO_ADDRESSES):
            return url
    return None


def _largest(attributes: _Attributes) -> str | None:
    """The widest of the candidates of a srcset."""
    for name in _SETS:
        candidates = (attributes.get(name) or "").split(", ", _MOST_CANDIDATES)
        sized = [candidate.split() for candidate in candidates[:_MOST_CANDIDATES]]
        usable = [part for part in sized if part and not part[0].startswith("data:")]
        if usable:
            return max(usable, key=_width)[0].rstrip(",")[:_LONGEST]
    return None


def _width(candidate: list[str]) -> float:
    try:
        return float(candidate[1].rstrip("wx,")) if len(candidate) > 1 else 0.0
    except ValueError:
        return 0.0


def _beside(node: Any) -> str | None:
    """The address in a <source> before the <img> of a <picture>."""
    before = node.prev
    for _ in range(8):
        if before is None:
            return None
        if before.tag == "source":
            return _largest(before.attributes)
        before = before.prev
    return None


def _offered(node: Any) -> str | None:
    """The address in the first <source> inside a <video>."""
    child = node.first_child
    for _ in range(8):
        if child is None:
            return None
        if child.tag == "source":
            return _first(child.attributes, ("src", "data-src"))
        child = child.next
    return None


def _is_small(attributes: _Attributes) -> bool:
    for name in ("width", "height"):
        size = (attributes.get(name) or "").removesuffix("px")
        if size.isdigit() and size.isascii() and int(size[:6]) <= _SMALL:
            return True
    return False
