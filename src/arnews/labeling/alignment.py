"""A printed page held against labelling: is the right path the cheapest one?"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from ..blocks import Block
from ..input.metadata import Metadata
from ..layouts import Layout
from .grammar import START
from .labelling import decoder_for, observe
from .line_slots import Slot


class Alignment:
    """A page under a layout, which has a template for pages of this kind: the slots of its
    template, and the cheapest path through them."""

    def __init__(self, blocks: list[Block], layout: Layout, metadata: Metadata, kind: str) -> None:
        decoder = decoder_for(layout, kind)
        assert decoder is not None
        self.page, self.decoder = observe(blocks, layout, metadata), decoder
        self.path = decoder.path(self.page)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.decoder.grammar.slots

    def cost_through(self, right: Mapping[int, frozenset[int]]) -> float:
        """What the cheapest path costs on which each block is taken by one of its `right` slots;
        blocks without any, such as pictures, are skipped."""
        costs: dict[int, float] = {START: 0.0}
        for index, slots in sorted(right.items()):
            reached = self.decoder.reach(costs, self.page, index)
            costs = {slot: cost for slot, cost in reached.items() if slot in slots}
        ends = self.decoder.grammar.ends
        return min((cost + ends.get(slot, inf) for slot, cost in costs.items()), default=inf)
