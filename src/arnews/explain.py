"""`explain`: a table of how each block of a page was labelled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .model import LabelledBlock, Page

_LINE_END = re.compile(r"\r\n|\n|\r")
_SHOWN = 72  # characters of a block


def explain(page: Page) -> str:
    """A table of the page's blocks, for people: position in the source, article and related item,
    role, text and evidence.

    A page from JSON without blocks has no table; the text then says so.
    """
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    articles = len(page.articles)
    yield f"layout {page.layout}, {page.kind}, {articles} article{'s' * (articles != 1)}"
    if any(block.cut for block in page.blocks):
        yield _how_cut(page)
    for warning in page.warnings:
        yield f"warning ({warning.code}): {warning.message}"
    if not page.blocks:
        yield "no blocks: they come with arnews.parse, and with to_json(blocks=True)"
    for block in page.blocks:
        yield f"{_place(block):>15}  {_belongs(block):<5} {block.role:<16} {_shown(block.text)}"
        if block.evidence:
            yield " " * 23 + "; ".join(f"{name} {weight:+g}" for name, weight in block.evidence)


def _how_cut(page: Page) -> str:
    """A line that counts by what segmentation separated the blocks of a text."""
    cuts = Counter(block.cut for block in page.blocks if block.cut)
    joined = sum(len(_LINE_END.findall(block.text)) for block in page.blocks)
    counts = ", ".join(f"{cut} {times}×" for cut, times in cuts.most_common())
    return f"cut at: {counts}" + (f"; lines of broken sentences joined: {joined}" if joined else "")


def _place(block: LabelledBlock) -> str:
    return f"{block.start}–{block.end}" if block.path is None else block.path[-15:]


def _belongs(block: LabelledBlock) -> str:
    if block.article is None:
        return "·"
    return f"{block.article}" if block.item is None else f"{block.article}.{block.item}"


def _shown(text: str) -> str:
    text = _LINE_END.sub("⏎", text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
