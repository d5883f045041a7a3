"""What pictures, videos and frames show, and posts of other sites.

Pictures are often loaded late: `src` then holds a blank, and another attribute the address. A code
for embedding is a <blockquote> with a class of the site. It holds the text of the post for readers
without scripts, and its address: in an attribute, else in the last link. The classes and attributes
are those of the codes that the sites offer under "Embed" (their oEmbed answers).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ..blocks import Image
from .dom import EmbeddedPost

#: Codes for embedding by class: the kind, and the attribute that holds the address if one does.
_CODES: Mapping[str, tuple[Literal["post", "video"], str]] = {
    "twitter-tweet": ("post", ""),
    "twitter-video": ("video", ""),
    "instagram-media": ("post", "data-instgrm-permalink"),
    "tiktok-embed": ("video", "cite"),
    "fb-xfbml-parse-ignore": ("post", "cite"),
    "reddit-embed-bq": ("post", ""),
    "bluesky-embed": ("post", ""),
    "embedded-post": ("post", "cite"),  # as arnews prints any
    "text-post-media": ("post", "data-text-post-permalink"),  # Threads
}
#: Attributes with the address of a picture, the likeliest first.
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-url", "data-lazy", "src")
_FILMS = ("src", "data-src")
_POSTERS = ("poster", "data-poster")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_NO_ADDRESSES = ("data:", "about:", "javascript:")
_SMALL = 32  # pixels: icons, emoji and pixels that count visits
_LONGEST = 4000  # characters of an address; a picture written into the page is none
_MOST_CANDIDATES = 100  # of a srcset
_REACH = 8  # nodes among which a <source> is looked for

_Attributes = dict[str, str | None]


def picture(node: Any, attributes: _Attributes) -> Image | None:
    """What `node` shows; `None` for icons, pixels and what has no address."""
    tag = node.tag.removeprefix("amp-")
    if tag == "iframe":
        url = _first(attributes, _SOURCES)
        return Image(url, "frame", attributes.get("title")) if url else None
    if tag == "video":
        url = (
            _first(attributes, _FILMS)
            or _first(_source(node.first_child, "next"), _FILMS)
            or _first(attributes, _POSTERS)
        )
        return Image(url, "video", attributes.get("title"))  # a script may fill it later
    if _is_small(attributes):
        return None
    url = (
        _first(attributes, _SOURCES)
        or _largest(attributes)
        or _largest(_source(node.prev, "prev"))  # in a <picture>
    )
    if url is None:
        return None
    return Image(url, "image", attributes.get("alt") or attributes.get("title") or None)


def post(names: tuple[str, ...], attributes: _Attributes) -> EmbeddedPost | None:
    """The post of a <blockquote>, `None` if it is a quotation; its address may come in a link."""
    code = next((_CODES[name] for name in names if name in _CODES), None)
    return EmbeddedPost(code[0], attributes.get(code[1])) if code else None


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


def _source(node: Any, following: Literal["next", "prev"]) -> _Attributes:
    """The attributes of the first <source> from `node` on; none if there is no such element."""
    for _ in range(_REACH):
        if node is None:
            break
        if node.tag == "source":
            found: _Attributes = node.attributes
            return found
        node = getattr(node, following)
    return {}


def _is_small(attributes: _Attributes) -> bool:
    for name in ("width", "height"):
        size = (attributes.get(name) or "").removesuffix("px")
        if size.isdigit() and size.isascii() and int(size[:6]) <= _SMALL:
            return True
    return False
