"""What README says can be typed as it stands: the example, and the commands on a page."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import regex

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
EXAMPLE = regex.search(r"(?s)```python\n(.*?)```", README)[1]
ON_A_PAGE = [
    [word.strip("`") for word in command.split()]
    for command in regex.findall(r"(?m)^\$ arnews (.*? page\.html)", README)
]


def test_each_value_is_the_one_beside_it():
    names = {}
    lines = EXAMPLE.splitlines()
    seen = 0
    for statement in ast.parse(EXAMPLE).body:
        if not isinstance(statement, ast.Expr):
            exec(compile(ast.Module([statement], []), "README.md", "exec"), names)
            continue
        value = eval(compile(ast.Expression(statement.value), "README.md", "eval"), names)
        assert repr(value) == lines[statement.end_lineno - 1].partition("  # ")[2]
        seen += 1
    assert seen > 4


def test_the_example_is_ten_lines_of_code():
    assert len(ast.parse(EXAMPLE).body) <= 10


@pytest.mark.parametrize("command", ON_A_PAGE, ids=" ".join)
def test_the_commands_read_a_page(command, tmp_path):
    names = {}
    exec(EXAMPLE, names)
    (tmp_path / "page.html").write_text(names["html"], "utf-8")
    program = [sys.executable, "-X", "utf8", "-c", "from arnews.cli import main; main()", *command]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert names["article"].headline in done.stdout
