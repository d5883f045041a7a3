"""The order of the fields: many pages, each a sequence of what it prints, made into one template.

Every article is cut into a head, a body and a tail. In head and tail each field or printed word has
one place; places stand in the order in which most pages have them, and what some pages lack is
optional. The body is a loop over the elements that were seen. Related stories are sequences of
their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, frozen

from .rows import Parts, Printed, Row, Token
from .words import enough

_LISTS = frozenset({"tag", "byline"})  # fields that may stand several times in a row
RARE = 0.15  # share of the articles: a field seen on fewer has no place in the template
STEADY = 0.6  # share of the gaps that must be alike to be written down
ALWAYS = 0.95  # share of the articles that a field without brackets stands on

_ANY = "~"


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
