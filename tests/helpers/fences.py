"""The code of a document, and how it is run.

A document is run as a reader follows it, from its top, in one empty folder:

- a block with a `title` is a file, which is written under this name;
- other `python` blocks run one after the other and share their names. What a block prints stands in
  the `text` or `toml` block right below it; a comment behind an expression is its value;
- in a `console` block each line behind `$` is run, and what it prints stands below it.

In what is printed, and in a value, `…` stands for any part.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import regex

_FENCE = regex.compile(r"(?ms)^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$")
_LANGUAGE = regex.compile(r"\{?\.?([\w-]*)")
_TITLE = regex.compile(r'title="([^"]+)"')
_COMMENT = regex.compile(r"  # ((?:[\w.]*[('\"\[{]|\d|True|False|None).*)$")
_COMMAND = regex.compile(r"(?m)^\$ ")
#: What a reader installs when a page is about it; the rest of a page is skipped without it.
OPTIONAL = frozenset(
    (
        *("datatrove", "duckdb", "fastwarc", "itemadapter", "pandas", "pyspark", "ray"),
        *("scrapy", "warcio", "web_poet"),
    )
)
_MISSING = regex.compile(r"No module named '?(\w+)")
#: Commands that change more than the folder.
NOT_RUN = ("pip ", "make ", "git ")


class Fence(NamedTuple):
    """One block of code: its language, the file that it is, and the output right below it."""

    language: str
    title: str | None
    text: str
    output: str | None


def fences(document: str) -> Iterator[Fence]:
    """The blocks of code of `document`; an output is part of the block that prints it."""
    found = list(_FENCE.finditer(document))
    outputs = {}
    for block, below in pairwise(found):
        between = document[block.end() : below.start()]
        is_output = _language(below) in ("text", "toml") and not between.strip()
        if _language(block) == "python" and is_output:
            outputs[block.start()] = below
    printed = {below.start() for below in outputs.values()}
    for block in found:
        if block.start() not in printed:
            title = _TITLE.search(block["info"])
            output = outputs.get(block.start())
            yield Fence(
                _language(block),
                title[1] if title else None,
                block["text"],
                output["text"] if output else None,
            )


def _language(block: regex.Match[str]) -> str:
    found = _LANGUAGE.match(block["info"])
    return found[1] if found else ""


def run(document: str, folder: Path) -> None:
    """Runs `document` in `folder`, which must be the working folder; fails where it is wrong."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for fence in fences(document):
        if fence.title:
            file = folder / fence.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fence.text, "utf-8")
        elif fence.language == "python":
            _python(fence, names)
        elif fence.language == "console":
            _console(fence.text, folder)


def _python(fence: Fence, names: dict[str, Any]) -> None:
    lines = fence.text.splitlines()
    out = io.StringIO()
    for statement in ast.parse(fence.text).body:
        with contextlib.redirect_stdout(out):
            try:
                value = _value(statement, names)
            except ModuleNotFoundError as error:
                _skip_without(error.name)
                raise
        comment = _COMMENT.search(lines[(statement.end_lineno or 1) - 1])
        if comment and isinstance(statement, ast.Expr):
            _compare(repr(value), comment[1])
    _compare(out.getvalue().strip(), (fence.output or "").strip())


def _compare(found: str, wanted: str) -> None:
    pattern = ".*".join(map(regex.escape, wanted.split("…")))
    assert regex.fullmatch(pattern, found, regex.DOTALL), f"{found}\n\nis not\n\n{wanted}"


def _value(statement: ast.stmt, names: dict[str, Any]) -> object:
    if isinstance(statement, ast.Expr):
        return eval(compile(ast.Expression(statement.value), "document", "eval"), names)
    exec(compile(ast.Module([statement], []), "document", "exec"), names)
    return None


def _console(text: str, folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    for entry in _COMMAND.split(text)[1:]:
        command, _, expected = entry.partition("\n")
        if command.startswith(NOT_RUN):
            continue
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, check=False
        )
        printed, errors = done.stdout.decode(), done.stderr.decode()
        if missing := _MISSING.search(errors):
            _skip_without(missing[1])
        assert done.returncode == 0, errors
        _compare(printed.strip(), expected.strip())


def _skip_without(package: str | None) -> None:
    if package in OPTIONAL:
        pytest.skip(f"{package} is not installed")
