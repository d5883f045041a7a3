"""docs/features.md, made from the register of features and the weights.

`python tests/helpers/feature_docs.py` writes it; `tests/labeling/features` holds it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import regex

from arnews import tables
from arnews.labeling import zones
from arnews.labeling.features.register import names
from arnews.labeling.roles import ROLES

FILE = "arnews.labeling", "weights.toml"
DOCUMENT = Path(__file__).parents[2] / "docs" / "features.md"
_HEAD = """# Features and zones

<!-- Made by `python tests/helpers/feature_docs.py`; do not write here. -->

What `arnews.explain` names beside a block. [How it works](how-it-works.md) says what zones,
features and weights are, and [CONTRIBUTING](../CONTRIBUTING.md) how to add one. Each has a row in
`src/arnews/labeling/weights.toml`. A positive weight speaks for a role, a negative one against it.

In an example, ` | ` is the end of a line, brackets are around the line that is meant, and «…» is
the rest of a sentence. HTML without «…» and `<html>` is a piece between the paragraphs of an
article. Every example is a test.
"""
_TITLES = {
    "neighbour": "What stands beside a block",
    "line": "What a line says",
    "markup": "What the markup says",
    "repetition": "What is printed more than once",
    "zone": "What a place on the page says",
}


def table() -> dict[str, dict[str, Any]]:
    """The rows of the weights but the prior, which no feature has."""
    rows = tables.read(*FILE)
    del rows["prior"]
    return rows


def document() -> str:
    """The text of docs/features.md."""
    return "\n".join([_HEAD, *_sections(), *_prior()])


def _sections() -> Iterator[str]:
    rows, known = table(), set(names(zones.ALL))
    yield from _section("Zones", {name: row for name, row in rows.items() if name in known})
    for comment, group in _groups().items():
        inside = {name: rows[name] for name in group if name in rows and name not in known}
        if inside:
            yield from _section(_TITLES.get(comment, comment.capitalize()), inside)


def _groups() -> dict[str, list[str]]:
    """The names of the rows below each comment of the file."""
    groups: dict[str, list[str]] = {}
    for comment, name in regex.findall(r"(?m)^# (.+)$|^\[\"(.+)\"\]$", tables.text(*FILE)):
        if comment:
            group = groups.setdefault(comment, [])
        else:
            group.append(name)
    return groups


def _section(title: str, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| name | means | example | for | against |\n|---|---|---|---|---|"
    for name, row in rows.items():
        decisive = "; excludes every other role" if row.get("decisive") else ""
        example = row["example"].replace("|", "\\|")
        weights = row["weights"]
        yield (
            f"| **{name}** | {row['means']}{decisive} | `{example}` "
            f"| {_weights(weights, 1)} | {_weights(weights, -1)} |"
        )
    yield ""


def _weights(weights: Mapping[str, float], sign: int) -> str:
    """The weights of one sign, the heaviest first."""
    chosen = [role for role in ROLES if sign * weights.get(role, 0) > 0]
    chosen.sort(key=lambda role: -abs(weights[role]))
    return ", ".join(f"{role} {weights[role]:+g}".replace("-", "−") for role in chosen)


def _prior() -> Iterator[str]:
    prior = tables.read(*FILE)["prior"]["weights"]
    yield "## Before anything is known\n"
    yield f"Every block begins with these weights: {_weights(prior, -1)}.\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
