"""Source to blocks: the only room that knows whether the input was text or HTML.

`blocks` is its only face.
"""

from __future__ import annotations

from typing import NamedTuple

from ..blocks import Block
from ..errors import InputTooComplex
from ..input import markup_guard, metadata
from ..input.metadata import Metadata
from ..input.source import Source
from ..limits import Limits
from ..model import PageWarning
from ..patterns import plain
from . import html, text

# Characters that the parser of HTML drops without a word.
_UNPARSABLE = plain("[\x00\ud800-\udfff]")


class Segmented(NamedTuple):
    """The blocks of a page in order, what the page declares to machines, and the source as it was
    read: markup that may not be parsed is text without its tags, and a warning says so."""

    source: Source
    blocks: list[Block]
    metadata: Metadata


def blocks(source: Source, limits: Limits) -> Segmented:
    """Cuts `source` into blocks.

    >>> from arnews.input.source import read
    >>> page = read("<h1>وزراء المياه يتفقون</h1><p>اتفق <b>الوزراء</b> اليوم.</p>")
    >>> [(block.text, block.markup.path) for block in blocks(page, Limits()).blocks]
    [('وزراء المياه يتفقون', 'body/h1[1]'), ('اتفق الوزراء اليوم.', 'body/p[1]')]

    Raises `InputTooLarge` past `limits.max_blocks`, and `InputTooComplex` for markup past the
    other limits if they are strict.
    """
    if source.kind == "text":
        return Segmented(source, text.segment(source.text, limits), metadata.NOTHING)
    source, markup = _parsable(source)
    try:
        markup_guard.check(markup, limits)
        found, declared = html.read(markup, limits)
    except InputTooComplex as error:
        if limits.strict:
            raise
        warning = PageWarning("too complex", f"markup too complex, read as text: {error}")
        plain = markup_guard.stripped(source.text)
        read = source._replace(text=plain, kind="text", warnings=(*source.warnings, warning))
        return Segmented(read, text.segment(plain, limits), metadata.NOTHING)
    return Segmented(source, found, metadata.read(declared))


def _parsable(source: Source) -> tuple[Source, bytes]:
    """The markup in UTF-8, as the parser takes it; a warning names what the parser would drop."""
    try:
        markup = source.utf8 or source.text.encode()
        if b"\0" not in markup:
            return source, markup
    except UnicodeEncodeError:
        pass
    plain = _UNPARSABLE.sub("\ufffd", source.text)
    warning = PageWarning("nul", "NUL characters or lone surrogates in the markup: read as \ufffd")
    read = source._replace(text=plain, warnings=(*source.warnings, warning), utf8=None)
    return read, plain.encode()
