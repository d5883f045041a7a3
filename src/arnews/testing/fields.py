"""Strategies for the fields of a template, in the words and styles of one layout.

Every value equals the one that parsing would return: `raw` is printed in the layout's style, and
the other attributes are those that the parser of the field finds in it.
"""

from __future__ import annotations

import zlib
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import fields, model
from arnews.assembly.instants import in_zone
from arnews.layouts import Layout

from . import prose
from .values import (
    printed_bylines,
    printed_moments,
    printed_publishers,
    printed_writers,
    raw_credits,
)

_BARE = "a picture alone"  # only in HTML, and with a URL
_LINES = ["both"] * 8 + ["caption", "credit"]  # the parts of ten figures


def strategy(name: str, layout: Layout, form: str) -> SearchStrategy[Any]:
    """The values of the field `name` in the template of `layout` for `form`."""
    match name:
        case "section":
            return st.sampled_from(
                layout.words.sections or layout.lexicon.table("sections")["names"]
            )
        case "byline":
            return _signed(printed_bylines, layout)
        case "published" | "modified":
            return _moments(layout)
        case "credit":
            return _credits(layout)
        case "lead_image" | "figure":
            return _figures([*_LINES, _BARE] if form == "html" else _LINES, layout, form)
        case "figure of a story":  # a picture alone would be taken for one of the article
            return _figures(_LINES, layout, form)
    return _PLAIN[name]


_PLAIN: dict[str, SearchStrategy[Any]] = {
    "headline": prose.headlines,
    "kicker": prose.kickers,
    "subtitle": prose.subtitles,
    "paragraph": prose.paragraphs.map(model.Paragraph),
    "subheading": prose.subheadings.map(model.Subheading),
    "quote": prose.quotes.map(model.Quote),
    "list_item": prose.list_items.map(model.ListItem),
    "embed": prose.posts.map(lambda text: model.Embed("other", None, text)),
    "tag": prose.tags,
    "title": prose.headlines,
    "teaser": prose.teasers,
    "caption": prose.captions,
    "video": st.just(True),
}


def _signed(bylines: SearchStrategy[model.Byline], layout: Layout) -> SearchStrategy[model.Byline]:
    style = layout.styles.byline
    return bylines.map(lambda value: evolve(value, raw=fields.byline.format(value, style)))


def two_lines(layout: Layout) -> SearchStrategy[model.Byline]:
    """Writers, and their publisher on the line below: «ليلى المنصور» ⏎ «بي بي سي - تونس»."""
    return st.builds(
        lambda one, two: evolve(two, raw=f"{one.raw}\n{two.raw}", authors=one.authors),
        _signed(printed_writers, layout),
        _signed(printed_publishers, layout),
    )


def _moments(layout: Layout) -> SearchStrategy[model.Moment | None]:
    """Dates in the layout's style; a time that is printed without zone is in the publisher's."""
    style = layout.styles.date
    printed = printed_moments.map(lambda value: evolve(value, raw=fields.date.format(value, style)))
    return printed.map(lambda value: in_zone(value, layout.zone))


def _credits(layout: Layout) -> SearchStrategy[model.Credit]:
    read = fields.credit.parse_credit
    return raw_credits.map(lambda raw: read(raw, lexicon=layout.lexicon) or model.Credit(raw))


def _figures(lines: list[str], layout: Layout, form: str) -> SearchStrategy[model.Figure]:
    html = form == "html"
    return st.builds(
        _figure,
        st.sampled_from(lines),
        prose.captions,
        _credits(layout),
        st.sampled_from(["image", "video"]) if html else st.just("image"),
        st.sampled_from([None, "https://news.example/media", "/media"]) if html else st.none(),
    )


def _figure(
    line: str, caption: str, credit: model.Credit, kind: Any, folder: str | None
) -> model.Figure:
    """A figure. Each text has its own URL: figures with the same URL are the same figure."""
    ending = "mp4" if kind == "video" else "jpg"
    name = zlib.crc32(f"{line} {caption} {credit}".encode())
    url = f"{folder}/{name:08x}.{ending}" if folder else None
    if line == _BARE and url:
        return model.Figure(None, None, kind, url)
    return model.Figure(
        None if line == "credit" else caption, None if line == "caption" else credit, kind, url
    )
