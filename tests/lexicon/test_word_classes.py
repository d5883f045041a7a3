"""The words of a line and their classes: one table for all that the lexicon knows."""

import pytest

from arnews import lexicon
from arnews.lexicon import word_classes as wc
from arnews.lexicon.word_classes import split

CLASSES = lexicon.default().word_classes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("رُويترز", ["رويترز"]),
        ("العربيّة.نت", ["العربيه", ".", "نت"]),
        ("أ.ف.ب", ["ا", ".", "ف", ".", "ب"]),
        ("الخميس18 غشت", ["الخميس", "0", "0", "جشت"]),
        ("٨/٥/٢٠١٩", ["0", "/", "0", "/", "0", "0", "0", "0"]),
        ("مسقط ـ العمانية", ["مسقت", "-", "العمانيه"]),  # a tatweel that stands free
        ("هـ", ["ه"]),
        ("[أرشيفية]", ["(", "ارشيفيه", ")"]),
        ("«واس»", ['"', "واس", '"']),
        ("سيناء، مؤتة", ["سينا", ",", "موته"]),
        ("AFP/Getty", ["afp", "/", "getty"]),
        ("O'Neil", ["oneil"]),
        ("Émile", ["émile"]),
        ("E\u0301mile", ["emile"]),
        ("\u200fلندن\u200e", ["لندن"]),
        ("؟!", []),
        ("", []),
    ],
)
def test_a_line_is_split_into_words_and_marks(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("word", "bits"),
    [
        ("موسكو", wc.PLACE),
        ("حفر", wc.PLACE),  # حفر الباطن
        ("حفرالباطن", wc.PLACE),
        ("هونغ", wc.PLACE),
        ("هونج", wc.PLACE),
        ("عكاظ", wc.PAPER),
        ("صحيفة", wc.PAPER),
        ("رويترز", wc.AGENCY),
        ("ورويترز", wc.AGENCY),
        ("وكالة", wc.AGENCY),
        ("بقلم", wc.LABEL),
        ("كتبت", wc.LABEL),
        ("مراسل", wc.JOB),
        ("الدكتور", wc.TITLE),
        ("المصدر", wc.SOURCE | wc.CREDIT_LABEL),
        ("وكالات", wc.NOBODY | wc.FLAG),
        ("محمد", wc.GIVEN),
        ("بن", wc.PARTICLE),
        ("أرشيفية", wc.FLAG),
        ("تصوير", wc.PHOTO_LABEL | wc.LABEL),
        ("التعليق", wc.CAPTION_LABEL),
        ("وزارة", wc.SOURCE_HEAD),
        ("يوليو", wc.MONTH | wc.DATE_WORD),
        ("تموز", wc.MONTH | wc.DATE_WORD),
        ("جويلية", wc.MONTH | wc.DATE_WORD),
        ("شوال", wc.MONTH | wc.DATE_WORD),
        ("الأربعاء", wc.WEEKDAY | wc.DATE_WORD),
        ("منذ", wc.DISTANCE | wc.DATE_WORD),
        ("ساعتين", wc.UNIT | wc.DATE_WORD),
        ("أمس", wc.DAY_WORD | wc.DATE_WORD),
        ("نشر", wc.DATE_LABEL | wc.DATE_WORD),
        ("الموافق", wc.DATE_WORD),
        ("اقتصاد", wc.SECTION),
        ("شارك", wc.BUTTON),
        ("اقرأ", wc.MARKER),
        ("أعلنت", wc.OPENER),
        ("بعد", wc.PREPOSITION),
        ("لكن", wc.CONNECTIVE),
        ("(", wc.BRACKET),
        ("}", wc.BRACKET | wc.QUOTE),
        ("©", wc.COPYRIGHT),
    ],
)
def test_a_word_is_of_its_classes(word: str, bits: int) -> None:
    (found,) = CLASSES.of(split(word))
    assert found & bits == bits


def test_a_publication_may_be_a_number() -> None:
    assert CLASSES.of(["24"]) == [wc.PAPER]


@pytest.mark.parametrize("word", ["برطمان", "خلبوص", "Zxyw", "الباطن"])
def test_other_words_are_of_none(word: str) -> None:
    assert CLASSES.of(split(word)) == [0]


@pytest.mark.parametrize(
    ("table", "row", "bits"),
    [
        ("places", "countries", wc.PLACE),
        ("papers", "papers", wc.PAPER),
        ("roles", "labels", wc.LABEL),
        ("roles", "sources", wc.SOURCE),
        ("credits", "archive", wc.FLAG),
        ("credits", "sources", wc.SOURCE_HEAD),
        ("sections", "names", wc.SECTION),
        ("words", "related", wc.MARKER),
    ],
)
def test_every_name_of_a_table_begins_with_a_word_of_its_class(
    table: str, row: str, bits: int
) -> None:
    for name in lexicon.default().table(table)[row]:
        words = [word for word in split(name) if word not in wc.MARKS]
        assert not words or CLASSES.of(words)[0] & bits, name


@pytest.mark.parametrize("word", ["عبدالصبور", "أبوالعزم", "نورالدين", "فتح الله"])
def test_a_given_name_is_told_by_its_form(word: str) -> None:
    assert CLASSES.is_given(split(word)[-1])


def test_ordinary_words_are_no_given_names() -> None:
    assert not any(map(CLASSES.is_given, split("برطمان الدينار (")))


def test_what_is_added_to_a_lexicon_is_in_its_table() -> None:
    more = {"agencies": {"mine": {"kind": "agency", "name": "Mine", "spellings": ["خلبوص"]}}}
    assert lexicon.default().extended(more).word_classes.of(["خلبوص"]) == [wc.AGENCY]
    assert CLASSES.of(["خلبوص"]) == [0]


def test_a_layout_adds_its_own_words() -> None:
    mine = CLASSES.extended({wc.SECTION: ["خلبوص اليوم"], wc.BUTTON: ["برطمان"]})
    assert mine.of(split("خلبوص برطمان")) == [wc.SECTION, wc.BUTTON]
    assert mine.of(["موسكو"]) == CLASSES.of(["موسكو"])
    assert CLASSES.of(["خلبوص"]) == [0]
