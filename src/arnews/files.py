"""Names of files: patterns, the files of a folder, paths as text."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence

PAGES = (".html", ".htm", ".xhtml", ".shtml", ".txt")  # what is read in a folder
_MAGIC = re.compile(r"[*?\[]")


def shown(path: str | os.PathLike[str]) -> str:
    """A path as text: its bytes are read as UTF-8, also where the locale says something else."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def id_of(path: str | os.PathLike[str]) -> str:
    """A path as text that every program takes: bytes that are no UTF-8 are written `\\xce`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def path_of(text: str) -> str:
    """The path that is `shown` as `text`. Raises `ValueError` if no path is."""
    if "\0" in text:
        raise ValueError("a path has no NUL")
    return os.fsdecode(text.encode("utf-8", "surrogateescape"))


def is_pattern(name: str) -> bool:
    """Whether `name` has `*`, `?` or `[`, and is no file."""
    return bool(_MAGIC.search(name)) and not os.path.lexists(name)


def before_pattern(name: str) -> str:
    """The part of `name` before its first `*`, `?` or `[`."""
    return _MAGIC.split(name)[0]


def in_folder(
    folder: str, suffixes: Sequence[str], on_error: Callable[[OSError], object] | None = None
) -> Iterator[str]:
    """The files below `folder` that have one of `suffixes`, sorted; hidden ones are left out.

    `on_error` gets the error of a folder that cannot be read.
    """
    for inner, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(tuple(suffixes)) and not name.startswith("."):
                path = os.path.join(inner, name)
                if os.path.isfile(path):
                    yield path
