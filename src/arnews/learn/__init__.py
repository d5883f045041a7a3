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

from collections.abc import Mapping, Sequence

from attrs import define, evolve, frozen

from .. import CannotLearn, layouts
from ..input import source
from ..judging import Judge
from ..layouts import Layout
from ..layouts.elements import elements
from .checking import Missing, check
from .fitting import Fitting
from .fixtures import write_fixture
from .markup import selectors
from .order import order
from .proving import proved
from .reading import Sample
from .rows import Parts, parts_of, rows, words_above
from .settling import settled
from .styles import styles
from .telltales import telltales
from .words import Vocabulary, vocabulary
from .writing import Findings, any_order, ordered, written

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

    All pages are of one kind, text or HTML; equal ones count once. The same pages in the same order
    give the same file. Raises what `arnews.parse` raises for a page, and `CannotLearn` if there are
    not from 3 to 50, or articles on fewer than 3.
    """
    different = dict.fromkeys(pages)
    if not FEWEST_PAGES <= len(different) <= MOST_PAGES:
        raise CannotLearn(
            f"a layout is learned from {FEWEST_PAGES} to {MOST_PAGES} different pages of one site, "
            f"not from {len(different)}"
        )
    samples = [Sample.of(page, kind) for page in different]
    if len({sample.source.kind for sample in samples}) > 1:
        raise CannotLearn("some pages are text and some are HTML: learn a layout from each kind")
    return _Learning(samples, name, domains).learned()


@define
class _Learning:
    """One run of learning: the samples, and what was learned of them so far."""

    samples: list[Sample]
    name: str
    domains: tuple[str, ...]

    def learned(self) -> Learned:
        generic = layouts.get(layouts.GENERIC)
        self.read(generic)
        with_article = sum(bool(sample.page.articles) for sample in self.samples)
        if with_article < FEWEST_PAGES:
            raise CannotLearn(
                f"articles were found on {with_article} of the {len(self.samples)} pages, "
                f"{FEWEST_PAGES} at least are wanted: learn from pages that hold one article each"
            )
        words = vocabulary(self.samples)
        base = words.layout(generic)
        self.read(base)
        markup = selectors(self.samples, self.articles(words), words)
        kind = self.samples[0].source.kind
        if markup:
            told = {field: selector for field, (selector, _, _) in markup.items()}
            loose: dict[str, Mapping[str, str]] = {kind: any_order(kind)}
            self.read(evolve(base, id=self.name, templates=loose, markup=elements(told)))
        for _ in range(ROUNDS):
            found = self.findings(words)
            self.read(layouts.loads(written(found)))
        found = proved(self.fitted(self.findings(words)), self.samples)
        text = written(found)
        return Learned(layouts.loads(text), text)

    def fitted(self, found: Findings) -> Findings:
        """`found` with the order by which the pages are read at the least cost."""
        order, words = found.order, found.words
        if order is None or not order.articles:
            return found
        pages = [sample.source for sample in self.samples]
        judge = Judge.of(pages, layouts.loads(written(found)))
        fitting = Fitting(
            lambda order: sum(judge.costs(ordered(order, words))),
            len(pages),
            words_above(self.samples, words),
        )
        self.read(layouts.loads(written(evolve(found, order=fitting.fitted(order)))))
        return self.findings(words, settle=False)

    def read(self, layout: Layout) -> None:
        for sample in self.samples:
            sample.read(layout)

    def articles(self, words: Vocabulary) -> list[Parts]:
        return settled(rows(self.samples, words), words)

    def findings(self, words: Vocabulary, settle: bool = True) -> Findings:
        """All that the pages tell by the reading so far."""
        parts = self.articles(words) if settle else [parts_of(r) for r in rows(self.samples, words)]
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
