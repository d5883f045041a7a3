"""Puts the pictures of a page of HTML to their captions, and players and posts into the body.

A picture waits for its caption, which stands right after it; when text comes first, it stands in
the article without one. What is shown twice (a carousel and its thumbnails) counts once.
"""

from __future__ import annotations

import re

from attrs import Factory, define

from ..blocks import Image, Markup
from ..model import Embed, Figure
from ..patterns import plain
from .addresses import host_of

#: Sites whose frames are videos, and those whose frames are posts.
_PLAYERS = frozenset({
    "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "ok.ru",
    "rumble.com", "jwplatform.com", "brightcove.net", "streamable.com", "kaltura.com",
})  # fmt: skip
_POSTS = frozenset({
    "twitter.com", "x.com", "instagram.com", "facebook.com", "tiktok.com", "t.me", "telegram.org",
    "threads.net", "reddit.com", "soundcloud.com", "spotify.com",
})  # fmt: skip
_BUTTON = plain(r"/plugins/(?:like|share|page|follow)|tweet_button|/widgets/(?:tweet|follow)")
_PICTURE = plain(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)", re.IGNORECASE)


def embed(image: Image) -> Embed | None:
    """What a frame shows, if it is a player or a post."""
    url = image.url or ""
    labels = host_of(url).split(".")
    sites = {".".join(labels[at:]) for at in range(len(labels))}
    if sites & _PLAYERS:
        return Embed("video", url)
    return Embed("post", url) if sites & _POSTS and not _BUTTON.search(url) else None


@define
class Gallery:
    """The pictures of one article: one may wait for its caption."""

    waiting: Markup | None = None
    shown: set[str] = Factory(set)

    def takes(self, image: Image) -> bool:
        """Whether `image` is new; it is not after that."""
        new = image.url is not None and image.name not in self.shown
        self.shown.add(image.name)
        return new

    def offer(self, markup: Markup) -> Figure | None:
        """Takes a picture in; gives the one that waited, if no caption will come for it now."""
        image = markup.image
        assert image is not None
        if image.url is not None and image.name in self.shown:
            return None
        before = self.alone()
        self.shown.add(image.name)
        self.waiting = markup
        return before

    def claim(self, figure: Figure, inside: int | None = None) -> Figure:
        """`figure`, whose caption stands in the <figure> `inside`, with the picture that waited for
        it: none that stands outside."""
        own = self.waiting.figure if self.waiting else None
        if inside is not None and own != inside:
            return figure
        image = self.waiting.image if self.waiting else None
        self.waiting = None
        if image is None or figure.url:
            return figure
        kind = "video" if image.kind == "video" else figure.kind
        return Figure(figure.caption, figure.credit, kind, image.url)

    def alone(self) -> Figure | None:
        """The picture that waited, without a caption; none if it leads to another page."""
        markup, self.waiting = self.waiting, None
        image = markup.image if markup else None
        if markup is None or image is None or image.url is None:
            return None
        target = markup.href
        if target and not _PICTURE.search(target) and markup.figure is None and target != "#":
            return None
        return Figure(None, None, "video" if image.kind == "video" else "image", image.url)
