"""Limits on the input. Within them the work is linear in its size."""

from __future__ import annotations

from attrs import fields, frozen

from .arguments import wrong


@frozen
class Limits:
    """Limits on one input. Raise them for input that you trust.

    The limits on markup protect the C parser, which is quadratic on some small inputs and cannot be
    interrupted. The largest values of 1,324 real pages are given with each limit.

    Attributes:
        max_size: Bytes or characters of the input. Real pages reach 2.2 MB; trafilatura stops at
            20 MB too.
        max_blocks: Blocks (in text: lines) of a page. Real pages have a few thousand.
        max_tags: `<` signs; an element takes 0.2 KB of memory. Real pages reach 19,629.
        max_depth: Depth of open elements; the parser's time grows with its square. Browsers stop at
            512, Gumbo at 400; real pages reach 41.
        max_open_formatting: Different formatting elements (`<b>`, `<font size=…>`) open at once:
            the parser repeats each in every following paragraph. Real pages have at most 92, closed
            ones included.
        max_reopened: Elements that the parser repeats because of open formatting, for the whole
            page: 0.4 KB and 0.5 µs each.
        max_reopened_a_byte: The same for each byte of the page, after the first 800,000.
        max_bodies: `<body>` and `<html>` tags; the parser merges the attributes of all. Real pages
            have one of each, or a few if pages were pasted together.
        max_attributes: Attributes of one tag, and of all `<body>` and `<html>` tags together; the
            parser compares each with all others. Gumbo stops at 400; real pages reach 73.
        max_attribute_names: Different names of attributes, of tags that are looked at by
            themselves; the parser keeps them in a table that does not grow.
        max_tag_names: Different names of tags; the parser searches a growing table: 200,000 names
            took 20 s.
        strict: Raise `InputTooComplex` for markup beyond its limits, instead of reading it as plain
            text.

    >>> Limits(max_size=100_000_000).max_size
    100000000
    """

    max_size: int = 20_000_000
    max_blocks: int = 200_000
    max_tags: int = 200_000
    max_depth: int = 512
    max_open_formatting: int = 128
    max_reopened: int = 800_000
    max_reopened_a_byte: float = 1.0
    max_bodies: int = 256
    max_attributes: int = 400
    max_attribute_names: int = 2_000
    max_tag_names: int = 2_000
    strict: bool = False

    def __attrs_post_init__(self) -> None:
        """Raises `BadArgument` for a limit that is no number above 0."""
        for each in fields(Limits):
            value = getattr(self, each.name)
            if each.name == "strict":
                if not isinstance(value, bool):
                    raise wrong(each.name, value, "True or False")
            elif not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
                raise wrong(each.name, value, "a number above 0; a large one for no limit")
