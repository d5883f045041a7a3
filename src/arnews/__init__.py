"""arnews reads scraped Arabic news: HTML, or text that some tool has flattened out of HTML.

page = arnews.parse(data)           # bytes or str, HTML or text
page.articles[0].headline
arnews.render(page, layout="aawsat")
print(arnews.explain(page))
"""

from typing import TYPE_CHECKING

from . import fields, layouts
from .errors import (
    ArnewsError,
    BadJson,
    BadLayout,
    BadLexicon,
    CannotLearn,
    CannotPrint,
    InputTooComplex,
    InputTooLarge,
    UndecodableInput,
    UnknownLayout,
)
from .explain import explain
from .limits import Limits
from .model import (
    Article,
    BodyElement,
    Byline,
    Credit,
    Embed,
    Figure,
    LabelledBlock,
    ListItem,
    Metadata,
    Moment,
    Page,
    PageWarning,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
    Table,
)
from .parse import parse
from .render import render

if TYPE_CHECKING:
    from .roundtrip import can_print
    from .serialize import json_schema

__all__ = [
    "ArnewsError",
    "Article",
    "BadJson",
    "BadLayout",
    "BadLexicon",
    "BodyElement",
    "Byline",
    "CannotLearn",
    "CannotPrint",
    "Credit",
    "Embed",
    "Figure",
    "InputTooComplex",
    "InputTooLarge",
    "LabelledBlock",
    "Limits",
    "ListItem",
    "Metadata",
    "Moment",
    "Page",
    "PageWarning",
    "Paragraph",
    "Quote",
    "RelatedItem",
    "SeeAlso",
    "Subheading",
    "Table",
    "UndecodableInput",
    "UnknownLayout",
    "can_print",
    "explain",
    "fields",
    "json_schema",
    "layouts",
    "parse",
    "render",
]


def __getattr__(name: str) -> object:
    """What few programs need is imported when it is first asked for."""
    if name == "can_print":
        from .roundtrip import can_print

        return can_print
    if name == "json_schema":
        from .serialize import json_schema

        return json_schema
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
