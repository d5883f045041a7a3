"""Printing a page: as its publisher does, by the same template that parsing reads, or in a form
that needs no layout: Markdown, schema.org JSON-LD, a readable HTML page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .. import layouts
from ..errors import CannotPrint
from ..layouts import Layout
from ..model import Page
from .markdown import to_markdown
from .readable import to_readable
from .schema_org import to_schema_org
from .text import missing, print_text

#: The forms that need no layout: any page can be printed in them.
_PLAIN_FORMS: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"markdown": to_markdown, "schema.org": to_schema_org, "readable": to_readable}
)
#: The names of the forms that `render` prints.
FORMS = ("text", *_PLAIN_FORMS)


def render(page: Page, *, layout: str | Layout | None = None, form: str = "text") -> str:
    """`page` printed in `form`, one of `FORMS`.

    `"text"` is flattened text in the template of `layout`, by default the page's own. It raises
    `UnknownLayout`, and `CannotPrint` with the reasons if the template has no place for something
    that the page holds, or calls for something that it lacks. URLs have no place in text and are
    left out. The other forms print any page, and use no layout.
    """
    if form not in FORMS:
        raise CannotPrint(f"there is no form `{form}`; there are {', '.join(FORMS)}")
    if form in _PLAIN_FORMS:
        return _PLAIN_FORMS[form](page)
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
