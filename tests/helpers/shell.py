"""The command line as a shell runs it: into pipes, or on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import arnews as _arnews

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "000_08a769a62f779457.txt"
_SOURCE = str(Path(_arnews.__file__).parent.parent)

HEADLINE = "افتتاح جسر المشاة فوق النهر"
PAGE = f"""<html><head><meta charset="utf-8"><title>{HEADLINE}</title></head><body><article>
<h1>{HEADLINE}</h1>
<p>افتتحت بلدية المدينة صباح الأحد جسر المشاة الجديد فوق النهر بعد عامين من العمل المتواصل.</p>
<p>وقال رئيس البلدية إن الجسر يختصر الطريق إلى المدرسة، وإن ألف شخص سيعبرونه كل يوم.</p>
</article></body></html>
"""
LISTS = "<html><body><ul>" + "<li><a href='/1'>أخبار</a></li>" * 5 + "</ul></body></html>"
BINARY = bytes(range(256)) * 20


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPATH": os.pathsep.join([_SOURCE, *_extra()]), **variables}


def _extra() -> list[str]:
    return list(filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)))


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "arnews", *map(str, arguments)]


def arnews(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs a command between pipes; `variables` are those of its environment."""
    return subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(**variables),
        timeout=120,
    )


def at_terminal(
    *arguments: object,
    cwd: Path,
    pipe: bool = False,
    run: Sequence[object] | None = None,
    **variables: str,
) -> tuple[int, str, bytes]:
    """Runs a command on a terminal: exit code, what the terminal shows, what goes into a file.

    Standard output is the terminal too, or with `pipe` a file. `run` is another command line.
    """
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    with tempfile.TemporaryFile() as piped:
        process = subprocess.Popen(
            list(map(str, run or command(*arguments))),
            stdin=slave,
            stdout=piped if pipe else slave,
            stderr=slave,
            cwd=cwd,
            env=environment(TERM="xterm", **variables),
        )
        os.close(slave)
        shown = b""
        with suppress(OSError):  # how Linux tells the end
            while data := os.read(master, 65536):
                shown += data
        os.close(master)
        code = process.wait(timeout=60)
        piped.seek(0)
        return code, shown.decode("utf-8", "replace"), piped.read()
