"""The outline of a text: which blocks are sentences, which are lines, where the text is.

Blocks of text are of three kinds: *sentences*, which end as sentences do or are long; *lines*,
which do not; and what is *known* by its words (buttons, dates, credits …). The text of a page is
from its first long sentence to its last sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from attrs import define

from ...folding import fold
from ..reading import Reading

SENTENCE, LINE, KNOWN = range(3)

LONG = 110  # characters: a sentence that long belongs to a text, not to a list of teasers
LONGEST_LINE = 150  # … and what is longer is none, however it ends
SHORTEST_SENTENCE = 15
STOPPED = 0.5  # share of long blocks that end as sentences, on a page that prints full stops
APART = 12  # blocks between two texts
SHARE = 0.3  # of the longest text of a page that another has at least
NEAR = 4  # blocks among which a neighbour is looked for

ENDS = frozenset({"ends a sentence", "asks", "trails off", "ends with a colon", "breaks off"})
_OPENS = frozenset({"opens with a verb", "opens as a sentence"})
_KNOWN = frozenset({
    "a button's word", "announces related stories", "announces stories elsewhere", "announces tags",
    "announces comments", "a section's name", "no letters", "begins as chrome", "a date",
    "a byline", "a credit alone", "a credit at the end", "a site's title", "left-over markup",
    "a label alone", "a caption's label", "a related story on one line", "tags on one line",
    "hashtags", "left-over code", "a path", "a menu on one line",
})  # fmt: skip
_CHROME = frozenset({
    "a button's word", "a site's title", "begins as chrome", "announces stories elsewhere",
    "announces related stories", "announces comments", "left-over markup", "left-over code",
    "a path", "a menu on one line",
})  # fmt: skip


@define(eq=False, slots=False)
class Outline:
    """A page of text: the kind, size and notes of each block."""

    reading: Reading

    def __attrs_post_init__(self) -> None:
        self.notes = self.reading.notes
        self.sizes = [len(block.line) for block in self.reading.blocks]
        self.exact = self.reading.layout.is_exact
        looked = zip(self.sizes, self.notes, strict=True)
        self.kinds = [_kind(size, own, self.exact) for size, own in looked]

    def has(self, at: int, names: Set[str]) -> bool:
        """Whether any of `names` is noted on block `at`; no block outside the page has any."""
        return 0 <= at < len(self.notes) and not names.isdisjoint(self.notes[at])

    def note(self, name: str, places: Iterable[int]) -> None:
        for at in places:
            self.notes[at].append(name)

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
            if at - found[-1][1] > APART:
                found.append([at, at])
            found[-1][1] = at
        weights = [sum(self._weight(at) for at in range(start, end + 1)) for start, end in found]
        least = SHARE * max(weights) if self.scraped and not self.exact else 0
        return tuple(
            (start, end)
            for (start, end), weight in zip(found, weights, strict=True)
            if weight >= least
        )

    def _weight(self, at: int) -> float:
        """What a block counts for in a text: teasers are sentences too, but short ones."""
        if self.kinds[at] != SENTENCE:
            return 0
        return self.sizes[at] if self.sizes[at] > LONG else self.sizes[at] / 4

    @cached_property
    def first(self) -> int:
        """Where the text begins: teasers may stand before it, but not in an exact template."""
        first, end = self.texts[0]
        if not self.exact:
            inside = (at for at in self.sentences if first <= at <= end)
            first = next((at for at in inside if self.sizes[at] > LONG), first)
        while first and self.kinds[first - 1] == SENTENCE:
            first -= 1
        return first

    @property
    def last(self) -> int:
        return self.texts[-1][1]

    @cached_property
    def head(self) -> tuple[int, ...]:
        """The lines above the text."""
        return tuple(at for at in range(self.first) if self.kinds[at] == LINE)

    @cached_property
    def scraped(self) -> bool:
        """Whether the page has chrome; a text copied from paper has no pictures and no lists."""
        return any(not _CHROME.isdisjoint(own) for own in self.notes)

    @cached_property
    def stopped(self) -> bool:
        """Whether the paragraphs of the page end as sentences, so that what does not is none."""
        long = [n for n, size in zip(self.notes, self.sizes, strict=True) if size > LONGEST_LINE]
        ended = sum(not ENDS.isdisjoint(own) for own in long)
        return bool(long) and ended >= STOPPED * len(long)

    def stands_apart(self, at: int) -> bool:
        """Whether `at` is no closer to what stands above it than to what stands below, as the line
        of a caption below its credit is."""
        above, below = (self.reading.blocks[place].gap.count("\n") for place in (at, at + 1))
        return above >= below

    def below_a_row(self, at: int) -> bool:
        """Whether `at` opens a line, and what stands before it was parted by blanks."""
        blocks = self.reading.blocks
        return at > 0 and "\n" in blocks[at].gap and "\n" not in blocks[at - 1].gap

    def is_labelled(self, at: int) -> bool:
        """Whether block `at` has the label of a picture's source: «صدر الصورة، Getty Images»."""
        head = fold(self.reading.blocks[at].line[:40])
        return bool(self.reading.lexicon.credits.labels.match(head))

    def kind_below(self, at: int) -> int:
        """The kind of the nearest block below that is not known by its words."""
        below = self.kinds[at + 1 : at + NEAR]
        return next((kind for kind in below if kind != KNOWN), KNOWN)


def _kind(size: int, notes: Sequence[str], exact: bool) -> int:
    if not _KNOWN.isdisjoint(notes):
        return KNOWN
    opens = not _OPENS.isdisjoint(notes)
    if size > LONG and "opens with a verb" in notes:
        return SENTENCE
    calls = "asks" in notes or (exact and "trails off" in notes)  # as teasers do elsewhere
    if size > SHORTEST_SENTENCE and opens and calls:
        return SENTENCE
    if size > LONGEST_LINE or ("ends a sentence" in notes and size > SHORTEST_SENTENCE):
        return SENTENCE
    ends = not ENDS.isdisjoint(notes) and "ends with a colon" not in notes
    return SENTENCE if size > LONG and ends else LINE


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
