"""`explain`: a table of how each block of a page was labelled, and why a line is no date, byline or
credit although it looks like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .arguments import check
from .model import LabelledBlock, Page
from .refusals import Refusal, refusals

_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDTH, _INDENT = 100, 20
_SHOWN = 64  # characters of a block
_QUOTED = 40  # characters of a phrase
_NO_BREAK = "\N{NO-BREAK SPACE}"

# Isolates keep each value in its own direction: a Latin name cannot reverse an Arabic line.
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def explain(page: Page) -> str:
    """A table of the page's blocks, for people, 100 columns wide.

    A row has the position in the source, the article and related item (`·` outside), the role and
    the text. Below it are the zone, the next likely role and how far it is behind, the features
    with their weights, and why the line is no date, byline or credit although it looks like one:

        no date: «ووقع أول حادث» is no part of one («مساء الأربعاء 4 أبريل 1984» is)

    A page from JSON without blocks has no table; the text then says so. Raises `BadArgument` for
    anything but a page.
    """
    check("page", page, Page, "an arnews.Page, as arnews.parse gives it")
    return "\n".join(_lines(page)) + "\n"


def isolated(text: str) -> str:
    """`text` in its own direction, whatever is printed around it."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def _lines(page: Page) -> Iterator[str]:
    articles = len(page.articles)
    yield f"layout {page.layout}, {page.kind}, {articles} article{'s' * (articles != 1)}"
    if any(block.cut for block in page.blocks):
        yield _how_cut(page)
    for warning in page.warnings:
        yield f"warning ({warning.code}): {warning.message}"
    if not page.blocks:
        yield "no blocks: the page is empty, or its JSON was written without `blocks`"
    for block, refused in zip(page.blocks, refusals(page), strict=True):
        yield f"{_place(block):>13}  {_belongs(block):<4} {block.role:<15} {_shown(block.text)}"
        for line in (_reasons(block), *(_refused(each, block.role) for each in refused)):
            yield from _wrapped(line)


def _how_cut(page: Page) -> str:
    """A line that counts by what segmentation separated the blocks of a text."""
    cuts = Counter(block.cut for block in page.blocks if block.cut)
    joined = sum(len(_LINE_END.findall(block.text)) for block in page.blocks)
    counts = ", ".join(f"{cut} {times}×" for cut, times in cuts.most_common())
    return f"cut at: {counts}" + (f"; lines of broken sentences joined: {joined}" if joined else "")


def _place(block: LabelledBlock) -> str:
    return f"{block.start}–{block.end}" if block.path is None else block.path[-13:]


def _belongs(block: LabelledBlock) -> str:
    if block.article is None:
        return "·"
    return f"{block.article}" if block.item is None else f"{block.article}.{block.item}"


def _shown(text: str) -> str:
    return isolated(_cut(_LINE_END.sub("⏎", text), _SHOWN))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _wrapped(line: str) -> list[str]:
    import textwrap

    indent = " " * _INDENT
    lines = textwrap.wrap(
        line, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]


def _reasons(block: LabelledBlock) -> str:
    """«zone head; runner-up subtitle, 2 behind; line +1; printed again +3»."""
    reasons = [f"zone {block.zone}"] if block.zone else []
    if block.runner_up:
        role, margin = block.runner_up
        behind = f"{margin:g} behind" if margin >= 0 else f"{-margin:g} ahead: the template decided"
        reasons.append(f"runner-up {role}, {behind}")
    reasons += [f"{name} {weight:+g}" for name, weight in block.evidence]
    return "; ".join(reason.replace(" ", _NO_BREAK) for reason in reasons)


def _refused(refusal: Refusal, role: str) -> str:
    """Why the line with `role` is no date, byline or credit although it looks like one."""
    value, others, parts = refusal
    if not others:
        return f"a {value} by its form, but {role} in this place"
    named = " and ".join(map(_quoted, others))
    if not parts:
        return f"no {value}: {named} names no agency, photographer or archive"
    ones = f"({' and '.join(map(_quoted, parts))} {'is' if len(parts) == 1 else 'are'})"
    return f"no {value}: {named} {'is' if len(others) == 1 else 'are'} no part of one {ones}"


def _quoted(phrase: str) -> str:
    return isolated(f"«{_cut(phrase, _QUOTED)}»").replace(" ", _NO_BREAK)
