"""Processes that read records, and that may die of them.

Rules of this file. One pipe a worker: a process that is killed in the middle of a message spoils
its own pipe only, which a pool with a shared queue does not survive. The kernel ends what takes
too long: SIGALRM has its default action in a worker, so it also ends C code, which no handler in
Python would do, and needs no parent that still lives. A worker answers after each record, so the
one that it died of is known.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeAlias

from attrs import define, field, frozen

from .errors import BatchError
from .outcome import Item, Outcome, Reason, Task

__all__ = ["Allowance"]

_TRIES = 3  # of a record on which a worker died: somebody else may have killed it
_STARTS = 5  # of a worker that does not come up
_PAUSE = 0.1  # seconds before the second start; then twice as long each time
_PATIENCE = 10.0  # seconds for a process to end


@frozen
class Allowance:
    """What one record may take: `seconds`, and `memory` of its process in bytes."""

    seconds: float = 30.0
    memory: int = 2 << 30


@define
class _Job:
    """A chunk in work: `outcomes` are those of its first records."""

    number: int
    items: Sequence[Item]
    outcomes: list[Outcome] = field(factory=list)
    deaths: int = 0  # on the record that comes next


class Pool:
    """`number` workers that do `task` with each record of the chunks that they are given."""

    def __init__(self, number: int, task: Task, allowance: Allowance) -> None:
        self._context: Any = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["arnews.batch.preload"])
        self._task, self._allowance = task, allowance
        self._number = number
        self._workers: list[_Worker] = []  # started when there is work for them

    def _start(self) -> tuple[Any, Connection]:
        for attempt in range(_STARTS):
            ours, theirs = self._context.Pipe()
            process = self._context.Process(
                target=_serve, args=(theirs, self._task, self._allowance), daemon=True
            )
            try:
                process.start()
            except (EOFError, OSError) as error:  # the process that forks was killed
                ours.close()
                failure = error
                time.sleep(_PAUSE * 2**attempt)
            else:
                return process, ours
            finally:
                theirs.close()
        raise BatchError(f"workers do not start: {failure}")

    @property
    def is_free(self) -> bool:
        """Whether a worker waits for work."""
        started = any(worker.job is None for worker in self._workers)
        return started or len(self._workers) < self._number

    @property
    def is_busy(self) -> bool:
        return any(worker.job is not None for worker in self._workers)

    def give(self, number: int, items: Sequence[Item]) -> None:
        """Gives the chunk `number` to a worker that waits."""
        worker = next((worker for worker in self._workers if worker.job is None), None)
        if worker is None:
            worker = _Worker(self._start)
            self._workers.append(worker)
        worker.take(_Job(number, items))

    def done(self, timeout: float | None) -> Iterator[tuple[int, Sequence[Item], list[Outcome]]]:
        """The chunks that are done, after at most `timeout` seconds."""
        busy = {worker.connection: worker for worker in self._workers if worker.job}
        for ready in wait(list(busy), timeout) if busy else ():
            job = busy[ready].listen()
            if job:
                yield job.number, job.items, job.outcomes

    def close(self) -> None:
        """Ends all workers, whatever they do."""
        for worker in self._workers:
            worker.end(patience=0)


#: What became of each of the records, in their order.
_Read: TypeAlias = Callable[[Sequence[Item]], list[Outcome]]


@contextmanager
def isolated(task: Task, allowance: Allowance) -> Iterator[_Read]:
    """A function that does `task` with records in a process of its own, for engines that distribute
    the work themselves. A record that the process dies of has a `reason`.

        with isolated(Task(Options(), Filters()), Allowance()) as read:
            lines = [outcome.line for outcome in read(records)]
    """
    with closing(Pool(1, task, allowance)) as pool:

        def read(items: Sequence[Item]) -> list[Outcome]:
            if items:
                pool.give(0, items)
            while pool.is_busy:
                for _, _, outcomes in pool.done(None):
                    return outcomes
            return []

        yield read


class _Worker:
    """One process, started again when it dies, and the chunk that it works on."""

    def __init__(self, start: Any) -> None:
        self._start = start
        self._process, self.connection = start()
        self._failed_starts, self._is_up, self._is_spent = 0, False, False
        self.job: _Job | None = None

    def take(self, job: _Job) -> None:
        self.job = job
        self._send()

    def _send(self) -> None:
        """Sends what is left of the chunk; after a death, only the record that is suspected."""
        assert self.job
        at = len(self.job.outcomes)
        end = at + 1 if self.job.deaths else len(self.job.items)
        self._sent = end
        with suppress(OSError):  # a worker that has died is found by its closed pipe
            self.connection.send(self.job.items[at:end])

    def listen(self) -> _Job | None:
        """Takes one answer; gives the chunk if it is done."""
        assert self.job
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            self._bury()
        else:
            self._is_up, self._failed_starts = True, 0
            if answer is None:  # it has come up
                return None
            self.job.outcomes.append(answer)
            self.job.deaths, self._is_spent = 0, answer.last
            if len(self.job.outcomes) < min(self._sent, len(self.job.items)):
                return None
            if len(self.job.outcomes) < len(self.job.items):
                self._send()
        job = self.job
        if len(job.outcomes) < len(job.items):
            return None
        self.job = None
        return job

    def _bury(self) -> None:
        """Notes what a dead worker died of, and starts another for the rest of the chunk."""
        assert self.job
        self.end(patience=_PATIENCE)
        code = self._process.exitcode
        if not self._is_up:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise BatchError(f"workers do not start: they end with {_name(code)}")
        elif not self._is_spent:
            self.job.deaths += 1
            if code == -signal.SIGALRM:
                self._accuse(Reason("timeout", "it was not read within the time limit"))
            elif self.job.deaths == _TRIES:
                self._accuse(Reason("died", f"its worker ended with {_name(code)}, {_TRIES} times"))
        self._is_up = self._is_spent = False
        self._process, self.connection = self._start()
        if len(self.job.outcomes) < len(self.job.items):
            self._send()

    def _accuse(self, reason: Reason) -> None:
        assert self.job
        self.job.outcomes.append(Outcome(reason=reason))
        self.job.deaths = 0

    def end(self, patience: float) -> None:
        """Waits `patience` seconds until the process has ended, then ends it."""
        self.connection.close()
        self._process.join(patience)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join(_PATIENCE)


def _name(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(connection: Connection, task: Task, allowance: Allowance) -> None:
    """The life of a worker: chunks in, an outcome for each record out, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal: the parent ends the workers
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _bound(allowance.memory)
    gc.freeze()  # what is loaded stays: it need not be looked through again
    try:
        connection.send(None)
        while True:
            for item in connection.recv():
                signal.setitimer(signal.ITIMER_REAL, allowance.seconds)
                outcome = task(item)
                signal.setitimer(signal.ITIMER_REAL, 0)
                connection.send(outcome)
                if outcome.last:
                    return
    except (EOFError, OSError, MemoryError):
        return


def _bound(memory: int) -> None:
    with suppress(ValueError, OSError):  # where the machine has no such limit
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")  # the kernel that is out of memory takes workers first
