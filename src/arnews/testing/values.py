"""Strategies for the values that arnews takes apart: dates, credits, bylines, datelines."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon
from arnews.fields.credit import CaptionLine, parse_credit
from arnews.model import Byline, Credit, Moment

from .prose import captions, seldom, tables

_nothing = st.none()

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
#: Offsets from UTC in quarters of an hour.
offsets = st.integers(-12 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
times = st.datetimes(
    datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.one_of(_nothing, offsets)
).map(lambda value: value.replace(microsecond=0, fold=0))
moments = st.builds(Moment, st.just(""), days | times)

_newspaper_days = st.dates(date(2003, 1, 1), date(2026, 12, 31))
_zones = st.sampled_from([0, 2, 3, 4]).map(lambda hours: timezone(timedelta(hours=hours)))
_minutes = st.datetimes(
    datetime(2003, 1, 1), datetime(2026, 12, 31), timezones=st.one_of(_nothing, _zones)
).map(lambda value: value.replace(second=0, microsecond=0, fold=0))
#: Dates of the years of web pages, with or without a time to the minute.
printed_moments = st.builds(Moment, st.just(""), _newspaper_days | _minutes)

#: Printed credits, without brackets or label.
raw_credits: SearchStrategy[str] = st.sampled_from(tables()["credits"])
credits: SearchStrategy[Credit] = raw_credits.map(lambda raw: parse_credit(raw) or Credit(raw))
#: One picture in ten has a credit alone.
caption_lines: SearchStrategy[CaptionLine] = seldom(
    st.builds(CaptionLine, _nothing, credits), st.builds(CaptionLine, captions, _nothing | credits)
)


def _part(name: str) -> SearchStrategy[str]:
    return st.sampled_from(tables()["bylines"][name])


def _signed(agency: str) -> Byline:
    name = str(lexicon.default().table("agencies")[agency]["spellings"][0])
    return Byline("", publication=name, agencies=(agency,))


def _byline(
    writers: tuple[str, ...], source: Byline, place: str | None, role: str | None
) -> Byline:
    role = role if writers else None
    return Byline("", writers, source.publication, source.agencies, place, role)


_authors = st.tuples(*map(_part, ("titles", "given", "family"))).map(
    lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"
)
_writers = st.lists(_authors, min_size=1, max_size=2, unique=True).map(tuple)
_papers = st.builds(
    lambda name, agencies: Byline("", publication=name, agencies=agencies),
    _nothing | _part("papers"),
    st.lists(_part("agencies"), max_size=2, unique=True).map(tuple),
)
_paper = _part("papers").map(lambda name: Byline("", publication=name))
_agency = _part("agencies").map(_signed)
_nobody = st.just(Byline(""))
#: A byline of writers alone: «خالد العتيبي».
printed_writers = st.builds(_byline, _writers, _nobody, _nothing, _nothing)
#: A byline of a newspaper or an agency, mostly with a place: «الشرق الأوسط (لندن)».
printed_publishers = st.builds(
    _byline, st.just(()), _paper | _agency, seldom(_nothing, _part("places")), _nothing
)
#: A byline below a headline: writers with a place or a label, or a newspaper or an agency.
printed_bylines: SearchStrategy[Byline] = st.one_of(
    st.builds(_byline, _writers, _nobody, _nothing | _part("places"), _nothing),
    printed_publishers,
    st.builds(_byline, _writers, _nobody, _nothing, _part("labels")),
)


def _full(sources: SearchStrategy[Byline]) -> SearchStrategy[Byline]:
    """Bylines of all parts; `raw` is empty, because it depends on the style."""
    authors = st.lists(_authors, max_size=3, unique=True).map(tuple)
    places = st.tuples(_part("places"), _part("countries")).map("".join)
    drawn = st.builds(_byline, authors, sources, _nothing | places, _nothing | _part("labels"))
    return drawn.filter(lambda value: value != Byline(""))


bylines = _full(_papers | _agency)
datelines = _full(_papers)
