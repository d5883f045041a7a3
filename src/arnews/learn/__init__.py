"""Layouts learned from sample pages.

    learned = arnews.learn.learn([page, ...], name="gazette")
    Path("layout.toml").write_text(learned.text)

The generic layout reads every page, mostly right. What recurs on the pages is the site's: its
words, and the elements that it has its fields in. Read again with those, the pages show how the
site prints its fields and in which order. The result is a file for a person to read and mend: each
entry says on how many pages it rests.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from .. import CannotLearn, layouts
from ..input import source
from ..layouts import Layout
from ..layouts import elements as markup
from .check import Missing, check
from .elements import elements
from .fingerprints import fingerprints
from .order import order
from .sample import Sample
from .styles import styles
from .words import vocabulary
from .write import Findings, any_order, write, write_fixture

__all__ = ["FEWEST_PAGES", "MOST_PAGES", "Learned", "Missing", "check", "learn", "write_fixture"]

FEWEST_PAGES, MOST_PAGES = 3, 50  # what `arnews learn` takes
ROUNDS = 2


@frozen
class Learned:
    """A layout, and the text of its file."""

    layout: Layout
    text: str


def learn(
    pages: Sequence[str | bytes],
    *,
    name: str,
    kind: source.Kind | None = None,
    domains: tuple[str, ...] = (),
) -> Learned:
    """The layout of the site that `pages` come from; `name` is its id.

    All pages are of one kind, text or HTML; equal ones count once. The same pages in the same order
    give the same file. Raises what `arnews.parse` raises for a page, and `CannotLearn` if there are
    not from 3 to 50, or articles on fewer than 3.
    """
    text = write(_findings(_samples(pages, kind), name, domains))
    return Learned(layouts.loads(text), text)


def _samples(pages: Sequence[str | bytes], kind: source.Kind | None) -> list[Sample]:
    different = dict.fromkeys(pages)
    if not FEWEST_PAGES <= len(different) <= MOST_PAGES:
        raise CannotLearn(
            f"a layout is learned from {FEWEST_PAGES} to {MOST_PAGES} different pages of one site, "
            f"not from {len(different)}"
        )
    samples = [Sample.of(page, kind) for page in different]
    if len({sample.source.kind for sample in samples}) > 1:
        raise CannotLearn("some pages are text and some are HTML: learn a layout from each kind")
    return samples


def _findings(samples: Sequence[Sample], name: str, domains: tuple[str, ...]) -> Findings:
    """What the pages say of their site, each reading of them with what the one before has shown."""
    generic = layouts.get(layouts.GENERIC)
    _read(samples, generic)
    with_article = sum(bool(sample.page.articles) for sample in samples)
    if with_article < FEWEST_PAGES:
        raise CannotLearn(
            f"articles were found on {with_article} of the {len(samples)} pages, "
            f"{FEWEST_PAGES} at least are wanted: learn from pages that hold one article each"
        )
    kind = samples[0].source.kind
    words = vocabulary(samples)
    layout = words.layout(evolve(generic, id=name))
    _read(samples, layout)
    for _ in range(ROUNDS):
        found = elements(samples, words)
        selectors = {field: selector for field, (selector, _, _) in found.items()}
        if found:
            marked = markup.elements(selectors)
            _read(samples, evolve(layout, templates={kind: any_order(kind)}, markup=marked))
    places = order(samples, words)
    return Findings(
        name,
        len(samples),
        kind,
        words,
        places,
        styles(samples),
        found,
        fingerprints(samples, words, places),
        domains,
    )


def _read(samples: Sequence[Sample], layout: Layout) -> None:
    for sample in samples:
        sample.read(layout)
