"""From the parts of one printed date to its value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from attrs import evolve

from ...folding import fold_with_offsets
from ...model import Moment
from .tag import Clock, Day, Distance, Part, Weekday

_OF_CLOCK = frozenset({"seconds", "minutes", "hours"})  # units of a distance
_YEARS_BACK = 12  # in which a printed weekday is looked for
#: The latest day that a weekday can be, in days from today, by its direction.
_LATEST = {1: 7, 0: 0, -1: -1}


def to_moment(
    raw: str, group: Sequence[Part], reference: datetime | None, offset: int = 0
) -> Moment | None:
    """The moment that the parts of one date are, or `None` if they make no date.

    It is printed as `raw`, which stands at `offset` of the folded text of the parts.
    """
    found = resolve(group, reference)
    if found is None:
        return None
    hijri = next((part for part in group if isinstance(part, Day) and part.hijri), None)
    printed = None
    if hijri is not None:
        start, end = fold_with_offsets(raw).span(hijri.start - offset, hijri.end - offset)
        printed = raw[start:end].strip()
    return evolve(found, raw=raw, hijri=printed)


def resolve(parts: Sequence[Part], reference: datetime | None) -> Moment | None:
    """The moment of one group of parts, not yet as printed; `None` if they make no date."""
    days = [part for part in parts if isinstance(part, Day)]
    clock = next((part for part in parts if isinstance(part, Clock)), None)
    weekday = next((part for part in parts if isinstance(part, Weekday)), None)
    distance = next((part for part in parts if isinstance(part, Distance)), None)
    if days:
        return _of_days(days, weekday, clock, reference)
    if distance is None and weekday is None:
        return None
    if reference is None:
        return Moment("")
    try:
        if distance is not None:
            return _of_distance(distance, weekday, clock, reference)
        assert weekday is not None
        latest = reference.date() + timedelta(days=_LATEST[weekday.direction])
        return Moment("", _at(_back_to(latest, weekday.number), clock, reference))
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return Moment("")


def _of_days(
    days: list[Day], weekday: Weekday | None, clock: Clock | None, reference: datetime | None
) -> Moment | None:
    """Beside a Hijri date the Gregorian one counts: the two differ in four of ten real pairs."""
    gregorian = [day for day in days if not day.hijri]
    for day in gregorian or days:
        found = _as_weekday(day, weekday) if weekday else day.date
        if found is not None:
            return Moment("", _at(found, clock))
    day = (gregorian or days)[0]
    if day.year is not None and day.day is None:
        return Moment("", partial=None if day.hijri else f"{day.year:04}-{day.month:02}")
    if day.year is not None:  # the 30th of February
        return None
    if day.hijri or reference is None or day.day is None:
        return Moment("")
    found = _without_year(day, weekday, reference.date())
    return Moment("", _at(found, clock, reference)) if found else None


def _as_weekday(day: Day, weekday: Weekday) -> date | None:
    """The date of `day`; the one with the month first if only that one has the printed weekday:
    «أحد, 02/11/2024» is the 11th of February."""
    found = day.date
    if not day.ambiguous or day.day is None or (found and found.weekday() == weekday.number):
        return found
    other = day._replace(month=day.day, day=day.month).date
    return other if other and other.weekday() == weekday.number else found


def _without_year(day: Day, weekday: Weekday | None, today: date) -> date | None:
    """The nearest such day on its side of today, or the nearest that has the printed weekday."""
    nearest = None
    for distance in range(_YEARS_BACK):
        found = day._replace(year=today.year + day.direction * distance).date
        if found is None:
            continue
        if (found - today).days * day.direction >= 0:
            nearest = nearest or found
            if weekday is None or found.weekday() == weekday.number:
                return found
    return nearest


def _of_distance(
    distance: Distance, weekday: Weekday | None, clock: Clock | None, reference: datetime
) -> Moment:
    from dateutil.relativedelta import relativedelta  # when first needed

    moved = reference + relativedelta(**distance.steps)  # type: ignore[arg-type]
    if not distance.steps or not _OF_CLOCK.isdisjoint(distance.steps):
        return Moment("", moved)
    day = moved.date()
    if weekday is not None and distance.steps.keys() == {"days"}:
        day = _back_to(day, weekday.number)
    return Moment("", _at(day, clock, reference))


def _at(day: date, clock: Clock | None, reference: datetime | None = None) -> date | datetime:
    """`day` with the time of day, in the printed zone, else in the reference's."""
    if clock is None:
        return day
    naive = datetime.combine(day, clock.time)
    if clock.offset is not None:
        return naive.replace(tzinfo=_fixed(clock.offset))
    if clock.zone is not None:
        offset = offset_in(naive, clock.zone)
        return naive if offset is None else naive.replace(tzinfo=timezone(offset))
    return naive.replace(tzinfo=reference.tzinfo) if reference and reference.tzinfo else naive


def offset_in(naive: datetime, zone: str) -> timedelta | None:
    """How far east of Greenwich clocks in `zone`, a name of the tz database, are at that time."""
    rules = _zone(zone)
    return naive.replace(tzinfo=rules).utcoffset() if rules else None


def _fixed(minutes: int) -> timezone | None:
    return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo | None:
    """Rules of a zone by its name in the tz database, which dateutil carries with it."""
    from dateutil import tz  # when first needed: few dates name a zone

    return tz.gettz(name)


def _back_to(day: date, weekday: int) -> date:
    """The last `weekday` on or before `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)
