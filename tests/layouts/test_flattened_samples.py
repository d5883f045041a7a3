"""The samples of all layouts, flattened by any tool and read as pages of no known publisher."""

from pathlib import Path

import pytest

import arnews
from helpers import known_failures
from helpers.flatteners import FLATTENERS

LAYOUTS = Path(arnews.layouts.__file__).parent
SAMPLES = sorted(LAYOUTS.glob("*/samples/*.json"))


def html_of(sample: Path) -> str:
    """The sample itself if it is HTML, else its page in its publisher's HTML."""
    own = sample.with_suffix(".html")
    if own.exists():
        return own.read_text("utf-8")
    return arnews.render(arnews.Page.from_json(sample.read_text("utf-8")), form="html")


def outline(page: arnews.Page) -> list[tuple[str | None, list[str]]]:
    """Headlines and paragraphs; blanks as they may be flattened."""
    return [
        (article.headline, [" ".join(one.text.split()) for one in article.paragraphs])
        for article in page.articles
    ]


@pytest.mark.parametrize("tool", FLATTENERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_headlines_and_paragraphs_are_read_without_a_layout(sample, tool, request):
    known_failures.expect(request, "flattened_samples", f"{sample.stem} by {tool}")
    page = arnews.Page.from_json(sample.read_text("utf-8"))
    text = FLATTENERS[tool](html_of(sample))
    assert outline(arnews.parse(text, kind="text", layout="generic")) == outline(page)


def test_known_failures_are_cases():
    cases = [f"{sample.stem} by {tool}" for sample in SAMPLES for tool in FLATTENERS]
    known_failures.check_cases("flattened_samples", cases)
