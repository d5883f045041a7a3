"""The pages with gold that lie in `shared` beside the repository, and their scoring.

They are not part of the repository; what measures on them says so and stops where they are absent.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests"))  # for `helpers`, which tests and benchmarks share
SHARED = next((up / "shared" for up in ROOT.parents if (up / "shared" / "gold").is_dir()), None)
#: Where the pages and the gold of each corpus lie in `shared`.
FOLDERS: Mapping[str, Any] = tomllib.loads((ROOT / "tests" / "gold_floors.toml").read_text("utf-8"))
_COLLECTIONS = {"ant", "nahla", "kacst"}  # names that say who gathered a page, not who printed it
_RENAMED = {"simorgh": "bbc", "raw": "alarabiya"}

#: A field to how many values the gold has (pages for the body), and their F1; without fields that
#: are neither in the gold nor found.
Scores = dict[str, tuple[int, float]]
BODY = "body (shingles, mean F1)"


@frozen
class Sample:
    """A page with gold: its name, what is read, the URL that it came from, its gold, and whether
    that holds only what the page shows, not what it states."""

    name: str
    data: bytes
    url: str | None
    shown_only: bool
    gold: Mapping[str, Any] = field(eq=False, repr=False)

    @property
    def publisher(self) -> str:
        """The site's name in the URL; without a URL, in the page's name."""
        labels = (urlsplit(self.url).hostname or "").split(".")[:-1] if self.url else []
        names = [label for label in labels if label not in ("co", "com")][-1:] or [
            part for part in re.split("[_-]", self.name) if part not in _COLLECTIONS
        ]
        name = re.sub(r"\d.*", "", names[0].lower())
        return _RENAMED.get(name, name)

    @property
    def language(self) -> str:
        """The code that the page states, of two letters; Arabic where it is printed in Arabic."""
        if len(re.findall("[\u0621-\u064a]", self.data.decode("utf-8", "replace"))) > 999:
            return "ar"
        stated = re.search(rb"<html[^>]*\blang=[\"']?([A-Za-z]{2})", self.data)
        return stated[1].decode().lower() if stated else "ar"


def shared() -> Path:
    """The folder of the pages; ends the program, as a success, where there is none."""
    if SHARED is None:
        print("skipped: no folder `shared` with pages and gold lies beside the repository")
        sys.exit(0)
    return SHARED


def samples(corpus: str) -> Iterator[Sample]:
    """The pages of a corpus (a name of `FOLDERS`, such as `html` or `text`) that have gold."""
    table = FOLDERS[corpus]
    for file in sorted((shared() / table["gold"]).glob("*.json")):
        page = next((shared() / table["pages"]).glob(f"{file.stem}.*"))
        data = page.read_bytes()
        gold = json.loads(file.read_text("utf-8"))
        if "articles" in gold:
            data = gzip.decompress(data) if page.suffix == ".gz" else data
            yield Sample(file.stem, data, gold.get("url"), table["shown_only"], gold)


def digest(corpus: str) -> str:
    """SHA-256 over the names and bytes of the pages and their gold."""
    found = hashlib.sha256()
    for folder in ("gold", "pages"):
        for path in sorted((shared() / FOLDERS[corpus][folder]).iterdir()):
            found.update(f"{folder}/{path.name}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def scores(pages: Iterable[tuple[Sample, str]], details: bool = False) -> Scores:
    """What `shared/tools/score.py` says of pages and what was read of each, a JSON text."""
    with TemporaryDirectory() as gold, TemporaryDirectory() as found:
        for sample, read in pages:
            Path(gold, f"{sample.name}.json").write_text(json.dumps(sample.gold), "utf-8")
            Path(found, f"{sample.name}.json").write_text(read, "utf-8")
        scored = _scorer().score(Path(gold), Path(found), details)
    body = scored[BODY]
    rows = {field: row for field, row in scored.items() if isinstance(row, dict)}
    return ({} if body is None else {BODY: (scored["pages"], body)}) | {
        field: (row["n"], row["f1"])
        for field, row in rows.items()
        if row["n"] or not row["precision"]
    }


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
