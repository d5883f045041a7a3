"""One invented article as different tools print it: each reads as the page did."""

import textwrap

import pytest

import arnews
from helpers.flattened import BODY, CAPTION, HEADLINE, MENU, OTHERS, read


def only(*parts, between="\n"):
    (article,) = read(*parts, between=between)
    assert article.headline == HEADLINE
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY)
    return article


def test_a_page_on_one_line_whose_blocks_two_blanks_part():
    article = only(*MENU, HEADLINE, "كتب: سامي الحداد", "2022-03-09", *BODY, "مشاركة", between="  ")
    assert (article.byline.authors, article.published.iso) == (("سامي الحداد",), "2022-03-09")


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [64, 72, 80])
def test_lines_that_a_tool_broke_at_a_column(width, between, indent):
    paragraphs = [
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent)
        for part in (HEADLINE, "12 مايو 2024", *BODY, *BODY[1:])
    ]
    (article,) = read(*paragraphs, between=between)
    assert article.headline == HEADLINE
    assert [paragraph.text for paragraph in article.paragraphs] == [*BODY, *BODY[1:]]


def test_lines_of_one_length_are_no_broken_paragraph():
    lines = [f"{paragraph[:70]}." for paragraph in (*BODY, *BODY)]
    (article,) = read(HEADLINE, *lines)
    assert [paragraph.text for paragraph in article.paragraphs] == lines[:4] + lines[4:]


def test_links_and_pictures_of_markdown():
    menu = [f"* [{word}](https://alwadi.example/{at})" for at, word in enumerate(MENU)]
    others = [f"* [{title}](https://alwadi.example/n/{at})" for at, title in enumerate(OTHERS[:2])]
    linked = BODY[1].replace("المتحدث", "[المتحدث](https://alwadi.example/p)", 1)
    page = [
        "[![الوادي](https://alwadi.example/logo.png)](https://alwadi.example/)",
        *menu,
        "# " + HEADLINE,
        "**كتب:** سامي الحداد",
        f"![{CAPTION}](https://alwadi.example/dam.jpg)",
        BODY[0],
        linked,
        "**مياه الربيع**",
        *BODY[2:],
        "### اقرأ أيضا",
        *others,
    ]
    article = only(*page)
    assert article.byline.authors == ("سامي الحداد",)
    assert article.lead_image.caption == CAPTION
    assert arnews.Subheading("مياه الربيع") in article.body
    assert [(item.title, item.url) for item in article.related] == [
        (OTHERS[0], "https://alwadi.example/n/0"),
        (OTHERS[1], "https://alwadi.example/n/1"),
    ]


@pytest.mark.parametrize("sign", ["• ", "- ", "* ", "◄ ", "1. "])
def test_signs_of_lists_before_related_titles(sign):
    article = only(HEADLINE, *BODY, "مواضيع قد تهمك", *(sign + title for title in OTHERS[:3]))
    assert tuple(item.title for item in article.related) == OTHERS[:3]


def test_hashtags_stand_without_their_sign():
    article = only(HEADLINE, *BODY, "#السدود #مياه_الربيع")
    assert article.tags == ("السدود", "مياه_الربيع")


@pytest.mark.parametrize("counter", ["12.3k مشاهدة", "4 ألف مشاهدة", "1,204 قراءة"])
def test_a_counter_is_no_caption(counter):
    article = only(HEADLINE, "سامي الحداد", "12 مايو 2024", counter, *BODY)
    assert (article.lead_image, article.subtitle) == (None, None)


def test_a_writer_in_latin_letters_below_a_switch_of_languages():
    article = only("Home", "News", "Sports", "Videos", "عربي", HEADLINE, "By Sami Haddad", *BODY)
    assert (article.section, article.byline.authors) == (None, ("Sami Haddad",))


@pytest.mark.parametrize(
    "line",
    [
        f"الصورة: {CAPTION} (المصدر: صفحة الوزارة)",
        f"تصوير: هيكل الحداد | {CAPTION}",
        f"تصوير هيكل الحداد - {CAPTION}",
    ],
)
def test_labels_around_a_caption(line):
    article = only(HEADLINE, line, "12 مايو 2024", *BODY)
    assert article.lead_image.caption == CAPTION
    assert article.lead_image.credit is not None
