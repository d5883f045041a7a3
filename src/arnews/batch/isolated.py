"""A process that may die of a record, for engines that distribute the work themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from .outcome import Outcome, Task
from .readers import Item
from .workers import Allowance, Pool

#: What became of each of the records, in their order.
Read: TypeAlias = Callable[[Sequence[Item]], list[Outcome]]


@contextmanager
def isolated(task: Task, allowance: Allowance) -> Iterator[Read]:
    """A function that does `task` with records in a process of its own, as `arnews batch` does.

    A record that takes more than `allowance`, or that the process dies of, has a `reason`.

        with isolated(Task(Options(), Filters()), Allowance()) as read:
            lines = [outcome.line for outcome in read(records)]
    """
    pool = Pool(1, task, allowance)

    def read(items: Sequence[Item]) -> list[Outcome]:
        if items:
            pool.give(0, items)
        while pool.is_busy:
            for _, _, outcomes in pool.done(None):
                return outcomes
        return []

    try:
        yield read
    finally:
        pool.close()
