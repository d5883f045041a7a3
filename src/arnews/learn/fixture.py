"""Samples for a layout's folder: a page, and what it says for a person to mend."""

from __future__ import annotations

import json
from pathlib import Path

from .. import CannotPrint, Page, parse, render
from ..input import source
from ..layouts import Layout

_SUFFIXES = {"text": ".txt", "html": ".html"}


def write_fixture(
    data: bytes,
    layout: Layout,
    folder: Path,
    name: str,
    *,
    kind: source.Kind | None = None,
    url: str | None = None,
) -> tuple[Path, Path]:
    """Writes a page and its JSON as the sample `name` into `folder`, and returns both paths.

    The JSON says what arnews reads; a person has to correct it before it is a test. It also says
    `"printed": false` if the layout does not print the page as it is. Text is kept in UTF-8,
    HTML as it came. Raises `FileExistsError` for a sample that is there already.
    """
    read = source.read(data, kind=kind)
    page = parse(data, kind=read.kind, layout=layout, url=url)
    content = json.loads(page.to_json())
    del content["metadata"]  # what the page states is not read by the layout
    if read.kind == "text" and not _is_printed(page, layout, read.text):
        content["printed"] = False
    paths = folder / f"{name}{_SUFFIXES[read.kind]}", folder / f"{name}.json"
    for path in paths:
        if path.exists():
            raise FileExistsError(17, "there is a sample of this name already", str(path))
    folder.mkdir(parents=True, exist_ok=True)
    paths[0].write_bytes(data if read.kind == "html" else read.text.encode())
    paths[1].write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return paths


def _is_printed(page: Page, layout: Layout, text: str) -> bool:
    try:
        return render(page, layout=layout) == text
    except CannotPrint:
        return False
