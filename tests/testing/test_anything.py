"""Laws that hold for any value of the model."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews import testing
from arnews.model import (
    Article,
    Byline,
    Credit,
    Embed,
    Figure,
    Moment,
    Page,
    Paragraph,
    SeeAlso,
    Table,
)
from helpers import hostile
from helpers.laws import check_json, check_promise

FORMS = ["text", "html"]


@given(testing.pages)
def test_any_page_goes_through_json(page):
    check_json(page)


@given(testing.pages)
def test_equal_pages_are_one_key(page):
    again = arnews.Page.from_json(page.to_json())
    assert len({page, again}) == 1


@given(testing.pages, st.sampled_from(["aawsat", "bbc", "generic"]), st.sampled_from(FORMS))
def test_any_page_reads_back_or_is_refused_with_reasons(page, layout, form):
    check_promise(page, layout, form)


@given(hostile.pages)
def test_any_page_prints_in_each_form_or_is_refused(page):
    for form in (*FORMS, "markdown", "readable", "schema.org"):
        with suppress(arnews.CannotPrint, arnews.UnknownLayout):
            arnews.render(page, form=form)


@given(testing.pages)
def test_a_page_without_urls_has_none(page):
    bare = testing.without_urls(page)
    assert '"url": "' not in bare.to_json()
    assert testing.without_urls(bare) == bare


TEXT = Paragraph("امتلأت السدود بعد أسبوع من الأمطار، وقال الوزير إن المياه تكفي عاماً.")


def article(*body, **fields):
    return Article(headline="سدود الجنوب تمتلئ بعد أسبوع", body=(TEXT, *body), **fields)


#: Values of which no print, or not this one, can say what they were.
UNPRINTABLE = {
    "a line end in a paragraph": article(Paragraph("سدود\nالجنوب")),
    "an empty paragraph": article(Paragraph("")),
    "blanks around": article(Paragraph("  سدود الجنوب تمتلئ.  ")),
    "NUL": article(Paragraph("سدود\0الجنوب تمتلئ.")),
    "a lone surrogate": article(Paragraph("سدود\ud800الجنوب تمتلئ.")),
    "related stories without one": article(SeeAlso(())),
    "a credit without raw": article(Figure("سد في الجنوب", Credit(""))),
    "agencies of a byline that no table has": article(byline=Byline("", agencies=("nobody",))),
    "agencies of a credit that no table has": article(Figure("سد", Credit("", ("nobody",)))),
    "a date without value": article(published=Moment("لا يوم")),
    "a date with its label": article(published=Moment("آخر تحديث: 9 أبريل 2024")),
    "an address that is none": article(Figure("سد في الجنوب", None, "image", "#")),
    "a relative address": article(Figure("سد في الجنوب", None, "image", "images/a.jpg")),
    "an empty table": article(Table(((),))),
    "a player without address": article(Embed("video")),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", ["aawsat", "aljazeera", "bbc", "cnn", "sputnik", "generic"])
@pytest.mark.parametrize("name", UNPRINTABLE)
def test_what_no_print_can_hold_is_refused(name, layout, form):
    check_promise(Page((UNPRINTABLE[name],)), layout, form)


def test_a_line_end_is_refused_by_every_layout():
    for layout, made in arnews.layouts.all_layouts().items():
        for form in filter(made.template, FORMS):
            page = Page((UNPRINTABLE["a line end in a paragraph"],))
            assert arnews.can_print(page, layout=layout, form=form)
