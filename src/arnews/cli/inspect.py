"""`inspect`: pages as one HTML file in which a person sees how they were read."""

from __future__ import annotations

import argparse
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .. import files
from . import inputs
from .commands import parsed, refuse_to_overwrite
from .failures import FAILED, NOTHING, OK, Failure, NothingFound, WrongUsage
from .inputs import Input
from .output import is_folder, stdout
from .terminal import complain, with_bar

_Read = TypeVar("_Read")


def inspect_pages(options: argparse.Namespace) -> int:
    """`arnews inspect`."""
    from .. import inspector  # only this command loads it

    names = inputs.names(options.files, options.files_from)
    if options.url and inputs.are_several(names):
        raise WrongUsage("--url is the address of one page; --layout chooses that of several")
    if is_folder(options.output):
        raise WrongUsage("all pages are in one document: -o FILE")
    found = inputs.find(names, files.PAGES)
    refuse_to_overwrite(found, options.output)
    pages, failed = _all(found, lambda each: parsed(each, options))
    if not pages:
        return FAILED if failed else NOTHING
    _write(inspector.inspect(pages), options)
    return FAILED if failed else OK


def _all(found: list[Input], read: Callable[[Input], _Read]) -> tuple[dict[str, _Read], bool]:
    """What is read of each file, by its name, and whether one could not be read."""
    pages: dict[str, _Read] = {}
    failed = False
    for each in with_bar(found):
        try:
            pages[files.shown(each.file)] = read(each)
        except Exception as error:  # also of a kind that is not documented: the others go on
            failed |= not isinstance(error, NothingFound)
            complain(files.shown(each.file), Failure.of(error).message)
    return pages, failed


def _write(html: str, options: argparse.Namespace) -> None:
    """Writes the document, and shows it where that is asked for."""
    if options.output is None and not options.open:
        stdout(for_people=False).write(html)
        return
    target = Path(options.output or f"{tempfile.mkdtemp(prefix='arnews-')}/inspected.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, "utf-8", errors="backslashreplace", newline="\n")
    if options.open:
        webbrowser.open(target.resolve().as_uri())
