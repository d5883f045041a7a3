"""How much of the lines above a text the text says again.

A headline says what the text says, and a caption names whom it is about; who wrote, other stories'
titles and what a site says of itself share no words with it. Words are compared without article by
their first letters: «والفلسطينيون» and «فلسطينية» are alike.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ...folding import fold
from ...lexicon import roles
from ...patterns import pattern
from .line import ENDS, VERB
from .register import feature
from .repetition import PRINTED_AGAIN, PRINTED_TWICE, REPEATS, REPEATS_ABOVE, TITLED
from .values import BYLINE, DATE, PICTURED, SURE_BYLINE, WRITER

if TYPE_CHECKING:
    from ..zones.outline import Outline

NAMED = feature("a few words that the text says too")
UNSAID = feature("a name that the text does not say")
STRANGE = feature("no word of the text, beside a line of its words")

_PARAGRAPHS = 4  # of a text in which the words of its headline are looked for
_MOST, _FEWEST = 0.5, 3  # share of the words of a headline that its text says, and words
_LITTLE = 0.25  # share of the words of a kicker that the first paragraph says
_FEWEST_STRANGE = 2  # words of a line that shares none with the text
_ABOVE = 14  # lines above a name that may be the headline
_OFFICE_WORDS = range(4, 9)  # of an office and a name
_SAYS = ENDS | VERB
_NAMED_WORDS = range(2, 5)  # words of a caption that is a name, or little more
_LONGEST_NAMED = 45  # characters
_PLAIN = pattern(r"\p{L}{3,}+(?: \p{L}{3,}+)*+")  # no mark, and no preposition
_WORD = pattern(r"\p{Arabic}{3,}+")
_ARTICLE = pattern(r"^(?:[وفبك]?ال|لل)(?=\p{Arabic}{3})")
_LETTERS = 4  # of a word that are compared
_LONGEST = 2_000  # characters of a paragraph that are searched


class Retold:
    """The first paragraphs of the text of an outline, held against the lines above it."""

    def __init__(self, outline: Outline, first: int) -> None:
        self.outline = outline
        paragraphs = outline.blocks[first : first + _PARAGRAPHS]
        self.text = fold(" ".join(block.line[:_LONGEST] for block in paragraphs))
        self.lead = fold(paragraphs[0].line[:_LONGEST]) if paragraphs else ""
        self._compared: dict[int, tuple[int, float]] = {}

    def _words(self, at: int) -> list[str]:
        return _WORD.findall(fold(self.outline.blocks[at].line[:_LONGEST]))

    def compared(self, at: int) -> tuple[int, float]:
        """How many words line `at` has, and the share that the text says too, in any form."""
        if at not in self._compared:
            words = self._words(at)
            self._compared[at] = len(words), _share(words, self.text)
        return self._compared[at]

    def is_told_later(self, at: int) -> bool:
        """Whether the first paragraph says the line below `at`, and little of line `at`."""
        above, below = self._words(at), self._words(at + 1)
        if min(len(above), len(below)) < _FEWEST or _share(above, self.lead) > _LITTLE:
            return False
        return _share(below, self.lead) >= _MOST

    def is_headline(self, at: int) -> bool:
        """Whether the text says most of the words of line `at`, which are several."""
        words, share = self.compared(at)
        return words >= _FEWEST and share >= _MOST

    def names(self, at: int) -> bool:
        """Whether line `at` is a few words, all of which the text says as they are."""
        words = self._words(at) if len(self.outline.blocks[at].line) <= _LONGEST_NAMED else []
        return len(words) in _NAMED_WORDS and all(word in self.text for word in words)


def _share(words: list[str], text: str) -> float:
    """The share of `words` that a folded text says too, in any form."""
    told = sum(_ARTICLE.sub("", word)[:_LETTERS] in text for word in words)
    return told / len(words) if words else 0.0


def add_retold(outline: Outline, lines: list[int]) -> None:
    """Adds what the text says again of `lines`, those of the head of its article."""
    bits = outline.bits
    for at in lines:
        named = _may_be_named(outline, at) and outline.retold.names(at)
        named = named or _is_pictured(outline, at)
        if named or _is_lone(outline, at) or _is_office_holder(outline, at):
            bits[at] |= NAMED
        elif _is_person(outline, at) and not outline.retold.compared(at)[1]:
            bits[at] |= UNSAID
    lines = [at for at in lines if outline.is_line(at)]
    titled = next((at for at in lines if outline.has(at, TITLED)), 0)
    outline.mark(STRANGE, [at for at in lines if at < titled])
    if not any(map(outline.retold.is_headline, lines)):
        return
    for at in lines:
        words, share = outline.retold.compared(at)
        slogan = at == lines[0] and words > _FEWEST and share * words <= 1
        shown = at > lines[0] and outline.has(at, PICTURED)  # «جانب من زيارة سابقة»
        if words >= _FEWEST_STRANGE and (slogan or not share) and not shown:
            bits[at] |= STRANGE


def _is_lone(outline: Outline, at: int) -> bool:
    """Whether a line above news is the only one, and of two words at the most: «من الجلسة»."""
    lone = outline.head == (at,) and at == outline.first - 1
    return lone and outline.blocks[at].line.count(" ") <= 1 and outline.has(outline.first, VERB)


def _is_pictured(outline: Outline, at: int) -> bool:
    """A name below a headline that is no writer's: the writer signs right below, or the headline
    names who is shown, and the name is printed twice or stands above another name."""
    if at == 0 or outline.head[:1] == (at,) or not _is_person(outline, at):
        return False
    line, below = outline.blocks[at].line, outline.blocks[at + 1].line
    signed = outline.page.values.byline(below) if outline.has(at + 1, SURE_BYLINE) else None
    if signed is not None and signed.authors:
        return True
    twice = line in (outline.blocks[at - 1].line, below)
    head = outline.head[: bisect_left(outline.head, at - 1)][-_ABOVE:]
    above = (outline.blocks[other].line for other in head)
    shown = twice or _is_person(outline, at + 1)
    return shown and any(fold(line) in fold(title) and "كتب" not in title for title in above)


def _is_office_holder(outline: Outline, at: int) -> bool:
    """«وزير المياه سامي الحداد» below a headline: an office and the name of who has it."""
    words = outline.blocks[at].line.split() if outline.is_line(at) else []
    if len(words) not in _OFFICE_WORDS or outline.head[:1] == (at,) or outline.has(at, _SAYS):
        return False
    values = outline.page.values
    if roles.fold_role(words[0]) not in values.lexicon.roles.state:
        return False
    found = values.byline(" ".join(words[-2:]))
    return found is not None and bool(found.authors)


def _may_be_named(outline: Outline, at: int) -> bool:
    """Whether a line is printed once or twice in a row, and nothing but words or a name.

    Without a line above it, it is the headline of a text that does not open as news do, and on the
    top of a page without chrome that of one whose writer stands right below.
    """
    has, head = outline.has, outline.head
    again = has(at, REPEATS | PRINTED_AGAIN) and not has(at, REPEATS_ABOVE | PRINTED_TWICE)
    below = bool(head) and head[0] < at
    if again or not (below or has(outline.first, VERB)):
        return False
    if at == 0 and not outline.scraped and has(1, BYLINE):
        return False
    if not has(at, BYLINE):
        return outline.is_line(at) and _PLAIN.fullmatch(outline.blocks[at].line) is not None
    return _is_person(outline, at) and not has(at + 1, DATE)


def _is_person(outline: Outline, at: int) -> bool:
    """Whether a line is a name without a label, and without the paper that prints it."""
    if not outline.has(at, BYLINE) or outline.has(at, WRITER | DATE):
        return False
    found = outline.page.values.byline(outline.blocks[at].line)
    return bool(found and found.authors and not (found.publication or found.agencies))
