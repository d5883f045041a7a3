"""The template notation: the order in which a publisher prints the fields of a page.

A template is a regular expression over fields. It is read here into a small tree, which the
grammar of `labeling` compiles for decoding and `render` walks for printing; nothing else in
arnews knows the order of fields.

    headline            a field, or a rule of the same layout
    =headline           the field once more: a printed repetition
    =title#1            the title of the first item, printed ahead of the items
    byline#2            the second line of the byline
    "TT"                a word of the interface, printed as it stands; of blanks alone, a gap
    ⏎  ⏎⏎  ␣  ␣14       line ends and blanks between what is printed
    ~                   any gap
    [x]                 x, or nothing
    x | y               one of the two
    (x y)               grouping
    x{⏎⏎}               one x or more, parted by ⏎⏎; x{"، "}, parted by a comma
    x{2,⏎}              x printed twice, parted by ⏎
    <3>                 passing here costs 3
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import regex
from attrs import frozen

from ..errors import BadLayout

#: Rules of these names open a part of the model; any other rule only abbreviates.
SCOPES = frozenset({"article", "item", "see_also", "figure", "lead_image"})
#: What a template may print of a related story: inside the rules `item` and `see_also`.
ITEM_FIELDS = frozenset(
    {"marker", "title", "section", "figure", "caption", "credit", "teaser", "byline"}
    | {"published", "video"}
)
#: What it may print elsewhere.
FIELDS = frozenset(
    {"headline", "kicker", "subtitle", "section", "byline", "published", "modified", "tag"}
    | {"lead_image", "figure", "caption", "credit", "video", "paragraph", "subheading", "quote"}
    | {"list_item", "embed", "marker", "title"}
)


@frozen
class Field:
    name: str
    again: bool = False  # a repetition of what is printed elsewhere
    index: int | None = None  # of the item whose field it is, or the line of it, counted from 0


@frozen
class Literal:
    text: str


@frozen
class Gap:
    """What stands between two printed things: blanks, or what parts the rounds of a loop within
    a line («، »); `None` is any gap."""

    text: str | None

    @property
    def within_line(self) -> bool:
        """Whether what it parts stands on one line."""
        text = self.text
        return text is not None and "\n" not in text and (len(text) < 3 or not text.isspace())


@frozen
class Price:
    cost: float


@frozen
class Sequence:
    parts: tuple[Node, ...]


@frozen
class Choice:
    options: tuple[Node, ...]


@frozen
class Maybe:
    inner: Node


@frozen
class Loop:
    inner: Node
    separator: Node


@frozen
class Scope:
    name: str
    inner: Node


Node: TypeAlias = Field | Literal | Gap | Price | Sequence | Choice | Maybe | Loop | Scope

_TOKEN = regex.compile(
    r"""\s*+(?:(?P<line>⏎++)|(?P<blank>␣)(?P<count>\d*+)|(?P<any>~)
    |(?P<literal>"[^"]*+")|(?P<again>=)?(?P<name>[a-z_]++)(?:\#(?P<index>\d++))?
    |<(?P<price>[\d.]++)>|(?P<number>\d++)|(?P<mark>[()\[\]{}|,]))""",
    regex.VERBOSE,
)


def read(rules: Mapping[str, str], where: str) -> Node:
    """The tree of the rule `page`, with the other rules put in where they are named.

    `where` names the layout and template in the message of a `BadLayout`.
    """
    if "page" not in rules:
        raise BadLayout(f"{where}: a template needs a rule named `page`")
    return _Reader(rules, where).rule("page", ())


class _Reader:
    """A recursive-descent reader of the notation in the module's docstring."""

    def __init__(self, rules: Mapping[str, str], where: str) -> None:
        self.rules = rules
        self.where = where

    def rule(self, name: str, inside: tuple[str, ...]) -> Node:
        if name in inside:
            raise BadLayout(f"{self.where}: rule `{name}` leads back to itself")
        tokens = self._tokens(name)
        node = self._choice(tokens, (*inside, name))
        if tokens.kind:
            raise BadLayout(f"{self.where}: rule `{name}` has a stray `{tokens.text}`")
        return Scope(name, node) if name in SCOPES else node

    def _tokens(self, name: str) -> _Tokens:
        return _Tokens(self.rules[name], f"{self.where}: rule `{name}`")

    def _choice(self, tokens: _Tokens, inside: tuple[str, ...]) -> Node:
        options = [self._sequence(tokens, inside)]
        while tokens.take("|"):
            options.append(self._sequence(tokens, inside))
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self, tokens: _Tokens, inside: tuple[str, ...]) -> Node:
        parts: list[Node] = []
        while tokens.kind and tokens.text not in ("|", ")", "]", "}"):
            parts.append(self._repeated(tokens, inside))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _repeated(self, tokens: _Tokens, inside: tuple[str, ...]) -> Node:
        node = self._single(tokens, inside)
        if not tokens.take("{"):
            return node
        times = int(tokens.advance()) if tokens.kind == "number" else None
        if times is not None:
            tokens.expect(",")
        separator = self._choice(tokens, inside)
        tokens.expect("}")
        if times is None:
            return Loop(node, _parting(separator))
        more: list[Node] = [part for _ in range(times - 1) for part in (separator, _again(node))]
        return Sequence((node, *more))

    def _single(self, tokens: _Tokens, inside: tuple[str, ...]) -> Node:
        if tokens.take("("):
            node = self._choice(tokens, inside)
            tokens.expect(")")
            return node
        if tokens.take("["):
            node = self._choice(tokens, inside)
            tokens.expect("]")
            return Maybe(node)
        return self._leaf(tokens, inside)

    def _leaf(self, tokens: _Tokens, inside: tuple[str, ...]) -> Node:
        kind, found = tokens.kind, tokens.found
        text = tokens.advance()
        if kind == "line":
            return Gap("\n" * len(text))
        if kind == "blank":
            return Gap(" " * int(found["count"] or 1))
        if kind == "any":
            return Gap(None)
        if kind == "literal":
            return Literal(text[1:-1]) if text[1:-1].strip() else Gap(text[1:-1])
        if kind == "price":
            return Price(float(text))
        if kind == "name":
            if text in self.rules and text not in inside:
                node = self.rule(text, inside)
                return _again(node) if found["again"] else node
            index = int(found["index"]) - 1 if found["index"] else None
            self._check_field(text, inside)
            if text == "title" and index is None and not _of_story(inside):
                raise BadLayout(
                    f"{self.where}: rule `{inside[-1]}` names `title`, which belongs to a related "
                    'story: make a rule `item = "title"` and name `item` here'
                )
            ahead = index is not None and text != "byline"
            return Field(text, bool(found["again"]) or ahead, index)
        raise BadLayout(f"{tokens.where} has `{text}` where a field is wanted")

    def _check_field(self, name: str, inside: tuple[str, ...]) -> None:
        of_item = _of_story(inside)
        known = ITEM_FIELDS if of_item else FIELDS
        if name not in known:
            there = "of a related story" if of_item else "of an article"
            raise BadLayout(
                f"{self.where}: rule `{inside[-1]}` names `{name}`, which is neither a rule nor "
                f"a field {there}; there are {', '.join(sorted(known))}"
            )


def _of_story(inside: tuple[str, ...]) -> bool:
    return "item" in inside or "see_also" in inside


class _Tokens:
    """The tokens of one rule: `kind` and `text` are the next one's, `""` at the end."""

    def __init__(self, rule: str, where: str) -> None:
        self.where = where
        self._rest = self._split(rule)
        self.kind = self.text = ""
        self.found: Mapping[str, str | None] = {}
        self.advance()

    def _split(self, rule: str) -> Iterator[tuple[str, str, Mapping[str, str | None]]]:
        at = 0
        while rule[at:].strip():
            match = _TOKEN.match(rule, at)
            if match is None:
                raise BadLayout(
                    f"{self.where} cannot be read from `{rule[at : at + 20].strip()}` on"
                )
            groups: dict[str, str | None] = match.groupdict()
            kinds = ("line", "blank", "any", "literal", "name", "price", "number", "mark")
            kind = next(kind for kind in kinds if groups[kind] is not None)
            yield kind, groups[kind] or "", groups
            at = match.end()

    def advance(self) -> str:
        before = self.text
        self.kind, self.text, self.found = next(self._rest, ("", "", {}))
        return before

    def take(self, mark: str) -> bool:
        if self.kind != "mark" or self.text != mark:
            return False
        self.advance()
        return True

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            raise BadLayout(f"{self.where}: `{mark}` is missing before `{self.text}`")


def _parting(separator: Node) -> Node:
    """Signs within a line that part the rounds of a loop are gaps, as blanks are, and no words."""
    parts = separator.parts if isinstance(separator, Sequence) else (separator,)
    texts = [part.text for part in parts if isinstance(part, Gap | Literal) and part.text]
    gap = Gap("".join(texts))
    return gap if len(texts) == len(parts) and gap.within_line else separator


def _again(node: Node) -> Node:
    """`node` as a repetition of what was printed before."""
    match node:
        case Field(name, _, index):
            return Field(name, True, index)
        case Sequence(parts):
            return Sequence(tuple(map(_again, parts)))
        case Choice(options):
            return Choice(tuple(map(_again, options)))
        case Maybe(inner):
            return Maybe(_again(inner))
        case Loop(inner, separator):
            return Loop(_again(inner), separator)
        case Scope(name, inner):
            return Scope(name, _again(inner))
    return node


def loosened(node: Node) -> Node:
    """`node` with any gap where it prints a certain one: the template of markup."""
    match node:
        case Gap():
            return node if node.within_line else Gap(None)
        case Sequence(parts):
            return Sequence(tuple(map(loosened, parts)))
        case Choice(options):
            return Choice(tuple(map(loosened, options)))
        case Maybe(inner):
            return Maybe(loosened(inner))
        case Loop(inner, separator):
            return Loop(loosened(inner), loosened(separator))
        case Scope(name, inner):
            return Scope(name, loosened(inner))
    return node


def has_any_gap(node: Node) -> bool:
    """Whether `~` stands somewhere in `node`."""
    match node:
        case Gap(text):
            return text is None
        case Sequence(parts) | Choice(parts):
            return any(map(has_any_gap, parts))
        case Maybe(inner) | Scope(_, inner):
            return has_any_gap(inner)
        case Loop(inner, separator):
            return has_any_gap(inner) or has_any_gap(separator)
    return False


def nodes(node: Node) -> Iterator[Node]:
    """`node` and all that it prints, in order; not what stands between the rounds of a loop."""
    yield node
    match node:
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from nodes(part)
        case Maybe(inner) | Loop(inner) | Scope(_, inner):
            yield from nodes(inner)


def fields(node: Node) -> Iterator[Field]:
    """Every field in `node`, in order."""
    return (each for each in nodes(node) if isinstance(each, Field))
