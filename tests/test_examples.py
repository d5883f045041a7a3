"""The examples run with the wheel alone, in an empty folder, and print what the how-tos show."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from helpers.fences import fences

ROOT = Path(__file__).parent.parent
FENCES = [
    fence
    for document in sorted(ROOT.glob("docs/how-to/*.md"))
    for fence in fences(document.read_text("utf-8"))
]
#: What each script prints that needs arnews alone: the console block that calls it. Those that
#: need an extra are run with their documents.
PRINTED = {
    script.name: output
    for script in sorted(ROOT.glob("examples/*.py"))
    if 'pip install "arnews[' not in script.read_text("utf-8")
    for fence in FENCES
    if fence.language == "console"
    for command, _, output in [fence.text.partition("\n")]
    if command == f"$ python {script.name}"
}


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """The interpreter of an environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    return python


def test_there_are_eight():
    assert len(PRINTED) == 8


@pytest.mark.heavy
@pytest.mark.parametrize("name", PRINTED)
def test_an_example_prints_what_its_document_shows(name, python, tmp_path):
    script = tmp_path / name
    script.write_bytes((ROOT / "examples" / name).read_bytes())
    command = [python, "-I", "-X", "utf8", name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().strip() == PRINTED[name].strip()
