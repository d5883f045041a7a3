"""How a site prints captions, bylines and dates: the style that gives most of them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from .. import Article, Byline, Moment
from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from .reading import Sample

#: A style, how many it gives back as they were printed, and of how many.
Fit = tuple[str, int, int]


def styles(samples: Sequence[Sample]) -> dict[str, Fit]:
    """The best style of each kind of field; a kind that no style fits is left out."""
    articles = [article for sample in samples for article in sample.page.articles]
    lines = [
        line.text for s in samples for line in s.lines if line.field in ("lead_image", "figure")
    ]
    found = {
        "caption": _best(credit.STYLES, credit.format, _captions(lines)),
        "byline": _best(byline.STYLES, byline.format, _bylines(articles)),
        "date": _best(date.STYLES, date.format, _dates(articles)),
    }
    return {name: fit for name, fit in found.items() if fit is not None}


def _best(
    names: Iterable[str], printed: Callable[[Any, str], str], values: Iterable[tuple[Any, str]]
) -> Fit | None:
    tried = list(values)
    times = {
        name: sum(printed(value, name) == raw for value, raw in tried) for name in sorted(names)
    }
    name = max(times, key=lambda name: times[name])
    return (name, times[name], len(tried)) if times[name] else None


def _captions(lines: Iterable[str]) -> Iterator[tuple[CaptionLine, str]]:
    for text in lines:
        found = credit.parse(text)
        if found.caption and found.credit:
            yield found, text


def _bylines(articles: Iterable[Article]) -> Iterator[tuple[Byline, str]]:
    return ((article.byline, article.byline.raw) for article in articles if article.byline)


def _dates(articles: Iterable[Article]) -> Iterator[tuple[Moment, str]]:
    for article in articles:
        for moment in (article.published, article.modified):
            if moment is not None and moment.value is not None:
                yield moment, moment.raw
