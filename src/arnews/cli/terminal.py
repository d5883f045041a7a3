"""What a person at a terminal sees: no control characters of a page, messages, a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

from .inputs import Input

_DELAY = 2  # seconds before the bar appears
_CONTROLS = {*range(32), *range(127, 160)} - {ord("\n"), ord("\t")}
_VISIBLE = MappingProxyType({code: f"\\u{code:04x}" for code in _CONTROLS})
_ISOLATES = MappingProxyType({0x2068: None, 0x2069: None})


def visible(text: str) -> str:
    r"""`text` without characters that could steer a terminal, which come to be `\u001b`.

    >>> visible("عاجل\x1b[31m\r\n")
    'عاجل\\u001b[31m\n'
    """
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def without_isolates(text: str) -> str:
    """`text` without the marks that keep each value in its own direction on a terminal."""
    return text.translate(_ISOLATES)


def complain(file: str | None, message: str) -> None:
    """Prints a message about `file` on standard error, above the bar if there is one."""
    text = visible(": ".join(filter(None, ("arnews", file, message))))
    tqdm = sys.modules.get("tqdm")
    (tqdm.tqdm.write if tqdm else print)(text, file=sys.stderr)


def bar(*inputs: Sequence[Input], **how: Any) -> Any:
    """A bar of tqdm on standard error; `None` if that is no terminal, or tqdm is not installed."""
    try:
        tqdm = import_module("tqdm") if sys.stderr.isatty() else None
    except ImportError:
        return None
    return tqdm and tqdm.tqdm(*inputs, leave=False, dynamic_ncols=True, **how)


def with_bar(inputs: Sequence[Input]) -> Iterable[Input]:
    """`inputs`, with a progress bar while a long run goes on."""
    shown = bar(inputs, unit="page", delay=_DELAY) if len(inputs) > 1 else None
    return inputs if shown is None else shown
