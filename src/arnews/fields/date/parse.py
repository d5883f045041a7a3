"""Reads a text that as a whole is a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from ... import lexicon as lexicons
from ...arguments import check
from ...folding import fold
from ...lexicon import Lexicon
from ...lexicon.roles import fold_role
from ...lexicon.words import fold_label
from ...model import Moment
from ...patterns import pattern, plain
from ..person import SURE, name_score
from .resolve import to_moment
from .tag import Clock, Day, Distance, Label, Part, Weekday, lower, tag

LONGEST = 200  # characters of a text that as a whole is a date
_GLUED_WEEKDAY = plain(r"(?<=\d[صم])(?=ال)|(?<=\d\s[صم])(?=ال)")  # «10:42 مالأربعاء 21 فبراير»
_FEW_WORDS = 3  # beside a day and its hour
_STAMP = pattern(r"[\s,|-]{1,4}")  # between them, as no sentence has it
_SECOND = pattern(r"\d{1,2}:\d\d:\d\d")
# «1520 مشاهدة»: how often a story was read.
_COUNTED = pattern(r"\d++\s(?:مشاهد|تعليق|قراء|زيار|مشارك|مره|مرات)\p{L}*+")
_MOST_WORDS = 6  # words around a date: a place, an agency, an issue's number
_WORD = pattern(r"\p{L}{2,}+")
_LONGEST_NAME = 5  # words of a writer beside a date
_ON = "علي"  # folded: a preposition more often than a name
_RANGE = pattern(r"(?:^|من\s)\d{1,2}\s?+(?:-|الي|حتي)\s?+")  # «12 - 15 مارس 2024»
_LONGEST_BUTTON = 4  # words
_SCRIPTS = plain(r"(?<=[a-z])(?=[ء-ي])|(?<=[ء-ي])(?=[a-z])")  # change between two words
_ARABIC = pattern(r"\p{Arabic}")
_BRACKET = pattern(r"[\s.,]*+\(([^()]++)\)[\s.]*+")
_MARK = pattern(r"[-|/,:;•·*()\[\]\"\n]|\s{2}")  # of a folded text
_PARTED_IN_QUOTES = pattern(r'"[^"]*?[-|/,:][^"]*+"')
# «محمد علي نشر في المساء يوم 20 - 08 - 2012», the verb often glued to the name.
_FOUND_IN = pattern(r"نشر في .{2,40} يوم\s*+$")


def parse(
    text: str, *, reference: datetime | None = None, lexicon: Lexicon | None = None
) -> Moment | None:
    """The date that `text` as a whole is, with the labels, place or agency it may stand beside.

    Relative dates («منذ ساعتين») and dates without a year are counted from `reference`, aware or
    naive; without it their `value` is `None`. A printed zone gives an aware `datetime` with a
    fixed offset. Text that is no date, or an impossible one, gives `None`. Raises `BadArgument` for
    a `text` or `reference` of another type.

    >>> parse("الثلاثاء 18 مارس/آذار 2025 - 21:40").value
    datetime.datetime(2025, 3, 18, 21, 40)
    >>> parse("مارس 2025").partial
    '2025-03'
    """
    check("text", text, str, "a line of a page as str")
    check("reference", reference, (datetime, type(None)), "a datetime, or None")
    language = lexicon or lexicons.default()
    raw = text.strip()
    if not raw or len(raw) > LONGEST:
        return None
    folded = _GLUED_WEEKDAY.sub(" ", _without_papers(lower(fold(raw)), language))
    parts = tag(folded, language)
    if not parts or not _is_whole(folded, parts, language):
        return None
    return to_moment(raw, _first_group(parts), reference)


def _without_papers(text: str, lexicon: Lexicon) -> str:
    """`text` without papers whose name holds a word of dates: «اليوم السابع, 12 يناير 2026»."""
    if lexicon.calendar.day_words.keys().isdisjoint(text.split()):
        return text
    papers = lexicon.papers
    for segment in _MARK.split(text):
        if papers.means(segment.strip()):
            text = text.replace(segment, "-" * len(segment))
    return text


def _is_whole(text: str, parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Whether little but `parts` stands in `text`: beside a bare day or distance, nothing."""
    if not any(isinstance(part, Day | Distance | Weekday) for part in parts):
        return False
    if _RANGE.fullmatch(text[: parts[0].start]):
        return False
    gaps, fillers = list(_gaps(text, parts)), lexicon.calendar.words["fillers"]
    told = (word for gap in gaps for word in _WORD.findall(_COUNTED.sub(" ", gap.text)))
    words = [word for word in told if word not in fillers]
    if not words or not any(isinstance(part, Day) and part.day for part in parts):
        return not words or _is_signed(text, parts, lexicon)
    strange = [word for word in words if word not in lexicon.calendar.words["beside"]]
    if len(strange) > _MOST_WORDS or not lexicon.names.openers.isdisjoint(words):
        return False
    if _is_caption(gaps[0].text, gaps[-1].text, strange, lexicon):
        return False
    day = next(part for part in parts if isinstance(part, Day))
    if _is_stamp(text, day, parts, len(words)):
        return True
    if _FOUND_IN.search(text[: day.start]):
        return True
    days = [part for part in parts if isinstance(part, Day) and not part.hijri]
    signed = len(days) < 2 or any(isinstance(part, Label) for part in parts)
    return all(_is_set_off(gap, lexicon, signed=signed) for gap in gaps)


def _is_caption(before: str, behind: str, strange: Sequence[str], lexicon: Lexicon) -> bool:
    """«صيادون في الميناء، 12 مايو 2024 (الهلال الأحمر)»: what a picture shows, when, and whose it
    is."""
    source = _BRACKET.fullmatch(behind)
    if source is None or set(strange).isdisjoint(_WORD.findall(source[1])):
        return False
    runs = filter(None, map(str.strip, _MARK.split(before)))
    return any(
        not _is_beside_dates(run, lexicon) and not _names_writer(run, lexicon) for run in runs
    )


def _is_signed(text: str, parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """«كتب : رويترز منذ 21 دقيقة»: a writer or source behind a label, and when."""
    label, colon, source = text[: parts[-1].start].partition(":")
    named = isinstance(parts[-1], Distance) and parts[-1].end == len(text) and len(parts) == 1
    written = fold_role(label) in lexicon.roles.all_labels
    if not (named and colon and written):
        return False
    return _is_beside_dates(source, lexicon) or _names_writer(source, lexicon)


def _is_stamp(text: str, day: Day, parts: Sequence[Part], words: int) -> bool:
    """«بالفيديو 27-03-2023, 00:17», «سمير ناصر 20 مارس 2017 - 23:58»: a day and its hour beside
    few `words`; more of them with the second, which no sentence has."""
    clocks = (part for part in parts if isinstance(part, Clock) and part.start >= day.end)
    clock = next(clocks, None)
    if clock is None or _STAMP.fullmatch(text[day.end : clock.start]) is None:
        return False
    return words <= _FEW_WORDS or _SECOND.match(text, clock.start) is not None


class _Gap(NamedTuple):
    """What stands between two parts; `before` and `after` say whether these are of the date
    itself, and no label and no end of the text."""

    text: str
    before: bool
    after: bool


def _gaps(text: str, parts: Sequence[Part]) -> Iterator[_Gap]:
    start, before = 0, False
    for part in parts:
        gap, after = text[start : part.start], not isinstance(part, Label)
        labels = start > 0 and not before and len(gap.split()) < 2  # «آخر تحديث للموقع 4 أبريل»
        yield _Gap(gap, before, after and not labels)
        start, before = part.end, after
    yield _Gap(text[start:], before, False)


def _is_set_off(gap: _Gap, lexicon: Lexicon, *, signed: bool) -> bool:
    """Whether marks part the words of `gap` from the date, or they are of those beside dates.

    In «حادث مساء الأربعاء 4 أبريل 1984 في حي السلام» no mark does, and it is a sentence. A colon
    sets off what is before a date; after it, the date opens an entry («4 أبريل 2024: بدء …»).
    A mark inside quotes parts nothing: «نازحون على طريق «غزة - رفح» أمس». A writer may stand there
    where the text is `signed`: two dates without a label are of no writer.
    """
    text = _PARTED_IN_QUOTES.sub(lambda quote: _MARK.sub(" ", quote.group()), gap.text)
    runs = _MARK.split(text.lstrip(" :") if gap.before else text)
    beside = [*runs[:1] * gap.before, *runs[-1:] * gap.after]
    return all(
        _is_beside_dates(run, lexicon) or (signed and _names_writer(run, lexicon)) for run in beside
    )


def _is_beside_dates(run: str, lexicon: Lexicon) -> bool:
    """A place, an agency, a paper, a section, the number of an issue, minutes to read, buttons, or
    another language."""
    if not _ARABIC.search(run):
        return True
    words = lexicon.calendar.words
    known = words["fillers"] | words["beside"] | lexicon.calendar.units.keys()
    name = " ".join(word for word in _WORD.findall(run) if word not in known)
    return (
        not name
        or _names_places(name, lexicon)
        or _names_places(name.removeprefix("ب"), lexicon)  # «حرر بتونس في 3 جوان 2016»
        or lexicon.papers.reads(name)
        or fold_label(name) in lexicon.sections
        or lexicon.agencies.lookup(name) is not None
        or _are_buttons(name, lexicon)
    )


def _are_buttons(name: str, lexicon: Lexicon) -> bool:
    """«حجم الخط», «النسخة الورقية PDFتسجيل الدخول»: words of the interface, however many."""
    words = _SCRIPTS.sub(" ", name).split()
    while words:
        sizes = range(min(len(words), _LONGEST_BUTTON), 0, -1)
        parts = ((size, fold_label(" ".join(words[:size]))) for size in sizes)
        size = next(
            (size for size, part in parts if part in lexicon.words.interface), len(words) + 1
        )
        if size > len(words):
            return False
        del words[:size]
    return True


def _names_places(name: str, lexicon: Lexicon) -> bool:
    """«أبوظبي», «أبوظبي الإمارات»."""
    words, reads = name.split(), lexicon.places.reads
    parted = ((" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words)))
    return reads(name) or any(reads(city) and reads(country) for city, country in parted)


def _names_writer(run: str, lexicon: Lexicon) -> bool:
    """«سامر الحداد», «بواسطة سامر الحداد», «بقلم», «وكالات»."""
    words, labels = fold_role(run).split(), lexicon.roles.all_labels
    while words and words[-1] in lexicon.calendar.words["fillers"]:
        words.pop()  # «كتبه سامر الحداد في»
    if " ".join(words) in labels | lexicon.credits.agencies:
        return True
    sizes = (size for size in (2, 1) if " ".join(words[:size]).capitalize() in labels)
    label = next(sizes, 0)
    name = words[label:]
    if label and lexicon.papers.reads(" ".join(name)):
        return True  # «كتبه فريق التحرير»
    if not 2 <= len(name) <= _LONGEST_NAME or name[0] == _ON:
        return False
    return name_score(" ".join(name), lexicon) == SURE


def _first_group(parts: Sequence[Part]) -> list[Part]:
    """The parts of the first date, up to the next day of a calendar that it has a day of; of the
    date of publishing where that of a change stands first."""
    group: list[Part] = []
    changed: int | None = None  # where a label behind the date stands
    labels = {part.kind: index for index, part in enumerate(parts) if isinstance(part, Label)}
    published = labels.get("published", 0) if next(iter(labels), "") == "modified" else 0
    later = parts[published:]
    for part in later if any(isinstance(part, Day) for part in later) else parts:
        if isinstance(part, Day) and part.is_again_in(group):
            return group[:changed]  # «12 مايو 2023 | آخر تحديث 11:00 13 مايو 2023»
        if changed is None and isinstance(part, Label) and any(isinstance(p, Day) for p in group):
            changed = len(group)
        group.append(part)
    return group
