"""Writes what data say into `weights.toml`, and leaves the rest of the file as it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import gold_labels
from attrs import frozen
from labels import Labelled
from perceptron import PRIOR, Moves

_HEAD = """\
What each piece of evidence is worth for each role, in units of about one natural logarithm.
A role that an entry does not name is not touched by it. `prior` is given to every block.

One number was set by hand and is in force. Of two, the first was set by hand and the second, in
force, is what `make fit ARGS=--write` made of it. To set a weight anew, write one number; the next
fit starts from it. Behind a name stands on how many blocks it rests: of pages with gold (and of how
many publishers), and of drawn pages.
"""
_TABLE = re.compile(r'\[(?:"([^"]+)"|(\w+))\]')
_WEIGHT = re.compile(r"(\w+) = (?:\[([\d.-]+), [\d.-]+\]|([\d.-]+))")
LEAST = 0.05  # a smaller move is not worth a second number


@frozen
class Support:
    """On how many labelled blocks a piece of evidence stands."""

    gold: int = 0
    drawn: int = 0
    publishers: frozenset[str] = frozenset()  # whose pages with gold have it
    houses: frozenset[str] = frozenset()  # of any page

    def __str__(self) -> str:
        return f"{self.gold} ({len(self.publishers)}), {self.drawn}"


def supports(pages: Iterable[Labelled]) -> Mapping[str, Support]:
    """The support of every piece of evidence that stands on a labelled block."""
    blocks: dict[str, list[Labelled]] = defaultdict(list)
    for page in pages:
        for at in page.right:
            for name in {PRIOR, *page.reading.notes[at]}:
                blocks[name].append(page)
    return {name: _support(on) for name, on in blocks.items()}


def _support(pages: Sequence[Labelled]) -> Support:
    gold = [page for page in pages if page.origin in gold_labels.ORIGINS]
    return Support(
        len(gold),
        len(pages) - len(gold),
        frozenset(page.publisher for page in gold),
        frozenset(page.publisher for page in pages),
    )


def rounded(moves: Moves) -> Moves:
    """The moves as they are written."""
    return {pair: round(move, 2) for pair, move in moves.items() if abs(move) >= LEAST}


def rewritten(text: str, moves: Moves, support: Mapping[str, Support], told: Iterable[str]) -> str:
    """`text`, the file, with `moves`, the support of every entry, and `told` at its head."""
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("["))
    head = [f"# {line}".rstrip() for line in (*_HEAD.splitlines(), "", *told)]
    found, name = [*head, ""], ""
    for line in lines[start:]:
        table = _TABLE.match(line)
        if table:
            name = table[1] or table[2]
            line = f"{table[0]}  # {support[name]}" if name in support else table[0]
        found.append(
            _WEIGHT.sub(lambda weight, row=name: _weight(weight, row, moves), line, 1)
            if not table and not line.startswith("#")
            else line
        )
    return "\n".join(found) + "\n"


def _weight(found: re.Match[str], name: str, moves: Moves) -> str:
    by_hand = found[2] or found[3]
    move = moves.get((name, found[1]))
    fitted = f"[{by_hand}, {float(by_hand) + move:.2f}]" if move else by_hand
    return f"{found[1]} = {fitted}"
