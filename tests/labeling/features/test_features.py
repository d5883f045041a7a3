"""Every feature and zone fires on its own example, and not on a line that is close to it."""

import re
import tomllib
from pathlib import Path

import pytest

from arnews.labeling import zones
from arnews.labeling.features.register import REGISTER, names
from helpers import feature_docs
from helpers.examples import shown

TABLE = feature_docs.table()
LINES, NEAR = (
    tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
    for name in ("lines", "near")
)
FEATURES = [name for name in REGISTER if name not in names(zones.ALL)]
FAR = {"far", "first"}  # all that is known of a block of HTML which is not looked at


@pytest.mark.parametrize("name", REGISTER)
def test_it_fires_on_its_example(name):
    """A feature that no code sets fails here."""
    meant = shown(TABLE[name]["example"])
    assert meant
    assert all(name in features for features in meant), meant


@pytest.mark.parametrize("name", FEATURES)
def test_it_does_not_fire_on_a_line_close_to_it(name):
    """Add the line to lines.toml."""
    meant = shown(LINES[name])
    assert meant
    assert not any(name in features for features in meant), meant
    assert not any(features <= FAR for features in meant)


@pytest.mark.parametrize(
    ("name", "line", "fires"),
    [
        (name, re.sub(r"\{(\d+)\}", lambda size: "ب" * int(size[1]), line), where == "on")
        for name, lines in NEAR.items()
        for where in ("on", "off")
        for line in lines[where]
    ],
)
def test_it_fires_on_this_side_of_its_limit_alone(name, line, fires):
    (features,) = shown(line)
    assert (name in features) == fires


def test_no_line_is_for_a_feature_that_is_gone():
    assert set(LINES) == set(FEATURES) >= set(NEAR)


def test_every_feature_has_a_meaning_an_example_and_weights():
    """Features in the code and rows of the table are the same; a zone may weigh nothing."""
    assert set(TABLE) == set(REGISTER)
    for name, row in TABLE.items():
        assert row["means"], name
        assert row["example"], name
        assert row["weights"] or name in names(zones.ALL), name


def test_the_document_is_up_to_date():
    """Write it with `python tests/helpers/feature_docs.py`."""
    assert feature_docs.DOCUMENT.read_text("utf-8") == feature_docs.document()
