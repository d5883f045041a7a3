"""Two readings of a page side by side: what differs, by field and by word, and how often."""

import json

import pytest
from attrs import evolve
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import Article, Credit, Figure, Page, Paragraph, Subheading
from arnews.inspector import compare
from arnews.inspector.diff import by_words, differences
from helpers import full_page, shell

FULL = Page((full_page.FULL,))
PARAGRAPHS = tuple(map(Paragraph, ("بدأت الأعمال.", "وقال الوزير.", "وأضاف البيان.", "وانتهت.")))
STORY = Article(headline="قمة الرياض", body=PARAGRAPHS)
CAPTION = Figure("سد", Credit("رويترز", ("reuters",)))
CHANGES = {
    "a headline": ({"headline": "قمة جدة"}, ("articles[0].headline", "قمة الرياض", "قمة جدة")),
    "no headline": ({"headline": None}, ("articles[0].headline", "قمة الرياض", None)),
    "tags": ({"tags": ("مياه", "سدود")}, ("articles[0].tags", None, "مياه، سدود")),
    "a paragraph less": (
        {"body": PARAGRAPHS[:1] + PARAGRAPHS[2:]},
        ("articles[0].body[1]", "paragraph · وقال الوزير.", None),
    ),
    "a paragraph more": (
        {"body": (Paragraph("مرحباً."), *PARAGRAPHS)},
        ("articles[0].body[0]", None, "paragraph · مرحباً."),
    ),
    "another kind of element": (
        {"body": (*PARAGRAPHS[:3], Subheading("وانتهت."))},
        ("articles[0].body[3].type", "paragraph", "subheading"),
    ),
    "a picture": (
        {"lead_image": CAPTION},
        ("articles[0].lead_image", None, "سد · رويترز · reuters · image"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_is_one_difference(name):
    change, wanted = CHANGES[name]
    found = differences(Page((STORY,)), Page((evolve(STORY, **change),)))
    assert [each[1:] for each in found] == [wanted]


def test_equal_pages_have_none():
    assert differences(FULL, Page.from_json(FULL.to_json())) == []


def test_what_follows_from_another_field_is_not_counted_twice():
    stated = evolve(STORY, from_metadata=("headline",))
    assert differences(Page((STORY,)), Page((stated,))) == []


def test_an_article_that_one_reading_lacks_is_told_by_its_fields():
    found = differences(Page((STORY,)), Page())
    assert [each.field for each in found] == ["headline", *["body"] * 4]
    assert all(each.other is None for each in found)


def test_a_change_inside_a_figure_is_one_of_its_part():
    other = evolve(CAPTION, credit=Credit("أ.ف.ب", ("afp",)))
    pages = (Page((evolve(STORY, lead_image=figure),)) for figure in (CAPTION, other))
    assert [(each.field, each.path.rpartition(".")[2]) for each in differences(*pages)] == [
        ("lead_image", "raw"),
        ("lead_image", "agencies"),
    ]


def test_words_that_only_one_side_has_are_told_apart():
    left, right = by_words("سد كبير في الجنوب", "سد صغير في الجنوب")
    assert left == [("سد", True), ("كبير", False), ("في الجنوب", True)]
    assert right == [("سد", True), ("صغير", False), ("في الجنوب", True)]
    assert by_words("", "سد") == ([("", False)], [("سد", False)])
    assert by_words("كلمة " * 2000, "سد") == ([("كلمة " * 2000, False)], [("سد", False)])


def shown(pages, **options):
    return LexborHTMLParser(compare(pages, **options))


def words(node):
    return " ".join(node.text().split())


def test_the_index_counts_by_field_the_most_changed_first():
    small = Page((evolve(STORY, headline="قمة جدة"),))
    large = Page((evolve(STORY, headline=None, body=PARAGRAPHS[:2]),))
    page = Page((STORY,))
    found = shown({"a": (page, page), "b": (page, small), "c": (page, large)}, sides=("x", "y"))
    rows = [[words(cell) for cell in row.css("th, td")] for row in found.css("#index tr")]
    assert rows == [
        ["الصفحة", "الفروق", "العنوان", "المتن"],
        ["c", "3", "1", "2"],
        ["b", "1", "1", ""],
        ["المجموع", "4", "2", "2"],
    ]
    assert [words(item) for item in found.css(".same li")] == ["a"]
    assert [words(cell) for cell in found.css(".pair del")][-1] == "الرياض"
    assert [words(cell) for cell in found.css(".pair ins")] == ["جدة"]
    ids = {node.attributes["id"] for node in found.css("[id]")}
    assert {link.attributes["href"][1:] for link in found.css("a")} <= ids


def test_only_pages_are_compared():
    with pytest.raises(arnews.BadArgument, match=r"two arnews\.Page"):
        compare({"x": (Page(), None)})


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bridge.html").write_text(shell.PAGE, "utf-8")
    page = arnews.parse(shell.PAGE).to_dict()
    page["articles"][0]["headline"] = "افتتاح جسر السيارات فوق النهر"
    (tmp_path / "bridge.json").write_text(json.dumps({"file": "x", **page}), "utf-8")
    (tmp_path / "x.toml").write_text('id = "x"\nextends = "generic"\n', "utf-8")
    return tmp_path


@pytest.mark.parametrize("gold", ["", "bridge.json"])
def test_gold_beside_a_layout(folder, gold):
    done = shell.arnews("inspect", folder, "--compare", folder / gold, folder / "x.toml")
    assert (done.returncode, done.stderr) == (0, b"")
    found = LexborHTMLParser(done.stdout.decode())
    assert [words(cell) for cell in found.css(".pair del")] == ["السيارات"]
    assert [words(cell) for cell in found.css(".pair ins")] == ["المشاة"]


def test_a_page_without_gold_is_told_and_the_others_are_compared(folder):
    (folder / "new.html").write_text(shell.PAGE, "utf-8")
    done = shell.arnews("inspect", folder, "--compare", folder, "generic")
    assert done.returncode == 1
    assert b"new.json to compare it with" in done.stderr
    assert "bridge.html" in done.stdout.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--compare", "generic", "nobody"),
        ("--compare", "generic", "none.toml"),
        ("--compare", "generic", "generic", "--layout", "generic"),
        ("--compare", "generic"),
    ],
)
def test_wrong_usage_is_exit_code_2(folder, wrong):
    assert shell.arnews("inspect", folder, *wrong, cwd=folder).returncode == 2
