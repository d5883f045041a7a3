"""The shared words of the interface, and the one way in which a line is compared with them."""

from __future__ import annotations

from collections.abc import Iterable

import regex
from attrs import frozen

from ..folding import fold, fold_all
from . import Table

_ARTICLE = regex.compile(r"^(و?)ال(?=\p{L}{3})")
_FIRST = regex.compile(r"^(و(?=\p{L}{4}))?")
LONGEST_WORD = 48  # characters; longer lines are not looked up


def key(text: str) -> str:
    """The form in which a line is looked up: folded, without a colon, dots or brackets around."""
    return folded_key(fold(text))


def folded_key(folded: str) -> str:
    """The form in which a line that is folded already is looked up."""
    return folded.strip(" :.…|،,-()[]*").casefold()


def keys(words: Iterable[str]) -> frozenset[str]:
    """The look-up forms of `words`."""
    return frozenset(key(word) for word in words)


def with_articles(names: Iterable[str]) -> frozenset[str]:
    """The look-up forms of `names`, and the same with every word's article set or dropped."""
    plain = [" ".join(_ARTICLE.sub(r"\1", word) for word in key(name).split()) for name in names]
    full = [" ".join(_FIRST.sub(r"\1ال", word, count=1) for word in name.split()) for name in plain]
    return keys(names) | frozenset(plain) | frozenset(full)


def _announcers(words: Iterable[str]) -> regex.Pattern[str]:
    """`words` in any spelling of alef and with or without tanwin, as they stand on a page."""
    shapes = (regex.sub("[اأإآ]", "[اأإآ]", regex.escape(word)) for word in words)
    return regex.compile(rf"[\W_]{{0,3}}(?:{'|'.join(shapes)})[ًا]?[\s*:.|…–—-]*+(?=\S)")


@frozen
class Words:
    """Look-up forms, by what the words mean.

    `chrome_heads` and `homes` are beginnings of folded lines, `joiners`, `openers` and
    `prepositions` folded words, `glued` words as printed.
    """

    related: frozenset[str]
    elsewhere: frozenset[str]
    comments: frozenset[str]
    tags: frozenset[str]
    interface: frozenset[str]
    networks: frozenset[str]
    breaking: frozenset[str]
    chrome_heads: tuple[str, ...]
    homes: tuple[str, ...]
    glued: tuple[str, ...]
    joiners: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    announcers: regex.Pattern[str]  # at the head of a line as printed, with the marks behind

    @classmethod
    def read(cls, table: Table) -> Words:
        """The words of `words.toml`."""
        names = ("related", "elsewhere", "comments", "tags", "interface", "networks", "breaking")
        sets = {name: keys(table[name]) - {""} for name in names}
        return cls(
            **sets,
            chrome_heads=tuple(fold(head) for head in table["chrome_heads"]),
            homes=tuple(fold(home) for home in table["homes"]),
            glued=tuple(table["glued"]),
            joiners=fold_all(table["joiners"]),
            openers=fold_all(table["openers"]),
            prepositions=fold_all(table["prepositions"]),
            announcers=_announcers(table["announcers"]),
        )
