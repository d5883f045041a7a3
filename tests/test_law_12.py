"""Law 12: with the layout of its publisher, a real page is read no worse than by `generic`.

The pages lie beside the repository. Each is read by the version of the layout that is of its time,
and as a page of its publisher's site, whose version it has to show itself. No field may fall.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import arnews
from arnews import layouts
from helpers import known_failures

from .test_gold import FLOORS, SHARED, _score

#: The layout of pages without an address, by how their names begin.
NAMED = {
    "aawsat_": "aawsat",
    "aljazeera_": "aljazeera",
    "nahla_aljazeera": "aljazeera",
    "bbc_": "bbc@2009",
    "ant_bbc_": "bbc@2019",
    "bbc2017_": "bbc@2019",
    "simorgh_": "bbc@2022",
    "cnn_": "cnn",
    "ant_cnn_": "cnn",
    "nahla_cnn": "cnn",
    "hespress_": "hespress",
}


@frozen
class RealPage:
    """A page with its gold, and the id of the layout that it was printed by."""

    gold: Path
    page: Path
    url: str
    layout: str

    @property
    def name(self) -> str:
        return self.gold.stem

    def scores(self, folder: Path, **how: Any) -> Mapping[str, float]:
        """F1 a field of the page, parsed as `how` says; articles too many or too few count less."""
        data = self.page.read_bytes()
        data = gzip.decompress(data) if self.page.suffix == ".gz" else data
        parsed = arnews.parse(data, **how)
        (folder / self.gold.name).write_text(parsed.to_json(), "utf-8")
        told = folder / "gold"
        told.mkdir(exist_ok=True)
        (told / self.gold.name).write_bytes(self.gold.read_bytes())
        assert SHARED is not None
        figures = _score(SHARED).score(told, folder)
        found = {field: row["f1"] for field, row in figures.items() if isinstance(row, dict)}
        body = figures["body (shingles, mean F1)"]
        return {**found, "body": body, "articles": -figures["articles off by"]}


def _pages() -> Iterator[RealPage]:
    for table in FLOORS.values() if SHARED else ():
        for gold in sorted((SHARED / table["gold"]).glob("*.json")):
            truth = json.loads(gold.read_text("utf-8"))
            url = truth.get("url")
            named = next((of for name, of in NAMED.items() if gold.stem.startswith(name)), None)
            known = layouts.for_url(url) if url else None
            layout = named or (known.id if known else None)
            if layout and "articles" in truth:
                page = next((SHARED / table["pages"]).glob(f"{gold.stem}.*"))
                site = f"https://{layouts.get(layout).domains[0]}/1"
                yield RealPage(gold, page, url or site, layout)


PAGES = list(_pages())
pytestmark = pytest.mark.skipif(not PAGES, reason="no pages with gold beside the repository")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def fallen(page: RealPage, folder: Path, **how: Any) -> dict[str, tuple[float, float]]:
    """The fields that are read worse as `how` says than by `generic`, with both figures."""
    least = page.scores(folder, url=page.url, layout="generic")
    reached = page.scores(folder, **how)
    return {field: (reached[field], low) for field, low in least.items() if reached[field] < low}


@each_page
def test_the_layout_of_a_page_never_harms(
    page: RealPage, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known_failures.expect(request, "law_12", page.name)
    assert not fallen(page, tmp_path, url=page.url, layout=page.layout)


@each_page
def test_the_address_of_a_page_never_harms(
    page: RealPage, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known_failures.expect(request, "law_12", f"{page.name} by its address")
    assert not fallen(page, tmp_path, url=page.url)


def test_each_version_is_held_against_a_page() -> None:
    """The others rest on pages that were described."""
    described = {"anadolu", "masrawy", "sputnik", layouts.GENERIC}
    assert {page.layout for page in PAGES} == layouts.all_layouts().keys() - described


def test_known_failures_are_cases() -> None:
    names = [page.name for page in PAGES]
    known_failures.check_cases("law_12", names + [f"{name} by its address" for name in names])
