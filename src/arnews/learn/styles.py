"""How a site prints captions, bylines and dates: the style that gives most of them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .. import Article, Byline, Moment
from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from ..layouts import Styles
from .elements import Found
from .sample import Sample

_DEFAULT = Styles()


def styles(samples: Sequence[Sample]) -> Mapping[str, Found]:
    """The best style of each kind of field, how many values it gives back as they were printed,
    and of how many."""
    articles = [article for sample in samples for article in sample.page.articles]
    lines = [
        line.text for s in samples for line in s.lines if line.field in ("lead_image", "figure")
    ]
    return {
        "caption": _best(_DEFAULT.caption, credit.STYLES, credit.format, _captions(lines)),
        "byline": _best(_DEFAULT.byline, byline.STYLES, byline.format, _bylines(articles)),
        "date": _best(_DEFAULT.date, date.STYLES, date.format, _dates(articles)),
    }


def _best(
    default: str,
    names: Iterable[str],
    printed: Callable[[Any, str], str],
    values: Iterable[tuple[Any, str]],
) -> Found:
    """The style that prints most values as they are; the default among equals."""
    tried = list(values)
    fits = {name: sum(printed(value, name) == raw for value, raw in tried) for name in names}
    best = max(sorted(fits), key=lambda name: (fits[name], name == default))
    return best, fits[best], len(tried)


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
