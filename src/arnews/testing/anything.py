"""Any value of the model: what a type allows, not what a newspaper prints.

For laws that hold for every value: JSON, equality, hashing, whatever walks over a page. A page that
a publisher could have printed comes from `pages_in`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon
from arnews.model import (
    Article,
    BodyElement,
    Byline,
    Credit,
    Embed,
    Figure,
    ListItem,
    Metadata,
    Moment,
    Page,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)

from . import prose

_texts = prose.headlines | prose.paragraphs | st.text(max_size=40)
_maybe_text = st.none() | _texts
_agencies = st.lists(st.sampled_from(sorted(lexicon.default().table("agencies"))), max_size=2)
urls = st.sampled_from(
    [
        "https://news.example/2025/03/18/story-1",
        "http://www.news.example/world/42",
        "https://news.example/أخبار/قصة?id=7&page=2",
        "/politics/17",
    ]
)
_maybe_url = st.none() | urls


def _several(part: SearchStrategy[str], most: int = 3) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(part, max_size=most).map(tuple)


any_credits: SearchStrategy[Credit] = st.builds(
    Credit,
    _texts,
    _agencies.map(tuple),
    _maybe_text,
    _maybe_text,
    st.booleans(),
    st.booleans(),
)
any_bylines: SearchStrategy[Byline] = st.builds(
    Byline,
    _texts,
    _several(_texts),
    _maybe_text,
    _agencies.map(tuple),
    _maybe_text,
    _maybe_text,
)

_offsets = st.integers(-12 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
_days_and_times: SearchStrategy[date | datetime] = st.dates() | st.datetimes(
    timezones=st.none() | _offsets
)
_partials = st.dates().map(lambda day: day.isoformat()[:7]) | st.sampled_from(["2024", "1999"])
#: A date, with or without a time of day; else the part of it that is printed, or neither.
any_moments: SearchStrategy[Moment] = st.builds(
    Moment, _texts, _days_and_times, _maybe_text
) | st.builds(Moment, _texts, st.none(), _maybe_text, st.none() | _partials)

figures: SearchStrategy[Figure] = st.builds(
    Figure, _maybe_text, st.none() | any_credits, st.sampled_from(["image", "video"]), _maybe_url
)
embeds: SearchStrategy[Embed] = st.builds(
    Embed, st.sampled_from(["post", "video", "other"]), _maybe_url, _maybe_text
)
related_items: SearchStrategy[RelatedItem] = st.builds(
    RelatedItem,
    _maybe_text,
    _maybe_url,
    _maybe_text,
    st.none() | figures,
    _maybe_text,
    st.booleans(),
    st.none() | any_bylines,
    st.none() | any_moments,
)
see_alsos: SearchStrategy[SeeAlso] = st.builds(
    SeeAlso, st.lists(related_items, max_size=2).map(tuple)
)

body_elements: SearchStrategy[BodyElement] = st.one_of(
    *(_texts.map(element) for element in (Paragraph, Subheading, Quote, ListItem)),
    figures,
    embeds,
    see_alsos,
)
articles: SearchStrategy[Article] = st.builds(
    Article,
    headline=_maybe_text,
    kicker=_maybe_text,
    subtitle=_maybe_text,
    section=_maybe_text,
    byline=st.none() | any_bylines,
    published=st.none() | any_moments,
    modified=st.none() | any_moments,
    lead_image=st.none() | figures,
    body=st.lists(body_elements, max_size=4).map(tuple),
    tags=_several(_texts),
    related=st.lists(related_items, max_size=2).map(tuple),
    from_metadata=_several(st.sampled_from(["published", "tags", "byline.authors"])),
)
#: What a page states, with sources for a few of its fields.
metadata: SearchStrategy[Metadata] = st.builds(
    Metadata,
    **dict.fromkeys(
        ("title", "description", "site_name", "publisher", "article_body"), _maybe_text
    ),
    **dict.fromkeys(("published", "modified", "section", "language", "kind"), _maybe_text),
    **dict.fromkeys(("titles", "authors", "organizations", "tags"), _several(_texts)),
    **dict.fromkeys(("image", "url"), _maybe_url),
    sources=st.dictionaries(
        st.sampled_from(["title", "authors", "published"]), st.sampled_from(["json-ld", "time"])
    ),
)
pages: SearchStrategy[Page] = st.builds(
    Page,
    st.lists(articles, max_size=2).map(tuple),
    _maybe_url,
    st.sampled_from(["generic", "aawsat"]) | _texts,
    st.sampled_from(["text", "html"]),
    metadata,
)
