"""Pictures of numbers as SVG in the page: bars, and the days of publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from html import escape

MOST_BARS = 120
_WIDTH, _HEIGHT = 720, 160
_BASE = 132  # where the bars stand
_TOP = 12


def bar(share: float, more: float = 0.0) -> str:
    """A bar that is filled by `share`, of 1, and in a lighter colour by `more` behind it."""
    first, second = (max(0.0, min(100.0, 100 * part)) for part in (share, more))
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rest" width="100" height="8"/>'
        f'<rect class="shown" width="{first:.2f}" height="8"/>'
        f'<rect class="stated" x="{first:.2f}" width="{second:.2f}" height="8"/></svg>'
    )


def days_chart(days: Mapping[str, int]) -> str:
    """A bar for each day, month or year, whichever gives the most bars that can be told apart."""
    unit, bins = _binned(days)
    highest = max(bins.values(), default=0)
    if not highest:
        return ""
    step = _WIDTH / max(len(bins), 12)
    drawn = [
        f'<rect class="shown" x="{n * step:.2f}" width="{step * 0.84:.2f}" '
        f'y="{_BASE - _tall(count, highest):.2f}" height="{_tall(count, highest):.2f}">'
        f"<title>{escape(name)}: {count:,}</title></rect>"
        for n, (name, count) in enumerate(bins.items())
        if count
    ]
    return (
        f'<svg class="days" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="Articles by {unit} of publication">'
        f'<line class="axis" x1="0" x2="{_WIDTH}" y1="{_BASE}" y2="{_BASE}"/>'
        f"{''.join(drawn)}{_labels(list(bins), step)}"
        f'<text x="{_WIDTH}" y="{_TOP - 2}" text-anchor="end">'
        f"most in one {unit}: {highest:,}</text>"
        "</svg>"
    )


def _tall(count: int, highest: int) -> float:
    """The height of a bar; one article can be seen beside a thousand."""
    return max(1.5, (_BASE - _TOP - 4) * count / highest) if count else 0.0


def _labels(names: list[str], step: float) -> str:
    """The names of the first bar, the last one, and some between."""
    last = len(names) - 1
    chosen = sorted({round(last * part / 4) for part in range(5)}) if last > 4 else range(last + 1)
    return "".join(
        f'<text x="{_WIDTH if n == last > 4 else n * step:.1f}" y="{_HEIGHT - 10}"'
        f' text-anchor="{"start" if n == 0 or last <= 4 else "end" if n == last else "middle"}">'
        f"{escape(names[n])}</text>"
        for n in chosen
    )


def _binned(days: Mapping[str, int]) -> tuple[str, dict[str, int]]:
    """The unit, and the number of articles in each from the first to the last, empty ones too."""
    for unit, letters in (("day", 10), ("month", 7), ("year", 4), ("century", 2)):
        counts: Counter[str] = Counter()
        for day, count in days.items():
            counts[day[:letters]] += count
        names = list(_between(min(counts), max(counts), unit)) if counts else []
        if len(names) <= MOST_BARS:
            return unit, {name: counts[name] for name in names}
    return "century", dict(sorted(counts.items()))


def _between(first: str, last: str, unit: str) -> Iterable[str]:
    """The names of all days, months or years from `first` to `last`, at most one too many."""
    if unit == "day":
        start = date.fromisoformat(first)
        size = min((date.fromisoformat(last) - start).days, MOST_BARS)
        return ((start + timedelta(days=n)).isoformat() for n in range(size + 1))
    if unit == "month":
        begin, end = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (first, last))
        months = range(begin, min(end, begin + MOST_BARS) + 1)
        return (f"{n // 12:04}-{n % 12 + 1:02}" for n in months)
    digits = len(first)
    years = range(int(first), min(int(last), int(first) + MOST_BARS) + 1)
    return (f"{n:0{digits}}" for n in years)
