"""What `explain` says of each block, and why a line is no date, byline or credit."""

import re
from pathlib import Path

import pytest

import arnews
from helpers.flattened import BODY, HEADLINE

TESTS = Path(__file__).parent
PAGES = [
    TESTS.parent / "seeds" / "000_08a769a62f779457.txt",
    *sorted((TESTS / "labeling" / "invented").glob("*.html")),
]
DATE = "الأحد 2 مارس 2025"
REFUSED = {
    "ووقع أول حادث مساء الأربعاء 4 أبريل 1984 في حي السلام": (
        "no date: «ووقع أول حادث» and «في حي السلام» are no part of one "
        "(«مساء الأربعاء 4 أبريل 1984» is)"
    ),
    "سلطان صلاح يشارك في مسلسل": "no byline: «يشارك في مسلسل» is no part of one («سلطان صلاح» is)",
    "بيان الوزارة (نص كامل)": "no credit: «نص كامل» names no agency, photographer or archive",
    "الوزارة تفتح السد رويترز": "no credit: «الوزارة تفتح السد» is no part of one («رويترز» is)",
}
TAKEN = (DATE, "سمير ناصر - القاهرة", "صيادون في الميناء (رويترز)", "مياه الربيع")


def explained(*lines):
    """What is said of each line, by its text: the role, and the reasons on one line."""
    shown = arnews.explain(arnews.parse("\n\n".join(lines)))
    plain = re.sub("[\u2068\u2069]", "", shown)
    assert max(map(len, plain.splitlines())) <= 100
    rows = re.findall(r"(?m)^ {0,13}\S+ +\S+ +(\S+) +(.+)\n((?: {20}.+\n)*)", plain)
    return {text: (role, " ".join(reasons.split())) for role, text, reasons in rows}


def amid_the_text(line):
    rows = explained(HEADLINE, *BODY[:2], line, *BODY[2:])
    return rows[line][1]


def test_a_block_has_its_zone_runner_up_and_features():
    role, reasons = explained(HEADLINE, DATE, *BODY)[HEADLINE]
    assert role == "headline"
    zone, runner_up, *features = reasons.split("; ")
    assert zone == "zone head"
    assert re.fullmatch(r"runner-up \w+, \d+ behind", runner_up)
    assert "before a date or byline +2" in features


def test_the_template_may_decide_against_a_role_that_is_ahead():
    page = arnews.parse(f"{HEADLINE}\n\n{DATE}\n\n{BODY[0]}")
    block = arnews.model.LabelledBlock(HEADLINE, "headline", 0, 9, runner_up=("caption", -3.0))
    shown = arnews.explain(arnews.Page(articles=page.articles, blocks=(block,)))
    assert "runner-up caption, 3 ahead: the template decided" in shown


@pytest.mark.parametrize("line", REFUSED)
def test_a_line_that_only_looks_like_a_value(line):
    assert REFUSED[line] in amid_the_text(line)


@pytest.mark.parametrize("line", TAKEN)
def test_nothing_is_refused_of_a_value_or_of_any_other_line(line):
    shown = explained(HEADLINE, line, *BODY)
    assert not any(" no " in reasons for _, reasons in shown.values())


def test_no_boilerplate_and_no_long_line_is_told_why_it_is_none():
    shown = explained(
        HEADLINE, *BODY, "جميع الحقوق محفوظة (نص كامل)", f"{BODY[0]} {DATE} في السلام"
    )
    assert not any("no credit" in reasons or "no date" in reasons for _, reasons in shown.values())


def test_a_date_in_another_place_is_one_by_its_form():
    html = f"<nav><p>{DATE}</p></nav><h1>{HEADLINE}</h1>" + "".join(f"<p>{p}</p>" for p in BODY)
    shown = arnews.explain(arnews.parse(html))
    assert "a date by its form, but chrome in this place" in shown


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_row_is_wider_than_100_columns(path):
    page = arnews.parse(path.read_bytes())
    rows = re.sub("[\u2068\u2069]", "", arnews.explain(page)).splitlines()
    rows = [row for row in rows if not row.startswith(("warning", "cut at"))]
    assert len(rows) > 2 * len(page.blocks)
    assert max(map(len, rows)) <= 100


def test_arabic_is_isolated_from_the_english_around_it():
    shown = arnews.explain(arnews.parse("\n\n".join((HEADLINE, *BODY[:2], *REFUSED, *BODY[2:]))))
    assert f"\u2068{HEADLINE}\u2069" in shown
    assert "\u2068«نص كامل»\u2069" in shown


def test_a_page_from_json_without_blocks_says_so():
    page = arnews.Page.from_json(arnews.parse(HEADLINE).to_json())
    assert "no blocks" in arnews.explain(page)


def test_a_layout_that_is_not_registered_is_read_with_the_words_of_the_language():
    block = arnews.model.LabelledBlock("الوزارة تفتح السد رويترز", "headline", 0, 24)
    shown = arnews.explain(arnews.Page(layout="of-a-file", blocks=(block,)))
    assert "no credit:" in shown
