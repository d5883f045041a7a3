"""Why a line is no date, byline or credit although it looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import layouts, lexicon
from .errors import UnknownLayout
from .fields import byline, credit, date
from .fields.gates import Line, may_be_byline
from .lexicon import Lexicon
from .model import LabelledBlock, Page

_WORD = re.compile(r"\S+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$")
_PARTING = " .,:;،؛|/\\–—-"  # marks beside a value

#: Roles of lines that a reader could take for a value. Boilerplate is none, but for a date.
_TEXTS = frozenset(
    (
        *("headline", "kicker", "subtitle", "paragraph", "subheading", "quote", "list_item"),
        "related_title",
    )
)

#: The fields that are not called as the value that they hold.
_DATES = {"published": "date", "modified": "date"}

#: Where a phrase begins and ends in a line.
_Span = tuple[int, int]


class Refusal(NamedTuple):
    """A value that a block looks like and was not taken for: `"date"`, `"byline"` or `"credit"`.

    `parts` are the phrases of it that are the value («مساء الأربعاء 4 أبريل 1984»), and `others`
    those that are no part of it («ووقع أول حادث»). Without `others` the whole block is a value by
    its form, and stands in the wrong place. Without `parts`, `others` is the bracket at its end,
    which names no source.
    """

    value: str
    others: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def refusals(page: Page) -> Iterator[tuple[Refusal, ...]]:
    """For each block of `page`, in order, which values it was not taken for; mostly none."""
    words = lexicon_of(page)
    return (tuple(_refusals(block, words)) for block in page.blocks)


def lexicon_of(page: Page) -> Lexicon:
    """The lexicon of the page's layout; a layout from a file is known to its caller only."""
    try:
        return layouts.get(page.layout).lexicon
    except UnknownLayout:
        return lexicon.default()


class _Grammar(NamedTuple):
    """One kind of value, and whether a whole line is one.

    `longest` is in characters. `misplaced` are the roles of lines that would be one elsewhere, and
    `unread` those of lines in which one is looked for.
    """

    name: str
    longest: int
    reads: Callable[[str, Lexicon], bool]
    misplaced: frozenset[str] = _TEXTS
    unread: frozenset[str] = _TEXTS


def _is_date(text: str, words: Lexicon) -> bool:
    return date.parse(text, lexicon=words) is not None


def _is_byline(text: str, words: Lexicon) -> bool:
    found = byline.parse(text, lexicon=words)
    return found is not None and bool(found.authors or found.agencies)


def _is_credit(text: str, words: Lexicon) -> bool:
    return credit.parse(text, lexicon=words).credit is not None


def _found(grammar: _Grammar, text: str, words: Lexicon) -> list[_Span]:
    """All dates in `text`, or the longest phrase that opens or closes it and is one value."""
    if grammar.name == "date":
        return [(found.start, found.end) for found in date.find(text, lexicon=words)]
    if grammar.name == "byline" and not may_be_byline(Line(text, words.word_classes)):
        return []
    places = [word.span() for word in _WORD.finditer(text)]
    for size in range(len(places) - 1, 0, -1):
        for phrase in (places[:size], places[-size:]):
            start, end = phrase[0][0], phrase[-1][1]
            if grammar.reads(text[start:end].strip(_PARTING), words):
                return [(start, end)]
    return []


_GRAMMARS = (
    _Grammar("date", 120, _is_date, misplaced=_TEXTS | {"chrome", "interface"}),
    _Grammar("byline", 60, _is_byline),
    _Grammar("credit", 110, _is_credit, unread=_TEXTS | {"caption"}),
)


def _refusals(block: LabelledBlock, words: Lexicon) -> Iterator[Refusal]:
    fields = (path.rpartition(".")[2] for path in block.feeds)
    read = {_DATES.get(field, field) for field in fields}
    for grammar in _GRAMMARS:
        if not block.text or len(block.text) > grammar.longest or grammar.name in read:
            continue
        if grammar.reads(block.text, words):
            if block.role in grammar.misplaced:
                yield Refusal(grammar.name)
        elif block.role in grammar.unread:
            yield from _refusal(grammar, block.text, words)


def _refusal(grammar: _Grammar, text: str, words: Lexicon) -> Iterator[Refusal]:
    """Which phrases of `text` are no part of the value that is in it."""
    spans = _found(grammar, text, words)
    others = [part for part in map(_phrase, _around(text, spans)) if part] if spans else []
    if others:
        parts = (_phrase(text[start:end]) for start, end in spans)
        yield Refusal(grammar.name, tuple(others), tuple(parts))
    elif grammar.name == "credit" and (closing := _BRACKETS.search(text)):
        yield Refusal("credit", (_phrase(closing[1]),))


def _around(text: str, spans: list[_Span]) -> Iterator[str]:
    """What of `text` is before, between and after `spans`."""
    before = 0
    for start, end in (*spans, (len(text), len(text))):
        yield text[before:start]
        before = end


def _phrase(text: str) -> str:
    """`text` on one line, without the marks around it; empty if it has no letter or digit."""
    text = " ".join(text.split()).strip(_PARTING)
    return text if any(map(str.isalnum, text)) else ""
