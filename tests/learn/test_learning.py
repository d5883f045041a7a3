"""A layout is learned from a few pages of a site, and reads the others."""

import random

import pytest

import arnews
from arnews import layouts
from arnews.learn import learn
from helpers import site

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


@pytest.mark.parametrize(
    "button",
    [
        "اسمع\x07 النص",
        "اسمع '''النص'''",
        'اسمع "النص"',
        "اسمع \u200fالنص",
        "اسمع \\ النص",
        "اسمع \U000e0041النص",
    ],
    ids=["control", "apostrophes", "quotes", "mark", "backslash", "astral"],
)
def test_any_button_makes_a_file_that_can_be_read(button):
    pages = [site.text(number).replace(site.BUTTON, button) for number in FROM]
    pages = [page.replace(site.LABEL, f"{button} في") for page in pages]
    words = learn(pages, name="gazette").layout.words
    assert (button in words.interface) == ("\x07" not in button)


def test_a_label_keeps_the_kind_of_its_date():
    pages = [site.text(number).replace(site.LABEL, "آخر تحديث:") for number in FROM]
    layout = learn(pages, name="gazette").layout
    (article,) = arnews.parse(pages[9], layout=layout).articles
    assert article.modified.value.day == 10
    assert article.published is None


def test_names_on_lines_of_their_own_inside_sentences_are_no_words_of_the_site():
    learned = learn([site.broken(number) for number in FROM], name="gazette")
    words = learned.layout.words
    assert site.BUTTON in words.interface
    assert not {"وزارة المياه", "في", "مدينة الميناء"} & {*words.interface, *words.sections}


def test_the_order_is_the_one_that_the_pages_show(of_text):
    """A button between the headline and the date, and nothing of the menu in the article."""
    lines = [line.strip() for line in of_text.layout.templates["text"]["article"].splitlines()]
    head = [line.split()[0].strip('"[') for line in lines if line][:5]
    assert head == ["section", "headline", "=headline", site.BUTTON.split()[0], "رأى"]


@pytest.mark.parametrize(
    "opening", ["الرئيسية", "الصفحة الرئيسية", "رياضة", "English", "أخبار عاجلة", "رويترز", "|"]
)
def test_a_word_of_the_lexicon_is_no_fingerprint(opening):
    learned = learn([f"{opening}\n{site.text(number)}" for number in FROM], name="gazette")
    assert opening not in learned.layout.telltales


def test_what_only_this_site_prints_is_its_fingerprint():
    title = "جريدة الميناء الحرة"
    pages = [f"{title} - {site.headline(number)}\n{site.text(number)}" for number in FROM]
    telltales = learn(pages, name="gazette").layout.telltales
    assert telltales == (title, site.BUTTON, "اتصل بالجريدة")


def test_without_an_order_that_most_pages_show_any_order_is_read(of_text):
    learned = learn([site.shuffled(number) for number in FROM], name="gazette")
    assert learned.layout.templates["text"] == layouts.get("generic").templates["text"]
    assert "the template takes any order" in learned.text
    assert "# 10 articles on 10 pages have the fields below in this order:" in of_text.text
    assert "the template takes any order" not in of_text.text


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
    ("pages", "told"),
    [
        ([site.text(0), site.text(1)], "3 to 50 different pages of one site, not from 2"),
        ([site.text(0)] * 5, "not from 1"),
        ([site.text(n % 25) + " " * n for n in range(51)], "not from 51"),
        (["", " ", "\n"], "articles were found on 0 of the 3 pages"),
        ([f"قصيدة\nلا خبر فيها\n{n}" for n in range(4)], "articles were found on 0 of the 4"),
        ([site.text(0), site.text(1), site.html(2)], "some pages are text and some are HTML"),
    ],
    ids=["two", "one page five times", "too many", "empty", "poems", "two kinds"],
)
def test_pages_that_make_no_layout_are_refused(pages, told):
    with pytest.raises(arnews.CannotLearn, match=told):
        learn(pages, name="odd")


ENGLISH = [
    f"Minister opens market number {n}\n\n"
    + "The minister of trade said on Sunday that the market would be open to all. " * 3
    for n in range(4)
]
OTHER_SITES = [
    f"خبر عاجل {n}\n{site.headline(n)}\nوكالة الشاطئ {n}\n" + "\n".join(site.paragraphs(n))
    for n in range(6)
]


@pytest.mark.parametrize(
    "pages",
    [
        ENGLISH,
        [site.text(n) for n in range(4)] + OTHER_SITES,
        [site.text(n) for n in range(4)] + ["", "لا شيء"],
        [site.html(n) for n in range(3)] + ["<html><body></body></html>"],
    ],
    ids=["english", "two sites", "with empty pages", "with an empty page of html"],
)
def test_odd_pages_give_a_layout_or_a_reason(pages):
    try:
        learned = learn(pages, name="odd")
    except arnews.CannotLearn:
        return
    assert layouts.loads(learned.text).id == "odd"
    for page in pages:
        arnews.parse(page, layout=learned.layout)
