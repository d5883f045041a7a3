"""Names of agencies: every spelling, and no word that only looks like one."""

import pytest

from arnews import lexicon
from arnews.errors import BadLexicon

AGENCIES = lexicon.default().agencies


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("أ. ف. ب.", "afp"),
        ("ا.ف.ب", "afp"),
        ("وكالة الأنباء الفرنسية", "afp"),
        ("«رويترز»", "reuters"),
        ("رُويترز", "reuters"),
        ("ورويترز", "reuters"),
        ("وكالة أنباء الإمارات", "wam"),
        ("و. أ. س", "spa"),
        ("EPA-EFE", "epa"),
        ("وكالة أنباء الشرق الأوسط", "mena"),
        ("AFP", "afp"),
        ("د ب أ", "dpa"),
        ("أب", None),
        ("أدب", None),
        ("ومع", "map"),
        ("دبا", None),
        ("رويترزية", None),
        ("", None),
    ],
)
def test_lookup(printed, expected):
    assert AGENCIES.lookup(printed) == expected


def test_two_agencies_cannot_share_a_spelling():
    with pytest.raises(BadLexicon, match="reuters"):
        lexicon.default().extended(
            {"agencies": {"mine": {"kind": "agency", "name": "M", "spellings": ["رويترز"]}}}
        ).agencies.lookup("x")
