"""What many pages tell that one page does not: readings of a field put right by the others.

A headline stands on one page only; a kicker or a section comes again on others. What is printed
twice above the text, and is no caption with a credit, is the headline. What looks like text but
stands above the headline or the date is the deck. Each rule changes how learning takes a line, no
more; the template that follows makes the pages read so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from ..fields import credit
from .rows import TEXT, Parts, Printed, Row, Token, parts_of
from .words import Vocabulary, enough

SHORT = 40  # characters of a kicker or section at most
SHORTEST_HEADLINE = 15
COME_AGAIN = 0.4  # share of a field's values that stand on other pages too
SECTIONS = 0.4  # … of its values that are names of sections

_ANCHORS = frozenset({"headline", "published", "modified"})
_UNSURE = frozenset({"headline", "kicker", "subtitle", "lead_image", "byline", "section"})
_HEADLINE = Token("headline")


def settled(rows: Sequence[Row], words: Vocabulary) -> list[Parts]:
    """The articles that `rows` are, their fields put right by what all of them tell."""
    parts = [parts_of(_with_deck(row)) for row in rows]
    heads = _headlines([each.head for each in parts])
    for token in sorted({p.token for head in heads for p in head}, key=str):
        if token.name in _UNSURE and not token.word:
            heads = _short_field(heads, token, words)
    return [evolve(each, head=head) for each, head in zip(parts, heads, strict=True)]


def _with_deck(row: Row) -> Row:
    """A text above the headline or date, with more text below, is the deck."""
    anchors = [at for at, p in enumerate(row) if p.token.name in _ANCHORS and p.line.item is None]
    last = max(anchors, default=0)
    above = [at for at in range(last) if row[at].token.name in TEXT]
    below = sum(p.token.name in TEXT for p in row[last:])
    if len(above) != 1 or not below:
        return row
    deck = evolve(row[above[0]], token=Token("subtitle"))
    return (*row[: above[0]], deck, *row[above[0] + 1 :])


def _headlines(heads: Sequence[Row]) -> list[Row]:
    """The headline of most pages is what they print twice, if it is not printed twice already."""
    twice = [_printed_twice(head) for head in heads]
    told = sum(text is not None for text in twice)
    if told < enough(len(heads)):
        return list(heads)
    return [
        _with_headline(head, text) if text else head
        for head, text in zip(heads, twice, strict=True)
    ]


def _printed_twice(head: Row) -> str | None:
    """The line that a head prints twice and that is no caption; `None` if it is the headline."""
    times = Counter(printed.line.text for printed in head)
    names = {printed.line.text: printed.token.name for printed in head}
    for text, count in times.items():
        if count > 1 and len(text) >= SHORTEST_HEADLINE and names[text] in _UNSURE:
            return None if names[text] == "headline" else _unsigned(text)
    return None


def _unsigned(text: str) -> str | None:
    return text if credit.parse(text).credit is None else None


def _with_headline(head: Row, text: str) -> Row:
    """`head` with the headline `text`; what was taken for it is the kicker or the deck."""
    found: list[Printed] = []
    again = False
    for printed in head:
        if printed.line.text == text:
            printed = evolve(printed, token=Token("headline", again))
            again = True
        elif printed.token == _HEADLINE:
            name = "kicker" if len(printed.line.text) <= SHORT else "subtitle"
            printed = evolve(printed, token=Token(name))
        found.append(printed)
    return tuple(found)


def _short_field(heads: Sequence[Row], token: Token, words: Vocabulary) -> list[Row]:
    """`token` as section or kicker where its values are short and come again on other pages."""
    lines = [p.line for head in heads for p in head if p.token == token]
    short = [line for line in lines if len(line.text) <= SHORT and _unsigned(line.text)]
    values = Counter(line.key for line in short)
    sections = words.section_keys
    named = sum(line.key in sections for line in short)
    again = sum(values[line.key] > 1 for line in short)
    if len(short) < enough(len(lines), 0.8) or not short:
        return list(heads)
    if named >= SECTIONS * len(short):
        name = "section"
    elif token.name not in ("byline", "section") and again >= COME_AGAIN * len(short):
        name = "kicker"
    else:
        return list(heads)
    return [_renamed(head, token, Token(name)) for head in heads]


def _renamed(head: Row, before: Token, after: Token) -> Row:
    return tuple(evolve(p, token=after) if p.token == before else p for p in head)
