"""`learn`, `check` and `fixture`: the commands for layouts, which stop at a page that fails."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from .. import files, layouts
from ..errors import ArnewsError
from ..input import source
from . import inputs
from .failures import FAILED, OK, NothingFound, PageFailed, WrongUsage
from .output import stdout
from .terminal import visible


def layout(name: str) -> layouts.Layout:
    """The layout with the id `name`, or in the file `name`, which ends in `.toml`."""
    try:
        return layouts.load(name) if name.endswith(".toml") else layouts.get(name)
    except ArnewsError as error:
        raise WrongUsage(str(error)) from error


def learn_layout(options: argparse.Namespace) -> int:
    """`arnews learn`."""
    from .. import learn  # only these commands load it

    pages = _pages(options)
    if not learn.FEWEST_PAGES <= len(pages) <= learn.MOST_PAGES:
        raise WrongUsage(
            f"{learn.FEWEST_PAGES} to {learn.MOST_PAGES} pages of one site are wanted, "
            f"there are {len(pages)}; twenty are plenty"
        )
    name = options.id or options.output.resolve().parent.name
    domains = tuple(options.domain or ())
    learned = learn.learn(pages, name=name, kind=options.kind, domains=domains)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(learned.text, "utf-8")
    return OK


def check_layout(options: argparse.Namespace) -> int:
    """`arnews check`."""
    from .. import learn

    missing = learn.check(options.layout, _pages(options), kind=options.kind)
    _tell(missing)
    return FAILED if missing else OK


def write_fixture(options: argparse.Namespace) -> int:
    """`arnews fixture`."""
    from .. import learn

    if not (options.layout.endswith(".toml") or options.into):
        raise WrongUsage("a layout that is named by its id wants --into")
    chosen = layout(options.layout)
    (page,) = _pages(options)
    folder = options.into or Path(options.layout).parent / "samples"
    name = options.name or Path(options.files[0]).stem
    written = learn.write_fixture(page, chosen, folder, name, kind=options.kind, url=options.url)
    _tell(map(files.shown, written))
    return OK


def _tell(lines: Iterable[object]) -> None:
    stream = stdout(for_people=True)
    for line in lines:
        print(visible(str(line)), file=stream)


def _pages(options: argparse.Namespace) -> list[bytes]:
    """All pages that are named. Raises `PageFailed` for the first that cannot be read."""
    pages = []
    for each in inputs.find(options.files, files.PAGES):
        try:
            pages.append(each.read())
            source.read(pages[-1], kind=options.kind)
        except (ArnewsError, OSError, NothingFound) as error:
            raise PageFailed(each.file, error) from error
    return pages
