"""What is right on a page, for fitting the weights.

A label is the set of slots that may take a block, `None` for leaving it over. Blocks without a
label may be anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from arnews import parse as parsing
from arnews import segment
from arnews.input import source
from arnews.labeling import evidence
from arnews.labeling.grammar import Grammar
from arnews.labeling.reading import Reading
from arnews.labeling.roles import DEBRIS
from arnews.layouts import Layout
from arnews.limits import Limits

Slots = frozenset[int | None]


@frozen(eq=False)
class Labelled:
    """A page under one layout, of which `right` tells the slots by block."""

    publisher: str
    origin: str
    grammar: Grammar
    reading: Reading
    right: Mapping[int, Slots]


def read_by(layout: Layout, data: str | bytes, form: str | None = None) -> Reading | None:
    """The page with the notes on its blocks; `None` if the layout has no template for it."""
    limits = Limits()
    read, blocks, stated = segment.blocks(source.read(data, kind=form, limits=limits), limits)
    if layout.template(read.kind) is None:
        return None
    reading = Reading(blocks, layout, stated)
    evidence.observe(reading)
    return reading


def grammar_of(reading: Reading) -> Grammar:
    """The grammar by which the layout of `reading` reads it."""
    marked = bool(reading.blocks) and reading.blocks[0].markup is not None
    decoder = parsing.decoder_for(reading.layout, "html" if marked else "text")
    assert decoder is not None
    return decoder.grammar


def slots_of(grammar: Grammar, roles: Iterable[str]) -> Slots:
    """The slots that print something of `roles`; `None` is among them if debris is."""
    wanted = set(roles)
    slots = enumerate(grammar.slots)
    found = {at for at, slot in slots if any(part.role in wanted for part in slot.parts)}
    return frozenset(found | {None}) if wanted.intersection(DEBRIS) else frozenset(found)


def house(layout: Layout) -> str:
    """The publisher of a layout, whatever its version."""
    return layout.id.partition("@")[0]
