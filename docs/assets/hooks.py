"""For MkDocs: changes, contributing and security, which are beside docs/, are pages of the site."""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
_NAMED = re.compile(r"(?m)^(```\w+) ([\w./-]+)$")
_BLOCK = re.compile(r'<div class="[\w-]+ rtl highlight"')
_QUOTED = re.compile(r"«[^«»<>\n]*[\u0600-\u06ff][^«»<>\n]*»(?![^<]*</(?:code|span|title)>)")
_CODE_IN_TABLE = re.compile(r"(?<=\| )`[^`\n]*`(?= \|)")
_LINK = re.compile(rf"\]\(\.\./((?:\.\./)*(?:{'|'.join(BESIDE)}))")


def on_files(files: Any, config: Any) -> Any:
    """Adds the pages, with their links as seen from docs/."""
    from mkdocs.structure.files import File

    for name in BESIDE:
        text = (ROOT / name).read_text("utf-8").replace("](docs/", "](")
        files.append(File.generated(config, name, content=text))
    return files


def on_page_content(html: str, **_: Any) -> str:
    """Blocks of the class `rtl`, and Arabic quotations in English sentences, run right to left."""
    return _QUOTED.sub(r"<bdi>\g<0></bdi>", _BLOCK.sub(r'\g<0> dir="rtl"', html))


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Links to them are one folder shorter, `\\|` in the code of a table is a bar, and what is
    behind the language of a block is its title."""
    markdown = _NAMED.sub(r'\1 title="\2"', markdown)
    markdown = _CODE_IN_TABLE.sub(lambda code: code[0].replace("\\|", "|"), markdown)
    return _LINK.sub(r"](\1", markdown)
