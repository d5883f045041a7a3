"""Which elements are open after each tag, counted never too low.

The stack of open elements and the list of active formatting elements of the HTML standard, cut down
to what counts. An element leaves the stack only where the standard's parser surely takes it off its
own. Formatting that is closed with the element around it, and not by its own end tag, stays on the
stack: the parser opens it again in what follows.
"""

from __future__ import annotations

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
_SECTIONS = frozenset({b"tbody", b"thead", b"tfoot", b"caption", b"colgroup"})
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
_IN_SELECT = frozenset({b"option", b"optgroup", b"hr"})
_NOWHERE = -1


@define(eq=False)
class OpenElements:
    """The open elements at one place of the page.

    `reopened` counts the copies of open formatting that the parser may have made so far, each with
    its weight; `formatting` are those that it would open again now, none from before the last
    marker. `surely` turns false where the standard does not follow the tags alone: from there
    on an end tag closes nothing but the start tag right before it.
    """

    reopened: int = 0
    formatting: int = 0
    surely: bool = True
    _stack: list[bytes] = Factory(list)
    _active: list[tuple[bytes, bytes, int] | None] = Factory(list)  # `None` is a marker
    _weight: int = 0
    _outer: list[tuple[int, int]] = Factory(list)  # `formatting` and `_weight` before each marker
    _selects: int = 0

    @property
    def depth(self) -> int:
        """How many elements are open, at most."""
        return len(self._stack)

    def start(self, name: bytes, attributes: bytes, weight: int) -> None:
        """A start tag; a copy of it is worth `weight` elements without attributes."""
        self.reopened += self._weight
        if self.surely:
            if self._selects and name not in _IN_SELECT:
                self.surely = False  # some close the <select>, others are passed over
            elif name in _TABLE_PARTS:
                if not self._open_table_part(name):
                    return
            else:
                self._close_before(name)
        if name in _VOID:
            return
        if name == b"a":  # ends the link before, whatever is open
            weight = max(weight, self._deactivate(name))
        if name in FORMATTING:
            self._activate(name, attributes, weight)
        self._push(name)

    def end(self, name: bytes) -> None:
        """An end tag."""
        self.reopened += self._weight
        if not self.surely:
            if self._stack and self._stack[-1] == name:
                self._stack.pop()
                self._deactivate(name)
        elif name == b"p":
            self._pop_to(self._in_scope(b"p", _SCOPE | {b"button"}))
        elif name in _BLOCKS or name in (b"button", b"dd", b"dt"):
            self._pop_to(self._in_scope(name, _SCOPE))
        elif name in _HEADINGS:
            self._pop_to(self._in_scope(name, _SCOPE, _HEADINGS))
        elif name == b"li":
            self._pop_to(self._in_scope(name, _SCOPE | {b"ol", b"ul"}))
        elif name == b"form":
            self._remove_last(name)
        elif name in (b"table", b"template") or name in _TABLE_PARTS:
            self._pop_to(self._in_scope(name, frozenset({b"table", b"template"})))
        elif name in _MARKERS:
            self._pop_to(self._in_scope(name, _SCOPE))
        elif name in FORMATTING:
            self._end_formatting(name)
        else:
            self._end_other(name)

    def _push(self, name: bytes) -> None:
        self._stack.append(name)
        if not self.surely:
            return
        if name in _MARKERS:
            self._active.append(None)
            self._outer.append((self.formatting, self._weight))
            self.formatting = self._weight = 0
        elif name == b"select":
            self._selects += 1

    def _pop_to(self, at: int) -> None:
        """Closes the element at the place `at` of the stack, and all inside it."""
        if at == _NOWHERE:
            return
        for name in self._stack[at:]:
            if name in _MARKERS:
                self._clear_to_marker()
            elif name == b"select":
                self._selects -= 1
        again = [name for name in self._stack[at + 1 :] if self._is_active(name)]
        self._stack[at:] = again

    def _is_active(self, name: bytes) -> bool:
        return name in FORMATTING and any(
            entry is not None and entry[0] == name for entry in self._since_marker()
        )

    def _in_scope(
        self, name: bytes, scope: frozenset[bytes], alike: frozenset[bytes] = frozenset()
    ) -> int:
        """Where the last element of the name `name`, or of one `alike`, stands in the scope."""
        if not alike and name not in self._stack:  # mostly, and much quicker
            return _NOWHERE
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] == name or self._stack[at] in alike:
                return at
            if self._stack[at] in scope:
                break
        return _NOWHERE

    def _remove_last(self, name: bytes) -> None:
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] == name:
                del self._stack[at]
                break

    def _close_before(self, name: bytes) -> None:
        """Closes what the start tag `name` ends."""
        if name in (b"li", b"dd", b"dt"):
            self._close_items({b"li"} if name == b"li" else {b"dd", b"dt"})
        if name in _ENDS_PARAGRAPH:
            self._pop_to(self._in_scope(b"p", _SCOPE | {b"button"}))
        if name in _HEADINGS and self._stack and self._stack[-1] in _HEADINGS:
            self._pop_to(len(self._stack) - 1)
        elif name == b"button":
            self._pop_to(self._in_scope(name, _SCOPE))
        elif name in (b"option", b"optgroup"):
            if self._stack and self._stack[-1] == b"option":
                self._stack.pop()
        elif name == b"table":
            table = self._in_scope(name, _CELLS | {b"caption", b"template"})
            self._pop_to(table)
        elif name in (b"a", b"nobr"):
            self._end_formatting(name)
            if name == b"a" and self._deactivate(name):
                self._remove_last(name)

    def _close_items(self, items: set[bytes]) -> None:
        for at in range(len(self._stack) - 1, -1, -1):
            name = self._stack[at]
            if name in items:
                self._pop_to(at)
                return
            if name in _SPECIAL and name not in (b"address", b"div", b"p"):
                return

    def _open_table_part(self, name: bytes) -> bool:
        """Closes what a part of a table ends; whether there is a table that it is a part of."""
        around = {b"table", b"template"}
        if name not in _SECTIONS:
            around |= {b"tbody", b"thead", b"tfoot"}
            if name in _CELLS:
                around.add(b"tr")
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] in around:
                self._pop_to(at + 1 if at + 1 < len(self._stack) else _NOWHERE)
                return True
        return False

    def _end_formatting(self, name: bytes) -> None:
        """The end of formatting; one with a block inside moves into the block, and stays open."""
        if not any(entry is not None and entry[0] == name for entry in self._since_marker()):
            self._end_other(name)
            return
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] == name:
                self._pop_to(at)
                break
            if self._stack[at] in _SPECIAL:
                if name in self._stack[:at]:
                    return
                break
        self._deactivate(name)

    def _end_other(self, name: bytes) -> None:
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] == name:
                self._pop_to(at)
                return
            if self._stack[at] in _SPECIAL:
                return

    def _since_marker(self) -> list[tuple[bytes, bytes, int] | None]:
        for at in range(len(self._active) - 1, -1, -1):
            if self._active[at] is None:
                return self._active[at + 1 :]
        return self._active

    def _activate(self, name: bytes, attributes: bytes, weight: int) -> None:
        entry = (name, attributes, weight)
        if self._since_marker().count(entry) >= _OF_A_KIND:
            return
        self._active.append(entry)
        self.formatting += 1
        self._weight += weight

    def _deactivate(self, name: bytes) -> int:
        """Takes the last formatting of the name `name` off the list; its weight, 0 for none."""
        for at in range(len(self._active) - 1, -1, -1):
            entry = self._active[at]
            if entry is None:
                break
            if entry[0] == name:
                del self._active[at]
                self.formatting -= 1
                self._weight -= entry[2]
                return entry[2]
        return 0

    def _clear_to_marker(self) -> None:
        while self._active and self._active.pop() is not None:
            pass
        if self._outer:
            self.formatting, self._weight = self._outer.pop()
        else:
            self.formatting = self._weight = 0
