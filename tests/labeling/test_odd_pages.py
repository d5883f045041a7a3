"""Pages that are no article, or more than one: sensible pages, and no fields made up."""

import pytest

import arnews
from helpers.flattened import BODY, HEADLINE, MENU, OTHERS, read, second
from helpers.laws import check_laws


def test_menus_only():
    assert read(*MENU, "من نحن", "سياسة الخصوصية", "جميع الحقوق محفوظة © 2024") == ()


def test_a_list_of_teasers_is_no_article():
    teasers = [f"{text[:70]}..." for text in BODY]
    parts = [
        part for pair in zip(OTHERS, teasers, strict=False) for part in (*pair, "18 مارس 2025")
    ]
    assert read(*parts) == ()


def test_a_poem():
    verses = [f"بيت من الشعر رقمه {n} يغني للوادي" for n in range(8)]
    (article,) = read("أغنية للوادي", *verses)
    assert article == arnews.Article(
        headline="أغنية للوادي", body=tuple(map(arnews.Paragraph, verses))
    )


def test_a_table_of_results():
    rows = [f"النادي {name}\t10\t8\t1\t1\t25" for name in ("الأول", "الثاني", "الثالث", "الرابع")]
    (article,) = read("ترتيب الدوري", "الفريق\tلعب\tفاز\tتعادل\tخسر\tالنقاط", *rows)
    assert article.headline == "ترتيب الدوري"
    assert [type(e) for e in article.body] == [arnews.ListItem] * 5
    assert (article.lead_image, article.byline, article.published) == (None, None, None)


def test_an_english_page():
    (article,) = read(
        "Dams fill up after heavy rain",
        "The water ministry said on Sunday that the level of the dams had reached its highest point"
        " in ten years after heavy rain fell on the mountains.",
        "A spokesman told reporters that the stored water was enough for two years and that crews"
        " were at work.",
    )
    assert article.headline == "Dams fill up after heavy rain"
    assert len(article.paragraphs) == 2
    assert (article.byline, article.related, article.figures) == (None, (), ())


def test_two_languages():
    english = "The ministry said that the level of the dams had reached its highest point in years."
    (article,) = read(HEADLINE, *BODY[:2], english, *BODY[2:])
    assert [p.text for p in article.paragraphs] == [*BODY[:2], english, *BODY[2:]]


@pytest.mark.parametrize("end", [60, 90, 200, 333, 420])
def test_cut_off_in_mid_word(end):
    text = "\n\n".join([HEADLINE, *BODY])[:end]
    page = arnews.parse(text)
    check_laws(page, text)
    (article,) = page.articles
    assert HEADLINE.startswith(article.headline or "")
    assert (article.byline, article.lead_image, article.related, article.tags) == (
        None,
        None,
        (),
        (),
    )
    assert (
        "\n\n".join(filter(None, [article.headline, *(p.text for p in article.paragraphs)])) == text
    )


def test_ten_articles():
    parts = []
    for n in range(10):
        body = [text.replace("عشر", str(n + 11)).replace("الحداد", f"رقم {n}") for text in BODY]
        parts += [f"{OTHERS[n % 6]} للمرة {n}", f"{n + 1} مارس 2025", *body]
    articles = read(*parts, between="\n\n")
    assert [a.headline for a in articles] == [f"{OTHERS[n % 6]} للمرة {n}" for n in range(10)]
    assert [a.published.iso for a in articles] == [f"2025-03-{n + 1:02}" for n in range(10)]
    assert {len(a.paragraphs) for a in articles} == {len(BODY)}


def test_the_same_article_twice():
    once = [HEADLINE, "18 مارس 2025", *BODY, *map(second, BODY)]
    first, again = read(*once, *once)
    assert first == again
    assert first.headline == HEADLINE


def test_a_verse_is_no_name_and_runs_on_no_further():
    verses = (
        "على ضفة النهر كنا نغني",
        "ونرسم في الماء وجه القمر",
        "وعن شجر لم يعد يثمر من",
        "ثقل الحكايات بعد السهر",
    )
    (article,) = read("قصيدة الرحيل", "شعر: سالم الطائي", *verses)
    assert article.headline == "قصيدة الرحيل"
    assert article.byline.authors == ("سالم الطائي",)
    assert tuple(p.text for p in article.paragraphs) == verses


def test_a_headline_that_names_a_day_is_no_date():
    (article,) = read("أسعار الذهب اليوم السبت 12 يوليو 2025", *BODY)
    assert article.headline == "أسعار الذهب اليوم السبت 12 يوليو 2025"
    assert article.published is None


def test_a_page_cut_off_in_mid_word_ends_in_a_paragraph():
    (article,) = read(*MENU, HEADLINE, *BODY, "اقرأ أيضا", OTHERS[0], "وأضاف أن المروحي")
    assert [item.title for item in article.related] == [OTHERS[0]]
