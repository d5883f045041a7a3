"""The command line: pages (`parse`, `batch`, `explain`, `inspect`, `render`), layouts (`learn`,
`check`, `fixture`)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ..errors import ArnewsError, BadArgument
from .failures import FAILED, OK, STOPPED, PageFailed, WrongUsage, message_of
from .options import parser
from .terminal import complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    `arguments` are those of the shell without the name of the program, by default `sys.argv[1:]`.
    The code is 0, 1 (an input failed), 2 (wrong usage) or 3 (nothing was found). Wrong usage that
    the parser of arguments finds raises `SystemExit`, as do `--help` and `--version`.

        arnews.cli.main(["parse", "crawl/", "--as", "jsonl", "-o", "pages.jsonl"])
    """
    accepted = parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what may follow
        import_module("argcomplete").autocomplete(accepted)
    options = accepted.parse_args(arguments)
    try:
        code: int = options.run(options)
    except (WrongUsage, BadArgument) as error:
        options.parser.error(str(error))
    except BrokenPipeError:  # the reading process, such as `head`, has ended
        _drop_output()
        return OK
    except KeyboardInterrupt:
        return STOPPED
    except PageFailed as failed:
        complain(failed.file, message_of(failed.error))
        return FAILED
    except (ArnewsError, OSError, MemoryError) as error:
        _drop_output()
        complain(getattr(error, "filename", None), message_of(error))
        return FAILED
    return code


def _drop_output() -> None:
    """Drops what standard output does not take, so that Python does not try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
