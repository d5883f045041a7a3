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

_composed = tables()["composed"]
_about = _composed["about"]
_roots = _composed["roots"].split()


def _of_roots(patterns: str) -> SearchStrategy[str]:
    """Words of the `patterns` of that name."""
    return st.builds(
        lambda pattern, root: pattern.format(*root),
        st.sampled_from(_composed[patterns]),
        st.sampled_from(_roots),
    )


#: «التنظيم», «المراقبة».
_topics = (_of_roots("nouns") | _of_roots("feminine_nouns")).map("ال{}".format)
#: «التنظيم الاستثماري».
_fields = st.tuples(_of_roots("nouns"), _of_roots("adjectives")).map(
    lambda pair: "ال{} ال{}".format(*pair)
)
_named = {
    kind: st.tuples(st.sampled_from(_composed[kind]["heads"]), _topics | _fields).map(" ".join)
    for kind in ("he", "she")
}
#: What news is about: «مشروع التنظيم الاستثماري», «لجنة المراقبة».
_subjects = st.one_of(*_named.values())
#: «لجنة المراقبة تأجلت مرتين».
_outcomes = st.one_of(
    *(_in_a_row(_named[kind], st.sampled_from(_composed[kind]["does"])) for kind in _named)
)
_clause = tables()["clauses"]
#: «رمّم نجّار سقف السوق قبل حلول الشتاء».
_clauses = st.tuples(
    *(st.sampled_from(_clause[name]) for name in ("verbs", "actors", "objects", "ends"))
).map(" ".join)

_full = st.tuples(
    _in_a_row(
        _one_of("who"),
        _one_of("what") | _outcomes.map("أن {}".format),
        _one_of("how"),
        _some(_one_of("how"), 2),
    ),
    _one_of("stops"),
).map("".join)
_told = st.one_of(
    _clauses.map("{}.".format),
    st.tuples(_clauses, st.sampled_from(_clause["links"]), _clauses).map(
        lambda drawn: f"{drawn[0]}{drawn[1]} {drawn[2]}."
    ),
    st.tuples(_clauses, _subjects).map(lambda drawn: f"{drawn[0]} ضمن {drawn[1]}."),
)
_plain = _one_of("sentences").map("{}.".format)
_quoted = st.tuples(
    _one_of("speakers"), _one_of("quotations"), st.sampled_from([".»", "».", "!»"])
).map(lambda drawn: f"{drawn[0]}: «{drawn[1]}{drawn[2]}")
#: One sentence with its full stop.
sentences = _full | _told | _plain | _quoted


def _text(most: int) -> SearchStrategy[str]:
    """One to `most` sentences; the first mostly says who did what, and when or where."""
    rest = st.lists(sentences, max_size=most - 1, unique=True)
    first = _full | st.tuples(_told, _told).map(" ".join)
    whole = st.tuples(first, rest).map(lambda drawn: " ".join(dict.fromkeys([drawn[0], *drawn[1]])))
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
#: «وزير النقل يعلن استئناف العمل في الميناء رغم تعثر مشروع التنظيم».
_long_statements = _in_a_row(_statements, st.sampled_from(_about["tails"]), _subjects)
_turned = st.tuples(_statements, st.sampled_from(["... ", ".. ", "، "]), _one_of("turns")).map(
    "".join
)
_spoken = st.tuples(st.one_of(*_actors.values()), _one_of("said")).map(": ".join)
#: A statement, two of them joined by dots or a comma, or a quotation: «وزير: …».
headlines = (
    _long_statements
    | _statements
    | _turned
    | _spoken
    | _in_a_row(_spoken, st.sampled_from(_about["tails"]), _subjects)
)

subtitles = st.lists(_one_of("decks") | _outcomes, min_size=1, max_size=2, unique=True).map(
    "... ".join
)
kickers = _one_of("kickers") | _fields
subheadings = _one_of("subheadings") | _fields | st.tuples(_topics, _topics).map(" و".join)
#: Captions without a credit.
captions = _in_a_row(_one_of("scenes"), _some(_one_of("settings"), 2)) | _in_a_row(
    st.sampled_from(_about["people"]),
    st.sampled_from(_about["pictured"]),
    _subjects,
    _some(_one_of("settings"), 1),
)
tags = _one_of("tags") | _fields
_said = _one_of("quotations")
#: What a page sets apart to be quoted: seldom a few words alone.
quotes = seldom(
    _said, st.tuples(_said, _said, _subjects).map(lambda d: f"{d[0]}، و{d[1]} في {d[2]}"), one_in=5
).map("«{}»".format)
#: Items with the mark of a list («-»): in flattened text only the mark shows that it is a list.
list_items = st.tuples(_one_of("marks"), _one_of("entries") | _statements | _outcomes).map("".join)
posts = _one_of("posts")

_cut_short = _in_a_row(_one_of("who"), _one_of("what"), _one_of("how")).map("{}،".format)
#: The beginning of a related story: a sentence or two, or cut off after a comma.
teasers = _text(2) | _cut_short
