"""Prints a page as schema.org JSON-LD: a `NewsArticle`, or several under `@graph`.

Only what the page says is stated, under the vocabulary's own names; what it has no property for
is left out (docs/printing.md lists it). `<`, `>` and `&` are written as `\\u003c` …: equal JSON
that can stand in a `<script>` of any page, even if a caption holds `</script>`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import regex
from attrs import frozen

from .. import layouts, lexicon
from ..lexicon import roles
from ..model import Article, Byline, Credit, Embed, Figure, Moment, Page, RelatedItem, SeeAlso
from . import wording
from .links import web_link

CONTEXT = "https://schema.org"

_Node: TypeAlias = dict[str, Any]

_FIGURES = {"image": "ImageObject", "video": "VideoObject"}
_QUOTED = {"post": "SocialMediaPosting"}  # any other embed but a video is a CreativeWork
# What must not stand in a script of a page, and what UTF-8 cannot hold.
_ESCAPED = regex.compile(r"[<>&\u2028\u2029\ud800-\udfff]")


def to_schema_org(page: Page) -> str:
    """`page` as JSON-LD text: one object, or `@graph` if it has not exactly one article.

    Any page can be printed. The text can be embedded in HTML as it stands.
    """
    writer = _Writer(web_link(page.url), _publisher(page.layout))
    articles = [writer.article(article) for article in page.articles]
    if articles and writer.base:  # what follows the first was glued on by the site
        articles[0] = {**articles[0], "mainEntityOfPage": writer.base}
    data = articles[0] if len(articles) == 1 else {"@graph": articles}
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False, indent=2)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _node(kind: str, **properties: Any) -> _Node:
    """A node with those properties that say something."""
    said = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"@type": kind, **said}


def _named(kind: str, *names: str | None) -> list[_Node]:
    return [_node(kind, name=name) for name in names if name]


def _publisher(layout: str) -> _Node | None:
    """Whose page it is, if its layout is one house's."""
    known = layouts.all_layouts().get(layout)
    if known is None or not known.domains:
        return None
    return _node("Organization", name=known.name, url=f"https://{known.domains[0]}")


def _agencies(ids: Iterable[str]) -> list[_Node]:
    return [_node("Organization", name=wording.agency_name(id_), identifier=id_) for id_ in ids]


@frozen
class _Writer:
    """Makes the nodes of a page; `base` is its own address, which relative ones start from."""

    base: str | None
    publisher: _Node | None

    def article(self, article: Article) -> _Node:
        embeds = [element for element in article.body if isinstance(element, Embed)]
        inside = [each for each in article.body if isinstance(each, SeeAlso)]
        related = [*(item for each in inside for item in each.items), *article.related]
        return _node(
            "NewsArticle",
            headline=article.headline,
            alternativeHeadline=[each for each in (article.subtitle, article.kicker) if each],
            articleSection=article.section,
            inLanguage="ar",
            **_written(article.byline, article.published),
            publisher=self.publisher,
            datePublished=_iso(article.published),
            dateModified=_iso(article.modified),
            image=[*self.figures(article, "image")],
            video=[*self.figures(article, "video"), *map(self.embed, _of(embeds, "video"))],
            articleBody=article.text,
            citation=[self.embed(embed) for embed in embeds if embed.kind != "video"],
            keywords=[tag for tag in article.tags if tag],
            mentions=[self.related(item) for item in related],
        )

    def figures(self, article: Article, kind: str) -> Iterator[_Node]:
        for figure in article.figures:
            if figure.kind == kind:
                yield self.figure(figure, lead=figure is article.lead_image)

    def figure(self, figure: Figure, *, lead: bool = False) -> _Node:
        return _node(
            _FIGURES[figure.kind],
            caption=figure.caption,
            contentUrl=web_link(figure.url, self.base),
            representativeOfPage=True if lead and figure.kind == "image" else None,
            **_made(figure.credit),
        )

    def embed(self, embed: Embed) -> _Node:
        if embed.kind == "video":
            address = web_link(embed.url, self.base)
            return _node("VideoObject", embedUrl=address, text=embed.text)
        kind = _QUOTED.get(embed.kind, "CreativeWork")
        return _node(kind, url=web_link(embed.url, self.base), text=embed.text)

    def related(self, item: RelatedItem) -> _Node:
        figure = item.figure
        return _node(
            "NewsArticle",
            headline=item.title,
            url=web_link(item.url, self.base),
            articleSection=item.section,
            description=wording.teaser(item),
            **_written(item.byline, item.published),
            datePublished=_iso(item.published),
            image=[self.figure(figure)] if figure and figure.kind == "image" else None,
            video=[self.figure(figure)] if figure and figure.kind == "video" else None,
        )


def _of(embeds: Iterable[Embed], kind: str) -> Iterator[Embed]:
    return (embed for embed in embeds if embed.kind == kind)


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None


def _written(byline: Byline | None, published: Moment | None) -> _Node:
    """Who wrote, for whom and where; the dateline says where and when, as printed."""
    byline = byline or Byline("")
    when = wording.moment(published)
    return {
        "author": _authors(byline),
        "sourceOrganization": _named("Organization", byline.publication)
        + _agencies(byline.agencies),
        "locationCreated": _named("Place", byline.place),
        "dateline": "، ".join(filter(None, (byline.place, when))),
        "creditText": wording.byline(byline),
    }


def _authors(byline: Byline) -> list[_Node]:
    """The authors; a job only where it can be only one person's, and is not a label («تقرير»)."""
    people = _named("Person", *byline.authors)
    if len(people) == 1 and byline.role:
        is_label = roles.key(byline.role) in lexicon.default().roles.labels
        return people if is_label else [{**people[0], "jobTitle": byline.role}]
    return people


def _made(credit: Credit | None) -> _Node:
    """Who made a picture, and for whom; its flags are keywords.

    A named source may be no organization («لقطة من فيديو»): it stands in the credit's text alone.
    """
    if credit is None:
        return {}
    flags = {"archive": credit.archive, "illustrative": credit.illustrative}
    return {
        "creditText": wording.credit(credit),
        "creator": _named("Person", credit.photographer),
        "sourceOrganization": _agencies(credit.agencies),
        "keywords": [name for name, is_set in flags.items() if is_set],
    }
