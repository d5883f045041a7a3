"""The files and names that the documents mention exist."""

from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
#: What they say is about the code of arnews, not about files that a reader is to write.
ON_THE_CODE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "docs/how-it-works.md")]
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
