"""What the forms without a layout say alike."""

import pytest

import arnews
from arnews import Byline, Credit, Moment, Page, RelatedItem
from arnews.render import wording


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Byline("رائد جبر (موسكو)", ("رائد جبر",), place="موسكو"), "رائد جبر (موسكو)"),
        (Byline("رائـد جبر", ("رائد جبر",)), "رائـد جبر"),
        (Byline("بقلم محرر", ("سامر الحاج",)), "بقلم محرر، سامر الحاج"),
        (
            Byline("", ("سامر", "ليلى"), "الصدى", ("afp",), "صور | بيروت", "مراسل"),
            "مراسل، سامر، ليلى، الصدى، أ.ف.ب، صور، بيروت",
        ),
        (Byline(""), ""),
        (None, ""),
    ],
)
def test_bylines(value, expected):
    assert wording.byline(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Credit("أ.ف.ب", ("afp",)), "أ.ف.ب"),
        (Credit("أرشيفية - رويترز", ("reuters",), archive=True), "أرشيفية - رويترز"),
        (Credit("رويترز", ("reuters",), "نادر عيسى"), "رويترز، نادر عيسى"),
        (
            Credit("", ("reuters", "no-such-id"), "نادر", "وزارة", archive=True, illustrative=True),
            "نادر، وزارة، رويترز، no-such-id، أرشيفية، تعبيرية",
        ),
    ],
)
def test_credits(value, expected):
    assert wording.credit(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Moment("18 رمضان 1446 هـ", hijri="18 رمضان 1446 هـ"), "18 رمضان 1446 هـ"),
        (Moment("18 مارس", hijri="18 رمضان"), "18 مارس، 18 رمضان"),
        (Moment("", partial="2025-03"), "2025-03"),
        (Moment(""), ""),
    ],
)
def test_moments(value, expected):
    assert wording.moment(value) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (RelatedItem(teaser="قال إن", teaser_cut=True), "قال إن …"),
        (RelatedItem(teaser="قال إن...", teaser_cut=True), "قال إن..."),
        (RelatedItem(teaser="قال."), "قال."),
        (RelatedItem(teaser_cut=True), ""),
    ],
)
def test_a_teaser_that_is_broken_off_ends_in_an_ellipsis(item, expected):
    assert wording.teaser(item) == expected


def test_the_error_for_an_unknown_form_lists_the_known_forms():
    forms = r"'pdf'.*'text', 'html', 'markdown', 'schema.org', 'readable'"
    with pytest.raises(arnews.BadArgument, match=forms):
        arnews.render(Page(), form="pdf")
