"""One table: the words of a lexicon and the classes that each is of.

A line is split into words and marks by `split`, and each is looked up once. A name of several
words gives its class to the first of them: a line without that word does not hold the name. Words
of dates give theirs each, since a date holds hardly a word that no calendar has.

    classes = lexicon.default().word_classes
    classes.of(split("رائد جبر (موسكو)"))  # [GIVEN, GIVEN, BRACKET, PLACE | …, BRACKET]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from ..folding import fold, translator
from ..patterns import pattern

if TYPE_CHECKING:
    from . import Lexicon

#: Marks; «0» stands for any digit.
DIGIT, BRACKET, QUOTE, DASH, BAR, COLON, COMMA, STOP, COPYRIGHT = (1 << n for n in range(9))
#: Words of bylines.
PLACE, PAPER, AGENCY, LABEL, JOB, TITLE, SOURCE, NOBODY, GIVEN, PARTICLE = (
    1 << n for n in range(9, 19)
)
#: Words of credits.
FLAG, CREDIT_LABEL, PHOTO_LABEL, CAPTION_LABEL, SOURCE_HEAD = (1 << n for n in range(19, 24))
SHOWN = 1 << 37  # tells of a picture
#: Words of dates; DATE_WORD is any of them.
MONTH, WEEKDAY, DISTANCE, UNIT, DAY_WORD, DATE_LABEL, DATE_WORD = (1 << n for n in range(24, 31))
#: Words of the interface, and words that open sentences: OPENER is a verb of news.
SECTION, BUTTON, MARKER, OPENER, PREPOSITION, CONNECTIVE = (1 << n for n in range(31, 37))

#: The marks that are looked up.
MARKS = {
    "0": DIGIT,
    **dict.fromkeys("()", BRACKET),
    **dict.fromkeys("{}", BRACKET | QUOTE),
    '"': QUOTE,
    **dict.fromkeys("-_", DASH),
    **dict.fromkeys("/|\\*•·+", BAR),
    ":": COLON,
    **dict.fromkeys(",;", COMMA),
    **dict.fromkeys(".…", STOP),
    "©": COPYRIGHT,
}
# One letter for the spellings of a foreign sound, as in `places.fold_place`; one bracket.
_SAME = str.maketrans("غطؤئ[]：", "جتوي():", "ء")
_ARTICLE = "ال"
_TATWEEL = "\u0640"
_DIGITS = pattern(r"\d++")

# The rows of tables whose names give their first words a class.
_ROWS: Mapping[int, Sequence[tuple[str, str]]] = {
    PLACE: [("places", "countries"), ("places", "cities"), ("places", "generic")],
    PAPER: [("papers", row) for row in ("papers", "channels", "heads", "desks", "tails")],
    LABEL: [("roles", "writer_labels"), ("roles", "labels")],
    JOB: [("roles", "jobs")],
    TITLE: [("roles", "titles")],
    SOURCE: [("roles", "sources")],
    NOBODY: [("roles", "nobody"), ("roles", "source_adjectives")],
    PARTICLE: [("names", "particles")],
    FLAG: [("credits", row) for row in ("archive", "illustrative", "agencies", "rights")],
    CREDIT_LABEL: [("credits", "labels")],
    PHOTO_LABEL: [("credits", "photographers")],
    CAPTION_LABEL: [("credits", "captions")],
    SOURCE_HEAD: [("credits", "sources")],
    BUTTON: [("words", "interface"), ("words", "networks")],
    MARKER: [("words", row) for row in ("related", "elsewhere", "comments", "tags")],
    OPENER: [("names", "openers")],
    PREPOSITION: [("words", "prepositions")],
    CONNECTIVE: [("words", "openers")],
}

# The groups of the calendar's words by class.
_DATED: Mapping[str, int] = {
    "months": MONTH,
    "weekdays": WEEKDAY,
    "distances": DISTANCE,
    "units": UNIT,
    "day_words": DAY_WORD,
    "labels": DATE_LABEL,
}


class _Letters(dict[int, str]):
    """What of a character is looked up, found when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code)).lower().translate(_SAME)
        self[code] = shown = "".join(map(_shown, folded))
        return shown


def _shown(char: str) -> str:
    if char.isalpha():
        return char
    if char == "'" or unicodedata.combining(char):
        return ""
    mark = "0" if char.isdecimal() else char
    return f" {mark} " if mark in MARKS else " "


@cache
def _translate() -> Callable[[str], str]:
    return translator(_Letters())


def split(text: str) -> list[str]:
    """The words and marks of `text` as they are looked up.

    Words are folded, in lower case and with one letter a sound; a digit is «0».

        split("هونغ كونغ، 7 مايو")  # ["هونج", "كونج", ",", "0", "مايو"]
    """
    if _TATWEEL in text:
        text = fold(text)
    return _translate()(text).split()


class WordClasses(NamedTuple):
    """The classes of a lexicon's words, by what `split` makes of them.

    `prefixes` and `suffixes` are those of given names that no table can list («عبدالصبور»).
    """

    table: Mapping[str, int]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]

    @classmethod
    def read(cls, lexicon: Lexicon) -> WordClasses:
        """The words of `lexicon`, with what was added to it."""
        names = lexicon.names
        table = dict(MARKS)
        for bits, rows in _ROWS.items():
            _add(table, bits, _openings(bits, _entries(lexicon, rows)))
        _add(table, AGENCY, _joined(_beginnings(lexicon.agencies.beginnings)))
        _add(table, GIVEN, map(_word, names.given | names.either))
        _add(table, SECTION, _beginnings(lexicon.sections))
        shown = lexicon.table("credits")["shown"]
        _add(table, SHOWN, (max(split(name), key=len) for name in shown))  # «من اليمين»
        for bits, words in _dated(lexicon):
            _add(table, bits, words)
        prefixes, suffixes = (tuple(map(_word, row)) for row in (names.prefixes, names.suffixes))
        return cls(table, prefixes, suffixes)

    def extended(self, names: Mapping[int, Iterable[str]]) -> WordClasses:
        """With the names of a layout, by class: `{SECTION: ["ثقافات"]}`."""
        table = dict(self.table)
        for bits, more in names.items():
            _add(table, bits, _openings(bits, more))
        return self._replace(table=table)

    def of(self, words: Iterable[str]) -> list[int]:
        """The classes of each of `words`, as `split` gives them; 0 for a word of no class."""
        return list(map(self.table.get, words, repeat(0)))

    def is_given(self, word: str) -> bool:
        """Whether `word` is a given name by the table or by its form («نورالدين»)."""
        listed = self.table.get(word, 0) & GIVEN
        return bool(listed) or word.startswith(self.prefixes) or word.endswith(self.suffixes)


def _add(table: dict[str, int], bits: int, words: Iterable[str]) -> None:
    for word in words:
        table[word] = table.get(word, 0) | bits


def _entries(lexicon: Lexicon, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The names of `rows`; one may have rows of its own (`places.toml`: cities by area)."""
    for table, row in rows:
        found = lexicon.table(table)[row]
        yield from chain(*found.values()) if isinstance(found, Mapping) else found


def _word(name: str) -> str:
    return "".join(split(name))


def _openings(bits: int, names: Iterable[str]) -> Iterator[str]:
    """What each of `names` may begin with; the heading of a list, with and without an article."""
    for word in _beginnings(names):
        yield word
        if bits == MARKER:
            bare = word.removeprefix(_ARTICLE)
            yield from (bare, _ARTICLE + bare)


def _beginnings(names: Iterable[str]) -> Iterator[str]:
    """What each of `names` may begin with: its first word, or words that are printed as one.

    «حفر الباطن» begins with «حفر» or «حفرالباطن»; a final ا may be printed as ة. A name without
    letters is its digits («24»).
    """
    for name in names:
        words = [word for word in split(name) if word not in MARKS]
        if not words:
            yield from _DIGITS.findall(fold(name))
            continue
        whole = "".join(words)
        yield from (words[0], whole, "".join(words[:2]))
        if whole[-1] in "اه":
            yield whole[:-1] + ("ه" if whole[-1] == "ا" else "ا")


def _joined(words: Iterable[str]) -> Iterator[str]:
    """`words`, and each with «و» before it."""
    for word in words:
        yield word
        yield f"و{word}"


def _dated(lexicon: Lexicon) -> Iterator[tuple[int, Iterable[str]]]:
    """The words of dates by class, each word of a name."""
    calendar = lexicon.calendar
    groups = calendar.groups
    for name, bits in _DATED.items():
        yield bits, _beginnings(groups[name])
    more = (calendar.day_parts, calendar.zones, calendar.numbers, calendar.ordinals)
    for names in (*groups.values(), *more, *calendar.words.values()):
        yield DATE_WORD, (word for name in names for word in split(name) if word not in MARKS)
