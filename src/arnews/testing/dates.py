"""Strategies for dates and times."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from arnews.model import Moment

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
#: Offsets from UTC in quarters of an hour.
offsets = st.integers(-12 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
times = st.datetimes(
    datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.one_of(st.none(), offsets)
).map(lambda value: value.replace(microsecond=0, fold=0))
moments = st.builds(Moment, st.just(""), days | times)

_newspaper_days = st.dates(date(2003, 1, 1), date(2026, 12, 31))
_zones = st.sampled_from([0, 2, 3, 4]).map(lambda hours: timezone(timedelta(hours=hours)))
_minutes = st.datetimes(
    datetime(2003, 1, 1), datetime(2026, 12, 31), timezones=st.one_of(st.none(), _zones)
).map(lambda value: value.replace(second=0, microsecond=0, fold=0))
#: Dates of the years of web pages, with or without a time to the minute.
printed_moments = st.builds(Moment, st.just(""), _newspaper_days | _minutes)
