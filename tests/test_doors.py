"""Wrong uses: each is told what was given, what is wanted and what to do.

Every row of a table is a call that is wrong, and the words that the message must hold.
"""

import io
import json
import mmap
import pathlib
from contextlib import suppress
from datetime import date, datetime
from importlib import resources

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import arnews
from arnews import layouts, lexicon
from arnews.fields import byline, credit, dateline
from arnews.fields import date as dates

TEXT = "قمة الرياض تختتم أعمالها\n3 مارس 2025\nقال الوزير إن الحكومة ستعقد اجتماعاً طارئاً غداً."
PAGE = arnews.Page((arnews.Article(headline="قمة الرياض", body=(arnews.Paragraph("قال."),)),))


class Response:
    """As clients of HTTP give it."""

    content = TEXT.encode()


class ScrapyResponse:
    body = TEXT.encode()


class Unknown:
    pass


async def page_of_tomorrow():
    """Nobody awaits it."""


def parse(data=TEXT, **options):
    return lambda: arnews.parse(data, **options)


ARGUMENTS = {
    "parse(None)": (parse(None), "data is None", "str or bytes"),
    "parse(Path)": (parse(pathlib.Path("page.html")), "data is a PosixPath", ".read_bytes()"),
    "parse(open file)": (parse(io.BytesIO(b"x")), "data is a BytesIO", ".read()", '"rb"'),
    "parse(Response)": (parse(Response()), "data is a Response", ".content"),
    "parse(Scrapy)": (parse(ScrapyResponse()), "data is a ScrapyResponse", ".body"),
    "parse(list)": (parse([TEXT]), "data is a list", "once for each page"),
    "parse(generator)": (parse(iter([TEXT])), "data is a list_iterator", "once for each page"),
    "parse(int)": (parse(5), "data is 5", "str or bytes"),
    "parse(object)": (parse(Unknown()), "data is an Unknown", "str or bytes"),
    "parse(Page)": (parse(PAGE), "data is a Page", "str or bytes"),
    "extract(None)": (lambda: arnews.extract(None), "data is None", "str or bytes"),
    "kind of a file": (parse(kind="pdf"), "kind is 'pdf'", "'text'", "'html'", "None"),
    "kind in capitals": (parse(kind="HTML"), "kind is 'HTML'", "'html'"),
    "kind of a type": (parse(kind=str), "kind is a type", "'text'"),
    "encoding as a number": (parse(encoding=1256), "encoding is 1256", "label", "str"),
    "encoding as bytes": (parse(encoding=b"utf-8"), "encoding is b'utf-8'", "str"),
    "fetched_at as text": (
        parse(fetched_at="2025-03-03"),
        "fetched_at is '2025-03-03'",
        "datetime.fromisoformat",
    ),
    "fetched_at as a day": (parse(fetched_at=date(2025, 3, 3)), "fetched_at is a date", "datetime"),
    "fetched_at as seconds": (parse(fetched_at=1.5), "fetched_at is 1.5", "datetime"),
    "url as bytes": (parse(url=b"https://bbc.com"), "url is b'https://bbc.com'", "as str"),
    "url as a path": (parse(url=pathlib.Path("a")), "url is a PosixPath", "as str"),
    "layout as a number": (parse(layout=5), "layout is 5", "the id", "Layout"),
    "layout as a path": (parse(layout=pathlib.Path("a.toml")), "layout is a PosixPath", "the id"),
    "repair as a word": (parse(repair="yes"), "repair is 'yes'", "True or False"),
    "limits as a number": (parse(limits=10**6), "limits is 1000000", "Limits(max_size="),
    "limits as None": (parse(limits=None), "limits is None", "Limits"),
    "Limits of a word": (lambda: arnews.Limits(max_size="5"), "max_size is '5'", "a number"),
    "Limits of None": (lambda: arnews.Limits(max_depth=None), "max_depth is None", "a large one"),
    "Limits below 0": (lambda: arnews.Limits(max_blocks=-1), "max_blocks is -1", "above 0"),
    "Limits with strict=1": (lambda: arnews.Limits(strict=1), "strict is 1", "True or False"),
    "render(article)": (
        lambda: arnews.render(PAGE.articles[0]),
        "page is an Article",
        "Page((article,))",
    ),
    "render(articles)": (lambda: arnews.render(PAGE.articles), "page is a tuple", "arnews.Page"),
    "render(JSON)": (lambda: arnews.render(PAGE.to_json()), "page is '{", "arnews.Page"),
    "an unknown form": (
        lambda: arnews.render(PAGE, form="pdf"),
        "form is 'pdf'",
        "'markdown'",
        "'schema.org'",
    ),
    "no form": (lambda: arnews.render(PAGE, form=None), "form is None", "'text'"),
    "render(layout=5)": (lambda: arnews.render(PAGE, layout=5), "layout is 5", "the id"),
    "can_print(article)": (
        lambda: arnews.can_print(PAGE.articles[0]),
        "page is an Article",
        "Page((article,))",
    ),
    "can_print(form)": (
        lambda: arnews.can_print(PAGE, form="markdown"),
        "form is 'markdown'",
        "'text' or 'html'",
    ),
    "explain(text)": (lambda: arnews.explain("نص"), "page is 'نص'", "arnews.parse"),
    "records(articles)": (lambda: arnews.records(PAGE.articles), "page is a tuple", "arnews.Page"),
    "records(pages)": (lambda: arnews.records([PAGE]), "page is a list", "arnews.Page"),
    "date.parse(None)": (lambda: dates.parse(None), "text is None", "as str"),
    "date.parse(NaN)": (lambda: dates.parse(float("nan")), "text is nan", "as str"),
    "date.parse(reference=text)": (
        lambda: dates.parse("أمس", reference="2025-03-03"),
        "reference is '2025-03-03'",
        "a datetime",
    ),
    "date.find(bytes)": (lambda: dates.find(b"x"), "text is b'x'", "as str"),
    "date.format(style)": (
        lambda: dates.format(arnews.Moment("x"), "x"),
        "style is 'x'",
        "'standard'",
    ),
    "credit.parse(None)": (lambda: credit.parse(None), "text is None", "as str"),
    "credit.parse_credit(5)": (lambda: credit.parse_credit(5), "raw is 5", "as str"),
    "credit.format(style)": (
        lambda: credit.format(credit.CaptionLine("x", None), "x"),
        "style is 'x'",
        "'brackets'",
    ),
    "byline.parse(None)": (lambda: byline.parse(None), "text is None", "as str"),
    "byline.format(style)": (
        lambda: byline.format(arnews.Byline("x"), None),
        "style is None",
        "'colon'",
    ),
    "dateline.parse(None)": (lambda: dateline.parse(None), "text is None", "as str"),
    "dateline.format(style)": (
        lambda: dateline.format(arnews.Byline("x"), "x"),
        "style is 'x'",
        "'colon'",
    ),
    "from_json(dict)": (lambda: arnews.Page.from_json({}), "text is a dict", "JSON", "str"),
    "from_json(None)": (lambda: arnews.Page.from_json(None), "text is None", "JSON"),
    "layouts.get(None)": (lambda: layouts.get(None), "layout is None", "the id"),
    "layouts.load(5)": (lambda: layouts.load(5), "path is 5", "path of a layout.toml", "`loads`"),
    "layouts.loads(bytes)": (lambda: layouts.loads(b""), "text is b''", "as str", "`load`"),
    "for_url(None)": (lambda: layouts.for_url(None), "url is None", "as str"),
    "for_url(day=text)": (
        lambda: layouts.for_url("https://bbc.com", "2025-03-03"),
        "day is '2025-03-03'",
        "a date",
    ),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_wrong_argument_is_told(name):
    call, *words = ARGUMENTS[name]
    with pytest.raises(arnews.BadArgument) as caught:
        call()
    for word in words:
        assert word in str(caught.value)


def test_a_coroutine_is_to_be_awaited():
    later = page_of_tomorrow()
    with pytest.raises(arnews.BadArgument, match=r"data is a coroutine.*await"):
        arnews.parse(later)
    later.close()


@pytest.mark.parametrize("standard", [TypeError, ValueError, arnews.ArnewsError])
def test_a_wrong_argument_is_an_error_of_python_too(standard):
    with pytest.raises(standard):
        arnews.parse(None)


def test_a_file_of_a_layout_is_no_id():
    with pytest.raises(arnews.UnknownLayout, match=r"`x\.toml`; a file is read by arnews\.layouts"):
        arnews.parse(TEXT, layout="x.toml")


@pytest.mark.parametrize("data", [bytearray(TEXT.encode()), memoryview(TEXT.encode())])
def test_other_buffers_are_read(data):
    assert arnews.parse(data) == arnews.parse(TEXT.encode())
    with pytest.raises(arnews.InputTooLarge, match="more than 10"):
        arnews.parse(data, limits=arnews.Limits(max_size=10))


def test_a_buffer_of_numbers_counts_its_bytes():
    wide = memoryview(TEXT.encode("utf-16-le")).cast("B").cast("H")
    with pytest.raises(arnews.InputTooLarge, match=f"has {wide.nbytes} bytes"):
        arnews.parse(wide, limits=arnews.Limits(max_size=wide.nbytes - 1))


def test_a_mapped_file_is_read_by_its_read():
    with mmap.mmap(-1, 8) as mapped, pytest.raises(arnews.BadArgument, match=r"\.read\(\)"):
        arnews.parse(mapped)


@pytest.mark.parametrize("label", ["undefined", "a\0b", "\ud800", "utf-8\0", "x" * 10_000, ""])
def test_a_label_that_is_none_is_a_warning(label):
    for data in (TEXT.encode(), TEXT.encode("cp1256", "ignore"), b"\xff\xfe\x00"):
        page = arnews.parse(data, encoding=label)
        assert page.to_json().encode()
    if label:
        assert arnews.parse(TEXT.encode(), encoding=label).warnings[0].code == "encoding"


def broken(change, **values):
    """The JSON of a full page with one value changed, at a place in it."""
    data = json.loads(FULL.to_json(blocks=True))
    at = data
    *way, last = change
    for step in way:
        at = at[step]
    if "value" in values:
        at[last] = values["value"]
    else:
        del at[last]
    return json.dumps(data)


FULL = arnews.Page(
    (
        arnews.Article(
            headline="قمة الرياض",
            byline=arnews.Byline("سمير ناصر", ("سمير ناصر",)),
            published=arnews.Moment("3 مارس 2025", date(2025, 3, 3)),
            lead_image=arnews.Figure("القادة", arnews.Credit("رويترز", ("reuters",))),
            body=(arnews.Paragraph("قال."), arnews.Table((("أ", "ب"),)), arnews.SeeAlso()),
            tags=("مياه",),
            related=(arnews.RelatedItem("خبر"),),
        ),
    ),
    metadata=arnews.Metadata(sources={"title": "json-ld"}),
    blocks=(arnews.LabelledBlock("قمة", "headline", evidence=(("h1", 3.0),)),),
    warnings=(arnews.PageWarning("nul", "x"),),
)
FIRST = ("articles", 0)
JSON = {
    "a headline of a number": (
        (*FIRST, "headline"),
        {"value": 5},
        "articles[0].headline: a string is wanted, not 5",
    ),
    "a tag of a number": ((*FIRST, "tags"), {"value": [1]}, "articles[0].tags[0]: a string", "1"),
    "tags as text": ((*FIRST, "tags"), {"value": "مياه"}, "articles[0].tags: a list", '"مياه"'),
    "tags as null": ((*FIRST, "tags"), {"value": None}, "articles[0].tags: a list", "null"),
    "a figure of a GIF": (
        (*FIRST, "lead_image", "kind"),
        {"value": "gif"},
        'articles[0].lead_image.kind: "image" or "video" is wanted, not "gif"',
    ),
    "a paragraph with null": (
        (*FIRST, "body", 0, "text"),
        {"value": None},
        "articles[0].body[0].text: a string",
        "null",
    ),
    "an element of no type": ((*FIRST, "body", 0, "type"), {}, "articles[0].body[0].type", "quote"),
    "an element of another type": (
        (*FIRST, "body", 0, "type"),
        {"value": "p"},
        "articles[0].body[0].type",
        'not "p"',
    ),
    "a type as a list": ((*FIRST, "body", 0, "type"), {"value": []}, "articles[0].body[0].type"),
    "an element as text": (
        (*FIRST, "body", 0),
        {"value": "قال."},
        "articles[0].body[0]: an object",
    ),
    "a cell of a number": (
        (*FIRST, "body", 1, "rows"),
        {"value": [[1]]},
        "articles[0].body[1].rows[0][0]: a string",
    ),
    "stories as an object": (
        (*FIRST, "body", 2, "items"),
        {"value": {}},
        "articles[0].body[2].items: a list",
        "an object",
    ),
    "a story without a key": (
        (*FIRST, "related", 0, "title"),
        {},
        "articles[0].related[0].title: this key is missing",
    ),
    "a switch of a word": (
        (*FIRST, "related", 0, "teaser_cut"),
        {"value": "no"},
        "related[0].teaser_cut: true or false",
    ),
    "a switch of a number": (
        (*FIRST, "lead_image", "credit", "archive"),
        {"value": 1},
        "credit.archive: true or false",
    ),
    "no headline": ((*FIRST, "headline"), {}, "articles[0].headline: this key is missing"),
    "an unknown key": (
        (*FIRST, "titel"),
        {"value": "x"},
        "articles[0].titel: there is no such key",
    ),
    "a text of a number": ((*FIRST, "text"), {"value": 5}, "articles[0].text: a string", "not 5"),
    "a byline as text": (
        (*FIRST, "byline"),
        {"value": "x"},
        "articles[0].byline: an object",
        '"x"',
    ),
    "a day that is none": (
        (*FIRST, "published", "value"),
        {"value": "2025-02-30"},
        "articles[0].published.value: a date such as 2025-03-18",
        '"2025-02-30"',
    ),
    "a day of words": ((*FIRST, "published", "value"), {"value": "غدا"}, "published.value: a date"),
    "a day of a number": (
        (*FIRST, "published", "value"),
        {"value": 2025},
        "published.value: a str",
    ),
    "a date as text": (
        (*FIRST, "published"),
        {"value": "2025"},
        "articles[0].published: an object",
    ),
    "an article as null": (FIRST, {"value": None}, "articles[0]: an object is wanted, not null"),
    "no articles": (("articles",), {}, "articles: this key is missing"),
    "articles as an object": (("articles",), {"value": {}}, "articles: a list", "an object"),
    "another kind": (("kind",), {"value": "pdf"}, 'kind: "text" or "html" is wanted, not "pdf"'),
    "a warning of no code": (
        ("warnings", 0, "code"),
        {"value": "oops"},
        "warnings[0].code",
        "oops",
    ),
    "a source of a number": (
        ("metadata", "sources", "title"),
        {"value": 1},
        'metadata.sources.title: "json-ld" or',
        "not 1",
    ),
    "a weight of a word": (
        ("blocks", 0, "evidence", 0, 1),
        {"value": "3"},
        "blocks[0].evidence[0][1]: a number",
    ),
    "a weight alone": (
        ("blocks", 0, "evidence", 0),
        {"value": ["h1"]},
        "blocks[0].evidence[0]: a list of 2",
    ),
    "a weight beyond all": (
        ("blocks", 0, "evidence", 0, 1),
        {"value": 10**400},
        "blocks[0].evidence[0][1]: a number",
    ),
    "a place of a fraction": (
        ("blocks", 0, "start"),
        {"value": 1.5},
        "blocks[0].start: a whole number is wanted, not 1.5",
    ),
    "another schema": (
        ("schema",),
        {"value": "arnews/page/9"},
        "arnews/page/1",
        'but "arnews/page/9"',
    ),
    "no schema": (("schema",), {}, 'no "schema": "arnews/page/1"'),
}


@pytest.mark.parametrize("name", JSON)
def test_wrong_json_is_told_with_its_place(name):
    change, values, *words = JSON[name]
    with pytest.raises(arnews.BadJson) as caught:
        arnews.Page.from_json(broken(change, **values))
    for word in words:
        assert word in str(caught.value)


def places(value, at=()):
    """The path of every value in `value`, a value of JSON."""
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield (*at, key)
        if isinstance(part, dict | list):
            yield from places(part, (*at, key))


WHOLE = json.loads(FULL.to_json(blocks=True))
SCHEMA = jsonschema.Draft202012Validator(arnews.json_schema())
ODD = st.one_of(
    st.none() | st.booleans() | st.integers() | st.floats(),
    st.sampled_from([10**400, "", "gif", "2025-02-30", "2025-W01-1", "٢٠٢٥", "\ud800", {}, []]),
    st.sampled_from([[1], [None], [[]], {"a": 1}, {"type": "table"}, {"type": ["figure"]}]),
)


@given(st.sampled_from([path for path in places(WHOLE) if path != ("schema",)]), ODD)
@settings(deadline=None)
def test_any_other_value_in_json_is_of_the_schema_or_told_with_its_place(path, odd):
    whole = json.loads(broken(path, value=odd))
    place = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)[1:]
    page, told = None, place
    try:
        page = arnews.Page.from_json(json.dumps(whole))
    except arnews.BadJson as error:
        told = str(error)
    assert told.startswith(place)
    if page is not None:
        SCHEMA.validate(whole)
        SCHEMA.validate(json.loads(page.to_json(blocks=True)))
        for form in ("text", "html", "markdown", "schema.org", "readable"):
            with suppress(arnews.CannotPrint, arnews.UnknownLayout):
                arnews.render(page, form=form)


def test_the_json_that_is_changed_is_right():
    assert arnews.Page.from_json(FULL.to_json(blocks=True)) == FULL


LAYOUT = """
id = "almina"
zone = "Asia/Riyadh"
[text]
page = "article{⏎}"
article = "headline ⏎ paragraph{⏎}"
[markup]
headline = "h1.title"
"""
LAYOUTS = {
    "a zone that does not exist": ("Asia/Riyadh", "Asia/Riyad", "'Asia/Riyad'", "tz database"),
    "a zone that is a path": ("Asia/Riyadh", "/etc/passwd", "zone = '/etc/passwd'", "tz database"),
    "a zone of a number": ('"Asia/Riyadh"', "3", "zone must be a string, not 3"),
    "an id of a number": ('"almina"', "5", "id must be a string, not 5"),
    "a tag without a class": ('"h1.title"', '"h1"', "headline = `h1` has no class", "h1.headline"),
    "another tag without one": ("h1.title", "h1.title, h2", "headline = `h2` has no class"),
    "a selector of a list": ('"h1.title"', "[]", "[markup] headline must be a string, not a list"),
    "a rule of a number": ('"article{⏎}"', "5", "[text] page must be a string, not 5"),
    "a template of a word": ("[text]\n", "text = 5\n[words]\n", "[text] must be a table, not 5"),
    "a field of no article": ('"article{⏎}"', '"headline ⏎ article"', "`headline` outside", "rule"),
    "a last day in words": ("zone =", 'until = "2019"\nzone =', "until = '2019'", "2019-05-31"),
    "no table of the lexicon": ("[text]", "[lexicon]\nx = 5\n[text]", "no place for `x`", "words"),
    "words of a number": ("[text]", "[lexicon.words]\nrelated = 5\n[text]", "[lexicon]", "unlike"),
    "an agency of a number": ("[text]", "[lexicon.agencies]\nx = 5\n[text]", "[lexicon]", "unlike"),
    "a key of many parts": ("[text]", "a" + ".a" * 20_000 + " = 1\n[text]", "more than 64 parts"),
    "brackets too deep": ("headline ⏎ ", "[" * 9999, "brackets too deep"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_wrong_layout_is_told(name):
    before, after, *words = LAYOUTS[name]
    assert before in LAYOUT
    with pytest.raises(arnews.BadLayout) as caught:
        layouts.loads(LAYOUT.replace(before, after, 1))
    for word in words:
        assert word in str(caught.value)
    layouts.loads(LAYOUT)


def test_the_tables_of_the_lexicon_are_known():
    folder = resources.files("arnews.lexicon")
    files = {file.name for file in folder.iterdir() if file.name.endswith(".toml")}
    assert files == {f"{name}.toml" for name in lexicon.TABLES}


def test_an_option_of_nothing_is_printed():
    nothing = LAYOUT.replace('"headline ⏎', '"headline ⏎ (published | ){⏎} ⏎')
    assert nothing != LAYOUT
    page = arnews.Page((arnews.Article(headline="قمة", body=(arnews.Paragraph("قال."),)),))
    with suppress(arnews.CannotPrint):
        arnews.render(page, layout=layouts.loads(nothing))


def test_a_rule_may_have_a_tag_alone():
    rule = LAYOUT.replace("[markup]", '[markup]\narticle = "article"')
    assert layouts.loads(rule).markup["article"].tag == "article"


def test_a_path_with_a_nul_is_told():
    with pytest.raises(arnews.BadLayout, match="cannot be read"):
        layouts.load("a\0.toml")


def test_an_endless_number_in_markup_is_read():
    endless = "&#" + "9" * 5000 + ";"
    page = arnews.parse("<div>" * 600 + endless, kind="html")
    assert page.blocks[0].text == "\ufffd"
    stated = f"<meta property='og:title' content='قمة {endless}'><p>نص</p>"
    assert arnews.parse(stated, kind="html").to_json().encode()
    stated = (
        "<script type='application/ld+json'>{&quot;headline&quot;: &quot;&amp;%s&quot;}</script>"
    )
    assert arnews.parse(stated % endless[1:], kind="html").to_json().encode()


RELATIVE = (
    *("السبت", "السبت الماضي", "السبت المقبل 10:00 صباحا", "أمس", "غدا", "قبل ساعتين", "بعد يومين"),
    *("منذ 5 سنوات", "31 ديسمبر", "1 يناير", "29 فبراير", "منذ 99999 سنة", "10:30 صباحا"),
)


@pytest.mark.parametrize("clock", [datetime.min, datetime.max])
def test_the_ends_of_the_calendar_are_no_error(clock):
    for words in RELATIVE:
        dates.parse(words, reference=clock)
        dates.find(f"نشر: {words}", reference=clock)
        stated = f"<meta property='article:published_time' content='{clock.isoformat()}Z'>"
        html = f"<h1>قمة الرياض تختتم أعمالها</h1><time>{words}</time><p>{TEXT}</p>"
        arnews.parse(stated + html, fetched_at=clock)
        arnews.parse(stated + html)


def test_a_credit_of_nothing_is_printed():
    figure = arnews.Figure(credit=arnews.Credit(raw=""))
    for element in ({"lead_image": figure}, {"body": (figure,)}):
        page = arnews.Page((arnews.Article(headline="قمة", **element),))
        for layout in layouts.all_layouts():
            for form in ("text", "html", "markdown", "schema.org", "readable"):
                with suppress(arnews.CannotPrint):
                    arnews.render(page, layout=layout, form=form)


def test_half_a_pair_of_surrogates_is_json_that_a_file_can_hold():
    page = arnews.parse("قمة \ud800 الرياض\nقال الوزير.", url="https://bbc.com/\udfff")
    assert r"\ud800" in page.to_json(blocks=True)
    again = arnews.Page.from_json(page.to_json(blocks=True).encode())
    assert (again, again.blocks) == (page, page.blocks)
