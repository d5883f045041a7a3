"""Prints a page as one HTML file to read: right to left, in semantic elements, nothing loaded.

The file holds no script and loads no resource: opening it tells nobody that it is read, and its
Content-Security-Policy keeps it so. Pictures are therefore linked, not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib import resources
from itertools import groupby

from attrs import frozen

from ..model import (
    Article,
    BodyElement,
    Embed,
    Figure,
    ListItem,
    Moment,
    Page,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)
from . import wording
from .links import web_link
from .markup import block, inline, tag, text

_HEAD = """\
<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""
_TAIL = "</body>\n</html>\n"


def to_readable(page: Page) -> str:
    """`page` as a complete HTML5 document without script or outer resources.

    Any page can be printed. Addresses other than `http`, `https` and relative ones are left out.
    """
    writer = _Writer(web_link(page.url))
    numbered = dict(enumerate(page.articles, 1))
    printed = {number: writer.article(each, number) for number, each in numbered.items()}
    body = [
        _contents({number: each for number, each in numbered.items() if printed[number]}),
        tag("main", *printed.values()),
        tag("footer", writer.source()),
    ]
    return _HEAD.format(title=_title(page), style=_style()) + "".join(body) + _TAIL


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("readable.css").read_text("utf-8")


def _title(page: Page) -> str:
    headlines = (wording.one_line(article.headline) for article in page.articles)
    return escape(next(filter(None, headlines), wording.UNTITLED))


def _contents(articles: Mapping[int, Article]) -> str:
    """Links to the articles, by their headlines; none to an only one."""
    entries = (
        tag("li", tag("a", text(article.headline) or wording.UNTITLED, href=f"#article-{number}"))
        for number, article in articles.items()
    )
    return tag("nav", tag("ol", *entries), aria_label=wording.CONTENTS) if len(articles) > 1 else ""


@frozen
class _Writer:
    """Prints the parts of a page; `base` is its own address, which relative ones start from."""

    base: str | None

    def link(self, html: str, url: str | None) -> str:
        """`html`, as a link if `url` can be one."""
        address = web_link(url, self.base)
        return tag("a", html, href=address, rel="noopener noreferrer") if address else html

    def source(self) -> str:
        """The page's own address, if it has one."""
        if self.base is None:
            return ""
        return f"{wording.SOURCE}: {self.link(inline(self.base), self.base)}"

    def article(self, article: Article, number: int) -> str:
        return tag(
            "article",
            tag("header", *_header(article)),
            self.figure(article.lead_image, "lead"),
            *self.body(article.body),
            _tags(article.tags),
            self.related(article.related),
            id=f"article-{number}",
        )

    def body(self, body: Iterable[BodyElement]) -> Iterator[str]:
        """The elements in order, those of one list under one `ul`."""
        for kind, elements in groupby(body, type):
            printed = map(self.element, elements)
            yield tag("ul", *printed) if kind is ListItem else "".join(printed)

    def element(self, element: BodyElement) -> str:
        match element:
            case Figure():
                return self.figure(element)
            case Subheading(told):
                return block("h2", told)
            case Quote(told):
                return tag("blockquote", block("p", told))
            case ListItem(told):
                return tag("li", inline(told))
            case SeeAlso(items):
                return self.see_also(items)
            case Embed():
                return self.embed(element)
        return block("p", element.text)

    def figure(self, figure: Figure | None, role: str = "") -> str:
        """The caption with its credit; the word «صورة» before it leads to the picture."""
        if figure is None:
            return ""
        told = (
            tag("span", self.link(wording.FIGURES[figure.kind], figure.url), class_="kind"),
            inline(figure.caption),
            tag("cite", inline(wording.credit(figure.credit))),
        )
        caption = tag("figcaption", " ".join(filter(None, told)))
        return tag("figure", caption, class_=f"{figure.kind} {role}".strip())

    def embed(self, embed: Embed) -> str:
        label = wording.EMBEDS.get(embed.kind, wording.OTHER_EMBED)
        return tag(
            "div",
            tag("p", self.link(label, embed.url), class_="kind"),
            block("p", embed.text),
            class_="embed",
        )

    def related(self, items: Iterable[RelatedItem]) -> str:
        return self.aside(items, tag("h2", wording.RELATED), "related")

    def see_also(self, items: Iterable[RelatedItem]) -> str:
        return self.aside(items, tag("p", wording.SEE_ALSO, class_="label"), "see-also")

    def aside(self, items: Iterable[RelatedItem], heading: str, class_: str) -> str:
        stories = self.items(items)
        return tag("aside", heading, stories, class_=class_) if stories else ""

    def items(self, items: Iterable[RelatedItem]) -> str:
        return tag("ul", *(tag("li", *self.item(item)) for item in items))

    def item(self, item: RelatedItem) -> Iterator[str]:
        title = text(item.title) or inline(web_link(item.url, self.base))
        yield tag("p", inline(item.section), class_="section")
        yield tag("h3", self.link(title, item.url) if title else "")
        yield self.figure(item.figure)
        yield block("p", wording.teaser(item), "teaser")
        about = (inline(wording.byline(item.byline)), _time(item.published))
        yield tag("p", " · ".join(filter(None, about)), class_="about")


def _header(article: Article) -> Iterator[str]:
    yield tag("p", inline(article.section), class_="section")
    yield tag("p", inline(article.kicker), class_="kicker")
    yield block("h1", article.headline)
    yield block("p", article.subtitle, "subtitle")
    yield tag("p", inline(wording.byline(article.byline)), class_="byline")
    dates = ((wording.PUBLISHED, article.published), (wording.MODIFIED, article.modified))
    told = [f"{label} {_time(moment)}" for label, moment in dates if moment]
    yield tag("p", " · ".join(told), class_="dates")


def _time(moment: Moment | None) -> str:
    """The date as printed, the ISO form beside it for programs."""
    shown = inline(wording.moment(moment))
    return tag("time", shown, datetime=moment.iso) if moment and moment.iso else shown


def _tags(tags: Iterable[str]) -> str:
    entries = (tag("li", inline(each)) for each in tags)
    return tag("ul", *entries, class_="tags", aria_label=wording.TAGS)
