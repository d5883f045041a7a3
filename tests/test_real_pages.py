"""Pages in the shapes of real ones: each reads back from its print or is refused, and few are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import arnews
from arnews import testing
from arnews.layouts import all_layouts
from helpers.laws import check_printed, check_promise
from helpers.sampling import sample

PRINTED = [
    (name, form)
    for name, made in all_layouts().items()
    for form in ("text", "html")
    if made.template(form)
]
few = settings(max_examples=max(4, settings.default.max_examples // 25))


@pytest.mark.parametrize(("layout", "form"), PRINTED)
@given(data=st.data())
@few
def test_a_real_page_reads_back_or_is_refused(layout, form, data):
    page = data.draw(testing.real_pages_in(layout, form))
    if arnews.can_print(page, layout=layout, form=form):
        check_promise(page, layout, form)
    else:
        check_printed(page, layout, form)


def test_real_pages_have_the_shapes_of_real_ones():
    pages = sample(testing.real_pages_in("aawsat", "html"), 150)
    articles = [article for page in pages for article in page.articles]
    assert max(len(page.articles) for page in pages) == 3
    assert max(len(article.body) for article in articles) >= 40
    assert max(len(article.related) for article in articles) == 12
    figures = [figure for article in articles for figure in article.figures]
    assert any("(" in (figure.caption or "") for figure in figures)
    assert any(len(figure.credit.agencies) > 1 for figure in figures if figure.credit)
    assert any(article.headline in {f.caption for f in article.figures} for article in articles)
    words = {word.strip(".،؛:") for article in articles for word in article.text.split()}
    assert len(words) > 300, len(words)
