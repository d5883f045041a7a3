"""Pictures of numbers as SVG in the page: bars, and the days of publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
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


#: Units of time: how many letters of a day name one, the number of a name, the name of a number.
_UNITS: Mapping[str, tuple[int, Callable[[str], int], Callable[[int], str]]] = {
    "day": (
        10,
        lambda name: date.fromisoformat(name).toordinal(),
        lambda number: date.fromordinal(number).isoformat(),
    ),
    "month": (
        7,
        lambda name: int(name[:4]) * 12 + int(name[5:]) - 1,
        lambda number: f"{number // 12:04}-{number % 12 + 1:02}",
    ),
    "year": (4, int, "{:04}".format),
    "century": (2, int, "{:02}".format),
}


def _binned(days: Mapping[str, int]) -> tuple[str, dict[str, int]]:
    """The unit, and the number of articles in each from the first to the last, empty ones too."""
    for unit, (letters, number, name) in _UNITS.items():
        counts: Counter[str] = Counter()
        for day, count in days.items():
            counts[day[:letters]] += count
        numbers = range(number(min(counts)), number(max(counts)) + 1) if counts else range(0)
        if len(numbers) <= MOST_BARS:
            return unit, {name(each): counts[name(each)] for each in numbers}
    raise AssertionError("there are a hundred centuries at most")
