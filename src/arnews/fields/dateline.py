"""Datelines: what the first paragraph says before its first sentence. Read, never cut out.

«لندن: «الشرق الأوسط»», «واشنطن (رويترز) – », «دبي، الإمارات العربية المتحدة (CNN)-- », «كتب فلان:».
The head of the paragraph is read segment by segment, as long as they are places, papers, agencies
or people, up to a mark that closes a dateline. A headline that names a speaker («ترمب: …»), a
label («التقييم: …») and a parenthesis between dashes are none.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from .. import lexicon as tables
from ..folding import fold
from ..lexicon import Lexicon
from ..model import Byline
from . import _assembly, _lone, _people, _printing
from ._parts import (
    AGENCY,
    INITIALS,
    JOB,
    LABEL,
    NOBODY,
    PAPER,
    PERSON,
    PLACE,
    SECTION,
    SOURCE,
    Part,
)
from ._readings import Reader, without_dates
from ._segments import INVISIBLE, Segment, segments

LONGEST = 150  # characters of a paragraph that are looked at
LONGEST_FIRST = 100  # characters before the first mark

_CLOSING = ":-/\n|."
_POSSIBLE = regex.compile(r"[:/()\[\]\n\-‐‑‒–—―−_ـ«»\"“\d]")
_WORD = regex.compile(r"\S++")


def parse(text: str, *, lexicon: Lexicon | None = None) -> Byline | None:
    """The dateline that the paragraph `text` begins with, or `None` if it has none.

    `raw` is exactly what of `text` is the dateline: `text.startswith(raw)`, with its closing mark
    and the blanks after it. An agency is an agency only, never the publication.
    """
    head = INVISIBLE.sub("", text[: 2 * LONGEST])[:LONGEST]
    if not _POSSIBLE.search(head, 0, LONGEST_FIRST):
        return None
    lexicon = lexicon or tables.default()
    plain = without_dates(head, lexicon)
    pieces = _pieces(plain, lexicon)
    for size in range(len(pieces), 0, -1):
        parts = _dateline(pieces[:size], plain, lexicon)
        if parts:
            raw = text[: _unstripped(text, pieces[size - 1][0].stop)]
            return _assembly.assemble(raw, head, parts, lexicon, signed=False)
    return None


def _unstripped(text: str, end: int) -> int:
    """Where `end` of the text without invisible characters is in `text`."""
    for found in INVISIBLE.finditer(text, 0, 2 * LONGEST):
        if found.start() < end:
            end += 1
    return end


_Piece = tuple[Segment, tuple[Part, ...]]


def _pieces(head: str, lexicon: Lexicon) -> list[_Piece]:
    """The segments at the head of a paragraph that may belong to its dateline, with their parts."""
    pieces: list[_Piece] = []
    reader = Reader(lexicon, strict=True)
    for segment in segments(head, lexicon.roles.titles):
        parts = reader.read(segment)
        if not parts or not _may_follow(segment, parts, pieces):
            return [*pieces, *_run_in(segment, pieces, lexicon)]
        pieces.append((segment, parts))
    return pieces


def _may_follow(segment: Segment, parts: Sequence[Part], pieces: Sequence[_Piece]) -> bool:
    """Whether a dateline that began with `pieces` may go on with `segment`."""
    if not pieces:
        return not segment.before.strip() or bool(segment.wrap) or segment.before.strip(" ") == "-"
    if segment.follows(":") or not segment.before.strip(" "):
        return _opens_anew(segment, parts, pieces[-1][1])
    if segment.before.strip(" ") == ",":
        last = pieces[-1][1][-1]
        if PLACE in (last.kinds[0], parts[0].kinds[0]) and not (last.sure and parts[0].sure):
            return True  # a town in no table, and its country
        return bool(segment.wrap) or any(last.may_be(kind) for kind in parts[0].kinds)
    return all(part.sure for part in parts) or any(map(segment.closes, _CLOSING))


def _opens_anew(segment: Segment, parts: Sequence[Part], last: Sequence[Part]) -> bool:
    """Whether `segment` goes on behind a colon or a blank: as a label, a source or a writer."""
    if parts[0].may_be(LABEL):
        return True
    if last[-1].may_be(LABEL):
        return parts[0].may_be(PERSON, PAPER, AGENCY, PLACE, NOBODY)
    if segment.wrap:
        return all(part.sure for part in parts)
    after_wrap = not segment.before.strip(" ")
    known = all(part.may_be(PAPER, AGENCY) for part in parts)
    if after_wrap:
        return known or all(part.sure for part in parts)
    written = all(part.sure and part.may_be(PERSON) for part in parts)
    return (known or written) and any(map(segment.closes, ":\n")) and last[-1].may_be(PLACE)


def _run_in(segment: Segment, pieces: Sequence[_Piece], lexicon: Lexicon) -> list[_Piece]:
    """What of `segment` belongs to the dateline though no mark closes it.

    A name after a label («حوار: آسيا العتروس ما الذي …»); a source or place before the verb
    («بغداد/ الزوراء أعلنت …»), a full stop, or behind the date («… 2011 م واس رأس …»).
    """
    if not pieces:
        return []
    last = pieces[-1][1][-1]
    if last.kinds == (LABEL,):
        length = _people.run_in(segment.text, lexicon.names, lexicon.roles)
        return [_run_in_piece(segment, length, None, lexicon)] if length else []
    if segment.wrap:
        return []
    reader = Reader(lexicon, strict=True)
    words = list(_WORD.finditer(segment.text, 0, 60))
    for size in range(min(4, len(words) - 1), 0, -1):
        length = words[size - 1].end()
        following = fold(words[size].group())
        closed = following in lexicon.names.openers or segment.text[length - 1] == "."
        if not (closed or segment.follows("|")):
            continue
        parts = reader.known(evolve(segment, text=segment.text[:length]))
        if last.may_be(PERSON) and not all(part.may_be(AGENCY) for part in parts):
            continue
        if parts and (closed or parts[0].may_be(AGENCY)):
            return [_run_in_piece(segment, length, parts, lexicon)]
    return []


def _run_in_piece(
    segment: Segment, length: int, parts: tuple[Part, ...] | None, lexicon: Lexicon
) -> _Piece:
    """The first `length` characters of `segment` as a closed piece: `parts`, or a person."""
    rest = segment.text[length:]
    stop = segment.start + length + len(rest) - len(rest.lstrip())
    text = segment.text[:length].rstrip(".")
    cut_off = evolve(segment, text=text, end=segment.start + len(text), stop=stop, after=":")
    if parts is None:
        return cut_off, (Part((PERSON,), text, cut_off),)
    return cut_off, tuple(evolve(part, segment=cut_off) for part in parts)


def _dateline(pieces: Sequence[_Piece], head: str, lexicon: Lexicon) -> list[Part] | None:
    """The settled parts of `pieces` if they are a whole dateline of `head`."""
    last = pieces[-1][0]
    parts = [part for _, found in pieces for part in found]
    if not _closed(last, parts, head):
        return None
    known = [part for part in parts if part.sure]
    if len(known) < len(parts) and all(_is_country(part, lexicon) for part in known):
        return None
    settled = _assembly.settle(parts)
    if not settled or _assembly.is_quotation(settled, lexicon):
        return None
    kinds = frozenset(part.kinds[0] for part in settled)
    if kinds & {SOURCE, INITIALS} or kinds <= {LABEL, JOB, NOBODY, SECTION} - _named(settled):
        return None
    rule = _lone.RULES.get(next(iter(kinds))) if len(kinds) == 1 else None
    return settled if rule is None or rule(settled, last, head, lexicon) else None


def _is_country(part: Part, lexicon: Lexicon) -> bool:
    return part.may_be(PLACE) and lexicon.places.is_country(part.text)


def _named(parts: Sequence[Part]) -> frozenset[str]:
    """«(وكالات)» in brackets is a dateline, though it names nobody."""
    return frozenset({NOBODY} if len(parts) == 1 and parts[0].segment.wrap else ())


def _closed(last: Segment, parts: Sequence[Part], head: str) -> bool:
    """Whether a mark behind `last` ends a dateline; the end of the text does after two parts."""
    if any(map(last.closes, _CLOSING)):
        return True
    bracketed = last.wrap == "bracket" and parts[-1].may_be(AGENCY, PAPER)
    if bracketed:
        return True
    return last.stop >= len(head) and len(parts) > 1 and not last.after


#: The mark that closes a dateline before the first sentence, by name of style. "brackets" puts
#: the source in brackets, "slash" also parts place, writer and source by slashes.
STYLES = {"colon": ": ", "dash": " - ", "brackets": " – ", "slash": "/ "}


def format(value: Byline, style: str = "colon", *, lexicon: Lexicon | None = None) -> str:
    """`value` as printed in `style`, a name in `STYLES`, with the mark that closes it.

    `parse` reads it back before a sentence that opens with a verb, if the publication is known or
    a place stands beside it. A writer who is alone is printed as «كتب فلان: », since a name and a
    colon open what somebody said. Raises `KeyError` for an unknown style.
    """
    lexicon = lexicon or tables.default()
    closing = STYLES[style]
    writers = _printing.writers(value, lexicon)
    found = _printing.sources(value, lexicon, quoted=True)
    if not found and not (writers and value.place):
        written = f"{writers}: " if value.role else f"كتب {writers}: "
        return written if writers else f"{value.place} - " if value.place else ""
    if found and not writers and (style == "brackets" or not value.place):
        return f"{value.place or ''} ({' - '.join(found)}){closing}".lstrip()
    separator = " / " if style == "slash" else " - "
    return separator.join(filter(None, [value.place, writers, *found])) + closing


#: Real openings of paragraphs: the dateline, what it says.
SAMPLES = (
    ("واشنطن (رويترز) – ", Byline("", agencies=("reuters",), place="واشنطن")),  # aljazeerapress.net
    (
        "لندن - «القدس العربي»: ",
        Byline("", publication="القدس العربي", place="لندن"),
    ),  # alquds.co.uk
    ("القاهرة - محمد المصرى: ", Byline("", ("محمد المصرى",), place="القاهرة")),  # alwatan.com
    ("كتب حسن المطروشي: ", Byline("", ("حسن المطروشي",))),  # alwatan.com
    ("نابلس - ", Byline("", place="نابلس")),  # maannews.net
)
