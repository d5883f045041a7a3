"""Labelled blocks to articles.

The decoder has said what every block is; here the values are read out of them and put together.
Nothing is decided again: a block feeds the field that its slot names, and a printed repetition
feeds none, but is held against the first printing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from ..blocks import Block
from ..fields import date
from ..fields.byline import beside_date
from ..labeling import Labelling, Step, gap_shape, is_section, section_in
from ..layouts.elements import selector
from ..lexicon.roles import fold_role
from ..lexicon.words import LONGEST_WORD, fold_heading, fold_label
from ..model import (
    Article,
    BodyElement,
    Byline,
    Cut,
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
from .instants import day_of
from .sources import Path, Place, Sources

if TYPE_CHECKING:
    from ..segment.dom import Element

_TEXT_ELEMENTS: dict[str, Callable[[str], BodyElement]] = {
    "paragraph": Paragraph,
    "subheading": Subheading,
    "quote": Quote,
    "list_item": ListItem,
}
_HIJRI = timedelta(days=2)  # by which calendars differ
_BLANK_LINE = 2  # line ends
_INNERMOST = 3  # elements around a block that it names
_IN_BRACKETS = pattern(r"\[[^\[\]]++\]|\([^()]++\)")  # a title: «[غرفة التجارة ترحب بالخفض]»
_BULLET = pattern(r"^(?:[•▪●◾■◆*·‣►◄▶◀○–-]\s++|\d{1,2}[.)-]\s++(?=\p{L}))(?=\S)")
_LISTED = pattern(r"[،,;؛|#•]|\s-\s")
_SINCE = "منذ"
_ISSUE = "العدد"  # on the line of a date that a newspaper prints
_FEWEST_BLANKS = 3  # between the words of a headline behind its section
# «سد النهضة .. بقلم : سمير ناصر», «سد النهضة بقلم: سمير ناصر»
_SIGNED_HEADLINE = pattern(
    r"(.{8,}?\S)(?:\s*+(?:\.{2,}+|[-–—|/،…])\s*+(?=بقلم)|\s++(?=بقلم\s?+[:/]))(بقلم.{4,60})"
)
_BARRED = pattern(r"([^|]{2,30}?)\s?\|[^|]+\|")
_BAR = pattern(r"[|•·/–—،,-]")  # between a section and a date
_STEP = pattern(r"\s[»›>]\s")
_LONGEST_STEP = 30  # characters: a longer one is the headline
_BREADCRUMB = pattern(r"(?<!\s)\s++[-–—|:>»›]\s++")


def _cut(gap: str) -> Cut:
    """What parts a block of text from the one before."""
    lines = gap_shape(gap)
    if lines > 0:
        return "blank line" if lines >= _BLANK_LINE else "line end"
    return "blanks" if gap else "nothing"


def _selectors(element: Element | None, most: int) -> tuple[str, ...]:
    """The innermost elements around a block as selectors, innermost first."""
    found: list[str | None] = []
    while element is not None and len(found) < most:
        found.append(selector(element.tag, element.names))
        element = element.up
    return tuple(filter(None, found))


def _unbroken(step: Step) -> Step:
    """`step` with its text on one line."""
    line = step.block.line
    if line is step.block.text:
        return step
    return evolve(step, block=Block(line, gap=step.block.gap, href=step.block.href))


def _fuller(known: Moment | None, found: Moment) -> Moment:
    """The first date printed, or the same day with its time: a Hijri line, then a Gregorian one. A
    Gregorian date beside a Hijri one counts, and so does any beside a mere «قبل ساعتين»."""
    if known is None or known.value is None:
        return found if known is None or found.value else known
    day, moment = known.value, found.value
    if known.hijri and moment and not found.hijri and abs(day_of(moment) - day_of(day)) <= _HIJRI:
        return evolve(found, hijri=known.hijri)
    timed = isinstance(moment, datetime) and not isinstance(day, datetime)
    return found if timed and isinstance(moment, datetime) and moment.date() == day else known


#: A step, and the article and related story that its block belongs to.
_Record: TypeAlias = tuple[Step, int | None, int | None]


def _moved(record: _Record, places: Sequence[Place]) -> _Record:
    """The record once articles have other places; an item follows those of the first part."""
    step, article, item = record
    if article is None:
        return record
    place = places[article]
    return step, place.article, None if item is None else item + place.related


class Assembly:
    """Puts the steps of one page together, in order; relative dates count from `reference`."""

    def __init__(self, labelling: Labelling, reference: datetime | None = None) -> None:
        page = labelling.page
        self.labelling = labelling
        self.words, self.values, self.lexicon = page.words, page.values, page.values.lexicon
        self.articles: list[ArticleDraft] = []
        self.records: list[_Record] = []
        self.sources = Sources()
        self.warnings: list[PageWarning] = []
        self.figures = Figures(page, self.articles, self.warnings, self.sources)
        self.label = ""  # a block of its own before the value that it labels: «آخر تحديث:»
        self.dated = ""  # the field of the last date
        self.opens_list = False  # whether a list of related stories has begun, and has none yet
        known = self.values.grammars  # labelling has asked for most dates
        self._find, self._parse = known.dates, known.moment
        if reference is not None:
            self._find = cache(partial(date.find, reference=reference, lexicon=self.lexicon))
            self._parse = cache(partial(date.parse, reference=reference, lexicon=self.lexicon))

    def take(self) -> None:
        """Takes every step, in the order of the page."""
        inserts = Inserts.of(self.labelling)
        for number, step in enumerate(self.labelling.steps):
            self.sources.block = number
            if step.index in inserts.roles:
                self._insert(step, inserts)
                continue
            if step.opens:
                self._open(step.opens, step.block)
            item = self._field(_unbroken(step)) if step.slot else None
            if step.role == "picture":
                self.figures.picture(step)
            self._record(step, item)
            self.label = f"{step.block.text} " if step.slot is None and step.is_label else ""
        self.figures.place()
        self._join_torn()

    def _insert(self, step: Step, inserts: Inserts) -> None:
        """Puts a table or post into the body where its first block stands."""
        if step.index in inserts.at and self.articles:
            self.figures.place()
            self.articles[-1].body.append(inserts.at[step.index])
        if step.block.text and self.articles:
            self.sources.add("body", len(self.articles[-1].body) - 1)
        self._record(evolve(step, role=inserts.roles[step.index]), None)
        self.label = ""

    def _open(self, parts: tuple[str, ...], block: Block) -> None:
        for part in parts:
            if part == "article":
                self.figures.open_article()
                self.articles.append(ArticleDraft())
                self.sources.article += 1
            elif part == "item":
                self.articles[-1].items.append(ItemDraft())
            elif part == "see_also":
                self.figures.place()
                self.opens_list = True
            elif part == "figure":
                self.articles[-1].body.append(self.figures.draft(block))
            elif part == "lead_image" and self.articles[-1].lead_image is None:
                self.articles[-1].lead_image = self.figures.draft(block)

    def _record(self, step: Step, item: int | None) -> None:
        outside = not self.articles or step.role == "chrome"
        self.records.append((step, None if outside else len(self.articles) - 1, item))

    def labelled(self) -> tuple[LabelledBlock, ...]:
        """The block of every step taken."""
        feeds, labelling = self.sources.names(), self.labelling
        around: dict[Element | None, tuple[str, ...]] = {}  # most blocks have siblings
        found: list[LabelledBlock] = []
        for index, (step, article, item) in enumerate(self.records):
            block, markup = step.block, step.block.markup
            classes: tuple[str, ...] = ()
            if markup is not None:
                up = markup.element.up
                if up not in around:
                    around[up] = _selectors(up, _INNERMOST - 1)
                classes = (*_selectors(markup.element, 1), *around[up])
            labelled = LabelledBlock(
                block.text,
                step.role,
                block.start if markup is None else None,
                block.end if markup is None else None,
                article,
                item,
                labelling.zone(step),
                labelling.evidence(step),
                labelling.runner_up(step),
                markup.element.path if markup else None,
                _cut(block.gap) if markup is None and index else None,
                classes,
                feeds.get(index, ()),
            )
            found.append(labelled)
        return tuple(found)

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
            last = len(article.items) - 1
            self._item_field(article.items[-1], name, step.block, ("related", last))
            return last
        if name is not None:
            self._article_field(article, name, step)
        return None

    def _see_also(self, article: ArticleDraft, step: Step) -> int | None:
        if step.field in (None, "marker"):
            return None
        if self.opens_list or not article.body or not isinstance(article.body[-1], list):
            article.body.append([])  # with its first story, or below a table or post inside it
            self.opens_list = False
        items = article.body[-1]
        assert isinstance(items, list)
        if step.field == "title" or not items:
            items.append(ItemDraft())
        path = ("body", len(article.body) - 1, "items", len(items) - 1)
        self._item_field(items[-1], step.field, step.block, path)
        return len(items) - 1

    def _item_field(self, item: ItemDraft, name: str | None, block: Block, path: Path) -> None:
        text = block.text
        if name in ("title", "section", "teaser", "byline", "published"):
            self.sources.set(*path, name)
        if name == "title":
            item.strings[name] = self._title(text)
            item.url = block.href
        elif name in ("section", "teaser"):
            item.strings[name] = text
        elif name == "figure":
            line = self.values.caption(text)
            before = item.figure
            item.figure = self.figures.claimed(Figure(line.caption, line.credit), block)
            self.sources.set_figure((*path, "figure"), before, item.figure)
        elif name == "video":
            item.video = True
        elif name == "byline":
            item.byline = self._byline(text)
        elif name == "published":
            item.published = self._moment(text)

    def _article_field(self, article: ArticleDraft, name: str, step: Step) -> None:
        text = step.block.text
        if self.labelling.page.selected.get(step.index) == name and name not in article.selected:
            article.selected.add(name)
            article.strings.pop(name, None)  # what another element was taken for
        if name == "section":
            self._string(article, name, self._section(text))
        elif name == "headline":
            self._headline(article, text)
        elif name == "kicker":
            self._string(article, name, text)
        elif name == "subtitle":
            self._string(article, name, _BULLET.sub("", text))
        elif name in _TEXT_ELEMENTS:
            self.figures.place()
            article.body.append(_TEXT_ELEMENTS[name](text))
            self.sources.set("body", len(article.body) - 1)
        elif name == "lead_image":
            self.figures.lead(article, step)
        elif name == "figure":
            self.figures.body(article, step)
        elif name == "byline":
            self._sign(article, self._byline(text))
        elif name in ("published", "modified"):
            self._dates(article, name, text)
        elif name == "tag":
            for tag in self._tags(step.block):
                self.sources.set("tags", len(article.tags))
                article.tags.append(tag)
        elif name == "embed":
            article.body.append(Embed("other", None, text))
            self.sources.set("body", len(article.body) - 1)

    def _tags(self, block: Block) -> list[str]:
        """One tag, or several: «الوسوم: بغداد، الكتب» behind a marker, «بغداد، الكتب» on a line of
        text, «#بغداد #الكتب»: the sign is no part of a tag. A link is one: «#نهر دجلة»."""
        text = block.text
        if text.startswith("#"):
            return [tag for tag in map(str.strip, text.split("#")) if tag]
        marker, colon, listed = text.partition(":")
        if not colon or fold_heading(marker) not in self.words.shared.tags:
            listed = text.rstrip(" ،,")
            if block.markup is not None or "،" not in listed:
                return [listed]
        return [tag for tag in map(str.strip, _LISTED.split(listed)) if tag]

    def _string(self, article: ArticleDraft, name: str, text: str) -> None:
        known = article.strings.get(name)
        if known is None or (name == "section" and "headline" not in article.strings):
            article.strings[name] = text
            self.sources.set(name)
        elif known != text:
            message = f"{name} printed in two ways: «{known}» and «{text}»"
            self.warnings.append(PageWarning("two ways", message))

    def _headline(self, article: ArticleDraft, text: str) -> None:
        """A headline, with its section before it in the manner of agencies («ثقافي / …»), or its
        writer behind it («… .. بقلم: سمير ناصر»)."""
        label, colon, titled = text.partition(":")
        if colon and titled.strip() and fold_label(label) in self.words.shared.headline_labels:
            text = titled.strip()
        signed = _SIGNED_HEADLINE.fullmatch(text)
        byline = self.values.byline(signed[2]) if signed else None
        if signed and byline and byline.authors:
            text = signed[1]
            if not article.bylines:
                self._sign(article, byline)
        section, slash, headline = text.partition(" / ")
        led = slash and headline.count(" ") >= _FEWEST_BLANKS
        if led and fold_label(section) in self.words.sections:
            self._string(article, "section", section)
            text = headline
        self._string(article, "headline", text)

    def _title(self, text: str) -> str:
        """The title without brackets or a sign of lists, or behind its marker on the line: «اقرأ
        أيضا: …»."""
        text = _BULLET.sub("", text[1:-1] if _IN_BRACKETS.fullmatch(text) else text)
        announced = self.words.shared.announcers.match(text)
        if announced:
            return text[announced.end() :].strip(" *")
        marker, colon, title = text.partition(":")
        if not colon or len(marker) > LONGEST_WORD:
            return text
        known = fold_heading(marker) in self.words.related
        return title.strip(" *") or text if known else text

    def _section(self, text: str) -> str:
        """The section in a path («الرئيسية / العالم», «الوادي > تراث > …») or in the title of a
        site («BBC Arabic - العالم - …»), else all of `text`."""
        named = section_in(text, self.words.shared, self.words.sections)
        if named is not None:
            return named
        name, _, site = text.rpartition(" ")
        if site.isascii() and name and is_section(fold_label(text), self.words):
            return name  # «عربي ودولي alwadi»
        parts = (part.strip(" \u202a\u202b\u202c\u202d\u202e") for part in _BREADCRUMB.split(text))
        known = [part for part in parts if fold_label(part) in self.words.sections]
        *above, last = _STEP.split(text)
        steps = [step for step in above if step not in self.values.site_names]
        if len(last) <= _LONGEST_STEP or not steps:
            steps = [last]
        return (known or steps)[-1].strip(" »›>")

    def _byline(self, text: str) -> Byline:
        found = self.values.byline(self.label + text) if self.label else None
        if found is not None:
            return evolve(found, raw=text)
        return self.values.signed(text)

    def _moment(self, text: str) -> Moment:
        return self._parse(text) or Moment(text)

    def _sign(self, article: ArticleDraft, byline: Byline) -> None:
        article.bylines.append(byline)
        self.sources.add("byline")

    def _dates(self, article: ArticleDraft, name: str, text: str) -> None:
        """A line with dates, and what stands beside them: the writer, the section."""
        writer, since, ago = text.partition(_SINCE)  # «كتب: رويترز منذ 21 دقيقة»
        if since and (signed := self.values.byline(writer.rstrip(" |"))):
            self._sign(article, signed)
            text = since + ago
        found = self._find(self.label + text)
        for hit in found if len(found) > 1 else self._whole(found, text):
            self._found_date(article, hit.kind or name, hit.moment)
        if not found:
            self._hour(article, name, text)
        elif not self.label:
            self._section_beside(article, text, found)
            self._writer_beside(article, text, found)

    def _found_date(self, article: ArticleDraft, kind: str, moment: Moment) -> None:
        known = article.published
        if kind == "modified":
            self._date(article, "modified", article.modified or moment)
            return
        if known and known.value is None:  # an hour that stands before its day
            timed = date.time_after(moment, known.raw, lexicon=self.lexicon)
            moment = evolve(timed, raw=moment.raw) if timed and timed.value else moment
        self._date(article, "published", _fuller(known, moment))

    def _hour(self, article: ArticleDraft, name: str, text: str) -> None:
        """A line without a day: the hour of the day above it, or of a change on that day."""
        published, lexicon = article.published, self.lexicon
        if published is None:
            self._date(article, "published", self._moment(text))
            return
        day = (article.modified if self.dated == "modified" else None) or published
        timed = date.time_after(day, text, lexicon=lexicon)
        both = date.find(f"{published.raw}، {self.label}{text}", lexicon=lexicon)
        changed = any(hit.kind == "modified" for hit in both[1:])  # «آخر تحديث: 14:20»
        if timed and day is article.modified and not isinstance(day.value, datetime):
            article.modified = evolve(timed, raw=day.raw)
        elif name == "modified" or changed:
            self._date(article, "modified", article.modified or timed)
        elif timed and not isinstance(published.value, datetime):
            # «14 يناير 2024», and its hour on the next line
            article.published = evolve(timed, raw=published.raw)

    def _section_beside(
        self, article: ArticleDraft, text: str, found: Sequence[date.Found]
    ) -> None:
        """The section that stands on the line of a date: «سياسة | 6-01-2020 |»."""
        lexicon = self.lexicon
        around = f"{text[: found[0].start]}|{text[found[-1].end :]}"
        for part in map(str.strip, _BAR.split(around)):
            other = (
                (_ISSUE in text and lexicon.papers.knows(part))  # «الشرق الأوسط … العدد 12274»
                or fold_role(part) in lexicon.roles.nobody  # «أخبار اليوم / متابعات»
                or fold_role(part) in lexicon.calendar.words["published"]  # «كتب في :»
            )
            if not other and is_section(fold_label(part), self.words):
                self._string(article, "section", part)
                return

    def _writer_beside(self, article: ArticleDraft, text: str, found: Sequence[date.Found]) -> None:
        """The writer that the line of a date names; below a signed text a reader comments."""
        if article.body and any(byline.authors for byline in article.bylines):
            return
        signed = beside_date(text, found, self.lexicon, self.values.byline)
        if signed is None:
            return
        place, barred = signed.place or "", _BARRED.match(text)
        if barred and place == barred[1] and not self.lexicon.places.knows(place):
            self._string(article, "section", place)  # «لبنانيات | نوال الخوري | 3 أيار 2015»
            signed = evolve(signed, place=None)
        self._sign(article, signed)

    def _date(self, article: ArticleDraft, name: str, moment: Moment | None) -> None:
        if moment is not getattr(article, name):
            setattr(article, name, moment)
            self.sources.set(name)
        self.dated = name

    def _whole(self, found: Sequence[date.Found], text: str) -> Sequence[date.Found]:
        """The one date found, with the time of day that stands before it: «07:36 م الأحد …»."""
        whole = self._parse(text)
        timed = whole is not None and isinstance(whole.value, datetime)
        if whole and timed and found and not isinstance(found[0].moment.value, datetime):
            return [found[0]._replace(moment=whole)]
        return found

    def done(self) -> tuple[Article, ...]:
        """The articles of all steps taken."""
        return tuple(
            article.done(self.values, self.sources, number)
            for number, article in enumerate(self.articles)
        )

    def _join_torn(self) -> None:
        """Joins a headline without a text and a text without a headline that stand beside it."""
        stories: list[ArticleDraft] = []
        places: list[Place] = []
        for article in self.articles:
            if stories and stories[-1].is_torn_from(article):
                places.append(stories[-1].join(article, len(stories) - 1))
            else:
                stories.append(article)
                places.append(Place(len(stories) - 1))
        if len(stories) < len(self.articles):
            self.articles[:] = stories
            self.records[:] = [_moved(record, places) for record in self.records]
            self.sources.move(places)

    def drop_articles(self) -> None:
        """Takes all blocks for no part of an article: what looked like one was none."""
        self.articles.clear()
        self.sources = Sources()
        self.records[:] = [
            record if record[1] is None else (evolve(record[0], role="chrome"), None, None)
            for record in self.records
        ]
