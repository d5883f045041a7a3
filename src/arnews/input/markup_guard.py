"""What stands between markup and the C parser.

The parser is quadratic on some small inputs, eats gigabytes on others, and cannot be interrupted.
So markup is looked at first, in linear time, and only as closely as it has to be: counts of tags
and formatting over a sample, then over all of the page; where they do not rule harm out (which
takes many tags, or much formatting before many tags), the tags one by one; and where that says too
much, again without scripts, styles and comments, which the parser does not look into.

It is an estimate, made against accidents: it calls open what is closed by implication, and markup
can be built to hide from it. Markup of people who mean harm wants a process that can be killed.
"""

from __future__ import annotations

import re
from collections import Counter

from attrs import Factory, define

from ..errors import InputTooComplex
from ..limits import Limits
from ..patterns import plain
from .entities import unescape

#: Tags that open formatting are written again in every paragraph while they stay open, and the
#: attributes of each further <body> are merged one by one: both with their attributes, because
#: the parser keeps three of a kind at most. `<a>` is left out: the next one closes it.
_REPEATING = plain(
    rb"<(?=[bcefhinstuBCEFHINSTU])"
    rb"((?:[bisu]|em|tt|font|big|small|strong|strike|code|nobr|body|html)(?=[\s/>])[^>]*)",
    re.IGNORECASE,
)
_TAG = plain(rb"<(/?)([a-zA-Z][^\s/>]{0,63})([^>]*)")
_UNSEEN_SHAPE = (
    r"<(script|style|textarea)\b[^<]*+(?:<(?!/\1)[^<]*+)*+"
    r"|<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)"
)
_UNSEEN_TEXT = plain(_UNSEEN_SHAPE, re.IGNORECASE)
_UNSEEN = plain(_UNSEEN_SHAPE.encode(), re.IGNORECASE)
_START = plain(rb"<[a-zA-Z]")
_ATTRIBUTE = plain(rb"[^\s/>=]++\s*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_INLINE_TAG = plain(
    r"</?+(?=[abefimqsuABEFIMQSU])"
    r"(?:[abiqsu]|abbr|bdi|big|em|font|mark|small|span|strong|sub|sup)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_TAGS = plain(r"(?:<[a-zA-Z/!?][^<>]*+>?+\s*+)++")
# Elements that hold nothing, or that the next of them ends.
_FLAT = frozenset(
    b"a area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    b"thead tbody tfoot option optgroup colgroup head path use circle rect polygon polyline line "
    b"ellipse stop image".split()
)
_BODIES = frozenset({b"body", b"html"})
_FORMATTING = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
#: Depth costs the parser 3 ns x tags² at most: no more than 300 ns a byte, about what reading the
#: page takes anyway, as long as tags² is no more than this many times the bytes. 97 of 100 real
#: pages stay below.
_SQUARE_A_BYTE = 100
_REPEATED = 2_000  # elements that open formatting may repeat on the smallest page
_SMALL = 16_384  # bytes of a page that is counted whole
_GLANCE, _STRIDE = 256, 2048  # bytes: a window of the sample, and from one to the next
_LONG_TAG = 8192  # bytes, with 25 ms of attributes at most
_OF_EACH_PAGE = 5  # <html>, <body> and one formatting element: not to be multiplied
_OF_A_KIND = 3  # equal formatting elements that the parser keeps open ("Noah's Ark clause")


def check(html: bytes, limits: Limits) -> None:
    """Raises `InputTooComplex`, with the limit in words, for UTF-8 markup that is past one."""
    told = _many_attributes(html, limits)
    closer = len(html) <= _SMALL or _may_harm(_sample(html), limits, sampled=True)
    if told is None and closer and _may_harm(html, limits):
        tags = html.count(b"<")
        if tags > limits.max_tags:
            told = f"{tags:,} tags, more than {limits.max_tags:,}"
        else:
            told = _many_open(html, limits) and _many_open(_UNSEEN.sub(b" ", html), limits)
    if told is not None:
        raise InputTooComplex(told)


def too_deep(limits: Limits) -> str:
    """What is told of a tree that is past `limits.max_depth`."""
    return f"elements more than {limits.max_depth:,} deep inside one another"


def _sample(html: bytes) -> bytes:
    return b" ".join([html[at : at + _GLANCE] for at in range(0, len(html), _STRIDE)])


def _may_harm(html: bytes, limits: Limits, sampled: bool = False) -> bool:
    """Whether there are tags, or formatting, enough to hold the parser up in any order."""
    scale = _STRIDE // _GLANCE if sampled else 1
    size = scale * len(html)
    tags = scale * html.count(b"<")
    kinds = Counter(_REPEATING.findall(html))
    repeating = sum(min(number, _OF_A_KIND) for number in kinds.values())
    if sampled:
        repeating = scale * max(0, repeating - _OF_EACH_PAGE)
    return (
        tags * tags > _SQUARE_A_BYTE * size
        or repeating * tags > _most_reopened(size, limits)
        or tags > limits.max_tags
        or repeating > limits.max_open_formatting
    )


def _most_reopened(size: int, limits: Limits) -> int:
    """How many elements open formatting may repeat on a page of `size` bytes."""
    return min(limits.max_reopened, _REPEATED + int(limits.max_reopened_a_byte * size))


def stripped(html: str) -> str:
    """The text of `html` without its tags, for markup that may not be parsed.

    What a browser hides is left out; tags other than inline ones end a line.
    """
    shown = _INLINE_TAG.sub("", _UNSEEN_TEXT.sub("\n", html))
    return unescape(_TAGS.sub("\n", shown))


def _many_attributes(html: bytes, limits: Limits) -> str | None:
    most = _attributes(html)
    if most > limits.max_attributes:
        most = _attributes(_UNSEEN.sub(b"", html))
    if most <= limits.max_attributes:
        return None
    return f"{most:,} attributes on one tag, more than {limits.max_attributes:,}"


def _attributes(html: bytes) -> int:
    """The most attributes of a tag, of those that are longer than `_LONG_TAG`."""
    most = at = 0
    while at + _LONG_TAG < len(html):
        last = html.rfind(b">", at, at + _LONG_TAG)
        if last < 0:
            last = html.find(b">", at + _LONG_TAG)
            last = len(html) if last < 0 else last
            start = _START.search(html, at, last)
            if start is not None:
                most = max(most, sum(1 for _ in _ATTRIBUTE.finditer(html, start.end(), last)))
        at = last + 1
    return most


def _many_open(html: bytes, limits: Limits) -> str | None:
    """The first limit that the tags of `html`, taken one by one, are past."""
    opened = _Open()
    for end, name, attributes in _TAG.findall(html):
        name = name.lower()
        if end:
            opened.end(name)
            continue
        opened.start(name, attributes)
        if opened.depth > limits.max_depth or opened.formatting > limits.max_open_formatting:
            break
    return opened.complaint(limits, _most_reopened(len(html), limits))


@define(eq=False)
class _Open:
    """The elements that are open at one place of the page, as far as tags alone tell."""

    depth: int = 0
    formatting: int = 0
    reopened: int = 0
    bodies: int = 0
    by_name: dict[bytes, int] = Factory(dict)
    by_kind: dict[bytes, list[bytes]] = Factory(dict)  # formatting, by name

    def start(self, name: bytes, attributes: bytes) -> None:
        self.reopened += self.formatting
        if name in _FLAT:
            return
        if name in _BODIES:
            self.bodies += 1
            return
        self.by_name[name] = self.by_name.get(name, 0) + 1
        self.depth += 1
        if name in _FORMATTING:
            kinds = self.by_kind.setdefault(name, [])
            if kinds[-_OF_A_KIND:].count(attributes) < _OF_A_KIND:
                kinds.append(attributes)
                self.formatting += 1

    def end(self, name: bytes) -> None:
        if not self.by_name.get(name):
            return
        self.by_name[name] -= 1
        self.depth -= 1
        if self.by_kind.get(name):
            self.by_kind[name].pop()
            self.formatting -= 1

    def complaint(self, limits: Limits, most_reopened: int) -> str | None:
        """What there is too much of, in words."""
        if self.depth > limits.max_depth:
            return too_deep(limits)
        for number, most, what in (
            (self.formatting, limits.max_open_formatting, "formatting elements open at once"),
            (self.reopened, most_reopened, "elements that open formatting repeats"),
            (len(self.by_name), limits.max_tag_names, "names of tags"),
            (self.bodies, limits.max_bodies, "<body> and <html> tags"),
        ):
            if number > most:
                return f"{number:,} {what}, more than {most:,}"
        return None
