"""What of a page's metadata is believed.

Metadata are written by machines and for machines: a template states «admin» as the author, the
site's name as the title, 1970 as the year. Such values stay in `Page.metadata` as they are stated;
here they are told apart from those that may complete an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property

from attrs import Factory, define, evolve

from ..fields import byline
from ..folding import fold
from ..lexicon import Lexicon
from ..model import Byline, Metadata
from ..patterns import pattern
from .addresses import host_of
from .instants import day_of, instant

_FIRST_YEAR = 1990  # before the first page of the web
_EPOCH = date(1970, 1, 1)
_CRAWLED = timedelta(minutes=1)  # between the fetching and a date that only says when it was
_LONGEST_NAME = 80  # characters
_LONGEST_TAG = 80
_LETTERS = pattern(r"[\p{L}\p{N}]++")
_UUID = pattern(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_ADDRESS = pattern(r"(?:https?:)?//|www\.|^@|\S@\S|^/|\.(?:html?|php|aspx?)\b", re.I)
_ARABIC = pattern(r"\p{Arabic}")
_ACCOUNT = pattern(r"[a-z0-9_.-]++")  # «chuck-ross», «akhbarelyom»
# Between the names of several authors, or before all of them, in the languages of CMSs.
_BETWEEN = pattern(r"[;،|]|\s(?:and|und|et|y|e|&)\s|,\s++(?=\p{Lu}\S*+\s++\p{Lu})")
_BEFORE = pattern(r"^(?:by|von|par|por|di|بقلم|كتب|كتبت)(?:\s*+:\s*+|\s++)", re.I)
_REMARK = pattern(r"\s*+\([^()]{1,12}\)$")
_LABEL = "بقلم"  # says that a name stands behind it
#: Accounts of a CMS that are nobody's name, folded.
_NOBODY = frozenset(
    {"admin", "administrator", "administration", "webmaster", "editor", "user", "root", "author"}
    | {"adminstrator", "superadmin", "super user", "guest", "null", "none", "undefined", "unknown"}
    | {"ادمن", "الادمن", "المدير", "مدير الموقع", "مدير", "المشرف", "اداره الموقع", "مجهول"}
)


@define(slots=False)
class Beliefs:
    """What is believed of `stated`; `doubts` says of the rest why not, in words."""

    stated: Metadata
    lexicon: Lexicon
    url: str | None = None
    fetched_at: datetime | None = None
    doubts: list[str] = Factory(list)

    @cached_property
    def instants(self) -> Mapping[str, date | datetime | None]:
        """The dates that are stated, by field, also those that are not believed."""
        names = ("published", "modified")
        return {name: instant(getattr(self.stated, name), self.lexicon) for name in names}

    def instant(self, name: str) -> date | datetime | None:
        """The date that the field `name` states, unless it cannot be one of an article."""
        text, found = getattr(self.stated, name), self.instants[name]
        doubt = self._doubt_of_date(found) if found else ("is no date" if text else None)
        if doubt:
            self.doubts.append(f"{name} in the metadata «{text}» {doubt}: not believed")
            return None
        return found

    def _doubt_of_date(self, found: date | datetime) -> str | None:
        day, fetched = day_of(found), self.fetched_at
        if day == _EPOCH or day.year < _FIRST_YEAR:
            return "is older than the web"
        if fetched is None:
            return None
        if day - fetched.date() > timedelta(days=1):
            return "is later than the page was fetched"
        if isinstance(found, datetime) and abs(_between(found, fetched)) <= _CRAWLED:
            return "is the time at which the page was fetched"
        return None

    @cached_property
    def _sites(self) -> frozenset[str]:
        """The names of the site, its publisher and its host, as they are compared."""
        named = [self.stated.site_name, self.stated.publisher, self.stated.generator]
        hosts = [host_of(url).removeprefix("www.") for url in (self.url, self.stated.url)]
        labels = [label for host in hosts for label in (host, *host.split("."))]
        return frozenset(filter(None, map(_key, filter(None, [*named, *labels]))))

    def is_site(self, name: str) -> bool:
        """Whether `name` is the site's own, or its account («@alwadi», «alwadi.example»)."""
        return _key(name) in self._sites

    def headline(self) -> str | None:
        """The stated headline; where <title> alone states one, it is as often the template's."""
        title = self.stated.headline if self.stated.sources.get("title") != "html" else None
        if title and self.is_site(title):
            self.doubts.append(f"title in the metadata «{title}» is the site's name: not believed")
            return None
        return title

    def section(self) -> str | None:
        section = self.stated.section
        if not section or self.is_site(section) or _ADDRESS.search(section):
            return None
        return None if _key(section) == _key(self.stated.title or "") else section

    def tags(self) -> tuple[str, ...]:
        """The tags that are no headline, taken apart into its words, nor numbers of a database."""
        titles = {_key(title) for title in self.stated.titles}
        tags = [tag for tag in self.stated.tags if self._is_tag(tag) and _key(tag) not in titles]
        words = {word for title in self.stated.titles for word in _key(title).split()}
        apart = len(tags) > 2 and all(" " not in tag and _key(tag) in words for tag in tags)
        return () if apart else tuple(tags)

    def _is_tag(self, tag: str) -> bool:
        bare = bool(_LETTERS.search(tag)) and not _UUID.fullmatch(tag) and not _ADDRESS.search(tag)
        return bare and len(tag) <= _LONGEST_TAG and not self.is_site(tag)

    def byline(self) -> Byline | None:
        """The persons and agencies that the page states to be its authors."""
        signed = [one for name in self.stated.authors if (one := self._signed(name))]
        authors = tuple(dict.fromkeys(name for one in signed for name in one.authors))
        agencies = tuple(dict.fromkeys(id_ for one in signed for id_ in one.agencies))
        if not authors and not agencies:
            return None
        raw = "\n".join(dict.fromkeys(one.raw for one in signed))
        first = signed[0] if len(signed) == 1 else Byline(raw)
        return Byline(raw, authors, first.publication, agencies, first.place, first.role)

    def _signed(self, name: str) -> Byline | None:
        """Whom one stated author names; `None` if nobody who is believed."""
        agency = self.lexicon.agencies.lookup(name)
        if agency and not self.is_site(name):
            return Byline(name, agencies=(agency,))
        doubt = self._doubt_of_author(name)
        if doubt:
            self.doubts.append(f"author in the metadata «{name}» {doubt}: not believed")
            return None
        if name in self.stated.organizations:
            return None
        bare = _REMARK.sub("", _BEFORE.sub("", name))
        for line in (bare, f"{_LABEL}: {bare}") if _ARABIC.search(bare) else ():
            read = byline.parse(line, lexicon=self.lexicon)
            if read is not None:
                role = None if read.role == _LABEL else read.role
                known = read.authors or read.agencies
                return evolve(read, raw=name, role=role) if known else None
        return Byline(name, authors=tuple(self._people(bare)))

    def _doubt_of_author(self, name: str) -> str | None:
        if _ADDRESS.search(name):
            return "is an address"
        if (
            _key(name) in _NOBODY
            or _ACCOUNT.fullmatch(name)
            or not _LETTERS.search(name)
            or len(name) > _LONGEST_NAME * 4
        ):
            return "is nobody's name"
        if self._is_of_developer(name):
            return "is that of who made the page"
        return "is the site itself" if self.is_site(name) else None

    def _is_of_developer(self, name: str) -> bool:
        """Whether <meta name=author> of an Arabic page that calls itself no article has a name in
        another script."""
        stated = self.stated
        if stated.sources.get("authors") != "meta" or stated.is_article or _ARABIC.search(name):
            return False
        return any(map(_ARABIC.search, stated.titles))

    def _people(self, names: str) -> Iterator[str]:
        for part in _BETWEEN.split(names):
            person = _REMARK.sub("", part.strip())
            if person and not self.is_site(person):
                yield person


def _key(name: str) -> str:
    """The letters and digits of a name, as they are compared."""
    return " ".join(_LETTERS.findall(fold(name).casefold()))


def _between(one: datetime, other: datetime) -> timedelta:
    """From `other` to `one`; a moment without zone is taken for one at Greenwich."""
    zero = timedelta()
    offset = (one.utcoffset() or zero) - (other.utcoffset() or zero)
    return one.replace(tzinfo=None) - other.replace(tzinfo=None) - offset
