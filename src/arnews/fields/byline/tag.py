"""Tags the segments of a byline with all that each may be.

A segment is mostly one candidate, several where nothing separates them («روما أ ش أ», «صلالة من
ازاد العمري»). `disambiguate` decides between the kinds by what is around a candidate. No candidate
at all means that the segment belongs to no byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain

from ...folding import fold
from ...lexicon import Lexicon, roles
from ...lexicon import word_classes as wc
from ...lexicon.table import alternation
from ...lexicon.words import fold_label
from ...patterns import Match, Pattern, pattern, plain
from ...remembered import once
from .. import date
from ..person import SURE, has_common_word
from .candidate import HOUSES, Candidate, Kind
from .entry import TextTagger
from .tokenize import Segment, split

LONGEST_SEGMENT = 90  # characters
MOST_WORDS = 13  # of a segment: a list of names without marks between is the longest
LONGEST_QUOTED = 5  # words
LONGEST_SECOND = 10  # words after a place with only a blank between: a name with its titles

_NAMED = pattern(r"[\p{Arabic}\p{Lu}\p{Nd}]")  # what a printed name begins with
_QUOTED = pattern(r"[«»\"“”„]([^«»\"“”„]++)[«»\"“”„]")
_WORD = pattern(r"\S++")
_FROM = pattern(r"\s++من\s++")
_AND = pattern(r"\s++و(?=\p{L})")
_AND_AGENCIES = pattern(r"\s++و(?:ال)?وكالات(?: ال[اأ]نباء)?$")
_IN = pattern(r"\s++في$")  # before a date: «أبوظبي في 7 ديسمبر»
_WHERE = ("في ", "إلى ")
_BLANKS = pattern(r"\s{2,}+")
_DAY_AND_MONTH = pattern(r"(?<![\d/-])\d{1,2}\s?[-/]\s?\d{1,2}(?=\s*+\()")  # «12 - 7 (كونا)»
_CLOCK = pattern(r"\s(?:في|الساعة)\s\d{1,2}:\d\d(?:\s?[صم])?$")  # «خالد حداد في 10:14 ص»
_DAY = plain(r"\d|\s[أا]ول\s")  # «دبي أول يونيو (رويترز)»
_SINCE = ("منذ", "قبل")
#: Words that a part of a byline begins with, and those that may stand amid it.
_OPENING = wc.PLACE | wc.PAPER | wc.AGENCY | wc.LABEL | wc.JOB | wc.SOURCE | wc.NOBODY | wc.SECTION
_AMID = wc.AGENCY | wc.JOB
_LONGEST_FIRST = 4  # words that may be printed for one: «بو ظبي»
_MARKED = plain(r"[\d.]|  ")  # «فرانس 24», «ق. محرز», a name and a place that were two lines
_SON = frozenset({"بن", "ابن", "بنت"})
# What a work is for and from: «للنشرة العربية», «عن الإنجليزية».
_PURPOSE = pattern(r"(?:^|\s++)(?:لل\S++.*+|عن\s++ال\p{L}{2,}+)$")


def without_dates(text: str, lexicon: Lexicon) -> str:
    """`text` with bars in place of the dates in it, so that each is a separator."""
    if any(since in text for since in _SINCE):
        text = _ago(lexicon).sub(_bars, text)
    if not _DAY.search(text):
        return text
    for found in date.find(text, lexicon=lexicon):
        text = f"{text[: found.start]}{'|' * (found.end - found.start)}{text[found.end :]}"
    text = _CLOCK.sub(_bars, _DAY_AND_MONTH.sub(_bars, text))
    return _beside_date(lexicon).sub(_bars, text) if "|" in text else text


def _without_in(text: str, lexicon: Lexicon) -> str:
    """`text` without «في» before a date, or before a section: «هبة عادل في تقارير»; a job has its
    field behind it: «باحث في الشؤون الدولية»."""
    head, _, section = text.rpartition(" في ")
    if head and fold_label(section) in lexicon.sections:
        last = roles.fold_role(head.rpartition(" ")[2])
        return text if last in lexicon.roles.jobs else head
    return _IN.sub("", text) if text.endswith("في") else text


def _bars(match: Match) -> str:
    return "|" * len(match.group())


@once
def _beside_date(lexicon: Lexicon) -> Pattern:
    """«ليال مروانالسبت 12 يوليو»: a weekday between a name and a date, with no blank before it;
    «ليال مروان نشر في: 12 يوليو»: a label."""
    known = lexicon.calendar
    days, labels = (
        "|".join(re.sub("[اأإ]", "[اأإ]", name).replace("ه", "[هة]") for name in sorted(names))
        for names in (known.printed["weekdays"], known.words["published"])
    )
    marks = r"[\s:،,-]*+(?=\|)"
    return pattern(rf"(?<=[\p{{L}}\d])(?:(?<=[\p{{L}}\d]{{2}})(?:{days})|\s(?:{labels})){marks}")


@once
def _ago(lexicon: Lexicon) -> Pattern:
    """«كتب: رويترز منذ 21 دقيقة»: a distance at the end."""
    calendar = lexicon.calendar
    units = alternation((*calendar.units, *calendar.words["now"]))
    units = units.replace("ه", "[هة]").replace("ا", "[اأ]")
    return pattern(rf"\s(?:{'|'.join(_SINCE)})\s(?:\d{{1,3}}\s|\p{{L}}{{3,6}}\s)?(?:{units})$")


@once
def _openings(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all labels, and the prepositions before a place or a label."""
    known = lexicon.roles
    labels = known.all_labels | known.sources | known.nobody
    return frozenset(label.partition(" ")[0] for label in labels) | {"من", "في"}


class SegmentTagger:
    """Tags segments by the tables of `lexicon`; `strict` wants more for a person's name."""

    def __init__(self, lexicon: Lexicon, *, strict: bool = False) -> None:
        self.lexicon = lexicon
        self.texts = TextTagger(lexicon, strict)

    def tag(self, segment: Segment) -> tuple[Candidate, ...]:
        """The candidates of `segment`, which is no prose; none if it belongs to no byline."""
        if len(segment.text) > LONGEST_SEGMENT or self._is_sentence(segment.text):
            return ()
        quoted = _QUOTED.fullmatch(segment.text)
        if quoted or segment.wrap == "quote":
            return self._quoted(quoted.group(1) if quoted else segment.text, segment)
        if segment.wrap == "bracket" and (listed := self._listed(segment)):
            return listed
        text = segment.text.strip(" \"'")
        return self._bare(text if self.texts.agency(text) else text.strip(" ."), segment)

    def _is_sentence(self, text: str) -> bool:
        """Whether `text` has too many words, or begins with a verb of news where few may."""
        words = text.split(None, MOST_WORDS)
        if len(words) > MOST_WORDS:
            return True
        return self.texts.strict and len(words) > 2 and fold(words[0]) in self.lexicon.names.openers

    def is_prose(self, segment: Segment) -> bool:
        """Whether `segment` has a word that no name has, and none that a label, a place or the like
        begins with: most lines that are no byline show it in one of their segments."""
        text, lexicon = segment.text, self.lexicon
        plain = text.partition(" ")[2] if text.startswith(_WHERE) else _without_in(text, lexicon)
        if segment.wrap or _MARKED.search(text) or not has_common_word(plain, lexicon):
            return False
        words = [word for word in wc.split(text) if word not in wc.MARKS]
        opening = lexicon.word_classes.of(accumulate(words[:_LONGEST_FIRST]))  # «بو ظبي»
        others = lexicon.word_classes.of(words)
        known = any(bits & _OPENING for bits in opening) or any(bits & _AMID for bits in others)
        headed = words[0] in lexicon.places.heads or bool(others[-1] & wc.PAPER)
        return not (known or headed or "من" in words)

    def written(self, segment: Segment, before: Segment | None) -> tuple[Candidate, ...]:
        """Who is named behind the label, place or source `before`, if the surname is a common word
        too: «كتب: أحمد الجندي»."""
        if before is None or segment.wrap:
            return ()
        labels, places = self.lexicon.roles.all_labels, self.lexicon.places
        known = roles.fold_role(before.text) in labels or places.knows(before.text)
        if not (known or before.wrap == "quote" or self.texts.names_source(before.text)):
            return ()
        common = self.lexicon.names.never.intersection(fold(segment.text).split())
        surname = all(word.startswith("ال") or word.endswith("ي") for word in common)
        return self.texts.writer(segment.text, segment) if surname else ()

    def _quoted(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        if len(text.split()) > LONGEST_QUOTED or not _NAMED.match(text):
            return ()
        if roles.fold_role(text) in self.lexicon.roles.nobody:
            return (Candidate((Kind.NOBODY,), text, segment),)
        agency = self.texts.agency(text)
        kind = Kind.AGENCY if agency and not self.lexicon.papers.knows(text) else Kind.PAPER
        return (Candidate((kind,), text, segment, agency),)

    def _listed(self, segment: Segment) -> tuple[Candidate, ...]:
        """Several sources in one pair of brackets: «(رويترز - أ ف ب)», «(وات/ تحرير هبة عادل)»."""
        inner = list(split(segment.text, self.lexicon.roles.titles))
        tagged = [
            self._quoted(one.text, one)
            if one.wrap == "quote"
            else self.texts.entry(one.text.strip(" ."), one, *HOUSES)
            or tuple(self._labelled(one.text, one))
            for one in inner
        ]
        whole = len(inner) > 1 and all(tagged) and tagged[0][0].may_be(*HOUSES)
        found = (one for each in tagged if whole for one in each)
        return tuple(source._replace(segment=segment) for source in found)

    def _bare(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        if text.startswith(_WHERE):
            place, glued = text.partition(" ")[2], segment.start and not segment.before
            named = glued and self.lexicon.places.reads(place)  # «مراسلة «البرق» في عمّان»
            return (Candidate((Kind.PLACE,), place, segment),) if named else ()
        if "وكالات" in text:
            text = _AND_AGENCIES.sub("", text)
        text = _without_in(text, self.lexicon)
        given, head = self.lexicon.names.is_given, fold(text).partition(" ")[0]
        listed = segment.follows(",") or (segment.start and not segment.before)
        if listed and head[:1] == "و" and given(head[1:]) and not given(head):
            text = text[1:]  # «فلان، وهبة عادل»
        return (
            self.texts.entry(text, segment)
            or self.texts.job(text, segment)
            or self.texts.of_country(text, segment)
            or self._compound(text, segment)
            or self.texts.names(text, segment)
            or self.texts.daily(text, segment)
        )

    def _compound(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        words = list(_WORD.finditer(text))
        if len(words) < 2:
            return ()
        return (
            tuple(self._before_label(text, words, segment))
            or tuple(self._before_place(text, words, segment))
            or tuple(self._labelled(text, segment))
            or tuple(self._several_from(text, segment))
            or tuple(self._joined_by_from(text, segment))
            or tuple(self._together(text, segment))
            or tuple(self._with_job(text, words, segment))
            or tuple(self._two(text, words, segment))
            or tuple(self._two_lines(text, segment))
        )

    def _labelled(self, text: str, segment: Segment) -> Iterator[Candidate]:
        """A label and what follows: «كتبت أسماء نصار», «من إعداد فلان للنشرة»."""
        known, words = self.lexicon.roles, text.split()
        if roles.fold_role(words[0]) not in _openings(self.lexicon):
            return
        for size in range(min(3, len(words) - 1), 0, -1):
            head, rest = " ".join(words[:size]), " ".join(words[size:])
            form = roles.fold_role(head)
            if form in ("من", "في"):
                yield from self._from(form, rest, segment)
                return
            if form in known.nobody and (named := self._source_or_place(rest, segment)):
                yield Candidate((Kind.NOBODY,), head, segment)  # «خاص صفا», «مكتب القاهرة»
                yield from named
                return
            if form in known.all_labels:
                rest = _PURPOSE.sub("", rest)
                bare = not rest or roles.fold_role(rest) in known.titles  # «بقلم الدكتور: فلان»
                found = () if bare else self._after_label(rest, segment)
                if bare or found:
                    yield Candidate((Kind.LABEL,), head, segment)
                    yield from found
                return
            if form in known.sources:
                if sources := self._after_source_label(rest, segment):
                    yield Candidate((Kind.SOURCE,), head, segment)
                    yield from sources
                return

    def _before_label(self, text: str, words: list[Match], segment: Segment) -> Iterator[Candidate]:
        """A label at the end, which opens what is behind the mark: «صنعاء تصوير - فلان», or «من»
        behind a place: «صنعاء من: فلان»."""
        known = self.lexicon.roles
        label = text[words[-1].start() :]
        form = roles.fold_role(label)
        marks = ":-/" if form in known.picture_labels else ":"
        joined = form == "من"
        if not (joined or form in known.all_labels) or not segment.closes(marks):
            return
        head = text[: words[-1].start()].rstrip(" .")  # «… نبيلة الحداد. تحرير: …»
        found = (
            self.texts.entry(head, segment)
            or tuple(self._labelled(head, segment))  # «رسالة الدوحة يكتبها: …»
            or self.texts.names(head, segment)
        )
        if found and all(one.may_be(Kind.PLACE) if joined else one.sure for one in found):
            yield from found
            yield from () if joined else (Candidate((Kind.LABEL,), label, segment),)

    def _before_place(self, text: str, words: list[Match], segment: Segment) -> Iterator[Candidate]:
        """A writer and the place of the next one: «فلان الرياض» in «صنعاء: فلان الرياض: فلان»."""
        if not (segment.follows(":") and segment.closes(":")):
            return
        for word in words[-2:]:
            name, place = text[: word.start()].rstrip(), text[word.start() :]
            if self.lexicon.places.knows(place) and self.texts.score(name):
                yield Candidate((Kind.PERSON,), name, segment)
                yield Candidate((Kind.PLACE,), place, segment)
                return

    def _several_from(self, text: str, segment: Segment) -> Iterator[Candidate]:
        """«أحمد الرشيد من الرياض وخالد حداد من صنعاء»."""
        for joint in _AND.finditer(text) if text.count(" من ") == 2 else ():
            sides = text[: joint.start()], text[joint.end() :]
            found = [tuple(self._joined_by_from(side, segment)) for side in sides]
            if all(found) and self.lexicon.names.is_given(fold(sides[1]).partition(" ")[0]):
                yield from chain(*found)
                return

    def _source_or_place(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """«صفا», «لصفا», «بموقع صفا»: a source, also behind «for» or «of»; «القاهرة»."""
        joined = text[:1] in ("ل", "ب") and not self.lexicon.papers.knows(text)
        bare = self.texts.entry(text[1:], segment, *HOUSES) if joined else ()
        wanted = () if fold(text) in self.lexicon.names.never else (Kind.PLACE,)  # «جدا»
        return bare or self.texts.entry(text, segment, *HOUSES, *wanted)

    def _from(self, preposition: str, rest: str, segment: Segment) -> Iterator[Candidate]:
        """«في القاهرة», «من القاهرة», «من إعداد فلان», «من مراسلنا»."""
        if self.lexicon.places.reads(rest):
            yield Candidate((Kind.PLACE,), rest, segment)
        elif preposition == "من":
            yield from (
                tuple(self._labelled(rest, segment))
                or self.texts.job(rest, segment)
                or self.texts.names(rest, segment)
            )

    def _after_label(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        known = (
            self.texts.entry(text, segment)
            or self.texts.job(text, segment)
            or tuple(self._labelled(text, segment))
            or tuple(self._joined_by_from(text, segment))
        )
        if known:
            return known
        names = self.texts.names(text, segment)
        named = any(one.may_be(Kind.PERSON) for one in names)
        return names if named else self.texts.writer(text, segment) or names

    def _after_source_label(self, text: str, segment: Segment) -> tuple[Candidate, ...]:
        """The name after a source label, without «السعودية» and the like behind it."""
        head, _, last = text.rpartition(" ")
        whole = self.texts.entry(text, segment, *HOUSES, Kind.NOBODY)
        placed = head and roles.fold_role(last) in self.lexicon.roles.source_adjectives
        if placed and not any(one.may_be(*HOUSES) for one in whole):
            return (Candidate((Kind.PAPER,), head, segment, self.texts.agency(head)),)
        return whole

    def _joined_by_from(self, text: str, segment: Segment) -> Iterator[Candidate]:
        """«أحمد الرشيد من الرياض», «صلالة من ازاد العمري»."""
        who, _, paper = text.rpartition(" في ")
        if who and self.lexicon.papers.means(paper) and self.texts.score(who):
            yield Candidate((Kind.PERSON,), who, segment)  # «كتب أحمد الرشيد في نداء الوطن»
            yield Candidate((Kind.PAPER,), paper, segment)
            return
        sides = _FROM.split(text) if "من" in text else ()
        if len(sides) != 2:
            return
        left, right = sides
        places, is_paper = self.lexicon.places, self.lexicon.papers.reads(left)
        score = self.texts.score(left)
        placed = places.reads(right) and not places.knows(left) and (score or is_paper)
        far = score == SURE and len(right.split()) < 3 and self.texts.unknown(right, segment)
        if placed or far:
            kinds = Kind.PAPER if placed and is_paper else Kind.PERSON, Kind.PLACE
        elif self._is_place_of(left, right, segment):
            kinds = Kind.PLACE, Kind.PERSON
        else:
            return
        for kind, text in zip(kinds, sides, strict=True):
            yield Candidate((kind,), text, segment)

    def _together(self, text: str, segment: Segment) -> Iterator[Candidate]:
        """«فرانس 24 مع أ ف ب», «البرق مع الوكالات»: who publishes, and with whom."""
        sides = text.split(" مع ") if " مع " in text else ()
        found = [self.texts.entry(side, segment, *HOUSES, Kind.NOBODY) for side in sides]
        if all(found):
            yield from chain(*found)

    def _is_place_of(self, left: str, name: str, segment: Segment) -> bool:
        """Whether `left` is the place before «من» and a `name`."""
        score = self.texts.score(name)
        if self.lexicon.places.reads(left):
            return bool(score)
        return score == SURE and bool(self.texts.unknown(left, segment))

    def _with_job(self, text: str, words: list[Match], segment: Segment) -> Iterator[Candidate]:
        """A name and what he is, with no mark between: «هبة عادل صحافية مصرية»."""
        for word in words[2:5]:
            if roles.fold_role(word.group()) in self.lexicon.roles.press:
                name = text[: word.start()].rstrip()
                if self.texts.score(name) == SURE:
                    yield Candidate((Kind.PERSON,), name, segment)
                    yield Candidate((Kind.JOB,), text[word.start() :], segment)
                return

    def _two(self, text: str, words: list[Match], segment: Segment) -> Iterator[Candidate]:
        """Two entries with only a blank between them: «روما أ ش أ», «القاهرة الوطن»."""
        places, is_given = self.lexicon.places, self.lexicon.names.is_given
        if is_given(fold(words[0].group())) and self.texts.score(text) == SURE:
            return  # «منى عبد الهادي» is no Hadi in Mina
        for size in range(min(4, len(words) - 1), 0, -1):
            if len(words) - size > LONGEST_SECOND:
                return
            left, right = text[: words[size].start()].rstrip(), text[words[size].start() :]
            if fold(words[size].group()) in _SON:  # «آسيا بن علي» is no place
                continue
            if places.reads(left) and self._may_follow_place(right):
                yield Candidate((Kind.PLACE,), left, segment)
                yield from self.texts.entry(right, segment) or self.texts.names(right, segment)
                return
            if size < 3 and self.texts.is_plain_agency(right) and self.texts.unknown(left, segment):
                yield Candidate((Kind.PLACE,), left, segment)
                yield Candidate((Kind.AGENCY,), right, segment, self.texts.agency(right))
                return
            if self.texts.agency(left) and places.reads(right):
                yield Candidate((Kind.AGENCY,), left, segment, self.texts.agency(left))
                yield Candidate((Kind.PLACE,), right, segment)
                return

    def _may_follow_place(self, text: str) -> bool:
        paper = self.lexicon.papers.reads(text) and fold(text) not in self.lexicon.names.never
        return self.texts.agency(text) is not None or paper or self.texts.score(text) == SURE

    def _two_lines(self, text: str, segment: Segment) -> Iterator[Candidate]:
        """A name and a place with a wide blank between them, once two lines."""
        name, *rest = _BLANKS.split(text)
        named = len(rest) == 1 and " " in name and self.texts.score(name)
        if named and self.lexicon.places.reads(rest[0]):
            yield Candidate((Kind.PERSON,), name, segment)
            yield Candidate((Kind.PLACE,), rest[0], segment)
