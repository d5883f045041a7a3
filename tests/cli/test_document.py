"""docs/command-line.md: its commands print what it shows."""

import os
import stat
import subprocess
import sys

import pytest
import regex

from helpers import site
from helpers.shell import ROOT, environment

DOCUMENT = ROOT / "docs" / "command-line.md"
_PAGE = regex.compile(r"(?ms)^```html (\S+)\n(.*?)^```$")
_CONSOLE = regex.compile(r"(?ms)^```console\n(.*?)^```$")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What the document says is there, and `arnews` on the path."""
    folder = tmp_path_factory.mktemp("console")
    ((name, page),) = _PAGE.findall(DOCUMENT.read_text("utf-8"))
    (folder / name).write_text(page, "utf-8")
    for inner in ("pages", "tonight", "bin"):
        (folder / inner).mkdir()
    for number in range(8):
        page = site.html(number)
        (folder / "pages" / f"page{number}.html").write_text(page, "utf-8")
        changed = page.replace("d-dd", "moved").replace(site.day(number), "")
        (folder / "tonight" / f"page{number}.html").write_text(changed, "utf-8")
    program = folder / "bin" / "arnews"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m arnews "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder


def printed(block, folder):
    """The commands of a block, each followed by what it prints now."""
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    for line in block.splitlines():
        if line.startswith("$ "):
            done = subprocess.run(
                ["sh", "-c", line[2:]],
                cwd=folder,
                env=environment(PATH=path, LC_ALL="C.UTF-8"),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            yield f"{line}\n{done.stdout.decode()}"


def test_every_command_prints_what_the_document_shows(folder):
    blocks = _CONSOLE.findall(DOCUMENT.read_text("utf-8"))
    assert len(blocks) > 8
    for block in blocks:
        assert "".join(printed(block, folder)) == block


def test_every_command_has_an_example():
    text = "".join(_CONSOLE.findall(DOCUMENT.read_text("utf-8")))
    for name in ("parse", "explain", "render", "learn", "check", "fixture"):
        assert f"$ arnews {name} " in text
