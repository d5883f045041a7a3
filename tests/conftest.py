"""Hypothesis profiles, chosen with HYPOTHESIS_PROFILE: `ci` by default, `long`, `quick`, `few`.

`ci` draws the same examples each time, so that a change is judged by what it changes.
`long` draws others each time, and many: the workflow `laws` runs it every night.
`quick` looks around without shrinking what it finds: for work on a change that breaks much.
`few` runs each law on few examples: for coverage, where each line takes several times as long.
"""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", settings.get_profile("ci"), max_examples=10_000, derandomize=False
)
settings.register_profile(
    "quick",
    settings.get_profile("ci"),
    derandomize=False,
    phases=[Phase.explicit, Phase.generate],
    database=None,
)
settings.register_profile("few", settings.get_profile("ci"), max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
