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
from attrs import frozen

from .order import Parts, Row
from .reading import Line, Sample
from .words import FEWEST

HELD = 0.6  # of the lines in an element, share that are the field
HOLDS = 0.3  # of the lines of a field, share that stand in the element
INNER = 2  # elements around a line that may be its own

#: A tag and a class.
Name: TypeAlias = tuple[str, str]

_CLASS = regex.compile(r"[\w-]++")
_SAME: Mapping[str, str] = {"lead": "caption", "figure": "caption"}
#: Fields whose element holds one line each: an element further out is that of the whole text.
_TEXT = frozenset({"paragraph", "subheading", "quote", "list_item", "tag", "title"})


@frozen
class Vote:
    """What one line says of the elements around it, the innermost first."""

    field: str | None
    names: tuple[tuple[Name, ...], ...]
    page: int


def selectors(
    samples: Sequence[Sample], parts: Iterable[Parts]
) -> dict[str, tuple[str, int, int]]:
    """The element of each field, with how many of the lines in it are that field."""
    fields = dict(_fields(parts))
    votes = [
        Vote(fields.get(id(line), line.field), tuple(_names(line)), page)
        for page, sample in enumerate(samples)
        for line in sample.lines
        if line.text
    ]
    return _chosen(votes)


def _fields(parts: Iterable[Parts]) -> Iterator[tuple[int, str]]:
    """The fields of lines as many pages tell them."""
    for each in parts:
        rows: tuple[Row, ...] = (each.head, each.body, each.tail, *each.items, *each.seen)
        for row in rows:
            for printed in row:
                if not printed.token.word:
                    yield id(printed.line), printed.token.name


def _names(line: Line) -> Iterator[tuple[Name, ...]]:
    """The names of the elements around a line that layouts can tell."""
    for tag, classes in line.elements[:INNER]:
        yield tuple((tag, name) for name in classes if _CLASS.fullmatch(name))


def _chosen(votes: Sequence[Vote]) -> dict[str, tuple[str, int, int]]:
    inside: dict[Name, Counter[str | None]] = {}
    pages: dict[tuple[Name, str | None], set[int]] = {}
    own: dict[Name, int] = {}
    for vote in votes:
        field = _SAME.get(vote.field or "", vote.field)
        for depth, names in enumerate(vote.names):
            for name in names:
                inside.setdefault(name, Counter())[field] += 1
                own[name] = min(own.get(name, depth), depth)
                pages.setdefault((name, field), set()).add(vote.page)
    lines = Counter(_SAME.get(vote.field or "", vote.field) for vote in votes)
    best: dict[str, tuple[float, Name]] = {}
    for name, held in sorted(inside.items()):
        field, right = max(held.items(), key=lambda entry: (entry[1], str(entry[0])))
        if field is None or (field in _TEXT and own[name]):
            continue
        believed = len(pages[name, field]) >= FEWEST and right >= HELD * held.total()
        if believed and right >= HOLDS * lines[field]:
            worth = 2 * right / (held.total() + lines[field])
            if worth > best.get(field, (0.0, name))[0]:
                best[field] = (worth, name)
    return {
        field: (".".join(name), inside[name][field], inside[name].total())
        for field, (_, name) in sorted(best.items())
    }
