"""Roles: what a block can be taken for. Data only."""

from __future__ import annotations

#: What a reader would call the block, in the order in which `explain` and the docs list them.
ROLES = (
    "headline",
    "kicker",
    "subtitle",
    "section",
    "byline",
    "date",
    "caption",
    "credit",
    "paragraph",
    "subheading",
    "quote",
    "list_item",
    "embed",
    "tag",
    "related_marker",
    "related_title",
    "related_section",
    "related_caption",
    "related_teaser",
    "related_byline",
    "related_date",
    "picture",
    "interface",
    "chrome",
)

#: The roles of blocks that no template names: buttons, what a site prints on every page, and
#: pictures, which assembly puts to their captions.
DEBRIS = ("interface", "chrome", "picture")

_IN_ARTICLE = {
    "headline": "headline",
    "kicker": "kicker",
    "subtitle": "subtitle",
    "section": "section",
    "byline": "byline",
    "published": "date",
    "modified": "date",
    "lead_image": "caption",
    "figure": "caption",
    "caption": "caption",
    "credit": "credit",
    "paragraph": "paragraph",
    "subheading": "subheading",
    "quote": "quote",
    "list_item": "list_item",
    "embed": "embed",
    "tag": "tag",
    "marker": "related_marker",
    "title": "related_title",
    "video": "interface",
}
_IN_ITEM = {
    "marker": "related_marker",
    "title": "related_title",
    "section": "related_section",
    "figure": "related_caption",
    "caption": "related_caption",
    "credit": "credit",
    "teaser": "related_teaser",
    "byline": "related_byline",
    "published": "related_date",
    "video": "interface",
}


def role_of(field: str, scopes: tuple[str, ...]) -> str | None:
    """The role of a block that prints `field` inside `scopes`; `None` if there is no such field."""
    inside_item = "item" in scopes or "see_also" in scopes
    return (_IN_ITEM if inside_item else _IN_ARTICLE).get(field)
