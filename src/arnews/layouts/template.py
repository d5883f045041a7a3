"""The template notation: the order in which a publisher prints the fields of a page.

A template is a regular expression over fields. `read` turns it into a small tree. `labeling`
compiles the tree into the automaton of the decoder, and `render` walks it to print a page. No other
module knows the order of fields.

    headline            a field, or a rule of the same layout
    =headline           the same field again: a printed repetition
    =title#1            the title of the first related item, printed before the list of items
    byline#2            the second line of the byline
    "TT"                a literal word of the interface; blanks alone are a gap
    ⏎  ⏎⏎  ␣  ␣14       line ends and blanks between two printed things
    ~                   any gap
    [x]                 x, or nothing
    x | y               one of the two
    (x y)               grouping
    x{⏎⏎}               one or more x, separated by ⏎⏎; x{"، "}: separated by a comma
    x{2,⏎}              x printed twice, separated by ⏎
    <3>                 a cost of 3 for passing here
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import define, evolve, frozen

from ..errors import BadLayout
from ..patterns import pattern

#: Rules of these names open a part of the model; any other rule only abbreviates.
SCOPES = frozenset({"article", "item", "see_also", "figure", "lead_image"})
#: The fields of a related story: allowed inside the rules `item` and `see_also`.
ITEM_FIELDS = frozenset(
    {"marker", "title", "section", "figure", "caption", "credit", "teaser", "byline"}
    | {"published", "video"}
)
#: The fields that are allowed elsewhere.
FIELDS = frozenset(
    {"headline", "kicker", "subtitle", "section", "byline", "published", "modified", "tag"}
    | {"lead_image", "figure", "caption", "credit", "video", "paragraph", "subheading", "quote"}
    | {"list_item", "embed", "marker", "title"}
)

_MOST = 1_000  # blanks in a row, times, related items; those that ship have 26 at most
_MOST_PARTS = 1_000  # of a template with its rules unfolded; those that ship have 130 at most


@frozen
class Field:
    """A field of the model. `again` marks a repetition: it prints the value a second time.

    `index` counts from 0: the related item that the field belongs to, or the line of the byline.
    """

    name: str
    again: bool = False
    index: int | None = None


@frozen
class Literal:
    text: str


@frozen
class Gap:
    """The text between two printed things: blanks, line ends, or the separator of a loop on one
    line («، »). `None` is any gap."""

    text: str | None

    @property
    def within_line(self) -> bool:
        """Whether the things before and after the gap are on the same line."""
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

_TOKEN = pattern(
    r"""\s*+(?:(?P<line>⏎++)|(?P<blank>␣)(?P<count>\d*+)|(?P<any>~)
    |(?P<literal>"[^"]*+")|(?P<again>=)?(?P<name>[a-z_]++)(?:\#(?P<index>\d++))?
    |<(?P<price>[\d.]++)>|(?P<number>\d++)|(?P<mark>[()\[\]{}|,]))""",
    re.VERBOSE,
)
_TOKEN_KINDS = ("line", "blank", "any", "literal", "name", "price", "number", "mark")
_Groups: TypeAlias = Mapping[str, str | None]  # of `_TOKEN`


def read(rules: Mapping[str, str], where: str) -> Node:
    """The tree of the rule `page`; every other rule replaces its name in it.

    `rules` maps names to rules in the notation above. `where` names the layout and the template in
    error messages. Raises `BadLayout` if a rule is missing, wrong or recursive.
    """
    if "page" not in rules:
        raise BadLayout(f"{where}: a template needs a rule named `page`")
    return _Reader(rules, where).rule("page", ())


@define
class _Reader:
    """A recursive-descent reader of the notation in the module's docstring."""

    rules: Mapping[str, str]
    where: str
    _leaves: int = 0

    def _limit(self, parts: int) -> None:
        if parts > _MOST_PARTS:
            raise BadLayout(f"{self.where}: the rules unfold to more than {_MOST_PARTS:,} parts")

    def rule(self, name: str, inside: tuple[str, ...]) -> Node:
        if name in inside:
            raise BadLayout(f"{self.where}: rule `{name}` leads back to itself")
        tokens = _Tokens(self.rules[name], f"{self.where}: rule `{name}`")
        node = self._choice(tokens, (*inside, name))
        if tokens.kind:
            raise BadLayout(f"{self.where}: rule `{name}` has a stray `{tokens.text}`")
        return Scope(name, node) if name in SCOPES else node

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
        times = int(tokens.number(tokens.advance())) if tokens.kind == "number" else None
        if times is not None:
            tokens.expect(",")
        separator = self._choice(tokens, inside)
        tokens.expect("}")
        if times is None:
            return Loop(node, _separator(separator))
        self._limit(times * sum(1 for each in (node, separator) for _ in nodes(each)))
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
        kind, groups = tokens.kind, tokens.groups
        text = tokens.advance()
        self._leaves += 1
        self._limit(self._leaves)
        match kind:
            case "line":
                return Gap("\n" * len(text))
            case "blank":
                return Gap(" " * int(tokens.number(groups["count"] or "1")))
            case "any":
                return Gap(None)
            case "literal":
                return Literal(text[1:-1]) if text[1:-1].strip() else Gap(text[1:-1])
            case "price":
                return Price(tokens.number(text, least=0))
            case "name":
                index = int(tokens.number(groups["index"])) - 1 if groups["index"] else None
                return self._named(text, index, bool(groups["again"]), inside)
        raise BadLayout(f"{tokens.where} has `{text}` where a field is wanted")

    def _named(self, name: str, index: int | None, again: bool, inside: tuple[str, ...]) -> Node:
        """The rule with this name, else the field with this name."""
        if name in self.rules and name not in inside:
            node = self.rule(name, inside)
            return _again(node) if again else node
        self._check_field(name, index, inside)
        ahead = index is not None and name != "byline"  # of an item that is printed further down
        return Field(name, again or ahead, index)

    def _check_field(self, name: str, index: int | None, inside: tuple[str, ...]) -> None:
        in_item = "item" in inside or "see_also" in inside
        known = ITEM_FIELDS if in_item else FIELDS
        if name not in known:
            owner = "a related story" if in_item else "an article"
            raise BadLayout(
                f"{self.where}: rule `{inside[-1]}` names `{name}`, which is neither a rule nor "
                f"a field of {owner}; there are {', '.join(sorted(known))}"
            )
        if name == "title" and index is None and not in_item:
            raise BadLayout(
                f"{self.where}: rule `{inside[-1]}` names `title`, which belongs to a related "
                'story: make a rule `item = "title"` and name `item` here'
            )


class _Tokens:
    """The tokens of one rule; `kind` and `text` are of the next token, `""` at the end."""

    def __init__(self, rule: str, where: str) -> None:
        self.where = where
        self._rest = self._split(rule)
        self.kind = self.text = ""
        self.groups: _Groups = {}
        self.advance()

    def _split(self, rule: str) -> Iterator[tuple[str, str, _Groups]]:
        start = 0
        while rule[start:].strip():
            match = _TOKEN.match(rule, start)
            if match is None:
                rest = rule[start : start + 20].strip()
                raise BadLayout(f"{self.where} cannot be read from `{rest}` on")
            groups: _Groups = match.groupdict()
            kind = next(kind for kind in _TOKEN_KINDS if groups[kind] is not None)
            yield kind, groups[kind] or "", groups
            start = match.end()

    def number(self, digits: str, least: int = 1) -> float:
        if not least <= float(digits) <= _MOST:
            raise BadLayout(
                f"{self.where} has the number {digits[:20]}; {least} to {_MOST} are wanted"
            )
        return float(digits)

    def advance(self) -> str:
        """Moves on by one token and returns the text of the token before."""
        before = self.text
        self.kind, self.text, self.groups = next(self._rest, ("", "", {}))
        return before

    def take(self, mark: str) -> bool:
        """Moves on if the next token is `mark`; returns whether it was."""
        if self.kind != "mark" or self.text != mark:
            return False
        self.advance()
        return True

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            raise BadLayout(f"{self.where}: `{mark}` is missing before `{self.text}`")


def _separator(separator: Node) -> Node:
    """The separator of a loop: one gap if it is a string on one line, such as «، »."""
    parts = separator.parts if isinstance(separator, Sequence) else (separator,)
    texts = [part.text for part in parts if isinstance(part, Gap | Literal) and part.text]
    gap = Gap("".join(texts))
    return gap if len(texts) == len(parts) and gap.within_line else separator


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below `node`, in order."""
    match node:
        case Sequence(parts) | Choice(parts):
            return parts
        case Maybe(inner) | Scope(_, inner):
            return (inner,)
        case Loop(inner, separator):
            return (inner, separator)
    return ()


def with_children(node: Node, change: Callable[[Node], Node]) -> Node:
    """A copy of `node` in which every child is replaced by `change(child)`."""
    match node:
        case Sequence(parts) | Choice(parts):
            return type(node)(tuple(map(change, parts)))
        case Maybe(inner) | Scope(_, inner):
            return evolve(node, inner=change(inner))
        case Loop(inner, separator):
            return Loop(change(inner), change(separator))
    return node


def _again(node: Node) -> Node:
    """`node` with every field marked as a repetition."""
    if isinstance(node, Field):
        return Field(node.name, True, node.index)
    return with_children(node, _again)


def loosened(node: Node) -> Node:
    """`node` with every gap between lines replaced by any gap, as HTML needs it."""
    if isinstance(node, Gap):
        return node if node.within_line else Gap(None)
    return with_children(node, loosened)


def nodes(node: Node) -> Iterator[Node]:
    """`node` and every node below it, in order."""
    yield node
    for child in children(node):
        yield from nodes(child)


def has_any_gap(node: Node) -> bool:
    """Whether the template has `~`, any gap, at some place."""
    return any(isinstance(each, Gap) and each.text is None for each in nodes(node))


def fields(node: Node) -> Iterator[Field]:
    """Every field in `node`, in order."""
    return (each for each in nodes(node) if isinstance(each, Field))
