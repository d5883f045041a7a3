"""What is printed more than once: headlines and captions are, paragraphs are not."""

from __future__ import annotations

import regex

from ...folding import fold
from ...lexicon.words import key
from ..reading import Reading

TOP = 3  # blocks among which a site's title is looked for
_PARTS = regex.compile(r"\s++[-–—|:]\s++")


def observe(reading: Reading) -> None:
    """`printed again` on the first of several equal blocks, `repeats` on the others."""
    first: dict[str, int] = {}
    again: set[int] = set()
    for at, block in enumerate(reading.blocks):
        if not block.text:
            continue
        before = first.setdefault(block.text, at)
        if before != at:
            again.add(before)
            reading.notes[at].append("repeats")
            if at == before + 1:
                reading.notes[at].append("repeats the line above")
    for at in again:
        reading.notes[at].append("printed again")
    _site_title(reading)


def _site_title(reading: Reading) -> None:
    """«CNNArabic.com - عنوان» at the top, and the headline that it holds further down."""
    shadows: dict[str, int] = {}
    for at, block in reversed(list(enumerate(reading.blocks[: 4 * TOP * TOP]))):
        shadows[fold(block.text[:300]).strip()] = at
    for at, block in enumerate(reading.blocks[:TOP]):
        parts = _PARTS.split(fold(block.text[:300]).strip())
        for cut in range(1, min(len(parts), 4)):
            held = shadows.get(" - ".join(parts[cut:]))
            if held is not None and held != at:
                reading.notes[at].append("a site's title")
                if any(key(part) in reading.sections for part in parts[1:cut]):
                    reading.notes[at].append("a breadcrumb")
                reading.notes[held].append("the site's title names it")
                return
