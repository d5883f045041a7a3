"""Strategies for any value that the types of the model allow.

Use them for laws that hold for every value, such as those of JSON, equality and hashing. `pages_in`
draws pages that a publisher could have printed.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon, model

from . import prose
from .values import offsets

_Made = TypeVar("_Made")

_texts = prose.headlines | prose.paragraphs | st.text(max_size=40)
_maybe_text = st.none() | _texts
urls = st.sampled_from(
    [
        "https://news.example/2025/03/18/story-1",
        "http://www.news.example/world/42",
        "https://news.example/أخبار/قصة?id=7&page=2",
        "/politics/17",
    ]
)
_maybe_url = st.none() | urls


def _few(values: SearchStrategy[Any], most: int) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


_agencies = _few(st.sampled_from(sorted(lexicon.default().table("agencies"))), 2)
#: What a field of each type holds, if nothing more is said of it.
_OF_TYPE: dict[Any, SearchStrategy[Any]] = {
    str: _texts,
    str | None: _maybe_text,
    tuple[str, ...]: _few(_texts, 3),
    bool: st.booleans(),
}


def _any(cls: type[_Made], **fields: SearchStrategy[Any]) -> SearchStrategy[_Made]:
    """Objects of `cls`, whose `fields` are drawn from these, and the others by their types."""
    rest = {name: hint for name, hint in get_type_hints(cls).items() if name not in fields}
    return st.builds(cls, **{name: _OF_TYPE[hint] for name, hint in rest.items()}, **fields)


any_credits = _any(model.Credit, agencies=_agencies)
any_bylines = _any(model.Byline, agencies=_agencies)

_days_and_times: SearchStrategy[date | datetime] = st.dates() | st.datetimes(
    timezones=st.none() | offsets
)
_partials = st.dates().map(lambda day: day.isoformat()[:7]) | st.sampled_from(["2024", "1999"])
#: A date with or without a time of day, or a month or year alone, or no value at all.
any_moments: SearchStrategy[model.Moment] = st.builds(
    model.Moment, _texts, _days_and_times, _maybe_text
) | st.builds(model.Moment, _texts, st.none(), _maybe_text, st.none() | _partials)

figures = _any(
    model.Figure,
    credit=st.none() | any_credits,
    kind=st.sampled_from(["image", "video"]),
    url=_maybe_url,
)
_OF_TYPE |= {
    model.Byline | None: st.none() | any_bylines,
    model.Moment | None: st.none() | any_moments,
    model.Figure | None: st.none() | figures,
}
embeds = _any(model.Embed, kind=st.sampled_from(["post", "video", "other"]), url=_maybe_url)
related_items = _any(model.RelatedItem, url=_maybe_url)
body_elements: SearchStrategy[model.BodyElement] = st.one_of(
    *map(_texts.map, model.TEXT_ELEMENTS),
    _any(model.Table, rows=_few(_few(_texts, 3), 3)),
    figures,
    embeds,
    _any(model.SeeAlso, items=_few(related_items, 2)),
)
articles = _any(
    model.Article,
    body=_few(body_elements, 4),
    related=_few(related_items, 2),
    from_metadata=_few(st.sampled_from(["published", "tags", "byline.authors"]), 3),
)
#: What a page states, with sources for a few of its fields.
metadata = _any(
    model.Metadata,
    image=_maybe_url,
    url=_maybe_url,
    sources=st.dictionaries(
        st.sampled_from(["title", "authors", "published"]), st.sampled_from(["json-ld", "time"])
    ),
)
pages: SearchStrategy[model.Page] = st.builds(
    model.Page,
    st.lists(articles, max_size=2).map(tuple),
    _maybe_url,
    st.sampled_from(["generic", "aawsat"]) | _texts,
    st.sampled_from(["text", "html"]),
    metadata,
)
