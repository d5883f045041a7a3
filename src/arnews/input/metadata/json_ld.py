"""JSON-LD: the values in the scripts of a page, and which of their articles is the page's own.

Rules of this file: nothing raises; each script is read in time linear in its length; an article
that the page only lists, or that has another address, is none of the page's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from json.decoder import JSONDecodeError
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from attrs import Factory, define, frozen

from ...folding import fold
from ...patterns import plain
from ..entities import unescape

MOST_SCRIPTS = 64  # real pages have up to a dozen
LONGEST_SCRIPT = 400_000  # characters of JSON-LD, all scripts together
MOST_NODES = 20_000  # objects and lists of a page
MOST_VALUES = 64  # of one property
_DEEPEST_VALUE = 3  # a list of objects whose name is an object

Node: TypeAlias = dict[str, Any]

_WRAPPING = plain(
    r"\A(?:/[/*]\s*)?<!(?:--|\[CDATA\[)(?:\s*\*/)?|(?:-->|(?:/[/*]\s*)?\]\]>(?:\s*\*/)?)\Z"
)
_STRAY_COMMA = plain(r",(\s*+[}\]])")
_BETWEEN = plain(r"[\s,;\ufeff]*+")  # two values that are glued
_ESCAPE = plain(r'\\(u[0-9a-fA-F]{4}|["\\/bfnrt])|\\')
#: What stands behind a quote that ends a string; behind a name also a colon.
_AFTER_STRING = plain(r'\s*+(?:[}\]]|,\s*+(?:["{\[\d}\]-]|true|false|null)|\Z)')
_QUOTES = plain(r'\\.|"', re.S)
_COLON = plain(r"\s*+:")
_STATED = plain(
    r'"(headline|datePublished|dateModified|articleSection)"\s*+:\s*+"((?:[^"\\]|\\.){1,2000}+)"'
)
#: Properties through which the page's own article is reached; others lead to other pages.
_OWN = ("@graph", "mainEntity", "mainEntityOfPage")
_NAMES = ("name", "url", "contentUrl", "@value")
_ADDRESSES = ("url", "contentUrl", "@id")
_ADDRESSED = frozenset({"image", "thumbnailUrl", "url"})  # properties that are addresses


@frozen
class Linked:
    """What the JSON-LD of a page states: `article` of its article, `page` of the page around it;
    both by the name of a property in lower case."""

    article: Mapping[str, tuple[str, ...]] = Factory(dict)
    page: Mapping[str, tuple[str, ...]] = Factory(dict)
    kind: str | None = None
    organizations: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def read(scripts: Iterable[str], addresses: Iterable[str], titles: Iterable[str]) -> Linked:
    """What `scripts` state of the page with these `addresses` and `titles`, as far as known."""
    graph = _Graph()
    room = LONGEST_SCRIPT
    for script in list(scripts)[:MOST_SCRIPTS]:
        if len(script) <= room:
            room -= len(script)
            graph.take(script)
    known = [path for path in map(_path, addresses) if path]
    return graph.linked(known, [fold(title) for title in titles])


@define
class _Graph:
    """The objects of all scripts: articles, pages and sites, and every object by its `@id`."""

    articles: list[Node] = Factory(list)
    pages: list[Node] = Factory(list)
    sites: list[Node] = Factory(list)
    by_id: dict[str, Node] = Factory(dict)
    seen: int = 0

    def take(self, script: str) -> None:
        values = loaded(script)
        if not values:
            found = {name: _unescaped(value) for name, value in reversed(_STATED.findall(script))}
            values = [{"@type": "Article", **found}] if found else []
        for node in self._objects(values):
            if len(node) > 1 and isinstance(name := node.get("@id"), str):
                self.by_id.setdefault(name, node)
        for node in self._objects(values, _OWN):
            self._sort(node)

    def _sort(self, node: Node) -> None:
        kind = self.kind(node)
        if "Article" in kind or "BlogPosting" in kind or kind == "Report":
            self.articles.append(node)
        elif kind.endswith("Page") or kind == "ItemList":
            self.pages.append(node)
        elif kind.endswith(("WebSite", "Organization")):
            self.sites.append(node)

    def _objects(self, values: list[Any], names: Collection[str] | None = None) -> Iterator[Node]:
        """The objects in `values`, and in them all others, or those under `names`."""
        stack = values[::-1]
        while stack and self.seen < 2 * MOST_NODES:
            self.seen += 1
            node = stack.pop()
            if isinstance(node, dict):
                yield node
                inner = [node[name] for name in (names or node) if name in node]
                stack.extend(v for v in reversed(inner) if isinstance(v, dict | list))
            elif isinstance(node, list):
                stack.extend(reversed(node[:MOST_NODES]))

    def kind(self, node: Node) -> str:
        """The types of `node`; several with a blank between."""
        return " ".join(self.texts(node.get("@type")))

    def linked(self, paths: list[str], titles: list[str]) -> Linked:
        articles = self._of_the_page(paths, titles)
        around = [node for node in self.pages if not articles or self._may_be(node, paths)]
        kinds = [self.kind(node) for node in (*articles, *around)]
        stated = [node.get("author") for node in articles]
        listed = (
            one for value in stated for one in (value if isinstance(value, list) else [value])
        )
        authors = [self.resolved(one) for one in islice(listed, MOST_VALUES)]
        return Linked(
            self._merged(articles),
            self._merged(around),
            next((kind.split()[0] for kind in kinds if kind), None),
            tuple(text for one in authors if _is_house(one) for text in self.texts(one)),
            tuple(text for node in self.sites for text in self.texts(node.get("name"))),
        )

    def _of_the_page(self, paths: list[str], titles: list[str]) -> list[Node]:
        """The articles that have the page's address, else its title, else the only one."""
        addressed = [node for node in self.articles if self._paths(node) & set(paths)]
        if addressed:
            return addressed
        free = [node for node in self.articles if self._may_be(node, paths)]
        titled = [node for node in self.articles if self._has_title(node, titles)]
        if titled:
            return titled
        headlines = {tuple(self.texts(node.get("headline"))) for node in free}
        return free if len(headlines) == 1 else []

    def _may_be(self, node: Node, paths: list[str]) -> bool:
        """Whether `node` has no address, or the page none that could differ."""
        own = self._paths(node)
        return not own or not paths or bool(own & set(paths))

    def _paths(self, node: Node) -> set[str]:
        values = [node.get("url"), node.get("mainEntityOfPage"), node.get("@id")]
        values += [one.get(key) for one in values if isinstance(one, dict) for key in _ADDRESSES]
        return {path for value in values if isinstance(value, str) and (path := _path(value))}

    def _has_title(self, node: Node, titles: list[str]) -> bool:
        own = [fold(text) for text in self.texts(node.get("headline"))]
        return any(one and (one in title or title in one) for one in own for title in titles)

    def _merged(self, nodes: list[Node]) -> dict[str, tuple[str, ...]]:
        """The properties of `nodes` by name in lower case; of several the first that has one."""
        merged: dict[str, tuple[str, ...]] = {}
        for node in nodes[:MOST_VALUES]:
            for name, value in node.items():
                read_as = _ADDRESSES if name in _ADDRESSED else _NAMES
                if name.lower() not in merged and (texts := self.texts(value, read_as)):
                    merged[name.lower()] = tuple(dict.fromkeys(texts))[:MOST_VALUES]
        return merged

    def texts(self, value: Any, names: tuple[str, ...] = _NAMES, depth: int = 0) -> list[str]:
        """The strings that `value` stands for: itself, a list of them, or what an object has by
        the first of `names`."""
        if isinstance(value, str):
            return [value]
        if depth > _DEEPEST_VALUE:
            return []
        if isinstance(value, list):
            parts = value[:MOST_VALUES]
            return [text for part in parts for text in self.texts(part, names, depth + 1)]
        if isinstance(value, dict):
            for name in names:
                if value.get(name):
                    return self.texts(value[name], names, depth + 1)
            other = self.resolved(value)
            return self.texts(other, names, depth + 1) if other is not value else []
        return []

    def resolved(self, value: Any) -> Any:
        """The object that `{"@id": …}` refers to, if the page has it."""
        if not isinstance(value, dict) or value.get("name"):
            return value
        return self.by_id.get(str(value.get("@id")), value)


def _is_house(author: Any) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))[:200]


def _path(address: str) -> str:
    """What of `address` stands behind the host, without its fragment; empty for a front page."""
    try:
        parts = urlsplit(address.strip()[:2_000])
        path = unquote(parts.path).rstrip("/")
    except ValueError:
        return ""
    if not path.strip("/") and not parts.query:
        return ""
    return f"{path}?{parts.query}" if parts.query else path


def loaded(script: str) -> list[Any]:
    """The values of a script, one after the other; empty if it holds no JSON, however mended."""
    plain = script.strip()
    if plain[:1] in ("/", "<") or plain[-1:] in ("/", ">"):
        plain = _WRAPPING.sub("", plain).strip()
    if '"' not in plain and "&quot;" in plain:
        plain = unescape(plain)
    return _values(plain) or _values(_STRAY_COMMA.sub(r"\1", _mended(plain)))


# Numbers stay strings: no value is counted with, and endless ones cost nothing.
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)


def _values(text: str) -> list[Any]:
    """The JSON values that stand one after the other in `text`; empty if one is broken."""
    values: list[Any] = []
    at = 0
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (JSONDecodeError, RecursionError):
            return []
        values.append(value)
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
    return values


def _mended(text: str) -> str:
    """`text` with quotes inside of strings and backslashes that escape nothing escaped."""
    text = _ESCAPE.sub(lambda found: found[0] if found[1] else r"\\", text)
    mended: list[str] = []
    inside, is_value, start, ended = False, False, 0, 0
    for found in _QUOTES.finditer(text):
        at = found.end()
        if found[0] != '"':
            continue
        if not inside:
            inside, is_value = True, text[ended : found.start()].rstrip().endswith(":")
        elif _AFTER_STRING.match(text, at) or (not is_value and _COLON.match(text, at)):
            inside, ended = False, at
        else:
            mended += (text[start : found.start()], '\\"')
            start = at
    return "".join((*mended, text[start:]))


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value
