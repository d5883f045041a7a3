"""What each block of a page may be: roles by the strings that gold, or a drawn page, holds.

Truth holds strings, not blocks. A block that equals a string has its role; a block that holds
strings, or is a piece of a paragraph, is told as far as that goes; any other block is nothing that
the truth holds whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import corpus
from attrs import Factory, define

import arnews
from arnews.model import Article, Figure, Moment, RelatedItem

Roles = frozenset[str]
_Strings = Iterator[tuple[str | None, Iterable[str]]]
DEBRIS: Roles = frozenset({"interface", "chrome", "picture"})
#: A paragraph, whatever stands before it on the page: gold calls them all body, and text that was
#: flattened has no marks of quotes and lists.
RUNNING: Roles = frozenset({"paragraph", "quote", "list_item"})
#: What gold does not tell whole: it has parts or values of bylines and dates, for instance.
_NOT_IN_GOLD: Roles = DEBRIS | {
    *("section", "byline", "date", "credit", "related_marker", "related_section"),
    *("related_caption", "related_teaser", "related_byline", "related_date"),
}
_NOT_IN_PAGE: Roles = DEBRIS | {"related_marker"}
_PART = 33  # letters of a block that is found inside a paragraph: part of it
_NAME = 7  # letters of a string of gold that is found inside a block


def bare(text: str | None) -> str:
    """`text` as it is compared: without blanks, which tools put between words and stops."""
    return "".join(corpus.norm(text).split())


@define
class Truth:
    """`whole` has the roles of strings, `running` is all text of the articles. `untold` are the
    roles of which the truth does not hold every string, `again` those of a repetition."""

    untold: Roles
    again: Roles
    whole: dict[str, set[str]] = Factory(lambda: defaultdict(set))
    running: list[str] = Factory(list)

    @classmethod
    def of_gold(cls, gold: Mapping[str, Any]) -> Truth:
        """The strings of all articles of a page of gold. Gold tells of a string once, although a
        headline may be printed again as a caption or as the title of another story."""
        truth = cls(_NOT_IN_GOLD, _NOT_IN_GOLD | {"caption", "related_title"})
        for article in gold["articles"]:
            truth._put(_strings_of_gold(article), article.get("body", ()))
        return truth

    @classmethod
    def of_page(cls, page: arnews.Page) -> Truth:
        """The strings of a page that was drawn and printed: all of them."""
        truth = cls(_NOT_IN_PAGE, _NOT_IN_PAGE)
        for article in page.articles:
            texts = (e.text for e in article.body if isinstance(e, arnews.model.TEXT_ELEMENTS))
            truth._put(_strings_of(article), texts)
        return truth

    def _put(
        self, strings: Iterable[tuple[str | None, Iterable[str]]], body: Iterable[str]
    ) -> None:
        for text, roles in strings:
            text = bare(text)
            if text:
                self.whole[text].update(roles)
        self.running += map(bare, body)

    def by_block(self, texts: Sequence[str], copies: int = 1) -> dict[int, Roles]:
        """The roles that each of `texts` may have, by its index; `copies` is how often the whole
        page stands among them. Texts of which nothing is known are left out."""
        times = Counter(texts)
        known = {at: self.roles(text, times[text] // copies) for at, text in enumerate(texts)}
        return {at: roles for at, roles in known.items() if roles}

    def roles(self, text: str, times: int) -> Roles:
        """What a block may be that the page prints so many times; no roles if nothing is known."""
        if not text:
            return frozenset()
        if text in self.whole:
            known = frozenset(self.whole[text])
            return known if times == 1 and not known & self.untold else known | self.again
        if any(text in paragraph for paragraph in self.running):
            return RUNNING if len(text) >= _PART else frozenset()
        held = [roles for string, roles in self.whole.items() if self._holds(text, string)]
        if held:
            return frozenset().union(*held) if self.untold == _NOT_IN_PAGE else frozenset()
        return self.untold

    def _holds(self, text: str, string: str) -> bool:
        """Whether a block tells of a string that is a part of it; credits are short."""
        least = 2 if "credit" in self.whole[string] else _NAME
        return len(string) >= least and string in text


def after_change(
    before: Sequence[str], roles: Mapping[int, Roles], after: Sequence[str]
) -> dict[int, Roles]:
    """The roles of the lines `after` a change to a page of the lines `before`, by index: a line
    that was there keeps its roles, the last may be a paragraph that is cut off, any other is
    debris. Nothing is known of lines that were joined, or that are there more often."""
    times, shown = Counter(before), Counter(after)
    known = {text: roles.get(at, frozenset()) for at, text in enumerate(before)}
    found = {}
    for at, text in enumerate(after):
        if text in known:
            found[at] = known[text] if shown[text] <= times[text] else frozenset()
        elif at + 1 == len(after) and any(line.startswith(text) for line in before):
            begun = (known[line] for line in before if line.startswith(text))
            found[at] = next((each for each in begun if each & RUNNING), frozenset())
        elif not any(line in text for line in before if len(line) >= _NAME):
            found[at] = DEBRIS
    return {at: each for at, each in found.items() if each}


def _strings_of_gold(article: Mapping[str, Any]) -> _Strings:
    headings = {article["body"][at] for at in article.get("subheadings", ())}
    for text in article.get("body", ()):
        yield text, ("subheading",) if text in headings else RUNNING
    for name in ("headline", "kicker", "subtitle", "section"):
        yield article.get(name), (name,)
    for caption in article.get("captions", ()):
        yield caption.get("text"), ("caption",)
        yield caption.get("credit"), ("caption", "credit")
    for text in article.get("tags", ()):
        yield text, ("tag",)
    for text in article.get("related", ()):
        yield text, ("related_title",)
    for text in (article.get("place"), article.get("publication"), *article.get("authors", ())):
        yield text, ("byline",)


def _strings_of(article: Article) -> _Strings:
    for name in ("headline", "kicker", "subtitle", "section"):
        yield getattr(article, name), (name,)
    yield from _signed(article.byline, article.published, article.modified)
    yield from _pictured(article.lead_image)
    for tag in article.tags:
        yield tag, ("tag",)
    for item in article.related:
        yield from _strings_of_item(item)
    for element in article.body:
        match element:
            case arnews.Figure():
                yield from _pictured(element)
            case arnews.SeeAlso():
                for item in element.items:
                    yield from _strings_of_item(item)
            case arnews.Embed():
                yield element.text, ("embed",)
            case arnews.Subheading():
                yield element.text, ("subheading",)
            case _:
                yield element.text, RUNNING


def _strings_of_item(item: RelatedItem) -> _Strings:
    for name in ("title", "section", "teaser"):
        yield getattr(item, name), (f"related_{name}",)
    yield from _signed(item.byline, item.published, prefix="related_")
    yield from _pictured(item.figure, prefix="related_")


def _signed(byline: arnews.Byline | None, *moments: Moment | None, prefix: str = "") -> _Strings:
    for line in byline.raw.split("\n") if byline else ():
        yield line, (f"{prefix}byline",)
    for moment in moments:
        yield moment and moment.raw, (f"{prefix}date",)


def _pictured(figure: Figure | None, prefix: str = "") -> _Strings:
    if figure:
        yield figure.caption, (f"{prefix}caption",)
        yield figure.credit and figure.credit.raw, (f"{prefix}caption", "credit")
