"""The order of the fields: what each article prints, and the order that most articles show.

Every article is cut into a head, a body and a tail. In head and tail each field or printed word has
one place; places are sorted as most articles have them, and what some articles lack is optional.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import evolve, frozen

from ..fields import date
from .sample import Line, Sample
from .words import Vocabulary, enough

RARE = 0.15  # share of the articles: a field seen on fewer has no place in the template
MOST = 100  # places in head or tail
ALWAYS = 0.95  # share of the articles that have a field without brackets
STEADY = 0.6  # share of the gaps that must be alike to be written down
ANY_GAP = "~"
RELATED = "related"  # a rule of the template, where other tokens are fields or words

_BODY = ("paragraph", "figure", "subheading", "quote", "list_item", "embed")
_TEXT = frozenset({"paragraph", "quote", "list_item"})
_REPEATED = frozenset({"headline", "lead_image", "subtitle"})  # fields that templates print twice
_LISTS = frozenset({"tag", "byline"})  # fields that may be printed several times in a row


@frozen
class Printed:
    """One line of an article. `token` is what a template has for it: `headline`, `=headline`,
    `"TT"`, `"نشر في" ␣ published`; `gap` is what precedes it, `None` if something without a token
    does."""

    token: str
    gap: str | None
    line: Line


Row: TypeAlias = tuple[Printed, ...]


@frozen
class Printing:
    """One article as it is printed."""

    head: Row
    body: Row
    tail: Row


@frozen
class Place:
    """A token of the template: how many of the articles have it, the gap beside it, and the gap
    between several printed in a row (`loop`)."""

    token: str
    articles: int
    of: int
    gap: str = ANY_GAP
    loop: str | None = None

    @property
    def is_optional(self) -> bool:
        return self.articles < ALWAYS * self.of


@frozen
class Order:
    """The places of head and tail; `shown` is the number of articles that have this order."""

    articles: int
    shown: int
    head: tuple[Place, ...]
    tail: tuple[Place, ...]
    body_gap: str
    see_also: bool  # whether there are related stories in the text


def order(samples: Iterable[Sample], words: Vocabulary) -> Order:
    """The order that most of the articles on `samples` show."""
    found = [each for sample in samples for each in _printings(sample, words)]
    heads, tails = [each.head for each in found], [each.tail for each in found]
    rows = (pairwise((*each.head, *each.body[:1])) for each in found)
    after = [[(above.token, below.gap) for above, below in row] for row in rows]
    before = [[(printed.token, printed.gap) for printed in row] for row in tails]
    head, tail = _places(heads, after), _places(tails, before)
    return Order(
        articles=len(found),
        shown=sum(_is_shown(each.head, head) and _is_shown(each.tail, tail) for each in found),
        head=head,
        tail=tail,
        see_also=any(p.line.item is not None for each in found for p in each.body),
        body_gap=_gap(p.gap for each in found for p in each.body[1:] if p.line.item is None),
    )


def _printings(sample: Sample, words: Vocabulary) -> Iterator[Printing]:
    """Every article of a page that has a headline and a text."""
    for number in range(len(sample.page.articles)):
        row = tuple(_with_headlines(list(_row(sample.lines, number, words))))
        texts = [at for at, p in enumerate(row) if p.token in _TEXT and p.line.item is None]
        if texts and any(printed.token == "headline" for printed in row):
            yield _parted(row, texts[0], texts[-1] + 1)


def _row(lines: Sequence[Line], number: int, words: Vocabulary) -> Iterator[Printed]:
    """What is printed from the first field of article `number` to its last."""
    mine = (place for place, line in enumerate(lines) if line.article == number)
    own = [place for place in mine if lines[place].field or lines[place].key in words.printed]
    known = -1  # the line that the gap of the next one is counted from
    for place in range(own[0], own[-1] + 1) if own else ():
        token = _token(lines[place], words)
        if token is not None:
            yield Printed(token, lines[place].gap if known == place - 1 else None, lines[place])
            known = place


def _with_headlines(row: Sequence[Printed]) -> Iterator[Printed]:
    """What says the same as the headline is a printing of it, whatever it was read as."""
    headline = next((p.line.text for p in row if p.token == "headline"), None)
    again = ""
    for printed in row:
        if printed.line.text == headline and printed.line.item is None:
            printed = evolve(printed, token=f"{again}headline")
            again = "="
        yield printed


def _token(line: Line, words: Vocabulary) -> str | None:
    label = next((word for word in words.labels if line.text.startswith(word)), "")
    if label and line.is_short and date.find(line.text):
        name = line.field if line.field == "modified" else "published"
        return f"{_literal(label)} ␣ {name}" if _literal(label) else name
    if line.field is None:
        return _literal(words.printed.get(line.key, ""))
    return f"={line.field}" if line.again and line.field in _REPEATED else line.field


def _literal(word: str) -> str | None:
    """A word as a template prints it, in quotes; `None` if it has some itself."""
    return f'"{word}"' if word and '"' not in word and "'''" not in word else None


def _parted(row: Row, start: int, end: int) -> Printing:
    """Head, body and tail of an article whose texts are from `start` to `end`."""
    while start and row[start - 1].token == "subheading":
        start -= 1
    while end < len(row) and row[end].token in _BODY and row[end].line.item is None:
        end += 1
    head = (p for p in row[:start] if p.line.item is None and p.token != "marker")
    return Printing(tuple(_with_lead(head)), row[start:end], tuple(map(_related, row[end:])))


def _with_lead(head: Iterable[Printed]) -> Iterator[Printed]:
    """A picture above the text is the lead."""
    seen: set[str] = set()
    for printed in head:
        if printed.token == "figure":
            text = printed.line.text
            printed = evolve(printed, token="=lead_image" if text in seen else "lead_image")
            seen.add(text)
        yield printed


def _related(printed: Printed) -> Printed:
    """Related stories below the text, and what announces them, are one place."""
    is_related = printed.line.item is not None or printed.token == "marker"
    return evolve(printed, token=RELATED) if is_related else printed


_Gaps: TypeAlias = list[tuple[str, str | None]]


def _places(rows: Sequence[Row], gaps: Sequence[_Gaps]) -> tuple[Place, ...]:
    """The tokens of `rows` in order, without those that are rare; if they are endless, fields and
    the commonest words."""
    tokens = [_tokens(row) for row in rows]
    articles = Counter(token for row in tokens for token in row)
    common = [token for token in articles if _is_common(token, articles[token], len(rows))]
    common.sort(key=lambda token: (token.endswith('"'), -articles[token]))
    kept = set(common[:MOST])
    found = []
    for token in _sorted([[token for token in row if token in kept] for row in tokens]):
        gap = _gap(gap for row in gaps for name, gap in row if name == token)
        found.append(Place(token, articles[token], len(rows), gap, _loop(rows, token)))
    return tuple(found)


def _is_common(token: str, articles: int, of: int) -> bool:
    return articles >= enough(of, 2 * RARE if token.endswith('"') else RARE)


def _tokens(row: Row) -> list[str]:
    """Each token at its first place."""
    return list(dict.fromkeys(printed.token for printed in row))


def _sorted(rows: Sequence[Sequence[str]]) -> list[str]:
    """Tokens so that each comes before those that it precedes on most of the rows with both."""
    precedes = Counter((a, b) for row in rows for at, a in enumerate(row) for b in row[at + 1 :])
    depth: dict[str, list[float]] = {}
    for row in rows:
        for at, token in enumerate(row):
            depth.setdefault(token, []).append((at + 1) / (len(row) + 1))
    rest = sorted(depth, key=lambda token: (sum(depth[token]) / len(depth[token]), token))
    found: list[str] = []
    while rest:
        ahead = [sum(precedes[o, t] > precedes[t, o] for o in rest) for t in rest]
        found.append(rest.pop(ahead.index(min(ahead))))
    return found


def _is_shown(row: Row, places: Sequence[Place]) -> bool:
    """Whether the tokens of a row that have a place are in the order of the places."""
    rank = {place.token: number for number, place in enumerate(places)}
    ranks = [rank[token] for token in _tokens(row) if token in rank]
    return ranks == sorted(ranks)


def _loop(rows: Iterable[Row], token: str) -> str | None:
    """The gap between the printings of a field that is printed several times in a row."""
    gaps = [
        below.gap
        for row in rows
        for above, below in pairwise(row)
        if above.token == below.token == token and above.line.text != below.line.text
    ]
    return _gap(gaps) if token in _LISTS and (gaps or token == "tag") else None


def _gap(gaps: Iterable[str | None]) -> str:
    """The commonest gap in the notation of templates; `~` if they are not alike."""
    printed = Counter(notation(gap) for gap in gaps if gap is not None)
    best, count = max(printed.items(), key=lambda entry: entry[1], default=(ANY_GAP, 0))
    return best if count >= STEADY * printed.total() else ANY_GAP


def notation(gap: str) -> str:
    """Line ends and blanks as templates write them: `⏎⏎`, `␣6`."""
    first, *more = gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if gap.strip():
        return ANY_GAP
    written = _blanks(first) + "⏎" * len(more) + (_blanks(more[-1]) if more else "")
    return written.strip() or ANY_GAP


def _blanks(text: str) -> str:
    return {0: "", 1: "␣"}.get(len(text), f"␣{len(text)} ")
