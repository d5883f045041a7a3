"""arnews reads scraped Arabic news: HTML, or text that some tool has flattened out of HTML.

text = arnews.extract(data)         # bytes or str, HTML or text
page = arnews.parse(data)
page.articles[0].headline
arnews.records(page)                # a row an article, for tables
arnews.render(page, layout="aawsat")
print(arnews.explain(page))
"""

from typing import TYPE_CHECKING

from . import fields, layouts
from .errors import (
    ArnewsError,
    BadArgument,
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
from .parse import extract, parse
from .render import render

if TYPE_CHECKING:
    from .roundtrip import can_print
    from .rows import records
    from .serialize import json_schema

    __version__: str

__all__ = [
    "ArnewsError",
    "Article",
    "BadArgument",
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
    "extract",
    "fields",
    "json_schema",
    "layouts",
    "parse",
    "records",
    "render",
]


_LATE = {"can_print": ".roundtrip", "json_schema": ".serialize", "records": ".rows"}


def __getattr__(name: str) -> object:
    """What few programs need is imported when it is first asked for."""
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(_LATE[name], __name__), name)
    if name == "__version__":
        from importlib.metadata import version

        return version(__name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """What a console offers: with the names that are not imported yet."""
    return sorted({*globals(), *__all__, "__version__"})
