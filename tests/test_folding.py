"""Folding: what is one word to a reader is one to a matcher, and folding twice is folding once."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arnews.folding import fold, fold_with_offsets, translator
from arnews.testing import paragraphs

ALIKE = [
    ("أكّدَ", "اكد"),
    ("\u0651\u064e", ""),  # shadda before fatha, as it is typed
    ("إسرائيل", "اسرائيل"),
    ("ٱلسلام", "السلام"),
    ("مصطفى", "مصطفي"),
    ("المدينة", "المدينه"),
    ("کیف", "كيف"),
    ("٢٠٢٥", "2025"),
    ("۱۲", "12"),
    ("ﻻ", "لا"),
    ("«الشرق»", '"الشرق"'),
    ("﴾رويترز﴿", ")رويترز("),
    ("قـــال", "قال"),
    ("هـ", "ه"),
    ("لـ«اليوم»", 'ل"اليوم"'),
    ("مسقط ـ العمانية", "مسقط - العمانيه"),
    ("عمان – واشنطن", "عمان - واشنطن"),
    ("\u200fرويترز\u200f", "رويترز"),
    ("أ\u00a0ب", "ا ب"),
    ("أ.ب", "ا.ب"),
    ("نعم، لا؛ هل؟", "نعم, لا; هل?"),
]


@pytest.mark.parametrize(("text", "folded"), ALIKE)
def test_what_reads_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


TEXTS = st.text() | paragraphs | st.text("اأإآىيةه ـ«»()َّ٣\u200f\u202e\u00a0")


@given(st.text(st.one_of(st.sampled_from("اأًـ«5\u200f\t\0 é"), st.characters())))
@example("\ud800")  # no encoding has it
@example("أ\ufffe")  # stands for what the code page does not have
def test_a_translator_does_as_translate_does(text: str) -> None:
    for table in ({ord("أ"): "ا", ord("ً"): ""}, {ord("أ"): " ا ", ord("5"): None}):
        assert translator(table)(text) == text.translate(table)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@example("ﯪ")
@given(TEXTS)
def test_offsets_lead_to_the_characters_that_were_folded(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert list(folded.offsets) == sorted(folded.offsets)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        printed, within = fold(text[start:end]), at and folded.offsets[at - 1] == start
        found = folded.text[at] in printed if within else printed.startswith(folded.text[at])
        assert found or "ـ" in text
