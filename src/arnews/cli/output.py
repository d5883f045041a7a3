"""Where the pages of a run are written to: standard output, a file, or a folder."""

from __future__ import annotations

import io
import os
import sys
from errno import EINVAL
from pathlib import Path, PurePath
from typing import Self, TextIO

from ..files import path_of
from .failures import WrongUsage
from .forms import Form
from .terminal import visible, without_isolates

_LONE = "backslashreplace"  # what no file can hold: halves of a pair of UTF-16


def is_folder(target: str | None) -> bool:
    """Whether `-o target` is a folder: it exists, or its name ends in a slash."""
    return target is not None and (target.endswith(("/", os.sep)) or os.path.isdir(target))


def stdout(*, for_people: bool) -> TextIO:
    """Standard output, in UTF-8. What is `for_people` is in the encoding of a terminal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if for_people and sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors=_LONE, newline="\n")
    return sys.stdout


class Output:
    """Writes pages in one form, in UTF-8. Only what people read is in the terminal's encoding.

    `on_terminal` says whether the pages are shown there. Raises `OSError` if `target` cannot be
    written.
    """

    def __init__(self, target: str | None, form: Form) -> None:
        self._target, self._form = target, form
        self._folder = Path(target) if target is not None and is_folder(target) else None
        self._written: set[Path] = set()
        self._pages = 0
        self.on_terminal = target is None and sys.stdout.isatty()

    def __enter__(self) -> Self:
        if self._folder is None:
            self._stream = self._opened()
            self._put(self._form.opening)
        return self

    def __exit__(self, kind: object, error: object, at: object) -> None:
        if self._folder is not None:
            return
        if error is None:
            self._put(self._form.closing)
            self._stream.flush()
        if self._target is not None:
            self._stream.close()

    def _opened(self) -> TextIO:
        if self._target is not None:
            Path(self._target).parent.mkdir(parents=True, exist_ok=True)
            return open(self._target, "w", encoding="utf-8", errors=_LONE, newline="\n")
        return stdout(for_people=self._form.for_people)

    def write(self, place: str, text: str) -> None:
        """Writes a page, unless it is empty; `place` is its path in a folder of output.

        Raises `OSError`, also for a `place` that no file can have.
        """
        if not text:
            return
        if self._folder is not None:
            path = self._free(self._folder / _inside(place))
            path.parent.mkdir(parents=True, exist_ok=True)
            whole = self._form.opening + text + self._form.closing
            path.write_text(whole, "utf-8", errors=_LONE, newline="\n")
            return
        if self._pages and self._form.is_document:
            raise WrongUsage(f"{self._form.is_document}: several pages want -o FOLDER/")
        self._put(self._form.between * bool(self._pages) + text)
        self._pages += 1

    def _free(self, path: Path) -> Path:
        """`path` with the suffix of the form, and with a number if this run has written it."""
        free, number = path.with_name(path.name + self._form.suffix), 1
        while free in self._written:
            number += 1
            free = path.with_name(f"{path.name}-{number}{self._form.suffix}")
        self._written.add(free)
        return free

    def _put(self, text: str) -> None:
        if self._form.for_people and not self.on_terminal:
            text = without_isolates(text)
        if self._form.for_people or self.on_terminal:
            text = visible(text)
        self._stream.write(text)


def _inside(place: str) -> PurePath:
    """`place` as a path that does not leave the folder of output."""
    try:
        path = PurePath(path_of(place))
    except ValueError:
        raise OSError(EINVAL, "no file can have this name") from None
    parts = [part for part in path.parts if part != ".." and part != path.anchor]
    return PurePath(*parts) if parts else PurePath("page")
