"""The elements that a site has its fields in: those that hold one field on most pages, and hardly
anything else.

An element is a tag with one class. Every line votes for its element, with the field that it was
read as; so the pages on which a field was missed or taken for another one are outvoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import regex
from attrs import Factory, define, frozen

from ..fields import credit, date
from ..lexicon.words import fold_label
from .reading import Line, Sample
from .rows import Parts, Row
from .settling import COME_AGAIN, SECTIONS, SHORT, SHORTEST_HEADLINE
from .words import FEWEST, QUOTES, Vocabulary, enough

HELD = 0.6  # of the lines in an element, share that are the field
HOLDS = 0.3  # of the lines of a field, share that stand in the element
LONGEST_HEADLINE = 150
ONE_A_PAGE = 1.5  # different lines a page in the element of a field that stands once
INNER = 2  # elements around a line that may be its own

#: A tag and a class.
Name: TypeAlias = tuple[str, str]

_CLASS = regex.compile(r"[\w-]++")
_SAME: Mapping[str, str] = {"lead_image": "caption", "figure": "caption"}
#: Fields that stand several times on a page: an element further out is that of the whole text.
_SEVERAL = frozenset(
    {"paragraph", "subheading", "quote", "list_item", "tag", "title"}
    | {"marker", "teaser", "caption"}
)

_SURE = frozenset({"headline", "published", "modified", "tag", "title", "marker"})
MOST = 0.8  # of the lines of an element, share that tells what all are
MOST_A_PAGE = 6  # sections that a page prints, one for each related story


@frozen
class Vote:
    """What one line says of the elements around it, the innermost first."""

    field: str | None
    names: tuple[tuple[Name, ...], ...]
    page: int
    at: int
    text: str
    inside: bool = False
    signed: bool = False
    above: bool = False
    opens: bool = False  # the first paragraph


def selectors(
    samples: Sequence[Sample], parts: Iterable[Parts], words: Vocabulary
) -> dict[str, tuple[str, int, int]]:
    """The element of each field, with how many of the lines in it are that field."""
    fields = dict(_fields(parts))
    votes = [vote for page, sample in enumerate(samples) for vote in _votes(sample, page, fields)]
    return _chosen(votes, words, len(samples))


def _votes(sample: Sample, page: int, fields: Mapping[int, str]) -> Iterator[Vote]:
    lines = sample.lines
    text = next((at for at, line in enumerate(lines) if line.field == "paragraph"), 0)
    for at, inside in enumerate(_inside(sample, fields)):
        line = lines[at]
        if line.text:
            pictured = any(near.picture for near in lines[max(0, at - 1) : at + 2])
            yield Vote(
                _common(fields.get(id(line), line.field)),
                tuple(_names(line)),
                page,
                at,
                line.text,
                inside,
                pictured or credit.parse(line.text).credit is not None,
                at < text,
                at == text,
            )


def _fields(parts: Iterable[Parts]) -> Iterator[tuple[int, str]]:
    """The fields of lines as many pages tell them."""
    for each in parts:
        rows: tuple[Row, ...] = (each.head, each.body, each.tail, *each.items, *each.seen)
        for row in rows:
            for printed in row:
                if not printed.token.word:
                    yield id(printed.line), printed.token.name


def _common(field: str | None) -> str | None:
    return _SAME.get(field or "", field)


def _inside(sample: Sample, fields: Mapping[int, str]) -> Iterator[bool]:
    """Whether each line stands between the first field of the page and the last."""
    places = [at for at, line in enumerate(sample.lines) if line.field or id(line) in fields]
    first, last = (places[0], places[-1]) if places else (0, -1)
    return (first <= at <= last for at in range(len(sample.lines)))


def _names(line: Line) -> Iterator[tuple[Name, ...]]:
    """The names of the elements around a line that layouts can tell."""
    for tag, classes in line.elements[:INNER]:
        yield tuple((tag, name) for name in classes if _CLASS.fullmatch(name))


def _chosen(
    votes: Sequence[Vote], words: Vocabulary, pages: int
) -> dict[str, tuple[str, int, int]]:
    """The best element of each field, and those of no article."""
    best: dict[str, tuple[float, Box]] = {}
    boxes = _boxes(votes)
    for box in boxes:
        box.settle(words)
    _find_headline(boxes, pages)
    lines = sum((box.held for box in boxes if box.depth == 0), Counter[str | None]())
    for box in boxes:
        field, right = box.winner
        if field is None or not box.believed or right < HOLDS * lines[field]:
            continue
        worth = 2 * right / (box.lines + lines[field])
        if worth > best.get(field, (0.0, box))[0]:
            best[field] = (worth, box)
    chosen = {field: box for field, (_, box) in sorted(best.items())}
    found = {field: (box.selector, box.winner[1], box.lines) for field, box in chosen.items()}
    outside = [box for box in boxes if box.is_chrome(pages)]
    if outside:
        told = ", ".join(box.selector for box in outside)
        found["chrome"] = (told, sum(b.winner[1] for b in outside), sum(b.lines for b in outside))
    return found


def _boxes(votes: Iterable[Vote]) -> list[Box]:
    """Every name of an element with what stands in it, in order of name."""
    found: dict[Name, Box] = {}
    for vote in votes:
        for depth, names in enumerate(vote.names):
            for name in names:
                found.setdefault(name, Box(name)).add(vote, depth)
    return [found[name] for name in sorted(found)]


def _find_headline(boxes: Sequence[Box], pages: int) -> None:
    """Where no headline was read: the innermost element that could be one, the first on pages."""
    if any(box.winner[0] == "headline" for box in boxes):
        return
    fit = [box for box in boxes if box.could_be_headline(pages)]
    if fit:
        min(fit, key=lambda box: (box.depth, box.first)).name_all("headline")


@define
class Box:
    """All elements of one name, and the lines in them."""

    name: Name
    held: Counter[str | None] = Factory(Counter)
    pages: dict[str | None, set[int]] = Factory(dict)
    texts: set[tuple[int, str]] = Factory(set)
    depth: int = INNER
    first: int = 10**9  # the place of its first line
    inside: int = 0  # lines between the first field of an article and its last
    signed: int = 0  # lines with a credit, or a picture beside them
    above: int = 0  # lines above the text
    opening: int = 0  # lines that are the first paragraph
    told: bool = False  # the texts tell the field

    def add(self, vote: Vote, depth: int) -> None:
        self.held[vote.field] += 1
        self.pages.setdefault(vote.field, set()).add(vote.page)
        self.texts.add((vote.page, vote.text))
        self.depth = min(self.depth, depth)
        self.first = min(self.first, vote.at)
        self.inside += vote.inside
        self.signed += vote.signed
        self.above += vote.above
        self.opening += vote.opens

    def settle(self, words: Vocabulary) -> None:
        """All the lines as one field, if their texts tell it and their votes do not."""
        named = self.named(words)
        if named and named != self.winner[0]:
            self.name_all(named)

    def name_all(self, field: str) -> None:
        self.told = True
        self.pages = {field: self.pages_with}
        self.held = Counter({field: self.lines})

    def could_be_headline(self, pages: int) -> bool:
        """Whether the lines stand above the text, one on each page, and are all different."""
        texts = {text for _, text in self.texts}
        return (
            self.above == self.lines
            and len(self.texts) == len(texts) == pages
            and all(SHORTEST_HEADLINE <= len(t) <= LONGEST_HEADLINE for t in texts)
            and not any(text.endswith(".") or date.parse(text) for text in texts)
        )

    @property
    def selector(self) -> str:
        return ".".join(self.name)

    @property
    def lines(self) -> int:
        return self.held.total()

    @property
    def winner(self) -> tuple[str | None, int]:
        """The field that most lines are, and how many."""
        return max(self.held.items(), key=lambda entry: (entry[1], str(entry[0])))

    @property
    def a_page(self) -> float:
        """Different lines a page."""
        return len(self.texts) / len(self.pages_with)

    @property
    def believed(self) -> bool:
        """Whether the lines are what most of them are."""
        field, right = self.winner
        several = field in _SEVERAL
        return (
            right >= HELD * self.lines
            and len(self.pages[field]) >= FEWEST
            and (self.told or (self.depth == 0 if several else self.a_page <= ONE_A_PAGE))
        )

    @property
    def is_alone_above(self) -> bool:
        """Whether one line a page stands above the text, and not always the same one."""
        several = len({text for _, text in self.texts}) > 1
        return self.above == self.lines and self.a_page <= 1 and several

    @property
    def is_deck(self) -> bool:
        """Whether nothing but the first text of pages stands here, and ends as no text does."""
        stopped = sum(text.endswith(".") for _, text in self.texts)
        first = self.opening + self.above == self.lines
        return first and self.a_page <= 1 and 2 * stopped < len(self.texts)

    @property
    def pages_with(self) -> set[int]:
        return {page for page, _ in self.texts}

    def is_chrome(self, pages: int) -> bool:
        """Whether no line stands in an article, and there are several on most pages."""
        with_it = self.pages_with
        return not self.inside and len(with_it) >= enough(pages) and len(self.texts) > len(with_it)

    def named(self, words: Vocabulary) -> str | None:
        """The field that the texts are, where they tell it better than one page does."""
        lines = [text for _, text in sorted(self.texts)]
        if not (self.inside or self.is_alone_above) or len(self.pages_with) < FEWEST:
            return None
        if _most(date.parse(text) is not None for text in lines):
            return "published"
        if _most(text[0] in QUOTES and text[-1] in '»"”' for text in lines):
            return "quote"
        if self.winner[0] == "caption" and not self.signed and self.a_page <= 1:
            return "subtitle"
        if self.winner[0] == "paragraph" and self.is_deck:
            return "subtitle"
        if self.winner[0] in _SURE or any(len(text) > SHORT for text in lines):
            return None
        return self._short(lines, words)

    def _short(self, lines: Sequence[str], words: Vocabulary) -> str | None:
        """Section or kicker, if the lines are the same on several pages."""
        keys = [fold_label(text) for text in lines]
        sections = sum(word in words.section_keys for word in keys)
        if sections >= SECTIONS * len(keys) and self.a_page <= MOST_A_PAGE:
            return "section"
        times = Counter(keys)
        again = sum(times[word] > 1 for word in keys)
        alone = self.a_page <= 1 and len(times) > 1
        return "kicker" if alone and again >= COME_AGAIN * len(keys) else None


def _most(fit: Iterable[bool]) -> bool:
    told = list(fit)
    return sum(told) >= MOST * len(told)
