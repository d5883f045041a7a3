"""Floors: the F1 a field that was reached on a corpus, kept in a file.

Raising them is free; lowering them, or measuring on another corpus, takes a reason, which is kept.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import Factory, define

_HEAD = """# Floors of `make accuracy`: F1 a field, for the corpus with the digest. Written by the
# command: --raise lifts them, --lower-floors "REASON" sets them and adds the reason below.
"""
Figures = Mapping[str, Mapping[str, float]]


@define
class Floors:
    """`of` is the floor of each field of `html` and `text`; `reasons` why some were lowered."""

    file: Path
    of: dict[str, dict[str, float]] = Factory(dict)
    digests: dict[str, str] = Factory(dict)
    reasons: list[dict[str, str]] = Factory(list)

    @classmethod
    def load(cls, file: Path) -> Floors:
        """From `file`; none if there is no file yet."""
        if not file.exists():
            return cls(file)
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
        reasons = data.pop("lowered", [])
        digests = {kind: table.pop("digest") for kind, table in data.items()}
        return cls(file, data, digests, reasons)

    def complaints(self, figures: Figures, digests: Mapping[str, str]) -> list[str]:
        """What has fallen, and which corpus is another one."""
        found = []
        for kind, floors in self.of.items():
            if digests[kind] != self.digests[kind]:
                found.append(f"{kind}: the pages or their gold are not those of the floors")
            for field, floor in floors.items():
                figure = figures[kind].get(field, 0.0)
                if figure < floor:
                    found.append(f"{kind}: {field} {figure:.4f} is below its floor {floor}")
        return found

    def lift(self, figures: Figures, digests: Mapping[str, str]) -> None:
        """Raises each floor to what was reached; on another corpus nothing is comparable."""
        for kind, reached in figures.items():
            if self.digests.setdefault(kind, digests[kind]) != digests[kind]:
                continue
            floors = self.of.setdefault(kind, {})
            for field, figure in reached.items():
                floors[field] = max(floors.get(field, 0.0), _floor(figure))
        self._write()

    def put(self, figures: Figures, digests: Mapping[str, str], reason: str) -> None:
        """Sets every floor to what was reached, and keeps what fell, and why."""
        fallen = [
            f"{kind} {field} {floor} -> {_floor(figures[kind].get(field, 0.0))}"
            for kind, floors in self.of.items()
            for field, floor in floors.items()
            if figures[kind].get(field, 0.0) < floor
        ]
        self.of = {
            kind: {field: _floor(figure) for field, figure in reached.items()}
            for kind, reached in figures.items()
        }
        self.digests = dict(digests)
        told = {"date": date.today().isoformat(), "reason": reason, "fell": "; ".join(fallen)}
        self.reasons.append(told)
        self._write()

    def _write(self) -> None:
        parts = [_HEAD]
        for kind, floors in self.of.items():
            parts.append(f'\n[{kind}]\ndigest = "{self.digests[kind]}"')
            parts += [f'"{field}" = {floor}' for field, floor in floors.items()]
        for told in self.reasons:
            parts.append("\n[[lowered]]")
            parts += [f"{key} = {_quoted(value)}" for key, value in told.items()]
        self.file.write_text("\n".join(parts) + "\n", "utf-8")


def _floor(figure: float) -> float:
    """To three places, never above what was reached."""
    return math.floor(figure * 1000) / 1000


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
