"""Interface words that many sites share: buttons, menus, markers of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..folding import fold, fold_all
from ..patterns import Pattern, pattern, plain
from .table import Table, alternation

_ARTICLE = pattern(r"^(و?)ال(?=\p{L}{3})")
_FIRST = pattern(r"^(و(?=\p{L}{4}))?")
_FEW_WORDS = 3  # of a line that begins like one of the site, and may be one of news
LONGEST_WORD = 48  # characters; longer lines are not looked up


def fold_label(text: str) -> str:
    """The form in which a line is looked up: folded, in lower case, without marks around it.

    «اقرأ أيضاً:» gives «اقرا ايضا».
    """
    return trim_label(fold(text))


def trim_label(folded: str) -> str:
    """`fold_label` of a line that is folded already: in lower case, without marks around it."""
    return folded.strip(' :.…|،,-()[]*›><"').casefold()


def fold_labels(words: Iterable[str]) -> frozenset[str]:
    """The look-up forms of `words`."""
    return frozenset(fold_label(word) for word in words)


def bare(key: str) -> str:
    """The form in which headings of lists are looked up: a look-up form without the article of
    each word. «المقالات ذات الصلة» gives «مقالات ذات صله»."""
    return f" {' '.join(key.split())}".replace(" ال", " ")[1:]


def fold_heading(text: str) -> str:
    """The form in which a heading of a list is looked up: `fold_label` of it, `bare`."""
    return bare(fold_label(text))


def headings(words: Iterable[str]) -> frozenset[str]:
    """The forms of `words` in which headings of lists are looked up."""
    return frozenset(map(fold_heading, words))


def with_articles(names: Iterable[str]) -> frozenset[str]:
    """The look-up forms of `names`, also with and without the Arabic article.

    «أخبار العالم» gives «اخبار عالم» and «الاخبار العالم» too.
    """
    plain = [
        " ".join(_ARTICLE.sub(r"\1", word) for word in fold_label(name).split()) for name in names
    ]
    full = [" ".join(_FIRST.sub(r"\1ال", word, count=1) for word in name.split()) for name in plain]
    return fold_labels(names) | frozenset(plain) | frozenset(full)


def _announcers(words: Iterable[str]) -> Pattern:
    """A pattern for `words` as printed: any alef, with tanwin before or after it, or without."""
    shapes = (re.sub("[اأإآ]", "ً?[اأإآ]", re.escape(word)) for word in words)
    return pattern(rf"[\W_]{{0,3}}(?:{'|'.join(shapes)})[ًا]?[\s*:.|…–—-]*+(?=\S)")


def _widgets(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """«رام الله 20.87°», «الفجر: 4:22», «3.71 دولار أمريكي», «نيل سات 10992 V», «هاتف: 07995…»."""
    prayer, money, broadcast, contact = (
        alternation(fold_labels(words[name]))
        for name in ("prayers", "currencies", "broadcasts", "contacts")
    )
    number, letter = r"\d++(?:[.,]\d++)?+", r"[^\W\d_]"
    return plain(
        rf"(?:{letter}++:?\s){{0,3}}(?:{letter}++:?\s?)?{number}\s?°\s?[cf]?\s?(?:{letter}++\s?){{0,3}}"
        rf"|(?:صلاه\s|اذان\s)?(?:{prayer})\s?:?\s?\d{{1,2}}:\d\d\s?(?:[صم]|[ap]m)?"
        rf"|(?:(?:سعر\s)?(?:صرف\s)?(?:{money})\s?[:|]?\s?{number}(?:\s(?:{letter}\.?){{1,3}})?|{number}\s?(?:{money}))"
        rf"|(?:(?:{letter}|/)++\s){{0,4}}(?:{broadcast})(?=.*\d\d)[^.،؟!]{{0,40}}(?:\.\d)?|{number}\s?fm"
        rf"|(?:{letter}++\s){{0,8}}(?:{contact})\s?:?\s?(?:{letter}++\s?:?\s?){{0,2}}(?:[+\d][\d\s-]{{3,}}|[^\s@]++@\S++)(?:\s{letter}++)?",
        re.I,
    )


def _by_letter(heads: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for head in map(fold, heads):
        found[head[:1]] = (*found.get(head[:1], ()), head)
    return found


class Words(NamedTuple):
    """Look-up forms, grouped as in `words.toml`, which explains each group.

    `related`, `elsewhere`, `comments` and `tags` head lists: they are `bare`.

    `chrome_heads`, `doubtful_heads` and `homes` are the beginnings of folded lines, `notices` and
    `site_words` parts of them.
    `joiners` and `openers` are folded words. `glued` are words as printed. `announcers` match the
    start of a line as printed, with the marks that follow. `widgets` match a whole folded line.
    """

    related: frozenset[str]
    elsewhere: frozenset[str]
    comments: frozenset[str]
    tags: frozenset[str]
    section_labels: frozenset[str]
    headline_labels: frozenset[str]
    interface: frozenset[str]
    networks: frozenset[str]
    engines: frozenset[str]
    chrome_heads: Mapping[str, tuple[str, ...]]  # by their first letter: there are hundreds
    doubtful_heads: tuple[str, ...]
    site_words: Pattern
    notices: tuple[str, ...]
    homes: tuple[str, ...]
    glued: tuple[str, ...]
    joiners: frozenset[str]
    openers: frozenset[str]
    announcers: Pattern
    widgets: re.Pattern[str]

    def begin_chrome(self, folded: str) -> bool:
        """Whether a folded line begins like one that is on every page of a site."""
        line = folded.lstrip("* ").removeprefix("ان ")
        if line.startswith(self.chrome_heads.get(line[:1], ())):
            return True
        if not line.startswith(self.doubtful_heads):
            return False
        return len(line.split()) <= _FEW_WORDS or self.site_words.search(line) is not None

    @classmethod
    def read(cls, table: Table) -> Words:
        """The words of `words.toml`."""
        lists = ("related", "elsewhere", "comments", "tags")
        sets = {name: headings(table[name]) - {""} for name in lists}
        for name in ("section_labels", "headline_labels", "interface", "networks", "engines"):
            sets[name] = fold_labels(table[name]) - {""}
        site_words = fold_labels([*table["site_words"], *table["networks"]])
        return cls(
            **sets,
            chrome_heads=_by_letter(table["chrome_heads"]),
            doubtful_heads=tuple(fold(head) for head in table["doubtful_heads"]),
            site_words=pattern(rf"\b(?:{alternation(site_words)})\b", re.I),
            notices=tuple(fold(notice) for notice in table["notices"]),
            homes=tuple({form(home) for home in table["homes"] for form in (fold, fold_label)}),
            glued=tuple(table["glued"]),
            joiners=fold_all(table["joiners"]),
            openers=fold_all(table["openers"]),
            announcers=_announcers(table["announcers"]),
            widgets=_widgets(table["widgets"]),
        )
