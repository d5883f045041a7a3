"""Tags on the line of their label, which removers of HTML tags glue: «وسوم موانئنقل بحري».

They are parted where a word is none that the text has, but two that it has; where none is, into the
longest phrases that the text has, if it has all of them. Other lines stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import islice

from .. import lexicon
from ..folding import fold
from ..lexicon.words import bare
from ..patterns import plain
from .repair import Span

_SHORTEST_LINE = 60  # characters of lines in which the words of tags are looked for
_MOST_LINES, _MOST_WORDS = 12, 4  # of tags on a page, and of a tag
_SHORTEST_WORD = 3  # letters of each of two glued words
_WORD = plain(r"[ء-غف-يA-Za-z]+")
_FIRST, _NAMES = frozenset({"عبد", "ابو"}), ("الله", "الدين", "الرحمن")  # «جادالله» is one name
_PREFIX = plain(r"(?<![ء-ي])[وفبكل](?=[ء-ي]{3})")


@cache
def _labelled() -> re.Pattern[str]:
    labels = sorted(lexicon.default().words.tags, key=len, reverse=True)
    shapes = "|".join(label.replace(" ", " (?:ال)?").replace("ه", "[هة]") for label in labels)
    begun = "|".join(sorted({label[:2] for label in labels}))
    return plain(
        rf"\n[ \t*]*+(?:#{{2,6}} )?+(?=(?:ال)?(?:{begun})|#)"
        rf"(?:(?:ال)?(?:{shapes})(?P<sign>[ \t*]*+(?::|\n{{1,2}})[ \t*]*+|[ \t]++)|# )"
        r"(?P<tags>[^\s:،,#|](?:[^\r\n:،,#|]{0,118}[^\s:،,#|*])?)[ \t*]*+(?![^\r\n])"
    )


def parted(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the lines of tags below a paragraph parted into their label and their tags."""
    long = [span for span in spans if span[1] - span[0] > _SHORTEST_LINE]
    lines = _labelled().finditer(text, long[0][1]) if long else iter(())
    found = list(islice(lines, _MOST_LINES))
    if not found:
        return spans
    labelled = {line.end("tags") for line in found}
    said = fold(" ".join(text[start:end] for start, end in long if end not in labelled))
    known = {*_WORD.findall(said), *_WORD.findall(_PREFIX.sub("", said))}
    known |= {word.removeprefix("ال") for word in known}
    ordered = sorted(known)
    whole: list[Span] = []
    done = 0
    for line in found:
        start, end = line.span("tags")
        at = bisect_left(spans, (start + 1,), done) - 1
        words = [word.span() for word in _WORD.finditer(text, start, end)]
        edges = [a + cut for a, b in words for cut in _seams(fold(text[a:b]), known, ordered)]
        if line["sign"] not in (None, " ") and not edges:
            edges = _phrases(words, text, bare(said))
        if edges and at >= done and spans[at][1] == end:
            label = [spans[at][0]] if spans[at][0] < start else []
            starts = [*label, start, *edges]
            whole += spans[done:at]
            pieces = zip(starts, [*starts[1:], end], strict=True)
            whole += [(a, a + len(text[a:b].rstrip())) for a, b in pieces]
            done = at + 1
    return [*whole, *spans[done:]]


def _seams(word: str, known: set[str], ordered: Sequence[str]) -> list[int]:
    """Where the words are glued that a folded word is; `ordered` are those that are `known`."""
    seams = [0]
    while (rest := word[seams[-1] :]) not in known:
        ends = range(len(rest) - _SHORTEST_WORD, _SHORTEST_WORD - 1, -1)
        size = next((size for size in ends if rest[:size] in known), 0)
        if not size or rest[:size] in _FIRST or rest[size:].startswith(_NAMES):
            at = bisect_left(ordered, rest)  # where the first stands that may begin so
            likely = rest.startswith("ال") or "".join(ordered[at : at + 1]).startswith(rest)
            return seams[1:] if likely and len(rest) > _SHORTEST_WORD else []
        seams.append(seams[-1] + size)
    return seams[1:]


def _phrases(words: Sequence[Span], text: str, said: str) -> list[int]:
    """Where the longest phrases of the text begin, but for the first; none if a word is of none.
    A word goes with the next if only that has the article («عسل النحل»), and none of the longer
    phrases begins with it; or if both have, and the text has not the next («المسرح التونسي»)."""
    starts: list[int] = []
    first = 0
    while first < len(words):
        size, below = _size(words, first, text, said), first + 1
        if not size:
            return []
        if size == 1 and below < len(words) and text.startswith("ال", words[below][0]):
            known = _size(words, below, text, said)
            size += known == 0 if text.startswith("ال", words[first][0]) else known < 2
        starts.append(words[first][0])
        first += size
    return starts[1:]


def _size(words: Sequence[Span], first: int, text: str, said: str) -> int:
    """How many words the longest phrase has that begins with the word `first`, and that is said."""
    sizes = range(min(len(words) - first, _MOST_WORDS), 0, -1)
    ends = ((size, words[first + size - 1][1]) for size in sizes)
    tags = ((size, bare(fold(text[words[first][0] : end]))) for size, end in ends)
    return next((size for size, tag in tags if tag in said), 0)
