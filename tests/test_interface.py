"""What programs call: the public names, the text alone, dicts, rows of a table, copies."""

import copy
import importlib.metadata
import inspect
import json
import pickle
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import arnews
from arnews import layouts
from arnews.testing import anything
from helpers import interface

TWO_PAGES = Path(__file__).parent.parent / "seeds" / "000_08a769a62f779457.txt"
STORY = """\
قمة الرياض تختتم أعمالها
3 مارس 2025
اختتم القادة أعمال القمة في الرياض مساء الأحد، وأعلنوا خطة للمياه.
وقال الوزير إن الخطة تبدأ في الربيع المقبل."""


def test_the_public_interface_is_the_listed_one():
    """`python tests/helpers/interface.py` writes the list; a change in it is news to users."""
    assert interface.FILE.read_text("utf-8") == interface.listing()


def test_the_public_names_are_there():
    for name in arnews.__all__:
        assert getattr(arnews, name) is not None
    assert {*arnews.__all__, "__version__"} <= set(dir(arnews))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = arnews.nonsense


def test_every_public_function_and_class_says_what_it_is():
    for name in arnews.__all__:
        thing = getattr(arnews, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert inspect.getdoc(thing), name


def test_the_version_is_that_of_the_package():
    assert arnews.__version__ == importlib.metadata.version("arnews")


def test_what_few_need_is_not_imported():
    program = "import sys, arnews; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    late = {"arnews.roundtrip", "arnews.rows", "arnews.serialize", "importlib.metadata", "zoneinfo"}
    assert late.isdisjoint(loaded)


def test_the_text_alone():
    page = arnews.parse(STORY)
    text = arnews.extract(STORY)
    assert text == page.articles[0].text
    assert text.startswith("اختتم القادة")
    assert "\n\nوقال الوزير" in text
    assert arnews.extract("قائمة\nطعام") is None
    assert arnews.extract("") is None


def test_the_text_of_several_articles():
    data = TWO_PAGES.read_bytes()
    first, second = arnews.parse(data).articles
    assert arnews.extract(data) == f"{first.text}\n\n{second.text}"


def test_extract_takes_what_parse_takes():
    taken = inspect.signature(arnews.extract).parameters
    assert taken == inspect.signature(arnews.parse).parameters


@given(anything.pages)
def test_dicts_are_the_json(page):
    assert page.to_dict(blocks=True) == json.loads(page.to_json(blocks=True))
    assert page.to_dict() == json.loads(page.to_json(indent=1))
    for article, told in zip(page.articles, page.to_dict()["articles"], strict=True):
        assert article.to_dict() == told == json.loads(article.to_json())
        assert told["text"] == article.text


def test_the_text_of_an_article_may_be_left_out_of_the_json():
    page = arnews.parse(STORY)
    data = page.to_dict()
    data["articles"][0]["text"] = "ما كتبه غيرنا"
    assert arnews.Page.from_json(json.dumps(data)) == page
    del data["articles"][0]["text"]
    assert arnews.Page.from_json(json.dumps(data)) == page


ZONE = timezone(timedelta(hours=3))
DATES = {
    arnews.Moment("18 مارس 2025", date(2025, 3, 18)): ("2025-03-18", None, None, None),
    arnews.Moment("مارس 2025", partial="2025-03"): (None, None, None, "2025-03"),
    arnews.Moment("18/3 21:40", datetime(2025, 3, 18, 21, 40)): ("2025-03-18", "21:40", None, None),
    arnews.Moment("18/3 21:40:05", datetime(2025, 3, 18, 21, 40, 5, tzinfo=ZONE)): (
        *("2025-03-18", "21:40:05", "+03:00", None),
    ),
    arnews.Moment("قبل ساعتين"): (None, None, None, None),
}


@pytest.mark.parametrize("moment", DATES, ids=lambda moment: moment.raw)
def test_the_columns_of_a_date(moment):
    (row,) = arnews.records(arnews.Page((arnews.Article(modified=moment),)))
    names = ("modified_date", "modified_time", "modified_utc_offset", "modified_partial")
    assert tuple(row[name] for name in names) == DATES[moment]
    assert row["modified"] == moment.raw
    assert (row["published"], row["published_date"]) == (None, None)


def test_lists_in_a_row():
    byline = arnews.Byline("رنا خالد وسمير ناصر", ("رنا خالد", "سمير ناصر"), agencies=("afp",))
    image = arnews.Figure(
        "القادة", arnews.Credit("رويترز", ("reuters",)), url="https://a.example/1"
    )
    article = arnews.Article(byline=byline, tags=("مياه", "قمة"), lead_image=image)
    (row,) = arnews.records(arnews.Page((article,)))
    assert row["authors"] == "رنا خالد | سمير ناصر"
    assert row["tags"] == "مياه | قمة"
    assert (row["agencies"], row["lead_image_agencies"]) == ("afp", "reuters")
    assert (row["figures"], row["related"], row["text"]) == (1, 0, None)


@given(anything.pages)
def test_every_row_has_all_columns_with_one_type_each(page):
    rows = arnews.records(page)
    assert len(rows) == len(page.articles)
    for index, row in enumerate(rows):
        assert list(row) == COLUMNS
        assert row["article"] == index
        numbers = {name for name, value in row.items() if isinstance(value, int)}
        assert numbers == {"article", "figures", "related"}
        assert all(isinstance(row[name], str | None) for name in row.keys() - numbers)


COLUMNS = list(arnews.records(arnews.Page((arnews.Article(),)))[0])


def test_the_document_lists_the_columns():
    text = (Path(__file__).parent.parent / "docs" / "json.md").read_text("utf-8")
    table = text[text.index("## As a table") :]
    assert [line.split("`")[1] for line in table.split("\n") if line.startswith("| `")] == COLUMNS


SAMPLES = [
    arnews.Page(
        (arnews.Article(headline="قمة", body=(arnews.SeeAlso(),)),), url="https://a.example"
    ),
    arnews.Metadata(title="قمة", sources={"title": "json-ld"}),
    arnews.LabelledBlock("قمة", "headline", 0, 3, evidence=(("h1", 3.0),)),
    arnews.PageWarning("nul", "قمة"),
    arnews.Moment("3 مارس", datetime(2025, 3, 3, tzinfo=ZONE)),
    arnews.Byline("رنا خالد", ("رنا خالد",)),
    arnews.Limits(max_size=10),
    layouts.Words(interface=("شارك",)),
    layouts.Styles(),
    *(cls("نص") for cls in (arnews.Paragraph, arnews.Subheading, arnews.Quote, arnews.ListItem)),
    *(arnews.Table((("أ",),)), arnews.Embed("post"), arnews.Figure("أ"), arnews.Credit("رويترز")),
    arnews.RelatedItem("خبر", published=arnews.Moment("أمس")),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_values_are_pickled_and_copied(sample):
    for again in (pickle.loads(pickle.dumps(sample)), copy.deepcopy(sample), copy.copy(sample)):
        assert again == sample
        assert type(again) is type(sample)


def test_a_parsed_page_is_pickled_with_all_that_it_tells():
    page = arnews.parse(TWO_PAGES.read_bytes())
    again = pickle.loads(pickle.dumps(page))
    assert (again, again.blocks, again.metadata) == (page, page.blocks, page.metadata)


def test_the_blocks_of_a_page_are_made_when_they_are_read_and_are_the_same_every_time():
    page, other = arnews.parse(STORY), arnews.parse(STORY)
    copied, evolved = copy.copy(other), attrs.evolve(page, url="https://example.org/1")
    assert page.blocks is page.blocks is evolved.blocks
    assert page.blocks == other.blocks == copied.blocks != ()
    with pytest.raises(AttributeError, match="'Page' object has no attribute 'block'"):
        _ = page.block


@pytest.mark.parametrize("name", ["aawsat", "bbc@2009", "generic"])
def test_layouts_are_pickled_and_copied(name):
    layout = layouts.get(name)
    page = arnews.parse(STORY, layout=layout)  # with all that a layout keeps for later
    for again in (pickle.loads(pickle.dumps(layout)), copy.deepcopy(layout), copy.copy(layout)):
        assert {**vars(again)}.keys() <= vars(layout).keys()
        for field in ("id", "words", "styles", "templates", "markup", "additions", "until"):
            assert getattr(again, field) == getattr(layout, field)
        assert arnews.parse(STORY, layout=again) == page
        with pytest.raises(TypeError):
            again.templates["text"] = {}


def test_an_example_leads_from_a_field_to_its_place():
    example = TWO_PAGES.parent.parent / "examples" / "offsets.py"
    command = [sys.executable, "-X", "utf8", str(example)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()
    assert told[4].split()[:3] == ["65–131", "articles[0].body[0]", "اختتم"]
    assert told[-1].endswith("وأعلنوا خطة للمياه.")


def test_every_error_is_pickled():
    for name in arnews.__all__:
        cls = getattr(arnews, name)
        if inspect.isclass(cls) and issubclass(cls, arnews.ArnewsError):
            again = pickle.loads(pickle.dumps(cls("ما العمل")))
            assert (type(again), str(again)) == (cls, "ما العمل")


TEMPLATE = '[text]\npage = "article{⏎}"\narticle = "headline ⏎ paragraph{⏎}"'
#: The code of a package of layouts, its files by folder, and what the warning calls it.
PACKAGES = {
    "a package that raises": ("raise OSError('قرص')", {}, "one"),
    "no package": (None, {}, "one"),
    "a file that is no TOML": ("", {"almina": "id = "}, "almina"),
    "a file with another id": ("", {"almina": f'id = "other"\n{TEMPLATE}'}, "almina"),
    "the id of a shipped layout": ("", {"bbc": f'id = "bbc"\n{TEMPLATE}'}, "bbc"),
    "no such zone": ("", {"almina": f'id = "almina"\nzone = "Asia/Riyad"\n{TEMPLATE}'}, "almina"),
}


@pytest.mark.parametrize("kind", PACKAGES)
def test_a_broken_package_of_layouts_stops_no_page(kind, tmp_path):
    code, files, name = PACKAGES[kind]
    good = f'id = "zahra"\ndomains = ["zahra.example"]\n{TEMPLATE}'
    packages = {"two_layouts": ("", {"zahra": good})}
    if code is not None:
        packages["one_layouts"] = (code, files)
    for package, (source, held) in packages.items():
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text(source)
        for folder, text in held.items():
            (tmp_path / package / folder).mkdir()
            (tmp_path / package / folder / "layout.toml").write_text(text, "utf-8")
    info = tmp_path / "broken-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    entries = "[arnews.layouts]\none = one_layouts\ntwo = two_layouts\n"
    (info / "entry_points.txt").write_text(entries)
    program = f"""
import sys, arnews
sys.path.insert(0, {str(tmp_path)!r})
page = arnews.parse({STORY!r})
(warning,) = page.warnings
assert warning.code == "layout"
assert warning.message.startswith("layout {name} is skipped: "), warning
assert arnews.Page.from_json(page.to_json()) == page
assert arnews.parse({STORY!r}, url="https://zahra.example/1").layout == "zahra"
assert arnews.layouts.get("bbc").name
if {name!r} != "bbc":
    try:
        arnews.parse({STORY!r}, layout={name!r})
    except arnews.UnknownLayout as error:
        assert "is skipped: " in str(error), error
    else:
        raise AssertionError
"""
    subprocess.run([sys.executable, "-c", program], check=True)
