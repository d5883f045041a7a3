"""Layouts of publishers that do not exist, unlike the shipped ones, written from docs/layouts.md.

Each is under 40 lines; its sample, written and read by hand, comes back, and so do pages that are
drawn from its template.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

import arnews
from arnews import Page, layouts, testing
from helpers.laws import check_printed
from helpers.sampling import sample

FOLDER = Path(__file__).with_name("made_up")
SAMPLES = sorted(FOLDER.glob("*/samples/*.txt"))
each_sample = pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
PAGES = 40
MOST_REFUSED = 0.10


@each_sample
def test_a_sample_comes_back(file: Path) -> None:
    layout = layouts.load(file.parents[1] / "layout.toml")
    printed = file.read_bytes().decode("utf-8")
    page = Page.from_json(file.with_suffix(".json").read_bytes())
    assert arnews.parse(printed, layout=layout) == page
    assert arnews.render(page, layout=layout) == printed
    assert arnews.can_print(page, layout=layout) == ()


@each_sample
def test_a_layout_is_short(file: Path) -> None:
    assert len((file.parents[1] / "layout.toml").read_text("utf-8").splitlines()) < 40


@pytest.mark.parametrize("form", ["text", "html"])
@each_sample
def test_pages_in_it_read_back(file: Path, form: Literal["text", "html"]) -> None:
    layout = layouts.load(file.parents[1] / "layout.toml")
    refused = 0
    for page in sample(testing.pages_in(layout, form), PAGES):
        if arnews.can_print(page, layout=layout, form=form):
            refused += 1
        else:
            check_printed(page, layout, form)
    assert refused <= MOST_REFUSED * PAGES


@pytest.mark.parametrize(
    "rule",
    [
        "headline ␣99999999999 paragraph",
        "headline{999999999,⏎} paragraph",
        "headline{900,⏎}{900,⏎} paragraph",
        "headline" + " kicker" * 20_000,
        "byline#99999999999999999999 paragraph",
        "headline#0 paragraph",
        "<" + "9" * 500 + "> headline",
        "(" * 5_000 + "headline" + ")" * 5_000,
    ],
)
def test_endless_templates_are_refused(rule: str) -> None:
    with pytest.raises(arnews.BadLayout):
        layouts.loads(f'id = "x"\n[text]\npage = "article"\narticle = "{rule}"')


def test_a_file_that_nobody_could_read_is_refused() -> None:
    with pytest.raises(arnews.BadLayout, match="200,000 characters"):
        layouts.loads(f"# {'x' * 200_000}")


def test_a_message_quotes_no_endless_selector() -> None:
    markup = '[text]\npage = "headline"\n[markup]\nheadline = "{}"'
    with pytest.raises(arnews.BadLayout, match="a tag with classes") as told:
        layouts.loads('id = "x"\n' + markup.format("div " * 10_000))
    assert len(str(told.value)) < 200


def test_rules_that_double_are_refused() -> None:
    doubled = "\n".join(f'r{chr(97 + i)} = "r{chr(98 + i)} r{chr(98 + i)}"' for i in range(25))
    with pytest.raises(arnews.BadLayout, match="parts"):
        layouts.loads(
            f'id = "x"\n[text]\npage = "article"\narticle = "ra"\n{doubled}\nrz = "headline"'
        )
