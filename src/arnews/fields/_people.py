"""Tells whether words are a person's name, and parts names that stand together."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..folding import fold
from ..lexicon.names import Names
from ..lexicon.roles import Roles

NO, MAYBE, LIKELY, SURE = range(4)
LONGEST_NAME = 7  # words
RUN_ON = 6  # words: as many are mostly two names

# «على» is the preposition, except where a name begins, and folding makes «علي» of it.
_ON = regex.compile(r"(?<=\s)على(?!\S)")
_WORD = regex.compile(r"\S++")
_LETTERS = regex.compile(r"[ء-ي]{2,}+|[ء-ي]\.?+|\p{Lu}[\p{L}.'-]*+")
# «أ.د», «د.», «م /»: one to three letters of a title, folded.
_SHORT_TITLE = regex.compile(r"(?:[ادم]\s?+[./]\s?+|[ادم]\s++(?=[ء-ي]{2})){1,3}+(?=[ء-ي])")
# Particles that a name may begin with, folded; «أم» and «بني» begin places as often.
_FIRST_PARTICLES = frozenset({"عبد", "ابو", "ابي", "ابن", "بن", "ال", "ولد"})
# Beginnings that names do not have: «بال…», «لل…», «است…».
_UNLIKE = ("بال", "لل", "وال", "فال", "كال", "است", "والا", "مست")


def without_title(text: str, roles: Roles) -> tuple[list[str], bool]:
    """The folded words of `text` without the titles before the name, and whether it has some."""
    plain = fold(text)
    short = _SHORT_TITLE.match(plain)
    if short:
        return plain[short.end() :].split(), True
    words = plain.split()
    size = len(words)
    while len(words) > 1 and words[0].strip("./") in roles.titles:
        words = words[1:]
        if words[0] == "/":
            words = words[1:]
    return words, len(words) < size


def likeness(text: str, names: Names, roles: Roles) -> int:
    """How much `text` looks like one person's name: NO, MAYBE, LIKELY or SURE."""
    words, titled = without_title(text, roles)
    if not 1 <= len(words) <= LONGEST_NAME:
        return NO
    if text.startswith("على ") and not _is_named_ali(words, names):
        return NO
    grade = SURE if titled else _evidence(words, names)
    if grade == NO or _ON.search(text) or not all(map(_LETTERS.fullmatch, words)):
        return NO
    plain = " ".join(words)
    if any(formula in plain for formula in names.formulas):
        return NO
    bound = (False, *(word in names.particles for word in words))
    free = (word for word, is_bound in zip(words, bound, strict=False) if not is_bound)
    if any(word in names.never or _unlike(word, names) for word in free):
        return NO
    return grade


def _is_named_ali(words: Sequence[str], names: Names) -> bool:
    """«على عبد العال» is a man as Egypt spells him, «على ضفة النهر» is where something is."""
    behind = words[1] if len(words) > 1 else ""
    return names.is_given(behind) or behind in names.either or behind in names.particles


def _unlike(word: str, names: Names) -> bool:
    if len(word) < 5 or names.is_given(word) or word in names.either:
        return False
    if word.startswith(_UNLIKE) or word.endswith("ات"):
        return True
    return word.startswith("ال") and word.endswith("يه")


def _evidence(words: Sequence[str], names: Names) -> int:
    first, last = words[0], words[-1]
    if len(words) == 1:
        latin_or_article = first.startswith("ال") and not names.is_given(first)
        return NO if latin_or_article else MAYBE
    if names.is_given(first) or first in _FIRST_PARTICLES:
        return SURE
    if first.startswith("ال"):
        return NO if first not in names.either else MAYBE
    if any(map(names.is_given, words[1:])):
        return LIKELY
    nisba = last.startswith("ال") and last.endswith("ي") and len(last) > 4
    return LIKELY if nisba and len(words) <= 3 else MAYBE


def part(text: str, names: Names) -> tuple[str, ...]:
    """The names in `text`, which has «و» or nothing between them: «علي القحطاني رجا البلوي»."""
    cuts: list[int] = []
    kept: list[str] = []  # the folded words of the name being read
    skip: list[int] = []
    words = list(_WORD.finditer(text))
    for at, found in enumerate(words):
        word, rest = fold(found.group().replace("على", "الى")), len(words) - at
        if _joins(word, kept, rest, names):
            cuts.append(found.start())
            skip.append(found.start())
            kept = [word[1:]]
        elif _begins(word, kept, rest, names, run_on=len(words) >= RUN_ON):
            cuts.append(found.start())
            kept = [word]
        elif len(word.strip("./")) > 1:  # no piece of a title
            kept.append(word)
    starts = [0, *cuts]
    ends = [*cuts, len(text)]
    return tuple(
        text[start + (start in skip) : end].strip()
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip(" و")
    )


def _joins(word: str, kept: Sequence[str], rest: int, names: Names) -> bool:
    """Whether `word` begins with «و» as the word for "and"."""
    if len(word) < 4 or word[0] != "و" or not kept:
        return word == "و" and len(kept) > 1
    if word in names.given:  # «وائل», and «وهبة»: «هبة» too is a name
        return len(kept) > 1 and rest > 1 and word[1:] in names.given
    if kept[-1] in names.particles or word in names.particles:
        return False
    if len(kept) > 1 or (names.is_given(kept[0]) and rest > 1):
        known = names.is_given(word[1:]) or word[1:] in names.either | names.particles
        return known or (len(kept) > 1 and rest > 1)
    return False


def _begins(word: str, kept: Sequence[str], rest: int, names: Names, *, run_on: bool) -> bool:
    """Whether a given name begins another name: after a surname with the article, or, in a run
    of words too long for one name, after any surname."""
    return (
        rest > 1
        and len(kept) > 1
        and (run_on or kept[-1].startswith("ال"))
        and kept[-1] not in names.particles
        and kept[-2] not in names.particles
        and names.is_given(word)
    )


def run_in(text: str, names: Names, roles: Roles) -> int:
    """The length of the name that `text` begins with and that nothing closes, else 0.

    After a label («حوار: آسيا العتروس ما الذي …») a given name and the word after it are taken,
    with the particles between them.
    """
    wanted = 2
    for found in _WORD.finditer(text, 0, 80):
        word = fold(found.group())
        if word in names.never or not _LETTERS.fullmatch(word):
            return 0
        wanted -= word not in names.particles and word not in roles.titles
        if wanted == 0:
            sure = likeness(text[: found.end()], names, roles) == SURE
            return found.end() if sure else 0
    return 0
