"""What a piece of a byline may be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .tokenize import Segment


class Kind(StrEnum):
    """A kind of piece, with an example."""

    PLACE = "place"  # «موسكو»
    PAPER = "paper"  # «الشرق الأوسط»
    AGENCY = "agency"  # «رويترز»
    PERSON = "person"  # «رائد جبر»
    INITIALS = "initials"  # «م.ل»
    LABEL = "label"  # «كتب», «حوار»
    JOB = "job"  # «مراسلة أورينت»
    SOURCE = "source"  # «المصدر», «نقلا عن»
    NOBODY = "nobody"  # stands where a name stands and names nobody: «وكالات», «خاص»
    SECTION = "section"  # «رياضة»
    WORDS = "words"  # a short run of words that no sentence has: «زعفران كوجري»


#: Who publishes a story.
HOUSES = (Kind.PAPER, Kind.AGENCY)


class Candidate(NamedTuple):
    """A piece of a segment: the `kinds` it may be, best first; `sure` unless it goes by form alone.

    `agency` is the id of the agency that `text` names.
    """

    kinds: tuple[Kind, ...]
    text: str
    segment: Segment
    agency: str | None = None
    sure: bool = True

    @property
    def kind(self) -> Kind:
        """The best of the kinds; the only one once a byline is disambiguated."""
        return self.kinds[0]

    @property
    def is_settled(self) -> bool:
        return self.sure and len(self.kinds) == 1

    def may_be(self, *kinds: Kind) -> bool:
        return any(kind in self.kinds for kind in kinds)
