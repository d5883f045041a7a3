"""Input that no newspaper printed."""

import gzip
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from helpers.laws import check_laws

ARABIC = "قال الوزير إن الحكومة ستعقد اجتماعاً «طارئاً» يوم الأحد المقبل في العاصمة.\nكلمة أخرى هنا"


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n \t", "\u200f\n", "TT", "مقالات ذات صلة"])
def test_nothing_to_read_is_a_page_without_articles(text):
    page = arnews.parse(text)
    check_laws(page, text)
    assert page.articles == ()


def test_a_long_caption_that_begins_with_signs_alone_is_read():
    caption = "؟" * 50 + " صيادون في الميناء القديم" * 8 + " (رويترز)"
    text = f"سدود الجنوب تمتلئ\n\n{caption}\n\n{ARABIC}"
    page = arnews.parse(text)
    check_laws(page, text)
    assert page.articles[0].lead_image.credit.agencies == ("reuters",)


def test_binary_files_are_refused_with_advice():
    for data in (
        os.urandom(4000),
        bytes(range(256)) * 9,
    ):
        with pytest.raises(arnews.UndecodableInput, match="`encoding`"):
            arnews.parse(data)


def test_packed_files_are_refused_with_advice():
    for data in (b"PK\x03\x04" + bytes(range(256)) * 9, gzip.compress(ARABIC.encode())):
        with pytest.raises(arnews.UndecodableInput, match="unpack"):
            arnews.parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
    ],
)
def test_pictures_and_pdf_files_are_pages_without_an_article(data):
    page = arnews.parse(data, url="https://alwadi.example/file", encoding="utf-8")
    check_laws(page)
    assert (page.articles, page.blocks) == ((), ())
    assert [warning.code for warning in page.warnings] == ["no page"]


def test_bytes_full_of_controls_are_read_in_an_encoding_that_is_said():
    data = "<p>خ\x00ب".encode() * 500
    with pytest.raises(arnews.UndecodableInput, match="encoding"):
        arnews.parse(data)
    assert arnews.parse(data, encoding="utf-8").blocks[0].text == "خ\ufffdب"


def test_an_encoding_that_does_not_fit_is_told():
    page = arnews.parse(ARABIC.encode("cp1256"), encoding="utf-8")
    assert list(map(str, page.warnings)) == ["`encoding` says utf-8, but the bytes are cp1256"]
    assert page.blocks[-1].text == "كلمة أخرى هنا"
    page = arnews.parse(b"x", encoding="no-such-code")
    assert str(page.warnings[0]) == "`encoding` says no-such-code, but the bytes are utf-8"


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6", "utf-16", "utf-16-be", "utf-8-sig"])
def test_other_encodings_are_found(encoding):
    data = ARABIC.encode(encoding, "ignore")
    page = arnews.parse(data)
    assert page.blocks[-1].text == "كلمة أخرى هنا"
    assert "قال الوزير إن الحكومة" in page.blocks[0].text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_half_a_letter_that_is_cut_off_is_told(encoding):
    page = arnews.parse(ARABIC.encode(encoding)[:-1])
    assert page.blocks[-1].text == "كلمة أخرى هن\ufffd"
    assert [warning.code for warning in page.warnings] == ["broken bytes"]


def test_a_few_broken_bytes_are_told_not_hidden():
    page = arnews.parse(ARABIC.encode() + b"\xff\xfe" + ARABIC.encode())
    assert "\ufffd" in page.blocks[1].text
    assert page.warnings


def test_line_separators_stand_inside_lines():
    page = arnews.parse("سطر\u2028واحد\x0bهنا\x85وهناك\nسطر آخر")
    assert [block.text for block in page.blocks] == ["سطر\u2028واحد\x0bهنا\x85وهناك", "سطر آخر"]


def test_another_language_invents_nothing():
    text = "The minister said that the government would meet on Sunday.\n\nIt will decide then."
    page = arnews.parse(text)
    check_laws(page, text)
    for article in page.articles:
        assert (article.byline, article.published, article.related) == (None, None, ())


def test_controls_and_surrogates_are_kept():
    text = "سطر\x00 أول\n\u202eسطر\u202c ثان\n\ud800سطر ثالث"
    page = arnews.parse(text)
    assert [block.text for block in page.blocks] == text.split("\n")


def test_an_address_with_thousands_of_names_is_of_no_site_that_is_known():
    assert arnews.layouts.for_url(f"https://{'a.' * 200_000}aawsat.com/1") is None
    assert arnews.layouts.for_url("https://a.b.c.aawsat.com/1").id == "aawsat"


def test_too_much_is_refused_with_advice():
    with pytest.raises(arnews.InputTooLarge, match="Limits"):
        arnews.parse("ا" * 50_000_000)
    with pytest.raises(arnews.InputTooLarge, match="Limits"):
        arnews.parse("ا\n" * 1_000_000)


def test_limits_can_be_loosened_and_the_work_stays_linear():
    text = "ا" * 30_000_000
    page = arnews.parse(text, limits=arnews.Limits(max_size=10**8))
    assert page.blocks[0].end == len(text)
    many = "سطر قصير\n" * 30_000
    assert len(arnews.parse(many).blocks) == 30_000


def test_an_unknown_layout_is_told_with_the_known_ones():
    with pytest.raises(arnews.UnknownLayout, match="aawsat"):
        arnews.parse(ARABIC, layout="nobody")


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", "null", "{", '{"schema": "arnews/page/1"}', "[" * 10**5]
)
def test_other_json_is_refused(text):
    with pytest.raises(arnews.BadJson):
        arnews.Page.from_json(text)


def test_a_page_that_a_layout_cannot_print_is_told_why():
    page = arnews.Page((arnews.Article(headline="عنوان", kicker="علوي"),))
    with pytest.raises(arnews.CannotPrint, match="kicker"):
        arnews.render(page, layout="aawsat")


HTML = (
    "<!doctype html><html lang=ar><head><meta charset=utf-8><title>خبر</title>"
    '<script type="application/ld+json">{"headline": "عنوان الخبر الأول"}</script></head>'
    "<body><h1>عنوان الخبر الأول</h1><p title='&quot;>'>قال الوزير: &laquo;لا&raquo; &#1600; &amp; "
    "3 < 5.</p><table><tr><td>قال<b>ت الوزيرة</table><img src=a.jpg alt='صورة'></body></html>"
).encode()


def test_html_cut_off_anywhere_is_a_page():
    whole = [block.text for block in arnews.parse(HTML).blocks if block.text]
    for cut in range(len(HTML)):
        page = arnews.parse(HTML[:cut], kind="html")
        texts = [block.text for block in page.blocks if block.text]
        assert "".join(whole).startswith("".join(texts[:-1]))


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<html><head><title>خبر</title></head></html>", []),
        ("<h1>عنوان</h1>خبر بلا جسم", ["عنوان", "خبر بلا جسم"]),
        ("</body></html><p>بعد النهاية</p>", ["بعد النهاية"]),
        ("<body><p>أول</body></html><body><p>ثان</body>", ["أول", "ثان"]),
        ("<html><frameset cols='1,2'><frame src=a></frameset></html>", []),
        ("<p>&laquo;نعم&raquo; &amp; &#x644;&#1575; &nosuch; &", ["«نعم» & لا &nosuch; &"]),
        ("<p>&#0;&#xD800;&#x110000;خ", ["\ufffd\ufffd\ufffdخ"]),
        ("<p>قال &amp;laquo;", ["قال &laquo;"]),
        ("<p>مفتوح <b>بلا نهاية <i>أبداً", ["مفتوح بلا نهاية أبداً"]),
        ("<p a='1' a='2' =x \"'>نص</p>", ["نص"]),
        ("<P>كبير</P><Script>x</sCRIPT>", ["كبير"]),
        ("<svg><p>خارج</p></svg>", ["خارج"]),
        ("<plaintext><p>حرف", ["<p>حرف"]),
        ("<table><p>قبل<tr><td>خلية", ["قبل", "خلية"]),
    ],
)
def test_broken_markup_loses_no_visible_text(html, texts):
    page = arnews.parse(html, kind="html")
    assert [block.text for block in page.blocks if block.text] == texts


def test_what_the_parser_would_drop_is_kept_as_a_mark_and_told():
    html = "<p>قبل\x00وسط\ud800بعد</p>"
    page = arnews.parse(html)
    assert page.blocks[0].text == "قبل\ufffdوسط\ufffdبعد"
    assert page.warnings[0].code == "nul"
    assert arnews.parse(html.replace("\ud800", "").encode()).blocks[0].text == "قبل\ufffdوسطبعد"


_NAMES = "a b br body div font form frameset h1 html i li math object option p select svg table td"
SOUP = st.lists(
    st.sampled_from(
        [f"<{name}>" for name in (*_NAMES.split(), "template", "textarea", "tr", "ul")]
        + [f"</{name}>" for name in _NAMES.split()]
        + ["<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!doctype"]
        + ["<p hidden>", "<img src=a alt='ص'>", "<time datetime=x>", "<meta property=og:title", "<"]
        + ['<script type="application/ld+json">', '{"headline":', "[", "}", '"', "'", "=", ">", "&"]
        + [
            "&#0;",
            "&amp",
            "&laquo;",
            "\x00",
            "\ufeff",
            "\u202e",
            "قال الوزير.",
            "رويترز",
            " ",
            "\n",
        ]
    ),
    max_size=60,
).map("".join)


@given(SOUP)
def test_tag_soup_is_a_lawful_page(html):
    check_laws(arnews.parse(html, kind="html"))
    check_laws(arnews.parse(html.encode() + b"\xff", kind="html", encoding="cp1256"))
