"""Each block names the fields that have their value from it. The law is `check_traced`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import pytest

import arnews
from arnews.assembly.sources import Place
from assembly.test_one_story import TEXT, torn
from helpers.laws import check_traced

NEXT = "وأضافت الوزارة أن الفائض يذهب إلى الحقول المجاورة حتى نهاية الصيف المقبل."
HEAD = "<h1>السدود تمتلئ قبل موعدها بشهر كامل</h1>"
BODY = f"<p>{TEXT}</p><p>{NEXT}</p>"


def feeds(blocks: Iterable[arnews.LabelledBlock]) -> Mapping[str, tuple[str, ...]]:
    return {block.text: block.feeds for block in blocks if block.feeds}


def traced(data: str) -> Mapping[str, tuple[str, ...]]:
    page = arnews.parse(data)
    check_traced(page)
    return feeds(page.blocks)


def test_the_fields_of_a_text() -> None:
    found = traced(f"السدود تمتلئ قبل موعدها بشهر كامل\n12 مايو 2024\n{TEXT}\nشارك\n{NEXT}")
    assert found == {
        "السدود تمتلئ قبل موعدها بشهر كامل": ("articles[0].headline",),
        "12 مايو 2024": ("articles[0].published",),
        TEXT: ("articles[0].body[0]",),
        NEXT: ("articles[0].body[1]",),
    }


def test_a_repetition_feeds_nothing() -> None:
    title = "السدود تمتلئ قبل موعدها بشهر كامل"
    page = arnews.parse(f"{title}\n\n{title}\n\n12 مايو 2024\n\n{TEXT}\n\n{NEXT}")
    assert [block.feeds for block in page.blocks[:2]] == [("articles[0].headline",), ()]


def test_a_line_of_several_values_names_each() -> None:
    line = "12 مايو 2024 | آخر تحديث: 13 مايو 2024 14:20"
    found = traced(f"{HEAD}<div>{line}</div>{BODY}<div>الوسوم: مياه، سدود</div>")
    assert found[line] == ("articles[0].published", "articles[0].modified")
    assert found["الوسوم: مياه، سدود"] == ("articles[0].tags[0]", "articles[0].tags[1]")


def test_an_hour_above_its_day_feeds_nothing() -> None:
    """The day is what is printed of the date: found by fuzzing."""
    found = traced(f"{HEAD}<time>03:00</time><time>9 أبريل 2024</time>{BODY}")
    assert found["9 أبريل 2024"] == ("articles[0].published",)
    assert "03:00" not in found


def test_a_dateline_feeds_its_paragraph_and_the_byline() -> None:
    first = f"عمّان - رويترز: {TEXT}"
    found = traced(f"{HEAD}<p>12 مايو 2024</p><p>{first}</p><p>{NEXT}</p>")
    assert found[first] == ("articles[0].body[0]", "articles[0].byline")


def test_caption_and_credit_are_parts_of_a_figure() -> None:
    figure = "<figure><img src=a.jpg><figcaption>سد في الشمال (رويترز)</figcaption></figure>"
    found = traced(f"{HEAD}<p>12 مايو 2024</p><p>{TEXT}</p>{figure}<p>{NEXT}</p>")
    place = "articles[0].body[1]"
    assert found["سد في الشمال (رويترز)"] == (f"{place}.caption", f"{place}.credit")
    assert found[NEXT] == ("articles[0].body[2]",)


def test_the_cells_of_a_table_feed_one_element() -> None:
    table = "<table><tr><td>الميناء<td>السفن<tr><td>الشرقي<td>12</table>"
    found = traced(f"{HEAD}<p>12 مايو 2024</p><article><p>{TEXT}</p>{table}<p>{NEXT}</p></article>")
    assert found["الميناء"] == found["12"] == ("articles[0].body[1]",)


@pytest.mark.parametrize("openings", [(1,), (2,), (1, 2)])
def test_a_torn_story_is_traced_once_joined(openings: tuple[int, ...]) -> None:
    _, whole = torn()
    _, blocks = torn(*openings)
    assert feeds(blocks) == feeds(whole)
    assert feeds(whole)["وزير المياه يزور السدود"] == ("articles[0].related[0].title",)


def test_the_rest_of_a_story_stands_behind_its_first_part() -> None:
    place = Place(0, body=3, tags=2, related=1, lead=2)
    assert place.moved((1, "body", 4)) == (0, "body", 7)
    assert place.moved((1, "body", 0, "items", 1, "title")) == (0, "body", 3, "items", 1, "title")
    assert place.moved((1, "tags", 0)) == (0, "tags", 2)
    assert place.moved((1, "related", 0, "figure", "credit")) == (
        *(0, "related", 1, "figure", "credit"),
    )
    assert place.moved((1, "lead_image", "caption")) == (0, "body", 2, "caption")
    assert Place(0).moved((1, "lead_image", "caption")) == (0, "lead_image", "caption")
    assert place.moved((1, "section")) == (0, "section")


def test_a_shown_date_that_is_of_the_last_change_feeds_that() -> None:
    stated = {"@type": "NewsArticle", "headline": "السدود تمتلئ قبل موعدها بشهر كامل"}
    stated |= {"datePublished": "2024-05-02T10:00:00Z", "dateModified": "2024-05-12T10:00:00Z"}
    script = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    found = traced(f"{script}{HEAD}<div>12 مايو 2024</div>{BODY}")
    assert found["12 مايو 2024"] == ("articles[0].modified",)


def test_a_body_that_is_only_stated_stands_before_what_is_shown() -> None:
    stated = {"@type": "NewsArticle", "headline": "السدود تمتلئ قبل موعدها بشهر كامل"}
    stated["articleBody"] = f"{TEXT}\n\n{NEXT}"
    script = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    figure = "<figure><img src=a.jpg><figcaption>سد في الشمال (رويترز)</figcaption></figure>"
    html = f"{script}{HEAD}<div>12 مايو 2024</div>{figure}{figure.replace('سد', 'جسر')}"
    page = arnews.parse(html)
    check_traced(page)
    (article,) = page.articles
    assert article.from_metadata == ("body",)
    shown = [at for at, each in enumerate(article.body) if isinstance(each, arnews.Figure)]
    for at in shown:
        figure = article.body[at]
        (block,) = [b for b in page.blocks if f"articles[0].body[{at}].caption" in b.feeds]
        assert figure.caption in block.text
    assert shown
