"""What stands in a page for machines: names and values, scripts, and where they stand.

Nothing is decided here but which microdata and RDFa belong to the page's own article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, cast

from attrs import Factory, define

from ...patterns import plain

MOST_NODES = 4_000  # of a kind; real pages have some dozens
_MOST_METAS = 2_000
_MOST_CLIMBED = 60  # elements up to the one that says what a property is of
_LONGEST = 2_000  # characters of a value
_ALL_TEXTS = 400_000  # characters of all values together
_SELECTOR = (
    'meta, title, base[href], link[rel], script[type*="ld+json" i], time, '
    "[itemprop], [itemscope], [typeof], [property]:not(meta), .published[title], .updated[title]"
)
EMPTY = "empty"  # a <time> without words
_WHOLE = frozenset({"articlebody", "text"})  # properties that are the article itself
_ADDRESSES = ("url", "contenturl")
_ARTICLES = ("article", "blogposting", "creativework")
#: Classes that CMSs give the <time> of a story (hAtom and microformats 2).
_PUBLISHED_NAMES = frozenset(
    {"published", "dt-published", "entry-date", "post-date", "date-published"}
)
_UPDATED_NAMES = frozenset({"updated", "dt-updated", "modified", "date-modified"})
ISO = plain(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d|$)")


@define
class Declarations:
    """The machine-readable parts of a page: <meta> by lower-case name, properties of microdata and
    RDFa, <time>, the text of JSON-LD scripts, <title>, language, canonical address and <base>."""

    metas: list[tuple[str, str]] = Factory(list)
    microdata: list[tuple[str, str]] = Factory(list)
    rdfa: list[tuple[str, str]] = Factory(list)
    times: list[tuple[str, str]] = Factory(list)  # "published", "modified", EMPTY or "", and when
    organizations: list[str] = Factory(list)
    scripts: list[str] = Factory(list)
    title: str | None = None
    canonical: str | None = None
    base: str | None = None
    language: str | None = None


def gather(tree: Any) -> Declarations:
    """The declarations of a parsed page."""
    declared = Declarations()
    items: list[Any] = []
    properties: list[Any] = []
    root = tree.root
    declared.language = root.attributes.get("lang") if root is not None else None
    for node in tree.css(_SELECTOR):
        tag, attributes = node.tag, node.attributes
        _declare(declared, node, tag, attributes)
        if "itemprop" in attributes or "itemscope" in attributes:
            items.append(node)
        elif tag != "meta" and ("property" in attributes or "typeof" in attributes):
            properties.append(node)
    room = _Room()
    microdata = _Statements("itemprop", "itemscope", "itemtype", room)
    rdfa = _Statements("property", "typeof", "typeof", room)
    declared.microdata, houses = microdata.of_article(items[:MOST_NODES])
    declared.rdfa, others = rdfa.of_article(properties[:MOST_NODES])
    declared.organizations = [*houses, *others]
    return declared


def _declare(declared: Declarations, node: Any, tag: str, attributes: Any) -> None:
    """Keeps what `node` tells by its tag."""
    get = attributes.get
    if tag == "meta":
        name = get("property") or get("name")
        if name and len(declared.metas) < _MOST_METAS:
            declared.metas.append((name.strip().lower(), get("content") or ""))
    elif tag == "script":
        declared.scripts.append(node.text())
    elif tag == "title":
        if declared.title is None and node.parent is not None and node.parent.tag == "head":
            declared.title = node.text()
    elif tag == "base":
        declared.base = declared.base or get("href")
    elif tag == "link":
        if "canonical" in (get("rel") or "").lower().split():
            declared.canonical = declared.canonical or get("href")
    elif len(declared.times) < MOST_NODES and (when := _time(tag, attributes)):
        declared.times.append((_time_kind(node, attributes), when))


def _time(tag: str, attributes: Any) -> str | None:
    """When a <time> is, or what pages wrote times in before there was <time> (hAtom)."""
    if tag == "time":
        return cast("str | None", attributes.get("datetime"))
    title = attributes.get("title") or ""
    called = not _classes(attributes).isdisjoint(_PUBLISHED_NAMES | _UPDATED_NAMES)
    return title if called and ISO.match(title) else None


def _classes(attributes: Any) -> frozenset[str]:
    return frozenset((attributes.get("class") or "")[:_LONGEST].lower().split())


def _time_kind(node: Any, attributes: Any) -> str:
    """What a <time> says that it is the time of; one with words is shown, if it says nothing."""
    names = _classes(attributes)
    if not names.isdisjoint(_UPDATED_NAMES) and names.isdisjoint(_PUBLISHED_NAMES):
        return "modified"
    if "pubdate" in attributes or not names.isdisjoint(_PUBLISHED_NAMES):
        return "published"
    return "" if node.text().strip() else EMPTY


@define
class _Room:
    """Characters of values that may still be read: nested properties repeat the text inside."""

    left: int = _ALL_TEXTS

    def value(self, node: Any) -> str:
        """What the element of a property says: its attribute for machines, else its text."""
        get = node.attributes.get
        if (content := get("content")) is not None:
            return str(content)
        if node.tag in ("time", "data", "meter"):
            return str(get("datetime") or get("value") or self._text(node))
        if node.tag == "abbr":  # as pages wrote times before there was <time>
            return str(get("title") or self._text(node))
        if node.tag in ("img", "source", "iframe", "video", "audio", "embed"):
            return str(get("src") or "")
        if node.tag == "link":
            return str(get("href") or "")
        return self._text(node)

    def _text(self, node: Any) -> str:
        if self.left <= 0:
            return ""
        text = str(node.text())
        self.left -= len(text)
        return text


@define
class _Statements:
    """Properties of microdata or RDFa, told apart by what they are properties of."""

    name: str  # the attribute that names a property
    scope: str  # that opens a thing
    type: str  # that says what the thing is
    room: _Room

    def of_article(self, nodes: list[Any]) -> tuple[list[tuple[str, str]], list[str]]:
        """The properties of the page's own article, and which of its authors are no persons."""
        by_scope: dict[int | None, list[Any]] = defaultdict(list)
        scopes: dict[int, Any] = {}
        for node in nodes:
            if self.scope in node.attributes:
                scopes[node.mem_id] = node
            if node.attributes.get(self.name):
                holder = self._holder(node)
                by_scope[holder and holder.mem_id].append(node)
        around = [
            n for s in scopes.values() if "webpage" in self._type(s) for n in by_scope[s.mem_id]
        ]
        own = by_scope[None] if self.name == "itemprop" else []
        found: list[tuple[str, str]] = []
        houses: list[str] = []
        for node in (*self._article(scopes.values(), by_scope), *own, *around):
            names = [name for name in self._names(node) if name not in _WHOLE]
            value = self._value(node, by_scope) if names else ""
            found += [(name, value) for name in names if value]
            if "author" in names and "organization" in self._type(node):
                houses.append(value)
        return found, houses

    def _holder(self, node: Any) -> Any:
        """The element around that opens the thing which `node` is a property of."""
        for _ in range(_MOST_CLIMBED):
            node = node.parent
            if node is None or self.scope in node.attributes:
                return node
        return None

    def _article(
        self, scopes: Iterable[Any], by_scope: Mapping[int | None, list[Any]]
    ) -> list[Any]:
        """The properties of the one article, or of the one with a text among several."""
        articles = (s for s in scopes if any(word in self._type(s) for word in _ARTICLES))
        held = [by_scope[node.mem_id] for node in articles]
        told = [nodes for nodes in held if nodes]
        if len(told) > 1:
            told = [nodes for nodes in told if any("articlebody" in self._names(n) for n in nodes)]
        return told[0] if len(told) == 1 else []

    def _type(self, node: Any) -> str:
        return (node.attributes.get(self.type) or "")[:_LONGEST].lower()

    def _names(self, node: Any) -> list[str]:
        names = (node.attributes.get(self.name) or "")[:_LONGEST].lower().split()
        return [name.rpartition(":")[2].rpartition("/")[2] for name in names]

    def _value(self, node: Any, by_scope: Mapping[int | None, list[Any]]) -> str:
        """The value of a property; the name or address of a thing."""
        if self.scope not in node.attributes:
            return self.room.value(node)
        inside = {name: n for n in reversed(by_scope[node.mem_id]) for name in self._names(n)}
        names = _ADDRESSES if "image" in self._names(node) else ("name", *_ADDRESSES)
        named = next((inside[name] for name in names if name in inside), node)
        return self.room.value(named)
