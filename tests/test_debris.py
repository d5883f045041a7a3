"""Debris on pages of known publishers, in invented words: what it must not be taken for."""

import pytest

import arnews
from helpers.flattened import BODY, CAPTION, DECK, HEADLINE, MENU

DATES = "12.05.2024 - 10:30 (تم التحديث: 12.05.2024 - 11:15 GMT)"


def read(layout, *lines):
    (article,) = arnews.parse("\n\n".join(lines), kind="text", layout=layout).articles
    assert article.headline == HEADLINE
    assert tuple(paragraph.text for paragraph in article.paragraphs) == BODY
    return article


def aawsat(*, headline=HEADLINE, deck=DECK, lead=f"{CAPTION} (رويترز)", body=BODY):
    head = (headline, deck, f"{lead}\n{lead}\nTT", HEADLINE, f"{lead}\n{lead}")
    return read("aawsat", *head, *body)


@pytest.mark.parametrize("part", ["headline", "deck"])
def test_a_line_printed_twice_is_one_line(part):
    line = {"headline": HEADLINE, "deck": DECK}[part]
    article = aawsat(**{part: f"{line}\n{line}"})
    assert article.subtitle == DECK
    assert article.lead_image.caption == CAPTION


def test_a_figure_printed_twice_opens_no_article():
    figure = "بوابات السد من الجو (أ.ف.ب)"
    article = aawsat(body=(*BODY[:2], f"{figure}\n{figure}", *BODY[2:]))
    assert [figure.caption for figure in article.figures] == [CAPTION, "بوابات السد من الجو"]


def test_a_caption_that_is_the_headline():
    article = aawsat(lead=HEADLINE)
    assert (article.subtitle, article.lead_image.caption) == (DECK, HEADLINE)


def test_a_line_of_dates_printed_twice_opens_no_article():
    article = read("sputnik", HEADLINE, f"{DATES}\n{DATES}", "سبوتنيك عربي", *BODY)
    assert article.published.iso == "2024-05-12T10:30+03:00"


def test_a_picture_with_its_sign_printed_twice_is_one_figure():
    line = f"{CAPTION} © رويترز"
    article = read(
        "sputnik", HEADLINE, "12.05.2024", f"{line}\n{line}", "سبوتنيك عربي", DECK, *BODY
    )
    assert [figure.caption for figure in article.figures] == [CAPTION]
    assert article.subtitle == DECK


def test_a_date_that_no_template_prints_is_no_byline():
    article = read("aawsat", HEADLINE, DECK, "12 مايو 2024", *BODY)
    assert (article.subtitle, article.byline) == (DECK, None)


def test_a_footer_is_no_picture():
    footer = "جميع الحقوق محفوظة © 2025"
    article = read("sputnik", HEADLINE, "12.05.2024", "سبوتنيك عربي", *BODY, footer)
    assert article.figures == ()


def test_a_subheading_between_buttons_is_in_no_menu():
    inside = ("شارك", "مياه الربيع", "طباعة")
    article = read(
        "hespress", HEADLINE, HEADLINE, "الجمعة 12 يوليوز 2024", BODY[0], *inside, *BODY[1:]
    )
    assert article.body[1] == arnews.Subheading("مياه الربيع")


def test_the_first_line_below_a_menu_is_the_headline():
    page = ("\n".join(MENU), HEADLINE, f"{DECK}\n{DECK}", "Published On 12/5/2024", "حفظ", *BODY)
    assert read("aljazeera", *page).subtitle == DECK
