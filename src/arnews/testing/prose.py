"""Strategies for Arabic news text. The parts of sentences are in `prose.toml`; they shrink well.

A paragraph ends with a full stop; a headline, a caption and a subheading do not. No string
begins or ends with a blank, or contains a line end.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..tables import read


@cache
def tables() -> dict[str, Any]:
    """The contents of `prose.toml`."""
    return read(__package__, "prose.toml")


def _one_of(name: str) -> SearchStrategy[str]:
    return st.sampled_from(tables()[name])


def _in_a_row(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    """The strings of `parts` that are not empty, with blanks between them."""
    return st.tuples(*parts).map(lambda drawn: " ".join(filter(None, drawn)).replace(" ،", "،"))


def _some(part: SearchStrategy[str], most: int) -> SearchStrategy[str]:
    return st.lists(part, max_size=most, unique=True).map(" ".join)


def seldom(
    rare: SearchStrategy[Any], usual: SearchStrategy[Any], one_in: int = 10
) -> SearchStrategy[Any]:
    """Draws from `rare` once in `one_in` times."""
    return st.sampled_from([*[usual] * (one_in - 1), rare]).flatmap(lambda chosen: chosen)


words = _one_of("words")

_full = st.tuples(
    _in_a_row(_one_of("who"), _one_of("what"), _one_of("how"), _some(_one_of("how"), 2)),
    _one_of("stops"),
).map("".join)
_plain = _one_of("sentences").map("{}.".format)
_quoted = st.tuples(
    _one_of("speakers"), _one_of("quotations"), st.sampled_from([".»", "».", "!»"])
).map(lambda drawn: f"{drawn[0]}: «{drawn[1]}{drawn[2]}")
#: One sentence with its full stop.
sentences = _full | _plain | _quoted


def _text(most: int) -> SearchStrategy[str]:
    """One to `most` sentences; the first mostly says who did what, and when or where."""
    rest = st.lists(sentences, max_size=most - 1, unique=True)
    whole = st.tuples(_full, rest).map(lambda drawn: " ".join(dict.fromkeys([drawn[0], *drawn[1]])))
    return seldom(_plain | _quoted, whole)


#: One to four sentences.
paragraphs = _text(4)

_actors = {kind: st.sampled_from(table["who"]) for kind, table in tables()["statements"].items()}
_statements = st.one_of(
    *(
        _in_a_row(_actors[kind], st.sampled_from(table["does"]))
        for kind, table in tables()["statements"].items()
    )
)
_turned = st.tuples(_statements, st.sampled_from(["... ", ".. ", "، "]), _one_of("turns")).map(
    "".join
)
_spoken = st.tuples(st.one_of(*_actors.values()), _one_of("said")).map(": ".join)
#: A statement, two of them joined by dots or a comma, or a quotation: «وزير: …».
headlines = _statements | _turned | _spoken

subtitles = st.lists(_one_of("decks"), min_size=1, max_size=2, unique=True).map("... ".join)
kickers = _one_of("kickers")
subheadings = _one_of("subheadings")
#: Captions without a credit.
captions = _in_a_row(_one_of("scenes"), _some(_one_of("settings"), 2))
tags = _one_of("tags")
quotes = _one_of("quotations").map("«{}»".format)
#: Items with the mark of a list («-»): in flattened text only the mark shows that it is a list.
list_items = st.tuples(_one_of("marks"), _one_of("entries") | _statements).map("".join)
posts = _one_of("posts")

_cut_short = _in_a_row(_one_of("who"), _one_of("what"), _one_of("how")).map("{}،".format)
#: The beginning of a related story: a sentence or two, or cut off after a comma.
teasers = _text(2) | _cut_short
