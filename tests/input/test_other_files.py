"""Where a page begins, which pieces of one are HTML, and what is told of other files."""

import html
import json
import unicodedata

import pytest

import arnews
from arnews.input import source

LINES = ("سدود الجنوب تمتلئ بعد أسبوع", "امتلأت السدود بعد أسبوع من الأمطار في مدن الجنوب.")
PAGE = f"<h1>{LINES[0]}</h1><p>{LINES[1]}</p><p>وقال الوزير إن المياه تكفي عاماً.</p>"


@pytest.mark.parametrize(
    "before", [" " * 20_000, "\r\n" * 9_000, f"<!--{'x' * 20_000}-->\n", "<?xml version='1.0'?>\n"]
)
def test_a_page_begins_behind_blanks_and_comments(before):
    page = arnews.parse(before + PAGE)
    assert page.kind == "html"
    assert [block.text for block in page.blocks][:2] == list(LINES)


def test_a_declared_encoding_is_found_behind_blanks():
    data = b" " * 5_000 + f"<meta charset=windows-1256>{PAGE}".encode("cp1256")
    assert arnews.parse(data).blocks[0].text == LINES[0]


@pytest.mark.parametrize(
    "piece",
    [
        f"<b>{LINES[0]}</b><br>\n{LINES[1]}<br>",
        f"{LINES[0]}<br>{LINES[1]}<BR />وقال الوزير ذلك.",
        f"<font size=4>{LINES[0]}</font><br>{LINES[1]}",
    ],
)
def test_a_piece_of_a_page_is_html(piece):
    page = arnews.parse(piece)
    assert page.kind == "html"
    assert [block.text for block in page.blocks][:2] == list(LINES)


@pytest.mark.parametrize(
    "text",
    [
        f"<3 {LINES[0]}\n\n{LINES[1]}",
        f"<سدود الجنوب> {LINES[0]}\n\n{LINES[1]}",
        f"تكتب <b> و<i> في الصفحة\n\n{LINES[1]}<br>",
        f"{LINES[0]}\n\n| الميناء<br>الشرقي | 12<br>13 |\n",
    ],
)
def test_text_that_speaks_of_markup_is_text(text):
    page = arnews.parse(text)
    assert page.kind == "text"
    assert page.blocks[0].text == text.split("\n")[0]
    assert page.blocks[0].role == "headline"


JSON = {"title": LINES[0], "html": f"<html><body>{PAGE}</body></html>"}
OTHERS = {
    "RSS": (
        f"<?xml version='1.0'?><!-- 1 --><rss><channel><item><title>{LINES[0]}</title>"
        f"<description><![CDATA[{PAGE}]]></description></item></channel></rss>",
        "feed",
    ),
    "Atom": (f"<feed xmlns='x'><entry><title>{LINES[0]}</title></entry></feed>", "feed"),
    "RDF": (f"<rdf:RDF xmlns='x'><item><title>{LINES[0]}</title></item></rdf:RDF>", "feed"),
    "sitemap": ("<?xml version='1.0'?>\n<urlset><url><loc>x</loc></url></urlset>", "sitemap"),
    "NITF": (f"<nitf><body><hl1>{LINES[0]}</hl1><p>{LINES[1]}</p></body></nitf>", "XML"),
    "JSON": (json.dumps(JSON, ensure_ascii=False), "JSON,"),
    "JSON, a comma too many": (json.dumps(JSON)[:-1] + ",\n}", "a comma too many"),
    "JSON, cut off": (json.dumps(JSON, ensure_ascii=False)[:150], "cut off"),
    "JSONP": (f"/**/jQuery1_2({json.dumps(JSON)});\n", "around the JSON"),
    "JSON in a variable": (f"var page = {json.dumps(JSON)};", "around the JSON"),
    "JSON with a guard": (f")]}}',\n{json.dumps(JSON)}", "around the JSON"),
    "JSON Lines": ((json.dumps(JSON) + "\n") * 3, "JSON Lines"),
    "JSON Lines, cut off": ((json.dumps(JSON) + "\n") * 3 + json.dumps(JSON)[:99], "JSON Lines"),
    "MHTML": (
        "From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        "\tboundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<h1>=D8=B3</h1><p>=D8=B3</p>",
        "MHTML",
    ),
    "RTF": (r"{\rtf1\ansi\ansicpg1256{\fonttbl\f0\fswiss Arial;}\f0 \'d3\'cf\'e6\'cf\par}", "RTF"),
    "HTTP": (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: a=b\r\n\r\n{PAGE}",
        "HTTP",
    ),
    "HTTP, a long line folded": (
        f"HTTP/1.1 200 OK\r\nX-Cache: HIT,\r\n from cdn\r\nServer: x\r\n\r\n{PAGE}",
        "HTTP",
    ),
    "HTTP without its first line": (
        f"Content-Type: text/html; charset=utf-8\r\nServer: nginx\r\n\r\n{PAGE}",
        "HTTP",
    ),
    "HTTP/2": (f"HTTP/2 200\ncontent-type: text/html\n\n{PAGE}", "HTTP"),
    "escaped": (html.escape(f"<div>{PAGE}</div>"), "html.unescape"),
    "escaped inside": (f"<html><body><pre>{html.escape(PAGE)}</pre></body></html>", "escaped"),
    "CSV": (f'url,Title,text\r\nhttps://a.example/1,{LINES[0]},"{LINES[1]}"\r\n', "table"),
    "CSV of pages": (f'"url","html"\n"https://a.example/1","{PAGE}"\n', "table"),
    "TSV": (f"id\ttitle\ttext\n1\t{LINES[0]}\t{LINES[1]}\n", "table"),
    "CSV in Arabic": (f"العنوان;النص;التاريخ\n{LINES[0]};{LINES[1]};2024-03-03\n", "table"),
    "WARC": (f"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{PAGE}", "WARC"),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("as_bytes", [True, False])
def test_other_files_are_told_with_what_to_do(name, as_bytes):
    text, told = OTHERS[name]
    page = arnews.parse(text.encode() if as_bytes else text)
    (warning,) = page.warnings
    assert (page.articles, warning.code) == ((), "no page")
    assert told in warning.message
    assert ";" in warning.message


@pytest.mark.parametrize(
    "text",
    [
        f"HTTP/2 بروتوكول جديد للصفحات\n\n{LINES[1]}",
        f"<p>تكتب الفقرة هكذا: &lt;p&gt;…&lt;/p&gt;</p><p>{LINES[1]}</p>",
        f"الفريق\tلعب\tفاز\n{LINES[0]}\t10\t8",
        f"title, the first word\n\n{LINES[1]}",
        f"{{{LINES[0]}}}\n\n{LINES[1]}",
        # left by a flattener
        f"{json.dumps({'@type': 'x'})}\n{LINES[0]}\n\n{LINES[1]}\n\n{{}}",
        f"var page = {{}};\n{LINES[0]}\n\n{LINES[1]}\n\nsend(page);",
        f'{{"@type": "WebPage", "name": "x"}} {LINES[0]} {LINES[1]}',
    ],
)
def test_a_page_that_only_looks_like_another_file_is_read(text):
    assert "no page" not in [warning.code for warning in arnews.parse(text).warnings]


TEXT = f"{LINES[0]}\n\n{LINES[1]} وقال الوزير إن المياه تكفي عاما كاملا، وإن السد «آمن».\n"


def in_cp864(text):
    """`text` in the shapes of letters that this table has, as old programs wrote them."""
    shapes = {}
    for byte in range(128, 256):
        letter = unicodedata.normalize("NFKC", bytes([byte]).decode("cp864", "replace"))
        shapes.setdefault(letter[:1], bytes([byte]))
    return b"".join(c.encode() if c.isascii() else shapes.get(c, b"") for c in text)


@pytest.mark.parametrize("encoding", ["mac-arabic", "cp720", "cp864"])
def test_old_tables_are_found_by_their_words_and_told(encoding):
    data = in_cp864(TEXT) if encoding == "cp864" else TEXT.encode(encoding, "ignore")
    page = arnews.parse(data)
    assert "encoding" in [warning.code for warning in page.warnings]
    assert encoding in str(page.warnings[0])
    shown = unicodedata.normalize("NFKC", page.blocks[0].text)
    assert shown.split()[-1] == LINES[0].split()[-1]
    said = arnews.parse(data, encoding=encoding)
    assert said.blocks == page.blocks
    assert "encoding" not in [warning.code for warning in said.warnings]


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6"])
def test_tables_of_the_web_are_read_without_a_word(encoding):
    read = source.read(TEXT.encode(encoding, "ignore"))
    assert (read.encoding, read.warnings) == (encoding, ())
