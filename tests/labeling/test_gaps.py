"""Layouts whose templates say what parts two fields: other gaps, and lines printed twice."""

from pathlib import Path

import pytest
import regex

import arnews
from arnews import layouts, segment
from arnews.input import source
from arnews.labeling import gap_shape, label
from arnews.labeling.grammar import INLINE, RUN, WRONG_GAP
from arnews.limits import Limits

FIRST = "أعلنت وزارة المياه أن منسوب السدود في البلاد بلغ أعلى مستوى له منذ عشر سنوات كاملة."
SECOND = "وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام الحالي."
SAMPLE = Path(layouts.__file__).parent / "masrawy" / "samples" / "metro.txt"


@pytest.mark.parametrize(
    ("gap", "shape"),
    [("", INLINE), ("  ", INLINE), ("   ", RUN), (" \n", 1), ("\n\n", 2), ("\r\n\r\n\r", 3)],
)
def test_the_shape_of_a_gap(gap: str, shape: int) -> None:
    assert gap_shape(gap) == shape


def cost(text: str) -> float:
    blocks = segment.blocks(source.read(text, kind="text"), Limits())
    return label(blocks.blocks, layouts.get("masrawy"), blocks.metadata).cost


def test_another_gap_than_the_printed_one_has_its_price() -> None:
    text = SAMPLE.read_text("utf-8")
    for runs in (1, 2):
        other = regex.sub(r"[^\S\r\n]{3,}", "\n", text, count=runs)
        assert cost(other) == cost(text) + runs * WRONG_GAP


@pytest.mark.parametrize("layout", ["bbc", "aawsat", "aljazeera", "sputnik", "cnn"])
def test_a_paragraph_that_is_printed_twice_is_kept_once(layout: str) -> None:
    lines = ["السدود تمتلئ قبل موعدها بشهر كامل", FIRST, FIRST, SECOND]
    (article,) = arnews.parse("\n\n".join(lines), kind="text", layout=layout).articles
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]


RARE = [
    # A second article: the template prints several.
    f"""استئناف العمل في ميناء الجنوب

{FIRST}

استئناف العمل في ميناء الجنوب بعد شهرين

1 يناير/كانون الثاني 2003

{FIRST}""",
    # A caption without a credit: one of the two ways in which the template prints a picture.
    f"""«وزارة المناجم»: ماضون في الإصلاح

صدر الصورة، أ ف ب
التعليق على الفيديو، جانب من الجلسة

{SECOND}

التعليق على الصورة، عمال خلال افتتاح المنجم""",
]


@pytest.mark.parametrize("page", RARE)
def test_what_a_template_prints_rarely_is_no_deviation(page: str) -> None:
    by_name = arnews.parse(page, kind="text", layout="bbc")
    by_address = arnews.parse(page, kind="text", url="https://www.bbc.com/arabic/1")
    assert by_address.articles == by_name.articles
