"""Laws 1, 2, 6 and 9 over arbitrary text and bytes, and over pages put together from pieces."""

import subprocess
import sys
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import arnews
from helpers.laws import check_laws

SEED = Path(__file__).parent.parent / "seeds" / "000_08a769a62f779457.txt"
_LINES = SEED.read_text("utf-8").split("\n")
_LINE_ENDS = ["\n", "\n\n", "\n\n\n", "\r\n", "\r", "    ", " ", "\u2028", "\x0c", ""]

pages = st.lists(
    st.tuples(st.sampled_from(_LINES) | st.text(max_size=40), st.sampled_from(_LINE_ENDS)),
    max_size=40,
).map(lambda lines: "".join(line + end for line, end in lines))


@given(st.text() | pages)
@example("")
@example(" \n\t\n")
@example("\ufeffكلمة")
@example("a\u2028b\x0bc\x85d")
@example("\x00نص\x00\n\ud800\u202e")
def test_any_text_gives_a_lawful_page(text):
    check_laws(arnews.parse(text, kind="text"), text)


@given(pages)
def test_messy_pages_are_lawful_under_every_layout(text):
    for layout in arnews.layouts.all_layouts():
        check_laws(arnews.parse(text, layout=layout, kind="text"), text)


@given(st.binary() | st.text().map(str.encode) | pages.map(lambda t: t.encode("cp1256", "ignore")))
def test_any_bytes_give_a_page_or_a_documented_error(data):
    try:
        page = arnews.parse(data, kind="text")
    except arnews.ArnewsError as error:
        if not str(error):
            raise
    else:
        check_laws(page)


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "cp1256", "iso-8859-6", "latin-1"]))
def test_decoding_loses_nothing(text, encoding):
    from arnews.input import source

    data = text.encode(encoding, "ignore")
    try:
        read = source.read(data, kind="text", encoding=encoding.replace("utf-16", "utf-16-le"))
    except arnews.UndecodableInput:
        return  # a binary file by its control characters, or half a surrogate pair
    assert read.text.encode(read.encoding) == data


_PROGRAM = """
import hashlib, sys, arnews
names = sys.argv[1:]
for name in names:
    with open(name, "rb") as file:
        page = arnews.parse(file.read())
    print(hashlib.sha256(page.to_json(blocks=True).encode()).hexdigest(), name)
"""


def test_the_order_and_the_process_do_not_matter(tmp_path):
    text = SEED.read_text("utf-8")
    cuts = [text, text[7397:], text[:5000], text.replace("TT", ""), "قائمة\nطعام", ""]
    files = []
    for at, cut in enumerate(cuts):
        files.append(tmp_path / f"{at}.txt")
        files[-1].write_text(cut, "utf-8")

    def run(names):
        command = [sys.executable, "-c", _PROGRAM, *map(str, names)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split(
            "\n"
        )

    assert sorted(run(files)) == sorted(run(files[::-1]))
