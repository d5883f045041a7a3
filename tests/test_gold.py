"""Pages with gold that lie beside the repository: no figure falls below its floor.

The floors stand in `gold_floors.toml`, a table a corpus. Raise one that is passed; lower one only
with the reason beside it. A comment tells the corpora that rules were made on.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import arnews

HERE = Path(__file__).parent
SHARED = next((up / "shared" for up in HERE.parents if (up / "shared" / "gold").is_dir()), None)
FLOORS: Mapping[str, Any] = tomllib.loads((HERE / "gold_floors.toml").read_text("utf-8"))
BODY = "body (shingles, mean F1)"

pytestmark = pytest.mark.skipif(SHARED is None, reason="no pages with gold beside the repository")


@pytest.mark.parametrize("corpus", FLOORS)
def test_no_figure_is_below_its_floor(corpus: str, tmp_path: Path) -> None:
    assert SHARED is not None
    table = FLOORS[corpus]
    gold, pages = SHARED / table["gold"], SHARED / table["pages"]
    for file in sorted(gold.glob("*.json")):
        truth = json.loads(file.read_text("utf-8"))
        if "articles" in truth:
            parsed = _parsed(next(pages.glob(f"{file.stem}.*")), truth, table["shown_only"])
            (tmp_path / file.name).write_text(json.dumps(parsed), "utf-8")
    figures = _score(SHARED).score(gold, tmp_path)
    reached = {field: figures[field] for field in table["floors"] if field == BODY}
    reached |= {field: figures[field]["f1"] for field in table["floors"] if field != BODY}
    fallen = {
        field: reached[field] for field, floor in table["floors"].items() if reached[field] < floor
    }
    assert not fallen


def _parsed(file: Path, truth: Mapping[str, Any], shown_only: bool) -> dict[str, Any]:
    """The page in its JSON form. Some gold holds only what a page shows, not what it states."""
    data = file.read_bytes()
    data = gzip.decompress(data) if file.suffix == ".gz" else data
    parsed: dict[str, Any] = json.loads(arnews.parse(data, url=truth.get("url")).to_json())
    for article in parsed["articles"] if shown_only else ():
        for name in article["from_metadata"]:
            field, _, part = name.partition(".")
            if part:
                article[field][part] = None
            else:
                article[field] = [] if isinstance(article[field], list) else None
    return parsed


def _score(shared: Path) -> Any:
    """The scorer that lies with the gold."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
