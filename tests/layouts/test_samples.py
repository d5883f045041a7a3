"""The samples of the layouts: a page in the publisher's template, and its JSON.

Each is invented text, and the JSON was written by hand from reading it, never printed by arnews.
They lie beside the layouts, `layouts/<id>/samples/`: NAME.txt or NAME.html with NAME.json. Those
that do not read right yet stand in `KNOWN`, with the reason.
"""

from __future__ import annotations

from datetime import datetime, time
from importlib import resources
from typing import Literal

import pytest
from attrs import evolve, frozen
from laws import check_laws

import arnews
from arnews import Page, layouts
from arnews.layouts import Layout

FOLDERS = [each for each in resources.files("arnews.layouts").iterdir() if each.is_dir()]
PUBLISHERS = [made for made in layouts.all_layouts().values() if made.id != layouts.GENERIC]

#: What is wrong with these, by sample: found, and not mended yet.
KNOWN: dict[str, str] = {}


@frozen
class Sample:
    """A printed page, and what a reader finds on it."""

    name: str
    printed: str
    page: Page

    @property
    def layout(self) -> Layout:
        return layouts.get(self.page.layout)


def _samples() -> list[Sample]:
    found = []
    for folder in FOLDERS:
        for file in sorted((folder / "samples").iterdir(), key=lambda file: file.name) if (
            folder / "samples"
        ).is_dir() else ():
            if file.name.endswith(".json"):
                page = Page.from_json(file.read_bytes())
                suffix = "html" if page.kind == "html" else "txt"
                name = file.name.removesuffix(".json")
                printed = (folder / "samples" / f"{name}.{suffix}").read_text("utf-8")
                found.append(Sample(f"{folder.name}/{name}", printed, page))
    return found


SAMPLES = _samples()


def _marked(samples: list[Sample], known: dict[str, str]) -> list[object]:
    return [
        pytest.param(
            sample,
            id=sample.name,
            marks=[pytest.mark.xfail(strict=True, reason=known[sample.name])]
            if sample.name in known
            else [],
        )
        for sample in samples
    ]


each_sample = pytest.mark.parametrize("sample", _marked(SAMPLES, KNOWN))
