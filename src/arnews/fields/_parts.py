"""What the pieces of bylines may be."""

from __future__ import annotations

from attrs import frozen

from ._segments import Segment

#: What a part may be. NOBODY stands where a name stands and names nobody («وكالات»); WEAK is known
#: by its form alone: a short run of words that no sentence has.
PLACE, PAPER, AGENCY, PERSON = "place", "paper", "agency", "person"
LABEL, JOB, SOURCE, NOBODY = "label", "job", "source", "nobody"
INITIALS, SECTION, WEAK = "initials", "section", "weak"


@frozen
class Part:
    """A piece of a segment: `kinds` it may be, best first; `sure` unless it goes by form alone."""

    kinds: tuple[str, ...]
    text: str
    segment: Segment
    agency: str | None = None
    sure: bool = True

    def may_be(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)
