"""A printed page held against labelling: is the right path the cheapest one?"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from attrs import frozen

from ..blocks import Block
from ..input.metadata import Metadata
from ..layouts import Layout
from .decoder import Decoder, Path
from .grammar import START
from .label import decoder_for, observe
from .line_slots import Slot
from .page_context import PageContext


@frozen(eq=False)
class Alignment:
    """A page under a layout: the slots of its template, and the cheapest path through them."""

    page: PageContext
    decoder: Decoder
    path: Path

    @classmethod
    def of(cls, blocks: list[Block], layout: Layout, metadata: Metadata, kind: str) -> Alignment:
        """The alignment of `blocks`; the layout has a template for pages of this kind."""
        decoder = decoder_for(layout, kind)
        assert decoder is not None
        page = observe(blocks, layout, metadata)
        return cls(page, decoder, decoder.path(page))

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.decoder.grammar.slots

    def cost_through(self, right: Mapping[int, frozenset[int]]) -> float:
        """What the cheapest path costs on which each block is taken by one of its `right` slots;
        blocks without any, such as pictures, are skipped."""
        costs: dict[int, float] = {START: 0.0}
        for index in range(len(self.page.blocks)):
            reached = self.decoder.reach(costs, self.page, index)
            slots = right.get(index)
            if slots is not None:
                costs = {slot: cost for slot, cost in reached.items() if slot in slots}
        ends = self.decoder.grammar.ends
        return min((cost + ends.get(slot, inf) for slot, cost in costs.items()), default=inf)
