"""Pages of an exact layout whose lines look like something else, and are read for what they are."""

import pytest

from arnews import Article, Byline, Figure, Page, Paragraph, RelatedItem, SeeAlso, can_print
from arnews.fields import date

SAID = "قال الوزير إن الحكومة ستعقد اجتماعاً يوم الأحد المقبل في العاصمة."
HEAD = {
    "headline": "سدود الجنوب تمتلئ بعد أسبوع من الأمطار",
    "published": date.parse("09/04/2024"),
}
PAGES = {
    "a title of two quotations": Article(
        **HEAD,
        body=(Paragraph(SAID), Paragraph(f"وأضاف: {SAID}")),
        related=(
            RelatedItem("مصادر طبية ترفض مشروع القانون", teaser=SAID),
            RelatedItem("«الصحة العالمية»: «لن نتراجع»"),
        ),
        tags=("السد",),
    ),
    "a byline of a place that begins as a verb does": Article(
        **HEAD,
        byline=Byline(
            "وادي الدواسر - عبدالعزيز بن سالم، الدكتور خالد السعدي",
            ("عبدالعزيز بن سالم", "الدكتور خالد السعدي"),
            place="وادي الدواسر",
        ),
        body=(Paragraph(SAID), Paragraph(f"وأضاف: {SAID}")),
    ),
    "a caption below the end of a list": Article(
        **HEAD,
        body=(
            Paragraph(SAID),
            SeeAlso((RelatedItem("مصادر طبية: ماضون في الإصلاح"),)),
            Figure("باحثون أمام مقر هيئة السدود بعد العاصفة"),
        ),
    ),
    "a caption without a source below the title of another story": Article(
        **HEAD,
        body=(Paragraph(SAID), Paragraph(f"وأضاف: {SAID}")),
        related=(
            RelatedItem("فرق الإنقاذ تصل إلى القرى", figure=Figure("نواب خلال افتتاح الميناء")),
            RelatedItem("الحكومة تكشف عن مدينة مفقودة"),
        ),
    ),
    "titles of other stories that begin alike": Article(
        **HEAD,
        body=(
            SeeAlso(
                (
                    RelatedItem("فرق الإنقاذ تصل إلى القرى"),
                    RelatedItem("مجلس الأمن يؤجل جلسته"),
                    RelatedItem("فرق الإنقاذ تصل إلى القرى بعد العاصفة"),
                )
            ),
            Paragraph(SAID),
        ),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_line_that_looks_like_another_reads_back(name):
    assert can_print(Page((PAGES[name],)), layout="aljazeera") == ()
