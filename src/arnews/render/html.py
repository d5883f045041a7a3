"""Prints a page as HTML: every field in its element, every value escaped.

The elements are those of the layout's `[markup]`, else the defaults. The order is that of the
template. Fields that the template prints on one line share one block element, each in an inline
element, so that browsers and text extractors keep them on one line.
"""

from __future__ import annotations

from html import escape

from attrs import evolve, frozen

from ..layouts import Layout
from ..layouts.elements import INLINE, Element, default
from ..layouts.inline import group_lines, is_inline
from ..layouts.template import Gap, Loop, Node, Sequence
from ..model import BodyElement, Embed, Figure, Page, Table
from .links import web_link
from .position import PICTURES, Position
from .schema_org import to_schema_org
from .walk import Walk, joined, names

POST = "embedded-post"  # the class of a post of another site
_LINKED = ("http://", "https://", "/")  # what needs no other look
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


def print_html(page: Page, template: Node, position: Position) -> str | None:
    """`page` by `template`; `None` if the template needs a field that the page lacks."""
    body = (
        _HtmlWalk(page, _Html(position.layout)).printed(template, position) if page.articles else ""
    )
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
    """Prints the parts of a template that share a line into one element."""

    form: _Html

    def printed(self, node: Node, position: Position) -> str | None:
        if not self.form.in_line:
            if isinstance(node, Sequence):
                return joined(self._line(line, position) for line in group_lines(node.parts))
            if isinstance(node, Loop) and is_inline(node) and not _is_spread(node):
                return self._in_line(node, position)
        return super().printed(node, position)

    def _line(self, line: list[Node], position: Position) -> str | None:
        parts = Sequence(tuple(line))
        if len(line) == 1 or names(parts) & PICTURES or any(map(_is_spread, line)):
            return joined(self.printed(part, position) for part in line)
        return self._in_line(parts, position)

    def _in_line(self, parts: Node, position: Position) -> str | None:
        inside = _HtmlWalk(self.page, evolve(self.form, in_line=True)).printed(parts, position)
        return inside and f'<div class="line">{inside}</div>\n'


@frozen
class _Html:
    layout: Layout
    in_line: bool = False

    def word(self, text: str) -> str:
        return self._wrapped("word", escape(text))

    def gap(self, text: str | None) -> str:
        return (text or "") if self.in_line else ""

    def field(self, name: str, position: Position) -> str | None:
        text = position.text(name)
        if name in PICTURES:
            figure = position.figure_named(name)
            shown = media(figure) if figure else ""
            caption = self._wrapped("caption", _lines(text)) if text else ""
            return self._wrapped(name, f"\n{shown}{caption}") if shown or text else None
        return None if text is None else self._wrapped(name, self._value(name, text, position))

    def scope(self, name: str, printed: str, position: Position) -> str:
        if name in PICTURES and position.figure is not None:
            printed = media(position.figure) + printed
        return self._wrapped(name, f"\n{printed}")

    def insert(self, position: Position) -> str | None:
        return inserted(position.element)

    def picture(self, name: str, position: Position) -> str | None:
        figure = position.figure_named(name)
        return "" if figure is not None and media(figure) else None  # `scope` shows it

    def _value(self, name: str, text: str, position: Position) -> str:
        """The value of `name` with its link or its machine-readable date."""
        printed = _lines(text)
        if name == "title" and position.item and _safe(position.item.url):
            return f'<a href="{escape(position.item.url or "")}">{printed}</a>'
        moment = position.moment(name)
        if moment is not None and moment.iso:
            return f'<time datetime="{escape(moment.iso)}">{printed}</time>'
        return printed

    def _wrapped(self, name: str, inner: str) -> str:
        element = self.layout.markup.get(name) or default().get(name) or Element("div")
        classes = " ".join(element.classes)
        attribute = f' class="{classes}"' if classes else ""
        if self.in_line:
            tag = element.tag if element.tag in INLINE else "span"
            return f"<{tag}{attribute}>{inner}</{tag}>"
        if element.tag == "figcaption":  # some text extractors do not treat it as a block
            inner = f"<p>{inner}</p>"
        printed = f"<{element.tag}{attribute}>{inner}</{element.tag}>"
        if element.tag == "li":
            printed = f"<ul>{printed}</ul>"
        return f"<div>{printed}</div>\n" if element.tag in INLINE else f"{printed}\n"


def _is_spread(part: Node) -> bool:
    """Whether several blanks separate the rounds of a loop: HTML collapses them, so each round
    needs an element of its own."""
    match part:
        case Loop(_, Gap(text)):
            return text is not None and len(text) > 1 and text.isspace()
    return False


def _lines(text: str) -> str:
    return "<br>\n".join(map(escape, text.split("\n")))


def _safe(url: str | None) -> bool:
    """Whether `url` may be printed as it is: also «news.php?id=5», but no address of a script."""
    return url is not None and (url.startswith(_LINKED) or web_link(url) == url)


def inserted(element: BodyElement | None) -> str | None:
    """The element of HTML for a table, a post or a player; `None` for anything else, and for what
    has neither text nor a usable URL."""
    match element:
        case Table(rows):
            lines = ("".join(f"<td>{_lines(cell)}</td>" for cell in row) for row in rows)
            return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>\n"
        case Embed(_, url, None) if _safe(url):
            return f'<iframe src="{escape(url or "")}"></iframe>\n'
        case Embed("post", url, text) if text is not None:
            address = f' cite="{escape(url)}"' if url else ""
            return f'<blockquote class="{POST}"{address}>{_lines(text)}</blockquote>\n'
    return None


def media(figure: Figure) -> str:
    """The element that shows the picture or video; `""` for a picture without a usable URL."""
    if figure.kind == "video":
        source = f' src="{escape(figure.url or "")}"' if _safe(figure.url) else ""
        return f"<video{source}></video>\n"
    return f'<img src="{escape(figure.url or "")}">\n' if _safe(figure.url) else ""
