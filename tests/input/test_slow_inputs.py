"""No markup takes much longer than other markup: a small search, `fuzz/slow.py` is the long one."""

import gc

import pytest
from hypothesis import HealthCheck, Phase, given, settings, target

import arnews
from helpers import slow, tricks

SIZE = 25_000  # characters of the smaller page


@pytest.mark.heavy
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.generate, Phase.target],
    suppress_health_check=list(HealthCheck),
)
@given(family=tricks.families)
def test_four_times_the_markup_takes_no_more_than_six_times_as_long(family):
    once = max(len(tricks.page(family, 1)) - len(tricks.page(family, 0)), 1)
    pages = [tricks.page(family, times * SIZE // once) for times in (1, 4)]
    arnews.parse("<p>خبر</p>")  # tables are read before the process splits
    gc.freeze()
    for _ in range(3):  # a busy machine spoils some
        small, large = (slow.measured(page, slow.walked) for page in pages)
        if large.seconds <= slow.MOST_GROWTH * max(small.seconds, slow.LEAST_SECONDS):
            break
    else:
        raise AssertionError(f"{small}, then {large}")
    gc.unfreeze()
    target(large.seconds)
    assert large.seconds < slow.MOST_SECONDS
    assert large.megabytes < slow.MOST_MEGABYTES
