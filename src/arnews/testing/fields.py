"""Strategies for the fields of a template, in the words and styles of one layout.

Every value equals the one that parsing would return: `raw` is printed in the layout's style, and
the other attributes are those that the parser of the field finds in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import fields, model
from arnews.assembly.instants import in_zone
from arnews.layouts import Layout

from . import prose
from .bylines import printed_bylines, printed_publishers, printed_writers
from .credits import raw_credits
from .dates import printed_moments


def strategy(name: str, layout: Layout, form: str) -> SearchStrategy[Any]:
    """The values of the field `name` in the template of `layout` for `form`."""
    plain = _PLAIN.get(name)
    return plain if plain is not None else _STYLED[name](layout, form)


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


def _sections(layout: Layout, form: str) -> SearchStrategy[str]:
    own = layout.words.sections or layout.lexicon.table("sections")["names"]
    return st.sampled_from(own)


def _bylines(layout: Layout, form: str) -> SearchStrategy[model.Byline]:
    return _signed(printed_bylines, layout)


def _signed(bylines: SearchStrategy[model.Byline], layout: Layout) -> SearchStrategy[model.Byline]:
    style = layout.styles.byline
    return bylines.map(lambda value: evolve(value, raw=fields.byline.format(value, style)))


def two_lines(layout: Layout) -> SearchStrategy[model.Byline]:
    """Writers, and their publisher on the line below: «ليلى المنصور» ⏎ «بي بي سي - تونس»."""
    above, below = _signed(printed_writers, layout), _signed(printed_publishers, layout)
    return st.builds(
        lambda one, two: evolve(two, raw=f"{one.raw}\n{two.raw}", authors=one.authors),
        above,
        below,
    )


def _moments(layout: Layout, form: str) -> SearchStrategy[model.Moment | None]:
    """Dates in the layout's style; a time that is printed without zone is in the publisher's."""
    style = layout.styles.date
    printed = printed_moments.map(lambda value: evolve(value, raw=fields.date.format(value, style)))
    return printed.map(lambda value: in_zone(value, layout.zone))


def _credits(layout: Layout, form: str) -> SearchStrategy[model.Credit]:
    read = fields.credit.parse_credit
    return raw_credits.map(lambda raw: read(raw, lexicon=layout.lexicon) or model.Credit(raw))


#: The parts of ten figures.
_LINES = ["both"] * 8 + ["caption", "credit"]
_BARE = "a picture alone"  # only in HTML, and with a URL


def _figures(layout: Layout, form: str) -> SearchStrategy[model.Figure]:
    return _figures_with([*_LINES, _BARE] if form == "html" else _LINES, layout, form)


def _figures_of_stories(layout: Layout, form: str) -> SearchStrategy[model.Figure]:
    """Figures of related stories. A picture alone would be taken for one of the article."""
    return _figures_with(_LINES, layout, form)


def _figures_with(lines: list[str], layout: Layout, form: str) -> SearchStrategy[model.Figure]:
    html = form == "html"
    return st.builds(
        _figure,
        st.sampled_from(lines),
        prose.captions,
        _credits(layout, form),
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
