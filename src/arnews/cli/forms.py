"""The forms in which `parse` and `render` write pages."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from attrs import asdict, evolve, frozen

from .. import render, serialize
from ..layouts import Layout
from ..model import Article, Page
from ..parse import text_of
from ..rows import records
from .failures import Failure
from .fields import fields

_COLUMNS = ("file", *records(Page((Article(),)))[0], "error")


@frozen
class Form:
    """How pages are written: `show` gives the text of one that was read from a file.

    `failed` gives what is written for a file that could not be read. In one stream, `opening` is
    before the pages, `between` between two, and `closing` after them. `is_document` says why
    a stream holds one page only. What is made `for_people` is no input for programs.
    """

    suffix: str
    show: Callable[[str, Page], str]
    failed: Callable[[str, Failure], str] | None = None
    opening: str = ""
    between: str = ""
    closing: str = ""
    for_people: bool = False
    is_document: str | None = None


def _rows(file: str, page: Page) -> str:
    return _csv(*({"file": file, **row} for row in records(page)))


def _failed_row(file: str, failure: Failure) -> str:
    return _csv({"file": file, "error": f"{failure.code}: {failure.message}"})


def _csv(*rows: Mapping[str, object]) -> str:
    written = io.StringIO()
    csv.DictWriter(written, _COLUMNS, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _text(file: str, page: Page) -> str:
    text = text_of(page)
    return text + "\n" if text else ""


def _printed(file: str, page: Page, *, form: str, layout: Layout | None = None) -> str:
    return render(page, layout=layout, form=form)


def _titled(title: str, show: Callable[[str, Page], str], file: str, page: Page) -> str:
    shown = show(file, page)
    return title.format(file) + shown if shown.strip() else ""


_HTML = "each page is an HTML document of its own"

_PLAIN: Mapping[str, Form] = MappingProxyType(
    {
        "fields": Form(".txt", fields, between="\n", for_people=True),
        "text": Form(".txt", _text, between="\n"),
        "markdown": Form(".md", partial(_printed, form="markdown"), between="\n"),
        "csv": Form(".csv", _rows, _failed_row, opening=_csv({name: name for name in _COLUMNS})),
        "html": Form(".html", partial(_printed, form="readable"), is_document=_HTML),
    }
)
#: The forms that are JSON, and how far they are indented.
JSON_INDENTS = MappingProxyType({"json": 2, "jsonl": None})
#: The names of the forms of `parse`.
PARSED = (*_PLAIN, *JSON_INDENTS)
#: What is said before each of several pages in one stream.
_TITLES = MappingProxyType({"text": "==> {} <==\n", "markdown": "<!-- {} -->\n\n"})
_RENDERED = MappingProxyType({"text": ".txt", "markdown": ".md", "schema.org": ".json"})


def parsed(name: str, *, several: bool, blocks: bool = False) -> Form:
    """The form `name` of `parse`, for one page or `several` in one stream."""
    if name in JSON_INDENTS:
        return _json(name, several=several, blocks=blocks)
    form = _PLAIN[name]
    if several and name in _TITLES:
        return evolve(form, show=partial(_titled, _TITLES[name], form.show))
    return form


def _json(name: str, *, several: bool, blocks: bool) -> Form:
    indent = JSON_INDENTS[name]
    end = "" if indent else "\n"  # what is indented may be in a list

    def record(file: str, data: Mapping[str, Any]) -> str:
        return serialize.to_json({"file": file, **data}, indent=indent) + end

    form = Form(
        f".{name}",
        lambda file, page: record(file, page.to_dict(blocks=blocks)),
        lambda file, failure: record(file, {"error": asdict(failure)}),
    )
    if name == "jsonl":
        return form
    opening, closing = ("[\n", "\n]\n") if several else ("", "\n")
    return evolve(form, opening=opening, between=",\n", closing=closing)


def rendered(name: str, layout: Layout | None) -> Form:
    """The form `name` of `render`, one of `arnews.render.FORMS`."""
    return Form(
        _RENDERED.get(name, ".html"),
        partial(_printed, form=name, layout=layout),
        between={"schema.org": "", "text": "\n\n"}.get(name, "\n"),
        is_document=_HTML if name in ("html", "readable") else None,
    )
