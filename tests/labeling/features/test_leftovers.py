"""What is left of markup, scripts and styles between the lines of a page, and what is prose."""

import pytest

import arnews
from arnews.labeling.features.leftovers import MARKUP as IS_MARKUP
from arnews.labeling.features.leftovers import left_over
from arnews.labeling.features.vocabulary import BOILERPLATE as IS_CODE
from helpers.flattened import BODY, HEADLINE, MENU, read

CODE = [
    "googletag.cmd = googletag.cmd || [];",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "width: 728px !important;",
    '"headline": "السدود تمتلئ",',
    "title = 'السدود تمتلئ';",
    "// 2-4-2020",
    "});",
    "}",
]
PROSE = [
    '"السدود تمتلئ" والوزارة تطمئن',
    'OPEC+: "لن نخفض الإنتاج"',
    "(AP Photo/Evan Marsh)",
    "11:30",
    "A+ A-",
    "Middle East Eye",
    "(رويترز);",
]


@pytest.mark.parametrize("line", CODE)
def test_code(line):
    assert left_over(line) == IS_CODE


def test_attributes_and_calls():
    assert left_over('content="وصف الصفحة" />') == IS_MARKUP
    assert left_over("googletag.display('ad')") == IS_MARKUP


@pytest.mark.parametrize("line", PROSE)
def test_prose(line):
    assert left_over(line) == 0


def test_an_article_amid_scripts():
    (article,) = read(*CODE[:3], *MENU, HEADLINE, BODY[0], CODE[1], *BODY[1:], *CODE)
    assert article.headline == HEADLINE
    assert article.body == tuple(map(arnews.Paragraph, BODY))
