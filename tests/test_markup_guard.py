"""Markup that would hold the C parser up for minutes is read as text, or refused."""

import subprocess
import sys

import pytest

import arnews

BOMBS = {
    "nested": "'<div>' * 100_000",
    "nested and closed": "'<div>' * 30_000 + 'x' + '</div>' * 30_000",
    "formatting": "'<p>' + ''.join(f'<b id={i}>' for i in range(4000)) + '<p>x' * 4000",
    "formatting in every paragraph": "''.join(f'<p><b id={i}>x' for i in range(4000))",
    "options": "'<select>' + '<option>x' * 90_000",
    "attributes": "'<p ' + ' '.join(f'a{i}=1' for i in range(90_000)) + '>x'",
    "names": "''.join(f'<x{i}>' for i in range(90_000))",
    "spans": "'<span>' * 30_000 + '</p>' * 30_000",
    "bodies": "'x' + ''.join(f'<body a{i}=1>' for i in range(30_000))",
    "drawing": "'<svg>' + '<g>' * 30_000 + '</h>' * 30_000",
}
_PROGRAM = """
import time, arnews
data = "<html><body>" + {bomb}
start = time.perf_counter()
page = arnews.parse(data, kind="html")
print(time.perf_counter() - start)
"""


@pytest.mark.heavy
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_over_soon(name):
    program = _PROGRAM.format(bomb=BOMBS[name])
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_markup_past_the_limits_is_read_as_text_and_told():
    html = "<html><body>" + "<div>" * 600 + "قال الوزير &amp; غيره" + "</div>" * 600
    page = arnews.parse(html)
    assert page.kind == "text"
    assert [block.text for block in page.blocks] == ["قال الوزير & غيره"]
    assert "deep" in page.warnings[0]
    with pytest.raises(arnews.InputTooComplex, match="deep"):
        arnews.parse(html, limits=arnews.Limits(strict=True))
    assert arnews.parse(html, limits=arnews.Limits(max_depth=10_000)).kind == "html"


def test_characters_that_the_parser_drops_are_told():
    page = arnews.parse("<p>قبل\ud800بعد\x00</p>", kind="html")
    assert page.blocks[0].text == "قبل\ufffdبعد\ufffd"
    assert page.warnings
