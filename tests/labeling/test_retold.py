"""What the text says again tells headline, caption and name apart, in invented words."""

import pytest

from helpers.flattened import BODY, CAPTION, HEADLINE, OTHERS, read


def caption(article):
    return article.lead_image and article.lead_image.caption


@pytest.mark.parametrize("named", ["منسوب السدود", "وزارة المياه", "سامي الحداد"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_few_words_of_the_text_below_the_headline_are_the_caption(named, times):
    (article,) = read(HEADLINE, *[named] * times, *BODY)
    assert (article.headline, caption(article), article.byline) == (HEADLINE, named, None)


def test_so_are_they_above_a_text_that_opens_with_a_noun():
    named, *more = ("مشروع الري الجديد", *BODY)
    opening = f"{named} يستقبل هذا العام مياها لم يشهدها منذ عشر سنوات بعد أمطار الشتاء الغزيرة."
    (article,) = read(HEADLINE, named, opening, *more)
    assert (article.headline, caption(article)) == (HEADLINE, named)


def test_a_name_that_the_text_does_not_say_is_the_writer():
    (article,) = read(HEADLINE, "سمير ناصر", *BODY)
    assert (article.byline.authors, article.lead_image) == (("سمير ناصر",), None)


@pytest.mark.parametrize(
    "name", ["ياسمين الخطيب", "سمير عبد الله الناصر |", "| سمير ناصر", "كتب : سمير ناصر"]
)
def test_a_writer_without_a_headline(name):
    (article,) = read(name, *BODY)
    assert article.headline is None
    assert article.byline.authors == (name.removeprefix("كتب : ").strip("| "),)


@pytest.mark.parametrize("line", ["الأيام – سمير ناصر.", "القاهرة - سمير ناصر.", "بقلم سمير ناصر."])
def test_a_writer_with_a_full_stop(line):
    (article,) = read(HEADLINE, line, *BODY)
    assert (article.byline.authors, article.paragraphs[0].text) == (("سمير ناصر",), BODY[0])


def test_lines_of_a_deck_below_a_headline_are_no_ticker():
    deck = (
        "خطة جديدة للمواسم المقبلة",
        "سعاد الخطيب: ندعو الجميع إلى الحوار",
        "نقص في المخازن وطرق مقطوعة",
        "جولة في قرى الشمال والجنوب",
    )
    (article,) = read(HEADLINE, *deck, *BODY)
    assert article.headline == HEADLINE


def test_a_caption_printed_again_and_again_is_no_menu():
    masthead = ("رئيس مجلسى الإدارة والتحرير", "سمير ناصر") * 2
    pictures = ("IMG-20211203-WA0035", "منسوب السدود")
    captions = ("منسوب السدود", "منسوب السدود")
    (article,) = read(
        *masthead, HEADLINE, *captions, BODY[0], *pictures, BODY[1], *pictures, BODY[2]
    )
    assert (article.headline, caption(article)) == (HEADLINE, "منسوب السدود")
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY[:3])


def test_stories_read_most_amid_the_text():
    others = ("الأخبار الأكثر قراءة الآن:", *OTHERS[:3])
    (article,) = read(HEADLINE, *BODY[:2], *others, *BODY[2:])
    assert tuple(paragraph.text for paragraph in article.paragraphs) == BODY


@pytest.mark.parametrize("line", ["منسوب السدود", "من الجلسة", "السدود- الصيف"])
def test_a_caption_without_a_headline(line):
    (article,) = read(line, *BODY)
    assert (article.headline, caption(article)) == (None, line)


def test_two_words_above_a_text_that_does_not_open_as_news_are_its_headline():
    (article,) = read(
        "حذاء الصيف", "في أول الربيع تمتلئ السدود، ويعود المزارعون إلى القرى.", *BODY[1:]
    )
    assert article.headline == "حذاء الصيف"


@pytest.mark.parametrize("strange", ["حصاد الصيف والخريف", "ملفات خاصة بالخريف :: حصاد"])
def test_a_line_that_shares_no_word_with_the_text_is_no_headline(strange):
    (article,) = read(strange, HEADLINE, "3 مارس 2024", *BODY)
    assert article.headline == HEADLINE


def test_a_line_below_headline_and_date_is_the_caption():
    (article,) = read(HEADLINE, "3 مارس 2024", CAPTION, "سمير ناصر", *BODY)
    assert (caption(article), article.subtitle) == (CAPTION, None)


@pytest.mark.parametrize(
    "title", [f"{HEADLINE} بوابة السدود", f"{HEADLINE}سد كبير", f"الوادي الآن - {HEADLINE}"]
)
def test_the_headline_with_a_few_words_more_below_it_is_no_field(title):
    (article,) = read(HEADLINE, "3 مارس 2024", title, *BODY)
    assert (article.headline, article.subtitle, article.lead_image) == (HEADLINE, None, None)


def test_a_deck_that_opens_with_the_topic_of_the_headline():
    topic = "مياه السدود بعد أمطار الربيع"
    deck = f"{topic}.. خطة جديدة للمزارعين في الشمال"
    (article,) = read(topic, deck, "3 مارس 2024", *BODY)
    assert (article.headline, article.subtitle) == (topic, deck)


@pytest.mark.parametrize("above", [(), ("محليات",), ("اتفاق جديد",)])
def test_a_caption_printed_twice_below_a_shorter_headline(above):
    headline, longer = "الوزارة تطمئن المزارعين جميعا", f"{CAPTION} قبل أن تفتح بواباته"
    (article,) = read(*above, headline, longer, longer, *BODY)
    assert (article.headline, caption(article)) == (headline, longer)
