"""`can_print`: the reasons why a printed page would not be parsed to the same page again.

A layout prints values without labels, so two different pages can look the same in print: a caption
that equals a button, a paragraph that equals the headline, a figure before the first paragraph
where the template prints the lead image. `can_print` prints the page and parses it again: what it
promises is what happened. If the pages differ, it looks for the reasons. It traces which value each
printed line holds, and compares this trace with the path of the decoder through the printed
page. A line that the decoder labels differently is a reason, if the decoder's path costs less than
the best correct path. If nothing explains the difference, the reason is the place of the first
value that differs; it is then a bug of arnews, or a value that no print can hold.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal, TypeAlias

from attrs import Factory, define, evolve, frozen

from . import layouts, segment
from .arguments import check, wrong
from .assembly.addresses import absolute, base_of
from .assembly.instants import in_zone
from .blocks import Image
from .errors import ArnewsError, CannotPrint
from .fields import date
from .fields.byline import combine
from .input import source
from .inspector.diff import differences
from .labeling import Alignment, PageContext, Slot
from .layouts import Layout
from .limits import Limits
from .model import Article, Byline, Credit, Embed, Figure, Moment, Page, SeeAlso, Table, replaced
from .parse import parse
from .render.forms import print_by_layout
from .render.position import printed_byline
from .render.trace import Token

Form: TypeAlias = Literal["text", "html"]
_EPSILON = 1e-6


def can_print(
    page: Page, *, layout: str | Layout | None = None, form: Form = "text"
) -> tuple[str, ...]:
    """The reasons why parsing `page`, printed in `form` by `layout`, would not give the same page.

    The result is empty if it would: the page is printed and parsed to find out. `layout` is a
    layout, its id, or by default the layout of the page; `form` is `"text"` or `"html"`. URLs,
    which text cannot hold, are not compared.

        arnews.can_print(page, layout="bbc")
        # ('layout `bbc` cannot print this page: article 0 has subtitle, and the template …',)

    Raises `UnknownLayout` if there is no such layout, and `BadArgument` for another form or for
    anything but a page.
    """
    check("page", page, Page, "an arnews.Page; an article alone is Page((article,))")
    if form not in ("text", "html"):
        raise wrong("form", form, "'text' or 'html'; any page can be printed in the other forms")
    chosen = layouts.get(page.layout if layout is None else layout)
    template = chosen.template(form)
    if template is None:
        return (f"layout `{chosen.id}` has no template for {form}",)
    if not page.articles:
        return ()
    try:
        printed, tokens = print_by_layout(page, template, chosen, form)
    except CannotPrint as error:
        return (str(error),)
    try:
        again = parse(printed, url=page.url, kind=form, layout=chosen)
    except ArnewsError as error:
        return (str(error),)
    wanted, got = page.articles, again.articles
    if form == "text":
        wanted, got = replaced(wanted, _without_url), replaced(got, _without_url)
    if got == wanted:
        return ()
    shown = [token for token in tokens if token.text]  # a picture alone has no text
    reasons = dict.fromkeys(_reasons(page, again, chosen, shown, form, printed))
    differing = differences(Page(wanted), Page(got))
    where = differing[0].path if differing else "articles"
    return tuple(reasons) or (f"{where} reads back as another value",)


def _without_url(part: Any) -> Any:
    return evolve(part, url=None) if hasattr(part, "url") else part


@frozen
class _Line:
    """The tokens that are printed on one line, and the text of the line."""

    tokens: tuple[Token, ...]
    text: str

    @property
    def is_insert(self) -> bool:
        """Whether it is one of a table or post, which the decoder does not decide about."""
        return any(token.position and token.position.is_insert for token in self.tokens)


def _reasons(
    page: Page, again: Page, layout: Layout, tokens: Sequence[Token], form: Form, printed: str
) -> Iterator[str]:
    """Every reason, in the order of the page, which reads back as `again`."""
    _, blocks, stated = segment.blocks(source.read(printed, kind=form), Limits())
    aligned = Alignment(blocks, layout, stated, form)
    if form == "html" and absolute(page.articles, base_of(page.url, None, None)) != page.articles:
        yield "relative addresses read back as absolute ones, since the page has an address"
    for article in page.articles:
        yield from _byline_reasons(article, aligned.page)
        yield from _stories_side_by_side(article)
        if form == "html":
            yield from _figure_reasons(article)
    for token in tokens:
        yield from _value_reasons(token, aligned.page)
    lines = _lines(tokens, [block.text for block in aligned.page.blocks if block.text])
    if isinstance(lines, str):
        yield f"«{lines}» is not a line of its own in the printed page"
        return
    if form == "text" and any(slot.scopes[-1:] == ("figure",) for slot in aligned.slots):
        for article in page.articles:
            yield from _side_by_side(article)
    yield from _Comparison(aligned).reasons(lines)
    inserts, others = _inserts(page), _inserts(again)
    if form == "html" and any(inserts) and inserts != others:
        yield "a table, a post or a player does not read back"


def _inserts(page: Page) -> list[list[Table | Embed]]:
    """The tables, posts and players of each article."""
    return [[e for e in article.body if isinstance(e, Table | Embed)] for article in page.articles]


def _stories_side_by_side(article: Article) -> Iterator[str]:
    if any(isinstance(a, SeeAlso) and isinstance(b, SeeAlso) for a, b in pairwise(article.body)):
        yield "related stories follow upon related stories in the body"


def _lines(tokens: Sequence[Token], blocks: Sequence[str]) -> list[_Line] | str:
    """The tokens of each block; or the first text for which blocks and tokens do not fit together.

    They do not fit if a value has line ends, several blanks in a row or a NUL in it.
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


def _byline_reasons(article: Article, context: PageContext) -> Iterator[str]:
    """A byline that cannot be parsed from its lines and the paragraphs."""
    printed = printed_byline(article)
    lines = printed.raw.split("\n") if printed else []
    signed = [context.values.signed(line) for line in lines]
    paragraphs = [element.text for element in article.paragraphs]
    values = context.values
    if combine(signed, paragraphs, values.lexicon, values.dateline).byline != article.byline:
        text = article.byline.raw if article.byline else paragraphs[0][:40]
        yield f"the byline does not read back: «{text}»"


def _figure_reasons(article: Article) -> Iterator[str]:
    """Figures that assembly would merge: an HTML page can show the same figure twice."""
    stories = [item.figure for item in article.related if item.figure is not None]
    shown = [Image(each.url).name for each in (*article.figures, *stories) if each.url]
    for url, times in Counter(shown).items():
        if times > 1:
            yield f"the picture {url} is shown {times} times"
    if any(figure.url and not (figure.caption or figure.credit) for figure in stories):
        yield "a related story's picture without a caption reads as one of the article"
    lines = Counter((figure.caption, figure.credit) for figure in article.figures)
    for (caption, credit), times in lines.items():
        text = caption or (credit.raw if credit else "")
        if times > 1 and text:
            yield f"{times} figures have the caption «{text}»"


def _side_by_side(article: Article) -> Iterator[str]:
    """A credit alone above a caption alone: if each has a line of its own, they would be parsed as
    one figure."""
    for above, below in pairwise((article.lead_image, *article.body)):
        if isinstance(above, Figure) and isinstance(below, Figure):
            credit, caption = above.credit, below.caption
            if credit and caption and not (above.caption or below.credit):
                yield f"«{credit.raw}» reads as the credit of «{caption}» below it"


def _on_its_day(token: Token, context: PageContext) -> Moment | None:
    """The value of a time of day alone («آخر تحديث 14:20»), on the day of publication."""
    article = token.position.article if token.position else None
    if token.name != "modified" or article is None or article.published is None:
        return None
    return date.time_after(article.published, token.text, lexicon=context.values.lexicon)


def _value_reasons(token: Token, context: PageContext) -> Iterator[str]:
    """A value that cannot be parsed from its own printed text."""
    value = _value(token)
    if value is None or token.name is None:
        return
    if isinstance(value, Figure):
        same = context.values.caption(token.text) == (value.caption, value.credit)
    elif isinstance(value, Credit):
        same = context.values.credit(token.text) == value
    elif "\n" in value.raw:  # a byline of several lines; this token is one of them
        same = token.text in value.raw
    elif isinstance(value, Byline):
        same = context.values.signed(token.text) == value
    else:
        read = (context.values.moment(token.text), _on_its_day(token, context))
        same = value in [in_zone(moment, context.layout.zone) for moment in read]
    if not same:
        yield f"the {token.name} «{token.text}» does not read back"


def _value(token: Token) -> Figure | Credit | Byline | Moment | None:
    """The value that `token` prints, if it is one that parsing takes apart."""
    name, position = token.name, token.position
    if position is None or name is None:
        return None
    if name == "credit":
        return position.figure.credit if position.figure else None
    if name in ("figure", "lead_image"):
        return position.figure_named(name)
    if name == "byline":
        return position.item.byline if position.item is not None else None
    return position.moment(name)


@define(eq=False)
class _Comparison:
    """Compares the decoder's path through a printed page with the correct paths.

    `printed` collects the values of earlier lines: the same value again is a repetition.
    """

    aligned: Alignment
    printed: set[tuple[object, ...]] = Factory(set)

    def reasons(self, lines: Sequence[_Line]) -> Iterator[str]:
        """The first line that the decoder labels wrongly, if no correct path costs less."""
        taken = self.aligned.path
        right = self.right(lines)
        decided = [line for line in lines if not line.is_insert]
        for line, (index, slots) in zip(decided, right.items(), strict=True):
            slot = taken.slots[index]
            if slot not in slots:
                if self.aligned.cost_through(right) >= taken.cost - _EPSILON:
                    names = " and ".join(token.name or "a word" for token in line.tokens)
                    yield f"«{line.text}», {names}, reads as {self._name(slot)}"
                return

    def right(self, lines: Sequence[_Line]) -> dict[int, frozenset[int]]:
        """The correct slots of each line, by the index of its block."""
        with_text = [index for index, block in enumerate(self.aligned.page.blocks) if block.text]
        paired = zip(with_text, lines, strict=True)
        return {index: self._right(line) for index, line in paired if not line.is_insert}

    def _right(self, line: _Line) -> frozenset[int]:
        """The slots that are correct for `line`."""
        slots = frozenset(
            index
            for index, slot in enumerate(self.aligned.slots)
            if _fits(slot, line) and self._is_occurrence(slot, line)
        )
        self.printed.update(_identity(token) for token in line.tokens if token.position)
        return slots

    def _is_occurrence(self, slot: Slot, line: _Line) -> bool:
        """Whether `slot` is for this occurrence: before the list of items, first, or repeated."""
        token = next((token for token in line.tokens if token.position), None)
        if token is None or token.position is None:
            return True
        again = _identity(token) in self.printed
        in_text = not self.aligned.page.is_html  # in HTML the element decides
        if in_text and slot.scopes[-1:] in (("lead_image",), ("figure",)):
            in_lead = token.position.element is None and token.position.item is None
            if in_lead != (slot.scopes[-1] == "lead_image"):
                return False
        if token.position.item is None and not isinstance(token.position.element, SeeAlso):
            return slot.item is None and not _in_item(slot) and slot.again == again
        return not again if slot.item is not None else _in_item(slot)  # `item`: before the list

    def _name(self, slot: int | None) -> str:
        if slot is None:
            return "something that no field wants"
        parts = self.aligned.slots[slot].parts
        return " and ".join(part.field or "a word" for part in parts)


def _identity(token: Token) -> tuple[object, ...]:
    position = token.position
    assert position is not None
    return (id(position.article), id(position.element), id(position.item), token.name, token.text)


def _fits(slot: Slot, line: _Line) -> bool:
    """Whether `slot` splits `line` into the values and words that were printed on it."""
    printed = [(t.name, t.text if t.name else t.text.strip()) for t in line.tokens]
    text = line.text.strip(" ")
    if slot.pattern is None:
        part = slot.parts[0]
        return printed == [(part.field, text if part.field else part.words[0])]
    parted = slot.parted(text) or ()
    return printed == [(part.field, text[start:end]) for part, start, end in parted]


def _in_item(slot: Slot) -> bool:
    return "item" in slot.scopes or "see_also" in slot.scopes
