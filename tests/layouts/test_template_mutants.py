"""What stands in a layout's file is held by its samples: a field dropped, two swapped, another gap
or style, and no sample would be printed as the publisher prints it.

A property cannot tell this. Printing and parsing follow one template, and a wrong one both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from attrs import evolve

import arnews
from arnews import Byline, Moment, Page, fields, layouts
from arnews.layouts import Layout
from arnews.layouts.template import (
    Choice,
    Field,
    Gap,
    Literal,
    Loop,
    Maybe,
    Node,
    Price,
    Scope,
    Sequence,
    nodes,
    with_children,
)
from arnews.render.forms import print_text
from arnews.render.position import Position, printed_byline

from .test_samples import SAMPLES, Sample

PUBLISHERS = [made for made in layouts.all_layouts().values() if made.has_fixed_gaps]
#: What no sample shows: a label is one rule in two places, and no video has a credit.
UNSAMPLED = {"bbc": {"video dropped"}, "bbc@2022": {"video dropped"}}
#: Two articles on one page are sampled for two publishers; the rest parts them by a blank line.
GLUED = frozenset({"aawsat", "bbc@2009"})


def texts(layout: Layout) -> list[Sample]:
    return [s for s in SAMPLES if s.page.layout == layout.id and s.page.kind == "text"]


def mutants(node: Node) -> Iterator[tuple[str, Node]]:
    """`node` with one thing dropped, swapped with its neighbour, or altered; and what it was."""
    match node:
        case Sequence(parts):
            for at, part in enumerate(parts):
                if not isinstance(part, Price):
                    yield f"{described(part)} dropped", Sequence((*parts[:at], *parts[at + 1 :]))
                for name, changed in mutants(part):
                    yield name, Sequence((*parts[:at], changed, *parts[at + 1 :]))
            printed = [at for at, part in enumerate(parts) if not isinstance(part, Gap | Price)]
            for one, other in pairwise(printed):
                if described(parts[one]).strip("=[]") == described(parts[other]).strip("=[]"):
                    continue  # a repetition prints the same
                swapped = list(parts)
                swapped[one], swapped[other] = parts[other], parts[one]
                yield (
                    f"{described(parts[one])} and {described(parts[other])} swapped",
                    Sequence(tuple(swapped)),
                )
        case Choice(options):
            for at, option in enumerate(options):
                if is_rare(option):
                    continue  # for reading: what prints stands before it
                if len(options) > 1:
                    yield (
                        f"{described(option)} dropped",
                        Choice((*options[:at], *options[at + 1 :])),
                    )
                for name, changed in mutants(option):
                    yield name, Choice((*options[:at], changed, *options[at + 1 :]))
        case Maybe(inner):
            for name, changed in mutants(inner):
                yield name, Maybe(changed)
        case Scope(name, inner):
            for what, changed in mutants(inner):
                yield what, Scope(name, changed)
        case Loop(inner, separator):
            for what, changed in mutants(inner):
                yield what, Loop(changed, separator)
            for what, changed in mutants(separator):
                yield f"between {described(inner)}: {what}", Loop(inner, changed)
        case Literal(text):
            yield f"«{text}» altered", Literal(text[:-1] or "-")
        case Gap(text) if text:
            yield f"{text!r} altered", Gap(text + text[-1])


def is_rare(option: Node) -> bool:
    return isinstance(option, Sequence) and isinstance(option.parts[0], Price)


def everywhere(node: Node, old: Node, new: Node) -> Node:
    """`node` with `new` in the place of every `old`."""
    if node == old:
        return new
    return with_children(node, lambda part: everywhere(part, old, new))


def changed(layout: Layout) -> Iterator[tuple[str, Node]]:
    """The mutants of the template of `layout`; the lead and other pictures are of one rule."""
    template = layout.template("text")
    assert template is not None
    pictures: dict[Node, Node] = {}
    for scope in scopes(template):
        if scope.name in ("lead_image", "figure"):
            pictures[scope.inner] = Literal(f"picture {len(pictures)}")
    bare = template
    for inner, mark in pictures.items():
        bare = everywhere(bare, inner, mark)
    for name, mutant in mutants(bare):
        for inner, mark in pictures.items():
            mutant = everywhere(mutant, mark, inner)
        if "picture" not in name or "altered" not in name:
            yield name, mutant
    for inner in pictures:
        yield from ((name, everywhere(template, inner, new)) for name, new in mutants(inner))


def scopes(node: Node) -> Iterator[Scope]:
    return (each for each in nodes(node) if isinstance(each, Scope))


def described(node: Node) -> str:
    match node:
        case Field(name, again, index):
            return "=" * again + name + (f"#{index + 1}" if index is not None else "")
        case Literal(text):
            return f"«{text}»"
        case Gap(text):
            return repr(text)
        case Scope(name, _):
            return name
        case Maybe(inner):
            return f"[{described(inner)}]"
        case Loop(inner, _):
            return f"{described(inner)}{{}}"
        case Sequence(parts) | Choice(parts):
            return " ".join(described(part) for part in parts if not isinstance(part, Gap | Price))
    return ""


def glued(page: Page) -> Page:
    """`page` with an article more, as endless scrolling glues it on."""
    first = page.articles[0]
    return evolve(page, articles=(first, evolve(first, headline=f"{first.headline} مجدداً")))


@pytest.mark.parametrize("layout", PUBLISHERS, ids=lambda layout: layout.id)
def test_every_part_of_a_template_is_sampled(layout: Layout) -> None:
    pages = [(sample.page, sample.printed) for sample in texts(layout)]
    assert all(arnews.render(page, layout=layout) == printed for page, printed in pages)
    survived = [
        name
        for name, mutant in changed(layout)
        if all(print_text(page, mutant, Position(layout)) == printed for page, printed in pages)
    ]
    if layout.id not in GLUED:
        survived = [name for name in survived if not name.startswith("between article: ")]
        one, two = pages[0][0], glued(pages[0][0])
        printed, both = arnews.render(one, layout=layout), arnews.render(two, layout=layout)
        assert both.startswith(f"{printed}\n\n")
    assert set(survived) <= UNSAMPLED.get(layout.id, set())


@pytest.mark.parametrize("kind", ["byline", "date"])
@pytest.mark.parametrize("layout", PUBLISHERS, ids=lambda layout: layout.id)
def test_a_style_prints_what_the_samples_show(layout: Layout, kind: str) -> None:
    """The values of the samples, printed by style: no other style prints more of them."""
    module = {"byline": fields.byline, "date": fields.date}[kind]
    shown = list(values(layout, kind))
    same = {
        style: sum(bare(module.format(evolve(v, raw=""), style)) == bare(v.raw) for v in shown)
        for style in module.STYLES
    }
    assert same[getattr(layout.styles, kind)] == max(same.values())


def bare(text: str) -> str:
    return "".join(text.split())


def values(layout: Layout, kind: str) -> Iterator[Byline | Moment]:
    """The bylines or dates on the samples of `layout`, those in the text left out."""
    for sample in texts(layout):
        for article in sample.page.articles:
            signed = [printed_byline(article), *(item.byline for item in article.related)]
            dated = [article.published, article.modified]
            dated += [item.published for item in article.related]
            yield from filter(None, signed if kind == "byline" else dated)
