"""Which lines of a page stand in a zone, in text and in HTML, and which do not."""

import tomllib
from pathlib import Path

import pytest

from arnews.labeling import zones
from arnews.labeling.features.register import names
from helpers.examples import filled, shown, whole

PAGES, WHOLE = (
    tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
    for name in ("pages", "whole")
)
CASES = [
    pytest.param(zone, page, where == "inside", id=f"{zone} {where} {number}")
    for zone, pages in PAGES.items()
    for where in ("inside", "outside")
    for number, page in enumerate(pages[where])
]


@pytest.mark.parametrize(("zone", "page", "inside"), CASES)
def test_a_line_stands_in_its_zone(zone, page, inside):
    meant = shown(page)
    assert meant
    assert all((zone in features) == inside for features in meant), meant


def lines_of(told):
    """What is told of each line: «3× far» tells of three."""
    for line in told.split(" | "):
        times, sign, same = line.partition("× ")
        yield from [same] * int(times) if sign else [line]


#: The features that whole.toml tells of every line; of others it says nothing.
BESIDE = {
    name
    for pages in WHOLE.values()
    for told in pages.values()
    for line in lines_of(told)
    for name in line.partition(": ")[2].split(" + ")
}


@pytest.mark.parametrize(("page", "told"), [each for one in WHOLE.values() for each in one.items()])
def test_every_line_of_a_page(page, told):
    zoned = {*names(zones.ALL)}
    found = [(*(features & zoned), *sorted(features & BESIDE)) for features in whole(filled(page))]
    assert [": ".join(filter(None, (zone, " + ".join(beside)))) for zone, *beside in found] == [
        *lines_of(told)
    ]


def test_every_zone_has_pages():
    assert set(PAGES) == set(names(zones.ALL))
    assert all(pages["outside"] for pages in PAGES.values())


def test_a_block_stands_in_one_zone():
    known = set(names(zones.ALL))
    for pages in PAGES.values():
        for page in (*pages["inside"], *pages["outside"]):
            assert all(len(features & known) == 1 for features in shown(page)), page
