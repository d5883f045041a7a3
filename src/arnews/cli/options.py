"""The arguments of each command; what `--help` says beside them is in help.toml."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from .. import tables
from ..layouts import all_layouts
from ..render import FORMS
from . import forms
from .batch_command import batch_pages
from .commands import explain_pages, parse_pages, render_pages
from .failures import WrongUsage
from .inspect import inspect_pages
from .layout_commands import check_layout, layout, learn_layout, write_fixture

_Value = TypeVar("_Value")
_LAYOUT = "a layout by its id, or a layout.toml"


def parser() -> argparse.ArgumentParser:
    """The parser of all arguments; its result has `run`, the function of the command."""
    help = tables.read(__package__, "help.toml")
    made = argparse.ArgumentParser(
        prog="arnews",
        description=help["about"],
        epilog=help["more"],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for name, run, add_options in (
        ("parse", parse_pages, _parse),
        ("batch", batch_pages, _batch),
        ("explain", explain_pages, _add_pages),
        ("inspect", inspect_pages, _inspect),
        ("render", render_pages, _render),
        ("learn", learn_layout, _learn),
        ("check", check_layout, _check),
        ("fixture", write_fixture, _fixture),
    ):
        about = help["commands"][name]
        command = commands.add_parser(
            name,
            help=about["summary"],
            description=f"{about['summary'].capitalize()}.",
            epilog=f"{about['more']}\n\n{help['exit_codes'][about['exit_codes']]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(run=run, parser=command)
        add_options(command)
    return made


def _parse(command: argparse.ArgumentParser) -> None:
    _add_pages(command)
    command.add_argument(
        "--as", dest="form", choices=forms.PARSED, default="fields", help="see below"
    )
    _add_output(command)
    command.add_argument("--blocks", action="store_true", help="JSON with the labelled blocks")


def _batch(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="IN", help="see below")
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="see below")
    command.add_argument(
        "--as", dest="form", choices=("jsonl", "parquet", "sqlite"), help="by default as OUT ends"
    )
    command.add_argument(
        "--from",
        dest="input_form",
        choices=("page", "jsonl", "warc", "parquet"),
        help="the form of IN; by default as its name ends",
    )
    command.add_argument("--page-key", metavar="KEY", help="of JSON or column that holds the page")
    for name, about in (("url", "address"), ("fetched_at", "time"), ("encoding", "encoding")):
        option = f"--{name.replace('_', '-')}-key"
        command.add_argument(option, metavar="KEY", default=name, help=f"its {about}; {name}")
    command.add_argument("--only-articles", action="store_true", help="drop pages without article")
    command.add_argument("--since", type=_day, metavar="DAY", help="published then or later")
    command.add_argument("--until", type=_day, metavar="DAY", help="published then or before")
    command.add_argument("--language", metavar="CODE", help="pages in this language, such as ar")
    for option, kind, about in (
        ("--duplicates", "same", "mark articles whose text was there before"),
        ("--near-duplicates", "near", "also one that differs in few words"),
    ):
        command.add_argument(
            option, dest="duplicates", action="store_const", const=kind, help=about
        )
    command.add_argument("--report", metavar="FILE.html", help="write what was found as a document")
    command.add_argument("--unordered", action="store_true", help="write as pages are done")
    command.add_argument("--workers", type=_positive, metavar="N", help="by default all cores")
    command.add_argument(
        "--seconds", type=_seconds, default=30.0, metavar="N", help="limit of a record; 30"
    )
    command.add_argument(
        "--memory", type=_bytes, default=_bytes("2G"), metavar="N", help="limit of a worker; 2G"
    )
    _add_layout(command, f"{_LAYOUT}; by default it is found out")
    _add_reading(command)


def _day(text: str) -> date:
    return _read(date.fromisoformat, text, "a day such as 2025-03-18")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise WrongUsage(f"a number from 1 on is wanted, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    seconds = _read(float, text, "a number of seconds")
    if not 0 < seconds < inf:
        raise WrongUsage(f"a number above 0 is wanted, not {text!r}")
    return seconds


def _bytes(text: str) -> int:
    number, unit = (text[:-1], text[-1].upper()) if text[-1:].isalpha() else (text, "B")
    if not number.isdecimal() or unit not in _UNITS:
        raise WrongUsage(f"a size such as 500M or 2G is wanted, not {text!r}")
    size = int(number) * _UNITS[unit]
    if size < _LEAST:
        raise WrongUsage(f"a worker needs at least 256M, {text!r} is less")
    return size


_LEAST = 256 << 20  # of memory
_UNITS = {"B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def _inspect(command: argparse.ArgumentParser) -> None:
    _add_pages(command)
    about = "one HTML file; by default standard output"
    command.add_argument("-o", "--output", type=_target, metavar="FILE", help=about)
    command.add_argument("--open", action="store_true", help="show it in the browser")
    about = "show how two readings of each page differ; see below"
    command.add_argument("--compare", nargs=2, metavar=("A", "B"), help=about)


def _render(command: argparse.ArgumentParser) -> None:
    _add_files(command)
    command.add_argument("--as", dest="form", choices=FORMS, default="text", help="by default text")
    _add_output(command)
    _add_layout(command, f"{_LAYOUT}; by default that of the page")


def _learn(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="PAGE", help="a file, folder or pattern")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="layout.toml")
    command.add_argument("--id", help="by default the name of the folder of layout.toml")
    command.add_argument("--domain", action="append", default=[], help="of the site; repeatable")
    _add_kind(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("layout", type=layout, metavar="LAYOUT", help=_LAYOUT)
    command.add_argument("files", nargs="+", metavar="PAGE", help="a file, folder or pattern")
    _add_kind(command)


def _fixture(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs=1, metavar="PAGE")
    command.add_argument("--layout", required=True, metavar="ID|FILE", help=_LAYOUT)
    command.add_argument("--into", type=Path, help="a folder; by default samples/ beside FILE")
    command.add_argument("--name", help="of the sample; by default that of the page")
    command.add_argument("--url", help="where the page comes from")
    _add_kind(command)


def _add_pages(command: argparse.ArgumentParser) -> None:
    """What `parse`, `explain` and `inspect` take."""
    _add_files(command)
    command.add_argument(
        "--files-from", metavar="LIST", help="a file with a FILE on each line; - is standard input"
    )
    _add_layout(command, f"{_LAYOUT}; by default it is found out")
    command.add_argument("--url", help="where the page comes from; chooses the layout")
    _add_reading(command)


def _add_reading(command: argparse.ArgumentParser) -> None:
    """How pages are read."""
    _add_kind(command)
    command.add_argument("--encoding", help="what the HTTP header said, such as windows-1256")
    command.add_argument(
        "--fetched-at", type=_clock, metavar="TIME", help="such as 2025-03-18T21:40+03:00"
    )
    command.add_argument("--repair", action="store_true", help="undo a wrong decoding")


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help="see below")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        type=_target,
        metavar="FILE|FOLDER/",
        help="one file, or a folder with a file for each page; - is standard output",
    )


def _add_layout(command: argparse.ArgumentParser, about: str) -> None:
    added = command.add_argument("--layout", type=layout, metavar="ID|FILE", help=about)
    added.completer = _ids_and_files  # type: ignore[attr-defined]  # of argcomplete


def _add_kind(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=("text", "html"), help="by default it is found out")


def _ids_and_files(prefix: str, **_: Any) -> list[str]:
    files = import_module("argcomplete.completers").FilesCompleter(("toml",))
    return [*(name for name in all_layouts() if name.startswith(prefix)), *files(prefix)]


def _target(name: str) -> str | None:
    return None if name == "-" else name


def _clock(text: str) -> datetime:
    return _read(datetime.fromisoformat, text, "a time such as 2025-03-18T21:40+03:00")


def _read(read: Callable[[str], _Value], text: str, wanted: str) -> _Value:
    try:
        return read(text)
    except ValueError:
        raise WrongUsage(f"{wanted} is wanted, not {text!r}") from None


class _Version(argparse.Action):
    """Looks the version up only if it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from .. import __version__

        print(f"arnews {__version__}")
        parser.exit()
