"""Prints a page as Markdown: CommonMark that any renderer shows as exactly the page's words.

Every value is escaped, so no word of a page can become markup. Pictures are linked, not embedded:
a renderer would load them, and tell the publisher who reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import regex
from attrs import frozen

from ..model import (
    Article,
    BodyElement,
    Embed,
    Figure,
    ListItem,
    Page,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)
from . import wording
from .links import web_link

_BLANK = "\n\n"
_BREAK = "\\\n"  # a line end that is shown
_RULE = "* * *"
# What is markup anywhere in a line: in CommonMark, and in GitHub's tables, strikes and formulas.
_MARKUP = regex.compile(r"[\\`*_\[\]<>#&~|$]")
# What is markup at the head of a line: bullets, numbers, underlines of headings.
_HEAD = regex.compile(r"^(?:(?=[-+=])|\d{1,9}+(?=[.)]))", regex.ASCII)
_IN_ADDRESS = regex.compile(r"[()&]")  # of what `web_link` leaves as it stands


def to_markdown(page: Page) -> str:
    """`page` as CommonMark, its articles parted by rules. Any page can be printed.

    Addresses other than `http`, `https` and relative ones are left out.
    """
    writer = _Writer(web_link(page.url))
    articles = (_BLANK.join(filter(None, writer.article(each))) for each in page.articles)
    blocks = [f"{_BLANK}{_RULE}{_BLANK}".join(filter(None, articles))]
    if writer.base:
        blocks.append(f"{wording.SOURCE}: {writer.link(writer.base, writer.base)}")
    printed = _BLANK.join(filter(None, blocks))
    return printed and printed + "\n"


def escape(text: str | None) -> str:
    """`text` on one line, written so that a renderer shows it as it stands."""
    return _escaped(wording.one_line(text))


def _escaped(line: str) -> str:
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    return _HEAD.sub(lambda found: found.group() + "\\", escaped)


def _lines(text: str | None, indent: str = "") -> str:
    """`text` with the ends of its lines shown, all but the first line behind `indent`."""
    return (_BREAK + indent).join(map(_escaped, wording.lines(text)))


def _marked(mark: str, text: str | None) -> str:
    """`text` between marks of emphasis."""
    escaped = escape(text)
    return escaped and f"{mark}{escaped}{mark}"


@frozen
class _Writer:
    """Prints the parts of a page; `base` is its own address, which relative ones start from."""

    base: str | None

    def link(self, text: str, url: str | None) -> str:
        """`text`, as a link if `url` can be one."""
        address = web_link(url, self.base)
        if address is None or not text:
            return escape(text)
        target = _IN_ADDRESS.sub(r"\\\g<0>", address)
        return f"[{escape(text)}]({target})"

    def article(self, article: Article) -> Iterator[str]:
        """The blocks of an article; empty ones for what it lacks."""
        yield _marked("**", article.kicker)
        yield _heading(1, article.headline)
        yield _marked("*", article.subtitle)
        yield _BREAK.join(_facts(article))
        if article.lead_image:
            yield self.figure(article.lead_image)
        yield from self.body(article.body)
        yield _prefixed(f"{wording.TAGS}: ", "، ".join(filter(None, map(escape, article.tags))))
        yield self.items(_heading(2, wording.RELATED), article.related)

    def body(self, body: Iterable[BodyElement]) -> Iterator[str]:
        for kind, elements in groupby(body, type):
            printed = filter(None, map(self.element, elements))
            yield ("\n" if kind is ListItem else _BLANK).join(printed)

    def element(self, element: BodyElement) -> str:
        match element:
            case Figure():
                return self.figure(element)
            case Subheading(text):
                return _heading(2, text)
            case Quote(text):
                return _prefixed("> ", _lines(text, "> "))
            case ListItem(text):
                return _prefixed("- ", _lines(text, "  "))
            case SeeAlso(items):
                return self.items(f"**{wording.SEE_ALSO}**", items)
            case Embed():
                return self.embed(element)
        return _lines(element.text)

    def figure(self, figure: Figure) -> str:
        """«**صورة:** the caption — *the credit*», the word linked to the picture."""
        label = self.link(wording.FIGURES[figure.kind], figure.url)
        told = (escape(figure.caption), _marked("*", wording.credit(figure.credit)))
        return _labelled(label, " — ".join(filter(None, told)))

    def embed(self, embed: Embed) -> str:
        label = self.link(wording.EMBEDS.get(embed.kind, wording.OTHER_EMBED), embed.url)
        return _labelled(label, _lines(embed.text))

    def items(self, heading: str, items: Iterable[RelatedItem]) -> str:
        """Related stories as a list. Its bullets differ from a body's, so that neither runs on."""
        printed = [_prefixed("* ", (_BREAK + "  ").join(self.item(item))) for item in items]
        stories = "\n".join(filter(None, printed))
        return stories and heading + _BLANK + stories

    def item(self, item: RelatedItem) -> Iterator[str]:
        """The lines of a related story."""
        title = wording.one_line(item.title) or web_link(item.url, self.base) or ""
        about = (item.section, wording.byline(item.byline), wording.moment(item.published))
        lines = (
            self.link(title, item.url),
            self.figure(item.figure) if item.figure else "",
            escape(wording.teaser(item)),
            " · ".join(filter(None, map(escape, about))),
        )
        return filter(None, lines)


def _heading(level: int, text: str | None) -> str:
    return _prefixed("#" * level + " ", escape(text))


def _prefixed(prefix: str, block: str) -> str:
    return block and prefix + block


def _labelled(label: str, text: str) -> str:
    return f"**{label}:** {text}" if text else f"**{label}**"


def _facts(article: Article) -> Iterator[str]:
    """Section, byline and dates, a line each."""
    if article.section:
        yield f"{wording.SECTION}: {escape(article.section)}"
    if article.byline:
        yield escape(wording.byline(article.byline))
    for label, moment in (
        (wording.PUBLISHED, article.published),
        (wording.MODIFIED, article.modified),
    ):
        if moment:
            yield f"{label}: {escape(wording.moment(moment))}"
