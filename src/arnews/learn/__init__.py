"""Layouts learned from sample pages.

    learned = arnews.learn.learn([page, ...], name="gazette")
    Path("layout.toml").write_text(learned.text)

Theory of operation. The generic layout reads every page, right for the most part. What recurs on
the pages is the site's: its words. Read again with those, the fields are surer, and their order,
held side by side over all pages, is the template. Read once more by that, what was misread on a few
pages falls into place. What rests on too few pages is left out. The result is a file for a person
to read and mend.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from .. import layouts, source
from ..layouts import Layout
from ..layouts.markup import elements
from .markup import selectors
from .order import order, rows
from .reading import Sample
from .settling import settled
from .words import vocabulary
from .writing import Findings, written

__all__ = ["Learned", "learn"]

ROUNDS = 3


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
    """The layout of the site that `pages` come from; `name` is its id."""
    samples = [Sample.of(page, kind) for page in pages]
    generic = layouts.get(layouts.GENERIC)
    for sample in samples:
        sample.read(generic)
    words = vocabulary(samples)
    made = words.layout(generic)
    found = None
    for _ in range(ROUNDS):
        for sample in samples:
            sample.read(made)
        parts = settled(rows(samples, words), words)
        markup = selectors(samples, parts, words)
        if found is None and markup:
            found, made = True, evolve(made, markup=elements({k: v[0] for k, v in markup.items()}))
            continue
        text = written(
            Findings(
                name,
                len(samples),
                samples[0].source.kind,
                words,
                order(parts),
                styles={},
                markup=markup,
            )
        )
        made = layouts.loads(text)
    return Learned(made, text)
