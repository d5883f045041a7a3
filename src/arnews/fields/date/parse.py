"""Reads a text that as a whole is a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import regex

from ... import lexicon as lexicons
from ...folding import fold
from ...lexicon import Lexicon
from ...model import Moment
from .resolve import to_moment
from .tag import FILLERS, Day, Distance, Label, Part, Weekday, lower, tag

LONGEST = 200  # characters of a text that as a whole is a date
_MOST_WORDS = 6  # words around a date: a place, an agency, an issue's number
_WORD = regex.compile(r"\p{L}{2,}+")


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
    folded = lower(fold(raw))
    parts = tag(folded, language)
    if not parts or not _is_all(folded, parts):
        return None
    return to_moment(raw, _first_group(parts), reference, raw)


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
    words = [word for word in _WORD.findall(" ".join(rest)) if word not in FILLERS]
    whole = any(isinstance(part, Day) and part.day for part in parts)
    return len(words) <= (_MOST_WORDS if whole else 0)


def _first_group(parts: Sequence[Part]) -> list[Part]:
    """The parts of the first date: up to the next day of a calendar that it has a day of."""
    group: list[Part] = []
    for part in parts:
        if isinstance(part, Day) and part.is_again_in(group):
            break
        if not isinstance(part, Label):
            group.append(part)
    return group
