"""Prints a page as HTML: every field in its element, every value escaped.

The elements are those of the layout's `[markup]`, else the defaults; the order is the template's.
"""

from __future__ import annotations

from html import escape

from attrs import frozen

from ..layouts import Layout
from ..layouts.markup import DEFAULT, INLINE, Element
from ..layouts.template import Node
from ..model import Figure, Page
from .schema_org import to_schema_org
from .values import Place
from .walk import Walk

_LINKED = ("http://", "https://", "/")  # what a link may begin with
_FRAME = """\
<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="generator" content="arnews">
{head}</head>
<body>
{body}</body>
</html>
"""


def print_html(page: Page, template: Node, place: Place) -> str | None:
    """`page` by `template`; `None` if a field that must be printed is absent."""
    body = Walk(page, _Html(place.layout)).printed(template, place) if page.articles else ""
    return None if body is None else _FRAME.format(head=_head(page), body=body)


def _head(page: Page) -> str:
    title = next((article.headline for article in page.articles if article.headline), None)
    parts = [f"<title>{escape(title)}</title>\n"] if title else []
    if page.url:
        parts.append(f'<link rel="canonical" href="{escape(page.url)}">\n')
    if page.articles:
        data = to_schema_org(page)
        parts.append(f'<script type="application/ld+json">\n{data}\n</script>\n')
    return "".join(parts)


@frozen
class _Html:
    layout: Layout

    def word(self, text: str) -> str:
        return self._wrapped("word", escape(text))

    def gap(self, text: str | None) -> str:
        return ""

    def field(self, name: str, place: Place) -> str | None:
        if name in ("figure", "lead"):
            return self._figure(name, place)
        text = place.text(name)
        if text is None:
            return None
        return self._wrapped(name, self._linked(name, _lines(text), place))

    def scope(self, name: str, printed: str, place: Place) -> str:
        if name in ("figure", "lead") and place.figure is not None:
            printed = media(place.figure) + printed
        return self._wrapped(name, f"\n{printed}")

    def _figure(self, name: str, place: Place) -> str | None:
        figure = place.figure_named(name)
        if figure is None:
            return None
        caption = place.figure_line(figure)
        shown = media(figure)
        if not (caption or shown):
            return None
        printed = self._wrapped("caption", _lines(caption)) if caption else ""
        return self._wrapped(name, f"\n{shown}{printed}")

    def picture(self, name: str, place: Place) -> str | None:
        figure = place.figure_named(name)
        return "" if figure is not None and media(figure) else None  # `scope` shows it

    def _linked(self, name: str, printed: str, place: Place) -> str:
        """The value of `name` with what markup says of it beside its text."""
        if name == "title" and place.item and _safe(place.item.url):
            return f'<a href="{escape(place.item.url or "")}">{printed}</a>'
        moment = place.moment(name)
        if moment is not None and moment.iso:
            return f'<time datetime="{escape(moment.iso)}">{printed}</time>'
        return printed

    def _wrapped(self, name: str, inner: str) -> str:
        element = self.layout.markup.get(name) or DEFAULT.get(name) or Element("div")
        classes = " ".join(element.classes)
        told = f' class="{classes}"' if classes else ""
        if element.tag == "figcaption":  # not every reader of HTML knows that it cuts a line
            inner = f"<p>{inner}</p>"
        printed = f"<{element.tag}{told}>{inner}</{element.tag}>"
        return f"<div>{printed}</div>\n" if element.tag in INLINE else f"{printed}\n"


def _lines(text: str) -> str:
    return "<br>\n".join(map(escape, text.split("\n")))


def _safe(url: str | None) -> bool:
    return url is not None and url.startswith(_LINKED)


def media(figure: Figure) -> str:
    """What shows the picture of `figure`; nothing if it has no address of the web."""
    if figure.kind == "video":
        source = f' src="{escape(figure.url or "")}"' if _safe(figure.url) else ""
        return f"<video{source}></video>\n"
    return f'<img src="{escape(figure.url or "")}">\n' if _safe(figure.url) else ""
