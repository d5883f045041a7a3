"""Printing a page: as its publisher does, by the same template that parsing reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .. import layouts
from ..errors import CannotPrint
from ..layouts import Layout
from ..layouts.template import Node
from ..model import Page
from .html import print_html
from .places import without_place
from .text import print_text
from .values import Place

#: What prints by a layout's template, by name of form.
BY_LAYOUT: Mapping[str, Callable[[Page, Node, Place], str | None]] = MappingProxyType(
    {"text": print_text, "html": print_html}
)


def render(page: Page, *, layout: str | Layout | None = None, form: str = "text") -> str:
    """`page` printed in the template of `layout`, by default the page's own.

    `form` is `"text"` (as it comes flattened out of HTML) or `"html"`. Raises `UnknownLayout`,
    and `CannotPrint` with the reasons if the template has no place for something that the page
    holds, or calls for something that it lacks. URLs have no place in text and are left out.
    """
    if form not in BY_LAYOUT:
        raise CannotPrint(f"there is no form `{form}`; there are {', '.join(BY_LAYOUT)}")
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template(form)
    if template is None:
        raise CannotPrint(f"layout `{chosen.id}` has no template for {form}")
    reasons = without_place(page, template)
    printed = BY_LAYOUT[form](page, template, Place(chosen)) if not reasons else None
    if printed is None:
        told = "; ".join(reasons) or "the template calls for a field that the page lacks"
        raise CannotPrint(f"layout `{chosen.id}` cannot print this page: {told}")
    return printed
