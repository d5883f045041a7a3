"""Prints dates so that reading finds the same value."""

from __future__ import annotations

from datetime import datetime, timedelta

from ... import lexicon
from ...model import Moment

#: What a style prints of a day; `{month}` is the name, `{second}` the Levantine one beside it.
STYLES = {
    "standard": "{day} {month} {year}",
    "weekday": "{weekday} {day} {month} {year}",
    "comma": "{weekday}، {day} {month} {year}",
    "both": "{day} {month} ({second}) {year}",
    "slash": "{day} {month}/{second} {year}",
    "levant": "{day} {second} {year}",
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

    `parse` reads the same value back. A moment without a value prints as it was printed.
    """
    value = moment.value
    if value is None:
        return moment.raw
    clock = _clock(value) if isinstance(value, datetime) else ""
    printed = lexicon.default().calendar.printed
    day = (
        STYLES[style]
        .format(
            day=value.day,
            number=value.month,
            year=f"{value.year:04}",
            month=printed["standard"][value.month - 1],
            second=printed["levant"][value.month - 1],
            algeria=printed["algeria"][value.month - 1],
            morocco=printed["morocco"][value.month - 1],
            english=printed["english"][value.month - 1],
            weekday=printed["weekdays"][value.weekday()],
            clock=clock,
        )
        .strip()
    )
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
