"""The tables as data: what folding makes the same is listed once."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

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
