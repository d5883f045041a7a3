"""The elements that a site has its fields in: those that hold one field on most pages, and hardly
anything else.

An element is a tag with one class. Every line votes for its elements with the field that it was
read as, so the pages on which a field was missed or taken for another one are outvoted. Where all
that an element holds has the form of one field (dates; one line a page that comes again on other
pages), it is that field, however it was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import evolve, frozen

from .. import lexicon
from ..fields import date
from ..lexicon.words import fold_label, fold_labels
from .sample import Line, Sample
from .words import FEWEST, QUOTES, Vocabulary, enough

HELD = 0.6  # of the lines in an element, share that are the field
HOLDS = 0.3  # of the lines of a field, share that the element must hold
ONE_A_PAGE = 1.5  # different lines a page in the element of a field that is printed once
INNER = 2  # elements around a line that may be its own
MOST = 0.8  # of the lines in an element, share whose form says what all are
AGAIN = 0.4  # of the lines, share that are names of sections, or come again on other pages
SHORTEST_HEADLINE, LONGEST_HEADLINE = 15, 150  # characters
SHORT = 40  # characters of a kicker or section at most
SECTIONS_A_PAGE = 6  # one for each related story

#: Fields printed several times on a page: an element further out is that of the whole text.
_SEVERAL = frozenset(
    {"paragraph", "subheading", "quote", "list_item", "tag", "title"}
    | {"marker", "teaser", "caption"}
)
_SAME = {"lead_image": "caption", "figure": "caption"}
#: Fields that are read so surely that the form of the lines says nothing more.
_SURE = frozenset({"headline", "published", "modified", "tag", "title", "marker"})

#: A selector, how many lines in it are the field, and of how many.
Found: TypeAlias = tuple[str, int, int]


def elements(samples: Sequence[Sample], words: Vocabulary) -> Mapping[str, Found]:
    """The element of each field, in order of name, and `chrome` for those of no article."""
    sections = lexicon.default().sections | fold_labels(words.sections)
    boxes = [_Box(name, votes, sections) for name, votes in sorted(_votes(samples).items())]
    if all(box.winner[0] != "headline" for box in boxes):
        boxes = list(_with_headline(boxes, len(samples)))
    lines: Counter[str | None] = Counter()
    for box in boxes:
        if box.depth == 0:
            lines.update(vote.field for vote in box.votes)
    best: dict[str, tuple[float, Found]] = {}
    for box in boxes:
        name, right = box.winner
        if name is None or not box.is_believed or right < HOLDS * lines[name]:
            continue
        worth = 2 * right / (len(box.votes) + lines[name])
        if worth > best.get(name, (0.0,))[0]:
            best[name] = worth, (box.selector, right, len(box.votes))
    found = {name: element for name, (_, element) in sorted(best.items())}
    chrome = [box for box in boxes if box.is_chrome(len(samples))]
    if chrome:
        size = sum(len(box.votes) for box in chrome)
        found["chrome"] = (", ".join(box.selector for box in chrome), size, size)
    return found


def _with_headline(boxes: Sequence[_Box], pages: int) -> Iterator[_Box]:
    """`boxes`, of which the innermost that may hold the headline does; the first on pages."""
    fit = [box for box in boxes if box.may_be_headlines(pages)]
    chosen = min(fit, key=lambda box: (box.depth, box.votes[0].place), default=None)
    for box in boxes:
        named = (evolve(vote, field="headline") for vote in box.votes)
        yield evolve(box, votes=tuple(named)) if box is chosen else box


@frozen
class _Vote:
    """What one line says of an element around it.

    `depth` is how far out the element is; `inside` marks a line between the first field of an
    article and its last, `above` one above the text, `first` the first paragraph.
    """

    field: str | None
    text: str
    page: int
    place: int
    depth: int
    inside: bool
    above: bool
    first: bool


def _votes(samples: Sequence[Sample]) -> Mapping[str, list[_Vote]]:
    """The votes of all lines by selector."""
    found: dict[str, list[_Vote]] = {}
    for page, sample in enumerate(samples):
        fields = [place for place, line in enumerate(sample.lines) if line.field]
        texts = [place for place in fields if sample.lines[place].field == "paragraph"]
        text = texts[0] if texts else 0
        for place, line in enumerate(sample.lines):
            name = _SAME.get(line.field or "", line.field)
            inside = bool(fields) and fields[0] <= place <= fields[-1]
            for depth, selector in _selectors(line):
                vote = _Vote(
                    name, line.text, page, place, depth, inside, place < text, place == text
                )
                found.setdefault(selector, []).append(vote)
    return found


def _selectors(line: Line) -> Iterator[tuple[int, str]]:
    """Each class of the elements around a line, with its tag and how far out it is."""
    for depth, around in enumerate(line.classes[:INNER]):
        tag, *names = around.split(".")
        for name in dict.fromkeys(names):
            yield depth, f"{tag}.{name}"


@frozen(slots=False)
class _Box:
    """All elements of one selector, and the lines in them."""

    selector: str
    votes: Sequence[_Vote]
    sections: frozenset[str]

    @property
    def depth(self) -> int:
        return min(vote.depth for vote in self.votes)

    @property
    def pages(self) -> int:
        return len({vote.page for vote in self.votes})

    @property
    def a_page(self) -> float:
        """Different lines a page."""
        return len({(vote.page, vote.text) for vote in self.votes}) / self.pages

    @cached_property
    def winner(self) -> tuple[str | None, int]:
        """The field that the lines are, and how many of them."""
        fields = Counter(vote.field for vote in self.votes)
        most, right = max(fields.items(), key=lambda entry: (entry[1], str(entry[0])))
        form = self.form(most)
        return (form, len(self.votes)) if form else (most, right)

    @property
    def is_believed(self) -> bool:
        """Whether the lines are what most of them are."""
        name, right = self.winner
        alone = self.depth == 0 if name in _SEVERAL else self.a_page <= ONE_A_PAGE
        return right >= HELD * len(self.votes) and self.pages >= FEWEST and alone

    def is_chrome(self, pages: int) -> bool:
        """Whether no line belongs to an article, and there are several on most pages."""
        outside = not any(vote.inside for vote in self.votes)
        return outside and self.pages >= enough(pages) and self.a_page > 1

    def form(self, read: str | None) -> str | None:
        """The field that the lines have the form of; `None` if it is the one they were `read` as,
        or no form says it."""
        inside = any(v.inside for v in self.votes) or all(v.above for v in self.votes)
        if not inside or self.pages < FEWEST or read in _SURE:
            return None
        forms = _FORMS if read == "paragraph" else [name for name in _FORMS if name != "subtitle"]
        return next((name for name in forms if _FORMS[name](self)), None)

    def are_dates(self) -> bool:
        return self.most(lambda text: date.parse(text) is not None)

    def are_quotes(self) -> bool:
        return self.most(lambda text: text[0] in QUOTES and text[-1] in '»"”')

    def are_sections(self) -> bool:
        named = sum(fold_label(vote.text) in self.sections for vote in self.votes)
        return (
            self.are_short and named >= AGAIN * len(self.votes) and self.a_page <= SECTIONS_A_PAGE
        )

    def are_kickers(self) -> bool:
        """Short lines, one a page, that come again on other pages."""
        times = Counter(fold_label(vote.text) for vote in self.votes)
        again = sum(count for count in times.values() if count > 1)
        alone = self.a_page <= 1 and len(times) > 1
        return self.are_short and alone and again >= AGAIN * len(self.votes)

    def are_decks(self) -> bool:
        """The first text of its page, mostly without a full stop."""
        stopped = sum(vote.text.endswith(".") for vote in self.votes)
        first = all(vote.above or vote.first for vote in self.votes) and not self.are_short
        return first and self.a_page <= 1 and 2 * stopped < len(self.votes)

    def may_be_headlines(self, pages: int) -> bool:
        """Lines above the text, one a page, that are all different and no sentences."""
        texts = {vote.text for vote in self.votes}
        return (
            all(vote.above for vote in self.votes)
            and self.pages == len(texts) == pages
            and self.a_page == 1
            and all(SHORTEST_HEADLINE <= len(text) <= LONGEST_HEADLINE for text in texts)
            and not any(text.endswith(".") or date.parse(text) for text in texts)
        )

    @property
    def are_short(self) -> bool:
        return all(len(vote.text) <= SHORT for vote in self.votes)

    def most(self, has_form: Callable[[str], bool]) -> bool:
        return sum(has_form(vote.text) for vote in self.votes) >= MOST * len(self.votes)


#: The forms of fields that generic reading takes for other ones, the surest first.
_FORMS: Mapping[str, Callable[[_Box], bool]] = {
    "published": _Box.are_dates,
    "quote": _Box.are_quotes,
    "section": _Box.are_sections,
    "kicker": _Box.are_kickers,
    "subtitle": _Box.are_decks,
}
