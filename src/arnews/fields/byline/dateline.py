"""Datelines: what the first paragraph says before its first sentence. Read, never cut out.

«لندن: «الشرق الأوسط»», «واشنطن (رويترز) – », «دبي، الإمارات العربية المتحدة (CNN)-- », «كتب فلان:».
The head of the paragraph is read segment by segment, as long as they are places, papers, agencies
or people, up to a mark that closes a dateline. A headline that names a speaker («ترمب: …»), a
label («التقييم: …») and a parenthesis between dashes are none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from ... import lexicon as lexicons
from ...arguments import check, one_of
from ...folding import fold
from ...lexicon import Lexicon
from ...model import Byline
from ...patterns import pattern, plain
from ..person import SURE, leading_name, name_score
from .candidate import HOUSES, Candidate, Kind
from .disambiguate import (
    disambiguate,
    is_headline_with_quotation,
    is_quotation,
    to_byline,
)
from .format import source_names, writers
from .tag import SegmentTagger, without_dates
from .tokenize import INVISIBLE, ORNAMENT, Segment, split

LONGEST = 150  # characters of a paragraph that are looked at
LONGEST_FIRST = 100  # characters before the first mark

_CLOSING = ":-/\n|."
_ORNAMENTS = plain(rf"{ORNAMENT}+")
_POSSIBLE = pattern(r"[:|/()\[\]\n\-‐‑‒–—―−_ـ«»\"“\d]")
_WORD = pattern(r"\S++")
_SECOND_DASH = pattern(r"\s[-‐‑‒–—―−ـ]|[-‐‑‒–—―−]\s")
_FIRST_WORD = pattern(r"\W*+([^\W_]++)")
# «{البصرة: الفرات نيوز} حصد …»: the whole dateline in brackets.
_WRAPPED = pattern(r"\s*+[(\[{]([^()\[\]{}\n]{2,40}[:/،,–-][^()\[\]{}\n]{2,60}+)[)\]}]")
# «كتبت لمى حداد في "نداء الوطن": …»: where, if the paper is known.
_IN_PAPER = pattern(r"\sفي\s(?=[«\"“]([^«»\"“”\n]{2,40}+)[»\"”]\s?:)")
# Outlets in no table: «Wadi Post».
_LATIN = pattern(r"[A-Za-z][\w.&'-]*+(?: [\w.&'-]++){0,3}+")
_REGION = pattern(r"\s?+\((\p{L}++)\s++[\p{L} ]{2,30}+\)\s?+[-–—:]")
_QUOTES = ("«", '"', "“")
#: The candidates of one segment.
_Piece: TypeAlias = tuple[Candidate, ...]
_NAMELESS = frozenset({Kind.LABEL, Kind.JOB, Kind.NOBODY, Kind.SECTION})


def parse(text: str, *, lexicon: Lexicon | None = None) -> Byline | None:
    """The dateline that the paragraph `text` begins with, or `None` if it has none.

    `raw` is exactly what of `text` is the dateline: `text.startswith(raw)`, with its closing mark
    and the blanks after it. An agency is an agency only, never the publication:
    «واشنطن (رويترز) – قال …» gives the place «واشنطن» and the agency `reuters`. Raises
    `BadArgument` for a `text` of another type.

    >>> dateline = parse("بيروت (رويترز) - أعلنت الوزارة، الثلاثاء، خطة جديدة للمياه.")
    >>> dateline.place, dateline.agencies, dateline.raw
    ('بيروت', ('reuters',), 'بيروت (رويترز) - ')
    """
    check("text", text, str, "a paragraph as str")
    head = INVISIBLE.sub("", text[: 2 * LONGEST])[:LONGEST]
    if not _POSSIBLE.search(head, 0, LONGEST_FIRST):
        return None
    if ornaments := _ORNAMENTS.match(head):
        head = head[ornaments.end() :].rjust(len(head))
    lexicon = lexicon or lexicons.default()
    parted = _without_preposition(without_dates(head, lexicon), lexicon)
    wrapped = _WRAPPED.match(parted)
    opened = f" {wrapped[1]}:{parted[wrapped.end() :]}".rjust(len(parted)) if wrapped else None
    for printed in filter(None, (opened, parted)):
        pieces = _pieces(printed, lexicon)
        for size in range(len(pieces), 0, -1):
            settled = _settled(pieces[:size], printed, lexicon)
            if settled:
                raw = text[: _printed_end(text, pieces[size - 1][0].segment.stop)]
                return to_byline(raw, head, settled, lexicon, signed=False)
            if all(one.kinds == (Kind.PLACE,) for piece in pieces[:size] for one in piece):
                break  # «لندن - دبي: رحلات تعود»
    return None


def _without_preposition(head: str, lexicon: Lexicon) -> str:
    """`head` with a dash in place of «في» before a known paper in quotes."""
    found = _IN_PAPER.search(head, 0, LONGEST_FIRST)
    if found is None or not lexicon.papers.means(found[1]):
        return head
    return f"{head[: found.start()]} -- {head[found.end() :]}"


def _printed_end(text: str, end: int) -> int:
    """Where `end` of the text without invisible characters is in `text`."""
    for match in INVISIBLE.finditer(text, 0, 2 * LONGEST):
        if match.start() < end:
            end += 1
    return end


def _pieces(head: str, lexicon: Lexicon) -> list[_Piece]:
    """The segments at the head of a paragraph that may belong to its dateline."""
    pieces: list[_Piece] = []
    tagger = SegmentTagger(lexicon, strict=True)
    for segment in split(head, lexicon.roles.titles):
        before = pieces[-1][0].segment if pieces else None
        piece = () if tagger.is_prose(segment) else tagger.tag(segment)
        piece = piece or tagger.written(segment, before)
        if not pieces and not any(one.sure for one in piece):
            piece = _town(segment, head, lexicon) or _outlet(piece, segment, head, lexicon) or piece
        if not piece or not _may_follow(piece, pieces):
            return [*pieces, *_unclosed(segment, pieces, tagger)]
        pieces.append(piece)
    return pieces


def _town(segment: Segment, head: str, lexicon: Lexicon) -> _Piece:
    """The town in no table that `segment` names, where its region follows: «خورمالة (إقليم …)»."""
    region = _REGION.match(head, segment.end)
    if segment.wrap or region is None or fold(region[1]) not in lexicon.places.heads:
        return ()
    return (Candidate((Kind.PLACE,), segment.text, segment),)


def _outlet(piece: _Piece, segment: Segment, head: str, lexicon: Lexicon) -> _Piece:
    """The outlet in no table that `segment` names, where it opens `head` before a verb of news."""
    if segment.wrap or not _signs(segment, head, lexicon):
        return ()
    likely = len(piece) == 1 and piece[0].kinds == (Kind.PAPER,)
    if likely or _LATIN.fullmatch(segment.text):
        return (Candidate((Kind.PAPER,), segment.text, segment),)
    return ()


def _may_follow(piece: _Piece, pieces: Sequence[_Piece]) -> bool:
    """Whether a dateline that began with `pieces` may go on with `piece`."""
    first, segment = piece[0], piece[0].segment
    mark = segment.before.strip(" ")
    if not pieces:
        return mark in ("", "-", "\n") or bool(segment.wrap)
    last = pieces[-1][-1]
    if ":" in mark or not mark:
        return _opens_anew(piece, last)
    if mark == ",":
        unknown = not (last.sure and first.sure)
        if unknown and Kind.PLACE in (last.kind, first.kind):
            return True  # a town in no table, and its country
        return bool(segment.wrap) or last.may_be(*first.kinds)
    return all(one.sure for one in piece) or segment.closes(_CLOSING)


def _opens_anew(piece: _Piece, last: Candidate) -> bool:
    """Whether `piece` goes on behind a colon or a blank: as a label, a source or a writer."""
    first, segment = piece[0], piece[0].segment
    if first.may_be(Kind.LABEL):
        return True
    if last.may_be(Kind.LABEL):
        return first.may_be(Kind.PERSON, *HOUSES, Kind.PLACE, Kind.NOBODY)
    sure = all(one.sure for one in piece)
    if segment.wrap:
        return sure
    known = all(one.may_be(*HOUSES) for one in piece)
    if not segment.before.strip(" "):
        return known or sure
    written = sure and all(one.may_be(Kind.PERSON) for one in piece)
    return (known or written) and segment.closes(":\n") and last.may_be(Kind.PLACE)


def _unclosed(segment: Segment, pieces: Sequence[_Piece], tagger: SegmentTagger) -> list[_Piece]:
    """What of `segment` belongs to the dateline though no mark closes it.

    A name after a label («حوار: آسيا العتروس ما الذي …»); a source, place or writer before the verb
    («بغداد/ الزوراء أعلنت …»), a full stop, or behind the date («… 2011 م واس رأس …»); a paper of
    several words («سلمى الحداد – عين اليوم تداول …»).
    """
    if not pieces:
        return []
    last, lexicon = pieces[-1][-1], tagger.lexicon
    if last.kinds == (Kind.LABEL,):
        name = leading_name(segment.text, lexicon)
        cut = _cut(segment, len(name))
        return [(Candidate((Kind.PERSON,), name, cut),)] if name else []
    words = [] if segment.wrap else list(_WORD.finditer(segment.text, 0, 60))
    for size in range(min(4, len(words) - 1), 0, -1):
        end = words[size - 1].end()
        text, following = segment.text[:end], fold(words[size].group())
        told = following in lexicon.names.openers
        closed = told or text[-1] == "."
        means = last.may_be(Kind.PERSON) and " " in text and lexicon.papers.means(text)
        if not (closed or means or segment.follows("|")):
            continue
        cut = _cut(segment, end)
        found = tagger.texts.entry(text.strip(" ."), cut, Kind.PLACE, Kind.NOBODY, *HOUSES)
        sent = means or all(one.may_be(Kind.AGENCY) for one in found)
        if last.may_be(Kind.PERSON) and not sent:
            continue
        if found and (closed or means or found[0].may_be(Kind.AGENCY)):
            return [found]
        written = told and size > 1 and last.may_be(Kind.PLACE, *HOUSES)
        if written and name_score(text, lexicon) == SURE:
            return [(Candidate((Kind.PERSON,), text, cut),)]
    return []


def _cut(segment: Segment, length: int) -> Segment:
    """The first `length` characters of `segment`, as if a mark closed them."""
    text, rest = segment.text[:length].rstrip("."), segment.text[length:]
    stop = segment.start + length + len(rest) - len(rest.lstrip())
    return segment._replace(text=text, end=segment.start + len(text), stop=stop, after=":")


def _settled(pieces: Sequence[_Piece], head: str, lexicon: Lexicon) -> list[Candidate] | None:
    """The settled candidates of `pieces` if they are a whole dateline of `head`."""
    last = pieces[-1][0].segment
    candidates = [one for piece in pieces for one in piece]
    if not _is_closed(last, candidates, head):
        return None
    places = len(candidates) > 1 and all(one.may_be(Kind.PLACE) for one in candidates)
    if places and last.closes(":") and not _opens_sentence(last, head, lexicon):
        return None  # «الدوحة – الرياض: مرحلة جديدة»
    known = [one for one in candidates if one.sure]
    if len(candidates) > 1 and all(_is_country(one, lexicon) for one in known):
        return None
    settled = disambiguate(candidates)
    if not settled or is_quotation(settled, lexicon):
        return None
    if is_headline_with_quotation(settled, lexicon):
        return None
    kinds = frozenset(one.kind for one in settled)
    if kinds & {Kind.SOURCE, Kind.INITIALS} or (kinds <= _NAMELESS and not _is_bracket(settled)):
        return None
    if kinds <= _NAMELESS | {Kind.PLACE} and any(map(_is_of_place, settled, settled[1:])):
        return None
    rule = RULES.get(settled[0].kind) if len(kinds) == 1 else None
    return settled if rule is None or rule(settled, last, head, lexicon) else None


def _is_country(one: Candidate, lexicon: Lexicon) -> bool:
    return one.may_be(Kind.PLACE) and lexicon.places.is_country(one.text)


def _is_of_place(one: Candidate, after: Candidate) -> bool:
    """«تحرير الموصل», «مبعوث الأمم المتحدة إلى اليمن», but not «مراسلنا في عمّان»."""
    placed = after.kind == Kind.PLACE and one.segment is after.segment and one.kind != after.kind
    return placed and (one.kind == Kind.LABEL or " " in one.text)


def _is_bracket(settled: Sequence[Candidate]) -> bool:
    """«(وكالات)» in brackets is a dateline, though it names nobody."""
    alone = len(settled) == 1 and settled[0].kind == Kind.NOBODY
    return alone and bool(settled[0].segment.wrap)


def _is_closed(last: Segment, candidates: Sequence[Candidate], head: str) -> bool:
    """Whether a mark behind `last` ends a dateline; the end of the text does after two pieces."""
    if last.closes(_CLOSING):
        return True
    inside = (one for one in candidates if one.segment is last and last.wrap == "bracket")
    if any(one.may_be(*HOUSES, Kind.LABEL) for one in inside):
        return True
    return last.stop >= len(head) and len(candidates) > 1 and not last.after


def _person_alone(settled: list[Candidate], last: Segment, head: str, lexicon: Lexicon) -> bool:
    if any(one.segment.wrap for one in settled) or last.closes(":/|"):
        return False
    if last.closes("\n"):
        return True
    rest = fold(head[last.stop : last.stop + 20])
    formula = rest.startswith(lexicon.names.formulas)
    return not formula and not _SECOND_DASH.search(head, last.stop)


def _place_alone(settled: list[Candidate], last: Segment, head: str, lexicon: Lexicon) -> bool:
    name, places = settled[0].text, lexicon.places
    if fold(name) in lexicon.names.never:
        return False  # «غدا», which is spelled as a town
    if last.closes(":-/") and _opens_sentence(last, head, lexicon):
        return True
    if last.closes("-/") and _opens_headline(last, head, lexicon):
        return False
    if last.closes("-") and not last.closes("|") and _SECOND_DASH.search(head, last.stop):
        return False  # a parenthesis
    if last.closes("|") and last.closes("-"):  # «مونتريال، 10 أيار/مايو 2022 - »
        return True
    if last.closes(":\n|") or not last.closes("-/"):
        return False
    return not (places.is_country(name) or places.is_ordinary(name))


def _paper_alone(settled: list[Candidate], last: Segment, head: str, lexicon: Lexicon) -> bool:
    paper, papers = settled[0], lexicon.papers
    if papers.knows(paper.text):
        if paper.segment.wrap or not papers.is_ordinary(paper.text):
            return True
        common = fold(paper.text) in lexicon.names.never  # «اليوم - …», but «الأحداث - اندلع …»
        return not common and _signs(last, head, lexicon)
    if paper.segment.wrap:
        spoken = paper.segment.wrap == "quote" and last.closes(":")
        return not spoken and papers.reads(paper.text) and _opens_sentence(last, head, lexicon)
    first = fold(paper.text).partition(" ")[0]
    if first in papers.heads:  # «شبكة الكهرباء: …»
        return not last.closes(":") and not _SECOND_DASH.search(head, last.stop)
    return first not in papers.desks


def _agency_alone(settled: list[Candidate], last: Segment, head: str, lexicon: Lexicon) -> bool:
    agency = settled[0]
    if agency.segment.wrap or not lexicon.agencies.is_ambiguous(agency.text):
        return not last.closes(":") or not head.startswith(_QUOTES, last.stop)
    return last.closes("-/") and _opens_sentence(last, head, lexicon)


def _signs(last: Segment, head: str, lexicon: Lexicon) -> bool:
    """Whether a dash or bar, and no second one, parts `last` from a verb of news."""
    parted = last.closes("-/|") and not _SECOND_DASH.search(head, last.stop)
    return parted and _opens_sentence(last, head, lexicon)


def _opens_headline(last: Segment, head: str, lexicon: Lexicon) -> bool:
    """Whether a number or another place follows, as after no dateline: «لندن - روما في ساعتين»."""
    words = head[last.stop :].split(None, 2)[:2]
    numbered = bool(words) and words[0][0].isdigit()
    return numbered or any(lexicon.places.knows(" ".join(words[:size])) for size in (1, 2))


def _opens_sentence(last: Segment, head: str, lexicon: Lexicon) -> bool:
    """Whether a verb of news follows the dateline; one that is a name too stands before an office:
    «أشرف وزير النقل على تدشين …»."""
    match = _FIRST_WORD.match(head, last.stop)
    if match is None or fold(match.group(1)) in lexicon.names.openers:
        return match is not None
    office = fold(head[match.end() :].lstrip().partition(" ")[0])
    return lexicon.names.is_given(fold(match.group(1))) and office in lexicon.roles.jobs


#: What must hold where a dateline has pieces of one kind only.
RULES: Mapping[Kind, Callable[[list[Candidate], Segment, str, Lexicon], bool]] = {
    Kind.PERSON: _person_alone,
    Kind.PLACE: _place_alone,
    Kind.PAPER: _paper_alone,
    Kind.AGENCY: _agency_alone,
}

#: The mark that closes a dateline before the first sentence, by name of style. "brackets" puts
#: the source in brackets, "slash" also parts place, writer and source by slashes.
STYLES = {"colon": ": ", "dash": " - ", "brackets": " – ", "slash": "/ "}


def format(value: Byline, style: str = "colon", *, lexicon: Lexicon | None = None) -> str:
    """`value` as printed in `style`, a name in `STYLES`, with the mark that closes it.

    `parse` reads it back before a sentence that opens with a verb, if the publication is known or
    a place stands beside it. A writer who is alone is printed as «كتب فلان: », since a name and a
    colon open what somebody said. Raises `BadArgument` for an unknown style.

    >>> format(Byline("", place="بيروت", authors=("رنا منصور",)))
    'بيروت - رنا منصور: '
    """
    one_of("style", style, STYLES)
    lexicon = lexicon or lexicons.default()
    closing = STYLES[style]
    who = writers(value, lexicon)
    sources = source_names(value, lexicon, quoted=True)
    if not sources and not (who and value.place):
        written = f"{who}: " if value.role else f"كتب {who}: "
        return written if who else f"{value.place} - " if value.place else ""
    if sources and not who and (style == "brackets" or not value.place):
        return f"{value.place or ''} ({' - '.join(sources)}){closing}".lstrip()
    separator = " / " if style == "slash" else " - "
    return separator.join(filter(None, [value.place, who, *sources])) + closing
