"""Where in a page printing is, and what a field of the template prints there."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from ..fields import byline, credit, date
from ..fields.byline import stands_in
from ..fields.credit import CaptionLine
from ..layouts import Layout
from ..model import (
    BODY_TYPES,
    TEXT_ELEMENTS,
    Article,
    BodyElement,
    Byline,
    Embed,
    Figure,
    Moment,
    RelatedItem,
    Table,
)

PICTURES = frozenset({"figure", "lead_image"})  # the fields that print a figure


def printed_byline(article: Article) -> Byline | None:
    """The byline that needs a line of its own; `None` if a paragraph already contains it."""
    paragraphs = [paragraph.text for paragraph in article.paragraphs]
    is_inside = article.byline is not None and stands_in(article.byline, paragraphs)
    return None if is_inside else article.byline


@frozen
class Position:
    """A position in the model: the article, then the part of it whose fields are printed.

    `figure` is set while the parts of a figure are printed apart. `line` is one line of a byline
    that is printed on several lines. `in_elements` says that elements show what each value is, so
    that no label has to.
    """

    layout: Layout
    article: Article | None = None
    element: BodyElement | None = None
    item: RelatedItem | None = None
    tag: str | None = None
    line: str | None = None
    figure: Figure | None = None
    in_elements: bool = False

    def inside(self, **part: Any) -> Position:
        """The position of a part of this one: `position.inside(item=item)`."""
        return evolve(self, **part)

    def text(self, name: str) -> str | None:
        """What the field `name` prints here, in the layout's styles; `None` if it has no value."""
        return self._printed(self._value(name))

    def figure_named(self, name: str) -> Figure | None:
        """The figure that the field `name`, `"figure"` or `"lead_image"`, prints here."""
        value = self._value(name)
        return value if isinstance(value, Figure) else None

    @property
    def is_insert(self) -> bool:
        """Whether it is that of an element of a body that markup alone tells."""
        return isinstance(self.element, Table | Embed) and self.item is None

    def byline_lines(self) -> list[Position]:
        """The positions of the lines of the article's printed byline."""
        text = self._printed(printed_byline(self.article)) if self.article else None
        return [self.inside(line=line) for line in text.split("\n")] if text else []

    def moment(self, name: str) -> Moment | None:
        """The date that the field `name` prints here; `None` if it prints something else."""
        value = self._value(name)
        return value if isinstance(value, Moment) else None

    def _value(self, name: str) -> object:
        """The value of the field `name`: a string or an object of the model."""
        if name == "marker":
            words = self.layout.words.related or self.layout.lexicon.table("words")["related"]
            return words[0]
        if self.figure is not None and name in ("caption", "credit", "video"):
            return self._video(self.figure) if name == "video" else getattr(self.figure, name)
        if self.item is not None:
            return self._video(self.item.figure) if name == "video" else _field(self.item, name)
        if name in BODY_TYPES:
            return self.element if isinstance(self.element, BODY_TYPES[name]) else None
        if name == "byline" and self.article is not None:
            return printed_byline(self.article) if self.line is None else self.line
        return self.tag if name == "tag" else _field(self.article, name)

    def _video(self, figure: Figure | None) -> str | None:
        """The layout's mark of a video, if `figure` is one."""
        words = self.layout.words.video
        return words[0] if words and figure is not None and figure.kind == "video" else None

    def _printed(self, value: object) -> str | None:
        """`value` as it was printed; a value made by a program in the layout's style."""
        styles = self.layout.styles
        match value:
            case str():
                return value
            case Byline():
                return value.raw or byline.format(value, styles.byline)
            case Moment():
                return value.raw or date.format(value, styles.date)
            case Figure(caption, made) if caption is not None or made is not None:
                needs_no_label = self.in_elements and styles.caption == "labelled"
                style = "brackets" if needs_no_label else styles.caption
                return credit.format(CaptionLine(caption, made), style)
            case _ if isinstance(value, (*TEXT_ELEMENTS, Embed)):
                return value.text
        return getattr(value, "raw", None)  # of a credit


def _field(owner: Article | RelatedItem | None, name: str) -> object:
    return getattr(owner, name, None)
