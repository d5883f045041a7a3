"""The seed page against its gold, and changed as other pages of its publisher are."""

from pathlib import Path

import pytest

import arnews
from helpers.laws import check_laws

ROOT = Path(__file__).parent.parent
SEED = (ROOT / "seeds" / "000_08a769a62f779457.txt").read_text("utf-8")
GOLD = arnews.Page.from_json((ROOT / "tests" / "gold" / "seed.json").read_bytes())
FIRST, SECOND = GOLD.articles
CUT = SEED.index("\n\n«حماس»: قطاع غزة")
LEAD = "دونالد ترمب وفلاديمير بوتين (أرشيفية - رويترز)"


def parse(text):
    page = arnews.parse(text)
    check_laws(page, text)
    return page


def test_the_seed_is_read_as_people_read_it():
    page = parse(SEED)
    assert page.layout == "aawsat"
    assert page.warnings == ()
    for article, gold in zip(page.articles, GOLD.articles, strict=True):
        for name in ("headline", "subtitle", "lead_image", "body", "related"):
            assert getattr(article, name) == getattr(gold, name), name
        assert article == gold


def test_the_seed_is_printed_byte_for_byte():
    assert arnews.render(parse(SEED), layout="aawsat") == SEED
    assert arnews.render(GOLD) == SEED


def test_bytes_and_text_are_the_same_page():
    assert arnews.parse(SEED.encode()) == arnews.parse(SEED)


def test_the_url_chooses_the_layout():
    page = arnews.parse(SEED, url="https://aawsat.com/node/1")
    assert (page.layout, page.articles) == ("aawsat", GOLD.articles)


def with_first(**changes):
    import attrs

    return (attrs.evolve(FIRST, **changes), SECOND)


def test_no_subtitle():
    text = SEED.replace(FIRST.subtitle + "\n\n", "")
    assert parse(text).articles == with_first(subtitle=None)


def test_the_headline_stands_in_for_the_caption():
    text = SEED.replace(LEAD, FIRST.headline)
    assert parse(text).articles == with_first(lead_image=arnews.Figure(FIRST.headline))


def test_no_lead_picture_at_all():
    text = SEED.replace(LEAD + "\n" + LEAD + "\nTT", "TT").replace(LEAD + "\n" + LEAD + "\n\n", "")
    assert parse(text).articles == with_first(lead_image=None)


@pytest.mark.parametrize(
    ("line", "caption", "raw", "agencies"),
    [
        ("جنود في عرض عسكري (غيتي)", "جنود في عرض عسكري", "غيتي", ("getty",)),
        ("الوزير متحدثاً {واس}", "الوزير متحدثاً", "واس", ("spa",)),
        ("من المباراة (تصوير: سعد العنزي)", "من المباراة", "تصوير: سعد العنزي", ()),
    ],
)
def test_other_captions_and_credits(line, caption, raw, agencies):
    lead = parse(SEED.replace(LEAD, line)).articles[0].lead_image
    assert (lead.caption, lead.credit.raw, lead.credit.agencies) == (caption, raw, agencies)


def test_a_caption_without_credit():
    text = SEED.replace(LEAD, "الرئيسان في لقاء سابق")
    assert parse(text).articles == with_first(lead_image=arnews.Figure("الرئيسان في لقاء سابق"))


def test_three_articles():
    text = SEED + SEED[CUT:]
    assert parse(text).articles == (FIRST, SECOND, SECOND)


def test_second_article_first():
    text = SEED[CUT:].strip() + "\n\n" + SEED[:CUT]
    assert parse(text).articles == (SECOND, FIRST)


def test_related_items_without_teasers():
    import attrs

    text = SEED
    for item in FIRST.related:
        text = text.replace(item.teaser + "\n\n", "")
    bare = tuple(attrs.evolve(i, teaser=None, teaser_cut=False) for i in FIRST.related)
    assert parse(text).articles == with_first(related=bare)


def test_no_related_items():
    text = SEED[: SEED.index("\n\n\nمقالات ذات صلة")] + SEED[CUT:]
    assert parse(text).articles == with_first(related=())


@pytest.mark.parametrize("at", range(SEED.count("\n\n")))
def test_a_missing_blank_line(at):
    parts = SEED.split("\n\n")
    text = "\n\n".join(parts[: at + 1]) + "\n" + "\n\n".join(parts[at + 1 :])
    assert parse(text).articles == GOLD.articles


@pytest.mark.parametrize("at", range(SEED.count("\n\n")))
def test_a_blank_line_too_many(at):
    parts = SEED.split("\n\n")
    text = "\n\n".join(parts[: at + 1]) + "\n\n\n" + "\n\n".join(parts[at + 1 :])
    assert parse(text).articles == GOLD.articles


@pytest.mark.parametrize("at", range(SEED.count("\n\n")))
@pytest.mark.parametrize("word", ["TT", "استمع إلى المقالة", "شارك"])
def test_a_button_elsewhere(at, word):
    parts = SEED.split("\n\n")
    text = "\n\n".join([*parts[: at + 1], word, *parts[at + 1 :]])
    assert parse(text).articles == GOLD.articles


def test_no_buttons():
    text = SEED.replace("TT\n\n", "\n").replace(" play-circle", "")
    page = arnews.parse(text, layout="aawsat")
    assert [a.headline for a in page.articles] == [FIRST.headline, SECOND.headline]
    assert [a.body for a in page.articles] == [FIRST.body, SECOND.body]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end):
    assert parse(SEED.replace("\n", end)).articles == GOLD.articles


def test_paragraphs_parted_by_one_newline():
    body = "\n\n".join(p.text for p in SECOND.paragraphs)
    text = SEED.replace(body, body.replace("\n\n", "\n"))
    assert parse(text).articles == GOLD.articles


def test_the_lead_once_more_inside_the_body():
    paragraph = FIRST.body[4].text
    text = SEED.replace(paragraph + "\n\n", f"{paragraph}\n\n{LEAD}\n\n")
    body = (*FIRST.body[:5], FIRST.lead_image, *FIRST.body[5:])
    assert parse(text).articles == with_first(body=body)
