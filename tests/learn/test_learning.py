"""A layout is learned from a few pages of a site, and reads the others."""

import random

import pytest

import arnews
from arnews import layouts
from arnews.learn import learn

from . import site

FROM, TRIED = range(10), range(10, 25)


@pytest.fixture(scope="module")
def of_text():
    return learn([site.text(number) for number in FROM], name="gazette")


@pytest.fixture(scope="module")
def of_html():
    return learn([site.html(number) for number in FROM], name="gazette", kind="html")


def test_words_that_recur_are_the_site_s(of_text):
    words = of_text.layout.words
    assert site.BUTTON in words.interface
    assert site.MARKER in words.related
    assert set(site.SECTIONS) <= set(words.sections)
    assert not {site.headline(number) for number in FROM} & {*words.interface, *words.related}


def test_the_file_says_on_how_many_pages_an_entry_rests(of_text):
    assert f'"{site.BUTTON}",  # 10 of 10 pages' in of_text.text
    assert f'"{site.MARKER}",  # 6 of 10 pages' in of_text.text


def test_the_file_is_a_layout(of_text, of_html):
    for learned in (of_text, of_html):
        again = layouts.loads(learned.text)
        assert again.id == "gazette"
        assert again.templates == learned.layout.templates


@pytest.mark.parametrize("number", TRIED)
def test_pages_not_learned_from_read_by_it(of_text, number):
    (article,) = arnews.parse(site.text(number), layout=of_text.layout).articles
    assert article.headline == site.headline(number)
    assert article.section == site.SECTIONS[number % 4]
    assert article.published.value.day == number % 27 + 1
    assert [p.text for p in article.paragraphs] == site.paragraphs(number)
    titles = [item.title for item in article.related]
    assert titles == (site.titles(number) if number % 3 else [])


def test_elements_are_found_by_the_fields_that_they_hold(of_html):
    found = {name: (e.tag, *e.classes) for name, e in of_html.layout.markup.items()}
    assert found["headline"] == ("div", "q-zz")
    assert found["section"] == ("span", "s-ss")
    assert found["published"] == ("div", "d-dd")
    assert found["paragraph"] == ("div", "p-pp")


@pytest.mark.parametrize("number", TRIED)
def test_html_not_learned_from_reads_by_it(of_html, number):
    (article,) = arnews.parse(site.html(number), layout=of_html.layout).articles
    assert article.headline == site.headline(number)
    assert article.section == site.SECTIONS[number % 4]
    assert [p.text for p in article.paragraphs] == site.paragraphs(number)


def test_the_same_pages_give_the_same_file(of_text):
    assert learn([site.text(number) for number in FROM], name="gazette").text == of_text.text


def test_the_order_of_the_pages_does_not_matter_for_what_is_read(of_text):
    numbers = list(FROM)
    random.Random(1).shuffle(numbers)
    again = learn([site.text(number) for number in numbers], name="gazette").layout
    for number in TRIED:
        text = site.text(number)
        one, other = (arnews.parse(text, layout=made) for made in (of_text.layout, again))
        assert one == other


@pytest.mark.parametrize(
    "pages",
    [
        ["", "", ""],
        ["قصيدة\nلا خبر فيها\n"] * 3,
        ["Only English words here, and no article. " * 5] * 4,
        [site.text(0)] * 3,
    ],
    ids=["empty", "poem", "english", "one page three times"],
)
def test_any_pages_give_a_layout(pages):
    learned = learn(pages, name="odd")
    for page in pages:
        arnews.parse(page, layout=learned.layout)
