"""Pages without any harm in mind take time that grows with their size, in every room."""

import pytest

import arnews
from arnews import layouts
from arnews.learn import learn
from arnews.learn.sample import Sample
from arnews.learn.words import vocabulary
from helpers.linear import assert_calls_grow_with, assert_linear

SAID = "قال الوزير إن الحكومة ستعقد اجتماعاً يوم الأحد المقبل في العاصمة."


def _articles(number):
    return "".join(
        f"<article><h1>عنوان الخبر رقم {i} من اليوم</h1><p>{i % 28 + 1} أبريل 2024</p><figure>"
        f"<img src='/i/{i}.jpg'><figcaption>صورة رقم {i} (رويترز)</figcaption></figure>"
        f"<p>في اليوم {i} {SAID}</p></article>"
        for i in range(number)
    )


def _flattened_articles(number):
    return "\n\n".join(
        f"عنوان الخبر رقم {i} من اليوم\n\n{i % 28 + 1} أبريل 2024\n\nصورة رقم {i} (رويترز)\n\n"
        f"في اليوم {i} {SAID}"
        for i in range(number)
    )


def _figures(number):
    figures = (
        f"<figure><img src='/i/{i}.jpg'><figcaption>صورة رقم {i}</figcaption></figure>"
        f"<p>في اليوم {i} {SAID}</p>"
        for i in range(number)
    )
    return f"<article><h1>سدود الجنوب تمتلئ بعد أسبوع</h1>{''.join(figures)}</article>"


def _printed_twice(number):
    lines = "\n".join(f"كلمات السطر {i} من دون نقطة {7 * i} هنا" for i in range(number))
    return f"{lines}\n{lines}"


def _dates_above(number):
    days = "\n\n".join(f"{i % 28 + 1} أبريل {1990 + i % 30}" for i in range(number))
    return f"{days}\n\n{SAID} {SAID}"


def _headlines_over_stories(number):
    stories = f"<div><h1>سدود الجنوب تمتلئ</h1><p>{SAID}</p></div>" * number
    return f"<meta property='og:title' content='سدود الجنوب تمتلئ'>{stories}"


def _lines_above_markers(number):
    said = "\n\n".join(f"في اليوم {i} {SAID}" for i in range(number))
    return f"{said}\n\n" + "".join(f"أ{i}\nب{i}\nج{i}\nاقرأ أيضا\n" for i in range(number))


PAGES = {
    "dates above the text": (_dates_above, 2_500),
    "one long line without a stop, again and again": (
        lambda number: f"<p>{SAID[:-1]}</p>" * number,
        2_500,
    ),
    "short stories under the title of the page": (_headlines_over_stories, 2_000),
    "articles with a figure": (_articles, 200),
    "flattened articles with a figure": (_flattened_articles, 200),
    "an article of figures": (_figures, 300),
    "lines without a stop, printed twice": (_printed_twice, 1_250),
    "three lines above each of many markers": (_lines_above_markers, 1_500),
    "short lines": (lambda number: "\n".join(f"خبر {i}" for i in range(number)), 5_000),
    "short paragraphs": (lambda number: "".join(f"<p>خ{i}</p>" for i in range(number)), 5_000),
}


@pytest.mark.heavy
@pytest.mark.parametrize("page", PAGES)
def test_an_ordinary_page_takes_time_that_grows_with_its_size(page):
    make, number = PAGES[page]

    def work(size):
        text = make(size)
        return lambda: arnews.parse(text)

    assert_linear(work, number)


TITLE = "سدود الجنوب تمتلئ"
STORY = f"<div class=widget><header><h1>{TITLE}</h1></header>{{}}<p>{SAID}</p>{{}}</div>"
LONG = f"<p>{SAID * 5}</p>" + "<p>خ</p>" * 42


def _stories(above="", below=""):
    def page(number):
        stories = (STORY.format(above, below.replace("#", str(i))) for i in range(number))
        return f"<meta property='og:title' content='{TITLE}'>{''.join(stories)}"

    return page


def _dated_stories(number):
    """Each with a day of its own."""
    stories = (
        STORY.format(f"<time datetime='{y}-04-09T10:00'>9 أبريل {y}</time>", "")
        for y in range(1300, 1300 + number)
    )
    return f"<meta property='og:title' content='{TITLE}'>{''.join(stories)}"


def _nested_paragraphs(number):
    return f"<div>{LONG}" * min(number, 100) + LONG * max(number - 100, 0)


def _titles_of_their_own_make(number):
    links = "".join(
        f"<div class={'a' * (i % 40 + 1)}{'b' * (i // 40 + 1)}>"
        f"<a href=/{i}>سدود الشمال تمتلئ بعد أسبوع</a></div>"
        for i in range(number)
    )
    long = f"<p>{SAID} {SAID}</p>"
    return f"<h1>{TITLE}</h1><div><div>{long}{links}{long}</div><div>{long}{long}</div></div>"


NAME = "سمير ناصر\n"


def _names_below_titles(number):
    words = SAID.split()
    titles = "\n".join(
        f"{' '.join(words[i * step % len(words)] for step in (1, 3, 5, 7))} {i}"
        for i in range(number)
    )
    return f"{titles}\n{NAME * number}\n{SAID} {SAID}\n\n{SAID}"


def _names_below_the_text(number):
    titles = "\n".join(f"سدود الشمال {i}" for i in range(number))
    signed = f"{NAME}قال إن الأمر انتهى اليوم.\n" * number
    return f"{titles}\n\n{SAID} {SAID}\n\n{SAID}\n\n{signed}"


def _names_of_sites(number):
    signed = "\n\n".join(f"سمير ناصر{i} - دبي" for i in range(number))
    rights = "\n".join(
        f"جميع الحقوق محفوظة لموقع الوادي {'ا' * (i % 20)} {'ب' * (i // 20 + 1)}"
        for i in range(number)
    )
    return f"{signed}\n\n{SAID} {SAID}\n\n{rights}"


@pytest.mark.parametrize(
    ("page", "number"),
    [
        pytest.param(_names_of_sites, 150, id="rights of many sites below bylines"),
        pytest.param(_names_below_the_text, 200, id="a name above each of many short sentences"),
        pytest.param(_names_below_titles, 200, id="a name again and again below titles"),
        pytest.param(_stories(), 100, id="stories in elements that are called as asides"),
        pytest.param(_stories(below="<p>خبر</p>"), 100, id="stories with a line below"),
        pytest.param(
            _stories(below="<a href=/a#>سدود</a><a href=/b#>الجنوب</a>"),
            100,
            id="stories with tags",
        ),
        pytest.param(_dated_stories, 200, id="stories of a day each"),
        pytest.param(lambda number: f"<div>{LONG * number}</div>", 15, id="paragraphs far apart"),
        pytest.param(_nested_paragraphs, 25, id="paragraphs far apart, nested"),
        pytest.param(_titles_of_their_own_make, 100, id="titles each of its own make"),
        pytest.param(
            lambda number: "الرئيسية / سياسة\n" * number + f"\n{SAID} {SAID}\n\n{SAID}",
            400,
            id="paths above a text",
        ),
    ],
)
def test_thousands_of_parts_of_a_page_call_for_work_that_grows_with_them(page, number):
    def work(size):
        text = page(size)
        return lambda: arnews.parse(text)

    assert_calls_grow_with(work, number)


@pytest.mark.heavy
def test_words_of_a_site_are_learned_in_time_that_grows_with_its_pages():
    head = f"<h1>سدود الجنوب تمتلئ بعد أسبوع</h1><p>9 أبريل 2024</p><p>{SAID}</p>"

    def work(number):
        links = "".join(f"<a href='/{i}'>ركن رقم {i}</a>" for i in range(number))
        samples = [Sample.of(f"{head}<p>في اليوم {day} {SAID}</p>{links}") for day in range(3)]
        for sample in samples:
            sample.read(layouts.get("generic"))
        return lambda: vocabulary(samples)

    assert_linear(work, 1_000)


def _with_words_below(number):
    below = "\n".join(f"ركن {i}\nنهاية السطر." for i in range(number))
    return [
        f"سدود الجنوب تمتلئ {day}\n\n{day} أبريل 2024\n\nفي اليوم {day} {SAID}\n\n{SAID}\n\n{below}"
        for day in range(1, 4)
    ]


def test_an_order_of_words_is_learned_in_time_that_grows_with_them():
    def work(number):
        pages = _with_words_below(number)
        return lambda: learn(pages, name="x")

    assert_calls_grow_with(work, 150)


LAYOUT = """
id = "free"
[words]
sections = ["محليات", "اقتصاد"]
[text]
page = "article{{⏎⏎}}"
article = "top ⏎⏎ paragraph{{⏎⏎}}"
top = '{}'
"""
FREE = 'kicker " - " tag " - " subtitle " - " headline '


@pytest.mark.parametrize(
    "line",
    [
        FREE + '"نهاية الخبر"',
        FREE + '" - " section',
        FREE + '"نهاية" published',
        f'[{FREE}] "نهاية الخبر"',
        'kicker ␣ tag ␣ subtitle ␣ headline "نهاية الخبر"',
        f'{FREE} ("نهاية" | "خاتمة")',
        f'{FREE} [" - " section] ("نهاية" | "خاتمة")',
        '[kicker " - "] [tag " - "] [subtitle " - "] headline ("نهاية" | "خاتمة")',
    ],
)
def test_a_line_of_free_fields_without_its_word_takes_no_longer_than_others(line):
    layout = layouts.loads(LAYOUT.format(line))

    def work(size):
        text = "\n\n".join([("خبر - " * size)[:size] + "ا", SAID])
        return lambda: arnews.parse(text, layout=layout)

    assert_linear(work, 75)


def test_a_line_of_free_fields_is_read_by_its_words():
    layout = layouts.loads(LAYOUT.format(FREE + '" - " section'))
    article = arnews.parse(
        f"سدود - مياه - الجنوب - تمتلئ بعد أسبوع - محليات\n\n{SAID}", layout=layout
    )
    read = article.articles[0]
    assert (read.kicker, read.subtitle, read.headline) == ("سدود", "الجنوب", "تمتلئ بعد أسبوع")
    assert (read.tags, read.section) == (("مياه",), "محليات")


def test_lines_that_may_be_credits_or_bylines_are_asked_in_bounds():
    def page(number):
        return "\n\n".join(f"سمير ناصر - دبي - {i}" for i in range(number))

    assert not arnews.parse(page(300)).warnings
    told = arnews.parse(page(5_000)).warnings
    assert [warning.code for warning in told] == ["too complex"]
    assert "in parts" in told[0].message


def test_thousands_of_different_short_lines_are_looked_at_in_bounds():
    def page(number):
        return "\n".join([SAID, *(f"{i}. خبر رقم {i}" for i in range(number))])

    assert not arnews.parse(page(2_500)).warnings
    told = arnews.parse(page(10_000))
    assert [warning.code for warning in told.warnings] == ["too complex"]
    assert told.blocks[-1].text == "9999. خبر رقم 9999"
