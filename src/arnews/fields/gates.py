"""A line looked at once: its words and marks by class, and what it may be.

Each gate (`may_be_byline`, …) is a necessary condition of a grammar of `arnews.fields`: where it
says no, the grammar reads nothing, and is not asked. Where it says yes, the grammar decides.

    line = Line("رائد جبر (موسكو)", lexicon.default().word_classes)
    may_be_byline(line)  # True: given names and a place
    may_be_date(line)    # False: no digit, no distance
"""

from __future__ import annotations

from functools import reduce
from operator import or_

from ..folding import fold
from ..lexicon import word_classes as wc
from ..lexicon.papers import ADDRESS
from ..lexicon.word_classes import MARKS, WordClasses, split
from ..patterns import pattern, plain

LONGEST_READ = 170  # characters of a line that is read whole, and of the end of a longer one
HEAD = 48  # characters among which the first word is
LONGEST_NAME = 36  # a name alone
LONGEST_BYLINE = 90
LONGEST_DATE = 120
LONGEST_LABEL = 30  # of a value in the next block
LONGEST_WORD = 48  # a section, a button, a marker
LONGEST_CAPTION = 400
_MOST_BLANKS = 11  # of a byline: two names with titles, and a place or role
_MOST_BLANKS_OF_NAME = 4
_LONGEST_BARE_DATE = 60  # with one number
_MOST_WORDS_OF_DATE = 6  # that no calendar has
_CREDIT = 80  # characters, of a credit at the end of a long line

_SIGNED = wc.PLACE | wc.PAPER | wc.AGENCY | wc.LABEL | wc.JOB | wc.SOURCE | wc.NOBODY
_PERSON = wc.GIVEN | wc.PARTICLE | wc.TITLE
_LABEL = wc.CREDIT_LABEL | wc.PHOTO_LABEL | wc.CAPTION_LABEL
_CREDITED = wc.AGENCY | wc.FLAG | wc.SOURCE_HEAD | _LABEL
_PARTING = wc.DASH | wc.BAR | wc.COLON | wc.COMMA | wc.BRACKET | wc.QUOTE | wc.COPYRIGHT
_ANY_MARK = _PARTING | wc.STOP | wc.DIGIT

_TATWEEL = "ـ"
_NUMBER = pattern(r"\p{Nd}++")
_SPACED = pattern(r"\b\d{2} \d{2} \d{4}\b|\b\d{4}([ :])\d{2}\1\d{2}\b")
_GLUED = pattern(r"\p{Arabic}\s\p{Nd}{1,2}[,،]\s\p{Nd}{4}")  # «محلياتمايو 3, 2018»
#: A name in Latin letters before a bar and a date: «Samer Haddad | 12.07.2025».
LATIN_AND_DATE = pattern(r"[A-Z][a-z]++ [A-Z][^|\n]{1,60}+\|\s*+\p{Nd}")
_NO_BYLINE = plain(r"[؟?!$=#<>]")
_CREDIT_SIGN = plain(r"[(\[{﴾﴿（–—ـ/-]")
_COLON_LAST = pattern(r"[:：]\W{0,2}$")
#: A label of credits, glued to the last word of a caption: «… على الرصيفالمصدر: رويترز».
GLUED_LABEL = plain(r"(?<=[ء-ي]{3})(?:(?:ال|)مصدر(?: الصورة|)|صورة من|تصوير)(?=\s?:)")
_HANDED = ". من المصدر"  # behind a caption
_CLOSERS = ")]}﴾﴿"
_STOPS = ".؛"
_ARABIC = "\u0600"
_ON, _MOST_WORDS_OF_LABEL = "في", 3
_AND = "و"


class Line:
    """The words and marks of one line, each with its classes.

    `words` are as `word_classes.split` gives them, `classes` their classes, and `any` is all of
    these together. Of a line longer than 170 characters only the first word is read; `tail` is its
    end, for those who look further.
    """

    __slots__ = ("any", "classes", "known", "text", "words")

    def __init__(self, text: str, known: WordClasses) -> None:
        self.text = text
        self.known = known
        whole = len(text) <= LONGEST_READ
        self.words = split(text if whole else text[:HEAD].partition(" ")[0])
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
    def tail(self) -> Line:
        """The last 170 characters; a shorter line itself."""
        whole = len(self.text) <= LONGEST_READ
        return self if whole else Line(self.text[-LONGEST_READ:], self.known)


def opens_with_label(text: str, known: WordClasses) -> bool:
    """Whether the first word of `text` may be the label of a writer: «بواسطة أحمد سالم»."""
    words = split(text[:HEAD])
    return bool(words) and bool(known.of(words[:1])[0] & wc.LABEL)


def may_be_byline(line: Line) -> bool:
    """Whether `line` may be a byline: «رائد جبر (موسكو)», «كتب: أحمد السيد».

    It is short, or its parts are parted, or a label opens it; and a word of it is known to stand
    in bylines.
    """
    text, blanks = line.text, line.text.count(" ")
    if len(text) > LONGEST_BYLINE or blanks > _MOST_BLANKS or not line.words:
        return False
    if len(text) > LONGEST_NAME or blanks > _MOST_BLANKS_OF_NAME:
        parted = line.any & (wc.DASH | wc.BAR | wc.COMMA | wc.BRACKET) or _TATWEEL in text
        parted = parted or " : " in text  # «الوادي الإخبارية : سمير أبو ناصر»
        parted = parted or text.count(" من ") == 2  # «فلان من الرياض وفلان من جدة»
        if not parted and not line.classes[0] & wc.LABEL:
            return False
    if not (line.any & (_SIGNED | _PERSON | wc.QUOTE) or _has_form_of_name(line)):
        return False
    return not _NO_BYLINE.search(text)


def _has_form_of_name(line: Line) -> bool:
    """Whether a name whose first word no table has may be there: «م. ع», «حيدر المكي»,
    «بو ظبي», «24»."""
    words, known = line.words, line.known
    if _has_initials(line) or ("." in line.text and ADDRESS.search(line.text)):
        return True
    if line.any & wc.DIGIT and LATIN_AND_DATE.match(line.text):
        return True
    if any(map(known.is_given, [word for word in words if len(word) > 1])):
        return True
    if any(word[:2] == "ال" and word[-1] == "ي" for word in words[1:]):
        return True
    # Names of places are compared without the blanks in them.
    joined = "".join([" " if word in MARKS else word for word in words]).split()
    numbers = map(fold, _NUMBER.findall(line.text)) if line.any & wc.DIGIT else ()
    return any(bits & (wc.PLACE | wc.PAPER) for bits in known.of([*joined, *numbers]))


def _has_initials(line: Line) -> bool:
    """«م. ع», or one letter with a full stop before a name: «ق. محرز»."""
    words = line.words
    letters = len([word for word in words if len(word) == 1 and word >= _ARABIC])
    return letters > 1 or (letters == 1 and len(words) == 3 and words[1] == ".")


def may_be_date(line: Line) -> bool:
    """Whether `line` may be a date, or a time of day with a label: «السبت 12 يوليو 2025».

    A long line with one number is none, nor is one with words that no calendar has. Without a
    number, it is a distance and nothing else: «قبل ساعتين».
    """
    size, bits = len(line.text), line.any
    if size > LONGEST_DATE:
        return False
    if not bits & wc.DIGIT:
        if not (bits & wc.DISTANCE and bits & wc.UNIT) or size > _LONGEST_BARE_DATE:
            return False
        signed = line.classes[0] & wc.LABEL and bits & wc.COLON  # «كتب: رويترز منذ ساعتين»
        return bool(signed) or all(each & wc.DATE_WORD for each in line.classes)
    if size > _LONGEST_BARE_DATE and line.numbers < 2:
        return False
    if bits & wc.DATE_LABEL and bits & wc.COLON:
        return True
    whole = bits & wc.MONTH or _is_numeric(line) or _GLUED.search(line.text)
    if not (whole or bits & (wc.WEEKDAY | wc.DAY_WORD) or (bits & wc.DISTANCE and bits & wc.UNIT)):
        return False
    strange = sum(
        len(word) > 1 and not bits & wc.DATE_WORD
        for word, bits in zip(line.words, line.classes, strict=True)
    )
    return strange <= (_MOST_WORDS_OF_DATE if whole else 0)


def _is_numeric(line: Line) -> bool:
    """Whether three numbers stand in a row: «12/7/2025», «2025-07-12», «2025 07 12»."""
    marks = wc.DASH | wc.BAR | wc.STOP
    joined = zip(line.classes, line.classes[1:], line.classes[2:], strict=False)
    apart = sum(bool(a & wc.DIGIT and b & marks and c & wc.DIGIT) for a, b, c in joined) > 1
    return apart or _SPACED.search(line.text) is not None


def may_be_credit(line: Line) -> bool:
    """Whether `line` may be a credit, or a caption with one: «بوتين (أ.ف.ب)», «صورة من: واس».

    Its end holds a word of credits, a paper behind a mark, or a name where it holds brackets; a ©
    is sure. A long line also closes with a bracket, or has a mark near its end and is no sentence,
    or opens with a label. A short one without marks opens with the word, to which «و» may be glued.
    """
    text = line.text
    if len(text) > LONGEST_CAPTION:
        return False
    if ":" in text[-_CREDIT:] and GLUED_LABEL.search(text):
        return True
    if len(text) > LONGEST_NAME and not _has_sign_of_credit(line):
        return False
    if len(text) <= LONGEST_NAME and _is_bare(line):
        return text.startswith(_AND) or bool(line.any and line.classes[0] & _CREDITED)
    end = line.tail
    if (line.any | end.any) & (_CREDITED | wc.COPYRIGHT):
        return True
    if end.any & wc.PAPER and end.any & (wc.BRACKET | wc.DASH):
        return True
    if end.any & wc.BAR and _is_latin(end):
        return True  # «… على الرصيف. WFP/Anna Berg»
    return bool(end.any & wc.BRACKET) and _names_person(end)


def _is_bare(line: Line) -> bool:
    """Whether `line` is nothing but Arabic words and numbers."""
    marked = line.any & (_PARTING | wc.STOP) or _TATWEEL in line.text or "\n" in line.text
    return not marked and all(word >= _ARABIC or word == "0" for word in line.words)


def _has_sign_of_credit(line: Line) -> bool:
    text = line.text
    if text[-1] in _CLOSERS or text[-2] in _CLOSERS or "©" in text or text.endswith(_HANDED):
        return True
    if text[-1] not in _STOPS and _CREDIT_SIGN.search(text, max(0, len(text) - _CREDIT)):
        return True
    if ":" in text[-_CREDIT:] and line.tail.any & wc.PHOTO_LABEL:
        return True  # «… يوم الجمعة. تصوير: سامر الحداد - رويترز.»
    return bool(line.classes and line.classes[0] & _LABEL)


def _names_person(line: Line) -> bool:
    return _is_latin(line) or bool(line.any & _PERSON) or any(map(line.known.is_given, line.words))


def _is_latin(line: Line) -> bool:
    return sum(word < _ARABIC and word not in MARKS for word in line.words) > 1


def may_be_pictured(line: Line) -> bool:
    """Whether what is read of `line` has a word that tells of a picture: «الوزير يتوسط مساعديه»."""
    return bool(line.any & wc.SHOWN)


def may_be_label(line: Line) -> bool:
    """Whether `line` may be a label whose value is in the next block: «آخر تحديث:», «المصدر:»; of a
    date or a writer also without the colon."""
    if len(line.text) > LONGEST_LABEL:
        return False
    if not _COLON_LAST.search(line.text):
        labels = [bits & (wc.DATE_LABEL | wc.LABEL) for bits in line.classes if bits != wc.COMMA]
        if 1 < len(labels) <= _MOST_WORDS_OF_LABEL and line.words[-1] == _ON:
            return bool(labels[0])  # «تم التحديث في»
        return bool(labels) and all(labels)
    labelled = line.any & (wc.DATE_LABEL | wc.SOURCE | wc.COPYRIGHT | wc.LABEL)
    return bool(labelled) or _has_initials(line)


def may_be_section(line: Line) -> bool:
    """Whether `line` may name a section, or a path to one: «اقتصاد», «أخبار | غزة»; one of a paper
    has its name before it."""
    first = _first(line)
    named = first & wc.SECTION or (first & wc.PAPER and not line.any & wc.COLON)
    return len(line.text) <= LONGEST_WORD and bool(named)


def may_be_interface(line: Line) -> bool:
    """Whether `line` may be a button or a marker: «شارك», «مقالات ذات صلة», «12.3k مشاهدة»."""
    if len(line.text) > LONGEST_WORD:
        return False
    only_marks = 0 not in line.classes and not line.any & ~_ANY_MARK
    counted = line.classes and line.classes[0] & wc.DIGIT
    return only_marks or bool((line.any if counted else _first(line)) & (wc.BUTTON | wc.MARKER))


def may_be_row(line: Line) -> bool:
    """Whether `line` may begin with a word of a menu: «محليات رياضة بحث»."""
    marked = bool(line.classes) and line.classes[0] & _ANY_MARK
    return bool(marked or _first(line) & (wc.BUTTON | wc.MARKER | wc.SECTION))


def _first(line: Line) -> int:
    """The classes of the first word."""
    for bits in line.classes:
        if not bits & _ANY_MARK:
            return bits
    return 0
