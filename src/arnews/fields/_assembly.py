"""Decides what the parts of a byline are by what stands around them, and makes a `Byline`.

Rules of the file. A part that may be several things is what the others leave open: a place and a
paper of one name («المدينة ـ الرياض») are told by whether another place is there. A part known
by its form alone (WEAK) needs a sure one beside it: with a place or a paper it is a person, with
a person a place. A person before a colon and other words is a speaker, and then it is no byline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from ..lexicon import Lexicon
from ..lexicon import roles as labels
from ..model import Byline
from ._parts import (
    AGENCY,
    INITIALS,
    JOB,
    LABEL,
    NOBODY,
    PAPER,
    PERSON,
    PLACE,
    SOURCE,
    WEAK,
    Part,
)

_LISTING = frozenset("-,/ ")


def settle(parts: Sequence[Part]) -> list[Part] | None:
    """The parts with one kind each, or `None` if they are no byline."""
    if not any(part.sure for part in parts):
        return None
    if any(_is_sentence(*pair) for pair in pairwise(parts)):
        return None
    settled = _settle_known(list(parts))
    settled = _settle_weak(settled)
    if any(part.kinds == (WEAK,) for part in settled):
        return None
    return settled


def _is_sentence(part: Part, behind: Part) -> bool:
    """Whether a quotation stands among words, with no mark between: «هجوم «السارين» أمام …»."""
    wraps = {part.segment.wrap, behind.segment.wrap}
    if "quote" not in wraps or "bracket" in wraps or behind.segment.before.strip():
        return False
    words = behind if part.segment.wrap == "quote" else part
    return not words.sure or not words.may_be(PLACE, PAPER, AGENCY, SOURCE, LABEL, NOBODY)


def _settle_known(parts: list[Part]) -> list[Part]:
    for at, part in enumerate(parts):
        if len(part.kinds) > 1 and part.sure:
            others = [*parts[:at], *parts[at + 1 :]]
            parts[at] = evolve(part, kinds=(_choose(part, at, others),))
    return parts


def _choose(part: Part, at: int, others: Sequence[Part]) -> str:
    """The kind that fits a part of several: the tests are in order of their weight."""
    sure = [other.kinds[0] for other in others if len(other.kinds) == 1]
    if part.may_be(NOBODY) and SOURCE in sure:
        return NOBODY
    if part.may_be(LABEL) and part.may_be(PLACE):
        return PLACE if LABEL in sure else LABEL
    if part.may_be(SOURCE) and (at or not others):
        return next(kind for kind in part.kinds if kind != SOURCE)
    if part.may_be(LABEL) and part.may_be(NOBODY):
        return LABEL
    if part.may_be(PLACE) and part.may_be(PAPER, AGENCY):
        listed = part.segment.follows(",") or part.segment.closes(",")
        if PLACE in sure and not {PAPER, AGENCY} & set(sure) and not listed:
            return PAPER if part.may_be(PAPER) else AGENCY
        named = PERSON in sure or not part.may_be(AGENCY)
        return PLACE if {PAPER, AGENCY} & set(sure) or named else AGENCY
    if part.may_be(PAPER) and part.may_be(AGENCY):
        return AGENCY if SOURCE in sure else PAPER
    return part.kinds[0]


def _settle_weak(parts: list[Part]) -> list[Part]:
    for at, part in enumerate(parts):
        if not part.sure and part.may_be(WEAK):
            kinds = [other.kinds[0] for other in parts if other.sure]
            listed = part.may_be(PERSON) and _is_listed(part, at, parts)
            kind = (
                PERSON
                if listed
                else _place_kind(part, at, parts)
                or _bracket_kind(part, at, parts)
                or _weak_kind(part, kinds)
            )
            parts[at] = evolve(part, kinds=(kind,), sure=True)
    return parts


def _is_listed(part: Part, at: int, parts: Sequence[Part]) -> bool:
    """Whether `part` stands in a list of persons, or joined to one by «و»."""
    before, behind = parts[at - 1 : at], parts[at + 1 : at + 2]
    by_comma = [
        *(before if part.segment.follows(",") else ()),
        *(behind if part.segment.closes(",") else ()),
    ]
    same = [other for other in (*before, *behind) if other.segment is part.segment]
    return any(other.kinds[0] == PERSON for other in (*by_comma, *same))


def _place_kind(part: Part, at: int, parts: Sequence[Part]) -> str | None:
    """A place listed with another: «سيؤول، كوريا الجنوبية (CNN)», «طهران - لندن: «…»»."""
    before, behind = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
    marks = ((before, part.segment.before), (behind, part.segment.after))
    near = [mark for other, mark in marks if other is not None and other.kinds == (PLACE,)]
    if any("," in mark or "/" in mark for mark in near) and not part.may_be(PERSON):
        return PLACE
    signed = any(other.sure and other.kinds[0] in (PAPER, AGENCY) for other in parts)
    one_word = " " not in part.text
    return (
        PLACE if one_word and signed and any("-" in mark or "," in mark for mark in near) else None
    )


def _bracket_kind(part: Part, at: int, parts: Sequence[Part]) -> str | None:
    """A place, where brackets say in which country it lies: «ماربيا القديمة (إسبانيا): فلان»."""
    behind = parts[at + 1] if at + 1 < len(parts) else None
    others = {other.kinds[0] for other in parts if other is not part and other.sure}
    if part.segment.wrap == "bracket":
        return PLACE if at and parts[at - 1].kinds[0] == PLACE else None
    located = behind is not None and behind.segment.wrap == "bracket" and behind.kinds == (PLACE,)
    return PLACE if located and others & {PERSON, PAPER, AGENCY} else None


def _weak_kind(part: Part, kinds: Sequence[str]) -> str:
    """What a part known by its form alone is, beside sure parts of `kinds`."""
    words = len(part.text.split())
    if part.segment.wrap == "bracket":
        return (
            PLACE if {PERSON, PAPER, AGENCY, NOBODY} & set(kinds) and PLACE not in kinds else WEAK
        )
    person = part.may_be(PERSON) and words > 1
    if person and LABEL in kinds:
        return PERSON
    if PERSON not in kinds and person and {PLACE, PAPER, AGENCY, LABEL, JOB} & set(kinds):
        return PERSON
    if part.text.startswith("ال") and LABEL in kinds and not {PAPER, AGENCY} & set(kinds):
        return PAPER
    if set(kinds) == {NOBODY}:
        return PAPER
    if PLACE in kinds and not {PAPER, AGENCY} & set(kinds) and words <= 3:
        return PAPER
    if {PERSON, PAPER, AGENCY} & set(kinds) and PLACE not in kinds and words <= 3:
        return PLACE
    return WEAK


def is_quotation(parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Whether a speaker and a colon open what was said («الوزير: «لن نتراجع»»)."""
    if any(
        _may_speak(part, lexicon)
        and behind.segment.follows(":")
        and behind.segment.wrap == "quote"
        and behind.kinds[0] == PAPER
        and not lexicon.papers.reads(behind.text)
        for part, behind in pairwise(parts)
    ):
        return True
    return any(
        part.kinds[0] == PERSON
        and behind.segment is not part.segment
        and behind.segment.follows(":")
        and behind.kinds[0] != JOB
        and not any(before.kinds[0] in (LABEL, PLACE, PAPER) for before in parts[:at])
        for at, (part, behind) in enumerate(pairwise(parts))
    )


def _may_speak(part: Part, lexicon: Lexicon) -> bool:
    """«الوزير», «الصليب الأحمر», «وختم»; where a known place stands, a paper's name follows."""
    if part.kinds[0] == PLACE:
        return not lexicon.places.knows(part.text)
    return part.kinds[0] in (JOB, PAPER)


def assemble(
    raw: str, text: str, parts: Sequence[Part], lexicon: Lexicon, *, signed: bool
) -> Byline:
    """The byline that settled `parts` of `text` say.

    `signed`: an agency without a paper beside it is the publication, as in bylines; else, as in
    datelines and source lines, it is an agency only.
    """
    papers = [part.text for part in parts if part.kinds[0] == PAPER]
    sent = [part for part in parts if part.kinds[0] == AGENCY]
    publication = papers[0] if papers else sent[0].text if sent and signed else None
    return Byline(
        raw=raw,
        authors=tuple(part.text for part in parts if part.kinds[0] in (PERSON, INITIALS)),
        publication=publication,
        agencies=tuple(dict.fromkeys(part.agency for part in sent if part.agency)),
        place=" | ".join(places(text, parts)) or None,
        role=" | ".join(_roles(parts, lexicon)) or None,
    )


def _roles(parts: Iterable[Part], lexicon: Lexicon) -> list[str]:
    writers = lexicon.roles.writer_labels
    labelled = any(part.kinds[0] == LABEL for part in parts)
    nameless = lexicon.roles.bare_jobs if labelled else frozenset[str]()
    kept = (part.text for part in parts if part.kinds[0] in (LABEL, JOB))
    return [text for text in kept if labels.fold_role(text) not in writers | nameless]


def places(text: str, parts: Sequence[Part]) -> list[str]:
    """The places as printed: a list or a country in brackets belongs to the place before it."""
    spans: list[tuple[int, int] | str] = []
    before: Part | None = None
    for part in parts:
        if part.kinds[0] != PLACE:
            before = None
            continue
        whole = part.text == part.segment.text.strip(" .\"'")
        span = (part.segment.start, part.segment.end) if whole else part.text
        joined = before is not None and _belongs(part)
        if joined and isinstance(span, tuple) and spans and isinstance(spans[-1], tuple):
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(_unwrapped(part, span))
        before = part if whole else None
    return [text[slice(*span)].strip(" .") if isinstance(span, tuple) else span for span in spans]


def _belongs(part: Part) -> bool:
    return part.segment.wrap == "bracket" or set(part.segment.before) <= _LISTING


def _unwrapped(part: Part, span: tuple[int, int] | str) -> tuple[int, int] | str:
    return part.text if part.segment.wrap else span
