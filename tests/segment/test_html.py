"""HTML to blocks: what a reader sees, in order, each character once."""

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews.limits import Limits
from arnews.segment.html import segment


def texts(html):
    return [block.text for block in segment(html, Limits())]


def test_inline_elements_are_joined_and_blocks_cut():
    html = (
        "<div>قبل <b>غام</b>ق<p>فقرة <a href=x>رابط</a> ثم<br>سطر</p>بعد<ul><li>١<li>٢</ul></div>"
    )
    assert texts(html) == ["قبل غامق", "فقرة رابط ثم", "سطر", "بعد", "١", "٢"]


def test_what_a_browser_hides_is_left_out():
    html = """<head><title>ع</title></head><body><script>x</script><style>y</style><!-- z -->
    <p hidden>مخفي</p><p style="color:red; display: none">مخفي</p><template>t</template>
    <noscript>n</noscript><p>ظاهر &amp; واضح</p></body>"""
    assert texts(html) == ["ظاهر & واضح"]


def test_markup_is_handed_down():
    html = "<article class='post-body'><figure><img src=x><figcaption>تعليق</figcaption></figure>"
    picture, caption = segment(html, Limits())
    assert [e.tag for e in caption.markup.elements] == ["figcaption", "figure", "article", "body"]
    assert caption.markup.elements[2].names == ("post-body",)
    assert (picture.text, picture.markup.image.url) == ("", "x")
    assert picture.markup.figure == caption.markup.figure is not None
    assert caption.markup.path == "body/article[1]/figure[1]/figcaption[1]"
    (link,) = segment("<h2><a href='/n/1'>خبر</a></h2>", Limits())
    assert (link.markup.href, link.markup.link_density) == ("/n/1", 1.0)


_TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=a>", "</div>", "<b>", "</b>", "<br>", "<a href=x>", "</a>"),
        *("<li>", "<table><tr><td>", "</table>", "<h1>", "</h1>", "&amp;", "<figure>", "<"),
    ]
)


@given(st.lists(_TAGS | st.text("ابت xy\n", max_size=6), max_size=40).map("".join))
def test_every_visible_character_stands_in_one_block(html):
    tree = LexborHTMLParser(html)
    shown = "".join(tree.body.text().split()) if tree.body else ""
    assert "".join("".join(texts(html)).split()) == shown


@given(st.text() | st.lists(_TAGS, max_size=60).map("".join))
def test_any_markup_gives_a_page(html):
    page = arnews.parse(html, kind="html")
    assert arnews.Page.from_json(page.to_json(blocks=True)) == page


PAGE = """<!doctype html><html><body>
<nav><ul><li><a href=/>الرئيسية</a><li><a href=/s>رياضة</a></ul></nav>
<article><h1>وزراء المياه يتفقون على خطة مشتركة لمواجهة الجفاف</h1>
<div class="author">سعاد حداد</div>
<time class="date" datetime="2024-05-12">12 مايو 2024 - 10:30</time>
<figure><img src=a.jpg><figcaption>سد الوادي الكبير بعد موسم الأمطار (رويترز)</figcaption></figure>
<p>اتفق وزراء المياه في أربع دول، اليوم الأحد، على خطة مشتركة لمواجهة الجفاف
تمتد خمس سنوات وتشمل بناء السدود.</p>
<p>وقال الوزراء في بيان مشترك إن الخطة تبدأ مطلع العام المقبل
وإن تمويلها يأتي من صناديق التنمية في الدول الأربع.</p>
</article><h3>مقالات ذات صلة</h3><ul><li><a href=/1>موسم أمطار ضعيف في جبال الشمال</a>
<li><a href=/2>مزارعون يطالبون بخفض أسعار مياه الري</a></ul>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_a_whole_page():
    page = arnews.parse(PAGE)
    (article,) = page.articles
    assert article.headline == "وزراء المياه يتفقون على خطة مشتركة لمواجهة الجفاف"
    assert article.byline.authors == ("سعاد حداد",)
    assert article.published.iso == "2024-05-12T10:30"
    assert article.figures[0].caption == "سد الوادي الكبير بعد موسم الأمطار"
    assert article.figures[0].credit.agencies == ("reuters",)
    assert [p.text[:4] for p in article.paragraphs] == ["اتفق", "وقال"]
    assert [item.url for item in article.related] == ["/1", "/2"]
