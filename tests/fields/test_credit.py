"""Credits: every form of the field guide both ways, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews import lexicon
from arnews.fields import credit
from arnews.fields.credit import CaptionLine
from arnews.model import Credit
from arnews.testing import caption_lines
from helpers.field_samples import CREDITS
from helpers.linear import assert_linear

FORMS = [
    # brackets at the end, the flag before or after the agency
    ("بوتين (أ.ف.ب)", "بوتين", Credit("أ.ف.ب", ("afp",))),
    ("بوتين (أ ف ب)", "بوتين", Credit("أ ف ب", ("afp",))),
    ("بوتين (ا ف ب).", "بوتين", Credit("ا ف ب", ("afp",))),
    ("بوتين (أ. ف. ب.)", "بوتين", Credit("أ. ف. ب.", ("afp",))),
    ("بوتين (أرشيفية - رويترز)", "بوتين", Credit("أرشيفية - رويترز", ("reuters",), archive=True)),
    ("الملك (واس - أرشيفية)", "الملك", Credit("واس - أرشيفية", ("spa",), archive=True)),
    ("الهيئة (صورة أرشيفية)", "الهيئة", Credit("صورة أرشيفية", archive=True)),
    (
        'أطفال (تعبيرية - "النهار").',
        "أطفال",
        Credit('تعبيرية - "النهار"', source="النهار", illustrative=True),
    ),
    (
        "تعبيرية (نبيل إسماعيل).",
        None,
        Credit("تعبيرية (نبيل إسماعيل)", photographer="نبيل إسماعيل", illustrative=True),
    ),
    (
        "لاعبون أرشيفية (رويترز)",
        "لاعبون",
        Credit("أرشيفية (رويترز)", ("reuters",), archive=True),
    ),
    # the kinds of brackets, and what goes wrong with them
    ("الجنود {واس}", "الجنود", Credit("واس", ("spa",))),
    ("الجنود [رويترز]", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود ﴾رويترز﴿", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود ﴿رويترز﴾", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود (رويترز", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود رويترز)", "الجنود", Credit("رويترز", ("reuters",))),
    ("جنود في غزة أ ف ب)", "جنود في غزة", Credit("أ ف ب", ("afp",))),
    ("الجنود ((رويترز))", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود \u200f(رويترز)\u200f", "الجنود", Credit("رويترز", ("reuters",))),
    ("الجنود (\u202bرويترز\u202c)", "الجنود", Credit("رويترز", ("reuters",))),
    # dash, line of its own, label, ©, alone
    ("وسط مدينة غزة- الأناضول", "وسط مدينة غزة", Credit("الأناضول", ("anadolu",))),
    ("مشهد - أرشيفية", "مشهد", Credit("أرشيفية", archive=True)),
    ("مرفأ في الشمال. — © واس", "مرفأ في الشمال.", Credit("واس", ("spa",))),
    ("مرفأ في الشمال – (واس)", "مرفأ في الشمال", Credit("واس", ("spa",))),
    ("مرفأ في الشمال | © واس", "مرفأ في الشمال", Credit("واس", ("spa",))),
    ("مرفأ / تصوير: سمير ناصر", "مرفأ", Credit("تصوير: سمير ناصر", photographer="سمير ناصر")),
    ("الوزير في لندن\nAFP", "الوزير في لندن", Credit("AFP", ("afp",))),
    # the controls round a Latin name belong to the caption, wherever the credit stands
    ("طائرة \u200eNova Air\u200e\nواس", "طائرة \u200eNova Air\u200e", Credit("واس", ("spa",))),
    (
        "صدر الصورة، واس\nالتعليق على الصورة، قمة \u202bG20\u202c",
        "قمة \u202bG20\u202c",
        Credit("واس", ("spa",)),
    ),
    (
        "صورة من: picture-alliance/dpa/M. Scholz",
        None,
        Credit("picture-alliance/dpa/M. Scholz", ("dpa",), "M. Scholz"),
    ),
    (
        "صدر الصورة، Anadolu Agency via Getty Images\nالتعليق على الصورة، رجل",
        "رجل",
        Credit("Anadolu Agency via Getty Images", ("anadolu", "getty")),
    ),
    ("المصدر: رويترز", None, Credit("رويترز", ("reuters",))),
    ("الرئيس © فرانس24", "الرئيس", Credit("فرانس24", ("france24",))),
    ("قصف © Sputnik . Alexey V", "قصف", Credit("Sputnik . Alexey V", ("sputnik",), "Alexey V")),
    ("«إنستغرام»", None, Credit("«إنستغرام»", ("instagram",))),
    ("أرشيفية", None, Credit("أرشيفية", archive=True)),
    ("(رويترز)", None, Credit("رويترز", ("reuters",))),
    ("Getty Images/AFP", None, Credit("Getty Images/AFP", ("getty", "afp"))),
    # people and other sources
    (
        "المباراة (تصوير: سعد العنزي)",
        "المباراة",
        Credit("تصوير: سعد العنزي", photographer="سعد العنزي"),
    ),
    (
        "أطفال على الشاطئ «بعدسة: سعد العنزي»",
        "أطفال على الشاطئ",
        Credit("بعدسة: سعد العنزي", photographer="سعد العنزي"),
    ),
    ("تصوير - محمود الخواص", None, Credit("تصوير - محمود الخواص", photographer="محمود الخواص")),
    (
        "الجنود (رويترز / أمير كوهين)",
        "الجنود",
        Credit("رويترز / أمير كوهين", ("reuters",), "أمير كوهين"),
    ),
    (
        "الرئيس (AP Photo/Evan Vucci)",
        "الرئيس",
        Credit("AP Photo/Evan Vucci", ("ap",), "Evan Vucci"),
    ),
    (
        "الوزير (وزارة الدفاع الروسية)",
        "الوزير",
        Credit("وزارة الدفاع الروسية", source="وزارة الدفاع الروسية"),
    ),
    ("الدمار (لقطة من فيديو)", "الدمار", Credit("لقطة من فيديو", source="لقطة من فيديو")),
    ("الصورة (مواقع التواصل)", "الصورة", Credit("مواقع التواصل", ("social_media",))),
    # two agencies
    ("الوزير (رويترز وأ.ف.ب)", "الوزير", Credit("رويترز وأ.ف.ب", ("reuters", "afp"))),
    ("الوزير (أ.ف.ب، رويترز)", "الوزير", Credit("أ.ف.ب، رويترز", ("afp", "reuters"))),
    ("الوزير (أ.ب/رويترز)", "الوزير", Credit("أ.ب/رويترز", ("ap", "reuters"))),
    ("الوزير (رويترز + وكالات)", "الوزير", Credit("رويترز + وكالات", ("reuters",))),
]

NO_CREDIT = [
    "الرئيس الأوكراني (يمين)",
    "نظيره (يسار) في الكاتدرائية",
    "نائبة مدير الوكالة (CIA)",
    "محمد صلاح (45 عاماً)",
    "من آثار القصف (2012)",
    "نتيجة المباراة (4-1)",
    "مقاتلو الحركة (حماس)",
    "زائد ب أعطت نتيجة",
    "وفاته في الدار البيضاء",
    "بنا البيت في قنا",
    "الفنان فارس مهر",
    "الرجل يمشي - صور",
    "صورة أرشيفية لقصف غزة",
    "أدب وفن",
    "دبي، الإمارات (رويترز) قال الوزير إن الاجتماع بدأ",
    "دبي (CNN) -- قال رئيس السلطة الفلسطينية إنه سيصدر مرسوماً.",
    "اللاعب (أ.ف.ب) في الملعب",
    "الجزيرة",
]


@pytest.mark.parametrize(("line", "caption", "expected"), FORMS)
def test_form(line, caption, expected):
    assert credit.parse(line) == CaptionLine(caption, expected)


@pytest.mark.parametrize("line", NO_CREDIT)
def test_what_is_no_credit_stays_in_the_caption(line):
    assert credit.parse(line) == CaptionLine(line, None)


@pytest.mark.parametrize(("line", "expected"), CREDITS)
def test_samples_are_read_and_printed(line, expected):
    assert credit.parse(line) == expected
    assert credit.format(expected) == line


def test_after_a_dash_only_a_known_source_is_printed():
    known = CaptionLine("الوزير", Credit("رويترز", ("reuters",)))
    other = CaptionLine("الوزير", Credit("وزارة الدفاع", source="وزارة الدفاع"))
    assert credit.format(known, "dash") == "الوزير - رويترز"
    assert credit.format(other, "dash") == "الوزير (وزارة الدفاع)"


@given(caption_lines, st.sampled_from(sorted(credit.STYLES)))
def test_what_is_printed_is_read_back(value, style):
    assert credit.parse(credit.format(value, style)) == value


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    caption, found = credit.parse(text)
    assert (caption or found) or not text.strip(credit.EDGE)


@pytest.mark.parametrize(
    "piece", [" ", "(", ")", "((", "- ", "/", "،", "\u064b", "©", "و", " و", "1"]
)
def test_hostile_text_takes_linear_time(piece):
    def work(size):
        text = "صورة " + piece * size
        return lambda: (credit.parse(text), credit.parse_credit(text))

    assert_linear(work, 25_000)


def test_a_user_adds_an_agency_without_touching_the_package():
    mine = lexicon.default().extended(
        {"agencies": {"mine": {"kind": "agency", "name": "Mine", "spellings": ["وكالتي"]}}}
    )
    assert credit.parse("جنود (وكالتي)", lexicon=mine).credit.agencies == ("mine",)
    assert credit.parse("جنود (وكالتي)").credit is None


@pytest.mark.parametrize("style", credit.STYLES)
def test_a_credit_without_raw_prints_its_names_or_nothing(style):
    print_it = credit.format
    alone = print_it(CaptionLine("سد في الجنوب", None), style)
    assert print_it(CaptionLine("سد في الجنوب", Credit("")), style) == alone
    assert print_it(CaptionLine(None, Credit("")), style) == ""
    assert "رويترز" in print_it(CaptionLine("سد في الجنوب", Credit("", ("reuters",))), style)


def test_a_style_with_labels_labels_what_stands_alone():
    caption, known = CaptionLine("سد في الجنوب", None), credit.parse_credit("رويترز")
    assert credit.format(caption, "labelled") == "التعليق على الصورة، سد في الجنوب"
    assert credit.format(CaptionLine(None, known), "labelled") == "صورة من: رويترز"
    assert credit.format(CaptionLine("سد في الجنوب", known), "labelled") == "سد في الجنوب (رويترز)"
    assert credit.format(caption, "brackets") == "سد في الجنوب"
