"""Slots of one line: how what a template prints on one line is taken apart.

«section caption play-circle» is one line with three fields; so is a label with its value
(«صدر الصورة، رويترز»), or tags in a row («الوسوم: موانئ، نقل بحري»). A line is a slot of its own,
with a pattern that parts it. Tools that flatten HTML may also print the parts on lines of their
own; the grammar allows both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from ..errors import BadLayout
from ..layouts.template import Choice, Field, Gap, Literal, Loop, Maybe, Node, Sequence
from ..patterns import pattern
from .roles import role_of

if TYPE_CHECKING:
    import regex

CLOSED = frozenset({"video", "marker"})  # fields that print nothing but the layout's words


class Part(NamedTuple):
    """One printed thing of a slot: a field with its role, or a word (`field` is `None`).

    `words` is all that it may print; of a field that prints anything it is empty, and so it is of
    a sign between the rounds of a loop, which tells nothing.
    """

    field: str | None
    role: str
    words: tuple[str, ...] = ()


@frozen(slots=False)
class Slot:
    """A place in a template that prints a line; `pattern` parts a line with several parts, and has
    a group for each, `p0` and so on.

    A `labelled` slot takes a value whose label stands on a line of its own beside it. `bare` is the
    part that a line without any of the slot's words is, whatever it says.
    """

    parts: tuple[Part, ...]
    scopes: tuple[str, ...] = ()
    again: bool = False
    item: int | None = None
    labelled: bool = False
    bare: Part | None = None
    pattern: regex.Pattern[str] | None = field(default=None, eq=False)

    @cached_property
    def role(self) -> str:
        return self.parts[0].role

    def parted(self, text: str) -> list[tuple[Part, int, int]] | None:
        """The parts that the line `text` holds, in order, each with where it starts and ends;
        `None` if it is no such line."""
        assert self.pattern is not None
        if self.bare and text and not any(word in text for word in self._words):
            return [(self.bare, 0, len(text))]
        found = self.pattern.fullmatch(text)
        if found is None:
            return None
        return sorted(
            (
                (part, start, end)
                for at, part in enumerate(self.parts)
                for start, end in found.spans(f"p{at}")
            ),
            key=lambda piece: piece[1],
        )

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for part in self.parts for word in part.words)


class Wording(NamedTuple):
    """The words of a layout by which parts of a line are known.

    `markers` announce related stories; `fields` has the words that a field may print.
    """

    markers: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]


def slot_of(line: Iterable[Node], scopes: tuple[str, ...], words: Wording) -> Slot:
    """The slot of one printed line; with more than one part, also the pattern that parts it.

    Raises `BadLayout` for a field that the model does not have.
    """
    maker = _Maker(scopes, words)
    bare: list[int] = []
    nodes = tuple(line)
    for at, node in enumerate(nodes, 1):
        if not _is_labelled(node):
            bare.append(len(maker.parts) if _is_free(node, words) else -1)
        maker.add(node, nodes[at:])
    if not maker.parts:
        raise BadLayout("a template prints a line of blanks only")
    parted = len(maker.parts) > 1 or maker.loops
    shape = pattern(maker.ahead() + "".join(maker.pieces), re.DOTALL) if parted else None
    again = maker.repeated
    item = again[0].index if again else None
    alone = maker.parts[bare[0]] if len(bare) == 1 and bare[0] >= 0 else None
    return Slot(tuple(maker.parts), scopes, bool(again), item, bare=alone, pattern=shape)


def _is_labelled(node: Node) -> bool:
    """Whether `node` prints a word with what it prints, or nothing."""
    inner = node.inner if isinstance(node, Maybe) else None
    return isinstance(inner, Sequence) and any(isinstance(part, Literal) for part in inner.parts)


def _is_free(node: Node, words: Wording) -> bool:
    """Whether `node` prints anything."""
    return isinstance(node, Field) and not words.fields.get(node.name)


class _Maker:
    """The parts of a slot in the making, and the pieces of the pattern that finds them."""

    def __init__(self, scopes: tuple[str, ...], words: Wording) -> None:
        self.scopes, self.words = scopes, words
        self.parts: list[Part] = []
        self.pieces: list[str] = []
        self.repeated: list[Field] = []
        self.loops = False
        self.stops = ""  # where a field in a loop ends: it does not hold what parts the rounds
        self._needed: list[str] = []  # the words that every such line has, in order
        self._needed_end = 0  # the number of pieces up to the last of them
        self._free = self._depth = 0
        self._is_open = False  # an atomic group, which the next free field ends

    def ahead(self) -> str:
        """Looks ahead for all words that the line needs: where one is missing, several free fields
        would be tried at every place of the line, each with every other."""
        if self._free < 2 or not self._needed:
            return ""
        *before, last = (f"(?:{word})" for word in self._needed)
        end = r"\s*+\Z" if self._needed_end == len(self.pieces) else ""
        return "(?=" + "".join(f"(?>.*?{word})" for word in before) + f".*{last}{end})"

    def add(self, node: Node, after: tuple[Node, ...] = ()) -> None:
        """Adds the pieces of `node`, which `after` stands behind."""
        match node:
            case Literal(text):
                word = text.strip()
                role = "related_marker" if word in self.words.markers else "interface"
                self.pieces.append(r"\s*+")  # some tools set a blank between any two elements
                self._part(Part(None, role, (word,)), re.escape(word))
                self.pieces.append(r"\s*+")
                self._need(re.escape(word))
            case Field():
                self._field(node, after)
            case Gap():
                self.pieces.append(r"\s*+")
            case Maybe(inner):
                self._close()
                self._group([inner], ")?", after)
            case Choice(options):
                self._group(options, ")", after)
            case Loop(inner, separator):
                self._loop(inner, separator)
            case Sequence(inside):
                for at, part in enumerate(inside, 1):
                    self.add(part, (*inside[at:], *after))

    def _is_settled(self, after: tuple[Node, ...]) -> bool:
        """Whether nothing but words stands between a free field and the next one. Then the field
        ends where these words first stand: the next one takes what more there is."""
        for at, node in enumerate(after):
            options = node.options if isinstance(node, Choice) else (node,)
            if not all(isinstance(each, Literal | Gap) or self._is_word(each) for each in options):
                return self._takes_all(after[at:])
        return False

    def _is_word(self, node: Node) -> bool:
        return isinstance(node, Field) and not _is_free(node, self.words)

    def _takes_all(self, nodes: tuple[Node, ...]) -> bool:
        """Whether a free field stands first in `nodes`, whatever optional part is printed."""
        if not nodes:
            return False
        first, *rest = nodes
        if isinstance(first, Maybe):
            inner = first.inner.parts if isinstance(first.inner, Sequence) else (first.inner,)
            return self._takes_all(inner) and self._takes_all(tuple(rest))
        return _is_free(first, self.words)

    def _close(self) -> None:
        if self._is_open:
            self.pieces.append(")")
            self._is_open = False

    def _field(self, node: Field, after: tuple[Node, ...]) -> None:
        role = role_of(node.name, self.scopes)
        if role is None:
            told = " in ".join(("", *self.scopes[-1:]))
            raise BadLayout(f"a template names `{node.name}`, which is no field{told}")
        known = sorted(self.words.fields.get(node.name, ()), key=len, reverse=True)
        words = tuple(known) if node.name in CLOSED else ()
        shape = f"(?:{self.stops}.)+?" if self.stops else ".+?"
        if not known:
            self._close()
            if not self.stops and self._is_settled(after):
                self.pieces.append("(?>")
                self._is_open = True
        self._part(Part(node.name, role, words), "|".join(map(re.escape, known)) or shape)
        if known:
            self._need("|".join(map(re.escape, reversed(known))))  # which ends first
        else:
            self._free += 1
        if node.again:
            self.repeated.append(node)

    def _loop(self, inner: Node, separator: Node) -> None:
        """Rounds parted by `separator`, which no field in them holds: so there is one way to part
        a line."""
        text = separator.text if isinstance(separator, Gap) and separator.text else " "
        sign, blanks = re.escape(text.strip()), rf"\s{{{len(text)}}}"
        self.loops, self.stops = True, f"(?!{sign or blanks})"
        start = len(self.pieces)
        self._depth += 1
        self.add(inner)
        self._depth -= 1
        inner_pieces, self.stops = self.pieces[start:], ""
        self.pieces.append("(?:" if sign else rf"(?:{blanks}\s*+")
        if sign:
            self.pieces.append(r"\s*+")
            self._part(Part(None, "interface"), sign)
            self.pieces.append(r"\s*+")
        self.pieces += [*inner_pieces, ")*"]

    def _need(self, words: str) -> None:
        if not self._depth:
            self._needed.append(words)
            self._needed_end = len(self.pieces)

    def _part(self, part: Part, shape: str) -> None:
        self.parts.append(part)
        self.pieces.append(rf"(?P<p{len(self.parts) - 1}>{shape})")

    def _group(self, options: Iterable[Node], end: str, after: tuple[Node, ...]) -> None:
        outside, self._is_open = self._is_open, False
        self._depth += 1
        for at, option in enumerate(options):
            self.pieces.append("|" if at else "(?:")
            self.add(option, after)
            self._close()
        self._depth -= 1
        self._is_open = outside
        self.pieces.append(end)
