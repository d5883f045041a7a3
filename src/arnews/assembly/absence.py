"""Why a page has no article, from simple evidence: what it says, what it links, what it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from ..blocks import Block
from ..fields.person import LIKELY, name_score
from ..folding import fold
from ..input import other_files
from ..input.source import Source
from ..lexicon import Lexicon
from ..lexicon.absences import Absences, Kind
from ..lexicon.roles import fold_role
from ..model import TEXT_ELEMENTS, Article, Metadata, PageWarning, Paragraph, SeeAlso, WarningCode
from ..patterns import plain

_LONGEST_NOTICE = 800  # characters of an "article" that is the notice of a wall
_LONGEST_LINE = 300  # characters of a line that is looked at
_MOST_LINES = 400
_LINKED = 0.5  # share of a block that is a link
_STORY = 4  # words of a title, at least
_LONGEST_HEADING, _LISTED = 8, 3  # words of the heading of a list, and titles under it
_STORIES = 5  # titles of a list, at least
_SHORTEST_BODY = 40  # characters
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong"})
_PROFILES = ("profile", "profilepage", "person")
_TAG = plain(r"<[^<>]*>")
_BLANK_LINE = plain(r"\n[^\S\n]*\n\s*")

_MESSAGES: dict[WarningCode, str] = {
    "list": "no article: the page lists {0} stories",
    "wall": "no article: a wall stands before it, «{0}»",
    "error": "no article: the page is an error page, «{0}»",
    "no news": "no article: nothing on the page reads as one",
    "no page": "no article: the input is {0}",
}
_FILLED = "the page shows no text, as scripts would fill it: the text is that of its metadata"
_UNFILLED = "no article: the page shows no text, as scripts would fill it"


class Absence(NamedTuple):
    """The articles of a page, and why there are none, or where theirs comes from."""

    articles: tuple[Article, ...]  # `is_read` says whether they are of the blocks of the page
    warnings: tuple[PageWarning, ...] = ()
    is_read: bool = True
    stated: int = 0  # elements before those of the page, in the body of the first article


def account(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    source: Source,
    stated: Metadata,
    words: Lexicon,
) -> Absence:
    """`articles`, less what is the notice of a wall or error; told why, if none is left.

    The text of an article that only the metadata hold is read.
    """
    known = words.absences
    thing = f"{source.file}, no page" if source.file else None
    other = None if thing else other_files.named(source.text)
    if other is not None:
        thing = f"{other.name}, no page; {other.advice}"
    told = (
        _notice(articles, known)
        or _list((each.headline for each in articles), blocks, known)
        or _of_writer(articles, blocks, stated, words)
    )
    none = thing or told or not any(map(_tells_a_story, articles))
    left = () if none else tuple(articles)
    if any(article.text for article in left):
        return Absence(left)
    body = _stated_body(stated)
    if body and not thing:
        first, *others = left or (Article(),)
        filled = PageWarning("shell", _FILLED)
        first = evolve(first, body=(*body, *first.body), from_metadata=("body",))
        return Absence((first, *others), (filled,), bool(left), len(body))
    if left:
        return Absence(left)
    why = _warning("no page", thing) if thing else told or _why(blocks, source, stated, known)
    return Absence((), (why,), False)


def _tells_a_story(article: Article) -> bool:
    """Whether there is a headline, a text or a picture: more than links to other stories."""
    body = any(not isinstance(element, SeeAlso) for element in article.body)
    return body or bool(article.headline or article.lead_image)


def _warning(code: WarningCode, about: object = "") -> PageWarning:
    return PageWarning(code, _MESSAGES[code].format(about))


def _of_kind(kind: Kind, line: str) -> PageWarning:
    return PageWarning("shell", _UNFILLED) if kind == "shell" else _warning(kind, line)


def _notice(articles: Sequence[Article], known: Absences) -> PageWarning | None:
    """What a wall or an error says, if that is all that a page has for an article."""
    article = articles[0] if len(articles) == 1 else None
    if article is None or article.published or article.byline:
        return None
    if len(article.text) > _LONGEST_NOTICE:
        return None
    texts = (element.text for element in article.body if isinstance(element, TEXT_ELEMENTS))
    lines = [article.headline or "", *texts]
    kinds = [(known.kind_of(line[:_LONGEST_LINE]), line) for line in lines if line]
    found = [(kind, line) for kind, line in kinds if kind]
    if len(found) * 2 < len(kinds) or not found:
        return None
    kind, line = found[0]
    return _of_kind(kind, line)


def _list(
    headlines: Iterable[str | None], blocks: Sequence[Block], known: Absences
) -> PageWarning | None:
    """What a page of HTML says whose first headline is that of a list («نتائج البحث عن: …»)."""
    headline = next(filter(None, headlines), "")
    if len(headline.split()) > _LONGEST_HEADING or not known.heads_list(headline):
        return None
    titles = {fold(title) for title in _titles(block for block in blocks if block.markup)}
    return _warning("list", len(titles)) if len(titles) >= _LISTED else None


def _of_writer(
    articles: Sequence[Article], blocks: Sequence[Block], stated: Metadata, words: Lexicon
) -> PageWarning | None:
    """What a page of HTML says whose headline is a name, and whose text begins with what he is,
    over a list of his stories; or that calls itself the profile of a person."""
    article = articles[0] if len(articles) == 1 else None
    if article is None or article.byline or stated.is_article or not article.paragraphs:
        return None
    name = (article.headline or "").rpartition(":")[2]
    if name_score(name, words) < LIKELY:
        return None
    job = fold_role(article.paragraphs[0].text.split(None, 1)[0])
    titles = {fold(title) for title in _titles(block for block in blocks if block.markup)}
    told = job in words.roles.jobs and article.published is None
    told = told or (stated.kind or "").lower() in _PROFILES
    return _warning("list", len(titles)) if told and len(titles) >= _LISTED else None


def _why(blocks: Sequence[Block], source: Source, stated: Metadata, known: Absences) -> PageWarning:
    titles = {fold(title) for title in _titles(blocks)}
    is_list = len(titles) >= _STORIES
    for line in (*stated.titles[:1], *_own_lines(blocks, only_headings=is_list)):
        kind = known.kind_of(line)
        if kind is not None:
            return _of_kind(kind, line)
    if not any(block.text for block in blocks) and "<script" in source.text.lower():
        return PageWarning("shell", _UNFILLED)
    if is_list:
        return _warning("list", len(titles))
    return _list(stated.titles[:1], blocks, known) or _warning("no news")


def _own_lines(blocks: Sequence[Block], only_headings: bool) -> Iterator[str]:
    """The first short lines that are no links; of a list of stories only its headings."""
    lines = [
        block.line
        for block in blocks
        if 0 < len(block.text) <= _LONGEST_LINE
        and (block.markup is None or block.markup.link_density < _LINKED)
        and (not only_headings or _is_heading(block))
    ]
    yield from lines[:_MOST_LINES]


def _is_heading(block: Block) -> bool:
    return block.markup is not None and block.markup.element.block_ancestor.tag in ("h1", "h2")


def _titles(blocks: Iterable[Block]) -> Iterator[str]:
    """The titles of stories: links, headings and lines below a picture, of several words, and
    in text lines that are no sentences."""
    pictured = False
    for block in blocks:
        markup, text = block.markup, block.text
        may_be = (
            pictured
            or markup is None
            or markup.link_density >= _LINKED
            or not _HEADINGS.isdisjoint(element.tag for element in markup.elements[:2])
        )
        long = len(text.split(None, _STORY)) >= _STORY
        pictured = (pictured and not long) or (markup is not None and markup.image is not None)
        if may_be and long and text[-1:] != ".":
            yield text


def _stated_body(stated: Metadata) -> tuple[Paragraph, ...]:
    """The paragraphs of an article that the page only states: by blank lines, else line ends."""
    text = stated.article_body or ""
    if stated.is_article is False or len(text) < _SHORTEST_BODY:
        return ()
    plain = _TAG.sub("\n", text) if "</" in text else text
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = _BLANK_LINE.split(plain)
    lines = (" ".join(part.split()) for part in (parts if len(parts) > 1 else plain.split("\n")))
    return tuple(Paragraph(line) for line in lines if line)
