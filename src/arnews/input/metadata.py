"""What a page says about itself to machines, as evidence of what its visible blocks are.

JSON-LD, Open Graph, Twitter, microdata and plain <meta> are read into one small `Metadata`. None
of it is copied over what the page prints: where the two disagree, the page wins and the
difference becomes a warning. Nothing here raises: what is broken, endless or too deep is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from attrs import Factory, define, frozen

from ..folding import fold
from ..model import Article

GENERATOR = "arnews"  # what pages printed by arnews name as theirs
MOST_SCRIPTS = 64  # real pages have up to a dozen
LONGEST_SCRIPT = 400_000  # characters of JSON-LD, all scripts together
_MOST_NODES = 20_000  # objects and lists of one script
_LONGEST = 2_000  # characters of a value
_MOST_VALUES = 64

_WRAPPING = re.compile(
    r"\A(?:/[/*]\s*)?<!(?:--|\[CDATA\[)(?:\s*\*/)?|(?:-->|(?:/[/*]\s*)?\]\]>(?:\s*\*/)?)\Z"
)
_STRAY_COMMA = re.compile(r",(\s*+[}\]])")
_STATED = re.compile(
    r'"(headline|datePublished|dateModified|articleSection)"\s*+:\s*+"((?:[^"\\]|\\.){1,2000}+)"'
)
_SITE = re.compile(r"\s+[-–—|:»]\s+")

#: Names of <meta> and itemprop, by what they tell, the best first.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "og:title", "twitter:title", "title"),
    "description": ("og:description", "description", "twitter:description"),
    "section": ("article:section", "articlesection", "section"),
    "author": ("article:author", "author", "article:author_name", "twitter:creator"),
    "published": ("article:published_time", "datepublished", "og:published_time", "pubdate"),
    "modified": ("article:modified_time", "datemodified", "og:updated_time", "lastmod"),
    "image": ("og:image", "og:image:secure_url", "twitter:image", "twitter:image:src", "image"),
    "tag": ("article:tag", "news_keywords", "keywords"),
    "kind": ("og:type",),
    "url": ("og:url",),
    "site": ("og:site_name", "application-name"),
    "generator": ("generator",),
}


@define
class Declarations:
    """The machine-readable parts of a page as segmentation meets them: <meta> and itemprop by
    lower-case name, the text of JSON-LD scripts, <title>, the canonical address, and <base>."""

    metas: list[tuple[str, str]] = Factory(list)
    scripts: list[str] = Factory(list)
    title: str | None = None
    canonical: str | None = None
    base: str | None = None


@frozen
class Metadata:
    """`titles` are all headlines stated, `published` and `modified` as they stand there.

    `is_article` tells whether the page calls itself an article; `None` if it does not say.
    """

    titles: tuple[str, ...] = ()
    description: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    houses: frozenset[str] = frozenset()  # authors that are no persons
    published: str | None = None
    modified: str | None = None
    image: str | None = None
    tags: tuple[str, ...] = ()
    url: str | None = None
    base: str | None = None  # what relative addresses of the page are relative to
    site: str | None = None
    generator: str | None = None
    is_article: bool | None = None

    @property
    def headline(self) -> str | None:
        """The headline, without the name of the site that some titles carry."""
        titles = self.titles[:8]
        bare = [title for title in titles if any(title in held for held in titles if held != title)]
        if bare:
            return min(bare, key=len)
        parts = _SITE.split(titles[0]) if titles else []
        return max(parts, key=len, default=None)


NOTHING = Metadata()


def read(declared: Declarations) -> Metadata:
    """`declared` in one; JSON-LD before the rest."""
    linked = _Linked()
    room = LONGEST_SCRIPT
    for script in declared.scripts[:MOST_SCRIPTS]:
        if len(script) <= room:
            room -= len(script)
            linked.take(script)
    named: dict[str, list[str]] = {}
    for name, content in declared.metas:
        values = named.setdefault(name, [])
        if content and len(values) < _MOST_VALUES:
            values.append(content)

    def stated(field: str) -> tuple[str, ...]:
        found = (value for name in _NAMES[field] for value in named.get(name, ()))
        return _clean((*linked.told.get(field, ()), *found))

    def one(field: str) -> str | None:
        return next(iter(stated(field)), None)

    title = _clean([declared.title] if declared.title else [])
    tags = tuple(part for tag in stated("tag") for part in _clean(re.split("[,،]", tag)))
    return Metadata(
        titles=tuple(dict.fromkeys((*stated("headline"), *title))),
        description=one("description"),
        section=one("section"),
        authors=tuple(name for name in stated("author") if "://" not in name),
        houses=frozenset(_clean(linked.told.get("house", ()))),
        published=one("published"),
        modified=one("modified"),
        image=one("image"),
        tags=tuple(dict.fromkeys(tags))[:_MOST_VALUES],
        url=declared.canonical or one("url"),
        base=declared.base,
        site=one("site"),
        generator=one("generator"),
        is_article=_is_article(one("kind"), linked.has_article),
    )


def _is_article(kind: str | None, linked: bool) -> bool | None:
    if linked or (kind and "article" in kind.lower()):
        return True
    return False if kind and kind.lower() in ("website", "blog", "profile") else None


def _clean(values: Iterable[str]) -> tuple[str, ...]:
    """`values` without entities and needless blanks, blank and endless ones left out."""
    plain = (" ".join(html.unescape(value).split()) for value in values if len(value) <= _LONGEST)
    return tuple(dict.fromkeys(value for value in plain if value))


_FIELDS = (
    ("headline", "headline"),
    ("description", "description"),
    ("articleSection", "section"),
    ("author", "author"),
    ("creator", "author"),
    ("datePublished", "published"),
    ("dateModified", "modified"),
    ("image", "image"),
    ("thumbnailUrl", "image"),
    ("keywords", "tag"),
)


@define
class _Linked:
    """What the JSON-LD of a page tells of its article."""

    told: dict[str, list[str]] = Factory(dict)
    has_article: bool = False

    def take(self, script: str) -> None:
        """Reads one script; one that is no JSON is searched for what it states."""
        data = _loaded(script)
        if data is None:
            for name, value in _STATED.findall(script):
                self.add(dict(_FIELDS)[name], [_unescaped(value)])
            return
        nodes = list(_nodes(data))
        named = {id_: node for node in nodes if isinstance(id_ := node.get("@id"), str)}
        for node in nodes:
            kind = " ".join(_texts(node.get("@type"), named))
            if "Article" in kind or "BlogPosting" in kind:
                self.has_article = True
                for name, field in _FIELDS:
                    if name in node:
                        self.add(field, _texts(node[name], named))
                self.add("house", _texts(_houses(node.get("author")), named))

    def add(self, field: str, values: Iterable[str]) -> None:
        known = self.told.setdefault(field, [])
        known.extend(value for value in values if value not in known)
        del known[_MOST_VALUES:]


def _loaded(script: str) -> Any:
    """The value of a script, `None` if it is no JSON even without wrapping and stray commas."""
    plain = _WRAPPING.sub("", script.strip())
    for text in (plain, _STRAY_COMMA.sub(r"\1", plain)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in `data`, in order, the first `_MOST_NODES` of them."""
    stack = [data]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, dict):
            yield node
            stack.extend(v for v in reversed(node.values()) if isinstance(v, dict | list))
        elif isinstance(node, list):
            stack.extend(reversed(node[:_MOST_NODES]))


def _texts(value: Any, named: Mapping[str, Mapping[str, Any]], depth: int = 0) -> list[str]:
    """The strings that `value` stands for: itself, a list of them, or the name of an object."""
    if isinstance(value, str):
        return [value]
    if depth > 3:
        return []
    if isinstance(value, list):
        return [text for part in value[:_MOST_VALUES] for text in _texts(part, named, depth + 1)]
    if isinstance(value, dict):
        for name in ("name", "url", "contentUrl", "@value"):
            if value.get(name):
                return _texts(value[name], named, depth + 1)
        other = named.get(str(value.get("@id")))
        return _texts(other, named, depth + 1) if other is not None and other is not value else []
    return []


def _houses(author: Any) -> list[Any]:
    """Those of `author` that are organizations."""
    several = author if isinstance(author, list) else [author]
    return [
        one
        for one in several[:_MOST_VALUES]
        if isinstance(one, dict) and "Organization" in str(one.get("@type"))[:_LONGEST]
    ]


def disagreements(metadata: Metadata, article: Article) -> Iterator[str]:
    """Where `article`, as printed, and `metadata` tell different things, in words."""
    printed, stated = article.headline, metadata.headline
    if printed and metadata.titles:
        key = fold(printed).strip()
        if not any(key in fold(title) for title in metadata.titles):
            yield f"headline printed «{printed}», in the metadata «{stated}»"
    for name in ("published", "modified"):
        moment, told = getattr(article, name), day(getattr(metadata, name))
        value = moment.value if moment else None
        shown = value.date() if isinstance(value, datetime) else value
        if shown and told and abs((shown - told).days) > 1:  # a zone may make it another day
            yield f"{name} printed {shown}, in the metadata {told}"


def day(stated: str | None) -> date | None:
    """The day of an ISO date or date and time."""
    try:
        return date.fromisoformat(stated[:10]) if stated else None
    except ValueError:
        return None
