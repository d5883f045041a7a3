"""Files of text corpora: records of elements that are no HTML, which hold the fields of a story.

`<DOC> <DOCNO>AL-1</DOCNO> <TITLE>…</TITLE> <TIME>…</TIME> <TEXT>…</TEXT> </DOC>`: only what a story
prints is cut into blocks; numbers, addresses and abstracts stand in the gaps between them.
"""

from __future__ import annotations

from ..patterns import plain

import re
from collections.abc import Iterator

_RECORD = "<DOC>"
_TAG = plain(r"<(/?)([A-Z][A-Z_]{0,19})(?:\s[^<>\n]*)?>")
_PRINTED = frozenset({"TITLE", "HEADLINE", "TIME", "DATE", "DATE_TIME", "AUTHOR", "DATELINE"})
_BODY = frozenset({"TEXT", "BODY", "P"})


def is_corpus(text: str) -> bool:
    """Whether `text` is a file of records."""
    return text[:200].lstrip("\ufeff \t\r\n").startswith(_RECORD)


def printed(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` the fields stand that a story prints."""
    start: int | None = None
    for tag in _TAG.finditer(text):
        if start is not None:
            yield start, tag.start()
        closes, name = tag.groups()
        inside = name == "P" if closes else name in _PRINTED | _BODY
        start = tag.end() if inside else None
