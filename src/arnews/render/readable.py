"""Prints a page as one HTML file for readers: right to left, in semantic elements.

The file has no script and loads no resource, and its Content-Security-Policy forbids both: nobody
learns that the file was opened. Pictures are therefore linked, not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from html import escape
from itertools import groupby

from attrs import frozen

from .. import model, tables
from . import wording
from .links import web_link
from .tags import block, inline, tag, text
from .wording import joined

_EMPTY = "\xa0"  # in a cell, which keeps its column


def to_readable(page: model.Page) -> str:
    """`page` as a complete HTML5 document without scripts or external resources.

    Any page can be printed. URLs with a scheme other than `http` and `https` are left out.
    """
    writer = _Writer(web_link(page.url))
    numbered = list(enumerate(page.articles, 1))
    printed = [writer.article(article, number) for number, article in numbered]
    contents = _contents([entry for entry, html in zip(numbered, printed, strict=True) if html])
    body = contents + tag("main", *printed) + tag("footer", writer.source())
    return _frame()(title=_title(page), body=body)


@cache
def _frame() -> Callable[..., str]:
    html, style = (tables.text(__package__, f"readable.{kind}") for kind in ("html", "css"))
    return partial(html.format, style=style)


def _title(page: model.Page) -> str:
    headlines = (wording.one_line(article.headline) for article in page.articles)
    return escape(next(filter(None, headlines), wording.UNTITLED))


def _contents(articles: list[tuple[int, model.Article]]) -> str:
    """Links to the articles by their headlines, if there are at least two."""
    entries = (
        tag("li", tag("a", text(article.headline) or wording.UNTITLED, href=f"#article-{number}"))
        for number, article in articles
    )
    return tag("nav", tag("ol", *entries), aria_label=wording.CONTENTS) if len(articles) > 1 else ""


@frozen
class _Writer:
    """Prints the parts of a page. `base` is the page's URL, for relative links."""

    base: str | None

    def link(self, html: str, url: str | None) -> str:
        """`html`, as a link to `url` if that is a safe link."""
        address = web_link(url, self.base)
        return tag("a", html, href=address, rel="noopener noreferrer") if address else html

    def source(self) -> str:
        """The page's URL, if it has one."""
        if self.base is None:
            return ""
        return f"{wording.SOURCE}: {self.link(inline(self.base), self.base)}"

    def article(self, article: model.Article, number: int) -> str:
        tags = (tag("li", inline(each)) for each in article.tags)
        return tag(
            "article",
            tag("header", *_header(article)),
            self.figure(article.lead_image, "lead"),
            *self.body(article.body),
            tag("ul", *tags, class_="tags", aria_label=wording.TAGS),
            self.items(tag("h2", wording.RELATED), article.related, "related"),
            id=f"article-{number}",
        )

    def body(self, body: Iterable[model.BodyElement]) -> Iterator[str]:
        """The elements in order; list items in a row share one `ul`."""
        for kind, elements in groupby(body, type):
            printed = map(self.element, elements)
            yield tag("ul", *printed) if kind is model.ListItem else "".join(printed)

    def element(self, element: model.BodyElement) -> str:
        match element:
            case model.Figure():
                return self.figure(element)
            case model.Subheading(words):
                return block("h2", words)
            case model.Quote(words):
                return tag("blockquote", block("p", words))
            case model.ListItem(words):
                return tag("li", inline(words))
            case model.Table(rows):
                cells = ([tag("td", inline(cell) or _EMPTY) for cell in row] for row in rows)
                return tag("table", tag("tbody", *(tag("tr", *row) for row in cells)))
            case model.SeeAlso(items):
                heading = tag("p", wording.SEE_ALSO, class_="label")
                return self.items(heading, items, "see-also")
            case model.Embed():
                return self.embed(element)
        return block("p", element.text)

    def figure(self, figure: model.Figure | None, role: str = "") -> str:
        """The caption with its credit; the word «صورة» before it links to the picture."""
        if figure is None:
            return ""
        parts = (
            tag("span", self.link(wording.FIGURES[figure.kind], figure.url), class_="kind"),
            inline(figure.caption),
            tag("cite", inline(wording.credit(figure.credit))),
        )
        caption = tag("figcaption", joined(" ", parts))
        return tag("figure", caption, class_=f"{figure.kind} {role}".strip())

    def embed(self, embed: model.Embed) -> str:
        label = tag("p", self.link(wording.embed_label(embed), embed.url), class_="kind")
        return tag("div", label, block("p", embed.text), class_="embed")

    def items(self, heading: str, items: Iterable[model.RelatedItem], class_: str) -> str:
        """Related stories as a list below `heading`."""
        stories = tag("ul", *(tag("li", *self.item(item)) for item in items))
        return tag("aside", heading, stories, class_=class_) if stories else ""

    def item(self, item: model.RelatedItem) -> Iterator[str]:
        title = text(item.title) or inline(web_link(item.url, self.base))
        yield tag("p", inline(item.section), class_="section")
        yield tag("h3", self.link(title, item.url) if title else "")
        yield self.figure(item.figure)
        yield block("p", wording.teaser(item), "teaser")
        about = (inline(wording.byline(item.byline)), _time(item.published))
        yield tag("p", joined(" · ", about), class_="about")


def _header(article: model.Article) -> Iterator[str]:
    yield tag("p", inline(article.section), class_="section")
    yield tag("p", inline(article.kicker), class_="kicker")
    yield block("h1", article.headline)
    yield block("p", article.subtitle, "subtitle")
    yield tag("p", inline(wording.byline(article.byline)), class_="byline")
    dates = [f"{label} {_time(moment)}" for label, moment in wording.dates(article)]
    yield tag("p", " · ".join(dates), class_="dates")


def _time(moment: model.Moment | None) -> str:
    """The date as printed, with the ISO form as an attribute for programs."""
    shown = inline(wording.moment(moment))
    return tag("time", shown, datetime=moment.iso) if moment and moment.iso else shown
