"""`inspect`: pages as one HTML file in which a person sees how they were read."""

from __future__ import annotations

import argparse
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .. import files
from ..model import Page
from . import inputs
from .commands import parsed, refuse_to_overwrite
from .failures import FAILED, NOTHING, OK, Failure, NothingFound, WrongUsage
from .inputs import Input
from .layout_commands import layout
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
    if options.compare:
        read = [_side(name, options) for name in options.compare]
        pairs, errors = _all(found, lambda each: (read[0](each), read[1](each)))
        html = inspector.compare(pairs, sides=tuple(options.compare)) if pairs else ""
    else:
        pages, errors = _all(found, lambda each: parsed(each, options))
        html = inspector.inspect(pages) if pages else ""
    if html:
        _write(html, options)
        return FAILED if errors else OK
    return NOTHING if all(isinstance(each, NothingFound) for each in errors) else FAILED


def _side(name: str, options: argparse.Namespace) -> Callable[[Input], Page]:
    """How one side of a comparison reads a page: by a layout, or from JSON that was written."""
    if options.layout:
        raise WrongUsage("--compare names the layouts itself; --layout is for pages read once")
    path = Path(name)
    if path.is_dir():
        return lambda each: _from_json(path / f"{Path(each.file).stem}.json")
    if path.suffix == ".json":
        return lambda each: _from_json(path)
    chosen = layout(name)
    return lambda each: parsed(each, argparse.Namespace(**{**vars(options), "layout": chosen}))


def _from_json(path: Path) -> Page:
    try:
        return Page.from_json(path.read_bytes())
    except FileNotFoundError:
        raise NothingFound(f"there is no {path} to compare it with") from None


def _all(
    found: list[Input], read: Callable[[Input], _Read]
) -> tuple[dict[str, _Read], list[Exception]]:
    """What is read of each file, by its name, and why others could not be read."""
    pages: dict[str, _Read] = {}
    errors: list[Exception] = []
    for each in with_bar(found):
        try:
            pages[files.shown(each.file)] = read(each)
        except Exception as error:  # also of a kind that is not documented: the others go on
            errors.append(error)
            complain(files.shown(each.file), Failure.of(error).message)
    return pages, errors


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
