"""Sample pages as learning sees them: lines, each with the field that it was read as.

A line is a block of `Page.blocks` that has text. Its field has the name that templates have for
it, its gap is what precedes it in the text, its classes are the elements around it in HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, define, frozen

from .. import Article, LabelledBlock, Page, parse
from ..fields import date
from ..input import source
from ..input.source import Kind, Source
from ..layouts import Layout
from ..lexicon.words import fold_label

LONG = 90  # characters: a line so long is no word of the interface
LONG_SENTENCE = 60  # characters of a sentence that belongs to a text
STOPS = (".", "؟", "!", ".»", "!»", "؟»", '."', "».", "…", ":")

#: The fields of the roles that mean the same everywhere on a page.
_FIELDS: Mapping[str, str] = {
    "related_marker": "marker",
    "related_title": "title",
    "related_section": "section",
    "related_caption": "figure",
    "related_teaser": "teaser",
    "related_byline": "byline",
    "related_date": "published",
}
_NO_FIELD = frozenset({"interface", "chrome", "credit"})


@frozen
class Line:
    """One block: its text, the field that it was read as (`None`: none), and where it is.

    `key` is the form in which lines are compared, `item` the index of the related story that the
    line belongs to; `again` marks a field that was printed before.
    """

    text: str
    key: str
    field: str | None = None
    gap: str = ""
    article: int | None = None
    item: int | None = None
    again: bool = False
    classes: tuple[str, ...] = ()

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as sentences do, and is long enough for one of a text."""
        return len(self.text) >= LONG_SENTENCE and self.text.endswith(STOPS)

    @property
    def is_short(self) -> bool:
        """Whether it may be a word of the interface."""
        return len(self.text) <= LONG and not self.is_sentence


@define(eq=False)
class Sample:
    """One page to learn from: its source, and how a layout reads it."""

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
        known = self.page.kind == self.source.kind  # else the markup was too complex
        self.lines = tuple(_lines(self.page, self.source.text if known else ""))


def _lines(page: Page, text: str) -> Iterator[Line]:
    end = 0
    seen: set[tuple[int | None, str, str]] = set()
    for block in page.blocks:
        if not block.text:
            continue
        gap = text[end : block.start] if block.start is not None else ""
        end = block.end or end
        name = _field(block, page)
        mark = (block.article, name or "", block.text)
        yield Line(
            block.text,
            fold_label(block.text),
            name,
            gap,
            block.article,
            block.item,
            name is not None and mark in seen,
            block.classes,
        )
        seen.add(mark)


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
    first, later = (each and each.raw for each in (article.published, article.modified))
    return "modified" if later in printed and first not in printed else "published"
