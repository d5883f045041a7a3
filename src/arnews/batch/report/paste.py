"""The three lists as text that a user copies: TOML for a layout, rows with tabs for dates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias

from ...lexicon import default
from ...lexicon import word_classes as wc
from ...lexicon.roles import fold_role
from ...lexicon.word_classes import split
from ...patterns import plain
from .clean import clean
from .table import Entry
from .unread import unknown_half

_LATIN = plain(r"[^a-z0-9]+")
_Row: TypeAlias = tuple[str, str]  # a table of a lexicon, and a row of it
_LABELS, _GIVEN, _PAPERS = ("roles", "labels"), ("names", "given"), ("papers", "papers")
_MARKS_AROUND = " .:،,;؛|/\\–—-()[]{}«»\"'"


def agencies(entries: Iterable[Entry]) -> str:
    """A table for each credit, for a layout file.

    # 12 pages, first in crawl/7.html
    [lexicon.agencies."وكالة الواحة"]
    kind = "agency"
    name = "وكالة الواحة"
    spellings = ["وكالة الواحة"]
    """
    tables: dict[str, str] = {}
    for entry in entries:
        name = clean(entry.example).strip(_MARKS_AROUND)
        id = _LATIN.sub("-", name.lower()).strip("-") if name.isascii() else name
        table = (
            f"# {_origin(entry)}\n[lexicon.agencies.{_quoted(id)}]\n"
            f'kind = "agency"\nname = {_quoted(name)}\nspellings = [{_quoted(name)}]\n'
        )
        if id:
            tables.setdefault(id, table)
    return "\n".join(tables.values())


def signers(entries: Iterable[Entry]) -> str:
    """Rows of the tables that read bylines, for a layout file: labels, given names, papers.

    Which of the three a line needs is a guess: it may hold the name of a paper.

        [lexicon.names]
        given = [
            "شهربان",  # 3 pages: «شهربان الحمداني»
        ]
    """
    rows: dict[_Row, dict[str, str]] = {_LABELS: {}, _GIVEN: {}, _PAPERS: {}}
    for entry in entries:
        line = clean(entry.example).strip(_MARKS_AROUND)
        row, word = _guess(line)
        if word:
            comment = f"# {_pages(entry)}: «{line}»"
            rows[row].setdefault(word, f"    {_quoted(word)},  {comment}")
    return "\n".join(
        f"[lexicon.{table}]\n{name} = [\n" + "\n".join(words.values()) + "\n]\n"
        for (table, name), words in rows.items()
        if words
    )


def _guess(line: str) -> tuple[_Row, str]:
    """The row of a lexicon that `line` may need, and which word of it."""
    before, _, after = (part.strip(_MARKS_AROUND) for part in line.partition(":"))
    roles = default().roles
    if before and after:
        if fold_role(before) not in roles.all_labels | roles.sources:
            return _LABELS, before
        line = after
    line = unknown_half(line, default()) or line
    words = line.split()
    classes = default().word_classes.of(split(words[0])[:1]) if words else []
    known = bool(classes and classes[0] & ~wc.TITLE)
    if 2 <= len(words) <= 3 and not known and not words[0].startswith("ال"):
        return _GIVEN, words[0]
    return _PAPERS, line


def rows(entries: Iterable[Entry]) -> str:
    """A line for each form: how many pages, the string, the first page, parted by tabs."""
    return "".join(
        f"{entry.count}\t{clean(entry.example)}\t{clean(entry.where, 300)}\n" for entry in entries
    )


def _origin(entry: Entry) -> str:
    where = clean(entry.where, 300)
    return _pages(entry) + (f", first in {where}" if where else "")


def _pages(entry: Entry) -> str:
    return f"{entry.count:,} page{'s' * (entry.count != 1)}"


def _quoted(text: str) -> str:
    """`text` as a string of TOML, which has the escapes of JSON; `clean` left no controls."""
    return json.dumps(text, ensure_ascii=False)
