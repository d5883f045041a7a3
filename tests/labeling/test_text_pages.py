"""Flattened pages of no known publisher, each in a form seen in the wild, in invented words."""

import pytest

import arnews
from helpers.flattened import BODY, CAPTION, DECK, HEADLINE, MENU, OTHERS, read, second
from helpers.laws import check_lossless


def only(*parts, between="\n"):
    (article,) = read(*parts, between=between)
    assert article.headline == HEADLINE
    assert tuple(p.text for p in article.paragraphs) == BODY
    return article


def titles(items):
    return tuple(item.title for item in items)


def see_also(article):
    return tuple(
        title for e in article.body if isinstance(e, arnews.SeeAlso) for title in titles(e.items)
    )


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "          "])
def test_headline_and_paragraphs_however_they_are_parted(between):
    assert only(HEADLINE, *BODY, between=between).byline is None


def test_kicker_headline_deck_byline():
    article = only("بعد ثلاث سنوات من الجفاف:", HEADLINE, DECK, "عمّان - سعاد حداد", *BODY)
    assert (article.kicker, article.subtitle) == ("بعد ثلاث سنوات من الجفاف:", DECK)
    assert (article.byline.place, article.byline.authors) == ("عمّان", ("سعاد حداد",))


def test_a_headline_that_asks_of_its_topic_stands_below_a_kicker():
    asked = "سدود الشمال.. من يملأ خزاناتها؟"
    (article,) = read("الوزارة تراهن على أمطار الربيع", asked, "الأربعاء 11 يوليو 2012", *BODY)
    assert (article.kicker, article.headline) == ("الوزارة تراهن على أمطار الربيع", asked)


def test_names_of_places_between_text_and_related_stories_are_no_article():
    article = only(*MENU, HEADLINE, *BODY, "روسيا", "أوكرانيا", "كييف", "اقرأ أيضا", *OTHERS[:2])
    assert titles(article.related) == OTHERS[:2]


def test_a_few_words_between_a_section_and_the_headline_are_no_headline():
    article = only("كورة", "دوري أبطال أوروبا", HEADLINE, "كتب: سامي الحداد", *BODY)
    assert article.subtitle is None


def test_news_that_broke_stands_on_a_ticker_above_the_section():
    broke = "عاجل | زلزال يضرب الساحل الشمالي"
    article = only(*MENU, broke, "محليات", HEADLINE, DECK, "3 كانون الثاني 2024", *BODY)
    assert (article.headline, article.subtitle) == (HEADLINE, DECK)
    (alone,) = read(broke, *BODY)
    assert alone.headline == broke


def test_no_headline_is_made_up():
    (article,) = read(*BODY)
    assert article.headline is None
    assert len(article.paragraphs) == len(BODY)


def test_a_page_on_one_line_with_title_menu_and_update_time():
    article = only(
        f"\u202aموقع الخبر\u202c - \u202eالعالم\u202c - \u202e{HEADLINE}\u202c",
        'content="وصف الصفحة كما تركه من حذف الوسوم" />',
        *MENU,
        "آخر تحديث:",
        "الأحد, 18 مارس/ آذار, 2010, 07:31 GMT",
        HEADLINE,
        *BODY[:2],
        "الموسم المقبل",
        *BODY[2:],
        between="             ",
    )
    assert article.section == "العالم"
    assert article.published is None
    assert article.modified.iso == "2010-03-18T07:31+00:00"
    assert article.body[2] == arnews.Subheading("الموسم المقبل")


def test_time_headline_caption_and_see_also_amid_the_text():
    (article,) = read(
        f"Khabar.example - {HEADLINE}",
        f"1400 (GMT+04:00) - 18/03/09    {HEADLINE}        {CAPTION}",
        f"دبي، الإمارات العربية المتحدة (CNN) -- {BODY[0]}",
        BODY[1],
        f"روابط ذات علاقة    {OTHERS[0]}    {OTHERS[1]}    {BODY[2]}",
        BODY[3],
    )
    assert article.headline == HEADLINE
    assert article.published.iso == "2009-03-18T14:00+04:00"
    assert article.lead_image == arnews.Figure(CAPTION)
    assert (article.byline.place, article.byline.agencies) == (
        "دبي، الإمارات العربية المتحدة",
        ("cnn",),
    )
    assert article.paragraphs[0].text.startswith("دبي، الإمارات")
    assert see_also(article) == OTHERS[:2]


def test_labels_alone_take_their_value_from_the_next_block():
    article = only(HEADLINE, "المصدر:", "رويترز", "تاريخ النشر:", "18 مارس 2025", *BODY)
    assert article.byline == arnews.Byline("رويترز", agencies=("reuters",))
    assert article.published.iso == "2025-03-18"


def test_a_time_of_update_on_the_day_printed_before_it():
    article = only(HEADLINE, "Published On 19/10/2025", "آخر تحديث: 14:59", *BODY)
    assert article.published.iso == "2025-10-19"
    assert article.modified.iso == "2025-10-19T14:59"


def test_a_byline_of_two_lines():
    article = only(HEADLINE, "قسم المتابعة الإعلامية", "بي بي سي", *BODY)
    assert article.byline.authors == ("قسم المتابعة الإعلامية",)
    assert (article.byline.publication, article.byline.agencies) == ("بي بي سي", ("bbc",))


def test_the_writer_and_paper_beside_the_date():
    article = only(HEADLINE, "سامي النجارنشر في المساء يوم 20 - 08 - 2012", *BODY)
    assert article.byline.authors == ("سامي النجار",)
    assert article.byline.publication == "المساء"
    assert article.published.iso == "2012-08-20"


@pytest.mark.parametrize(
    "end", ["(رويترز)", "المصدر: رويترز", "(د ب أ)", "المصدر: الجزيرة + وكالات"]
)
def test_the_credit_at_the_end_is_no_caption(end):
    article = only(HEADLINE, *BODY, end)
    assert article.figures == ()
    assert article.byline.agencies or article.byline.publication == "الجزيرة"


def test_the_credit_at_the_end_of_the_last_paragraph_stays_in_it():
    (article,) = read(HEADLINE, *BODY[:3], f"{BODY[3]} (رويترز)")
    assert article.byline == arnews.Byline("(رويترز)", agencies=("reuters",))
    assert article.paragraphs[-1].text.endswith("(رويترز)")
    assert article.figures == ()


def test_labelled_credit_and_caption_on_two_lines_are_one_figure():
    article = only(
        HEADLINE, "صدر الصورة، Getty Images", f"التعليق على الصورة، {CAPTION}", "", *BODY
    )
    assert article.lead_image.caption == CAPTION
    assert article.lead_image.credit.agencies == ("getty",)


def test_a_ticker_before_the_article():
    article = only("    ".join(OTHERS), "", "", HEADLINE, "18 مارس 2025", *BODY)
    assert article.related == ()


def test_a_ticker_with_times_before_the_article():
    entries = [f"• 0{n}:45 . {title}... المزيد" for n, title in enumerate(OTHERS[:3])]
    assert only(*entries, HEADLINE, "18 مارس 2025", *BODY).related == ()


def test_bare_titles_inside_a_scraped_page():
    article = only(*MENU, HEADLINE, *BODY[:2], *OTHERS[:2], *BODY[2:])
    assert see_also(article) == OTHERS[:2]


def test_a_related_story_on_the_line_of_its_marker():
    article = only(HEADLINE, *BODY[:2], f"اقرأ أيضا: {OTHERS[0]}", *BODY[2:])
    assert see_also(article) == OTHERS[:1]


def test_related_tags_comments_and_footer_after_the_text():
    article = only(
        HEADLINE,
        *BODY,
        "الوسوم",
        "السدود",
        "الأمطار",
        "مقالات ذات صلة",
        *OTHERS[:3],
        "اترك تعليقا",
        "لن يتم نشر عنوان بريدك الإلكتروني.",
        "سعيد",
        "الحمد لله على هذه النعمة",
        "الأكثر قراءة",
        *OTHERS[3:],
        "جميع الحقوق محفوظة",
    )
    assert article.tags == ("السدود", "الأمطار")
    assert titles(article.related) == OTHERS[:3]


def test_a_tag_may_be_a_section_name():
    article = only(HEADLINE, *BODY, "الوسوم", "السدود", "رياضة", "اقتصاد", "من نحن")
    assert article.tags == ("السدود", "رياضة", "اقتصاد")


def test_a_quoted_exclamation_is_no_subheading():
    said = "وختم الوزير: «لن نترك المزارعين وحدهم!»"
    (article,) = read(HEADLINE, *BODY[:2], said, *BODY[2:])
    assert tuple(p.text for p in article.paragraphs) == (*BODY[:2], said, *BODY[2:])


def test_questions_of_an_interview_are_not_subheadings():
    asked = ("كيف ترى موسم الأمطار هذا العام؟", "وماذا عن السدود القديمة؟", "متى تفتح البوابات؟")
    parts = [part for pair in zip(asked, BODY, strict=False) for part in pair]
    (article,) = read(HEADLINE, BODY[0], *parts, BODY[3])
    assert not any(isinstance(e, arnews.Subheading) for e in article.body)


def test_several_articles():
    first, last = read(
        HEADLINE, "18 مارس 2025", *BODY, OTHERS[0], "19 مارس 2025", *map(second, BODY)
    )
    assert (first.headline, last.headline) == (HEADLINE, OTHERS[0])
    assert (first.published.iso, last.published.iso) == ("2025-03-18", "2025-03-19")
    assert len(first.paragraphs) == len(last.paragraphs) == len(BODY)


def test_lists_of_other_stories_far_from_the_text():
    teasers = [f"{title}، في خبر قصير من صفحة أخرى." for title in OTHERS]
    article = only(
        *MENU, "أخبار منوعة:", *OTHERS[:3], *MENU, HEADLINE, "18 مارس 2025", *BODY,
        "إعلان", *[f"كلمة {n}" for n in range(20)], *teasers,
    )  # fmt: skip
    assert article.published.iso == "2025-03-18"
    assert article.related == ()


def test_a_page_that_breaks_and_indents_its_lines():
    broken = [text.replace(" بعد ", "\n                    بعد ") for text in (HEADLINE, *BODY)]
    article = only(*MENU, broken[0], "18 مارس 2025", *broken[1:])
    assert article.published.iso == "2025-03-18"


def test_a_short_line_between_title_and_headline_is_the_kicker():
    article = only(HEADLINE, "سباق الانتخابات", HEADLINE, "12 مارس 2024", *BODY, between="\n\n")
    assert (article.kicker, article.subtitle) == ("سباق الانتخابات", None)


@pytest.mark.parametrize("kicker", ["سدود البلاد", "سباق الانتخابات", "سباق الرئاسة الأول"])
def test_a_few_words_above_a_long_line_are_the_kicker(kicker):
    article = only(kicker, HEADLINE, "12 مارس 2024", *BODY, between="\n\n")
    assert (article.kicker, article.section) == (kicker, None)


def test_a_rule_and_a_notice_of_the_app_end_the_text():
    only(HEADLINE, "18 مارس 2025", *BODY, "-" * 50, "يمكنكم تحميل تطبيقنا على هواتفكم مجانا.")


def test_a_writer_or_section_and_the_date_in_one_bar():
    article = only(HEADLINE, "صيدا – سعاد حداد | منذ 18 مارس 2025 / 20:57", *BODY)
    assert (article.byline.place, article.byline.authors) == ("صيدا", ("سعاد حداد",))
    article = only(HEADLINE, "اقتصاد | 18-03-2025, 12:20 |", *BODY)
    assert (article.section, article.published.iso) == ("اقتصاد", "2025-03-18T12:20")


def test_a_caption_without_a_credit_shows_by_its_words():
    article = only(HEADLINE, "الوزيرة تتوسط مهندسي السد", "سعاد حداد", *BODY)
    assert (article.subtitle, article.lead_image.caption) == (None, "الوزيرة تتوسط مهندسي السد")
    article = only(HEADLINE, "المهندسون يسيرون على جسم السد.", "«عكاظ» (جدة)", *BODY)
    assert article.lead_image.caption == "المهندسون يسيرون على جسم السد."
    assert (article.byline.publication, article.byline.place) == ("عكاظ", "جدة")


def test_a_credited_caption_with_a_day_is_no_date():
    caption = "مهندسون على جسم السد، 11 تموز/يوليو 2025. © أ ف ب"
    article = only(HEADLINE, "12 تموز/يوليو 2025", caption, *BODY)
    assert article.published.iso == "2025-07-12"
    assert article.lead_image.credit.agencies == ("afp",)


def test_a_sentence_with_a_day_and_a_colon_is_no_date():
    sentence = "نشرت الوزارة بيانا في 4 أبريل 2024 وفيه هذا التحذير – بلا تصرف -:"
    (article,) = read(HEADLINE, "8 أبريل 2024", sentence, *BODY)
    assert article.published.iso == "2024-04-08"
    assert article.paragraphs[0].text == sentence


def test_a_standfirst_printed_again_is_one_paragraph():
    only(HEADLINE, "18 مارس 2025", BODY[0], *BODY)


def test_of_a_bare_ticker_none_is_the_headline():
    (article,) = read(*OTHERS[:5], *BODY)
    assert (article.headline, article.subtitle, article.lead_image) == (None, None, None)


def test_the_head_of_an_article_under_the_marker_of_a_list():
    article = only("الخميس 23 كانون الثاني 2025", "آخر الأخبار", HEADLINE, "", *BODY)
    assert article.published is None


def test_the_tail_of_a_title_is_no_credit():
    article = only(f"{HEADLINE} - BBC Arabic", "Fri, 11 Aug 2017 15:21:28 GMT", *BODY)
    assert (article.lead_image, article.byline) == (None, None)


def test_the_address_of_a_site_alone_above_the_text_signs_it():
    (article,) = read("SAHEL24.INFO - متابعة", *BODY)
    assert (article.headline, article.byline.publication) == (None, "SAHEL24.INFO")


def test_a_description_of_a_picture_in_another_language_is_no_text():
    described = "Engineers walk on the wall of a dam after heavy rain in the north of the country "
    article = only(*MENU, HEADLINE, (described * 3).strip(), "28/2/2023", *BODY)
    assert article.published.iso == "2023-02-28"


def test_records_of_a_corpus():
    record = f"""<DOC>
<DOCNO>AL-{{}}</DOCNO>
<URL>http://sahel.example/{{}}</URL>
<TITLE>{{}}</TITLE>
<TIME>Tue, 13 Feb 2018 19:08:37 +0400</TIME>
<AUTHOR>دبي - العربية.نت</AUTHOR>
<ABSTRACT>
{BODY[0][:40]}
</ABSTRACT>
<TEXT>
{{}}
</TEXT>
</DOC>
"""
    texts = ("\n".join(BODY[:2]), "\n".join(BODY[2:]))
    heads = (HEADLINE, OTHERS[0])
    text = "".join(record.format(n, n, heads[n], texts[n]) for n in range(2))
    page = arnews.parse(text)
    check_lossless(page, text)
    assert [article.headline for article in page.articles] == list(heads)
    assert ["\n".join(p.text for p in article.paragraphs) for article in page.articles] == [*texts]
    assert all(article.byline.publication == "العربية.نت" for article in page.articles)
    assert all(article.published.iso.startswith("2018-02-13T19:08") for article in page.articles)


def test_an_agency_with_its_place_and_a_colon_signs_a_text_without_headline():
    (article,) = read("واس - جدة:", *BODY)
    assert (article.kicker, article.byline.place, article.byline.agencies) == (
        None,
        "جدة",
        ("spa",),
    )


def test_titles_run_together_above_the_headline_are_no_paragraph():
    run = " ".join(title.replace("،", "") for title in OTHERS * 6)
    article = only(HEADLINE, run, "أخر الأخبار", HEADLINE, *BODY)
    assert article.headline == HEADLINE


def test_the_name_behind_a_masthead_heads_no_page():
    article = only("الأفق", "رئيس التحرير: سامي الحداد", "رئيس التحريرسامي الحداد", HEADLINE, *BODY)
    assert (article.headline, article.byline) == (HEADLINE, None)


def test_a_headline_with_a_date_is_no_row_of_a_table():
    dated = "مقدمة النشرة المسائية 23-05-2025"
    (article,) = read(dated, "2025-05-23 | 12:18", dated, *BODY)
    assert (article.headline, len(article.body)) == (dated, len(BODY))


def test_the_writer_of_a_page_of_his_own_is_no_headline():
    article = only("صفحة الكاتب : سامي الحداد", HEADLINE, "سامي الحداد", *BODY)
    assert article.byline.authors == ("سامي الحداد",)


def test_a_date_that_a_corpus_sets_before_the_first_line():
    article = only(f" date 2024-03-01 {HEADLINE}", *BODY)
    assert article.published.iso == "2024-03-01"


def test_titles_run_together_under_their_heading_are_no_paragraph():
    run = " ".join(title.replace("،", "") for title in OTHERS * 6)
    article = only("شريط الأخبار", run, HEADLINE, HEADLINE, *BODY)
    assert article.subtitle is None


def test_a_long_title_in_a_ticker_is_no_paragraph():
    long = (
        f"{OTHERS[0]} كما جاء في بيان طويل وزعته البلدية على الصحافيين صباح الأحد في مقرها "
        "وسط المدينة القديمة بحضور سكان الأحياء القريبة من المكان"
    )
    assert len(long) > 150
    ticker = "   ".join((OTHERS[1], long, *OTHERS[2:], OTHERS[1], OTHERS[2]))
    only("آخر الأخبار", ticker, HEADLINE, "كتب: سامي الحداد", *BODY)


def test_who_made_the_site_wrote_nothing():
    assert only(*MENU, HEADLINE, *BODY, "تصميم و تطوير").byline is None


CARD = ("اقتصاد", "جانب من المعرض (رويترز)", OTHERS[0], second(BODY[1])[:90] + ".", "سعاد حداد")


def test_a_story_of_several_lines_under_its_marker():
    cards = "\n\n".join(
        ("\n".join(CARD), OTHERS[1] + "\n3 مارس 2024", "\n".join(CARD[:1] + OTHERS[2:3]))
    )
    article = only(HEADLINE, *BODY, "مقالات ذات صلة", cards, between="\n\n")
    first, dated, last = article.related
    assert (first.section, first.title, first.byline.authors) == (CARD[0], CARD[2], ("سعاد حداد",))
    assert (first.teaser, first.figure.credit.agencies) == (CARD[3], ("reuters",))
    assert (dated.title, dated.published.iso) == (OTHERS[1], "2024-03-03")
    assert (last.section, last.title) == ("اقتصاد", OTHERS[2])


@pytest.mark.parametrize("kicker", ["حرب المياه", "تقرير خاص"])
def test_one_line_above_a_headline_that_is_printed_again_is_its_kicker(kicker):
    article = only(kicker, HEADLINE, DECK, HEADLINE, "3 مارس 2024", "شارك", *BODY)
    assert (article.kicker, article.subtitle) == (kicker, DECK)


@pytest.mark.parametrize("mark", ["-", "•", "*"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_line_with_the_mark_of_a_list_is_an_item_wherever_it_stands(mark, place):
    item = f"{mark} فتح بوابات السد الكبير"
    head = (HEADLINE, HEADLINE, "3 مارس 2024", "شارك")
    (article,) = read(*head, *BODY[:place], item, *BODY[place:])
    assert article.body[place] == arnews.ListItem(item)


def test_news_that_caused_a_stir_are_no_caption():
    deck = "قرار الوزارة أثار جدلا بين المزارعين في الشمال"
    assert only(HEADLINE, deck, *BODY).subtitle == deck


def test_who_signs_above_the_related_stories_of_a_template():
    head = "سدود الجنوب تمتلئ\n\nPublished On 03/03/2024\n\nحفظ"
    tail = f"القاهرة - واس\n\nحول هذه القصة\n\n{OTHERS[0]}\n{BODY[3]}"
    text = "\n\n".join((head, *BODY[:3], tail))
    (article,) = arnews.parse(text, layout="aljazeera").articles
    assert (article.byline.place, article.byline.agencies) == ("القاهرة", ("spa",))
    assert article.related[0].teaser == BODY[3]


def test_a_label_of_a_template_is_no_part_of_its_caption():
    labelled = ("التعليق على الصورة، جانب من الجلسة", BODY[1], "التعليق على الفيديو، جانب من السد")
    text = "\n\n".join((HEADLINE, BODY[0], *labelled, *BODY[2:]))
    (article,) = arnews.parse(text, layout="bbc").articles
    shown = [(figure.caption, figure.kind) for figure in article.figures]
    assert shown == [("جانب من الجلسة", "image"), ("جانب من السد", "video")]


def test_a_headline_below_the_related_stories_of_a_template_has_its_date_apart():
    ends = "\n\n".join(("مواضيع ذات صلة", *OTHERS[:2], OTHERS[2], "3 مارس/آذار 2024"))
    text = "\n\n".join((HEADLINE, *BODY, ends, *map(second, BODY)))
    first, other = arnews.parse(text, layout="bbc@2022").articles
    assert (titles(first.related), other.headline) == (OTHERS[:2], OTHERS[2])


def test_a_long_deck_above_the_label_of_the_writer_is_no_paragraph():
    (article,) = read(HEADLINE, BODY[0], "ملف من إعداد: سعاد حداد", *BODY[1:])
    assert (article.subtitle, article.byline.authors) == (BODY[0], ("سعاد حداد",))
    assert article.paragraphs[0].text == BODY[1]


def test_a_name_behind_a_masthead_below_a_teaser_is_no_subheading():
    (article,) = read(BODY[0], "رئيس التحرير: سعيد حداد", "مساحة إعلانية", *BODY[1:])
    assert article.text == "\n\n".join(BODY)


def test_a_paper_behind_the_date_at_the_top_is_no_masthead():
    (article,) = read("الأحد 3 مارس 2024 الساعة 02 مساءً / مأرب برس- سبأ", *BODY)
    assert (article.published.iso, article.byline.publication) == ("2024-03-03T14:00", "مأرب برس")


@pytest.mark.parametrize("date", ["17:23 - 2024/03/03", "العدد 5126 - الأحد 3 مارس 2024"])
def test_a_date_below_the_text_and_comments_below_that(date):
    (article,) = read(*BODY, date, "كل عام وأنتم بخير", "شكرا على الخبر وننتظر المزيد منكم")
    assert (article.published.iso[:10], article.text) == ("2024-03-03", "\n\n".join(BODY))


@pytest.mark.parametrize("mark", [" .. بقلم : ", " - بقلم ", " بقلم: "])
def test_the_writer_behind_the_headline(mark):
    article = only(f"{HEADLINE}{mark}د. سعاد حداد", "3 مارس 2024", *BODY)
    assert article.byline.authors == ("د. سعاد حداد",)


@pytest.mark.parametrize(
    ("writer", "job"),
    [("كتب: سعيد حداد", "أمين عام اتحاد الناشرين"), ("سعيد حداد", "كاتب وباحث. من سكان الجنوب.")],
)
def test_what_a_writer_is_stands_in_no_caption(writer, job):
    article = only(HEADLINE, writer, job, "3 مارس 2024", *BODY)
    assert (article.byline.authors, article.byline.role) == (("سعيد حداد",), job)
    assert article.lead_image is None


def test_who_has_an_office_below_the_name_of_a_writer_is_in_a_picture():
    assert only(HEADLINE, "سعيد حداد", "وزير الموارد في مكتبه", *BODY).byline.role is None


def test_a_short_headline_that_is_printed_often_is_no_word_of_a_menu():
    title = "السد وأهل الوادي"
    (article,) = read(title, "شارك", title, title, title, "سعاد حداد", *BODY)
    assert (article.headline, article.byline.authors) == (title, ("سعاد حداد",))


def test_an_english_date_with_the_ending_of_its_number():
    dated = only(HEADLINE, "تاريخ النشر: 25th, November 2025 GMT", *BODY)
    assert dated.published.iso == "2025-11-25"


def test_a_caption_printed_twice_below_the_headline():
    article = only(HEADLINE, "كتاب السدود", "كتاب السدود", "كتب سعيد حداد", *BODY)
    assert (article.lead_image.caption, article.section) == ("كتاب السدود", None)
    assert only("مياه الربيع", HEADLINE, HEADLINE, *BODY).lead_image is None


def test_a_headline_longer_than_most_at_the_top():
    plan = "وتعد بخطة لتوزيع المياه على الحقول والقرى في الصيف المقبل وما بعده من المواسم"
    title = f"{HEADLINE} في الشمال والجنوب والوسط {plan}"
    assert len(title) > 150
    (article,) = read(title, "شارك عبر الواتساب", *BODY)
    assert (article.headline, article.paragraphs[0].text) == (title, BODY[0])


def test_a_paper_alone_above_a_text_without_headline_signs_it():
    (article,) = read("رام الله الإخباري", *BODY)
    assert (article.headline, article.byline.publication) == (None, "رام الله الإخباري")


def test_a_section_glued_to_the_date():
    article = only(HEADLINE, "ثقافة وفنون24-3-2022 | 21:38", *BODY)
    assert (article.section, article.published.iso) == ("ثقافة وفنون", "2022-03-24T21:38")


@pytest.mark.parametrize(
    "marker",
    [
        *("المقالات ذات الصلة", "الأخبار المرتبطة:", "قصص أخرى حول الموضوع"),
        *("لا تفوّت قراءة", "ننصحك بقراءة", "في السياق ذاته"),
    ],
)
def test_stories_stand_below_any_heading_of_related_stories(marker):
    assert titles(only(HEADLINE, *BODY, marker, *OTHERS).related) == tuple(OTHERS)


def test_a_counter_of_comments_below_a_short_first_sentence_ends_no_text():
    first = "أعلنت الوزارة خطة جديدة للري."
    (article,) = read(HEADLINE, first, "3 تعليقات", *BODY)
    assert tuple(p.text for p in article.paragraphs) == (first, *BODY)


def test_the_line_that_the_text_says_again_is_the_headline_below_a_kicker():
    headline = "السدود تمتلئ بعد أمطار غزيرة على المرتفعات"
    (article,) = read("بعد سنوات من الجفاف", headline, DECK, "عمّان - سعاد حداد", *BODY)
    assert (article.kicker, article.headline) == ("بعد سنوات من الجفاف", headline)
    assert article.subtitle == DECK


def test_a_deck_above_a_caption_with_its_credit_is_no_caption():
    deck = "الوزارة تعد بفتح البوابات قبل نهاية الشهر والمزارعون يرحبون"
    day = "12 مارس 2021 - 14:35"
    lines = (HEADLINE, deck, f"{CAPTION} (رويترز)", day, *BODY, "أخبار ذات صلة", *OTHERS[:3])
    (article,) = read(*MENU, *lines)
    assert article.subtitle == deck
    assert [figure.caption for figure in article.figures] == [CAPTION]


def test_the_one_section_below_buttons_is_that_of_the_headline():
    assert only("بحث", "القائمة", "رياضة", HEADLINE, "12 مارس 2021", *BODY).section == "رياضة"


def test_a_long_teaser_below_the_text_does_not_move_its_head():
    head = ("محليات 14-05-2024, 21:37 | --", HEADLINE, "واسط اليوم - الكوت")
    teaser = f"ذكر مصدر تربوي أن المديرية قررت تأجيل الامتحانات {'في مدارس المدينة ' * 12}"
    told = ("باشرت المدينة بناء جسر جديد فوق النهر.", "وقال المدير إن العمل ينتهي في الصيف.")
    text = "\n\n".join((*head, *told, "أهم الاخبار", OTHERS[0], teaser, "اليوم, 10:50"))
    article = arnews.parse(text).articles[0]
    assert (article.headline, article.section) == (HEADLINE, "محليات")
    assert article.published.iso == "2024-05-14T21:37"


@pytest.mark.parametrize(
    "beside", ["12 مارس 2021\nسمير ناصر", "بقلم: سمير ناصر\nنشر في: 12 مارس 2021"]
)
def test_a_signed_title_below_titles_with_their_dates_heads_the_text_below(beside: str) -> None:
    text = (
        "السوق القديم يفتح أبوابه للزوار\nليلى حداد\n10 مارس 2021\n\n"
        "افتتحت البلدية يوم الأربعاء السوق القديم بعد أعمال دامت سنتين كاملتين.\n\n"
        "وأضاف رئيس البلدية أن السوق يضم أربعين محلا.\n\n"
        "بناء رصيف للصيادين في الشمال\n1 مارس 2021\n"
        "الميناء يستقبل أول سفينة\n2 مارس 2021\n"
        f"الوزير يكشف جدول الاختبارات\n{beside}\n\n"
        "أعلنت الوزارة يوم الخميس موعد الامتحانات في جميع المحافظات بعد مشاورات.\n\n"
        "وقال الوزير إن النتائج تصدر في الصيف المقبل.\n"
    )
    first, second = arnews.parse(text).articles
    assert (first.headline, len(first.related)) == ("السوق القديم يفتح أبوابه للزوار", 2)
    assert second.headline == "الوزير يكشف جدول الاختبارات"
    assert second.byline is not None
    assert second.byline.authors == ("سمير ناصر",)
    assert second.published is not None
    assert second.published.value.isoformat()[:10] == "2021-03-12"
