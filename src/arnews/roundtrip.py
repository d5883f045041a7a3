"""`can_print`: why a page, printed by a layout, would not read back as it is.

A layout prints values, not labels, so some values cannot be told apart once printed: a caption
that is a button's word, a paragraph that equals the headline, a figure before the first paragraph
where the template prints the lead. The page is printed twice: as it is, and with marks that tell
which value each line holds. If every line is taken for what it is, the page reads back. If not,
the line is named, unless labelling had a cheaper way and missed it: that is an error of arnews,
and no reason.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Literal, TypeAlias

from attrs import Factory, define, frozen

from . import layouts
from .assembly.instants import in_zone
from .blocks import Image
from .errors import CannotPrint
from .fields import date
from .input import source
from .labeling import evidence
from .labeling.decoder import Decoder
from .labeling.grammar import START, Grammar
from .labeling.lines import Slot
from .labeling.reading import Reading
from .layouts import Layout
from .limits import Limits
from .model import Article, Byline, Credit, Figure, Moment, Page, SeeAlso
from .parse import blocks_of, decoder_for
from .render import render
from .render.recording import Token, recorded
from .render.values import printed_byline
from .signing import signature

Form: TypeAlias = Literal["text", "html"]
_EPSILON = 1e-6


def can_print(
    page: Page, *, layout: str | Layout | None = None, form: Form = "text"
) -> tuple[str, ...]:
    """The reasons why `page`, printed in `form` by `layout`, would not read back; none if it does.

    `layout` is by default the page's own, `form` is `"text"` or `"html"`. What flattening loses
    (URLs in text) is not asked for. Raises `UnknownLayout`.
    """
    chosen = layout if isinstance(layout, Layout) else layouts.get(layout or page.layout)
    template = chosen.template(form)
    if template is None:
        return (f"layout `{chosen.id}` has no template for {form}",)
    if not page.articles:
        return ()
    tokens = recorded(page, template, chosen, form)
    try:
        printed = render(page, layout=chosen, form=form)
    except CannotPrint as error:
        return (str(error),)
    assert tokens is not None
    shown = [token for token in tokens if token.text]  # a picture alone has no text
    return tuple(dict.fromkeys(_reasons(page, chosen, shown, form, printed)))


@frozen
class _Line:
    """What is printed on one line."""

    tokens: tuple[Token, ...]
    text: str


@frozen
class Labelled:
    """A printed page as labelling sees it, and what is right: by block, the slots that take it for
    the value that it prints."""

    grammar: Grammar
    reading: Reading
    right: Mapping[int, frozenset[int]]


def labelled(page: Page, layout: Layout, form: Form) -> Labelled | None:
    """What is right on `page`, printed by `layout`; `None` if it is cut otherwise than printed.

    Raises `CannotPrint`.
    """
    template, decoder = layout.template(form), decoder_for(layout, form)
    tokens = recorded(page, template, layout, form) if template else None
    if tokens is None or decoder is None:
        return None
    reading = _printed(render(page, layout=layout, form=form), layout, form)
    lines = _lines([token for token in tokens if token.text], _texts(reading))
    if isinstance(lines, str):
        return None
    evidence.observe(reading)
    return Labelled(decoder.grammar, reading, _Comparison(decoder, reading).right(lines))


def _printed(printed: str, layout: Layout, form: Form) -> Reading:
    """The reading of a printed page, its notes still to be made."""
    _, blocks, stated = blocks_of(source.read(printed, kind=form), Limits())
    return Reading(blocks, layout, stated)


def _texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if block.text]


def _reasons(
    page: Page, layout: Layout, tokens: Sequence[Token], form: Form, printed: str
) -> Iterator[str]:
    """Every reason, in the order of the page."""
    reading = _printed(printed, layout, form)
    for article in page.articles:
        yield from _article_reasons(article, reading, form)
    for token in tokens:
        yield from _value_reasons(token, reading)
    lines = _lines(tokens, _texts(reading))
    if isinstance(lines, str):
        yield f"«{lines}» is not cut out of the printed page as it stands"
        return
    evidence.observe(reading)
    decoder = decoder_for(layout, form)
    assert decoder is not None
    if form == "text" and any(slot.scopes[-1:] == ("figure",) for slot in decoder.grammar.slots):
        for article in page.articles:
            yield from _side_by_side(article)
    yield from _Comparison(decoder, reading).reasons(lines)


def _article_reasons(article: Article, reading: Reading, form: str) -> Iterator[str]:
    yield from _byline_reasons(article, reading)
    if any(isinstance(a, SeeAlso) and isinstance(b, SeeAlso) for a, b in pairwise(article.body)):
        yield "related stories follow upon related stories in the body"
    if form == "html":
        yield from _figure_reasons(article)


def _lines(tokens: Sequence[Token], blocks: Sequence[str]) -> list[_Line] | str:
    """The tokens that each block of the printed page holds; or the first that no block ends with.

    A value with line ends, runs of blanks or a NUL in it is cut in another way than it is printed.
    """
    lines: list[_Line] = []
    rest = deque(tokens)
    for block in blocks:
        line: list[Token] = []
        text = ""
        while rest and text.strip(" ") != block:
            token = rest.popleft()
            text += (token.before if line else "") + token.text
            line.append(token)
            if len(text) > len(block) + 2 and text.strip(" ") != block:
                return token.text
        if text.strip(" ") != block or not line:
            return block
        lines.append(_Line(tuple(line), text))
    return rest[0].text if rest else lines


def _byline_reasons(article: Article, reading: Reading) -> Iterator[str]:
    """A byline that its lines and the paragraphs together do not give back."""
    apart = printed_byline(article)
    lines = apart.raw.split("\n") if apart else []
    read = [reading.signed(line) for line in lines]
    paragraphs = [element.text for element in article.paragraphs]
    if signature(read, paragraphs, reading.lexicon) != article.byline:
        told = article.byline.raw if article.byline else paragraphs[0][:40]
        yield f"the byline does not read back: «{told}»"


def _figure_reasons(article: Article) -> Iterator[str]:
    """A figure that a page of HTML shows twice: it counts once."""
    shown = [Image(figure.url).name for figure in _all_figures(article) if figure.url]
    for url, times in Counter(shown).items():
        if times > 1:
            yield f"the picture {url} is shown {times} times"
    stories = [item.figure for item in article.related if item.figure is not None]
    if any(figure.url and not (figure.caption or figure.credit) for figure in stories):
        yield "a picture without a caption is not told to be a related story's"
    lines = Counter((figure.caption, figure.credit) for figure in article.figures)
    for (caption, credit), times in lines.items():
        if times > 1 and (caption or credit):
            told = caption or (credit.raw if credit else "")
            yield f"{times} figures have the caption «{told}»"


def _side_by_side(article: Article) -> Iterator[str]:
    """A credit and, below it, another picture's caption: where they have lines of their own, they
    read as one picture's."""
    for above, below in pairwise((article.lead_image, *article.body)):
        if isinstance(above, Figure) and isinstance(below, Figure):
            credit, caption = above.credit, below.caption
            if credit and caption and not (above.caption or below.credit):
                yield f"«{credit.raw}» reads as the credit of «{caption}» below it"


def _all_figures(article: Article) -> Iterator[Figure]:
    yield from article.figures
    yield from (item.figure for item in article.related if item.figure is not None)


def _on_its_day(token: Token, reading: Reading) -> Moment | None:
    """The time that `token` prints, on the day on which the article was published."""
    article = token.place.article if token.place else None
    if token.name != "modified" or article is None or article.published is None:
        return None
    return date.time_after(article.published, token.text, lexicon=reading.lexicon)


def _value_reasons(token: Token, reading: Reading) -> Iterator[str]:
    """A value that does not read back from its own printed text."""
    value = _value(token)
    if value is None or token.name is None:
        return
    if isinstance(value, Figure):
        same = reading.caption(token.text) == (value.caption, value.credit)
    elif isinstance(value, Credit):
        same = reading.credit(token.text) == value
    elif "\n" in value.raw:  # printed on several lines, read together
        same = token.text in value.raw
    elif isinstance(value, Byline):
        same = reading.signed(token.text) == value
    else:
        read = (reading.moment(token.text), _on_its_day(token, reading))
        same = value in [in_zone(moment, reading.layout.zone) for moment in read]
    if not same:
        yield f"the {token.name} «{token.text}» does not read back"


def _value(token: Token) -> Figure | Credit | Byline | Moment | None:
    """The part of the model that a token prints, if it is taken apart in reading."""
    name, place = token.name, token.place
    if place is None or name is None:
        return None
    if name == "credit":
        return place.figure.credit if place.figure else None
    if name in ("figure", "lead_image"):
        return place.figure_named(name)
    if name == "byline":
        return place.item.byline if place.item is not None else None
    return place.moment(name)


@define(eq=False)
class _Comparison:
    """Holds the way that labelling takes through a printed page against the right one."""

    decoder: Decoder
    reading: Reading
    printed: set[tuple[object, ...]] = Factory(set)

    def reasons(self, lines: Sequence[_Line]) -> Iterator[str]:
        """The first line that is taken for something else, if that way is the cheaper one."""
        taken = self.decoder.path(self.reading)
        right = self.right(lines)
        for line, (place, slots) in zip(lines, right.items(), strict=True):
            slot = taken.slots[place]
            if slot not in slots:
                if self._cost(right) >= taken.cost - _EPSILON:
                    yield f"«{line.text}», {_told(line)}, reads as {self._name(slot)}"
                return

    def right(self, lines: Sequence[_Line]) -> dict[int, frozenset[int]]:
        """By the block of each line, the slots that take it for what it is."""
        places = [at for at, block in enumerate(self.reading.blocks) if block.text]
        return dict(zip(places, map(self._right, lines), strict=True))

    def _right(self, line: _Line) -> frozenset[int]:
        """The slots that take `line` for what it is."""
        slots = enumerate(self.decoder.grammar.slots)
        found = frozenset(
            at for at, slot in slots if _fits(slot, line) and self._stands(slot, line)
        )
        self.printed.update(_mark(token) for token in line.tokens if token.place)
        return found

    def _stands(self, slot: Slot, line: _Line) -> bool:
        """Whether `slot` is the printing of `line` that it is: ahead, first, or once more."""
        token = next((token for token in line.tokens if token.place), None)
        if token is None or token.place is None:
            return True
        again = _mark(token) in self.printed
        in_text = self.reading.blocks[0].markup is None  # else its element tells each picture
        if in_text and slot.scopes[-1:] in (("lead_image",), ("figure",)):
            in_lead = token.place.element is None and token.place.item is None
            if in_lead != (slot.scopes[-1] == "lead_image"):
                return False
        if token.place.item is None and not isinstance(token.place.element, SeeAlso):
            return slot.item is None and not _in_item(slot) and slot.again == again
        return not again if slot.item is not None else _in_item(slot)  # or printed ahead

    def _cost(self, right: Mapping[int, frozenset[int]]) -> float:
        """What the cheapest right way costs."""
        costs: dict[int, float] = {START: 0.0}
        for at in range(len(self.reading.blocks)):
            reached = self.decoder.passages(costs, self.reading, at)
            slots = right.get(at)
            if slots is not None:  # any other block is a picture, which is left over
                costs = {slot: cost for slot, cost in reached.items() if slot in slots}
        ends = self.decoder.grammar.ends
        return min((cost + ends.get(slot, inf) for slot, cost in costs.items()), default=inf)

    def _name(self, slot: int | None) -> str:
        if slot is None:
            return "something that no field wants"
        parts = self.decoder.grammar.slots[slot].parts
        return " and ".join(part.field or "a word" for part in parts)


def _mark(token: Token) -> tuple[object, ...]:
    place = token.place
    assert place is not None
    return (id(place.article), id(place.element), id(place.item), token.name, token.text)


def _told(line: _Line) -> str:
    return " and ".join(token.name or "a word" for token in line.tokens)


def _fits(slot: Slot, line: _Line) -> bool:
    """Whether `slot` parts `line` into the values and words that it was printed from."""
    printed = [(t.name, t.text if t.name else t.text.strip()) for t in line.tokens]
    text = line.text.strip(" ")
    if slot.pattern is None:
        part = slot.parts[0]
        return printed == [(part.field, text if part.field else part.words[0])]
    parted = slot.parted(text) or ()
    return printed == [(part.field, text[start:end]) for part, start, end in parted]


def _in_item(slot: Slot) -> bool:
    return "item" in slot.scopes or "see_also" in slot.scopes
