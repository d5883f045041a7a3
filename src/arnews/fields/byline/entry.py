"""A text as one entry of the tables, as a job, or as names: what is known of it by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...folding import fold
from ...lexicon import Lexicon, roles, words
from ...lexicon.agencies import begins
from ...patterns import pattern, plain
from ...remembered import once, remembered
from ..person import LIKELY, MAYBE, NO, SURE, has_common_word, name_score, split_names
from .candidate import Candidate, Kind
from .tokenize import Segment

LONGEST_ENTRY = 8  # words of one entry of the tables, with «وكالة» and the like before it
LONGEST_WORD = 64  # characters
SHORTEST_NISBA = 4  # letters
LONGEST_JOB = 9  # words
LONGEST_UNKNOWN_NAMES = 4  # words of names none of which is likely

_BEFORE = " -–—ـ.'\"()"  # what may stand before the name of an agency
_REPORTING = frozenset({"agency", "broadcaster"})  # what signs a story: no picture houses
_ARABIC = pattern(r"[ء-ي]{2,}+")
_NUMBERED = pattern(r"[ء-ي]{3,}\d{1,3}")
_SENTENCE_END = pattern(r"\.\.|…|\w\.\s")
INITIALS = pattern(r"[ء-ي](?:(?:\s?\.\s?|\s)[ء-ي]){1,2}\s?\.?")  # «م.ل»
# «ق. محرز», «رشيد.م»
_SHORTENED = pattern(r"[ء-ي]\s?\.\s?[ء-ي]{3,}|(?P<given>[ء-ي]{3,})\s?\.\s?[ء-ي]{1,2}\.?")
_POSTED = pattern(r"\s++(?:في|إلى|من)\s++")  # «موفدنا إلى باماكو»
_TODAY = "اليوم"
_FULL_NAME = 2  # words
_NEWS_OF = frozenset({"اخبار", "يوميات"})
_NEWS_OF_LONGEST = 2  # words behind
_LIST = plain(r"[،,/–-]")


@once
def _may_begin_agency(lexicon: Lexicon) -> Callable[[str], bool]:
    """Says whether the name of an agency may begin with a word, to which «و» may be glued."""
    return remembered(lambda word: begins(word, lexicon.agencies.beginnings))


class TextTagger(NamedTuple):
    """Looks texts up in the tables of `lexicon`.

    `strict` wants more for a name: sentences begin with a verb and a name («قضى سعود الفيصل»).
    """

    lexicon: Lexicon
    strict: bool = False

    def agency(self, text: str) -> str | None:
        """The id of the agency or broadcaster that `text` names."""
        first = text.lstrip(_BEFORE)[:LONGEST_WORD].partition(" ")[0]
        if text.count(" ") >= LONGEST_ENTRY or not _may_begin_agency(self.lexicon)(first):
            return None
        agencies = self.lexicon.agencies
        found = agencies.lookup(text)
        return found if found is not None and agencies.kinds[found] in _REPORTING else None

    def is_plain_agency(self, text: str) -> bool:
        """Whether `text` is an agency and no ordinary word, so that a place may come before it."""
        return self.agency(text) is not None and not self.lexicon.agencies.is_ambiguous(text)

    def names_source(self, text: str) -> bool:
        return self.lexicon.papers.reads(text) or self.agency(text) is not None

    def is_place(self, text: str) -> bool:
        """Whether `text` is a place, or a list of places («بغداد، عمان» in brackets)."""
        pieces = [piece for piece in map(str.strip, _LIST.split(text)) if piece]
        return bool(pieces) and all(map(self.lexicon.places.reads, pieces))

    def score(self, text: str) -> int:
        """How much `text` looks like a person's name."""
        return name_score(text, self.lexicon)

    def entry(self, text: str, segment: Segment, *wanted: Kind) -> tuple[Candidate, ...]:
        """`text` as one entry of the tables, with all that it may be: one of `wanted`, if any."""
        if text.count(" ") >= LONGEST_ENTRY:
            return ()
        agency = None if self._is_quoted_source(text) else self.agency(text)
        kinds = tuple(self._kinds(text, agency, segment))
        if not kinds and words.fold_label(text) in self.lexicon.sections:
            kinds = (Kind.SECTION,)
        form = "" if kinds else fold(text)
        if INITIALS.fullmatch(form):
            kinds = (Kind.INITIALS,)
        elif "." in form and (shortened := _SHORTENED.fullmatch(form)):
            given = shortened["given"]
            kinds = () if given and not self.lexicon.names.is_given(given) else (Kind.PERSON,)
        if not kinds or (wanted and set(wanted).isdisjoint(kinds)):
            return ()
        return (Candidate(kinds, text, segment, agency),)

    def _is_quoted_source(self, text: str) -> bool:
        """«نقلا عن رويترز»: a label of sources, and behind it the agency."""
        label, _, name = text.partition(" عن ")
        return bool(name) and roles.fold_role(f"{label} عن") in self.lexicon.roles.sources

    def _kinds(self, text: str, agency: str | None, segment: Segment) -> Iterator[Kind]:
        form, known, papers = roles.fold_role(text), self.lexicon.roles, self.lexicon.papers
        if form.removesuffix(" ل") in known.sources:
            yield Kind.SOURCE
        if form in known.all_labels:
            yield Kind.LABEL
        head = form.partition(" ")[0]
        described = head in known.jobs or head in known.all_labels
        housed = papers.reads(text) or self._is_named_by_place(text)
        if papers.knows(text) or (not agency and not described and housed):
            yield Kind.PAPER
        if agency:
            yield Kind.AGENCY
        if self.is_place(text):
            yield Kind.PLACE
        after_a_name = form in known.source_adjectives and not segment.before.strip()
        month = papers.knows(text) and form in self.lexicon.calendar.gregorian  # «فبراير»
        if after_a_name or month or form in known.nobody or form in papers.heads:
            yield Kind.NOBODY

    def _is_named_by_place(self, text: str) -> bool:
        """«منصة عطبرة الإخبارية», «إذاعة تونس»."""
        papers, (head, *rest) = self.lexicon.papers, fold(text).split() or ("",)
        if head not in papers.heads or not rest:
            return False
        named = rest[:-1] if len(rest) > 1 and rest[-1] in papers.tails else rest
        return self.lexicon.places.knows(" ".join(named))

    def job(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """«محرر الشؤون العربية», «مراسلة أورينت نيوز», «مراسلنا في عمّان»."""
        form, known = roles.fold_role(text).split(), self.lexicon.roles
        if not form or form[0] not in known.jobs or len(form) > LONGEST_JOB:
            return ()
        if _SENTENCE_END.search(text) or not self.lexicon.names.openers.isdisjoint(form[1:]):
            return ()
        if len(form) == 1 and form[0] not in known.bare_jobs | known.posted:
            return ()
        head, _, rest = text.partition(" ")
        what, where = (*_POSTED.split(text, 1), "")[:2]
        if form[0] in known.posted and where and self.lexicon.places.reads(where):
            return (*self.job(what, segment), Candidate((Kind.PLACE,), where, segment))
        if form[0] in known.posted and rest and self.names_source(rest):
            return (Candidate((Kind.JOB,), head, segment), *self.entry(rest, segment))
        named = form[0] in known.titles or self.lexicon.names.is_given(form[0])
        if named and self.score(text) == SURE:
            return ()  # «أمين الحداد»
        kinds = (Kind.JOB, Kind.PERSON) if self._may_be_given(form) else (Kind.JOB,)
        return (Candidate(kinds, text, segment),)

    def _may_be_given(self, form: list[str]) -> bool:
        """Whether an office may be a given name too: a surname follows («نقيب الخالدي»)."""
        names, (head, *rest) = self.lexicon.names, form
        if head not in self.lexicon.roles.offices or head.startswith("ال"):
            return False
        last = rest[-1] if rest else ""
        nisba = last.startswith("ال") and last.endswith("ي") and len(last) > SHORTEST_NISBA
        plainly = nisba and last not in names.never and not self.names_source(last)
        single = len(rest) == 1 or (len(rest) == 2 and rest[0] in names.particles)
        return single and (plainly or names.is_given(last))

    def names(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """`text` as one person or several, or as a run of words that may be anything."""
        head = fold(text).partition(" ")[0]
        if has_common_word(text, self.lexicon) or head in self.lexicon.papers.heads:
            return ()
        names = split_names(text, self.lexicon)
        scores = list(map(self.score, names))
        if not scores or NO in scores:
            return self.unknown(text, segment)
        if max(scores) == MAYBE and len(text.split()) > LONGEST_UNKNOWN_NAMES:
            return ()
        least = SURE if self.strict else LIKELY
        return tuple(
            Candidate((Kind.PERSON,), name, segment)
            if score >= least
            else Candidate((Kind.WORDS, Kind.PERSON), name, segment, sure=False)
            for name, score in zip(names, scores, strict=True)
        )

    def writer(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """A surname that is a common word too, or looks like one, after a label and a given name:
        «كتب محمد عربي», «نشر بواسطة سالم بيت راشد»."""
        form = fold(text).split()
        named = 2 <= len(form) <= 3 and self.lexicon.names.is_given(form[0])
        return (Candidate((Kind.PERSON,), text, segment),) if named else ()

    def of_country(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """What may be a paper: «وادينا الأردن», «وادينا7», but no «شمال الأردن», «ملك الأردن»."""
        head, _, last = fold(text).partition(" ")
        if not last:
            numbered = head[-1:].isdigit() and _NUMBERED.fullmatch(head)
            return (Candidate((Kind.PAPER,), text, segment, sure=False),) if numbered else ()
        known, places = self.lexicon.roles, self.lexicon.places
        if not places.is_country(last) or not _ARABIC.fullmatch(head):
            return ()
        ordinary = (
            self.lexicon.names.never,
            places.heads,
            known.jobs,
            known.all_labels,
            known.titles,
        )
        placed = places.knows(head) or self.is_plain_agency(head)
        if placed or any(head in row for row in ordinary):
            return ()
        return (Candidate((Kind.PAPER,), text, segment, sure=False),)

    def is_news_of(self, text: str) -> bool:
        """«أخبار الوادي», but no «أخبار الرياضة»."""
        word, *rest = fold(text).split() or ("",)
        if word not in _NEWS_OF or not 1 <= len(rest) <= _NEWS_OF_LONGEST:
            return False
        told = self.lexicon.names.never.isdisjoint(rest)
        return told and words.fold_label(text) not in self.lexicon.sections

    def daily(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """What may be a paper: «الوادي اليوم», «أخبار الوادي», but no «الثلاثاء اليوم»."""
        if self.is_news_of(text):
            return (Candidate((Kind.PAPER,), text, segment, sure=False),)
        head, _, last = fold(text).rpartition(" ")
        if last != _TODAY:
            return ()
        single = head.startswith("ال") and " " not in head
        named = single or self.is_place(head) or self.lexicon.papers.knows(head)
        ordinary = self.lexicon.names.never, self.lexicon.calendar.weekdays, self.lexicon.sections
        if not named or any(head in row for row in ordinary):
            return ()
        return (Candidate((Kind.PAPER,), text, segment, sure=False),)

    def unknown(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """A short run of words that no sentence has: a place or paper not in the tables, or a given
        name and a surname that looks like a word («هبة الطعيمات»)."""
        form, names = fold(text).split(), self.lexicon.names
        if not 1 <= len(form) <= 3 or " ".join(form).endswith(names.formulas):
            return ()
        plain = (word.removeprefix("و") for word in form)  # «وذكرت وكالة …»
        if not all(map(_ARABIC.fullmatch, form)) or not names.never.isdisjoint((*form, *plain)):
            return ()
        named = len(form) == _FULL_NAME and names.is_given(form[0])
        kinds = (Kind.WORDS, Kind.PERSON) if named else (Kind.WORDS,)
        return (Candidate(kinds, text, segment, sure=False),)
