"""Which parts of a template are printed on one line."""

from __future__ import annotations

from .template import Choice, Field, Gap, Literal, Loop, Maybe, Node, Sequence


def is_inline(node: Node) -> bool:
    """Whether `node` prints within a line."""
    match node:
        case Field() | Literal():
            return True
        case Gap():
            return node.within_line
        case Maybe(inner):
            return is_inline(inner)
        case Loop(inner, separator):
            return is_inline(inner) and is_inline(separator)
        case Sequence(parts) | Choice(parts):
            return all(map(is_inline, parts))
    return False


def lines(parts: tuple[Node, ...]) -> list[list[Node]]:
    """`parts` with neighbours that print on the same line put together."""
    found: list[list[Node]] = []
    joining = False
    for part in parts:
        inline = is_inline(part)
        if inline and joining:
            found[-1].append(part)
        else:
            found.append([part])
        joining = inline
    return [line for whole in found for line in _without_edges(whole)]


def _without_edges(line: list[Node]) -> list[list[Node]]:
    """Blanks that nothing on the line precedes or follows are a gap, no part of the line."""
    start, end = 0, len(line)
    while start < end and isinstance(line[start], Gap):
        start += 1
    while end > start and isinstance(line[end - 1], Gap):
        end -= 1
    edges = [[part] for part in line[:start]], [[part] for part in line[end:]]
    return [*edges[0], *([line[start:end]] if start < end else []), *edges[1]]
