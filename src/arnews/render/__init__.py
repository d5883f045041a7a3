"""Printing a page: as its publisher does, by the same template that parsing reads."""

from __future__ import annotations

from .. import layouts
from ..errors import CannotPrint
from ..layouts import Layout
from ..model import Page
from .text import missing, print_text


def render(page: Page, *, layout: str | Layout | None = None) -> str:
    """`page` as flattened text in the template of `layout`, by default the page's own.

    Raises `UnknownLayout`, and `CannotPrint` with the reasons if the template has no place for
    something that the page holds, or calls for something that it lacks. URLs have no place in
    text and are left out.
    """
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template("text")
    if template is None:
        raise CannotPrint(f"layout `{chosen.id}` has no template for text")
    reasons = missing(page, chosen)
    printed = print_text(page, chosen) if not reasons else None
    if printed is None:
        told = "; ".join(reasons) or "the template calls for a field that the page lacks"
        raise CannotPrint(f"layout `{chosen.id}` cannot print this page: {told}")
    return printed
