"""Prints a page as flattened text."""

from __future__ import annotations

from ..layouts.template import Node
from ..model import Page
from .values import Place
from .walk import Walk

_ANY_GAP = "\n\n"  # what `~` prints


def print_text(page: Page, template: Node, place: Place) -> str | None:
    """`page` by `template`; `None` if a field that must be printed is absent."""
    return Walk(page, _Text()).printed(template, place) if page.articles else ""


class _Text:
    def word(self, text: str) -> str:
        return text

    def gap(self, text: str | None) -> str:
        return _ANY_GAP if text is None else text

    def field(self, name: str, place: Place) -> str | None:
        return place.text(name)

    def scope(self, name: str, printed: str, place: Place) -> str:
        return printed

    def picture(self, name: str, place: Place) -> str | None:
        return None
