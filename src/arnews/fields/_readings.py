"""What one segment of a byline can be, by the tables and by its form alone.

A segment is read into parts: mostly one, several where nothing separates them («روما أ ش أ»,
«صلالة من ازاد العمري»). A part's `kinds` are all that it may be; `_assembly` decides by what
stands around it. No part at all means that the segment belongs to no byline.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex
from attrs import evolve, frozen

from ..folding import fold
from ..lexicon import Lexicon
from ..lexicon import roles as labels
from ..lexicon import words as interface
from . import _people, date
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
    WEAK,
    Part,
)
from ._segments import Segment, cut

LONGEST_SEGMENT = 90  # characters
MOST_WORDS = 13  # of a segment: a list of names without marks between is the longest
LONGEST_JOB = 9  # words
LONGEST_WEAK = 4  # words of a name that nothing but its place tells

_REPORTING = frozenset({"agency", "broadcaster"})  # what signs a story: no picture houses
_ARABIC = regex.compile(r"[ء-ي]{2,}+")
_CUT = regex.compile(r"\.\.|…|\w\.\s")  # of a sentence
_INITIALS = regex.compile(r"[ء-ي](?:(?:\s?\.\s?|\s)[ء-ي]){1,2}\s?\.?")
_NAMED = regex.compile(r"[\p{Arabic}\p{Lu}\p{Nd}]")  # what a printed name begins with
_QUOTED = regex.compile(r"[«»\"“”„]([^«»\"“”„]++)[«»\"“”„]")
_WORD = regex.compile(r"\S++")
_FROM = regex.compile(r"\s++من\s++")
_AND_AGENCIES = regex.compile(r"\s++و(?:ال)?وكالات(?: ال[اأ]نباء)?$")
_IN = regex.compile(r"\s++في$")  # before a date: «أبوظبي في 7 ديسمبر»
_BLANK = regex.compile(r"\s")
_BLANKS = regex.compile(r"\s{2,}+")
_LIST = regex.compile(r"\s*+[،,/–-]\s*+")
_DAY_AND_MONTH = regex.compile(r"(?<![\d/-])\d{1,2}\s?[-/]\s?\d{1,2}(?=\s*+\()")  # «12 - 7 (كونا)»
_SON = frozenset({"بن", "ابن", "بنت"})
_PURPOSE = regex.compile(r"\s++لل\S++.*+$")


def without_dates(text: str, lexicon: Lexicon) -> str:
    """`text` with bars in place of the dates in it, so that each is a separator."""
    if not any(map(str.isdigit, text)):
        return text
    for found in date.find(text, lexicon=lexicon):
        text = f"{text[: found.start]}{'|' * (found.end - found.start)}{text[found.end :]}"
    text = _DAY_AND_MONTH.sub(_bars, text)
    return _glued_weekday(lexicon).sub(_bars, text) if "|" in text else text


def _bars(found: regex.Match[str]) -> str:
    return "|" * len(found.group())


@lru_cache(maxsize=8)
def _glued_weekday(lexicon: Lexicon) -> regex.Pattern[str]:
    """«ليال مروانالسبت 12 يوليو»: a weekday between a name and a date, with no blank before it."""
    names = lexicon.calendar.printed["weekdays"]
    shapes = "|".join(regex.sub("[اأإ]", "[اأإ]", name) for name in names)
    return regex.compile(rf"(?<=\p{{L}}{{2}})(?:{shapes})[\s،,-]*+(?=\|)")


@frozen
class Reader:
    """Reads segments by the tables of `lexicon`.

    `strict` wants more for a name: sentences begin with a verb and a name («قضى سعود الفيصل»).
    """

    lexicon: Lexicon
    strict: bool = False

    def read(self, segment: Segment) -> tuple[Part, ...]:
        """The parts of `segment`; none if it belongs to no byline."""
        if len(segment.text) > LONGEST_SEGMENT or self._is_sentence(segment.text):
            return ()
        quoted = _QUOTED.fullmatch(segment.text)
        if quoted or segment.wrap == "quote":
            return self._quoted(quoted.group(1) if quoted else segment.text, segment)
        if segment.wrap == "bracket" and (listed := self._listed(segment)):
            return listed
        text = segment.text.strip(" \"'")
        return self._text(text if self._agency(text) else text.strip(" ."), segment)

    def _is_sentence(self, text: str) -> bool:
        """Whether `text` has too many words, or begins with a verb of news where few may."""
        words = text.split(None, MOST_WORDS)
        if len(words) > MOST_WORDS:
            return True
        return self.strict and len(words) > 2 and fold(words[0]) in self.lexicon.names.openers

    def _listed(self, segment: Segment) -> tuple[Part, ...]:
        """Several sources in one pair of brackets: «(رويترز - أ ف ب)»."""
        inner = cut(segment.text, self.lexicon.roles.titles)
        if len(inner) < 2:
            return ()
        found = [self._quoted(s.text, s) if s.wrap == "quote" else self.known(s) for s in inner]
        sources = [part for parts in found for part in parts if part.may_be(PAPER, AGENCY)]
        if len(sources) < len(inner):
            return ()
        return tuple(evolve(part, segment=segment) for part in sources)

    def known(self, segment: Segment) -> tuple[Part, ...]:
        """`segment` as one place, paper or agency of the tables."""
        found = self._whole(segment.text.strip(" ."), segment)
        return tuple(part for part in found if part.may_be(PLACE, PAPER, AGENCY))

    def _quoted(self, text: str, segment: Segment) -> tuple[Part, ...]:
        agency = self._agency(text)
        if len(text.split()) > 5 or not _NAMED.match(text):
            return ()
        if labels.fold_role(text) in self.lexicon.roles.nobody:
            return (Part((NOBODY,), text, segment),)
        kinds = (AGENCY,) if agency and not self.lexicon.papers.knows(text) else (PAPER,)
        return (Part(kinds, text, segment, agency),)

    def _text(self, text: str, segment: Segment) -> tuple[Part, ...]:
        if text.startswith("في "):
            return ()
        text = _IN.sub("", _AND_AGENCIES.sub("", text))
        for reading in (self._whole, self._job, self._compound, self._person):
            parts = reading(text, segment)
            if parts:
                return parts
        return ()

    def _agency(self, text: str) -> str | None:
        found = self.lexicon.agencies.lookup(text)
        reports = found is not None and self.lexicon.agencies.kinds[found] in _REPORTING
        return found if reports else None

    def _is_place(self, text: str) -> bool:
        """Whether `text` is a place, or a list of places («بغداد، عمان» in brackets)."""
        pieces = [piece for piece in _LIST.split(text) if piece]
        return bool(pieces) and all(map(self.lexicon.places.reads, pieces))

    def _whole(self, text: str, segment: Segment) -> tuple[Part, ...]:
        """`text` as one entry of the tables, with all that it may be."""
        form = labels.fold_role(text)
        roles, kinds = self.lexicon.roles, list[str]()
        agency = self._agency(text)
        if form in roles.sources or (form[-2:] == " ل" and form[:-2] in roles.sources):
            kinds.append(SOURCE)
        if form in roles.all_labels:
            kinds.append(LABEL)
        papers = self.lexicon.papers
        head = form.partition(" ")[0]
        described = head in roles.jobs or head in roles.all_labels
        if papers.knows(text) or (not agency and not described and papers.reads(text)):
            kinds.append(PAPER)
        if agency:
            kinds.append(AGENCY)
        if self._is_place(text):
            kinds.append(PLACE)
        if form in roles.source_adjectives and not segment.before.strip():
            kinds.append(NOBODY)
        if form in roles.nobody or form in papers.heads:
            kinds.append(NOBODY)
        if not kinds and interface.fold_label(text) in self.lexicon.sections:
            kinds.append(SECTION)
        if not kinds and _INITIALS.fullmatch(fold(text)):
            kinds.append(INITIALS)
        return (Part(tuple(kinds), text, segment, agency),) if kinds else ()

    def _job(self, text: str, segment: Segment) -> tuple[Part, ...]:
        words = labels.fold_role(text).split()
        roles, names = self.lexicon.roles, self.lexicon.names
        if not words or words[0] not in roles.jobs or len(words) > LONGEST_JOB or _CUT.search(text):
            return ()
        if any(word in names.openers for word in words[1:]):
            return ()
        if len(words) == 1 and not (words[0] in roles.bare_jobs or words[0] in roles.posted):
            return ()
        head, _, rest = text.partition(" ")
        if words[0] in roles.posted and rest and self._names_source(rest):
            return (Part((JOB,), head, segment), *self._whole(rest, segment))
        if words[0] in roles.titles and self._likeness(text) == _people.SURE:
            return ()
        return (Part((JOB,), text, segment),)

    def _names_source(self, text: str) -> bool:
        return self.lexicon.papers.reads(text) or self._agency(text) is not None

    def _compound(self, text: str, segment: Segment) -> tuple[Part, ...]:
        if not _BLANK.search(text):
            return ()
        for reading in (self._labelled, self._joined_by_from, self._with_job, self._two):
            parts = tuple(reading(text, segment))
            if parts:
                return parts
        return ()

    def _labelled(self, text: str, segment: Segment) -> Iterator[Part]:
        """A label and what follows: «كتبت أسماء نصار», «من إعداد فلان للنشرة»."""
        words = text.split()
        for size in range(min(3, len(words) - 1), 0, -1):
            head, rest = " ".join(words[:size]), " ".join(words[size:])
            form = labels.fold_role(head)
            if form == "من" and self.lexicon.places.reads(rest):
                yield Part((PLACE,), rest, segment)
                return
            if form == "من":
                yield from tuple(self._labelled(rest, segment)) or self._person(rest, segment)
                return
            if form == "في" and self.lexicon.places.reads(rest):
                yield Part((PLACE,), rest, segment)
                return
            if form in self.lexicon.roles.nobody and (found := self._sources(rest, segment)):
                yield Part((NOBODY,), head, segment)  # «خاص صفا»
                yield from found
                return
            if form in self.lexicon.roles.all_labels:
                rest = _PURPOSE.sub("", rest)
                found = self._whole(rest, segment) or tuple(self._labelled(rest, segment))
                found = found or self._person(rest, segment) or self._writer(form, rest, segment)
                if found:
                    yield Part((LABEL,), head, segment)
                    yield from found
                return
            if form in self.lexicon.roles.sources:
                if found := self._source(rest, segment):
                    yield Part((SOURCE,), head, segment)
                    yield from found
                return

    def _sources(self, text: str, segment: Segment) -> tuple[Part, ...]:
        return tuple(part for part in self._whole(text, segment) if part.may_be(PAPER, AGENCY))

    def _source(self, text: str, segment: Segment) -> tuple[Part, ...]:
        """The name after a source label, without «السعودية» and the like behind it."""
        head, _, last = text.rpartition(" ")
        if head and labels.fold_role(last) in self.lexicon.roles.source_adjectives:
            whole = self._whole(text, segment)
            if not any(part.may_be(PAPER, AGENCY) for part in whole):
                return (Part((PAPER,), head, segment, self._agency(head)),)
        return tuple(p for p in self._whole(text, segment) if p.may_be(PAPER, AGENCY, NOBODY))

    def _with_job(self, text: str, segment: Segment) -> Iterator[Part]:
        """A name and what he is, with no mark between: «هبة عادل صحافية مصرية»."""
        roles = self.lexicon.roles
        words = list(regex.finditer(r"\S++", text))
        for size in range(2, min(5, len(words))):
            name, job = text[: words[size].start()].rstrip(), text[words[size].start() :]
            if labels.fold_role(words[size].group()) in roles.press:
                if self._likeness(name) == _people.SURE:
                    yield Part((PERSON,), name, segment)
                    yield Part((JOB,), job, segment)
                return

    def _joined_by_from(self, text: str, segment: Segment) -> Iterator[Part]:
        """«أحمد الرشيد من الرياض», «صلالة من ازاد العمري»."""
        sides = _FROM.split(text)
        if len(sides) != 2:
            return
        left, right = sides
        places, papers = self.lexicon.places, self.lexicon.papers
        likeness = self._likeness(left)
        if places.reads(right) and not places.knows(left) and (likeness or papers.reads(left)):
            yield Part((PAPER if papers.reads(left) else PERSON,), left, segment)
            yield Part((PLACE,), right, segment)
        elif likeness == _people.SURE and len(right.split()) < 3 and self._unknown(right, segment):
            yield Part((PERSON,), left, segment)
            yield Part((PLACE,), right, segment)
        elif self._is_placed(left, self._likeness(right), segment):
            yield Part((PLACE,), left, segment)
            yield Part((PERSON,), right, segment)

    def _is_placed(self, left: str, likeness: int, segment: Segment) -> bool:
        """Whether `left` is the place before «من» and a name of that likeness."""
        if self.lexicon.places.reads(left):
            return likeness > _people.NO
        return likeness == _people.SURE and bool(self._unknown(left, segment))

    def _two(self, text: str, segment: Segment) -> Iterator[Part]:
        """Two entries with only a blank between them: «روما أ ش أ», «القاهرة الوطن»."""
        words = list(_WORD.finditer(text))
        for size in range(min(4, len(words) - 1), 0, -1):
            left, right = text[: words[size].start()].rstrip(), text[words[size].start() :]
            if fold(words[size].group()) in _SON:  # «آسيا بن علي» is no place
                continue
            if self.lexicon.places.reads(left) and self._follows_place(right):
                yield Part((PLACE,), left, segment)
                yield from self._whole(right, segment) or self._person(right, segment)
                return
            if size < 3 and self._is_plain_agency(right) and self._unknown(left, segment):
                yield Part((PLACE,), left, segment)
                yield Part((AGENCY,), right, segment, self._agency(right))
                return
            if self._agency(left) and self.lexicon.places.reads(right):
                yield Part((AGENCY,), left, segment, self._agency(left))
                yield Part((PLACE,), right, segment)
                return
        yield from self._wide(text, segment)

    def _is_plain_agency(self, text: str) -> bool:
        """Whether `text` is an agency and no ordinary word, so that a place may stand before it."""
        return self._agency(text) is not None and not self.lexicon.agencies.is_ambiguous(text)

    def _follows_place(self, text: str) -> bool:
        paper = self.lexicon.papers.reads(text) and fold(text) not in self.lexicon.names.never
        return self._agency(text) is not None or paper or self._likeness(text) == _people.SURE

    def _wide(self, text: str, segment: Segment) -> Iterator[Part]:
        """A name and a place with a wide blank between them, once two lines."""
        sides = _BLANKS.split(text)
        wide = len(sides) == 2 and " " in sides[0]
        if wide and self._likeness(sides[0]) and self.lexicon.places.reads(sides[1]):
            yield Part((PERSON,), sides[0], segment)
            yield Part((PLACE,), sides[1], segment)

    def _likeness(self, text: str) -> int:
        return _people.likeness(text, self.lexicon.names, self.lexicon.roles)

    def _person(self, text: str, segment: Segment) -> tuple[Part, ...]:
        """`text` as one person or several, or as a run of words that may be anything."""
        names, roles = self.lexicon.names, self.lexicon.roles
        parted = _people.part(text, names)
        grades = [_people.likeness(name, names, roles) for name in parted]
        if not grades or _people.NO in grades:
            return self._unknown(text, segment)
        if max(grades) == _people.MAYBE and len(text.split()) > LONGEST_WEAK:
            return ()
        sure = max(grades) >= (_people.SURE if self.strict else _people.LIKELY)
        return tuple(
            Part((PERSON,) if sure else (WEAK, PERSON), name, segment, sure=sure) for name in parted
        )

    def _writer(self, label: str, text: str, segment: Segment) -> tuple[Part, ...]:
        """A surname that is a common word too, after «كتب» and a given name: «كتب محمد عربي»."""
        words = fold(text).split()
        named = 2 <= len(words) <= 3 and self.lexicon.names.is_given(words[0])
        written = label in self.lexicon.roles.writer_labels
        return (Part((PERSON,), text, segment),) if named and written else ()

    def _unknown(self, text: str, segment: Segment) -> tuple[Part, ...]:
        """A short run of words that no sentence has: a place or paper not in the tables."""
        folded, names = fold(text), self.lexicon.names
        words = folded.split()
        if folded.strip().endswith(names.formulas):
            return ()
        common = all(_ARABIC.fullmatch(word) and word not in names.never for word in words)
        if 1 <= len(words) <= 3 and common:
            return (Part((WEAK,), text, segment, sure=False),)
        return ()
