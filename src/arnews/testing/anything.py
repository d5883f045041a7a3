"""Strategies for any value that the types of the model allow.

Use them for laws that hold for every value, such as those of JSON, equality and hashing. `pages_in`
draws pages that a publisher could have printed.
"""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon, model

from . import prose
from .dates import offsets

_texts = prose.headlines | prose.paragraphs | st.text(max_size=40)
_maybe_text = st.none() | _texts
_maybe_texts = st.lists(_texts, max_size=3).map(tuple)
_agencies = st.lists(st.sampled_from(sorted(lexicon.default().table("agencies"))), max_size=2).map(
    tuple
)
urls = st.sampled_from(
    [
        "https://news.example/2025/03/18/story-1",
        "http://www.news.example/world/42",
        "https://news.example/أخبار/قصة?id=7&page=2",
        "/politics/17",
    ]
)
_maybe_url = st.none() | urls


any_credits: SearchStrategy[model.Credit] = st.builds(
    model.Credit, _texts, _agencies, _maybe_text, _maybe_text, st.booleans(), st.booleans()
)
any_bylines: SearchStrategy[model.Byline] = st.builds(
    model.Byline, _texts, _maybe_texts, _maybe_text, _agencies, _maybe_text, _maybe_text
)

_days_and_times: SearchStrategy[date | datetime] = st.dates() | st.datetimes(
    timezones=st.none() | offsets
)
_partials = st.dates().map(lambda day: day.isoformat()[:7]) | st.sampled_from(["2024", "1999"])
#: A date with or without a time of day, or a month or year alone, or no value at all.
any_moments: SearchStrategy[model.Moment] = st.builds(
    model.Moment, _texts, _days_and_times, _maybe_text
) | st.builds(model.Moment, _texts, st.none(), _maybe_text, st.none() | _partials)

figures: SearchStrategy[model.Figure] = st.builds(
    model.Figure,
    _maybe_text,
    st.none() | any_credits,
    st.sampled_from(["image", "video"]),
    _maybe_url,
)
tables: SearchStrategy[model.Table] = st.builds(
    model.Table, st.lists(st.lists(_texts, max_size=3).map(tuple), max_size=3).map(tuple)
)
embeds: SearchStrategy[model.Embed] = st.builds(
    model.Embed, st.sampled_from(["post", "video", "other"]), _maybe_url, _maybe_text
)
related_items: SearchStrategy[model.RelatedItem] = st.builds(
    model.RelatedItem,
    _maybe_text,
    _maybe_url,
    _maybe_text,
    st.none() | figures,
    _maybe_text,
    st.booleans(),
    st.none() | any_bylines,
    st.none() | any_moments,
)
see_alsos: SearchStrategy[model.SeeAlso] = st.builds(
    model.SeeAlso, st.lists(related_items, max_size=2).map(tuple)
)

body_elements: SearchStrategy[model.BodyElement] = st.one_of(
    *map(_texts.map, model.TEXT_ELEMENTS),
    tables,
    figures,
    embeds,
    see_alsos,
)
articles: SearchStrategy[model.Article] = st.builds(
    model.Article,
    headline=_maybe_text,
    kicker=_maybe_text,
    subtitle=_maybe_text,
    section=_maybe_text,
    byline=st.none() | any_bylines,
    published=st.none() | any_moments,
    modified=st.none() | any_moments,
    lead_image=st.none() | figures,
    body=st.lists(body_elements, max_size=4).map(tuple),
    tags=_maybe_texts,
    related=st.lists(related_items, max_size=2).map(tuple),
    from_metadata=st.lists(
        st.sampled_from(["published", "tags", "byline.authors"]), max_size=3
    ).map(tuple),
)
#: What a page states, with sources for a few of its fields.
metadata: SearchStrategy[model.Metadata] = st.builds(
    model.Metadata,
    **dict.fromkeys(
        ("title", "description", "site_name", "publisher", "article_body"), _maybe_text
    ),
    **dict.fromkeys(("published", "modified", "section", "language", "kind"), _maybe_text),
    **dict.fromkeys(("titles", "authors", "organizations", "tags"), _maybe_texts),
    **dict.fromkeys(("image", "url"), _maybe_url),
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
