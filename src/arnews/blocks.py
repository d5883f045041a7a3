"""Blocks: the runs of visible text that segmentation hands to labelling.

A block is what a reader sees as one line or paragraph. Only segmentation knows whether the input
was text or HTML; a text block has a span and the gap before it, an HTML block has `markup`.
"""

from __future__ import annotations

from attrs import define, frozen


@frozen
class Markup:
    """What the HTML around a block hints at.

    `tags` are the names of the element and its ancestors, innermost first; `tokens` their class,
    id, itemprop and role words (lower case, split at `-` and `_` as well), innermost first.
    """

    path: str
    tags: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    link_density: float = 0.0
    href: str | None = None
    figure: int | None = None  # blocks with the same number stand in the same figure
    datetime: str | None = None  # the machine-readable value of a <time>


@define(eq=False)
class Block:
    """One run of text: `text` is `source.text[start:end]` for text input.

    `gap` is what stands between the block before and this one (blanks and line ends only).
    """

    text: str
    start: int = 0
    end: int = 0
    gap: str = ""
    markup: Markup | None = None
