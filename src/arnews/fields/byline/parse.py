"""Reads a line as a byline or an end credit: who wrote, for whom, where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice, pairwise

from ... import lexicon as lexicons
from ...arguments import check
from ...folding import fold
from ...lexicon import Lexicon, roles, words
from ...model import Byline
from ...patterns import pattern, plain
from ..gates import LATIN_AND_DATE
from .candidate import HOUSES, Candidate, Kind
from .disambiguate import (
    disambiguate,
    is_headline_with_quotation,
    is_quotation,
    to_byline,
)
from .tag import SegmentTagger, without_dates
from .tokenize import INVISIBLE, ORNAMENT, Segment, split

LONGEST = 240  # characters; longer texts are no byline
MOST_SEGMENTS = 14

# «محمد الشرع نشر في المساء يوم 20 - 08 - 2012»: where a digest found the story; the writer may
# be glued to the verb.
_PUBLISHED_IN = pattern(
    r"(?s)(.{0,60}?)نشر\sفي\s(.{2,40}?)\sيوم\s\d\d?\s?-\s?\d\d?\s?-\s?\d{4}\s*+"
)
# Beside a name and no part of it: an account («@okaz_online»), a mail address, a bullet, a pen or a
# camera as a picture.
_ORNAMENT = pattern(
    r"(?:(?<=[\s)])|^)(?:@\w{2,30}|\w{2,30}@|[\w.+-]{1,40}+@[\w-]{1,40}+(?:\.\w{2,12})+)(?!\S)|"
    rf"{ORNAMENT}"
)
# «محمد العلي لـ«الوادي»», «كتب محمد العلي في «الوادي»:»: for whom, in quotes.
_FOR = pattern(r"(?<=\p{L})\s++(?:[لب]ـ?|في)\s?(?=[«\"“”]\w)")
_ADDRESS = plain(r"[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*){1,3}")
_LATIN = plain(r"[A-Z][\w.&'-]*+(?: [\w.&'-]++){0,6}+")
_LATIN_NAME = plain(r"[A-Z][a-z]+(?: [A-Z][a-z'-]+){1,2}")
_SIGN = plain(rf"@|{ORNAMENT}")
_SPECIAL = frozenset({"خاص", "خاصه", "حصري", "حصريا"})  # folded: the paper's own story
_FOREIGN_SIGN = plain(r"[@؟?!$=#<>]")


def parse(text: str, *, lexicon: Lexicon | None = None) -> Byline | None:
    """The byline or end credit that `text` is, or `None` if it is none.

    `text` is the whole line, or the few lines, of a byline: «رائد جبر (موسكو)», «المصدر: رويترز».
    `raw` is it without the blanks around. Values are as printed, without quotes and brackets, in
    letters instead of presentation forms; places of separate segments and several roles are joined
    with " | ". «خاص» alone names nobody: the text is the paper's own. Raises `BadArgument` for a
    `text` of another type.

    >>> byline = parse("لندن: «الشرق الأوسط»")
    >>> byline.publication, byline.place
    ('الشرق الأوسط', 'لندن')
    """
    check("text", text, str, "the line of a byline as str")
    if len(text) > LONGEST:
        return None
    plain = INVISIBLE.sub("", text)
    if _SIGN.search(plain):
        plain = _ORNAMENT.sub("", plain)
    plain = _FOR.sub(" - ", plain.strip())
    if not plain or _is_foreign(plain):
        return None
    if "نشر" in plain and (published := _PUBLISHED_IN.fullmatch(plain)):
        plain = " - ".join(filter(None, map(str.strip, published.groups())))
    lexicon = lexicon or lexicons.default()
    dated = LATIN_AND_DATE.match(plain) is not None
    settled = disambiguate(_candidates(without_dates(plain, lexicon), lexicon, latin=dated))
    if not settled or any(fits(settled, lexicon) for fits in REFUSALS.values()):
        return None
    found = to_byline(text.strip(), plain, settled, lexicon, signed=not _is_credit(settled))
    own = len(settled) == 1 and roles.fold_role(settled[0].text) in _SPECIAL
    return found if own or found != Byline(found.raw) else None


def _is_foreign(plain: str) -> bool:
    """Whether `plain` holds what no byline does: a beginning cut off, a bracket that closes before
    one opens, addresses, questions, code."""
    if plain.startswith(("..", "…")) or ")" in plain.partition("(")[0]:
        return True
    return _FOREIGN_SIGN.search(plain) is not None or any(
        sign in plain for sign in ("http:", "https:", ");", "()")
    )


def _candidates(plain: str, lexicon: Lexicon, *, latin: bool) -> list[Candidate]:
    """All candidates of `plain`; none if one of its segments belongs to no byline. With `latin`,
    names in Latin letters are writers."""
    tagger = SegmentTagger(lexicon)
    candidates: list[Candidate] = []
    segments = list(islice(_segments(plain, lexicon.roles.titles), MOST_SEGMENTS + 1))
    befores = [None, *segments]
    lines = "\n" in plain
    if not lines and any(
        tagger.is_prose(segment) and not tagger.written(segment, before)
        for before, segment in zip(befores, segments, strict=False)
    ):
        return []
    for count, segment in enumerate(segments):
        refused = count == MOST_SEGMENTS or (lines and tagger.is_prose(segment))
        tagged = () if refused else tagger.tag(segment) or tagger.written(segment, befores[count])
        sourced = bool(candidates) and candidates[-1].kind == Kind.SOURCE
        if sourced and (
            _ADDRESS.fullmatch(segment.text)  # «المصدر: alwadi.example», «Source: Wadi Press»
            or (not tagged and segment.text.isascii() and _LATIN.fullmatch(segment.text))
        ):
            tagged = (Candidate((Kind.PAPER,), segment.text, segment),)
        unknown = latin and lexicon.agencies.lookup(segment.text) is None
        if unknown and _LATIN_NAME.fullmatch(segment.text):
            tagged = (Candidate((Kind.PERSON,), segment.text, segment),)
        if not tagged:
            if candidates and candidates[-1].kind == Kind.JOB and segment.follows("\n"):
                break  # where the one who signs works
            return []
        if tagged[0].kind == Kind.SOURCE:
            candidates = [one for one in candidates if one.kind == Kind.PERSON]
        candidates.extend(tagged)
    return candidates


def _segments(plain: str, titles: frozenset[str]) -> Iterator[Segment]:
    """The segments of `plain`; those of a bracket around the whole are bracketed."""
    segments = split(plain, titles)
    first = list(islice(segments, 2))
    if len(first) == 1 and first[0].wrap == "bracket":
        for inner in split(first[0].text, titles):
            yield inner._replace(wrap=inner.wrap or "bracket")
    else:
        yield from chain(first, segments)


def _kinds(settled: list[Candidate]) -> set[Kind]:
    return {one.kind for one in settled}


def _is_section(settled: list[Candidate], lexicon: Lexicon) -> bool:
    text, kind = settled[0].text, settled[0].kind
    if len(settled) > 1 or (settled[0].segment.wrap == "quote" and kind == Kind.PAPER):
        return False
    ordinary = kind == Kind.LABEL or lexicon.papers.is_ordinary(text)
    return ordinary and words.fold_label(text) in lexicon.sections


def _is_quoted_phrase(settled: list[Candidate], lexicon: Lexicon) -> bool:
    alone = len(settled) == 1 and settled[0].segment.wrap == "quote"
    return alone and settled[0].kind == Kind.PAPER and not lexicon.papers.knows(settled[0].text)


def _are_countries(settled: list[Candidate], lexicon: Lexicon) -> bool:
    places = [one.text for one in settled if one.kind == Kind.PLACE]
    only = _kinds(settled) <= {Kind.PLACE, Kind.SECTION}
    return bool(places) and only and all(map(lexicon.places.is_country, places))


def _are_letters_among_words(settled: list[Candidate], _: Lexicon) -> bool:
    """A slash parts a writer from who edits: «خالد حداد / س.ع»."""
    kinds = _kinds(settled)
    known = {Kind.INITIALS, *HOUSES, Kind.NOBODY, Kind.LABEL, Kind.PLACE}
    edited = any(
        {one.kind, after.kind} == {Kind.PERSON, Kind.INITIALS} and after.segment.follows("/")
        for one, after in pairwise(settled)
    )
    return Kind.INITIALS in kinds and not kinds <= known | ({Kind.PERSON} if edited else set())


def _is_office(settled: list[Candidate], lexicon: Lexicon) -> bool:
    head = roles.fold_role(settled[0].text).split()[0]
    return _kinds(settled) == {Kind.JOB} and head in lexicon.roles.offices


def _is_who_holds_office(settled: list[Candidate], lexicon: Lexicon) -> bool:
    """Whom a story or a picture is of: an office of the state, and behind it who holds it."""
    kinds = [one.kind for one in settled]
    office = roles.fold_role(settled[0].text).split()
    return kinds == [Kind.JOB, Kind.PERSON] and not lexicon.roles.state.isdisjoint(office)


def _is_masthead(settled: list[Candidate], lexicon: Lexicon) -> bool:
    """Who runs the site, behind a colon."""
    job, *others = settled
    runs = roles.fold_role(job.text) in lexicon.roles.mastheads
    person = [one.kind for one in others] == [Kind.PERSON]
    return runs and person and others[0].segment.follows(":")


def _is_day(settled: list[Candidate], lexicon: Lexicon) -> bool:
    """Whether the line says «today» rather than the name of a paper."""
    one, *more = settled
    return not more and not one.segment.wrap and fold(one.text) in lexicon.calendar.day_words


def _is_special(settled: list[Candidate], _: Lexicon) -> bool:
    """Whether the line names a kind of text: an adjective behind it, with no mark between."""
    one, *more = settled
    return (
        one.kind == Kind.LABEL
        and [(each.kind, each.segment) for each in more] == [(Kind.NOBODY, one.segment)]
        and fold(more[0].text) in _SPECIAL
    )


#: Candidates, settled and together, that are no byline though each could be of one, by an example;
#: the first that fits refuses.
REFUSALS: Mapping[str, Callable[[list[Candidate], Lexicon], bool]] = {
    "تحقيقات": _is_section,
    "«لن نتراجع»": _is_quoted_phrase,
    "الرئيس الأميركي (رويترز)": lambda settled, _: (
        settled[-1].segment.wrap == "bracket" and _kinds(settled) == {Kind.JOB, Kind.AGENCY}
    ),
    "محمد العلي: خالد حداد": is_quotation,
    "مصر / السودان": _are_countries,  # what a story is about
    "(محمد العلي)": lambda settled, _: (
        _kinds(settled) == {Kind.PERSON} and any(one.segment.wrap for one in settled)
    ),
    "م.ل - خالد حداد": _are_letters_among_words,
    "وزير الدفاع": _is_office,
    "وزير الدفاع، خالد حداد": _is_who_holds_office,
    "وزير الدفاع يرفض «الضغوط»": is_headline_with_quotation,
    "تقرير خاص": _is_special,
    "رئيس التحرير: خالد حداد": _is_masthead,
    "اليوم :": _is_day,
}


def _is_credit(settled: list[Candidate]) -> bool:
    """Whether the text names a source rather than signs: there an agency is an agency only."""
    kinds = _kinds(settled)
    bracketed = all(one.segment.wrap == "bracket" for one in settled)
    return (bracketed and kinds.isdisjoint({Kind.PAPER, Kind.PLACE})) or bool(
        kinds & {Kind.SOURCE, Kind.INITIALS}
    )
