"""Printing: as the publisher prints, by the template that parsing uses, or in a general form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .. import layouts
from ..errors import CannotPrint
from ..layouts import Layout
from ..layouts.template import Node
from ..model import Page
from .html import print_html
from .markdown import to_markdown
from .position import Position
from .readable import to_readable
from .schema_org import to_schema_org
from .text import print_text
from .trace import trace, unprinted

#: The forms that use the template of a layout.
_BY_LAYOUT: Mapping[str, Callable[[Page, Node, Position], str | None]] = MappingProxyType(
    {"text": print_text, "html": print_html}
)
#: The forms that need no layout. They can print any page.
_PLAIN: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"markdown": to_markdown, "schema.org": to_schema_org, "readable": to_readable}
)
#: The names of the forms that `render` prints.
FORMS = (*_BY_LAYOUT, *_PLAIN)


def render(page: Page, *, layout: str | Layout | None = None, form: str = "text") -> str:
    """`page` printed in `form`, one of `FORMS`.

    `"text"` (flattened text) and `"html"` use the template of `layout`: a layout, its id, or by
    default the layout of the page. Text leaves out URLs. `"markdown"`, `"schema.org"` (JSON-LD) and
    `"readable"` (an HTML page for readers) need no layout and can print any page.

        arnews.render(page, layout="aawsat")    # «رائد جبر (موسكو) ⏎ 18 مارس 2025 …»

    Raises `UnknownLayout` if there is no such layout. Raises `CannotPrint` if there is no such
    form, or the template has no place for a value of the page, or needs a field that it lacks.
    """
    if form not in FORMS:
        raise CannotPrint(f"there is no form `{form}`; there are {', '.join(FORMS)}")
    if form in _PLAIN:
        return _PLAIN[form](page)
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template(form)
    if template is None:
        raise CannotPrint(f"layout `{chosen.id}` has no template for {form}")
    tokens = trace(page, template, chosen, form) if page.articles else ()
    reasons = unprinted(page, tokens, chosen, template)
    printed = _BY_LAYOUT[form](page, template, Position(chosen)) if not reasons else None
    if printed is None:
        raise CannotPrint(f"layout `{chosen.id}` cannot print this page: {'; '.join(reasons)}")
    return printed
