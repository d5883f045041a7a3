"""How a site prints captions, bylines and dates: the style that gives most of them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from ..fields import byline, credit, date
from ..layouts import Styles
from .elements import Found
from .sample import Sample


def styles(samples: Sequence[Sample]) -> Mapping[str, Found]:
    """The best style of each kind of field, how many values it gives back as they were printed,
    and of how many."""
    articles = [article for sample in samples for article in sample.page.articles]
    figures = [each for s in samples for each in s.lines if each.field in ("lead_image", "figure")]
    captions = [(credit.parse(line.text), line.text) for line in figures]
    dates = [each for a in articles for each in (a.published, a.modified)]
    return {
        "caption": _best("caption", credit, [each for each in captions if all(each[0])]),
        "byline": _best("byline", byline, [(a.byline, a.byline.raw) for a in articles if a.byline]),
        "date": _best("date", date, [(d, d.raw) for d in dates if d and d.value is not None]),
    }


def _best(name: str, field: ModuleType, printed: Sequence[tuple[Any, str]]) -> Found:
    """The style that prints most values as they are; the default among equals."""
    default = getattr(Styles(), name)
    fits = {
        style: sum(field.format(value, style) == raw for value, raw in printed)
        for style in field.STYLES
    }
    best = max(sorted(fits), key=lambda style: (fits[style], style == default))
    return best, fits[best], len(printed)
