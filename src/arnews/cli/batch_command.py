"""`batch`: many pages into one output, with a bar while it goes on and a summary at its end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .failures import FAILED, NOTHING, OK, WrongUsage
from .terminal import bar, visible

if TYPE_CHECKING:
    from ..batch.journal import Progress
    from ..batch.run import Watch


def batch_pages(options: argparse.Namespace) -> int:
    """`arnews batch`."""
    from ..batch.filters import Filters  # only this command loads it
    from ..batch.readers.rows import Keys
    from ..batch.record import Options
    from ..batch.run import Settings, batch
    from ..batch.workers import Allowance

    if options.report and not Path(options.report).absolute().parent.is_dir():
        raise WrongUsage(f"--report {options.report}: there is no such folder")
    workers = {"workers": options.workers} if options.workers else {}
    keys = (options.page_key, options.url_key, options.fetched_at_key, options.encoding_key)
    how = (options.kind, options.layout, options.repair, options.encoding, options.fetched_at)
    with _bar() as watch:
        done = batch(
            options.files,
            options.output,
            form=options.form,
            keys=Keys(*keys),
            input_form=options.input_form,
            options=Options(*how),
            filters=Filters(options.only_articles, options.since, options.until, options.language),
            in_order=not options.unordered,
            duplicates=options.duplicates,
            settings=Settings(**workers, allowance=Allowance(options.seconds, options.memory)),
            watch=watch,
        )
    report = done.report
    _tell(options.output, done)
    if options.report:
        _write(options.report, report.html())
    if report.failed:
        return FAILED
    return OK if report.articles else NOTHING


def _write(path: str, text: str) -> None:
    part = Path(f"{path}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        error.filename = path
        raise


def _tell(output: str, done: Progress) -> None:
    """The summary, on standard error."""
    lines = done.report.summary().splitlines()
    if not done.report.records + done.report.failed:
        lines.append(f"{'no pages':<11}the input is empty, or holds no HTML and no text")
    if done.had_ended:
        lines.append(
            f"{'unchanged':<11}{output} was done before; to read anew, delete it and its journal"
        )
    if done.sizes.get("quarantine"):
        told = f"{output.rstrip('/')}.quarantine.jsonl; `arnews batch` reads it again"
        lines.append(f"{'quarantine':<11}{told}")
    for line in lines:
        print(visible(line), file=sys.stderr)


@contextmanager
def _bar() -> Iterator[Watch | None]:
    """What shows how far a run is, if there may be a bar."""
    shown = bar(bar_format="{bar} {percentage:3.0f} % {remaining}{postfix}")
    if shown is None:
        yield None
        return

    def watch(done: Progress, share: float | None) -> None:
        report = done.report
        records = report.records + report.failed
        told = f"{records:,} records, {records / (report.elapsed or 1):,.0f}/s"
        told += f", {report.failed:,} errors" if report.failed else ""
        shown.total, shown.n = share and 1, share or 0
        shown.set_postfix_str(told)

    with shown:
        yield watch
