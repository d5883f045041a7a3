"""One invented article as different tools print it: each reads as the page did."""

import textwrap

import pytest

import arnews
from helpers.flattened import BODY, CAPTION, HEADLINE, MENU, OTHERS, read, second


def only(*parts, between="\n"):
    (article,) = read(*parts, between=between)
    assert article.headline == HEADLINE
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY)
    return article


def test_a_page_on_one_line_whose_blocks_two_blanks_part():
    article = only(*MENU, HEADLINE, "كتب: سامي الحداد", "2022-03-09", *BODY, "مشاركة", between="  ")
    assert (article.byline.authors, article.published.iso) == (("سامي الحداد",), "2022-03-09")


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [64, 72, 80])
def test_lines_that_a_tool_broke_at_a_column(width, between, indent):
    paragraphs = [
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent)
        for part in (HEADLINE, "12 مايو 2024", *BODY, *BODY[1:])
    ]
    (article,) = read(*paragraphs, between=between)
    assert article.headline == HEADLINE
    assert [paragraph.text for paragraph in article.paragraphs] == [*BODY, *BODY[1:]]


def test_lines_of_one_length_are_no_broken_paragraph():
    lines = [f"{paragraph[:70]}." for paragraph in (*BODY, *BODY)]
    (article,) = read(HEADLINE, *lines)
    assert [paragraph.text for paragraph in article.paragraphs] == lines[:4] + lines[4:]


def test_links_and_pictures_of_markdown():
    menu = [f"* [{word}](https://alwadi.example/{at})" for at, word in enumerate(MENU)]
    others = [f"* [{title}](https://alwadi.example/n/{at})" for at, title in enumerate(OTHERS[:2])]
    linked = BODY[1].replace("المتحدث", "[المتحدث](https://alwadi.example/p)", 1)
    page = [
        "[![الوادي](https://alwadi.example/logo.png)](https://alwadi.example/)",
        *menu,
        "# " + HEADLINE,
        "**كتب:** سامي الحداد",
        f"![{CAPTION}](https://alwadi.example/dam.jpg)",
        BODY[0],
        linked,
        "**مياه الربيع**",
        *BODY[2:],
        "### اقرأ أيضا",
        *others,
    ]
    article = only(*page)
    assert article.byline.authors == ("سامي الحداد",)
    assert article.lead_image.caption == CAPTION
    assert arnews.Subheading("مياه الربيع") in article.body
    assert [(item.title, item.url) for item in article.related] == [
        (OTHERS[0], "https://alwadi.example/n/0"),
        (OTHERS[1], "https://alwadi.example/n/1"),
    ]


@pytest.mark.parametrize("sign", ["• ", "- ", "* ", "◄ ", "1. "])
def test_signs_of_lists_before_related_titles(sign):
    article = only(HEADLINE, *BODY, "مواضيع قد تهمك", *(sign + title for title in OTHERS[:3]))
    assert tuple(item.title for item in article.related) == OTHERS[:3]


def test_hashtags_stand_without_their_sign():
    article = only(HEADLINE, *BODY, "#السدود #مياه_الربيع")
    assert article.tags == ("السدود", "مياه_الربيع")


@pytest.mark.parametrize("counter", ["12.3k مشاهدة", "4 ألف مشاهدة", "1,204 قراءة"])
def test_a_counter_is_no_caption(counter):
    article = only(HEADLINE, "سامي الحداد", "12 مايو 2024", counter, *BODY)
    assert (article.lead_image, article.subtitle) == (None, None)


def test_a_writer_in_latin_letters_below_a_switch_of_languages():
    article = only("Home", "News", "Sports", "Videos", "عربي", HEADLINE, "By Sami Haddad", *BODY)
    assert (article.section, article.byline.authors) == (None, ("Sami Haddad",))


@pytest.mark.parametrize(
    "line",
    [
        f"الصورة: {CAPTION} (المصدر: صفحة الوزارة)",
        f"تصوير: هيكل الحداد | {CAPTION}",
        f"تصوير هيكل الحداد - {CAPTION}",
    ],
)
def test_labels_around_a_caption(line):
    article = only(HEADLINE, line, "12 مايو 2024", *BODY)
    assert article.lead_image.caption == CAPTION
    assert article.lead_image.credit is not None


POST = ("pic.twitter.com/9QkUaaLm2c", "— وزارة المياه (@alwadi_water) February 25, 2023")


@pytest.mark.parametrize(
    "post",
    [
        POST,
        (f"سد الوادي الكبير {POST[0]}", POST[1]),
        ("امتلأ السد لأول مرة منذ عشر سنوات.", POST[1]),
        ("امتلأ السد بعد عشر سنوات.", "#السدود", "#أمطار", POST[0], POST[1][:-18], POST[1][-17:]),
    ],
)
def test_an_embedded_post_is_no_text_and_no_article(post):
    article = only(HEADLINE, "26 فبراير 2023", *BODY[:2], *post, *BODY[2:])
    assert (article.published.iso, article.tags) == ("2023-02-26", ())


def test_a_paragraph_that_ends_with_a_post_is_text():
    told = f"{BODY[0]} {BODY[1]} {BODY[2]} امتلأ السد لأول مرة منذ عشر سنوات {POST[0]}"
    (article,) = read(HEADLINE, told, *BODY)
    assert article.paragraphs[0].text == told


def test_entries_of_a_page_that_tells_hour_by_hour():
    entries = [
        part
        for hour, head, text in zip(("18:05 (ت.غ)", "16:40 (ت.غ)"), OTHERS, BODY, strict=False)
        for part in (hour, head, text)
    ]
    (article,) = read(HEADLINE, "بدأت التغطية: 10:00", "آخر تحديث: 18:05", *entries)
    assert [type(element).__name__ for element in article.body] == ["Subheading", "Paragraph"] * 2
    assert (article.published.value, article.subtitle, article.byline) == (None, None, None)


def test_rows_of_a_town_and_two_numbers_are_rows_of_a_table():
    rows = ("القاهرة 33 24", "الإسكندرية 30 23", "أسوان 41 27")
    (article,) = read(HEADLINE, *BODY, "درجات الحرارة المتوقعة غدا على المدن:", *rows)
    assert tuple(item.text for item in article.body[-3:]) == rows
    assert article.byline is None


def test_a_box_about_the_writer_is_no_text():
    box = ("عن الكاتب", "مها السبيعي", "كاتبة مهتمة بالتراث، صدر لها «حكايات الجدة منيرة».")
    article = only(HEADLINE, "مها السبيعي", "30 أكتوبر 2023", *BODY, *box, "جميع مقالات الكاتب")
    assert (article.byline.authors, article.figures) == (("مها السبيعي",), ())


def test_questions_with_letters_are_paragraphs():
    told = [
        line
        for asked, text in zip(("س: متى كان ذلك؟", "س: وماذا بعد؟"), BODY[1:], strict=False)
        for line in (asked, f"ج: {text}")
    ]
    (article,) = read(HEADLINE, BODY[0], *told)
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY[0], *told]


@pytest.mark.parametrize(
    "box",
    [
        ("الوحدة", "82", "-", "79", "الجيش", "نهاية المباراة"),
        ("الجولة 14", "الوحدة", "2 - 1", "الجيش", "انتهت"),
    ],
)
def test_the_box_of_a_match_above_the_headline(box):
    article = only("دوري كرة السلة", *box, HEADLINE, HEADLINE, "السبت 2 آذار 2024", *BODY)
    assert (article.section, article.kicker, article.byline) == ("دوري كرة السلة", None, None)


def test_points_below_the_headline_are_a_list_and_no_titles_of_other_stories():
    points = ("• التمديد لستة أشهر", "• زيادة حصة المزارعين", "• خفض رسوم الري")
    (article,) = read("بشرى لأهل الريف في مطلع آذار", *points, *BODY)
    assert article.headline == "بشرى لأهل الريف في مطلع آذار"
    assert tuple(element.text for element in article.body) == (*points, *BODY)


def test_a_title_between_two_sections_is_of_another_story():
    article = only(*MENU, "عاجل", OTHERS[0], "ليبيا", HEADLINE, "12 سبتمبر 2024", *BODY)
    assert (article.section, article.kicker, article.subtitle) == ("ليبيا", None, None)
    dated = only(*MENU, "12 سبتمبر 2024", OTHERS[0], "ليبيا", HEADLINE, *BODY)
    assert (dated.section, dated.published.iso) == ("ليبيا", "2024-09-12")


@pytest.mark.parametrize("masthead", [True, False])
def test_the_name_of_the_site_signs_beside_a_name(masthead):
    head = ("نبض الشمال", "الرئيسية", "سياسة", "رياضة") if masthead else MENU
    rights = "جميع الحقوق محفوظة لموقع نبض الشمال الإخباري © 2022"
    article = only(*head, HEADLINE, "نبض الشمال – رامي عبيدات", *BODY, rights)
    assert (article.byline.publication, article.byline.authors) == ("نبض الشمال", ("رامي عبيدات",))


def test_titles_with_their_ages_below_buttons_are_related():
    aged = [part for title in OTHERS[:3] for part in (title, "قبل 5 ساعات")]
    article = only(HEADLINE, *BODY, "فيسبوك", "تويتر", "واتساب", "طباعة", *aged)
    assert tuple(item.title for item in article.related) == OTHERS[:3]


def test_two_lists_below_the_text():
    lists = ("حول هذه القصة", *OTHERS[:2], "المزيد من رياضة", *OTHERS[2:4])
    article = only(HEADLINE, *BODY, "المصدر: وكالات", *lists)
    assert tuple(item.title for item in article.related) == OTHERS[:4]


def test_the_hour_of_an_update_on_the_line_below_its_day():
    dates = ("نشر في 11/6/2023", "آخر تحديث: 12/6/2023", "07:55 (توقيت مكة)")
    article = only(HEADLINE, *dates, *BODY)
    assert article.published.iso == "2023-06-11"
    assert article.modified.iso == "2023-06-12T07:55+03:00"


def test_the_numbered_links_of_a_text_browser():
    menu = "   [1]صوت الوادي\n\n   [2]الرئيسية [3]محليات [4]رياضة"
    linked = [BODY[0].replace("وزارة", "[5]وزارة", 1), *BODY[1:]]
    refs = "References\n\n   1. https://alwadi.example/\n   2. https://alwadi.example/home"
    (article,) = read(menu, HEADLINE, "   الأحد 1 أكتوبر 2023", *linked, refs, between="\n\n")
    assert (article.headline, article.published.iso) == (HEADLINE, "2023-10-01")
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY)


NOTICES = (
    "رابط دائم : https://alwadi.example/?p=8812",
    "تمت المشاركة من تطبيق الوادي",
    "للانضمام لقناتنا في واتساب اضغط هنا",
    "المقالات التي تنشر تعبّر عن رأي كاتبها",
    "مساحة إعلانية",
    "======= ر.ع",
    "د ب أ ع ج / ش و",
    "السابق افتتاح سوق الحي التالي غلق الطريق الساحلي للصيانة",
    "المقال السابق افتتاح سوق الحي المقال التالي غلق الطريق",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_below_the_text_is_no_paragraph(notice):
    assert only(HEADLINE, "12 مايو 2024", *BODY, notice).byline is None


def test_a_date_in_the_dateline():
    dated = "رام الله 14-1-2024 وفا- " + BODY[0]
    (article,) = read(HEADLINE, dated, *BODY[1:])
    assert (article.published.iso, article.byline.agencies) == ("2024-01-14", ("wafa",))


@pytest.mark.parametrize("above", ["محليات", "شارك"])
def test_the_name_of_a_paper_at_the_top_is_no_kicker(above):
    article = only("الشرق والغرب", above, HEADLINE, "12 مايو 2024", *BODY)
    assert article.kicker is None


def test_the_nearest_section_above_the_headline():
    assert only("الأخبار", "وطنية", HEADLINE, "12 مايو 2024", *BODY).section == "وطنية"
    path = ("الوادي", "|", "محافظات", "|", HEADLINE)
    assert only(*path, HEADLINE, "12 مايو 2024", *BODY).section == "محافظات"


def test_a_menu_whose_words_are_parted_by_tabs():
    assert only("\t".join(MENU), HEADLINE, "12 مايو 2024", *BODY).kicker is None


def test_a_caption_of_a_few_words_below_buttons():
    article = only(HEADLINE, HEADLINE, "12 مايو 2024", "طباعة", "شارك", "جانب من الجولة", *BODY)
    assert article.lead_image.caption == "جانب من الجولة"


def test_a_menu_in_a_row_of_words_that_nobody_knows():
    article = only("الرئيسية كرة القدم كرة اليد ألعاب القوى", HEADLINE, "12 مايو 2024", *BODY)
    assert (article.section, article.subtitle) == (None, None)


def test_the_points_of_a_deck_below_the_headline():
    points = ("• التمديد لستة أشهر بدلا من عام", "• مياه الري تعود الجمعة")
    assert only("الصفحة الأولى", HEADLINE, *points, "لندن: سعاد حداد", *BODY).headline == HEADLINE


@pytest.mark.parametrize("word", ["أسرى", "وفيات", "الصفحة الأولى", "رأي الوطن"])
def test_a_word_right_above_the_headline_is_its_section(word):
    article = only(word, HEADLINE, "12 مايو 2024", *BODY)
    assert (article.section, article.kicker) == (word, None)


def test_the_section_below_the_buttons_of_networks():
    buttons = ("Facebook", "Twitter", "WhatsApp", "Copy Link")
    assert only(*buttons, "تقنية", HEADLINE, "12 مايو 2024", *BODY).section == "تقنية"


def test_a_place_beside_the_date():
    article = only(HEADLINE, "نواكشوط, 08/01/2024", *BODY)
    assert (article.byline.place, article.published.iso) == ("نواكشوط", "2024-01-08")


def test_where_to_follow_the_site_is_no_source():
    assert only(HEADLINE, *BODY, "تابعنا على", "قناة النيل على يوتيوب").byline is None


@pytest.mark.parametrize("mark", ["Related Posts", "مواضيع أخرى في هذا القسم:", "ترشيحات"])
def test_other_words_above_related_stories(mark):
    article = only(HEADLINE, *BODY, mark, *OTHERS[:2])
    assert tuple(item.title for item in article.related) == OTHERS[:2]


def test_what_is_said_in_quotes_between_paragraphs_is_a_quote():
    said = "«الدار ليست حجرا فقط، إنها ذاكرة مدينة كاملة»"
    (article,) = read(HEADLINE, "12 مايو 2024", *BODY[:2], said, *BODY[2:])
    assert arnews.Quote(said) in article.body


@pytest.mark.parametrize("width", [64, 72, 80])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_few_broken_lines_among_blank_ones(width, count):
    parts = (HEADLINE, "12 مايو 2024", *BODY[:count])
    (article,) = read(*(textwrap.fill(part, width) for part in parts), between="\n\n")
    assert [paragraph.text for paragraph in article.paragraphs] == list(BODY[:count])


SITES = {
    "دليل الحرفيين": "عناوين النجارين والحدادين في المدينة وضواحيها.",
    "شبكة الري الحديث": "موقع متخصص في مضخات المياه وقطع غيارها وصيانتها، وفيه قسم للأسئلة",
    "بيت البذور": "بيع البذور المحلية بالجملة، والشحن إلى كل المحافظات.",
    "مختبر التربة": "يفحص عينات الحقول ويرسل النتائج بالبريد.",
    "سوق الماشية": "أسعار الأغنام والأبقار كل أسبوع",
    "جمعية النحالين": "دورات في تربية النحل، ومعرض سنوي للعسل.",
    "مكتبة المزارع": "كتب ومجلات عن الزراعة العضوية يمكن تحميلها مجانا.",
    "مشاتل السهل": "غراس الزيتون واللوز والتين، وأسعارها في كل موسم.",
}


@pytest.mark.parametrize("form", ["{} - {}", "{} \\- {}", "{}\n- {}"])
def test_a_directory_is_no_article(form):
    sites = [form.format(*site) for site in SITES.items()]
    assert read("روابط زراعية", *sites) == ()
    (article,) = read(HEADLINE, "12 مايو 2024", *BODY, *sites[:5])
    assert article.headline == HEADLINE


def test_an_interview_or_a_list_of_advice_is_no_directory():
    asked = [f"* كيف بدأتم العمل في {name}؟\n- {told}" for name, told in SITES.items()]
    advised = [f"وعن {name} قال الخبير:\n- {told}" for name, told in SITES.items()]
    for lines in (asked, advised):
        (article,) = read(HEADLINE, "القاهرة - سمير ناصر", BODY[0], *lines)
        assert article.headline == HEADLINE
        assert len(article.body) == 1 + 2 * len(lines)


def test_what_happened_year_by_year_is_an_article():
    years = [f"{1990 + at} - {title}." for at, title in enumerate((*OTHERS, *OTHERS))]
    (article,) = read("محطات في تاريخ السدود", BODY[0], *years)
    assert article.paragraphs[0].text == BODY[0]


def test_a_dated_title_amid_the_text_that_is_listed_below_it_is_related():
    card = (OTHERS[0], "26 فبراير 2024")
    listed = ("المزيد حول هذه القصة", OTHERS[1], "1 مارس 2024", *card)
    article = only(HEADLINE, "3 مارس 2024", *BODY[:2], *card, *BODY[2:], *listed)
    assert article.published.iso == "2024-03-03"


@pytest.mark.parametrize("above", [(), OTHERS[:2]])
def test_short_lines_of_the_text_above_the_next_list_are_tags(above):
    tags = ("السدود", "فرق الصيانة", "أخبار المزارعين")
    lines = ("مواضيع ذات صلة", *above, *tags, "المزيد حول هذه القصة", *OTHERS[2:4])
    article = only(HEADLINE, "3 مارس 2024", *BODY, *lines)
    assert article.tags == tags
    boxes = [element for element in article.body if isinstance(element, arnews.SeeAlso)]
    items = [item for box in (*boxes, article) for item in getattr(box, "items", article.related)]
    assert tuple(item.title for item in items) == (*above, *OTHERS[2:4])
    menu = ("الوادي اليوم", "القارات السبع", "كلمة ومقال", "اليوم والناس", "الميدان الرياضي")
    assert only(HEADLINE, *BODY, *menu, "الأكثر قراءة", *OTHERS[2:4]).tags == ()


def test_a_list_with_dates_between_two_paragraphs_opens_no_article():
    box = ("مقالات ذات صلة", OTHERS[2], "منذ 3 أيام", OTHERS[3], "منذ أسبوع واحد")
    article = only(HEADLINE, "3 مارس 2024", *BODY[:2], *box, *BODY[2:], "الوسوم", "السدود")
    assert article.tags == ("السدود",)
    only(HEADLINE, "3 مارس 2024", *BODY[:2], *box, "مياه الربيع", *BODY[2:])
    # The last title of the list and its date are the head of the text below.
    told = [second(part) for part in (HEADLINE, *BODY)]
    articles = read(HEADLINE, "3 مارس 2024", *BODY, *box, told[0], "منذ 3 أيام", *told[1:])
    assert [len(article.paragraphs) for article in articles] == [4, 4]


def test_boxes_of_a_site_below_the_list_of_related_stories():
    listed = [part for title in OTHERS[:3] for part in (title, "11 شباط 2024")]
    money = ("أسعار الصرف", "الدولار 89500 ل.ل.", "اليورو 96900 ل.ل.")
    article = only(HEADLINE, "3 آذار 2024", *BODY, "المقالات ذات الصلة", *listed, *money)
    assert tuple(item.title for item in article.related) == OTHERS[:3]


def test_what_a_writer_is_below_the_text_and_his_name():
    bio = "روائية وباحثة. صدرت لها مجموعتان قصصيتان."
    search = "اكتب كلمة البحث ثم اضغط. اضغط مرة أخرى للخروج."
    article = only(HEADLINE, "كتبت مها السبيعي", *BODY, "شارك", "مها السبيعي", bio, search)
    assert article.byline.authors == ("مها السبيعي",)


@pytest.mark.parametrize(
    "below",
    [
        ("المادة السابقة", "انقطاع المياه عن أحياء من المدينة", "المادة التالية", "دورة للطلبة"),
        ("< السابق", "التالي >"),
        ("مها السبيعي", "صحفية من الوادي تكتب في شؤون المياه منذ عشرين عاما."),
    ],
)
def test_what_stands_below_tags_is_no_tag(below):
    head = (HEADLINE, "كتبت: مها السبيعي", "مها السبيعي", "12 مايو 2024")
    article = only(*head, *BODY, "الوسوم", "السدود", "مياه الربيع", *below)
    assert article.tags == ("السدود", "مياه الربيع")


@pytest.mark.parametrize("sign", ["❖", "**", "|", "•"])
def test_a_ticker_on_one_line_whose_titles_a_sign_parts(sign):
    ticker = f" {sign} ".join(("شريط الأخبار", *OTHERS[:4]))
    assert only(*MENU, ticker, HEADLINE, "12 مايو 2024", *BODY).subtitle is None
    assert only(ticker, HEADLINE, *BODY).kicker is None


def test_results_of_matches_a_line_each_above_the_headline():
    results = ("الوحدة 2 - 0 الجيش", "شباب الوادي 1 - 1 النهضة", "السهل 0 - 3 الفتح")
    long = BODY[0].rstrip(".")
    article = only(*MENU, *results, HEADLINE, *BODY)
    assert (article.kicker, article.subtitle) == (None, None)
    (alone,) = read("الوحدة 2 - 0 الجيش", "12 مايو 2024", long, *BODY[1:])
    assert alone.headline == "الوحدة 2 - 0 الجيش"


@pytest.mark.parametrize(
    "box",
    [
        ("عن وادي نيوز", "وادي نيوز صحيفة إلكترونية شاملة تنقل أخبار الوادي والمدن المجاورة."),
        ("حول الوادي", "الوادي موقع إخباري مستقل يهتم بشؤون المياه والزراعة في البلاد."),
    ],
)
def test_what_a_site_says_of_itself_below_its_name_is_no_text(box):
    only(HEADLINE, "12 مايو 2024", *BODY, "شارك", *box, "اتصل بنا")
    told = (box[0].partition(" ")[2] + " القديمة", "قالت إدارة السد إن العمل بدأ فجرا.")
    (article,) = read(HEADLINE, "12 مايو 2024", *BODY, *told)
    assert article.paragraphs[-1].text == told[1]


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("كلمات مفتاحية: سامي الحداد فرق الصيانة", ("سامي الحداد", "فرق الصيانة")),
        ("### الوسوم\n\nالسدود اتحاد المزارعين", ("السدود", "اتحاد المزارعين")),
        ("الوسوم\nوزارة المياه السدود", ("وزارة المياه", "السدود")),
        ("وسوم: السدود المدن الساحلية", ("السدود", "المدن الساحلية")),
        ("#السدود #مياه الربيع", ("السدود", "مياه الربيع")),
        ("#السدود\n#مياه الربيع", ("السدود", "مياه الربيع")),
        ("الوسوم: اتحاد المزارعين العرب", ("اتحاد المزارعين العرب",)),
        ("#السدود تمتلئ اليوم", ()),
    ],
)
def test_tags_that_a_tool_put_on_one_line(line, tags):
    assert only(HEADLINE, "12 مايو 2024", *BODY, *line.split("\n"), "شارك").tags == tags


@pytest.mark.parametrize("byline", ["حاورته: ريم السعيداني", "كتبت ريم السعيداني"])
def test_the_name_in_the_byline_once_more_below_the_tags_is_none(byline):
    box = ("الوسوم", "السدود", "ريم السعيداني", "صحفية ثقافية من الوادي.", "اقرأ أيضا", *OTHERS[:2])
    assert only(HEADLINE, byline, "12 مايو 2024", *BODY, *box).tags == ("السدود",)


TICKER = (
    "بطولة الشطرنج تنطلق الخميس ارتفاع أسعار الخضراوات فريق الساحل يحسم الديربي بهدف في آخر دقيقة"
)


@pytest.mark.parametrize("word", ["عاجل", "شريط الأخبار", "آخر الأخبار:", "أهم الأخبار"])
def test_a_ticker_behind_the_word_that_announces_it(word):
    row = f"{word} {TICKER} وأمطار رعدية على الجبال"
    assert only(*MENU, row, HEADLINE, "12 مايو 2024", *BODY).subtitle is None
    for title in (
        "أهم الأخبار في أسبوع: زلزال وانتخابات ومياه",
        f"عاجل {OTHERS[0]} بعد أمطار غزيرة",
    ):
        (article,) = read(*MENU, title, "12 مايو 2024", *BODY)
        assert article.headline == title


def test_a_menu_below_the_first_page_of_words_that_nobody_knows():
    menu = ("الأمين العام", "هياكل الحزب", "الفريق النيابي", "الشبيبة", "وثائق", "انخرط")
    article = only("الرئيسية", *menu, HEADLINE, *BODY)
    assert (article.kicker, article.section, article.byline) == (None, None, None)
    signed = only("الرئيسية", *menu, "محليات", "سمير ناصر", HEADLINE, "12 مايو 2024", *BODY)
    assert (signed.section, signed.byline.authors) == ("محليات", ("سمير ناصر",))


def test_cells_of_a_table_in_markdown():
    head = ("| محليات", "---", f"| {HEADLINE}", "الاثنين 20-1-2014", "**سمير ناصر**", "| ", "---")
    for above in ((), (*MENU, "روابط مفيدة")):
        article = only(*above, *head, *BODY)
        assert (article.section, article.published.iso) == ("محليات", "2014-01-20")
        assert article.byline.authors == ("سمير ناصر",)


def test_the_name_of_the_site_below_the_title_and_other_languages_signs():
    told = BODY[0].replace("أعلنت", "صوت الوادي/ أعلنت", 1)
    (article,) = read(HEADLINE, "کوردی", "English", "Türkçe", "صوت الوادي", *MENU, HEADLINE, told)
    assert article.byline.publication == "صوت الوادي"


def test_who_speaks_and_what_he_says_are_one_paragraph():
    asked = ("متى امتلأت السدود؟", "وماذا بعد؟", "وما رسالتك؟")
    said = [part for at in (1, 2, 3) for part in (asked[at - 1], "سامي الحداد:", BODY[at])]
    (article,) = read(HEADLINE, "12 مايو 2024", BODY[0], *said)
    answers = [f"سامي الحداد: {text}" for text in BODY[1:]]
    assert [part.text for part in article.paragraphs][2::2] == answers
    (article,) = read(HEADLINE, "12 مايو 2024", BODY[0], "وقال:", BODY[1], "وقال:", BODY[2])
    assert article.paragraphs[-1].text == BODY[2]


SHARE = ("فيسبوك", "واتساب", "نسخ الرابط")
NEXT = second(HEADLINE)


@pytest.mark.parametrize(
    "head",
    [
        ("رياضة", NEXT, "11 مايو 2024", *SHARE),
        ("رياضة", NEXT, "11 مايو 2024", *SHARE, CAPTION, "المدينة: سمير ناصر"),
        ("رياضة 2024-05-11 18:02", NEXT, "مشاركة"),
        (NEXT, "11 مايو 2024", "كتب: سمير ناصر"),
        (NEXT, "سمير ناصر", "11 مايو 2024"),
    ],
)
@pytest.mark.parametrize("end", [("موضوعات ذات صلة", *OTHERS[:3]), ("الوسوم", "السدود"), SHARE])
def test_the_head_of_a_next_story(end, head):
    first, other = read(*MENU, HEADLINE, "12 مايو 2024", *BODY, *end, *head, *map(second, BODY))
    assert (first.headline, len(first.paragraphs)) == (HEADLINE, len(BODY))
    assert (other.headline, len(other.paragraphs)) == (NEXT, len(BODY))
    assert other.published.iso.startswith("2024-05-11")
    assert other.section == ("رياضة" if "رياضة" in head[0] else None)
    tags = ("#السدود", "#مياه الربيع")
    first, _ = read(HEADLINE, "12 مايو 2024", *BODY, *tags, *end, *head, *map(second, BODY))
    assert {"السدود", "مياه الربيع"} <= {*first.tags}


def test_a_card_with_its_section_and_date_is_no_next_story():
    card = ("اقرأ أيضا", "رياضة", OTHERS[0], "11 مايو 2024")
    only(*MENU, HEADLINE, "12 مايو 2024", *BODY[:2], *card, *BODY[2:])


def test_a_title_that_reads_as_a_name_is_related():
    titles = (OTHERS[0], "حفل خيري لدعم مرضى الكلى", OTHERS[1])
    article = only(HEADLINE, *BODY, "موضوعات ذات صلة", *titles)
    assert tuple(item.title for item in article.related) == titles
