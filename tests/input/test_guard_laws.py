"""What the guard of markup counts is never too low, whatever hides in a page."""

from unittest.mock import patch

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from arnews.errors import InputTooComplex
from arnews.input import markup_guard
from arnews.input.open_elements import OpenElements
from arnews.limits import Limits
from helpers import tricks

NO_LIMIT = 10**9
PADDING = 20_000  # letters: a larger page may have more tags
IMPLIED = 3  # elements that a tag may make: <td> makes <tbody> and <tr> too
PAGES = st.builds(
    lambda family, n: tricks.page(family, n).encode(),
    tricks.families,
    st.sampled_from([1, 20, 100]),
)
LIMITS = st.builds(
    Limits,
    max_open_formatting=st.sampled_from([38, 50]),
    max_reopened=st.sampled_from([2_000, 200_000, 200_000]),
)


def passes_by_counts(html, limits):
    with patch.object(markup_guard, "_look_closely", side_effect=InputTooComplex("doubt")):
        try:
            markup_guard.check(html, limits)
        except InputTooComplex:
            return False
    return True


@settings(max_examples=settings().max_examples * 6)
@given(html=PAGES, limits=LIMITS)
def test_what_the_counts_let_through_the_close_look_lets_through(html, limits):
    """Counts bound depth and names by the square root of the size, not by `Limits`."""
    html += b"x" * PADDING
    if passes_by_counts(html, limits):
        bounded = evolve(
            limits, max_depth=NO_LIMIT, max_attribute_names=NO_LIMIT, max_tag_names=NO_LIMIT
        )
        markup_guard._look_closely(html, bounded)


def counted(html):
    """The tags of a page, the deepest that they stand, and the elements that open formatting
    repeats, as the close look counts them; `None` if it is not sure how to read the page."""
    page, open_ = markup_guard._Reading(html), OpenElements()
    tags = deepest = 0
    try:
        for tag in page.tags(closely=True):
            tags += 1
            if tag.name in markup_guard._BODIES:
                continue
            open_.surely = open_.surely and not page.odd
            if tag.is_end:
                open_.end(tag.name)
            else:
                open_.start(tag.name, tag.attributes, tag.weight)
            deepest = max(deepest, open_.depth + page.drawn)
    except InputTooComplex:
        return None
    return tags, deepest, open_.reopened


def tree(html):
    """The number of elements that the parser makes, and how deep they stand."""
    number = deepest = 0
    node, depth = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS).root, 0
    while node is not None:
        if not node.tag.startswith("-"):
            number += 1
            deepest = max(deepest, depth)
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return number, deepest


@given(html=PAGES)
def test_the_parser_makes_no_more_than_is_counted(html):
    found = counted(html)
    if found is not None:
        tags, depth, reopened = found
        number, deepest = tree(html)
        assert number <= tags * IMPLIED + reopened + 3, (number, found)
        assert deepest <= depth * IMPLIED + 8, (deepest, found)
