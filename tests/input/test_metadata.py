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
def test_json_ld_is_read_in_every_wrapping(script):
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


BROKEN = {
    "raw line end": json.dumps(ARTICLE, ensure_ascii=False).replace(
        "السدود تمتلئ", "السدود\nتمتلئ"
    ),
    "raw tab": json.dumps(ARTICLE, ensure_ascii=False).replace("السدود تمتلئ", "السدود\tتمتلئ"),
    "glued": '{"@type": "WebSite", "name": "س"}' + json.dumps(ARTICLE),
    "glued with a comma": json.dumps(ARTICLE) + ',\n{"@type": "Person"}',
    "stray escape": json.dumps(ARTICLE)[:-1] + r', "x": "l\'eau \d"}',
    "commas in lists": json.dumps(ARTICLE)[:-1] + ', "y": [1, 2,],}',
    "entities": json.dumps(ARTICLE, ensure_ascii=False).replace('"', "&quot;"),
    "quotes inside": json.dumps(ARTICLE)[:-1] + ', "articleBody": "قال "نعم"، ثم "لا" وذهب"}',
    "quotes, then a colon": json.dumps(ARTICLE)[:-1] + ', "articleBody": "قال "فلان": كذا"}',
    "semicolon behind": json.dumps(ARTICLE) + ";",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_json_is_repaired(kind):
    found = linked(BROKEN[kind])
    assert (found.title, found.authors) == ("السدود تمتلئ", ("سعاد حداد",))
    assert (found.kind, found.sources["title"]) == ("NewsArticle", "json-ld")
    if kind.startswith("quotes"):
        assert found.article_body in ('قال "نعم"، ثم "لا" وذهب', 'قال "فلان": كذا')


def other(**properties):
    """An article of another page."""
    return {"@type": "Article", "headline": "خبر من صفحة أخرى", "author": "غيرها", **properties}


@pytest.mark.parametrize(
    "others",
    [
        [{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other()}]}],
        [{"@type": "WebPage", "relatedLink": [other()], "hasPart": other()}],
        [{**ARTICLE, "isPartOf": other(), "mentions": [other()]}],
        [other(url="https://alwadi.example/2")],
        [other(mainEntityOfPage={"@id": "https://alwadi.example/2"})],
        [other()],
    ],
    ids=["list", "links", "parts", "address", "main entity", "title"],
)
@pytest.mark.parametrize("comes_first", [True, False])
def test_articles_of_other_pages_are_left_out(others, comes_first):
    own = {**ARTICLE, "url": "http://www.alwadi.example/1/#top"}
    scripts = [json.dumps(node) for node in ([*others, own] if comes_first else [own, *others])]
    found = read(Declarations(scripts=scripts, canonical="https://alwadi.example/1"))
    assert (found.titles, found.authors) == (("السدود تمتلئ",), ("سعاد حداد",))


def test_a_list_of_articles_states_none():
    scripts = [json.dumps([other(headline=f"خبر {n}") for n in range(1_000)])]
    found = read(Declarations(scripts=scripts, title="أخبار الوادي"))
    assert (found.title, found.authors, found.is_article) == ("أخبار الوادي", (), None)
    named = read(Declarations(scripts=scripts, title="خبر 7 | الوادي"))
    assert (named.title, named.is_article) == ("خبر 7", True)


def test_the_object_of_the_page_states_values_too():
    graph = [
        {"@type": "Article", "headline": "السدود تمتلئ", "mainEntityOfPage": {"@id": "#page"}},
        {"@type": "WebPage", "@id": "#page", "datePublished": "2024-05-12", "inLanguage": "ar"},
        {"@type": "WebSite", "name": "الوادي"},
    ]
    found = linked(json.dumps({"@graph": graph}))
    assert (found.published, found.language, found.site_name) == ("2024-05-12", "ar", "الوادي")


def stated(html):
    return arnews.parse(f"<!DOCTYPE html><html lang=ar-EG>{html}</html>", kind="html").metadata


SOURCES = [
    ('<meta property="article:section" content="مال">', "section", "مال", "open graph"),
    ('<meta name="twitter:title" content="عنوان">', "title", "عنوان", "twitter"),
    ('<meta name="DC.date.issued" content="2024-05-12">', "published", "2024-05-12", "meta"),
    ('<meta name="dcterms.creator" content="رنا">', "authors", ("رنا",), "dublin core"),
    ('<meta name="parsely-pub-date" content="2024-05-12">', "published", "2024-05-12", "parsely"),
    ('<meta name="parsely-tags" content="ماء,سدود">', "tags", ("ماء", "سدود"), "parsely"),
    ('<meta name="sailthru.author" content="رنا">', "authors", ("رنا",), "meta"),
    ('<meta name="keywords" content="ماء؛ سدود">', "tags", ("ماء", "سدود"), "meta"),
    ('<link rel="shortlink canonical" href="/1">', "url", "/1", "link"),
    ("<title>عنوان</title>", "title", "عنوان", "html"),
    ("", "language", "ar-EG", "html"),
    ('<body><time datetime="2024-05-12"></time>', "published", "2024-05-12", "time"),
    (
        '<body><time class="entry-date" datetime="2024-05-12">أمس</time>',
        "published",
        "2024-05-12",
        "time",
    ),
    (
        '<body><time class="updated" datetime="2024-05-12">أمس</time>',
        "modified",
        "2024-05-12",
        "time",
    ),
    (
        '<body><abbr class=published title="2024-05-12T16:22:00+03:00">4:22 م</abbr>',
        "published",
        "2024-05-12T16:22:00+03:00",
        "time",
    ),
    (
        '<body><span class="date updated" title="2024-05-12">أمس</span>',
        "modified",
        "2024-05-12",
        "time",
    ),
    (
        '<body><meta itemprop="datePublished" content="2024-05-12">',
        "published",
        "2024-05-12",
        "microdata",
    ),
    (
        '<body><abbr itemprop=datePublished title="2024-05-12T16:22">4:22 م</abbr>',
        "published",
        "2024-05-12T16:22",
        "microdata",
    ),
    (
        "<body><div itemscope itemtype=NewsArticle><b itemprop=headline>عنوان</b></div>",
        "title",
        "عنوان",
        "microdata",
    ),
    (
        "<body itemscope itemtype=http://schema.org/WebPage>"
        "<article itemscope itemtype=http://schema.org/Article>"
        "<p itemprop=author itemscope itemtype=http://schema.org/Person>"
        "بقلم <i itemprop=name>رنا</i></p></article>",
        "authors",
        ("رنا",),
        "microdata",
    ),
    (
        "<body><div vocab=https://schema.org/ typeof=NewsArticle>"
        "<i property=author typeof=Person><b property=name>رنا</b></i></div>",
        "authors",
        ("رنا",),
        "rdfa",
    ),
    (
        "<body><article itemscope itemtype=http://schema.org/Article>"
        "<div itemprop=image itemscope itemtype=http://schema.org/ImageObject>"
        "<i itemprop=name>سد</i><meta itemprop=url content=/dam.jpg></div></article>",
        "image",
        "/dam.jpg",
        "microdata",
    ),
]


@pytest.mark.parametrize(("html", "field", "value", "source"), SOURCES)
def test_every_source_is_read_and_named(html, field, value, source):
    found = stated(html)
    assert (getattr(found, field), found.sources[field]) == (value, source)


def test_microdata_of_related_stories_are_not_the_articles():
    item = '<li itemscope itemtype="http://schema.org/Article"><b itemprop="headline">{}</b></li>'
    main = (
        '<article itemscope itemtype="https://schema.org/Article"><h1 itemprop=headline>السدود</h1>'
        '<div itemprop="articleBody">نص</div></article>'
    )
    assert stated(f"<body>{item.format('أول')}{main}{item.format('ثان')}").title == "السدود"
    assert stated(f"<body>{item.format('أول')}{item.format('ثان')}").title is None


def test_times_of_several_stories_state_no_date():
    times = "".join(
        f'<time class=published datetime="2024-05-{day}">أمس</time>' for day in (11, 12)
    )
    assert stated(f"<body>{times}").published is None


def test_an_author_other_than_the_site_is_preferred():
    script = json.dumps({**ARTICLE, "author": "الوادي", "publisher": {"name": "الوادي"}})
    found = read(Declarations(scripts=[script], metas=[("author", "سعاد حداد")]))
    assert (found.authors, found.sources["authors"]) == (("سعاد حداد",), "meta")


def test_a_date_with_a_time_is_preferred():
    script = json.dumps({**ARTICLE, "datePublished": "2024-05-12"})
    metas = [("article:published_time", "2024-05-12T10:30:00+03:00")]
    found = read(Declarations(scripts=[script], metas=metas))
    assert found.published == "2024-05-12T10:30:00+03:00"


def test_half_letters_and_controls_are_replaced():
    script = r'{"@type": "Article", "headline": "سد\ud800 \u0000", "articleBody": "\udfff"}'
    found = linked(script)
    assert (found.title, found.article_body) == ("سد\ufffd \ufffd", "\ufffd")


def test_the_text_of_the_article_is_kept_whole():
    body = "فقرة أولى.\n\n" + "كلمة " * 5_000
    assert linked(json.dumps({**ARTICLE, "articleBody": body})).article_body == body


@pytest.mark.parametrize(
    "tag", ["<b itemprop=author>", "<b itemprop=author itemscope>", "<b property=author>"]
)
def test_nested_properties_take_linear_time(tag):
    def work(size):
        html = f"<article itemscope itemtype=Article>{(tag * 40 + 'نص' + '</b>' * 40) * size}"
        return lambda: arnews.parse(html, kind="html")

    assert_linear(work, 100)


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
    assert found.authors == ("https://facebook.com/x",)  # as stated; completion believes no address
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


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        '{"a":',
        "9",
        '"',
        '" ',
        '",',
        '"a" "b',
        "\\\\",
        '{"a": "',
        '"\\u0627',
        '{"@type": "Article"},',
    ],
)
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


def test_the_shown_value_wins_and_a_warning_names_the_difference():
    html = PAGE.format(title="عنوان آخر تماما لهذه القصة", date="2024-06-30T08:00:00Z")
    page = arnews.parse(html)
    (article,) = page.articles
    assert article.headline == "السدود تمتلئ قبل موعدها بشهر كامل"
    assert article.published.iso == "2024-05-12"
    assert page.url == "https://alwadi.example/7"
    said = [warning.message.partition(" ")[0] for warning in page.warnings]
    assert said == ["headline", "published"]


def test_agreement_gives_no_warning():
    html = PAGE.format(title="السدود تمتلئ قبل موعدها بشهر كامل | الوادي", date="2024-05-12")
    assert arnews.parse(html, url="https://a.example/").warnings == ()
    assert arnews.parse(html, url="https://a.example/").url == "https://a.example/"
