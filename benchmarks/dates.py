"""Accuracy and speed on the table of dates, beside dateparser and dateutil, in one run.

A row is right if the date is, and to the minute the time and the zone where the row has them; a
row without an expected value wants no date. The peers come with `pip install dateparser`.
"""

from __future__ import annotations

import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from arnews.fields import date

TABLE = Path(__file__).parent.parent / "tests" / "gold" / "dates.tsv"
Parse = Callable[[str, datetime | None], str]


def arnews_date(text: str, reference: datetime | None) -> str:
    """The ISO value that arnews reads, or an empty string."""
    found = date.parse(text, reference=reference)
    return (found.iso if found else None) or ""


def peers() -> dict[str, Parse]:
    """The other parsers that are installed."""
    found: dict[str, Parse] = {}
    try:
        import dateparser

        def arabic(text: str, reference: datetime | None) -> str:
            settings = {"RELATIVE_BASE": reference} if reference else {}
            value = dateparser.parse(text, languages=["ar"], settings=settings)
            return value.isoformat(timespec="minutes") if value else ""

        def any_language(text: str, reference: datetime | None) -> str:
            settings = {"RELATIVE_BASE": reference} if reference else {}
            value = dateparser.parse(text, settings=settings)
            return value.isoformat(timespec="minutes") if value else ""

        found["dateparser"] = any_language
        found["dateparser, Arabic only"] = arabic
    except ImportError:
        print("dateparser is not installed: pip install dateparser")
    from dateutil import parser

    def dayfirst(text: str, reference: datetime | None) -> str:
        try:
            value = parser.parse(text[:64], dayfirst=True, default=reference)
        except (ValueError, OverflowError):
            return ""
        return value.isoformat(timespec="minutes")

    found["dateutil"] = dayfirst
    return found


def rows() -> list[tuple[str, datetime | None, str, str]]:
    """Text, reference, expected ISO value, kind."""
    lines = TABLE.read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines if line.strip()]
    return [(c[0], datetime.fromisoformat(c[1]) if c[1] else None, c[2], c[3]) for c in cells]


def is_right(got: str, expected: str) -> bool:
    """A row without a time of day asks for the day alone."""
    return got[: len(expected)] == expected if expected and "T" not in expected else got == expected


def main() -> None:
    """Prints for every parser how many rows are right, a kind at a time, and strings a second."""
    warnings.simplefilter("ignore")
    table = rows()
    speeds: dict[str, float] = {}
    for name, parse in {"arnews": arnews_date, **peers()}.items():
        right = Counter(kind for text, at, want, kind in table if is_right(parse(text, at), want))
        start = time.perf_counter()
        for text, reference, _, _ in table:
            parse(text, reference)
        speeds[name] = len(table) / (time.perf_counter() - start)
        print(
            f"{name}: {right.total()} of {len(table)} right, {speeds[name]:,.0f} strings a second"
        )
        of = Counter(kind for *_, kind in table)
        print("   " + ", ".join(f"{kind} {right[kind]}/{count}" for kind, count in of.items()))
    for name in speeds.keys() - {"arnews"}:
        print(f"arnews reads {speeds['arnews'] / speeds[name]:.1f} times the strings of {name}")


if __name__ == "__main__":
    main()
