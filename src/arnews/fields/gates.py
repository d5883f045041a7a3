"""A line looked at once: its words and marks by class, and what it may be.

Each gate (`may_be_byline`, …) is a necessary condition of a grammar of `arnews.fields`: where it
says no, the grammar reads nothing, and is not asked. Where it says yes, the grammar decides.

    line = Line("رائد جبر (موسكو)", lexicon.default().word_classes)
    may_be_byline(line)  # True: given names and a place
    may_be_date(line)    # False: no digit
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import regex

from ..folding import fold
from ..lexicon import word_classes as wc
from ..lexicon.papers import ADDRESS
from ..lexicon.word_classes import MARKS, WordClasses, split

LONGEST_READ = 170  # characters of a line that is read whole, and of either end of a longer one
HEAD = 48  # characters that are read of every longer line
LONGEST_NAME = 36  # a name alone
LONGEST_BYLINE = 90
LONGEST_DATE = 120
LONGEST_LABEL = 30  # of a value in the next block
LONGEST_WORD = 48  # a section, a button, a marker
LONGEST_CAPTION = 400
_MOST_BLANKS = 9  # of a byline
_MOST_BLANKS_OF_NAME = 4
_LONGEST_BARE_DATE = 60  # with one number
_MOST_WORDS_OF_DATE = 6  # that no calendar has
_MOST_WORDS_OF_PART = 13
_MOST_UNKNOWN = 5  # words of a name that no table knows, in quotes; elsewhere four

_NAMED = (
    wc.PLACE
    | wc.PAPER
    | wc.AGENCY
    | wc.LABEL
    | wc.JOB
    | wc.TITLE
    | wc.SOURCE
    | wc.NOBODY
    | wc.GIVEN
    | wc.PARTICLE
)
_CREDITED = (
    wc.AGENCY | wc.FLAG | wc.CREDIT_LABEL | wc.PHOTO_LABEL | wc.CAPTION_LABEL | wc.SOURCE_HEAD
)
_PERSON = wc.GIVEN | wc.PARTICLE | wc.TITLE
_PARTING = wc.DASH | wc.BAR | wc.COLON | wc.COMMA | wc.BRACKET | wc.QUOTE | wc.COPYRIGHT
_ANY_MARK = _PARTING | wc.STOP | wc.DIGIT
_BEFORE_SOURCE = wc.DASH | wc.BAR | wc.STOP
_SOURCE = wc.AGENCY | wc.FLAG | wc.PHOTO_LABEL | wc.CREDIT_LABEL  # what a credit begins with

_TATWEEL = "ـ"
_NUMBER = regex.compile(r"\p{Nd}++")
_NO_BYLINE = regex.compile(r"[؟?!$=#<>]")
_BREAK = regex.compile(r"[\n\r]|\s{3}")  # parts the words of a byline without one
_CREDIT_SIGN = regex.compile(r"[(\[{﴾﴿（–—ـ/-]")
_CREDIT = 80  # characters, of a credit at the end of a long line
_LONGEST_ALONE = 64
_CLOSERS = ")]}﴾﴿"
_OPENING, _CLOSING = frozenset("({"), frozenset(")}")
_GLUED_DASH = regex.compile(rf"{_TATWEEL}\s")  # folding drops it
_ORNATE = regex.compile("[﴾﴿]")
_STOPS = ".؛"
_ARABIC = "\u0600"
_ANY_LABEL = wc.CREDIT_LABEL | wc.PHOTO_LABEL | wc.CAPTION_LABEL


class Line:
    """The words and marks of one line, each with its classes.

    `words` are as `word_classes.split` gives them, `classes` their classes, and `any` is all of
    these together. Of a line longer than 170 characters only the first 48 are read, and the word
    at their end may be cut; `head` and `tail` are its ends, for those who look further.
    """

    __slots__ = ("any", "classes", "known", "text", "words")

    def __init__(self, text: str, known: WordClasses) -> None:
        self.text = text
        self.known = known
        self.words = split(text if len(text) <= LONGEST_READ else text[:HEAD])
        self.classes = known.of(self.words)
        self.any = reduce(or_, self.classes, 0)

    @property
    def folded(self) -> str:
        """The first 48 characters, folded: the whole of a section, a button or a marker."""
        return fold(self.text[:HEAD])

    @property
    def numbers(self) -> int:
        """How many numbers it has: three in «12/7/2025»."""
        return len(_NUMBER.findall(self.text))

    @property
    def head(self) -> Line:
        """The first 170 characters; a shorter line itself."""
        return self._end(slice(0, LONGEST_READ))

    @property
    def tail(self) -> Line:
        """The last 170 characters; a shorter line itself."""
        return self._end(slice(-LONGEST_READ, None))

    def _end(self, part: slice) -> Line:
        return self if len(self.text) <= LONGEST_READ else Line(self.text[part], self.known)


def may_be_byline(line: Line) -> bool:
    """Whether `line` may be a byline: «رائد جبر (موسكو)», «كتب: أحمد السيد».

    It is short, or its parts are parted, or a label opens it; a word of it is known to stand in
    bylines, and no part without such a word is as long as a sentence.
    """
    text, blanks = line.text, line.text.count(" ")
    if len(text) > LONGEST_BYLINE or blanks > _MOST_BLANKS or not line.words:
        return False
    if len(text) > LONGEST_NAME or blanks > _MOST_BLANKS_OF_NAME:
        parted = line.any & (wc.DASH | wc.BAR | wc.COMMA | wc.BRACKET) or _TATWEEL in text
        if not parted and not line.classes[0] & wc.LABEL:
            return False
    if not (line.any & (_NAMED | wc.QUOTE) or _has_form_of_name(line) or _is_numbered(line)):
        return False
    return not _NO_BYLINE.search(text) and _has_short_parts(line)


def _has_form_of_name(line: Line) -> bool:
    """Whether a name that no table begins with may be there: «م. ع», «حيدر المكي», «بو ظبي»."""
    words = line.words
    if ADDRESS.search(line.text):
        return True
    if max(words, default="") < _ARABIC:
        return False
    if _has_initials(line) or any(map(line.known.is_given, words)):
        return True
    bare = [word not in MARKS and word[:2] != "ال" for word in words]
    nisba = (
        word[:2] == "ال" and word[-1] == "ي" and any(bare[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )
    return any(nisba) or any(bits & (wc.PLACE | wc.PAPER) for bits in line.known.of(_joined(line)))


def _joined(line: Line) -> list[str]:
    """The parts between marks, each as one word: so are names of places compared."""
    pairs = zip(line.words, line.classes, strict=True)
    shown = (" " if bits & _PARTING else "" if bits & _ANY_MARK else word for word, bits in pairs)
    return "".join(shown).split()


def _has_initials(line: Line) -> bool:
    return sum(len(word) == 1 and word >= _ARABIC for word in line.words) > 1


def _is_numbered(line: Line) -> bool:
    """Whether a publication of the tables is a number: «24»."""
    if not line.any & wc.DIGIT:
        return False
    return any(
        line.known.table.get(fold(number), 0) & wc.PAPER for number in _NUMBER.findall(line.text)
    )


def _has_short_parts(line: Line) -> bool:
    """Whether each part between marks has a known word, or no more words than a name."""
    if _BREAK.search(line.text):
        return True
    unknown, named = 0, 0
    for bits in (*line.classes, wc.COMMA):
        if bits & _PARTING:
            if unknown > _MOST_UNKNOWN and not named:
                return False
            unknown, named = 0, 0
        unknown += (not bits) - bool(bits & wc.STOP)  # «أهرام.أونلاين» is one word
        named |= bits & _NAMED
    return True


def may_be_dateline(line: Line) -> bool:
    """Whether a paragraph may open with a dateline: «لندن: «الشرق الأوسط»», «روما (أ.ف.ب) -».

    Before the first mark is no sentence, and a word of it all is known to stand in datelines.
    """
    head = line.head
    if not (head.any & (_NAMED | wc.QUOTE) or _has_form_of_name(head)):
        return False
    if _TATWEEL in head.text or _BREAK.search(head.text):
        return True
    first, named, unknown = 0, 0, 0
    for bits in head.classes:
        if bits & _PARTING:
            if first:
                break
            continue
        first += 1
        named |= bits & _NAMED
        unknown += not bits
    else:
        return bool(head.any & (_PARTING | wc.DIGIT))
    return first <= _MOST_WORDS_OF_PART and (bool(named) or unknown <= _MOST_UNKNOWN)


def may_be_date(line: Line) -> bool:
    """Whether `line` may be a date, or a time of day with a label: «السبت 12 يوليو 2025».

    A long line with one number is none, nor is one with words that no calendar has.
    """
    size, bits = len(line.text), line.any
    if size > LONGEST_DATE or not bits & wc.DIGIT:
        return False
    if size > _LONGEST_BARE_DATE and line.numbers < 2:
        return False
    if bits & wc.DATE_LABEL and bits & wc.COLON:
        return True
    whole = bits & wc.MONTH or _is_numeric(line.classes)
    if not (whole or bits & (wc.WEEKDAY | wc.DAY_WORD) or (bits & wc.DISTANCE and bits & wc.UNIT)):
        return False
    strange = sum(
        len(word) > 1 and not bits & wc.DATE_WORD
        for word, bits in zip(line.words, line.classes, strict=True)
    )
    return strange <= (_MOST_WORDS_OF_DATE if whole else 0)


def _is_numeric(classes: Sequence[int]) -> bool:
    """Whether three numbers stand in a row: «12/7/2025», «2025-07-12»."""
    marks = wc.DASH | wc.BAR | wc.STOP
    joined = zip(classes, classes[1:], classes[2:], strict=False)
    return sum(bool(a & wc.DIGIT and b & marks and c & wc.DIGIT) for a, b, c in joined) > 1


def may_be_credit(line: Line) -> bool:
    """Whether `line` may be a credit, or a caption with one: «بوتين (أ.ف.ب)», «صورة من: واس».

    A source that is known stands alone, in brackets, after a mark, in quotes or Latin letters at
    the end, or with a label; a © is sure.
    """
    text = line.text
    size = len(text)
    if size <= LONGEST_READ and not line.any & (_CREDITED | wc.BRACKET | wc.COPYRIGHT):
        return False
    if size > LONGEST_CAPTION or (size > LONGEST_NAME and not _has_sign_of_credit(line)):
        return False
    if "©" in text or _opens_credit(line):
        return True
    end = line.tail
    if "\n" in text and end.any & _CREDITED:
        return True  # a credit on a line of its own
    if end.any & wc.BRACKET and _ends_in_brackets(end):
        return True
    return bool(end.any & _SOURCE) and _ends_in_source(end)


def _has_sign_of_credit(line: Line) -> bool:
    """Whether a long line closes with a bracket, has a mark near its end and is no sentence, or
    opens with a label."""
    text = line.text
    if text[-1] in _CLOSERS or text[-2] in _CLOSERS or "©" in text:
        return True
    if text[-1] not in _STOPS and _CREDIT_SIGN.search(text, max(0, len(text) - _CREDIT)):
        return True
    return bool(line.classes and line.classes[0] & _ANY_LABEL)


def _opens_credit(line: Line) -> bool:
    """Whether the first word is that of a label with its mark, or of a source that is alone."""
    first = _first(line)
    if first & (wc.CREDIT_LABEL | wc.CAPTION_LABEL) and line.any & (
        wc.COLON | wc.COMMA | wc.DASH | wc.BAR
    ):
        return True
    return bool(first & _SOURCE) and len(line.text) <= _LONGEST_ALONE


def _ends_in_brackets(line: Line) -> bool:
    """Whether the last brackets close the line, and hold a source or a name."""
    if _ORNATE.search(line.text):
        return True  # they are printed either way round
    words, classes = line.words, line.classes
    end = max(at for at, bits in enumerate(classes) if bits & wc.BRACKET)
    if words[end] in _OPENING:  # the closing half is missing
        return _is_source_or_name(line, slice(end + 1, None))
    if not all(bits & _ANY_MARK for bits in classes[end:]):
        return False
    depth, start = 1, end
    while depth and start:
        start -= 1
        depth += (words[start] in _CLOSING) - (words[start] in _OPENING)
    return _is_source_or_name(line, slice(start, end))


def _is_source_or_name(line: Line, part: slice) -> bool:
    bits = reduce(or_, line.classes[part], 0)
    if bits & (_CREDITED | _PERSON):
        return True
    words = [word for word in line.words[part] if word not in MARKS]
    latin = len(words) > 1 and all(word < _ARABIC for word in words)
    return latin or any(map(line.known.is_given, words))


def _ends_in_source(line: Line) -> bool:
    """Whether a source is behind a mark or its label, or closes the line in quotes or Latin."""
    if line.any & wc.COLON and line.any & (wc.CREDIT_LABEL | wc.PHOTO_LABEL):
        return True
    if _GLUED_DASH.search(line.text) or _closes_with(wc.QUOTE, line.classes):
        return True
    behind = False
    for bits in line.classes:
        if behind and bits & _SOURCE:
            return True
        behind = bool(bits & _BEFORE_SOURCE or (behind and bits & _ANY_MARK))
    return _is_latin_source(line)


def _is_latin_source(line: Line) -> bool:
    """Whether the Latin words that close the line hold a source: «… في باريس AFP»."""
    named = False
    for word, bits in zip(reversed(line.words), reversed(line.classes), strict=True):
        if word >= _ARABIC:
            return named
        named = named or bool(bits & wc.AGENCY | bits & wc.FLAG)
    return named and bool(line.any & (wc.STOP | wc.COMMA | wc.QUOTE | wc.BRACKET | wc.DIGIT))


def may_be_label(line: Line) -> bool:
    """Whether `line` may be a label whose value is in the next block: «آخر تحديث:», «المصدر:»."""
    if len(line.text) > LONGEST_LABEL or not _closes_with(wc.COLON, line.classes):
        return False
    return bool(line.any & (wc.DATE_LABEL | wc.SOURCE | wc.COPYRIGHT)) or _has_initials(line)


def _closes_with(mark: int, classes: Sequence[int]) -> bool:
    """Whether the last sign is `mark`, or one more mark stands behind it."""
    if not classes:
        return False
    behind = classes[-1] & _ANY_MARK and len(classes) > 1 and classes[-2] & mark
    return bool(classes[-1] & mark or behind)


def may_be_section(line: Line) -> bool:
    """Whether `line` may name a section, or a path to one: «اقتصاد», «أخبار | غزة»."""
    return len(line.text) <= LONGEST_WORD and bool(_first(line) & wc.SECTION)


def may_be_interface(line: Line) -> bool:
    """Whether `line` may be a button or a marker: «شارك», «مقالات ذات صلة», «التعليقات (12)»."""
    if len(line.text) > LONGEST_WORD:
        return False
    only_marks = 0 not in line.classes and not line.any & ~_ANY_MARK
    return only_marks or bool(_first(line) & (wc.BUTTON | wc.MARKER))


def _first(line: Line) -> int:
    """The classes of the first word."""
    return next((bits for bits in line.classes if not bits & _ANY_MARK), 0)
