"""Printing a page: as its publisher does, by the template that parsing reads; or for reading."""

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
from .readable import to_readable
from .recording import recorded, unprinted
from .schema_org import to_schema_org
from .text import print_text
from .values import Place

#: What prints by a layout's template, by name of form.
_BY_LAYOUT: Mapping[str, Callable[[Page, Node, Place], str | None]] = MappingProxyType(
    {"text": print_text, "html": print_html}
)
#: The forms that need no layout: any page can be printed in them.
_PLAIN: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"markdown": to_markdown, "schema.org": to_schema_org, "readable": to_readable}
)
#: The names of the forms that `render` prints.
FORMS = (*_BY_LAYOUT, *_PLAIN)


def render(page: Page, *, layout: str | Layout | None = None, form: str = "text") -> str:
    """`page` printed in `form`, one of `FORMS`.

    `"text"` (as it comes flattened out of HTML) and `"html"` are printed in the template of
    `layout`, by default the page's own. They raise `UnknownLayout`, and `CannotPrint` with the
    reasons if the template has no place for something that the page holds, or calls for something
    that it lacks. URLs have no place in text and are left out. The other forms, `"markdown"`,
    `"schema.org"` (JSON-LD) and `"readable"` (an HTML page to read), print any page, and use no
    layout.
    """
    if form not in FORMS:
        raise CannotPrint(f"there is no form `{form}`; there are {', '.join(FORMS)}")
    if form in _PLAIN:
        return _PLAIN[form](page)
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template(form)
    if template is None:
        raise CannotPrint(f"layout `{chosen.id}` has no template for {form}")
    tokens = recorded(page, template, chosen, form) if page.articles else ()
    reasons = unprinted(page, tokens, chosen, template)
    printed = _BY_LAYOUT[form](page, template, Place(chosen)) if not reasons else None
    if printed is None:
        raise CannotPrint(f"layout `{chosen.id}` cannot print this page: {'; '.join(reasons)}")
    return printed
