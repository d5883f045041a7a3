"""What labelling knows of the page while it reads it: the blocks, the layout, the notes so far."""

from __future__ import annotations

from functools import cache

import regex
from attrs import Factory, define

from ..blocks import Block
from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from ..input.metadata import NOTHING, Metadata
from ..layouts import Layout
from ..lexicon import Lexicon
from ..lexicon.words import Words, key, keys
from ..model import Byline, Credit, Moment
from .plan import Plan

_LATIN_NAME = regex.compile(r"\p{Lu}[\p{Latin}.'’-]++(?: \p{Lu}[\p{Latin}.'’-]*+){1,3}")


@define(eq=False, slots=False)
class Reading:
    """One page under one layout. `notes[i]` are the names of the evidence on block `i`,
    `looks` those that the words of a text alone give.

    The four small grammars are asked through it, so that a line printed five times is read once.
    """

    blocks: list[Block]
    layout: Layout
    metadata: Metadata = NOTHING
    plan: Plan | None = None  # of a page of HTML
    notes: list[list[str]] = Factory(list)
    looks: dict[str, list[str]] = Factory(dict)
    _captions: dict[str, CaptionLine] = Factory(dict)
    _bylines: dict[str, Byline | None] = Factory(dict)
    _moments: dict[str, Moment | None] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.lexicon: Lexicon = self.layout.lexicon
        self.words: Words = self.lexicon.words
        known = _vocabulary(self.layout)
        self.interface, self.related, self.sections, self.elsewhere, self.comments = known
        self.in_rows = _in_rows(self.layout)

    def under(self, layout: Layout) -> Reading:
        """The same page under another layout: its plan stays, and so do the values that were read
        with the same lexicon."""
        if layout.lexicon is not self.lexicon:
            return Reading(self.blocks, layout, self.metadata, self.plan)
        known = self._captions, self._bylines, self._moments
        return Reading(self.blocks, layout, self.metadata, self.plan, [], {}, *known)

    def caption(self, text: str) -> CaptionLine:
        """`text` as a caption with its credit."""
        if text not in self._captions:
            self._captions[text] = credit.parse(text, lexicon=self.lexicon)
        return self._captions[text]

    def credit(self, text: str) -> Credit | None:
        """`text` as a credit, which its place says that it is."""
        return credit.parse_credit(text, lexicon=self.lexicon, sure=True)

    def byline(self, text: str) -> Byline | None:
        """`text` as a byline."""
        if text not in self._bylines:
            self._bylines[text] = byline.parse(text, lexicon=self.lexicon)
        return self._bylines[text]

    def signed(self, text: str) -> Byline:
        """`text` as a byline, which its place says that it is.

        A name that no grammar knows for one is the author if it is a Latin name, or if the page's
        metadata says so.
        """
        found = self.byline(text)
        if found is not None:
            return found
        if text in self.metadata.organizations:
            return Byline(text, publication=text)
        known = text in self.metadata.authors or _LATIN_NAME.fullmatch(text)
        return Byline(text, authors=(text,) if known else ())

    def moment(self, text: str) -> Moment | None:
        """`text` as a date, relative dates unresolved."""
        if text not in self._moments:
            self._moments[text] = date.parse(text, lexicon=self.lexicon)
        return self._moments[text]

    def names_source(self, text: str) -> bool:
        """Whether `text` has the label of a story's source: «المصدر: رويترز»."""
        label, colon, _ = text.partition(":")
        return bool(colon) and key(label) in self.lexicon.roles.sources

    def dates(self, text: str) -> tuple[date.Found, ...]:
        """Every date in `text`, with what its label says."""
        return date.find(text, lexicon=self.lexicon)


@cache
def _vocabulary(layout: Layout) -> tuple[frozenset[str], ...]:
    """Buttons, related markers, sections, and what announces lists elsewhere and comments: words
    of the language and the layout's own. What is a section of the house announces nothing."""
    shared, own = layout.lexicon.words, layout.words
    sections = keys(own.sections)
    return (
        (shared.interface | keys(own.interface)) - {""},  # a mark («|») has no key
        shared.related | keys(own.related),
        layout.lexicon.sections | sections,
        shared.elsewhere - sections,
        shared.comments - sections,
    )


@cache
def _in_rows(layout: Layout) -> frozenset[str]:
    """Words of which several may stand on one line: of menus, and of buttons for sharing."""
    interface, _, sections, *_ = _vocabulary(layout)
    return interface | sections | layout.lexicon.words.networks
