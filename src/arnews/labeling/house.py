"""The name of the site, as a page of text prints it above its menu or beside its rights.

Where it stands beside a name or place, it signs: «نبض الشمال – رامي عبيدات».
"""

from __future__ import annotations

from collections.abc import Sequence

from ..blocks import Block
from ..folding import fold
from ..lexicon import Lexicon
from ..lexicon.words import fold_label
from ..patterns import pattern

_TOP = 4  # blocks among which a masthead is looked for
_MENU = 3  # words of the menu below it, two of which are known
_LONGEST, _MOST_WORDS = 28, 4
_SHORTEST = 3
_RIGHTS = pattern(
    r"محفوظة\s++(?:\W*+©\W*+)?(?:\d{4}\s++)?(?:ل(?=موقع|صحيفة|جريدة|وكالة|شبكة|قناة|مجلة|منصة)|لـ\s?|لل?)"
    r"(?P<name>[\p{L} ]{3,40}?)(?=\s*+(?:[^\p{L} ]|$))"
)
_NEVER = pattern(r"[^\p{L}\p{N} ]")


def find_house(blocks: Sequence[Block], lexicon: Lexicon, menu: frozenset[str]) -> str | None:
    """The name that a page prints above its menu, whose words are in `menu`, or in the line of its
    rights; without «موقع» and the like before it, and «الإخباري» behind."""
    for at, block in enumerate(blocks[:_TOP]):
        name = block.line
        if not _SHORTEST <= len(name) <= _LONGEST or name.count(" ") >= _MOST_WORDS:
            continue
        below = blocks[at + 1 : at + 1 + _MENU]
        known = [fold_label(line.line) in menu for line in below]
        menued = sum(known) >= _MENU - 1 and known[0]
        if menued and fold_label(name) not in menu and not _NEVER.search(name):
            return _core(name, lexicon)
    rights = (_RIGHTS.search(b.line) for b in reversed(blocks) if "محفوظة" in b.line)
    found = next((match for match in rights if match is not None), None)
    return _core(found["name"], lexicon) if found else None


def _core(name: str, lexicon: Lexicon) -> str | None:
    words, papers = name.split(), lexicon.papers
    while len(words) > 1 and fold(words[0]) in papers.heads:
        words = words[1:]
    while len(words) > 1 and fold(words[-1]) in papers.tails:
        words = words[:-1]
    core = " ".join(words)
    return core if len(core) >= _SHORTEST and not core.isdigit() else None
