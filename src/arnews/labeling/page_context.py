"""What labelling knows of a page under a layout: its words, and the values that its lines hold."""

from __future__ import annotations

from functools import cache, cached_property

from attrs import Factory, define, frozen

from ..blocks import Block
from ..fields import byline, credit, date
from ..fields.credit import CaptionLine
from ..input.metadata import NOTHING, Metadata
from ..layouts import Layout
from ..lexicon import Lexicon
from ..lexicon.word_classes import BUTTON, MARKER, SECTION, WordClasses
from ..lexicon.words import Words, fold_label, fold_labels
from ..model import Byline, Credit, Moment
from ..patterns import pattern

_LATIN_NAME = pattern(r"\p{Lu}[\p{Latin}.'’-]++(?: \p{Lu}[\p{Latin}.'’-]*+){1,3}")


@frozen(eq=False, slots=False)
class Vocabulary:
    """The words of the language and those of one layout, as look-up forms.

    What is a section of the publisher announces nothing. `fixed_gaps` says whether the layout's
    template for text prints its own gaps, so that every line has a place of its own.
    """

    layout: Layout
    lexicon: Lexicon
    shared: Words
    interface: frozenset[str]
    related: frozenset[str]
    sections: frozenset[str]
    elsewhere: frozenset[str]
    comments: frozenset[str]
    fixed_gaps: bool

    @classmethod
    def of(cls, layout: Layout) -> Vocabulary:
        """The vocabulary of `layout`, made once."""
        return _vocabulary(layout)

    @cached_property
    def classes(self) -> WordClasses:
        """The classes of all words that are known."""
        own = self.layout.words
        return self.lexicon.word_classes.extended(
            {SECTION: own.sections, BUTTON: own.interface, MARKER: own.related}
        )

    @cached_property
    def in_rows(self) -> frozenset[str]:
        """Words of which several may stand on one line: of menus, and buttons for sharing."""
        return self.interface | self.sections | self.shared.networks


@cache
def _vocabulary(layout: Layout) -> Vocabulary:
    lexicon, own = layout.lexicon, layout.words
    shared, sections = lexicon.words, fold_labels(own.sections)
    return Vocabulary(
        layout,
        lexicon,
        shared,
        interface=(shared.interface | fold_labels(own.interface)) - {""},  # a sign («|») has no key
        related=shared.related | fold_labels(own.related),
        sections=lexicon.sections | sections,
        elsewhere=shared.elsewhere - sections,
        comments=shared.comments - sections,
        fixed_gaps=layout.has_fixed_gaps,
    )


@define(eq=False)
class Values:
    """The values that lines hold, by the grammars of `fields`; each line is parsed once a page."""

    lexicon: Lexicon
    metadata: Metadata = NOTHING
    _captions: dict[str, CaptionLine] = Factory(dict)
    _bylines: dict[str, Byline | None] = Factory(dict)
    _moments: dict[str, Moment | None] = Factory(dict)

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

        A name that the grammar does not know is the author if it is a Latin name, or if the page's
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

    def dates(self, text: str) -> tuple[date.Found, ...]:
        """Every date in `text`, with what its label says."""
        return date.find(text, lexicon=self.lexicon)

    def names_source(self, text: str) -> bool:
        """Whether `text` has the label of a story's source: «المصدر: رويترز»."""
        label, colon, _ = text.partition(":")
        return bool(colon) and fold_label(label) in self.lexicon.roles.sources


@define(eq=False)
class PageContext:
    """One page under one layout. `zones[i]` is the zone of block `i` and `features[i]` the bits of
    all that is known of it, the zone among them; `looks` has those of single lines,
    `selected` the fields of blocks in an element of the layout's."""

    blocks: list[Block]
    layout: Layout
    metadata: Metadata
    words: Vocabulary
    values: Values
    looks: dict[str, int] = Factory(dict)
    zones: list[int] = Factory(list)
    features: list[int] = Factory(list)
    selected: dict[int, str] = Factory(dict)

    @property
    def is_html(self) -> bool:
        return bool(self.blocks) and self.blocks[0].markup is not None
