"""Tools that flatten HTML to text, as people use them. None of them is ours.

Each takes HTML and gives text; those that are not installed are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress


def beautiful_soup(html: str) -> str:
    """`get_text("\\n")`, which is what most scrapers call."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "html.parser").get_text("\n")


def selectolax(html: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    return body.text(separator="\n") if body else ""


def inscriptis(html: str) -> str:
    from inscriptis import get_text

    return get_text(html)


def html2text(html: str) -> str:
    """Without line breaks of its own and without the marks of Markdown that can be left out."""
    from html2text import HTML2Text

    writer = HTML2Text(bodywidth=0)
    writer.ignore_links = writer.ignore_images = writer.ignore_emphasis = True
    return writer.handle(html)


def resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html)


def _installed() -> dict[str, Callable[[str], str]]:
    found = {}
    for tool in (beautiful_soup, selectolax, inscriptis, html2text, resiliparse):
        with suppress(ImportError):
            tool("<p>x</p>")
            found[tool.__name__] = tool
    return found


FLATTENERS = _installed()
