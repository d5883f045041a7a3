"""Flattened pages, one of each kind: what stands above and below a text, as a reader takes it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import arnews
from helpers.flattened import BODY

KINDS = tomllib.loads((Path(__file__).parent / "heads.toml").read_text("utf-8"))


def shown(article: arnews.Article) -> dict[str, Any]:
    """The fields of `article` that are not empty, but for its text."""
    byline, lead = article.byline, article.lead_image
    credit = lead.credit if lead else None
    boxes = (element for element in article.body if isinstance(element, arnews.SeeAlso))
    inside = (item for box in boxes for item in box.items)
    fields = {
        "headline": article.headline,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "section": article.section,
        "caption": lead and lead.caption,
        "published": article.published and article.published.iso,
        "modified": article.modified and article.modified.iso,
        "authors": byline and list(byline.authors),
        "publication": byline and byline.publication,
        "agencies": [*(byline.agencies if byline else ()), *(credit.agencies if credit else ())],
        "place": byline and byline.place,
        "tags": list(article.tags),
        "related": [item.title for item in (*article.related, *inside)],
    }
    return {name: value for name, value in fields.items() if value}


@pytest.mark.parametrize("kind", KINDS)
def test_head(kind: str) -> None:
    wanted = dict(KINDS[kind])
    text = wanted.pop("text").replace("{body}", "\n\n".join(BODY)).lstrip("\n")
    (article,) = arnews.parse(text, kind="text").articles
    assert shown(article) == wanted
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY)


def test_a_headline_with_a_stop_above_a_dateline() -> None:
    headline = "بلدية الوادي تبدأ صيانة خزان المياه بعد شكاوى السكان ."
    told = "القاهرة - رويترز - قال شهود عيان أمس إن فرق البلدية أغلقت الطريق إلى الخزان القديم."
    text = "\n".join(
        ("الرئيسية", "سياسة", "اقتصاد", "الأربعاء 24 نوفمبر 2021", headline, told, *BODY)
    )
    (article,) = arnews.parse(text, kind="text").articles
    assert article.headline == headline
    assert [paragraph.text for paragraph in article.paragraphs] == [told, *BODY]


def test_a_long_sentence_without_a_stop_or_a_comma_may_open_the_text() -> None:
    told = " ".join(["افتتح محافظ الوادي صباح اليوم مركزا جديدا لفرز الحبوب وتخزينها"] * 5)
    text = "\n".join(("محافظ الوادي يفتتح مركز الحبوب", "الأربعاء 24 نوفمبر 2021", told, *BODY))
    (article,) = arnews.parse(text, kind="text").articles
    assert [paragraph.text for paragraph in article.paragraphs] == [told, *BODY]
