"""A pytest plugin: every sample of a layout is a test.

A sample is a page and its values, side by side in a layout's folder:

    layouts/gazette/layout.toml
    layouts/gazette/samples/market.txt      the page: .txt or .html
    layouts/gazette/samples/market.json     `Page.to_json()`, checked and corrected by a person

pytest collects the JSON files of such folders wherever it looks for tests; no code is needed. The
first test parses the page and compares it with the JSON. The second test, for text only, renders
the JSON and compares it with the page. The JSON can have more keys:

    "printed": false         the layout does not print exactly this page: skip the second test
    "fetched_at": "…"        when the page was fetched, in ISO 8601, for relative dates
    "known_failure": "…"     the reason why parsing is still wrong: the first test must fail
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from . import parse, render
from .layouts import Layout
from .layouts.layout import load_all
from .model import Page

SUFFIXES = (".txt", ".html")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collects `<layout>/samples/NAME.json` and ignores other files."""
    folder = file_path.parent
    is_sample = file_path.suffix == ".json" and folder.name == "samples"
    if is_sample and (folder.parent / "layout.toml").is_file():
        collector: pytest.Collector = SampleFile.from_parent(parent, path=file_path)
        return collector
    return None


class SampleFile(pytest.File):
    """The JSON of one sample."""

    def collect(self) -> Iterator[pytest.Item]:
        reads: pytest.Item = Reads.from_parent(self, name="reads")
        reason = self._known_failure()
        if reason:
            reads.add_marker(pytest.mark.xfail(reason=reason, strict=True))
        yield reads
        if self.path.with_suffix(".txt").is_file():
            yield PrintsBack.from_parent(self, name="prints_back")

    def _known_failure(self) -> str | None:
        try:
            data = json.loads(self.path.read_text("utf-8"))
        except ValueError:  # the test reports it
            return None
        return data.get("known_failure") if isinstance(data, dict) else None


class WrongSample(Exception):
    """What is wrong with a sample, one line each; pytest shows it without a stack trace."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class _SampleTest(pytest.Item):
    """A test of one sample."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, WrongSample):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"sample {self.path.stem} {self.name}"


class Reads(_SampleTest):
    """Parsing the page gives the values of its JSON."""

    def runtest(self) -> None:
        sample = Sample(self.path)
        lines = list(differences(sample.wanted, sample.parsed()))
        if lines:
            raise WrongSample(f"{sample.page.name} does not read as {self.path.name}:", *lines)


class PrintsBack(_SampleTest):
    """Rendering the values of the JSON gives the page."""

    def runtest(self) -> None:
        sample = Sample(self.path)
        if not sample.printed:
            pytest.skip("the JSON says that this page is not printed back")
        text = sample.page.read_bytes().decode("utf-8")
        printed = render(sample.wanted, layout=sample.layout)
        if printed != text:
            lines = _lines_that_differ(text, printed)
            raise WrongSample(
                f"layout {sample.layout.id} does not print {sample.page.name}:", *lines
            )


class Sample:
    """A page, its values from the JSON (`wanted`), and its layout.

    Raises `WrongSample` or `ArnewsError` if a file is missing or wrong.
    """

    def __init__(self, path: Path) -> None:
        text = path.read_text("utf-8")
        self.wanted: Page = Page.from_json(text)
        rest = json.loads(text)
        clock = rest.get("fetched_at")
        self.fetched_at = datetime.fromisoformat(clock) if clock else None
        self.printed: bool = rest.get("printed", True)
        self.page = _page_of(path)
        self.layout = _layout_of(path, self.wanted.layout)

    def parsed(self) -> Page:
        return parse(
            self.page.read_bytes(),
            url=self.wanted.url,
            kind="html" if self.page.suffix == ".html" else "text",
            layout=self.layout,
            fetched_at=self.fetched_at,
        )


def _page_of(path: Path) -> Path:
    pages = [page for page in map(path.with_suffix, SUFFIXES) if page.is_file()]
    if len(pages) != 1:
        raise WrongSample(f"{path.name} wants one page beside it: .txt or .html")
    return pages[0]


def _layout_of(path: Path, name: str) -> Layout:
    """The layout of the sample's folder, or the version of it that the JSON names."""
    file = path.parent.parent / "layout.toml"
    versions = {layout.id: layout for layout in load_all(file)}
    if name not in versions:
        raise WrongSample(f'{path.name} says "layout": "{name}"; {file} has {", ".join(versions)}')
    return versions[name]


def differences(wanted: Page, got: Page) -> Iterator[str]:
    """The differences of two pages, one line for each value:
    `articles[0].byline.place: "موسكو" is wanted, null was read`."""
    left, right = (json.loads(page.to_json()) for page in (wanted, got))
    for data in (left, right):
        del data["warnings"]
    yield from _differences("", left, right)


def _differences(where: str, wanted: Any, got: Any) -> Iterator[str]:
    if isinstance(wanted, dict) and isinstance(got, dict):
        for key in dict.fromkeys((*wanted, *got)):
            yield from _differences(f"{where}.{key}".lstrip("."), wanted.get(key), got.get(key))
    elif isinstance(wanted, list) and isinstance(got, list) and len(wanted) == len(got):
        for index, (one, other) in enumerate(zip(wanted, got, strict=True)):
            yield from _differences(f"{where}[{index}]", one, other)
    elif wanted != got:
        yield f"  {where}: {_short(wanted)} is wanted, {_short(got)} was read"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else f"{text[:300]}…"


def _lines_that_differ(wanted: str, got: str) -> Iterator[str]:
    left, right = wanted.splitlines(keepends=True), got.splitlines(keepends=True)
    for line in unified_diff(left, right, "the page", "printed", n=1):
        yield f"  {line!r}"
