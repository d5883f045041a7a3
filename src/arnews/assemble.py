"""Labelled blocks to articles.

The decoder has said what every block is; here the values are read out of them and put together.
Nothing is decided again: a block feeds the field that its slot names, and a printed repetition
feeds none, but is held against the first printing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import regex
from attrs import Factory, define, evolve

from .blocks import Block, Image
from .fields import date
from .gallery import Gallery, embed
from .labeling.decoder import Step
from .labeling.grammar import gap_shape
from .labeling.paths import section_in
from .labeling.reading import Reading
from .lexicon import Lexicon
from .lexicon.words import LONGEST_WORD, key
from .model import (
    Article,
    BodyElement,
    Byline,
    Credit,
    Embed,
    Figure,
    LabelledBlock,
    ListItem,
    Moment,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)
from .signing import beside_date, signature

_TEXT_ELEMENTS: dict[str, Callable[[str], BodyElement]] = {
    "paragraph": Paragraph,
    "subheading": Subheading,
    "quote": Quote,
    "list_item": ListItem,
}
_SENTENCE_ENDS = (".", "؟", "!", "?", ".»", '."', "!»", "؟»", ".”")


@define
class _FigureDraft:
    """A figure whose caption and credit a template prints apart."""

    caption: str | None = None
    credit: Credit | None = None
    video: bool = False
    url: str | None = None
    element: int | None = None  # the <figure> that it stands in

    def done(self) -> Figure:
        return Figure(self.caption, self.credit, "video" if self.video else "image", self.url)


@define
class _ItemDraft:
    title: str | None = None
    url: str | None = None
    section: str | None = None
    figure: Figure | None = None
    teaser: str | None = None
    byline: Byline | None = None
    published: Moment | None = None
    video: bool = False

    def done(self) -> RelatedItem:
        figure = self.figure
        if self.video:
            figure = _as_video(figure or Figure())
        cut = bool(self.teaser) and not (self.teaser or "").endswith(_SENTENCE_ENDS)
        return RelatedItem(
            self.title,
            self.url,
            self.section,
            figure,
            self.teaser,
            cut,
            self.byline,
            self.published,
        )


@define
class _ArticleDraft:
    strings: dict[str, str] = Factory(dict)
    bylines: list[Byline] = Factory(list)
    published: Moment | None = None
    modified: Moment | None = None
    lead: Figure | _FigureDraft | None = None
    body: list[BodyElement | list[_ItemDraft] | _FigureDraft] = Factory(list)
    tags: list[str] = Factory(list)
    items: list[_ItemDraft] = Factory(list)

    def done(self, lexicon: Lexicon) -> Article:
        """The article; its byline may also stand in its first and last paragraph."""
        paragraphs = [e.text for e in self.body if isinstance(e, Paragraph)]
        return Article(
            **self.strings,
            byline=signature(self.bylines, paragraphs, lexicon),
            published=self.published,
            modified=self.modified,
            lead=_figure(self.lead) if self.lead else None,
            body=tuple(map(_element, self.body)),
            tags=tuple(self.tags),
            related=tuple(item.done() for item in self.items),
        )

    def figure_in(self, number: int | None) -> _FigureDraft:
        """The figure of the body that stands in <figure> `number`: the last, or a new one."""
        last = self.body[-1] if self.body else None
        if not isinstance(last, _FigureDraft) or last.element != number:
            last = _FigureDraft()
            self.body.append(last)
        return last

    def is_new(self, figure: Figure) -> bool:
        """Whether no figure so far has this caption and credit."""
        printed = (figure.caption, figure.credit)
        return not any(
            isinstance(known, Figure) and (known.caption, known.credit) == printed
            for known in (self.lead, *self.body)
        )


def _figure(made: Figure | _FigureDraft) -> Figure:
    return made.done() if isinstance(made, _FigureDraft) else made


def _element(made: BodyElement | list[_ItemDraft] | _FigureDraft) -> BodyElement:
    if isinstance(made, list):
        return SeeAlso(tuple(item.done() for item in made))
    return made.done() if isinstance(made, _FigureDraft) else made


def _as_video(figure: Figure) -> Figure:
    return Figure(figure.caption, figure.credit, "video", figure.url)


def _joined(above: Figure, below: Figure) -> Figure:
    return evolve(
        above, caption=above.caption or below.caption, credit=above.credit or below.credit
    )


def _is_label(text: str) -> bool:
    """«التعليق على الصورة،» alone: what it labels stands in the next block."""
    return len(text) <= _LONGEST_LABEL and text.endswith(("،", ":"))


_LONGEST_LABEL = 30
_BLANK_LINE = 2  # line ends


def _cut(gap: str) -> str:
    """What parts a block of text from the one before."""
    lines = gap_shape(gap)
    if lines > 0:
        return "blank line" if lines >= _BLANK_LINE else "line end"
    return "blanks" if gap else "nothing"


def _unbroken(step: Step) -> Step:
    """`step` with its text on one line."""
    line = step.block.line
    return step if line is step.block.text else evolve(step, block=Block(line, gap=step.block.gap))


def _fuller(known: Moment | None, found: Moment) -> Moment:
    """The first date printed, or the same day with its time: a Hijri line, then a Gregorian one."""
    if known is None:
        return found
    day, moment = known.value, found.value
    timed = isinstance(moment, datetime) and not isinstance(day, datetime)
    return found if timed and isinstance(moment, datetime) and moment.date() == day else known


LABEL_ALONE = "a label alone"
_LISTED = regex.compile(r"[،,;؛|#•]|\s-\s")
_BREADCRUMB = regex.compile(r"(?<!\s)\s++[-–—|:>]\s++")


@define(eq=False)
class Assembly:
    """Puts the steps of one page together, in order."""

    reading: Reading
    reference: datetime | None = None
    articles: list[_ArticleDraft] = Factory(list)
    gallery: Gallery = Factory(Gallery)
    inside: int | None = None  # the <figure> of the last caption or credit
    loose: list[Figure | Embed] = Factory(list)  # pictures and players before the next text
    blocks: list[LabelledBlock] = Factory(list)
    warnings: list[str] = Factory(list)
    label: str = ""  # a block of its own before the value that it labels: «آخر تحديث:»

    def take(self, steps: Iterable[Step]) -> None:
        """Takes every step, in the order of the page."""
        for step in steps:
            self._open(step.opens, step.block)
            item = self._field(_unbroken(step)) if step.slot else None
            if step.role == "picture":
                self._picture(step.block)
            self._record(step, item)
            alone = step.slot is None and LABEL_ALONE in dict(step.evidence)
            self.label = f"{step.block.text} " if alone else ""
        self._place_loose()

    def _open(self, parts: tuple[str, ...], block: Block) -> None:
        for part in parts:
            if part == "article":
                if self.articles:
                    self._place_loose()
                    self.gallery = Gallery()
                self.articles.append(_ArticleDraft())
            elif part == "item":
                self.articles[-1].items.append(_ItemDraft())
            elif part == "see_also":
                self._place_loose()
                self.articles[-1].body.append([])
            elif part == "figure":
                self.articles[-1].body.append(self._draft(block))
            elif part == "lead" and self.articles[-1].lead is None:
                self.articles[-1].lead = self._draft(block)

    def _draft(self, block: Block) -> _FigureDraft:
        """A figure in the making, with the picture that waited for it."""
        shown = self._claimed(Figure(), block)
        return _FigureDraft(video=shown.kind == "video", url=shown.url)

    def _record(self, step: Step, item: int | None) -> None:
        block, markup = step.block, step.block.markup
        outside = not self.articles or step.role == "chrome"
        self.blocks.append(
            LabelledBlock(
                block.text,
                step.role,
                block.start if markup is None else None,
                block.end if markup is None else None,
                None if outside else len(self.articles) - 1,
                item,
                step.evidence,
                markup.element.path if markup else None,
                _cut(block.gap) if markup is None and self.blocks else None,
            )
        )

    def _field(self, step: Step) -> int | None:
        """Feeds the field of `step`; returns the index of the related item it belongs to."""
        slot, name = step.slot, step.field
        assert slot is not None
        article = self.articles[-1]
        if slot.item is not None:  # a title printed ahead of the items
            return slot.item
        if slot.scopes[-1:] in (("figure",), ("lead",)):
            self._figure_part(article, step)
            return None
        if "see_also" in slot.scopes:
            return self._see_also(article, step)
        if "item" in slot.scopes:
            self._item_field(article.items[-1], name, step.block)
            return len(article.items) - 1
        if name is not None:
            self._article_field(article, name, step)
        return None

    def _picture(self, block: Block) -> None:
        """A player goes into the body; a picture waits for its caption."""
        image = block.markup.image if block.markup else None
        if block.markup is None or image is None:
            return
        if image.kind == "frame":
            self._keep(embed(image))
        else:
            self._keep(self.gallery.offer(block.markup))

    def _keep(self, shown: Figure | Embed | None) -> None:
        if shown is not None:
            self.loose.append(shown)

    def _place_loose(self) -> None:
        """Puts what was shown since the last text into the article; the lead before the body."""
        self._keep(self.gallery.alone())
        loose, self.loose = self.loose, []
        article = self.articles[-1] if self.articles else None
        for shown in loose if article else ():
            assert article is not None
            if article.lead is None and not article.body and isinstance(shown, Figure):
                article.lead = shown
            else:
                article.body.append(shown)

    def _figure_part(self, article: _ArticleDraft, step: Step) -> None:
        assert step.slot is not None
        draft = article.lead if step.slot.scopes[-1] == "lead" else article.body[-1]
        if step.slot.again or not isinstance(draft, _FigureDraft):
            return
        number = step.block.markup.figure if step.block.markup else None
        if None not in (draft.element, number) and draft.element != number:
            draft = article.figure_in(number)  # one figure of the template, two of the page
        draft.element = number
        if step.field == "caption":
            draft.caption = step.block.text
        elif step.field == "credit":
            draft.credit = self.reading.credit(step.block.text)
        elif step.field == "video":
            draft.video = True

    def _see_also(self, article: _ArticleDraft, step: Step) -> int | None:
        items = article.body[-1]
        assert isinstance(items, list)
        if step.field in (None, "marker"):
            return None
        if step.field == "title" or not items:
            items.append(_ItemDraft())
        self._item_field(items[-1], step.field, step.block)
        return len(items) - 1

    def _item_field(self, item: _ItemDraft, name: str | None, block: Block) -> None:
        text = block.text
        if name == "title":
            item.title = self._title(text)
            item.url = block.markup.href if block.markup else None
        elif name == "section":
            item.section = text
        elif name == "teaser":
            item.teaser = text
        elif name == "figure":
            line = self.reading.caption(text)
            item.figure = self._claimed(Figure(line.caption, line.credit), block)
        elif name == "video":
            item.video = True
        elif name == "byline":
            item.byline = self._byline(text)
        elif name == "published":
            item.published = self._moment(text)

    def _article_field(self, article: _ArticleDraft, name: str, step: Step) -> None:
        text = step.block.text
        if name == "section":
            self._string(article, name, self._section(text))
        elif name in ("headline", "kicker", "subtitle"):
            self._string(article, name, text)
        elif name in _TEXT_ELEMENTS:
            self._place_loose()
            article.body.append(_TEXT_ELEMENTS[name](text))
        elif name == "lead":
            figure = self._figure(step.block)
            if not self._continues(article, figure, step.block):
                self._lead(article, figure, step)
        elif name == "figure":
            self._body_figure(article, step.block)
        elif name == "byline":
            article.bylines.append(self._byline(text))
        elif name in ("published", "modified"):
            self._dates(article, name, text)
        elif name == "tag":
            article.tags += self._tags(text)
        elif name == "embed":
            article.body.append(Embed("other", None, text))

    def _tags(self, text: str) -> list[str]:
        """One tag, or several on the line of their marker: «الوسوم: بغداد، الكتب»."""
        marker, colon, listed = text.partition(":")
        if not colon or key(marker) not in self.reading.words.tags:
            return [text.rstrip(" ،,")]
        return [tag for tag in map(str.strip, _LISTED.split(listed)) if tag]

    def _string(self, article: _ArticleDraft, name: str, text: str) -> None:
        known = article.strings.setdefault(name, text)
        if known != text:
            self.warnings.append(f"{name} printed in two ways: «{known}» and «{text}»")

    def _lead(self, article: _ArticleDraft, figure: Figure, step: Step) -> None:
        if article.lead is None:
            article.lead = figure
        elif step.block.markup is not None and not article.is_new(figure):
            return
        elif isinstance(article.lead, Figure) and self._are_halves(
            article.lead, figure, step.block
        ):
            article.lead = _joined(article.lead, figure)
        elif article.lead != figure and step.slot is not None and not step.slot.again:
            article.body.append(figure)
        elif article.lead != figure:
            self.warnings.append(f"lead caption printed in two ways: «{step.block.text}»")

    def _are_halves(self, above: Figure, below: Figure, block: Block) -> bool:
        """Whether a caption and its credit stand on two lines, one below the other."""
        if block.markup is not None or block.gap.count("\n") > 1:
            return False
        halves = (above.caption, above.credit, below.caption, below.credit)
        missing = [half is None for half in halves]
        return missing in ([False, True, True, False], [True, False, False, True])

    def _body_figure(self, article: _ArticleDraft, block: Block) -> None:
        figure, above = self._figure(block), article.body[-1] if article.body else None
        if not article.body and not self.reading.layout.is_exact:  # its template tells them apart
            above = _figure(article.lead) if article.lead else None
        if self._continues(article, figure, block):
            return
        if block.markup is not None and not figure.url and not article.is_new(figure):
            return
        self._place_loose()
        if not isinstance(above, Figure) or not self._are_halves(above, figure, block):
            article.body.append(figure)
        elif article.body:
            article.body[-1] = _joined(above, figure)
        else:
            article.lead = _joined(above, figure)

    def _continues(self, article: _ArticleDraft, figure: Figure, block: Block) -> bool:
        """Whether `block` stands in the same <figure> as the one before, and tells the rest."""
        before, self.inside = self.inside, block.markup.figure if block.markup else None
        last = article.body[-1] if article.body else article.lead
        if self.inside is None or self.inside != before or not isinstance(last, Figure):
            return False
        caption, credit = figure.caption, figure.credit
        if last.caption and caption and not _is_label(last.caption):
            caption, credit = last.caption, last.credit or self.reading.credit(block.text)
            if credit is None:
                return False
        elif last.caption and not caption:
            caption = last.caption
        joined = evolve(last, caption=caption, credit=last.credit or credit)
        if article.body:
            article.body[-1] = joined
        else:
            article.lead = joined
        return True

    def _figure(self, block: Block) -> Figure:
        line = self.reading.caption(block.text)
        figure = Figure(line.caption, line.credit)
        claimed = self._claimed(figure, block)  # a repetition takes its picture away with it
        return claimed if self.articles[-1].is_new(figure) else figure

    def _claimed(self, figure: Figure, block: Block) -> Figure:
        """`figure`, whose caption or credit is `block`, with the picture that waited for it."""
        return self.gallery.claim(figure, block.markup.figure if block.markup else None)

    def _title(self, text: str) -> str:
        """The title on the line of its marker: «اقرأ أيضا: …»."""
        announced = self.reading.words.announcers.match(text)
        if announced:
            return text[announced.end() :].strip(" *")
        marker, colon, title = text.partition(":")
        known = colon and len(marker) <= LONGEST_WORD and key(marker) in self.reading.related
        return title.strip(" *") or text if known else text

    def _section(self, text: str) -> str:
        """The section in a path («الرئيسية / العالم») or in the title of a site («BBC Arabic -
        العالم - …»), else all of `text`."""
        named = section_in(text, self.reading.words)
        if named is not None:
            return named
        parts = (part.strip(" \u202a\u202b\u202c\u202d\u202e") for part in _BREADCRUMB.split(text))
        return next((part for part in parts if key(part) in self.reading.sections), text)

    def _byline(self, text: str) -> Byline:
        found = self.reading.byline(self.label + text) if self.label else None
        if found is not None:
            return evolve(found, raw=text)
        return self.reading.signed(text)

    def _moment(self, text: str) -> Moment:
        found = date.parse(text, reference=self.reference, lexicon=self.reading.lexicon)
        return found or Moment(text)

    def _dates(self, article: _ArticleDraft, name: str, text: str) -> None:
        lexicon = self.reading.lexicon
        found = date.find(self.label + text, reference=self.reference, lexicon=lexicon)
        for hit in found if len(found) > 1 else self._whole(found, text):
            kind = hit.kind or name
            if kind == "modified":
                article.modified = article.modified or hit.moment
            else:
                article.published = _fuller(article.published, hit.moment)
        if not found and article.published is None:
            article.published = self._moment(text)
        elif not found and article.published and (name == "modified" or self.label):
            later = date.time_after(article.published, text, lexicon=lexicon)
            article.modified = article.modified or later
        signed = None if self.label or not found else beside_date(text, found, lexicon)
        if signed is not None:
            article.bylines.append(signed)

    def _whole(self, found: Sequence[date.Found], text: str) -> Sequence[date.Found]:
        """The one date found, with the time of day that stands before it: «07:36 م الأحد …»."""
        whole = date.parse(text, reference=self.reference, lexicon=self.reading.lexicon)
        if not found or whole is None or not isinstance(whole.value, datetime):
            return found
        return (
            found
            if isinstance(found[0].moment.value, datetime)
            else [evolve(found[0], moment=whole)]
        )

    def done(self) -> tuple[Article, ...]:
        """The articles of all steps taken."""
        stated = self.reading.metadata.image
        for article in self.articles if len(self.articles) == 1 else ():
            lead = article.lead
            if stated and isinstance(lead, Figure) and lead.url is None:
                others = [e for e in article.body if isinstance(e, Figure)]
                others += [item.figure for item in article.items if item.figure]
                if all(Image(figure.url).name != Image(stated).name for figure in others):
                    article.lead = evolve(lead, url=stated)
        return tuple(article.done(self.reading.lexicon) for article in self.articles)
