"""Finds the dates in a text, and what their labels say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from typing import NamedTuple

from ... import lexicon as lexicons
from ...arguments import check
from ...folding import fold, fold_with_offsets
from ...lexicon import Lexicon
from ...model import Moment
from ...patterns import pattern
from .resolve import to_moment
from .tag import Clock, Day, Distance, Label, Part, Weekday, lower, tag

LONGEST = 20_000  # characters in which dates are looked for
_FAR = 30  # characters between the parts of one date
_WORD = pattern(r"\p{L}{2,}+")


class Found(NamedTuple):
    """A date inside a text: `start` and `end` count its characters; `kind` is what a label says."""

    start: int
    end: int
    moment: Moment
    kind: str | None = None  # "published", "modified"


class _Group(NamedTuple):
    """The parts of one date, with the kind that a label before them says."""

    kind: str | None
    parts: list[Part]


def find(
    text: str, *, reference: datetime | None = None, lexicon: Lexicon | None = None
) -> tuple[Found, ...]:
    """Every absolute date in `text`, and relative ones after a label, in order.

    «نشر بتاريخ: 08/05/2019 ( آخر تحديث: 11/05/2019 )» has two, "published" and "modified". A time
    of day that a label parts from its date («12 نوفمبر 2009، آخر تحديث 20:00») makes a second
    moment. Linear in the text; only its first 20,000 characters are searched. Raises `BadArgument`
    for a `text` or `reference` of another type.

    >>> text = "وقع الحادث الأول في 4 أبريل 1984، والثاني في 9 مايو 1991."
    >>> [(found.moment.iso, text[found.start : found.end]) for found in find(text)]
    [('1984-04-04', '4 أبريل 1984'), ('1991-05-09', '9 مايو 1991')]
    """
    check("text", text, str, "the text of a page as str")
    check("reference", reference, (datetime, type(None)), "a datetime, or None")
    language = lexicon or lexicons.default()
    text = text[:LONGEST]
    folded = lower(fold(text))
    parts = tag(folded, language)
    groups = list(_dated(_groups(folded, parts, language.calendar.words["fillers"])))
    if not groups:
        return ()
    shadow = fold_with_offsets(text)
    found: list[Found] = []
    for kind, group in groups:
        start, end = shadow.span(group[0].start, group[-1].end)
        raw = text[start:end].strip()
        if moment := to_moment(raw, group, reference, group[0].start):
            found.append(Found(start, start + len(raw), moment, kind))
    return tuple(found)


def time_after(day: Moment, text: str, *, lexicon: Lexicon | None = None) -> Moment | None:
    """The time of day `text` («14:59 (توقيت مكة)»), on the day that is printed before it;
    `None` if it is none («بعد أسبوع»)."""
    language = lexicon or lexicons.default()
    label = min(language.calendar.words["modified"])  # without one the two would be one moment
    found = find(f"{day.raw}، {label}: {text}", lexicon=language)
    timed = len(found) == 2 and isinstance(found[1].moment.value, datetime)
    return found[1].moment if timed else None


def _groups(text: str, parts: Sequence[Part], fillers: Set[str]) -> Iterator[_Group]:
    """The parts of `text` by the date they belong to."""
    current = _Group(None, [])
    for part in parts:
        if isinstance(part, Label):
            if current.parts and text[current.parts[-1].end : part.start] == " :":
                current = current._replace(kind=part.kind)  # «08:05 :آخر تحديث», turned around
                continue
            yield current
            current = _Group(part.kind, [])
            continue
        if current.parts and _is_parted(text, current.parts, part, fillers):
            yield current
            current = _Group(None, [])
        current.parts.append(part)
    yield current


def _is_parted(text: str, group: list[Part], part: Part, fillers: Set[str]) -> bool:
    """Whether `part` belongs to another date than the parts of `group` before it."""
    between = text[group[-1].end : part.start]
    if len(between) > _FAR or "\n" in between:
        return True
    if any(word not in fillers for word in _WORD.findall(between)):
        return True
    if isinstance(part, Day):
        return part.is_again_in(group)
    return isinstance(part, Clock) and any(isinstance(old, Clock) for old in group)


def _dated(groups: Iterator[_Group]) -> Iterator[_Group]:
    """Groups that hold a date; a labelled time takes its day from the date before it."""
    day: Day | None = None
    for group in groups:
        days = [part for part in group.parts if isinstance(part, Day)]
        if days:
            day = days[0]
            yield group
        elif group.kind and any(isinstance(part, Distance | Weekday) for part in group.parts):
            yield group
        elif group.kind and day and group.parts and isinstance(group.parts[0], Clock):
            start = group.parts[0].start
            yield _Group(group.kind, [day._replace(start=start, end=start), *group.parts])
