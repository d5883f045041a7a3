"""The weights: what the file says of itself, and that fitting moves them as data ask."""

import re
import tomllib

import fit_weights
import perceptron
import pytest
import variants
import weights_file
from labels import Labelled, slots_of
from perceptron import Steps
from variants import Line
from weights_file import Support

from arnews import layouts, parsing
from arnews.blocks import Block
from arnews.labeling.decoder import Decoder
from arnews.labeling.reading import Reading
from arnews.labeling.roles import ROLES
from arnews.labeling.weights import FILE, Weights, by_hand, shipped

ROWS = {
    "prior": {"headline": -5.0, "chrome": 1.0},
    "here": {"headline": 1.0, "chrome": 2.0},
    "elsewhere": {"headline": 1.0},
    "decided": {"chrome": 30.0},
}
EVERY = frozenset((name, role) for name, row in ROWS.items() for role in row)


def test_weights_name_roles_that_there_are():
    assert {role for row in shipped().values() for role in row} <= set(ROLES)


def test_fitted_weights_are_in_force_and_those_set_by_hand_are_kept():
    written = tomllib.loads(FILE.read_text("utf-8"))
    pairs = [
        (weight, by_hand()[name][role], shipped()[name][role])
        for name, row in written.items()
        for role, weight in row.items()
    ]
    fitted = [(weight, *both) for weight, *both in pairs if isinstance(weight, list)]
    assert len(fitted) > 50
    assert all(weight == both for weight, *both in fitted)
    assert all([weight] * 2 == both for weight, *both in pairs if not isinstance(weight, list))
    assert max(abs(last - first) for _, first, last in fitted) <= fit_weights.STEPS.furthest + 0.01


def test_what_settles_a_block_is_not_fitted():
    settling = [name for name, row in by_hand().items() if max(row.values()) >= perceptron.SETTLED]
    assert settling
    assert all(by_hand()[name] == shipped()[name] for name in settling)


def test_the_file_tells_what_it_rests_on():
    text = FILE.read_text("utf-8")
    head = text.partition("\n[")[0]
    assert re.search(r"^# Fitted on 20\d\d-\d\d-\d\d: ", head, re.M)
    assert re.search(r"^# Pages with gold: text [0-9a-f]{16}, html [0-9a-f]{16}\.$", head, re.M)
    for told in ("by hand", "fitted", "unseen", "refused: mean"):
        assert told in head
    support = re.search(r'^\["ends a sentence"\]  # (\d+) \((\d+)\), (\d+)$', text, re.M)
    assert support
    assert all(int(count) > 10 for count in support.groups())


def test_a_fit_moves_towards_what_is_right_and_away_from_what_was_taken():
    moves = perceptron.fit([_page(["here"])], ROWS, Steps(ridge=1.0), EVERY)
    assert moves["here", "headline"] > 0 > moves["here", "chrome"]
    assert moves["prior", "headline"] > 0 > moves["prior", "chrome"]
    assert moves["elsewhere", "headline"] == 0
    rows = perceptron.moved(ROWS, moves)
    assert rows["here"]["headline"] == 1.0 + moves["here", "headline"]


def test_what_is_decided_or_may_not_move_stays():
    page = _page(["here", "decided"])
    assert not any(perceptron.fit([page], ROWS, Steps(ridge=1.0), EVERY).values())
    moves = perceptron.fit(
        [_page(["here"])], ROWS, Steps(ridge=1.0), frozenset([("here", "chrome")])
    )
    assert list(moves) == [("here", "chrome")]


def test_a_page_that_is_read_right_by_a_hair_asks_for_more():
    def asked(headline):
        rows = {"prior": {"headline": 0.0, "chrome": 0.0}, "here": {"headline": headline}}
        moves = perceptron.fit([_page(["here"])], rows, Steps(), frozenset([("here", "headline")]))
        return moves["here", "headline"]

    price = next(at / 10 for at in range(200) if not _is_debris(at / 10))
    assert asked(price + 0.5) > 0
    assert asked(price + 1.5) == 0


def test_pages_that_count_more_move_more():
    page = _page(["here"])
    once, often = (
        perceptron.fit([page], ROWS, Steps(rounds=1, worth={page.origin: worth}), EVERY)
        for worth in (1.0, 7.0)
    )
    assert often["here", "headline"] == pytest.approx(7 * once["here", "headline"])


def test_the_same_pages_in_any_order_give_the_same_weights():
    pages = [_page(["here"]), _page(["here", "elsewhere"]), _page(["here", "prior"])]
    one, other = (perceptron.fit(some, ROWS, Steps(), EVERY) for some in (pages, pages[::-1]))
    assert one == other
    assert any(one.values())


def test_weights_without_data_of_two_publishers_stay_and_those_of_headlines():
    many = {"here": Support(gold=400, houses=frozenset({"one"}))}
    assert not fit_weights.movable(ROWS, many)
    few = {"here": Support(gold=10, drawn=10, houses=frozenset({"one", "two"}))}
    assert not fit_weights.movable(ROWS, few)
    enough = {"here": Support(drawn=40, houses=frozenset({"one", "two"}))}
    assert fit_weights.movable(ROWS, enough) == {("here", "chrome")}


FILE_TEXT = """# the head

[prior]
headline = -2.0

# «لندن - وكالات»: a comment
["in h1"]  # 1 (1), 2
headline = [6.0, 5.5]  # as it is
chrome = -2.0
"""


def test_the_file_keeps_what_was_set_by_hand_and_its_comments():
    support = {"in h1": Support(gold=3, drawn=4, publishers=frozenset({"one", "two"}))}
    moves = {("in h1", "headline"): 0.25, ("prior", "headline"): -0.5}
    text = weights_file.rewritten(FILE_TEXT, moves, support, ["told"])
    assert "# the head" not in text
    assert "# told" in text
    assert text.endswith(
        """
[prior]
headline = [-2.0, -2.50]

# «لندن - وكالات»: a comment
["in h1"]  # 3 (2), 4
headline = [6.0, 6.25]  # as it is
chrome = -2.0
"""
    )
    assert weights_file.rewritten(text, moves, support, ["told"]) == text


def test_small_moves_are_not_written():
    assert weights_file.rounded({("a", "b"): 0.049, ("a", "c"): -0.061}) == {("a", "c"): -0.06}


LINES = [
    Line("قمة", frozenset({"headline"})),
    Line("صورة", frozenset({"caption"})),
    Line("نص طويل عن القمة", frozenset({"paragraph"})),
]


def test_lines_are_found_again_and_what_is_added_is_debris():
    roles = variants.aligned(LINES, ["شارك", "قمة", "صورة", "إعلان"], frozenset({"chrome"}))
    assert roles == {0: {"chrome"}, 1: {"headline"}, 2: {"caption"}, 3: {"chrome"}}


def test_a_line_printed_more_often_than_it_was_may_be_anything():
    assert variants.aligned(LINES, ["قمة", "قمة", "صورة"], frozenset()) == {2: {"caption"}}


def test_a_paragraph_that_is_cut_off_is_one_and_other_lines_are_not():
    assert variants.aligned(LINES, ["قمة", "صورة", "نص طو"], frozenset())[2] == {"paragraph"}
    assert 1 not in variants.aligned(LINES, ["قمة", "صو"], frozenset())


def _page(names):
    """A page of one block with the notes `names`, the headline, under the generic layout."""
    layout = layouts.get("generic")
    grammar = parsing.decoder_for(layout, "text").grammar
    reading = Reading([Block("سطر", 0, 3, "")], layout, notes=[names])
    return Labelled("nobody", "here", grammar, reading, {0: slots_of(grammar, {"headline"})})


def _is_debris(worth):
    """Whether the block of `_page` is left over when its note is worth so much for a headline."""
    page = _page(["here"])
    rows = {"prior": {"headline": 0.0, "chrome": 0.0}, "here": {"headline": worth}}
    return any(perceptron.mistakes(page, Decoder(page.grammar, Weights(rows))))
