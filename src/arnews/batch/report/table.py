"""A table of frequencies that stays small, however many different keys it meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field


@define
class Entry:
    """How often a key was met, and what is said of it.

    Attributes:
        count: The times it was counted.
        parts: Counts of what belongs to it, by name: `{"headline": 12}`.
        example: How it was printed where it was first met.
        where: The record in which that was.
    """

    key: str
    count: int = 0
    parts: dict[str, int] = field(factory=dict)
    example: str = ""
    where: str = ""


@define
class Frequencies:
    """The most frequent keys with their counts.

    The table holds `2 * size` keys at most: once there is one more, the `size` most frequent stay
    and the others are forgotten. A key that comes again begins at zero. So counts are never too
    high, and too low by `missed` at most, the sum of the highest counts that were forgotten at one
    time. Until then `missed` is 0, and every count is exact.
    """

    size: int
    missed: int = 0
    entries: dict[str, Entry] = field(factory=dict)

    def add(self, key: str, example: str = "", where: str = "") -> Entry:
        """Counts `key`; the `example` and `where` of the first time are kept."""
        entry = self.entries.get(key)
        if entry is None:
            self._make_room()
            entry = self.entries[key] = Entry(key, 0, {}, example, where)
        entry.count += 1
        return entry

    def _make_room(self) -> None:
        if len(self.entries) < 2 * self.size:
            return
        ranked = list(self)
        self.missed += ranked[self.size].count
        self.entries = {entry.key: entry for entry in ranked[: self.size]}

    def __iter__(self) -> Iterator[Entry]:
        """The entries, the most frequent first, of equal ones by key."""
        return iter(sorted(self.entries.values(), key=lambda entry: (-entry.count, entry.key)))

    def __len__(self) -> int:
        return len(self.entries)

    def to_dict(self) -> dict[str, Any]:
        """The table for JSON: rows of key, count, parts, example and place, in the order met."""
        rows = [[e.key, e.count, e.parts, e.example, e.where] for e in self.entries.values()]
        return {"size": self.size, "missed": self.missed, "rows": rows}

    @classmethod
    def from_dict(cls, state: Mapping[str, Any]) -> Frequencies:
        """The table that `to_dict` wrote."""
        rows = (Entry(row[0], row[1], dict(row[2]), *row[3:]) for row in state["rows"])
        return cls(state["size"], state["missed"], {entry.key: entry for entry in rows})
