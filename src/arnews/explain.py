"""`explain`: a table of how each block of a page was labelled, and why a line is no date, byline or
credit although it looks like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import layouts, lexicon
from .arguments import check
from .errors import UnknownLayout
from .fields import byline, credit, date
from .fields.gates import Line, may_be_byline
from .lexicon import Lexicon
from .model import LabelledBlock, Page

_LINE_END = re.compile(r"\r\n|\n|\r")
_WORD = re.compile(r"\S+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$")
_PARTING = " .,:;،؛|/\\–—-"  # marks beside a value
_WIDTH, _INDENT = 100, 20
_SHOWN = 64  # characters of a block
_QUOTED = 40  # characters of a phrase
_NO_BREAK = "\N{NO-BREAK SPACE}"

# Isolates keep each value in its own direction: a Latin name cannot reverse an Arabic line.
_FIRST_STRONG, _POP = "\u2068", "\u2069"

#: Roles of lines that a reader could take for a value. Boilerplate is none, but for a date.
_TEXTS = frozenset(
    (
        *("headline", "kicker", "subtitle", "paragraph", "subheading", "quote", "list_item"),
        "related_title",
    )
)

#: Where a phrase begins and ends in a line.
_Span = tuple[int, int]


def explain(page: Page) -> str:
    """A table of the page's blocks, for people, 100 columns wide.

    A row has the position in the source, the article and related item (`·` outside), the role and
    the text. Below it are the zone, the next likely role and how far it is behind, the features
    with their weights, and why the line is no date, byline or credit although it looks like one:

        no date: «ووقع أول حادث» is no part of one («مساء الأربعاء 4 أبريل 1984» is)

    A page from JSON without blocks has no table; the text then says so. Raises `BadArgument` for
    anything but a page.
    """
    check("page", page, Page, "an arnews.Page, as arnews.parse gives it")
    return "\n".join(_lines(page)) + "\n"


def isolated(text: str) -> str:
    """`text` in its own direction, whatever is printed around it."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def _lines(page: Page) -> Iterator[str]:
    articles = len(page.articles)
    yield f"layout {page.layout}, {page.kind}, {articles} article{'s' * (articles != 1)}"
    if any(block.cut for block in page.blocks):
        yield _how_cut(page)
    for warning in page.warnings:
        yield f"warning ({warning.code}): {warning.message}"
    if not page.blocks:
        yield "no blocks: they come with arnews.parse, and with to_json(blocks=True)"
    words = _lexicon_of(page)
    for block in page.blocks:
        yield f"{_place(block):>13}  {_belongs(block):<4} {block.role:<15} {_shown(block.text)}"
        for line in (_reasons(block), *_refusals(block, words)):
            yield from _wrapped(line)


def _lexicon_of(page: Page) -> Lexicon:
    """The lexicon of the page's layout; a layout from a file is known to its caller only."""
    try:
        return layouts.get(page.layout).lexicon
    except UnknownLayout:
        return lexicon.default()


def _how_cut(page: Page) -> str:
    """A line that counts by what segmentation separated the blocks of a text."""
    cuts = Counter(block.cut for block in page.blocks if block.cut)
    joined = sum(len(_LINE_END.findall(block.text)) for block in page.blocks)
    counts = ", ".join(f"{cut} {times}×" for cut, times in cuts.most_common())
    return f"cut at: {counts}" + (f"; lines of broken sentences joined: {joined}" if joined else "")


def _place(block: LabelledBlock) -> str:
    return f"{block.start}–{block.end}" if block.path is None else block.path[-13:]


def _belongs(block: LabelledBlock) -> str:
    if block.article is None:
        return "·"
    return f"{block.article}" if block.item is None else f"{block.article}.{block.item}"


def _shown(text: str) -> str:
    return isolated(_cut(_LINE_END.sub("⏎", text), _SHOWN))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _wrapped(line: str) -> list[str]:
    import textwrap

    indent = " " * _INDENT
    lines = textwrap.wrap(
        line,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]


def _reasons(block: LabelledBlock) -> str:
    """«zone head; runner-up subtitle, 2 behind; line +1; printed again +3»."""
    reasons = [f"zone {block.zone}"] if block.zone else []
    if block.runner_up:
        role, margin = block.runner_up
        behind = f"{margin:g} behind" if margin >= 0 else f"{-margin:g} ahead: the template decided"
        reasons.append(f"runner-up {role}, {behind}")
    reasons += [f"{name} {weight:+g}" for name, weight in block.evidence]
    return "; ".join(reason.replace(" ", _NO_BREAK) for reason in reasons)


class _Grammar(NamedTuple):
    """One kind of value: whether a whole line is one, and where in a line one is.

    `longest` is in characters. `misplaced` are the roles of lines that would be one elsewhere, and
    `unread` those of lines in which one is looked for.
    """

    name: str
    longest: int
    reads: Callable[[str, Lexicon], bool]
    find: Callable[[str, Lexicon], list[_Span]]
    misplaced: frozenset[str] = _TEXTS
    unread: frozenset[str] = _TEXTS


def _is_date(text: str, words: Lexicon) -> bool:
    return date.parse(text, lexicon=words) is not None


def _is_byline(text: str, words: Lexicon) -> bool:
    found = byline.parse(text, lexicon=words)
    return found is not None and bool(found.authors or found.agencies)


def _is_credit(text: str, words: Lexicon) -> bool:
    return credit.parse(text, lexicon=words).credit is not None


def _find_dates(text: str, words: Lexicon) -> list[_Span]:
    return [(found.start, found.end) for found in date.find(text, lexicon=words)]


def _find_byline(text: str, words: Lexicon) -> list[_Span]:
    if not may_be_byline(Line(text, words.word_classes)):
        return []
    return _at_an_end(text, lambda part: _is_byline(part, words))


def _find_credit(text: str, words: Lexicon) -> list[_Span]:
    return _at_an_end(text, lambda part: _is_credit(part, words))


def _at_an_end(text: str, reads: Callable[[str], bool]) -> list[_Span]:
    """The longest phrase that opens or closes `text` and is one by `reads`."""
    words = [word.span() for word in _WORD.finditer(text)]
    for size in range(len(words) - 1, 0, -1):
        for phrase in (words[:size], words[-size:]):
            start, end = phrase[0][0], phrase[-1][1]
            if reads(text[start:end].strip(_PARTING)):
                return [(start, end)]
    return []


_GRAMMARS = (
    _Grammar("date", 120, _is_date, _find_dates, misplaced=_TEXTS | {"chrome", "interface"}),
    _Grammar("byline", 60, _is_byline, _find_byline),
    _Grammar("credit", 110, _is_credit, _find_credit, unread=_TEXTS | {"caption"}),
)


def _refusals(block: LabelledBlock, words: Lexicon) -> Iterator[str]:
    """Why the line is no date, byline or credit although it looks like one."""
    for grammar in _GRAMMARS:
        if not block.text or len(block.text) > grammar.longest:
            continue
        if grammar.reads(block.text, words):
            if block.role in grammar.misplaced:
                yield f"a {grammar.name} by its form, but {block.role} in this place"
        elif block.role in grammar.unread:
            yield from _refusal(grammar, block.text, words)


def _refusal(grammar: _Grammar, text: str, words: Lexicon) -> Iterator[str]:
    """Which phrases of `text` are no part of the value that is in it."""
    spans = grammar.find(text, words)
    others = [part for part in map(_phrase, _around(text, spans)) if part] if spans else []
    if others:
        one = " and ".join(_phrase(text[start:end]) for start, end in spans)
        verb = "is" if len(others) == 1 else "are"
        named = f"({one} {'is' if len(spans) == 1 else 'are'})"
        yield f"no {grammar.name}: {' and '.join(others)} {verb} no part of one {named}"
    elif grammar.name == "credit" and (closing := _BRACKETS.search(text)):
        yield f"no credit: {_phrase(closing[1])} names no agency, photographer or archive"


def _around(text: str, spans: list[_Span]) -> Iterator[str]:
    """What of `text` is before, between and after `spans`."""
    before = 0
    for start, end in (*spans, (len(text), len(text))):
        yield text[before:start]
        before = end


def _phrase(text: str) -> str:
    """`text` in quotes, without the marks around it; empty if it has no letter or digit."""
    text = _cut(" ".join(text.split()).strip(_PARTING), _QUOTED)
    return isolated(f"«{text}»").replace(" ", _NO_BREAK) if any(map(str.isalnum, text)) else ""
