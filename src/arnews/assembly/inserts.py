"""Elements of a body that markup alone tells: tables, and posts of other sites.

Their blocks stand in the cells of one table, or in the code for embedding of one post. What the
decoder took each of these lines for does not count: the whole is one element, where it stands.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby

from attrs import define

from ..blocks import Block
from ..labeling import Labelling, Step
from ..model import Embed, Table
from ..segment.dom import EmbeddedPost, lowest_common_ancestor

_LEAST = 2  # rows and columns of a table; others only place things on the page
_LONGEST_CELL = 400  # characters; a longer one holds an article


@define(eq=False)
class Inserts:
    """The tables and posts in the bodies of one page, by the indices of their blocks."""

    at: Mapping[int, Table | Embed]  # by the index of the first block of each
    roles: Mapping[int, str]  # of all their blocks

    @classmethod
    def of(cls, labelling: Labelling) -> Inserts:
        """The tables and posts that stand in a body."""
        at: dict[int, Table | Embed] = {}
        roles: dict[int, str] = {}
        above: Step | None = None  # the last paragraph
        begun = False
        held = any(map(_group, labelling.steps))  # as on few pages
        for group, found in groupby(labelling.steps if held else (), _group):
            steps = list(found)
            begun = begun or any("article" in step.opens for step in steps)
            made = None
            if group is not None and begun and _is_in_body(labelling, steps, above):
                blocks = labelling.page.blocks[steps[0].index : steps[-1].index + 1]
                made = _post(group, blocks) or _table(blocks)
            if made is None:
                above = next((s for s in reversed(steps) if s.role == "paragraph"), above)
                continue
            at[steps[0].index] = made
            role = "embed" if isinstance(made, Embed) else "list_item"
            roles.update((step.index, role if step.block.text else "picture") for step in steps)
        return cls(at, roles)


def _group(step: Step) -> Hashable:
    """The table or post that a block is part of; `None` for other blocks."""
    if step.block.markup is None:
        return None
    around = step.block.markup.element.around
    return around.embed or (around.cell and around.cell.table)


def _is_in_body(labelling: Labelling, steps: Sequence[Step], above: Step | None) -> bool:
    """Whether the blocks of a table or post stand in a body: in its zone, or in the element that
    holds the paragraph `above` them; and not among related stories. Above the text, a table tells
    of author and date, a post is one."""
    opened = {scope for s in steps for scope in (*s.opens, *(s.slot.scopes if s.slot else ()))}
    if opened & {"item", "see_also"} or any("article" in step.opens for step in steps):
        return False
    first, last = steps[0].block.markup, above.block.markup if above else None
    zones = {labelling.zone(step) for step in steps}
    if zones & ({"head", "body"} if first and first.embed else {"body"}):
        return True
    if "tail" not in zones or first is None or last is None:
        return False
    paragraph = last.element.block_ancestor
    held = lowest_common_ancestor(first.element, paragraph)
    return held is paragraph.up


def _post(group: Hashable, blocks: Sequence[Block]) -> Embed | None:
    if not isinstance(group, EmbeddedPost):
        return None
    text = "\n".join(block.text for block in blocks if block.text)
    return Embed(group.kind, group.url, text or None)


def _table(blocks: Sequence[Block]) -> Table | None:
    """The cells of a table by rows and columns; `None` for a table that only places things."""
    rows: dict[int, dict[int, list[str]]] = {}
    for block in blocks:
        cell = block.markup.cell if block.markup else None
        if cell is not None and block.text:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(block.text)
    made = tuple(tuple(_row(cells)) for cells in rows.values())
    wide = sum(len(cells) >= _LEAST for cells in rows.values())
    longest = max((len(cell) for row in made for cell in row), default=0)
    return Table(made) if wide >= _LEAST and longest <= _LONGEST_CELL else None


def _row(cells: Mapping[int, list[str]]) -> Iterable[str]:
    """The cells of a row in order, empty ones too."""
    return ("\n".join(cells.get(column, ())) for column in range(max(cells) + 1))
