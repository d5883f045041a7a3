"""Articles, related stories and figures in the making: what is still open while a page is read."""

from __future__ import annotations

from attrs import Factory, define, evolve

from ..fields.byline import combine
from ..labeling import Values
from ..model import (
    TEXT_ELEMENTS,
    Article,
    BodyElement,
    Byline,
    Credit,
    Figure,
    Moment,
    Paragraph,
    RelatedItem,
    SeeAlso,
    Table,
)
from .sources import Place, Sources

_SENTENCE_ENDS = (".", "؟", "!", "?", ".»", '."', "!»", "؟»", ".”")


@define
class FigureDraft:
    """A figure whose caption and credit a template prints apart."""

    caption: str | None = None
    credit: Credit | None = None
    video: bool = False
    url: str | None = None
    element: int | None = None  # the <figure> that it stands in

    def done(self) -> Figure:
        return Figure(self.caption, self.credit, "video" if self.video else "image", self.url)


@define
class ItemDraft:
    strings: dict[str, str] = Factory(dict)  # title, section and teaser
    url: str | None = None
    figure: Figure | None = None
    byline: Byline | None = None
    published: Moment | None = None
    video: bool = False

    def done(self) -> RelatedItem:
        teaser = self.strings.get("teaser")
        return RelatedItem(
            **self.strings,
            url=self.url,
            figure=evolve(self.figure or Figure(), kind="video") if self.video else self.figure,
            teaser_cut=bool(teaser and not teaser.endswith(_SENTENCE_ENDS)),
            byline=self.byline,
            published=self.published,
        )


@define
class ArticleDraft:
    strings: dict[str, str] = Factory(dict)
    selected: set[str] = Factory(set)  # those in an element that the layout names for them
    bylines: list[Byline] = Factory(list)
    published: Moment | None = None
    modified: Moment | None = None
    lead_image: Figure | FigureDraft | None = None
    body: list[BodyElement | list[ItemDraft] | FigureDraft] = Factory(list)
    tags: list[str] = Factory(list)
    items: list[ItemDraft] = Factory(list)
    _kept: int = 0  # elements of the body whose figures are in `_printed`
    _printed: set[tuple[str | None, Credit | None]] = Factory(set)

    def done(self, values: Values, sources: Sources, number: int) -> Article:
        """The article, which has this `number`; its byline may also stand in its first and last
        paragraph."""
        paragraphs = {at: e.text for at, e in enumerate(self.body) if isinstance(e, Paragraph)}
        places = list(paragraphs)
        signed = combine(self.bylines, list(paragraphs.values()), values.lexicon, values.dateline)
        if self.published is None and signed.day is not None:
            self.published = signed.day
            sources.add_all((number, "published"), of=(number, "body", places[0]))
        for place in places[:1] * signed.in_first + places[-1:] * signed.in_last:
            sources.add_all((number, "byline"), of=(number, "body", place))
        return Article(
            **self.strings,  # type: ignore[arg-type]  # names of fields that hold strings
            byline=signed.byline,
            published=self.published,
            modified=self.modified,
            lead_image=done_figure(self.lead_image) if self.lead_image else None,
            body=tuple(map(_element, self.body)),
            tags=tuple(self.tags),
            related=tuple(item.done() for item in self.items),
        )

    @property
    def has_text(self) -> bool:
        return any(isinstance(element, (*TEXT_ELEMENTS, Table)) for element in self.body)

    def is_torn_from(self, other: ArticleDraft) -> bool:
        """Whether one of the two lacks a text, and one a headline: they are one story."""
        has_texts = self.has_text and other.has_text
        return not has_texts and not all("headline" in each.strings for each in (self, other))

    def join(self, other: ArticleDraft, number: int) -> Place:
        """Takes the rest of its story, which stands below; its own fields go before.

        Gives the place of that rest in this article, which has this `number`."""
        becomes = len(self.body) if self.body or self.lead_image is not None else None
        before = len(self.body) + (becomes is not None and other.lead_image is not None)
        place = Place(number, before, len(self.tags), len(self.items), becomes)
        self.strings = other.strings | self.strings
        self.bylines += other.bylines
        self.published = self.published or other.published
        self.modified = self.modified or other.modified
        if self.lead_image is None and not self.body:
            self.lead_image = other.lead_image
        elif other.lead_image is not None:
            self.body.append(other.lead_image)
        self.body += other.body
        self.tags += other.tags
        self.items += other.items
        return place

    def figure_in(self, number: int | None) -> FigureDraft:
        """The figure of the body that stands in <figure> `number`: the last, or a new one."""
        last = self.body[-1] if self.body else None
        if not isinstance(last, FigureDraft) or last.element != number:
            last = FigureDraft()
            self.body.append(last)
        return last

    def is_new(self, figure: Figure) -> bool:
        """Whether no figure so far has this caption and credit.

        Only the lead and the last element of a body may still change: the others are kept.
        """
        for element in self.body[self._kept : -1]:
            if isinstance(element, Figure):
                self._printed.add((element.caption, element.credit))
        self._kept = max(self._kept, len(self.body) - 1)
        open_ = (each for each in (self.lead_image, *self.body[-1:]) if isinstance(each, Figure))
        printed = (figure.caption, figure.credit)
        return printed not in self._printed and all(
            (each.caption, each.credit) != printed for each in open_
        )


def done_figure(made: Figure | FigureDraft) -> Figure:
    return made.done() if isinstance(made, FigureDraft) else made


def _element(made: BodyElement | list[ItemDraft] | FigureDraft) -> BodyElement:
    if isinstance(made, list):
        return SeeAlso(tuple(item.done() for item in made))
    return made.done() if isinstance(made, FigureDraft) else made
