"""Prints a page as flattened text."""

from __future__ import annotations

from ..layouts.template import Node
from ..model import Page
from .position import Position
from .walk import Form, Walk


def print_text(page: Page, template: Node, position: Position) -> str | None:
    """`page` by `template`; `None` if the template needs a field that the page lacks."""
    return Walk(page, Form()).printed(template, position) if page.articles else ""
