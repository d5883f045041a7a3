"""Dates as Arabic news prints them: every calendar, month name and digit, absolute or relative.

parse("الأربعاء 15 شوال 1445هـ الموافق 24 إبريل 2024م")
parse("منذ ساعتين", reference=datetime(2025, 3, 18, 21, 40))
find("نشر بتاريخ: 08/05/2019 ( آخر تحديث: 11/05/2019 الساعة: 09:36 )")
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import regex
from attrs import evolve, frozen

from ... import lexicon as lexicons
from ...folding import Folded, fold, fold_with_offsets
from ...lexicon import Lexicon
from ...model import Moment
from .parts import Clock, Day, Distance, Label, Part, Weekday, read
from .printing import STYLES, format
from .resolving import offset_in, resolve
from .samples import SAMPLES

__all__ = ["SAMPLES", "STYLES", "Found", "find", "format", "offset_in", "parse", "time_after"]

LONGEST = 200  # characters of a text that as a whole is a date
LONGEST_SEARCHED = 20_000  # characters in which dates are looked for
_FAR = 30  # characters between the parts of one date
_MOST_WORDS = 6  # words around a date: a place, an agency, an issue's number
_WORD = regex.compile(r"\p{L}{2,}+")
# Words that stand between the parts of a date, folded.
_FILLERS = frozenset(
    (
        "الموافق",
        "في",
        "الساعه",
        "تمام",
        "عند",
        "بتوقيت",
        "توقيت",
        "من",
        "عام",
        "سنه",
        "يوم",
        "اليوم",
    )
)


@frozen
class Found:
    """A date inside a text: `start` and `end` count its characters; `kind` is what a label says."""

    start: int
    end: int
    moment: Moment
    kind: str | None = None  # "published", "modified"


def parse(
    text: str, *, reference: datetime | None = None, lexicon: Lexicon | None = None
) -> Moment | None:
    """The date that `text` as a whole is, with the labels, place or agency it may stand beside.

    Relative dates («منذ ساعتين») and dates without a year are counted from `reference`, aware or
    naive; without it their `value` is `None`. A printed zone gives an aware `datetime` with a
    fixed offset. Text that is no date, or an impossible one, gives `None`.
    """
    language = lexicon or lexicons.default()
    raw = text.strip()
    if not raw or len(raw) > LONGEST:
        return None
    folded = _lower(fold(raw))
    parts = read(folded, language)
    if not _is_all(folded, parts):
        return None
    group = _first_group(parts)
    value = resolve(group, reference)
    if value is None:
        return None
    hijri = _hijri(group)
    printed = _printed(raw, fold_with_offsets(raw), hijri) if hijri else None
    return Moment(raw, value.value, printed, value.partial)


def find(
    text: str, *, reference: datetime | None = None, lexicon: Lexicon | None = None
) -> tuple[Found, ...]:
    """Every absolute date in `text`, and relative ones after a label, in order.

    A time of day that a label parts from its date («12 نوفمبر 2009، آخر تحديث 20:00») makes a
    second moment. Linear in the text; only its first 20,000 characters are searched.
    """
    language = lexicon or lexicons.default()
    text = text[:LONGEST_SEARCHED]
    folded = _lower(fold(text))
    groups = _groups(folded, read(folded, language))
    if not groups:
        return ()
    shadow = fold_with_offsets(text)
    found: list[Found] = []
    for kind, group in groups:
        value = resolve(group, reference)
        if value is None:
            continue
        start, end = shadow.span(group[0].start, group[-1].end)
        raw = text[start:end].strip()
        hijri = _hijri(group)
        printed = _printed(text, shadow, hijri) if hijri else None
        moment = Moment(raw, value.value, printed, value.partial)
        found.append(Found(start, start + len(raw), moment, kind))
    return tuple(found)


def time_after(day: Moment, text: str, *, lexicon: Lexicon | None = None) -> Moment | None:
    """The time of day `text` («14:59 (توقيت مكة)»), on the day that is printed before it."""
    language = lexicon or lexicons.default()
    label = min(language.calendar.words["modified"])  # without one the two would be one moment
    found = find(f"{day.raw}، {label}: {text}", lexicon=language)
    return found[1].moment if len(found) == 2 else None


def _lower(folded: str) -> str:
    """`folded` in lower case and of the same length: «İ» is the one letter that grows."""
    return folded.replace("İ", "I").lower()


def _hijri(group: list[Part]) -> Day | None:
    return next((part for part in group if isinstance(part, Day) and part.hijri), None)


def _printed(text: str, shadow: Folded, part: Part) -> str:
    """What of `text` the part found in its shadow is."""
    start, end = shadow.span(part.start, part.end)
    return text[start:end].strip()


def _is_all(text: str, parts: Sequence[Part]) -> bool:
    """Whether little but `parts` stands in `text`: beside a bare day or distance, nothing."""
    absolute = any(isinstance(part, Day) for part in parts)
    if not absolute and not any(isinstance(part, Distance | Weekday) for part in parts):
        return False
    rest, at = [], 0
    for part in parts:
        rest.append(text[at : part.start])
        at = part.end
    rest.append(text[at:])
    words = [word for word in _WORD.findall(" ".join(rest)) if word not in _FILLERS]
    whole = any(isinstance(part, Day) and part.day for part in parts)
    return len(words) <= (_MOST_WORDS if whole else 0)


def _first_group(parts: Sequence[Part]) -> list[Part]:
    """The parts of the first date: up to the next Gregorian day after it."""
    group: list[Part] = []
    for part in parts:
        if isinstance(part, Day) and _has_same_calendar(group, part):
            break
        if not isinstance(part, Label):
            group.append(part)
    return group


def _has_same_calendar(group: list[Part], day: Day) -> bool:
    return any(isinstance(part, Day) and part.hijri == day.hijri for part in group)


def _groups(text: str, parts: Sequence[Part]) -> list[tuple[str | None, list[Part]]]:
    """The parts of `text` by the date they belong to, with the kind that a label tells."""
    groups: list[tuple[str | None, list[Part]]] = []
    kind: str | None = None
    current: list[Part] = []
    for part in parts:
        if isinstance(part, Label):
            if current:
                groups.append((kind, current))
            current, kind = [], part.kind
            continue
        if current and _parted(text, current, part):
            groups.append((kind, current))
            current, kind = [], None
        current.append(part)
    groups.append((kind, current))
    return _with_borrowed_days([(kind, group) for kind, group in groups if group])


def _parted(text: str, group: list[Part], part: Part) -> bool:
    between = text[group[-1].end : part.start]
    if len(between) > _FAR or "\n" in between:
        return True
    if any(word not in _FILLERS for word in _WORD.findall(between)):
        return True
    if isinstance(part, Day):
        return _has_same_calendar(group, part)
    return isinstance(part, Clock) and any(isinstance(old, Clock) for old in group)


def _with_borrowed_days(
    groups: list[tuple[str | None, list[Part]]],
) -> list[tuple[str | None, list[Part]]]:
    """Groups that hold a date; a labelled time takes its day from the date before it."""
    kept: list[tuple[str | None, list[Part]]] = []
    day: Day | None = None
    for kind, group in groups:
        days = [part for part in group if isinstance(part, Day)]
        if days:
            day = days[0]
            kept.append((kind, group))
        elif kind and any(isinstance(part, Distance | Weekday) for part in group):
            kept.append((kind, group))
        elif kind and day and isinstance(group[0], Clock):
            borrowed = evolve(day, start=group[0].start, end=group[0].start)
            kept.append((kind, [borrowed, *group]))
    return kept
