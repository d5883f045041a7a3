"""What labelling knows of a page under a layout: its words, and the values that its lines hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, partial

from attrs import evolve

from ..blocks import Block
from ..fields import byline, credit, date
from ..fields.byline import dateline
from ..fields.credit import CaptionLine
from ..fields.person import NO, SURE, name_score
from ..input.metadata import NOTHING, Metadata
from ..layouts import Layout
from ..lexicon import Lexicon
from ..lexicon.roles import fold_role
from ..lexicon.word_classes import BUTTON, MARKER, SECTION, WordClasses
from ..lexicon.words import fold_labels, headings
from ..model import Byline, Credit, Moment
from ..patterns import pattern, plain
from ..remembered import once, remembered
from .site_names import site_names

_FEWEST_BLANKS = 3  # between the words of a caption
#: Lines that are asked for a credit, a byline or a date: so many, and one for each so many
#: characters of a page. Real pages ask 29 at most, together one for each 590 characters.
_MOST_ASKED, _ASKED_EVERY = 1_500, 150
_MARKS = r"[-–—/|+:،,()]"
_SIGNED = plain(r"\s*[-–—/|]\s*(?=\w{2})(?!.{0,80}\s[-–—]\s)")  # and no second dash
_WRITER = "بقلم"
_LATIN_NAME = pattern(r"\p{Lu}[\p{Latin}.'’-]++(?: \p{Lu}[\p{Latin}.'’-]*+){1,3}")


class Vocabulary:
    """The words of the language and those of one layout, as look-up forms.

    What is a section of the publisher announces nothing. `fixed_gaps` says whether the layout's
    template for text prints its own gaps, so that every line has a place of its own.
    """

    def __init__(self, layout: Layout) -> None:
        own, sections = layout.words, fold_labels(layout.words.sections)
        of_publisher = headings(own.sections)
        self.layout, self.lexicon = layout, layout.lexicon
        self.shared = shared = self.lexicon.words
        # a sign («|») has no look-up form
        self.interface = (shared.interface | fold_labels(own.interface)) - {""}
        self.related = shared.related | headings(own.related)
        self.sections = self.lexicon.sections | sections
        self.elsewhere = shared.elsewhere - of_publisher
        self.comments = shared.comments - of_publisher
        self.fixed_gaps = layout.has_fixed_gaps

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


@once
def vocabulary_of(layout: Layout) -> Vocabulary:
    """The vocabulary of `layout`, made once."""
    return Vocabulary(layout)


class _Grammars:
    """The grammars of `fields`; the pages of a site print the same sections, labels and names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.caption = remembered(partial(credit.parse, lexicon=lexicon))
        self.byline = remembered(partial(byline.parse, lexicon=lexicon))
        self.moment = remembered(partial(date.parse, lexicon=lexicon))
        self.dates = remembered(partial(date.find, lexicon=lexicon))


_grammars = once(_Grammars)


class Values:
    """The values that lines hold, by the grammars of `fields`; each line is parsed once a page.

    The grammars take long for some short lines, so no more lines are asked than in `blocks` there
    can be reason to; `is_exhausted` says that others were left.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        metadata: Metadata = NOTHING,
        names: tuple[str, ...] = (),
        blocks: Sequence[Block] = (),
    ) -> None:
        self.lexicon, self.metadata, self.site_names = lexicon, metadata, names
        self.grammars = _grammars(lexicon)
        self._left = _MOST_ASKED + sum([len(block.text) for block in blocks]) // _ASKED_EVERY
        self.most_looks = 2 * self._left
        self._captions: dict[str, CaptionLine] = {}
        self._bylines: dict[str, Byline | None] = {}
        self._moments: dict[str, Moment | None] = {}

    @property
    def is_exhausted(self) -> bool:
        return self._left < 0

    def _may_ask(self) -> bool:
        """Whether one more line may be asked what it holds."""
        self._left -= 1
        return self._left >= 0

    def caption(self, text: str) -> CaptionLine:
        """`text` as a caption with its credit."""
        if text not in self._captions:
            self._captions[text] = (
                self._caption(text) if self._may_ask() else CaptionLine(text, None)
            )
        return self._captions[text]

    def _caption(self, text: str) -> CaptionLine:
        found = self.grammars.caption(text)
        own = self.own_name(text)
        if found.credit is not None or not own:
            return found
        if text[own.end() :].rstrip(" .") != (")" if own.group()[0] == "(" else ""):
            return found
        if text.count(" ", 0, own.start()) < _FEWEST_BLANKS:
            return found
        name = own["name"]  # the paper's own picture: «صيادون في الميناء - هضبة»
        return CaptionLine(text[: own.start()].strip(), self.credit(name))

    def credit(self, text: str) -> Credit | None:
        """`text` as a credit, which its place says that it is."""
        return credit.parse_credit(text, lexicon=self.lexicon, sure=True)

    def byline(self, text: str) -> Byline | None:
        """`text` as a byline; the name of the site itself is that of a paper."""
        if text not in self._bylines:
            self._bylines[text] = self._byline(text) if self._may_ask() else None
        return self._bylines[text]

    def _byline(self, text: str) -> Byline | None:
        own = self.own_name(text)
        if own:  # in quotes, a name is that of a paper
            found = self.grammars.byline(_quoted(own))
            if found is not None:
                return evolve(found, raw=text.strip())
        found = self.grammars.byline(text)
        name = own["name"] if own else ""
        if found and found.authors == (name,) and name_score(name, self.lexicon) < SURE:
            return evolve(found, authors=(), publication=name)
        return found

    def dateline(self, paragraph: str) -> Byline | None:
        """The dateline of a paragraph; the name of the site itself is that of a paper."""
        start = paragraph[: dateline.LONGEST]
        own = self.own_name(start)
        read = partial(dateline.parse, lexicon=self.lexicon)
        quoted = read(_quoted(own) + paragraph[len(start) :]) if own else None
        if own and quoted:
            return evolve(quoted, raw=quoted.raw.replace(f"«{own['name']}»", own["name"], 1))
        mark = _SIGNED.match(paragraph, own.end()) if own and not own.start() else None
        if own and mark:  # «شفق الوادي/ صوت المجلس …»
            return Byline(paragraph[: mark.end()], publication=own["name"])
        return read(paragraph)

    def own_name(self, text: str) -> re.Match[str] | None:
        """Where the name of the page's own site stands as one part of a line, between marks."""
        named = len(text) <= byline.LONGEST and any(name in text for name in self.site_names)
        return _own_name(self.site_names).search(text) if named else None

    def signed(self, text: str) -> Byline:
        """`text` as a byline, which its place says that it is.

        A name that the grammar does not know is the author if it is a Latin name, if the page's
        metadata says so, or if it reads as one behind a label.
        """
        found = self.byline(text)
        if found is not None:
            return found
        stated = text in self.metadata.authors and text.startswith("ال")
        nobody = stated and name_score(text, self.lexicon) == NO  # «المشهد العربي»
        if text in self.metadata.organizations or nobody:
            return Byline(text, publication=text)
        labelled = self.byline(f"{_WRITER} {text}")
        known = (
            text in self.metadata.authors
            or _LATIN_NAME.fullmatch(text)
            or (labelled is not None and labelled.authors == (text,))
        )
        role = text if not known and self.is_job(text) else None
        return Byline(text, authors=(text,) if known else (), role=role)

    def is_job(self, text: str, *, of_press: bool = False) -> bool:
        """Whether `text` begins with a job: «أمين عام اتحاد الناشرين»; `of_press` leaves out
        offices, which those have of whom stories tell."""
        roles = self.lexicon.roles
        head = fold_role(text.partition(" ")[0])
        if " " not in text or head not in roles.jobs or head in roles.all_labels:
            return False
        return not of_press or head in roles.press or head not in roles.offices

    def moment(self, text: str) -> Moment | None:
        """`text` as a date, relative dates unresolved."""
        if text not in self._moments:
            self._moments[text] = self.grammars.moment(text) if self._may_ask() else None
        return self._moments[text]

    def dates(self, text: str) -> tuple[date.Found, ...]:
        """Every date in `text`, with what its label says."""
        return self.grammars.dates(text) if self._may_ask() else ()

    def names_source(self, text: str) -> bool:
        """Whether `text` has the label of a story's source: «المصدر: رويترز», «نقلا عن رويترز»."""
        label, colon, _ = text.partition(":")
        if colon or not text[:1].isalpha():  # «© رويترز» is a credit
            return bool(colon) and fold_role(label) in self.lexicon.roles.sources
        first, *more = text.replace("/", " ").split()
        label = first if first.startswith("ال") else " ".join((first, *more[:1]))
        return fold_role(label) in self.lexicon.roles.sources  # «مصدر الصورة AFP» is a credit


@remembered
def _own_name(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for the names of a site: its pages have the same."""
    any_name = "|".join(map(re.escape, names))
    return plain(rf"(?:^|{_MARKS}\s*)(?P<name>{any_name})(?=$|\s*{_MARKS})")


def _quoted(name: re.Match[str]) -> str:
    """The text in which a `name` was found, with quotes around it."""
    text, (start, end) = name.string, name.span("name")
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"


class PageContext:
    """One page under one layout.

    `zones[i]` is the zone of block `i` and `features[i]` the bits of all that is known of it, the
    zone among them; `looks` has those of single lines, `selected` the fields of blocks in an
    element of the layout's. Values that `like` has parsed, the page under another layout, are kept.
    """

    def __init__(
        self,
        blocks: list[Block],
        layout: Layout,
        metadata: Metadata,
        like: PageContext | None = None,
    ) -> None:
        self.blocks, self.layout, self.metadata = blocks, layout, metadata
        self.words = vocabulary_of(layout)
        known = like is not None and like.values.lexicon is layout.lexicon
        if like and known:
            self.values: Values = like.values
        else:
            names = site_names(blocks, metadata, layout.lexicon, self.words.in_rows)
            self.values = Values(layout.lexicon, metadata, names, blocks)
        self.looks: dict[str, int] = {}
        self.zones: list[int] = []
        self.features = [0] * len(blocks)
        self.selected: dict[int, str] = {}
        self.is_html = bool(blocks) and blocks[0].markup is not None

    @property
    def is_crowded(self) -> bool:
        """Whether twice as many different lines were looked at as may be asked: of others no more
        is told than their length, how they begin and end, and whether they are a button."""
        return len(self.looks) >= self.values.most_looks

    @property
    def is_exhausted(self) -> bool:
        """Whether some lines were not looked at wholly."""
        return self.is_crowded or self.values.is_exhausted
