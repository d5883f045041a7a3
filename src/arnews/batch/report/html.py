"""The report as one HTML page: no network, no script, every value of a page escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from ... import tables
from ...patterns import plain
from ...render.tags import digest
from . import paste
from .clean import isolated
from .facts import FIELDS
from .pictures import bar, days_chart
from .report import Report, percent, speed
from .table import Entry, Frequencies

_MOST_GROUPS, _MOST_ROWS, _MOST_PASTED = 30, 50, 1_000
# In escaped text: a string in quotes, or a cell after a tab.
_VALUE = plain(r"&quot;(?:[^&\n]|&(?!quot;))*&quot;|«[^»\n]*»|(?<=\t)[^\t\n]+")


def html(report: Report) -> str:
    """The whole page. Its policy allows no request, no script and no style but its own."""
    style = tables.text(__package__, "report.css")
    sections = [part for part in _sections(report) if part[2]]
    links = "".join(f'<a href="#{id}">{title}</a>' for id, title, _ in sections)
    body = "".join(
        f'<section id="{id}"><h2>{title}</h2>{content}</section>\n'
        for id, title, content in sections
    )
    return tables.text(__package__, "report.html").format(
        digest=digest(style),
        pages=f"{report.records:,}",
        style=style,
        speed=_note(escape(speed(report))),
        tiles=_tiles(report),
        links=links,
        body=body,
    )


def _sections(report: Report) -> Iterator[tuple[str, str, str]]:
    """The id, the title and the content of each section; an empty one is left out."""
    words = tables.read(__package__, "words.toml")
    notes = words["notes"]
    yield "fields", "Fields", _fields(report)
    yield "publishers", "Publishers", _grid(report.publishers, "publisher", "not known")
    yield "months", "Months of publication", _grid(report.months, "month", "", by_key=True)
    yield "days", "Days of publication", _days(report)
    absences = _reasons(report.absences, report.records, words["meanings"])
    yield "absences", "Pages without an article", absences
    yield "failures", "Pages set aside", _reasons(report.failures, report.failed)
    filtered = sum(entry.count for entry in report.filters)
    yield "filters", "Left out by filters", _reasons(report.filters, filtered)
    yield "credits", "Unknown credits", _listed(report.credits, paste.agencies, notes["credits"])
    yield "dates", "Dates that were not read", _listed(report.dates, paste.rows, notes["dates"])
    yield (
        "bylines",
        "Bylines that were not read",
        _listed(report.bylines, paste.signers, notes["bylines"]),
    )
    yield "languages", "Languages stated", _reasons(report.languages, report.records)
    warned = report.warnings.most_common()
    yield "warnings", "Warnings", _bars((isolated(w), n, 0, "") for w, n in warned)
    yield "slowest", "Slowest pages", _slowest(report)


def _note(html: str) -> str:
    return f'<p class="note">{html}</p>'


def _table(rows: str, head: str = "", kind: str = "") -> str:
    """A table of `rows`, which are HTML as its `head` is; `kind` is its class."""
    opened = f'<table class="{kind}">' if kind else "<table>"
    head = head and f"<thead><tr>{head}</tr></thead>"
    return f'<div class="wide">{opened}{head}<tbody>{rows}</tbody></table></div>' if rows else ""


def _tiles(report: Report) -> str:
    tiles = [
        ("", report.records, "pages read"),
        ("", report.articles, "articles"),
        ("", report.records - report.with_article, "without an article"),
        ("bad" if report.failed else "", report.failed, "set aside"),
        ("", report.figures, "figures"),
        ("", report.related, "related stories"),
    ]
    shown = (
        f'<div class="{kind}"><b>{number:,}</b><span>{name}</span></div>'
        for kind, number, name in tiles
    )
    return f'<div class="tiles">{"".join(shown)}</div>\n'


def _bars(rows: Iterable[tuple[str, int, int, str]], total: int = 0) -> str:
    """A table of bars: a name as HTML, a count, how many more are stated only, a remark as HTML."""
    kept = list(rows)
    whole = total or max((first + second for _, first, second, _ in kept), default=0)
    lines = "".join(
        f'<tr><th scope="row">{name}</th><td>{bar(first / whole, second / whole)}</td>'
        f'<td class="number">{first + second:,}</td>'
        f'<td class="number">{percent(first + second, whole) if total else ""}</td>'
        + (f'<td class="where">{remark}</td></tr>' if remark else "</tr>")
        for name, first, second, remark in kept
    )
    return _table(lines, kind="bars")


def _fields(report: Report) -> str:
    if not report.articles:
        return ""
    key = (
        'Of all articles. <span class="key of-shown">shown on the page</span>'
        '<span class="key of-stated">stated by its metadata only</span>'
    )
    clock = (
        f"{report.undated:,} articles have a relative date («قبل ساعتين») and no time of fetching: "
        "their day is not known."
    )
    rows = ((name, report.shown[name], report.stated[name], "") for name in FIELDS)
    bars = _bars(rows, report.articles)
    return _note(key) + bars + (_note(clock) if report.undated else "")


def _grid(table: Frequencies, name: str, unknown: str, by_key: bool = False) -> str:
    """Shares of the fields in each row of `table`, the most frequent rows first."""
    entries = list(table)[:_MOST_GROUPS]
    chosen = sorted(entries, key=lambda entry: entry.key) if by_key else entries
    columns = ("articles", *FIELDS)
    head = "".join(f'<th class="number" scope="col">{each}</th>' for each in columns)
    lines = "".join(
        f'<tr><th scope="row">{isolated(entry.key or unknown)}</th>'
        f'<td class="number">{entry.count:,}</td>{"".join(_cells(entry))}</tr>'
        for entry in chosen
    )
    shares = _table(lines, f'<th scope="col">{name}</th>{head}', "grid")
    return shares + _cut(table, len(entries))


def _cells(entry: Entry) -> Iterator[str]:
    for field in FIELDS:
        count = entry.parts.get(field, 0)
        shade = -(-4 * count // entry.count)
        text = percent(count, entry.count) if count else "·"
        yield f'<td class="number h{shade}">{text}</td>'


def _cut(table: Frequencies, shown: int) -> str:
    """What a table does not show, in words."""
    told = []
    if len(table) > shown:
        told.append(f"{len(table) - shown:,} more rows are not shown.")
    if table.missed:
        told.append(f"Rare rows were forgotten; a count may be too low by {table.missed:,}.")
    return _note(" ".join(told)) if told else ""


def _days(report: Report) -> str:
    chart = days_chart({entry.key: entry.count for entry in report.days})
    if not chart:
        return ""
    undated = report.articles - sum(entry.count for entry in report.days)
    note = _note(f"{undated:,} articles have no day.")
    return f'<div class="wide">{chart}</div>{note}{_cut(report.days, len(report.days))}'


def _reasons(table: Frequencies, total: int, meanings: dict[str, str] | None = None) -> str:
    meanings = meanings or {}
    entries = list(table)[:_MOST_ROWS]
    rows = (
        (isolated(each.key or "not stated"), each.count, 0, _remark(each, meanings.get(each.key)))
        for each in entries
    )
    return _bars(rows, total) + _cut(table, len(entries))


def _remark(entry: Entry, meaning: str | None) -> str:
    first = f" <span>first: {isolated(entry.where, 300)}</span>" if entry.where else ""
    return escape(meaning or "") + first


def _listed(table: Frequencies, text: Callable[[Iterable[Entry]], str], note: str) -> str:
    """One of the three lists: what to do with it, its rows, and all of it to copy."""
    entries = list(table)
    if not entries:
        return ""
    lines = "".join(
        f'<tr><td class="number">{entry.count:,}</td>'
        f'<td class="value">{isolated(entry.example)}</td>'
        f'<td class="where">{isolated(entry.where, 300)}</td></tr>'
        for entry in entries[:_MOST_ROWS]
    )
    head = (
        '<th class="number" scope="col">pages</th><th scope="col">as printed</th>'
        '<th scope="col">first page</th>'
    )
    return (
        f"{_note(escape(note))}{_table(lines, head)}"
        f"<details><summary>Copy {min(len(entries), _MOST_PASTED):,} rows (one click takes all)"
        f"</summary><pre>{_code(text(entries[:_MOST_PASTED]))}</pre></details>"
        f"{_cut(table, min(len(entries), _MOST_ROWS))}"
    )


def _code(text: str) -> str:
    """`text` as HTML with each of its values in its own direction; copied, it is `text` again."""
    return _VALUE.sub(r"<bdi>\g<0></bdi>", escape(text))


def _slowest(report: Report) -> str:
    pages = sorted(report.slowest, reverse=True)[:_MOST_ROWS]
    lines = "".join(
        f'<tr><td class="number">{seconds * 1000:,.0f} ms</td>'
        f'<td class="number">{size / 1000:,.0f} kB</td>'
        f'<td class="where">{isolated(name, 300)}</td></tr>'
        for seconds, size, name in pages
    )
    return _table(lines)
