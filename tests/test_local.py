"""Law 10: a change to a page changes what it should, and nothing else.

On an invented page, and on the real pages beside the repository where they are at hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import attrs
import pytest
from selectolax.lexbor import LexborHTMLParser

import arnews

_FOLDERS = (parent / "shared" / "pages" / "html" for parent in Path(__file__).resolve().parents)
REAL = next((folder for folder in _FOLDERS if folder.is_dir()), None)

HEAD = """<!doctype html><html lang=ar><head><title>السدود تمتلئ قبل موعدها بشهر - صحيفة
الوادي</title>
<meta property="og:type" content="article"><meta property="og:title" content="السدود تمتلئ قبل
موعدها بشهر">
<meta property="og:image" content="/images/dam-large.jpg"></head><body>
<header class=top><nav><ul><li><a href=/>الرئيسية</a><li><a href=/eco>اقتصاد</a><li><a
href=/sport>رياضة</a></ul></nav></header>
"""
STORY = """<div class=story><a href=/eco>اقتصاد</a><h1>{headline}</h1>
<div class=meta><span class=author>سعاد حداد</span> <span class=date>12 مايو 2024 -
10:30</span></div>
<div class=photo><img src=/images/{picture}.jpg><p class=caption>{caption}</p></div>
<div class=text>{text}</div></div>
"""
TAIL = """<div class=related><h3>مقالات ذات صلة</h3><ul><li><a href=/n/1>موسم أمطار ضعيف في
جبال الشرق هذا العام</a>
<li><a href=/n/2>مزارعون يطالبون بخفض أسعار مياه الري في الوادي</a></ul></div>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
FIRST = STORY.format(
    headline="السدود تمتلئ قبل موعدها بشهر",
    picture="dam",
    caption="سد الوادي (رويترز)",
    text="""
<p>قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل بعد أمطار الأسبوع
الماضي.</p>
<p>وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام، وأن الفلاحين سيأخذون
حصتهم كاملة.</p>
<p>ويقول المزارعون إن الموسم الحالي هو الأفضل منذ عشر سنوات، وإنهم ينتظرون فتح القنوات في
الأيام المقبلة.</p>""",
)
SECOND = STORY.format(
    headline="البلديات توزع شتلات الزيتون مجانا",
    picture="olive",
    caption="شتلات (أ.ف.ب)",
    text="""
<p>بدأت البلديات في الجنوب توزيع عشرة آلاف شتلة زيتون على المزارعين مجانا في إطار خطة لمكافحة
التصحر.</p>
<p>وقال رئيس الاتحاد إن التوزيع يستمر حتى نهاية الشهر، وإن كل مزارع يستطيع أن يأخذ خمسين شتلة
على الأكثر.</p>
<p>ويشكو بعض المزارعين من قلة المياه في القرى البعيدة، ويطالبون بحفر آبار جديدة قبل حلول فصل
الصيف.</p>""",
)
INVENTED = HEAD + FIRST + TAIL

FIGURE = (
    "<figure><img src='/images/inserted-one.jpg'><figcaption>عمال يفتحون بوابات القناة الكبرى "
    "(رويترز)</figcaption></figure>"
)
ABOVE = """<div class="topbar"><ul class="menu"><li><a href="/a">اتصل بنا</a></li><li><a
href="/b">من نحن</a></li>
<li><a href="/c">أعلن معنا</a></li></ul></div>"""
BELOW = """<aside class="sidebar"><h4>الأكثر قراءة</h4><ul><li><a href="/x1">الحكومة تعلن موعد
صرف الرواتب الجديدة</a></li>
<li><a href="/x2">المنتخب يفوز على ضيفه بثلاثة أهداف نظيفة</a></li></ul></aside>
<footer class="footer"><p>جميع الحقوق محفوظة © 2024</p></footer>"""
ANOTHER = """<article class="another-story"><h1>افتتاح معرض الكتاب في نسخته العشرين</h1>
<p>افتتح وزير الثقافة مساء أمس معرض الكتاب في نسخته العشرين بمشاركة أكثر من مئتي دار نشر من
عشرين دولة.</p>
<p>ويستمر المعرض عشرة أيام، وتقام على هامشه ندوات وأمسيات شعرية يشارك فيها كتاب من العالم
العربي كله.</p>
</article>"""


def pages():
    """Every page as the parser writes it out, so that pieces can be found and put in."""
    yield pytest.param(LexborHTMLParser(INVENTED).html, id="invented")
    if REAL is None:
        why = "no real pages beside the repository"
        yield pytest.param("", marks=pytest.mark.skip(reason=why), id="real")
        return
    for file in sorted(REAL.glob("*.html")):
        html = LexborHTMLParser(file.read_bytes().decode("utf-8", "replace")).html
        yield pytest.param(html, id=file.stem)


every_page = pytest.mark.parametrize("html", list(pages()))


def test_the_invented_page_is_read_whole():
    page = arnews.parse(INVENTED)
    (article,) = page.articles
    assert (article.headline, article.section) == ("السدود تمتلئ قبل موعدها بشهر", "اقتصاد")
    assert article.byline.authors == ("سعاد حداد",)
    assert article.published.iso == "2024-05-12T10:30"
    assert (article.lead_image.caption, article.lead_image.url) == ("سد الوادي", "/images/dam.jpg")
    assert article.lead_image.credit.agencies == ("reuters",)
    assert len(article.paragraphs) == 3
    assert [item.url for item in article.related] == ["/n/1", "/n/2"]
    assert not page.warnings


_TAG = re.compile(r"<([a-z0-9]+)((?: [^\s=<>\"]+=\"[^\"]*\")+)>")


def _shuffled(found: re.Match[str]) -> str:
    attributes = re.findall(r" [^\s=<>\"]+=\"[^\"]*\"", found[2])
    return f"<{found[1]}{''.join(reversed(attributes))}>"


@every_page
def test_the_order_of_attributes_is_nothing(html):
    shuffled = _TAG.sub(_shuffled, html)
    assert shuffled != html
    assert arnews.parse(shuffled) == arnews.parse(html)


@every_page
def test_chrome_around_changes_nothing(html):
    start = html.index(">", html.index("<body")) + 1
    end = html.rindex("</body>")
    around = html[:start] + ABOVE + html[start:end] + BELOW + html[end:]
    assert arnews.parse(around).articles == arnews.parse(html).articles


@every_page
def test_a_caption_put_in_changes_only_the_figures(html):
    before = arnews.parse(html).articles
    place = _between_paragraphs(html, before[0])
    if place is None:
        pytest.skip("the page has no two paragraphs in elements of their own")
    (changed, *others) = arnews.parse(html[:place] + FIGURE + html[place:]).articles
    assert others == list(before[1:])
    (added,) = [figure for figure in changed.figures if figure not in before[0].figures]
    assert added.caption == "عمال يفتحون بوابات القناة الكبرى"
    assert urlsplit(added.url).path == "/images/inserted-one.jpg"  # of the page, if it says where
    body = tuple(element for element in changed.body if element is not added)
    assert attrs.evolve(changed, body=body) == before[0]


def _between_paragraphs(html: str, article: arnews.Article) -> int | None:
    """The end of the first paragraph that another follows at once."""
    texts = [element.text for element in article.body if hasattr(element, "text")]
    for one, other in zip(article.body, article.body[1:], strict=False):
        if not isinstance(one, arnews.Paragraph) or not isinstance(other, arnews.Paragraph):
            continue
        for node in LexborHTMLParser(html).css("p"):
            written = node.html or ""
            same = " ".join(node.text().split()) == one.text and texts.count(one.text) == 1
            if same and html.count(written) == 1:
                return html.index(written) + len(written)
    return None


@every_page
def test_a_second_article_leaves_the_first_as_it_was(html):
    end = html.rindex("</body>")
    first = arnews.parse(html).articles[0]
    assert arnews.parse(html[:end] + ANOTHER + html[end:]).articles[0] == first


def test_a_second_article_of_the_same_make_is_an_article():
    page = arnews.parse(HEAD + FIRST + SECOND + TAIL)
    first, second = page.articles
    (alone,) = arnews.parse(INVENTED).articles
    assert first == attrs.evolve(alone, related=())
    assert second.headline == "البلديات توزع شتلات الزيتون مجانا"
    assert second.lead_image.credit.agencies == ("afp",)
    assert second.lead_image.url == "/images/olive.jpg"
    assert len(second.paragraphs) == 3


LIST = HEAD.replace("article", "website") + "".join(
    f"""<div class=item><h2><a href=/n/{at}>{title}</a></h2>
    <p>تفاصيل الخبر رقم {at} كما نشرتها الوكالات صباح اليوم، وفيها أن الجهات المعنية تتابع
الموقف.</p></div>"""
    for at, title in enumerate(
        [
            "الحكومة تعلن موعد صرف الرواتب الجديدة",
            "المنتخب يفوز على ضيفه بثلاثة أهداف نظيفة",
            "الأرصاد تحذر من موجة حر في نهاية الأسبوع",
            "الجامعات تفتح باب القبول للعام الدراسي المقبل",
        ]
    )
)


def test_a_list_of_stories_holds_no_article():
    assert arnews.parse(LIST + "<footer>جميع الحقوق محفوظة</footer></body></html>").articles == ()
