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
    #: `<` signs. Real pages reach 19,629.
    max_tags: int = 100_000
    #: Open elements inside one another. Browsers stop at 512, Gumbo at 400; real pages reach 41.
    max_depth: int = 512
    #: Formatting elements (`<b>`, `<font>` …) open at once: each is opened again in every
    #: paragraph that follows. Real pages reach 170.
    max_open_formatting: int = 256
    #: Elements that open formatting makes the parser write, over the page.
    max_reopened: int = 2_000_000
    #: Attributes on one tag. Gumbo stops at 400; real pages reach 73.
    max_attributes: int = 400
    #: Different tag names. The parser looks each up in a growing table.
    max_tag_names: int = 2_000
    #: Raise `InputTooComplex` for markup past its limits, rather than read it as plain text.
    strict: bool = False
