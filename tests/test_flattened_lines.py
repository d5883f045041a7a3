"""Pages of known publishers whose lines a flattening tool broke, in invented words."""

import pytest

import arnews
from helpers.flattened import BODY, CAPTION, DECK, HEADLINE


def read(layout, *lines, between="\n\n"):
    (article,) = arnews.parse(between.join(lines), kind="text", layout=layout).articles
    assert article.headline == HEADLINE
    assert tuple(paragraph.text for paragraph in article.paragraphs) == BODY
    return article


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_labels_of_a_picture_on_lines_of_their_own(between):
    labels = ("صدر الصورة،", "Getty Images", "التعليق على الصورة،", CAPTION)
    article = read("bbc", HEADLINE, *labels, *BODY, between=between)
    assert article.lead_image.caption == CAPTION
    assert article.lead_image.credit.agencies == ("getty",)


def test_a_label_tells_what_its_value_is():
    article = read("bbc", HEADLINE, *BODY, "صدر الصورة،", "أ.ف.ب")
    (figure,) = article.figures
    assert figure.credit.agencies == ("afp",)
    assert article.byline is None


def test_caption_sign_and_credit_on_three_lines():
    picture = (CAPTION, "©", "AP Photo/Evan Marsh")
    article = read("sputnik", HEADLINE, "12.05.2024", *picture, "سبوتنيك عربي", DECK, *BODY)
    assert article.lead_image.caption == CAPTION
    assert article.lead_image.credit.agencies == ("ap",)
    assert article.subtitle == DECK


def test_a_deck_above_a_picture_is_no_caption():
    article = read("sputnik", HEADLINE, "12.05.2024", "سبوتنيك عربي", DECK, *BODY)
    assert article.lead_image is None
    assert article.subtitle == DECK


def test_a_line_of_dates_on_three_lines():
    dates = ("12.05.2024", "\\- محدث : ", "13.05.2024")
    article = read("anadolu", "تركيا", HEADLINE, *dates, HEADLINE, *BODY)
    assert (article.published.iso, article.modified.iso) == ("2024-05-12", "2024-05-13")


def test_a_page_title_above_section_and_headline():
    article = read("bbc@2009", HEADLINE, "علوم وتكنولوجيا", HEADLINE, "أحمد منصور", *BODY)
    assert article.section == "علوم وتكنولوجيا"
    assert article.byline.authors == ("أحمد منصور",)


def test_a_section_of_the_house_announces_nothing():
    article = read("bbc@2009", "شارك برأيك", HEADLINE, *BODY)
    assert article.section == "شارك برأيك"


def test_what_a_template_prints_on_one_line_is_one_line_of_html():
    credit = arnews.Credit("رويترز", agencies=("reuters",))
    body = tuple(map(arnews.Paragraph, BODY))
    article = arnews.Article(
        headline=HEADLINE, lead_image=arnews.Figure(CAPTION, credit), body=body
    )
    page = arnews.Page((article,), layout="bbc", kind="html")
    html = arnews.render(page, form="html")
    assert '<div class="line"><span class="word">صدر الصورة،</span> <span' in html
    assert arnews.parse(html, layout="bbc").articles == page.articles
