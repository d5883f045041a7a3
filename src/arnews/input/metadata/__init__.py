"""What a page says about itself to machines.

JSON-LD, microdata, RDFa, Open Graph and other <meta>, <time>, <link> and <html lang> are read into
one `arnews.Metadata`, field by field from the best source that has it (`names.toml`). Nothing is
believed or put right here (see `assembly.completion`), and nothing raises: what is broken, endless
or too deep is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from ... import tables
from ...model import Metadata
from ...patterns import plain
from ..entities import unescape
from . import json_ld
from .declared import EMPTY, Declarations, gather
from .json_ld import Linked

__all__ = ["GENERATOR", "NOTHING", "Declarations", "Metadata", "gather", "read"]

GENERATOR = "arnews"  # what pages printed by arnews name as theirs
NOTHING = Metadata()
_LONGEST = 2_000  # characters of a value, but for the text of the article
_MOST_VALUES = 64
_DAY = len("2025-03-18")
_JSON_LD, _TIME = "json-ld", "time"
_SCHEMA = "schema.org"  # names that three sources share
_UNPRINTABLE = plain("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_ACCOUNT = plain(r"://|^@|^[a-z0-9_.-]{5,}$")
_COMMAS, _SEMICOLONS = plain("[,،]"), plain("[;؛|]")
_OF_THE_ARTICLE = frozenset({"title", "url", "article_body"})  # not of the page around it
_SEVERAL = frozenset({"authors", "tags"})

_Found = Iterator[tuple[str, tuple[str, ...]]]


def read(declared: Declarations) -> Metadata:
    """`declared` as the metadata of one page."""
    stated = _Stated.of(declared)
    values: dict[str, object] = {}
    sources: dict[str, Any] = {}  # the names are those of a table
    for field in _names():
        offers = stated.of_field(field)
        if field == "authors":
            offers = iter(sorted(offers, key=lambda offer: not _names_someone(offer[1], values)))
        elif field in ("published", "modified"):
            told = list(offers)
            first = told[0][1][0] if told else ""
            offers = iter(sorted(told, key=lambda offer: not _is_fuller(offer[1][0], first)))
        for source, found in islice(offers, 1):  # the others are not even read
            values[field] = found if field in _SEVERAL else found[0]
            sources[field] = source
    titles = tuple(dict.fromkeys(t for _, found in stated.of_field("title") for t in found))
    organizations = (*stated.linked.organizations, *declared.organizations)
    return Metadata(
        titles=titles[:_MOST_VALUES],
        organizations=_clean(organizations),
        base=declared.base,
        sources=sources,
        **values,  # type: ignore[arg-type]
    )


@cache
def _names() -> Mapping[str, Mapping[str, list[str]]]:
    """The names of each field by source."""
    return tables.read(__package__, "names.toml")


class _Stated(NamedTuple):
    """All that a page states, by source; `first` and `last` is what no name stands for."""

    linked: Linked
    metas: Mapping[str, list[str]]
    microdata: Mapping[str, list[str]]
    rdfa: Mapping[str, list[str]]
    first: Mapping[str, tuple[str, Iterable[str]]]
    last: Mapping[str, tuple[str, Iterable[str]]]

    @classmethod
    def of(cls, declared: Declarations) -> _Stated:
        metas = _by_name(declared.metas)
        addresses = [declared.canonical or "", *metas.get("og:url", ())]
        titles = [*metas.get("og:title", ()), *metas.get("twitter:title", ()), declared.title or ""]
        linked = json_ld.read(declared.scripts, addresses, filter(None, titles))
        kind = linked.kind or ""
        first = {
            "url": ("link", [declared.canonical or ""]),
            "language": ("html", [declared.language or ""]),
            "kind": (_JSON_LD, [kind if linked.article else ""]),
        }
        # What says something where no name does: <html>, and the page around the article.
        last = {
            "title": ("html", [declared.title or ""]),
            "kind": (_JSON_LD, [kind]),
            "site_name": (_JSON_LD, linked.sites),
            "published": (_TIME, _times(declared, "published")),
            "modified": (_TIME, _times(declared, "modified")),
        }
        items = _by_name(declared.microdata), _by_name(declared.rdfa)
        return cls(linked, metas, *items, first, last)

    def of_field(self, field: str) -> _Found:
        """What each source states of `field`, the best source first."""
        for source, values in self._all(field):
            if values and (found := _values(field, values)):
                yield source, found

    def _all(self, field: str) -> Iterator[tuple[str, Iterable[str]]]:
        names, around = _names()[field], self.linked.page
        if field in self.first:
            yield self.first[field]
        for source, own in names.items():
            for place, stated in self._places(source):
                yield from ((place, stated[name]) for name in own if name in stated)
        if field not in _OF_THE_ARTICLE:
            known = filter(around.__contains__, names.get(_SCHEMA, ()))
            yield from ((_JSON_LD, around[name]) for name in known)
        if field in self.last:
            yield self.last[field]

    def _places(self, source: str) -> Iterable[tuple[str, Mapping[str, Iterable[str]]]]:
        """Where the names of a source stand."""
        if source != _SCHEMA:
            return [(source, self.metas)]
        article = self.linked.article
        return [(_JSON_LD, article), ("microdata", self.microdata), ("rdfa", self.rdfa)]


def _times(declared: Declarations, field: str) -> Iterable[str]:
    """The <time> elements that say what they are the time of, else those without words, else
    all, if they say one day; those of several stories say nothing of one."""
    choices = ({field}, {field, EMPTY}, {field, EMPTY, ""})
    for known in choices if field == "published" else choices[:1]:
        times = [at for kind, at in declared.times if kind in known]
        if times:
            return times if len({at[:_DAY] for at in times}) == 1 else ()
    return ()


def _names_someone(authors: Iterable[str], known: Mapping[str, object]) -> bool:
    """Whether one of `authors` is more than an address, an account or the site itself."""
    sites = (known.get("site_name"), known.get("publisher"))
    return any(not _ACCOUNT.search(name) and name not in sites for name in authors)


def _is_fuller(date: str, first: str) -> bool:
    """Whether `date` is the day that the best source states, with its hour."""
    return len(first) == _DAY < len(date) and date.startswith(first)


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for name, content in pairs:
        values = named.setdefault(name, [])
        if content and len(values) < _MOST_VALUES:
            values.append(content)
    return named


def _values(field: str, values: Iterable[str]) -> tuple[str, ...]:
    """The values of one source as the field has them."""
    if field == "article_body":
        return tuple(_UNPRINTABLE.sub("\ufffd", value) for value in values if value.strip())
    if field == "tags":
        values = [part for value in values for part in _split(value)]
    return _clean(values)[:_MOST_VALUES]


def _split(tags: str) -> list[str]:
    parts = _COMMAS.split(tags[: 10 * _LONGEST])
    return parts if len(parts) > 1 else _SEMICOLONS.split(parts[0])


def _clean(values: Iterable[str]) -> tuple[str, ...]:
    """`values` without entities and needless blanks, blank and endless ones left out."""
    short = (_UNPRINTABLE.sub("\ufffd", value) for value in values if len(value) <= _LONGEST)
    plain = (" ".join(unescape(value).split()) for value in short)
    return tuple(dict.fromkeys(value for value in plain if value))
