"""tests/interface.txt: the public interface, as the code writes it.

`python tests/helpers/interface.py` writes it; `test_interface.py` holds it there. A name that
disappears or changes in it needs an entry in the changelog, see the versions in CONTRIBUTING.md.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import arnews

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FILE = Path(__file__).parents[1] / "interface.txt"
#: What programs import. All other modules are arnews's own and may change at any time.
MODULES = (
    "arnews",
    "arnews.batch",
    "arnews.batch.datatrove",
    "arnews.batch.filters",
    "arnews.batch.ray",
    "arnews.batch.run",
    "arnews.batch.spark",
    "arnews.batch.workers",
    "arnews.fields.byline",
    "arnews.fields.credit",
    "arnews.fields.date",
    "arnews.fields.dateline",
    "arnews.inspector",
    "arnews.layouts",
    "arnews.learn",
    "arnews.scrapy",
    "arnews.scrapy.page_objects",
    "arnews.scrapy.pipeline",
    "arnews.scrapy.zyte",
    "arnews.testing",
)
#: Those that need what few install: read as files, since nothing can import them.
OF_EXTRAS = ("arnews.batch.datatrove", "arnews.batch.ray", "arnews.batch.spark", "arnews.scrapy.")


def listing() -> str:
    """The text of tests/interface.txt."""
    return "".join(f"{line}\n" for module in MODULES for line in _module(module))


def _module(name: str) -> Iterator[str]:
    if name.startswith(OF_EXTRAS):
        yield from _file(name)
        return
    module = arnews.fields.dateline if name.endswith(".dateline") else importlib.import_module(name)
    yield name
    for public in getattr(module, "__all__", ("format", "parse")):
        yield from (f"    {line}" for line in _thing(public, getattr(module, public)))
    yield ""


def _file(name: str) -> Iterator[str]:
    """The lines of a module of which all that is public is defined in its own file."""
    path = Path(arnews.__file__).parent.joinpath(*name.split(".")[1:]).with_suffix(".py")
    yield name
    public: list[str] = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            public = ast.literal_eval(node.value)
        elif isinstance(node, ast.ClassDef) and node.name in public:
            yield from (f"    {line}" for line in _class(node))
        elif isinstance(node, ast.FunctionDef) and node.name in public:
            yield f"    {_function(node)}"
    yield ""


def _thing(name: str, thing: object) -> Iterator[str]:
    """The lines of a name: as the code has it, less what begins with `_` and the docstrings.

    Of a value, such as a table of styles or what Hypothesis makes, it is the name alone.
    """
    thing = inspect.unwrap(thing) if callable(thing) else thing
    if inspect.ismodule(thing):
        yield f"module {name}"
    elif inspect.isclass(thing):
        yield from _class(ast.parse(inspect.getsource(thing)).body[0])
    elif inspect.isfunction(thing) and Path(thing.__code__.co_filename).is_file():
        yield _function(ast.parse(inspect.getsource(thing)).body[0])
    else:
        yield f"value {name}"


def _class(node: ast.stmt) -> Iterator[str]:
    assert isinstance(node, ast.ClassDef)
    yield f"class {node.name}({', '.join(map(ast.unparse, node.bases))})".removesuffix("()")
    for member in node.body:
        if isinstance(member, ast.AnnAssign) and not _is_private(ast.unparse(member.target)):
            yield f"    {ast.unparse(member)}"
        elif isinstance(member, _FUNCTIONS) and not _is_private(member.name):
            decorators = (f"@{ast.unparse(each)} " for each in member.decorator_list)
            yield f"    {''.join(decorators)}{_function(member)}"


def _function(node: ast.stmt) -> str:
    assert isinstance(node, _FUNCTIONS)
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    waits = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    return f"{waits}def {node.name}({ast.unparse(node.args)}){result}"


def _is_private(name: str) -> bool:
    return name.startswith("_") and name != "__init__"


if __name__ == "__main__":
    FILE.write_text(listing(), "utf-8")
