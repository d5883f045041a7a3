"""The register of features and zones: each is one bit, so one integer holds all that is known.

What a feature means, an example, and its weights stand in `weights.toml` under its name.
"""

from __future__ import annotations

from functools import lru_cache

REGISTER: dict[str, int] = {}


def feature(name: str) -> int:
    """Registers the feature `name` and returns its bit."""
    assert name not in REGISTER, name
    REGISTER[name] = 1 << len(REGISTER)
    return REGISTER[name]


@lru_cache(maxsize=1 << 12)
def names(bits: int) -> tuple[str, ...]:
    """The names of all features in `bits`, in the order of the register."""
    registered, found = tuple(REGISTER), []
    while bits:
        last = bits & -bits
        found.append(registered[last.bit_length() - 1])
        bits ^= last
    return tuple(found)
