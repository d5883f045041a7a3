"""What stands beside a block: rows for what may stand next to what.

A block's neighbours are known by their own features and zones, never by what the decoder takes them
for, so these too are computed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ...folding import fold
from ...lexicon import roles
from ...lexicon.word_classes import PREPOSITION, split
from ...patterns import pattern
from ..page_context import PageContext, Values
from ..zones import ABOVE, FAR, HEAD, MENU, TAIL, TICKER, VERSES
from ..zones.outline import KNOWN, LINE, SENTENCE, Outline, runs
from .line import ASKS, CLOSERS, ENDS
from .register import feature
from .repetition import PRINTED_AGAIN, PRINTED_TWICE, REPEATS, REPEATS_ABOVE
from .retold import STRANGE, add_retold
from .subjects import has_no_subject, may_lack_subject
from .values import (
    BYLINE,
    CAPTION,
    CREDIT,
    DATE,
    DATE_LABEL,
    KNOWN_CREDIT,
    LONGEST_PERSON,
    PICTURED,
    SOURCE,
    WRITER,
    is_writer_label,
)
from .vocabulary import (
    BOILERPLATE,
    BUTTON,
    CHROME_HEAD,
    LIST_MARK,
    LIST_MARKER,
    NO_LETTERS,
    RELATED_MARKER,
    SECTION,
    is_clock,
    labels_clock,
)

FIRST = feature("first")
BEFORE_SIGNED = feature("before a date or byline")
STANDFIRST = feature("a standfirst")
BELOW_BYLINE = feature("below a byline")
HEADS_LONGER = feature("heads a longer line")
BESIDE_DATE = feature("beside the date")
VISIT_DATE = feature("another date stands under the headline")
ALONE = feature("alone before the text")
NEXT_TO_TEXT = feature("next to the text")
NEXT_TO_SCRAPED = feature("next to the text, amid chrome")
NEXT_HEAD = feature("heads another text")
NO_STOP = feature("no stop")
BETWEEN = feature("between paragraphs")
AMONG_TITLES = feature("among lines, amid chrome")
AMONG_LINES = feature("among lines")
BELOW_DATE = feature("below a headline and its date")
TWICE_BELOW = feature("printed twice below a headline")
ENTRY = feature("the heading of an entry")
QUESTION = feature("a question of an interview")

_NEAR_LABEL = 4  # blocks below a caption that its label may stand among
_NEAR_DATE = 2  # blocks between a writer and a date
_LONGEST_SIGN = 3  # characters
_LONGEST_KICKER = 24  # characters
_LONGEST_CIRCUMSTANCE, _SHORTEST_DECK = 45, 80  # characters
_LONGEST_SOURCE = 45  # characters
_LONGEST_JOB = 90
_MOST_BLANKS = 2  # between the words before a source
QUESTIONS = 3  # of an interview
_MOST_TITLES = 6  # of other stories inside a text; more lines are verses, or what people say
_SIGNED = DATE | BYLINE
# «الوزير: لن نرفع الأسعار هذا العام»: a speaker and what he says, which no picture shows.
_SAID = pattern(r"\p{L}++(?:\s\p{L}++){0,2}:\s(?:\S++\s){2}")
# «… .. السد يمتلئ», «… الوزارة تفتح»: what happened, behind where or when.
_TOLD_BEHIND = pattern(r"(?:[.]{2}|[…:،])\s?\S|\bال(?!ذي|تي)\p{L}++ [يت]\p{L}{3}")
_SEVERAL_WORDS = pattern(r"\D+\s\S")  # no counter
# «س: وماذا بعد؟», «• وماذا بعد؟»
_LETTERED = pattern(
    r"(?:[سج]|سؤال|جواب|السؤال|الجواب)\s?\d{0,2}\s?[:/–-]\s|[•●▪■*–-]\s?[^؟]{4,200}+؟$"
)
# «قناة النيل على يوتيوب», where to follow a site
_FOLLOWED = pattern(r"\s(?:على|عبر)\s(?:يوتيوب|فيسبوك|فيس بوك|تويتر|إكس|تيليجرام|تلغرام|واتساب)$")
_DECK = 3  # lines below the date that tell what the text says, where one is a caption
_ENTRIES = 2  # of a page that tells a day hour by hour


def add_neighbours(page: PageContext, outline: Outline | None) -> None:
    """Adds to `page.features` what stands beside each block; `outline` is that of a text."""
    bits = page.features
    if bits:
        bits[0] |= FIRST
    _add_beside_dates(page)
    _add_labelled_writers(page)
    if outline is None:
        pass
    elif outline.sentences:
        _Neighbours(outline).add()
    elif VERSES in page.zones:
        bits[0] |= ALONE
    _add_visit_dates(page, outline)


def _add_visit_dates(page: PageContext, outline: Outline | None) -> None:
    """A date over a headline is that of the visit if another one stands under it."""
    dates = [at for at, bits in enumerate(page.features) if bits & DATE]
    if outline is None:
        under = any(page.zones[at] == HEAD for at in dates)
        visits = [at for at in dates if under and page.zones[at] == ABOVE]
    else:
        visits = list(_dates_above(outline, dates)) if outline.sentences else []
    for at in visits:
        page.features[at] |= VISIT_DATE


def _dates_above(outline: Outline, dates: Sequence[int]) -> Iterator[int]:
    above = [at for at in dates if at < outline.first]
    below = outline.head[-1] if outline.head else 0
    listed = max((at for at in range(below) if outline.has(at, LIST_MARKER)), default=0)
    lines = (at for at in outline.head if not outline.has(at, DATE_LABEL))
    last = max((at for at in lines if above and at < above[-1]), default=0)
    heads = tuple(outline.page.values.lexicon.roles.mastheads)
    parted = [
        at
        for at in above
        if at < max(listed, last) or roles.fold_role(outline.blocks[at + 1].line).startswith(heads)
    ]
    for at in () if outline.exact else parted:
        found = outline.page.values.dates(outline.blocks[at].line)
        if not any(date.kind for date in found):
            yield at


def _add_beside_dates(page: PageContext) -> None:
    """A name beside the date of its story signs it; an hour alone below is that of the date."""
    dates = {at for at, bits in enumerate(page.features) if bits & DATE}
    clocks = (at for at, bits in enumerate(page.features) if bits & BOILERPLATE)
    hours = sum(_is_clock(page, at) and not _is_site_clock(page, at) for at in clocks)
    days = [at for at in dates if page.values.moment(page.blocks[at].line) and hours < _ENTRIES]
    for date in days:
        below = _below_signs(page, date)
        if page.zones[date] not in (HEAD, ABOVE) and not _signs_off(page, date, below):
            continue
        if labels_clock(fold(page.blocks[below].line)) and _is_clock(page, below + 1):
            page.features[below] |= DATE_LABEL
            below += 1
        for at in (below, *_above(page, date)):
            if _is_clock(page, at):
                page.features[at] = page.features[at] & ~(BOILERPLATE | NO_LETTERS) | DATE
                page.zones[at] = page.zones[date]
                break
    for at, bits in enumerate(page.features if dates else ()):
        if bits & BYLINE and page.zones[at] == HEAD and not dates.isdisjoint(_near(page, at)):
            page.features[at] |= BESIDE_DATE


def _signs_off(page: PageContext, date: int, below: int) -> bool:
    """Whether a date with its label is in one line of HTML with what is below it, under a text."""
    if page.zones[date] != TAIL or not _in_one_line(page, date, below):
        return False
    return any(hit.kind for hit in page.values.dates(page.blocks[date].line))


def _is_site_clock(page: PageContext, at: int) -> bool:
    """Whether a clock stands far from every story, in a menu, or right above one."""
    return page.zones[at] in (FAR, MENU) or MENU in page.zones[at + 1 : at + 2]


def _below_signs(page: PageContext, at: int) -> int:
    """The next block of `at` that says something: no «|» or «،» beside a date."""
    below = range(at + 1, min(at + 1 + _NEAR_DATE, len(page.features)))
    return next((other for other in below if not _is_sign(page.blocks[other].line)), at)


def _above(page: PageContext, at: int) -> Iterator[int]:
    """The block above a date; below a button it says how long a video takes, if it is not in one
    line of HTML with the date."""
    if (at and _in_one_line(page, at - 1, at)) or (
        at > 1 and not page.features[at - 2] & (CHROME_HEAD | BUTTON | BOILERPLATE)
    ):
        yield at - 1


def _in_one_line(page: PageContext, one: int, other: int) -> bool:
    """Whether two blocks are in one line of HTML."""
    here, there = page.blocks[one].markup, page.blocks[other].markup
    if here is None or there is None:
        return False
    return here.element.block_ancestor is there.element.block_ancestor


def _is_clock(page: PageContext, at: int) -> bool:
    inside = 0 <= at < len(page.features) and page.features[at] & BOILERPLATE
    return bool(inside) and is_clock(fold(page.blocks[at].line))


def _near(page: PageContext, at: int) -> Iterator[int]:
    """The nearest blocks above and below that say something: no «|» between a writer and a date."""
    above, below = range(at - 1, -1, -1), range(at + 1, len(page.blocks))
    for side in (above, below):
        told = (other for other in side if not _is_sign(page.blocks[other].line))
        yield from islice(told, _NEAR_DATE)


def _is_sign(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_SIGN and not any(map(str.isalnum, line))


def _add_labelled_writers(page: PageContext) -> None:
    """A few words below the label of a writer are a name, also one that nobody knows; below the
    label of a source, a paper or an agency, also one whose name is a common word («وات»)."""
    labels = [at for at, bits in enumerate(page.features[:-1]) if bits & DATE_LABEL]
    for at in labels:
        label, name = page.blocks[at].line, page.blocks[at + 1].line
        short = 0 < name.count(" ") < LONGEST_PERSON and name[-1:] != ":"
        short = short and not any(map(str.isdigit, name))
        written = short and is_writer_label(label, page.values)
        if written or _is_source(label, name, page.values):
            page.features[at + 1] |= BELOW_BYLINE


def _is_source(label: str, name: str, values: Values) -> bool:
    if len(name) > _LONGEST_SOURCE or not values.names_source(label):
        return False
    found = values.byline(f"{label} {name}")
    return found is not None and bool(found.agencies or found.publication)


class _Neighbours:
    """Adds the features of neighbours to a page of text that has sentences."""

    def __init__(self, outline: Outline) -> None:
        self.page, self.outline = outline.page, outline
        self.bits, self.kinds, self.sizes = outline.bits, outline.kinds, outline.sizes
        self._put = outline.mark

    def add(self) -> None:
        self._add_head()
        self._add_lines()
        self._add_within()
        self._add_credits()
        self._add_entries()

    def _add_entries(self) -> None:
        """«18:05», a heading and a paragraph, and again: what is told hour by hour."""
        kinds = self.kinds
        heads = [
            at
            for at in range(1, len(kinds) - 1)
            if kinds[at + 1] == SENTENCE and kinds[at] != SENTENCE
            if _is_clock(self.page, at - 1)
            if not self.outline.has(at - 2, CHROME_HEAD | BUTTON)  # how long a video takes
        ]
        if len(heads) >= _ENTRIES:
            self._put(ENTRY, heads)

    def _add_head(self) -> None:
        """What the lines above the text are to one another."""
        outline, head = self.outline, self.outline.head
        if len(head) == 1:
            self._put(ALONE, head)
        beside = NEXT_TO_SCRAPED if outline.scraped else NEXT_TO_TEXT
        next_to = [at for at in head if outline.kind_below(at) == SENTENCE]
        if outline.scraped:  # what stands above a caption with its credit is no other one
            captions = [at for at in range(outline.first) if outline.has(at, CAPTION)]
            next_to = [at for at in next_to if not captions or at > captions[-1]]
        if outline.exact:
            self._put(FIRST, [at for at in head[:1] if at])  # below a menu
            self._put(beside, [at for at in next_to if not self.bits[at] & REPEATS])
            return
        self._put(beside, next_to)
        told = (at for at in range(outline.first) if self.kinds[at] == SENTENCE)
        deck = outline.standfirst
        self._put(STANDFIRST, [at for at in told if self.bits[at] & PRINTED_AGAIN or at == deck])
        self._put(STANDFIRST, outline.points)
        above = (self._heads_longer, self._is_circumstance, self._has_no_subject)
        short = [at for at in head if any(is_kicker(at) for is_kicker in above)]
        short += [at for at in head[:1] if self._is_told_later(at)]
        self._put(HEADS_LONGER, short)
        self._put(SECTION, filter(self._is_rubric, short))
        add_retold(outline, [at for at in range(outline.first) if outline.is_in(at, HEAD)])
        below = self._below_dates()
        deck = len(below) >= _DECK and all(outline.retold.compared(at)[1] for at in below)
        said = any(_SAID.match(outline.blocks[at].line) for at in below)
        self._put(STANDFIRST if deck or said else BELOW_DATE, below)
        doubled = [at - 1 for at, bits in enumerate(self.bits) if bits & REPEATS_ABOVE]
        doubled += [at for at in head if self._is_cut_short(at)]
        doubled = [at for at in doubled if not outline.is_in(at, TICKER)]
        for at in filter(self._is_twice_below, doubled):
            self._put(TWICE_BELOW, (at, at + 1))
        if head and outline.has(head[0], TWICE_BELOW):  # the headline stands below the caption
            self._put(ALONE if len(head) == 3 else FIRST, head[2:3])
        self._put(TWICE_BELOW, [at for at in head if self._is_captioned_below(at)])
        self._put(TWICE_BELOW, outline.captions)

    def _below_dates(self) -> list[int]:
        """Lines between the date of a headline and the text; the headline printed again is none."""
        outline, has = self.outline, self.outline.has
        lines = [at for at in outline.head if outline.is_in(at, HEAD)]
        headlines = (at for at in lines if self._may_be_headline(at) and not has(at, STRANGE))
        headline = next(headlines, outline.first)
        dates = (at for at in range(headline, outline.first) if has(at, DATE))
        date = next(dates, outline.first)
        below = (at for at in lines if at > date and not has(at, REPEATS | LIST_MARK))
        return [at for at in below if _SEVERAL_WORDS.match(outline.blocks[at].line)]

    def _is_captioned_below(self, at: int) -> bool:
        """A caption above its credit and its label: «التعليق على الصورة، …» says it once more."""
        blocks, line = self.outline.blocks, self.outline.blocks[at].line
        captions = self.page.values.lexicon.credits.captions
        return at > 0 and any(
            blocks[below].line.endswith(line)
            and any(captions.match(fold(blocks[label].line)) for label in (below - 1, below))
            for below in range(at + 1, min(at + 1 + _NEAR_LABEL, len(blocks)))
        )

    def _is_cut_short(self, at: int) -> bool:
        """«وزير المياه» above «وزير المياه سامي الحداد»."""
        line = self.outline.blocks[at].line
        below = self.outline.blocks[at + 1].line
        return " " in line and self.kinds[at + 1] == LINE and below.startswith(f"{line} ")

    def _is_twice_below(self, at: int) -> bool:
        """A caption printed twice in a row, right below its headline, and no name. The headline
        is the first long line, or printed more than once too, and no strange one."""
        has, above = self.outline.has, at - 1
        if has(at, REPEATS | BYLINE | DATE | BUTTON):
            return False
        if has(at, PICTURED) and self.outline.head[:1] == (at,):
            return True  # «صورة من داخل المصنع», twice above the headline
        if not self._may_be_headline(above) or has(above, STRANGE):
            return False
        return has(above, PRINTED_AGAIN | REPEATS) or not self._may_be_headline(above - 1)

    def _may_be_headline(self, at: int) -> bool:
        return at >= 0 and self.kinds[at] == LINE and self.sizes[at] > _LONGEST_KICKER

    def _heads_longer(self, at: int) -> bool:
        """«دوري أبطال أوروبا» above a headline: a few words, and twice as many or more below; at
        the top of a page three times as many. The line below is the headline if it is printed
        again, if the text says it again, or if a date or a name stands under it."""
        below, has = at + 1, self.outline.has
        if self.sizes[at] > _LONGEST_KICKER or self.kinds[below] != LINE:
            return False
        if has(below, PRINTED_AGAIN | PRINTED_TWICE) and not has(below, REPEATS):
            return 2 * self.sizes[below] >= 3 * self.sizes[at] and not has(at, REPEATS)
        if has(at, PRINTED_AGAIN):
            return False
        told = self.outline.retold.is_headline
        if told(below):
            return self.sizes[below] >= (2 if told(at) else 1.5) * self.sizes[at]
        if at == 0:
            return self.sizes[below] >= 3 * self.sizes[at]
        long = self.sizes[below] >= 2 * self.sizes[at]
        return long and has(below + 1, _SIGNED)

    def _is_circumstance(self, at: int) -> bool:
        """«بعد شكاوى استمرت ثلاثة أعوام» above a line that the text says again."""
        headed = self.outline.is_line(at + 1) and self.outline.retold.is_headline(at + 1)
        return headed and self._tells_circumstance(at)

    def _tells_circumstance(self, at: int) -> bool:
        """Whether a preposition opens a line that tells nothing more, as «في الوادي .. السد يمتلئ»
        and «بعد المطر الوزارة تفتح السد» do."""
        line = self.outline.blocks[at].line
        first = self.page.words.classes.of(split(line.partition(" ")[0])[:1])
        opened = any(known & PREPOSITION for known in first)
        return opened and not _TOLD_BEHIND.search(line)

    def _has_no_subject(self, at: int) -> bool:
        """«تشارك بأكبر وفد في تاريخها» above a line that says who does, and below no headline."""
        outline, lexicon = self.outline, self.page.values.lexicon
        line, below = (outline.blocks[place].line for place in (at, at + 1))
        if not outline.is_line(at + 1) or any(map(self._may_be_headline, range(at))):
            return False
        if below.count(" ") < _MOST_BLANKS or has_no_subject(below, lexicon):
            return False
        if has_no_subject(line, lexicon):
            return True
        told, said = outline.retold.is_headline, _SAID.match(below) is not None
        if may_lack_subject(line, lexicon):
            return not told(at) if told(at + 1) else said
        longer = said or self.sizes[at] <= self.sizes[at + 1] <= _SHORTEST_DECK
        return longer and self._tells_circumstance(at) > self._tells_circumstance(at + 1)

    def _is_told_later(self, at: int) -> bool:
        """«منح المخالفين مهلة شهرين» above «البلدية تحصي 310 مخالفات» and a text that says so."""
        headline = self.sizes[at + 1] if self.outline.is_line(at + 1) else 0
        short = self.sizes[at] <= min(_LONGEST_CIRCUMSTANCE, 0.8 * headline)
        if not short or headline > _SHORTEST_DECK or self.outline.has(at, PRINTED_AGAIN | REPEATS):
            return False
        return self.outline.retold.is_told_later(at)

    def _is_rubric(self, at: int) -> bool:
        """Whether a short line above the headline is one word, or a path of short steps:
        «فضائيات», «علاقات » خليجي»."""
        steps = self.outline.blocks[at].line.split(" » ")
        few = all(step.count(" ") < _MOST_BLANKS and ":" not in step for step in steps)
        return few and (len(steps) > 1 or " " not in steps[0])

    def _add_lines(self) -> None:
        """Lines beside a date or byline, and those that do not end as the sentences of the page do.

        Inside a text, where names stand below what people say, only a date tells a new article.
        """
        outline, has = self.outline, self.outline.has
        for at, kind in enumerate(self.kinds):
            if kind != LINE:
                continue
            if outline.stopped and not self.bits[at] & ENDS:
                self.bits[at] |= NO_STOP
            label = at < outline.first and has(at + 1, DATE_LABEL)
            if has(at + 1 + label, _SIGNED if at < outline.first else DATE):
                self.bits[at] |= BEFORE_SIGNED

    def _add_within(self) -> None:
        """Lines between the first sentence of the text and its last: alone, or several together."""
        outline, first = self.outline, self.outline.first
        single: list[int] = []
        for start, end in runs(self.kinds[at] != SENTENCE for at in range(first, outline.last)):
            places = range(first + start, first + end)
            heads = [at for at in places if outline.is_in(at, HEAD)]
            self._put(NEXT_HEAD, heads)
            if heads:
                continue
            lines = [at for at in places if self.kinds[at] == LINE]
            if outline.exact and self._is_above_marker(places, lines):
                continue  # what closes a text stands above the related stories
            told = lines or [at for at in places if self.bits[at] & BYLINE]
            if outline.exact and len(told) == 1 and not outline.stands_apart(told[0]):
                continue  # the rest of what stands above it
            if len(told) == 1:
                self._put(BETWEEN, told)
                single += lines
            else:
                few = len(lines) <= _MOST_TITLES or self._are_announced(places)
                titles = (outline.scraped or outline.exact) and few
                self._put(AMONG_TITLES if titles else AMONG_LINES, told)
        blocks = outline.blocks
        self._put(QUESTION, [at for at in single if _LETTERED.match(blocks[at].line)])
        asked = [at for at in single if self.bits[at] & ASKS]
        if len(asked) >= QUESTIONS and 2 * len(asked) > len(single):
            self._put(QUESTION, asked)  # a few are subheadings that ask

    def _is_above_marker(self, places: Sequence[int], lines: Sequence[int]) -> bool:
        """Whether all of `lines` and names stand above the marker of related stories."""
        marker = next((at for at in places if self.bits[at] & RELATED_MARKER), None)
        return marker is not None and not any(at > marker for at in lines)

    def _are_announced(self, places: Sequence[int]) -> bool:
        return any(self.bits[at] & RELATED_MARKER for at in places)

    def _add_credits(self) -> None:
        """A name below its label or writer, or after the text, says who wrote: it is no caption.

        Behind a © after the text stands whose the site is.
        """
        outline = self.outline
        self._put(BELOW_BYLINE, [at for at in range(1, outline.first) if self._tells_of_writer(at)])
        beside = (outline.first - 1, *range(outline.last + 1, len(self.bits)))
        self._put(BELOW_BYLINE, list(filter(self._signs_beside, beside)))
        for at, bits in enumerate(self.bits):
            if self.kinds[at] != KNOWN or bits & BUTTON:
                continue
            bracketed = outline.exact and outline.blocks[at].text[-1] in CLOSERS
            alone = bits & CREDIT and not bracketed
            if alone and self._is_below_byline(at):
                self.bits[at] |= BELOW_BYLINE
            elif at > outline.last and not outline.exact and self._is_of_site(at):
                self.bits[at] |= CHROME_HEAD
            elif at > outline.last and bits & (KNOWN_CREDIT | SOURCE) and not bits & PICTURED:
                short = bits & CAPTION and not bits & REPEATS and self._is_short(at)
                if (alone or short) and self._names_agency(at):
                    self.bits[at] |= BELOW_BYLINE

    def _tells_of_writer(self, at: int) -> bool:
        """Whether a line right below a writer's name above the text says what he is: «كاتب وباحث
        من تونس»; an office («وزير الموارد») only behind a label, for a picture may show who has it.
        """
        if self.sizes[at] > _LONGEST_JOB or not self.outline.has(at - 1, BYLINE):
            return False
        job, values = self.outline.blocks[at].line, self.page.values
        above = values.byline(self.outline.blocks[at - 1].line)
        if above is None or not above.authors:
            return False
        return values.is_job(job, of_press=not self.outline.has(at - 1, WRITER))

    def _signs_beside(self, at: int) -> bool:
        """Two or three words that the text does not say are its writer: between a caption with its
        credit and the text, or below the text and above its source («المصدر: رويترز»)."""
        line, outline = self.outline.blocks[at].line, self.outline
        below = at == outline.first - 1 and outline.has(at - 1, CAPTION)
        placed = below or (at > outline.last and outline.has(at + 1, SOURCE))
        if not placed or not outline.is_line(at) or not line.replace(" ", "").isalpha():
            return False
        if not 0 < line.count(" ") < LONGEST_PERSON or outline.retold.compared(at)[1]:
            return False
        return not below or bool(self.page.values.signed(line).authors)

    def _is_short(self, at: int) -> bool:
        """«الرباط / الأناضول»: a place and who writes there, where a caption says more."""
        caption = self.page.values.caption(self.outline.blocks[at].line).caption
        few = caption is not None and caption.count(" ") < _MOST_BLANKS
        return few and self.sizes[at] <= _LONGEST_SOURCE

    def _names_agency(self, at: int) -> bool:
        """Whether a line names an agency, or a label of sources: a photographer is no source, nor
        is «أرشيفية»."""
        line = self.outline.blocks[at].line
        found = self.page.values.caption(line).credit
        return bool(self.bits[at] & SOURCE or (found and found.agencies))

    def _is_of_site(self, at: int) -> bool:
        """Whether a line below the text says whose the site is, or where to follow it."""
        block = self.outline.blocks[at]
        return block.text[0] == "©" or _FOLLOWED.search(block.line) is not None

    def _is_below_byline(self, at: int) -> bool:
        outline, has = self.outline, self.outline.has
        if not self.bits[at] & SOURCE and self._is_labelled(at):
            return False
        near = at < outline.first and not outline.exact
        dated = near and (has(at - 1, DATE) or has(at + 1, DATE))
        return dated or has(at - 1, BYLINE | DATE_LABEL) or (near and self._signs_above_text(at))

    def _signs_above_text(self, at: int) -> bool:
        """Whether an agency's name stands right above the text, with no caption to credit."""
        outline = self.outline
        if at != outline.first - 1 or not self._names_agency(at):
            return False
        return sum(map(outline.is_line, outline.head)) <= 1

    def _is_labelled(self, at: int) -> bool:
        """Whether block `at` has the label of a picture's source («صدر الصورة، Getty Images»), or
        stands below that of a photographer («تصوير :»)."""
        blocks, credits = self.outline.blocks, self.page.values.lexicon.credits
        if at and credits.photographers.fullmatch(fold(blocks[at - 1].line[:40])):
            return True
        return bool(credits.labels.match(fold(blocks[at].line[:40])))
