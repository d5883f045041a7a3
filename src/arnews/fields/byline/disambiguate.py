"""Decides what the candidates of a byline are, and makes a `Byline` of them.

Where a candidate may be several things, the first row of `decisions.toml` that fits it decides, by
what the others are and what is beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

from ...folding import fold
from ...lexicon import Lexicon, roles
from ...model import Byline
from ...patterns import plain
from ...tables import read
from .candidate import HOUSES, Candidate, Kind

LONGEST_GUESS = 3  # words of a place or paper in no table

_FORMS = plain(r"[\ufb50-\ufdfd\ufe70-\ufefc]++")
_KNOWN = (Kind.PLACE, Kind.PAPER, Kind.AGENCY, Kind.SOURCE, Kind.LABEL, Kind.NOBODY)
_LISTING = frozenset("-,/ ")


class Context(NamedTuple):
    """A candidate with its neighbours and the kinds of all others that are settled."""

    candidate: Candidate
    before: Candidate | None
    after: Candidate | None
    others: frozenset[Kind]

    @classmethod
    def of(cls, candidates: Sequence[Candidate], index: int) -> Context:
        before = candidates[index - 1] if index else None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        others = (*candidates[:index], *candidates[index + 1 :])
        kinds = frozenset(other.kind for other in others if other.is_settled)
        return cls(candidates[index], before, after, kinds)

    @property
    def is_among_persons(self) -> bool:
        """Listed with a person by a comma, or joined to one by «و»."""
        persons = (one for one in (self.before, self.after) if one and one.kind == Kind.PERSON)
        joined = any(one.segment is self.candidate.segment for one in persons)
        return joined or self.is_beside(Kind.PERSON, ",")

    def follows(self, *kinds: Kind) -> bool:
        """Whether the one before is of these kinds."""
        return self.before is not None and self.before.kind in kinds

    def precedes(self, kind: Kind) -> bool:
        """Whether the one behind is of that kind."""
        return self.after is not None and self.after.kind == kind

    @property
    def is_joined_to_last(self) -> bool:
        """Whether no mark parts it from the one before."""
        return self.before is not None and self.before.segment is self.candidate.segment

    def is_beside(self, kind: Kind, marks: str) -> bool:
        """Whether one of that kind is before or behind, with one of `marks` between."""
        before, after, segment = self.before, self.after, self.candidate.segment
        follows = before is not None and before.kind == kind and segment.follows(marks)
        return follows or (after is not None and after.kind == kind and segment.closes(marks))


#: The conditions that a row may have; "not" before one of them turns it round.
_CONDITIONS: Mapping[str, Callable[[Context], bool]] = {
    "listed": lambda c: c.candidate.segment.follows(",") or c.candidate.segment.closes(","),
    "among persons": lambda c: c.is_among_persons,
    "among places": lambda c: c.is_beside(Kind.PLACE, ",/") and not c.candidate.may_be(Kind.PERSON),
    "among agencies": lambda c: c.is_beside(Kind.AGENCY, ","),
    "before its writer": lambda c: c.before is None and c.precedes(Kind.PERSON),
    "opens a name": lambda c: c.precedes(Kind.PERSON) and c.candidate.segment.closes(":"),
    "in Latin letters": lambda c: c.candidate.text.isascii(),
    "the agency before": lambda c: c.before is not None and c.before.agency == c.candidate.agency,
    "one word": lambda c: " " not in c.candidate.text,
    "beside a place": lambda c: c.is_beside(Kind.PLACE, "-,"),
    "short": lambda c: len(c.candidate.text.split()) <= LONGEST_GUESS,
    "with the article": lambda c: c.candidate.text.startswith("ال"),
    "in brackets": lambda c: c.candidate.segment.wrap == "bracket",
    "after a place": lambda c: c.follows(Kind.PLACE),
    "after a name": lambda c: c.follows(Kind.PERSON),
    "after a label": lambda c: c.follows(Kind.LABEL),
    "in a label's words": lambda c: c.follows(Kind.LABEL) and c.is_joined_to_last,
    "after a house": lambda c: c.follows(*HOUSES),
    "before a place": lambda c: c.precedes(Kind.PLACE),
    "before brackets": lambda c: c.after is not None and c.after.segment.wrap == "bracket",
}


class Decision(NamedTuple):
    """A row of `decisions.toml`, which explains it."""

    example: str
    options: tuple[Kind, ...]
    kind: Kind
    beside: frozenset[Kind]
    without: frozenset[Kind]
    when: tuple[tuple[Callable[[Context], bool], bool], ...]  # conditions, and what they must be

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Decision:
        options, kind = tuple(map(Kind, row["options"])), Kind(row["kind"])
        beside, without = (_kinds(row.get(name, ())) for name in ("beside", "without"))
        when = tuple(
            (_CONDITIONS[name.removeprefix("not ")], not name.startswith("not "))
            for name in row.get("when", ())
        )
        return cls(row["example"], options, kind, beside, without, when)

    def fits(self, c: Context) -> bool:
        return (
            all(kind in c.candidate.kinds for kind in self.options)
            and (not self.beside or not self.beside.isdisjoint(c.others))
            and self.without.isdisjoint(c.others)
            and all(holds(c) is wanted for holds, wanted in self.when)
        )


def _kinds(names: Iterable[str]) -> frozenset[Kind]:
    """The kinds of these `names`; of «not person» all others."""
    negated = {Kind(name[4:]) for name in names if name.startswith("not ")}
    plain = {Kind(name) for name in names if not name.startswith("not ")}
    return frozenset(plain or (set(Kind) - negated if negated else ()))


@cache
def decisions() -> dict[str, tuple[Decision, ...]]:
    """Rows by what they decide on: candidates of the tables, and those known by form alone."""
    rows = read(__package__, "decisions.toml")
    return {name: tuple(map(Decision.of, each)) for name, each in rows.items()}


def disambiguate(candidates: Sequence[Candidate]) -> list[Candidate] | None:
    """The candidates with one kind each, or `None` if they are no byline."""
    if not any(candidate.sure for candidate in candidates):
        return None
    if any(_is_sentence(*pair) for pair in pairwise(candidates)):
        return None
    settled = list(candidates)
    for rows, sure in (("ambiguous", True), ("unknown", False)):
        for index, candidate in enumerate(settled):
            if candidate.is_settled or candidate.sure is not sure:
                continue
            context = Context.of(settled, index)
            row = next((row for row in decisions()[rows] if row.fits(context)), None)
            if row is None and not sure:
                return None
            kind = row.kind if row else candidate.kind
            settled[index] = candidate._replace(kinds=(kind,), sure=True)
    return settled


def _is_sentence(candidate: Candidate, after: Candidate) -> bool:
    """Whether a quotation is among words, with no mark between: «هجوم «السارين» أمام …».

    Between a writer and a mark it is his paper: «سلمى الحداد «برق برس» – عمّان», as behind his job:
    «مراسلة «البرق»».
    """
    wraps = {candidate.segment.wrap, after.segment.wrap}
    if "quote" not in wraps or "bracket" in wraps or after.segment.before.strip():
        return False
    written = candidate.kinds == (Kind.PERSON,) and candidate.sure
    closed = (written and after.segment.closes("-/")) or candidate.kind == Kind.JOB
    if closed and after.segment.wrap == "quote":
        return False
    words = after if candidate.segment.wrap == "quote" else candidate
    return not words.sure or not words.may_be(*_KNOWN)


def is_quotation(settled: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Whether a speaker and a colon open what was said («الوزير: «لن نتراجع»»)."""
    introduced = False
    for one, after in pairwise(settled):
        if after.segment.follows(":") and after.segment is not one.segment:
            quoted = after.segment.wrap == "quote" and after.kind == Kind.PAPER
            if quoted and _may_speak(one, lexicon) and not lexicon.papers.reads(after.text):
                return True
            papers = lexicon.papers
            housed = papers.reads(after.text) and not papers.is_ordinary(after.text)
            told = after.kind == Kind.JOB or (after.kind == Kind.PAPER and housed)
            if one.kind == Kind.PERSON and not told and not introduced:
                return True
        introduced = introduced or one.kind in (Kind.LABEL, Kind.PLACE, Kind.PAPER)
    return False


def _may_speak(candidate: Candidate, lexicon: Lexicon) -> bool:
    """«الوزير», «الصليب الأحمر», «وختم»; after a known place, a quote is a paper's name."""
    if candidate.kind == Kind.PLACE:
        return not lexicon.places.knows(candidate.text)
    return candidate.kind in (Kind.JOB, Kind.PAPER)


def is_headline_with_quotation(settled: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """An office and what it does, or to whom it speaks, with a quotation behind: only those of the
    press are followed by their paper."""
    job, *quoted = settled
    if job.kind != Kind.JOB or [one.segment.wrap for one in quoted[:1]] != ["quote"]:
        return False
    words, known = roles.fold_role(job.text).split(), lexicon.roles
    told = len(words) > 2 or not known.state.isdisjoint(words)
    return told and words[0] not in known.press | known.posted


def to_byline(
    raw: str, text: str, settled: Sequence[Candidate], lexicon: Lexicon, *, signed: bool
) -> Byline:
    """The byline that the settled candidates of `text` say.

    `signed`: an agency without a paper beside it is the publication, as in bylines; else, as in
    datelines and source lines, it is an agency only.
    """
    settled = _without_photographers(settled, lexicon)
    papers = [one.text for one in settled if one.kind == Kind.PAPER]
    agencies = [one for one in settled if one.kind == Kind.AGENCY]
    if signed:
        papers += [one.text for one in agencies]
    authors = [one.text for one in settled if one.kind in (Kind.PERSON, Kind.INITIALS)]
    return Byline(
        raw=raw,
        authors=tuple(map(_in_letters, authors)),
        publication=_in_letters(_house(papers, lexicon) or "") or None,
        agencies=tuple(dict.fromkeys(one.agency for one in agencies if one.agency)),
        place=_in_letters(" | ".join(_places(text, settled))) or None,
        role=_in_letters(" | ".join(_roles(settled, lexicon))) or None,
    )


def _in_letters(text: str) -> str:
    """`text` with letters in place of their presentation forms, which old pages print."""
    return _FORMS.sub(lambda forms: normalize("NFKC", forms.group()), text)


def _house(papers: Sequence[str], lexicon: Lexicon) -> str | None:
    """The first of `papers` that is no desk: «فريق التحرير - وادينا نيوز»."""
    houses = (one for one in papers if fold(one).partition(" ")[0] not in lexicon.papers.desks)
    return next(houses, papers[0] if papers else None)


def _without_photographers(settled: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """`settled` without who took the pictures, if anyone or anything else is named."""
    left: list[Candidate] = []
    pictured = False
    for one in settled:
        if one.kind == Kind.LABEL:
            pictured = roles.fold_role(one.text) in lexicon.roles.picture_labels
        elif one.kind != Kind.PERSON:
            pictured = False
        if not pictured:
            left.append(one)
    named = any(one.kind in (Kind.PERSON, Kind.PLACE, *HOUSES) for one in left)
    return left if named else list(settled)


def _roles(settled: Iterable[Candidate], lexicon: Lexicon) -> list[str]:
    known = lexicon.roles
    labelled = any(one.kind == Kind.LABEL for one in settled)
    nameless = known.writer_labels | (known.bare_jobs if labelled else frozenset())
    texts = (one.text for one in settled if one.kind in (Kind.LABEL, Kind.JOB))
    return [text for text in texts if roles.fold_role(text) not in nameless]


def _places(text: str, settled: Sequence[Candidate]) -> list[str]:
    """The places as printed: a list or a country in brackets belongs to the place before it."""
    spans: list[tuple[int, int] | str] = []
    before: Candidate | None = None
    for part in settled:
        if part.kind != Kind.PLACE:
            before = None
            continue
        whole = part.text == part.segment.text.strip(" .\"'")
        span = (part.segment.start, part.segment.end) if whole else part.text
        joined = before is not None and _belongs(part)
        if joined and isinstance(span, tuple) and spans and isinstance(spans[-1], tuple):
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(part.text if part.segment.wrap else span)
        before = part if whole else None
    return [text[slice(*span)].strip(" .") if isinstance(span, tuple) else span for span in spans]


def _belongs(part: Candidate) -> bool:
    return part.segment.wrap == "bracket" or set(part.segment.before) <= _LISTING
