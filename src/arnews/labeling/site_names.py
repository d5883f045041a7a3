"""What a site calls itself, by its metadata and the titles of its pages.

Papers sign stories and pictures with their own name, which no table has: «صدى الوادي - سامي ناصر»,
«صيادون في الميناء - هضبة». Beside other parts of a byline it is the publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..folding import fold
from ..input.metadata import Metadata
from ..lexicon import Lexicon
from ..patterns import plain

_SHORTEST, _LONGEST = 3, 40  # characters
_MOST_WORDS = 4
_FEWEST_WORDS_OF_TITLE = 4
_TAIL = plain(r"\s[-–—|:»•]\s")
_KINDS = frozenset({"الالكترونيه", "الاخباريه", "الاخباري", "للانباء", "الاعلاميه", "الرقميه"})


def site_names(metadata: Metadata, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the site of a page, the longest first: «وكالة هضبة للأنباء», «هضبة»."""
    found: dict[str, None] = {}
    for name in filter(None, (metadata.site_name, metadata.publisher, *_tails(metadata))):
        for form in (name, _bare(name, lexicon)):
            if _SHORTEST <= len(form) <= _LONGEST:
                found.setdefault(form)
    return tuple(sorted(found, key=len, reverse=True))


def _tails(metadata: Metadata) -> Iterator[str]:
    """The shorter end of a title: «العنوان الطويل لهذا الخبر | صدى الوادي»."""
    for title in metadata.titles:
        parts = _TAIL.split(title.strip())
        ends = (parts[0], parts[-1]) if len(parts) > 1 else ()
        for name, rest in zip(ends, reversed(ends), strict=True):
            short = len(name.split()) <= _MOST_WORDS
            if short and len(rest.split()) >= _FEWEST_WORDS_OF_TITLE and len(name) < len(rest):
                yield name.strip()


def _bare(name: str, lexicon: Lexicon) -> str:
    """`name` without «وكالة» before it and «للأنباء» behind it."""
    words = name.split()
    if len(words) > 1 and fold(words[0]) in lexicon.papers.heads:
        del words[0]
    if len(words) > 1 and fold(words[-1]) in _KINDS:
        del words[-1]
    return " ".join(words)
