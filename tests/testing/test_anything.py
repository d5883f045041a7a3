"""Laws that hold for any value of the model."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews import testing
from helpers.laws import check_json


@given(testing.pages)
def test_any_page_goes_through_json(page):
    check_json(page)


@given(testing.pages)
def test_equal_pages_are_one_key(page):
    again = arnews.Page.from_json(page.to_json())
    assert len({page, again}) == 1


@given(testing.pages, st.sampled_from(["text", "html"]))
def test_any_page_is_printed_or_refused_with_reasons(page, form):
    if arnews.can_print(page, layout="aawsat", form=form):
        with contextlib.suppress(arnews.CannotPrint):
            arnews.render(page, layout="aawsat", form=form)
    else:
        assert isinstance(arnews.render(page, layout="aawsat", form=form), str)


@given(testing.pages)
def test_a_page_without_urls_has_none(page):
    bare = testing.without_urls(page)
    assert '"url": "' not in bare.to_json()
    assert testing.without_urls(bare) == bare
