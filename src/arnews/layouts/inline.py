"""Which parts of a template are printed on the same line."""

from __future__ import annotations

from .template import Choice, Field, Gap, Literal, Loop, Maybe, Node, Sequence, children


def is_inline(node: Node) -> bool:
    """Whether everything that `node` prints is on one line."""
    match node:
        case Field() | Literal():
            return True
        case Gap():
            return node.within_line
        case Maybe() | Loop() | Sequence() | Choice():
            return all(map(is_inline, children(node)))
    return False


def group_lines(parts: tuple[Node, ...]) -> list[list[Node]]:
    """`parts`, grouped by line: neighbours on the same line are in one list.

    A gap at the edge of a line separates it from something else, so it is a list of its own.
    """
    groups: list[list[Node]] = []
    before_is_inline = False
    for part in parts:
        if is_inline(part) and before_is_inline:
            groups[-1].append(part)
        else:
            groups.append([part])
        before_is_inline = is_inline(part)
    return [line for group in groups for line in _without_edges(group)]


def _without_edges(line: list[Node]) -> list[list[Node]]:
    """`line` without the gaps at its edges, and each of those gaps apart."""
    inner = [index for index, part in enumerate(line) if not isinstance(part, Gap)]
    if not inner:
        return [[part] for part in line]
    start, end = inner[0], inner[-1] + 1
    before, after = [[part] for part in line[:start]], [[part] for part in line[end:]]
    return [*before, line[start:end], *after]
