"""Laws 1 to 7 over pages that every layout prints, and what debris and flattening leave of them.

A page that `can_print` refuses is passed over, and counted: see `test_few_pages_are_refused`. Run
with `-s` to see the shares.
"""

import os
from collections import Counter

import pytest
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

import arnews
from arnews import testing
from arnews.layouts import all_layouts
from flatteners import FLATTENERS
from laws import check_laws, check_printed, check_survives

pytestmark = pytest.mark.skipif(
    "LAWS" not in os.environ, reason="what these laws found is being mended"
)
MOST_REFUSED = 0.10
FORMS = ("text", "html")
PRINTED = [
    (name, form)
    for name, layout in all_layouts().items()
    for form in FORMS
    if layout.template(form)
]
every_printed = pytest.mark.parametrize(("layout", "form"), PRINTED)
every_layout = pytest.mark.parametrize("layout", list(all_layouts()))
some = settings(max_examples=max(10, settings.default.max_examples // 4))


def printable(page, layout, form):
    """Whether `page` can be printed so that it reads back; if not, Hypothesis notes why."""
    reasons = arnews.can_print(page, layout=layout, form=form)
    if reasons:
        event(f"refused: {reasons[0]}")
    return not reasons


@every_printed
@given(data=st.data())
def test_what_is_printed_is_read_back(layout, form, data):
    page = data.draw(testing.pages_in(layout, form))
    if printable(page, layout, form):
        check_printed(page, layout, form)


@every_printed
def test_few_pages_are_refused(layout, form):
    reasons = Counter()
    pages = 0

    @settings(phases=[Phase.generate])
    @given(testing.pages_in(layout, form))
    def count(page):
        nonlocal pages
        pages += 1
        reasons.update(arnews.can_print(page, layout=layout, form=form)[:1])

    count()
    share = reasons.total() / pages
    print(f"\n{layout}, {form}: {share:.1%} of {pages} pages refused")
    assert share <= MOST_REFUSED, reasons.most_common(5)


@every_layout
@given(data=st.data())
@some
def test_a_page_is_read_by_the_layout_of_its_url(layout, data):
    domains = all_layouts()[layout].domains
    if not domains or "@" in layout:
        return
    page = data.draw(testing.pages_in(layout))
    if printable(page, layout, "text"):
        printed = arnews.render(page)
        again = arnews.parse(printed, url=f"https://{domains[0]}/1", kind="text")
        assert again.articles == page.articles


@every_layout
@given(data=st.data())
@some
def test_debris_takes_nothing_from_a_page(layout, data):
    page = data.draw(testing.pages_in(layout))
    if printable(page, layout, "text"):
        text = data.draw(testing.messy(arnews.render(page), layout))
        mess = arnews.parse(text, layout=layout, kind="text")
        check_laws(mess, text)
        check_survives(page, mess)


@every_layout
@given(data=st.data())
@some
def test_printing_what_was_parsed_changes_nothing(layout, data):
    drawn = data.draw(testing.pages_in(layout))
    if not printable(drawn, layout, "text"):
        return
    text = data.draw(testing.messy(arnews.render(drawn), layout))
    page = arnews.parse(text, layout=layout, kind="text")
    if printable(page, layout, "text"):
        check_printed(page, layout, "text")


@pytest.mark.parametrize("tool", list(FLATTENERS))
@every_layout
@given(data=st.data())
@some
def test_flattened_by_anyone(tool, layout, data):
    page = data.draw(testing.pages_in(layout, "html"))
    told = testing.without_urls(page)
    if printable(page, layout, "html") and printable(told, layout, "text"):
        text = FLATTENERS[tool](arnews.render(page, form="html"))
        again = arnews.parse(text, layout=layout, kind="text")
        check_laws(again, text)
        assert testing.without_urls(again) == told
