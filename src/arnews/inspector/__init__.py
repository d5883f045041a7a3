"""The inspector: pages as one HTML file that shows what was taken for what, and why.

arnews.inspector.inspect({"page.html": page})
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from html import escape

from .. import tables
from ..arguments import check
from ..model import Page, PageWarning
from ..render.tags import digest
from . import words
from .article import articles
from .compare import compared
from .diff import Difference, differences
from .source import legend, source
from .stated import stated
from .words import code, isolated

__all__ = ["Difference", "compare", "differences", "inspect"]

_QUOTED = re.compile("(«[^»]*»)")


def inspect(pages: Mapping[str, Page]) -> str:
    """One HTML file, right to left, that shows how `pages` were read; the keys are their names.

    On one side stand the blocks of a page, on the other its articles. A field leads to the blocks
    that it is from. A block opens and shows its zone, its features with their weights, the next
    likely role, and why it is no date, byline or credit although it looks like one. Several pages
    have an index. The file loads nothing, and can be read without its script.

        page = arnews.parse("<h1>سدود الجنوب تمتلئ</h1><p>امتلأت ثلاثة سدود.</p>")
        html = arnews.inspector.inspect({"dams.html": page})

    Raises `BadArgument` if a page is no `arnews.Page`.
    """
    for name, page in pages.items():
        check(f"pages[{name!r}]", page, Page, "an arnews.Page, as arnews.parse gives it")
    several = len(pages) > 1
    index = _index(pages) if several else ""
    shown = (
        _page(name, page, f"p{number}-" if several else "", number)
        for number, (name, page) in enumerate(pages.items())
    )
    title = f"{next(iter(pages), '')} · arnews" if not several else "arnews"
    kind = "several" if several else "single"
    return _document(title, f'<main class="{kind}">{index}{"".join(shown)}</main>')


def compare(pages: Mapping[str, tuple[Page, Page]], *, sides: tuple[str, str] = ("A", "B")) -> str:
    """One HTML file that shows where two readings of each page differ, word by word.

    The keys are names of pages, the values two readings: by two layouts, or a sample's JSON and
    what is read now. `sides` are the names of the two. An index counts the differences of each page
    by field.

        old = arnews.parse(html, layout="generic")
        new = arnews.parse(html, layout=arnews.layouts.load("waha.toml"))
        arnews.inspector.compare({"wells.html": (old, new)}, sides=("generic", "waha"))

    Raises `BadArgument` if a reading is no `arnews.Page`.
    """
    for name, pair in pages.items():
        for page in pair:
            check(f"pages[{name!r}]", page, Page, "two arnews.Page")
    return _document(" · ".join(sides), compared(pages, sides))


def _index(pages: Mapping[str, Page]) -> str:
    headlines = [next((each.headline for each in page.articles), None) for page in pages.values()]
    rows = (
        f'<tr><th scope="row"><a href="#page-{number}">{isolated(name)}</a></th>'
        f"<td>{isolated(headlines[number])}</td>"
        f"<td>{code(page.layout)}</td><td>{len(page.articles)}</td>"
        f"<td>{len(page.blocks)}</td><td>{len(page.warnings)}</td></tr>"
        for number, (name, page) in enumerate(pages.items())
    )
    names = ("الصفحة", "العنوان", "التخطيط", "المقالات", "الكتل", "التنبيهات")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<nav id="index" aria-label="الفهرس"><h1>الصفحات: {len(pages)}</h1>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></nav>\n"
    )


def _page(name: str, page: Page, prefix: str, number: int) -> str:
    return (
        f'<section class="page" id="page-{number}" aria-label="{escape(words.visible(name))}">\n'
        f"<header>{''.join(_head(name, page, prefix))}</header>\n"
        f'{stated(page)}<div class="columns">\n'
        f'<section class="source" id="{prefix}source" aria-label="المصدر">'
        f"<h2>المصدر</h2>{source(page, prefix)}</section>\n"
        f'<section class="reader" id="{prefix}article" aria-label="المقال">'
        f"<h2>المقال</h2>{articles(page, prefix)}</section>\n"
        "</div></section>\n"
    )


def _head(name: str, page: Page, prefix: str) -> Iterator[str]:
    back = '<a class="back" href="#index">الفهرس</a> ' if prefix else ""
    facts = (
        ("التخطيط", code(page.layout)),
        ("النوع", code(page.kind)),
        ("المقالات", str(len(page.articles))),
        ("الكتل", str(len(page.blocks))),
    )
    told = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in facts)
    yield (
        f'<div class="bar"><h1>{back}{isolated(name)}</h1><dl>{told}</dl>'
        '<span class="found" role="status"></span><input type="search" '
        'aria-label="ابحث في الكتل" placeholder="ابحث في الكتل  /" disabled></div>'
    )
    for warning in page.warnings:
        yield f'<p class="warning">{code(warning.code)} {_message(warning)}</p>'
    yield f'<div class="legend" role="group" aria-label="الأدوار">{legend(page)}</div>'
    yield (
        f'<nav class="switch" aria-label="العمودان"><a href="#{prefix}source">المصدر</a> '
        f'<a href="#{prefix}article">المقال</a></nav>'
    )


def _message(warning: PageWarning) -> str:
    """The message, which is English, with what it quotes in its own direction."""
    parts = (escape(part) for part in _QUOTED.split(words.visible(warning.message)))
    shown = (f"<bdi>{part}</bdi>" if part[:1] == "«" else part for part in parts)
    return f'<span dir="ltr">{"".join(shown)}</span>'


def _document(title: str, body: str) -> str:
    """`body`, which is HTML, as a document whose policy lets its own style and script run alone."""
    return _shell()(title=escape(title), body=body)


@cache
def _shell() -> Callable[..., str]:
    html, style, script = (tables.text(__name__, f"page.{kind}") for kind in ("html", "css", "js"))
    known = {"style": digest(style), "script": digest(script)}
    return partial(html.format, digests=known, style=style, script=script)
