"""One run: records to workers, what they give to the output, what is done to the journal."""

from __future__ import annotations

import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, TypeAlias

from attrs import define, field, frozen

from ..errors import BadArgument
from ..limits import Limits
from . import writers
from .chunks import Chunk, chunks
from .duplicates import Kind as Duplicates
from .duplicates import described, first_with, forget
from .errors import BatchError
from .filters import Filters
from .journal import Journal, Position, Progress
from .outcome import Item, Outcome, Reader, Task, to_quarantine
from .readers import Form as InputForm
from .readers import Source, sources
from .readers.rows import Keys
from .record import Options, parse_record
from .workers import Allowance, Pool
from .writers.lines import LinesWriter

__all__ = ["Settings", "batch"]

_SECONDS = 1.0  # after which what is done is written
_READY = 2  # chunks for each worker that are read before it asks
#: How many chunks may be read while one of them is still in work: a worker times `_IN_ORDER`, as
#: what is done must be held until then, and `_UNORDERED` where it need not.
_IN_ORDER, _UNORDERED = 32, 4096
#: Called now and then with what is done, and the share of the input, if it is known.
Watch: TypeAlias = Callable[[Progress, float | None], None]


@frozen
class Settings:
    """How a run works; nothing of it changes what is written for a record.

    Attributes:
        workers: How many processes read, by default one for each core.
        allowance: What one record may take.
    """

    workers: int = field(factory=lambda: len(os.sched_getaffinity(0)))
    allowance: Allowance = field(factory=Allowance)


def batch(
    inputs: Sequence[str],
    output: str,
    *,
    form: str | None = None,
    keys: Keys = Keys(),  # noqa: B008
    input_form: InputForm | None = None,
    options: Options = Options(),  # noqa: B008
    filters: Filters = Filters(),  # noqa: B008
    in_order: bool = True,
    duplicates: Duplicates | None = None,
    parse: Reader = parse_record,
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> Progress:
    """Reads all records of `inputs` into `output`, each exactly once, and says what was done.

    `inputs` are files, folders, patterns, addresses of databases, or `-` for standard input;
    `output` is a file of JSON Lines or SQLite or a folder of Parquet, as its name ends, or `form`
    says. The same call goes on where an earlier one was stopped, whatever stopped it. `duplicates`
    marks articles whose text one before had, the "same" or one that is "near" to it; it wants
    records `in_order`.

    Raises `BadArgument` for arguments that do not go together, and `BatchError` for what a user can
    mend: an output that another command made, a second run at the same time, a disk that is full,
    an input that has vanished. What is done until then is kept.

        print(batch(["crawl/"], "pages.jsonl").report.summary())
    """
    if duplicates and not in_order:
        raise BadArgument("duplicates wants the order kept: the first of equal texts is not marked")
    if options.limits.max_size > Limits().max_size:
        raise BadArgument(f"a batch reads pages of at most {Limits().max_size:,} bytes")
    output = output.rstrip("/")
    form = writers.form_of(output, form)
    named = sources(inputs, keys, input_form, without=output)
    told = _described(named, form, options, filters, keys, in_order, duplicates)
    exists = writers.exists(output, form)
    path = output if form == "sqlite" else f"{output}.journal"
    with closing(Journal(path, output, told, exists=exists)) as journal:
        if journal.progress.is_finished and not exists:
            raise BatchError(
                f"{output} is gone, and {journal.path} says that it was written: bring it back, or "
                "delete the journal to begin anew"
            )
        task = Task(options, filters, parse, duplicates)
        writer = writers.OPENERS[form](output, journal.connection)
        quarantine = LinesWriter(f"{output}.quarantine.jsonl")
        watch = watch or (lambda progress, share: None)
        run = _Run(named, journal, writer, quarantine, in_order, duplicates, watch)
        with closing(run):
            try:
                if not journal.progress.is_finished:
                    run.restore()
                    run.go(task, settings or Settings())
                run.finish()
            except OSError as error:
                what = f"{error.filename or output}: {error.strerror or error}"
                message = f"{what}. What is done is kept: the same command goes on"
                raise BatchError(message) from error
        return journal.progress


def _described(
    named: Sequence[Source],
    form: str,
    options: Options,
    filters: Filters,
    keys: Keys,
    in_order: bool,
    duplicates: Duplicates | None,
) -> Mapping[str, Any]:
    """What decides the output: a run goes on only if all of it is the same."""
    from .. import __version__

    layout = options.layout
    return {
        "arnews": __version__,
        "inputs": [source.describe() for source in named],
        "input form": named[0].form,
        "keys": repr(keys),
        "form": form,
        "layout": layout if layout is None or isinstance(layout, str) else layout.id,
        "kind": options.kind,
        "encoding": options.encoding,
        "fetched_at": options.fetched_at.isoformat() if options.fetched_at else None,
        "repair": options.repair,
        "limits": repr(options.limits),
        "filters": repr(filters),
        "in order": in_order,
        "duplicates": described(duplicates),
    }


@define
class _Run:
    """The loop, and what it holds: chunks that are read, in work, and done but not yet written."""

    sources: Sequence[Source]
    journal: Journal
    writer: writers.Writer
    quarantine: LinesWriter
    in_order: bool
    duplicates: Duplicates | None
    watch: Watch
    is_open: bool = True  # whether there may be more to read
    _ready: deque[Chunk] = field(factory=deque)  # for the next worker that is free
    _waiting: dict[int, Position] = field(factory=dict)  # chunks behind the position, in order
    _done: dict[int, tuple[Sequence[Item], list[Outcome]]] = field(factory=dict)
    _lines: list[tuple[str, Outcome]] = field(factory=list)  # each with the id of its record
    _bad: list[bytes] = field(factory=list)
    _size: int = 0
    _is_new: bool = False  # whether anything was done since the journal was written
    _began: float = field(factory=time.monotonic)  # the batch that is not yet written

    @property
    def progress(self) -> Progress:
        return self.journal.progress

    def restore(self) -> None:
        """Cuts off what the outputs have beyond the journal."""
        self.writer.restore(self.progress.sizes.get("output", 0))
        self.quarantine.restore(self.progress.sizes.get("quarantine", 0))

    def go(self, task: Task, settings: Settings) -> None:
        """Reads what is left of the inputs, and writes all of it."""
        with closing(Pool(settings.workers, task, settings.allowance)) as pool:
            self._loop(pool, settings.workers)
        self._write()

    def _loop(self, pool: Pool, workers: int) -> None:
        coming = chunks(self.sources, self.progress.position)
        room = workers * _IN_ORDER if self.in_order else _UNORDERED
        while True:
            while self._ready and pool.is_free:
                chunk = self._ready.popleft()
                pool.give(chunk.number, chunk.items)
            wanted = len(self._ready) < workers * _READY and len(self._waiting) < room
            has_read = wanted and self.is_open and self._read(coming)
            if not has_read and not pool.is_busy and not self._ready:
                return
            for number, items, outcomes in pool.done(0 if has_read else _SECONDS):
                if self.in_order:  # is written once all before it is done
                    self._done[number] = (items, outcomes)
                else:
                    self._add(items, outcomes)
                    self.journal.done.add(number)
                self._advance()
            late = time.monotonic() - self._began > _SECONDS and self.writer.is_prompt
            if (late and self._is_new) or self._size >= self.writer.batch_bytes:
                self._write()

    def _read(self, coming: Iterator[Chunk]) -> bool:
        """Reads one chunk, if there is one."""
        try:
            chunk = next(coming, None)
        except OSError as error:
            error.filename = error.filename or self.sources[self.progress.position.source].name
            self._write()  # what is done until there
            raise
        if chunk is None:
            self.is_open = False
            return False
        self._waiting[chunk.number] = chunk.position
        if chunk.number in self.journal.done:
            self._advance()
        else:
            self._ready.append(chunk)
        return True

    def _advance(self) -> None:
        """Moves the position over the chunks that are done without a gap."""
        while self._waiting:
            number = next(iter(self._waiting))
            if self.in_order:
                if number not in self._done:
                    return
                self._add(*self._done.pop(number))
            elif number not in self.journal.done:
                return
            self.journal.done.discard(number)
            self.progress.position = self._waiting.pop(number)

    def _add(self, items: Sequence[Item], outcomes: Sequence[Outcome]) -> None:
        report = self.progress.report
        self._is_new = True
        for item, outcome in zip(items, outcomes, strict=True):
            if outcome.reason:
                self._bad.append(to_quarantine(item, outcome.reason))
                report.add_failure(outcome.reason.code, item.id)
            if outcome.facts:
                report.add(outcome.facts, item.id)
            if outcome.refused:
                report.add_failure(outcome.refused, item.id)
            if outcome.dropped:
                report.add_filtered(outcome.dropped)
            if outcome.line:
                self._lines.append((item.id, outcome))
                self._size += len(outcome.line)

    def _write(self) -> None:
        """Writes what is done: the outputs first, then the journal."""
        now = time.monotonic()
        self.progress.report.elapsed += now - self._began
        self._began = now
        with self.journal.transaction():
            self.writer.write([self._marked(*line) for line in self._lines])
            self.quarantine.write(self._bad)
            self.progress.sizes = {"output": self.writer.size, "quarantine": self.quarantine.size}
        self._lines, self._bad, self._size, self._is_new = [], [], 0, False
        self.watch(self.progress, self._share())

    def _share(self) -> float | None:
        """How much of the inputs is read, from 0 to 1; `None` where nobody knows."""
        sizes = [source.size() for source in self.sources]
        at = self.progress.position.source
        current = self.sources[at].share()
        known = [size for size in sizes if size is not None]
        if len(known) < len(sizes) or current is None or not sum(known):
            return None
        return (sum(known[:at]) + current * known[at]) / sum(known)

    def _marked(self, id: str, outcome: Outcome) -> bytes:
        """The line with the articles that had the text of each of its own before."""
        kind, line = self.duplicates, outcome.line or b""
        if not kind or not outcome.texts:
            return line
        first = [
            key and first_with(self.journal.connection, key, f"{id}#{index}", kind)
            for index, key in enumerate(outcome.texts)
        ]
        return line[: -len(b"}\n")] + f', "duplicate_of": {json.dumps(first)}}}\n'.encode()

    def finish(self) -> None:
        """Gives the outputs their names, also if a run was stopped just before that."""
        if not self.progress.is_finished:
            self.progress.is_finished = True
            with self.journal.transaction():
                forget(self.journal.connection)
        self.writer.finish()
        self.quarantine.finish()

    def close(self) -> None:
        self.writer.close()
        self.quarantine.close()
