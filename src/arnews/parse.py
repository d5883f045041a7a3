"""`parse`: from what was scraped to a `Page`."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

from attrs import evolve

from . import layouts
from .assembly import Assembly
from .blocks import Block
from .errors import InputTooComplex, UnknownLayout
from .input import markup_guard, metadata, source
from .input.metadata import Metadata
from .input.source import Source
from .labeling import Labelling, label
from .layouts import Layout
from .limits import Limits
from .model import Page
from .segment import html as html_segments
from .segment import text as text_segments

# Characters that the parser of HTML drops without a word.
_UNPARSABLE = re.compile("[\x00\ud800-\udfff]")


def parse(
    data: str | bytes,
    *,
    url: str | None = None,
    kind: Literal["text", "html"] | None = None,
    encoding: str | None = None,
    repair: bool = False,
    layout: str | Layout | None = None,
    fetched_at: datetime | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Page:
    """Reads one scraped page.

    `data` is the page as `bytes` or decoded; `kind` says whether it is HTML or flattened text,
    `encoding` what an HTTP header said; both are found out where they are not given. Words that
    somebody decoded wrongly («ط§ظ„ط±ط¦ظٹط³» for «الرئيس») are told in `Page.warnings`, and brought
    back with `repair`; the page is then that of the repaired text.

    The layout is the one named (or given), else that of the site of `url`, else the one that the
    page itself shows; `"generic"` reads any publisher. `fetched_at` is the clock for relative dates
    («قبل ساعتين»), which stay unresolved without it.

    Raises `UndecodableInput` for bytes that are no text, `InputTooLarge` past `limits`,
    `InputTooComplex` for markup past strict limits, and `UnknownLayout` for a name that no layout
    has. The same input gives the same page, whatever was parsed before.
    """
    read = source.read(data, kind=kind, encoding=encoding, repair=repair, limits=limits)
    read, blocks, stated = blocks_of(read, limits)
    url = url or stated.url
    candidates = _candidates(blocks, layout, url, fetched_at)
    labelling = _label(blocks, stated, candidates, url)
    assembly = Assembly(labelling, fetched_at)
    assembly.take()
    articles = assembly.done()
    differences = metadata.disagreements(stated, articles[0]) if articles else ()
    return Page(
        articles=articles,
        url=url,
        layout=labelling.layout.id,
        kind=read.kind,
        blocks=tuple(assembly.blocks),
        warnings=(*read.warnings, *assembly.warnings, *differences),
    )


def blocks_of(read: Source, limits: Limits) -> tuple[Source, list[Block], Metadata]:
    """The blocks and the metadata; markup past the limits is read as text without its tags, and
    told so."""
    if read.kind == "text":
        return read, text_segments.segment(read.text, limits), metadata.NOTHING
    read, markup = _markup(read)
    try:
        markup_guard.check(markup, limits)
        blocks, declared = html_segments.read(markup, limits)
    except InputTooComplex as told:
        if limits.strict:
            raise
        warning = f"markup too complex, read as text: {told}"
    else:
        return read, blocks, metadata.read(declared)
    text = markup_guard.stripped(read.text)
    bare = evolve(read, text=text, kind="text", warnings=(*read.warnings, warning))
    return bare, text_segments.segment(text, limits), metadata.NOTHING


def _markup(read: Source) -> tuple[Source, bytes]:
    """The page in UTF-8, as the parser takes it; what the parser would drop is told."""
    text = read.text
    if "\0" not in text:
        try:
            return read, read.utf8 or text.encode()
        except UnicodeEncodeError:
            pass
    text = _UNPARSABLE.sub("\ufffd", text)
    told = "NUL characters or lone surrogates in the markup: read as \ufffd"
    return evolve(read, text=text, warnings=(*read.warnings, told), utf8=None), text.encode()


def _candidates(
    blocks: list[Block], layout: str | Layout | None, url: str | None, fetched_at: datetime | None
) -> tuple[Layout, ...]:
    """The layouts to try: the one that is asked for, or the likeliest and the generic one."""
    if isinstance(layout, Layout):
        return (layout,)
    if layout is not None:
        return (layouts.get(layout),)
    likely = layouts.for_url(url, fetched_at.date() if fetched_at else None) if url else None
    likely = likely or layouts.guess(block.text for block in blocks)
    generic = layouts.get(layouts.GENERIC)
    return (likely, generic) if likely else (generic,)


def _label(
    blocks: list[Block], stated: Metadata, candidates: tuple[Layout, ...], url: str | None
) -> Labelling:
    """The labelling by the layout with the cheapest path through the blocks."""
    best: Labelling | None = None
    known = bool(url and layouts.for_url(url))
    for layout in candidates:
        try:
            labelling = label(blocks, layout, stated, like=best)
        except UnknownLayout:
            if len(candidates) == 1:
                raise
            continue
        if best is None or labelling.cost < best.cost:
            best = labelling
        is_html = labelling.page.is_html
        if labelling.is_close or (is_html and known and layout.id != layouts.GENERIC):
            break
    assert best is not None
    return best
