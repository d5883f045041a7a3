"""Prints a page as schema.org JSON-LD: a `NewsArticle`, or several under `@graph`.

The JSON has only values of the page, under the names of schema.org. Values for which schema.org has
no property are left out; docs/printing.md lists them. `<`, `>` and `&` are escaped (`\\u003c`), so
that the JSON can be put in a `<script>` even if a caption contains `</script>`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from .. import layouts, lexicon
from ..lexicon import roles
from ..model import Article, Byline, Credit, Embed, Figure, Moment, Page, RelatedItem, SeeAlso
from ..patterns import pattern
from . import wording
from .links import web_link

CONTEXT = "https://schema.org"

_Node: TypeAlias = dict[str, Any]

_FIGURES = {"image": "ImageObject", "video": "VideoObject"}
_QUOTED = {"post": "SocialMediaPosting"}  # any other embed but a video is a CreativeWork
# Characters that are unsafe in a script of a page, and those that UTF-8 cannot encode.
_ESCAPED = pattern(r"[<>&\u2028\u2029\ud800-\udfff]")


def to_schema_org(page: Page) -> str:
    """`page` as JSON-LD: one object for a page of one article, else a `@graph`.

    Any page can be printed. The text can be embedded in HTML without escaping.
    """
    writer = _Writer(web_link(page.url), _publisher(page.layout))
    articles = [writer.article(article) for article in page.articles]
    if articles and writer.base:  # the site only appended the articles after the first
        articles[0] = {**articles[0], "mainEntityOfPage": writer.base}
    data = articles[0] if len(articles) == 1 else {"@graph": articles}
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False, indent=2)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _node(kind: str, **properties: Any) -> _Node:
    """A node of the type `kind` with those properties that have a value."""
    given = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"@type": kind, **given}


def _named(kind: str, *names: str | None) -> list[_Node]:
    return [_node(kind, name=name) for name in names if name]


def _publisher(layout: str) -> _Node | None:
    """The publisher of the page, if its layout belongs to one."""
    known = layouts.all_layouts().get(layout)
    if known is None or not known.domains:
        return None
    return _node("Organization", name=known.name, url=f"https://{known.domains[0]}")


def _agencies(ids: Iterable[str]) -> list[_Node]:
    return [_node("Organization", name=wording.agency_name(id_), identifier=id_) for id_ in ids]


@frozen
class _Writer:
    """Makes the nodes of a page. `base` is the page's URL, for relative links."""

    base: str | None
    publisher: _Node | None

    def article(self, article: Article) -> _Node:
        embeds = [element for element in article.body if isinstance(element, Embed)]
        videos = [embed for embed in embeds if embed.kind == "video"]
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
            video=[*self.figures(article, "video"), *map(self.embed, videos)],
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


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None


def _written(byline: Byline | None, published: Moment | None) -> _Node:
    """The properties of a byline. `dateline` is the place and the date as printed."""
    byline = byline or Byline("")
    when = wording.moment(published)
    return {
        "author": _authors(byline),
        "sourceOrganization": _named("Organization", byline.publication)
        + _agencies(byline.agencies),
        "locationCreated": _named("Place", byline.place),
        "dateline": wording.joined("، ", (byline.place, when)),
        "creditText": wording.byline(byline),
    }


def _authors(byline: Byline) -> list[_Node]:
    """The authors. A single author gets the role as a job, unless it is a label («تقرير»)."""
    people = _named("Person", *byline.authors)
    if len(people) == 1 and byline.role:
        is_label = roles.fold_role(byline.role) in lexicon.default().roles.labels
        return people if is_label else [{**people[0], "jobTitle": byline.role}]
    return people


def _made(credit: Credit | None) -> _Node:
    """The properties of a credit. Its flags become keywords.

    `source` is only in the text of the credit: it need not be an organization («لقطة من فيديو»).
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
