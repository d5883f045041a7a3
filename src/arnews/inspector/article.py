"""The column of the article: as a reader sees it, each field with a link to the block it is from.

What the page does not show and only states to machines is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from attrs import frozen

from .. import model
from ..render import wording
from ..render.links import web_link
from ..render.tags import tag
from . import words
from .words import anchor, code, in_parts, isolated


def articles(page: model.Page, prefix: str) -> str:
    """All articles of `page`; `prefix` is before every `id`."""
    writer = _Writer(page, prefix, _first_blocks(page))
    numbers = range(len(page.articles))
    written = "".join(tag("article", *writer.article(number)) for number in numbers)
    return written or '<p class="nothing">لا مقال في هذه الصفحة.</p>'


def _first_blocks(page: model.Page) -> dict[str, int]:
    """By the path of a field, the first block that feeds it."""
    found: dict[str, int] = {}
    for index, block in enumerate(page.blocks):
        for path in block.feeds:
            found.setdefault(path, index)
    return found


@frozen
class _Writer:
    """Writes the fields of a page. `blocks` has the first block of each field, by its path."""

    page: model.Page
    prefix: str
    blocks: dict[str, int]

    def article(self, number: int) -> Iterator[str]:
        article, at = self.page.articles[number], f"articles[{number}]"
        for name in ("section", "kicker", "headline", "subtitle"):
            element = "h2" if name == "headline" else "p"
            yield self.field(element, f"{at}.{name}", getattr(article, name))
        yield self.byline(f"{at}.byline", article.byline)
        yield self.moment(f"{at}.published", article.published)
        yield self.moment(f"{at}.modified", article.modified)
        yield self.figure(f"{at}.lead_image", article.lead_image)
        yield self.body(f"{at}.body", article.body)
        yield self.tags(f"{at}.tags", article.tags)
        yield self.items(f"{at}.related", article.related, wording.RELATED)

    def field(self, element: str, path: str, value: str | None, more: str = "") -> str:
        """A field with its text, its link to the source, and `more`, which is HTML."""
        return self.wrapped(element, path, words.text(value) + more)

    def wrapped(self, element: str, path: str, html: str) -> str:
        if not html:
            return ""
        name = path.rpartition(".")[2].partition("[")[0]
        return (
            f'<{element} class="field f-{escape(name)}" id="{self.prefix}{anchor(path)}">'
            f"{html}{self.origin(path)}</{element}>\n"
        )

    def origin(self, path: str) -> str:
        """A link to the block that the field is from, or the mark of one that is only stated."""
        block = self.blocks.get(path)
        if block is not None:
            there = f'href="#{self.prefix}b{block}" aria-label="الكتلة {block}"'
            return f' <a class="from" {there}>{block}</a>'
        return self.stated(path)

    def stated(self, path: str) -> str:
        """The mark of a value that the page does not show, if the path is of one."""
        first, _, name = path.partition(".")
        article = self.page.articles[int(first.removeprefix("articles[").rstrip("]"))]
        field = name.rpartition("[")[0] if name.endswith("]") else name
        if field not in article.from_metadata:
            return ""
        source = self.page.metadata.sources.get(_STATED_AS.get(field, field), "")
        return f' <span class="stated">معلن لا معروض{" · " * bool(source)}{code(source)}</span>'

    def byline(self, path: str, byline: model.Byline | None) -> str:
        if byline is None:
            return ""
        parts = (
            ("authors", "، ".join(byline.authors)),
            ("publication", byline.publication),
            ("agencies", "، ".join(byline.agencies)),
            ("place", byline.place),
            ("role", byline.role),
        )
        more = "".join(
            _chip(name, value) + self.stated(f"{path}.{name}") for name, value in parts if value
        )
        return self.field("div", path, byline.raw, tag("span", more, class_="chips"))

    def moment(self, path: str, moment: model.Moment | None) -> str:
        if moment is None:
            return ""
        name = path.rpartition(".")[2]
        parts = (moment.iso, moment.hijri)
        chips = "".join(f"{code(value)} " for value in parts if value and value != moment.raw)
        label = f'<span class="label">{escape(words.field(name))}</span> '
        shown = label + words.text(moment.raw)
        return self.wrapped("p", path, shown + tag("span", chips, class_="chips"))

    def figure(self, path: str, figure: model.Figure | None) -> str:
        """A card: the kind and the address of the picture, the caption, the credit."""
        if figure is None:
            return ""
        label = wording.FIGURES[figure.kind] + self.address(f"{path}.url", figure.url)
        kind = f'<p class="kind">{label}</p>'
        caption = self.field("p", f"{path}.caption", figure.caption)
        return self.wrapped(
            "div", path, kind + caption + self.credit(f"{path}.credit", figure.credit)
        )

    def credit(self, path: str, credit: model.Credit | None) -> str:
        if credit is None:
            return ""
        parts = (
            ("agencies", "، ".join(credit.agencies)),
            ("photographer", credit.photographer),
            ("source", credit.source),
        )
        more = "".join(_chip(name, value) for name, value in parts if value)
        flags = (wording.ARCHIVE,) * credit.archive + (wording.ILLUSTRATIVE,) * credit.illustrative
        more += "".join(f'<span class="chip">{flag}</span>' for flag in flags)
        return self.field("div", path, credit.raw or "—", tag("span", more, class_="chips"))

    def address(self, path: str, url: str | None) -> str:
        """`url` as text, and as a link where it is one of the web."""
        if not url:
            return ""
        link = web_link(url, self.page.url)
        shown = isolated(url)
        if link and link.startswith(("http://", "https://")):
            shown = f'<a href="{escape(link)}" rel="noopener noreferrer">{shown}</a>'
        return f' <span class="address" dir="ltr">{shown}</span>{self.stated(path)}'

    def body(self, path: str, body: Iterable[model.BodyElement]) -> str:
        """The elements in order; list items in a row share one `ul`."""
        written: list[str] = []
        for kind, elements in groupby(enumerate(body), lambda each: type(each[1])):
            inner = [self.element(f"{path}[{index}]", each) for index, each in elements]
            written += [f"<ul>{''.join(inner)}</ul>"] if kind is model.ListItem else inner
        return in_parts(written)

    def element(self, path: str, element: model.BodyElement) -> str:
        match element:
            case model.Figure():
                return self.figure(path, element)
            case model.Table(rows):
                cells = ("".join(f"<td>{words.text(cell)}</td>" for cell in row) for row in rows)
                lines = "".join(f"<tr>{row}</tr>" for row in cells)
                return self.wrapped("div", path, f"<table>{lines}</table>")
            case model.SeeAlso(items):
                return self.items(path, items, wording.SEE_ALSO, "items")
            case model.Embed():
                label = wording.embed_label(element) + self.address(path, element.url)
                kind = f'<p class="kind">{label}</p>'
                return self.wrapped("div", path, kind + tag("p", words.text(element.text)))
        return self.field(_ELEMENTS[type(element)], path, element.text)

    def tags(self, path: str, tags: Iterable[str]) -> str:
        each = (self.field("li", f"{path}[{index}]", text) for index, text in enumerate(tags))
        return tag("ul", *each, class_="tags", aria_label=wording.TAGS)

    def items(
        self, path: str, items: Iterable[model.RelatedItem], heading: str, name: str = ""
    ) -> str:
        paths = f"{path}.{name}" if name else path
        each = [self.item(f"{paths}[{index}]", item) for index, item in enumerate(items)]
        label = f'<p class="label">{heading}</p>'
        list_ = tag("ul", *each, class_="items")
        return f'<div id="{self.prefix}{anchor(path)}">{label}{list_}</div>' if each else ""

    def item(self, path: str, item: model.RelatedItem) -> str:
        parts = (
            self.field("p", f"{path}.section", item.section),
            self.field("p", f"{path}.title", item.title),
            self.address(f"{path}.url", item.url),
            self.figure(f"{path}.figure", item.figure),
            self.field("p", f"{path}.teaser", wording.teaser(item)),
            self.byline(f"{path}.byline", item.byline),
            self.moment(f"{path}.published", item.published),
        )
        return self.wrapped("li", path, "".join(parts))


_ELEMENTS = {
    model.Paragraph: "p",
    model.Subheading: "h3",
    model.Quote: "blockquote",
    model.ListItem: "li",
}
#: The metadata that fields come from, where they are not called alike.
_STATED_AS = {
    "body": "article_body",
    "byline": "authors",
    "byline.authors": "authors",
    "lead_image": "image",
    "lead_image.url": "image",
    "headline": "title",
    "subtitle": "description",
}


def _chip(name: str, value: str) -> str:
    return f'<span class="chip"><i>{escape(words.field(name))}</i> {isolated(value)}</span>'
