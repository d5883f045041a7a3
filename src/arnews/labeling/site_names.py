"""What a site calls itself: in metadata and titles, above its menu, beside its rights.

Papers sign stories and pictures with their own name, which no table has: «صدى الوادي - سامي ناصر»,
«صيادون في الميناء - هضبة». Beside other parts of a byline it is the publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from ..blocks import Block
from ..folding import fold
from ..input.metadata import Metadata
from ..lexicon import Lexicon
from ..lexicon.words import fold_label
from ..patterns import pattern, plain

_SHORTEST, _LONGEST = 3, 40  # characters
_MOST_WORDS = 4
_MOST_NAMES = 50  # of which lines are asked whether they hold one; real pages have a few
_FEWEST_WORDS_OF_TITLE = 4
_TOP = 6  # blocks among which a masthead is looked for
_LONGEST_MASTHEAD = 28  # characters
_MENU = 3  # words of the menu below it, two of which are known
_TAIL = plain(r"\s[-–—|:»•]\s")
_KINDS = frozenset({"للانباء", "الاعلاميه", "الرقميه"})  # folded; more are in `papers.tails`
_PRINTED = frozenset({"جريده", "صحيفه", "مجله", "موقع", "بوابه"})  # folded
_RIGHTS = pattern(
    r"محفوظة\s++(?:\W*+©\W*+)?(?:\d{4}\s++)?(?:ل(?=موقع|صحيفة|جريدة|وكالة|شبكة|قناة|مجلة|منصة)|لـ\s?|لل?)"
    r"(?P<name>[\p{L} ]{3,40}?)(?=\s*+(?:[^\p{L} ]|$))"
)
_SIGN = pattern(r"[^\p{L}\p{N} ]")


def site_names(
    blocks: Sequence[Block], metadata: Metadata, lexicon: Lexicon, menu: frozenset[str]
) -> tuple[str, ...]:
    """The names of the site of a page, the longest first: «وكالة هضبة للأنباء», «هضبة».

    The words of menus are in `menu`; only a page that states no name is searched for one that it
    prints.
    """
    names = [*filter(None, (metadata.site_name, metadata.publisher)), *_tails(metadata)]
    printed = () if names else (_above_menu(blocks, menu), _beside_rights(blocks))
    found: dict[str, None] = {}
    stated = (names, _parts(metadata, lexicon))
    for name in islice(chain(*stated, *printed), _MOST_NAMES):
        for form in (name, _bare(name, lexicon)):
            if _SHORTEST <= len(form) <= _LONGEST:
                found.setdefault(form)
    return tuple(sorted(found, key=len, reverse=True))


def _parts(metadata: Metadata, lexicon: Lexicon) -> Iterator[str]:
    """«Hidhab - هضبة جريدة إلكترونية»: the site in two scripts, and no country or section."""
    for name in _TAIL.split(metadata.site_name or ""):
        if not lexicon.places.reads(name) and fold_label(name) not in lexicon.sections:
            yield name


def _tails(metadata: Metadata) -> Iterator[str]:
    """The shorter end of a title: «العنوان الطويل لهذا الخبر | صدى الوادي»."""
    for title in metadata.titles:
        parts = _TAIL.split(title.strip())
        ends = (parts[0], parts[-1]) if len(parts) > 1 else ()
        for name, rest in zip(ends, reversed(ends), strict=True):
            short = len(name.split()) <= _MOST_WORDS
            if short and len(rest.split()) >= _FEWEST_WORDS_OF_TITLE and len(name) < len(rest):
                yield name.strip()


def _above_menu(blocks: Sequence[Block], menu: frozenset[str]) -> Iterator[str]:
    for at, block in enumerate(blocks[:_TOP]):
        name = block.line
        if len(name) > _LONGEST_MASTHEAD or name.count(" ") >= _MOST_WORDS or _SIGN.search(name):
            continue
        known = [fold_label(line.line) in menu for line in blocks[at + 1 : at + 1 + _MENU]]
        if sum(known) >= _MENU - 1 and known[0] and fold_label(name) not in menu:
            yield name
            return


def _beside_rights(blocks: Sequence[Block]) -> Iterator[str]:
    rights = (_RIGHTS.search(block.line) for block in reversed(blocks) if "محفوظة" in block.line)
    yield from (found["name"] for found in rights if found is not None)


def _bare(name: str, lexicon: Lexicon) -> str:
    """`name` without «وكالة» before it, and «للأنباء» or «جريدة إلكترونية مغربية» behind it."""
    words, papers = name.split(), lexicon.papers
    if len(words) > 1 and fold(words[0]) in papers.heads:
        del words[0]
    kinds = (at for at in range(1, len(words)) if fold(words[at]) in _PRINTED)
    del words[next(kinds, len(words)) :]
    if len(words) > 1 and fold(words[-1]) in _KINDS | papers.tails:
        del words[-1]
    return " ".join(words)
