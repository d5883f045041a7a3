"""Invented pages in the manner of publishers that have no layout, flattened or as HTML.

The truth of each stands in its JSON: the values of every article, written before arnews read the
page; what is not there must not be found. `misses` names the fields that are known to be read
otherwise, mostly where the text alone cannot decide (a caption without a credit, a deck that ends
as a sentence): such a field that comes out right wants its name taken out.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import arnews

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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path):
    gold = json.loads(path.read_text("utf-8"))
    source = next(file for file in path.parent.glob(f"{path.stem}.*") if file != path)
    kind = "html" if source.suffix == ".html" else "text"
    page = arnews.parse(source.read_bytes(), kind=kind)
    assert len(page.articles) == len(gold["articles"])
    pairs = [(truth(a), found(b)) for a, b in zip(gold["articles"], page.articles, strict=True)]
    wrong = {name: (a[name], b[name]) for a, b in pairs for name in a if a[name] != b[name]}
    assert set(wrong) == set(gold.get("misses", ())), wrong


def bodies(articles: tuple[arnews.Article, ...]) -> list[tuple[object, object]]:
    return [(article.headline, article.paragraphs) for article in articles]


TEXT = {path.stem: path.with_suffix(".txt") for path in PAGES if path.with_suffix(".txt").exists()}
#: Where the second copy is not read as the first is: nothing tells where it begins, or a caption
#: without a credit, a carousel or a list of pictures stands in its head.
TORN = {"alwasat-libya", "france24", "interview", "newsletter-noise", "rt"}


@pytest.mark.parametrize("name", sorted(TEXT))
def test_the_same_page_twice(name):
    text = TEXT[name].read_text("utf-8").rstrip("\n")
    once = arnews.parse(text, kind="text").articles
    twice = arnews.parse(f"{text}\n{text}", kind="text").articles
    assert (bodies(twice) == bodies(once * 2)) == (name not in TORN)


GLUED = ["okaz", "echorouk", "alqabas", "sana", "noonpost", "alarabiya", "hibapress", "shafaq"]


def test_eight_pages_glued_together():
    texts = [TEXT[name].read_text("utf-8").rstrip("\n") for name in GLUED]
    alone = [article for text in texts for article in arnews.parse(text, kind="text").articles]
    glued = arnews.parse("\n".join(texts), kind="text").articles
    assert [article.headline for article in glued] == [article.headline for article in alone]
