"""Layout files: the errors of broken ones, what a good one means, and which layout a URL gets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import arnews
from arnews import layouts
from arnews.labeling import roles
from arnews.layouts import template
from arnews.layouts.layout import load_all

GOOD = """\
id = "mine"
name = "صحيفتي"
domains = ["mine.example"]
rests_on = "Nothing: made up for tests."

[words]
related = ["اقرأ أيضا"]

[styles]
caption = "brackets"

[text]
page = "article{⏎⏎}"
article = "headline ⏎⏎ (paragraph | figure){⏎⏎}"

[markup]
headline = "h1.title"
"""

#: What is done to `GOOD`, and what the message then says beside the name of the file.
BROKEN = {
    "an unknown field in a template": (
        ("headline ⏎⏎", "headlin ⏎⏎"),
        ("layout mine, text", "rule `article`", "`headlin`", "headline, kicker"),
    ),
    "a field of related stories outside of one": (
        ("headline ⏎⏎", "headline ⏎⏎ teaser ⏎⏎"),
        ("rule `article`", "`teaser`", "a field of an article"),
    ),
    "a field of articles inside a related story": (
        ("headline ⏎⏎", "headline ⏎⏎ item ⏎⏎"),
        ("rule `item`", "`paragraph`", "a field of a related story"),
    ),
    "the title of a story that is none": (
        ("headline ⏎⏎", "headline ⏎⏎ title{⏎} ⏎⏎"),
        ("rule `article`", "`title`", '`item = "title"`'),
    ),
    "an unknown style": (('"brackets"', '"braces"'), ("styles.caption", "'braces'", "brackets")),
    "a bad selector": (('"h1.title"', '"h1 > a"'), ("markup", "'h1 > a'", "h1.post-title")),
    "an element of no field": (("headline = ", "headlin = "), ("[markup]", "`headlin`")),
    "no rule `page`": (("page = ", "paper = "), ("layout mine, text", "`page`")),
    "a rule that leads to itself": (
        ("headline ⏎⏎", "article ⏎⏎"),
        ("rule `article`", "neither a rule nor a field"),
    ),
    "a bracket that is not closed": (("figure){", "figure{"), ("rule `article`", "`)` is missing")),
    "a sign of no meaning": (("headline ⏎⏎", "headline ; ⏎⏎"), ("rule `article`", "`; ⏎⏎")),
    "a word that is no list": (('["اقرأ أيضا"]', '"اقرأ أيضا"'), ("a list of strings",)),
    "an unknown kind of words": (("related = ", "relatd = "), ("[words]", "`relatd`", "related")),
    "an unknown key": (("name = ", "nam = "), ("`nam`", "name")),
    "no id": (('id = "mine"', ""), ("`id`",)),
    "a version without its last day": (
        ("[text]", '[versions.2009]\nrests_on = "x"\n\n[text]'),
        ("version 2009", "`until`"),
    ),
    "no template": (
        (GOOD[GOOD.index("[text]") : GOOD.index("[markup]")], ""),
        ("needs a template", "[text]"),
    ),
    "no TOML": (("[text]", "[text"), ("no TOML",)),
    "a table that is none": (('[styles]\ncaption = "brackets"', ""), ("[styles] must be a table",)),
}


def written(folder: Path, text: str) -> Path:
    file = folder / "layout.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_class_in_capitals_is_found(tmp_path: Path) -> None:
    path = tmp_path / "layout.toml"
    path.write_text(GOOD.replace("h1.title", "p.bigTitle"), encoding="utf-8")
    html = '<p class="menu">الرئيسية</p><p class="bigTitle">عنوان الخبر</p><p>قال الوزير إن.</p>'
    (article,) = arnews.parse(html, layout=layouts.load(path), kind="html").articles
    assert article.headline == "عنوان الخبر"


def test_a_good_file_loads(tmp_path: Path) -> None:
    made = layouts.load(written(tmp_path, GOOD))
    page = arnews.parse("خبر عاجل من المدينة\n\nقال مسؤول إن الأمر انتهى.", layout=made)
    assert (page.layout, page.articles[0].headline) == ("mine", "خبر عاجل من المدينة")


@pytest.mark.parametrize("name", BROKEN)
def test_the_error_for_a_broken_file_says_where_and_why(name: str, tmp_path: Path) -> None:
    (before, after), parts = BROKEN[name]
    assert before in GOOD
    text = GOOD.replace(before, after, 1)
    if "item ⏎⏎" in after:
        text = text.replace("[markup]", 'item = "paragraph"\n\n[markup]')
    if "[styles] must" in parts[0]:
        text = 'styles = "brackets"\n' + text
    file = written(tmp_path, text)
    with pytest.raises(arnews.BadLayout) as caught:
        layouts.load(file)
    for part in (str(file), *parts):
        assert part in str(caught.value)


def test_the_error_for_a_missing_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(arnews.BadLayout, match="cannot be read: No such file"):
        layouts.load(tmp_path / "layout.toml")


def test_a_file_may_hold_one_selector(tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text('id = "mine"\nextends = "generic"\n[markup]\nsubtitle = "p.fancy"\n', "utf-8")
    mine, generic = layouts.load(file), layouts.get("generic")
    assert (mine.templates, mine.words, mine.styles) == (
        generic.templates,
        generic.words,
        generic.styles,
    )
    html = (
        "<h1>البلدية تفتح الحديقة الكبرى</h1><p>شارك في الافتتاح سكان الأحياء</p>"
        "<article><p class=fancy>ثلاث سنوات من العمل</p><p>قالت البلدية إنها فتحت الحديقة الكبرى "
        "أمام السكان بعد ثلاث سنوات من العمل.</p>"
        "<p>وأضافت أن الدخول مجاني للأطفال في أيام العطل.</p></article>"
    )
    assert arnews.parse(html, layout=mine).articles[0].subtitle == "ثلاث سنوات من العمل"


def test_a_file_overrides_what_it_extends(tmp_path: Path) -> None:
    mine = layouts.loads('id = "mine"\nextends = "alyaum"\n[words]\nsections = ["مدارات"]\n')
    alyaum = layouts.get("alyaum")
    assert (mine.zone, mine.markup, mine.words.related) == (
        alyaum.zone,
        alyaum.markup,
        alyaum.words.related,
    )
    assert (mine.words.sections, mine.domains, mine.telltales) == (("مدارات",), (), ())


def test_a_version_says_only_what_differs(tmp_path: Path) -> None:
    version = "[versions.2009]\nuntil = 2011-12-31\n[versions.2009.text]\n"
    version += 'page = "article"\narticle = "headline"\n'
    today, old = load_all(written(tmp_path, GOOD + version))
    assert (today.id, today.until) == ("mine", None)
    assert (old.id, old.until) == ("mine@2009", date(2011, 12, 31))
    assert old.words == today.words
    assert old.markup == today.markup
    assert old.template("text") == template.Scope("article", template.Field("headline"))


def test_templates_and_roles_know_the_same_fields() -> None:
    every = template.FIELDS | template.ITEM_FIELDS
    assert {name for name in every if roles.role_of(name, ())} == template.FIELDS
    assert {name for name in every if roles.role_of(name, ("item",))} == template.ITEM_FIELDS


@pytest.mark.parametrize(
    ("url", "day", "expected"),
    [
        ("https://www.bbc.com/arabic/articles/1", None, "bbc"),
        ("https://www.bbc.com/arabic/articles/1", date(2024, 3, 1), "bbc"),
        ("http://news.bbc.co.uk/hi/arabic/1.stm", date(2009, 10, 13), "bbc@2009"),
        ("http://news.bbc.co.uk/hi/arabic/1.stm", date(2011, 12, 31), "bbc@2009"),
        ("http://news.bbc.co.uk/hi/arabic/1.stm", date(2012, 1, 1), "bbc@2019"),
        ("https://www.bbc.com/arabic/1", date(2021, 9, 24), "bbc@2022"),
        ("http://arabic.cnn.com/2009/1.html", None, "cnn"),
        ("http://arabic.cnn.com/2009/1.html", date(2009, 3, 18), "cnn"),
        ("https://arabic.cnn.com/2020/1.html", date(2020, 3, 18), None),
        ("https://aawsat.com/a", None, "aawsat"),
        ("https://AAWSAT.com:443/a", None, "aawsat"),
        ("https://notaawsat.com/a", None, None),
        ("https://aawsat.com.example/a", None, None),
        ("https://news.example/aawsat.com", None, None),
        ("aawsat.com/a", None, None),
        ("", None, None),
        ("http://[bad", None, None),
    ],
)
def test_the_layout_of_a_url(url: str, day: date | None, expected: str | None) -> None:
    found = layouts.for_url(url, day)
    assert (found.id if found else None) == expected
