"""Prints dates so that reading finds the same value."""

from __future__ import annotations

from datetime import datetime, timedelta

from ... import lexicon
from ...arguments import one_of
from ...model import Moment

#: What a style prints of a day; the names of its month are by region, `{standard}` the common one.
STYLES = {
    "standard": "{day} {standard} {year}",
    "weekday": "{weekday} {day} {standard} {year}",
    "comma": "{weekday}، {day} {standard} {year}",
    "both": "{day} {standard} ({levant}) {year}",
    "slash": "{day} {standard}/{levant} {year}",
    "levant": "{day} {levant} {year}",
    "algeria": "{day} {algeria} {year}",
    "morocco": "{weekday} {day} {morocco} {year}",
    "english": "{day} {english} {year}",
    "numeric": "{day:02}/{number:02}/{year}",
    "dotted": "{day:02}.{number:02}.{year}",
    "clock first": "{clock} {day:02}/{number:02}/{year}",
    "iso": "{year}-{number:02}-{day:02}",
}


def format(moment: Moment, style: str = "standard") -> str:
    """`moment.value` in `style`, a name in `STYLES`; a time of day follows after « - »,
    or stands where the style has it.

    `parse` reads the same value back. A moment without a value prints as it was printed. Raises
    `BadArgument` for an unknown style.

    >>> format(Moment("", datetime(2025, 3, 18, 21, 40)), "levant")
    '18 آذار 2025 - 21:40'
    """
    one_of("style", style, STYLES)
    value = moment.value
    if value is None:
        return moment.raw
    clock = _clock(value) if isinstance(value, datetime) else ""
    printed = dict(lexicon.default().calendar.printed)
    weekday = printed.pop("weekdays")[value.weekday()]
    months = {region: names[value.month - 1] for region, names in printed.items()}
    numbers = {"day": value.day, "number": value.month, "year": f"{value.year:04}"}
    day = STYLES[style].format(**numbers, **months, weekday=weekday, clock=clock).strip()
    return f"{day} - {clock}" if clock and "{clock}" not in STYLES[style] else day


def _clock(value: datetime) -> str:
    seconds = f":{value.second:02}" if value.second else ""
    return f"{value:%H:%M}{seconds}{_offset(value.utcoffset())}"


def _offset(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    sign, rest = ("-" if minutes < 0 else "+"), abs(minutes)
    return " GMT" if not minutes else f" GMT{sign}{rest // 60:02}:{rest % 60:02}"
