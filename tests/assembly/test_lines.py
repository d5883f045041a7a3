"""What lines of a flattened page give an article: section, dates, who wrote, tags, figures."""

from __future__ import annotations

import pytest

import arnews
from arnews import Credit, Figure
from helpers.laws import check_laws

HEADLINE = "السدود تمتلئ قبل موعدها بشهر كامل"
DAY = "12 مايو 2024"
FIRST = "أعلنت وزارة المياه، أمس، أن منسوب السدود في الشمال بلغ أعلى مستوى له منذ عشر سنوات."
SECOND = "وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام الحالي."
REUTERS = Credit("رويترز", agencies=("reuters",))


def article(*lines: str) -> arnews.Article:
    text = "\n".join(lines)
    page = arnews.parse(text)
    check_laws(page, text)
    (only,) = page.articles
    assert [p.text for p in only.paragraphs] == [FIRST, SECOND]
    return only


@pytest.mark.parametrize(
    ("line", "section", "headline"),
    [
        (f"ثقافة / {HEADLINE}", "ثقافة", HEADLINE),
        ("ثقافة / السدود تمتلئ اليوم كلها", "ثقافة", "السدود تمتلئ اليوم كلها"),
        ("ثقافة / السدود تمتلئ اليوم", None, "ثقافة / السدود تمتلئ اليوم"),
        (f"برطمان / {HEADLINE}", None, f"برطمان / {HEADLINE}"),
    ],
)
def test_a_section_before_a_headline_of_four_words(
    line: str, section: str | None, headline: str
) -> None:
    found = article(line, DAY, FIRST, SECOND)
    assert (found.section, found.headline) == (section, headline)


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (["الرئيسية / محليات", HEADLINE, DAY], "محليات"),
        ([f"BBC Arabic - رياضة - {HEADLINE}", HEADLINE, DAY], "رياضة"),
        ([HEADLINE, f"الشرق الأوسط  {DAY}"], "الشرق الأوسط"),
        ([HEADLINE, f"الشرق الأوسط  {DAY} العدد 12274"], None),
        ([f"الرئيسية / محليات / {HEADLINE}", HEADLINE, DAY], "محليات"),
        (["رياضة دولية", HEADLINE, DAY], "رياضة دولية"),
        (["سياسة", "شؤون عربية", HEADLINE, DAY], "شؤون عربية"),
        ([HEADLINE, "سياسة | 6-01-2020, 12:20 |"], "سياسة"),
        ([HEADLINE, "سياسة / بالفيديو 6-01-2020, 12:20 |"], "سياسة"),
        ([HEADLINE, "6-01-2020 | 12:20 | سياسة"], "سياسة"),
        ([HEADLINE, "برطمان | 6-01-2020, 12:20 |"], None),
    ],
)
def test_the_section_of_a_path_a_title_and_a_date(lines: list[str], section: str | None) -> None:
    assert article(*lines, FIRST, SECOND).section == section


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        ([DAY, "14:20"], "2024-05-12T14:20", None),
        (["آخر تحديث:", DAY], None, "2024-05-12"),
        (["07:36 م الأحد 12 مايو 2024"], "2024-05-12T19:36", None),
        ([f"نشر: {DAY} آخر تحديث: 13 مايو 2024"], "2024-05-12", "2024-05-13"),
        # An hour alone is that of the date above it.
        ([DAY, "آخر تحديث: 13 مايو 2024", "14:20"], "2024-05-12", "2024-05-13T14:20"),
        # The same day with its time of day is fuller; another day is not of this story.
        (["4 ذو القعدة 1445", f"{DAY} 10:30"], "2024-05-12T10:30", None),
        ([DAY, f"{DAY} 10:30"], "2024-05-12T10:30", None),
        ([DAY, "13 مايو 2024 10:30"], "2024-05-12", None),
    ],
)
def test_the_dates_of_several_lines(
    lines: list[str], published: str | None, modified: str | None
) -> None:
    found = article(HEADLINE, *lines, FIRST, SECOND)
    assert (found.published.iso if found.published else None) == published
    assert (found.modified.iso if found.modified else None) == modified


@pytest.mark.parametrize(
    ("lines", "raw", "authors", "publication", "agencies"),
    [
        (["سعاد حداد", "العربي الجديد"], 2, ("سعاد حداد",), "العربي الجديد", ()),
        ([f"سعاد حداد {DAY}"], 1, ("سعاد حداد",), None, ()),
        (["بقلم", "سعاد حداد", DAY], "سعاد حداد", ("سعاد حداد",), None, ()),
        (["المصدر:", "رويترز", DAY], "رويترز", (), None, ("reuters",)),
    ],
)
def test_who_wrote_by_several_lines(
    lines: list[str],
    raw: int | str,
    authors: tuple[str, ...],
    publication: str | None,
    agencies: tuple[str, ...],
) -> None:
    byline = article(HEADLINE, *lines, FIRST, SECOND).byline
    assert byline is not None
    assert byline.raw == (raw if isinstance(raw, str) else "\n".join(lines[:raw]))
    assert (byline.authors, byline.publication) == (authors, publication)
    assert byline.agencies == agencies


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["#بغداد #الكتب"], ("بغداد", "الكتب")),
        (["الوسوم: بغداد، الكتب - مياه | نقل"], ("بغداد", "الكتب", "مياه", "نقل")),
        (["الوسوم", "بغداد،", "الكتب"], ("بغداد", "الكتب")),
    ],
)
def test_tags_on_one_line_and_on_several(lines: list[str], tags: tuple[str, ...]) -> None:
    assert article(HEADLINE, DAY, FIRST, SECOND, *lines).tags == tags


@pytest.mark.parametrize("marker", ["اقرأ أيضا", "مقالات ذات صلة"])
def test_a_title_on_the_line_of_its_marker(marker: str) -> None:
    title = "وزير المياه يزور السدود الجديدة"
    *_, listed = article(HEADLINE, DAY, FIRST, SECOND, f"{marker}: {title}").body
    assert isinstance(listed, arnews.SeeAlso)
    assert [item.title for item in listed.items] == [title]


def test_the_caption_above_the_text_is_the_lead_and_one_in_it_is_not() -> None:
    line = "صيادون في الميناء القديم (رويترز)"
    figure = Figure("صيادون في الميناء القديم", REUTERS)
    assert article(HEADLINE, line, DAY, FIRST, SECOND).lead_image == figure
    inside = article(HEADLINE, DAY, FIRST, line, SECOND)
    assert (inside.lead_image, inside.body[1]) == (None, figure)


def test_a_lead_that_a_layout_prints_twice_is_one_figure() -> None:
    layout = arnews.layouts.loads("""id = "mine"
[text]
page = "article{⏎⏎}"
article = "headline ⏎⏎ [lead_image{2,⏎} ⏎⏎] paragraph{⏎⏎}"
lead_image = 'caption ⏎ "تصوير:" ␣ credit'""")
    shown = "صيادون في الميناء القديم\nتصوير: رويترز"
    text = "\n\n".join((HEADLINE, f"{shown}\n{shown}", FIRST, SECOND))
    page = arnews.parse(text, layout=layout)
    assert page.articles[0].lead_image == Figure("صيادون في الميناء القديم", REUTERS)
    assert arnews.render(page, layout=layout) == text


@pytest.mark.parametrize("order", [1, -1])
def test_caption_and_credit_on_lines_of_their_own_are_one_figure(order: int) -> None:
    halves = ["صدر الصورة، رويترز", "التعليق على الصورة، صيادون في الميناء القديم"][::order]
    figure = Figure("صيادون في الميناء القديم", REUTERS)
    assert article(HEADLINE, *halves, DAY, FIRST, SECOND).lead_image == figure
    assert article(HEADLINE, DAY, FIRST, *halves, SECOND).body[1] == figure


def test_a_label_says_that_a_caption_is_of_a_video() -> None:
    found = article(HEADLINE, DAY, FIRST, "التعليق على الفيديو، جانب من السد", SECOND)
    assert [(one.caption, one.kind) for one in found.figures] == [("جانب من السد", "video")]


@pytest.mark.parametrize("day", [DAY, f"{DAY} - 10:15"])
def test_an_hour_behind_the_label_of_a_change_is_that_of_the_change(day):
    read = article(HEADLINE, day, "آخر تحديث: 14:20", FIRST, SECOND)
    assert read.published.raw == day
    assert read.modified.iso == "2024-05-12T14:20"


@pytest.mark.parametrize("caption", ["سد الوادي الكبير كما بدا صباح اليوم", "سد الوادي", "سد"])
def test_a_caption_printed_again_is_one_figure(caption):
    line = f"{caption} (رويترز)"
    below_date = article(HEADLINE, line, DAY, line, FIRST, SECOND)
    below_text = article(HEADLINE, DAY, line, FIRST, SECOND, line)
    for read in (below_date, below_text):
        assert read.figures == (Figure(caption, REUTERS),)
        assert read.byline is None


def test_a_day_below_how_long_ago_a_page_was_printed_is_its_day() -> None:
    said = "امتلأت السدود في الجنوب بعد أسبوع من الأمطار، وقال الوزير إن المياه تكفي عاماً."
    page = arnews.parse(f"سدود الجنوب تمتلئ بعد أسبوع\n\nقبل ساعتين\n\n9 أبريل 2024\n\n{said}")
    published = page.articles[0].published
    assert published is not None
    assert published.iso == "2024-04-09"


def test_a_source_behind_a_label_and_how_long_ago_are_of_one_line() -> None:
    read = article(HEADLINE, "كتب : رويترز منذ 21 دقيقة", FIRST, SECOND)
    assert read.byline is not None
    assert (read.byline.agencies, read.published.raw) == (("reuters",), "منذ 21 دقيقة")


def test_the_label_of_a_date_is_no_section() -> None:
    assert article(HEADLINE, f"كتب في : {DAY} | بقلم : سامر الحداد", FIRST, SECOND).section is None
