"""`label`: blocks of a page to what each of them is, by one layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from math import inf
from typing import NamedTuple

from .. import layouts
from ..blocks import Block
from ..errors import UnknownLayout
from ..input.metadata import Metadata
from ..layouts import Layout
from ..layouts.template import loosened
from ..remembered import once
from . import zones
from .decoder import TEMPLATE_DEVIATION, Decoded, Decoder, Step
from .features import look
from .features.html import add_html
from .features.markdown import marked
from .features.neighbours import add_neighbours
from .features.register import names
from .features.repetition import add_repetitions
from .grammar import START, compile_grammar
from .line_slots import Slot, Wording
from .page_context import PageContext
from .weights import shipped
from .zones import html as html_zones
from .zones import text as text_zones

#: A page is printed as the template says if its path costs no more than this a block above it.
_CLOSE = 0.5


class Labelling(NamedTuple):
    """A page under one layout: what each block is (`steps`), and what that cost.

    `is_close` says whether the page is printed as the layout's template says.
    """

    page: PageContext
    layout: Layout
    steps: tuple[Step, ...]
    cost: float
    is_close: bool

    def zone(self, step: Step) -> str:
        """The name of the zone that the block of `step` stands in."""
        return names(self.page.zones[step.index])[0]

    def evidence(self, step: Step) -> tuple[tuple[str, float], ...]:
        """The features of a block that speak for or against its role, with their weights."""
        known = shipped().evidence(step.features, step.role)
        return (*known, (TEMPLATE_DEVIATION, -step.deviation)) if step.deviation else known

    def runner_up(self, step: Step) -> tuple[str, float]:
        """The role that the features make the likeliest but one, and how far it falls behind."""
        return shipped().runner_up(step.features, step.role, self.page.selected.get(step.index))


def label(
    blocks: list[Block], layout: Layout, metadata: Metadata, *, like: Labelling | None = None
) -> Labelling:
    """What each of `blocks` is, by the template, words and elements of `layout`.

    `like` is the same page under another layout: values that it has parsed are not parsed again.
    Raises `UnknownLayout` if the layout has no template for pages of this kind.
    """
    kind = "html" if blocks and blocks[0].markup is not None else "text"
    decoder = decoder_for(layout, kind) or (None if blocks else decoder_for(layout, "html"))
    if decoder is None:
        raise UnknownLayout(f"layout `{layout.id}` has no template for {kind}")
    page = observe(blocks, layout, metadata, like.page if like else None)
    decoded = decoder.decode(page)
    close = _is_close(kind, decoded)
    if kind == "html" and not close and layout.id != layouts.GENERIC:
        # A known site may print its fields in another order: its words and elements still hold.
        generic = decoder_for(layouts.get(layouts.GENERIC), kind)
        assert generic is not None
        decoded = min(decoded, generic.decode(page), key=lambda way: way.cost)
    return Labelling(page, layout, decoded.steps, decoded.cost, close)


def observe(
    blocks: list[Block], layout: Layout, metadata: Metadata, like: PageContext | None = None
) -> PageContext:
    """The page with the zone and the features of every block.

    In HTML, only blocks near an article are looked at.
    """
    page = PageContext(blocks, layout, metadata, like)
    outline = None
    if page.is_html:
        html = html_zones.find_zones(page)
        for index, block in enumerate(blocks):
            if block.text and page.zones[index] != zones.FAR:
                page.features[index] = look(block.line, page)
        add_html(page, html)
        add_repetitions(page)
    else:
        page.features = [look(block.line, page) | marked(block) for block in blocks]
        add_repetitions(page)
        outline = text_zones.find_zones(page)
    add_neighbours(page, outline)
    page.features = [bits | zone for bits, zone in zip(page.features, page.zones, strict=True)]
    return page


def _is_close(kind: str, decoded: Decoded) -> bool:
    """Whether the page is printed as the template says; most of a page of HTML is no article."""
    taken = [step for step in decoded.steps if kind == "text" or step.slot is not None]
    return decoded.deviation <= _CLOSE * len(taken)


def decoder_for(layout: Layout, kind: str) -> Decoder | None:
    """What takes the blocks of a page apart by `layout`; `None` if it has no template."""
    return _decoders(layout)(kind)


@once
def _decoders(layout: Layout) -> Callable[[str], Decoder | None]:
    return cache(partial(_decoder, layout))


def _decoder(layout: Layout, kind: str) -> Decoder | None:
    template = layout.template(kind)
    if template is None:
        return None
    words = layout.words
    fields = {"section": words.sections, "video": words.video, "marker": words.related}
    grammar = compile_grammar(
        loosened(template) if kind == "html" else template,
        Wording(frozenset(words.related), fields),
    )
    return Decoder(grammar, shipped())


class Alignment:
    """A printed page held against labelling, under a layout that has a template for pages of its
    kind: the slots of the template, and the cheapest path through them."""

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
