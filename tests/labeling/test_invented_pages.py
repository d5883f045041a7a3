"""Invented pages in the manner of publishers that have no layout, flattened or as HTML.

The truth of each stands in its JSON: the values of every article, written before arnews read the
page; what is not there must not be found.
Rules and weights have been made in sight of these pages since.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import arnews
from helpers import known_failures

PAGES = sorted((Path(__file__).parent / "invented").glob("*.json"))
TEXTS = arnews.Paragraph | arnews.Subheading | arnews.Quote | arnews.ListItem


def truth(article: dict[str, object]) -> dict[str, object]:
    body = article.get("body", [])
    captions = [(c.get("text"), c.get("credit")) for c in article.get("captions", [])]
    return {
        **{name: article.get(name) for name in ("headline", "kicker", "subtitle", "section")},
        **{name: article.get(name) for name in ("publication", "place", "published", "modified")},
        "authors": article.get("authors", []),
        "agencies": article.get("agencies", []),
        "caption": [caption for caption, _ in captions if caption],
        "credit": [credit for _, credit in captions if credit],
        "paragraph": body,
        "subheading": [body[at] for at in article.get("subheadings", [])],
        "tag": article.get("tags", []),
        "related": article.get("related", []),
    }


def related(article: arnews.Article) -> Iterator[str]:
    for element in article.body:
        if isinstance(element, arnews.SeeAlso):
            yield from (item.title for item in element.items)
    yield from (item.title for item in article.related)


def found(article: arnews.Article) -> dict[str, object]:
    byline = article.byline or arnews.Byline("")
    texts = [e for e in article.body if isinstance(e, TEXTS)]
    return {
        **{name: getattr(article, name) for name in ("headline", "kicker", "subtitle", "section")},
        "publication": byline.publication,
        "place": byline.place,
        "published": article.published.iso if article.published else None,
        "modified": article.modified.iso if article.modified else None,
        "authors": list(byline.authors),
        "agencies": list(byline.agencies),
        "caption": [figure.caption for figure in article.figures if figure.caption],
        "credit": [figure.credit.raw for figure in article.figures if figure.credit],
        "paragraph": [e.text for e in texts],
        "subheading": [e.text for e in texts if isinstance(e, arnews.Subheading)],
        "tag": list(article.tags),
        "related": list(related(article)),
    }


FIELDS = list(truth({}))
CASES = [(path, field) for path, field in product(PAGES, FIELDS)]


@cache
def articles(path: Path) -> tuple[arnews.Article, ...]:
    source = next(file for file in path.parent.glob(f"{path.stem}.*") if file != path)
    kind = "html" if source.suffix == ".html" else "text"
    return arnews.parse(source.read_bytes(), kind=kind).articles


@pytest.mark.parametrize(("path", "field"), CASES, ids=lambda value: getattr(value, "stem", value))
def test_field(path, field, request):
    known_failures.expect(request, "invented", f"{path.stem}: {field}")
    gold = json.loads(path.read_text("utf-8"))["articles"]
    assert [found(one)[field] for one in articles(path)] == [truth(one)[field] for one in gold]


def test_known_failures_are_cases():
    known_failures.check_cases("invented", [f"{path.stem}: {field}" for path, field in CASES])
    known_failures.check_cases("twice", TEXT)


def bodies(articles: tuple[arnews.Article, ...]) -> list[tuple[object, object]]:
    return [(article.headline, article.paragraphs) for article in articles]


TEXT = {path.stem: path.with_suffix(".txt") for path in PAGES if path.with_suffix(".txt").exists()}


@pytest.mark.parametrize("name", sorted(TEXT))
def test_the_same_page_twice(name, request):
    known_failures.expect(request, "twice", name)
    text = TEXT[name].read_text("utf-8").rstrip("\n")
    once = arnews.parse(text, kind="text").articles
    twice = arnews.parse(f"{text}\n{text}", kind="text").articles
    assert bodies(twice) == bodies(once * 2)


GLUED = ["okaz", "echorouk", "alqabas", "sana", "noonpost", "alarabiya", "hibapress", "shafaq"]


def test_eight_pages_glued_together():
    texts = [TEXT[name].read_text("utf-8").rstrip("\n") for name in GLUED]
    alone = [article for text in texts for article in arnews.parse(text, kind="text").articles]
    glued = arnews.parse("\n".join(texts), kind="text").articles
    assert [article.headline for article in glued] == [article.headline for article in alone]
