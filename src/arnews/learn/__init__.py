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

from attrs import define, evolve, frozen

from .. import layouts, source
from ..layouts import Layout
from ..layouts.markup import elements
from .checking import Missing, check
from .fixtures import write_fixture
from .markup import selectors
from .order import Parts, order, rows
from .reading import Sample
from .settling import settled
from .styles import styles
from .telltales import telltales
from .words import Vocabulary, vocabulary
from .writing import Findings, written

__all__ = ["FEWEST_PAGES", "MOST_PAGES", "Learned", "Missing", "check", "learn", "write_fixture"]

FEWEST_PAGES, MOST_PAGES = 3, 50  # what `arnews learn` takes
ROUNDS = 2  # of reading by what was learned, and learning again


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

    All pages are of one kind, text or HTML. The same pages in the same order give the same file.
    Raises what `arnews.parse` raises for a page, and `BadLayout` if the pages hold no article.
    """
    learning = _Learning([Sample.of(page, kind) for page in pages], name, domains)
    return learning.learned()


@define
class _Learning:
    """One run of learning: the samples, and what was learned of them so far."""

    samples: list[Sample]
    name: str
    domains: tuple[str, ...]

    def learned(self) -> Learned:
        generic = layouts.get(layouts.GENERIC)
        self.read(generic)
        words = vocabulary(self.samples)
        base = words.layout(generic)
        self.read(base)
        markup = selectors(self.samples, self.articles(words), words)
        if markup:
            told = {field: selector for field, (selector, _, _) in markup.items()}
            self.read(evolve(base, markup=elements(told)))
        for _ in range(ROUNDS):
            text = written(self.findings(words))
            layout = layouts.loads(text)
            self.read(layout)
        return Learned(layout, text)

    def read(self, layout: Layout) -> None:
        for sample in self.samples:
            sample.read(layout)

    def articles(self, words: Vocabulary) -> list[Parts]:
        return settled(rows(self.samples, words), words)

    def findings(self, words: Vocabulary) -> Findings:
        """All that the pages tell by the reading so far."""
        parts = self.articles(words)
        told = order(parts)
        return Findings(
            self.name,
            len(self.samples),
            self.samples[0].source.kind,
            words,
            told,
            styles(self.samples),
            selectors(self.samples, parts, words),
            telltales(self.samples, words, told),
            self.domains,
        )
