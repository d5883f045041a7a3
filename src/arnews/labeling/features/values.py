"""What a line says that a field holds: a date, who wrote, a caption with its credit."""

from __future__ import annotations

from ...fields.byline import BESIDE_DATE
from ...fields.gates import (
    LONGEST_LABEL,
    Line,
    may_be_byline,
    may_be_credit,
    may_be_date,
    may_be_label,
    may_be_pictured,
    opens_with_label,
)
from ...folding import fold
from ...lexicon.roles import fold_role
from ...lexicon.word_classes import DIGIT, LABEL
from ...lexicon.words import trim_label
from ...patterns import pattern, plain
from ..page_context import Values, Vocabulary
from .line import CLOSERS, COLON, OPENS, STOPS
from .register import feature

DATE = feature("a date")
DATE_LABEL = feature("a label alone")
BYLINE = feature("a byline")
SURE_BYLINE = feature("a byline with place, paper or role")
CREDIT = feature("a credit alone")
CAPTION = feature("a credit at the end")
KNOWN_CREDIT = feature("a known credit")
CAPTION_LABEL = feature("a caption's label")
PICTURED = feature("tells of a picture")
SOURCE = feature("names its source")
WRITER = feature("names its writer")
ROW = feature("a row of a table")

_LONGEST_NAME = 45
_MOST_WORDS_OF_LABEL, _MOST_WORDS_OF_LABELS = 3, 5  # beside a date
LONGEST_PERSON = 4  # words of a name
_MOST_WORDS_BEFORE_DATE = 2  # where its writer is behind it: «نشر في»
_SHORTEST_CAPTION, _LONGEST_CAPTION = 9, 160
_LONGEST_ROW = 60
_LONGEST_STOPPED = 110  # characters of a caption that ends with a full stop
_ATTRIBUTION = 80  # characters before a credit in which a sentence names whom it rests on
_FEWEST_CELLS = 2
_NUMBERED = plain(r"\d{1,2}\s?[-–.)]\s?\D")
_CELL = plain(r"(?<![\d/:.-])\d+")  # a number: a date or a time is one
_BRACKETED = pattern(r"[(\[{][^()\[\]{}]*+[)\]}]$")
_TODAY = pattern(r"(?<=\p{L}{2})\s++(?:اليوم|ليوم)(?=\s++(?!يوم\s)\p{L})")
# The credit of a caption stands behind it, that of a story behind its last full stop.
_AFTER_STOP = pattern(r"[.]\s*+[(\[][^()\[\]]*+[)\]]\s*+[.]?$")
_ACCOUNT = plain(r"\s[A-Za-z][\w.-]{1,30}(?:\s+في)?$")
# Values that a label may have: what is read as one after it shows that it is a label.
_ANY_DAY, _ANY_AGENCY, _ANYBODY = " 1/1/2000", " رويترز", " محمد علي"


def credited(line: Line, opens: int, values: Values) -> int:
    """A caption, a credit, or both; `opens` says how the line begins.

    What begins as a sentence and has its credit behind its full stop ends a story:
    «وأضاف البيان أن العمل مستمر. (رويترز)». A sentence names whom it rests on:
    «ضرب زلزال المدينة، وفقا لوكالة الأنباء السورية (سانا).».
    """
    if not may_be_credit(line):
        return 0
    text = line.text
    found = values.caption(text)
    if found.credit is None:
        labelled = found.caption is not None and len(found.caption) + 8 < len(text)
        return CAPTION_LABEL if labelled else 0
    known = found.credit.agencies or found.credit.archive or found.credit.illustrative
    bits = KNOWN_CREDIT if known else 0
    if found.caption is None:
        return bits | CREDIT | (SOURCE if values.names_source(text) else 0)
    if len(text) <= _LONGEST_NAME and _is_signed(text, values):
        return 0
    dashed = not known and text[-1] not in CLOSERS
    if dashed and values.lexicon.papers.means(found.credit.raw) and not values.own_name(text):
        return 0  # «افتتاح السد الكبير - عنب بلدي», the title of a page
    if line.any and line.classes[0] & LABEL and _is_signed_behind_label(text, values):
        return 0
    sentence = opens or len(text) > _LONGEST_STOPPED
    bracket = max(text.rfind("("), text.rfind("["))
    stopped = sentence and text[: max(bracket, 0)].rstrip().endswith(".")
    if stopped and _AFTER_STOP.search(text, max(0, len(text) - 80)):
        return 0
    end = fold(found.caption[-_ATTRIBUTION:]) if sentence or text[-1] == "." else ""
    if "," in end and values.lexicon.credits.attributed.search(end):
        return 0
    return bits | CAPTION


def _is_signed(text: str, values: Values) -> bool:
    """«لندن - رويترز», «الفجيرة (وام)», «سمير ناصر (الرياض)», «الرأي - وكالات», «الرأي - عمّان (سمير
    ناصر)»: a place and who writes there, or a paper that signs, no credit of a caption."""
    found = values.byline(text)
    if text[-1] in CLOSERS:
        outside = _BRACKETED.sub("", text).rstrip(" :")
        signed, places = values.byline(outside), values.lexicon.places
        placed = all(map(places.reads, outside.split("/")))
        if not placed and not (signed and signed.publication):
            inside = text[len(outside) :].strip(" ()")
            return found is not None and bool(found.authors) and found.place == inside
    signs = found and found.publication and not found.agencies
    return found is not None and bool(found.place or signs)


def _is_signed_behind_label(text: str, values: Values) -> bool:
    """«نص: زهراء العبيدي / عدسة: ليث كريم», «نص: الوادي / أ ف ب»: who wrote, maybe who took the
    pictures too."""
    found, pictured = values.byline(text), values.lexicon.roles.picture_labels
    if found is None or not (found.authors or found.publication) or found.role is None:
        return False
    return fold_role(found.role) not in pictured


def pictured(line: Line, values: Values) -> int:
    """«الوزير يتوسط مساعديه»: a word that tells what a picture shows; «4- صورة الهوية» is an item
    of a list."""
    asked = _SHORTEST_CAPTION < len(line.text) <= _LONGEST_CAPTION and may_be_pictured(line)
    return (
        PICTURED
        if asked
        and not _NUMBERED.match(line.text)
        and values.lexicon.credits.shown.search(fold(line.text))
        else 0
    )


def label(line: Line, values: Values) -> int:
    """A label alone: its value stands in the next block («آخر تحديث:», «المصدر:», «بقلم»)."""
    if not may_be_label(line):
        return 0
    text = line.text
    if any(found.kind for found in values.dates(text + _ANY_DAY)):
        return DATE_LABEL
    source, named = values.byline(text + _ANY_AGENCY), values.byline(text)
    if source and source.agencies and not source.publication and not (named and named.agencies):
        return DATE_LABEL
    return DATE_LABEL if is_writer_label(text, values) else 0


def is_writer_label(text: str, values: Values) -> bool:
    """«بواسطة», «تقرير:», «Author,»: a label of writers alone."""
    lexicon = values.lexicon
    if len(text) > LONGEST_LABEL or not opens_with_label(text, lexicon.word_classes):
        return False
    if text[-1] not in ":،," and fold_role(text) not in lexicon.roles.lone_labels:
        return False
    alone, named = values.byline(text), values.byline(text + _ANYBODY)
    nobody = alone is None or not (alone.authors or alone.agencies or alone.publication)
    return nobody and named is not None and bool(named.authors)


def dated(line: Line, bits: int, words: Vocabulary, values: Values) -> int:
    """A date, or a time of day with a label: the day is that of the date before it."""
    text = line.text
    if not may_be_date(line):
        return 0
    whole = values.moment(text) is not None or (
        ":" in text and any(found.kind for found in values.dates(f"{_ANY_DAY}، {text}"))
    )
    if whole and not (_names_a_day(text, words, values) or _tells_of_a_day(text, bits, values)):
        return DATE
    return DATE if _is_signed_and_dated(line, values) else 0


def _is_signed_and_dated(line: Line, values: Values) -> bool:
    """«بواسطة أحمد سالم في 3 مارس 2024», «نشر في 3 مارس 2024 بواسطة أحمد سالم», «أحمد سالم 3 مارس
    2024»: one date, and on one side of it a writer behind a label, or a name alone."""
    text, found = line.text, values.dates(line.text)
    if len(found) != 1:
        return False
    sides = text[: found[0].start], text[found[0].end :]
    signed, rest = sides if len(sides[0]) > len(sides[1]) else sides[::-1]
    signed = signed.strip(BESIDE_DATE)
    if len(rest.split()) > _MOST_WORDS_BEFORE_DATE or not signed:
        return False
    if signed in values.site_names:
        return True
    byline = values.byline(signed)
    if byline is None or not (byline.authors or byline.role or byline.agencies):
        return _names_account(signed, values)
    return opens_with_label(signed, line.known) or signed.count(" ") < LONGEST_PERSON


def _names_account(text: str, values: Values) -> bool:
    """«أرسلت من قبل admin في»: the label of a writer, and nobody's name behind it."""
    account = _ACCOUNT.search(text)
    roles = values.lexicon.roles
    return account is not None and fold_role(text[: account.start()]) in roles.all_labels


def _tells_of_a_day(text: str, bits: int, values: Values) -> bool:
    """«ومن المقرر أن تبدأ الدراسة في 21 سبتمبر.», «نشر أحدهم صورة في 4 أبريل مرفقة بهذا الوصف:»,
    «افتتاح المهرجان، 11 يوليو 2025 (رويترز)»: a sentence or caption with a day in it."""
    if bits & COLON:
        dated = sum(len(text[found.start : found.end].split()) for found in values.dates(text))
        most = _MOST_WORDS_OF_LABELS if bits & OPENS else _MOST_WORDS_OF_LABEL
        return len(text.split()) - dated > most
    dates = values.dates(text)
    yearless = not any(found.moment.value for found in dates)  # «سيكون التدريب يوم 11 يناير.»
    tells = bits & CAPTION or (bits & STOPS and (bits & OPENS or yearless))
    if not tells or any(found.kind for found in dates):
        return False
    # «الأحد 2 مارس 2025 / الأيام - رويترز»: who signs stands behind the date.
    signed = text[dates[-1].end :].strip(BESIDE_DATE) if dates and not dates[0].start else ""
    return not (bits & CAPTION and signed and values.byline(signed))


def _names_a_day(text: str, words: Vocabulary, values: Values) -> bool:
    """«أسعار الذهب اليوم السبت 12 يوليو»: a headline, by the words before its «اليوم»."""
    today = _TODAY.search(text)
    if not today or any(found.kind for found in values.dates(text)):
        return False
    before = text[: today.start()]
    return trim_label(fold(before)) not in words.sections and values.byline(before) is None


def tabular(line: Line) -> int:
    """«الهلال 10 8 1 1 25»."""
    text = line.text
    if "\t" in text:
        return ROW
    if len(text) > _LONGEST_ROW or not line.any & DIGIT:
        return 0
    numbers = len(_CELL.findall(text))
    row = numbers >= _FEWEST_CELLS and 2 * numbers > len(text.split())
    return ROW if row and any(map(str.isalpha, text)) else 0


def signed(line: Line, values: Values) -> int:
    """Who wrote."""
    own = values.own_name(line.text)
    found = values.byline(line.text) if own or may_be_byline(line) else None
    if found is None:
        return 0
    sure = not found.authors or found.place or found.publication or found.agencies or found.role
    told = found.authors and (own or opens_with_label(line.text, line.known))
    return BYLINE | (SURE_BYLINE if sure else 0) | (WRITER if told else 0)
