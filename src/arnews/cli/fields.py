"""A page for people: its fields by name."""

from __future__ import annotations

from collections.abc import Iterator

from ..explain import isolated
from ..model import Article, Byline, Figure, Moment, Page, SeeAlso


def fields(file: str, page: Page) -> str:
    """The page in `file`, one field on each line, each value in its own direction."""
    return "\n".join(_lines(file, page)) + "\n"


def _lines(file: str, page: Page) -> Iterator[str]:
    yield f"{file}: {page.kind}, layout {page.layout}, articles: {len(page.articles)}"
    for warning in page.warnings:
        yield f"  warning: {warning}"
    for number, article in enumerate(page.articles, 1):
        yield ""
        yield f"ARTICLE {number}"
        yield from _article(article)


_HEAD = ("kicker", "headline", "subtitle", "section", "byline", "published", "modified")


def _article(article: Article) -> Iterator[str]:
    for name in _HEAD:
        yield from _field(name, getattr(article, name))
    yield from _figure("lead_image", article.lead_image)
    for element in article.body:
        if isinstance(element, Figure):
            yield from _figure("figure", element)
        elif isinstance(element, SeeAlso):
            for item in element.items:
                yield from _field("see also", item.title)
        else:
            yield from _field(type(element).__name__.lower(), element.text)
    yield from _field("tags", "، ".join(article.tags) or None)
    for item in article.related:
        yield from _field("related", item.title)
        yield from _field("  section", item.section)
        yield from _figure("  picture", item.figure)
        yield from _field("  teaser", item.teaser)
        yield from _field("  byline", item.byline)


def _figure(name: str, figure: Figure | None) -> Iterator[str]:
    if figure is None:
        return
    kind = f" ({figure.kind})" if figure.kind == "video" else ""
    yield from _field(name + kind, figure.caption or figure.url or "")
    if figure.credit:
        known = ", ".join(figure.credit.agencies)
        yield from _field("  credit", figure.credit.raw, f" [{known}]" if known else "")


def _field(name: str, value: str | Byline | Moment | None, note: str = "") -> Iterator[str]:
    if isinstance(value, Moment):
        value = value.iso or value.raw
    elif isinstance(value, Byline):
        value = value.raw
    if value is not None:
        yield f"  {name:<12} {isolated(' '.join(value.split()))}{note}"
