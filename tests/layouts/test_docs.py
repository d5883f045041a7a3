"""docs/layouts.md: its example works, and its tables are up to date."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
import regex

import arnews
from arnews import layouts
from arnews.layouts.layout import load_all
from helpers import doc_tables

DOCUMENT = doc_tables.DOCUMENT.read_text("utf-8")
SHORTEST, LAYOUT, VERSION, ENTRY_POINT = regex.findall(r"(?s)```toml\n(.*?)```", DOCUMENT)
(SAMPLE,) = regex.findall(r"(?s)```{.text [^\n]*samples/cranes.txt\"}\n(.*?)\n```", DOCUMENT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "my_layouts" / "almina"
    folder.mkdir(parents=True)
    (folder / "layout.toml").write_text(LAYOUT, "utf-8")
    return folder / "layout.toml"


def test_the_example_reads_the_sample_and_prints_it_again(file: Path) -> None:
    layout = layouts.load(file)
    page = arnews.parse(SAMPLE, layout=layout)
    (article,) = page.articles
    assert (article.section, article.headline) == (
        "اقتصاد",
        "رافعات جديدة تضاعف قدرة الميناء على استقبال السفن",
    )
    assert article.byline
    assert (article.byline.authors, article.byline.place) == (("رنا منصور",), "اللاذقية")
    assert article.published
    assert article.published.iso == "2024-03-12T14:20+03:00"
    assert article.lead_image
    assert article.lead_image.caption == "رافعة تُفرّغ حاويات على الرصيف الشرقي"
    assert article.lead_image.credit
    assert article.lead_image.credit.agencies == ("reuters",)
    kinds = [type(element).__name__ for element in article.body]
    assert kinds == ["Paragraph", "Paragraph", "Subheading", "Paragraph"]
    assert article.tags == ("موانئ", "نقل بحري")
    assert [item.title for item in article.related] == SAMPLE.splitlines()[-2:]
    assert arnews.can_print(page, layout=layout) == ()
    assert arnews.render(page, layout=layout) == SAMPLE


def test_the_shortest_layout_is_the_generic_one_with_a_selector() -> None:
    layout, generic = layouts.loads(SHORTEST), layouts.get("generic")
    assert (layout.templates, list(layout.markup)) == (generic.templates, ["subtitle"])
    assert layout.domains == ("almina.example",)


def test_the_example_prints_html_too(file: Path) -> None:
    layout = layouts.load(file)
    page = arnews.parse(SAMPLE, layout=layout)
    printed = arnews.render(page, layout=layout, form="html")
    assert '<h1 class="story-title">' in printed
    assert arnews.parse(printed, layout=layout).articles == page.articles


def test_the_example_has_less_than_forty_lines() -> None:
    assert len(LAYOUT.splitlines()) < 40


def test_the_version_of_the_example_loads(file: Path) -> None:
    file.write_text(LAYOUT + VERSION, "utf-8")
    assert [made.id for made in load_all(file)] == ["almina", "almina@2009"]


def test_a_package_announces_its_layouts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point names a package whose folders are layouts."""
    name, value = regex.findall(r'([\w-]+) = "(\w+)"', ENTRY_POINT)[0]
    (file.parent.parent / "__init__.py").touch()
    monkeypatch.syspath_prepend(file.parent.parent.parent)
    entry = metadata.EntryPoint(name, value, "arnews.layouts")
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: [entry])
    found = layouts._loaded.__wrapped__().layouts
    assert list(found) == sorted(found)
    assert found["almina"].domains == ("almina.example",)
    assert "aawsat" in found


def test_the_tables_are_up_to_date() -> None:
    """Write them with `python tests/helpers/doc_tables.py`."""
    assert doc_tables.filled(DOCUMENT, doc_tables.tables()) == DOCUMENT


def test_every_field_is_documented() -> None:
    fields = layouts.template.FIELDS | layouts.template.ITEM_FIELDS | layouts.template.SCOPES
    for name in fields:
        assert regex.search(rf"`(?:\S+ )?{name}\b", DOCUMENT), name
