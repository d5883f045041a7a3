"""Prints a page as CommonMark.

Every value is escaped, so no text of a page can become markup. Pictures are linked and not
embedded: a renderer would load them, and the publisher would learn who reads the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from .. import model
from ..patterns import pattern
from . import wording
from .links import web_link
from .wording import joined

_BLANK = "\n\n"
_BREAK = "\\\n"  # a hard line break
_RULE = "* * *"
# Characters that are markup anywhere in a line, in CommonMark or in GitHub's extensions.
_MARKUP = pattern(r"[\\`*_\[\]<>#&~|$]")
# Markup at the start of a line: bullets, numbers, underlines of headings.
_HEAD = pattern(r"(?a)^(?:(?=[-+=])|\d{1,9}+(?=[.)]))")
_IN_ADDRESS = pattern(r"[()&]")  # `web_link` does not encode these


def to_markdown(page: model.Page) -> str:
    """`page` as CommonMark, with a rule between its articles. Any page can be printed.

    URLs with a scheme other than `http` and `https` are left out.
    """
    writer = _Writer(web_link(page.url))
    articles = (joined(_BLANK, writer.article(article)) for article in page.articles)
    source = f"{wording.SOURCE}: {writer.link(writer.base, writer.base)}" if writer.base else ""
    printed = joined(_BLANK, (joined(f"{_BLANK}{_RULE}{_BLANK}", articles), source))
    return printed and printed + "\n"


def escape(text: str | None) -> str:
    """`text` on one line, escaped so that a renderer shows it unchanged."""
    return _escaped(wording.one_line(text))


def _escaped(line: str) -> str:
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    return _HEAD.sub(lambda match: match.group() + "\\", escaped)


def _lines(text: str | None, indent: str = "") -> str:
    """`text` with its line ends kept; every line but the first begins with `indent`."""
    return (_BREAK + indent).join(map(_escaped, wording.lines(text)))


def _marked(mark: str, text: str | None) -> str:
    """`text` between two `mark`s of emphasis."""
    escaped = escape(text)
    return escaped and f"{mark}{escaped}{mark}"


@frozen
class _Writer:
    """Prints the parts of a page. `base` is the page's URL, for relative links."""

    base: str | None

    def link(self, text: str, url: str | None) -> str:
        """`text`, as a link to `url` if that is a safe link."""
        address = web_link(url, self.base)
        if address is None or not text:
            return escape(text)
        target = _IN_ADDRESS.sub(r"\\\g<0>", address)
        return f"[{escape(text)}]({target})"

    def article(self, article: model.Article) -> Iterator[str]:
        """The blocks of an article; a block without content is empty."""
        yield _marked("**", article.kicker)
        yield _heading(1, article.headline)
        yield _marked("*", article.subtitle)
        yield joined(_BREAK, _facts(article))
        if article.lead_image:
            yield self.figure(article.lead_image)
        yield from self.body(article.body)
        yield _prefixed(f"{wording.TAGS}: ", joined("، ", map(escape, article.tags)))
        yield self.items(_heading(2, wording.RELATED), article.related)

    def body(self, body: Iterable[model.BodyElement]) -> Iterator[str]:
        for kind, elements in groupby(body, type):
            yield joined("\n" if kind is model.ListItem else _BLANK, map(self.element, elements))

    def element(self, element: model.BodyElement) -> str:
        match element:
            case model.Figure():
                return self.figure(element)
            case model.Subheading(text):
                return _heading(2, text)
            case model.Quote(text):
                return _prefixed("> ", _lines(text, "> "))
            case model.ListItem(text):
                return _prefixed("- ", _lines(text, "  "))
            case model.Table(rows):
                return _table(rows)
            case model.SeeAlso(items):
                return self.items(f"**{wording.SEE_ALSO}**", items)
            case model.Embed():
                return self.embed(element)
        return _lines(element.text)

    def figure(self, figure: model.Figure) -> str:
        """`**صورة:** caption — *credit*`; the word links to the picture."""
        label = self.link(wording.FIGURES[figure.kind], figure.url)
        parts = (escape(figure.caption), _marked("*", wording.credit(figure.credit)))
        return _labelled(label, joined(" — ", parts))

    def embed(self, embed: model.Embed) -> str:
        return _labelled(self.link(wording.embed_label(embed), embed.url), _lines(embed.text))

    def items(self, heading: str, items: Iterable[model.RelatedItem]) -> str:
        """Related stories as a list. Its bullets differ from those of the body, so that two lists
        in a row stay apart."""
        printed = (_prefixed("* ", joined(_BREAK + "  ", self.item(item))) for item in items)
        stories = joined("\n", printed)
        return stories and heading + _BLANK + stories

    def item(self, item: model.RelatedItem) -> Iterator[str]:
        """The lines of a related story."""
        title = wording.one_line(item.title) or web_link(item.url, self.base) or ""
        yield self.link(title, item.url)
        yield self.figure(item.figure) if item.figure else ""
        yield escape(wording.teaser(item))
        about = (item.section, wording.byline(item.byline), wording.moment(item.published))
        yield joined(" · ", map(escape, about))


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """A table as GitHub prints it, its first row as the head; shorter rows need no more cells."""
    cells = [[escape(cell) for cell in row] for row in rows]
    width = max(map(len, cells), default=0)
    if not width:
        return ""
    cells[0] += [""] * (width - len(cells[0]))
    head, *lines = (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join([head, "|" + " --- |" * width, *lines])


def _heading(level: int, text: str | None) -> str:
    return _prefixed("#" * level + " ", escape(text))


def _prefixed(prefix: str, block: str) -> str:
    return block and prefix + block


def _labelled(label: str, text: str) -> str:
    return f"**{label}:** {text}" if text else f"**{label}**"


def _facts(article: model.Article) -> Iterator[str]:
    """Section, byline and dates, a line each."""
    if article.section:
        yield f"{wording.SECTION}: {escape(article.section)}"
    yield escape(wording.byline(article.byline))
    for label, moment in wording.dates(article):
        yield f"{label}: {escape(wording.moment(moment))}"
