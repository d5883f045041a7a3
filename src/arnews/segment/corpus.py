"""Files of text corpora: records of elements that are no HTML, which hold the fields of a story.

`<DOC> <DOCNO>AL-1</DOCNO> <TITLE>…</TITLE> <TEXT>…</TEXT> </DOC>`: the tags are marks in the gaps
between blocks. What a story does not print (numbers, addresses, abstracts) is one block an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import plain

_RECORD = plain(r"<DOC(?:\s[^<>]{0,200})?>", re.I)
_INLINE = "A|B|EM|FONT|I|SPAN|STRONG|U"  # they part nothing
_TAG = plain(rf"<(/?)(?!(?:{_INLINE})\b)([A-Z][A-Z_]{{0,19}})(?:\s[^<>]{{0,200}})?/?>", re.I)
_DATES = {"DATE", "TIME", "DATETIME", "DATE_TIME", "DATELINE"}
_PRINTED = frozenset({"HEADLINE", "TITLE", "AUTHOR", "BYLINE", "TEXT", "BODY", "P", *_DATES})
_TITLES = frozenset({"TITLE", "HEADLINE"})


def is_corpus(text: str) -> bool:
    """Whether `text` is a file of records."""
    return bool(_RECORD.match(text[:400].lstrip("\ufeff \t\r\n")))


def elements(text: str) -> Iterator[tuple[int, int, bool]]:
    """What stands between two tags, and whether a story prints it."""
    start, inside = 0, False
    for tag in _TAG.finditer(text):
        yield start, tag.start(), inside
        closes, name = tag[1], tag[2].upper()
        start, inside = tag.end(), inside if name == "BR" else not closes and name in _PRINTED
    yield start, len(text), inside


def opened_by(gap: str) -> str | None:
    """What the last tag of `gap` opens: a "title", another field that is "printed", or none that a
    story prints ("unprinted"); `None` if no tag stands there, or a <br>."""
    tag = gap.rstrip()
    if tag[-1:] != ">":
        return None
    found = _TAG.fullmatch(tag[tag.rfind("<") :])
    if found is None:
        return None
    name = found[2].upper()
    if name == "BR":
        return None
    if found[1] or name not in _PRINTED:
        return "unprinted"
    return "title" if name in _TITLES else "printed"
