"""Removes from a page what flattening HTML to text loses."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from arnews.model import Article, Embed, Figure, Metadata, Page, RelatedItem, replaced


def without_urls(page: Page) -> Page:
    """`page` without metadata, URLs, kinds of embeds and figures, and pictures that have no text.

    Use it to compare a page parsed from HTML with the same page parsed from the text that a tool
    made of the HTML.
    """
    articles = replaced(page.articles, _flattened)
    return evolve(page, articles=articles, url=None, kind="text", layout="", metadata=Metadata())


def _flattened(part: Any) -> Any:
    match part:
        case Figure(caption, credit):
            return Figure(caption, credit) if caption is not None or credit is not None else None
        case Embed():
            return evolve(part, url=None, kind="other")
        case RelatedItem():
            return evolve(part, url=None)
        case Article():
            return evolve(part, body=tuple(each for each in part.body if each is not None))
    return part
