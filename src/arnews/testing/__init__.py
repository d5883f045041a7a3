"""Hypothesis strategies for packages that use arnews. They need `arnews[testing]`.

    from hypothesis import given
    from arnews.testing import pages, pages_in

    @given(pages)
    def test_my_writer_keeps_every_page(page): ...

    @given(pages_in("aawsat", form="html"))
    def test_my_reader_finds_the_headline(page): ...

Any value that the types allow: `pages`, `articles`, `figures`, `related_items`, `body_elements`,
`embeds`, `any_credits`, `any_bylines`, `any_moments`.

Values that a publisher could print: `pages_in` (whole pages of a layout), `real_pages_in` (in the
shapes of real pages: long bodies, several stories, captions with brackets inside), `messy` (a
printed page with debris), and the fields `caption_lines`, `credits`, `bylines`, `datelines`,
`moments`. The last three have an empty `raw`, because their text depends on the style.

Arabic text, of many different words: `words`, `sentences`, `paragraphs`, `headlines`, `captions`
and others.
"""

from .anything import (
    any_bylines,
    any_credits,
    any_moments,
    articles,
    body_elements,
    embeds,
    figures,
    metadata,
    pages,
    related_items,
)
from .losses import without_urls
from .messy import messy
from .printed import pages_in
from .prose import (
    captions,
    headlines,
    kickers,
    paragraphs,
    sentences,
    subheadings,
    subtitles,
    tags,
    teasers,
    words,
)
from .real import real_pages_in
from .values import bylines, caption_lines, credits, datelines, moments

__all__ = [
    "any_bylines",
    "any_credits",
    "any_moments",
    "articles",
    "body_elements",
    "bylines",
    "caption_lines",
    "captions",
    "credits",
    "datelines",
    "embeds",
    "figures",
    "headlines",
    "kickers",
    "messy",
    "metadata",
    "moments",
    "pages",
    "pages_in",
    "paragraphs",
    "real_pages_in",
    "related_items",
    "sentences",
    "subheadings",
    "subtitles",
    "tags",
    "teasers",
    "without_urls",
    "words",
]
