"""Names of persons: how much words look like one, and where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..folding import fold
from ..lexicon import Lexicon
from ..lexicon.names import Names
from ..patterns import pattern

NO, MAYBE, LIKELY, SURE = range(4)
LONGEST_NAME = 7  # words
_NAMES = 2  # words of a given name and a surname
LONGEST_RUN = 5  # words without a mark between: more are mostly two names

# «على» is the preposition, except where a name begins, and folding makes «علي» of it.
_ON = pattern(r"(?<=\s)على(?!\S)")
# «إمام» ends names; «أمام», which folding makes the same, is a preposition.
_IMAM = pattern(r"(?<=\s)إمام(?!\S)")
_WORD = pattern(r"\S++")
_NAME_WORD = pattern(r"[ء-ي]{2,}+|[ء-ي]\.?+|\p{Lu}[\p{L}.'-]*+")
# «أ.د», «د.», «م /»: one to three letters of a title, folded.
_SHORT_TITLE = pattern(r"(?:[ادم]\s?+[./]\s?+|[ادم]\s++(?=[ء-ي]{2})){1,3}+(?=[ء-ي])")
# Particles that a name may begin with, folded; «أم» and «بني» begin places as often.
_FIRST_PARTICLES = frozenset({"عبد", "ابو", "ابي", "ابن", "بن", "ال", "ولد"})
# Those that stand between a given name and a surname.
_BOUND = frozenset({"عبد", "العبد", "ابو", "ابن", "بن"})
_TRIBE = pattern(r"ال[ء-ي]{2}ي[ء-ي]ات")  # as families of Jordan are named
# Particles that are surnames too: «محمود الحاج وسمر حداد».
_SURNAMES = frozenset({"الحاج", "حاج"})
# Beginnings that names do not have: «بال…», «لل…», «است…».
_UNLIKELY_BEGINNINGS = ("بال", "لل", "وال", "فال", "كال", "است", "والا", "مست")


def name_score(text: str, lexicon: Lexicon) -> int:
    """How much `text` looks like the name of one person: NO, MAYBE, LIKELY or SURE.

    «محمد العلي» and «د. رحمة ذياب» are SURE, «سيروان محمد» is LIKELY, «سيروان كوجري» MAYBE,
    «وزارة النقل» is NO.
    """
    names, text = lexicon.names, _IMAM.sub("الإمام", text)
    words, titled = _without_titles(text, lexicon.roles.titles)
    if not 1 <= len(words) <= LONGEST_NAME:
        return NO
    if text.startswith("على ") and not _is_named_ali(words, names):
        return NO
    score = SURE if titled else _score_of_words(words, names)
    if score == NO or _ON.search(text) or not all(map(_NAME_WORD.fullmatch, words)):
        return NO
    plain = " ".join(words)
    if any(formula in plain for formula in names.formulas):
        return NO
    named = len(words) > 1 and names.is_given(words[0])
    plural = len(words) == _NAMES and words[1].endswith("ات")  # «رامي عبيدات», «رامي الزعيمات»
    plural = plural and (not words[1].startswith("ال") or _TRIBE.fullmatch(words[1]) is not None)
    adjective = _is_adjective(words[-1]) and words[-1] not in names.never  # «مزنة البلوشية»
    free = _free(words[:-1] if named and (plural or adjective) else words, names)
    return NO if any(_is_in_no_name(word, names) for word in free) else score


def _free(words: Sequence[str], names: Names) -> Iterator[str]:
    """The `words` that no particle stands before: it makes a name of any («عبد السلام»)."""
    bound = (False, *(word in names.particles for word in words))
    return (word for word, is_bound in zip(words, bound, strict=False) if not is_bound)


def _without_titles(text: str, titles: frozenset[str]) -> tuple[list[str], bool]:
    """The folded words of `text` without the titles before the name, and whether it has some."""
    plain = fold(text)
    short = _SHORT_TITLE.match(plain)
    if short:
        return plain[short.end() :].split(), True
    words = plain.split()
    size = len(words)
    while len(words) > 1 and words[0].strip("./") in titles:
        words = words[2:] if words[1] == "/" else words[1:]
    return words, len(words) < size


def _is_named_ali(words: Sequence[str], names: Names) -> bool:
    """«على عبد العال» is a man as Egypt spells him, «على ضفة النهر» is where something is."""
    second = words[1] if len(words) > 1 else ""
    return names.is_given(second) or second in names.either or second in names.particles


def has_common_word(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` surely holds a word that no name has: «ليونيل ميسي يفوز بالجائزة»."""
    names, titles = lexicon.names, lexicon.roles.titles
    words = fold(_IMAM.sub("الإمام", text)).split()
    if names.never.isdisjoint(words):
        return False
    return any(word in names.never and word not in titles for word in _free(words, names))


def _is_in_no_name(word: str, names: Names) -> bool:
    if word in names.never:
        return True
    if len(word) < 5 or names.is_given(word) or word in names.either:
        return False
    return word.startswith(_UNLIKELY_BEGINNINGS) or word.endswith("ات") or _is_adjective(word)


def _is_adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith("يه")


def _score_of_words(words: Sequence[str], names: Names) -> int:
    first, last = words[0], words[-1]
    article = first.startswith("ال")
    if len(words) == 1:
        if _is_glued(first, names):
            return SURE
        return NO if article and not names.is_given(first) else MAYBE
    if names.is_given(first) or first in _FIRST_PARTICLES:
        return SURE
    if article:
        return MAYBE if first in names.either else NO
    bound = first in names.either and not _BOUND.isdisjoint(words[1:-1])  # «سلام عبد الرزاق»
    if bound or any(map(names.is_given, words[1:])):
        return LIKELY
    nisba = last.startswith("ال") and last.endswith("ي") and len(last) > 4
    return LIKELY if nisba and len(words) <= 3 else MAYBE


def _is_glued(word: str, names: Names) -> bool:
    """Whether no blank parts a given name and a surname in the folded `word`: «سامرالكردي»."""
    given, article, surname = word.partition("ال")
    return bool(article) and len(surname) > 2 < len(given) and given in names.given


def split_names(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The names in `text`, which has «و» or nothing between them.

    «علي القحطاني رجا البلوي» gives «علي القحطاني» and «رجا البلوي».
    """
    words = list(_WORD.finditer(text))
    starts = [0]
    ends: list[int] = []
    name: list[str] = []  # the folded words of the name that is being read
    for index, match in enumerate(words):
        word, left = fold(match.group().replace("على", "الى")), len(words) - index
        joined = _is_joined(word, name, left, lexicon)
        if joined or _begins_name(word, name, left, len(words), lexicon.names):
            ends.append(match.start())
            starts.append(match.start() + joined)
            name = [word[joined:]]
        elif len(word.strip("./")) > 1:  # no piece of a title
            name.append(word)
    pieces = (
        text[start:end].strip() for start, end in zip(starts, [*ends, len(text)], strict=True)
    )
    return tuple(piece for piece in pieces if piece.strip(" و"))


def _is_joined(word: str, name: Sequence[str], left: int, lexicon: Lexicon) -> bool:
    """Whether «و» before `word` means "and" and a name follows it.

    `name` is the name before it, `left` the number of words from `word` on.
    """
    names = lexicon.names
    if len(word) < 4 or word[0] != "و" or not name:
        return word == "و" and len(name) > 1
    if _is_word(word, lexicon):
        return False
    if word in names.given:  # «وائل», and «وهبة»: «هبة» too is a name
        return len(name) > 1 and left > 1 and word[1:] in names.given
    bound = name[-1] in names.particles and not (len(name) > 1 and name[-1] in _SURNAMES)
    if bound or word in names.particles:
        return False
    if len(name) > 1 or (names.is_given(name[0]) and left > 1):
        known = names.is_given(word[1:]) or word[1:] in names.either | names.particles
        return known or (len(name) > 1 and left > 1)
    return False


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether the folded `word` is one of the tables, so that its «و» is its own: «وزارة»,
    «وكالة», «وزير», «واشنطن»."""
    roles = lexicon.roles
    known = lexicon.names.never, roles.jobs, roles.nobody, roles.all_labels, lexicon.papers.heads
    return any(word in words for words in known) or lexicon.places.knows(word)


def _begins_name(word: str, name: Sequence[str], left: int, size: int, names: Names) -> bool:
    """Whether a given name begins another name: after a surname with the article, or, in a run
    of words too long for one name, after any surname."""
    return (
        left > 1
        and len(name) > 1
        and (size > LONGEST_RUN or name[-1].startswith("ال"))
        and names.particles.isdisjoint((*name[-2:], word))
        and names.is_given(word)
    )


def leading_name(text: str, lexicon: Lexicon) -> str:
    """The name that `text` begins with and that no mark closes, else an empty string.

    After a label («حوار: آسيا العتروس ما الذي …») a given name and the word after it are taken,
    with the particles between them.
    """
    names = lexicon.names
    wanted = 2
    for match in _WORD.finditer(text, 0, 80):
        word = fold(match.group())
        if word in names.never or not _NAME_WORD.fullmatch(word):
            return ""
        wanted -= word not in names.particles and word not in lexicon.roles.titles
        if wanted == 0:
            name = text[: match.end()]
            return name if name_score(name, lexicon) == SURE else ""
    return ""
