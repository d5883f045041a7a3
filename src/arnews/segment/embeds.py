"""Posts of other sites that a page prints: known by the codes that these sites give out.

A code for embedding is a <blockquote> with a class of the site. It holds the text of the post for
readers without scripts, and its address: in an attribute, else in the last link. The classes and
attributes are those of the codes that the sites offer under "Embed" (their oEmbed answers).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .dom import EmbeddedPost

#: By class: the kind, and the attribute that holds the address if one does.
_CODES: Mapping[str, tuple[Literal["post", "video"], str | None]] = {
    "twitter-tweet": ("post", None),
    "twitter-video": ("video", None),
    "instagram-media": ("post", "data-instgrm-permalink"),
    "tiktok-embed": ("video", "cite"),
    "fb-xfbml-parse-ignore": ("post", "cite"),
    "reddit-embed-bq": ("post", None),
    "bluesky-embed": ("post", None),
    "embedded-post": ("post", "cite"),  # as arnews prints any
    "text-post-media": ("post", "data-text-post-permalink"),  # Threads
}


def post(names: tuple[str, ...], attributes: Mapping[str, str | None]) -> EmbeddedPost | None:
    """The post of a <blockquote>, `None` if it is a quotation; its address may come in a link."""
    code = next((name for name in names if name in _CODES), None)
    if code is None:
        return None
    kind, attribute = _CODES[code]
    return EmbeddedPost(kind, attributes.get(attribute) if attribute else None)
