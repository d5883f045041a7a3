"""Removes from a page what flattening HTML to text loses."""

from __future__ import annotations

from attrs import evolve

from arnews.model import Article, BodyElement, Embed, Figure, Metadata, Page, RelatedItem, SeeAlso


def without_urls(page: Page) -> Page:
    """`page` without metadata, URLs, kinds of embeds and figures, and pictures that have no text.

    Use it to compare a page parsed from HTML with the same page parsed from the text that a tool
    made of the HTML.
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
