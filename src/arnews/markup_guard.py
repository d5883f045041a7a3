"""What stands between markup and the C parser.

The parser is quadratic on some small inputs, and eats gigabytes on others; it cannot be
interrupted. So the tags are counted first: at C speed by number, then, where there are enough of
them to matter, one by one with a counter a name. All of it is linear. It is an estimate: it errs
by calling deep what is only unclosed, and looks again without scripts before it says so.
"""

from __future__ import annotations

import html as entities
import re

from .limits import Limits

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,63})")
_UNSEEN = re.compile(
    r"<(script|style|textarea)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"[\s\"'/]([^\s=<>\"'/]{1,64})\s*=|\s[\w:@.-]+(?=[\s>])")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
# Elements that hold nothing, or whose end is implied by the next of them.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"}
    | {"option", "optgroup", "colgroup", "html", "body", "head"}
    | {"path", "use", "circle", "rect", "polygon", "polyline", "line", "ellipse", "stop", "image"}
)
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt"}
    | {"u"}
)
_SMALL = 256  # tags that can do no harm
_MOST_BODIES = 1_000


def complaint(html: str, limits: Limits) -> str | None:
    """Which limit the markup of `html` is past, in words; `None` if it may be parsed."""
    tags = html.count("<")
    if tags > limits.max_tags:
        return f"{tags:,} tags, more than {limits.max_tags:,}"
    for long in _LONG_TAG.finditer(html):
        attributes = sum(1 for _ in _ATTRIBUTE.finditer(long.group()))
        if attributes > limits.max_attributes:
            return f"{attributes:,} attributes on one tag, more than {limits.max_attributes}"
    if tags <= _SMALL:
        return None
    told = _count(html, limits)
    return _count(_UNSEEN.sub("", html), limits) if told else None


def _count(html: str, limits: Limits) -> str | None:
    """The first limit that open elements are past."""
    opened: dict[str, int] = {}
    depth = formatting = reopened = bodies = 0
    for end, name in _TAG.findall(html):
        name = name.lower()
        if name in ("body", "html"):
            bodies += 1
        if name in _FLAT:
            reopened += formatting if not end else 0
            continue
        if end:
            if opened.get(name, 0):
                opened[name] -= 1
                depth -= 1
                formatting -= name in _FORMATTING
            continue
        opened[name] = opened.get(name, 0) + 1
        depth += 1
        reopened += formatting
        formatting += name in _FORMATTING
        if depth > limits.max_depth:
            return f"elements open {depth} deep, more than {limits.max_depth}"
        if formatting > limits.max_open_formatting:
            return f"{formatting} formatting elements open, more than {limits.max_open_formatting}"
    if reopened > limits.max_reopened:
        return f"formatting opened again {reopened:,} times, more than {limits.max_reopened:,}"
    if len(opened) > limits.max_tag_names:
        return f"{len(opened):,} names of tags, more than {limits.max_tag_names:,}"
    if bodies > _MOST_BODIES:
        return f"{bodies:,} <html> and <body> tags"
    return None


def stripped(html: str) -> str:
    """The text of `html` without its tags, a line a tag, for markup that may not be parsed."""
    return entities.unescape(re.sub(r"<[^<>]*>?", "\n", _UNSEEN.sub("\n", html)))
