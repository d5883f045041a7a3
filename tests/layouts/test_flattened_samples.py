"""The samples of all layouts, flattened by any tool and read as pages of no known publisher."""

from pathlib import Path

import pytest

import arnews
from flatteners import FLATTENERS

LAYOUTS = Path(arnews.layouts.__file__).parent
SAMPLES = sorted(LAYOUTS.glob("*/samples/*.json"))
#: A second article without a date or byline above it reads as a story inside the first.
GLUED = {"palms"}


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
def test_headlines_and_paragraphs_are_read_without_a_layout(sample, tool):
    if sample.stem in GLUED:
        pytest.xfail("a second article without a date")
    page = arnews.Page.from_json(sample.read_text("utf-8"))
    text = FLATTENERS[tool](html_of(sample))
    assert outline(arnews.parse(text, kind="text", layout="generic")) == outline(page)
