"""Printing: as the publisher prints, by the template that parsing uses, or in a general form."""

from __future__ import annotations

from .. import layouts
from ..arguments import check, one_of
from ..errors import CannotPrint
from ..layouts import Layout
from ..model import Page

#: The names of the forms that `render` prints: two that use the template of a layout, and three
#: that need no layout and can print any page.
FORMS = ("text", "html", "markdown", "schema.org", "readable")


def render(page: Page, *, layout: str | Layout | None = None, form: str = "text") -> str:
    """`page` printed in `form`, one of `FORMS`.

    `"text"` (flattened text) and `"html"` use the template of `layout`: a layout, its id, or by
    default the layout of the page. Text leaves out URLs. `"markdown"`, `"schema.org"` (JSON-LD) and
    `"readable"` (an HTML page for readers) need no layout and can print any page.

        arnews.render(page, layout="aawsat")    # «رائد جبر (موسكو) ⏎ 18 مارس 2025 …»

    Raises `UnknownLayout` if there is no such layout, `CannotPrint` if the template has no place
    for a value of the page or needs a field that it lacks, and `BadArgument` for an unknown form or
    for anything but a page.
    """
    check("page", page, Page, "an arnews.Page; an article alone is Page((article,))")
    one_of("form", form, FORMS)
    from . import forms  # loaded when something is printed

    if form in forms.PLAIN:
        return forms.PLAIN[form](page)
    chosen = layouts.get(page.layout if layout is None else layout)
    template = chosen.template(form)
    if template is None:
        raise CannotPrint(f"layout `{chosen.id}` has no template for {form}")
    return forms.print_by_layout(page, template, chosen, form)[0]
