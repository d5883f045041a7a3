"""Kinds of pages of HTML: each test is the smallest page that shows one."""

import pytest

import arnews
from arnews import Article

ONE = "قالت هيئة المتاحف إنها أنهت ترميم القلعة القديمة المطلة على الخليج بعد عامين من العمل."
TWO = "وأضاف مدير الهيئة ناصر الخالدي أن الفريق رمم سبع قاعات وثلاثة أبراج من دون أن تغلق أبوابها."
THREE = "ومن المقرر أن تستقبل القلعة زوارها مطلع الشهر المقبل، على أن يكون الدخول مجانيا للطلاب."
FOUR = "ورحب سكان الحي بالخطوة، ودعوا إلى توسيع مواقف السيارات وزيادة الحافلات في العطل الرسمية."
HEADLINE = "هيئة المتاحف تنهي ترميم القلعة القديمة بعد عامين"
DECK = "سبع قاعات وثلاثة أبراج رممت من دون إغلاق، والدخول مجاني للطلاب مطلع الشهر المقبل."
TEXT = [ONE, TWO, THREE, FOUR]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)


def page(body: str, *, title: str = HEADLINE, head: str = "") -> arnews.Page:
    head = f'<meta charset="utf-8"><title>{title}</title>{head}'
    return arnews.parse(f'<html lang="ar" dir="rtl"><head>{head}</head><body>{body}</body></html>')


def article(body: str, *, title: str = HEADLINE, head: str = "") -> Article:
    (found,) = page(body, title=title, head=head).articles
    return found


def described(text: str) -> str:
    return f'<meta property="og:description" content="{text}">'


def paragraphs(found: Article) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def subheadings(found: Article) -> list[str]:
    return [part.text for part in found.body if isinstance(part, arnews.Subheading)]


def titles(found: Article) -> list[str | None]:
    return [item.title for item in found.related]


# Headlines


def test_a_long_heading_is_the_headline_and_not_the_notice_above_it() -> None:
    long = HEADLINE + " بكلفة تقل عن المبلغ المرصود في الموازنة"
    apart = "".join(f"<div><p>{text}</p></div>" for text in TEXT)
    found = article(
        f"<header><h2>حدّثنا سياسة الخصوصية وملفات الارتباط</h2></header>"
        f"<main><div><h1>{long}</h1></div>{apart}</main>",
        title="القلعة: نهاية الترميم - صوت الخليج",
    )
    assert (found.headline, paragraphs(found)) == (long, TEXT)


def test_a_heading_that_ends_a_path_of_sections_is_not_the_headline() -> None:
    seen = "القلعة القديمة: أعمال الترميم تنتهي بعد عامين"
    found = article(
        f"<ul><li><a href=/1>الرئيسية</a></li><li><h1>{seen}</h1></li></ul><header><h2>"
        f"<span class=kicker>متاحف الخليج</span> <span class=title>{HEADLINE}</span></h2>"
        f"<p>{DECK}</p></header><div>{BODY}</div>",
        title=seen,
    )
    assert (found.headline, found.subtitle, found.kicker) == (HEADLINE, DECK, "متاحف الخليج")
    assert paragraphs(found) == TEXT


def test_a_heading_in_a_list_is_the_headline_if_there_is_no_other() -> None:
    found = article(f"<ul><li>الرئيسية</li><li><h1>{HEADLINE}</h1></li></ul><div>{BODY}</div>")
    assert (found.headline, paragraphs(found)) == (HEADLINE, TEXT)


def test_a_paragraph_called_a_title_is_the_headline_of_a_page_without_headings() -> None:
    found = article(
        f"<div class=details><p class=main-title>{HEADLINE} من العمل المتواصل</p>"
        f"<div class=date>4 مارس 2023</div><img src=a.jpg>{BODY}</div>",
        title="News",
    )
    assert found.headline == HEADLINE + " من العمل المتواصل"
    assert found.published is not None
    assert found.published.raw == "4 مارس 2023"
    assert paragraphs(found) == TEXT


def test_a_line_that_a_player_repeats_is_the_headline_of_a_page_without_headings() -> None:
    bar = "".join(f"<div>أداة {name}</div>" for name in "أبجدهوزحطي")
    found = article(
        f"<div><div class=big>{HEADLINE}</div><div>{bar}<div><div>{BODY}</div></div></div></div>"
        f"<div class=player><div>{HEADLINE}</div><div>03:15</div></div>",
        title="Article",
    )
    assert (found.headline, paragraphs(found)) == (HEADLINE, TEXT)


def test_a_first_line_without_a_stop_is_the_headline_where_sentences_have_one() -> None:
    line = "هيئة المتاحف تنهي ترميم القلعة القديمة المطلة على الخليج بعد عامين"
    found = article(f"<div><p>{line}</p>{BODY}</div>", title="صوت الخليج")
    assert (found.headline, paragraphs(found)) == (line, TEXT)


def test_a_title_of_a_few_more_words_is_the_title_that_the_page_states() -> None:
    found = article(
        f"<div><div>{HEADLINE} من العمل</div><h3>خدمات القراء</h3>{BODY}</div>",
    )
    assert found.headline == HEADLINE + " من العمل"


def test_of_two_headings_that_are_named_the_upper_is_the_headline() -> None:
    deck = "سبع قاعات وثلاثة أبراج رممت من دون إغلاق"
    stated = f'<meta itemprop="headline" content="{deck}">'
    found = article(f"<div><h1>{HEADLINE}</h1><h1>{deck}</h1><div>{BODY}</div>{stated}</div>")
    assert (found.headline, paragraphs(found)) == (HEADLINE, TEXT)


def test_parts_of_a_headline_that_meet_at_a_colon_are_parted_by_a_blank() -> None:
    led = "<h1><span style='color:red'>القلعة القديمة:</span>أعمال الترميم تنتهي بعد عامين</h1>"
    found = article(f"<div>{led}{BODY}</div>", title="أعمال الترميم تنتهي بعد عامين")
    assert found.headline == "القلعة القديمة: أعمال الترميم تنتهي بعد عامين"


# Decks


def test_what_the_page_is_described_by_is_the_deck_and_no_notice_above_it() -> None:
    notice = "<div>طريقة الاستماع إلى المقال بصوت القارئ الآلي</div>"
    body = f"<h1>{HEADLINE}</h1>{notice}<p>{DECK}</p><div class=text>{BODY}</div>"
    found = article(f"<article>{body}</article>", head=described(DECK))
    assert (found.subtitle, paragraphs(found)) == (DECK, TEXT)


def test_what_the_page_is_described_by_is_the_deck() -> None:
    found = article(
        f"<article><h1>{HEADLINE}</h1><p>{DECK}</p><div class=text>{BODY}</div></article>",
        head=described(DECK),
    )
    assert (found.subtitle, paragraphs(found)) == (DECK, TEXT)


def test_a_bold_first_paragraph_is_the_deck_if_the_page_is_described_by_it() -> None:
    body = f"<article><h1>{HEADLINE}</h1><p><strong>{DECK}</strong></p>{BODY}</article>"
    found = article(body, head=described(DECK))
    assert (found.subtitle, paragraphs(found)) == (DECK, TEXT)


def test_a_first_paragraph_like_the_next_is_none_whatever_describes_the_page() -> None:
    found = article(f"<article><h1>{HEADLINE}</h1>{BODY}</article>", head=described(ONE))
    assert (found.subtitle, paragraphs(found)) == (None, TEXT)


def test_a_lesser_heading_under_the_headline_is_the_deck() -> None:
    found = article(f"<article><h1>{HEADLINE}</h1><h2>{DECK[:-1]}</h2>{BODY}</article>")
    assert (found.subtitle, subheadings(found)) == (DECK[:-1], [])


def test_a_paragraph_before_the_element_of_the_text_is_the_deck() -> None:
    found = article(
        f"<article><header><h1>{HEADLINE}</h1><p>{DECK}</p></header>"
        f"<div class=text>{BODY}</div></article>"
    )
    assert (found.subtitle, paragraphs(found)) == (DECK, TEXT)


def test_a_few_words_under_the_headline_are_no_deck_and_no_caption() -> None:
    found = article(
        f"<article><h1>{HEADLINE}</h1><div>قراءة ممتعة للجميع</div>"
        f"<div class=text>{BODY}</div></article>"
    )
    assert (found.subtitle, found.lead_image) == (None, None)


# Bodies


def test_a_box_inside_the_text_is_no_part_of_it() -> None:
    box = (
        "<div class=embed><div><p>محتوى خارجي من موقع للفيديو يكمل هذا المقال ويعرض بنقرة.</p>"
        "<p>أوافق على عرض المحتوى الخارجي وعلى نقل بياناتي إلى الموقع الذي يقدمه.</p></div></div>"
    )
    found = article(
        f"<article><h1>{HEADLINE}</h1><p>{ONE}</p><p>{TWO}</p>{box}<p>{THREE}</p><p>{FOUR}</p>"
        "</article>"
    )
    assert paragraphs(found) == TEXT


def test_items_of_a_list_are_no_box() -> None:
    items = "<ul><li>القاعة الكبرى في الطابق الأول من القلعة.</li><li>البرج المطل.</li></ul>"
    found = article(
        f"<article><h1>{HEADLINE}</h1><p>{ONE}</p>{items}<p>{TWO}</p><p>{THREE}</p></article>"
    )
    assert "القاعة الكبرى في الطابق الأول من القلعة." in found.text


def test_a_long_box_is_not_the_body_of_the_article_around_it() -> None:
    speech = "".join(
        f"<p>«نص الكلمة، الفقرة {number}: نشكر كل من عمل في القلعة وكل من زارها معنا.»</p>"
        for number in range(3)
    )
    inside = [f"<p>{text}</p>" for text in TEXT]
    box = f"<div class=box><div class=inner>{speech}{speech}</div></div>"
    found = article(
        f"<article><h1>{HEADLINE}</h1><div>{''.join(inside[:2])}{box}{''.join(inside[2:])}</div>"
        "</article>"
    )
    assert [text for text in paragraphs(found) if text in TEXT] == TEXT
    assert found.subtitle is None


def test_the_first_heading_of_a_live_page_is_one_like_the_others_and_times_are_no_text() -> None:
    entries = [("قبل 5 دقائق", "فتح الأبواب", ONE), ("قبل 20 دقيقة", "وصول الوفد", TWO)]
    body = "".join(
        f"<div class=e><span>{ago}</span><h3>{what}</h3><p>{text}</p></div>"
        for ago, what, text in [*entries, ("قبل 40 دقيقة", "إغلاق الشارع", THREE)]
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div>{body}</div></main>")
    assert subheadings(found) == ["فتح الأبواب", "وصول الوفد", "إغلاق الشارع"]
    assert paragraphs(found) == TEXT[:3]


def test_the_headings_of_a_live_page_may_stand_in_a_header_each_and_its_editors_sign() -> None:
    entries = [("فتح الأبواب", ONE), ("وصول الوفد", TWO), ("إغلاق الشارع", THREE)]
    body = "".join(
        f"<li><article><header><h3>{what}</h3></header><div><p>{text}</p></div></article></li>"
        for what, text in entries
    )
    editors = "<p>يحررها اليوم: سلوى القاضي و ناصر الخالدي</p>"
    found = article(f"<main><div><h1>{HEADLINE}</h1>{editors}</div><ol>{body}</ol></main>")
    assert subheadings(found) == ["فتح الأبواب", "وصول الوفد", "إغلاق الشارع"]
    assert paragraphs(found) == TEXT[:3]
    assert found.byline is not None
    assert found.byline.authors == ("سلوى القاضي", "ناصر الخالدي")


def test_the_first_subheading_below_the_lead_picture_is_no_caption() -> None:
    parts = [("مقدمة", ONE), ("ما رمم من القلعة", TWO), ("ما بعد الافتتاح", THREE)]
    body = "".join(f"<h2 class=t>{what}</h2><p>{text}</p>" for what, text in parts)
    head = f"<header><h1>{HEADLINE}</h1></header><div><img src=/a.jpg></div>"
    found = article(f"<main>{head}<div>{body}</div></main>")
    assert subheadings(found) == [what for what, _ in parts]
    assert [figure.caption for figure in found.figures] == [None]


def test_prose_in_another_script_that_has_brackets_is_no_code() -> None:
    quoted = "The castle was restored by a team of forty (the largest so far). It opens in May."
    found = article(f"<article><h1>{HEADLINE}</h1>{BODY}<p>{quoted}</p></article>")
    assert quoted in paragraphs(found)


# After the text


def test_a_date_after_the_text_is_that_of_the_article() -> None:
    found = article(
        f"<div><h1>{HEADLINE}</h1>{BODY}<div><p>تم النشر بتاريخ: ١٠ مارس ٢٠٢٥</p></div></div>"
    )
    assert found.published is not None
    assert str(found.published.value) == "2025-03-10"


def test_a_label_after_the_text_is_no_byline() -> None:
    found = article(
        f"<div><h1>{HEADLINE}</h1></div><section><article><div>{BODY}</div></article></section>"
        "<section><div><h2>الخدمات الإلكترونية</h2></div></section>"
    )
    assert found.byline is None


def test_stories_without_links_under_their_heading_are_related() -> None:
    one = "مزارعو الوادي يطالبون بدعم أسعار الأسمدة قبل موسم الزراعة"
    two = "تعيين مدير جديد لمستشفى الواحة العام خلفا للمدير المتقاعد"
    found = article(
        f"<div class=text><h1>{HEADLINE}</h1>{BODY}</div><div><p>أخبار ذات صلة</p>"
        f"<div><img src=1.jpg><p>{one}</p></div><div><img src=2.jpg><p>{two}</p></div></div>"
    )
    assert titles(found) == [one, two]
    assert found.byline is None


def test_a_heading_may_say_which_related_stories_follow() -> None:
    one, two = "مزارعو الوادي يطالبون بدعم أسعار الأسمدة", "تعيين مدير جديد لمستشفى الواحة العام"
    found = article(
        f"<main><h1>{HEADLINE}</h1>{BODY}<aside><h2>مقاطع ذات صلة</h2>"
        f"<div><a href=1>{one}</a></div><div><a href=2>{two}</a></div></aside></main>"
    )
    assert titles(found) == [one, two]


def test_a_heading_that_is_a_link_heads_a_list_of_the_site() -> None:
    found = article(
        f"<main><h1>{HEADLINE}</h1>{BODY}</main><section><a href=/all>اخترنا لكم</a>"
        "<div><a href=1>مزارعو الوادي يطالبون بدعم أسعار الأسمدة</a></div>"
        "<div><a href=2>تعيين مدير جديد لمستشفى الواحة العام</a></div></section>"
    )
    assert titles(found) == []


def test_a_story_announced_inside_the_text_is_related_however_tanwin_is_written() -> None:
    found = article(
        f"<article><h1>{HEADLINE}</h1><p>{ONE}</p><p>{TWO}</p>"
        '<p>طالع أيضًا | <a href="/2">تعيين مدير جديد لمتحف الساحل</a></p>'
        f"<p>{THREE}</p><p>{FOUR}</p></article>"
    )
    (see_also,) = (part for part in found.body if isinstance(part, arnews.SeeAlso))
    assert [item.title for item in see_also.items] == ["تعيين مدير جديد لمتحف الساحل"]


# No article, and what stands far from one


def test_a_directory_of_links_is_no_article() -> None:
    items = "".join(
        f'<li><a href="http://s{n}.example.org">موقع رقم {n}</a> - يعرض مقتنيات قديمة ويستقبل '
        "الزوار كل يوم عدا الجمعة</li>"
        for n in range(8)
    )
    assert page(f"<ul>{items}</ul>", title="دليل المواقع").articles == ()


def test_a_digest_of_teasers_is_no_article() -> None:
    teasers = "".join(
        f"<div><h4>خبر رقم {n} في نشرة اليوم</h4><a href=/{n}><img src={n}.jpg></a>"
        f"<p>{text.rstrip('.')} وذلك</p></div>"
        for n, text in enumerate(TEXT)
    )
    assert page(f"<h2>مختصر اليوم</h2>{teasers}", title="مختصر اليوم").articles == ()


def test_a_section_in_a_menu_of_links_is_not_that_of_the_article() -> None:
    menu = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("العالم", "اقتصاد", "ثقافة", "رياضة"))
    found = article(f"<nav><ul>{menu}</ul></nav><main><h1>{HEADLINE}</h1>{BODY}</main>")
    assert found.section is None


def test_a_word_of_the_template_far_from_the_text_is_nothing() -> None:
    far = "".join(f"<div><p>إعلان {n}</p></div>" for n in range(80))
    found = article(f"<main><h1>{HEADLINE}</h1>{BODY}</main>{far}<footer><p>الوسوم</p></footer>")
    assert found.tags == ()


def test_links_that_are_hashtags_of_two_words_are_tags() -> None:
    links = "<small>,</small> ".join(
        f"<a href=/{tag}>#{tag}</a> " for tag in ("القلعة القديمة", "متاحف")
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div><div>{links}</div></main>")
    assert found.tags == ("القلعة القديمة", "متاحف")


def test_who_speaks_below_a_quotation_is_no_caption() -> None:
    said = "رممنا سبع قاعات وثلاثة أبراج من دون أن نغلق أبوابنا يوما واحدا أمام الزوار."
    quoted = (
        f"<figure><blockquote><p>{said}</p></blockquote>"
        f"<figcaption>ناصر الخالدي</figcaption></figure>"
    )
    found = article(
        f"<h1>{HEADLINE}</h1><div>{BODY[: BODY.index(FOUR) - 3]}{quoted}<p>{FOUR}</p></div>"
    )
    assert found.figures == ()
    assert [part.text for part in found.body if isinstance(part, arnews.Quote)] == [said]


def test_a_credit_in_an_element_of_its_own_is_taken_out_of_the_caption() -> None:
    found = article(
        f"<h1>{HEADLINE}</h1><figure><img src=a.jpg><figcaption>القلعة عند الغروب "
        f"<span class=photo-credit>سمير ناصر</span></figcaption></figure><div>{BODY}</div>"
    )
    assert found.lead_image is not None
    assert found.lead_image.credit is not None
    assert (found.lead_image.caption, found.lead_image.credit.raw) == (
        "القلعة عند الغروب",
        "سمير ناصر",
    )


def test_a_notice_of_rights_at_the_end_is_no_paragraph() -> None:
    notice = (
        "محتوى الموقع مرخص برخصة المشاع الإبداعي، ويمكن إعادة نشر المقالات شرط ذكر المصدر وعدم "
        "استخدامها لأغراض تجارية."
    )
    told = "وذكر المتحف أن حقوق النشر في صور القلعة محفوظة للهيئة، وأن إعادة نشر بعضها ممكنة بطلب."
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}<p>{told}</p><p>{notice}</p></div>")
    assert paragraphs(found) == [*TEXT, told]


def test_a_line_on_the_headline_in_its_element_is_the_kicker() -> None:
    above = "متاحف الخليج في عامها الجديد"
    found = article(f"<div><h5>{above}</h5><h1>{HEADLINE}</h1></div><div>{BODY}</div>")
    assert (found.kicker, found.headline, found.section) == (above, HEADLINE, None)
    found = article(f"<div><p>محليات</p><h1>{HEADLINE}</h1></div><div>{BODY}</div>")
    assert (found.kicker, found.section) == (None, "محليات")
    found = article(f"<div><p>سمير ناصر</p><h1>{HEADLINE}</h1></div><div>{BODY}</div>")
    assert found.kicker is None


def test_what_heads_a_list_of_tags_is_no_tag() -> None:
    links = "".join(f"<li><a href=/{tag}>{tag}</a></li>" for tag in ("القلعة", "المتاحف"))
    tags = f"<div class=tags><h5>هشتاجات</h5><ul>{links}</ul></div>"
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}</div>{tags}")
    assert found.tags == ("القلعة", "المتاحف")


def test_a_date_beside_the_buttons_for_sharing_is_read() -> None:
    date = "<div class=date-share><p>نشر بتاريخ 9/10/2022</p></div>"
    found = article(f"<h1>{HEADLINE}</h1>{date}<div>{BODY}</div>")
    assert found.published is not None
    assert found.published.iso == "2022-10-09"


def test_an_agency_behind_dashes_signs_the_story() -> None:
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}<p>--(بترا)</p></div>")
    assert found.byline is not None
    assert (found.byline.agencies, paragraphs(found)) == (("petra",), TEXT)


def test_a_line_that_asks_to_follow_is_no_text() -> None:
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}<p>تابعوا صفحة المتاحف على:</p></div>")
    assert paragraphs(found) == TEXT


def test_a_slogan_is_no_headline_whatever_its_heading() -> None:
    for slogan in (
        "<div><h1><a href='/'>صوت الخليج الأول</a></h1></div>",
        "<h2 id=site-slogan>صوت</h2>",
    ):
        found = article(
            f"{slogan}<div><div class=f><span class=x>{HEADLINE}</span></div>"
            f"<div>4 مارس 2023</div><div class=g><div>{BODY}</div></div></div>",
            title="صوت الخليج",
        )
        assert (found.headline, found.section, found.subtitle) == (HEADLINE, None, None)


def test_labels_and_values_in_elements_of_their_own() -> None:
    found = article(
        f"<h1>{HEADLINE}</h1><div><div><span>آخر تحديث</span><span>09:12 05/02/2022</span></div>"
        f"<div><span>تاريخ النشر</span><span>22:30 - 4 فيفري 2022</span></div></div>"
        f"<ul><li><b>القسم:</b> <a href=/l>محليات</a></li></ul><div>{BODY}</div>"
    )
    assert found.published is not None
    assert found.modified is not None
    assert (found.published.iso, found.modified.iso) == ("2022-02-04T22:30", "2022-02-05T09:12")
    assert found.section == "محليات"


def test_a_call_with_its_link_in_the_body_is_a_related_story() -> None:
    call = "<p><b>تعرف كذلك على: <a href=/2>جدول مواعيد الزيارة في الأعياد</a></b></p>"
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}{call}<p>{ONE}</p></div>")
    see = [part for part in found.body if isinstance(part, arnews.SeeAlso)]
    assert [item.title for part in see for item in part.items] == ["جدول مواعيد الزيارة في الأعياد"]


def test_a_caption_outside_a_figure_stays_one_beside_a_quotation() -> None:
    shown = "<div><img src=a.jpg><figcaption>القلعة عند الغروب</figcaption></div>"
    quoted = "<blockquote><p>رممنا سبع قاعات من دون أن نغلق أبوابنا يوما واحدا.</p></blockquote>"
    found = article(f"<h1>{HEADLINE}</h1>{shown}<div>{BODY}{quoted}<p>{ONE}</p></div>")
    assert found.lead_image is not None
    assert found.lead_image.caption == "القلعة عند الغروب"


@pytest.mark.parametrize(
    "line",
    [
        "بواسطة أحمد سالم في 3 مارس 2024",
        "كتب أحمد سالم في 3 مارس 2024",
        "نشرت بواسطة أحمد سالم في الأحد, 03/03/2024",
        "نشر في 3 مارس 2024 بواسطة أحمد سالم",
        "أحمد سالم الأحد 3 مارس 2024",
    ],
)
def test_writer_and_date_may_stand_in_one_line(line: str) -> None:
    found = article(f"<article><h1>{HEADLINE}</h1><footer>{line}</footer>{BODY}</article>")
    assert found.byline is not None
    assert found.byline.authors == ("أحمد سالم",)
    assert found.published is not None
    assert found.published.iso == "2024-03-03"


def test_an_account_beside_a_date_is_nobody() -> None:
    line = "أرسلت من قبل admin في أحد, 02/11/2024 - 14:05"
    found = article(f"<article><h1>{HEADLINE}</h1><footer>{line}</footer>{BODY}</article>")
    assert found.byline is None
    assert found.published is not None
    assert str(found.published.value) == "2024-02-11 14:05:00"


def test_a_link_that_stands_in_the_menu_too_is_the_section() -> None:
    words = ("الرئيسية", "ديوان القلعة", "شؤون المرافئ", "عين الخليج", "مرايا")
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in words)
    head = f"<nav><ul>{menu}</ul></nav><h4><a href=/c>%s</a></h4><h1>{HEADLINE}</h1>"
    found = [article(f"{head % word}<div>{BODY}</div>") for word in ("شؤون المرافئ", "ركن الصيد")]
    assert [each.section for each in found] == ["شؤون المرافئ", None]


def test_the_picture_of_an_article_may_stand_above_its_headline() -> None:
    picture = (
        "<div><img src=/w.jpg width=600 height=300></div><div class=wp-caption>قاعات القلعة</div>"
    )
    found = article(f"<article>{picture}<h1>{HEADLINE}</h1><div>{BODY}</div></article>")
    assert found.lead_image is not None
    assert found.lead_image.caption == "قاعات القلعة"


def test_a_caption_that_the_page_describes_itself_by_is_no_deck() -> None:
    caption = "صيادون يصلحون شباكهم تحت سور القلعة القديمة صباح الأربعاء قبل بدء الموسم"
    table = (
        f"<table><tr><td><img src=/w.jpg width=600></td></tr><tr><td class=caption>{caption}</td>"
    )
    found = article(
        f"<h1>{HEADLINE}</h1><div>{table}</tr></table>{BODY}</div>", head=described(caption)
    )
    assert (found.subtitle, [figure.caption for figure in found.figures]) == (None, [caption])


@pytest.mark.parametrize(
    "heading", ["<h3>{}</h3>", '<h4><a href="#">{}</a><a href="#">المزيد</a></h4>']
)
@pytest.mark.parametrize("section", ["<a href=/s{}>جهات</a>", "<span>جهات</span>", "<i></i>"])
@pytest.mark.parametrize(
    "date", ["<a href=/d{}>أبريل 11, 2024</a>", "<small>أبريل 11, 2024</small>"]
)
def test_cards_of_related_stories_have_a_section_and_a_date(
    heading: str, section: str, date: str
) -> None:
    told = ["بعثة أثرية تكشف سورا في دنقلا", "مكتبة كسلا تستعيد خمسمئة مخطوط", "معرض للخزف النوبي"]
    cards = "".join(
        f"<div class=card><a href=/{at}><img src=/{at}.jpg></a><b>{section.format(at)}</b>"
        f"<h5><a href=/{at}>{title}</a></h5><div>{date.format(at)}</div></div>"
        for at, title in enumerate(told)
    )
    below = f"<div>{heading.format('مقالات ذات صلة')}<div>{cards}</div></div>"
    found = article(f"<div><h1>{HEADLINE}</h1><div>{BODY}</div>{below}</div>")
    assert titles(found) == told


@pytest.mark.parametrize("label", ["بواسطة", "بقلم:", "كتبت:"])
@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_name_that_nobody_knows_stands_below_the_label_of_a_writer(kind: str, label: str) -> None:
    lines = [HEADLINE, label, "نسيمة بوخاري", "12 مارس 2024", *TEXT]
    if kind == "html":
        signed = "".join(f"<span>{line}</span> " for line in lines[1:4])
        found = article(f"<div><h1>{HEADLINE}</h1><div class=m>{signed}</div>{BODY}</div>")
    else:
        (found,) = arnews.parse("\n".join(lines)).articles
    assert found.byline is not None
    assert (found.byline.authors, paragraphs(found)) == (("نسيمة بوخاري",), TEXT)


def test_a_place_and_an_agency_sign_below_the_date_and_are_no_caption() -> None:
    lines = [HEADLINE, "22 سبتمبر 2023 18:55", "الفجيرة (وام)", *TEXT]
    (found,) = arnews.parse("\n".join(lines)).articles
    assert found.byline is not None
    assert (found.byline.place, found.byline.agencies) == ("الفجيرة", ("wam",))
    assert not found.figures


def test_hashtags_below_the_text_are_tags() -> None:
    (found,) = arnews.parse("\n\n".join([HEADLINE, *TEXT, "#متاحف #القلعة_القديمة"])).articles
    assert found.tags == ("متاحف", "القلعة_القديمة")


def test_what_readers_say_below_two_paragraphs_is_no_article() -> None:
    said = ["التعليقات (2)", "1", "ولد الحومة", "3 مارس 2024 - 19:44", "الله يعطيهم الصحة.", "رد"]
    said += ["2", "زائر", "3 مارس 2024 - 20:31", "متى تفتح القلعة أبوابها للزوار من المدارس؟", "رد"]
    (found,) = arnews.parse("\n".join([HEADLINE, "3 مارس 2024", *TEXT[:2], *said])).articles
    assert paragraphs(found) == TEXT[:2]


def test_the_name_of_a_blog_in_h1_is_no_headline() -> None:
    found = article(
        f"<div><h1>دفتر الخليج</h1></div><div><h3>{HEADLINE}</h3><div>{BODY}</div></div>",
        title=f"دفتر الخليج: {HEADLINE}",
    )
    assert found.headline == HEADLINE


# Sections

LIST_PATH = (
    '<ul class="breadcrumb"><li><a href="/b">الواجهة</a></li><li><a href="/m">بلديات</a></li></ul>'
)


def test_a_section_in_an_element_of_its_own_stands_beside_the_headline() -> None:
    found = article(
        f"<main><div><span>أسواق</span><h1>{HEADLINE}</h1></div><div>{BODY}</div></main>"
    )
    assert found.section == "أسواق"


@pytest.mark.parametrize(
    "path", [LIST_PATH, '<div><a href="/">الرئيسية</a> › <a href="/m">بلديات</a></div>']
)
def test_the_last_step_of_a_path_is_the_section_also_one_that_nobody_knows(path: str) -> None:
    found = article(f"{path}<div><p>قبل موسم السياحة</p><h1>{HEADLINE}</h1>{BODY}</div>")
    assert (found.section, found.kicker) == ("بلديات", "قبل موسم السياحة")


# Dates, tags and other stories beside the text


def test_an_hour_behind_a_sign_is_that_of_the_day_before_it() -> None:
    found = article(
        f"<h1>{HEADLINE}</h1><div><time>3 مارس 2024</time><span class=s>،</span>"
        f"<time>17:05</time></div><div>{BODY}</div>"
    )
    assert found.published is not None
    assert str(found.published.value) == "2024-03-03 17:05:00"


def test_links_that_are_hashtags_are_tags_also_of_words_that_the_text_has_not() -> None:
    links = "".join(f'<a href="/tag/{tag}">#{tag}</a> ' for tag in ("السياحة_القروية", "مراكش"))
    found = article(f"<div><h1>{HEADLINE}</h1>{BODY}<div>{links}</div></div>")
    assert [tag.lstrip("#") for tag in found.tags] == ["السياحة_القروية", "مراكش"]


@pytest.mark.parametrize("most", [4, 5])
def test_links_below_the_text_that_it_names_are_tags_however_many(most: int) -> None:
    named = ("القلعة", "المتاحف", "الترميم", "الأبراج", "السياحة")[:most]
    links = " ".join(f"<a href=/t/{tag}>{tag}</a>" for tag in named)
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div><div>{links}</div></main>")
    assert found.tags == named


def test_another_story_in_a_box_between_two_paragraphs_is_related_without_a_marker() -> None:
    story = "متحف الآثار يفتح قاعة جديدة للخزف القديم"
    box = (
        '<div class="inline"><div><a href="/2"><img src="2.jpg"></a></div><h3><a href="/2">'
        f"{story}</a></h3><p>افتتح المتحف قاعة للخزف تضم مئتي قطعة من أنحاء البلاد.</p></div>"
    )
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p><p>{TWO}</p>{box}<p>{THREE}</p></div>")
    (listed,) = [part for part in found.body if isinstance(part, arnews.SeeAlso)]
    assert [item.title for item in listed.items] == [story]
    assert (paragraphs(found), found.figures) == ([ONE, TWO, THREE], ())


def test_a_source_stands_below_its_label_also_one_whose_name_is_a_common_word() -> None:
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}</div><div><b>المصدر:</b><div>وات</div></div>")
    assert found.byline is not None
    assert found.byline.agencies == ("tap",)


def test_who_posted_a_story_stands_below_it() -> None:
    signed = '<div><span>مرسلة بواسطة <b class="fn">سعيد بيت سعيد</b></span></div>'
    found = article(f"<div><h3>{HEADLINE}</h3><div>{BODY}</div>{signed}</div>")
    assert found.byline is not None
    assert found.byline.authors == ("سعيد بيت سعيد",)


def test_each_slide_of_a_gallery_has_a_counter_between_its_picture_and_its_caption() -> None:
    captions = ["صيادون أمام القلعة", "زوار في القاعة الكبرى", "سور القلعة بعد ترميمه"]
    slides = "".join(
        f'<div><img src="{at}.jpg"><span>{at} / 3</span><div class="cap">{caption}</div></div>'
        for at, caption in enumerate(captions, 1)
    )
    found = article(f"<main><h1>{HEADLINE}</h1>{BODY}<div>{slides}</div></main>")
    assert [figure.caption for figure in found.figures] == captions


def test_counters_stand_between_a_picture_and_its_caption() -> None:
    counters = "".join(f"<p>{at} / 3</p>" for at in (1, 2, 3))
    caption = "صيادون أمام القلعة"
    box = f"<div><img src=1.jpg>{counters}<p>{caption}</p></div>"
    found = article(f"<h1>{HEADLINE}</h1>{box}{BODY}")
    assert (found.lead_image and found.lead_image.caption, paragraphs(found)) == (caption, TEXT)


def test_the_last_element_of_a_caption_is_its_credit_whatever_it_is_called() -> None:
    figure = (
        '<figure><img src="1.jpg"><figcaption>صيادون أمام القلعة القديمة'
        ' <span class="x_e0">رويترز</span></figcaption></figure>'
    )
    found = article(f"<h1>{HEADLINE}</h1>{figure}<div>{BODY}</div>")
    assert found.lead_image is not None
    assert found.lead_image.caption == "صيادون أمام القلعة القديمة"
    assert found.lead_image.credit is not None


CAPTION = "عمال يرممون البرج الشمالي قبل الغروب"
BOXES = [
    f"<div class=media><div><a href=1.jpg><img src=1.jpg></a></div><div>{CAPTION}</div></div>",
    f"<div><a href=1.jpg><div><img src=1.jpg></div></a><span>{CAPTION}</span></div>",
    f"<section><picture><img src=1.jpg></picture><p>{CAPTION}</p><p>سمير ناصر/هضبة</p></section>",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_line_alone_with_a_picture_in_an_element_is_its_caption(box: str) -> None:
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{box}<p>{TWO}</p><p>{THREE}</p></div>")
    assert [figure.caption for figure in found.figures] == [CAPTION]
    assert (paragraphs(found), subheadings(found)) == ([ONE, TWO, THREE], [])


OTHER_BOXES = [
    f"<div><div><img src=1.jpg></div><h4>{CAPTION}</h4><p>اقرأ الكتاب</p></div>",
    f"<div><div><img src=1.jpg></div><p>{CAPTION}</p><a href=/2>إلى الملف</a></div>",
    f"<div><div><img class=avatar src=1.jpg></div><p>{CAPTION}</p></div>",
    f"<div><p>{FOUR}</p><div><div><img src=1.jpg></div></div><p>{CAPTION}</p></div>",
]


@pytest.mark.parametrize("box", OTHER_BOXES)
def test_a_line_with_a_heading_link_or_paragraph_in_its_element_is_no_caption(box: str) -> None:
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{box}<p>{TWO}</p><p>{THREE}</p></div>")
    assert [figure.caption for figure in found.figures if figure.caption] == []


@pytest.mark.parametrize(
    "caption",
    [
        f"<figcaption>{CAPTION}. <!-- --> <!-- -->(سمير ناصر/هضبة)</figcaption>",
        f"<figcaption>{CAPTION}.<!-- --> — <!-- -->© سمير ناصر/هضبة</figcaption>",
        f"<figcaption><span><span>{CAPTION}.</span> سمير ناصر/هضبة</span></figcaption>",
        f"<figcaption><p><b class=a>{CAPTION}.</b><b>سمير ناصر/هضبة</b></p></figcaption>",
    ],
)
def test_a_credit_in_a_text_of_its_own_is_taken_out_of_the_caption(caption: str) -> None:
    figure = f"<figure><img src=1.jpg>{caption}</figure>"
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{figure}<p>{TWO}</p><p>{THREE}</p></div>")
    (shown,) = found.figures
    assert shown.caption == f"{CAPTION}."
    assert shown.credit is not None
    assert shown.credit.raw.strip("()© —") == "سمير ناصر/هضبة"


def test_a_photographer_behind_a_caption_without_a_figure_is_its_credit() -> None:
    named = f"<span>{CAPTION}</span> <span class=photographer>سمير ناصر</span>"
    box = f"<div><div><img src=1.jpg></div><div class=img-caption>{named}</div></div>"
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{box}<p>{TWO}</p><p>{THREE}</p></div>")
    (shown,) = found.figures
    assert (shown.caption, shown.url) == (CAPTION, "1.jpg")
    assert shown.credit is not None
    assert shown.credit.raw == "سمير ناصر"


def test_a_caption_in_a_button_that_makes_the_picture_larger_is_one() -> None:
    figure = "<figure><img src=1.jpg></figure><span>الصورة 1 من 6</span>"
    caption = f"<figcaption><p>{CAPTION}</p></figcaption>"
    button = f"<div><button><div>{figure}{caption}</div></button></div>"
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{button}<p>{TWO}</p><p>{THREE}</p></div>")
    assert [figure.caption for figure in found.figures] == [CAPTION]


def test_questions_of_an_interview_in_bold_are_paragraphs() -> None:
    asked = ["- كيف بدأ الترميم؟", "- وماذا بقي من القلعة؟"]
    turns = "".join(
        f"<p><b>{question}</b></p><p>{answer}</p>"
        for question, answer in zip(asked, TEXT[1:], strict=False)
    )
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p>{turns}</div>")
    assert paragraphs(found) == [ONE, asked[0], TWO, asked[1], THREE]


def test_a_single_question_in_bold_is_a_subheading() -> None:
    asked = "كيف بدأ الترميم؟"
    found = article(
        f"<h1>{HEADLINE}</h1><div><p>{ONE}</p><p><b>{asked}</b></p><p>{TWO}</p><p>{THREE}</p></div>"
    )
    assert subheadings(found) == [asked]


# Whole pages


def test_a_short_story_under_a_lesser_heading_that_the_title_names_is_an_article() -> None:
    found = article(f"<div><h4>{HEADLINE}</h4><div><p>{ONE}</p></div></div>")
    assert paragraphs(found) == [ONE]


def test_a_page_that_is_one_form_as_a_whole() -> None:
    found = article(
        f"<form><div><h1>{HEADLINE}</h1><div><p>{ONE}</p><p>{TWO}</p></div></div></form>"
    )
    assert paragraphs(found) == [ONE, TWO]


def test_a_wall_of_consent_in_front_of_a_story_is_no_story() -> None:
    notice = (
        "نحفظ نحن وشركاؤنا معلومات على جهازك ونعالج بيانات شخصية مثل المعرفات الفريدة لعرض إعلانات"
        " مخصصة وقياس أدائها ومعرفة من يراها وتطوير منتجاتنا، ولك أن تعترض على ذلك متى شئت."
    )
    wall = (
        f'<div class="x" role="dialog"><h2>خصوصيتك تهمنا</h2><p>{notice}</p><p>{notice}</p></div>'
    )
    found = article(f"{wall}<div><h1>{HEADLINE}</h1><div><p>{ONE}</p><p>{TWO}</p></div></div>")
    assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE, TWO])


def test_a_list_may_end_the_text() -> None:
    listed = ["فتح القاعة الكبرى للزوار.", "تمديد ساعات الدخول في رمضان."]
    items = "".join(f"<li>{item}</li>" for item in listed)
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}</p><p>{TWO}</p><ul>{items}</ul></div>")
    assert [part.text for part in found.body if isinstance(part, arnews.ListItem)] == listed


def test_the_name_of_the_site_in_a_line_is_no_headline_though_the_title_is_the_same() -> None:
    found = article(
        f"<table><tr><td><b>صحيفة القلعة</b></td></tr><tr><td><p>{HEADLINE}</p>{BODY}"
        "<p>الخميس 17 نوفمبر 2005</p></td></tr></table>",
        title="صحيفة القلعة",
    )
    assert found.headline == HEADLINE
    assert found.published is not None
    assert found.published.iso == "2005-11-17"


def test_the_heading_of_an_entry_stands_above_the_paragraphs_in_it() -> None:
    entries = "".join(
        f"<div><time>18:2{at}</time><h3>دفعة الزوار {at}</h3><div><p>{text}</p></div></div>"
        for at, text in enumerate(TEXT)
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div>{entries}</div></main>")
    assert len(subheadings(found)) == len(TEXT)


def test_elements_side_by_side_are_a_bar_if_one_of_them_has_a_number() -> None:
    bar = "<div><span>العدد 5214</span> <span>الثلاثاء 8 آذار 2022</span> <span>ص 7</span></div>"
    found = article(f"{bar}<div><h1>{HEADLINE}</h1>{BODY}</div>")
    assert found.published is not None
    assert found.published.iso == "2022-03-08"


def test_counters_stand_beside_a_date() -> None:
    bar = "<p><span>12-09-1434 10:41 مساءً</span> <span>التعليقات : 3</span></p>"
    found = article(f"<div><h1>{HEADLINE}</h1>{bar}{BODY}</div>")
    assert found.published is not None
    assert str(found.published.value) == "2013-07-20 22:41:00"


def test_a_line_on_the_headline_that_is_a_word_of_the_menu_is_the_section() -> None:
    words = ("الرئيسية", "ديوان القلعة", "شؤون المرافئ", "عين الخليج", "مرايا")
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in words)
    found = article(
        f"<nav><ul>{menu}</ul></nav><div><h3>شؤون المرافئ</h3><h1>{HEADLINE}</h1>{BODY}</div>"
    )
    assert (found.section, found.kicker) == ("شؤون المرافئ", None)


def test_each_writer_of_a_list_is_an_author() -> None:
    writers = ["فاطمة الزهراء العلوي", "عبد الكريم حمادي"]
    listed = "".join(f"<li><a href=/w/{at}>{name}</a></li>" for at, name in enumerate(writers))
    found = article(
        f"<article><h1>{HEADLINE}</h1><ul>{listed}</ul><time>5 ديسمبر 2022</time>{BODY}</article>"
    )
    assert found.byline is not None
    assert list(found.byline.authors) == writers


def test_a_card_in_one_link_is_cut_at_its_elements() -> None:
    card = (
        "<div class=c><a href=/v><img src=v.jpg><span class=d>02:10</span><span class=t>"
        "حريق يلتهم محلا للأقمشة قرب القلعة</span></a></div>"
    )
    found = article(
        f"<h1>{HEADLINE}</h1><div>{BODY}</div><div><h2>فيديوهات ذات صلة</h2>{card}</div>"
    )
    assert titles(found) == ["حريق يلتهم محلا للأقمشة قرب القلعة"]


def test_a_day_in_a_box_is_one_date() -> None:
    box = "<div><span class=d>21</span><span class=m>مايو</span><span class=y>2024</span></div>"
    found = article(f"<div>{box}<h4>{HEADLINE}</h4><div>{BODY}</div></div>")
    assert found.published is not None
    assert found.published.iso == "2024-05-21"


@pytest.mark.parametrize(
    "picture",
    [
        "<table><tr><td><img src=1.jpg></td></tr><tr><td><em>{}</em></td></tr></table>",
        "<p><img src=1.jpg><br><em>{}</em></p>",
        "<p><img src=1.jpg><br><small>{}</small></p>",
    ],
)
def test_small_print_under_a_picture_is_its_caption(picture: str) -> None:
    caption = "صيادون أمام القلعة القديمة"
    found = article(
        f"<h1>{HEADLINE}</h1><div><p>{ONE}</p><p>{TWO}</p>{picture.format(caption)}<p>{THREE}</p></div>"
    )
    assert [figure.caption for figure in found.figures] == [caption]


def test_a_short_story_above_a_longer_one_keeps_its_own_text() -> None:
    longer = "".join(f"<p>{text} {text}</p>" for text in TEXT)
    read = page(
        f"<div><div><h1>{HEADLINE}</h1><div><p>{ONE}</p></div></div>"
        f"<div><h1>انهيار جزئي لجسر قديم دون ضحايا</h1><div>{longer}</div></div></div>"
    )
    assert paragraphs(read.articles[0]) == [ONE]


@pytest.mark.parametrize(
    ("line", "author", "place"),
    [
        ("هضبة - نايف العنزي", "نايف العنزي", None),
        ("القلعة/ نايف العنزي/ هضبة", "نايف العنزي", "القلعة"),
    ],
)
@pytest.mark.parametrize("site", ["وكالة هضبة للأنباء", "Hidhab - هضبة جريدة إلكترونية جزائرية"])
def test_the_name_of_the_site_is_the_publication(
    line: str, author: str, place: str | None, site: str
) -> None:
    found = article(
        f"<h1>{HEADLINE}</h1><p>{line}</p><div>{BODY}</div>",
        head=f'<meta property="og:site_name" content="{site}">',
    )
    assert found.byline is not None
    assert (found.byline.publication, found.byline.authors) == ("هضبة", (author,))
    assert found.byline.place == place


def test_the_name_of_an_office_in_the_title_of_every_page_is_no_headline() -> None:
    bar = "<div id=bar><span>دولة الخليج</span><span>وزارة السياحة والآثار القديمة</span></div>"
    story = (
        f"<div><h2 class=nd-title>{HEADLINE}</h2><div>15 سبتمبر 2024</div><div>{BODY}</div></div>"
    )
    found = article(f"{bar}{story}", title="وزارة السياحة والآثار القديمة - تفاصيل الخبر")
    assert (found.headline, found.kicker, found.subtitle) == (HEADLINE, None, None)


@pytest.mark.parametrize("called", ["authors", "article__authors", "post-author"])
def test_two_writers_that_are_links_beside_each_other_sign(called: str) -> None:
    writers = "<a href=/au/1>رندة الخوري</a><a href=/au/2>زياد معلوف</a>"
    found = article(f"<h1>{HEADLINE}</h1><div class={called}>{writers}</div><div>{BODY}</div>")
    assert found.byline is not None
    assert found.byline.authors == ("رندة الخوري", "زياد معلوف")


def test_the_name_of_the_site_in_brackets_is_a_credit_and_beside_an_agency_a_publication() -> None:
    shown = f"<figure><img src=1.jpg><figcaption>{CAPTION} (القلعة)</figcaption></figure>"
    found = article(
        f"<h1>{HEADLINE}</h1><div>{shown}{BODY}</div><p>المصدر: القلعة + رويترز</p>",
        head='<meta property="og:site_name" content="القلعة">',
    )
    assert [figure.caption for figure in found.figures] == [CAPTION]
    assert found.byline is not None
    assert (found.byline.publication, found.byline.place) == ("القلعة", None)


def test_the_name_of_the_site_behind_a_caption_is_its_credit() -> None:
    figure = "<div><img src=1.jpg><div class=caption>صيادون أمام القلعة القديمة - هضبة</div></div>"
    found = article(
        f"<h1>{HEADLINE}</h1>{figure}<div>{BODY}</div>", title=f"{HEADLINE} | وكالة هضبة للأنباء"
    )
    assert found.lead_image is not None
    assert found.lead_image.caption == "صيادون أمام القلعة القديمة"


def test_the_kind_of_a_story_over_its_headline_is_no_byline() -> None:
    found = article(f"<article><p>تحقيق</p><h1>{HEADLINE}</h1>{BODY}</article>")
    assert (found.kicker, found.byline) == ("تحقيق", None)


def test_a_long_line_of_a_date_and_a_name_is_no_text() -> None:
    line = "<p><i></i> الأحد 05 فبراير 2023 - الساعة 04:18 مساءً <i></i> عدن - غمدان الدقيمي</p>"
    found = article(f"<div><h1>{HEADLINE}</h1>{line}{BODY}</div>")
    assert found.byline is not None
    assert found.byline.authors == ("غمدان الدقيمي",)


def test_a_dash_joins_the_paper_and_its_writer() -> None:
    signed = (
        "<span class=a>هضبة - <a href=/a>إلهام بوشتة</a></span><span class=d>3 مارس 2024</span>"
    )
    found = article(
        f"<div><h1>{HEADLINE}</h1><div>{signed}</div>{BODY}</div>", title=f"{HEADLINE} - هضبة"
    )
    assert found.byline is not None
    assert (found.byline.publication, found.byline.authors) == ("هضبة", ("إلهام بوشتة",))


def test_an_hour_may_stand_before_its_day() -> None:
    dated = "<span class=t>14:22</span> <span class=d>الخميس 28 أيلول 2023</span>"
    found = article(f"<div><div>{dated}</div><h1>{HEADLINE}</h1>{BODY}</div>")
    assert found.published is not None
    assert str(found.published.value) == "2023-09-28 14:22:00"


def test_the_gregorian_date_counts_below_a_hijri_one() -> None:
    dated = "<div>الثلاثاء 17 رجب 1445هـ</div><div>30 يناير 2024م</div>"
    found = article(f"<div><h1>{HEADLINE}</h1>{dated}{BODY}</div>")
    assert found.published is not None
    assert (found.published.iso, found.published.hijri) == ("2024-01-30", "17 رجب 1445هـ")


def test_a_line_with_two_dates_is_no_text() -> None:
    line = "نشر بتاريخ: 17/10/2023 ( آخر تحديث: 17/10/2023 الساعة: 14:55 )"
    found = article(f"<div><h1>{HEADLINE}</h1><div>{line}</div><div><p>{ONE}</p></div></div>")
    assert paragraphs(found) == [ONE]
    assert found.published is not None
    assert found.published.iso == "2023-10-17"


def test_signs_part_a_line_of_elements() -> None:
    line = "<time>١١ فبراير ٢٠٢٢</time> • <span>سفيان بوعزيز</span> • <span>قراءة في ٣ دقائق</span>"
    found = article(f"<article><h1>{HEADLINE}</h1><p>{line}</p>{BODY}</article>")
    assert found.byline is not None
    assert found.byline.authors == ("سفيان بوعزيز",)


def test_a_heading_may_stand_above_a_last_short_paragraph() -> None:
    found = article(
        f"<main><h1>{HEADLINE}</h1><div><p>{ONE}</p><h2>الترميم</h2><p>{TWO}</p>"
        "<h2>الدخول</h2><p>الدخول مجاني للطلاب.</p></div></main>"
    )
    assert subheadings(found) == ["الترميم", "الدخول"]


def test_who_took_the_pictures_is_no_author_beside_who_wrote() -> None:
    line = "نص: زهراء العبيدي / عدسة: ليث كريم"
    found = article(f"<article><h1>{HEADLINE}</h1><p>{line}</p><div>{BODY}</div></article>")
    assert found.byline is not None
    assert found.byline.authors == ("زهراء العبيدي",)


def test_a_stated_author_whose_name_no_person_has_is_the_publication() -> None:
    found = article(
        f"<div><h1>{HEADLINE}</h1><p class=author-name>المشهد العربي</p>{BODY}</div>",
        head='<meta name="author" content="المشهد العربي">',
    )
    assert found.byline is not None
    assert (found.byline.publication, found.byline.authors) == ("المشهد العربي", ())


# Lists of other stories, as content management systems print them

OTHER = "معرض للمخطوطات النادرة يفتح أبوابه في مكتبة الخليج"
THIRD = "حملة تطوعية تزرع ألف شجرة على ضفاف الوادي"


def cards(*stories: str) -> str:
    return "".join(
        f"<article><h3><a href=/s{len(title)}>{title}</a></h3></article>" for title in stories
    )


def test_a_list_called_related_is_so_under_any_heading() -> None:
    listed = (
        f"<div class=x-related-box><h3>من أروقة المكتبات</h3><div>{cards(OTHER, THIRD)}</div></div>"
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{listed}</main>")
    assert titles(found) == [OTHER, THIRD]


def test_a_list_of_what_is_most_read_is_not_related_whatever_holds_it() -> None:
    most = f"<div class=most_box><h3>مختارات</h3>{cards(OTHER, THIRD)}</div>"
    around = f"<div class=related-col>{most}</div>"
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{around}</main>")
    assert titles(found) == []


def test_a_tab_beside_the_heading_of_a_list_is_no_story() -> None:
    tabs = "<h4><a href=#>مقالات ذات صلة</a><a href=#>المزيد عن المؤلف</a></h4>"
    found = article(
        f"<main><h1>{HEADLINE}</h1><div>{BODY}</div><div>{tabs}{cards(OTHER, THIRD)}</div></main>"
    )
    assert titles(found) == [OTHER, THIRD]


def test_tags_may_stand_before_two_lists_of_related_stories() -> None:
    tags = "<p class=post-tags>الوسوم <a href=/t1>متاحف</a> <a href=/t2>ترميم</a></p>"
    one, other = (
        f"<section><h3>{heading}</h3>{cards(title)}{cards(title + ' غدا')}</section>"
        for heading, title in (("مقالات مشابهة", OTHER), ("شاهد أيضا", THIRD))
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{tags}{one}{other}</main>")
    assert found.tags == ("متاحف", "ترميم")
    assert len(found.related) == 4


def test_what_names_a_part_of_the_site_is_no_headline() -> None:
    for label in ("تفاصيل الخبر", "الأخبار", "المركز الإعلامي / تفاصيل الخبر"):
        body = f"<div><h4>{HEADLINE}</h4>{BODY}</div>"
        found = article(f"<div><h2>{label}</h2><img src=a.jpg></div>{body}", title="صوت الخليج")
        assert (found.headline, paragraphs(found)) == (HEADLINE, TEXT)
    found = article(f"<div><h2>الأخبار</h2></div><div><h4>{HEADLINE}</h4>{BODY}</div>", title="")
    assert found.section == "الأخبار"


def test_names_that_a_page_builder_gives_every_part_say_nothing() -> None:
    parts = (
        f"<h1>{HEADLINE}</h1>",
        "<ul><li><a href=/d><span><time>مارس 4, 2023</time></span></a></li>"
        "<li><span><a href=/c>ثقافة</a></span></li></ul>",
        f"<div>{BODY}</div>",
    )
    built = "".join(f'<div class="page-widget page-widget-part">{part}</div>' for part in parts)
    found = article(f"<div>{built}</div>")
    assert found.published is not None
    assert (found.published.iso, found.section) == ("2023-03-04", "ثقافة")


def test_cards_whose_button_alone_is_a_link_are_related_stories() -> None:
    stories = "".join(
        f"<div><img src=1.jpg><h5>{title}</h5><a href=/s class=btn>قراءة المزيد</a></div>"
        for title in (OTHER, THIRD)
    )
    listed = f"<div><h3>أخبار ذات صلة</h3><div>{stories}</div></div>"
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{listed}</main>")
    assert titles(found) == [OTHER, THIRD]


def test_the_stars_of_a_rating_are_no_tags() -> None:
    stars = "".join(f"<li><a href=/rate{star}>{star}</a></li>" for star in range(1, 6))
    text = f"<div><p>{ONE} وشارك فيه 12345 زائرا.</p>{BODY}</div>"
    rated = page(f"<main><h1>{HEADLINE}</h1>{text}<ul>{stars}</ul></main>")
    assert not any(name == "tags" for block in rated.blocks for name, _ in block.evidence)


def test_a_source_among_the_tags_is_none() -> None:
    source = "<div><span>المصدر</span><a href=/a>وكالات</a></div>"
    tags = f"<div class=post-tags>{source}<a href=/1>متاحف</a><a href=/2>ترميم</a></div>"
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{tags}</main>")
    assert found.tags == ("متاحف", "ترميم")


def test_a_bare_div_right_in_the_body_is_a_paragraph() -> None:
    text = f"{ONE}<br><br>{TWO}<div><br></div><div>{THREE}</div><div>{FOUR}</div>"
    found = article(f"<main><h1>{HEADLINE}</h1><div class=post-body>{text}</div></main>")
    assert paragraphs(found) == TEXT


def test_items_of_a_list_without_pictures_are_no_captions() -> None:
    items = "".join(
        f"<li class=box__caption__item>{name}</li>" for name in ("قاعات", "أبراج", "أسوار")
    )
    text = f"<div><p>{ONE}</p><p>{TWO}</p><ul>{items}</ul><p>{THREE}</p></div>"
    found = article(f"<main><h1>{HEADLINE}</h1>{text}</main>")
    assert [part.text for part in found.body if isinstance(part, arnews.ListItem)] == [
        "قاعات",
        "أبراج",
        "أسوار",
    ]


def test_a_quotation_may_end_as_a_sentence() -> None:
    said = "لم نر أمامنا شيئا، كأن الليل نزل فجأة في وضح النهار."
    text = (
        f"<div><p>{ONE}</p><p>{TWO}</p><blockquote><p>{said}</p></blockquote><p>{THREE}</p></div>"
    )
    found = article(f"<main><h1>{HEADLINE}</h1>{text}</main>")
    assert [part.text for part in found.body if isinstance(part, arnews.Quote)] == [said]


def test_elements_that_meet_without_a_blank_in_a_heading_are_words_apart() -> None:
    signed = "<h4><span>بواسطة</span><a href=/a>سمير ناصر</a></h4><span>4 مارس 2023</span>"
    found = article(f"<main><h1>{HEADLINE}</h1><div>{signed}</div><div>{BODY}</div></main>")
    assert found.byline is not None
    assert found.byline.authors == ("سمير ناصر",)


def test_a_day_and_its_hour_that_meet_are_one_date() -> None:
    dated = "<p><span>26 يناير 2022</span><span>12:55 صباحا</span></p>"
    found = article(f"<main><h1>{HEADLINE}</h1>{dated}<div>{BODY}</div></main>")
    assert found.published is not None
    assert str(found.published.value) == "2022-01-26 00:55:00"


# Heads

PARTS = (("أعمال الترميم", ONE), ("قاعات وأبراج", TWO), ("مواعيد الزيارة", THREE))


def test_the_last_link_of_a_menu_of_four_is_no_section() -> None:
    names = ("الرئيسية", "محليات", "عربي ودولي", "رياضة")
    cells = "".join(f"<td><a href=/{at}>{name}</a></td>" for at, name in enumerate(names))
    menu = f"<table class=menu><tr>{cells}</tr></table>"
    found = article(f"{menu}<h1>{HEADLINE}</h1><div>{BODY}</div>")
    assert found.section is None


def test_a_heading_without_an_arabic_letter_or_with_who_wrote_heads_no_arabic_story() -> None:
    found = article(
        f"<main><h3>Box 4</h3><h4>{HEADLINE}</h4><img src=1.jpg>"
        f"<h3>صوت الخليج ـــ سمير ناصر</h3><div>{BODY}</div></main>",
        title="page",
    )
    assert found.headline == HEADLINE
    assert found.byline is not None
    assert found.byline.authors == ("سمير ناصر",)


def test_a_heading_like_those_between_paragraphs_is_no_headline_below_another() -> None:
    parts = "".join(f"<h4>{name}</h4><p>{text}</p>" for name, text in PARTS)
    for level in ("h4 class=large", "h5"):
        top = f"<{level}>{HEADLINE}</{level[:2]}><img src=1.jpg><span>3 مارس 2025</span>"
        found = article(f"<main>{top}<div>{parts}</div></main>", title="page")
        assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE, TWO, THREE])
        assert subheadings(found) == [name for name, _ in PARTS]


def test_the_only_heading_is_the_headline_though_others_are_like_it() -> None:
    names = [HEADLINE, "مياه الربيع", "مواعيد الزيارة"]
    parts = "".join(
        f"<h4>{name}</h4><p>{text}</p>" for name, text in zip(names, TEXT, strict=False)
    )
    assert article(f"<main><div>{parts}</div></main>", title="page").headline == HEADLINE


def test_a_date_of_digits_in_a_bar_called_banner_over_the_headline_is_the_date() -> None:
    bar = "<div class=banner-dates><div><span>18:41:00 27/11/2023</span></div></div>"
    found = article(f"<main>{bar}<h4>{HEADLINE}</h4><div>{BODY}</div></main>", title="page")
    assert found.published is not None
    assert found.published.iso == "2023-11-27T18:41"


def test_a_labelled_date_below_the_deck_is_the_date() -> None:
    dated = "<div><h4>تاريخ النشر : </h4> <div><span>15 سبتمبر 2024</span></div></div>"
    found = article(f"<main><h3>{HEADLINE}</h3><div><p>{DECK}</p>{dated}{BODY}</div></main>")
    assert found.published is not None
    assert found.published.iso == "2024-09-15"
    assert paragraphs(found) == TEXT


def test_an_unknown_place_before_the_writer_in_a_bar_is_the_section() -> None:
    for first, section, place in (("خليجيات", "خليجيات", None), ("بيروت", None, "بيروت")):
        bar = f"<div>{first} | سمير ناصر | 3 مارس 2025 - 11:20 |</div>"
        found = article(f"<article><h1>{HEADLINE}</h1>{bar}<div>{BODY}</div></article>")
        assert found.byline is not None
        assert (found.section, found.byline.place) == (section, place)
        assert found.byline.authors == ("سمير ناصر",)


def test_the_link_below_the_label_of_a_section_is_the_section_also_below_the_text() -> None:
    field = "<div class=field><div>القسم</div><div><a href=/c/1>ثقافة</a></div></div>"
    found = article(f"<article><h1>{HEADLINE}</h1><div>{BODY}</div>{field}</article>")
    assert (found.section, paragraphs(found)) == ("ثقافة", TEXT)


def test_who_wrote_and_when_in_one_line_of_drupal() -> None:
    line = "<footer>كتبه سمير ناصر بتاريخ الأربعاء, 13/03/2024 - 18:25</footer>"
    found = article(f"<article><h1>{HEADLINE}</h1>{line}{BODY}</article>")
    assert found.byline is not None
    assert found.byline.authors == ("سمير ناصر",)


# Other stories inside


def test_a_list_of_titles_between_two_paragraphs_is_of_other_stories() -> None:
    stories = ["قلعة أخرى على الخليج تستقبل أول زوارها", "مئة قطعة أثرية تعود إلى متحف الخليج"]
    items = "".join(f"<li><a href=/{at}>{title}</a></li>" for at, title in enumerate(stories))
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}<ul>{items}</ul><p>{ONE}</p></div>")
    see = [part for part in found.body if isinstance(part, arnews.SeeAlso)]
    assert [item.title for part in see for item in part.items] == stories
    assert paragraphs(found) == [*TEXT, ONE]


def test_a_linked_title_in_brackets_between_two_paragraphs_is_another_story() -> None:
    story = "قلعة أخرى على الخليج تستقبل أول زوارها"
    linked = f"<p>[<a href=/2>{story}</a>]</p>"
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}{linked}<p>{ONE}</p></div>")
    see = [part for part in found.body if isinstance(part, arnews.SeeAlso)]
    assert [item.title for part in see for item in part.items] == [story]


def test_links_that_skip_an_advertisement_make_no_teaser_of_a_paragraph() -> None:
    skip = '<a href="#end">تخطى الإعلان وتابع القراءة</a><p id=end>'
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY.replace('<p>', skip)}</div></main>")
    assert paragraphs(found) == TEXT


def test_a_paragraph_about_who_may_copy_the_story_is_none() -> None:
    notice = "جميع حقوق النشر محفوظة للصحيفة، ولا يجوز نسخ المادة أو إعادة نشرها دون إذن خطي."
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}<p>{notice}</p></div>")
    assert paragraphs(found) == TEXT


@pytest.mark.parametrize("layout", sorted(arnews.layouts.all_layouts()))
def test_a_page_that_its_publisher_prints_in_another_order_is_read_as_any(layout):
    body = (
        f"<time>1 مارس 2025</time><h1>{HEADLINE}</h1><span>سمير ناصر</span><h2>{DECK}</h2>"
        f"<p>{ONE}</p><h2>مياه الربيع</h2><p>{TWO}</p><figure><img src=1.jpg>"
        f"<figcaption>صيادون في الميناء (رويترز)</figcaption></figure><p>{THREE}</p>"
    )
    source = f"<html><body><article>{body}</article></body></html>"
    (found,) = arnews.parse(source, layout=layout).articles
    assert (found,) == arnews.parse(source, layout="generic").articles
    assert (found.published.iso, found.byline.authors) == ("2025-03-01", ("سمير ناصر",))


def test_an_element_with_the_role_of_a_heading_is_one() -> None:
    found = article(
        f'<div role="heading" aria-level="1">{HEADLINE}</div><div>11 أغسطس 2022</div>'
        f"<div><p>{ONE}</p><p>{TWO}</p></div>",
        title="رواد",
    )
    assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE, TWO])


def test_a_short_story_under_a_lesser_heading_and_a_date_is_an_article() -> None:
    found = article(f"<h2>{HEADLINE}</h2><div>11 أغسطس 2022</div><p>{ONE}</p>", title="صوت الخليج")
    assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE])


def test_a_path_to_the_headline_names_the_section_whatever_it_stands_in() -> None:
    path = f"<nav><a href=/>الرئيسية</a> › <a href=/s>أمن</a> › <span>{HEADLINE}</span></nav>"
    assert article(f"{path}<h1>{HEADLINE}</h1>{BODY}").section == "أمن"


def test_the_label_of_a_section_may_be_glued_to_its_link() -> None:
    link = '<span>مصنف كـ<a href="/c/culture" rel="category tag">ثقافة</a></span>'
    found = article(f"<article><h1>{HEADLINE}</h1>{BODY}<footer>{link}</footer></article>")
    assert found.section == "ثقافة"


def test_signs_between_writers_and_their_date_do_not_part_them() -> None:
    found = article(
        f"<main><h1>{HEADLINE}</h1><div><a href=/a/1>حنان القاسمي</a>، <a href=/a/2>ياسين العثماني"
        f"</a><span>|</span><time datetime=2022-03-30>30 مارس 2022</time></div>{BODY}</main>"
    )
    assert found.byline is not None
    assert found.byline.authors == ("حنان القاسمي", "ياسين العثماني")


@pytest.mark.parametrize(
    ("last", "section"),
    [
        ("<li><a href=/m>المركز الإعلامي</a></li><li>الأخبار</li>", "الأخبار"),
        ("<li><a href=/m>المركز الإعلامي</a></li><li>أخبار وفعاليات</li>", "أخبار وفعاليات"),
        ("<li><a href=/m>المركز الإعلامي</a></li><li>تفاصيل المقال</li>", "المركز الإعلامي"),
        (f"<li><a href=/m>المركز الإعلامي</a></li><li>{HEADLINE}</li>", "المركز الإعلامي"),
        ("", None),
    ],
)
def test_the_last_step_of_a_list_called_a_path_is_the_section(
    last: str, section: str | None
) -> None:
    path = f'<div class="breadcrumb"><ul><li><a href=/>الرئيسية</a></li>{last}</ul></div>'
    banner = "".join(f"<div><img src={at}.svg></div>" for at in range(9))
    found = article(f"{path}{banner}<div><h1>{HEADLINE}</h1>{BODY}</div>", title="صوت الخليج")
    assert found.section == section


def test_key_words_of_which_the_story_says_none_are_those_of_the_site() -> None:
    words = '<meta name="keywords" content="{}">'
    site = words.format("اخبار مصر,اخبار الرياضة,اخبار الفن,حظك اليوم,اسعار الذهب")
    own = words.format("القلعة القديمة,هيئة المتاحف,ترميم,آثار,سياحة")
    assert article(f"<h1>{HEADLINE}</h1>{BODY}", head=site).tags == ()
    assert len(article(f"<h1>{HEADLINE}</h1>{BODY}", head=own).tags) == 5


def test_a_day_of_which_a_sentence_tells_is_not_that_of_publication() -> None:
    stated = '<meta property="article:published_time" content="2024-01-02T08:00:00+00:00">'
    told = "سيكون التدريب يوم الخميس 11 يناير الساعة 10:30 صباحًا."
    found = article(f"<h1>{HEADLINE}</h1>{BODY}<p>{told}</p>", head=stated)
    assert found.published is not None
    assert found.published.iso == "2024-01-02T08:00+00:00"
    assert told in found.text


def test_a_place_and_a_day_open_a_press_release() -> None:
    found = article(f"<h1>{HEADLINE}</h1><p>مونتريال، 10 أيار/مايو 2022 - {ONE}</p><p>{TWO}</p>")
    assert found.byline is not None
    assert found.byline.place == "مونتريال"
    assert found.published is not None
    assert found.published.iso == "2022-05-10"


@pytest.mark.parametrize(
    ("divisions", "headline"),
    [(2, "القادة يتفقون على لجنة للمياه"), (3, "قمة الرياض العربية تختتم أعمالها")],
)
def test_how_far_up_a_path_of_sections_ends_with_a_heading(divisions: int, headline: str) -> None:
    heading = (
        "<div>" * divisions + "<h1>قمة الرياض العربية تختتم أعمالها</h1>" + "</div>" * divisions
    )
    said = (
        "أعلنت وزارة الموارد المائية أن منسوب السدود في البلاد بلغ أعلى مستوى له منذ عشر سنوات بعد "
        "أمطار غزيرة هطلت على المرتفعات."
    )
    page = (
        f"<html><body><nav>{heading}</nav><h2>القادة يتفقون على لجنة للمياه</h2><p>{said}</p>"
        f"<p>وأضاف البيان: {said}</p><p>وختم: {said}</p></body></html>"
    )
    assert arnews.parse(page).articles[0].headline == headline


def test_a_bold_line_beside_a_date_heads_a_short_story_of_an_old_page() -> None:
    rows = (
        "<font color=white>أخبار دجلة</font>",
        "<font size=2>الاثنين 8 أيلول 2008</font>",
        f"<b><font size=5>{HEADLINE}</font></b>",
        f"<font size=3>{ONE}<br><br>{TWO}</font>",
    )
    cells = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    found = article(f"<table>{cells}</table>", title="أخبار دجلة")
    assert (found.headline, found.kicker, paragraphs(found)) == (HEADLINE, None, [ONE, TWO])


def test_a_bar_so_called_holds_a_date_and_a_few_words() -> None:
    bar = '<div class="meta"><span>صحة وتغذية</span> <span>15 يوليو 2023</span></div>'
    found = article(f"<article><h1>{HEADLINE}</h1>{bar}{BODY}</article>")
    assert found.published is not None
    assert (found.published.iso, found.section) == ("2023-07-15", "صحة وتغذية")


SHORT = ["قال المدير إن الجسر جاهز وسيفتح غداً.", "وأضاف أن العمل انتهى قبل موعده."]
SHORT_BODY = "".join(f"<p>{text}</p>" for text in SHORT)


def test_a_story_of_short_sentences_is_one() -> None:
    found = article(f"<h1>{HEADLINE}</h1>{SHORT_BODY}")
    assert (found.headline, paragraphs(found)) == (HEADLINE, SHORT)


def test_short_sentences_below_a_word_of_the_interface_are_no_story() -> None:
    assert page(f"<h1>اتصل بنا</h1>{SHORT_BODY}", title="اتصل بنا").articles == ()


def test_a_story_under_the_only_heading_of_a_page_is_one_whatever_its_level() -> None:
    found = article(f"<h2>{HEADLINE}</h2><p>{ONE}</p><p>{TWO}</p>", title="صوت الخليج")
    assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE, TWO])


def test_the_only_line_above_a_text_is_its_headline_and_a_date_is_none() -> None:
    found = article(f"<div>{HEADLINE}</div><div>12 مارس 2024</div>{BODY}", title="صوت الخليج")
    assert found.headline == HEADLINE
    assert found.published is not None


def test_links_of_two_sections_side_by_side_are_a_menu() -> None:
    menu = "<nav><a href=/>الرئيسية</a> <a href=/e>اقتصاد</a> <a href=/c>ثقافة</a></nav>"
    assert article(f"{menu}<h1>{HEADLINE}</h1>{BODY}").section is None
    path = "<nav><a href=/>الرئيسية</a> › <a href=/n>أخبار</a> › <a href=/l>محليات</a></nav>"
    assert article(f"{path}<h1>{HEADLINE}</h1>{BODY}").section == "محليات"


@pytest.mark.parametrize("name", ["رويترز", "أ.ف.ب"])
def test_an_agency_below_the_headline_of_a_page_without_pictures_signs(name: str) -> None:
    found = article(f"<h1>{HEADLINE}</h1><span class=author>{name}</span>{BODY}")
    assert found.byline is not None
    assert (len(found.byline.agencies), found.lead_image) == (1, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("السبت 21 نوفمبر 2026 | 10:30 صباحا | 1520 مشاهدة | 3 تعليقات", "2026-11-21T10:30"),
        ("نشر يوم 21 نوفمبر 2026 الساعة العاشرة صباحا", "2026-11-21T10:00"),
        ("أضيف بتاريخ :2017/09/25", "2017-09-25"),
    ],
)
def test_a_date_stands_among_counters_and_words_of_the_hour(line: str, day: str) -> None:
    found = article(f"<h1>{HEADLINE}</h1><div>{line}</div>{BODY}")
    assert found.published is not None
    assert (found.published.iso, paragraphs(found)) == (day, TEXT)


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("أخبار الهيئة", "أخبار الهيئة"),
        ("تفاصيل الخبر", None),
        ("السبت 21 نوفمبر", None),
        ("صوت الخليج", None),
    ],
)
def test_what_is_called_the_title_of_the_page_names_the_section(
    title: str, section: str | None
) -> None:
    site = '<meta property="og:site_name" content="صوت الخليج">'
    heads = f"<div class=page-title><h2>{title}</h2></div><section><h2>{HEADLINE}</h2></section>"
    found = article(f"{heads}<section>{BODY}</section>", head=site)
    assert (found.headline, found.kicker, found.section) == (HEADLINE, None, section)


def test_the_last_link_of_a_menu_does_not_hide_the_title_of_the_page() -> None:
    inner = "<li><a href=/l>المكتبة</a><li><a href=/x>رابط آخر</a>"
    menu = f"<nav class=menu><ul><li><a href=/m>المركز</a><ul>{inner}</ul></ul></nav>"
    found = article(f"{menu}<h2 class=pageTitle>أخبار الهيئة</h2><main><h2>{HEADLINE}</h2>{BODY}")
    assert (found.headline, found.section) == (HEADLINE, "أخبار الهيئة")


def test_details_in_an_aside_of_the_article_are_its_own() -> None:
    details = (
        "<dl><dt>التفاصيل<dd>كتب بواسطة: ناصر الخالدي<dd>التصنيف: <a href=/c>ثقافة</a>"
        "<dd>نشر: <time datetime=2018-03-29T09:57>29 مارس 2018</time></dl>"
        "<ul><li><a href=/x>موعد افتتاح القلعة بعد الترميم يعلن غدا</a></ul>"
    )
    found = article(
        f"<article><header><h1>{HEADLINE}</h1></header><aside class=article-aside>{details}</aside>"
        f"<section>{BODY}</section></article>"
    )
    assert found.section == "ثقافة"
    assert found.byline is not None
    assert (found.byline.authors, found.from_metadata) == (("ناصر الخالدي",), ())
    assert found.published is not None
    assert found.published.iso == "2018-03-29T09:57"
    assert paragraphs(found) == TEXT


def test_a_word_of_the_interface_that_ends_a_path_is_no_kicker() -> None:
    path = "<a href=/>الرئيسية</a><span>/</span><a href=/n>الأخبار</a><span>/</span>"
    head = f"<div><div class=breadcrumb>{path}<span>تفاصيل الخبر</span></div><h1>{HEADLINE}</h1>"
    found = article(f"<section>{head}</div></section><section>{BODY}</section>", title="صوت الخليج")
    assert (found.kicker, found.section) == (None, "الأخبار")


def test_more_stories_of_a_kind_are_related() -> None:
    cards = "".join(
        f"<div><img src=/{at}.jpg><h3><a href=/s/{at}>{title}</a></h3></div>"
        for at, title in enumerate(["يوم في سوق الجمال القديم", "نساء الفخار في قرية الوادي"])
    )
    more = f"<section><h2>المزيد من القصص المصورة</h2>{cards}</section>"
    found = article(f"<main><article><h1>{HEADLINE}</h1>{BODY}</article>{more}</main>")
    assert titles(found) == ["يوم في سوق الجمال القديم", "نساء الفخار في قرية الوادي"]


def captioned_cards(*texts: str) -> str:
    return "".join(
        f"<div><div><img src=/{at}.jpg></div><div class=caption><p>{text}</p></div></div>"
        for at, text in enumerate(texts)
    )


def test_pictures_of_stories_in_the_element_of_the_body_are_theirs() -> None:
    others = "".join(
        f"<div><img src=/{at}.jpg><a href=/s/{at}><h5>موعد افتتاح القلعة رقم {at}</h5></a></div>"
        for at in range(3)
    )
    found = article(
        f"<div class=d><h1>{HEADLINE}</h1><img src=/lead.jpg>{BODY}<img src=/last.jpg>"
        f"<div><a href=#>أخبار متعلقة</a></div>{others}</div>"
    )
    assert [figure.url for figure in found.figures] == ["/lead.jpg", "/last.jpg"]
    assert len(titles(found)) == 3


def test_cards_below_the_text_are_no_pictures_of_it_with_captions() -> None:
    card = f"<div><img src=/n.jpg><p>أخبار المقاولات في الخليج</p><div><p>{DECK}</p></div></div>"
    more = f"<section><h2>نبقيك على اطلاع!</h2>{card}{card}</section>"
    head = f"<section><h1>{HEADLINE}</h1></section>"
    found = article(f"<main>{head}<section><div>{BODY}</div></section>{more}</main>")
    assert (found.figures, found.body[-1]) == ((), arnews.Paragraph(FOUR))


def test_cards_below_a_linked_heading_of_related_stories_are_related() -> None:
    heading = "<a class=t href=/related><div><span>مقالات ذات صلة</span></div></a>"
    listed = captioned_cards("موعد افتتاح القلعة القديمة", "نهاية ترميم القلعة")
    more = f"<div class=related>{heading}{listed}"
    found = article(f"<main><section><h1>{HEADLINE}</h1>{BODY}</section>{more}</div></main>")
    assert found.figures == ()
    assert titles(found) == ["موعد افتتاح القلعة القديمة", "نهاية ترميم القلعة"]


def test_a_circumstance_above_a_longer_bold_line_of_an_old_page_is_its_kicker() -> None:
    def rows(kicker: str, below: str) -> str:
        texts = (f"<b>{kicker}</b>", f"<b>{below}</b>", BODY)
        return "<table>" + "".join(f"<tr><td>{text}</td></tr>" for text in texts) + "</table>"

    found = article(rows("بعد عامين من العمل المتواصل", HEADLINE), title="صوت الخليج")
    assert (found.kicker, found.headline) == ("بعد عامين من العمل المتواصل", HEADLINE)
    found = article(rows("القلعة القديمة تفتح أبوابها", HEADLINE), title="صوت الخليج")
    assert (found.kicker, found.headline) == (None, "القلعة القديمة تفتح أبوابها")


def test_a_lesser_heading_below_who_wrote_is_the_headline_and_its_words_are_tags() -> None:
    headline = "مصر وروسيا تفتحان أبواب المتاحف"
    tags = "".join(f"<a href=/t/{tag}><li>{tag}</li></a>" for tag in ("مصر", "محمد", "روسيا"))
    found = article(
        f"<main><div><p>بقلم : ناصر بن سالم الخالدي</p><h5>{headline}</h5><p>السبت 2 مارس 2024</p>"
        f"{BODY}<ul>{tags}</ul></div></main>",
        title="صوت الخليج",
    )
    assert (found.headline, found.subtitle) == (headline, None)
    assert found.byline is not None
    assert found.tags == ("مصر", "محمد", "روسيا")


def test_entries_that_break_off_below_a_heading_each_are_no_article() -> None:
    entries = "".join(
        f"<div><h4>خبر الكلية رقم {at} من هذا الشهر</h4><p><span>الموقع</span></p>"
        f"<p>{text.removesuffix('.')} {at} ...</p></div>"
        for at, text in enumerate(TEXT)
    )
    assert page(f"<h1>أخبار الكلية</h1><div>{entries}</div>", title="كلية الهندسة").articles == ()


def test_the_longest_teaser_of_a_front_page_is_no_article() -> None:
    teaser = f"{ONE} {TWO} {THREE}"
    link = "<a href=/n/1>القلعة القديمة تفتح أبوابها للزوار <br>غدا</a>"
    front = f"<h3>فئات</h3><h5>رياضة</h5><div>{link}<p>{teaser}</p></div><p>قبل 3 ساعات</p>"
    assert page(front, title="صوت الخليج").articles == ()
    story = f"<h3>{HEADLINE}</h3><div>{link}<p>{teaser}</p></div>"
    assert len(page(story, title="صوت الخليج").articles) == 1


def test_short_titles_below_the_heading_of_related_stories_are_related() -> None:
    others = ["نصائح لصحة قلب أفضل", "العناية اليومية بصحة الأسنان", "موعد افتتاح القلعة"]
    links = "".join(f"<li><a href=/s/{at}>{title}</a>" for at, title in enumerate(others))
    aside = f"<aside><div><h3>أخبار مرتبطة</h3><ul class=footer-links>{links}</ul></div></aside>"
    found = article(f"<main><article><h1>{HEADLINE}</h1>{BODY}</article>{aside}</main>")
    assert titles(found) == others
    menu = "".join(f"<li><a href=/{at}>قسم القلعة الأول</a>" for at in range(3))
    found = article(f"<main><h1>{HEADLINE}</h1>{BODY}<h3>أخبار مرتبطة</h3><ul>{menu}</ul></main>")
    assert found.related == ()


def test_an_aside_is_what_it_is_called() -> None:
    links = "".join(f"<a href=/t/{tag}>{tag}</a>" for tag in ("سوريا", "العراق", "اليمن"))
    tags = f"<aside class=post__tags><h2>نشر تحت</h2>{links}</aside>"
    found = article(f"<main><div><h1>{HEADLINE}</h1><div>{BODY}</div>{tags}</div></main>")
    assert found.tags == ("سوريا", "العراق", "اليمن")


def test_what_is_held_is_a_section() -> None:
    path = "<div class=breadcrumb><ul><li><a href=/>الرئيسية</a><li><a>احداث</a></ul></div>"
    assert article(f"{path}<main><h1>{HEADLINE}</h1>{BODY}</main>").section == "احداث"


@pytest.mark.parametrize("label", ["نُشر في", "التصنيفات", "تصنيفات"])
def test_a_link_below_the_text_whose_rel_says_category_is_the_section(label: str) -> None:
    tags = ", ".join(f"<a href=/t/{tag} rel=tag>{tag}</a>" for tag in ("الترميم", "القلعة"))
    foot = (
        f"<span class=cat-links><span>{label} </span><a href=/c rel='category tag'>تراث الخليج</a>"
        f"</span><span class=tags-links><span>الوسوم </span>{tags}</span>"
    )
    found = article(
        f"<main><article><header><h1>{HEADLINE}</h1></header><div class=entry-content>{BODY}</div>"
        f"<footer class=entry-footer>{foot}</footer></article></main>"
    )
    assert (found.section, found.tags) == ("تراث الخليج", ("الترميم", "القلعة"))


# Labels, badges, boxes and rows


def test_a_label_with_a_colon_parts_two_lists_of_links() -> None:
    def field(label: str, *links: str) -> str:
        items = "".join(f"<div class=field-item><a href=/t/{one}>{one}</a></div>" for one in links)
        return f"<div><div class=field-label>{label}:</div><div class=items>{items}</div></div>"

    tags = field("الكلمات المفتاحية", "القلعة", "ناصر الخالدي")
    links = "<ul class=links><li><a href=/p>إصدار ورقي</a></ul>"
    body = "".join(f"<p>{text}</p>" for text in TEXT[:3])
    found = article(f"<h1>{HEADLINE}</h1>{field('القسم', 'تعليم')}<div>{body}</div>{tags}{links}")
    assert (found.section, found.tags) == ("تعليم", ("القلعة", "ناصر الخالدي"))


def test_the_path_right_above_the_headline_is_that_of_the_story() -> None:
    menu = "<div><span>الرئيسية</span> <span>محليات</span> <span>ملاعب</span></div>"
    path = "<div><a href=index.php>الرئيسية</a> » <a href=cat.php?c=1>ثقافة</a></div>"
    found = article(f"{menu}<div>{path}<div><h1>{HEADLINE}</h1></div><div>{BODY}</div></div>")
    assert (found.section, found.headline) == ("ثقافة", HEADLINE)


def test_a_date_in_a_heading_is_no_headline() -> None:
    text = "<br><br>".join(TEXT)
    found = article(
        "<div><h2 class=date-header><span>الأحد، 3 مارس 2019</span></h2>"
        f"<div><h3 class=post-title>جار القلعة</h3><div class=post-body>{text}</div></div></div>",
        title="دفتر الخليج: جار القلعة",
    )
    assert (found.headline, paragraphs(found)) == ("جار القلعة", TEXT)
    assert found.published is not None
    assert found.published.iso == "2019-03-03"


@pytest.mark.parametrize("marker", ["إقرأ أيضاً", "إقرأ أيضًا", "اقرأ أيضا"])
def test_a_marker_glued_to_the_link_behind_it_announces_a_short_title(marker: str) -> None:
    box = f"<aside class=read-also><span>{marker}</span><a href=/s>نساء الفخار يستعدن السوق</a>"
    found = article(f"<h1>{HEADLINE}</h1><div><p>{ONE}<p>{TWO}{box}</aside><p>{THREE}</div>")
    boxes = [part for part in found.body if isinstance(part, arnews.SeeAlso)]
    seen = [item.title for box in boxes for item in box.items] + titles(found)
    assert (seen, paragraphs(found)) == (["نساء الفخار يستعدن السوق"], [ONE, TWO, THREE])


def test_a_badge_is_no_section() -> None:
    found = article(f"<main><span class=badge>مباشر</span><h1>{HEADLINE}</h1>{BODY}</main>")
    assert (found.section, found.kicker) == (None, None)


def test_the_paragraph_above_the_entries_of_a_live_page_is_text() -> None:
    entries = "".join(
        f"<article><time>1{at}:05</time><h3>خبر من القلعة {at}</h3><p>{text}</p></article>"
        for at, text in enumerate(TEXT[1:])
    )
    found = article(
        f"<main><h1>{HEADLINE}</h1><div class=date>نشر في: 7 نوفمبر 2023</div>"
        f"<p class=live-intro>{ONE}</p><section>{entries}</section></main>"
    )
    assert (found.subtitle, paragraphs(found)) == (None, TEXT)


def test_the_entries_of_a_live_page_may_be_items_of_a_list() -> None:
    entries = "".join(
        f"<li><b>1{at}:05 بتوقيت غرينتش</b><p>{text}</p></li>" for at, text in enumerate(TEXT[1:])
    )
    found = article(f"<main><h1>{HEADLINE}</h1><p>{ONE}</p><ul>{entries}</ul></main>")
    assert (found.subtitle, paragraphs(found)) == (None, TEXT)


@pytest.mark.parametrize(
    "name", ["post-category", "cat-name", "section", "catname", "category-blog", "p-categories"]
)
@pytest.mark.parametrize("word", ["فلك", "أخبار الحي"])
def test_what_is_called_a_section_above_the_headline_is_one(name: str, word: str) -> None:
    found = article(f"<div><div class={name}>{word}</div><h1>{HEADLINE}</h1>{BODY}</div>")
    assert (found.section, found.kicker) == (word, None)


def test_a_link_called_a_category_below_the_headline_says_more_than_a_menu_above_it() -> None:
    menu = "".join(f"<li><a href=/{n}>{word}</a>" for n, word in enumerate(("أرشيف", "الكتاب")))
    details = "<dd class=category-name><a href=/c>حياة الناس</a><dd>15 أيلول 2021<dd class=hits>158"
    head = f"<h1>{HEADLINE}</h1><dl><dt>التفاصيل{details}</dl>"
    found = article(f"<ul>{menu}</ul><div>{head}<div>{BODY}</div></div>")
    assert found.section == "حياة الناس"


@pytest.mark.parametrize(
    "foot",
    [
        "<div class=itemCategory><span>نشرت في</span> <a href=/c>محلي</a></div>",
        "<div><b>الأقسام:</b> <a href=/c rel=category>محلي</a><br><b>وسوم:</b> ترميم</div>",
    ],
)
def test_a_link_that_is_called_a_category_in_any_words_is_the_section(foot: str) -> None:
    found = article(f"<div><h1>{HEADLINE}</h1><div class=text>{BODY}</div>{foot}</div>")
    assert found.section == "محلي"


@pytest.mark.parametrize("name", ["tagsCont", "itemTags", "tags-list", "post-tags", "newstags"])
def test_links_called_tags_are_tags_below_related_stories_and_a_section(name: str) -> None:
    kind = "<div class=itemCategory><span>نشرت في</span> <a href=/c>محلي</a></div>"
    others = "<li><a href=/1>ميناء الصيادين يستقبل أول سفينة سياحية</a>"
    box = f"<div class=tags><h3>الموضوعات المتعلقة</h3><ul>{others}</ul></div>"
    tags = f"<ul class={name}><li><a href=/t/1>تراث الخليج</a><li><a href=/t/2>مدينة حمد</a></ul>"
    foot = f"<div class=links>{kind}<div><span>موسومة تحت</span>{tags}</div></div>"
    found = article(f"<div><h1>{HEADLINE}</h1><div class=text>{BODY}</div>{box}{foot}</div>")
    assert (found.section, found.tags) == ("محلي", ("تراث الخليج", "مدينة حمد"))
    assert paragraphs(found) == TEXT


def test_the_second_of_two_items_after_the_first_page_is_the_section() -> None:
    path = "<ul><li><a href=#>الرئيسية >></a><li><a href=/m/>شؤون المعلمات</a></ul>"
    head = f"<p class=bigtitle>{HEADLINE}</p><div><img src=/p.jpg></div>"
    assert article(f"<div>{path}</div><div>{head}{BODY}</div>").section == "شؤون المعلمات"


@pytest.mark.parametrize(
    ("sections", "section"),
    [(("أخبار", "محليات"), "محليات"), (("الرأي", "الرياضة"), None), (("محليات",), "محليات")],
)
def test_a_bar_parts_sections_of_a_menu_but_for_the_news(
    sections: tuple[str, ...], section: str | None
) -> None:
    links = " | ".join(f"<a href=/{name}>{name}</a>" for name in ("الرئيسية", *sections))
    found = article(f"<div>{links}</div><div><h1>{HEADLINE}</h1>{BODY}</div>")
    assert found.section == section


def test_headings_of_lists_below_the_last_long_paragraph_are_subheadings() -> None:
    listed = "<h2>المقادير</h2><ul><li>كوب من العدس<li>بصلة مفرومة</ul>"
    steps = "<h2>طريقة التحضير</h2><ol><li>يسلق العدس حتى ينضج<li>تضاف البصلة إليه</ol>"
    others = (
        "<a class=card href=/1>شوربة الشوفان بالدجاج</a><a class=card href=/2>فتوش بدبس الرمان</a>"
    )
    more = f"<section><h3>قد يعجبك أيضاً</h3>{others}</section>"
    found = article(f"<article><h1>{HEADLINE}</h1><p>{ONE}</p>{listed}{steps}</article>{more}")
    items = [part.text for part in found.body if isinstance(part, arnews.ListItem)]
    assert subheadings(found) == ["المقادير", "طريقة التحضير"]
    assert items == ["كوب من العدس", "بصلة مفرومة", "يسلق العدس حتى ينضج", "تضاف البصلة إليه"]
    assert titles(found) == ["شوربة الشوفان بالدجاج", "فتوش بدبس الرمان"]


def test_short_links_under_the_heading_of_related_stories_are_no_titles() -> None:
    others = "<li><a href=/1>القلعة</a><li><a href=/2>ناصر الخالدي</a><li><a href=/3>ترميم</a>"
    found = article(f"<h1>{HEADLINE}</h1><div>{BODY}</div><h3>مواضيع ذات صلة</h3><ul>{others}</ul>")
    assert titles(found) == []


@pytest.mark.parametrize("name", ["tag-label", "post-tag", "tags"])
def test_a_word_of_a_sport_right_above_the_headline_is_the_section(name: str) -> None:
    found = article(f"<div><div class={name}>تنس</div><h1>{HEADLINE}</h1>{BODY}</div>")
    assert (found.section, found.kicker, found.tags) == ("تنس", None, ())


def test_sections_parted_by_bars_on_top_of_an_old_page_are_its_menu() -> None:
    menu = "<a href=i.htm>الصفحة الرئيسية</a> | <a href=r.htm>الرأي</a> | <a href=s.htm>الرياضة</a>"
    top = f"<table><tr><td align=center>{menu}</td></tr></table><p>الخميس 21 أبريل 2005</p>"
    head = f"<p><font size=5><b>{HEADLINE}</b></font></p>"
    found = article(f"{top}<table><tr><td>{head}{BODY}</td></tr></table>", title="محليات")
    assert (found.headline, found.section) == (HEADLINE, None)


@pytest.mark.parametrize(
    "named",
    [
        "<div class=post-cat><a href=/s>أمن المعلومات</a></div>",
        "<div class=section-name>أمن المعلومات</div><div class=writer><img src=w.png></div>",
        "<span class=cat>أمن المعلومات</span>",
    ],
)
def test_words_alone_in_an_element_called_category_are_the_section(named: str) -> None:
    found = article(f"<article>{named}<h1>{HEADLINE}</h1><div>{BODY}</div></article>")
    assert (found.section, found.kicker) == ("أمن المعلومات", None)


@pytest.mark.parametrize("line", ["فرانس24 / أ ف ب", "ج.م/ ه.د (د ب أ)", "الوئام / رويترز"])
def test_an_agency_beside_a_name_below_the_text_signs_it_also_below_an_advert(line: str) -> None:
    picture = "<figure><img src=/p.jpg><figcaption>باحة القلعة بعد الترميم</figcaption></figure>"
    advert = "<div class=promo><p>نشرتك البريدية</p><p>تصلك أهم الأخبار كل صباح</p></div>"
    found = article(f"<h1>{HEADLINE}</h1>{picture}<div>{BODY}{advert}<p>{line}</p></div>")
    assert found.byline is not None
    assert found.byline.agencies
    assert len(found.figures) == 1


@pytest.mark.parametrize("name", ["ItemTitle", "news_title", "ctl00_main_lblTitle"])
def test_two_short_paragraphs_below_a_dated_line_called_a_title_are_an_article(name: str) -> None:
    top = "<tr><td><a href=#>الرئيسية</a></td><td><a href=#>وفيات</a></td></tr>"
    head = f"<span class={name}>{HEADLINE}</span><br><span>15/11/2019 10:42:00 ص</span>"
    cell = f"<div class=Page>اقتصاد</div>{head}<div>{ONE}<br><br>{TWO}</div>"
    form = f"<form><table>{top}</table><table><tr><td>{cell}</td></tr></table></form>"
    found = article(form, title="شبكة السهل")
    assert (found.headline, paragraphs(found)) == (HEADLINE, [ONE, TWO])


def test_the_next_short_story_of_a_page_that_goes_on_is_an_article_too() -> None:
    def story(headline: str, *texts: str) -> str:
        body = "".join(f"<p>{text}</p>" for text in texts)
        head = f"<h1>{headline}</h1><span class=date>الأحد - 18 أغسطس 2024</span>"
        return f"<article class=single>{head}<div class=text>{body}</div></article>"

    other = "باخرة قمح رومانية تصل إلى ميناء المكلا"
    stories = f"{story(HEADLINE, *TEXT)}<div>المادة التالية</div>{story(other, ONE[:70], TWO[:70])}"
    found = page(f"<main>{stories}</main>")
    assert [one.headline for one in found.articles] == [HEADLINE, other]


@pytest.mark.parametrize("number", ["", "1. ", "<span class=no>2</span> "])
def test_links_to_the_headings_of_a_story_are_a_table_of_contents(number: str) -> None:
    one, two = "رسوم الخدمة", "الوثائق المطلوبة"
    links = "".join(f"<a href=#{at}>{number}{text}</a>" for at, text in enumerate((one, two)))
    box = f"<div class=box><div>المحتويات</div><div>{links}</div></div>"
    text = f"<p>{ONE}</p><h2>{one}</h2><p>{TWO}</p><h2>{two}</h2><p>{THREE}</p><p>{FOUR}</p>"
    for body in (f"{box}{text}", text.replace(TWO, f"{TWO}</p>{box}<p>")):
        found = article(f"<article><h1>{HEADLINE}</h1><div class=text>{body}</div></article>")
        assert (paragraphs(found), subheadings(found)) == (TEXT, [one, two])
        assert (found.byline, found.related, found.tags) == (None, (), ())


def test_a_badge_beside_the_section_is_none() -> None:
    labels = "<span class='label label-cat'>اقتصاد</span><span class='label label-v'>فيديو</span>"
    found = article(f"<div><div>{labels}</div><h1>{HEADLINE}</h1><div>{BODY}</div></div>")
    assert found.section == "اقتصاد"


def test_who_posted_a_story_stands_before_its_day() -> None:
    line = "<span>نشره <span class=name>هشام عيتاني</span> في أحد, 14/07/2024 - 10:22</span>"
    found = article(f"<h1>{HEADLINE}</h1><div>{line}</div><div>{BODY}</div>")
    assert found.byline is not None
    assert found.byline.authors == ("هشام عيتاني",)


@pytest.mark.parametrize("tab", ["المزيد من المؤلف", "المزيد عن الكاتبة"])
def test_a_tab_beside_the_heading_of_related_stories_is_no_title(tab: str) -> None:
    cards = "".join(f"<h3><a>{title}</a></h3>" for title in ("أمطار على الساحل", "سوق التمور يفتح"))
    found = article(
        f"<article><h1>{HEADLINE}</h1><div>{BODY}</div></article>"
        f"<div class='related'><h4><a>مقالات ذات صلة</a><a>{tab}</a></h4>{cards}</div>"
    )
    assert titles(found) == ["أمطار على الساحل", "سوق التمور يفتح"]


@pytest.mark.parametrize("marker", ["اقرأ أيضا:", "شاهد أيضًا:", "قد يهمك:", "ذات صلة:"])
@pytest.mark.parametrize("tags", ["p><strong", "p", "div"])
def test_a_marker_and_a_link_after_the_first_paragraph_are_a_related_story(
    marker: str, tags: str
) -> None:
    one, two = "متحف الفخار يفتح قاعته الجديدة للزوار", "ورشة لتعليم الأطفال فن الزخرفة"
    close = "</strong></p" if ">" in tags else f"</{tags}"
    first, last = (
        f"<{tags}>{marker} <a href=/{at}>{text}</a>{close}>" for at, text in enumerate((one, two))
    )
    body = f"<p>{ONE}</p>{first}<p>{TWO}</p><p>{THREE}</p>{last}"
    found = article(f"<article><h1>{HEADLINE}</h1>{body}</article>")
    inside = [
        item.title for part in found.body if isinstance(part, arnews.SeeAlso) for item in part.items
    ]
    assert sorted([*inside, *titles(found)], key=str) == sorted([one, two])
    assert (paragraphs(found), found.byline) == ([ONE, TWO, THREE], None)


@pytest.mark.parametrize("label", ["موضوعات", "الوسوم", "كلمات مفتاحية"])
def test_the_label_of_tags_counts_right_below_the_last_part_of_a_story(label: str) -> None:
    tags = f"<span>{label}</span><a href=/t/1>طرق القوافل</a><a href=/t/2>عمارة الطين</a>"
    body = f"<p>{ONE}</p><p>{TWO}</p><h2>ماذا بعد؟</h2><p>{THREE}</p>"
    found = article(f"<main><h1>{HEADLINE}</h1><div>{body}</div><div>{tags}</div></main>")
    assert found.tags == ("طرق القوافل", "عمارة الطين")


@pytest.mark.parametrize("home", ["الصفحة الأولى", "بوابة الخليج", "الرئيسية"])
@pytest.mark.parametrize("sign", ["&gt;", "»", "/", "›"])
def test_a_line_that_ends_with_the_headline_is_the_path_to_it(home: str, sign: str) -> None:
    line = f"<a href=/>{home}</a> {sign} <a href=/r>أخبار</a> {sign} <b>{HEADLINE}</b>"
    found = article(f"<p class=where>{line}</p><div><h1>{HEADLINE}</h1></div><div>{BODY}</div>")
    assert (found.headline, found.section, found.subtitle) == (HEADLINE, "أخبار", None)


@pytest.mark.parametrize("name", ["art-sec", "news_sec", "sec-name", "section-title", "sec"])
def test_words_called_a_section_stand_over_the_kicker(name: str) -> None:
    head = f"<div class={name}>حديث المدينة</div><h3>بعد عامين من العمل:</h3><h1>{HEADLINE}</h1>"
    found = article(f"<div>{head}<div>{BODY}</div></div>")
    assert (found.section, found.kicker) == ("حديث المدينة", "بعد عامين من العمل:")


@pytest.mark.parametrize(
    "footer", ["footer class=entry-meta", "footer", "footer class=post-footer"]
)
def test_the_footer_of_an_article_names_its_section_and_tags(footer: str) -> None:
    label = "<span class=screen-reader-text>التصنيفات </span>"
    foot = f"<{footer}>{label}<a href=/c rel='category tag'>تراث المدن</a></footer>"
    inner = f"<div class=inside><h1>{HEADLINE}</h1><div class=text>{BODY}</div>{foot}</div>"
    assert article(f"<article>{inner}</article>").section == "تراث المدن"


@pytest.mark.parametrize(
    "count",
    [
        "عدد التعليقات : 0",
        "عدد الزيارات: 1204",
        "التعليقات: 12",
        "6 صور",
        "3 فيديو",
        "عدد القراءات : 88",
    ],
)
def test_a_number_beside_the_date_is_no_deck_and_no_section(count: str) -> None:
    views = "<span>عدد المشاهدات : 1655</span>"
    day = "<span>تاريخ النشر : 20-11-2025 10:33 AM</span>"
    info = f"<div>{day} {views} <span>{count}</span></div>"
    found = article(f"<div><h1>{HEADLINE}</h1>{info}<div>{BODY}</div></div>")
    assert (found.subtitle, found.section, found.kicker) == (None, None, None)


@pytest.mark.parametrize(
    "paper", ["صحيفة الميناء الأسبوعية", "جريدة الضحى اليومية", "مجلة الشراع الشهرية"]
)
def test_the_name_of_the_paper_over_an_old_page_is_no_headline(paper: str) -> None:
    links = "<a href=i.php>الرئيسية</a> | <a href=n.php>الأخبار</a> | <a href=l.php>الأخيرة</a>"
    rows = (
        f"<font size=5><b>{paper}</b></font>",
        links,
        "<font size=2>العدد (77) - الأحد 9 مارس 2008</font>",
        f"<font size=5><b>{HEADLINE}</b></font><br><br>{'<br><br>'.join(TEXT)}<br>",
    )
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    found = article(f"<center><table>{table}</table></center>", title=paper)
    assert (found.headline, found.subtitle, paragraphs(found)) == (HEADLINE, None, TEXT)
    assert found.published is not None
    assert str(found.published.value) == "2008-03-09"


@pytest.mark.parametrize("label", ["أضيف بتاريخ:", "نشر في:", "تاريخ النشر:"])
@pytest.mark.parametrize("hour", ["الساعة 14:05", "14:05", "الساعة: 14:05"])
def test_the_hour_beside_the_day_under_a_text_is_its_hour(label: str, hour: str) -> None:
    foot = f"<div><span>{label} 10-03-2025</span> <span>{hour}</span> <a href=#>طباعة</a></div>"
    found = article(f"<div><h3>{HEADLINE}</h3><div>{BODY}</div>{foot}</div>")
    assert found.published is not None
    assert str(found.published.value) == "2025-03-10 14:05:00"


def test_an_hour_beside_the_day_of_a_comment_is_not_that_of_the_story() -> None:
    said = "<div><b>سالم</b> <span>12-03-2025</span> <span>08:10</span><p>شكرا لكم</p></div>"
    foot = f"<div><span>نشر في: 10-03-2025</span></div>{said}"
    found = article(f"<div><h3>{HEADLINE}</h3><div>{BODY}</div>{foot}</div>")
    assert found.published is not None
    assert str(found.published.value) == "2025-03-10"


def test_an_icon_that_another_follows_does_not_take_the_date_away() -> None:
    meta = "<span class='meta-item has-next-icon date'><time>4 مارس 2023</time></span>"
    found = article(f"<div><h1>{HEADLINE}</h1>{meta}</div><article><div>{BODY}</div></article>")
    assert found.published is not None
    assert str(found.published.value) == "2023-03-04"


@pytest.mark.parametrize("name", ["imgComment", "photo-comment", "pic_note"])
def test_a_comment_on_a_picture_is_its_caption(name: str) -> None:
    rows = f"<tr><td><img src=a.jpg></td></tr><tr><td class={name}>جانب من أبراج القلعة</td></tr>"
    found = article(f"<div><h1>{HEADLINE}</h1><table>{rows}</table><div>{BODY}</div></div>")
    assert found.lead_image is not None
    assert (found.lead_image.caption, paragraphs(found)) == ("جانب من أبراج القلعة", TEXT)


def test_a_place_called_a_category_below_the_headline_is_the_section() -> None:
    cats = "<span class=post-cats><i></i><a href=/h>حضرموت</a></span>"
    meta = f"<p class=post-meta><span class=tie-date>4 مارس، 2023</span>{cats}</p>"
    found = article(f"<article><h1>{HEADLINE}</h1>{meta}<div>{BODY}</div></article>")
    assert (found.section, found.byline) == ("حضرموت", None)


@pytest.mark.parametrize("home", ["الرئيسية", "الصفحة الأولى"])
@pytest.mark.parametrize("section", ["محليات", "أخبار المدينة"])
def test_the_last_step_of_a_path_is_the_section_without_a_link_too(section: str, home: str) -> None:
    path = f"<div class=path><a href=a.aspx>{home}</a> &gt; <span id=lbl1>{section}</span></div>"
    found = article(f"{path}<div><h1>{HEADLINE}</h1><div>{BODY}</div></div>")
    assert found.section == section


def test_the_name_of_a_page_that_ends_a_path_is_no_section() -> None:
    path = (
        "<div class=path><a href=/>الرئيسية</a> / <a href=/m>ملفات</a> / <b>تفاصيل الخبر</b></div>"
    )
    found = article(f"{path}<div><h1>{HEADLINE}</h1><div>{BODY}</div></div>")
    assert found.section == "ملفات"


def test_what_a_writer_is_below_his_name_over_the_headline_is_no_kicker() -> None:
    names = "<a href=/w>طارق الحموي</a><span>كاتب وروائي سوري</span>"
    found = article(
        "<div class=crumb><a href=/>الرئيسية</a> / <a href=/ara>آراء</a></div>"
        f"<main><div><div class=writer><img src=w.jpg>{names}</div>"
        f"<h1>{HEADLINE}</h1><div>4 مارس 2023</div></div><div>{BODY}</div></main>"
    )
    assert (found.section, found.kicker) == ("آراء", None)
    assert found.byline is not None
    assert (found.byline.authors, found.byline.role) == (("طارق الحموي",), "كاتب وروائي سوري")


@pytest.mark.parametrize("ends", ["؟", "!"])
def test_a_date_glued_to_a_title_that_asks_is_no_part_of_it(ends: str) -> None:
    cards = "".join(
        f"<div class=card><a href=/{at}>{title}</a><span>{at}/10/2023</span></div>"
        for at, title in enumerate([f"كيف تبنى القلاع{ends}", "أقدم خمسة حصون على الساحل"], 20)
    )
    found = article(
        f"<main><article><h1>{HEADLINE}</h1><div>{BODY}</div></article>"
        f"<section><h4>موضوعات ذات صلة</h4>{cards}</section></main>"
    )
    assert titles(found) == [f"كيف تبنى القلاع{ends}", "أقدم خمسة حصون على الساحل"]


def test_the_form_below_cards_that_end_with_a_button_is_not_related() -> None:
    more = "<a class=more>اقرأ المزيد »</a>"
    cards = "".join(
        f"<article><h3><a href=/{at}>{title}</a></h3><div>{at} مارس، 2023</div>{more}</article>"
        for at, title in enumerate(["أمطار على الساحل الشرقي", "سوق التمور يفتح أبوابه"], 1)
    )
    found = article(
        f"<div><div><h1>{HEADLINE}</h1></div><div><div>{BODY}</div></div>"
        "<div><h2>مقالات مشابهة</h2></div>"
        f"<div>{cards}</div><section><h2>اترك تعليقا</h2><form><label>التعليق *</label>"
        "<label>الاسم *</label><label>الموقع الإلكتروني</label></form></section></div>"
    )
    assert titles(found) == ["أمطار على الساحل الشرقي", "سوق التمور يفتح أبوابه"]


def test_page_builders_call_all_parts_widgets_also_without_the_bare_name() -> None:
    found = article(
        f"<div class=post><div class=x-widget-title><h1>{HEADLINE}</h1></div>"
        "<div class=x-widget-info><ul><li><span>حاورها: ماهر بن رجب</span></li>"
        "<li><span>4 مارس 2023</span></li></ul></div>"
        f"<div class=x-widget-content><div>{BODY}</div></div></div>"
    )
    assert found.byline is not None
    assert found.byline.authors == ("ماهر بن رجب",)
    assert found.published is not None


@pytest.mark.parametrize("minute", ["{}", "{}'", "{}+2"])
def test_the_minutes_of_a_match_are_no_text(minute: str) -> None:
    short = "انطلاق الشوط الثاني من دون تغييرات."
    entries = "".join(
        f"<li><span class=min>{minute.format(at)}</span><p>{text}</p></li>"
        for at, text in ((90, TWO), (46, short), (31, THREE))
    )
    found = article(
        f"<article><h1>{HEADLINE}</h1><div class=date>4 مارس 2023</div><div><p>{ONE}</p></div>"
        f"<ul class=timeline>{entries}</ul></article>"
    )
    assert (paragraphs(found), found.subtitle) == ([ONE, TWO, short, THREE], None)


@pytest.mark.parametrize(
    "opening",
    [
        "كسلا – مرايا النيل: ",
        "كسلا: مرايا النيل – ",
        "كسلا (مرايا النيل) - ",
        "كسلا/ مرايا النيل/ ",
    ],
)
def test_a_site_signs_with_its_own_name_in_a_dateline(opening: str) -> None:
    body = f"<p>{opening}{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    found = article(f"<h1>{HEADLINE}</h1><div>{body}</div>", title=f"{HEADLINE} - مرايا النيل")
    assert found.byline is not None
    assert (found.byline.publication, found.byline.authors) == ("مرايا النيل", ())
    assert (found.byline.place, found.byline.raw) == ("كسلا", opening)


def test_the_name_of_the_site_in_a_sentence_is_no_dateline() -> None:
    first = f"نجحت مرايا النيل - وهي بلدة صغيرة - في ما أرادت: {ONE}"
    body = f"<p>{first}</p><p>{TWO}</p><p>{THREE}</p>"
    found = article(f"<h1>{HEADLINE}</h1><div>{body}</div>", title=f"{HEADLINE} - مرايا النيل")
    assert found.byline is None


def test_a_word_of_the_menu_over_a_writer_is_no_section() -> None:
    found = article(
        "<ul><li><a href=/1>محليات</a></li><li><a href=/2>اقتصاد</a></li></ul>"
        "<main><div class=writer><img src=w.jpg><a href=/w>طارق الحموي</a></div>"
        f"<h1>{HEADLINE}</h1><div>4 مارس 2023</div><div>{BODY}</div></main>"
    )
    assert found.section is None


def test_a_path_of_one_line_begins_with_the_name_of_the_site() -> None:
    path = f"<aside class=path><span>المدار</span> &gt; <span>تراث</span> &gt; {HEADLINE}</aside>"
    found = article(
        f"<div>{path}<h1>{HEADLINE}</h1><div>{BODY}</div></div>", title=f"{HEADLINE} - المدار"
    )
    assert found.section == "تراث"


def test_the_source_of_a_picture_in_its_caption_signs_no_story() -> None:
    caption = "<span class=caption-text>أحد أبراج القلعة</span><em>المصدر: هيئة المتاحف</em>"
    found = article(
        f"<div><h1>{HEADLINE}</h1><div><img src=a.jpg></div>"
        f"<div class=feat-caption>{caption}</div><div>{BODY}</div></div>"
    )
    assert found.byline is None
    assert found.lead_image is not None
    assert found.lead_image.caption == "أحد أبراج القلعة"
    assert found.lead_image.credit is not None


def test_breaking_news_at_the_end_of_a_path_is_a_section() -> None:
    path = "<div class=breadcrumb><a href=/>الرئيسية</a> <a href=/s/65>أخبار عاجلة</a></div>"
    found = article(f"<div>{path}<h1>{HEADLINE}</h1><div>{BODY}</div></div>")
    assert found.section == "أخبار عاجلة"


def test_two_parts_of_a_text_are_one_text() -> None:
    more = "<p>".join([TWO, THREE, FOUR])
    image = "<img src=a.jpg><span class=itemImageCaption>أحد أبراج القلعة بعد الترميم</span>"
    found = article(
        f"<div class=itemView><h2 class=itemTitle>{HEADLINE}</h2><div class=itemBody>"
        f"<div>{image}<span class=itemImageCredits>منى الكافي</span></div>"
        f"<div class=itemIntroText><p>{ONE}</p></div><div class=itemFullText><p>{more}</p></div>"
        "</div><div class=itemContentFooter><b>آخر تعديل على 4 آذار/مارس 2023</b></div></div>"
    )
    assert (paragraphs(found), found.subtitle, found.byline) == (TEXT, None, None)
    assert found.modified is not None


def test_links_right_below_a_story_that_its_text_says_are_its_tags_outside_it_too() -> None:
    named = ["القلعة القديمة", "هيئة المتاحف", "أخبار الآثار"]
    tags = "".join(f"<h3><a href=/t>{tag}</a></h3>" for tag in named)
    related = "<h3>موضوعات متعلقة</h3><a href=/r>متحف البحر يفتح جناحا جديدا للأطفال</a>"
    found = article(
        f"<article><h1>{HEADLINE}</h1><div>{BODY}<div>{related}</div></div></article>"
        f"<div class=list>{tags}</div><footer><a href=/i>من نحن</a></footer>"
    )
    assert list(found.tags) == named
    assert titles(found) or any(isinstance(part, arnews.SeeAlso) for part in found.body)


@pytest.mark.parametrize("level", ["h2", "h3"])
def test_entries_below_headings_of_their_own_are_one_story(level: str) -> None:
    entries = "".join(
        f"<div class=post id=p{at}><time>{at}:40</time><{level}>{title}</{level}>"
        f"<div class=txt><p>{text}</p></div><a href=/f>فيسبوك</a><a href=/x>إكس</a></div>"
        for at, title, text in ((12, "وصول الضيوف", ONE), (11, "كلمة المدير", TWO), (10, "", THREE))
    )
    found = article(f"<main><h1>{HEADLINE}</h1><div class=posts>{entries}</div></main>")
    assert (paragraphs(found), subheadings(found)) == (TEXT[:3], ["وصول الضيوف", "كلمة المدير"])
    assert not found.figures


def test_the_next_story_below_its_own_first_heading_is_none_of_the_entries() -> None:
    stories = "".join(
        f"<article class=post><h1>{title}</h1><div class=txt>{text}</div></article>"
        for title, text in ((HEADLINE, BODY), ("متحف البحر يفتح جناحا جديدا للأطفال", BODY * 2))
    )
    assert len(page(f"<main>{stories}</main>").articles) == 2


def test_a_section_and_its_date_on_one_line_below_the_headline() -> None:
    bar = "<div><span>شؤون محلية</span> <span>07/03/2023</span></div>"
    found = article(f"<div><h1>{HEADLINE}</h1>{bar}<div>{BODY}</div></div>")
    assert (found.section, found.published is not None) == ("شؤون محلية", True)


@pytest.mark.parametrize("name", ["إكس", "فايسبوك", "تويتر"])
def test_a_network_to_share_with_is_no_credit(name: str) -> None:
    found = article(f"<div><h1>{HEADLINE}</h1><div><a>{name}</a></div><div>{BODY}</div></div>")
    shared = f"<div><a href=/s>{name}</a></div>"
    also = article(f"<div><h1>{HEADLINE}</h1>{shared}<div>{BODY}</div></div>")
    assert (found.lead_image, also.lead_image) == (None, None)


@pytest.mark.parametrize("engine", ["joomla, Joomla", "DotNetNuke,DNN"])
def test_key_words_of_the_program_that_made_a_page_are_no_tags(engine: str) -> None:
    head = f'<meta name="keywords" content="القلعة, أخبار, {engine}">'
    assert article(f"<h1>{HEADLINE}</h1><div>{BODY}</div>", head=head).tags == ()


@pytest.mark.parametrize("tag", ["strong", "b", "span"])
def test_a_bold_line_in_a_bare_element_like_the_paragraphs_is_a_subheading(tag: str) -> None:
    parts = [ONE, TWO, f"<{tag}>سبع قاعات</{tag}>", THREE, FOUR]
    body = "".join(f"<div dir=rtl>{part}</div>" for part in parts)
    found = article(f"<h1>{HEADLINE}</h1><div class=t>{body}</div>")
    assert (paragraphs(found), subheadings(found)) == (TEXT, ["سبع قاعات"])


def test_the_name_of_the_site_alone_below_the_headline_is_no_writer() -> None:
    for name, of_site in (("كورة الوادي", True), ("سمير ناصر", False)):
        info = f"<div><b class=by>{name}</b><b class=on>7 مارس 2023</b></div>"
        title = f"{HEADLINE} - {name}"
        found = article(f"<div><h1>{HEADLINE}</h1>{info}<div>{BODY}</div></div>", title=title)
        assert found.byline is not None
        assert found.byline.publication == (name if of_site else None)
        assert found.byline.authors == (() if of_site else (name,))


def test_the_name_of_the_site_beside_a_date_is_no_deck() -> None:
    info = "<div><span>مرايا النيل</span> <span>7 مارس 2023</span></div>"
    title = f"{HEADLINE} - مرايا النيل"
    found = article(f"<div><h1>{HEADLINE}</h1>{info}<div>{BODY}</div></div>", title=title)
    assert (found.subtitle, found.published is not None) == (None, True)


@pytest.mark.parametrize("sign", [" - ", "، ", " | "])
def test_signs_between_tags_are_none(sign: str) -> None:
    tags = sign.join(f"<a href=/t/{tag}>{tag}</a>" for tag in ("القلعة القديمة", "ناصر الخالدي"))
    found = article(f"<div><h1>{HEADLINE}</h1><div>{BODY}</div><div class=x>{tags}</div></div>")
    assert found.tags == ("القلعة القديمة", "ناصر الخالدي")


def authors(found: Article) -> tuple[str, ...]:
    return found.byline.authors if found.byline else ()


@pytest.mark.parametrize(
    "signed",
    [
        "<div class=writer>سامي الفهد</div>",
        "<p class=signature><b>سامي الفهد</b></p>",
        "<div class=author-name><a href=/w/7>سامي الفهد</a></div>",
        "<div class=kateb>سامي الفهد</div>",
        "<div class=tags><a href=/t/1>متاحف</a></div><span class=posted-by>سامي الفهد</span>",
    ],
)
def test_a_name_below_the_text_in_an_element_called_a_writer_signs(signed: str) -> None:
    found = article(f"<main><h1>{HEADLINE}</h1><div class=entry>{BODY}</div>{signed}</main>")
    assert authors(found) == ("سامي الفهد",)


@pytest.mark.parametrize(
    "line",
    [
        "<div class=byline>س.ف</div>",
        "<div class=author><a href=/w>راسل الكاتب</a></div>",
        "<div class=author>كاتب ومحلل سياسي</div>",
        "<h3>آراء الزوار</h3><div class=author>سامي الفهد</div><p>شكرا على الخبر الجميل</p>",
        "<a href=/2>القلعة القديمة تستقبل أول زوارها بعد الترميم</a><i class=author>سامي الفهد</i>",
        "<div class=more-writer><h4>المزيد من مقالات الكاتب</h4><a href=/2>سامي الفهد</a></div>",
    ],
)
def test_what_is_no_name_or_not_of_the_story_does_not_sign(line: str) -> None:
    found = article(f"<main><h1>{HEADLINE}</h1><div class=entry>{BODY}</div>{line}</main>")
    assert authors(found) == ()


CARD = (
    "<div class=author-box><img src=/w.jpg><{0}><a href=/w>سامي الفهد</a></{0}>"
    "<p>صحافي من الوادي يكتب عن المتاحف والتراث منذ عشرين عاما</p>"
    "<a href=/w>المزيد من المقالات</a></div>"
)


@pytest.mark.parametrize("tag", ["h4", "b", "div"])
@pytest.mark.parametrize(
    "page_with",
    [
        "<h1>{0}</h1>{1}<div class=entry>{2}{3}</div>",
        "<h1>{0}</h1><div class=entry>{2}{1}{3}</div>",
        "<h1>{0}</h1><div class=entry>{2}{3}</div>{1}",
    ],
)
def test_the_card_of_a_writer_names_him_and_no_more(tag: str, page_with: str) -> None:
    parts = (f"<p>{text}</p>" for text in (ONE, f"{TWO}</p><p>{THREE}"))
    found = article(f"<main>{page_with.format(HEADLINE, CARD.format(tag), *parts)}</main>")
    assert (authors(found), found.subtitle, found.figures) == (("سامي الفهد",), None, ())
    assert (paragraphs(found), found.related) == ([ONE, TWO, THREE], ())


def test_a_card_below_a_signed_text_is_of_nobody_else() -> None:
    card = CARD.format("b")
    above = f"<div>كتب: هاني سالم</div><div class=entry>{BODY}</div>"
    found = article(f"<main><h1>{HEADLINE}</h1>{above}{card}</main>")
    assert authors(found) == ("هاني سالم",)


SCENE = "لحظة دخول أول الزوار إلى القلعة"


@pytest.mark.parametrize(
    "player",
    [
        "<video src=/v.mp4></video><span>00:54</span><div class=t>{}</div>",
        "<video src=/v.mp4></video><div class=video-title>{}</div>",
        "<div class=video-title>{}</div><video src=/v.mp4></video>",
        "<div id=player><b>2:05:54</b></div><div class=video-desc>{}</div>",
        "<iframe src=https://www.youtube.com/embed/1></iframe><p>{}</p>",
    ],
)
def test_a_line_beside_a_player_over_the_text_is_its_caption(player: str) -> None:
    player = f"<div class=player>{player.format(SCENE)}</div>"
    bar = "<div><span>3 مارس 2024</span></div>"
    found = article(f"<main><h1>{HEADLINE}</h1>{bar}{player}<div class=e>{BODY}</div></main>")
    assert ([figure.caption for figure in found.figures], found.subtitle) == ([SCENE], None)


@pytest.mark.parametrize(
    ("heading", "are_related"),
    [
        ("شاهد أيضا", True),
        ("فيديوهات ذات صلة", True),
        ("فيديوهات قد تعجبك", False),
        ("مقاطع فيديو أخرى", False),
        ("فيديوهات مقترحة", False),
    ],
)
def test_other_videos_are_related_if_their_heading_says_so(heading: str, are_related: bool) -> None:
    videos = ["رحلة داخل سوق السمك القديم", "صانع السفن الخشبية الأخير في الوادي"]
    cards = "".join(f"<a href=/v{len(t)}><b>01:11</b><span>{t}</span></a>" for t in videos)
    more = f"<section class=related-videos><h3>{heading}</h3>{cards}</section>"
    found = article(f"<main><h1>{HEADLINE}</h1><div class=e>{BODY}</div></main>{more}")
    assert titles(found) == (videos if are_related else [])


@pytest.mark.parametrize(
    "card",
    [
        "<div class=match-card><b>الجهراء</b><i>3 : 1</i><b>كاظمة</b><p>دوري زين الممتاز</p></div>",
        "<div class=weather-box><b>بغداد</b><i>32°</i></div>",
        "<div class=prayers><p>المنامة</p><ul><li>الظهر 11:51<li>المغرب 5:35</ul></div>",
        "<div class=currency><ul><li>دولار أمريكي 48.25<li>ريال سعودي 12.86</ul></div>",
        "<div class=poll><h4>استطلاع</h4><p>هل تؤيد فتح القلعة مجانا؟</p><b>نعم</b></div>",
        "<div class=countdown><p>العد التنازلي لشهر رمضان</p><b>12</b><i>يوم</i></div>",
        "<div class=lineup><h4>التشكيلة</h4><ul><li>حميد القلاف<li>خالد إبراهيم</ul></div>",
        "<table><tr><td>1<td>العربي<td>42<tr><td>2<td>الكويت<td>40<tr><td>3<td>صنعاء<td>33</table>",
    ],
)
@pytest.mark.parametrize("place", ["{1}{0}", "{0}{1}"])
def test_a_card_of_results_prices_or_hours_is_in_no_field(card: str, place: str) -> None:
    bar = "<div><span>سامي الفهد</span><span>3 مارس 2024</span></div>"
    heading = f"<h1>{HEADLINE}</h1>"
    found = article(f"<main>{place.format(heading, card)}{bar}<div class=e>{BODY}</div></main>")
    assert found.byline is not None
    assert (found.byline.authors, found.byline.place) == (("سامي الفهد",), None)
    assert (found.section, found.kicker, found.subtitle) == (None, None, None)
    assert (paragraphs(found), found.figures, found.tags) == (TEXT, (), ())


def test_a_table_in_the_text_stays_whatever_it_is_called() -> None:
    rows = "<tr><td>1<td>العربي<td>42<tr><td>2<td>الكويت<td>40<tr><td>3<td>كاظمة<td>33"
    table = f"<div class=scores><table>{rows}</table></div>"
    text = f"<p>{ONE}</p>{table}<p>{TWO}</p>"
    found = article(f"<main><h1>{HEADLINE}</h1><div class=e>{text}</div></main>")
    assert [type(part).__name__ for part in found.body] == ["Paragraph", "Table", "Paragraph"]


SIGNED_BY_SITE = [
    ("عدن: مرايا القلعة – ", "عدن"),
    ("مرايا القلعة/ ", None),
    ("مرايا القلعة - ", None),
]


@pytest.mark.parametrize(("head", "place"), SIGNED_BY_SITE)
@pytest.mark.parametrize("printed", ["rights", "masthead"])
def test_the_name_of_a_site_that_states_none_signs(head: str, place: str, printed: str) -> None:
    menu = "".join(
        f"<li><a href=/{word}>{word}</a></li>" for word in ("الرئيسية", "الأخبار", "رياضة")
    )
    top = f"<div><a href=/>مرايا القلعة</a><ul>{menu}</ul></div>" if printed == "masthead" else ""
    foot = "<p>كل الحقوق محفوظة لصحيفة مرايا القلعة 2025</p>" if printed == "rights" else ""
    text = BODY.replace(ONE, head + ONE.replace("قالت", "دشنت"))
    byline = article(f"{top}<div><h1>{HEADLINE}</h1><div>{text}</div></div>{foot}").byline
    assert byline is not None
    assert (byline.publication, byline.place) == ("مرايا القلعة", place)


def test_the_name_of_a_site_before_a_parenthesis_or_a_colon_signs_nothing() -> None:
    foot = "<p>كل الحقوق محفوظة لصحيفة القلعة 2025</p>"
    for text in ("القلعة - وهي الأقدم في البلاد - تفتح أبوابها", "القلعة: أبراج سبعة تنتظر الزوار"):
        body = BODY.replace(ONE, f"{text} بعد عامين من أعمال الترميم التي أنهتها هيئة المتاحف أمس.")
        assert article(f"<div><h1>{HEADLINE}</h1><div>{body}</div></div>{foot}").byline is None


def test_the_section_in_the_row_above_the_headline_of_a_table() -> None:
    rows = ("محليات", HEADLINE, "الاثنين 20-1-2014", "نسخة للطباعة | إرسال إلى صديق")
    section, title, day, foot = (f"<tr><td><p><font>{row}</font></p></td></tr>" for row in rows)
    text = f"<tr><td>{BODY}</td></tr>"
    found = article(f"<table>{section}{title}{day}{text}{foot}</table>", title="صحيفة القلعة")
    assert (found.headline, found.section, paragraphs(found)) == (HEADLINE, "محليات", TEXT)
    kicker = section.replace("محليات", "بعد عامين من العمل")
    found = article(f"<table>{kicker}{title}{day}{text}{foot}</table>", title="صحيفة القلعة")
    assert (found.section, found.kicker) == (None, "بعد عامين من العمل")


BESIDE = ("استخراج جواز السفر إلكترونيا", "أفضل خمس وصفات")


@pytest.mark.parametrize(
    "beside",
    [
        "<nav class=post-navigation><a href=/1 rel=prev>{}</a><a href=/2 rel=next>{}</a></nav>",
        "<ul class=pager><li><a href=/1>{}</a></li><li><a href=/2>{}</a></li></ul>",
        "<div class=prev-next-posts><a href=/1>{}</a><a href=/2>{}</a></div>",
        "<div><a href=/1>« {}</a></div><div><a href=/2>{} »</a></div>",
    ],
)
def test_the_stories_before_and_after_are_no_tags_below_the_label_of_a_section(beside: str) -> None:
    section = "<span>التصنيفات</span> <a href=/c rel='category tag'>تراث الخليج</a>"
    tags = "<span>الوسوم</span> <a href=/t1 rel=tag>الترميم</a> <a href=/t2 rel=tag>القلعة</a>"
    for foot, told in ((section, ()), (section + tags, ("الترميم", "القلعة"))):
        found = article(
            f"<article><h1>{HEADLINE}</h1><div class=entry-content>{BODY}</div>"
            f"<footer class=entry-footer>{foot}{beside.format(*BESIDE)}</footer></article>"
        )
        assert (found.section, found.tags) == ("تراث الخليج", told)


def test_short_questions_of_who_asks_in_long_ones_too_are_paragraphs() -> None:
    asked = "القلعة: وماذا بعد؟"
    long = "القلعة: هل صحيح أن أعمال الترميم تأخرت عاما كاملا بسبب نقص الحجارة؟"
    parts = [ONE, f"<b>{long}</b>", TWO, f"<b>{asked}</b>", THREE]
    body = "".join(f"<p>{part}</p>" for part in parts)
    assert paragraphs(article(f"<h1>{HEADLINE}</h1><div>{body}</div>"))[-2] == asked
    alone = body.replace(f"<p><b>{long}</b></p>", f"<p>{FOUR}</p>")
    assert subheadings(article(f"<h1>{HEADLINE}</h1><div>{alone}</div>")) == [asked]


LED_TO = ["القلعة القديمة", "متاحف الخليج"]  # tags of which the text does not say most


@pytest.mark.parametrize(
    "address", ["/tag/", "/ar/tags/", "/topic/", "/?tag=", "/Keyword/", "/وسم/"]
)
def test_links_below_the_text_whose_addresses_say_so_are_tags(address: str) -> None:
    links = " ".join(f"<a href='{address}{at}'>{tag}</a>" for at, tag in enumerate(LED_TO))
    story = f"<h1>{HEADLINE}</h1><div class=e>{BODY}</div>"
    inside = article(f"<main>{story}<div>{links}</div></main>")
    outside = article(f"<article>{story}</article><div>{links}</div>")
    assert [list(found.tags) for found in (inside, outside)] == [LED_TO, LED_TO]
    assert paragraphs(inside) == paragraphs(outside) == TEXT


def test_tags_below_related_stories_leave_those_related() -> None:
    others = "<h3>اقرأ أيضا</h3><a href=/2>ميناء الصيادين يستقبل أول سفينة سياحية</a>"
    links = " ".join(f"<a href='/tag/{at}'>{tag}</a>" for at, tag in enumerate(LED_TO))
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div>{others}<div>{links}</div></main>")
    assert (titles(found), list(found.tags)) == (["ميناء الصيادين يستقبل أول سفينة سياحية"], LED_TO)


@pytest.mark.parametrize(
    "links",
    [
        "<h4>مواضيع رائجة</h4><a href=/tag/1>فلك</a> <a href=/tag/2>سوق الذهب</a>",
        "<a href=/category/1>اقتصاد</a> <a href=/category/2>رياضة</a>",
        " ".join(f"<a href=/tag/{at}>مدينة {at}</a>" for at in range(30)),
    ],
)
def test_links_to_tags_or_sections_of_the_site_are_no_tags(links: str) -> None:
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div><div>{links}</div></main>")
    assert found.tags == ()


@pytest.mark.parametrize(
    "above",
    [
        "<div><span>الرئيسية</span> / <span>أخبار</span> / <span>بلديات</span></div>",
        f"<nav><p><a href=/>الرئيسية</a> - <a href=/c>بلديات</a> - <b>{HEADLINE}</b></p></nav>",
        "<a href=/category/7>بلديات</a>",
        "<div class=cats><a href=/c/1>بلديات</a><a href=/c/2>تراث وآثار</a></div>",
        "<span class=cat-links><a href=/c/1>بلديات</a>, <a href=/c/2>تراث وآثار</a></span>",
    ],
)
def test_a_path_without_names_or_two_sections_above_a_headline(above: str) -> None:
    found = article(f"<main>{above}<article><h1>{HEADLINE}</h1><div>{BODY}</div></article></main>")
    assert (found.section, found.headline) == ("بلديات", HEADLINE)


def test_a_link_below_the_headline_whose_address_says_so_is_the_section() -> None:
    def bar(*addresses: str) -> str | None:
        links = "".join(f"<b><a href={address}>شؤون بلدية</a></b>" for address in addresses)
        return article(f"<main><h1>{HEADLINE}</h1>{links}<div>{BODY}</div></main>").section

    assert bar("/section/7") == "شؤون بلدية"
    assert bar("/writers/7") is bar("/section/7", "/section/8") is None


def test_more_sections_than_a_story_has_are_a_menu() -> None:
    links = "".join(
        f"<a href=/c/{at}>{name}</a>" for at, name in enumerate(["مال", "فلك", "بحر", "جو"])
    )
    found = article(
        f"<main><div class=cats>{links}</div><h1>{HEADLINE}</h1><div>{BODY}</div></main>"
    )
    assert found.section is None


def test_a_date_in_a_row_of_buttons_is_that_of_the_story() -> None:
    row = "<div class=info-and-share><ul><li><div class='date date--v2'>{}</div></li></ul>"
    row += "<a class=share href=#s>شارك</a></div>"
    found = article(f"<div><h1>{HEADLINE}</h1>{row.format('12 مايو 2016')}<div>{BODY}</div></div>")
    assert found.published is not None
    assert found.published.iso == "2016-05-12"
    assert article(f"<div><h1>{HEADLINE}</h1><div>{BODY}</div></div>").published is None


def test_a_head_apart_from_the_text_may_have_the_headline_of_both() -> None:
    head = f"<div><h3>{HEADLINE}</h3><p>{DECK}</p></div>"
    found = article(f"<main>{head}<div><h3>{HEADLINE}</h3>{BODY}</div></main>", title="خبر")
    assert (found.headline, found.subtitle, paragraphs(found)) == (HEADLINE, DECK, TEXT)


def test_a_link_that_the_metadata_names_is_no_second_article() -> None:
    named = "القلعة القديمة تستقبل زوارها بعد الترميم"
    links = "".join(f"<a href=/{n}>خبر آخر عن القلعة القديمة {n}</a>" for n in ("أ", "ب"))
    related = f"<div><h3>أخبار ذات صلة</h3>{links}</div>"
    card = f"<div><img src=b.jpg><div>عاجل</div><h3><a href=#>{named}</a></h3></div>"
    found = article(
        f"<main><div><h1>{HEADLINE}</h1><div>{BODY}</div></div>{related}<div>{card}</div></main>",
        title=named,
        head='<meta property="og:type" content="article">',
    )
    assert (found.headline, paragraphs(found)) == (HEADLINE, TEXT)


def test_blanks_of_no_width_around_a_paragraph_are_none_of_its_text() -> None:
    held = "".join(f"<p>\n \u200b{text}\u200b </p>" for text in TEXT)
    assert paragraphs(article(f"<h1>{HEADLINE}</h1><div>{held}</div>")) == TEXT
    inside = ONE.replace("القلعة", "القل\u200bعة")
    found = article(f"<h1>{HEADLINE}</h1><div><p>{inside}</p>{BODY}</div>")
    assert paragraphs(found)[0] == inside


def test_the_section_may_be_stated_by_an_older_name() -> None:
    head = '<meta property="og:article:section" content="آثار">'
    found = article(f"<main><h1>{HEADLINE}</h1><div>{BODY}</div></main>", head=head)
    assert found.section == "آثار"
