"""What it costs to read pages by a template: the measure by which one is held against another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from . import segment
from .input.source import Kind, Source
from .labeling import evidence
from .labeling.reading import Reading
from .layouts import Layout, template
from .limits import Limits
from .parse import decoder_of


@frozen
class Judge:
    """Pages of one kind, looked at with a layout's words and elements."""

    layout: Layout
    kind: Kind
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, pages: Iterable[Source], layout: Layout) -> Judge:
        """Raises what `arnews.parse` raises."""
        kind: Kind = "text"
        readings = []
        for page in pages:
            _, blocks, stated = segment.blocks(page, Limits())
            kind = page.kind
            readings.append(Reading(blocks, layout, stated))
            evidence.observe(readings[-1])
        return cls(layout, kind, tuple(readings))

    def costs(self, rules: Mapping[str, str]) -> list[float]:
        """What the cheapest way through the template costs on each page, less what the evidence
        on the way is worth. Raises `BadLayout`."""
        node = template.read(rules, f"layout {self.layout.id}")
        decoder = decoder_of(node, self.layout, self.kind)
        return [decoder.path(reading).cost for reading in self.readings]
