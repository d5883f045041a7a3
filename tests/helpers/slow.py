"""How long a page takes, and how much memory, in a process of its own that may be killed."""

from __future__ import annotations

import os
import pickle
import resource
import time
from collections.abc import Callable
from typing import NamedTuple

import arnews
from arnews.input import markup_guard
from arnews.segment.html import read

MOST_SECONDS = 3.0  # for 1 MB
MOST_MEGABYTES = 400
MOST_GROWTH = 6.0  # times the work that four times the input may take
LEAST_SECONDS = 0.05  # that growth is told from
KILLED = 20  # seconds of processor time after which a page is given up
_SPACE = 3 << 30  # bytes


class Measured(NamedTuple):
    """Seconds of processor time, megabytes at most more than before, and the kind of the page or
    the error."""

    seconds: float
    megabytes: int
    result: str


def parsed(html: str) -> str:
    """Reads the whole page."""
    return arnews.parse(html, kind="html").kind or "none"


def walked(html: str) -> str:
    """Looks at the markup, parses and walks it; nothing, if the guard does not let it through."""
    data, limits = html.encode(), arnews.Limits()
    markup_guard.check(data, limits)
    read(data, limits)
    return "html"


def measured(html: str, work: Callable[[str], str] = parsed) -> Measured:
    """What `work` with `html` takes. A process that is killed took all that it may."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            os.write(write, pickle.dumps(_measured(html, work)))
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(told) if told else Measured(KILLED, _SPACE >> 20, "killed")


def _measured(html: str, work: Callable[[str], str]) -> Measured:
    resource.setrlimit(resource.RLIMIT_AS, (_SPACE, _SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (KILLED, KILLED))
    before, held = time.process_time(), _most_held()  # at first what the process forks from holds
    try:
        result = work(html)
    except arnews.ArnewsError as error:
        result = type(error).__name__
    seconds = time.process_time() - before
    return Measured(seconds, (_most_held() - held) // 1024, result)


def _most_held() -> int:
    """The kilobytes of memory that the process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
