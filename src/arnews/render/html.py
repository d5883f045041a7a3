"""Prints a page as HTML: every field in its element, every value escaped.

The elements are those of the layout's `[markup]`, else the defaults; the order is the template's.
What the template prints on one line stands in one element, a part in a <span>: so it runs on in a
browser, and in the text that others make of it.
"""

from __future__ import annotations

from html import escape

from attrs import evolve, frozen

from ..layouts import Layout
from ..layouts.lines import is_inline, lines
from ..layouts.markup import DEFAULT, INLINE, Element
from ..layouts.template import Gap, Loop, Node, Sequence
from ..model import Figure, Page
from .schema_org import to_schema_org
from .values import Place
from .walk import Walk, joined, names

_PICTURES = frozenset({"figure", "lead_image"})  # stand in no line
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
    body = _HtmlWalk(page, _Html(place.layout)).printed(template, place) if page.articles else ""
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


class _HtmlWalk(Walk):
    """Goes through what is printed on one line with the form for lines."""

    form: _Html

    def printed(self, node: Node, place: Place) -> str | None:
        if self.form.in_line:
            return super().printed(node, place)
        if isinstance(node, Sequence):
            return joined([self._line(line, place) for line in lines(node.parts)])
        if isinstance(node, Loop) and is_inline(node) and not _is_spread(node):
            return self._in_line(node, place)
        return super().printed(node, place)

    def _line(self, line: list[Node], place: Place) -> str | None:
        parts = Sequence(tuple(line))
        if len(line) == 1 or names(parts) & _PICTURES or any(map(_is_spread, line)):
            return joined([self.printed(part, place) for part in line])
        return self._in_line(parts, place)

    def _in_line(self, parts: Node, place: Place) -> str | None:
        inside = _HtmlWalk(self.page, evolve(self.form, in_line=True)).printed(parts, place)
        return inside and self.form.line(inside)


@frozen
class _Html:
    layout: Layout
    in_line: bool = False

    def word(self, text: str) -> str:
        return self._wrapped("word", escape(text))

    def gap(self, text: str | None) -> str:
        return (text or "") if self.in_line else ""

    def line(self, printed: str) -> str:
        return f'<div class="line">{printed}</div>\n'

    def field(self, name: str, place: Place) -> str | None:
        if name in ("figure", "lead_image"):
            return self._figure(name, place)
        text = place.text(name)
        if text is None:
            return None
        return self._wrapped(name, self._linked(name, _lines(text), place))

    def scope(self, name: str, printed: str, place: Place) -> str:
        if name in ("figure", "lead_image") and place.figure is not None:
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
        if self.in_line:
            tag = element.tag if element.tag in INLINE else "span"
            return f"<{tag}{told}>{inner}</{tag}>"
        if element.tag == "figcaption":  # not every reader of HTML knows that it cuts a line
            inner = f"<p>{inner}</p>"
        printed = f"<{element.tag}{told}>{inner}</{element.tag}>"
        if element.tag == "li":
            printed = f"<ul>{printed}</ul>"
        return f"<div>{printed}</div>\n" if element.tag in INLINE else f"{printed}\n"


def _is_spread(part: Node) -> bool:
    """Whether runs of blanks part what is repeated: a browser shows one, so elements part it."""
    match part:
        case Loop(_, Gap(text)):
            return text is not None and len(text) > 1 and text.isspace()
    return False


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
