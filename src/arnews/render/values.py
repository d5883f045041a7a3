"""What a template's field prints, for the part of the model that it stands in."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from ..layouts import Layout
from ..model import (
    BODY_TYPES,
    Article,
    BodyElement,
    Byline,
    Figure,
    Moment,
    RelatedItem,
    SeeAlso,
)


@frozen
class Place:
    """Where in the model printing stands; `text` gives what a field prints there."""

    layout: Layout
    article: Article | None = None
    element: BodyElement | None = None
    item: RelatedItem | None = None
    tag: str | None = None

    def inside(self, **part: Any) -> Place:
        return evolve(self, **part)

    def text(self, name: str) -> str | None:
        """The printed value of field `name`; `None` if there is nothing to print."""
        if self.item is not None:
            return self._of_item(self.item, name)
        if name in BODY_TYPES:
            return self._of_element(name)
        if name == "tag":
            return self.tag
        return self._of_article(name)

    def _of_item(self, item: RelatedItem, name: str) -> str | None:
        if name == "figure":
            return self.figure(item.figure)
        if name == "video":
            is_video = item.figure is not None and item.figure.kind == "video"
            return self.layout.words.video[0] if is_video and self.layout.words.video else None
        if name == "byline":
            return self._byline(item.byline)
        if name == "published":
            return self._moment(item.published)
        value = getattr(item, name)
        return value if isinstance(value, str) else None

    def _of_element(self, name: str) -> str | None:
        element = self.element
        if not isinstance(element, BODY_TYPES[name]):
            return None
        if isinstance(element, Figure):
            return self.figure(element)
        return None if isinstance(element, SeeAlso) else element.text

    def _of_article(self, name: str) -> str | None:
        article = self.article
        if article is None:
            return None
        if name == "lead":
            return self.figure(article.lead)
        if name == "byline":
            return self._byline(article.byline)
        if name in ("published", "modified"):
            return self._moment(getattr(article, name))
        if name == "marker":
            return self.layout.words.related[0] if self.layout.words.related else None
        value = getattr(article, name, None)
        return value if isinstance(value, str) else None

    def figure(self, figure: Figure | None) -> str | None:
        """The caption with its credit, in the layout's style."""
        if figure is None or (figure.caption is None and figure.credit is None):
            return None
        return credit.format(CaptionLine(figure.caption, figure.credit), self.layout.styles.caption)

    def _byline(self, value: Byline | None) -> str | None:
        """A byline prints as it was printed; one made by hand in the layout's style."""
        if value is None:
            return None
        return value.raw or byline.format(value, self.layout.styles.byline)

    def _moment(self, value: Moment | None) -> str | None:
        if value is None:
            return None
        return value.raw or date.format(value, self.layout.styles.date)
