"""`can_print`: why a page, printed by a layout, would not read back as it is.

A layout prints values, not labels, so some values cannot be told apart once printed: a caption
that is a button's word, a paragraph that equals the headline, a figure before the first paragraph
where the template prints the lead. The page is printed with marks that tell which value each line
is, and every line is held against what else the template may print at that place: by the same
evidence that reading has, but a line at a time, and knowing what stood before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import Factory, define, frozen

from . import layouts
from .blocks import Block
from .labeling import evidence
from .labeling.decoder import Decoder
from .labeling.grammar import START
from .labeling.lines import Slot
from .labeling.reading import Reading
from .layouts import Layout
from .layouts.template import Node
from .limits import Limits
from .model import Byline, Credit, Figure, Moment, Page
from .parsing import decoder_for
from .render.places import without_place
from .render.values import Place
from .render.walk import Walk
from .segment import text as text_segments

_MARK = regex.compile("\ue000(\\d++)\ue001")


def can_print(
    page: Page, *, layout: str | Layout | None = None, form: str = "text"
) -> tuple[str, ...]:
    """The reasons why `page`, printed in `form` by `layout`, would not read back; none if it does.

    `layout` is by default the page's own, `form` is `"text"` or `"html"`. URLs and kinds of
    figures that text does not tell are not asked for. Raises `UnknownLayout`.
    """
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template(form)
    if template is None:
        return (f"layout `{chosen.id}` has no template for {form}",)
    reasons = without_place(page, template)
    if reasons or not page.articles:
        return reasons
    recorder = _Recorder(chosen)
    marked = Walk(page, recorder).printed(template, Place(chosen))
    if marked is None:
        return ("the template calls for a field that the page lacks",)
    return tuple(dict.fromkeys(_reasons(recorder, marked, template, form)))


@frozen
class _Token:
    """One printed value or word (`name` is `None`), and where in the model it stands."""

    text: str
    name: str | None = None
    place: Place | None = None


@define
class _Recorder:
    """A form that prints marks in place of values."""

    layout: Layout
    tokens: list[_Token] = Factory(list)

    def _mark(self, token: _Token) -> str:
        self.tokens.append(token)
        return f"\ue000{len(self.tokens) - 1}\ue001"

    def word(self, text: str) -> str:
        return self._mark(_Token(text))

    def gap(self, text: str | None) -> str:
        return "\n\n" if text is None else text

    def field(self, name: str, place: Place) -> str | None:
        text = place.text(name)
        if text is None:
            return None
        lines = text.split("\n")
        return "\n".join(self._mark(_Token(line, name, place)) for line in lines)

    def scope(self, name: str, printed: str, place: Place) -> str:
        return printed


@define
class _Line:
    """What is printed on one line: its tokens, as one block of the printed page."""

    tokens: list[_Token]
    block: Block

    @property
    def names(self) -> list[str | None]:
        return [token.name for token in self.tokens]


def _reasons(recorder: _Recorder, marked: str, template: Node, form: str) -> Iterator[str]:
    """Every reason, in the order of the page."""
    tokens = [recorder.tokens[int(found[1])] for found in _MARK.finditer(marked)]
    reading = Reading([], recorder.layout)
    for token in tokens:
        yield from _value_reasons(token, reading)
    lines = list(_lines(recorder.tokens, marked, form))
    blocks = [line.block for line in lines]
    cut = _cut_reason(lines) if form == "text" else _blank_reason(lines)
    if cut:
        yield cut
        return
    reading.blocks = blocks
    evidence.observe(reading)
    decoder = decoder_for(recorder.layout, form)
    assert decoder is not None
    yield from _Follower(decoder, reading).reasons(lines)


def _lines(tokens: Sequence[_Token], marked: str, form: str) -> Iterator[_Line]:
    """The printed lines; in HTML every value is one of its own."""
    line: list[_Token] = []
    gap = before = ""
    at = 0
    text = ""
    for found in _MARK.finditer(marked):
        between = marked[at : found.start()]
        if line and (form == "html" or "\n" in between or len(between) > 2):
            yield _Line(line, Block(text, gap=gap))
            line, text, before = [], "", between
        gap = before if not line else gap
        text += between if line else ""
        token = tokens[int(found[1])]
        line.append(token)
        text += token.text
        at = found.end()
    yield _Line(line, Block(text, gap=gap))


def _cut_reason(lines: Sequence[_Line]) -> str | None:
    """A value that text would not be cut around: it holds line ends or a run of blanks."""
    for line in lines:
        cut = text_segments.segment(line.block.text, Limits())
        if [block.text for block in cut] != [line.block.text]:
            return f"«{line.block.text}» holds blanks or line ends that would cut it"
    return None


def _blank_reason(lines: Sequence[_Line]) -> str | None:
    for line in lines:
        text = line.block.text
        if " ".join(text.split()) != text or not text or "\x00" in text:
            return f"«{text}» holds blanks that HTML does not keep"
    return None


def _value_reasons(token: _Token, reading: Reading) -> Iterator[str]:
    """A value that does not read back from its own printed text."""
    value = _value(token)
    if value is None or token.name is None:
        return
    if isinstance(value, Figure):
        read: object = reading.caption(token.text)
        same = read == (value.caption, value.credit)
    elif isinstance(value, Credit):
        same = reading.credit(token.text) == value
    elif "\n" in value.raw:  # printed on several lines, read together
        same = token.text in value.raw
    elif isinstance(value, Byline):
        same = reading.byline(token.text) == value
    else:
        same = reading.moment(token.text) == value
    if not same:
        yield f"the {token.name} «{token.text}» does not read back"


def _value(token: _Token) -> Figure | Credit | Byline | Moment | None:
    """The part of the model that a token prints, if it is taken apart in reading."""
    name, place = token.name, token.place
    if place is None or name is None:
        return None
    if name == "credit":
        return place.figure.credit if place.figure else None
    if name in ("figure", "lead"):
        return place.figure_named(name)
    if name in ("byline", "published", "modified"):
        holder = place.item if place.item is not None else place.article
        found = getattr(holder, name, None)
        return found if isinstance(found, Byline | Moment) else None
    return None


@define(eq=False)
class _Follower:
    """Follows the printed lines through the grammar, and looks where another way is as cheap."""

    decoder: Decoder
    reading: Reading
    printed: set[tuple[object, ...]] = Factory(set)

    def reasons(self, lines: Sequence[_Line]) -> Iterator[str]:
        states = frozenset({START})
        for at, line in enumerate(lines):
            costs = self.decoder.passages(states, self.reading, at)
            right = {slot: cost for slot, cost in costs.items() if self._takes(slot, line)}
            if not right:
                yield f"«{line.block.text}», {self._told(line)}, does not read as that"
                return
            best = min(right.values())
            rival = min((s for s in costs if s not in right), key=costs.__getitem__, default=START)
            if rival != START and costs[rival] <= best:
                yield f"«{line.block.text}», {self._told(line)}, reads as {self._name(rival)}"
            states = frozenset(slot for slot in right if slot is not None)
            self.printed.update(self._mark(token) for token in line.tokens if token.place)

    def _takes(self, place: int | None, line: _Line) -> bool:
        """Whether the slot `place` takes what `line` prints for what it is."""
        if place is None:
            return False
        slot = self.decoder.grammar.slots[place]
        return _fits(slot, line) and self._stands(slot, line)

    def _stands(self, slot: Slot, line: _Line) -> bool:
        """Whether `slot` is the printing of `line` that it is: ahead, first, or once more."""
        token = next((token for token in line.tokens if token.place), None)
        if token is None or token.place is None:
            return True
        again = self._mark(token) in self.printed
        if token.place.item is None:  # the field of an article
            return slot.item is None and not _in_item(slot) and slot.again == again
        return not again if slot.item is not None else _in_item(slot)

    def _mark(self, token: _Token) -> tuple[object, ...]:
        place = token.place
        assert place is not None
        return (id(place.article), id(place.element), id(place.item), token.name, token.text)

    def _told(self, line: _Line) -> str:
        return " and ".join(name or "a word" for name in line.names)

    def _name(self, place: int | None) -> str:
        if place is None:
            return "something that no field wants"
        return " and ".join(
            part.field or "a word" for part in self.decoder.grammar.slots[place].parts
        )


def _fits(slot: Slot, line: _Line) -> bool:
    """Whether the parts of `slot`, some left out, are the values of `line`, in order."""
    wanted = [(part.field, None if part.field else part.words[0]) for part in slot.parts]
    got = [(t.name, None if t.name else t.text.strip()) for t in line.tokens]
    at = 0
    for each in wanted:
        if at < len(got) and got[at] == each:
            at += 1
    return at == len(got) and (slot.pattern is not None or len(wanted) == 1)


def _in_item(slot: Slot) -> bool:
    return "item" in slot.scopes or "see_also" in slot.scopes
