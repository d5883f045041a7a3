"""How much arnews takes on. Every limit is linear work; beyond them it says so, never hangs."""

from __future__ import annotations

from attrs import frozen


@frozen
class Limits:
    """Limits on one input; loosen them for input that you trust.

    The markup limits stand in front of the C parser, which is quadratic on some small inputs and
    cannot be interrupted. The largest values found on 1,324 real pages stand beside each.
    """

    #: Bytes or characters of the input. Real pages reach 2.2 MB; trafilatura stops at 20 MB too.
    max_size: int = 20_000_000
    #: Blocks of a page: lines of a text. Real pages have a few thousand.
    max_blocks: int = 200_000
    #: `<` signs: memory, 0.2 KB an element. Real pages reach 19,629.
    max_tags: int = 200_000
    #: Open elements inside one another: the parser's time grows with the square of it. Browsers
    #: stop at 512, Gumbo at 400; real pages reach 41.
    max_depth: int = 512
    #: Different formatting elements (`<b>`, `<font size=…>` …) open at once: each is written again
    #: in every paragraph that follows. Real pages have 92 at most, closed ones counted too.
    max_open_formatting: int = 128
    #: Elements that open formatting makes the parser write, over the page and for each byte of it
    #: (beside the first 2,000): 0.4 KB and 0.5 µs each.
    max_reopened: int = 200_000
    max_reopened_a_byte: float = 1.0
    #: `<body>` and `<html>` tags: the attributes of all are merged. Real pages have one each, or a
    #: few that were pasted together.
    max_bodies: int = 256
    #: Attributes on one tag, for tags past 8 KB: the parser compares each with all. Gumbo stops at
    #: 400; real pages reach 73.
    max_attributes: int = 400
    #: Different tag names. The parser looks each up in a growing table: 200,000 took 20 s.
    max_tag_names: int = 2_000
    #: Raise `InputTooComplex` for markup past its limits, rather than read it as plain text.
    strict: bool = False
