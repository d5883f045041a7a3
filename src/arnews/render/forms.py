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
from .walk import Form, Walk


def print_text(page: Page, template: Node, position: Position) -> str | None:
    """`page` by `template`; `None` if the template needs a field that the page lacks."""
    return Walk(page, Form()).printed(template, position) if page.articles else ""


#: The forms that use the template of a layout.
BY_LAYOUT: Mapping[str, Callable[[Page, Node, Position], str | None]] = MappingProxyType(
    {"text": print_text, "html": print_html}
)
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
    tokens = trace(page, template, layout, form) if page.articles else ()
    reasons = unprinted(page, tokens, layout, template)
    position = Position(layout, in_elements=form == "html")
    printed = None if reasons else BY_LAYOUT[form](page, template, position)
    if printed is None or tokens is None:
        raise CannotPrint(f"layout `{layout.id}` cannot print this page: {'; '.join(reasons)}")
    return printed, tokens
