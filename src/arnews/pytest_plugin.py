"""A pytest plugin: every sample of a layout is a test.

A sample is a page and what it says, side by side in a layout's folder:

    layouts/gazette/layout.toml
    layouts/gazette/samples/market.txt      the page: .txt or .html
    layouts/gazette/samples/market.json     `Page.to_json()`, read over and mended by a person

pytest collects the JSON files of such folders wherever it looks for tests; nothing has to be
written or installed. A page of text that the layout printed is also printed back. The JSON may
hold more keys: `"printed": false` (this page came from elsewhere, or has debris, and is not
printed back), `"fetched_at"` (the clock for relative dates, in ISO 8601), `"known_failure"` (why
the page is not read right yet: reading it must fail).
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
    """Collects NAME.json of `<layout>/samples/`; other JSON files are left alone."""
    folder = file_path.parent
    is_sample = file_path.suffix == ".json" and folder.name == "samples"
    if is_sample and (folder.parent / "layout.toml").is_file():
        found: pytest.Collector = SampleFile.from_parent(parent, path=file_path)
        return found
    return None


class SampleFile(pytest.File):
    """The JSON of one sample."""

    def collect(self) -> Iterator[pytest.Item]:
        reads: pytest.Item = Reads.from_parent(self, name="reads")
        why = self._known_failure()
        if why:
            reads.add_marker(pytest.mark.xfail(reason=why, strict=True))
        yield reads
        if self.path.with_suffix(".txt").is_file():
            yield PrintsBack.from_parent(self, name="prints_back")

    def _known_failure(self) -> str | None:
        try:
            content = json.loads(self.path.read_text("utf-8"))
        except ValueError:  # the test reports it
            return None
        return content.get("known_failure") if isinstance(content, dict) else None


class WrongSample(Exception):
    """What is wrong with a sample, line by line; reported without a trace."""

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
    """The page reads as its JSON says."""

    def runtest(self) -> None:
        sample = Sample(self.path)
        found = list(differences(sample.wanted, sample.parsed()))
        if found:
            raise WrongSample(f"{sample.page.name} does not read as {self.path.name}:", *found)


class PrintsBack(_SampleTest):
    """The layout prints what the JSON says as the page is."""

    def runtest(self) -> None:
        sample = Sample(self.path)
        if not sample.printed:
            pytest.skip("the JSON says that this page is not printed back")
        text = sample.page.read_bytes().decode("utf-8")
        printed = render(sample.wanted, layout=sample.layout)
        if printed != text:
            left, right = text.splitlines(keepends=True), printed.splitlines(keepends=True)
            differing = unified_diff(left, right, "the page", "printed", n=1)
            lines = [f"  {line!r}" for line in differing]
            title = f"layout {sample.layout.id} does not print {sample.page.name}:"
            raise WrongSample(title, *lines)


class Sample:
    """A page, what it says, and the layout that reads it. Raises `WrongSample` or `ArnewsError`."""

    def __init__(self, path: Path) -> None:
        text = path.read_text("utf-8")
        self.wanted: Page = Page.from_json(text)
        rest = json.loads(text)
        clock = rest.get("fetched_at")
        self.fetched_at = datetime.fromisoformat(clock) if clock else None
        self.printed: bool = rest.get("printed", True)
        pages = [path.with_suffix(suffix) for suffix in SUFFIXES]
        pages = [page for page in pages if page.is_file()]
        if len(pages) != 1:
            raise WrongSample(f"{path.name} wants one page beside it: .txt or .html")
        self.page = pages[0]
        self.layout = _layout_of(path, self.wanted.layout)

    def parsed(self) -> Page:
        return parse(
            self.page.read_bytes(),
            url=self.wanted.url,
            kind="html" if self.page.suffix == ".html" else "text",
            layout=self.layout,
            fetched_at=self.fetched_at,
        )


def _layout_of(path: Path, name: str) -> Layout:
    """The layout of the sample's folder, or the version of it that the JSON names."""
    file = path.parent.parent / "layout.toml"
    versions = {made.id: made for made in load_all(file)}
    if name not in versions:
        raise WrongSample(f'{path.name} says "layout": "{name}"; {file} has {", ".join(versions)}')
    return versions[name]


def differences(wanted: Page, got: Page) -> Iterator[str]:
    """Where two pages differ, a line a value: `articles[0].byline.place: … is not …`."""
    from .inspector.diff import compared  # loaded where there is a sample

    left, right = (json.loads(page.to_json()) for page in (wanted, got))
    for data in (left, right):
        del data["warnings"], data["metadata"]
    for where, one, other in compared("", left, right):
        yield f"  {where}: {_short(one)} is wanted, {_short(other)} was read"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else f"{text[:300]}…"
