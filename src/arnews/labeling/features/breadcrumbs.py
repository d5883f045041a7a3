"""Paths and menus on one line: «الرئيسية / محليات / عنوان», «محليات | رياضة | من نحن | بحث»."""

from __future__ import annotations

from collections.abc import Set

from ...folding import fold
from ...lexicon.words import Words, fold_label, trim_label
from ...patterns import pattern, plain

MOST_STEPS = 3  # a line of more is a menu, unless it ends with a headline
MOST_IN_PATH = 5  # words of the path to a page that has no signs
LONGEST_STEP = 4  # words of a section's name
_HEADLINE = 30  # characters
_WORDS_OF_ROW = 4  # of two pieces or more
_WORDS_OF_HOME = (1, 2, 3)
_BAR = plain(r"[|•]")
_STEP = pattern(r"_?[/\\»>›|←•·]++_?\s*+|\s[-–:]\s")  # «_/_» in Markdown
_GLUED_HOME = plain(r"(?:الصفحة\s)?الرئيسي?ة(?=[ء-ي])")
_DAY = pattern(r"\s\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$")  # behind a path


def section_in(text: str, words: Words, sections: Set[str] = frozenset()) -> str | None:
    """The section that the path `text` names after the site's first page, or a label before it
    («القسم: محليات»), or by nothing but `sections`; `None` if it is none. Of several steps it is
    the last that `sections` has, else the first."""
    text = _DAY.sub("", text)
    label, _, named = text.partition(":")
    label = fold_label(label) if named else ""
    if label in words.section_labels and _is_name(named):
        return named.strip()
    led = label in words.homes  # «أنت هنا: الرئيسية / محليات»
    path = _STEP.split(named.strip() if led else text)
    if len(path) > 1 and "|" not in text and all(fold_label(step) in sections for step in path):
        steps: list[str] = path  # «الأخبار / محليات», but «أخبار|غزة» is one section
    else:
        steps = _steps_below_home(path, words, sections, led)
    if not steps or not _is_name(steps[0]):
        return None
    if len(steps) >= MOST_STEPS - 1 and _is_title(steps[-1]):
        del steps[-1]
    elif len(steps) >= MOST_STEPS:
        return None
    deepest = (step for step in reversed(steps) if fold_label(step) in sections)
    return next(deepest, steps[0]).strip()


def _steps_below_home(path: list[str], words: Words, sections: Set[str], led: bool) -> list[str]:
    """The steps of a path behind the first page, which may stand in one with the first of them:
    «الصفحة الرئيسية محليات», «الرئيسيةمحليات». A path that is `led` by a label needs none."""
    home, *steps = path
    if fold_label(home) in words.homes:
        return steps
    glued = _GLUED_HOME.match(home)
    if glued and fold_label(home[glued.end() :]) in sections:
        return [home[glued.end() :], *steps]
    if not led and not fold(home).startswith(words.homes):
        return []
    parts = home.split()
    for size in _WORDS_OF_HOME:
        first, behind = " ".join(parts[:size]), " ".join(parts[size:])
        english = first.isascii() and behind.isascii()  # «Home appliances»
        if behind and fold_label(first) in words.homes and not english:
            return [behind, *steps]
    return path if led else []


def _is_title(step: str) -> bool:
    return len(step) > _HEADLINE or step.endswith(("…", ".."))


def is_menu(text: str) -> bool:
    """Whether `text` is the words of a menu, parted by signs."""
    words = [word for word in map(str.strip, _BAR.split(text)) if word]
    counted = sum(any(map(str.isdigit, word)) for word in words)  # a date and counters are none
    return len(words) > MOST_STEPS and all(map(_is_name, words)) and 2 * counted < len(words)


def is_row(text: str, known: Set[str]) -> bool:
    """Whether `text` is several of the words `known`, one beside the other."""
    words = fold(text).split()
    if words[:1] == ["الرئيسيه"] and len(words) > MOST_IN_PATH and not _STEP.search(text.strip()):
        # «الرئيسية كرة القدم كرة اليد ألعاب القوى», but «الرئيسية في هذا الملف هي قضية المياه.»
        return text.rstrip()[-1] != "." and not any(map(str.isdigit, text))
    at = pieces = 0
    while at < len(words):
        ends = range(min(at + LONGEST_STEP, len(words)), at, -1)
        end = next((end for end in ends if trim_label(" ".join(words[at:end])) in known), None)
        if end is None:
            if at and words[at:] == words[-1:] and words[at].isdecimal():
                break  # «طباعة الخبر قراءات 655»
            return False
        at, pieces = end, pieces + 1
    two = pieces > 1 and len(words) >= _WORDS_OF_ROW  # «أرسل الخبر طباعة الخبر»
    return two or pieces >= MOST_STEPS


def _is_name(step: str) -> bool:
    return 0 < len(step.split()) <= LONGEST_STEP
