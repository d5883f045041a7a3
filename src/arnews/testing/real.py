"""Pages in the shapes of real ones: what publishers print, and no strategy of one field draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import model
from arnews.fields.credit import parse_credit
from arnews.layouts import Layout

from . import prose
from .printed import pages_in

_LONG_BODY = 40  # elements
_MANY_STORIES = 12
_MOST_SHAPES = 3  # of one page
_Draw = st.DrawFn
_Shape: TypeAlias = Callable[[_Draw, model.Article], model.Article]
_shapes = prose.tables()["shapes"]
_paragraphs = prose.paragraphs.map(model.Paragraph)


def _one(name: str) -> SearchStrategy[str]:
    return st.sampled_from(_shapes[name])


@st.composite
def real_pages_in(
    draw: st.DrawFn, layout: str | Layout, form: Literal["text", "html"] = "text"
) -> model.Page:
    """Pages that `layout` prints, in up to three of the shapes that real pages have.

    The shapes: two or three articles, a body of 40 elements,
    twelve related stories, captions with brackets and dashes inside, credits of several agencies,
    a caption that equals the headline, a subheading like a date, a line end in a value,
    an odd address. Some have no print: `arnews.can_print` tells which.

    Raises `UnknownLayout`, and `CannotPrint` if the layout has no template for `form`.
    """
    page = draw(pages_in(layout, form))
    shapes = draw(st.lists(st.sampled_from(_SHAPES), max_size=_MOST_SHAPES, unique=True))
    articles = list(page.articles)
    if draw(st.integers(0, 5)) == 0:
        more = draw(st.lists(pages_in(layout, form), min_size=1, max_size=2))
        articles += [article for each in more for article in each.articles[:1]]
    for shape in shapes:
        articles = [shape(draw, article) for article in articles]
    by_headline = {article.headline: article for article in articles}
    return evolve(page, articles=tuple(by_headline.values()))


def _each(article: model.Article, change: Callable[[Any], Any]) -> model.Article:
    return evolve(article, body=tuple(map(change, article.body)))


def _long_body(draw: _Draw, article: model.Article) -> model.Article:
    missing = _LONG_BODY - len(article.body)
    more = draw(st.lists(_paragraphs, min_size=missing, max_size=missing, unique=True))
    return evolve(article, body=(*article.body, *more))


def _many_stories(draw: _Draw, article: model.Article) -> model.Article:
    """Twelve stories where there is one, each with all that the first has."""
    if not article.related:
        return article
    titles = draw(
        st.lists(prose.headlines, min_size=_MANY_STORIES, max_size=_MANY_STORIES, unique=True)
    )
    first = evolve(article.related[0], url=None, figure=None)
    return evolve(article, related=tuple(evolve(first, title=title) for title in titles))


def _in_figures(name: str, value: Callable[[_Draw, model.Article], Any]) -> _Shape:
    """The shape that gives each figure that has a `name` another `value` of it."""

    def shape(draw: _Draw, article: model.Article) -> model.Article:
        def change(each: Any) -> Any:
            has_one = isinstance(each, model.Figure) and getattr(each, name)
            return evolve(each, **{name: value(draw, article)}) if has_one else each

        lead = change(article.lead_image)
        return evolve(_each(article, change), lead_image=lead)

    return shape


def _credit(draw: _Draw, article: model.Article) -> model.Credit:
    raw = draw(_one("credits"))
    return parse_credit(raw) or model.Credit(raw)


def _dated_subheadings(draw: _Draw, article: model.Article) -> model.Article:
    def change(each: Any) -> Any:
        is_heading = isinstance(each, model.Subheading)
        return model.Subheading(draw(_one("dates"))) if is_heading else each

    return _each(article, change)


def _broken_value(draw: _Draw, article: model.Article) -> model.Article:
    """A line end or more than one blank in the first paragraph."""
    if not article.paragraphs:
        return article
    words = article.paragraphs[0].text.split(" ")
    at = draw(st.integers(1, len(words) - 1))
    text = " ".join(words[:at]) + draw(_one("breaks")) + " ".join(words[at:])
    first = article.paragraphs[0]
    return _each(article, lambda each: model.Paragraph(text) if each is first else each)


_SHAPES = (
    _long_body,
    _many_stories,
    _in_figures("caption", lambda draw, article: draw(_one("captions"))),
    _in_figures("credit", _credit),
    _in_figures("caption", lambda draw, article: article.headline),
    _dated_subheadings,
    _broken_value,
    _in_figures("url", lambda draw, article: draw(_one("addresses"))),
)
