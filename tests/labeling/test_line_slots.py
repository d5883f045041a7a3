"""How a line that a template prints is taken apart."""

import pytest
from attrs import evolve

from arnews import BadLayout
from arnews.labeling.line_slots import Wording, slot_of
from arnews.layouts.template import Field, Gap, Literal, Maybe, Sequence

UPDATED = Maybe(Sequence((Literal("، آخر تحديث "), Field("modified"))))
WORDS = Wording(frozenset(), {"section": ("العالم", "اقتصاد")})
DATED = slot_of([Field("published"), UPDATED], ("article",), WORDS)


def parted(slot, text):
    """The fields on the line, each with what it says."""
    found = slot.parted(text)
    return found and [(part.field, text[start:end]) for part, start, end in found]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("12 نوفمبر 2009", [("published", "12 نوفمبر 2009")]),
        (
            "12 نوفمبر 2009، آخر تحديث 14:00",
            [("published", "12 نوفمبر 2009"), (None, "، آخر تحديث"), ("modified", "14:00")],
        ),
        ("، آخر تحديث", [("published", "، آخر تحديث")]),
        ("", None),
    ],
)
def test_a_field_and_what_may_follow_it(text, fields):
    assert parted(DATED, text) == fields
    assert parted(evolve(DATED, bare=None), text) == fields  # by its pattern alone


def test_a_line_that_begins_with_a_known_word_only():
    slot = slot_of([Field("section"), UPDATED], ("article",), WORDS)
    assert parted(slot, "العالم") == [("section", "العالم")]
    assert parted(slot, "12 نوفمبر 2009") is None


def test_what_no_line_can_be_is_refused():
    with pytest.raises(BadLayout, match="`weather`, which is no field in article"):
        slot_of([Field("weather")], ("article",), WORDS)
    with pytest.raises(BadLayout, match="blanks only"):
        slot_of([Gap(" ")], (), WORDS)
