"""The classes of a block: the elements around it as `[markup]` names them."""

import pytest

import arnews
from arnews.layouts.elements import element

PAGE = """<body class="home"><div id="Page"><div class="article-head"><div class="Meta w-1/2 top">
<span class="author">سعاد حداد</span><span class="date">12 مايو 2024</span></div></div>
<my-story class="md:flex"><p itemprop="articleBody">اتفق الوزراء اليوم على خطة.</p></my-story>
</div></body>"""


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("سعاد حداد", ("span.author", "div.meta.top", "div.article-head")),
        ("اتفق الوزراء اليوم على خطة.", ("p.articlebody", "div.page")),
    ],
)
def test_the_three_innermost_elements_are_named(text, classes):
    assert block(PAGE, text).classes == classes


def test_a_block_right_in_the_body_has_the_body_alone():
    assert block("<body class=x>اتفق الوزراء اليوم</body>", "اتفق الوزراء اليوم").classes == (
        "body",
    )


def test_every_class_is_a_selector_of_a_layout():
    for each in arnews.parse(PAGE, kind="html").blocks:
        assert [element(selector).tag for selector in each.classes]


def test_text_has_no_classes():
    assert all(not block.classes for block in arnews.parse("خبر\n\nسعاد حداد").blocks)


def block(html, text):
    return next(b for b in arnews.parse(html, kind="html").blocks if b.text == text)
