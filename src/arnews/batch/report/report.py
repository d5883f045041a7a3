"""`Report`: the facts of all pages, added up in bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from attrs import define, field, fields

from ...lexicon.word_classes import split
from ...patterns import plain
from .clean import clean
from .facts import FIELDS, Facts
from .table import Frequencies

SLOWEST = 20  # pages that are listed
_LONGEST_ID = 300  # characters of the name of a page
_LONGEST_REASON = 100
_MOST = 6  # reasons of one kind that a summary prints
_ZEROS = plain(r"0(?: 0)+")
_PUBLISHERS, _MONTHS, _DAYS, _LISTED, _REASONS = 200, 400, 3_000, 1_000, 100


@define
class Report:
    """What a run found, page by page.

    Memory is bounded whatever the number of pages: each table holds a fixed number of keys (the
    most frequent publishers, days, unread strings), and `Frequencies.missed` says by how much
    their counts may be too low. Totals are exact. `to_dict` and `from_dict` carry a report over a
    restart.

    Attributes:
        elapsed: Seconds on the clock that the run took, if its caller says so; for the rates.
        records: Pages that `add` has counted.
        failed: Pages that `add_failure` has counted.
        size: Bytes of all pages that were added.
        seconds: What parsing them took, on all cores together.

    >>> report = Report()
    >>> report.add_failure("timeout", "crawl/7.html")
    >>> print(report.summary().splitlines()[0])
    records    1: 0 with an article, 0 without, 1 set aside
    """

    elapsed: float = 0.0
    records: int = 0
    with_article: int = 0
    failed: int = 0
    size: int = 0
    seconds: float = 0.0
    articles: int = 0
    figures: int = 0
    related: int = 0
    undated: int = 0
    shown: Counter[str] = field(factory=Counter)
    stated: Counter[str] = field(factory=Counter)
    warnings: Counter[str] = field(factory=Counter)
    publishers: Frequencies = field(factory=partial(Frequencies, _PUBLISHERS))
    months: Frequencies = field(factory=partial(Frequencies, _MONTHS))
    days: Frequencies = field(factory=partial(Frequencies, _DAYS))
    languages: Frequencies = field(factory=partial(Frequencies, _REASONS))
    credits: Frequencies = field(factory=partial(Frequencies, _LISTED))
    dates: Frequencies = field(factory=partial(Frequencies, _LISTED))
    bylines: Frequencies = field(factory=partial(Frequencies, _LISTED))
    absences: Frequencies = field(factory=partial(Frequencies, _REASONS))
    failures: Frequencies = field(factory=partial(Frequencies, _REASONS))
    filters: Frequencies = field(factory=partial(Frequencies, _REASONS))
    slowest: list[tuple[float, int, str]] = field(factory=list)

    def add(self, facts: Facts, id: str | None = None) -> None:
        """Counts a page; `id` names it where the report points to single pages, else its URL."""
        name = (id or facts["url"] or "")[:_LONGEST_ID]
        self.records += 1
        self.size += facts["size"]
        self.seconds += facts["seconds"]
        self.figures += facts["figures"]
        self.related += facts["related"]
        self.undated += facts["undated"]
        self.warnings.update(facts["warnings"])
        self.languages.add(facts["language"] or "")
        self.slowest.append((facts["seconds"], facts["size"], name))
        if len(self.slowest) > 2 * SLOWEST:
            self._keep_slowest()
        self._add_articles(facts, name)
        for table, values in (
            (self.credits, facts["credits"]),
            (self.dates, facts["dates"]),
            (self.bylines, facts["bylines"]),
        ):
            for value in values:
                table.add(_form(value), value, name)

    def _add_articles(self, facts: Facts, name: str) -> None:
        if facts["articles"]:
            self.with_article += 1
        else:
            self.absences.add(facts["absence"] or "no news", where=name)
        for article in facts["articles"]:
            self.articles += 1
            self.shown.update(article["fields"])
            self.stated.update(article["stated"])
            groups = [self.publishers.add(facts["publisher"] or "", where=name)]
            if day := article["day"]:
                self.days.add(day, where=name)
                groups.append(self.months.add(day[:7], where=name))
            for group in groups:
                for part in (*article["fields"], *article["stated"]):
                    group.parts[part] = group.parts.get(part, 0) + 1

    def add_failure(self, reason: str, id: str) -> None:
        """Counts a page that was set aside: it raised an error, hung or killed its worker."""
        self.failed += 1
        self.failures.add(reason[:_LONGEST_REASON], where=id[:_LONGEST_ID])

    def add_filtered(self, reason: str) -> None:
        """Counts a page that was read, and that a filter left out: `"language"`, `"since"`."""
        self.filters.add(reason[:_LONGEST_REASON])

    def to_dict(self) -> dict[str, Any]:
        """All of it in types of JSON; `from_dict` reads it."""
        self._keep_slowest()
        return {
            name: value.to_dict() if isinstance(value, Frequencies) else value
            for name, value in _parts(self)
        }

    @classmethod
    def from_dict(cls, state: Mapping[str, Any]) -> Report:
        """The report that `to_dict` wrote."""
        report = cls()
        for name, value in _parts(report):
            kept = state[name]
            if isinstance(value, Frequencies):
                kept = Frequencies.from_dict(kept)
            elif isinstance(value, Counter):
                kept = Counter(kept)
            elif isinstance(value, list):
                kept = [tuple(row) for row in kept]
            setattr(report, name, kept)
        return report

    def _keep_slowest(self) -> None:
        self.slowest = sorted(self.slowest, reverse=True)[:SLOWEST]

    def summary(self) -> str:
        """A few lines for a terminal: records, articles, fields, what failed and why, speed."""
        stories = f"{self.articles:,}, {self.figures:,} figures, {self.related:,} related stories"
        lines = [("records", _records(self)), ("articles", stories)]
        if self.articles:
            lines.append(("fields", _fields(self)))
        for name, table in (
            ("no article", self.absences),
            ("set aside", self.failures),
            ("filtered", self.filters),
        ):
            if table:
                lines.append((name, _reasons(table)))
        if self.undated:
            lines.append(("no clock", f"{self.undated:,} relative dates of unknown day"))
        lines.append(("speed", speed(self)))
        return "\n".join(f"{name:<11}{text}" for name, text in lines)

    def html(self) -> str:
        """One HTML page that needs no network and runs no script."""
        from .html import html

        return html(self)


def _parts(report: Report) -> list[tuple[str, Any]]:
    return [(each.name, getattr(report, each.name)) for each in fields(Report)]


def _form(text: str) -> str:
    """What strings that differ in nothing but numbers, vowel marks and blanks have in common."""
    return _ZEROS.sub("0", " ".join(split(text)))


def _records(report: Report) -> str:
    without = report.records - report.with_article
    return (
        f"{report.records + report.failed:,}: {report.with_article:,} with an article, "
        f"{without:,} without, {report.failed:,} set aside"
    )


def _fields(report: Report) -> str:
    total = report.articles
    have = {name: report.shown[name] + report.stated[name] for name in FIELDS}
    return ", ".join(f"{name} {percent(count, total)}" for name, count in have.items() if count)


def percent(count: int, total: int) -> str:
    """«97 %»; never 100 % or 0 % where some are missing or there."""
    share = 100 * count / total if total else 0
    if 99.5 <= share < 100:
        return "> 99 %"
    return "< 1 %" if 0 < share < 0.5 else f"{share:.0f} %"


def _reasons(table: Frequencies) -> str:
    entries = list(table)
    shown = [f"{clean(entry.key)} {entry.count:,}" for entry in entries[:_MOST]]
    rest = sum(entry.count for entry in entries[_MOST:])
    return ", ".join([*shown, f"other {rest:,}"] if rest else shown)


def speed(report: Report) -> str:
    """«12.3 MB in 4.0 s: 3.1 MB/s, 250 records/s», by the clock of the run where it is known."""
    seconds = report.elapsed or report.seconds
    megabytes = report.size / 1e6
    total = f"{megabytes:,.1f} MB in {seconds:,.1f} s" + " of one core" * (not report.elapsed)
    if not seconds:
        return total
    rate = (report.records + report.failed) / seconds
    return f"{total}: {megabytes / seconds:,.1f} MB/s, {rate:,.0f} records/s"
