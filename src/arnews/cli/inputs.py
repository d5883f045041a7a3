"""Files, folders, patterns and standard input: which pages a run is about."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from attrs import evolve, frozen

from ..files import before_pattern, in_folder, is_pattern
from ..limits import Limits
from .failures import NothingFound, WrongUsage

STDIN = "-"
JSON = (".json", ".jsonl", ".ndjson")


@frozen
class Input:
    """One file of a run: `file` as it was named or found, `place` its path in a folder of output.

    `error` says why there is none.
    """

    file: str
    place: str = ""
    error: Exception | None = None

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes of the file. Raises `OSError`, or `NothingFound` for an empty folder."""
        if self.error:
            raise self.error
        return nullcontext(sys.stdin.buffer) if self.file == STDIN else open(self.file, "rb")

    def read(self) -> bytes:
        """The bytes of the page; of a file beyond the limits as many as make `parse` refuse it."""
        with self.open() as stream:
            return stream.read(Limits().max_size + 1)


def names(given: Sequence[str], files_from: str | None) -> list[str]:
    """The names on the command line, and those in the file `files_from`, a line each.

    Names may also be separated by NUL, as `find -print0` does. Without any name, standard input is
    read, unless that is a terminal. Raises `WrongUsage` if that happens twice, and `OSError`.
    """
    listed = [] if files_from is None else _listed(files_from)
    found = [*given, *listed]
    if files_from is None and not found:
        if sys.stdin.isatty():
            raise WrongUsage("a file, folder or pattern is wanted, or - for standard input")
        found = [STDIN]
    if [*found, files_from].count(STDIN) > 1:
        raise WrongUsage("standard input can be read only once")
    return found


def _listed(files_from: str) -> list[str]:
    with Input(files_from).open() as stream:
        data = stream.read()
    lines = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(line) for line in lines if line]


def are_several(names: Sequence[str]) -> bool:
    """Whether `names` stand for more than one page, or may: a folder, a pattern."""
    return len(names) != 1 or os.path.isdir(names[0]) or is_pattern(names[0])


def find(names: Sequence[str], suffixes: Sequence[str]) -> list[Input]:
    """The files that `names` stand for, in their order.

    A folder stands for the files below it that have one of `suffixes`, sorted; hidden ones are left
    out. A name with `*`, `?` or `[` that is no file is a pattern; `**` is any number of folders.
    The `place` of a file is its path below the folder that all names share.
    """
    found = [each for name in names for each in _find(name, suffixes)]
    try:
        root = os.path.commonpath([_base(name) for name in names]) if names else ""
    except ValueError:  # drives of Windows
        root = ""
    return [evolve(each, place=_place(each.file, root)) for each in found]


def _place(file: str, root: str) -> str:
    if file == STDIN:
        return "stdin"
    return os.path.relpath(file, root) if root and file else os.path.basename(file)


def _base(name: str) -> str:
    """The folder that all files of `name` are in."""
    if name == STDIN:
        return os.getcwd()
    if os.path.isdir(name):
        return os.path.abspath(name)
    fixed = before_pattern(name) if is_pattern(name) else name
    return os.path.abspath(os.path.dirname(fixed))


def _find(name: str, suffixes: Sequence[str]) -> Iterable[Input]:
    if os.path.isdir(name):
        return _in_folder(name, suffixes)
    if name.startswith(("http://", "https://")) and not os.path.exists(name):
        told = "arnews downloads nothing: save the page, and name the file"
        return [Input(name, error=NothingFound(told))]
    if not is_pattern(name):
        return [Input(name)]
    matches = sorted(glob.glob(name, recursive=True))
    found = (each for match in matches for each in _find(match, suffixes) if not each.error)
    different = {os.path.normpath(each.file): each for each in found}
    return different.values() or [Input(name, error=NothingFound("no file matches this pattern"))]


def _in_folder(folder: str, suffixes: Sequence[str]) -> list[Input]:
    unread: list[OSError] = []
    found = [Input(path) for path in in_folder(folder, suffixes, unread.append)]
    found += [Input(str(error.filename), error=error) for error in unread]
    nothing = NothingFound(f"no file in this folder ends in {', '.join(suffixes)}")
    return found or [Input(folder, error=nothing)]
