"""Which blocks each field has its value from, so that text can be traced both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from attrs import Factory, define

from ..model import Figure

#: Where a field is: the index of its article, then names and indices: `(0, "body", 3)`.
Path: TypeAlias = tuple[int | str, ...]


class Place(NamedTuple):
    """Where an article is after it was joined with the one before: as the rest of article
    `article`, behind so many elements, tags and related stories of that. Its lead image may have
    become the element `lead` of the body."""

    article: int
    body: int = 0
    tags: int = 0
    related: int = 0
    lead: int | None = None

    def moved(self, path: Path) -> Path:
        match path[1:]:
            case ("body" | "tags" | "related" as name, int(index), *rest):
                return (self.article, name, index + getattr(self, name), *rest)
            case ("lead_image", *rest) if self.lead is not None:
                return (self.article, "body", self.lead, *rest)
        return (self.article, *path[1:])


@define(eq=False)
class Sources:
    """The blocks, by index, of each field. `block` and `article` are those that are being read."""

    block: int = 0
    article: int = -1
    blocks_of: dict[Path, list[int]] = Factory(dict)

    def set(self, *path: int | str) -> None:
        """The field has its value from this block alone."""
        self.blocks_of[self.article, *path] = [self.block]

    def add(self, *path: int | str) -> None:
        """The field has its value from this block too."""
        self.blocks_of.setdefault((self.article, *path), []).append(self.block)

    def set_figure(self, path: Path, before: Figure | None, after: Figure) -> None:
        """This block has changed the figure at `path`: those of its parts that differ are of it."""
        for name in ("caption", "credit"):
            value = getattr(after, name)
            if value is None:
                self.blocks_of.pop((self.article, *path, name), None)
            elif before is None or value != getattr(before, name):
                self.set(*path, name)

    def add_all(self, field: Path, of: Path) -> None:
        """The blocks of the field `of` are blocks of `field` too."""
        self.blocks_of.setdefault(field, []).extend(self.blocks_of.get(of, ()))

    def move(self, places: Sequence[Place]) -> None:
        """Articles have other places now. Of two values of a field, the first is kept."""
        moved: dict[Path, list[int]] = {}
        for path, blocks in self.blocks_of.items():
            new = places[int(path[0])].moved(path)
            if new[1:] == ("byline",):
                moved.setdefault(new, []).extend(blocks)
            else:
                moved.setdefault(new, blocks)
        self.blocks_of = moved

    def rename(self, old: Path, new: Path) -> None:
        """The value of the field `old` is that of `new` now."""
        if old in self.blocks_of:
            self.blocks_of[new] = self.blocks_of.pop(old)

    def names(self) -> Mapping[int, tuple[str, ...]]:
        """The names of the fields by the block that feeds them: `articles[0].body[3]`."""
        named: dict[int, list[str]] = {}
        for path, blocks in self.blocks_of.items():
            name = _name(path)
            for block in dict.fromkeys(blocks):
                named.setdefault(block, []).append(name)
        return {block: tuple(names) for block, names in named.items()}


def _name(path: Path) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "articles" + "".join(parts)
