"""When pieces of one kind alone are a dateline: a writer, a place, a paper, an agency.

Each rule gets the settled parts, their last segment, the head of the paragraph and the lexicon.
"""

from __future__ import annotations

import regex

from ..folding import fold
from ..lexicon import Lexicon
from ._parts import AGENCY, PAPER, PERSON, PLACE, Part
from ._segments import Segment

_SECOND_DASH = regex.compile(r"\s[-‐‑‒–—―−ـ]|[-‐‑‒–—―−]\s")
_FIRST_WORD = regex.compile(r"\W*+([^\W_]++)")


def _first_word(head: str, last: Segment) -> str:
    found = _FIRST_WORD.match(head, last.stop)
    return fold(found.group(1)) if found else ""


def _person_alone(parts: list[Part], last: Segment, head: str, lexicon: Lexicon) -> bool:
    """A writer before a dash or on a line of his own; before a colon he is a speaker."""
    if any(not part.sure or part.segment.wrap for part in parts) or last.closes(":/|"):
        return False
    if last.closes("\n"):
        return True
    rest = fold(head[last.stop : last.stop + 20])
    formula = rest.startswith(lexicon.names.formulas)
    return not formula and not _SECOND_DASH.search(head, last.stop)


def _place_alone(parts: list[Part], last: Segment, head: str, lexicon: Lexicon) -> bool:
    """A city before a dash; before a colon, or a country, only if a verb opens the sentence."""
    places = lexicon.places
    opened = _first_word(head, last) in lexicon.names.openers
    if opened and last.closes(":-/"):
        return True
    name = parts[0].text
    if last.closes(":\n|") or not last.closes("-/"):
        return False
    return not (places.is_country(name) or places.is_ordinary(name))


def _paper_alone(parts: list[Part], last: Segment, head: str, lexicon: Lexicon) -> bool:
    """A paper of the tables that is no ordinary word, or one in brackets or quotes."""
    name = parts[0].text
    if parts[0].segment.wrap:
        return lexicon.papers.knows(name)
    return not lexicon.papers.is_ordinary(name)


def _agency_alone(parts: list[Part], last: Segment, head: str, lexicon: Lexicon) -> bool:
    """An agency whose name is a word too («وطنية - صدر عن …») only before a verb."""
    part = parts[0]
    if part.segment.wrap or not lexicon.agencies.is_ambiguous(part.text):
        return True
    return last.closes("-/") and _first_word(head, last) in lexicon.names.openers


#: What must hold where all parts of a dateline are of one kind.
RULES = {
    PERSON: _person_alone,
    PLACE: _place_alone,
    PAPER: _paper_alone,
    AGENCY: _agency_alone,
}
