"""Lines that do not name whom they are about: «تشارك بأكبر وفد», «أصدرها الوزير», «خطورته في …».

Papers print such a line above a headline, whose subject it takes for granted.
"""

from __future__ import annotations

from ...folding import fold
from ...lexicon import Lexicon
from ...patterns import pattern

_MARKS = pattern(r"[\p{Mn}ـ«»\"“”()]+")
#: Who did it is in the verb: «فازوا», «يلتقيان».
_THEY = pattern(r"(?![اأإآ])\p{L}{3,}+(?<=وا)|ي\p{L}{4,}+(?<=ان)")
#: Somebody's: «خسارته», «عموميتها».
_OWNED = pattern(r"(?!و)\p{L}{5,}+(?<=ها|هما|ته)")
#: «ينظمه», «توقيعه», but not «يواجه», «تنبيه».
_NOT_HIS = r"(?<!يه|[اوت]جه|[نش]به|[نش]وه|كره|ابه|رفه|نزه|فقه|بده|ياه|لله)"
_HIM = pattern(rf"[يت]\p{{L}}{{3,}}+(?<=ه){_NOT_HIS}")
_HIS = pattern(rf"(?!و)\p{{L}}{{4,}}+(?<=ها|هما|ه){_NOT_HIS}")
_IT = pattern(r"(.{2,}?)ها?")
_PRESENT = pattern(r"[يت]\p{L}{3,}+")
#: What is said or done: «أكد أنه», «تصدر تقريراً», «تشارك بأكبر وفد»; «يصل غداً» says when.
_THAT = pattern(r"ب?[أا]ن(?:ه|ها|هم|هما)?|إن(?:ه|ها|هم|هما)|بأ(?!بو|م)\p{L}{3,}+")
_DONE = pattern(r"[\p{L}\p{Mn}]{4,}+(?<=اً|ًا)(?<!ي.{2}|غداً|دداً|خيراً|يوماً|باحاً)")
_PREPOSITION = pattern(r"في|إلى|الى|على|عن|من|مع|بين|ب(?:[إآ]|ال)\p{L}++")
#: «رئيس الغرفة لـ«الوادي»»
_TO_PAPER = pattern(r"[^:]+\sلـ+\s?[«\"“”]?([^:«»\"“”]{3,25}+)[»\"“”]?\s?:?")


def has_no_subject(line: str, lexicon: Lexicon) -> bool:
    """Whether a verb or noun opens `line` that stands for somebody whom the line does not name, or
    the line says who speaks to which paper."""
    first, printed = (*line.split(" ", 2)[:2], "")[:2]
    first, second = _bare(first), _bare(printed)
    if not second or fold(first) in lexicon.names.given:
        return False
    if _THEY.fullmatch(first) or _OWNED.fullmatch(first) or _HIM.fullmatch(first):
        return True
    verbs, it = lexicon.names.openers, _IT.fullmatch(first)
    if it and fold(it[1]) in verbs:
        return True
    if _PRESENT.fullmatch(first) or fold(first) in verbs:
        done = _THAT.fullmatch(second) or _HIS.fullmatch(second) or _DONE.fullmatch(printed)
        return done is not None
    told = _TO_PAPER.fullmatch(line)
    return told is not None and lexicon.papers.means(told[1])


def may_lack_subject(line: str, lexicon: Lexicon) -> bool:
    """Whether a verb opens `line` and a preposition follows: «تشارك في القمة», but also «انطلقت
    في القاهرة أعمال القمة»."""
    first, second = (*map(_bare, line.split(" ", 2)[:2]), "")[:2]
    return fold(first) in lexicon.names.openers and bool(_PREPOSITION.fullmatch(second))


def _bare(word: str) -> str:
    return _MARKS.sub("", word)
