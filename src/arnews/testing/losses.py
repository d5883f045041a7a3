"""What of a page does not survive flattening: what markup says and no text shows."""

from __future__ import annotations

from attrs import evolve

from arnews.model import Article, BodyElement, Embed, Figure, Metadata, Page, RelatedItem, SeeAlso


def without_urls(page: Page) -> Page:
    """`page` as its text alone tells it: no URLs, kinds, metadata or bare pictures.

    So a page that was parsed from HTML can be compared with the same page parsed from the text
    that some tool made of it.
    """
    articles = tuple(map(_article, page.articles))
    return evolve(page, articles=articles, url=None, kind="text", layout="", metadata=Metadata())


def _article(article: Article) -> Article:
    body = tuple(map(_element, article.body))
    return evolve(
        article,
        lead_image=_figure(article.lead_image),
        body=tuple(element for element in body if element is not None),
        related=tuple(map(_item, article.related)),
    )


def _element(element: BodyElement) -> BodyElement | None:
    if isinstance(element, Figure):
        return _figure(element)
    if isinstance(element, SeeAlso):
        return SeeAlso(tuple(map(_item, element.items)))
    return evolve(element, url=None, kind="other") if isinstance(element, Embed) else element


def _item(item: RelatedItem) -> RelatedItem:
    return evolve(item, url=None, figure=_figure(item.figure))


def _figure(figure: Figure | None) -> Figure | None:
    if figure is None or (figure.caption is None and figure.credit is None):
        return None
    return Figure(figure.caption, figure.credit)
