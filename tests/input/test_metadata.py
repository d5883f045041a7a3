"""What pages say to machines: real forms, broken ones, hostile ones."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews.input.metadata import NOTHING, Declarations, Metadata, read
from helpers.linear import assert_linear


def linked(*scripts):
    return read(Declarations(scripts=list(scripts)))


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "السدود تمتلئ",
    "articleSection": "اقتصاد",
    "author": {"@type": "Person", "name": "سعاد حداد"},
    "datePublished": "2024-05-12T10:30:00+03:00",
    "dateModified": "2024-05-12T11:00:00+03:00",
    "image": {"@type": "ImageObject", "url": "/dam.jpg"},
    "keywords": "سدود، مياه,أمطار",
}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite", "name": "س"}, ARTICLE]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
    ],
    ids=["alone", "array", "graph", "inside", "comment", "cdata", "stray comma"],
)
def test_json_ld_in_every_wrapping(script):
    found = linked(script)
    assert found.titles == ("السدود تمتلئ",)
    assert (found.section, found.authors, found.image) == ("اقتصاد", ("سعاد حداد",), "/dam.jpg")
    assert found.published == "2024-05-12T10:30:00+03:00"
    assert found.tags == ("سدود", "مياه", "أمطار")
    assert found.is_article


def test_authors_named_by_reference():
    graph = [
        {"@type": "Article", "author": {"@id": "#me"}},
        {"@type": "Person", "@id": "#me", "name": "رنا"},
    ]
    assert linked(json.dumps({"@graph": graph})).authors == ("رنا",)


def test_broken_json_is_searched_for_what_it_states():
    script = json.dumps(ARTICLE, ensure_ascii=False)[:-1] + ', "description": "سطر" سائب "}'
    found = linked(script)
    assert found.titles == ("السدود تمتلئ",)
    assert found.published == "2024-05-12T10:30:00+03:00"


def test_open_graph_and_plain_names():
    found = read(
        Declarations(
            metas=[
                ("og:title", "السدود تمتلئ - الوادي"),
                ("og:type", "article"),
                ("article:tag", "سدود"),
                ("article:tag", "مياه"),
                ("author", "https://facebook.com/x"),
                ("article:published_time", "2024-05-12T10:30:00Z"),
            ],
            title="السدود تمتلئ",
            canonical="https://alwadi.example/1",
        )
    )
    assert found.headline == "السدود تمتلئ"
    assert found.tags == ("سدود", "مياه")
    assert found.authors == ()
    assert (found.url, found.is_article) == ("https://alwadi.example/1", True)


def test_a_page_without_declarations_has_no_metadata():
    assert read(Declarations()) == NOTHING


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000,
        '{"headline": ' + "9" * 100_000 + "}",
        '{"@type": "Article", "headline": ' + "9" * 100_000 + "}",
        '{"@type": "Article", "author": ' + "[" * 900 + "]" * 900 + "}",
        '"' + "\\u0627" * 50_000,
        '{"@graph": [' + ",".join(['{"@type": "Article"}'] * 15_000) + "]}",
        "\ud800",
    ],
    ids=["open", "nested", "objects", "digits", "number", "author", "escapes", "many", "surrogate"],
)
def test_no_script_raises(script):
    assert isinstance(linked(script), Metadata)


@pytest.mark.parametrize("piece", ["[", '{"a":', "9", '"\\u0627', '{"@type": "Article"},'])
def test_scripts_take_linear_time(piece):
    def work(size):
        script = piece * (size // len(piece))
        return lambda: linked(script)

    assert_linear(work, 100_000)


def test_many_scripts_take_linear_time():
    def work(size):
        html = '<script type="application/ld+json">{"@type": "Article"}</script>' * size
        return lambda: arnews.parse(f"<html><body>{html}<p>نص</p></body></html>", kind="html")

    assert work(20_000)().kind == "html"
    assert_linear(work, 5_000)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists) | st.text())
def test_any_script_gives_metadata(value):
    linked(value if isinstance(value, str) else json.dumps({"@type": "Article", "author": value}))


PAGE = """<html><head><link rel=canonical href="https://alwadi.example/7">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="{date}"></head><body><article>
<h1>السدود تمتلئ قبل موعدها بشهر كامل</h1><time>12 مايو 2024</time>
<p>قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل بعد الأمطار.</p>
<p>وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام الحالي.</p>
</article></body></html>"""


def test_the_page_wins_and_the_difference_is_told():
    html = PAGE.format(title="عنوان آخر تماما لهذه القصة", date="2024-06-30T08:00:00Z")
    page = arnews.parse(html)
    (article,) = page.articles
    assert article.headline == "السدود تمتلئ قبل موعدها بشهر كامل"
    assert article.published.iso == "2024-05-12"
    assert page.url == "https://alwadi.example/7"
    assert [warning.partition(" ")[0] for warning in page.warnings] == ["headline", "published"]


def test_agreement_is_not_told():
    html = PAGE.format(title="السدود تمتلئ قبل موعدها بشهر كامل | الوادي", date="2024-05-12")
    assert arnews.parse(html, url="https://a.example/").warnings == ()
    assert arnews.parse(html, url="https://a.example/").url == "https://a.example/"
