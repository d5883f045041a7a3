"""Where two readings of one page differ, by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from ..model import Page

_MOST_WORDS = 1000  # of a value that is compared word by word
_LEFT_OUT = frozenset({"text", "from_metadata"})  # of an article: what follows from the rest
#: A piece of a value, and whether the other reading has it too.
Piece: TypeAlias = tuple[str, bool]


class Difference(NamedTuple):
    """A value of one reading and of the other: `None` where there is none.

    `field` is the field of the article (`"lead_image"`), `path` the place of the value
    (`"articles[0].lead_image.caption"`).
    """

    field: str
    path: str
    one: str | None
    other: str | None


def differences(one: Page, other: Page) -> list[Difference]:
    """All values in which the articles of two pages differ, in the order of the article.

    Elements of the body and related stories are compared with those that they are nearest to, so
    that a paragraph more is one difference. Values that are stated only are compared as any other.

    >>> from arnews import Article
    >>> one, other = Page((Article(headline="قمة الرياض"),)), Page((Article(headline="قمة جدة"),))
    >>> differences(one, other)[0].path
    'articles[0].headline'
    """
    found = []
    for number, pair in enumerate(zip_longest(one.articles, other.articles)):
        dicts = [article.to_dict() if article else {} for article in pair]
        for field in (name for name in (dicts[0] or dicts[1]) if name not in _LEFT_OUT):
            values = (each.get(field) or None for each in dicts)
            for path, left, right in compared(f"articles[{number}].{field}", *values):
                found.append(Difference(field, path, _as_text(left), _as_text(right)))
    return found


_Found: TypeAlias = Iterator[tuple[str, Any, Any]]


def compared(path: str, one: Any, other: Any) -> _Found:
    """Where two values in types of JSON differ, which stand at `path`, and what stands there."""
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from compared(f"{path}.{key}".lstrip("."), one.get(key), other.get(key))
    elif _is_list_of_dicts(one) or _is_list_of_dicts(other):
        yield from _aligned(path, one or [], other or [])
    else:
        yield path, one, other


def _is_list_of_dicts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value[:1])


def _aligned(path: str, one: list[Any], other: list[Any]) -> _Found:
    """The entries of two lists, each with the one that stands in its place in the other."""
    keys, others = ([json.dumps(entry) for entry in each] for each in (one, other))
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        if change != "equal":
            for offset, (left, right) in enumerate(zip_longest(one[a:b], other[c:d])):
                place = a + offset if left else c + offset
                yield from compared(f"{path}[{place}]", left, right)


def _as_text(value: Any) -> str | None:
    """`value` for people: the strings in it, and which flags are set."""
    if isinstance(value, dict):
        parts = (name if part is True else _as_text(part) for name, part in value.items())
        return " · ".join(filter(None, parts))
    if isinstance(value, list):
        return "، ".join(filter(None, map(_as_text, value)))
    return None if value in (None, False) else str(value)


def by_words(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces of words that the other has too, or has not."""
    words = one.split(), other.split()
    if max(map(len, words)) > _MOST_WORDS:
        return [(one, False)], [(other, False)]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    changes = matcher.get_opcodes()
    left = [(" ".join(words[0][a:b]), change == "equal") for change, a, b, _, _ in changes]
    right = [(" ".join(words[1][c:d]), change == "equal") for change, _, _, c, d in changes]
    return left, right
