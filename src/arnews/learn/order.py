"""The order of the fields: many pages, each a sequence of what it prints, made into one template.

Every article is cut into a head, a body and a tail. In head and tail each field or printed word has
one place; places stand in the order in which most pages have them, and what some pages lack is
optional. The body is a loop over the elements that were seen. Related stories are sequences of
their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from ..fields import date
from .reading import LONG, Line, Sample
from .words import Vocabulary, enough

BODY = ("paragraph", "figure", "subheading", "quote", "list_item", "embed")
TEXT = frozenset({"paragraph", "quote", "list_item"})
_LISTS = frozenset({"tag", "byline"})  # fields that may stand several times in a row
_REPEATED = frozenset({"headline", "lead", "subtitle"})  # fields that templates print twice
RARE = 0.15  # share of the articles: a field seen on fewer has no place in the template
STEADY = 0.6  # share of the gaps that must be alike to be written down
ALWAYS = 0.95  # share of the articles that a field without brackets stands on

_ANY = "~"


@frozen
class Token:
    """One place of a template: a field (`again`: printed once more), or a word in quotes."""

    name: str
    again: bool = False
    word: bool = False

    def __str__(self) -> str:
        return f'"{self.name}"' if self.word else f"={self.name}" if self.again else self.name


RELATED = Token("related")  # a rule, where the other tokens are fields


@frozen
class Printed:
    """A token on one page; `gap` is what stands before it, `None` where that is not known."""

    token: Token
    gap: str | None = None
    line: Line = field(default=Line(""), eq=False, repr=False)


Row: TypeAlias = tuple[Printed, ...]


@frozen
class Parts:
    """One article as it is printed. `items` are its related stories, `seen` those in the body."""

    head: Row = ()
    body: Row = ()
    tail: Row = ()
    items: tuple[Row, ...] = ()
    markers: Row = ()
    seen: tuple[Row, ...] = ()
    inside: Row = ()  # related stories in the body and what announces them


@frozen
class Place:
    """A token with its place in the template: on how many pages, and the gap beside it."""

    token: Token
    pages: int
    of: int
    gap: str = _ANY
    loop: str | None = None  # the gap between several printed in a row

    @property
    def optional(self) -> bool:
        return self.pages < ALWAYS * self.of


@define
class Order:
    """What was learned of the order of fields; `rules` are those of a template."""

    articles: int
    head: list[Place]
    body: list[Place]
    tail: list[Place]
    item: list[Place]
    left_out: list[Place]
    body_gap: str = "⏎⏎"
    item_gap: str = "⏎⏎"
    marker_gap: str = "⏎⏎"
    announced_gap: str = _ANY  # between a marker in the body and the story below it
    seen_gap: str = _ANY  # between the stories in the body
    related: int = 0
    see_also: int = 0
    unannounced: int = 0  # articles with stories in the body below no marker


def rows(samples: Iterable[Sample], words: Vocabulary) -> list[Row]:
    """What every article of `samples` that has a headline and a text prints, in order."""
    found = []
    for sample in samples:
        for number in range(len(sample.page.articles)):
            row = _row(sample, number, words)
            names = {printed.token.name for printed in row}
            if "headline" in names and not TEXT.isdisjoint(names):
                found.append(row)
    return found


def _row(sample: Sample, number: int, words: Vocabulary) -> Row:
    """What is printed from the first field of an article to its last."""
    row: list[Printed] = []
    buttons = words.printed
    places = [
        at
        for at, line in enumerate(sample.lines)
        if line.article == number and (line.field or line.key in buttons)
    ]
    known: int | None = None  # the block that the gap of the next one is counted from
    for at in range(places[0], places[-1] + 1) if places else ():
        line = sample.lines[at]
        token = _token(line, buttons, words)
        if token is None or line.picture:
            continue
        gap = line.gap if known == at - 1 or _nothing_between(sample, known, at) else None
        row.append(Printed(token, gap, line))
        known = at
    return tuple(_with_headlines(row))


def _with_headlines(row: Iterable[Printed]) -> Iterator[Printed]:
    """What says the same as the headline is a printing of it, whatever it was read as."""
    row = list(row)
    headline = next((p.line.text for p in row if p.token.name == "headline"), None)
    again = False
    for printed in row:
        if printed.line.text == headline and printed.line.item is None:
            printed = evolve(printed, token=Token("headline", again))
            again = True
        yield printed


def words_above(samples: Sequence[Sample], words: Vocabulary) -> list[str]:
    """The printed words that stand above the text, on most pages."""
    above: Counter[str] = Counter()
    for sample in samples:
        text = next((at for at, line in enumerate(sample.lines) if line.is_sentence), 0)
        above.update({line.key for line in sample.lines[:text]})
    often = enough(len(samples))
    return [word for key, word in words.printed.items() if above[key] >= often]


def _nothing_between(sample: Sample, before: int | None, at: int) -> bool:
    return before is not None and all(line.picture for line in sample.lines[before + 1 : at])


def _token(line: Line, buttons: Mapping[str, str], words: Vocabulary) -> Token | None:
    label = next((label for label in words.labels if line.text.startswith(label)), None)
    if label and len(line.text) <= LONG and date.find(line.text):
        return Token("published")
    if line.field is None:
        word = buttons.get(line.key)
        return Token(word, word=True) if word else None
    return Token(line.field, line.again and line.field in _REPEATED)


def parts_of(row: Row) -> Parts:
    """Head, body and tail: the body is from the first text to the last, with what it holds."""
    names = [printed.token.name if not printed.token.word else "" for printed in row]
    texts = [at for at, name in enumerate(names) if name in TEXT and row[at].line.item is None]
    start, end = texts[0], texts[-1] + 1
    while start and names[start - 1] == "subheading":
        start -= 1
    while end < len(row) and names[end] in BODY and row[end].line.item is None:
        end += 1
    inside = [p for p in row[start:end] if p.token.name in BODY and p.line.item is None]
    return Parts(
        head=_leads(p for p in row[:start] if p.line.item is None and p.token.name != "marker"),
        body=tuple(inside),
        tail=tuple(_with_related(row[end:])),
        items=tuple(_items(row[end:])),
        markers=tuple(p for p in row[end:] if p.token.name == "marker"),
        seen=tuple(_items(row[start:end])),
        inside=tuple(p for p in row[start:end] if p.token.name not in BODY),
    )


def _with_related(row: Row) -> Iterator[Printed]:
    """The tail, with all related stories and what announces them as one."""
    told = False
    for printed in row:
        if printed.line.item is None and printed.token.name != "marker":
            yield printed
        elif not told:
            told = True
            yield evolve(printed, token=RELATED)


def _leads(head: Iterable[Printed]) -> Row:
    """A picture above the text is the lead."""
    again: set[str] = set()
    found = []
    for printed in head:
        if printed.token.name == "figure":
            text = printed.line.text
            printed = evolve(printed, token=Token("lead", text in again))
            again.add(text)
        found.append(printed)
    return tuple(found)


def _items(row: Row) -> Iterator[Row]:
    """The related stories in a row, each a row."""
    item: list[Printed] = []
    for printed in row:
        if printed.line.item is None:
            continue
        if item and printed.line.item != item[-1].line.item:
            yield tuple(item)
            item = []
        item.append(printed)
    if item:
        yield tuple(item)


def order(found: Sequence[Parts]) -> Order:
    """The order that most of the articles `found` have."""
    left_out: list[Place] = []
    heads = [_once(parts.head) for parts in found]
    tails = [_once(parts.tail) for parts in found]
    items = [item for parts in found for item in parts.items]
    with_items = sum(bool(parts.items) for parts in found)
    every_item = [item for parts in found for item in (*parts.items, *parts.seen)]
    title_rows = [_once(item) for item in (items or every_item)]
    return Order(
        len(found),
        head=[
            evolve(place, loop=_loop((parts.head for parts in found), place.token))
            for place in _places(heads, _gaps_after(heads, [p.body for p in found]), left_out)
        ],
        body=_body(found),
        tail=[
            evolve(place, loop=_loop((parts.tail for parts in found), place.token))
            for place in _places(tails, _gaps_before(tails), left_out)
        ],
        item=_item(title_rows, left_out),
        left_out=left_out,
        body_gap=_gap(p.gap for parts in found for p in parts.body[1:]),
        item_gap=_gap(item[0].gap for parts in found for item in parts.items[1:]),
        marker_gap=_gap(parts.items[0][0].gap for parts in found if parts.markers and parts.items),
        announced_gap=_gap(
            below.gap
            for parts in found
            for above, below in pairwise(parts.inside)
            if above.token.name == "marker" and below.line.item is not None
        ),
        seen_gap=_gap(
            below.gap
            for parts in found
            for above, below in pairwise(parts.inside)
            if above.token.name == below.token.name == "title"
        ),
        related=with_items,
        see_also=sum(bool(parts.seen) for parts in found),
        unannounced=sum(map(_unannounced, found)),
    )


def _unannounced(parts: Parts) -> bool:
    """Whether a story in the body stands below neither a marker nor another story."""
    names = ["", *(printed.token.name for printed in parts.inside)]
    return any(
        below == "title" and above not in ("marker", "title") for above, below in pairwise(names)
    )


def _loop(rows: Iterable[Row], token: Token) -> str | None:
    """The gap between the printings of a field that stands several times in a row."""
    gaps = [
        below.gap
        for row in rows
        for above, below in pairwise(row)
        if above.token == below.token == token and above.line.text != below.line.text
    ]
    return _gap(gaps) if token.name in _LISTS and (gaps or token.name == "tag") else None


def _once(row: Row) -> Row:
    """Each token at its first place: the lines of one field in a row are one."""
    kept: dict[Token, Printed] = {}
    for printed in row:
        kept.setdefault(printed.token, printed)
    return tuple(kept.values())


def _places(
    rows: Sequence[Row], gaps: Mapping[Token, list[str | None]], left_out: list[Place]
) -> list[Place]:
    """The tokens of `rows` in order; rare ones go to `left_out`."""
    pages = Counter(printed.token for row in rows for printed in row)
    least = enough(len(rows), RARE)
    kept: list[Place] = []
    for token in _sorted(rows):
        place = Place(token, pages[token], len(rows), _gap(gaps.get(token, ())))
        wanted = enough(len(rows), 2 * RARE) if token.word else least
        (kept if place.pages >= wanted else left_out).append(place)
    return kept


def _sorted(rows: Sequence[Row]) -> list[Token]:
    """Tokens so that each comes before those that it precedes on most of the rows with both."""
    precedes: Counter[tuple[Token, Token]] = Counter()
    where: dict[Token, list[float]] = {}
    for row in rows:
        for at, printed in enumerate(row):
            where.setdefault(printed.token, []).append((at + 1) / (len(row) + 1))
            precedes.update((printed.token, later.token) for later in row[at + 1 :])
    rest = sorted(where, key=lambda token: (sum(where[token]) / len(where[token]), str(token)))
    found: list[Token] = []
    while rest:
        ahead = [sum(precedes[o, t] > precedes[t, o] for o in rest) for t in rest]
        found.append(rest.pop(ahead.index(min(ahead))))
    return found


def _gaps_after(rows: Sequence[Row], bodies: Sequence[Row]) -> dict[Token, list[str | None]]:
    """What stands behind each token, before the next one."""
    gaps: dict[Token, list[str | None]] = {}
    for row, body in zip(rows, bodies, strict=True):
        for printed, following in zip(row, [*row[1:], *body[:1]], strict=False):
            gaps.setdefault(printed.token, []).append(following.gap)
    return gaps


def _gaps_before(rows: Sequence[Row]) -> dict[Token, list[str | None]]:
    gaps: dict[Token, list[str | None]] = {}
    for row in rows:
        for printed in row:
            gaps.setdefault(printed.token, []).append(printed.gap)
    return gaps


def _body(found: Sequence[Parts]) -> list[Place]:
    """The elements of the body, the commonest first."""
    times = Counter(p.token for parts in found for p in parts.body)
    pages = Counter(token for parts in found for token in {p.token for p in parts.body})
    ordered = sorted(times, key=lambda token: (-times[token], token.name))
    return [Place(token, pages[token], len(found)) for token in ordered if not token.again]


def _item(rows: Sequence[Row], left_out: list[Place]) -> list[Place]:
    """The fields of a related story: before its title with the gap behind, else before."""
    after, before = _gaps_after(rows, [()] * len(rows)), _gaps_before(rows)
    places = _places(rows, before, left_out)
    names = [place.token.name for place in places]
    title = names.index("title") if "title" in names else 0
    return [
        evolve(place, gap=_gap(after.get(place.token, ()))) if at < title else place
        for at, place in enumerate(places)
    ]


def _gap(gaps: Iterable[str | None]) -> str:
    """The commonest gap in the notation of templates; `~` if they are not alike."""
    printed = Counter(notation(gap) for gap in gaps if gap is not None)
    if not printed:
        return _ANY
    shapes: Counter[int] = Counter()
    for gap, count in printed.items():
        shapes[gap.count("⏎")] += count
    shape, count = min(shapes.items(), key=lambda entry: (-entry[1], entry[0]))
    if count < STEADY * printed.total():
        return _ANY
    alike = [gap for gap in printed if gap.count("⏎") == shape]
    return min(alike, key=lambda gap: (-printed[gap], gap))


def notation(gap: str) -> str:
    """Line ends and blanks as templates write them."""
    pieces = gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    written = []
    for at, blanks in enumerate(pieces):
        written.append("⏎" if at else "")
        if blanks and not blanks.isspace():
            return _ANY
        if blanks and at in (0, len(pieces) - 1):
            written.append("␣" if len(blanks) == 1 else f"␣{len(blanks)} ")
    return "".join(written).strip() or _ANY
