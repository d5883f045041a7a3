"""The decision table of bylines: what a candidate is that may be several things.

Rules of the file. The first row that fits a candidate decides. A row asks what the candidate may
be, which kinds the settled others are, and what is beside it. What the tables know (AMBIGUOUS) is
what the others leave open; what is known by its form alone (UNKNOWN) needs a settled one beside it.
Each row has an example, on which the tests try it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .candidate import Candidate, Kind

LONGEST_GUESS = 3  # words of a place or paper in no table


class Context(NamedTuple):
    """A candidate with its neighbours and the kinds of all others that are settled."""

    candidate: Candidate
    before: Candidate | None
    after: Candidate | None
    others: frozenset[Kind]

    @property
    def is_bracketed(self) -> bool:
        return self.candidate.segment.wrap == "bracket"

    def follows(self, kind: Kind, marks: str = "") -> bool:
        """Whether the candidate before is of that kind, with one of `marks` between if any."""
        fits = self.before is not None and self.before.kind == kind
        return fits and (not marks or self.candidate.segment.follows(marks))

    def precedes(self, kind: Kind, marks: str = "", *, wrap: str = "") -> bool:
        """The same of the candidate after, which stands in a `wrap` if any."""
        if self.after is None or self.after.kind != kind:
            return False
        wrapped = not wrap or self.after.segment.wrap == wrap
        return wrapped and (not marks or self.candidate.segment.closes(marks))

    @property
    def is_listed(self) -> bool:
        return self.candidate.segment.follows(",") or self.candidate.segment.closes(",")

    @property
    def words(self) -> int:
        """The number of words that no bracket wraps."""
        return 0 if self.is_bracketed else len(self.candidate.text.split())

    def is_beside(self, kind: Kind, marks: str) -> bool:
        return self.follows(kind, marks) or self.precedes(kind, marks)


def _among_persons(c: Context) -> bool:
    """Listed with a person by a comma, or joined to one by «و»."""
    segment = c.candidate.segment
    joined = (
        other.kind == Kind.PERSON
        for other in (c.before, c.after)
        if other is not None and other.segment is segment
    )
    return c.is_beside(Kind.PERSON, ",") or any(joined)


def _among_places(c: Context) -> bool:
    return c.is_beside(Kind.PLACE, ",/") and not c.candidate.may_be(Kind.PERSON)


class Decision(NamedTuple):
    """A candidate that may be all of `options` is `kind`, where another one is of the kinds
    `beside` (if any are named), none is of the kinds `without`, and `when` holds.

    `example` is a text in which this row decides on the candidate `decided`.
    """

    example: str
    decided: str
    options: tuple[Kind, ...]
    kind: Kind
    beside: frozenset[Kind] = frozenset()
    without: frozenset[Kind] = frozenset()
    when: Callable[[Context], bool] | None = None

    def fits(self, c: Context) -> bool:
        return (
            c.candidate.may_be_all(self.options)
            and (not self.beside or not self.beside.isdisjoint(c.others))
            and self.without.isdisjoint(c.others)
            and (self.when is None or self.when(c))
        )


def _all_but(*kinds: Kind) -> frozenset[Kind]:
    return frozenset(Kind).difference(kinds)


PLACE, PAPER, AGENCY, PERSON = Kind.PLACE, Kind.PAPER, Kind.AGENCY, Kind.PERSON
LABEL, JOB, SOURCE, NOBODY, WORDS = Kind.LABEL, Kind.JOB, Kind.SOURCE, Kind.NOBODY, Kind.WORDS
HOUSES = frozenset({PAPER, AGENCY})
SIGNERS = HOUSES | {PERSON}

# fmt: off
#: Candidates that the tables know as several things; where no row fits, the first of them.
AMBIGUOUS = (
    Decision("نقلا عن «الشرق الأوسط» السعودية", "السعودية",
             (NOBODY,), NOBODY, frozenset({SOURCE})),
    Decision("صور: تغطية: خالد حداد", "صور",
             (LABEL, PLACE), PLACE, frozenset({LABEL})),
    Decision("المدينة المنورة ـ الرياض", "الرياض",
             (PLACE, PAPER), PAPER, frozenset({PLACE}), HOUSES, lambda c: not c.is_listed),
    Decision("خالد حداد - صنعاء - قنا", "قنا",
             (PLACE, AGENCY), AGENCY, frozenset({PLACE}), HOUSES, lambda c: not c.is_listed),
    Decision("خالد حداد (الرياض)", "الرياض",
             (PLACE, PAPER), PLACE),
    Decision("خالد حداد - قنا", "قنا",
             (PLACE, AGENCY), PLACE, SIGNERS),
    Decision("المصدر: الجزيرة", "الجزيرة",
             (PAPER, AGENCY), AGENCY, frozenset({SOURCE})),
)

#: Candidates known by their form alone; where no row fits, the text is no byline.
UNKNOWN = (
    Decision("لندن: خالد حداد، سيروان كوجري", "سيروان كوجري",
             (PERSON,), PERSON, _all_but(PERSON), when=_among_persons),
    Decision("سيؤول، الخورمالة: خالد حداد", "الخورمالة",
             (WORDS,), PLACE, when=_among_places),
    Decision("خورمالة - لندن: «الوئام»", "خورمالة",
             (WORDS,), PLACE, HOUSES,
             when=lambda c: " " not in c.candidate.text and c.is_beside(PLACE, "-,")),
    Decision("لندن (خورمالة): خالد حداد", "خورمالة",
             (WORDS,), PLACE, when=lambda c: c.is_bracketed and c.follows(PLACE)),
    Decision("خورمالة القديمة (العراق): خالد حداد", "خورمالة القديمة",
             (WORDS,), PLACE, SIGNERS, when=
             lambda c: c.words > 0 and c.precedes(PLACE, wrap="bracket")),
    Decision("خالد حداد (خورمالة)", "خورمالة",
             (WORDS,), PLACE, SIGNERS | {NOBODY}, frozenset({PLACE}), lambda c: c.is_bracketed),
    Decision("حوار: سيروان كوجري", "سيروان كوجري",
             (PERSON,), PERSON, frozenset({LABEL}), when=lambda c: c.words > 1),
    Decision("لندن - سيروان كوجري", "سيروان كوجري",
             (PERSON,), PERSON, HOUSES | {PLACE, JOB}, frozenset({PERSON}),
             lambda c: c.words > 1),
    Decision("متابعة: البوابة الخضراء", "البوابة الخضراء",
             (WORDS,), PAPER, frozenset({LABEL}), HOUSES,
             lambda c: c.words > 0 and c.candidate.text.startswith("ال")),
    Decision("وكالات - شبابيك", "شبابيك",
             (WORDS,), PAPER, frozenset({NOBODY}), _all_but(NOBODY), lambda c: c.words > 0),
    Decision("دبي - البوابة الخضراء", "البوابة الخضراء",
             (WORDS,), PAPER, frozenset({PLACE}), HOUSES,
             lambda c: 0 < c.words <= LONGEST_GUESS),
    Decision("خالد حداد - خورمالة", "خورمالة",
             (WORDS,), PLACE, SIGNERS, frozenset({PLACE}),
             lambda c: 0 < c.words <= LONGEST_GUESS and not _among_persons(c)),
)
# fmt: on


def decide(context: Context) -> Decision | None:
    """The row that decides on the candidate of `context`, or `None` if no row fits."""
    table = AMBIGUOUS if context.candidate.sure else UNKNOWN
    return next((row for row in table if row.fits(context)), None)
