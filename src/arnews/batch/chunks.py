"""The records of all inputs, in order, cut into chunks that a worker takes at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from .errors import BatchError
from .journal import Position
from .outcome import Item
from .readers import Source

_RECORDS = 32
_BYTES = 1 << 20


@frozen
class Chunk:
    """Records `items`, and the `position` behind them. Where a chunk begins decides where it ends,
    so a run that goes on cuts the same chunks."""

    number: int
    items: Sequence[Item] = field(repr=False)
    position: Position


def chunks(sources: Sequence[Source], start: Position) -> Iterator[Chunk]:
    """The chunks of `sources` from `start` on.

    Raises `BatchError` if the record before `start` is another one than `start` says.
    """
    held: list[Item] = []
    size, at = 0, start
    for item, after in _numbered(sources, start):
        held.append(item)
        at = after
        size += len(item.data or b"")
        if len(held) == _RECORDS or size >= _BYTES:
            at = evolve(after, chunk=start.chunk + 1)
            start = at
            yield Chunk(at.chunk - 1, tuple(held), at)
            held, size = [], 0
    if held:
        yield Chunk(start.chunk, tuple(held), evolve(at, chunk=start.chunk + 1))


def _numbered(sources: Sequence[Source], start: Position) -> Iterator[tuple[Item, Position]]:
    """Each record with the position behind it."""
    at = start
    for index in range(start.source, len(sources)):
        taken = at.taken if index == start.source else 0
        items = sources[index].items(skip=max(taken - 1, 0))
        if taken:
            before = next(items, None)
            if before is None or before.id != start.last:
                found = "nothing" if before is None else before.id
                raise BatchError(
                    f"{sources[index].name} has changed: its record {taken:,} was {start.last} "
                    f"and is {found}. Bring it back, or begin anew with another output"
                )
        for item in items:
            taken += 1
            at = evolve(at, source=index, taken=taken, last=item.id)
            yield item, at
