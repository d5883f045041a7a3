"""`batch`: many pages into one output, with a bar while it goes on and a summary at its end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .failures import FAILED, NOTHING, OK
from .terminal import visible

if TYPE_CHECKING:
    from ..batch.run import Progress, Watch


def batch_pages(options: argparse.Namespace) -> int:
    """`arnews batch`."""
    from ..batch.filters import Filters  # only this command loads it
    from ..batch.readers import Keys
    from ..batch.record import Options
    from ..batch.run import Settings, batch
    from ..batch.workers import Allowance

    settings = Settings(allowance=Allowance(options.seconds, options.memory))
    with _bar() as watch:
        done = batch(
            options.files,
            options.output,
            form=options.form,
            keys=Keys(
                options.page_key, options.url_key, options.fetched_at_key, options.encoding_key
            ),
            input_form=options.input_form,
            options=Options(
                options.kind,
                options.layout,
                options.repair,
                options.encoding,
                options.fetched_at,
            ),
            filters=Filters(options.only_articles, options.since, options.until, options.language),
            in_order=not options.unordered,
            duplicates=options.duplicates,
            settings=Settings(options.workers, settings.allowance) if options.workers else settings,
            watch=watch,
        )
    for line in summary(done, options.output):
        print(visible(line), file=sys.stderr)
    counts = done.counts
    if any(name.startswith(("quarantined", "refused")) for name in counts):
        return FAILED
    return OK if counts.get("articles") else NOTHING


def summary(done: Progress, output: str) -> Iterator[str]:
    """The lines for the end of a run."""
    counts = done.counts
    seconds = counts.get("seconds", 0)
    records = int(counts.get("records", 0))
    size = counts.get("bytes", 0) / 1e6
    rate = f", {records / seconds:,.0f} records/s, {size / seconds:.1f} MB/s" if seconds else ""
    yield f"{output}: {records:,} records, {size:,.1f} MB in {seconds:,.1f} s{rate}"
    articles = int(counts.get("articles", 0))
    yield f"  articles: {articles:,} on {int(counts.get('with article', 0)):,} pages"
    found = {
        name.removeprefix("field: "): number
        for name, number in counts.items()
        if name.startswith("field: ")
    }
    if found:
        shares = (f"{name} {number / articles:.0%}" for name, number in found.items())
        yield f"  fields: {', '.join(shares)}"
    for what in ("dropped", "refused", "quarantined"):
        named = {
            name.removeprefix(f"{what}: "): int(number)
            for name, number in counts.items()
            if name.startswith(f"{what}: ")
        }
        if named:
            each = ", ".join(f"{name} {number:,}" for name, number in sorted(named.items()))
            yield f"  {what}: {sum(named.values()):,} ({each})"
    if done.sizes.get("quarantine"):
        yield f"  in quarantine: {output}.quarantine.jsonl, which `arnews batch` reads again"


@contextmanager
def _bar() -> Iterator[Watch | None]:
    """What shows how far a run is; `None` if standard error is no terminal, or there is no rich."""
    try:
        progress: Any = import_module("rich.progress") if sys.stderr.isatty() else None
    except ImportError:
        progress = None
    if progress is None:
        yield None
        return
    console = import_module("rich.console").Console(stderr=True)
    bar = progress.Progress(
        progress.SpinnerColumn(),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TimeRemainingColumn(),
        progress.TextColumn("{task.description}"),
        console=console,
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None)

        def watch(done: Progress, share: float | None) -> None:
            counts = done.counts
            records, seconds = counts.get("records", 0), counts.get("seconds", 0)
            bad = sum(n for name, n in counts.items() if name.startswith("quarantined"))
            told = f"{records:,.0f} records, {records / (seconds or 1):,.0f}/s"
            told += f", {bad:,.0f} in quarantine" if bad else ""
            bar.update(task, description=told, total=share and 1, completed=share or 0)

        yield watch
