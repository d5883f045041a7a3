"""Cards of writers: elements so called that hold a name, and often a picture, a biography and
buttons."""

from __future__ import annotations

from collections.abc import Iterator

from ...lexicon.words import LONGEST_WORD, fold_heading
from ...segment.dom import Element
from ..element_names import is_called
from ..page_context import PageContext
from . import BODY, COMMENTS, ELSEWHERE, HEAD, RELATED, TAIL
from .dom import heading_level, inherited, is_inside, upwards
from .stories import HtmlPage, Story

_FURTHEST = 20  # blocks behind a body
_LONGEST = 20  # blocks of a card
_LONGEST_TITLE = 40  # characters of a link that is not the title of a story
_LONGEST_LINE = 80  # characters of a name and a day
_BIOGRAPHY = 3  # blanks between the words of a biography at least

_is_called_writer = is_called("writer")


def set_zones_of_writers(page: PageContext, html: HtmlPage, story: Story) -> None:
    """What a card says of a writer, but for who and when, is no part of the story."""
    for card in _cards(page, html, story):
        html.cards.append(card)
        named = next((at for at in card if html.blocks[at].text), card.stop)
        for at in card[named + 1 - card.start :]:
            text = html.blocks[at].text
            told = text.count(" ") >= _BIOGRAPHY or heads_list(html, text)
            if told and page.zones[at] in (HEAD, BODY, TAIL) and not _says_who_or_when(html, text):
                page.zones[at] = ELSEWHERE


def _cards(page: PageContext, html: HtmlPage, story: Story) -> Iterator[range]:
    """The blocks of each element called a writer that holds neither headline nor text, from the
    headline down to another heading, the title of another story, or comments."""
    blocks = html.blocks
    held = (*upwards(blocks[story.start].markup.element), *upwards(story.body))
    known: dict[int, Element | None] = {one.document_index: None for one in held}

    def outermost(element: Element) -> Element | None:
        if not element.names:
            return None
        if element.up is not None and known.get(element.up.document_index) is not None:
            return None
        return element if _is_called_writer(element.names) else None

    at, end, text = story.start + 1, min(len(blocks), story.last + _FURTHEST), {*story.paragraphs}
    while at < end:
        if at in text:
            at += 1
            continue
        card = inherited(blocks[at].markup.element, known, outermost)
        if card is not None and blocks[at].markup.figure is None:  # not who took a picture
            start = at
            while at < len(blocks) and is_inside(blocks[at], card):
                at += 1
            if at - start <= _LONGEST:
                yield range(start, at)
            continue
        block = blocks[at]
        if at > story.last and (
            page.zones[at] in (RELATED, COMMENTS)
            or heading_level(block.markup.element)
            or (block.href and len(block.text) > _LONGEST_TITLE)
        ):
            return
        at += 1


def heads_list(html: HtmlPage, text: str) -> bool:
    """«المزيد من المقالات»."""
    heading = fold_heading(text) if len(text) <= LONGEST_WORD else ""
    return heading in html.words.related or heading in html.words.elsewhere


def _says_who_or_when(html: HtmlPage, text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    return bool(html.values.dates(text)) or html.values.byline(text) is not None
