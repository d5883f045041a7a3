"""Completes the article of a page from what the page states in its metadata.

A value that the page shows always stays. One that it does not show is taken from the metadata and
named in `Article.from_metadata`; a date that it shows without year, hour or zone becomes fuller.
Where shown and stated values disagree, the shown one wins, and a warning tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache, partial
from itertools import islice
from typing import Any, NamedTuple

from attrs import evolve

from ..blocks import Block, Image
from ..fields import date as dates
from ..folding import fold
from ..lexicon import Lexicon
from ..lexicon.words import fold_label
from ..model import Article, Byline, Figure, Metadata, Moment, PageWarning, replaced
from .belief import Beliefs
from .instants import day_of, fuller, in_zone, instant

_SHORTEST = len("10:30")  # of the words in a <time> that stand in a date
_MOST_TIMES = 500  # different <time> elements, and lines with a date, that are looked at
_MANY = 5  # key words, of which a story says some
_ANOTHER_DAY = timedelta(days=1)  # which a zone may make of the same instant
_TO_THE_DAY, _TO_THE_MINUTE = len("2025-03-18"), len("2025-03-18T21:40")
#: A <time> of the page: the words inside, and what its `datetime` says.
_Times = Sequence[tuple[str, str]]
_Find = Callable[[str], Sequence[dates.Found]]


class Completion(NamedTuple):
    """The articles of a page, and what is to be told of their metadata."""

    articles: tuple[Article, ...]
    warnings: tuple[PageWarning, ...] = ()
    redated: int | None = None  # the article whose shown date is that of its last change


def complete(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    stated: Metadata,
    lexicon: Lexicon,
    *,
    url: str | None = None,
    zone: str | None = None,
    fetched_at: datetime | None = None,
) -> Completion:
    """`articles` with what `stated` and the <time> elements among `blocks` add to them.

    The metadata are about one article: the first, or the one whose headline they state. `zone` is
    that of the publisher's clocks, by its name in the tz database.
    """
    times = [
        (b.text, b.markup.datetime) for b in blocks if b.text and b.markup and b.markup.datetime
    ]
    times = list(dict.fromkeys(times))[:_MOST_TIMES]
    beliefs = Beliefs(stated, lexicon, url, fetched_at)
    find = cache(partial(dates.find, lexicon=lexicon))
    found = [_timed(article, times, beliefs, find) for article in articles]
    others = {item.published.raw for article in found for item in article.related if item.published}
    alone = len(found) == 1 and others.isdisjoint(text for text, _ in times)
    if not alone and stated.sources.get("published") == "time":
        beliefs = evolve(beliefs, stated=evolve(stated, published=None))  # of whichever story
    at = _article_of(found, stated) if stated.sources else None
    differences: tuple[PageWarning, ...] = ()
    redated = None
    if at is not None:
        differences = tuple(
            PageWarning("disagreement", message) for message in _disagreements(found[at], beliefs)
        )
        shown, found[at] = found[at], _completed(found[at], beliefs, blocks)
        if shown.published and (
            found[at].published is None or "published" in found[at].from_metadata
        ):
            redated = at
    doubts = (PageWarning("not believed", doubt) for doubt in dict.fromkeys(beliefs.doubts))
    zoned = (_zoned(article, zone) if zone else article for article in found)
    return Completion(tuple(zoned), (*doubts, *differences), redated)


def _article_of(articles: Sequence[Article], stated: Metadata) -> int | None:
    """Which article the metadata are about: the first, unless they state another's headline."""
    titles = [fold(title) for title in stated.titles]
    named = [at for at, article in enumerate(articles) if _is_titled(article, titles)]
    return 0 if articles and (not named or 0 in named) else None


def _is_titled(article: Article, titles: list[str]) -> bool:
    key = fold(article.headline or "").strip()
    return bool(key) and any(key in title for title in titles)


def _timed(article: Article, times: _Times, beliefs: Beliefs, find: _Find) -> Article:
    """`article` with its dates as full as the <time> elements around them say."""
    changes: dict[str, Any] = {}
    for name in ("published", "modified"):
        moment: Moment | None = getattr(article, name)
        around = [(text, at) for text, at in times if moment and _is_in(moment, text)]
        if moment is not None and around:
            told = max(around, key=lambda time: _fits(moment, name, time[0], find))[1]
            stated = instant(told, beliefs.lexicon)
            changes[name] = fuller(moment, stated, beliefs.fetched_at, beliefs.lexicon)
    return evolve(article, **changes) if changes else article


def _is_in(moment: Moment, text: str) -> bool:
    """Whether the words of a <time> are around the date, or a part of it."""
    return moment.raw in text or (len(text) >= _SHORTEST and text in moment.raw)


def _fits(moment: Moment, name: str, text: str, find: _Find) -> tuple[bool, bool, int]:
    """How well the words of a <time> fit a date. Of two of one day («3 مارس» is in «3 مارس - 10:30»
    too), the one that says just this date fits best, and that whose label is of this field."""
    whole = [hit for hit in find(text) if hit.moment.raw == moment.raw]
    return bool(whole), any(hit.kind == name for hit in whole), -len(text)


def _completed(article: Article, beliefs: Beliefs, blocks: Sequence[Block]) -> Article:
    """`article` with what it does not show, and fuller values of what it shows."""
    article, added = _dated(article, beliefs, blocks)
    byline = beliefs.byline()
    for name, value in (
        ("headline", beliefs.headline()),
        ("section", beliefs.section()),
        ("byline", byline),
        ("tags", () if article.tags else _tags(article, beliefs)),
    ):
        if value and not getattr(article, name):
            added[name] = value
    named = list(added)
    if byline is not None and article.byline is not None:
        added["byline"] = _signed(article.byline, byline)
        if not _is_printed(byline, article.byline) and added["byline"] != article.byline:
            named.append("byline.authors")
    if picture := _picture(article, beliefs.stated.image):
        added["lead_image"] = picture
        named.append("lead_image.url")
    return evolve(article, **added, from_metadata=(*named, *article.from_metadata))


def _tags(article: Article, beliefs: Beliefs) -> tuple[str, ...]:
    """The stated tags; key words of which the story says none, or of the program that made the
    page, are those of the whole site."""
    tags = beliefs.tags()
    if not article.text or beliefs.stated.sources.get("tags") != "meta":
        return tags
    told = fold(f"{article.headline} {article.text}")
    engines = beliefs.lexicon.words.engines
    if any(fold_label(tag) in engines and fold(tag) not in told for tag in tags):
        return ()
    said = any(fold(tag).removeprefix("ال") in told for tag in tags)
    return tags if said or len(tags) < _MANY else ()


def _dated(
    article: Article, beliefs: Beliefs, blocks: Sequence[Block]
) -> tuple[Article, dict[str, Any]]:
    """`article` with fuller dates, and the dates that it does not show. In `blocks` a word may call
    the shown date that of publication."""
    stated = {name: beliefs.instant(name) for name in ("published", "modified")}
    if _shows_the_change(article, stated["published"], stated["modified"]) and not _is_labelled(
        article.published, blocks, beliefs.lexicon
    ):
        article = evolve(article, published=None, modified=article.published)
    if article.modified and beliefs.stated.sources.get("published") == "time":
        stated["published"] = None  # the <time> is that of the change
    shown: dict[str, Any] = {}
    added: dict[str, Any] = {}
    for name, value in stated.items():
        moment: Moment | None = getattr(article, name)
        if moment is not None:
            shown[name] = fuller(moment, value, beliefs.fetched_at, beliefs.lexicon)
        elif value is not None and (name == "published" or _is_later(value, stated["published"])):
            added[name] = Moment(getattr(beliefs.stated, name), value)
    return evolve(article, **shown), added


def _signed(shown: Byline, stated: Byline) -> Byline:
    """The shown byline with the stated authors: where it names nobody, or where all of them stand
    in it, under a word or beside a place that no grammar knows."""
    says_nobody = not (shown.authors or shown.publication or shown.agencies)
    if says_nobody or (_is_printed(stated, shown) and len(stated.authors) >= len(shown.authors)):
        return evolve(shown, authors=stated.authors or shown.authors)
    return shown


def _is_printed(stated: Byline, shown: Byline) -> bool:
    line = fold(shown.raw)
    return bool(stated.authors) and all(fold(name) in line for name in stated.authors)


def _is_labelled(moment: Moment | None, blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Whether a word beside the date says that it is the one of publication: «نُشر في …»."""
    if moment is None:
        return False
    lines = (block.text for block in blocks if moment.raw in block.text)
    found = (
        hit for line in islice(lines, _MOST_TIMES) for hit in dates.find(line, lexicon=lexicon)
    )
    return any(hit.kind == "published" and hit.moment.raw == moment.raw for hit in found)


def _shows_the_change(
    article: Article, published: date | datetime | None, modified: date | datetime | None
) -> bool:
    """Whether the one date that a page shows is the day on which the story was changed last, or
    just that instant."""
    shown = article.published.value if article.published else None
    if shown is None or article.modified is not None or published is None or modified is None:
        return False
    if isinstance(shown, datetime) and shown == modified:
        return _is_later(modified, published)
    later = day_of(modified) - day_of(published)
    return day_of(shown) == day_of(modified) and later > _ANOTHER_DAY


def _is_later(modified: date | datetime, published: date | datetime | None) -> bool:
    """Whether a story was changed at all: many a CMS states the time of publication twice."""
    if published is None:
        return True
    timed = isinstance(modified, datetime) and isinstance(published, datetime)
    length = _TO_THE_MINUTE if timed else _TO_THE_DAY
    return modified.isoformat()[:length] != published.isoformat()[:length]


def _picture(article: Article, stated: str | None) -> Figure | None:
    """The lead picture with the stated address, if it has none and no other picture has that."""
    lead = article.lead_image
    if not stated or lead is None or lead.url is not None:
        return None
    others = [*article.figures[1:], *(item.figure for item in article.related if item.figure)]
    shown = {Image(each.url).name for each in others}
    return None if Image(stated).name in shown else evolve(lead, url=stated)


def _disagreements(article: Article, beliefs: Beliefs) -> Iterator[str]:
    """Where `article`, as shown, and the metadata say different things, in words."""
    printed, stated = article.headline, beliefs.stated
    if printed and stated.titles and not _is_titled(article, [fold(t) for t in stated.titles]):
        yield f"headline printed «{printed}», in the metadata «{stated.headline}»"
    for name in ("published", "modified"):
        moment: Moment | None = getattr(article, name)
        told = beliefs.instants[name]
        if moment and moment.value and told:
            shown, said = day_of(moment.value), day_of(told)
            if abs(shown - said) > _ANOTHER_DAY:
                yield f"{name} printed {shown}, in the metadata {said}"


def _zoned(article: Article, zone: str) -> Article:
    """`article` with all times of day that are printed without zone in that of the publisher."""

    def zoned(part: Any) -> Any:
        return in_zone(part, zone) if isinstance(part, Moment) else part

    changed: Article = replaced(article, zoned)
    return changed
