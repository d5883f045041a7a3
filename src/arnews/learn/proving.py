"""What was learned is tried on the pages that it was learned from, and what harms is left out.

Pages tell something of how they should be read, whatever the layout: what they say to machines, a
site's title that names the headline, sentences, which belong to some field, and lines that recur,
which belong to none. Where the pages speak more against the reading by the learned layout than
against that by the generic one, entries are left out, one by one, until they do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, evolve

from .. import layouts
from ..layouts import Layout
from .reading import Sample
from .words import Vocabulary
from .writing import Findings, written

TOP = 40  # lines among which the headline stands that a site's title names
SHORTEST_TITLE = 15
_NO_TEXT = (None, "section", "kicker", "byline", "published", "modified", "tag", "marker")
_TABLES = ("interface", "related", "elsewhere", "tags", "sections")


def proved(found: Findings, samples: Sequence[Sample]) -> Findings:
    """`found` without the entries that make the reading of `samples` worse than the generic one."""
    return _Proving(samples, found.words).proved(found)


@define
class _Proving:
    samples: Sequence[Sample]
    words: Vocabulary

    def proved(self, found: Findings) -> Findings:
        generic = self.objections(layouts.get(layouts.GENERIC))
        harm = self.harm(found, generic)
        while harm:
            tried = [(self.harm(less, generic), less) for less in _with_less(found)]
            least, better = min(tried, key=lambda each: each[0].total(), default=(harm, found))
            if least.total() >= harm.total():
                break
            harm, found = least, better
        return found

    def harm(self, found: Findings, generic: Counter[str]) -> Counter[str]:
        """By field, what speaks against the reading by what was found, beyond what speaks against
        the generic one."""
        return self.objections(layouts.loads(written(found))) - generic

    def objections(self, layout: Layout) -> Counter[str]:
        """What speaks against the reading of the pages by `layout`, by field."""
        told: Counter[str] = Counter()
        for sample in self.samples:
            sample.read(layout)
            told.update(self._objections(sample))
        return told

    def _objections(self, sample: Sample) -> Iterator[str]:
        fixed, sections = self.words.fixed, self.words.section_keys
        articles = sample.page.articles
        yield from (warning.split()[0] for warning in _disagreements(sample))
        named = _named_headline(sample)
        if not articles or (named and articles[0].headline != named):
            yield "headline"
        yield from ("article" for _ in articles[1:])
        for line in sample.lines:
            if line.is_sentence and line.field in _NO_TEXT and line.key not in fixed:
                yield "text"
            elif line.field not in (None, "section", "marker") and line.key in fixed - sections:
                yield str(line.field)


def _disagreements(sample: Sample) -> Iterator[str]:
    return (told for told in sample.page.warnings if ", in the metadata " in told)


def _named_headline(sample: Sample) -> str | None:
    """The line near the top that the first line holds with more around it: «Site - Headline»."""
    first, *rest = [line.text for line in sample.lines if line.text][:TOP] or [""]
    named = (text for text in rest if len(text) >= SHORTEST_TITLE and text != first)
    return next((text for text in named if first.endswith(text) or first.startswith(text)), None)


def _with_less(found: Findings) -> Iterator[Findings]:
    """`found` without one entry, for each; without the order of the fields last."""
    for table in _TABLES:
        for word in getattr(found.words, table):
            yield _less(found, f"{table} «{word}»", words=found.words.without(table, word))
    for field, (selector, *_) in found.markup.items():
        rest = {name: told for name, told in found.markup.items() if name != field}
        yield _less(found, f"markup {field} = {selector}", markup=rest)
    if found.order is not None:
        yield _less(found, "the order of the fields", order=None)


def _less(found: Findings, entry: str, **changes: Any) -> Findings:
    return evolve(found, left_out=(*found.left_out, entry), **changes)
