"""The forms in which a page is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..errors import CannotPrint
from ..layouts import Layout
from ..layouts.template import Node
from ..model import Page
from .html import print_html
from .markdown import to_markdown
from .position import Position
from .readable import to_readable
from .schema_org import to_schema_org
from .trace import Token, trace, unprinted

#: The forms that need no layout.
PLAIN: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"markdown": to_markdown, "schema.org": to_schema_org, "readable": to_readable}
)


def print_by_layout(
    page: Page, template: Node, layout: Layout, form: str
) -> tuple[str, tuple[Token, ...]]:
    """`page` in the `form` that `template` describes, and what each part of it prints.

    Raises `CannotPrint`, with the reasons.
    """
    position = Position(layout, in_elements=form == "html")
    traced = trace(page, template, position, form)
    reasons = unprinted(page, traced.tokens if traced else None, layout, template)
    if traced is not None and not reasons:
        printed = print_html(page, template, position) if form == "html" else traced.text
        if printed is not None:
            return printed, traced.tokens
    raise CannotPrint(f"layout `{layout.id}` cannot print this page: {'; '.join(reasons)}")
