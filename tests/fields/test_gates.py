"""A line looked at once: what its words are, and which grammars may read it.

A gate that says no where a grammar reads something loses a value; each is held against the grammar
itself, on lines that were drawn and on all lines of the pages beside the repository.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews import lexicon
from arnews.fields import byline, credit, date
from arnews.fields.credit import CaptionLine
from arnews.fields.gates import (
    Line,
    may_be_byline,
    may_be_credit,
    may_be_date,
    may_be_interface,
    may_be_label,
    may_be_pictured,
    may_be_row,
    may_be_section,
)
from arnews.folding import fold
from arnews.labeling.features.breadcrumbs import is_row
from arnews.lexicon import word_classes as wc
from arnews.model import Byline, Moment
from arnews.testing import bylines, caption_lines, moments
from fields.test_forms import rows

CLASSES = lexicon.default().word_classes
GATES: dict[str, Callable[[Line], bool]] = {
    "byline": may_be_byline,
    "credit": may_be_credit,
    "date": may_be_date,
    "label": may_be_label,
    "picture": may_be_pictured,
    "row": may_be_row,
    "section": may_be_section,
    "interface": may_be_interface,
}
_FOLDERS = (parent / "shared" for parent in Path(__file__).resolve().parents)
SHARED = next((folder for folder in _FOLDERS if folder.is_dir()), None)
PAGES = ("pages/text", "pages/html", "pages/unlabelled", "second/pages", "world/pages", "cases")


def line(text: str) -> Line:
    return Line(text, CLASSES)


@pytest.mark.parametrize(
    ("text", "words", "classes"),
    [
        (
            "رائد جبر (موسكو)",
            ["رايد", "جبر", "(", "موسكو", ")"],
            [wc.GIVEN, wc.GIVEN, wc.BRACKET, wc.PLACE, wc.BRACKET],
        ),
        ("برطمان: واس", ["برتمان", ":", "واس"], [0, wc.COLON, wc.AGENCY]),
        (
            "السبت 12 يوليو",
            ["السبت", "0", "0", "يوليو"],
            [wc.WEEKDAY, wc.DIGIT, wc.DIGIT, wc.MONTH],
        ),
        ("", [], []),
    ],
)
def test_each_word_of_a_line_has_its_classes(
    text: str, words: list[str], classes: list[int]
) -> None:
    found = line(text)
    assert found.words == words
    assert [bits & wanted for bits, wanted in zip(found.classes, classes, strict=True)] == classes
    assert all(found.any & bits == bits for bits in found.classes)


def test_of_a_long_line_the_ends_are_read() -> None:
    text = f"رائد {'برطمان ' * 40}رويترز"
    found = line(text)
    assert len(found.words) < 10
    assert found.any & (wc.GIVEN | wc.AGENCY) == wc.GIVEN
    assert found.tail.any & (wc.GIVEN | wc.AGENCY) == wc.AGENCY
    assert len(found.words) < len(found.tail.words) < 40
    assert line("رائد").tail.words == ["رايد"]


def test_a_line_counts_its_numbers_and_folds_its_head() -> None:
    assert line("٨/٥/2019 12:30").numbers == 5
    assert line("برطمان").numbers == 0
    assert line("أخبـار الأُمّة").folded == "اخبار الامه"


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        # Bylines and datelines.
        ("رائد جبر (موسكو)", "byline", "date label section interface"),
        ("لندن: «الشرق الأوسط»", "byline credit", "date label interface"),
        ("كتب: أحمد السيد", "byline", "credit date label interface"),
        ("كتبت أسماء نصار", "byline", "credit date label section"),
        ("المصدر: رويترز", "byline credit", "date label section"),
        ("لندن - «شنقول برطمان خلبوص القنطور الزعبوط»", "byline", "date label section"),
        ("حيدر المكي", "byline", "credit date label section interface"),
        ("م. ع", "byline", "date section interface"),
        ("عبدالصبور شنقول", "byline", "credit date label section interface"),
        ("بو ظبي - برطمان", "byline", "credit date label section"),
        ("24", "byline", "date credit section"),
        ("برطمان خلبوص شنقول", "", "byline credit date label section interface"),
        ("خلبوص شنقول برطمان خلبوص شنقول برطمان - رائد", "", "credit date label"),
        ("هل يعود رائد جبر؟", "", "byline credit date label"),
        # Credits.
        ("بوتين خلال اللقاء (أ.ف.ب)", "credit", "date label section interface"),
        ("جنود على الحدود - رويترز", "credit", "date label section"),
        ("صورة من: برطمان", "credit", "date section"),
        ("التعليق على الصورة، برطمان خلبوص", "credit", "date section"),
        ("برطمان © خلبوص", "credit", "date byline section interface"),
        ("برطمان «أ.ف.ب»", "credit", "date label section"),
        ("برطمان في المطار AFP", "credit", "date label section"),
        ("برطمان (أرشيفية", "credit", "date label section interface"),
        ("أرشيفية", "credit", "date label section"),
        ("رويترز برطمان", "credit", ""),
        ("وأرشيفية برطمان", "credit", ""),
        ("برطمان رويترز", "", "credit"),  # with no mark, a credit opens the line
        ("برطمان ـ رويترز", "credit", ""),
        ("برطمان خلبوص (Amr Alfiky)", "credit", "date label section interface"),
        ("برطمان خلبوص\nوزارة الدفاع", "credit", "date label section interface"),
        ("برطمان خلبوص (يمين)", "", "credit byline date label section interface"),
        ("رويترز تنقل عن برطمان (يمين)", "credit", "date label section interface"),
        ("برطمان (رويترز) خلبوص شنقول", "", "date label section interface"),
        # Dates.
        ("السبت 12 يوليو 2025", "date", "credit label section"),
        ("الخميس18 غشت", "date", "credit label section"),
        ("12/7/2025", "date", "credit label section"),
        ("منذ 3 ساعات", "date", "credit label section interface"),
        ("آخر تحديث: 14:00", "date", "credit label section"),
        ("٢٧ رمضان ١٤٣١هـ", "date", "label section interface"),
        ("الثاني والعشرين من أيار 2010", "date", "label interface"),
        ("برطمان 12 خلبوص", "", "date credit byline label section interface"),
        ("12 - 7", "", "date credit byline label section"),
        ("يوليو", "", "date credit label interface"),
        ("برطمان في 3 أيام", "", "date label section"),
        # Labels, sections, the interface.
        ("آخر تحديث:", "label", "date credit section"),
        ("المصدر:", "label", "date section"),
        ("برطمان:", "", "label date credit byline section interface"),
        ("اقتصاد", "section", "date credit label interface"),
        ("أخبار | غزة", "section", "date label"),
        ("شارك", "interface", "date credit label section"),
        ("مقالات ذات صلة", "interface", "date credit label"),
        ("التعليقات (12)", "interface", "date label"),
        ("شارك اقتصاد رياضة", "interface row", "date credit label picture"),
        ("| رياضة | اقتصاد", "section row", "date credit label picture"),
        ("برطمان رياضة اقتصاد", "", "row date credit label section interface picture"),
        ("آخر تحديث برطمان", "byline", "label date"),
        ("م. ع:", "label byline", "date section"),
        ("ق. محرز:", "", "label byline"),
        ("| شارك", "row interface", "section byline date"),
        # Close to one another.
        ("رائد برطمان خلبوص شنقول قنطور", "byline", ""),
        ("رائد برطمان خلبوص شنقول قنطور بط", "", "byline"),
        ("رائد - بط بط بط بط بط بط بط بط بط بط", "byline", ""),
        ("رائد - بط بط بط بط بط بط بط بط بط بط بط", "", "byline"),
        ("رائد ـ برطمان خلبوص شنقول قنطور زعبوط", "byline", ""),
        ("رائد: برطمان خلبوص شنقول قنطور زعبوط", "", "byline"),
        ("كتب رائد برطمان خلبوص شنقول برطمان", "byline", ""),
        ("رائد كتب برطمان خلبوص شنقول برطمان", "", "byline"),
        ("حضر موت", "byline", "date"),
        ("ق. محرز", "byline", ""),
        ("ق محرز", "", "byline"),
        ("ق. محرز برطمان", "", "byline"),
        ("12 يوليو 2025 بط بط بط بط بط بط", "date", ""),
        ("12 يوليو 2025 بط بط بط بط بط بط بط", "", "date"),
        ("السبت 12", "date", ""),
        ("السبت 12 برطمان", "", "date"),
        ("منذ 3 برطمان", "", "date"),
        ("قبل ساعتين", "date", ""),
        ("قبل برطمان ساعتين", "", "date"),
        ("2025-07-12", "date", ""),
        ("12.7.2025", "date", ""),
        ("12:7:2025", "", "date"),
        ("برطمان (Amr)", "", "credit"),
        ("برطمان خلبوص شنقول برطمان خلبوص - رويترز", "credit", ""),
        ("برطمان خلبوص شنقول برطمان خلبوص - رويترز.", "", "credit"),
        ("برطمان خلبوص شنقول برطمان خلبوص شنقول (رويترز).", "credit", ""),
        ("صورة من برطمان خلبوص شنقول برطمان خلبوص", "credit", ""),
        ("برطمان صورة من خلبوص شنقول برطمان خلبوص", "", "credit"),
        # What a picture shows.
        ("شنقول «يتوسط» برطمان", "picture", "date credit label section interface row"),
        ("جانب من برطمان", "picture", "date label section interface row"),
        ("شنقول، من اليمين", "picture", "date label section interface row"),
        ("برطمان إلى شنقول", "", "picture date label section interface row"),
        ("***", "interface", "date credit byline label section"),
        ("", "interface", "date credit byline label section"),
    ],
)
def test_what_a_line_may_be(text: str, yes: str, no: str) -> None:
    said = {name for name, gate in GATES.items() if gate(line(text))}
    assert said >= set(yes.split())
    assert not said & set(no.split())


@pytest.mark.parametrize(
    ("gate", "text", "longest"),
    [
        ("byline", "رائد …", 36),
        ("byline", "رائد - …", 90),
        ("date", "12 يوليو …", 60),
        ("date", "12 يوليو 2025 …", 120),
        ("label", "آخر تحديث …:", 30),
        ("interface", "شارك …", 48),
        ("section", "اقتصاد …", 48),
        ("credit", "رويترز …", 36),
        ("credit", "… (رويترز)", 400),
        ("credit", "برطمان برطمان برطمان - … رويترز", 101),  # the dash is among the last 80
    ],
)
def test_what_is_longer_is_not_asked_for(gate: str, text: str, longest: int) -> None:
    """«…» is one word, as long as needed."""
    letters = longest - len(text) + 1
    assert GATES[gate](line(text.replace("…", "ب" * letters)))
    assert not GATES[gate](line(text.replace("…", "ب" * (letters + 1))))


@pytest.mark.parametrize("row", ["interface", "related", "elsewhere", "comments", "tags"])
def test_every_button_and_marker_passes(row: str) -> None:
    names = lexicon.default().table("words")[row]
    assert [name for name in names if not may_be_interface(line(name))] == []


def test_every_section_passes() -> None:
    assert all(may_be_section(line(name)) for name in lexicon.default().sections)


@given(bylines, st.sampled_from(sorted(byline.STYLES)))
def test_a_printed_byline_passes(value: Byline, style: str) -> None:
    text = byline.format(value, style)
    assert may_be_byline(line(text)) or not _is_asked_for_byline(text)


@given(caption_lines, st.sampled_from(sorted(credit.STYLES)))
def test_a_printed_credit_passes(value: CaptionLine, style: str) -> None:
    text = credit.format(value, style)
    if value.credit is not None and _is_asked_for_credit(text):
        assert may_be_credit(line(text))


@given(moments, st.sampled_from(sorted(date.STYLES)))
def test_a_printed_date_passes(value: Moment, style: str) -> None:
    assert may_be_date(line(date.format(value, style)))


def _is_asked_for_byline(text: str) -> bool:
    """A name alone is short; a longer byline has marks between its parts."""
    short = len(text) <= 36 and text.count(" ") <= 4
    return short or (len(text) <= 90 and text.count(" ") < 10 and any(map(text.count, "-–—/|،,(")))


def _is_asked_for_credit(text: str) -> bool:
    """A credit alone is short; a longer line closes with brackets, or has a mark near its end."""
    marked = text[-1:] in ")]}" or "©" in text or any(map(text[-80:].count, "([{-–—/"))
    return len(text) <= 36 or (len(text) <= 400 and text[-1:] not in ".؛" and marked)


def _is_date(text: str) -> bool:
    numbers = line(text).numbers
    asked = numbers > (len(text) > 60) and len(text) <= 120
    return asked and date.parse(text) is not None


def _is_credit(text: str) -> bool:
    return _is_asked_for_credit(text) and credit.parse(text).credit is not None


def _is_byline(text: str) -> bool:
    return _is_asked_for_byline(text) and byline.parse(text) is not None


def _is_label(text: str) -> bool:
    """A label alone: what is read as its value after it shows that it is one."""
    if len(text) > 30 or text[-1:] != ":":
        return False
    source = byline.parse(f"{text} رويترز")
    named = source is not None and bool(source.agencies) and not source.publication
    return named or any(found.kind for found in date.find(f"{text} 1/1/2000"))


def _is_picture(text: str) -> bool:
    return len(text) <= 160 and bool(lexicon.default().credits.shown.search(fold(text)))


def _is_row(text: str) -> bool:
    known = lexicon.default()
    menu = known.words.interface | known.words.networks | known.sections
    return len(text) <= 120 and is_row(text, menu)


READ: dict[str, Callable[[str], bool]] = {
    "byline": _is_byline,
    "credit": _is_credit,
    "date": _is_date,
    "label": _is_label,
    "picture": _is_picture,
    "row": _is_row,
}


@pytest.mark.parametrize("name", ["bylines", "credits", "dates"])
def test_no_invented_form_is_missed(name: str) -> None:
    _assert_none_missed(name[:-1], (row[0].strip() for row in rows(name)))


@pytest.mark.skipif(SHARED is None, reason="the pages beside the repository are not at hand")
@pytest.mark.parametrize("folder", PAGES)
def test_no_line_of_a_page_is_missed(folder: str) -> None:
    lines = {block.text.strip() for page in _pages(folder) for block in page.blocks}
    for name in READ:
        _assert_none_missed(name, lines - {""})


def _assert_none_missed(name: str, lines: Iterable[str]) -> None:
    refused = [text for text in lines if not GATES[name](line(text))]
    assert [text for text in refused if READ[name](text)] == []


def _pages(folder: str) -> Iterator[arnews.Page]:
    assert SHARED is not None
    for path in sorted((SHARED / folder).rglob("*")):
        if path.suffix in (".txt", ".html", ".gz"):
            data = path.read_bytes()
            yield arnews.parse(gzip.decompress(data) if path.suffix == ".gz" else data)
