"""Arabic news text as Hypothesis draws it: put together from `prose.toml`, so that it shrinks well.

A paragraph ends with a sentence's stop; a headline, a caption, a subheading have none. None of the
strings begins or ends with a blank, or holds a line end.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("prose.toml").read_text("utf-8"))


def _one_of(name: str) -> SearchStrategy[str]:
    return st.sampled_from(_table()[name])


def _in_a_row(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    """The strings of `parts` with blanks between them, empty ones left out."""
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
#: One sentence with its stop.
sentences = _full | _plain | _quoted


def _text(most: int) -> SearchStrategy[str]:
    """Sentences that open with a full one: who said what, and when or where; few are short."""
    rest = st.lists(sentences, max_size=most - 1, unique=True)
    whole = st.tuples(_full, rest).map(lambda drawn: " ".join(dict.fromkeys([drawn[0], *drawn[1]])))
    return seldom(_plain | _quoted, whole)


#: One to four sentences.
paragraphs = _text(4)

_actors = {kind: st.sampled_from(table["who"]) for kind, table in _table()["statements"].items()}
_statements = st.one_of(
    *(
        _in_a_row(_actors[kind], st.sampled_from(table["does"]))
        for kind, table in _table()["statements"].items()
    )
)
_turned = st.tuples(_statements, st.sampled_from(["... ", ".. ", "، "]), _one_of("turns")).map(
    "".join
)
_spoken = st.tuples(st.one_of(*_actors.values()), _one_of("said")).map(": ".join)
#: A statement, two joined by dots or a comma, or what somebody says.
headlines = _statements | _turned | _spoken

subtitles = st.lists(_one_of("decks"), min_size=1, max_size=2, unique=True).map("... ".join)
kickers = _one_of("kickers")
subheadings = _one_of("subheadings")
#: What a picture shows, without a credit.
captions = _in_a_row(_one_of("scenes"), _some(_one_of("settings"), 2))
tags = _one_of("tags")
quotes = _one_of("quotations").map("«{}»".format)
#: The mark of a list stands before each item: on a flattened page, it alone tells a list.
list_items = st.tuples(_one_of("marks"), _one_of("entries") | _statements).map("".join)
posts = _one_of("posts")

_cut_short = _in_a_row(_one_of("who"), _one_of("what"), _one_of("how")).map("{}،".format)
#: The beginning of a related story: a sentence or two, or broken off behind a comma.
teasers = _text(2) | _cut_short
