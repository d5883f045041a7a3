"""Labelled blocks to articles.

The decoder has said what every block is; here the values are read out of them and put together.
Nothing is decided again: a block feeds the field that its slot names, and a printed repetition
feeds none, but is held against the first printing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, field

from ..blocks import Block, Markup
from ..fields import date
from ..fields.byline import beside_date
from ..labeling import Labelling, Step, Values, Vocabulary, gap_shape, section_in
from ..layouts.elements import selector
from ..lexicon import Lexicon
from ..lexicon.words import LONGEST_WORD, fold_label
from ..model import (
    Article,
    BodyElement,
    Byline,
    Embed,
    Figure,
    LabelledBlock,
    ListItem,
    Moment,
    PageWarning,
    Paragraph,
    Quote,
    Subheading,
)
from ..patterns import pattern
from .drafts import ArticleDraft, ItemDraft
from .figures import Figures
from .inserts import Inserts

if TYPE_CHECKING:
    from ..segment.dom import Element

_TEXT_ELEMENTS: dict[str, Callable[[str], BodyElement]] = {
    "paragraph": Paragraph,
    "subheading": Subheading,
    "quote": Quote,
    "list_item": ListItem,
}
_BLANK_LINE = 2  # line ends
_INNERMOST = 3  # elements around a block that it names
_LISTED = pattern(r"[،,;؛|#•]|\s-\s")
_BREADCRUMB = pattern(r"(?<!\s)\s++[-–—|:>]\s++")


def _cut(gap: str) -> str:
    """What parts a block of text from the one before."""
    lines = gap_shape(gap)
    if lines > 0:
        return "blank line" if lines >= _BLANK_LINE else "line end"
    return "blanks" if gap else "nothing"


def _classes(markup: Markup) -> tuple[str, ...]:
    """The innermost elements around a block as selectors, innermost first."""
    found: list[str | None] = []
    element: Element | None = markup.element
    while element is not None and len(found) < _INNERMOST:
        found.append(selector(element.tag, element.names))
        element = element.up
    return tuple(filter(None, found))


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


def _moved(block: LabelledBlock, places: Sequence[tuple[int, int]]) -> LabelledBlock:
    """`block` of an article that has another place now; an item follows those of the first part."""
    if block.article is None:
        return block
    article, before = places[block.article]
    item = None if block.item is None else block.item + before
    return evolve(block, article=article, item=item)


@define(eq=False)
class Assembly:
    """Puts the steps of one page together, in order."""

    labelling: Labelling
    reference: datetime | None = None
    articles: list[ArticleDraft] = Factory(list)
    blocks: list[LabelledBlock] = Factory(list)
    warnings: list[PageWarning] = Factory(list)
    label: str = ""  # a block of its own before the value that it labels: «آخر تحديث:»
    figures: Figures = field(init=False)
    words: Vocabulary = field(init=False)
    values: Values = field(init=False)
    lexicon: Lexicon = field(init=False)

    def __attrs_post_init__(self) -> None:
        page = self.labelling.page
        self.words, self.values, self.lexicon = page.words, page.values, page.values.lexicon
        self.figures = Figures(page, self.articles, self.warnings)

    def take(self) -> None:
        """Takes every step, in the order of the page."""
        inserts = Inserts.of(self.labelling)
        for step in self.labelling.steps:
            if step.index in inserts.roles:
                self._insert(step, inserts)
                continue
            self._open(step.opens, step.block)
            item = self._field(_unbroken(step)) if step.slot else None
            if step.role == "picture":
                self.figures.picture(step.block)
            self._record(step, item)
            alone = step.slot is None and step.is_label
            self.label = f"{step.block.text} " if alone else ""
        self.figures.place()
        self._join_torn()

    def _insert(self, step: Step, inserts: Inserts) -> None:
        """Puts a table or post into the body where its first block stands."""
        if step.index in inserts.at and self.articles:
            self.figures.place()
            self.articles[-1].body.append(inserts.at[step.index])
        self._record(evolve(step, role=inserts.roles[step.index]), None)
        self.label = ""

    def _open(self, parts: tuple[str, ...], block: Block) -> None:
        for part in parts:
            if part == "article":
                self.figures.open_article()
                self.articles.append(ArticleDraft())
            elif part == "item":
                self.articles[-1].items.append(ItemDraft())
            elif part == "see_also":
                self.figures.place()
                self.articles[-1].body.append([])
            elif part == "figure":
                self.articles[-1].body.append(self.figures.draft(block))
            elif part == "lead_image" and self.articles[-1].lead_image is None:
                self.articles[-1].lead_image = self.figures.draft(block)

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
                self.labelling.zone(step),
                self.labelling.evidence(step),
                self.labelling.runner_up(step),
                markup.element.path if markup else None,
                _cut(block.gap) if markup is None and self.blocks else None,
                _classes(markup) if markup else (),
            )
        )

    def _field(self, step: Step) -> int | None:
        """Feeds the field of `step`; returns the index of the related item it belongs to."""
        slot, name = step.slot, step.field
        assert slot is not None
        article = self.articles[-1]
        if slot.item is not None:  # a title printed ahead of the items
            return slot.item
        if slot.scopes[-1:] in (("figure",), ("lead_image",)):
            self.figures.part(article, step)
            return None
        if "see_also" in slot.scopes:
            return self._see_also(article, step)
        if "item" in slot.scopes:
            self._item_field(article.items[-1], name, step.block)
            return len(article.items) - 1
        if name is not None:
            self._article_field(article, name, step)
        return None

    def _see_also(self, article: ArticleDraft, step: Step) -> int | None:
        if step.field in (None, "marker"):
            return None
        if not article.body or not isinstance(article.body[-1], list):
            article.body.append([])  # a table or post stands between the stories
        items = article.body[-1]
        assert isinstance(items, list)
        if step.field == "title" or not items:
            items.append(ItemDraft())
        self._item_field(items[-1], step.field, step.block)
        return len(items) - 1

    def _item_field(self, item: ItemDraft, name: str | None, block: Block) -> None:
        text = block.text
        if name == "title":
            item.title = self._title(text)
            item.url = block.markup.href if block.markup else None
        elif name == "section":
            item.section = text
        elif name == "teaser":
            item.teaser = text
        elif name == "figure":
            line = self.values.caption(text)
            item.figure = self.figures.claimed(Figure(line.caption, line.credit), block)
        elif name == "video":
            item.video = True
        elif name == "byline":
            item.byline = self._byline(text)
        elif name == "published":
            item.published = self._moment(text)

    def _article_field(self, article: ArticleDraft, name: str, step: Step) -> None:
        text = step.block.text
        if name == "section":
            self._string(article, name, self._section(text))
        elif name in ("headline", "kicker", "subtitle"):
            self._string(article, name, text)
        elif name in _TEXT_ELEMENTS:
            self.figures.place()
            article.body.append(_TEXT_ELEMENTS[name](text))
        elif name == "lead_image":
            self.figures.lead(article, step)
        elif name == "figure":
            self.figures.body(article, step.block)
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
        if not colon or fold_label(marker) not in self.words.shared.tags:
            return [text.rstrip(" ،,")]
        return [tag for tag in map(str.strip, _LISTED.split(listed)) if tag]

    def _string(self, article: ArticleDraft, name: str, text: str) -> None:
        known = article.strings.setdefault(name, text)
        if known != text:
            message = f"{name} printed in two ways: «{known}» and «{text}»"
            self.warnings.append(PageWarning("two ways", message))

    def _title(self, text: str) -> str:
        """The title on the line of its marker: «اقرأ أيضا: …»."""
        announced = self.words.shared.announcers.match(text)
        if announced:
            return text[announced.end() :].strip(" *")
        marker, colon, title = text.partition(":")
        known = colon and len(marker) <= LONGEST_WORD and fold_label(marker) in self.words.related
        return title.strip(" *") or text if known else text

    def _section(self, text: str) -> str:
        """The section in a path («الرئيسية / العالم») or in the title of a site («BBC Arabic -
        العالم - …»), else all of `text`."""
        named = section_in(text, self.words.shared)
        if named is not None:
            return named
        parts = (part.strip(" \u202a\u202b\u202c\u202d\u202e") for part in _BREADCRUMB.split(text))
        return next((part for part in parts if fold_label(part) in self.words.sections), text)

    def _byline(self, text: str) -> Byline:
        found = self.values.byline(self.label + text) if self.label else None
        if found is not None:
            return evolve(found, raw=text)
        return self.values.signed(text)

    def _moment(self, text: str) -> Moment:
        found = date.parse(text, reference=self.reference, lexicon=self.lexicon)
        return found or Moment(text)

    def _dates(self, article: ArticleDraft, name: str, text: str) -> None:
        lexicon = self.lexicon
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
        if self.label or not found:
            return
        before = text[: found[0].start].rpartition("|")[0].strip()
        if fold_label(before) in self.words.sections:  # «سياسة | 6-01-2020, 12:20 |»
            self._string(article, "section", before)
        signed = beside_date(text, found, lexicon)
        if signed is not None:
            article.bylines.append(signed)

    def _whole(self, found: Sequence[date.Found], text: str) -> Sequence[date.Found]:
        """The one date found, with the time of day that stands before it: «07:36 م الأحد …»."""
        whole = date.parse(text, reference=self.reference, lexicon=self.lexicon)
        if not found or whole is None or not isinstance(whole.value, datetime):
            return found
        return (
            found
            if isinstance(found[0].moment.value, datetime)
            else [found[0]._replace(moment=whole)]
        )

    def done(self) -> tuple[Article, ...]:
        """The articles of all steps taken."""
        return tuple(article.done(self.lexicon) for article in self.articles)

    def _join_torn(self) -> None:
        """Joins a headline without a text and a text without a headline that stand beside it."""
        stories: list[ArticleDraft] = []
        places: list[tuple[int, int]] = []  # of an article among them, and items of it before
        for article in self.articles:
            if stories and stories[-1].is_torn_from(article):
                places.append((len(stories) - 1, len(stories[-1].items)))
                stories[-1].join(article)
            else:
                stories.append(article)
                places.append((len(stories) - 1, 0))
        if len(stories) < len(self.articles):
            self.articles[:] = stories
            self.blocks[:] = [_moved(block, places) for block in self.blocks]
