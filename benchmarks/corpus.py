"""The pages with gold that lie in `shared` beside the repository, and their scoring.

They are not part of the repository; what measures on them says so and stops where they are absent.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import field, frozen

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests"))  # for `helpers`, which tests and benchmarks share
SHARED = next((up / "shared" for up in ROOT.parents if (up / "shared" / "gold").is_dir()), None)

#: A field to its figures: `n`, `precision`, `recall`, `f1`; the body's mean F1 under `BODY`.
Scores = dict[str, Any]
BODY = "body (shingles, mean F1)"


@frozen
class Sample:
    """A page with gold: its name, what is read, the URL that it came from, and its gold."""

    name: str
    data: bytes
    url: str | None
    gold: Mapping[str, Any] = field(eq=False, repr=False)


def shared() -> Path:
    """The folder of the pages; ends the program, as a success, where there is none."""
    if SHARED is None:
        print("skipped: no folder `shared` with pages and gold lies beside the repository")
        sys.exit(0)
    return SHARED


def samples(kind: str) -> Iterator[Sample]:
    """The pages of `kind` (`html` or `text`) that have gold."""
    for file in sorted((shared() / "gold" / kind).glob("*.json")):
        page = next((shared() / "pages" / kind).glob(f"{file.stem}.*"))
        gold = json.loads(file.read_text("utf-8"))
        yield Sample(file.stem, page.read_bytes(), gold.get("url"), gold)


def digest(kind: str) -> str:
    """SHA-256 over the names and bytes of the pages and their gold."""
    found = hashlib.sha256()
    for folder in ("gold", "pages"):
        for path in sorted((shared() / folder / kind).iterdir()):
            found.update(f"{folder}/{path.name}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def scores(kind: str, predictions: dict[str, str], details: bool = False) -> Scores:
    """What `shared/tools/score.py` says of `predictions`, a JSON text a page."""
    with TemporaryDirectory() as folder:
        for name, prediction in predictions.items():
            Path(folder, f"{name}.json").write_text(prediction, "utf-8")
        scored: Scores = _scorer().score(shared() / "gold" / kind, Path(folder), details)
    return scored


def norm(text: str | None) -> str:
    """`text` as the score compares it: without what is not seen; empty for none."""
    return _scorer().norm(text) or ""


@cache
def _scorer() -> Any:
    script = shared() / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
