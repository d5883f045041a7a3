"""The samples of the layouts: a page in the publisher's template, and what a reader finds on it.

The pages are invented, and their JSON was written by hand from reading them, never printed by
arnews. They lie beside the layouts, `layouts/<id>/samples/`: NAME.txt or NAME.html with NAME.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from importlib import resources
from importlib.resources.abc import Traversable

import pytest
from attrs import evolve, frozen

import arnews
from arnews import Page, layouts
from arnews.layouts import Layout
from helpers import known_failures
from helpers.laws import check_laws

PUBLISHERS = [made for made in layouts.all_layouts().values() if made.id != layouts.GENERIC]


@frozen
class Sample:
    """A printed page, and the same page as read by hand."""

    name: str
    printed: str
    page: Page

    @property
    def layout(self) -> Layout:
        return layouts.get(self.page.layout)


def _samples() -> Iterator[Sample]:
    folders = [each for each in resources.files("arnews.layouts").iterdir() if each.is_dir()]
    for folder in sorted(folders, key=lambda folder: folder.name):
        samples = folder / "samples"
        if samples.is_dir():
            files = {file.name: file for file in samples.iterdir()}
            yield from (
                _sample(folder.name, name, files) for name in sorted(files) if _is_json(name)
            )


def _is_json(name: str) -> bool:
    return name.endswith(".json")


def _sample(layout: str, name: str, files: dict[str, Traversable]) -> Sample:
    page = Page.from_json(files[name].read_bytes())
    stem = name.removesuffix(".json")
    printed = files[f"{stem}.{'html' if page.kind == 'html' else 'txt'}"]
    return Sample(f"{layout}/{stem}", printed.read_bytes().decode("utf-8"), page)


SAMPLES = list(_samples())
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@each_sample
def test_a_sample_reads_as_its_json_says(sample: Sample, request: pytest.FixtureRequest) -> None:
    known_failures.expect(request, "samples", sample.name)
    page = arnews.parse(sample.printed, layout=sample.layout)
    assert page == sample.page


@each_sample
def test_the_url_of_the_publisher_is_enough(sample: Sample, request: pytest.FixtureRequest) -> None:
    known_failures.expect(request, "samples", sample.name)
    site = f"https://www.{sample.layout.domains[0]}"
    url = f"{site}/a/1"
    until = sample.layout.until
    fetched_at = datetime.combine(until, time()) if until and "@" in sample.layout.id else None
    page = arnews.parse(sample.printed, url=url, fetched_at=fetched_at)
    absolute = sample.page.to_json().replace('"url": "/', f'"url": "{site}/')
    assert evolve(page, url=None) == Page.from_json(absolute)


def test_a_page_shows_its_version_where_its_day_is_not_known() -> None:
    (sample,) = (each for each in SAMPLES if each.name == "bbc/2009-water")
    page = arnews.parse(sample.printed, url="https://www.bbc.co.uk/arabic/1")
    assert (page.layout, page.articles) == ("bbc@2009", sample.page.articles)
    today = arnews.parse(sample.printed, url="https://www.cnnarabic.com/1")
    assert today.layout != "bbc@2009"


@each_sample
def test_the_layout_is_guessed_from_its_telltales(
    sample: Sample, request: pytest.FixtureRequest
) -> None:
    known_failures.expect(request, "telltales", sample.name)
    if not sample.layout.telltales:
        pytest.skip("the layout has no telltales")
    assert arnews.parse(sample.printed).layout == sample.page.layout


@each_sample
def test_a_sample_keeps_the_laws_of_any_page(sample: Sample) -> None:
    check_laws(arnews.parse(sample.printed, layout=sample.layout), sample.printed)


@each_sample
def test_text_comes_back_byte_for_byte(sample: Sample) -> None:
    if sample.page.kind == "html":
        pytest.skip("of HTML the values come back, and no chrome")
    assert arnews.render(sample.page, layout=sample.layout) == sample.printed


@each_sample
def test_what_is_printed_of_a_sample_reads_back(
    sample: Sample, request: pytest.FixtureRequest
) -> None:
    known_failures.expect(request, "samples", sample.name)
    kind = sample.page.kind
    assert arnews.can_print(sample.page, layout=sample.layout, form=kind) == ()
    printed = arnews.render(sample.page, layout=sample.layout, form=kind)
    assert arnews.parse(printed, layout=sample.layout, kind=kind) == sample.page


@pytest.mark.parametrize("layout", PUBLISHERS, ids=lambda layout: layout.id)
def test_every_layout_has_a_sample(layout: Layout) -> None:
    kinds = [sample.page.kind for sample in SAMPLES if sample.page.layout == layout.id]
    assert "text" in kinds
    assert layout.until or "@" not in layout.id


def test_every_layout_says_what_it_rests_on() -> None:
    assert all(layout.rests_on.strip() for layout in layouts.all_layouts().values())


def test_html_is_sampled() -> None:
    sampled = {sample.page.layout for sample in SAMPLES if sample.page.kind == "html"}
    assert sampled >= {"bbc", "bbc@2019", "alyaum"}


def test_known_failures_are_cases() -> None:
    for test in ("samples", "telltales"):
        known_failures.check_cases(test, [sample.name for sample in SAMPLES])


@each_sample
def test_a_sample_looks_like_a_page(sample: Sample) -> None:
    """A headline, paragraphs as long as a newsroom's, and no text twice in two samples."""
    first = sample.page.articles[0]
    assert first.headline
    lengths = [len(paragraph.text) for paragraph in first.paragraphs]
    assert len(lengths) >= 5
    assert all(100 <= length <= 400 for length in lengths)
