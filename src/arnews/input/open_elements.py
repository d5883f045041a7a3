"""Which elements are open after each tag, counted never too low.

The stack of open elements and the list of active formatting elements of the HTML standard, cut down
to what counts. An element leaves the stack only where the standard's parser surely takes it off its
own. Formatting that is closed with the element around it, and not by its own end tag, stays on the
stack: the parser opens it again in what follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TypeAlias

from attrs import Factory, define

_OF_A_KIND = 3  # equal formatting elements that the parser keeps ("Noah's Ark clause")

FORMATTING = frozenset(
    b"a b big code em font i nobr s small strike strong tt u".split()
)  #: Written again in every paragraph while they stay open.
_VOID = frozenset(
    b"area base basefont bgsound br col embed frame hr img image input keygen link meta param"
    b" source track wbr".split()
)
_HEADINGS = frozenset(b"h1 h2 h3 h4 h5 h6".split())
_BLOCKS = frozenset(
    b"address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    b" footer header hgroup listing main menu nav ol pre search section summary ul".split()
)
_ENDS_PARAGRAPH = _BLOCKS | _HEADINGS | frozenset(b"form li dd dt hr p plaintext xmp table".split())
_CELLS = frozenset({b"td", b"th"})
_TABLES = frozenset({b"table", b"template"})
_ROWS = frozenset({b"tbody", b"thead", b"tfoot"})
_SECTIONS = _ROWS | {b"caption", b"colgroup"}
_TABLE_PARTS = _CELLS | _SECTIONS | {b"tr"}
#: Before these, the list of active formatting begins anew.
_MARKERS = frozenset({b"applet", b"object", b"marquee", b"template", b"td", b"th", b"caption"})
_SCOPE = _MARKERS | {b"table", b"html"}
_SPECIAL = (
    _BLOCKS
    | _HEADINGS
    | _TABLE_PARTS
    | _SCOPE
    | frozenset(
        b"body button dd dt form frameset head iframe li noembed noframes noscript p plaintext"
        b" script select style textarea title xmp".split()
    )
)
#: Where an end tag looks for its element: up to the first of these.
_ENDED_WITHIN: Mapping[bytes, Set[bytes]] = {
    **dict.fromkeys(_MARKERS | _BLOCKS | _HEADINGS | {b"button", b"dd", b"dt"}, _SCOPE),
    **dict.fromkeys(_TABLE_PARTS | _TABLES, _TABLES),
    b"p": _SCOPE | {b"button"},
    b"li": _SCOPE | {b"ol", b"ul"},
}
#: In what a part of a table may stand; the innermost is not closed by it.
_PARTS_OF: Mapping[bytes, Set[bytes]] = {
    **dict.fromkeys(_SECTIONS, _TABLES),
    b"tr": _TABLES | _ROWS,
    **dict.fromkeys(_CELLS, _TABLES | _ROWS | {b"tr"}),
}
_TERMS = frozenset({b"dd", b"dt"})
_ITEMS = {b"li": {b"li"}, b"dd": _TERMS, b"dt": _TERMS}
_AROUND_ITEMS = _SPECIAL - {b"address", b"div", b"p"}
_IN_SELECT = frozenset({b"option", b"optgroup", b"hr"})
_NOWHERE = -1

#: The name, attributes and weight of open formatting.
_Formatting: TypeAlias = tuple[bytes, bytes, int]


@define(eq=False)
class OpenElements:
    """The open elements at one place of the page.

    `reopened` counts the copies of open formatting that the parser may have made so far, each with
    its weight. `surely` turns false where the standard does not follow the tags alone: from there
    on an end tag closes nothing but the start tag right before it.
    """

    reopened: int = 0
    surely: bool = True
    _stack: list[bytes] = Factory(list)
    # Active formatting before the first marker, and behind each; and its weights together.
    _active: list[list[_Formatting]] = Factory(lambda: [[]])
    _weights: list[int] = Factory(lambda: [0])
    _selects: int = 0

    @property
    def depth(self) -> int:
        """How many elements are open, at most."""
        return len(self._stack)

    @property
    def formatting(self) -> int:
        """How many elements of formatting would be opened again now: none from before the last
        marker."""
        return len(self._active[-1])

    def start(self, name: bytes, attributes: bytes, weight: int) -> None:
        """A start tag; a copy of it is worth `weight` elements without attributes."""
        self.reopened += self._weights[-1]
        if self.surely:
            if self._selects and name not in _IN_SELECT:
                self.surely = False  # some close the <select>, others are passed over
            elif name in _PARTS_OF:
                around = self._last(_PARTS_OF[name])
                if around == _NOWHERE:
                    return
                self._pop_to(around + 1)
            else:
                self._close_before(name)
        if name in _VOID:
            return
        if name == b"a":  # ends the link before, whatever is open
            weight = max(weight, self._deactivate(name))
        if name in FORMATTING:
            self._activate((name, attributes, weight))
        self._stack.append(name)
        if self.surely and name in _MARKERS:
            self._active.append([])
            self._weights.append(0)
        elif self.surely and name == b"select":
            self._selects += 1

    def end(self, name: bytes) -> None:
        """An end tag."""
        self.reopened += self._weights[-1]
        if not self.surely:
            if self._stack and self._stack[-1] == name:
                self._stack.pop()
                self._deactivate(name)
        elif name in _ENDED_WITHIN:
            names = _HEADINGS if name in _HEADINGS else {name}
            self._pop_to(self._last(names, _ENDED_WITHIN[name]))
        elif name == b"form":
            self._remove_last(name)
        else:
            self._end_other(name)

    def _last(self, names: Set[bytes], within: Set[bytes] = frozenset()) -> int:
        """Where the last open element of one of `names` stands, up to the first of `within`."""
        if names.isdisjoint(self._stack):  # mostly, and much quicker
            return _NOWHERE
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] in names:
                return at
            if self._stack[at] in within:
                break
        return _NOWHERE

    def _pop_to(self, at: int) -> None:
        """Closes the element at the place `at` of the stack, and all inside it."""
        if at == _NOWHERE:
            return
        for name in self._stack[at:]:
            if name in _MARKERS:
                self._clear_to_marker()
            elif name == b"select":
                self._selects -= 1
        active = {entry[0] for entry in self._active[-1]}
        self._stack[at:] = [name for name in self._stack[at + 1 :] if name in active]

    def _remove_last(self, name: bytes) -> None:
        at = self._last({name})
        if at != _NOWHERE:
            del self._stack[at]

    def _close_before(self, name: bytes) -> None:
        """Closes what the start tag `name` ends."""
        if name in _ITEMS:
            self._pop_to(self._last(_ITEMS[name], _AROUND_ITEMS))
        if name in _ENDS_PARAGRAPH:
            self._pop_to(self._last({b"p"}, _ENDED_WITHIN[b"p"]))
        if name in _HEADINGS and self._stack and self._stack[-1] in _HEADINGS:
            self._pop_to(len(self._stack) - 1)
        elif name == b"button":
            self._pop_to(self._last({name}, _SCOPE))
        elif name in (b"option", b"optgroup"):
            if self._stack and self._stack[-1] == b"option":
                self._stack.pop()
        elif name == b"table":
            self._pop_to(self._last({name}, _CELLS | {b"caption", b"template"}))
        elif name in (b"a", b"nobr"):
            self._end_other(name)
            if name == b"a" and self._deactivate(name):
                self._remove_last(name)

    def _end_other(self, name: bytes) -> None:
        """The end of an inline element; formatting that holds a block moves into it, and stays
        open."""
        at = self._last({name}, _SPECIAL)
        self._pop_to(at)
        if at != _NOWHERE or name not in self._stack:
            self._deactivate(name)

    def _activate(self, entry: _Formatting) -> None:
        if self._active[-1].count(entry) < _OF_A_KIND:
            self._active[-1].append(entry)
            self._weights[-1] += entry[2]

    def _deactivate(self, name: bytes) -> int:
        """Takes the last formatting of the name `name` off the list; its weight, 0 for none."""
        active = self._active[-1]
        for at in range(len(active) - 1, -1, -1):
            if active[at][0] == name:
                weight = active.pop(at)[2]
                self._weights[-1] -= weight
                return weight
        return 0

    def _clear_to_marker(self) -> None:
        self._active.pop()
        self._weights.pop()
        if not self._active:
            self._active.append([])
            self._weights.append(0)
