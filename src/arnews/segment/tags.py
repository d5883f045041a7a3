"""Tags on the line of their label, which removers of HTML tags glue: «وسوم موانئنقل بحري».

They are parted where a word is none that the text has, but two that it has; where none is, into the
longest phrases that the text has, if it has all of them. Other lines stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from .. import lexicon
from ..folding import fold
from ..lexicon.words import bare
from ..patterns import plain
from .repair import Span

_SHORTEST_LINE = 60  # characters of lines in which the words of tags are looked for
_MOST_WORDS = 4  # of a tag
_SHORTEST_WORD = 3  # letters of each of two glued words
_WORD = plain(r"[ء-يA-Za-z]+")
_NAMES = ("الله", "الدين", "الرحمن")  # «جادالله» is one name
_PREFIX = plain(r"(?<![ء-ي])[وفبكل](?=[ء-ي]{3})")


@cache
def _labelled() -> re.Pattern[str]:
    labels = sorted(lexicon.default().words.tags, key=len, reverse=True)
    shapes = "|".join(label.replace(" ", " (?:ال)?").replace("ه", "[هة]") for label in labels)
    return plain(
        rf"\n[ \t*]*(?:(?:ال)?(?:{shapes})(?P<sign>[ \t*]*(?::|\n{{1,2}})[ \t*]*|[ \t]+)|# )"
        r"(?P<tags>[^\s:،,#|](?:[^\r\n:،,#|]{0,118}[^\s:،,#|])?)[ \t*]*(?![^\r\n])"
    )


def parted(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the lines of tags parted into their label and their tags."""
    found = [] if text.count("\n") < 2 else list(_labelled().finditer(text))
    if not found:
        return spans
    long = (text[slice(*span)] for span in spans if span[1] - span[0] > _SHORTEST_LINE)
    said = fold(" ".join(long))
    whole = list(spans)
    for line in reversed(found):
        start, end = line.span("tags")
        at = bisect_left(whole, (start + 1,)) - 1
        tags = _tags(text, start, end, said, sure=line["sign"] not in (None, " "))
        if len(tags) > 1 and at >= 0 and whole[at][1] == end:
            first = whole[at][0]
            label = [(first, first + len(text[first:start].rstrip()))] if first < start else []
            whole[at : at + 1] = [*label, *tags]
    return whole


def _tags(text: str, start: int, end: int, said: str, *, sure: bool) -> list[Span]:
    """The tags on a line, if they are several; `sure` if a sign or a line end parts the label."""
    known = {*_WORD.findall(said), *_WORD.findall(_PREFIX.sub("", said))}
    known |= {word.removeprefix("ال") for word in known}
    words = list(_WORD.finditer(text, start, end))
    edges = [word.start() + at for word in words for at in _seams(fold(word[0]), known)]
    if sure and not edges:
        edges = list(_phrases([word.span() for word in words], text, bare(said)))
    ends = zip([start, *edges], [*edges, end], strict=True)
    return [(first, first + len(text[first:last].rstrip())) for first, last in ends]


def _seams(word: str, known: set[str]) -> Sequence[int]:
    """Where the words are glued that a folded word is."""
    for at in range(_SHORTEST_WORD, 0 if word in known else len(word) - _SHORTEST_WORD + 1):
        rest = word[at:]
        if word[:at] not in known or rest.startswith(_NAMES):
            continue
        if more := _seams(rest, known):
            return (at, *(at + further for further in more))
        longer = len(rest) > _SHORTEST_WORD and any(other.startswith(rest) for other in known)
        if rest in known or longer or (rest.startswith("ال") and len(rest) > _MOST_WORDS):
            return (at,)
    return ()


def _phrases(words: Sequence[Span], text: str, said: str) -> Iterator[int]:
    """Where the longest phrases of the text begin, but for the first; none if a word is of none.
    A word without the article is no tag before one with it: «عسل النحل»."""
    starts: list[int] = []
    first = 0
    while first < len(words):
        sizes = range(min(len(words) - first, _MOST_WORDS), 0, -1)
        ends = (words[first + size - 1][1] for size in sizes)
        phrases = (bare(fold(text[words[first][0] : end])) for end in ends)
        size = next((size for size, tag in zip(sizes, phrases, strict=True) if tag in said), 0)
        below = words[first + size][0] if first + size < len(words) else words[0][0]
        genitive = text.startswith("ال", below) and not text.startswith("ال", words[first][0])
        if not size or (size == 1 and genitive):
            return
        starts.append(words[first][0])
        first += size
    yield from starts[1:]
