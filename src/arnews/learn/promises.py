"""What a template promises of every page that is printed by it."""

from __future__ import annotations

from collections.abc import Iterator

from ..layouts.template import Choice, Field, Gap, Literal, Loop, Maybe, Node, Price, Scope
from ..layouts.template import Sequence as Parts

_PARTS = frozenset({"item", "see_also", "figure"})  # of a page; what they print may be absent


def promised(node: Node) -> set[str]:
    """The fields that a template has a place for without a price."""
    match node:
        case Field(name):
            return {name}
        case Parts(parts):
            priced = any(isinstance(part, Price) for part in parts)
            return set() if priced else set().union(*map(promised, parts))
        case Choice(options):
            return set().union(*map(promised, options))
        case Loop(inner) | Maybe(inner):
            return promised(inner)
        case Scope(name, inner):
            return promised(inner) | {name}
    return set()


def always_printed(node: Node) -> set[str]:
    """The fields that a template prints on every page."""
    match node:
        case Field(name):
            return {name}
        case Parts(parts):
            return set().union(*map(always_printed, parts))
        case Choice(options):
            return set.intersection(*map(always_printed, options))
        case Loop(inner):
            return always_printed(inner)
        case Scope(name, inner):
            return set() if name in _PARTS else always_printed(inner) | {name}
        case Maybe():
            return set()
    return set()


def labels(node: Node) -> Iterator[tuple[str, str]]:
    """The words that a template prints right before a field, on every page, with the field."""
    match node:
        case Parts(parts):
            word = ""
            for part in parts:
                match part:
                    case Literal(text):
                        word = text.strip()
                    case Field(name) if word:
                        yield word, name
                        word = ""
                    case Gap():
                        pass
                    case _:
                        word = ""
                        yield from labels(part)
        case Loop(inner):
            yield from labels(inner)
        case Scope(name, inner) if name not in _PARTS:
            yield from labels(inner)
