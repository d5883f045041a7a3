"""Text is cut where it is cut, and what removers of tags glued or broke is mended.

All texts are invented.
"""

from functools import partial

import pytest

import arnews
from arnews.limits import Limits
from arnews.segment.text import segment
from helpers.laws import check_laws
from helpers.linear import assert_linear

LINK = (
    "قال الناطق باسم الهيئة في بيان صدر عن\nوزارة المياه\n"
    "، إن السدود امتلأت، مضيفا أن\nنهر الوادي\n"
    "، وهو أطول الأنهار\n.\nوتابع أن الأمر مطمئن."
)


def cut(text):
    blocks = segment(text, Limits())
    at = 0
    for block in blocks:
        assert text[at : block.start] == block.gap
        assert not block.gap.strip()
        assert text[block.start : block.end] == block.text
        at = block.end
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("عنوان\n\nنص أول.\nنص ثان.", ["عنوان", "نص أول.", "نص ثان."]),
        ("  عنوان     نص أول.          نص ثان. ", ["عنوان", "نص أول.", "نص ثان."]),
        ("موقع - عنوان  \n    الأحد    عنوان\n نص.", ["موقع - عنوان", "الأحد", "عنوان", "نص."]),
        ("سطر\r\nسطر ثان\rسطر ثالث", ["سطر", "سطر ثان", "سطر ثالث"]),
        ("سطر\u2028واحد\x0cفقط", ["سطر\u2028واحد\x0cفقط"]),
    ],
)
def test_cut_at_line_ends_and_runs_of_blanks(text, blocks):
    assert cut(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("انتهت الأعمال.اضافة اعلان", ["انتهت الأعمال.", "اضافة اعلان"]),
        (
            "انتهت الأعمال.إضافة إعلانوقال المدير",
            ["انتهت الأعمال.", "إضافة إعلان", "وقال المدير"],
        ),
        ("© Sputnik . Ivan Petrovسد على النهر", ["© Sputnik . Ivan Petrov", "سد على النهر"]),
        ("سد على النهر© Sputnik . Ivan", ["سد على النهر", "© Sputnik . Ivan"]),
        ("(AP Photo/Ivan Petrov)سد على النهر", ["(AP Photo/Ivan Petrov)", "سد على النهر"]),
        ("سد على النهر © فرانس24", ["سد على النهر © فرانس24"]),
        (
            "كتب سمير ناصر9 آذار 2025لا توجد تعليقات",
            ["كتب سمير ناصر", "9 آذار 2025", "لا توجد تعليقات"],
        ),
        ("الخميس18 غشت 2016م", ["الخميس18 غشت 2016م"]),
        (
            f"{'دارت الألعاب ' * 6}حتى 2 أكتوبر 1988بمشاركة",
            [f"{'دارت الألعاب ' * 6}حتى 2 أكتوبر 1988بمشاركة"],
        ),
        (
            "سبتمبر 2, 2025سبتمبر 1, 2025 بواسطة هبة",
            ["سبتمبر 2, 2025", "سبتمبر 1, 2025 بواسطة هبة"],
        ),
        ("2025-11-29انطلاق المهرجان", ["2025-11-29", "انطلاق المهرجان"]),
        ("في عام 2025م بدأ العمل", ["في عام 2025م بدأ العمل"]),
        ("قناة24عربية", ["قناة24عربية"]),
        ("شركة (ABC) وشركة أخرى", ["شركة (ABC) وشركة أخرى"]),
        (
            "قال إن اضافة اعلان في الصحيفة تكلف كثيرا.",
            ["قال إن اضافة اعلان في الصحيفة تكلف كثيرا."],
        ),
    ],
)
def test_glued_blocks_are_parted_where_a_word_or_credit_shows_it(text, blocks):
    assert cut(text) == blocks


def test_sentences_glued_throughout_are_paragraphs():
    sentences = [
        f"وقال المدير رقم {n} إن العمل في المشروع يسير كما خطط له منذ البداية." for n in range(5)
    ]
    assert cut("".join(sentences)) == sentences
    assert cut(" ".join(sentences)) == [" ".join(sentences)]


def test_how_many_stops_without_a_blank_glue_a_line():
    """Three in a line of more than 200 characters, and more than stops with a blank."""
    sentence = "وقال المدير إن أعمال المشروع تسير كما خطط لها."
    four, five = sentence * 4, sentence * 5
    assert len(four) < 200 < len(five)
    assert cut(four) == [four]
    assert cut(five) == [sentence] * 5
    long = sentence.replace(".", " منذ البداية وحتى اليوم.")
    assert cut(long * 4) == [long] * 4
    assert cut(long * 3 + " نهاية") == [long * 3 + " نهاية"]
    assert cut(long * 4 + " نهاية" + f" {long}" * 3) == [long * 4 + " نهاية" + f" {long}" * 3]


#: «|» parts the blocks.
CLOSE = [
    # A credit in Latin letters is glued to its caption, if it is one.
    f"©{'a' * 80}|سد",
    f"©{'a' * 81}سد",
    f"({'a' * 80})|سد",
    f"({'a' * 81})سد",
    "© سد",
    "(ab)|سد",
    "(a)سد",
    # A word of the interface is glued to a full stop, not to a blank or a bracket.
    "انتهت الأعمال؟|اضافة اعلان",
    "انتهت الأعمال .اضافة اعلان",
    "قال (اضافة اعلان) أمس",
    # No line begins with a mark, unless the one above was ended, or stands apart.
    "قال الوزير\n، وأضاف",
    "قال الوزير\r\n، وأضاف",
    "قال الوزير  \n  ، وأضاف",
    "قال الوزير\n؛ وأضاف",
    "قال الوزير\n. ثم",
    "قال الوزير\n.",
    "قال الوزير\n|...",
    "قال الوزير\n|،وأضاف",
    "قال الوزير.\n|، وأضاف",
    "قال الوزير:\n|، وأضاف",
    "قال الوزير\n\n|، وأضاف",
    "قال الوزير\n،\nوأضاف الوزير",
    "قال الوزير\n،\n\n|وأضاف الوزير",
    # A bracket closes what the line above opened.
    "قال الوزير (أمس\n) إن السدود",
    "قال الوزير «أمس\n» إن السدود",
    "قال (الوزير) (أمس\n) إن السدود",
    "قال الوزير أمس\n|) إن السدود",
    "قال (الوزير) أمس\n|) إن السدود",
    # One line that breaks off may be a verse; two are a page that breaks its sentences.
    "قال إن السدود امتلأت في\n|وادي النهر كما كانت.\n|وختم.",
    "قال إن السدود امتلأت في\nوادي النهر كما كانت.\n|وأضاف أن المياه تكفي إلى\nنهاية العام.",
    "قال إن السدود امتلأت على\nضفة النهر كما كانت.\n|وأضاف أن المياه تكفي إلى\nنهاية العام.",
    # A verb behind «و» alone on its line wants another.
    "وقال\nالوزير إن السدود امتلأت.\n|وأضاف أن المياه تكفي إلى\nنهاية العام.",
    "برطمان\n|الوزير إن السدود امتلأت.\n|وأضاف أن المياه تكفي إلى\n|نهاية العام.",
    # The sentence ends in one of the next six lines.
    "قال إن السدود ملئت في\nوادي\nنهر\nبحر\nسد\nماء\nعين.\n|وأضاف أن المخزون كاف إلى\nالغد.",
    "قال إن السدود ملئت في\n|واد\n|نهر\n|بحر\n|سد\n|ماء\n|عين\n|يم.\n|وأضاف أن ماء السد في\n|غد.",
    # What stands before a link, and how long the link is.
    f"{'ب' * 20}\n{'ب' * 60}\n، إن السدود امتلأت\n، مضيفا",
    f"{'ب' * 20}\n|{'ب' * 61}\n، إن السدود امتلأت\n، مضيفا",
    f"{'ب' * 19}\n|{'ب' * 60}\n، إن السدود امتلأت\n، مضيفا",
    # Blanks around links.
    f"قال الوزير \n{'ب' * 60}\n إن السدود",
    f"قال الوزير \n|{'ب' * 61}\n |إن السدود",
    "قال الوزير \nوزارة المياه\n، إن السدود",
    "قال الوزير \nوزارة\n \nمياه\n إن السدود",
    "قال \n|وزارة المياه\n |إن السدود",
    "قال الوزير. \n|وزارة المياه\n |إن السدود",
    "قال الوزير \n|وزارة المياه\n |5 السدود",
    "قال الوزير \n|وزارة المياه\n|إن السدود",
    "قال الوزير\n|وزارة المياه\n |إن السدود",
    # Four blanks or a tab at the beginning of a line, on a page whose blocks have none.
    "سطر أول\n    من السدود\n|سطر ثان\n|سطر ثالث",
    "سطر أول\n\tمن السدود\n|سطر ثان\n|سطر ثالث",
    "سطر أول\n   |من السدود\n|سطر ثان\n|سطر ثالث",
    "سطر أول.\n    |من السدود\n|سطر ثان\n|سطر ثالث",
    "سطر أول\n\n    |من السدود\n|سطر ثان\n|سطر ثالث",
    "سطر أول\n    من السدود\n    سطر ثان\n|سطر ثالث\n|نص",
    "سطر أول\n    |من السدود\n    |سطر ثان\n    |سطر ثالث\n|نص",
    # The title of a site is parted from a headline that stands nowhere else.
    "قمة الرياض تختتم أعمالها بخطة| - BBC Arabic\n|نص",
    "قمة الرياض تختتم أعمالها بخطة - لجنة| - BBC Arabic\n|نص",
    "قمة الرياض تختتم أعمالها بخطة - BBC Arabic\n|قمة الرياض تختتم أعمالها بخطة\n|نص",
    "قمة الرياض تختتم أعمالها بخطة| - فرانس 24 / FRANCE 24\n|نص",
    "قمة الرياض تختتم أعمالها بخطة - رويترز\n|نص",
    f"{'ب' * 20}| - BBC Arabic\n|نص",
    f"{'ب' * 19} - BBC Arabic\n|نص",
]


@pytest.mark.parametrize("text", CLOSE)
def test_what_is_close_to_glued_or_broken(text):
    blocks = [block.strip(" \t\n\r") for block in text.split("|")]
    assert cut(text.replace("|", "")) == blocks


def test_a_dotted_abbreviation_glues_nothing():
    text = "نقلت أ.ف.ب.عن مصدر في ا.ب.أن د.سعيد قال ذلك، وأن م.علي نفى. " * 5
    assert cut(text) == [text.strip()]


def test_sentences_broken_at_links_are_joined():
    whole, after = cut(LINK)
    assert whole == LINK[: LINK.rindex("\n")]
    assert after == "وتابع أن الأمر مطمئن."


def test_a_line_that_begins_with_that_goes_on_with_a_link():
    torn = "قال رئيس قسم العمارة في\nجامعة الوادي\nسعاد حداد\nأن السدود امتلأت هذا العام."
    assert cut(f"محليات\n{torn}\nوتابع أن الأمر مطمئن.")[1:-1] == [torn]
    titled = "رأي\nأن تكون كاتبا في زمن العجلة\nقال الراوي إن الأمر بدأ قبل عام."
    assert cut(titled) == titled.split("\n")


def test_a_name_in_latin_letters_behind_a_verb_is_of_its_sentence():
    below = "البريطاني، أن لصوصا سرقوا لوحات ثمينة من متحف المدينة القديمة فجر الأحد."
    torn = f"ذكر موقع\nEast River Post\n{below}"
    assert cut(f"سرقة متحف المدينة\n{torn}\nوتابع أن الأمر مطمئن.")[1:-1] == [torn]
    for above in ("لوحات من المتحف القديم", "سرقة متحف المدينة القديمة"):
        captioned = f"محليات\n{above}\nGetty Images\n{below}"
        assert cut(captioned) == captioned.split("\n")


def test_a_sentence_whose_link_a_scraper_lost_goes_on_behind_the_blanks():
    below = "الساحلية أن شركة النقل بدأت اليوم تسيير رحلات بين المدينتين بأسعار مخفضة."
    for torn in (f"ذكرت وكالة \n {below}", f'ونقل موقع " \n " {below}'):
        assert cut(f"{torn}\nوتابع أن الأمر مطمئن.")[0] == torn
    titled = f"رحلات جديدة بين المدينتين \n {below}"
    assert len(cut(f"{titled}\nوتابع أن الأمر مطمئن.")) == 3


def test_a_joined_sentence_is_one_paragraph_of_one_line():
    text = f"السدود تمتلئ بعد أمطار الشتاء\n\n{LINK}"
    page = arnews.parse(text)
    check_laws(page, text)
    first, second = page.articles[0].paragraphs
    assert first.text == (
        "قال الناطق باسم الهيئة في بيان صدر عن وزارة المياه، إن السدود امتلأت، مضيفا أن نهر"
        " الوادي، وهو أطول الأنهار."
    )
    assert second.text == "وتابع أن الأمر مطمئن."


def test_lines_that_the_source_broke_and_indented_are_joined():
    text = "\n".join(
        (
            "السدود تمتلئ بعد أمطار الشتاء",
            "                    والوزارة تطمئن",
            "",
            "محليات",
            "",
            "قال الناطق إن السدود امتلأت هذا العام كما لم تمتلئ",
            "                    من قبل.",
            "وتابع أن الأمر مطمئن.",
        )
    )
    broken, section, first, second = cut(text)
    assert " ".join(broken.split()) == "السدود تمتلئ بعد أمطار الشتاء والوزارة تطمئن"
    assert (section, second) == ("محليات", "وتابع أن الأمر مطمئن.")
    assert first.endswith("من قبل.")


def test_blanks_around_links_stay_where_the_tags_stood():
    text = (
        "وقالت إدارة المتحف في \nجامعة العاصمة\n \nسعاد حداد\n إن الأبواب تفتح غداً.\n\n\n"
        "وختم. \nأيام الافتتاح\n وتبدأ الجولة عند الظهر.\n\n"
        "وتنشر التفاصيل في \nدليل الزوار\n."
    )
    first, *others = cut(text)
    told = "وقالت إدارة المتحف في جامعة العاصمة سعاد حداد إن الأبواب تفتح غداً."
    assert " ".join(first.split()) == told
    assert others[:3] == ["وختم.", "أيام الافتتاح", "وتبدأ الجولة عند الظهر."]
    assert " ".join(others[3].split()) == "وتنشر التفاصيل في دليل الزوار ."


def test_blocks_that_a_writer_of_text_indents_are_blocks():
    text = "مواضيع ذات صلة\n\n    السدود تمتلئ\n    الوزارة تطمئن السكان\n\nخاتمة الصفحة"
    assert cut(text) == [
        "مواضيع ذات صلة",
        "السدود تمتلئ",
        "الوزارة تطمئن السكان",
        "خاتمة الصفحة",
    ]


def test_marks_of_markdown_stand_in_the_gap():
    text = "## عنوان\n\n\\- محدث\n\n> وقال الوزير\n\n- نقطة"
    blocks = segment(text, Limits())
    assert [block.text for block in blocks] == ["عنوان", "- محدث", "وقال الوزير", "- نقطة"]
    assert "".join(block.gap + block.text for block in blocks) == text


def test_icons_of_markdown_stand_in_the_gap():
    text = "__سالم راشد __17 نوفمبر، 2025 __محليات\n  * __\n  * __اطبع\n__ __\n__ اضف تعليق"
    blocks = segment(text, Limits())
    assert [block.text for block in blocks] == [
        *("سالم راشد", "17 نوفمبر، 2025", "محليات", "اطبع", "اضف تعليق"),
    ]
    assert "".join(block.gap + block.text for block in blocks) == text


def test_marks_of_emphasis_around_a_line_stand_in_the_gap():
    text = "__السدود تمتلئ__\n\n_الوزارة تطمئن السكان_\n_سد_ و_سد_\n#سد_النهر_\n"
    blocks = segment(text, Limits())
    assert [block.text for block in blocks] == [
        *("السدود تمتلئ", "الوزارة تطمئن السكان", "_سد_ و_سد_", "#سد_النهر_"),
    ]


def test_words_of_a_menu_go_on_with_no_sentence():
    menu = ["مكسيكو", ":\xa0التلفزيون", "الوادي", "فيديو", "العالم", "اقتصاد", "منوعات", "صحة"]
    text = "\n".join([*menu, "السدود تمتلئ بعد أمطار الشتاء", "12 مارس 2021", LINK])
    assert cut(text)[1:9] == [*menu[2:], "السدود تمتلئ بعد أمطار الشتاء", "12 مارس 2021"]


def test_a_link_in_brackets_is_of_its_line():
    text = "متطوعة ترمم الجدار قرب البرج (\nتصوير: سمير ناصر\n)\nوقال المدير إن العمل بدأ."
    first, second = cut(text)
    assert " ".join(first.split()) == "متطوعة ترمم الجدار قرب البرج ( تصوير: سمير ناصر )"
    assert second == "وقال المدير إن العمل بدأ."


def test_a_title_printed_several_times_is_no_broken_line():
    title = "الوزارة تفتح بوابات السد الكبير تدريجيا بعد أمطار غزيرة هطلت على الجبال"
    text = "\n".join((title, title, "الوادي", title, title, "محليات", title, "رياضة"))
    assert cut(text) == text.split("\n")


def test_indented_blocks_are_blocks():
    lines = ["موقع - عنوان", "الأحد 18 مارس 2025", "عنوان الخبر هنا", "نص الخبر."]
    assert cut("\n        ".join(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "عنوان الخبر\nنص أول من الخبر.\nنص ثان.",
        "عنوان\n- نقطة أولى\n- نقطة ثانية",
        "صورة من السد\n،مصدر الصورة",
        "وختم.\n...",
        "قصيدة في\nبيت من الشعر\nوبيت من بعده",
    ],
)
def test_lines_stay_apart_without_evidence(text):
    assert cut(text) == text.split("\n")


def test_explain_tells_how_the_text_was_cut():
    told = arnews.explain(arnews.parse(f"السدود تمتلئ بعد أمطار الشتاء\n\n{LINK}.اضافة اعلان"))
    assert "cut at: " in told
    assert "blank line 1×" in told
    assert "lines of broken sentences joined: 5" in told


@pytest.mark.parametrize(("size", "parts"), [(200, 1), (201, 4)])
def test_three_glued_stops_part_a_long_line(size, parts):
    line = "امتلأت السدود بعد المطر.وقال الوزير إنها تكفي.وأضاف أن الري مستمر.وأكد أن"
    assert len(cut(f"{line} {'ب' * (size - len(line) - 1)}")) == parts


def test_too_many_lines_are_refused_with_advice():
    lines = "\n".join(["نص"] * 50)
    assert len(segment(lines, Limits(max_blocks=50))) == 50
    with pytest.raises(arnews.InputTooLarge, match="max_blocks"):
        segment(lines, Limits(max_blocks=49))


def test_cutting_is_linear():
    for hard in (". ", "a.", "\n، ", "في\n", "© ", "(A", "   ", "\n.", "ا.ب", "».", ": "):
        segment(hard * 50_000, Limits(max_blocks=10**6))


def test_a_row_of_stars_is_no_bold_type():
    stars, bold = segment("قال ***** الوزير ***** أمس\n\nقال **الوزير** أمس", Limits())
    assert (stars.line, bold.line) == (stars.text, "قال الوزير أمس")


SAID = "قال مدير المكتبة المتنقلة إن الميناء القديم والثروة الحيوانية في وادي الرمان تحتاج إلى دعم."


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("الوسوم: الميناءالثروة الحيوانية", ["الوسوم:", "الميناء", "الثروة الحيوانية"]),
        ("وسوم الميناءوادي الرماندعم", ["وسوم", "الميناء", "وادي الرمان", "دعم"]),
        ("# وادي الرمانمكتبة الميناء", ["وادي الرمان", "مكتبة الميناء"]),
        ("الكلمات المفتاحية\n\nوادي الرمان مكتبة", ["الكلمات المفتاحية", "وادي الرمان", "مكتبة"]),
        # No tags of this text, one tag, and a title.
        ("الوسوم: النورسالأزرق", ["الوسوم: النورسالأزرق"]),
        ("الوسوم: مكتبة الأطفال", ["الوسوم: مكتبة الأطفال"]),
        ("الوسوم: وادي الرمان", ["الوسوم: وادي الرمان"]),
        ("علامات الميناء القديم", ["علامات الميناء القديم"]),
        ("الوسوم: الثروةالدين", ["الوسوم: الثروةالدين"]),
    ],
)
def test_tags_on_the_line_of_their_label(line, blocks):
    text = f"عنوان\n\n{SAID}\n\n{line}\n\nشارك"
    found = [block.text for block in segment(text, Limits())]
    assert found == ["عنوان", SAID, *blocks, "شارك"]


def test_a_label_of_tags_before_a_row_of_stars_takes_time_that_grows_with_it():
    assert_linear(lambda size: partial(segment, f"{SAID}\n\nوسوم: {'*' * size}:", Limits()), 1_000)


def test_a_line_or_link_in_bold_type_is_shown_without_its_marks():
    blocks = segment("[**سدود الجنوب**](/1)\n\n**سدود الشمال**\n\n[**سد** الوادي](/2)", Limits())
    assert [block.text for block in blocks] == ["سدود الجنوب", "سدود الشمال", "**سد** الوادي"]


_COLUMNS = (
    "قال مدير الهيئة إن السدود امتلأت بعد أسبوع من الأمطار وإن مخزونها يكفي حاجة المدن والقرى حتى"
    " نهاية الصيف ما لم تتأخر أمطار الخريف عن موعدها المعتاد في كل عام مضى"
)


def _column(width, first):
    """A line of words that ends at the column `width`, beginning with another word each time."""
    line = f"{_COLUMNS.split(None, first)[-1]} {_COLUMNS}"[: width - 2].rpartition(" ")[0]
    return f"{line} {'ب' * (width - len(line) - 1)}"


def _broken(width, number, below="والقرى حتى نهاية الصيف."):
    return [f"{_column(width, first)}\n{below}" for first in range(number)]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("width", "lines"), [(49, 10), (50, 5), (130, 5), (131, 10)])
def test_lines_are_joined_that_a_tool_broke_at_a_column_of_its_kind(width, lines, between):
    assert len(segment(between.join(_broken(width, 5)), Limits())) == lines


@pytest.mark.parametrize(
    ("between", "number", "lines"),
    [("\n\n", 2, 7), ("\n\n", 3, 6), ("\n", 3, 9), ("\n", 4, 7)],
)
def test_a_few_broken_lines_beside_short_ones_show_no_column(between, number, lines):
    short = f"سطر قصير\nسطر آخر{between}سطر ثالث"
    assert len(segment(between.join([*_broken(80, number), short]), Limits())) == lines


@pytest.mark.parametrize(("width", "lines"), [(75, 5), (74, 10)])
def test_a_line_was_broken_where_the_next_word_did_not_fit(width, lines):
    text = "\n\n".join(_broken(80, 1, "وان نهاية.") + _broken(width, 5, "وان نهاية.")[1:])
    assert len(segment(text, Limits())) == lines
