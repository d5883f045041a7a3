"""What stops a run: each message says what to do, and the same command goes on afterwards."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import ArnewsError


class BatchError(ArnewsError):
    """A run cannot start or go on. The message says what to do."""


class MissingExtra(BatchError):
    """A package of `arnews[batch]` is not installed."""

    def __init__(self, package: str, reason: str) -> None:
        super().__init__(f'{reason} needs {package}: pip install "arnews[batch]"')


def needed(module: str, reason: str) -> Any:
    """The `module` of a package of `arnews[batch]`. Raises `MissingExtra` without it."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtra(module.partition(".")[0], reason) from None
