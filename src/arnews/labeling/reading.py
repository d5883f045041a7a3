"""What labelling knows of the page while it reads it: the blocks, the layout, the notes so far."""

from __future__ import annotations

from attrs import Factory, define

from ..blocks import Block
from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from ..layouts import Layout
from ..lexicon import Lexicon
from ..lexicon.words import Words, key
from ..model import Byline, Moment


@define(eq=False, slots=False)
class Reading:
    """One page under one layout. `notes[i]` are the names of the evidence on block `i`,
    `looks` those that the words of a text alone give.

    The four small grammars are asked through it, so that a line printed five times is read once.
    """

    blocks: list[Block]
    layout: Layout
    notes: list[list[str]] = Factory(list)
    looks: dict[str, list[str]] = Factory(dict)
    _captions: dict[str, CaptionLine] = Factory(dict)
    _bylines: dict[str, Byline | None] = Factory(dict)
    _moments: dict[str, Moment | None] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.lexicon: Lexicon = self.layout.lexicon
        self.words: Words = self.lexicon.words
        words = self.layout.words
        self.interface = self.words.interface | {key(word) for word in words.interface}
        self.related = self.words.related | {key(word) for word in words.related}
        self.video = self.words.video | {key(word) for word in words.video}
        self.sections = self.lexicon.sections | {key(word) for word in words.sections}

    def caption(self, text: str) -> CaptionLine:
        """`text` as a caption with its credit."""
        if text not in self._captions:
            self._captions[text] = credit.parse(text, lexicon=self.lexicon)
        return self._captions[text]

    def byline(self, text: str) -> Byline | None:
        """`text` as a byline."""
        if text not in self._bylines:
            self._bylines[text] = byline.parse(text, lexicon=self.lexicon)
        return self._bylines[text]

    def moment(self, text: str) -> Moment | None:
        """`text` as a date, relative dates unresolved."""
        if text not in self._moments:
            self._moments[text] = date.parse(text, lexicon=self.lexicon)
        return self._moments[text]
