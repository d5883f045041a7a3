"""Small changes to a module: a step dropped, an order changed, a string altered, a test turned.

Each mutant is the module with one change; where it stands and what it is are told with it.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Mutant(NamedTuple):
    line: int
    kind: str  # "dropped", "order", "string", "test", "number"
    told: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of the module `source`."""
    tree = ast.parse(source)
    found = []
    for docstring in list(_docstrings(tree)):
        docstring.value = ast.Constant(None)
    for at, node in enumerate(ast.walk(tree)):
        for number, (kind, _) in enumerate(_changes(node)):
            changed = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(changed)) if i == at)
            before = ast.unparse(target)
            _changes(target)[number][1]()
            told = f"{_short(before)}  ->  {_short(ast.unparse(ast.fix_missing_locations(target)))}"
            line = getattr(node, "lineno", 0)
            found.append(Mutant(line, kind, told, ast.unparse(changed)))
    return found


def _docstrings(tree: ast.Module) -> Iterator[ast.Expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node


_Change = tuple[str, Callable[[], None]]


def _changes(node: ast.AST) -> list[_Change]:
    """What may be changed in `node`; each change is made in place when it is called."""
    return [change for find in _FINDERS for change in find(node)]


def _dropped(node: ast.AST) -> Iterator[_Change]:
    """A statement of a function, a keyword argument, an element of a sequence."""
    if isinstance(node, ast.FunctionDef):
        for at, statement in enumerate(node.body):
            if isinstance(statement, ast.Assign | ast.AugAssign | ast.If | ast.For) or (
                isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)
            ):
                yield "dropped", lambda at=at: node.body.__setitem__(at, ast.Pass())
    if isinstance(node, ast.Call):
        for at, keyword in enumerate(node.keywords):
            if keyword.arg:
                yield "dropped", lambda at=at: node.keywords.pop(at)
    if isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 2:
        for at in range(len(node.elts)):
            yield "dropped", lambda at=at: node.elts.pop(at)


def _order(node: ast.AST) -> Iterator[_Change]:
    """Two neighbours swapped: arguments, elements, the sides of an addition."""
    if isinstance(node, ast.Call | ast.Tuple | ast.List):
        parts = node.args if isinstance(node, ast.Call) else node.elts
        for at in range(len(parts) - 1):
            if ast.dump(parts[at]) != ast.dump(parts[at + 1]):
                yield "order", lambda at=at: _swap(parts, at)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield "order", lambda: _swap_sides(node)


def _strings(node: ast.AST) -> Iterator[_Change]:
    """A string with its last character gone, or with more behind it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80:
        value = node.value
        if value:
            yield "string", lambda: setattr(node, "value", value[:-1])
        yield "string", lambda: setattr(node, "value", value + " -")


def _tests(node: ast.AST) -> Iterator[_Change]:
    """A condition turned round, `and` for `or`."""
    if isinstance(node, ast.If | ast.IfExp):
        test = node.test
        yield "test", lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), test))
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "test", lambda: setattr(node, "op", other)


def _numbers(node: ast.AST) -> Iterator[_Change]:
    if isinstance(node, ast.Constant) and type(node.value) in (int, bool):
        value = node.value
        new = (not value) if isinstance(value, bool) else value + 1
        yield "number", lambda: setattr(node, "value", new)


_FINDERS = (_dropped, _order, _strings, _tests, _numbers)


def _swap(parts: list[ast.expr], at: int) -> None:
    parts[at], parts[at + 1] = parts[at + 1], parts[at]


def _swap_sides(node: ast.BinOp) -> None:
    node.left, node.right = node.right, node.left


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) < 90 else f"{line[:87]}..."
