"""What articles print, as rows: a token for every line, cut into a head, a body and a tail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, field, frozen

from ..fields import date
from .reading import LONG, Line, Sample
from .words import Vocabulary, enough

BODY = ("paragraph", "figure", "subheading", "quote", "list_item", "embed")
TEXT = frozenset({"paragraph", "quote", "list_item"})
_REPEATED = frozenset({"headline", "lead_image", "subtitle"})  # fields that templates print twice


@frozen
class Token:
    """One place of a template: a field (`again`: printed once more), or a word in quotes."""

    name: str
    again: bool = False
    word: bool = False

    def __str__(self) -> str:
        return f'"{self.name}"' if self.word else f"={self.name}" if self.again else self.name


RELATED = Token("related")  # a rule, where the other tokens are fields


@frozen
class Printed:
    """A token on one page; `gap` is what stands before it, `None` where that is not known."""

    token: Token
    gap: str | None = None
    line: Line = field(default=Line(""), eq=False, repr=False)


Row: TypeAlias = tuple[Printed, ...]


@frozen
class Parts:
    """One article as it is printed. `items` are its related stories, `seen` those in the body."""

    head: Row = ()
    body: Row = ()
    tail: Row = ()
    items: tuple[Row, ...] = ()
    markers: Row = ()
    seen: tuple[Row, ...] = ()
    inside: Row = ()  # related stories in the body and what announces them


def rows(samples: Iterable[Sample], words: Vocabulary) -> list[Row]:
    """What every article of `samples` that has a headline and a text prints, in order."""
    found = []
    for sample in samples:
        for number in range(len(sample.page.articles)):
            row = _row(sample, number, words)
            names = {printed.token.name for printed in row}
            if "headline" in names and not TEXT.isdisjoint(names):
                found.append(row)
    return found


def _row(sample: Sample, number: int, words: Vocabulary) -> Row:
    """What is printed from the first field of an article to its last."""
    row: list[Printed] = []
    buttons = words.printed
    places = [
        at
        for at, line in enumerate(sample.lines)
        if line.article == number and (line.field or line.key in buttons)
    ]
    known: int | None = None  # the block that the gap of the next one is counted from
    for at in range(places[0], places[-1] + 1) if places else ():
        line = sample.lines[at]
        token = _token(line, buttons, words)
        if token is None or line.picture:
            continue
        gap = line.gap if known == at - 1 or _nothing_between(sample, known, at) else None
        row.append(Printed(token, gap, line))
        known = at
    return tuple(_with_headlines(row))


def _with_headlines(row: Iterable[Printed]) -> Iterator[Printed]:
    """What says the same as the headline is a printing of it, whatever it was read as."""
    row = list(row)
    headline = next((p.line.text for p in row if p.token.name == "headline"), None)
    again = False
    for printed in row:
        if printed.line.text == headline and printed.line.item is None:
            printed = evolve(printed, token=Token("headline", again))
            again = True
        yield printed


def words_above(samples: Sequence[Sample], words: Vocabulary) -> list[str]:
    """The printed words that stand above the text, on most pages."""
    above: Counter[str] = Counter()
    for sample in samples:
        text = next((at for at, line in enumerate(sample.lines) if line.is_sentence), 0)
        above.update({line.key for line in sample.lines[:text]})
    often = enough(len(samples))
    return [word for key, word in words.printed.items() if above[key] >= often]


def _nothing_between(sample: Sample, before: int | None, at: int) -> bool:
    return before is not None and all(line.picture for line in sample.lines[before + 1 : at])


def _token(line: Line, buttons: Mapping[str, str], words: Vocabulary) -> Token | None:
    label = next((label for label in words.labels if line.text.startswith(label)), None)
    if label and len(line.text) <= LONG and date.find(line.text):
        return Token("published")
    if line.field is None:
        word = buttons.get(line.key)
        return Token(word, word=True) if word else None
    return Token(line.field, line.again and line.field in _REPEATED)


def parts_of(row: Row) -> Parts:
    """Head, body and tail: the body is from the first text to the last, with what it holds."""
    names = [printed.token.name if not printed.token.word else "" for printed in row]
    texts = [at for at, name in enumerate(names) if name in TEXT and row[at].line.item is None]
    start, end = texts[0], texts[-1] + 1
    while start and names[start - 1] == "subheading":
        start -= 1
    while end < len(row) and names[end] in BODY and row[end].line.item is None:
        end += 1
    inside = [p for p in row[start:end] if p.token.name in BODY and p.line.item is None]
    return Parts(
        head=_leads(p for p in row[:start] if p.line.item is None and p.token.name != "marker"),
        body=tuple(inside),
        tail=tuple(_with_related(row[end:])),
        items=tuple(_items(row[end:])),
        markers=tuple(p for p in row[end:] if p.token.name == "marker"),
        seen=tuple(_items(row[start:end])),
        inside=tuple(p for p in row[start:end] if p.token.name not in BODY),
    )


def _with_related(row: Row) -> Iterator[Printed]:
    """The tail, with all related stories and what announces them as one."""
    told = False
    for printed in row:
        if printed.line.item is None and printed.token.name != "marker":
            yield printed
        elif not told:
            told = True
            yield evolve(printed, token=RELATED)


def _leads(head: Iterable[Printed]) -> Row:
    """A picture above the text is the lead."""
    again: set[str] = set()
    found = []
    for printed in head:
        if printed.token.name == "figure":
            text = printed.line.text
            printed = evolve(printed, token=Token("lead_image", text in again))
            again.add(text)
        found.append(printed)
    return tuple(found)


def _items(row: Row) -> Iterator[Row]:
    """The related stories in a row, each a row."""
    item: list[Printed] = []
    for printed in row:
        if printed.line.item is None:
            continue
        if item and printed.line.item != item[-1].line.item:
            yield tuple(item)
            item = []
        item.append(printed)
    if item:
        yield tuple(item)
