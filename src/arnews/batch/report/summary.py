"""The lines at the end of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clean import clean
from .facts import FIELDS
from .table import Frequencies

if TYPE_CHECKING:
    from .report import Report

_MOST = 6  # reasons of one kind that are printed


def summary(report: Report) -> str:
    lines = [("records", _records(report)), ("articles", _articles(report))]
    if report.articles:
        lines.append(("fields", _fields(report)))
    for name, table in (
        ("no article", report.absences),
        ("set aside", report.failures),
        ("filtered", report.filters),
    ):
        if table:
            lines.append((name, _reasons(table)))
    if report.undated:
        lines.append(("no clock", f"{report.undated:,} relative dates of unknown day"))
    lines.append(("speed", speed(report)))
    return "\n".join(f"{name:<11}{text}" for name, text in lines)


def _records(report: Report) -> str:
    without = report.records - report.with_article
    return (
        f"{report.records + report.failed:,}: {report.with_article:,} with an article, "
        f"{without:,} without, {report.failed:,} set aside"
    )


def _articles(report: Report) -> str:
    return f"{report.articles:,}, {report.figures:,} figures, {report.related:,} related stories"


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
