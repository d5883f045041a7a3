"""The HTML file: what it asks of nobody, that nothing of a page gets out, what can be pasted."""

import base64
import hashlib
import html as escapes
import tomllib
from datetime import date, timedelta

import pytest
import regex
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import lexicon
from arnews.batch.report import Report, facts
from arnews.batch.report.pictures import days_chart
from arnews.fields import byline, credit

PAGE = arnews.parse("سدود الجنوب تمتلئ\n12 مارس 2024\n\nامتلأت ثلاثة سدود بعد أسبوع من الأمطار.")
BASE = facts(PAGE, 0.5, 1_000)
HOSTILE = [
    "</style></pre></bdi><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "وكالة ]]> --> <!-- الواحة",
    'a"\n[lexicon.agencies.evil]\nkind = "own"',
    "\u202eمقلوب\u2069\u2069 \x00\x1b\x7f\ud800 'x'",
    "\\u0000 \\",
]


def hostile_report():
    report = Report()
    for text in HOSTILE:
        page = {**BASE, "publisher": text, "language": text, "credits": [text]}
        report.add({**page, "dates": [text], "bylines": [text], "warnings": [text]}, text)
        report.add({**page, "articles": [], "absence": text}, text)
        report.add_failure(text, text)
        report.add_filtered(text)
    return report


def test_nothing_of_a_page_gets_out():
    printed = hostile_report().html()
    printed.encode()
    tree = LexborHTMLParser(printed)
    for tag in ("script", "img", "iframe", "link", "object", "base", "form"):
        assert tree.css(tag) == [], tag
    for node in tree.css("*"):
        names = {name for name in node.attributes if name.startswith("on") or name == "style"}
        assert not names, node.html
        assert (node.attributes.get("href") or "#").startswith("#")
    assert len(tree.css("style")) == 1
    assert not regex.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", printed)


def test_the_policy_allows_its_own_style_only():
    printed = Report().html()
    style = regex.search(r"<style>(.*?)</style>", printed, regex.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = regex.search(r'Content-Security-Policy" content="([^"]*)"', printed)[1]
    wanted = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy == wanted
    assert "url(" not in style
    assert "@import" not in style
    assert "//" not in regex.sub("/\\*.*?\\*/", "", style)


def test_values_stand_in_their_own_direction():
    report = Report()
    report.add({**BASE, "credits": ["وكالة الواحة"]}, "a.html")
    assert '<bdi dir="auto">وكالة الواحة</bdi>' in report.html()


def pasted(report, section):
    tree = LexborHTMLParser(report.html())
    return tree.css_first(f"#{section} pre").text()


def test_pasted_credits_are_read():
    report = Report()
    for name in ("وكالة الواحة", "Oasis Press", "وكالة الواحة", *HOSTILE):
        report.add({**BASE, "credits": [name]}, "crawl/1.html")
    table = tomllib.loads(pasted(report, "credits"))["lexicon"]
    assert "evil" not in table["agencies"]
    mine = lexicon.default().extended(table)
    read = credit.parse("البئر (وكالة الواحة)", lexicon=mine).credit
    assert read.agencies == ("وكالة الواحة",)
    assert credit.parse("البئر (Oasis Press)", lexicon=mine).credit.agencies == ("oasis-press",)


def test_a_layout_takes_the_pasted_lists():
    report = Report()
    report.add({**BASE, "credits": ["وكالة الواحة"], "bylines": ["الرياض - غرفة الواحة"]}, "1")
    text = 'id = "waha"\nname = "Oasis"\nextends = "generic"\n'
    layout = arnews.layouts.loads(text + pasted(report, "credits") + pasted(report, "bylines"))
    signed = byline.parse("الرياض - غرفة الواحة", lexicon=layout.lexicon)
    assert (signed.place, signed.publication) == ("الرياض", "غرفة الواحة")


@pytest.mark.parametrize(
    ("line", "table", "row", "word"),
    [
        ("شهربان الزيزفون", "names", "given", "شهربان"),
        ("غرفة الواحة المتحدة الكبرى", "papers", "papers", "غرفة الواحة المتحدة الكبرى"),
        ("الواحة", "papers", "papers", "الواحة"),
        ("الرياض - الواحة", "papers", "papers", "الواحة"),
        ("دوّنها: سامي الحداد", "roles", "labels", "دوّنها"),
        ("بقلم: شهربان الزيزفون", "names", "given", "شهربان"),
    ],
)
def test_pasted_bylines_name_what_is_unknown(line, table, row, word):
    report = Report()
    report.add({**BASE, "bylines": [line]}, "1")
    found = tomllib.loads(pasted(report, "bylines"))["lexicon"]
    assert found == {table: {row: [word]}}
    _ = lexicon.default().extended(found).word_classes


def test_hostile_bylines_stay_strings():
    found = tomllib.loads(pasted(hostile_report(), "bylines"))["lexicon"]
    assert set(found) <= {"names", "papers", "roles"}


def test_dates_are_rows_with_tabs():
    report = Report()
    for id in ("a", "b"):
        report.add({**BASE, "dates": ["12 جانوير\t2024"]}, id)
    assert pasted(report, "dates") == "2\t12 جانوير 2024\ta\n"


def test_an_empty_section_is_left_out():
    report = Report()
    report.add(BASE, "1")
    titles = regex.findall(r"<h2>(.*?)</h2>", report.html())
    assert "Days of publication" in titles
    assert "Unknown credits" not in titles


def test_each_reason_for_no_article_is_explained():
    report = Report()
    report.add({**BASE, "articles": [], "absence": "wall"}, "crawl/7.html")
    text = escapes.unescape(regex.sub("<[^>]*>", " ", report.html()))
    assert "consent, log-in" in text
    assert "crawl/7.html" in text


@pytest.mark.parametrize(
    ("days", "unit", "bars"),
    [
        ({"2024-03-12": 3}, "day", 1),
        ({"2024-03-12": 3, "2024-03-15": 1}, "day", 2),
        ({"2023-01-01": 3, "2024-03-15": 1}, "month", 2),
        ({"1990-01-01": 3, "2024-03-15": 1}, "year", 2),
        ({"0001-01-01": 3, "9999-12-31": 1}, "century", 2),
    ],
)
def test_the_unit_of_the_chart_fits_the_days(days, unit, bars):
    chart = days_chart(days)
    assert f"Articles by {unit} of publication" in chart
    assert chart.count("<rect") == bars
    assert days_chart({}) == ""


def test_a_chart_of_four_months_has_a_bar_a_day():
    first = date(2024, 1, 1)
    days = {(first + timedelta(days=n)).isoformat(): 1 for n in range(120)}
    assert days_chart(days).count("<rect") == 120
