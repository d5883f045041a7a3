"""Pages that a layout can print: the template as a strategy.

The tree of the template is turned into a strategy, node by node: a field draws a value, `[…]` draws
its content or nothing, a loop draws a few rounds, a choice draws one of its options. So every new
layout has its strategy without any code.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import layouts, model
from arnews.assembly.addresses import absolute, base_of
from arnews.errors import CannotPrint
from arnews.layouts import Layout
from arnews.layouts import template as templates
from arnews.layouts.template import Choice, Field, Literal, Loop, Maybe, Node, Scope, Sequence
from arnews.render.walk import names

from . import fields
from .anything import urls
from .prose import seldom

Form: TypeAlias = typing.Literal["text", "html"]
#: What was drawn for a part of a template: fields with their values, in order.
_Parts: TypeAlias = tuple[tuple[str, Any], ...]

_MOST_ROUNDS = 3  # of a loop


def pages_in(layout: str | Layout, form: Form = "text") -> SearchStrategy[model.Page]:
    """Pages that the template of `layout` for `form`, `"text"` or `"html"`, can print.

    Every article has a paragraph, and every subheading has a paragraph below it. No value is drawn
    twice. One page in twenty has a second article. Only HTML pages have URLs. A few pages can be
    ambiguous in print: `arnews.can_print` returns the reasons.

    Raises `UnknownLayout`, and `CannotPrint` if the layout has no template for `form`.
    """
    return _pages_in(layouts.get(layout) if isinstance(layout, str) else layout, form)


@lru_cache(maxsize=64)
def _pages_in(layout: Layout, form: Form) -> SearchStrategy[model.Page]:
    template = layout.template(form)
    if template is None:
        raise CannotPrint(f"layout `{layout.id}` has no template for {form}")
    parts = _Drawing(layout, form).parts(template)
    addresses = st.none() | urls if form == "html" else st.none()
    return st.builds(
        lambda drawn, url: model.Page(
            absolute(_named(drawn, "article", "headline"), base_of(url, None, None)),
            *(url, layout.id, form),
        ),
        parts,
        addresses,
    )


@frozen
class _Drawing:
    """Turns the nodes of a template into strategies.

    `figure` is the name in `fields` of the strategy for the field `figure`, `rounds` the fewest
    rounds of a loop.
    """

    layout: Layout
    form: Form
    figure: str = "figure"
    rounds: int = 1

    def parts(self, node: Node) -> SearchStrategy[_Parts]:
        """The strategy of `node`."""
        match node:
            case Field("byline", _, index) if index is not None:
                return self._signed() if index == 0 else _NOTHING
            case Field(name, again):
                return _NOTHING if again or name == "marker" else self._field(name)
            case Sequence(inside):
                return st.tuples(*map(self.parts, inside)).map(_joined)
            case Choice(options):
                return st.one_of(*map(self.parts, options))
            case Maybe(inner):
                return _NOTHING | self.parts(inner)
            case Loop(inner):
                return self._loop(inner)
            case Scope(name, inner):
                return self._scope(name, inner)
        return _NOTHING

    def _field(self, name: str) -> SearchStrategy[_Parts]:
        if name == "title" and self.form == "html":
            return st.tuples(self._part("title"), _NOTHING | _LINK).map(_joined)
        if name == "subheading":
            return st.tuples(self._part("subheading"), self._part("paragraph")).map(_joined)
        return self._part(name)

    def _part(self, name: str) -> SearchStrategy[_Parts]:
        drawn = self.figure if name == "figure" else name
        values = fields.strategy(drawn, self.layout, self.form)
        return values.map(lambda value: ((name, value),))

    def _signed(self) -> SearchStrategy[_Parts]:
        """A byline on one line or two."""
        two = fields.two_lines(self.layout)
        return self._part("byline") | two.map(lambda value: (("byline", value),))

    def _loop(self, inner: Node) -> SearchStrategy[_Parts]:
        """A few rounds; mostly one article, and mostly paragraphs in a body."""
        if isinstance(inner, Choice | Field) and "paragraph" in names(inner):
            return self._body(self.parts(inner))
        if isinstance(inner, Field) and inner.name == "byline":
            return self._signed()
        parts = self.parts(inner)
        if isinstance(inner, Scope) and inner.name == "article":
            return seldom(st.tuples(parts, parts).map(_joined), parts, one_in=20)
        return st.lists(parts, min_size=self.rounds, max_size=_MOST_ROUNDS).map(_joined)

    def _body(self, element: SearchStrategy[_Parts]) -> SearchStrategy[_Parts]:
        """At least one paragraph, and up to three elements of any kind."""
        paragraph = self._part("paragraph")
        return st.tuples(
            st.lists(element, max_size=1),
            paragraph.map(lambda parts: [parts]),
            st.lists(element, max_size=1),
            st.lists(paragraph, max_size=3),
            st.lists(element, max_size=1),
        ).map(lambda drawn: _joined(parts for some in drawn for parts in some))

    def _scope(self, name: str, inner: Node) -> SearchStrategy[_Parts]:
        build = _BUILDERS[name]
        if name == "article":
            alike = _has_bare_titles(inner) or _has_two_markers(inner)
            build = partial(build, lead="lead_image" in names(inner), alike=alike)
        figure = "figure of a story" if name == "item" else self.figure
        rounds = 2 if name == "see_also" and not _announces(inner) else 1  # one is a subheading
        inside = _Drawing(self.layout, self.form, figure, rounds).parts(inner)
        return inside.map(lambda drawn: ((name, build(drawn)),) if drawn else ())


_NOTHING: SearchStrategy[_Parts] = st.just(())
_LINK: SearchStrategy[_Parts] = urls.map(lambda url: (("url", url),))


def _joined(drawn: Iterable[_Parts]) -> _Parts:
    return tuple(part for parts in drawn for part in parts)


def _all(parts: _Parts, *names: str) -> tuple[Any, ...]:
    """The values of the fields `names`, in order and without duplicates."""
    return tuple(dict.fromkeys(value for name, value in parts if name in names))


def _named(parts: _Parts, scope: str, name: str) -> tuple[Any, ...]:
    """The articles or items among `parts`, one for each headline or title."""
    values = _all(parts, scope)
    return tuple({getattr(value, name): value for value in reversed(values)}.values())[::-1]


def _first(parts: _Parts, *names: str) -> dict[str, Any]:
    """The first value of each of the fields `names`."""
    return {name: value for name, value in reversed(parts) if name in names}


def _figure(parts: _Parts) -> model.Figure:
    kind: typing.Literal["image", "video"] = "video" if _all(parts, "video") else "image"
    return model.Figure(**_first(parts, "caption", "credit"), kind=kind)


def _item(parts: _Parts) -> model.RelatedItem:
    names = ("title", "url", "section", "figure", "teaser", "byline", "published")
    values = _first(parts, *names)
    if _all(parts, "video"):
        values["figure"] = evolve(values.get("figure") or model.Figure(), kind="video")
    teaser = values.get("teaser")
    cut = teaser is not None and teaser.rstrip("»")[-1] not in ".!؟"
    return model.RelatedItem(**values, teaser_cut=cut)


def _see_also(parts: _Parts) -> model.SeeAlso:
    """Whole items, or titles alone, each followed by its URL."""
    items = _named(parts, "item", "title")
    starts = [index for index, (name, _) in enumerate(parts) if name == "title"]
    ends = [*starts[1:], len(parts)]
    titled = (_item(parts[start:end]) for start, end in zip(starts, ends, strict=True))
    return model.SeeAlso(items or tuple(titled))


def _body(parts: _Parts, apart: type | tuple[type, ...]) -> tuple[model.BodyElement, ...]:
    """The body. An element of a type in `apart`, such as a subheading, is kept only below a
    paragraph and right above another. Of two lists of related stories in a row, the first is
    kept."""
    body = _all(parts, *model.BODY_TYPES)
    first = next(at for at, element in enumerate(body) if isinstance(element, model.Paragraph))
    around = zip((None, *body), body, (*body[1:], None), strict=False)
    return tuple(
        element
        for at, (before, element, after) in enumerate(around)
        if (not isinstance(element, apart) or (at > first and isinstance(after, model.Paragraph)))
        and not (isinstance(element, model.SeeAlso) and isinstance(before, model.SeeAlso))
    )


def _article(parts: _Parts, *, lead: bool, alike: bool) -> model.Article:
    """An article. If the layout has a lead image (`lead`), a figure above all text becomes it, or
    is left out where there is one: no publisher prints two there.

    `alike` means that lists of related stories in the body look like other text in print; they are
    then kept only before a paragraph.
    """
    singles = ("headline", "kicker", "subtitle", "section", "byline", "published", "modified")
    article = model.Article(
        **_first(parts, *singles, "lead_image"),
        body=_body(parts, (model.Subheading, model.SeeAlso) if alike else model.Subheading),
        tags=_all(parts, "tag"),
        related=_named(parts, "item", "title"),
    )
    first = article.body[0]
    if lead and isinstance(first, model.Figure):
        return evolve(article, lead_image=article.lead_image or first, body=article.body[1:])
    return article


def _has_bare_titles(node: Node) -> bool:
    """Whether a template prints related stories in the body without a word before them."""
    stories = (each for each in templates.nodes(node) if isinstance(each, Scope))
    return any(each.name == "see_also" and not _announces(each) for each in stories)


def _has_two_markers(node: Node) -> bool:
    """Whether related stories in the body and those after it have the same word before them."""
    return [field.name for field in templates.fields(node)].count("marker") > 1


def _announces(node: Node) -> bool:
    words = (each for each in templates.nodes(node) if isinstance(each, Field | Literal))
    return any(isinstance(each, Literal) or each.name == "marker" for each in words)


_BUILDERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "article": _article,
        "item": _item,
        "see_also": _see_also,
        "figure": _figure,
        "lead_image": _figure,
    }
)
