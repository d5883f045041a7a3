"""The tables as data: what folding makes the same is listed once."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import arnews
from arnews import lexicon
from arnews.folding import fold
from arnews.tables import read


def lists(value: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a table, by name."""
    entries = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, entry in entries:
        if not isinstance(entry, str):
            yield from lists(entry, f"{name}.{key}")
    if isinstance(value, list) and value and isinstance(value[0], str):
        yield name, value


LISTS = dict(
    found
    for name in ("names", "places", "papers", "calendar")
    for found in lists(read("arnews.lexicon", f"{name}.toml"), name)
    if ".printed_" not in found[0]
)


@pytest.mark.parametrize("name", LISTS)
def test_no_list_has_two_spellings_of_one_form(name: str) -> None:
    forms = [fold(word).casefold() for word in LISTS[name] if "{" not in word]
    assert [form for form in forms if forms.count(form) > 1] == []


ODD = (None, 5, 1.5, "", "خ", b"x", [1], [None], [["خ"]], {"خ": 1}, {"خ": []}, {"": ""}, {1: 2})


@pytest.mark.parametrize("name", sorted(lexicon.TABLES))
def test_what_is_added_is_taken_or_refused_in_words(name: str) -> None:
    table = lexicon.default().table(name)
    odd = [{name: value} for value in ODD]
    odd += [{name: {key: value}} for key in list(table)[:12] for value in ODD]
    for additions in odd:
        try:
            mine = lexicon.default().extended(additions)
            _ = getattr(mine, name), mine.word_classes
        except arnews.BadLexicon as error:
            assert name in str(error) or "toml" in str(error), additions  # noqa: PT017


def test_a_table_that_there_is_not_is_refused() -> None:
    with pytest.raises(arnews.BadLexicon, match="no table 'agency'; there are absences, agencies"):
        lexicon.default().extended({"agency": {}})
    with pytest.raises(arnews.BadArgument, match="additions"):
        lexicon.default().extended([])  # type: ignore[arg-type]
