"""Sample pages as learning sees them: lines, each with the field that it was read as.

A line is a block of `Page.blocks`. Its field has the name that templates have for it, its gap is
what stands before it in the text, its elements are those around it in the markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import Factory, define, evolve, frozen

from .. import Article, LabelledBlock, Moment, Page, parse
from ..fields import date
from ..input import source
from ..input.source import Kind, Source
from ..layouts import Layout
from ..lexicon.words import fold_label
from .nodes import Around, elements

LONG = 90  # characters: a line so long is no word of the interface
LONG_SENTENCE = 60  # characters of a sentence that belongs to a text

#: The fields of the roles that mean the same wherever they stand.
_FIELDS: Mapping[str, str] = {
    "related_marker": "marker",
    "related_title": "title",
    "related_section": "section",
    "related_caption": "figure",
    "related_teaser": "teaser",
    "related_byline": "byline",
    "related_date": "published",
}
_NO_FIELD = frozenset({"interface", "chrome", "picture", "credit"})
STOPS = (".", "؟", "!", ".»", "!»", "؟»", '."', "».", "…", ":")


@frozen
class Line:
    """One block: its text, the field that it was read as (`None`: none), and where it stands.

    `item` is the index of the related story that it belongs to, `again` tells a field printed
    before. `elements` are the (tag, classes) around it, innermost first.
    """

    text: str
    field: str | None = None
    gap: str = ""
    article: int | None = None
    item: int | None = None
    again: bool = False
    elements: Around = ()
    picture: bool = False

    @property
    def key(self) -> str:
        """The form in which lines are compared."""
        return fold_label(self.text)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as sentences do, and is long enough for one of a text."""
        return len(self.text) >= LONG_SENTENCE and self.text.endswith(STOPS)


@define(eq=False)
class Sample:
    """One page to learn from: its source, and what stands in it by the reading so far."""

    source: Source
    page: Page = Factory(Page)
    lines: tuple[Line, ...] = ()

    @classmethod
    def of(cls, data: str | bytes, kind: Kind | None = None) -> Sample:
        """Raises `UndecodableInput` and `InputTooLarge` as `arnews.parse` does."""
        return cls(source.read(data, kind=kind))

    def read(self, layout: Layout) -> None:
        """Reads the page by `layout`."""
        self.page = parse(self.source.text, kind=self.source.kind, layout=layout)
        self.lines = tuple(_lines(self.page, self.source, self.elements()))

    @cache  # noqa: B019  (samples live as long as one run of learning)
    def elements(self) -> Mapping[str, Around]:
        """The elements of a page of markup, by the path of a block."""
        if self.page.kind == "text":  # the markup may have been too complex
            return {}
        return elements(self.source.text)


def _lines(page: Page, read: Source, elements: Mapping[str, Around]) -> Iterator[Line]:
    end = 0
    seen: set[tuple[int | None, str, str]] = set()
    for block in page.blocks:
        line = Line(block.text, _field(block, page), "", block.article, block.item)
        if block.start is not None:
            line = evolve(line, gap=read.text[end : block.start])
            end = block.end or end
        if block.path is not None:
            line = evolve(line, elements=elements.get(block.path, ()))
        if line.field:
            mark = (line.article, line.field, line.text)
            line = evolve(line, again=mark in seen)
            seen.add(mark)
        yield evolve(line, picture=block.role == "picture")


def _field(block: LabelledBlock, page: Page) -> str | None:
    """The name that templates have for what a block was read as."""
    if block.role in _NO_FIELD or block.article is None:
        return None
    article = page.articles[block.article]
    if block.role == "date":
        return _date(block.text, article)
    if block.role == "caption":
        lead = article.lead_image.caption if article.lead_image else None
        return "lead_image" if lead and lead in block.text else "figure"
    return _FIELDS.get(block.role, block.role)


def _date(text: str, article: Article) -> str:
    """Whether a line with dates has the day of publication, or only a later one."""
    printed = {found.moment.raw for found in date.find(text)}
    first, later = _raw(article.published), _raw(article.modified)
    return "modified" if later in printed and first not in printed else "published"


def _raw(moment: Moment | None) -> str | None:
    return moment.raw if moment else None
