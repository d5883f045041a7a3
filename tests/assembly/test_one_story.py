"""Law 11: a headline without a text beside a text without a headline is one story; what has
neither is no story of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import arnews
from arnews import Figure, Paragraph, layouts, segment
from arnews.assembly import Assembly
from arnews.assembly.drafts import ArticleDraft
from arnews.assembly.sources import Place
from arnews.input import source
from arnews.labeling import label
from arnews.limits import Limits
from helpers.laws import check_one_story

TEXT = "قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل."
LINES = [
    "السدود تمتلئ قبل موعدها بشهر كامل",
    "12 مايو 2024",
    TEXT,
    "مقالات ذات صلة",
    "وزير المياه يزور السدود",
]


def torn(*openings: int) -> tuple[tuple[arnews.Article, ...], list[arnews.LabelledBlock]]:
    """The page of `LINES`, if labelling began an article also at each of `openings`."""
    read = source.read("\n\n".join(LINES), kind="text")
    _, blocks, stated = segment.blocks(read, Limits())
    labelling = label(blocks, layouts.get("generic"), stated)
    steps = tuple(
        evolve(step, opens=("article", *step.opens)) if step.index in openings else step
        for step in labelling.steps
    )
    assembly = Assembly(labelling._replace(steps=steps))
    assembly.take()
    return assembly.done(), list(assembly.labelled())


@pytest.mark.parametrize("openings", [(1,), (2,), (1, 2), (3,)])
def test_what_labelling_tears_is_joined(openings: tuple[int, ...]) -> None:
    (whole,), _ = torn()
    (article,), blocks = torn(*openings)
    assert article == whole
    assert (article.headline, article.body) == (LINES[0], (Paragraph(TEXT),))
    assert article.published is not None
    assert {block.article for block in blocks} <= {0, None}
    assert [block.item for block in blocks if block.item is not None] == [0]


def test_the_pictures_of_two_parts_stay_two() -> None:
    first, second = Figure("سد في الشمال"), Figure("سد في الجنوب")
    above = ArticleDraft(strings={"headline": LINES[0]}, lead_image=first, tags=["سدود"])
    below = ArticleDraft(body=[Paragraph(TEXT)], lead_image=second, tags=["مياه"])
    assert above.join(below, 0) == Place(0, body=1, tags=1, lead=0)
    assert (above.lead_image, above.body) == (first, [second, Paragraph(TEXT)])
    assert above.tags == ["سدود", "مياه"]
    bare = ArticleDraft(strings={"headline": LINES[0]})
    assert bare.join(ArticleDraft(body=[Paragraph(TEXT)], lead_image=second), 0) == Place(0)
    assert (bare.lead_image, bare.body) == (second, [Paragraph(TEXT)])


def test_two_stories_stay_two() -> None:
    story = "\n\n".join(LINES[:3])
    other = story.replace("السدود", "الآبار").replace("الشمال", "الجنوب")
    page = arnews.parse(f"{story}\n\n{other}")
    assert [article.headline for article in page.articles] == [
        "السدود تمتلئ قبل موعدها بشهر كامل",
        "الآبار تمتلئ قبل موعدها بشهر كامل",
    ]


PAGES = sorted((Path(__file__).parents[2] / "src/arnews/layouts").glob("*/samples/*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
@pytest.mark.parametrize("layout", ["bbc", "hespress", "aljazeera"])
def test_no_layout_tears_a_page_of_another(path: Path, layout: str) -> None:
    check_one_story(arnews.parse(path.read_bytes(), layout=layout))


def test_a_picture_below_the_date_is_still_the_lead() -> None:
    """The layout of today's BBC has it above; the pages before had it below."""
    sample = Path(layouts.__file__).parent / "bbc/samples/clinic.html"
    html = sample.read_text("utf-8")
    start, below = html.index("<figure"), html.index("<section")
    end = html.index("</section>") + len("</section>")
    moved = html[:start] + html[below:end] + html[start:below] + html[end:]
    page = arnews.parse(moved, layout="bbc")
    assert page.articles == arnews.parse(html, layout="bbc").articles
