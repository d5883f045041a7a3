"""What stands between markup and the C parser.

The parser is quadratic on some small inputs, eats gigabytes on others, and cannot be interrupted.
So markup is looked at first, in linear time, and only as closely as it has to be.

The whole page is read as the tokenizer of the HTML standard reads it, with its states: comments,
raw text, scripts, values in quotes, CDATA. The first reading steps over ordinary tags inside one
regular expression, which reads them as the tokenizer does and stops at all else. It only counts
upwards: no end tag closes anything, but one right behind the text of its own start tag. What it
counts (tags, `=`, formatting left open) rules harm out for nearly all pages. Where it does not, the
second reading takes every tag and keeps the open elements as the standard does (`open_elements`).

How some markup is read depends on where it stands: <style> inside <svg> is no raw text. Where that
is not sure and the two readings differ, the page is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import Factory, define

from ..errors import InputTooComplex
from ..limits import Limits
from ..patterns import plain
from .entities import unescape
from .open_elements import FORMATTING, OpenElements

_B = r"[\t\n\f\r ]"  # white space of HTML: \s holds one more
_END = r"(?=[\t\n\f\r />])"  # of a name
_SHAPE = r"[a-zA-Z][a-zA-Z0-9:-]*+"
_RAW = frozenset(b"script style title textarea iframe xmp noembed noframes plaintext".split())
_BODIES = frozenset({b"body", b"html"})
#: Elements in which what follows may be read otherwise.
_ODD = frozenset(b"frameset template select svg math".split())
_STOPS = b"|".join(sorted(_RAW | _BODIES | _ODD)).decode()
_BARE = (  # attributes that are written without a value
    "async|defer|hidden|itemscope|allowfullscreen|checked|selected|disabled|crossorigin|controls"
    "|required|multiple|autoplay|loop|muted|playsinline|novalidate|nomodule|alt|value|class|id"
)
_NAMED = r"[^\t\n\f\r \"'<>/=]++="
_UNQUOTED = r"[^\t\n\f\r \"'<>=`]++(?=[\t\n\f\r >])"
#: Attributes as they are mostly written, with no more than two at the end of the tag without a
#: value, but for those of `_BARE`. `%s` is what no value in quotes holds, beside its quotes.
_USUAL = (
    rf"(?:{_B}++(?:{_NAMED}\"[^\"%s]*+\"|{_NAMED}(?:'[^'%s]*+'|{_UNQUOTED})|(?:{_BARE}){_END}))"
    rf"{{0,24}}+(?:{_B}++[^\t\n\f\r \"'<>/=]++){{0,2}}+{_B}*+"
)
_FEW = _USUAL % ("", "")
_PLAIN = _USUAL % ("<>", "<>")  # the next `>` ends the tag
_VALUED = rf"[a-zA-Z@:_][^\t\n\f\r \"'<>/=]*+{_B}*+={_B}*+"
_LONG = rf"(?:{_B}*+{_VALUED}(?:\"[^\"]*+\"|'[^']*+'|{_UNQUOTED}))*+"
#: Attributes of a drawing: their values are long, and never copied.
_DRAWN_BY = rf"{_LONG}(?:{_B}++(?:aria|data)-[a-z0-9-]++{_END}){{0,3}}+{_LONG}{_B}*+"
#: Names at which the first reading stops: formatting, and those that change how markup is read.
_STOPPING = (
    r"(?:b(?:ody|ig)?|code|em|f(?:ont|rameset)|html|i(?:frame)?|math|no(?:br|embed|frames)"
    r"|plaintext|s(?:cript|tyle|elect|vg|mall|trike|trong)?|t(?:itle|extarea|emplate|t)|u|xmp)"
)
_FORMATTING = r"(?:b(?:ig)?|code|em|font|i|nobr|s(?:mall|trike|trong)?|tt|u)"  # all but links
_OFTEN_CLOSED = ("i", "b", "em", "strong", "font", "small")  # right behind their text
#: An end tag, a start tag in lower case, a link of at most 1,000 bytes, formatting without
#: attributes or closed behind its own text, a comment without tags; or no tag at all.
_ORDINARY = "|".join(
    [
        rf"/[a-z][a-z0-9:-]*+{_B}*+>",
        rf"(?:[dgjklorvwyz]|(?!a{_B}|{_STOPPING}{_END})[a-z])[a-z0-9:-]*+{_FEW}/?+>",
        rf"a(?=[^>]{{0,1000}}+>){_PLAIN}>",
        rf"{_FORMATTING}>",
        *(rf"{name}{_FEW}>[^<]*+</{name}>" for name in _OFTEN_CLOSED),
        r"!--(?:[^<>-]++|-(?!-))*+-->",
        "(?![a-zA-Z/!?])",
    ]
)
#: Up to the next tag that is not, or to the end.
_ORDINARY_TAGS = plain(rf"(?:[^<]*+<(?:{_ORDINARY}))*+[^<]*+".encode())
_USUAL_RAW = plain(rf"<(script|style){_FEW}>".encode())
_MARKUP = plain(rb"<(?=[a-zA-Z/!?])")
_NAME = plain(rb"[a-zA-Z][^\t\n\f\r />]*+")
_ATTRIBUTE = (
    rf"[\t\n\f\r /]*+(%s[^\t\n\f\r />][^\t\n\f\r />=]*+)(?:{_B}*+={_B}*+"
    r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>)|\Z))?+"
)
_NAMES = plain((_ATTRIBUTE % "").encode())
_ATTRIBUTES = plain(rf"(?:{_ATTRIBUTE % '?:'})*+[\t\n\f\r /]*+".encode())
_COMMENT_END = plain(rb"--!?>")
_RAW_ENDS = {
    name: plain(rf"<(?:/(?i:{name.decode()}){_END}{'|!--' if name == b'script' else ''})".encode())
    for name in _RAW
}
_IN_SCRIPT = plain(rf"<!--(?:-*+>)?+|--++>|<(/?+)script{_END}".encode(), re.IGNORECASE)
#: What ends a drawing before its end tag, or is read inside it as HTML.
_NO_DRAWING = (
    "b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|font|h[1-6]|head|hr|i|img|li"
    "|listing|menu|meta|nobr|ol|p|pre|ruby|s|small|span|strong|strike|su[bp]|table|tt|ul?|var"
    f"|foreignobject|annotation-xml|m[inos]|mtext|desc|{_STOPS}"
)
_IN_DRAWING = (
    rf"[^<]++|<(?:/?+(?!(?:{_NO_DRAWING}){_END}){_SHAPE}{_DRAWN_BY}/?+>"
    r"|!--(?:[^<>-]++|-(?!-))*+-->"
    rf"|title{_DRAWN_BY}>[^<]*+</title{_B}*+>"
    rf"|desc{_DRAWN_BY}>[^<]*+</desc{_B}*+>"
    rf"|style{_DRAWN_BY}>[^<]*+</style{_B}*+>"
    rf"|foreignobject{_DRAWN_BY}>[^<]*+(?:<div{_PLAIN}>[^<]*+</div{_B}*+>[^<]*+)*+"
    rf"</foreignobject{_B}*+>)"
)
_DRAWING = plain(
    rf"<(svg|math){_DRAWN_BY}(?:/>|>(?:{_IN_DRAWING}"
    rf"|<svg{_DRAWN_BY}(?:/>|>(?:{_IN_DRAWING})*+</svg{_B}*+>))*+</\1{_B}*+>)".encode(),
    re.IGNORECASE,
)
_DRAWN = plain(
    rb"<(/?+)([a-zA-Z][^\t\n\f\r />]*+)"
    rb"(?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>)|(?<![\t\n\f\r \"'])/)*+(/?+)>"
)
_UNSEEN_TEXT = plain(
    r"<(script|style|textarea)\b[^<]*+(?:<(?!/\1)[^<]*+)*+"
    r"|<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)",
    re.IGNORECASE,
)
_INLINE_TAG = plain(
    r"</?+(?=[abefimqsuABEFIMQSU])"
    r"(?:[abiqsu]|abbr|bdi|big|em|font|mark|small|span|strong|sub|sup)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_TAGS = plain(r"(?:<[a-zA-Z/!?][^<>]*+>?+\s*+)++")
#: Depth costs the parser 3 ns x tags² at most: no more than 300 ns a byte, as long as the square is
#: no more than this many times the bytes.
_SQUARE_A_BYTE = 100
#: The same for `=`, of which a tag has few: names of attributes cost 0.4 ns x number² at most.
_VALUES_SQUARE_A_BYTE = 400
_REPEATED = 800_000  # elements that open formatting may repeat on the smallest page
_OF_A_KIND = 3  # equal formatting elements that the parser keeps open ("Noah's Ark clause")
_WORTH = 32  # bytes of attributes whose copy takes as much as an element
#: Formatting that the first reading steps over may stay open: three of each name without
#: attributes, and one link of at most 1,000 bytes, which the next link ends.
_UNSEEN = _OF_A_KIND * (len(FORMATTING) - 1) + 1
_UNSEEN_WEIGHT = _UNSEEN + 1_000 // _WORTH


class _Tag(NamedTuple):
    """A start or end tag: its name in lower case, its attributes as written, their names."""

    name: bytes
    is_end: bool
    attributes: bytes
    names: list[bytes]

    @property
    def weight(self) -> int:
        """How many elements without attributes a copy of it is worth."""
        return 1 + len(self.attributes) // _WORTH


def check(html: bytes, limits: Limits) -> None:
    """Raises `InputTooComplex`, with the limit in words, for UTF-8 markup that is past one."""
    page, formatting = _Reading(html), Counter[tuple[bytes, bytes, int]]()
    counts = _Counts(limits)
    link = 0
    for tag in page.tags(closely=False):
        counts.add(tag)
        if tag.name == b"a":
            link = max(link, tag.weight)  # a link ends the one before
        elif not tag.is_end and tag.name in FORMATTING:
            formatting[tag.name, tag.attributes, tag.weight] += 1
    _refuse(page.signs, "tags", limits.max_tags)
    kept = [(kind[2], min(number, _OF_A_KIND)) for kind, number in formatting.items()]
    weight = _UNSEEN_WEIGHT + link + sum(weight * number for weight, number in kept)
    closed = page.signs + len(html) // _WORTH  # each at its own end tag
    if (
        page.signs**2 > _SQUARE_A_BYTE * len(html)
        or page.values**2 > _VALUES_SQUARE_A_BYTE * len(html)
        or weight * page.signs + closed > _most_reopened(len(html), limits)
        or sum(number for _, number in kept) + _UNSEEN > limits.max_open_formatting
    ):
        _look_closely(html, limits)


def _look_closely(html: bytes, limits: Limits) -> None:
    """Raises `InputTooComplex` if the tags of `html`, taken one by one, are past a limit."""
    page, counts, open_ = _Reading(html), _Counts(limits), OpenElements()
    most_reopened = _most_reopened(len(html), limits)
    for tag in page.tags(closely=True):
        counts.add(tag)
        if tag.name in _BODIES:
            continue
        open_.surely = open_.surely and not page.odd
        if tag.is_end:
            open_.end(tag.name)
        else:
            open_.start(tag.name, tag.attributes, tag.weight)
        if open_.depth + page.drawn > limits.max_depth:
            raise too_deep(limits)
        _refuse(open_.formatting, "formatting elements open at once", limits.max_open_formatting)
        _refuse(open_.reopened, "elements that open formatting repeats", most_reopened)


def too_deep(limits: Limits) -> InputTooComplex:
    """The error for a tree that is past `limits.max_depth`."""
    return InputTooComplex(f"elements more than {limits.max_depth:,} deep inside one another")


def _refuse(number: int, what: str, most: float) -> None:
    """Raises `InputTooComplex` for more than `most` of something."""
    if number > most:
        raise InputTooComplex(f"{number:,} {what}, more than {most:,}")


def _most_reopened(size: int, limits: Limits) -> int:
    """How many elements open formatting may repeat on a page of `size` bytes."""
    return min(limits.max_reopened, _REPEATED + int(limits.max_reopened_a_byte * size))


@define(eq=False)
class _Counts:
    """Counts what tags hold, whatever is open."""

    limits: Limits
    bodies: int = 0
    merged: int = 0
    tags: set[bytes] = Factory(set)
    attributes: set[bytes] = Factory(set)

    def add(self, tag: _Tag) -> None:
        """Counts `tag`. Raises `InputTooComplex` past a limit."""
        limits = self.limits
        self.tags.add(tag.name)
        self.attributes.update(tag.names)
        _refuse(len(tag.names), "attributes on one tag", limits.max_attributes)
        if tag.name in _BODIES and not tag.is_end:
            self.bodies += 1
            self.merged += len(tag.names)
            _refuse(self.merged, "attributes of <body> and <html>", limits.max_attributes)
            _refuse(self.bodies, "<body> and <html> tags", limits.max_bodies)
        _refuse(len(self.attributes), "names of attributes", limits.max_attribute_names)
        _refuse(len(self.tags), "names of tags", limits.max_tag_names)


@define(eq=False, slots=False)
class _Reading:
    """One reading of a page, from tag to tag.

    `signs` and `values` count `<` and `=` in what was read as markup and text, without scripts and
    raw text. `odd` is set where the rest of the page may be read otherwise than HTML is, `selects`
    where a <select> may be open; `drawn` is the depth of the last drawing, which is stepped over
    as a whole.
    """

    html: bytes
    signs: int = 0
    values: int = 0
    odd: bool = False
    selects: bool = False
    drawn: int = 0
    _left: int = 0

    @cached_property
    def _has_column(self) -> bool:
        """Whether <col> stands anywhere: inside <template>, what follows it is passed over."""
        return b"<col" in self.html.lower()

    def tags(self, *, closely: bool) -> Iterator[_Tag]:
        """The tags of the page: all of them `closely`, else those that are not ordinary."""
        html, at = self.html, 0
        while True:
            ordinary = None if closely else _ORDINARY_TAGS.match(html, at)
            found = _MARKUP.search(html, ordinary.end() if ordinary else at)
            if found is None:
                break
            start = found.start()
            if not closely and (raw := _USUAL_RAW.match(html, start)) is not None:
                at = self._behind(raw[1], raw.end())
                continue
            sign = html[start + 1 : start + 2]
            is_end = sign == b"/"
            named = None if sign in b"!?" else _NAME.match(html, start + 1 + is_end)
            if named is None:
                at = self._skip(start, self._declared(start))
                continue
            name = named.group().lower()
            self.drawn = 0
            if name in (b"svg", b"math") and not is_end:
                drawing = _DRAWING.match(html, start)
                if drawing is not None:
                    at = drawing.end()
                    if closely:
                        self.drawn = _depth(drawing.group())
                        yield _Tag(b"br", False, b"", [])
                    continue
                self.odd = True
            attributes = _ATTRIBUTES.match(html, named.end())
            assert attributes is not None  # it may be empty
            at = attributes.end() + 1  # behind its `>`, if it has one
            written = attributes.group()
            names = _NAMES.findall(written) if len(written) > 1 else []
            yield _Tag(name, is_end, written, [each.lower() for each in names])
            if not is_end and at <= len(html):
                at = self._behind(name, at)
        self._skip(len(html), len(html))

    def _skip(self, start: int, end: int) -> int:
        """Leaves out what stands from `start` to `end`."""
        self.signs += self.html.count(b"<", self._left, start)
        self.values += self.html.count(b"=", self._left, start)
        self._left = end
        return end

    def _declared(self, start: int) -> int:
        """Where a comment, a declaration or CDATA ends that begins at `start`."""
        html = self.html
        if html.startswith(b"<!--", start):
            if html.startswith((b">", b"->"), start + 4):
                return html.index(b">", start) + 1
            found = _COMMENT_END.search(html, start + 4)
            return found.end() if found else len(html)
        end = self._after(b">", start)
        if self.odd and html.startswith(b"<![CDATA[", start):
            self._must_agree("CDATA", end, other := self._after(b"]]>", start))
            return max(end, other)
        return end

    def _behind(self, name: bytes, at: int) -> int:
        """Where markup goes on behind the start tag `name`, which ends at `at`."""
        if name in _ODD:
            self.odd = self.odd or name == b"frameset" or (name == b"template" and self._has_column)
            self.selects = self.selects or name == b"select"
        if name not in _RAW:
            return at
        end = len(self.html) if name == b"plaintext" else _raw_end(self.html, at, name)
        if self.odd or (self.selects and name != b"script"):
            self._must_agree(f"<{name.decode()}>", at, end)
        return self._skip(at, end)

    def _after(self, sign: bytes, start: int) -> int:
        found = self.html.find(sign, start)
        return len(self.html) if found < 0 else found + len(sign)

    def _must_agree(self, what: str, start: int, end: int) -> None:
        """Raises `InputTooComplex` if it matters whether `start` to `end` is markup or none."""
        if _MARKUP.search(self.html, start, end) is not None:
            raise InputTooComplex(f"markup inside {what}, which may be read in two ways")


def _raw_end(html: bytes, at: int, name: bytes) -> int:
    """Where the raw text of the element `name` ends that begins at `at`."""
    found = _RAW_ENDS[name].search(html, at)
    if found is None:
        return len(html)
    is_comment = found.group() == b"<!--"
    return _commented_script_end(html, found.start()) if is_comment else found.start()


def _commented_script_end(html: bytes, at: int) -> int:
    """Where a script ends that holds a comment at `at`, which may hold a script in turn."""
    commented = scripted = False
    for found in _IN_SCRIPT.finditer(html, at):
        sign = found.group()
        if sign.startswith(b"<!"):
            commented = commented or not sign.endswith(b">")
        elif sign.startswith(b"-"):
            commented = scripted = False
        elif found[1]:
            if not scripted:
                return found.start()
            scripted = False
        else:
            scripted = commented
    return len(html)


def _depth(drawing: bytes) -> int:
    """How deep the elements of a drawing stand inside one another."""
    stack, most = list[bytes](), 0
    for end, name, closed in _DRAWN.findall(drawing):
        if not end and not closed:
            stack.append(name.lower())
            most = max(most, len(stack))
        elif end and stack and stack[-1] == name.lower():
            stack.pop()
    return most


def stripped(html: str) -> str:
    """The text of `html` without its tags, for markup that may not be parsed.

    What a browser hides is left out; tags other than inline ones end a line.
    """
    shown = _INLINE_TAG.sub("", _UNSEEN_TEXT.sub("\n", html))
    return unescape(_TAGS.sub("\n", shown))
