"""Decides what the candidates of a byline are, and makes a `Byline` of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...lexicon import Lexicon, roles
from ...model import Byline
from .candidate import Candidate, Kind
from .decisions import Context, decide

_KNOWN = (Kind.PLACE, Kind.PAPER, Kind.AGENCY, Kind.SOURCE, Kind.LABEL, Kind.NOBODY)
_LISTING = frozenset("-,/ ")


def disambiguate(candidates: Sequence[Candidate]) -> list[Candidate] | None:
    """The candidates with one kind each, or `None` if they are no byline."""
    if not any(candidate.sure for candidate in candidates):
        return None
    if any(_is_sentence(*pair) for pair in pairwise(candidates)):
        return None
    settled = list(candidates)
    for sure in (True, False):
        for index, candidate in enumerate(settled):
            if candidate.is_settled or candidate.sure is not sure:
                continue
            row = decide(_context(settled, index))
            if row is None and not sure:
                return None
            kind = row.kind if row else candidate.kind
            settled[index] = candidate._replace(kinds=(kind,), sure=True)
    return settled


def _is_sentence(candidate: Candidate, after: Candidate) -> bool:
    """Whether a quotation is among words, with no mark between: «هجوم «السارين» أمام …»."""
    wraps = {candidate.segment.wrap, after.segment.wrap}
    if "quote" not in wraps or "bracket" in wraps or after.segment.before.strip():
        return False
    words = after if candidate.segment.wrap == "quote" else candidate
    return not words.sure or not words.may_be(*_KNOWN)


def _context(candidates: Sequence[Candidate], index: int) -> Context:
    others = (*candidates[:index], *candidates[index + 1 :])
    return Context(
        candidates[index],
        candidates[index - 1] if index else None,
        candidates[index + 1] if index + 1 < len(candidates) else None,
        frozenset(other.kind for other in others if other.is_settled),
    )


def is_quotation(settled: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Whether a speaker and a colon open what was said («الوزير: «لن نتراجع»»)."""
    introduced = False
    for one, after in pairwise(settled):
        if after.segment.follows(":") and after.segment is not one.segment:
            quoted = after.segment.wrap == "quote" and after.kind == Kind.PAPER
            if quoted and _may_speak(one, lexicon) and not lexicon.papers.reads(after.text):
                return True
            if one.kind == Kind.PERSON and after.kind != Kind.JOB and not introduced:
                return True
        introduced = introduced or one.kind in (Kind.LABEL, Kind.PLACE, Kind.PAPER)
    return False


def _may_speak(candidate: Candidate, lexicon: Lexicon) -> bool:
    """«الوزير», «الصليب الأحمر», «وختم»; after a known place, a quote is a paper's name."""
    if candidate.kind == Kind.PLACE:
        return not lexicon.places.knows(candidate.text)
    return candidate.kind in (Kind.JOB, Kind.PAPER)


def to_byline(
    raw: str, text: str, settled: Sequence[Candidate], lexicon: Lexicon, *, signed: bool
) -> Byline:
    """The byline that the settled candidates of `text` say.

    `signed`: an agency without a paper beside it is the publication, as in bylines; else, as in
    datelines and source lines, it is an agency only.
    """
    papers = [one.text for one in settled if one.kind == Kind.PAPER]
    agencies = [one for one in settled if one.kind == Kind.AGENCY]
    if signed:
        papers += [one.text for one in agencies]
    return Byline(
        raw=raw,
        authors=tuple(one.text for one in settled if one.kind in (Kind.PERSON, Kind.INITIALS)),
        publication=papers[0] if papers else None,
        agencies=tuple(dict.fromkeys(one.agency for one in agencies if one.agency)),
        place=" | ".join(_places(text, settled)) or None,
        role=" | ".join(_roles(settled, lexicon)) or None,
    )


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
