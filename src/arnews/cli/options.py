"""The arguments of each command: they are in options.toml, what `--help` says beside them in
help.toml."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module
from math import inf
from pathlib import Path
from types import MappingProxyType
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
_RUNS = MappingProxyType(
    {
        "parse": parse_pages,
        "batch": batch_pages,
        "explain": explain_pages,
        "inspect": inspect_pages,
        "render": render_pages,
        "learn": learn_layout,
        "check": check_layout,
        "fixture": write_fixture,
    }
)
_CHOICES = MappingProxyType({"parsed": forms.PARSED, "rendered": FORMS})


def parser() -> argparse.ArgumentParser:
    """The parser of all arguments; its result has `run`, the function of the command."""
    help, options = (tables.read(__package__, f"{name}.toml") for name in ("help", "options"))
    made = argparse.ArgumentParser(
        prog="arnews",
        description=help["about"],
        epilog=help["more"],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for name, run in _RUNS.items():
        about = help["commands"][name]
        command = commands.add_parser(
            name,
            help=about["summary"],
            description=f"{about['summary'].capitalize()}.",
            epilog=f"{about['more']}\n\n{help['exit_codes'][about['exit_codes']]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(run=run, parser=command)
        for argument in _unfolded(options["commands"][name], options["shared"]):
            _add(command, **argument)
    return made


def _unfolded(arguments: Sequence[Any], shared: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """`arguments` with those of `shared` in the place of their names."""
    for each in arguments:
        if isinstance(each, str):
            yield from _unfolded(shared[each], shared)
        else:
            yield each


def _add(command: argparse.ArgumentParser, name: str, long: str | None = None, **how: Any) -> None:
    """Adds the argument `name`, also called `long`."""
    if "type" in how:
        how["type"] = _TYPES[how["type"]]
    if isinstance(how.get("choices"), str):
        how["choices"] = _CHOICES[how["choices"]]
    if isinstance(how.get("metavar"), list):
        how["metavar"] = tuple(how["metavar"])
    added = command.add_argument(name, *filter(None, [long]), **how)
    if how.get("type") is layout and name == "--layout":
        added.completer = _ids_and_files  # type: ignore[attr-defined]  # of argcomplete


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


def _ids_and_files(prefix: str, **_: Any) -> list[str]:
    files = import_module("argcomplete.completers").FilesCompleter(("toml",))
    return [*(name for name in all_layouts() if name.startswith(prefix)), *files(prefix)]


def _target(name: str) -> str | None:
    return None if name == "-" else name


def _read(read: Callable[[str], _Value], text: str, wanted: str) -> _Value:
    try:
        return read(text)
    except ValueError:
        raise WrongUsage(f"{wanted} is wanted, not {text!r}") from None


#: How a string on the command line is read.
_TYPES: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "bytes": _bytes,
        "clock": partial(
            _read, datetime.fromisoformat, wanted="a time such as 2025-03-18T21:40+03:00"
        ),
        "day": partial(_read, date.fromisoformat, wanted="a day such as 2025-03-18"),
        "layout": layout,
        "path": Path,
        "positive": _positive,
        "seconds": _seconds,
        "target": _target,
    }
)


class _Version(argparse.Action):
    """Looks the version up only if it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from .. import __version__

        print(f"arnews {__version__}")
        parser.exit()
