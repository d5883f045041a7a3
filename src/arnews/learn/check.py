"""Whether a layout still reads its site: fields that it no longer finds.

What a page should hold is said by three witnesses: the generic layout, which knows no site, with
what the page states to machines, and the layout's own template, which prints some fields on every
page. A field is missing where a witness has it and the layout's reading does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from attrs import frozen

from .. import Article, UnknownLayout, layouts
from ..input import source
from ..layouts import Layout
from ..layouts.elements import Element, element, selector
from ..layouts.template import Choice, Field, Gap, Literal, Loop, Maybe, Node, Price, Scope
from ..layouts.template import Sequence as Parts
from ..lexicon.words import fold_label
from .sample import Line, Sample

LOST = 0.25  # share of the pages that should have a field, from which on it is called missing
MANY = 10  # pages; one of so many announces related stories for sure
FEWER = 0.5  # of the text that the generic layout finds; less is a text lost
_CHECKED = (
    *("headline", "kicker", "subtitle", "section"),
    *("byline", "published", "modified", "lead_image"),
)
#: Fields that the generic layout seldom sees where they are not.
_RELIABLE = ("headline", "published", "modified", "text", "tags", "related")
#: Fields that have another name in templates and `[markup]`.
_NAMES = {"text": "paragraph", "tags": "tag", "related": "title", "lead_image": "caption"}
_PARTS = frozenset({"item", "see_also", "figure"})  # of a page; what they print may be absent


@frozen
class Missing:
    """A field that the layout did not find on `pages` of the `of` pages that should have it.

    `element` is the layout's element for it, if it has one that none of the pages has; with no
    `pages`, the field is found without it. `label` is the word that announces the field, if
    that is what the pages miss.
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
        message = f"{self.field}: not found on {self.pages} of {self.of} pages"
        return f"{message}; no page has {self.element}" if self.element else message


def check(
    layout: Layout,
    pages: Sequence[str | bytes],
    *,
    kind: source.Kind | None = None,
    share: float = LOST,
) -> tuple[Missing, ...]:
    """The fields that `layout` misses on at least `share` of the pages that should have them.

    Raises what `arnews.parse` raises for a page.
    """
    samples = [Sample.of(page, kind) for page in pages]
    if not samples:
        return ()
    template = layout.template(samples[0].source.kind)
    if template is None:
        raise UnknownLayout(f"layout `{layout.id}` has no template for {samples[0].source.kind}")
    places, always = _printed(template, always=False), _printed(template, always=True)
    both = [_wanted_and_got(each, layout, places, always) for each in samples]
    around = _elements_around(samples)
    missing = []
    for name in (*_CHECKED, "text", "tags", "related"):
        should = [(wanted, got) for wanted, got in both if name in wanted]
        lost = sum(not _is_there(name, wanted, got) for wanted, got in should)
        gone = _gone(layout.markup.get(_NAMES.get(name, name)), around)
        if lost and lost >= share * len(should):
            missing.append(Missing(name, lost, len(should), gone))
        elif gone and (name in always or name == "text"):
            missing.append(Missing(name, 0, len(should), gone))
    named = {each.field for each in missing}
    return (*missing, *_labels_gone(layout, template, samples, share, named))


_Sizes = Mapping[str, int]  # of fields by name


def _wanted_and_got(
    sample: Sample, layout: Layout, places: Set[str], always: Set[str]
) -> tuple[_Sizes, _Sizes]:
    """The fields that a page should hold, and those that `layout` finds, each with its size.

    Its template has `places`, and prints those that are `always` there.
    """
    sample.read(layouts.get(layouts.GENERIC))
    found, lines = _sizes(sample.page.articles), sample.lines
    reliable = [n for n in _RELIABLE if n in found and _NAMES.get(n, n) in {*places, "paragraph"}]
    wanted = dict.fromkeys(sorted(always & {*_CHECKED}), 1)
    wanted |= {"text": 1, **{name: found[name] for name in reliable}}
    sample.read(layout)
    other = _read_otherwise(lines, sample.lines) - always
    got = _sizes(sample.page.articles)
    return {name: size for name, size in wanted.items() if name not in other}, got


def _read_otherwise(generic: Sequence[Line], own: Sequence[Line]) -> set[str]:
    """The fields of the generic reading whose lines are all another field by the layout's."""
    fields = {line.text: line.field for line in own if line.field}
    lines = [line for line in generic if line.field]
    same = {line.field for line in lines if fields.get(line.text, line.field) == line.field}
    return {line.field for line in lines if line.field} - same


def _sizes(articles: Iterable[Article]) -> _Sizes:
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


def _is_there(name: str, wanted: _Sizes, got: _Sizes) -> bool:
    if name == "text":
        return got.get(name, 0) >= FEWER * wanted[name]
    return name in got


def _elements_around(samples: Iterable[Sample]) -> list[Element]:
    """The three elements around each line of the pages, in HTML."""
    around = {found for each in samples for line in each.lines for found in line.classes}
    return [element(found) for found in sorted(around)]


def _gone(wanted: Element | None, found: Sequence[Element]) -> str | None:
    """The element, if the pages are HTML and no line has it among the three around it."""
    for one in (wanted, *wanted.others) if wanted else ():
        if any(each.tag == one.tag and {*one.classes} <= {*each.classes} for each in found):
            return None
    return selector(wanted.tag, wanted.classes) if wanted and found else None


def _labels_gone(
    layout: Layout, template: Node, samples: Sequence[Sample], share: float, named: Set[str]
) -> Iterator[Missing]:
    """Fields whose label the pages miss, and related stories that nothing announces any more."""
    for word, name in _labels(template):
        without = sum(not _is_printed(word, sample) for sample in samples)
        if name not in named and without and without >= share * len(samples):
            yield Missing(name, without, len(samples), label=word)
    markers = layout.words.related
    announced = any(_is_printed(word, sample) for word in markers for sample in samples)
    if markers and not announced and "related" not in named and len(samples) >= MANY:
        yield Missing("related", len(samples), len(samples), label=" / ".join(markers))


def _is_printed(word: str, sample: Sample) -> bool:
    """Whether a line of the page is `word`, or begins with it."""
    wanted = fold_label(word)
    return any(line.key == wanted or line.text.startswith(word) for line in sample.lines)


def _printed(node: Node, *, always: bool) -> set[str]:
    """The fields that a template prints on every page, or (not `always`) without a price."""
    match node:
        case Field(name):
            return {name}
        case Parts(parts):
            priced = not always and any(isinstance(part, Price) for part in parts)
            return set().union(*(_printed(part, always=always) for part in parts if not priced))
        case Choice(options):
            found = [_printed(option, always=always) for option in options]
            return set.intersection(*found) if always else set().union(*found)
        case Loop(inner):
            return _printed(inner, always=always)
        case Maybe(inner):
            return set() if always else _printed(inner, always=always)
        case Scope(name, inner):
            absent = always and name in _PARTS
            return set() if absent else _printed(inner, always=always) | {name}
    return set()


def _labels(node: Node) -> Iterator[tuple[str, str]]:
    """The words that a template prints right before a field, on every page, with the field."""
    match node:
        case Parts(parts):
            for word, name in pairwise(part for part in parts if not isinstance(part, Gap)):
                if isinstance(word, Literal) and isinstance(name, Field):
                    yield word.text.strip(), name.name
            for part in parts:
                yield from _labels(part)
        case Loop(inner):
            yield from _labels(inner)
        case Scope(name, inner) if name not in _PARTS:
            yield from _labels(inner)
