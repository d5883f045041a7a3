"""The documents are right: their files, names and links exist, and their code works."""

import subprocess
import sys
from pathlib import Path

import pytest
import regex

from helpers.fences import fences, run

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
#: What they say is about the code of arnews, not about files that a reader is to write.
ON_THE_CODE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "docs/how-it-works.md")]
#: Their code is held by tests of their own: `layouts/test_docs.py`, those of `learn` and of the
#: command line, and for testing.md below.
TESTED_ELSEWHERE = {"layouts.md", "learning.md", "testing.md", "command-line.md"}
RUN = [path for path in sorted(DOCS.glob("**/*.md")) if path.name not in TESTED_ELSEWHERE]
_FILE = regex.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|toml)|(?:[\w.-]+/)+)(?:: (\w+))?`")
_LINK = regex.compile(r"\]\(([\w./-]+)(?:#[\w-]+)?\)")


def candidates(name):
    """Where a file that a document calls `name` may be."""
    rooms = ("", "src/arnews", "src/arnews/labeling", "src/arnews/labeling/features")
    rooms = (*rooms, "src/arnews/layouts/generic")  # any layout.toml
    return [ROOT / room / name for room in rooms]


@pytest.mark.parametrize("document", ON_THE_CODE, ids=lambda path: path.name)
def test_every_file_and_name_exists(document):
    text = document.read_text("utf-8")
    for name, member in _FILE.findall(text):
        found = next((path for path in candidates(name) if path.exists()), None)
        assert found, f"{document.name}: there is no {name}"
        if member:
            code = found.read_text("utf-8")
            assert regex.search(rf"(?m)^(?:def|class) {member}\b|^{member}\b", code), (name, member)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document):
    for link in _LINK.findall(document.read_text("utf-8")):
        assert (document.parent / link).exists(), link


@pytest.mark.parametrize("document", RUN, ids=lambda path: str(path.relative_to(DOCS)))
def test_the_code_runs_and_does_what_the_document_says(document, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")  # of pages about a file of the repository
    run(document.read_text("utf-8"), tmp_path)


def test_examples_stand_in_the_documents_as_they_are():
    """Each script is a block of some how-to, which also shows what it prints."""
    scripts = {path.name: path.read_text("utf-8") for path in ROOT.glob("examples/*.py")}
    del scripts["parse_seed.py"]  # of `make demo`: it needs the repository
    titled = {
        fence.title: fence.text
        for document in RUN
        for fence in fences(document.read_text("utf-8"))
        if fence.title in scripts
    }
    assert titled == scripts


def test_the_tests_in_testing_md_are_those_of_the_example_and_of_a_layout(tmp_path):
    example, own = [fence.text for fence in fences((DOCS / "testing.md").read_text("utf-8"))]
    tests = (ROOT / "examples" / "downstream" / "test_picture_desk.py").read_text("utf-8")
    assert tests.endswith(example)

    (layout, *_) = [
        fence.text
        for fence in fences((DOCS / "layouts.md").read_text("utf-8"))
        if fence.language == "toml"
    ]
    (tmp_path / "layout.toml").write_text(layout, "utf-8")
    (tmp_path / "test_own.py").write_text(own, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


@pytest.mark.heavy
def test_the_site_is_built_without_a_warning(tmp_path):
    pytest.importorskip("mkdocstrings", reason='needs pip install "arnews[docs]"')
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True)
