"""The floors of `make accuracy`: raised freely, lowered with a reason, tied to their corpus."""

import pytest

from helpers.floors import Floors

DIGESTS = {"html": "one"}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "floors.toml"


def lifted(file, **figures):
    kept = Floors.load(file)
    kept.lift({"html": figures}, DIGESTS)
    return Floors.load(file)


def test_without_a_file_nothing_is_below_a_floor(file):
    assert Floors.load(file).complaints({"html": {"headline": 0.0}}, DIGESTS) == []


def test_floors_rise_and_never_fall_by_themselves(file):
    lifted(file, headline=0.98765, tag=0.5)
    kept = lifted(file, headline=0.9, tag=0.6)
    assert kept.of == {"html": {"headline": 0.987, "tag": 0.6}}
    assert kept.complaints({"html": {"headline": 0.987, "tag": 0.7}}, DIGESTS) == []
    told = kept.complaints({"html": {"headline": 0.98}}, DIGESTS)
    assert [line.split()[1] for line in told] == ["headline", "tag"]


def test_another_corpus_is_told_and_lifts_nothing(file):
    kept = lifted(file, headline=0.9)
    other = {"html": "two"}
    assert "not those of the floors" in kept.complaints({"html": {"headline": 1.0}}, other)[0]
    kept.lift({"html": {"headline": 1.0}}, other)
    assert Floors.load(file).of == {"html": {"headline": 0.9}}


def test_lowering_keeps_the_reason_and_what_fell(file):
    kept = lifted(file, headline=0.9, tag=0.5)
    kept.put({"html": {"headline": 0.8, "tag": 0.7}}, {"html": "two"}, 'a "new" corpus')
    again = Floors.load(file)
    assert again.of == {"html": {"headline": 0.8, "tag": 0.7}}
    assert again.digests == {"html": "two"}
    assert again.reasons[0]["reason"] == 'a "new" corpus'
    assert again.reasons[0]["fell"] == "html headline 0.9 -> 0.8"
