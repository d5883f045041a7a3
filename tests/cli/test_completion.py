"""What a shell offers after a Tab, by argcomplete."""

import os
import subprocess
import sys
import tempfile

import pytest

from helpers.shell import command, environment

pytest.importorskip("argcomplete")


def offered(line, cwd):
    with tempfile.NamedTemporaryFile() as answers:
        asked = environment(
            _ARGCOMPLETE="1",
            _ARGCOMPLETE_STDOUT_FILENAME=answers.name,
            _ARGCOMPLETE_IFS="\n",
            COMP_LINE=line,
            COMP_POINT=str(len(line)),
            COMP_TYPE="9",
        )
        done = subprocess.run(command(), env=asked, cwd=cwd, capture_output=True, check=True)
        assert done.stdout == b""
        return {each.strip() for each in answers.read().decode().split("\n")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("arnews ", {"parse", "explain", "render", "learn", "check", "fixture"}),
        ("arnews parse --as ", {"json", "jsonl", "text", "markdown", "csv", "html", "fields"}),
        ("arnews parse --files", {"--files-from"}),
        ("arnews render --as r", {"readable"}),
        ("arnews parse --layout a", {"aawsat", "aljazeera", "alyaum", "anadolu", "a.toml"}),
        ("arnews parse ", {"a.html"}),
    ],
)
def test_completion(line, expected, tmp_path):
    for name in ("a.html", "a.toml"):
        (tmp_path / name).write_text("")
    assert expected <= offered(line, tmp_path)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(shell):
    program = "import argcomplete, sys; print(argcomplete.shellcode(['arnews'], shell=sys.argv[1]))"
    script = subprocess.check_output([sys.executable, "-c", program, shell], env=environment())
    assert b"arnews" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script, check=True, env={"PATH": os.environ["PATH"]})
