"""Links, pictures and bold type of Markdown: what a reader sees of them.

A block that is a link is shown without its mark and its address, and a block of nothing but links
is a row of blocks. Inside a sentence they stay in the text, and `Block.line` is without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import pattern
from .repair import Span

_LINK = pattern(
    r"!?\[(?P<label>[^\[\]]{0,300}+)\]"
    r"\(\s?+<?(?P<href>[^()\s<>]{0,800}+(?:\([^()\s]{0,200}+\)[^()\s<>]{0,200}+)?)>?"
    r"(?:\s++[\"'][^\"'\n]{0,300}+[\"'])?\s?+\)"
)
_BOLD = pattern(r"\*\*(?=\S)(?P<label>[^*\n]{1,300}+)\*\*")
_NUMBER = pattern(r"\s*+\[\d{1,3}\]\s*+")
_REFERENCES = pattern(r"(?m)^[ \t]*+(?:References|Links|Visible links)[ \t\r]*+$")
_WORD = pattern(r"[\p{L}\p{N}]")
_BEHIND = pattern(r"[*_\s]{0,4}+\]\(\s?+<?(?P<href>https?://[^()\s<>]++)")


def may_have_links(text: str) -> bool:
    """Whether `text` may have any at all: most texts pay no more than this."""
    return "](" in text or "**" in text or are_numbered(text)


def are_numbered(text: str) -> bool:
    """Whether `text` is the dump of a text browser, which numbers links: «[1]الرئيسية [2]أخبار»,
    and lists their addresses at the end."""
    return "[1]" in text and _REFERENCES.search(text) is not None


def shown(text: str, start: int, end: int, numbered: bool = False) -> Iterator[Span]:
    """What a reader sees of the block `text[start:end]`: pieces of it, in order.

    If its links are `numbered`, what stands between two numbers is a piece.
    """
    line = text[start:end]
    if numbered and _NUMBER.match(line):
        at = 0
        for number in (*_NUMBER.finditer(line), None):
            piece = line[at : number.start() if number else len(line)]
            if piece.strip():
                yield start + at, start + at + len(piece.rstrip())
            at = number.end() if number else at
        return
    links = list(_LINK.finditer(line)) if "](" in line else []
    # A picture may be a link, which is empty without it.
    if links and not _WORD.search(_LINK.sub("", _LINK.sub("", line))):
        spans = [link.span("label") for link in links]
    else:
        spans = [(0, end - start)]
    for first, last in spans:
        label = line[first:last]
        if bold := _BOLD.fullmatch(label):
            first, last = first + bold.start("label"), first + bold.end("label")
            label = line[first:last]
        if label.strip():
            before = len(label) - len(label.lstrip())
            yield start + first + before, start + first + len(label.rstrip())


def address(text: str, end: int) -> str | None:
    """The address behind a block that ends at `end`, if it is a link to another site or page."""
    found = _BEHIND.match(text, end)
    return found["href"] if found else None
