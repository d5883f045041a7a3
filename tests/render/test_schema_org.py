"""schema.org JSON-LD, against the vocabulary's own types and properties."""

import json
import re
import tomllib
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import Article, Byline, Credit, Embed, Figure, Moment, Page, Paragraph, RelatedItem
from helpers.full_page import LINKS, PAGE
from helpers.hostile import pages

FACTS = tomllib.loads(Path(__file__).with_name("schema_org.toml").read_text("utf-8"))
TYPES, PROPERTIES = FACTS["types"], FACTS["properties"]
MODELS = import_module("msgspec_schemaorg.models")  # `from msgspec_schemaorg import` is circular
ISO = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d)?)?)?)?"


def written(page):
    data = json.loads(arnews.render(page, form="schema.org"))
    assert data.pop("@context") == "https://schema.org"
    return data


def article(**values):
    return written(Page((Article(**values),)))


def kinds(name):
    """The type `name` and all that it is a kind of."""
    while name:
        yield name
        name = TYPES[name]


def several(value):
    return value if isinstance(value, list) else [value]


def fits(value, expected):
    """Whether `value` may be the value of a property that expects these types."""
    if isinstance(value, dict):
        return any(kind in expected for kind in kinds(value["@type"]))
    if isinstance(value, bool):
        return "Boolean" in expected
    if {"Date", "DateTime"} & expected:
        return re.fullmatch(ISO, value) is not None
    return value and ("Text" in expected or ("URL" in expected and not re.search(r"\s", value)))


def check_node(node):
    """Every property of `node` belongs to its type, and every value to its property."""
    for name, value in node.items():
        if name == "@type":
            continue
        fact = PROPERTIES[name]
        assert set(kinds(node["@type"])) & set(fact["of"]), f"{node['@type']} has no {name}"
        for each in several(value):
            assert fits(each, set(fact["is"])), f"{name}: {each!r}"
            if isinstance(each, dict):
                check_node(each)


def nodes(data):
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from nodes(each)


@given(pages)
@example(PAGE)
def test_any_page_is_said_in_the_vocabulary(page):
    data = written(page)
    for node in data.get("@graph", [data]):
        assert node["@type"] == "NewsArticle"
        check_node(node)


@pytest.mark.parametrize("name", TYPES)
def test_our_facts_are_those_of_a_package_with_the_vocabulary(name):
    theirs = set(getattr(MODELS, name).__struct_fields__)
    ours = {prop for prop, fact in PROPERTIES.items() if set(fact["of"]) & set(kinds(name))}
    assert ours == theirs & PROPERTIES.keys()


def test_every_fact_is_used():
    data = written(PAGE)
    used = {name for node in nodes(data) for name in node} - {"@type"}
    assert used | {"publisher", "jobTitle"} == PROPERTIES.keys()


def test_the_full_page():
    data = written(PAGE)
    assert data["headline"] == "افتتاح مرفأ جديد بكلفة 1.5 مليار دولار"
    assert data["alternativeHeadline"] == [
        "الوزير: العمل مستمر... والشحن يبدأ غداً",
        "بعد 10 سنوات من الانتظار",
    ]
    assert data["articleSection"] == "مال وأعمال"
    assert [author["name"] for author in data["author"]] == ["سامر الحاج", "ليلى منصور"]
    assert [each["name"] for each in data["sourceOrganization"]] == ["صدى المرفأ", "رويترز"]
    assert data["locationCreated"] == [{"@type": "Place", "name": "طرابلس"}]
    assert data["creditText"] == PAGE.articles[0].byline.raw
    assert data["dateline"] == "طرابلس، الثلاثاء 18 رمضان 1446 هـ 18 مارس 2025 21:40"
    assert (data["datePublished"], data["dateModified"]) == (
        "2025-03-18T21:40+03:00",
        "2025-03-19",
    )
    assert data["articleBody"] == PAGE.articles[0].text
    assert data["keywords"] == ["مرافئ", "نقل بحري"]
    assert data["mainEntityOfPage"] == PAGE.url


def test_figures_and_embeds():
    data = written(PAGE)
    lead, drawing = data["image"]
    assert lead == {
        "@type": "ImageObject",
        "caption": "رافعات المرفأ عند الفجر",
        "contentUrl": "https://cdn.example.org/crane(1).jpg",
        "representativeOfPage": True,
        "creditText": "أرشيفية - تصوير: نادر عيسى - رويترز",
        "creator": [{"@type": "Person", "name": "نادر عيسى"}],
        "sourceOrganization": [
            {"@type": "Organization", "name": "رويترز", "identifier": "reuters"}
        ],
        "keywords": ["archive"],
    }
    assert drawing["creditText"] == "تعبيرية - وزارة النقل"
    assert drawing["keywords"] == ["illustrative"]
    tour, player = data["video"]
    assert tour["contentUrl"] == "https://news.example.org/media/tour.mp4"
    assert player == {"@type": "VideoObject", "embedUrl": "https://video.example.org/9"}
    assert [each["@type"] for each in data["citation"]] == ["SocialMediaPosting", "CreativeWork"]


def test_related_stories_are_mentioned_those_inside_the_body_first():
    inside, after = written(PAGE)["mentions"]
    assert inside == {
        "@type": "NewsArticle",
        "headline": "خطة النقل البحري",
        "url": "https://example.org/plan",
    }
    assert after["url"] == "https://news.example.org/news/2025/tender?id=7&lang=ar"
    assert after["description"].endswith("وأضافت أن …")
    assert (after["articleSection"], after["datePublished"]) == ("محليات", "2025-03-12")
    assert after["video"][0]["creditText"] == "أ.ف.ب"
    assert after["creditText"] == "«صدى المرفأ» (صور)"
    assert after["locationCreated"] == [{"@type": "Place", "name": "صور"}]


def test_a_related_storys_picture():
    related = RelatedItem("قصة", figure=Figure("رصيف"))
    assert article(related=(related,))["mentions"][0]["image"] == [
        {"@type": "ImageObject", "caption": "رصيف"}
    ]


def test_every_link_is_there():
    urls = ("url", "contentUrl", "embedUrl", "mainEntityOfPage")
    found = [node[name] for node in nodes(written(PAGE)) for name in urls if name in node]
    assert sorted(found) == sorted(LINKS)


def test_the_publisher_is_that_of_the_layout():
    data = written(Page((Article("خبر"),), layout="aawsat"))
    publisher = {"@type": "Organization", "name": "الشرق الأوسط", "url": "https://aawsat.com"}
    assert data["publisher"] == publisher
    assert "publisher" not in article(headline="خبر")


def test_a_job_is_the_one_authors_and_a_label_is_no_job():
    said = Byline("", ("سامر الحاج",), role="مراسل")
    assert article(byline=said)["author"][0]["jobTitle"] == "مراسل"
    assert "jobTitle" not in article(byline=Byline("", ("سامر الحاج",), role="تقرير"))["author"][0]


@pytest.mark.parametrize(
    ("moment", "iso"),
    [
        (Moment("مارس 2025", partial="2025-03"), "2025-03"),
        (Moment("18 مارس", date(2025, 3, 18)), "2025-03-18"),
        (Moment("18 مارس", datetime(2025, 3, 18, 7, 5)), "2025-03-18T07:05"),
        (Moment("قبل ساعتين"), None),
    ],
)
def test_dates(moment, iso):
    data = article(published=moment)
    assert data.get("datePublished") == iso
    assert data["dateline"] == moment.raw


def test_one_article_is_an_object_others_a_graph():
    assert written(Page()) == {"@graph": []}
    one = {"@type": "NewsArticle", "headline": "خبر", "inLanguage": "ar"}
    assert article(headline="خبر") == one
    page = Page((Article("أول"), Article("ثان")), url="https://example.org/1")
    first, second = written(page)["@graph"]
    assert first["mainEntityOfPage"] == "https://example.org/1"
    assert "mainEntityOfPage" not in second


@given(pages)
@example(Page((Article("</script><script>x()</script><!-- & \u2028"),)))
def test_it_can_be_embedded_in_html(page):
    printed = arnews.render(page, form="schema.org")
    tree = LexborHTMLParser(f'<script type="application/ld+json">{printed}</script><p>after</p>')
    assert json.loads(tree.css_first("script").text()) == json.loads(printed)
    assert len(tree.css("script")) == len(tree.css("p")) == 1
    printed.encode()


@given(pages)
def test_links_lead_to_the_web_only(page):
    for node in nodes(written(page)):
        for name in {"url", "contentUrl", "embedUrl", "mainEntityOfPage"} & node.keys():
            assert urlsplit(node[name]).scheme in ("", "http", "https")


def test_a_source_that_is_no_organization_is_in_the_credit_text_only():
    lead = Figure(credit=Credit("لقطة من فيديو", source="لقطة من فيديو"))
    assert article(lead_image=lead)["image"][0]["creditText"] == "لقطة من فيديو"


def test_nothing_is_said_of_what_is_absent():
    bare = Article(
        body=(Paragraph("نص"), Embed("post"), arnews.SeeAlso((RelatedItem(),))), lead_image=Figure()
    )
    assert written(Page((bare,))) == {
        "@type": "NewsArticle",
        "inLanguage": "ar",
        "image": [{"@type": "ImageObject", "representativeOfPage": True}],
        "articleBody": "نص",
        "citation": [{"@type": "SocialMediaPosting"}],
        "mentions": [{"@type": "NewsArticle"}],
    }
