"""Roles: what a block can be taken for. Data only."""

from __future__ import annotations

#: What a reader would call the block, in the order in which `explain` and the docs list them.
ROLES = (
    *("headline", "kicker", "subtitle", "section", "byline", "date", "caption", "credit"),
    *("paragraph", "subheading", "quote", "list_item", "embed", "tag"),
    *("related_marker", "related_title", "related_section", "related_caption"),
    *("related_teaser", "related_byline", "related_date"),
    *("picture", "interface", "chrome"),
)

#: The roles of blocks that no template names: buttons, what a site prints on every page, and
#: pictures, which assembly puts to their captions.
DEBRIS = ("interface", "chrome", "picture")

#: The roles of fields that are not called as their role is.
_IN_ARTICLE = {
    "published": "date",
    "modified": "date",
    "lead_image": "caption",
    "figure": "caption",
    "marker": "related_marker",
    "title": "related_title",
    "video": "interface",
}
_IN_ITEM = {
    "figure": "related_caption",
    "credit": "credit",
    "published": "related_date",
    "video": "interface",
}
_OF_ITEMS = frozenset({"marker", "title", "section", "caption", "teaser", "byline"})
_OF_ARTICLES = frozenset(ROLES[: ROLES.index("related_marker")]) - {"date"}


def role_of(field: str, scopes: tuple[str, ...]) -> str | None:
    """The role of a block that prints `field` inside `scopes`; `None` if there is no such field."""
    if "item" in scopes or "see_also" in scopes:
        return f"related_{field}" if field in _OF_ITEMS else _IN_ITEM.get(field)
    return field if field in _OF_ARTICLES else _IN_ARTICLE.get(field)
