"""The tests of `picture_desk`, written with `arnews.testing`; see docs/testing.md."""

import csv
import io
import re

import picture_desk
from hypothesis import given, settings
from hypothesis import strategies as st

import arnews
from arnews.testing import messy, pages, pages_in

# The first page in a layout waits for its tables: no example has a deadline.
settings.register_profile("picture desk", deadline=None)
settings.load_profile("picture desk")


@given(pages)
def test_every_figure_of_any_page_has_its_row(page):
    rows = list(csv.DictReader(io.StringIO(picture_desk.to_csv(page))))
    figures = [figure for article in page.articles for figure in article.figures]
    assert [row["caption"] for row in rows] == [figure.caption or "" for figure in figures]


@given(pages_in("aawsat"))
def test_a_printed_page_gives_the_same_rows_as_the_page_itself(page):
    if arnews.can_print(page):  # a page that its layout prints ambiguously is no test of ours
        return
    parsed = arnews.parse(arnews.render(page), layout="aawsat")
    assert picture_desk.to_csv(parsed) == picture_desk.to_csv(page)


@given(pages_in("aawsat").map(arnews.render).flatmap(messy), st.sampled_from(["", "  ", " \t"]))
def test_tidying_changes_nothing_that_arnews_reads(text, blanks):
    untidy = re.sub("\r?\n", lambda end: blanks + end[0], text)
    before = arnews.parse(text, layout="aawsat", kind="text")
    assert arnews.parse(picture_desk.tidy(untidy), layout="aawsat", kind="text") == before
