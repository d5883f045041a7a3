"""Dates as machines state them, and how they make a printed date fuller.

What is printed stays: a stated instant only adds what the printed words leave open, the year, the
hour, the zone, or what «قبل ساعتين» is counted from, and only where it does not say otherwise.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from attrs import evolve

from ..fields import date as dates
from ..folding import fold
from ..lexicon import Lexicon
from ..model import Moment
from ..patterns import plain

_LONGEST = 100  # characters of a stated date
_DAY = len("2025-03-18")
_TIMED = plain(r"\d{4}-\d\d-\d\dT[\d:.+-]++", re.I)
_SLASHES = plain(r"^(\d{4})[/.](\d\d)[/.](\d\d)(?!\d)")
_EPOCH = plain(r"\d{10}(?:\d{3})?")
_YEAR = plain(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REMARK = plain(r"\([^()]*\)\s*$")  # «… GMT+0300 (توقيت مكة)»
_HOUR = timedelta(hours=1)
_FARTHEST = 14  # hours from Greenwich
_LAST = date.max - timedelta(days=2)


def instant(text: str | None, lexicon: Lexicon) -> date | datetime | None:
    """The date, or date and time, that a machine-readable string states; `None` for rubbish.

    ISO 8601 in its many shapes, RFC 2822, seconds since 1970, and dates as people write them, in
    Arabic or English. What a string does not say is never filled in from the clock.
    """
    if not text or len(text) > _LONGEST:
        return None
    plain = " ".join(fold(text).split())
    if _EPOCH.fullmatch(plain):
        return datetime.fromtimestamp(int(plain[:10]), UTC)
    iso = _iso(plain)
    if iso is not None or _TIMED.fullmatch(plain):
        return iso
    return _mailed(plain) or _written(text, lexicon) or _in_english(plain)


def _iso(text: str) -> date | datetime | None:
    """«2025-03-18», «2025/03/18 21:40:00.000+03:00», and midnight as the end of a day."""
    text = _SLASHES.sub(r"\1-\2-\3", text).upper()
    begins = text.replace("T24:00", "T00:00")
    try:
        if len(text) <= _DAY:
            return date.fromisoformat(text)
        found = datetime.fromisoformat(begins).replace(microsecond=0)
        return found + timedelta(days=begins != text)
    except (ValueError, OverflowError):
        return None


def _mailed(text: str) -> datetime | None:
    """«Tue, 18 Mar 2025 21:40:00 +0300»."""
    if "," not in text[:5]:
        return None
    from email.utils import parsedate_to_datetime  # slow to import, and seldom wanted

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(text: str, lexicon: Lexicon) -> date | datetime | None:
    found = dates.parse(text, lexicon=lexicon)
    return found.value if found else None


def _in_english(text: str) -> date | datetime | None:
    """What dateutil reads in two years alike: a date with nothing left to guess."""
    if not re.search(r"\d{4}", text):
        return None
    from dateutil import parser  # slow to import, and seldom wanted

    found = []
    for default in (datetime(2000, 1, 1, 1, 1, 1), datetime(2001, 2, 2, 2, 2, 2)):
        try:
            found.append(parser.parse(_REMARK.sub("", text), default=default, tzinfos=_offset))
        except (ValueError, OverflowError, TypeError, AttributeError):
            return None
    first, second = found
    if first.date() != second.date():
        return None
    return first if (first.hour, first.minute) == (second.hour, second.minute) else first.date()


def _offset(name: str | None, seconds: int | None) -> tzinfo | None:
    """The zone of an offset; what a name such as «CST» means differs from land to land."""
    return None if seconds is None else timezone(timedelta(seconds=seconds))


def day_of(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def in_zone(moment: Moment | None, zone: str | None) -> Moment | None:
    """`moment` with a time of day that is printed without zone in the zone of its publisher."""
    value = moment.value if moment and zone else None
    if moment is None or not isinstance(value, datetime) or value.tzinfo:
        return moment
    offset = dates.offset_in(value, zone or "")
    zoned = value if offset is None else value.replace(tzinfo=timezone(offset))
    return evolve(moment, value=zoned)


def is_counted(moment: Moment, lexicon: Lexicon) -> bool:
    """Whether printed words mean a day only beside another one: «قبل ساعتين», «12 مايو»."""
    found = dates.parse(moment.raw, lexicon=lexicon)
    return found is not None and found.value is None and found.partial is None


def fuller(
    moment: Moment, stated: date | datetime | None, reference: datetime | None, lexicon: Lexicon
) -> Moment:
    """`moment` with what `stated` adds, if the two agree; as it is if they do not.

    `reference` is the time from which a relative date was counted.
    """
    value = moment.value
    if stated is None or (isinstance(value, datetime) and not isinstance(stated, datetime)):
        return moment
    if value is None or is_counted(moment, lexicon):
        agrees = _can_mean(moment, stated, reference, lexicon)
        return evolve(moment, value=stated, partial=None) if agrees else moment
    if not isinstance(stated, datetime):
        return moment
    if not isinstance(value, datetime):
        is_timed = stated.time() != time()  # midnight stands for no hour
        return evolve(moment, value=stated) if is_timed and stated.date() == value else moment
    zone = None if value.tzinfo else _zone_between(value, stated)
    return evolve(moment, value=value.replace(tzinfo=zone)) if zone else moment


def _can_mean(
    moment: Moment, stated: date | datetime, reference: datetime | None, lexicon: Lexicon
) -> bool:
    """Whether words that leave the year, the day or the hour open can mean `stated`."""
    if moment.partial is not None:
        return stated.isoformat().startswith(moment.partial)
    if moment.value is not None and reference is not None:
        far = abs(day_of(moment.value) - day_of(stated))
        age = abs(reference.date() - day_of(moment.value))
        return far <= max(timedelta(days=1), age / 2)
    if day_of(stated) > _LAST:
        return False
    evening = datetime.combine(day_of(stated), time(23, 59))
    found, later = (
        dates.parse(moment.raw, reference=evening + timedelta(days=days), lexicon=lexicon)
        for days in (0, 2)
    )
    if found is None or found.value is None or later is None or later.value is None:
        year = _YEAR.search(fold(moment.raw))  # of words that nobody knows
        return year is None or int(year.group()) == stated.year
    moved = (day_of(later.value) - day_of(found.value)).days
    is_distance = 0 < moved < 7  # weekdays move by weeks, days of a month by years
    return is_distance or day_of(found.value) == day_of(stated)


def _zone_between(value: datetime, stated: datetime) -> tzinfo | None:
    """The zone in which the printed time of day is the stated instant: as it is stated, or whole
    hours from Greenwich where machines are given the time of Greenwich."""
    if stated.tzinfo is None:
        return None
    local = stated.replace(tzinfo=None, second=0, microsecond=0)
    between = value.replace(second=0, microsecond=0) - local
    if not between:
        return stated.tzinfo
    whole = between % _HOUR == timedelta(0) and abs(between) <= _FARTHEST * _HOUR
    return timezone(between) if whole and stated.utcoffset() == timedelta(0) else None
