"""Tags below a text, told by its words; heads of further texts where pages were glued."""

from __future__ import annotations

from collections.abc import Iterator

from ...folding import fold
from ...lexicon.words import fold_label
from ..features.repetition import REPEATS
from ..features.values import BYLINE, DATE, PICTURED
from ..features.vocabulary import (
    BOILERPLATE,
    BUTTON,
    CHROME_HEAD,
    COMMENTS_MARKER,
    HASHTAGS,
    LIST_MARKER,
    NO_LETTERS,
    RELATED_MARKER,
    TAGS_MARKER,
)
from . import HEAD, MENU, TAGS
from .boilerplate import SHORTEST_MENU
from .outline import LINE, SENTENCE, Outline, runs

LONGEST_TAG = 40  # characters
_REACH = 12  # blocks below the text in which its tags stand
_SHORTEST_WORD = 3  # characters
_FEWEST, _FEWEST_NAMED = 3, 2  # tags without a label, and those that the text says
_MOST_LISTED = 60  # lines above markers that are looked for in the text
_HEAD = 14  # blocks above a text that may belong to its article
_NO_END = frozenset("/:")  # «وام/» signs
_ANNOUNCED = RELATED_MARKER | LIST_MARKER | COMMENTS_MARKER
_NEVER = BOILERPLATE | BUTTON | NO_LETTERS | CHROME_HEAD | TAGS_MARKER | PICTURED


def find_tags(outline: Outline) -> None:
    """Finds the tags of each text, and the head of each that follows on another page's menu."""
    menus = list(runs(zone == MENU for zone in outline.zones))
    for first, last in _stretches(outline, [start for start, _ in menus]):
        _find_named(outline, first, last)
    _find_above_markers(outline)
    for start, end in menus:
        if start >= outline.first and end - start >= SHORTEST_MENU:
            below = range(end, min(len(outline.kinds), end + _HEAD))
            text = next((at for at in below if outline.kinds[at] == SENTENCE), end)
            outline.put(HEAD, [at for at in range(end, text) if outline.kinds[at] == LINE])


def _stretches(outline: Outline, menus: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last sentence of each text, without its comments; a menu parts two where pages
    were glued, as the head of a next story does."""
    first = last = outline.sentences[0]
    menu = 0
    for at in outline.sentences[1:]:
        if any(outline.has(between, COMMENTS_MARKER) for between in range(last + 1, at)):
            break
        while menu < len(menus) and menus[menu] <= last:
            menu += 1
        if (menu < len(menus) and menus[menu] < at) or outline.heads_between(last, at):
            yield first, last
            first = at
        last = at
    yield first, last


def _find_named(outline: Outline, first: int, last: int) -> None:
    """Short lines below the text whose words stand in it: its tags, not who signs it.

    What looks like a menu there is a list of tags if the text has the words of most of them. Beside
    such a tag, half of the words are enough: «أسعار الخضار» of a text that has «أسعار الفاكهة».
    """
    blocks = outline.blocks
    below = _candidates(outline, last)
    if not below:
        return
    text = fold(" ".join(blocks[at].line for at in range(first, last + 1)))
    told = (at for at in below if blocks[at].line[-1] not in _NO_END)
    named = {at for at in told if _bare(blocks[at].line) in text}
    named |= {at for at in below if {at - 1, at + 1} & named and _is_akin(outline, at, text)}
    hashed = [at for at in below if blocks[at].line[0] == "#"]
    outline.claim(hashed if len(hashed) > 1 else (), TAGS)
    listed = {at for at in below if outline.zones[at] == MENU}
    if 2 * len(listed & named) > len(listed):
        for at in listed:
            outline.zones[at] = TAGS
    outline.put(TAGS, named)


def _find_above_markers(outline: Outline) -> None:
    """Several short lines with the words of the text, right above the marker of a list further
    below: tags that have no label."""
    start, text, asked = outline.last + 1, "", 0
    for at in range(start, len(outline.kinds)):
        if outline.has(at, _ANNOUNCED):
            lines = range(start, at)
            start = at + 1
            if len(lines) < _FEWEST:
                continue
            asked += len(lines)
            if asked > _MOST_LISTED:
                return
            sentences = (outline.blocks[told].line for told in outline.sentences if told < at)
            text = text or fold(" ".join(sentences))
            named = [tag for tag in lines if _bare(outline.blocks[tag].line) in text]
            akin = [tag for tag in lines if tag in named or _is_akin(outline, tag, text)]
            if len(named) >= _FEWEST_NAMED and 2 * len(akin) >= len(lines):
                outline.claim(lines, TAGS)
        elif outline.kinds[at] == SENTENCE:
            return
        elif (
            outline.sizes[at] > LONGEST_TAG
            or outline.has(at, _NEVER | DATE)
            or is_of_writer(outline, at)
        ):
            start = at + 1


def _is_akin(outline: Outline, at: int, text: str) -> bool:
    """Whether `text` has half of the words of a line that is no name."""
    words = [_bare(word) for word in outline.blocks[at].line.split()]
    known = sum(len(word) >= _SHORTEST_WORD and word in text for word in words)
    return not outline.has(at, BYLINE) and 2 * known >= len(words)


def _candidates(outline: Outline, last: int) -> list[int]:
    """Lines below a text that may be its tags."""
    below: list[int] = []
    for at in range(last + 1, min(len(outline.kinds), last + 1 + _REACH)):
        if outline.has(at, _ANNOUNCED) or outline.kinds[at] == SENTENCE:
            break
        signs = outline.kinds[at] == LINE or outline.has(at, BYLINE | HASHTAGS)
        may_be = signs or outline.zones[at] == MENU
        if may_be and outline.sizes[at] <= LONGEST_TAG and not outline.has(at, _NEVER):
            below += () if is_of_writer(outline, at) else (at,)
    return below


def is_of_writer(outline: Outline, at: int) -> bool:
    """Whether a line is the name of the writer once more, above what he is: it is a byline that is
    printed further up too, or a part of one: «حوار: سمير ناصر»."""
    if not (outline.has(at + 1, BOILERPLATE) or outline.is_sentence(at + 1)):
        return False
    if outline.has(at, BYLINE) and outline.has(at, REPEATS):
        return True
    return outline.blocks[at].line in outline.signed


def _bare(text: str) -> str:
    """A tag as a text may hold it after a preposition: «الحرف» in «للحرف»."""
    return fold_label(text).removeprefix("#").removeprefix("ال")
