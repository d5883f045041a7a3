"""Moments, as Hypothesis draws them."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from arnews.model import Moment

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_offsets = st.integers(-12 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
times = st.datetimes(
    datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.one_of(st.none(), _offsets)
).map(lambda value: value.replace(microsecond=0, fold=0))
moments = st.builds(Moment, st.just(""), days | times)
