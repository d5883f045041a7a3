"""Markup that holds parsers up, by name; run as a program, it times one.

python tests/helpers/bombs.py FAMILY N    prints seconds, megabytes, and what became of the page
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

import arnews


def _each(form: str, n: int) -> str:
    """`form` n times, numbered."""
    return "".join(form % i for i in range(n))


def _structured(data: str) -> str:
    return f"<script type='application/ld+json'>{data}</script><p>خبر"


MOST_MEMORY = 3 << 30  # bytes: a bomb that is let through ends its own process

#: Family: its markup for n, and the n to begin with.
FAMILIES: dict[str, tuple[Callable[[int], str], int]] = {
    "paragraphs": (lambda n: "<p>خبر</p>" * n, 2_000),
    "line ends": (lambda n: "خبر<br>" * n, 2_000),
    "nested, unclosed": (lambda n: "<div>" * n + "خبر", 25_000),
    "nested, closed": (lambda n: "<div>" * n + "خبر" + "</div>" * n, 10_000),
    "nested, in a page": (lambda n: "<p>خبر</p>" * 200 + "<section>" * n + "<p>خبر" * 200, 10_000),
    "nested once a kilobyte": (lambda n: ("<div>" + "خبر " * 143) * n, 1_000),
    "inline, ends that match none": (lambda n: "<span>" * n + "</x>" * n, 10_000),
    "inline, ends of paragraphs": (lambda n: "<span>" * n + "</p>" * n, 10_000),
    "lists in lists": (lambda n: "<ul><li>" * n, 10_000),
    "quotes in quotes": (lambda n: "<blockquote><p>" * n, 10_000),
    "depth before paragraphs": (lambda n: "<div>" * n + "<p>خبر" * n, 5_000),
    "links around blocks": (lambda n: "<a><div>" * n, 5_000),
    "upper case": (lambda n: "<DIV>" * n + "</X>" * n, 10_000),
    "drawing": (lambda n: "<svg>" + "<g>" * n + "</h>" * n, 10_000),
    "formulas": (lambda n: "<math>" * n, 10_000),
    "tables in tables": (lambda n: "<table><tr><td>" * n, 5_000),
    "cells without a row": (lambda n: "<table>" + "خبر<td></td></tr>" * n, 5_000),
    "formatting in tables": (lambda n: "<table>" + _each("<b id=%d>خ", n), 1_000),
    "options": (lambda n: "<select>" + "<option>خ" * n, 20_000),
    "chosen options": (
        lambda n: (
            "<select><button><selectedcontent></selectedcontent></button>"
            + "<option selected>خ" * n
        ),
        2_000,
    ),
    "formatting, then paragraphs": (
        lambda n: "<p>" + _each("<b id=%d>", n) + "<p>خ" * n,
        60,
    ),
    "much formatting, then paragraphs": (
        lambda n: "<p>" + _each("<b id=%d>", n) + "<p>خ" * n,
        1_000,
    ),
    "formatting in every paragraph": (lambda n: _each("<p><b id=%d>خ", n), 1_000),
    "sizes in every paragraph": (lambda n: _each("<p><font size=%d>خ", n), 1_000),
    "some formatting, many paragraphs": (
        lambda n: "<p>" + _each("<i id=%d>", 60) + "<p>خ" * n,
        5_000,
    ),
    "formatting closed late": (
        lambda n: _each("<b id=%d>", n) + _each("<i id=%d>", n) + "خ</b>" * n,
        1_000,
    ),
    "formatting around blocks": (lambda n: "<b><div></b>" * n, 3_000),
    "formatting inside blocks": (lambda n: "<div><b></div>" * n + "خ", 3_000),
    "crossed": (lambda n: "<i><b><div>" * n + "</i>" * n, 1_000),
    "links and formatting": (lambda n: "<a><b><i>" * n, 3_000),
    "attributes": (lambda n: "<p " + _each("a%d=1 ", n) + ">خبر", 20_000),
    "attributes without values": (lambda n: "<p " + _each("a%d/", n) + ">خبر", 20_000),
    "attributes that do not end": (lambda n: "<p>خبر<p " + _each("a%d='1'", n), 20_000),
    "bodies": (lambda n: "خ" + _each("<body a%d=1>", n), 2_000),
    "names": (lambda n: _each("<x%d>", n), 10_000),
    "a long name": (lambda n: "<" + "x" * n + ">خبر", 1_000_000),
    "a long attribute": (lambda n: "<p a='" + "x" * n + "'>خبر", 1_000_000),
    "entities": (lambda n: "<p>" + "&amp;" * n, 200_000),
    "half entities": (lambda n: "<p>" + "&" * n, 500_000),
    "a long number": (lambda n: "<p>&#" + "9" * n, 500_000),
    "signs": (lambda n: "<" * n, 250_000),
    "signs of ends": (lambda n: "</" * n, 250_000),
    "comments that do not end": (lambda n: "<!--" * n, 100_000),
    "empty comments": (lambda n: "<!-->" * n + "خبر", 20_000),
    "hidden by a comment": (lambda n: "<!-->" + "<div>" * n + "خبر<!-- -->", 10_000),
    "scripts that do not end": (lambda n: "<script>" + "</scrip" * n, 50_000),
    "scripts in scripts": (lambda n: "<script><!--" + "<script>" * n, 50_000),
    "templates": (lambda n: "<template>" * n, 10_000),
    "frames": (lambda n: "<frameset>" * n, 10_000),
    "structured data, nested": (lambda n: _structured("[" * n), 20_000),
    "structured data, nested objects": (
        lambda n: _structured('{"a":' * n + "1" + "}" * n),
        10_000,
    ),
    "structured data, many blocks": (lambda n: _structured('{"@type":"Thing"}') * n, 2_000),
    "structured data, long numbers": (lambda n: _structured('{"a":' + "9" * n + "}"), 50_000),
    "metadata": (lambda n: "<meta property='og:title' content='خبر'>" * n + "<p>خبر", 5_000),
    "paragraphs far down": (lambda n: "<div>" * 450 + "<p>خبر" * n, 10_000),
    "paragraphs in elements of long names": (
        lambda n: _each("<" + "x" * 900 + "%d>", 450) + "<p>خبر" * n,
        1_000,
    ),
    "addresses of many endings": (lambda n: f"<img src='/{'.jpg' * 990}'>خبر" * n, 10),
    "times": (lambda n: "<time datetime='2024-01-01'>خبر</time>" * n, 2_000),
}


def _formatting(n: int) -> str:
    return _each("<b id=%d>", n) + "<p>x" * n


def _hidden_behind(before: str) -> Callable[[int], str]:
    """Deep markup that is not hidden at all behind `before`, though it may look so."""
    return lambda n: before + "<div>" * n + "خبر"


def _attributes(start: int, number: int) -> str:
    return " ".join(f"a{i}" for i in range(start, start + number))


#: Markup that hides from whoever reads it less exactly than the HTML standard does.
HIDING: dict[str, tuple[Callable[[int], str], int]] = {
    "formatting behind a comment in a value": (
        lambda n: '<p title="<!--">' + _formatting(n),
        1_000,
    ),
    "a long value of open formatting": (
        lambda n: "<p><b id='" + "x" * 25 * n + "'>" + "<p>x" * n,
        4_000,
    ),
    "a long value of an open link": (
        lambda n: "<p><a href='" + "x" * 25 * n + "'>" + "<p>x" * n,
        4_000,
    ),
    "open formatting with many attributes": (
        lambda n: "<p><b " + _attributes(0, 300) + ">" + "<p>x" * n,
        10_000,
    ),
    "100 names of attributes a tag": (
        lambda n: "".join(f"<p {_attributes(100 * i, 100)}>" for i in range(n)),
        300,
    ),
    "names of attributes of end tags": (lambda n: _each("</p a%d>", n), 20_000),
    "bodies with 300 attributes": (
        lambda n: "".join(f"<body {_attributes(300 * i, 300)}>" for i in range(n)),
        60,
    ),
    "names alike in their first 64 letters": (
        lambda n: _each("<" + "x" * 64 + "%d>", n),
        3_000,
    ),
    "between windows": (lambda n: ("x" * 2_000 + "<div>" * 40) * (n // 40), 10_000),
    "a sign in a value": (
        lambda n: "".join(f"<p a{i}='>' b{i} c{i}" for i in range(n)),
        10_000,
    ),
    "attributes behind signs in values": (
        lambda n: "<p " + _each("a%d='>' b ", n) + ">",
        10_000,
    ),
    "behind a style in a value": (_hidden_behind("<p title='<style>'>"), 25_000),
    "behind a script in a value": (_hidden_behind("<p title='<script>'>"), 25_000),
    "behind a comment in a title": (_hidden_behind("<title><!--</title>"), 25_000),
    "behind a comment in a frame": (_hidden_behind("<iframe><!--</iframe>"), 25_000),
    "behind an instruction": (_hidden_behind("<?x <!-- ><p>"), 25_000),
    "behind a declaration": (_hidden_behind("<!x <style>"), 25_000),
    "behind a style in a drawing": (_hidden_behind("<svg><style></svg>"), 25_000),
    "in a style in a drawing": (_hidden_behind("<svg><style>"), 25_000),
    "behind CDATA": (_hidden_behind("<svg><![CDATA[<!--]]></svg>"), 25_000),
    "behind CDATA that is none": (_hidden_behind("<p><![CDATA[>"), 25_000),
    "behind a comment that ends at once": (_hidden_behind("<!--->"), 25_000),
    "behind a comment with !": (_hidden_behind("<!-- --!>"), 25_000),
    "behind a script with a comment": (_hidden_behind("<script><!--</script>"), 25_000),
    "behind a style in a list of options": (_hidden_behind("<select><style></select>"), 25_000),
    "behind a column in a template": (
        _hidden_behind("<template><col><style></template>"),
        25_000,
    ),
    "behind frames": (_hidden_behind("<frameset><style></frameset>"), 25_000),
    "in no script": (_hidden_behind("<noscript>"), 25_000),
    "upper case style": (_hidden_behind("<STYLE></STYLE>"), 25_000),
    **{
        f"nested <{name}>": (
            lambda n, name=name: f"<svg>{f'<{name}>' * n}</svg>" + "x</y>" * n,
            5_000,
        )
        for name in ("path", "line", "rect", "stop", "input")
    },
    "nested <optgroup>": (lambda n: "<optgroup><div>" * n + "</x>" * n, 5_000),
    "nested <optgroup>, not closed by itself": (lambda n: "<optgroup>" * n + "x</y>" * n, 5_000),
    "nested <option>, not closed by groups": (
        lambda n: "<option><optgroup>" * n + "</y>" * n,
        5_000,
    ),
    "links between markers": (lambda n: _each("<table><td><a href=%d>", n) + "x</y>" * n, 3_000),
    "closed in another order": (lambda n: "<div><object></div></object>" * n, 5_000),
    "closed outside of a table": (lambda n: "<section><table></section>" * n, 5_000),
    "closed outside of a cell": (lambda n: "<div><table><td></div>" * n, 5_000),
    "closed outside of <marquee>": (lambda n: "<div><marquee></div>" * n, 5_000),
    "closed outside of <button>": (lambda n: "<p><button></p><div>" * n, 5_000),
    "closed by another button": (lambda n: "<ul><button><div><button><i></div>" * n, 3_000),
    "closed by another item": (lambda n: "<ul><li><div><li><span></div>" * n, 3_000),
    "closed by another table": (lambda n: "<td><table><table><i></table>" * n, 3_000),
    "closed in a form": (lambda n: "<form><div></form><form>" * n, 5_000),
    "closed in a drawing": (lambda n: "<svg><desc><div></svg>" * n, 3_000),
    "closed in a list of options": (lambda n: "<select><input><div></select>" * n, 5_000),
    "ends in a drawing": (lambda n: "<svg>x</y>" * n, 5_000),
    "ends of paragraphs that are none": (lambda n: "<p>" + _formatting(60) + "</p>" * n, 20_000),
    "cells that reopen": (lambda n: "<table><td>" + _each("<i a%d=1>x<td>", n), 5_000),
    "links in lists": (lambda n: "<ul>" + "<li><a href='/1'>خبر" * n, 5_000),
    "small lines": (lambda n: _each("<p>خ%d", n), 2_000),
}
FAMILIES |= HIDING
#: Those that the standard's parser reads without harm, so that they are read as HTML.
HARMLESS = {
    "closed outside of a table",
    "closed outside of <button>",
    "links in lists",
    "small lines",
}

_PAGE = "<html><body><p>قال الوزير إن الحكومة ستعقد اجتماعاً يوم الأحد المقبل.</p>"
#: Single inputs of the largest kind, each a page or a documented error.
EXTREMES: dict[str, Callable[[], str | bytes]] = {
    "100,000 nested elements": lambda: _PAGE + "<div>" * 100_000 + "خبر",
    "millions of unclosed tags": lambda: _PAGE + "<b>خ" * 4_000_000,
    "millions of unclosed paragraphs": lambda: _PAGE + "<p>" * 4_000_000,
    "50 MB of one attribute": lambda: f"{_PAGE}<p title='{'خ' * 25_000_000}'>خبر",
    "50 MB of attributes": lambda: _PAGE + "<p " + _each("a%d=1 ", 5_000_000),
    "50 MB of attributes of many tags": lambda: _PAGE + "<p a=1 b=2 c=3>" * 3_500_000,
    "20 MB of NUL bytes": lambda: _PAGE.encode() + bytes(20_000_000),
    "NUL bytes among letters": lambda: (_PAGE + "خ\0ب" * 2_000_000).encode(),
    "20 MB of broken bytes": lambda: _PAGE.encode() + b"\xd8" * 20_000_000,
    "20 MB of entities": lambda: _PAGE + "&amp;" * 4_000_000,
    "10 MB of one text": lambda: _PAGE + "<p>" + "كلمة " * 2_000_000,
    "lone surrogates": lambda: _PAGE + "<p>خ\ud800ب" * 20_000,
    "structured data 100,000 deep": lambda: FAMILIES["structured data, nested"][0](100_000),
    "structured objects 100,000 deep": lambda: FAMILIES["structured data, nested objects"][0](
        100_000
    ),
    "20,000 blocks of structured data": lambda: FAMILIES["structured data, many blocks"][0](20_000),
    "numbers of 100,000 digits": lambda: FAMILIES["structured data, long numbers"][0](100_000),
    "a stack of marks": lambda: _PAGE + "<p>" + "\u0651\u064b" * 100_000,
    "a run of blanks": lambda: _PAGE + "<p>خ" + " " * 5_000_000 + "ب",
}


def measured(name: str, n: int) -> tuple[float, int, str]:
    """Seconds of work (the best of three, or of one), megabytes, and the kind or the error."""
    if name in EXTREMES:
        data = EXTREMES[name]()
    else:
        page = FAMILIES[name][0](n)
        data = page if "frameset" in page else f"<html><body>{page}"
    limits = arnews.Limits(max_size=10**8)
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        try:
            told = arnews.parse(data, kind="html", limits=limits).kind
        except arnews.ArnewsError as error:
            told = type(error).__name__
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, told


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    print(*measured(sys.argv[1], int(sys.argv[2])))
