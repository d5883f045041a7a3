"""The laws in brief, in one process: how many pages fail a law, and how many are refused.

Prints `failed refused drawn`, and the first failures. Nothing is left to chance: the same code
gives the same numbers.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import arnews
from arnews import testing
from arnews.fields import byline, credit, date, dateline
from helpers.field_samples import CREDITS
from helpers.laws import check_laws, check_printed

PAGES = 8  # a layout and form
VALUES = 60  # a field
SEED = Path(__file__).parents[2] / "seeds" / "000_08a769a62f779457.txt"

_settings = settings(
    max_examples=PAGES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
counts: Counter[str] = Counter()
first: list[str] = []


def held(law: str, check: Callable[[], object]) -> None:
    """Counts a failure of `law` if `check` raises anything."""
    try:
        check()
    except Exception as error:
        counts["failed"] += 1
        first.append(f"{law}: {type(error).__name__} {str(error)[:80]}")


def pages() -> None:
    """Laws 1 to 4, 6 and 7 over the pages of every layout."""
    for name, layout in arnews.layouts.all_layouts().items():
        for form in ("text", "html"):
            if layout.template(form):
                held(f"pages of {name}, {form}", lambda name=name, form=form: _pages(name, form))


def _pages(name: str, form: str) -> None:
    @_settings
    @given(testing.pages_in(name, form))
    def each(page: arnews.Page) -> None:
        counts["drawn"] += 1
        if arnews.can_print(page, layout=name, form=form):
            counts["refused"] += 1
        else:
            held(f"printed by {name}, {form}", lambda: check_printed(page, name, form))

    each()


def seed() -> None:
    """Law 4 over the seed: byte for byte."""
    text = SEED.read_text("utf-8")
    page = arnews.parse(text)
    check_laws(page, text)
    assert arnews.render(page) == text


def samples() -> None:
    """Pages as publishers print them, and as people read them."""
    for layout in resources.files("arnews.layouts").iterdir():
        folder = layout / "samples"
        for file in folder.iterdir() if folder.is_dir() else ():
            if file.name.endswith(".json"):
                held(f"sample {layout.name}/{file.name}", lambda f=file: _sample(f))


def _sample(file: Traversable) -> None:
    page = arnews.Page.from_json(file.read_bytes())
    ending = "html" if page.kind == "html" else "txt"
    printed = Path(str(file)).with_suffix(f".{ending}").read_bytes().decode("utf-8")
    assert arnews.parse(printed, layout=page.layout, kind=page.kind).articles == page.articles
    if page.kind == "text":
        assert arnews.render(page) == printed


def fields() -> None:
    """Law 8, and the samples."""
    _fields(testing.bylines, byline, lambda text: byline.parse(text))
    _fields(testing.datelines, dateline, lambda text: dateline.parse(f"{text}قال مسؤول في المدينة"))
    _fields(testing.moments, date, lambda text: date.parse(text))

    @settings(_settings, max_examples=VALUES)
    @given(testing.caption_lines, st.sampled_from(sorted(credit.STYLES)))
    def lines(value: credit.CaptionLine, style: str) -> None:
        assert credit.parse(credit.format(value, style)) == value

    held("captions", lines)
    for text, expected in CREDITS:
        held("samples of credits", lambda t=text, e=expected: _same(credit.parse(t), e))


def _fields(values, module, parse) -> None:
    @settings(_settings, max_examples=VALUES)
    @given(values, st.sampled_from(sorted(module.STYLES)))
    def each(value, style) -> None:
        printed = module.format(value, style)
        if module is dateline and len(printed) >= dateline.LONGEST:
            return
        assert parse(printed) == evolve(value, raw=printed)

    held(module.__name__, each)


def _same(one: object, other: object) -> None:
    assert one == other


if __name__ == "__main__":
    held("the seed", seed)
    samples()
    held("fields", fields)
    pages()
    print(counts["failed"], counts["refused"], counts["drawn"])
    print("\n".join(first[:3]), file=sys.stderr)
