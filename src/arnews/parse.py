"""`parse`: from what was scraped to a `Page`."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Literal

from attrs import evolve

from . import layouts
from .assembly import Assembly
from .assembly.completion import complete
from .blocks import Block
from .errors import InputTooComplex, UnknownLayout
from .input import markup_guard, metadata, source
from .input.metadata import Metadata
from .input.source import Source
from .labeling import evidence
from .labeling.decoder import Decoded, Decoder
from .labeling.grammar import compile_grammar
from .labeling.lines import Wording
from .labeling.reading import Reading
from .labeling.weights import Weights, shipped
from .layouts import Layout
from .layouts.template import Node, loosened
from .limits import Limits
from .model import Page
from .segment import html as html_segments
from .segment import text as text_segments

#: A layout found by fingerprint is taken at once if its way costs no more than this a block above
#: the evidence: the page is printed as the template says.
_CLOSE = 0.5
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
    `encoding` what an HTTP header said (a hint); both are found out where they are not given.
    Words that somebody decoded wrongly («ط§ظ„ط±ط¦ظٹط³» for «الرئيس») are told in `Page.warnings`,
    and brought back with `repair`; the page is then that of the repaired text.

    The layout is the one named (or given), else that of the site of `url`, else the one that the
    page itself shows; `"generic"` reads any publisher. `fetched_at` is the clock for relative dates
    («قبل ساعتين»), which stay unresolved without it unless the page states the time to machines.
    What a page of HTML states is `Page.metadata`; what its article does not show is completed from
    it and named in `Article.from_metadata`.

    Raises `UndecodableInput` for bytes that are no text, `InputTooLarge` past `limits`,
    `InputTooComplex` for markup past strict limits, and `UnknownLayout` for a name that no layout
    has. The same input gives the same page, whatever was parsed before.
    """
    read = source.read(data, kind=kind, encoding=encoding, repair=repair, limits=limits)
    read, blocks, stated = blocks_of(read, limits)
    url = url or stated.url
    candidates = _candidates(blocks, layout, url, fetched_at)
    chosen, reading, decoded = _label(read, blocks, stated, candidates, url)
    assembly = Assembly(reading, fetched_at)
    assembly.take(decoded.steps)
    completed = complete(
        assembly.done(),
        blocks,
        stated,
        chosen.lexicon,
        url=url,
        zone=chosen.zone if layout or _is_of(chosen, url) else None,
        fetched_at=fetched_at,
    )
    return Page(
        articles=completed.articles,
        url=url,
        layout=chosen.id,
        kind=read.kind,
        metadata=stated,
        blocks=tuple(assembly.blocks),
        warnings=(*read.warnings, *assembly.warnings, *completed.warnings),
    )


def _is_of(layout: Layout, url: str | None) -> bool:
    """Whether `url` is an address of the publisher of `layout`: words alone may be another's."""
    known = layouts.for_url(url) if url else None
    return known is not None and known.domains == layout.domains


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
    read: Source,
    blocks: list[Block],
    stated: Metadata,
    candidates: tuple[Layout, ...],
    url: str | None,
) -> tuple[Layout, Reading, Decoded]:
    """The layout with the cheapest way through the blocks, and that way."""
    best: tuple[Layout, Reading, Decoded] | None = None
    of_its_house = bool(url and layouts.for_url(url))
    for layout in candidates:
        decoder = decoder_for(layout, read.kind)
        if decoder is None:
            continue
        reading = best[1].under(layout) if best else Reading(blocks, layout, stated)
        evidence.observe(reading)
        decoded = decoder.decode(reading)
        close = _is_close(read, decoded)
        if read.kind == "html" and not close:
            decoded = _by_any_template(layout, reading, decoded)
            close = of_its_house
        if best is None or decoded.cost < best[2].cost:
            best = (layout, reading, decoded)
        if close:
            break
    if best is None:
        raise UnknownLayout(f"layout `{candidates[0].id}` has no template for {read.kind}")
    return best


def _is_close(read: Source, decoded: Decoded) -> bool:
    """Whether the page is printed as the template says; most of a page of HTML is no article."""
    if read.kind == "text":
        return decoded.detour <= _CLOSE * len(decoded.steps)
    return decoded.detour <= _CLOSE * sum(step.slot is not None for step in decoded.steps)


def _by_any_template(layout: Layout, reading: Reading, decoded: Decoded) -> Decoded:
    """The page by the generic template: a layout's words and elements hold for a page of its
    house whose order is another."""
    if layout.id == layouts.GENERIC:
        return decoded
    decoder = decoder_for(layouts.get(layouts.GENERIC), "html")
    assert decoder is not None
    # Both ways go through the same evidence, so what they cost can be compared.
    return min(decoded, decoder.decode(reading), key=lambda way: way.cost)


@lru_cache(maxsize=256)  # layouts may be made by the dozen, as learning does
def decoder_for(layout: Layout, kind: str) -> Decoder | None:
    """What takes the blocks of a page apart by `layout`; `None` if it has no template."""
    template = layout.template(kind)
    return None if template is None else decoder_of(template, layout, kind)


def decoder_of(template: Node, layout: Layout, kind: str) -> Decoder:
    """What takes the blocks of a page apart by `template`, with the words of `layout`."""
    words = layout.words
    fields = {"section": words.sections, "video": words.video, "marker": words.related}
    if kind == "html":
        template = loosened(template)
    grammar = compile_grammar(template, Wording(frozenset(words.related), fields))
    return Decoder(grammar, Weights(shipped()))
