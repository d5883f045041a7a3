"""What stops a run: each message says what to do, and the same command goes on afterwards."""

from __future__ import annotations

from ..errors import ArnewsError


class BatchError(ArnewsError):
    """A run cannot start or go on. The message says what to do."""


class MissingExtra(BatchError):
    """A package of `arnews[batch]` is not installed."""

    def __init__(self, package: str, reason: str) -> None:
        super().__init__(f'{reason} needs {package}: pip install "arnews[batch]"')
