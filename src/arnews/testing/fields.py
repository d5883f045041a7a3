"""The values of a template's fields, in the words and styles of one layout.

Every value is as parsing reads it: `raw` is what the layout's style prints, and the rest is what
the grammar of that field finds in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import fields
from arnews.assembly.instants import in_zone
from arnews.layouts import Layout
from arnews.model import (
    Byline,
    Credit,
    Embed,
    Figure,
    ListItem,
    Moment,
    Paragraph,
    Quote,
    Subheading,
)

from . import prose
from .bylines import printed_bylines, printed_houses, printed_writers
from .credits import raw_credits
from .dates import printed_moments


def strategy(name: str, layout: Layout, form: str) -> SearchStrategy[Any]:
    """What the field `name` of a template may hold."""
    plain = _PLAIN.get(name)
    return plain if plain is not None else _STYLED[name](layout, form)


_PLAIN: dict[str, SearchStrategy[Any]] = {
    "headline": prose.headlines,
    "kicker": prose.kickers,
    "subtitle": prose.subtitles,
    "paragraph": prose.paragraphs.map(Paragraph),
    "subheading": prose.subheadings.map(Subheading),
    "quote": prose.quotes.map(Quote),
    "list_item": prose.list_items.map(ListItem),
    "embed": prose.posts.map(lambda text: Embed("other", None, text)),
    "tag": prose.tags,
    "title": prose.headlines,
    "teaser": prose.teasers,
    "caption": prose.captions,
    "video": st.just(True),
}


def _sections(layout: Layout, form: str) -> SearchStrategy[str]:
    own = layout.words.sections or layout.lexicon.table("sections")["names"]
    return st.sampled_from(own)


def _bylines(layout: Layout, form: str) -> SearchStrategy[Byline]:
    return _signed(printed_bylines, layout)


def _signed(bylines: SearchStrategy[Byline], layout: Layout) -> SearchStrategy[Byline]:
    style = layout.styles.byline
    return bylines.map(lambda value: evolve(value, raw=fields.byline.format(value, style)))


def two_lines(layout: Layout) -> SearchStrategy[Byline]:
    """Writers, and on the line below for whom they write: «ليلى المنصور» ⏎ «بي بي سي - تونس»."""
    above, below = _signed(printed_writers, layout), _signed(printed_houses, layout)
    return st.builds(
        lambda who, house: evolve(house, raw=f"{who.raw}\n{house.raw}", authors=who.authors),
        above,
        below,
    )


def _moments(layout: Layout, form: str) -> SearchStrategy[Moment | None]:
    """Dates in the layout's style; a time that is printed without zone is in the publisher's."""
    style = layout.styles.date
    printed = printed_moments.map(lambda value: evolve(value, raw=fields.date.format(value, style)))
    return printed.map(lambda value: in_zone(value, layout.zone))


def _credits(layout: Layout, form: str) -> SearchStrategy[Credit]:
    read = fields.credit.parse_credit
    return raw_credits.map(lambda raw: read(raw, lexicon=layout.lexicon) or Credit(raw))


#: Of ten pictures, how many have caption and credit, a caption alone, a credit alone.
_LINES = ["both"] * 8 + ["caption", "credit"]
_BARE = "a picture alone"  # in HTML, if it has an address


def _figures(layout: Layout, form: str) -> SearchStrategy[Figure]:
    return _figures_with([*_LINES, _BARE] if form == "html" else _LINES, layout, form)


def _figures_of_stories(layout: Layout, form: str) -> SearchStrategy[Figure]:
    """A picture alone is not told to be a related story's."""
    return _figures_with(_LINES, layout, form)


def _figures_with(lines: list[str], layout: Layout, form: str) -> SearchStrategy[Figure]:
    html = form == "html"
    return st.builds(
        _figure,
        st.sampled_from(lines),
        prose.captions,
        _credits(layout, form),
        st.sampled_from(["image", "video"]) if html else st.just("image"),
        st.sampled_from([None, "https://news.example/media", "/media"]) if html else st.none(),
    )


def _figure(line: str, caption: str, credit: Credit, kind: Any, folder: str | None) -> Figure:
    """A figure; one address for each caption, since two pictures at one address are one picture."""
    ending = "mp4" if kind == "video" else "jpg"
    name = zlib.crc32(f"{line} {caption} {credit}".encode())
    url = f"{folder}/{name:08x}.{ending}" if folder else None
    if line == _BARE and url:
        return Figure(None, None, kind, url)
    shown = None if line == "credit" else caption
    return Figure(shown, None if line == "caption" else credit, kind, url)


_STYLED: dict[str, Callable[[Layout, str], SearchStrategy[Any]]] = {
    "section": _sections,
    "byline": _bylines,
    "published": _moments,
    "modified": _moments,
    "credit": _credits,
    "lead_image": _figures,
    "figure": _figures,
    "figure of a story": _figures_of_stories,
}
