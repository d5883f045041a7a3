"""What goes wrong in a run, how it is told, and the exit codes."""

from __future__ import annotations

import argparse
import traceback
from pathlib import Path

from attrs import frozen

from ..errors import ArnewsError

OK, FAILED, NOTHING, STOPPED = 0, 1, 3, 130  # 2, wrong usage, is the parser's of arguments


class WrongUsage(argparse.ArgumentTypeError):
    """Arguments that do not go together. The message says what to do."""


class NothingFound(Exception):
    """A pattern or folder without a page."""


class PageFailed(Exception):
    """A page without which a command cannot go on: its file, and the error."""

    def __init__(self, file: str, error: Exception) -> None:
        super().__init__(file, error)
        self.file, self.error = file, error


@frozen
class Failure:
    """Why a page was not read: `code` is the name of an error, or `fault` for one of arnews."""

    code: str
    message: str

    @classmethod
    def of(cls, error: Exception) -> Failure:
        known = isinstance(error, ArnewsError | OSError | MemoryError | NothingFound)
        return cls(type(error).__name__ if known else "fault", message_of(error))


def message_of(error: Exception) -> str:
    """What `error` says to a user. An error that is not documented is a fault of arnews."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, MemoryError):
        return "the memory does not hold all of it"
    if isinstance(error, ArnewsError | NothingFound):
        return str(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return (
        "this is a fault of arnews, please report it with the page: "
        f"{type(error).__name__} at {where}: {error}"
    )
