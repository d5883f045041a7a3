"""The weights: what `make fit` wrote beside those set by hand; fitting moves them right."""

import re

import fit_weights
import perceptron
from labels import Labelled, slots_of
from perceptron import Steps

from arnews import layouts, parsing
from arnews.blocks import Block
from arnews.labeling.reading import Reading
from arnews.labeling.roles import ROLES
from arnews.labeling.weights import by_hand, shipped


def test_weights_name_roles_that_there_are():
    assert {role for row in shipped().values() for role in row} <= set(ROLES)


def test_moves_are_of_weights_set_by_hand():
    moved = {(name, role) for name, row in shipped().items() for role in row}
    assert moved == {(name, role) for name, row in by_hand().items() for role in row}


def test_the_file_of_moves_tells_what_it_rests_on():
    if not fit_weights.FITTED.exists():
        return  # the weights set by hand are in force
    head = fit_weights.FITTED.read_text("utf-8").partition("[")[0]
    assert re.search(r"^# date: 20\d\d-\d\d-\d\d$", head, re.M)
    assert re.search(r"^# corpus: text [0-9a-f]{16}, html [0-9a-f]{16}$", head, re.M)
    for told in ("# by hand: ", "# fitted to: ", "unseen", "# refused: mean"):
        assert told in head


def test_a_fit_moves_towards_what_is_right_and_away_from_what_was_taken():
    rows = {
        "prior": {"headline": -5.0, "chrome": 1.0},
        "here": {"headline": 1.0, "chrome": 2.0},
        "elsewhere": {"headline": 1.0},
        "decided": {"chrome": 30.0},
    }
    moves = perceptron.fit([_page(["here"])], rows, Steps(rounds=2))
    assert moves["here", "headline"] > 0 > moves["here", "chrome"]
    assert ("elsewhere", "headline") not in moves
    assert perceptron.fit([_page(["here", "decided"])], rows) == {}


def test_the_same_pages_give_the_same_weights():
    pages = [_page(["here"]), _page(["here", "prior"])]
    rows = {"prior": {"headline": -5.0, "chrome": 1.0}, "here": {"chrome": 2.0}}
    assert perceptron.fit(pages, rows) == perceptron.fit(pages, rows) != {}


def _page(names):
    """A page of one block with the notes `names`, the headline, under the generic layout."""
    layout = layouts.get("generic")
    grammar = parsing.decoder_for(layout, "text").grammar
    reading = Reading([Block("سطر", 0, 3, "")], layout, notes=[names])
    return Labelled("nobody", grammar, reading, {0: slots_of(grammar, {"headline"})})
