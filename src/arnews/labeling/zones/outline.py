"""The outline of a text: which blocks are sentences, which are lines, where the text is.

Blocks of text are of three kinds: *sentences*, which end as sentences do or are long; *lines*,
which do not; and what is *known* by its words (buttons, dates, credits …). The text of a page is
from its first long sentence to its last sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import define

from ...fields import dateline
from ..features.leftovers import MARKUP
from ..features.line import ASKS, ASKS_OF_TOPIC, COLON, ENDS, GOES_ON, OPENS, STOPS, TRAILS_OFF
from ..features.repetition import REPEATS, SITE_TITLE
from ..features.retold import Retold
from ..features.values import (
    BYLINE,
    CAPTION,
    CAPTION_LABEL,
    CREDIT,
    DATE,
    DATE_LABEL,
    SURE_BYLINE,
    WRITER,
)
from ..features.vocabulary import (
    BOILERPLATE,
    BUTTON,
    CHROME_HEAD,
    COMMENTS_MARKER,
    HASHTAGS,
    LIST_MARK,
    LIST_MARKER,
    MARKERS,
    NO_ARABIC,
    NO_LETTERS,
    PATH,
    RELATED_LINE,
    RELATED_MARKER,
    SECTION,
    TAGS_LINE,
)
from ..page_context import PageContext

_ENDED = BUTTON | CHROME_HEAD | MARKERS | HASHTAGS | TAGS_LINE  # below a story

SENTENCE, LINE, KNOWN = range(3)

LONG = 110  # characters: a sentence that long belongs to a text, not to a list of teasers
LONGEST_LINE = 150  # characters: what is longer is no line, however it ends
_SHORTEST_SENTENCE = 15
SHORTEST_HEADLINE = 30  # characters
_SHORTEST_HEAD = 4  # blocks from the text above to that below: its end, a title and its date
_SHORTEST_TITLE = 25  # … of a story below another
_LONGEST_HEADLINE = 220
_STOPPED = 0.5  # share of long blocks that end as sentences, on a page that prints full stops
_LONGEST_CREDIT = 40  # characters behind a caption that is printed again
_LOWEST_POINT = 30  # blocks from the top of a page, where the deck of its story may end
_APART = 12  # blocks between two texts
_SHARE = 0.3  # of the longest text of a page that another has at least
_STANDFIRST = 6  # blocks from a standfirst to the first paragraph that repeats it
_NEAR = 4  # blocks among which a neighbour is looked for

_CHROME = (
    BUTTON | SITE_TITLE | CHROME_HEAD | LIST_MARKER | RELATED_MARKER | COMMENTS_MARKER
    | MARKUP | PATH | BOILERPLATE
)  # fmt: skip
_KNOWN = (
    _CHROME | MARKERS | SECTION | NO_LETTERS | NO_ARABIC | DATE | BYLINE | CREDIT | CAPTION
    | DATE_LABEL | CAPTION_LABEL | RELATED_LINE | TAGS_LINE | HASHTAGS
)  # fmt: skip


@define(eq=False, slots=False)
class Outline:
    """A page of text: the kind, size, features and zone of each block."""

    page: PageContext

    def __attrs_post_init__(self) -> None:
        self.blocks = self.page.blocks
        self.bits = self.page.features
        self.zones = self.page.zones
        self.exact = self.page.words.fixed_gaps
        self.sizes = [len(block.line) for block in self.blocks]
        self.kinds = [
            _kind(size, bits, self.exact) for size, bits in zip(self.sizes, self.bits, strict=True)
        ]
        if not self.exact and SENTENCE in self.kinds:
            first = self.kinds.index(SENTENCE)
            if self._is_long_headline(first) or self._is_stopped_headline(first):
                self.kinds[first] = LINE
        for at in () if self.exact else self.points:
            self.kinds[at] = LINE

    def _is_long_headline(self, at: int) -> bool:
        """Whether the first sentence, longer than most lines, is a headline: it neither begins nor
        ends as the sentences below do, but may ask of a topic, or above a blank line, a date or a
        name."""
        if not self._may_head(at) or not LONG < self.sizes[at] <= _LONGEST_HEADLINE:
            return False
        told = [
            bits
            for kind, bits in zip(self.kinds[at + 1 :], self.bits[at + 1 :], strict=True)
            if kind == SENTENCE
        ]
        stopped = sum(bool(bits & ENDS) for bits in told)
        ends = self.bits[at] & ENDS
        known = self.has(at, ASKS_OF_TOPIC) or self.has(at + 1, DATE | BYLINE)
        asks = ends == ASKS and (known or self._is_parted(at))
        opens = self.bits[at] & OPENS
        return not opens and (asks or not ends) and len(told) > 1 and stopped == len(told)

    def _is_parted(self, at: int) -> bool:
        """Whether more parts a block from what stands below than the next two from each other."""
        gaps = [block.gap.count("\n") for block in self.blocks[at + 1 : at + 3]]
        return len(gaps) > 1 and gaps[0] > gaps[1]

    def _may_head(self, at: int) -> bool:
        """Whether no line above block `at` is as long as a headline."""
        return all(size <= SHORTEST_HEADLINE for size in self.sizes[:at])

    def _is_stopped_headline(self, at: int) -> bool:
        """Whether the first sentence is the headline, though it ends with a stop: it is short and
        opens as none, nothing above it is as long, and a dateline opens the sentence below it."""
        if self.kinds[at + 1 : at + 2] != [SENTENCE] or not self._is_caption(at):
            return False
        if not self._may_head(at):
            return False
        below = self.blocks[at + 1].line
        return dateline.parse(below, lexicon=self.page.values.lexicon) is not None

    @cached_property
    def points(self) -> tuple[int, ...]:
        """The points of a deck: lines with the mark of a list above the date or the byline, and
        above every other sentence, which may end as sentences do."""
        for start, end in runs(bool(bits & LIST_MARK) for bits in self.bits[:_LOWEST_POINT]):
            above = (kind == SENTENCE for kind in self.kinds[:start])
            listed = 0 < start < end - 1 and not any(above)
            if listed and self.has(end, DATE | BYLINE) and SENTENCE in self.kinds[end:]:
                return tuple(range(start, end))
        return ()

    def has(self, at: int, bits: int) -> bool:
        """Whether block `at` has any of `bits`; no block outside the page has any."""
        return 0 <= at < len(self.bits) and bool(self.bits[at] & bits)

    def is_line(self, at: int) -> bool:
        return self.kinds[at : at + 1] == [LINE]

    def is_sentence(self, at: int) -> bool:
        return self.kinds[at : at + 1] == [SENTENCE]

    def is_in(self, at: int, zone: int) -> bool:
        return 0 <= at < len(self.zones) and self.zones[at] == zone

    @cached_property
    def captions(self) -> tuple[int, ...]:
        """The sentences above the text that are a caption printed twice."""
        above = next((at for at in self.sentences if at < self.first), self.first)
        return self._captions_at(above) if above < self.first and not self.exact else ()

    def put(self, zone: int, places: Iterable[int]) -> None:
        """Gives `places` that have no zone yet this one."""
        for at in places:
            self.zones[at] = self.zones[at] or zone

    def claim(self, places: Iterable[int], zone: int) -> None:
        """Gives `places` this zone, whatever they had; they are known from then on."""
        for at in places:
            self.zones[at] = zone
            self.kinds[at] = KNOWN

    def mark(self, bits: int, places: Iterable[int]) -> None:
        for at in places:
            self.bits[at] |= bits

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        return tuple(at for at, kind in enumerate(self.kinds) if kind == SENTENCE)

    @cached_property
    def texts(self) -> tuple[tuple[int, int], ...]:
        """The first and last sentence of each text of the page.

        Sentences with little between them are one text. On a scraped page the longest counts, and
        others that come near it: the rest are teasers, comments and what a site says of itself.
        """
        found = [[self.sentences[0], self.sentences[0]]]
        for at in self.sentences[1:]:
            if at - found[-1][1] > _APART and not self.heads_between(found[-1][1], at):
                found.append([at, at])
            found[-1][1] = at
        weights = [sum(self._weight(at) for at in range(start, end + 1)) for start, end in found]
        least = _SHARE * max(weights) if self.scraped and not self.exact else 0
        return tuple(
            (start, end)
            for (start, end), weight in zip(found, weights, strict=True)
            if weight >= least
        )

    def heads_between(self, above: int, below: int) -> range:
        """The head of a next story between two sentences, below what ends the one above: a title
        beside its date, with its section or writer, and buttons or the writer above the text. A
        caption may stand there; cards of related stories have no buttons."""
        if below - above < _SHORTEST_HEAD:
            return range(0)
        dated = next((at for at in range(below - 1, above, -1) if self.has(at, DATE)), above)
        titles = [dated - 1 - self.has(dated - 1, BYLINE), dated + 1]
        if any(self.has(at, SECTION) for at in (dated - 1, dated)):
            titles.reverse()  # «اقتصاد 2024-05-11 18:02» stands above it
        title = next(filter(self.is_line, titles), above)
        start, end = sorted((dated, title))
        if start <= above or self.sizes[title] <= _SHORTEST_TITLE:
            return range(0)
        rest = range(end + 1, below)
        start -= self.has(start - 1, SECTION)
        signed = any(self.has(at, BYLINE) for at in range(start, below))
        named = signed or any(self.has(at, SECTION) for at in (start, dated))
        shared = signed or any(self.has(at, BUTTON) for at in rest)
        ended = any(self.has(at, _ENDED) for at in range(above + 1, start))
        close = sum(self.is_line(at) for at in rest) <= 1
        return range(start, below) if named and shared and ended and close else range(0)

    def _weight(self, at: int) -> float:
        """What a block counts for in a text: teasers are sentences too, but short ones."""
        if self.kinds[at] != SENTENCE:
            return 0
        return self.sizes[at] if self.sizes[at] > LONG else self.sizes[at] / 4

    @cached_property
    def first(self) -> int:
        """Where the text begins: teasers may stand before it, but not where gaps are fixed."""
        if self.standfirst is not None:
            return self.kinds.index(SENTENCE, self.standfirst + 1)
        first = self._first
        signed = self._is_caption(first) and self.has(first + 1, SURE_BYLINE)
        return first + 2 if signed and self.is_sentence(first + 2) else first

    @cached_property
    def standfirst(self) -> int | None:
        """The first sentence, if it stands below a headline and above the writer or the date of the
        story or, where it asks, above a picture: the text begins with the next one."""
        first = self._first
        below = range(first + 1, min(first + _STANDFIRST, len(self.blocks)))
        text = next(filter(self.is_sentence, below), None)
        if text is None:
            return None
        if self.has(first + 1, WRITER) and text == first + 2:
            return first
        between = range(first + 1, text)
        headed = not self.exact and any(map(self.is_line, range(first)))
        if not headed or self.has(text, GOES_ON):
            return None
        if any(map(self.is_line, between)):
            asks = self.has(first, ASKS) and self.has(first - 1, DATE | BYLINE)
            pictured = asks and any(self.has(at, CREDIT | CAPTION) for at in between)
            return first if pictured else None
        dated = any(self.has(at, DATE) for at in between)
        again = any(self.has(at, DATE) for at in (*range(first), text + 1))  # of several entries
        return first if dated and not again else None

    @cached_property
    def signed(self) -> str:
        """The bylines above the text, a line each."""
        above = (at for at in range(self.first) if self.has(at, BYLINE))
        return "\n".join(self.blocks[at].line for at in above)

    @cached_property
    def _first(self) -> int:
        """The first sentence of the text, or of the standfirst above it."""
        first, end = self.texts[0]
        if not self.exact:
            if self.has(first - 1, DATE | BYLINE):  # its text; «أهم الأخبار» ends it
                below = (at for at in range(first, end) if self.has(at, LIST_MARKER))
                end = next(below, end)
            inside = (at for at in self.sentences if first <= at <= end)
            first = next((at for at in inside if self.sizes[at] > LONG), first)
        while first and (self.kinds[first - 1] == SENTENCE or self._heads_on(first - 1)):
            first -= 1
        first = self._printed_below_date(first)
        if captions := self._captions_at(first):
            first = self.kinds.index(SENTENCE, captions[-1] + 1)
        return first

    def _heads_on(self, at: int) -> bool:
        """Whether a line parts two sentences of a text, the first of which stands right below the
        head of its article: a subheading."""
        return (
            self.kinds[at] == LINE
            and self.kinds[at - 1] == SENTENCE
            and self.has(at - 2, DATE | BYLINE | REPEATS)
        )

    def _printed_below_date(self, first: int) -> int:
        """Where the first sentence stands again below the date: a standfirst is above it."""
        below = range(first + 1, min(first + _STANDFIRST, len(self.blocks)))
        again = next((at for at in below if self.blocks[at].line == self.blocks[first].line), first)
        return again if any(self.has(at, DATE) for at in range(first + 1, again)) else first

    def _captions_at(self, first: int) -> tuple[int, ...]:
        """The sentence `first` and its second printing, if both are the caption of a picture: a
        credit stands between the two, or behind the second."""
        line = self.blocks[first].line
        below = range(first + 1, min(first + _STANDFIRST, len(self.blocks)))
        again = next((at for at in below if self.kinds[at] != KNOWN), None)
        if again is None or not self.blocks[again].line.startswith(line):
            return ()
        more = self.blocks[again].line[len(line) :]
        if len(more) > _LONGEST_CREDIT or SENTENCE not in self.kinds[again + 1 :]:
            return ()
        alone = any(self.has(at, CREDIT) for at in range(first + 1, again + 2))
        behind = more and self.page.values.caption(self.blocks[again].line).credit
        return (first, again) if alone or behind else ()

    def _is_caption(self, at: int) -> bool:
        """Whether a short sentence that opens as none may be a caption or a deck above the text."""
        return self.sizes[at] <= LONG and not self.has(at, OPENS | ASKS)

    @property
    def last(self) -> int:
        return self.texts[-1][1]

    @cached_property
    def head(self) -> tuple[int, ...]:
        """The lines above the text."""
        return tuple(at for at in range(self.first) if self.kinds[at] == LINE)

    @cached_property
    def retold(self) -> Retold:
        return Retold(self, self.first)

    @cached_property
    def scraped(self) -> bool:
        """Whether the page has chrome; a text copied from paper has no pictures and no lists."""
        return any(bits & _CHROME for bits in self.bits)

    @cached_property
    def stopped(self) -> bool:
        """Whether the paragraphs of the page end as sentences, so that what does not is none."""
        both = zip(self.bits, self.sizes, strict=True)
        long = [bits for bits, size in both if size > LONGEST_LINE]
        return bool(long) and sum(bool(bits & ENDS) for bits in long) >= _STOPPED * len(long)

    def stands_apart(self, at: int) -> bool:
        """Whether `at` is no closer to what stands above it than to what stands below, as the line
        of a caption below its credit is."""
        above, below = (self.blocks[place].gap.count("\n") for place in (at, at + 1))
        return above >= below

    def below_a_row(self, at: int) -> bool:
        """Whether `at` opens a line, and what stands before it was parted by blanks."""
        return at > 0 and "\n" in self.blocks[at].gap and "\n" not in self.blocks[at - 1].gap

    def kind_below(self, at: int) -> int:
        """The kind of the nearest block below that is not known by its words."""
        below = self.kinds[at + 1 : at + _NEAR]
        return next((kind for kind in below if kind != KNOWN), KNOWN)


def _kind(size: int, bits: int, exact: bool) -> int:
    if bits & _KNOWN:
        return KNOWN
    if size > LONG and bits & OPENS:
        return SENTENCE
    calls = bits & ASKS or (exact and bits & TRAILS_OFF)  # as teasers do elsewhere
    if size > _SHORTEST_SENTENCE and bits & OPENS and calls:
        return SENTENCE
    if size > LONGEST_LINE or (bits & STOPS and size > _SHORTEST_SENTENCE):
        return SENTENCE
    return SENTENCE if size > LONG and bits & ENDS & ~COLON else LINE


def runs(belongs: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The longest stretches of neighbours that belong together, as (start, end)."""
    start: int | None = None
    at = -1
    for at, inside in enumerate(belongs):
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, at + 1
