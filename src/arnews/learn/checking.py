"""Whether a layout still reads its site: fields that it no longer finds.

What a page should hold is told by three witnesses: the generic layout, which knows no site, with
what the page says of itself to machines, and the layout's own template, which prints some fields
on every page. A field is missing where a witness has it and the layout's reading does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from attrs import frozen

from .. import Article, layouts
from ..input import source
from ..layouts import Layout
from ..layouts.template import Node
from ..lexicon.words import fold_label
from .promises import always_printed, labels, promised
from .reading import Line, Sample

LOST = 0.25  # share of the pages that should have a field, from which on it is told as missing
MANY = 10  # pages, on one of which an announcement of related stories stands for sure
FEWER = 0.5  # of the text that the generic layout finds; less is a text lost
_CHECKED = (
    "headline",
    "kicker",
    "subtitle",
    "section",
    "byline",
    "published",
    "modified",
    "lead_image",
)

#: Fields that the generic layout seldom sees where they are not.
_RELIABLE = ("headline", "published", "modified", "text", "tags", "related")

#: Fields whose element has another name than they.
_MARKED: Mapping[str, str] = {
    "text": "paragraph",
    "tags": "tag",
    "related": "title",
    "lead_image": "caption",
}


@frozen
class Missing:
    """A field that the layout did not find on `pages` of the `of` pages that should have it.

    `element` is the layout's element for it, if it has one that stands on none of the pages; with
    no `pages`, other signs still tell the field. `label` is the word that announces it, if that is
    what the pages miss.
    """

    field: str
    pages: int
    of: int
    element: str | None = None
    label: str | None = None

    def __str__(self) -> str:
        if self.label:
            return f"{self.field}: no «{self.label}» on {self.pages} of {self.of} pages"
        if not self.pages:
            return f"{self.field}: found by other signs, but no page has {self.element}"
        told = f"{self.field}: not found on {self.pages} of {self.of} pages"
        return f"{told}; no page has {self.element}" if self.element else told


def check(
    layout: Layout,
    pages: Sequence[str | bytes],
    *,
    kind: source.Kind | None = None,
    share: float = LOST,
) -> tuple[Missing, ...]:
    """The fields that `layout` misses on at least `share` of the pages that should have them."""
    samples = [Sample.of(page, kind) for page in pages]
    template = layout.template(samples[0].source.kind) if samples else None
    always = always_printed(template) if template else set()
    wanted, got = [], []
    for sample in samples:
        sample.read(layouts.get(layouts.GENERIC))
        expected, lines = _expected(sample, template), sample.lines
        sample.read(layout)
        taken = _taken_otherwise(lines, sample.lines) - always
        wanted.append({name: size for name, size in expected.items() if name not in taken})
        got.append(_found(sample.page.articles))
    missing = []
    for name in (*_CHECKED, "text", "tags", "related"):
        should = [at for at, found in enumerate(wanted) if name in found]
        lost = [at for at in should if not _is_there(name, wanted[at], got[at])]
        element = _gone(layout, name, samples)
        if lost and len(lost) >= share * len(should):
            missing.append(Missing(name, len(lost), len(should), element))
        elif element and (name in always or name == "text"):
            missing.append(Missing(name, 0, len(should), element))
    return (*missing, *_labels_gone(layout, samples, share, {told.field for told in missing}))


def _taken_otherwise(generic: Sequence[Line], own: Sequence[Line]) -> set[str]:
    """The fields of the generic reading whose lines are all another field by the layout's."""
    fields = {line.text: line.field for line in own if line.field}
    found: dict[str, bool] = {}
    for line in generic:
        if line.field:
            taken = fields.get(line.text, line.field) != line.field
            found[line.field] = found.get(line.field, True) and taken
    return {name for name, taken in found.items() if taken}


def _labels_gone(
    layout: Layout, samples: Sequence[Sample], share: float, told: Set[str]
) -> Iterator[Missing]:
    """Fields whose label the pages miss, and related stories that nothing announces any more."""
    template = layout.template(samples[0].source.kind) if samples else None
    for word, name in labels(template) if template else ():
        without = sum(not _stands(word, sample) for sample in samples)
        if name not in told and without and without >= share * len(samples):
            yield Missing(name, without, len(samples), label=word)
    markers = layout.words.related
    stand = any(_stands(word, sample) for word in markers for sample in samples)
    if markers and not stand and "related" not in told and len(samples) >= MANY:
        yield Missing("related", len(samples), len(samples), label=" / ".join(markers))


def _stands(word: str, sample: Sample) -> bool:
    """Whether a line of the page is `word`, or begins with it."""
    wanted = fold_label(word)
    return any(line.key == wanted or line.text.startswith(word) for line in sample.lines)


def _expected(sample: Sample, template: Node | None) -> dict[str, int]:
    """What a page read by the generic layout should hold, by name, with its size."""
    places = promised(template) if template else set()
    places |= {"text"} | ({"tags"} if "tag" in places else set())
    places |= {"related"} if "title" in places else set()
    told = _found(sample.page.articles)
    found = {name: told[name] for name in _RELIABLE if name in told and name in places}
    always = always_printed(template) & set(_CHECKED) if template else set()
    return {**dict.fromkeys(sorted(always), 1), "text": 1, **found}


def _found(articles: Iterable[Article]) -> dict[str, int]:
    """The fields of all articles, each with its size."""
    found: dict[str, int] = {}
    for article in articles:
        sizes = {name: int(getattr(article, name) is not None) for name in _CHECKED}
        sizes |= {"text": len(article.text), "tags": len(article.tags)}
        sizes["related"] = len(article.related)
        for name, size in sizes.items():
            if size:
                found[name] = found.get(name, 0) + size
    return found


def _is_there(name: str, wanted: Mapping[str, int], got: Mapping[str, int]) -> bool:
    if name == "text":
        return got.get(name, 0) >= FEWER * wanted[name]
    return name in got


def _gone(layout: Layout, name: str, samples: Iterable[Sample]) -> str | None:
    """The element of a field, if it stands on no page of markup."""
    element = layout.markup.get(_MARKED.get(name, name))
    if element is None:
        return None
    marked = [sample for sample in samples if sample.page.kind == "html"]
    stand = {around for sample in marked for line in sample.lines for around in line.elements}
    for wanted in (element, *element.others):
        if any(tag == wanted.tag and set(wanted.classes) <= set(names) for tag, names in stand):
            return None
    return ".".join((element.tag, *element.classes)) if marked else None
