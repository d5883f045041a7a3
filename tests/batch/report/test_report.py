"""Counting, merging, resuming; the summary; bounded memory."""

import json
import pickle

import arnews
from arnews.batch.report import Report, facts
from arnews.batch.report.table import Frequencies

TEXT = """\
سدود الجنوب تمتلئ

رنا منصور - اللاذقية
12 مارس 2024

امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار الغزيرة."""
PAGE = arnews.parse(TEXT, url="https://www.almina.example/dams")


def filled(ids):
    report = Report()
    for id in ids:
        report.add(facts(PAGE, 0.5, 1_000_000), id)
    return report


def test_the_facts_of_a_page():
    found = facts(PAGE, 0.5, 200)
    assert found["publisher"] == "almina.example"
    assert found["articles"] == [
        {"fields": ["headline", "text", "published", "byline"], "stated": [], "day": "2024-03-12"}
    ]
    assert (found["absence"], found["seconds"], found["size"]) == (None, 0.5, 200)
    assert json.loads(json.dumps(found)) == found == pickle.loads(pickle.dumps(found))


def test_a_page_without_an_article_says_why():
    found = facts(arnews.parse("قائمة طعام"), 0.1, 10)
    assert (found["articles"], found["absence"]) == ([], "no news")


def test_what_the_metadata_state_only_is_counted_apart():
    page = arnews.parse(
        "<html lang=ar-EG><meta property='article:published_time' content='2024-03-12T10:00:00Z'>"
        "<meta property='og:site_name' content='جريدة الميناء'><h1>سدود الجنوب تمتلئ</h1>"
        "<p>امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار الغزيرة التي لم تتوقف يوماً واحداً.</p>"
        "<p>وقالت الوزارة إن السدود لم تمتلئ منذ عشر سنوات، وإن الماء يكفي ثلاثة مواسم من الري.</p>"
    )
    found = facts(page, 0.1, 10)
    assert (found["language"], found["publisher"]) == ("ar", "جريدة الميناء")
    assert found["articles"][0]["stated"] == ["published"]
    report = Report()
    report.add(found)
    assert (report.shown["published"], report.stated["published"]) == (0, 1)


def test_a_relative_date_without_a_clock_is_told():
    page = arnews.parse(TEXT.replace("12 مارس 2024", "قبل ساعتين"))
    report = Report()
    report.add(facts(page, 0.1, 10))
    assert report.undated == 1
    assert "1 relative dates of unknown day" in report.summary()


def test_the_summary():
    report = filled("abc")
    report.elapsed = 2.0
    report.add(facts(arnews.parse("قائمة طعام"), 0.5, 1_000_000), "d")
    report.add_failure("timeout", "e")
    report.add_filtered("language")
    assert report.summary().splitlines() == [
        "records    5: 3 with an article, 1 without, 1 set aside",
        "articles   3, 0 figures, 0 related stories",
        "fields     headline 100 %, text 100 %, published 100 %, byline 100 %",
        "no article no news 1",
        "set aside  timeout 1",
        "filtered   language 1",
        "speed      4.0 MB in 2.0 s: 2.0 MB/s, 2 records/s",
    ]


def test_an_empty_report():
    assert Report().summary().startswith("records    0: ")
    assert "<h1>" in Report().html()


def test_a_terminal_gets_no_controls_of_a_page():
    report = Report()
    report.add_failure("\x1b[31mkilled\u202e\nby", "a")
    assert "[31mkilled by 1" in report.summary()
    assert not {"\x1b", "\u202e"} & set(report.summary())


def test_the_state_survives_a_restart():
    report = filled("abc")
    report.add_failure("timeout", "x")
    state = json.loads(json.dumps(report.to_dict()))
    back = Report.from_dict(state)
    assert back.to_dict() == report.to_dict()
    assert back.html() == report.html()
    for each in (report, back):
        each.add(facts(PAGE, 0.5, 1), "d")
    assert back.to_dict() == report.to_dict()


def test_a_table_keeps_the_frequent_and_says_what_it_may_have_lost():
    table = Frequencies(10)
    true = {f"rare {n}": 1 for n in range(1_000)} | {f"often {n}": 100 for n in range(5)}
    for n in range(1_000):
        table.add(f"rare {n}")
        if n % 2 == 0:
            table.add(f"often {n // 2 % 5}")
    assert len(table) <= 20
    assert [entry.key for entry in table][:5] == [f"often {n}" for n in range(5)]
    assert table.missed > 0
    for entry in table:
        assert entry.count <= true[entry.key] <= entry.count + table.missed


def test_a_table_that_is_not_full_is_exact():
    table = Frequencies(10)
    for n in range(20):
        table.add(str(n))
    assert (len(table), table.missed) == (20, 0)


def test_a_report_does_not_grow_with_the_pages():
    report = Report()
    base = facts(PAGE, 0.5, 1)
    sizes = []
    for n in range(60_000):
        report.add(
            {
                **base,
                "publisher": f"{n}.example",
                "credits": [
                    f"وكالة {'ابتثجحخدذ'[n % 9]}{chr(0x621 + n % 26)}{chr(0x4E00 + n % 20_000)}"
                ],
                "articles": [
                    {"fields": ["text"], "stated": [], "day": f"{n % 9_000 + 1:04}-01-01"}
                ],
            },
            f"page {n}",
        )
        if n % 20_000 == 19_999:
            sizes.append(len(json.dumps(report.to_dict())))
    assert sizes[2] < 1.1 * sizes[0]
    assert report.records == report.articles == 60_000
    assert report.credits.missed > 0


def test_strings_that_differ_in_numbers_are_one_row():
    report = Report()
    for id, text in enumerate(["12 جانوير 2024", "٣ جانوير 2023", "4 جنفيي 2023"]):
        report.add({**facts(PAGE, 0.5, 1), "dates": [text]}, str(id))
    assert [(entry.count, entry.example) for entry in report.dates] == [
        (2, "12 جانوير 2024"),
        (1, "4 جنفيي 2023"),
    ]


def test_the_slowest_pages_are_kept():
    report = Report()
    for n in range(500):
        report.add(facts(PAGE, n / 1000, 1), f"page {n}")
    kept = report.to_dict()["slowest"]
    assert [name for _, _, name in kept] == [f"page {n}" for n in range(499, 479, -1)]
