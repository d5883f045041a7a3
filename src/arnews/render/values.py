"""What a template's field prints, for the part of the model that it stands in."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from ..fields import byline, credit, date
from ..fields.byline import stands_in
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


def printed_byline(article: Article) -> Byline | None:
    """The byline that is printed apart; one that the text itself holds is not."""
    value, paragraphs = article.byline, [element.text for element in article.paragraphs]
    return None if value is None or stands_in(value, paragraphs) else value


@frozen
class Place:
    """Where in the model printing stands; `text` gives what a field prints there."""

    layout: Layout
    article: Article | None = None
    element: BodyElement | None = None
    item: RelatedItem | None = None
    tag: str | None = None
    line: str | None = None  # of a byline that is printed on several
    figure: Figure | None = None

    def inside(self, **part: Any) -> Place:
        return evolve(self, **part)

    def text(self, name: str) -> str | None:
        """The printed value of field `name`; `None` if there is nothing to print."""
        if self.figure is not None and name in ("caption", "credit", "video"):
            return self._of_figure(self.figure, name)
        if self.item is not None:
            return self._of_item(self.item, name)
        if name in BODY_TYPES:
            return self._of_element(name)
        if name == "tag":
            return self.tag
        if name == "byline" and self.line is not None:
            return self.line
        return self._of_article(name)

    def figure_named(self, name: str) -> Figure | None:
        """The figure that `"figure"` or `"lead_image"` means here."""
        if name == "lead_image":
            return self.article.lead_image if self.article else None
        if self.item is not None:
            return self.item.figure
        return self.element if isinstance(self.element, Figure) else None

    def byline_lines(self) -> list[str]:
        """The lines on which the article's byline is printed."""
        text = self._of_article("byline")
        return text.split("\n") if text else []

    def moment(self, name: str) -> Moment | None:
        """The date that the field `name` prints, if it is one."""
        holder = self.item if self.item is not None else self.article
        return getattr(holder, name, None) if name in ("published", "modified") else None

    def _of_figure(self, figure: Figure, name: str) -> str | None:
        if name == "caption":
            return figure.caption
        if name == "credit":
            return figure.credit.raw if figure.credit else None
        return self._video(figure)

    def _video(self, figure: Figure | None) -> str | None:
        words = self.layout.words.video
        return words[0] if words and figure is not None and figure.kind == "video" else None

    def _of_item(self, item: RelatedItem, name: str) -> str | None:
        if name == "figure":
            return self.figure_line(item.figure)
        if name == "video":
            return self._video(item.figure)
        if name == "byline":
            return self._byline(item.byline)
        if name == "published":
            return self._moment(item.published)
        if name == "marker":
            return self._marker()
        value = getattr(item, name, None)
        return value if isinstance(value, str) else None

    def _of_element(self, name: str) -> str | None:
        element = self.element
        if not isinstance(element, BODY_TYPES[name]):
            return None
        if isinstance(element, Figure):
            return self.figure_line(element)
        if isinstance(element, SeeAlso):
            return None
        return element.text

    def _of_article(self, name: str) -> str | None:
        article = self.article
        if article is None:
            return None
        if name == "lead_image":
            return self.figure_line(article.lead_image)
        if name == "byline":
            return self._byline(printed_byline(article))
        if name in ("published", "modified"):
            return self._moment(getattr(article, name))
        if name == "marker":
            return self._marker()
        value = getattr(article, name, None)
        return value if isinstance(value, str) else None

    def _marker(self) -> str:
        words = self.layout.words.related or self.layout.lexicon.table("words")["related"]
        return str(words[0])

    def figure_line(self, figure: Figure | None) -> str | None:
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
