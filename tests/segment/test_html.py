"""HTML to blocks: what a reader sees, in order, each character once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews import segment as segmenting
from arnews.blocks import Image
from arnews.input import source
from arnews.limits import Limits
from arnews.segment.dom import lowest_common_ancestor
from arnews.segment.html import read
from helpers.linear import assert_linear


def segment(html, limits):
    return read(html, limits)[0]


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


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><a href=1>سدود</a> <a href=2>مياه</a></div>", ["سدود", "مياه"]),
        ("<span class=tags><a href=1>سدود</a> <a href=2>مياه</a></span>", ["سدود", "مياه"]),
        ("<p>الوسوم: <a href=1>سدود</a>، <a href=2>مياه</a></p>", ["الوسوم:", "سدود", "،", "مياه"]),
        (
            "<p><b>اقرأ أيضا:</b> <a href=1>مزارعون يطالبون بخفض أسعار مياه الري</a></p>",
            ["اقرأ أيضا:", "مزارعون يطالبون بخفض أسعار مياه الري"],
        ),
        ("<p>بقلم: <a href=1>سعاد حداد</a></p>", ["بقلم: سعاد حداد"]),
        ("<p>إن <a href=1>السد</a> و<a href=2>النهر</a> امتلآ</p>", ["إن السد والنهر امتلآ"]),
        (
            "<div><span class=author>سعاد</span><span class=date>12 مايو</span></div>",
            ["سعاد", "12 مايو"],
        ),
        ("<p><span class=s1>قال</span><span class=s2> الوزير</span></p>", ["قال الوزير"]),
        (
            "<h1><span class=kicker>قمة الرياض</span> <span class=title>اتفاق على لجنة</span></h1>",
            ["قمة الرياض", "اتفاق على لجنة"],
        ),
        (
            "<h1><span class=k>القمة</span><span class=x>:</span> <span class=t>اتفاق</span></h1>",
            ["القمة: اتفاق"],
        ),
        ("<h1><span class=w>قمة</span> <span class=w>الرياض</span></h1>", ["قمة الرياض"]),
        ("<h1>قمة <span class=w>الرياض</span></h1>", ["قمة الرياض"]),
        (
            "<figure><figcaption>صيادون <span class=credits>سمير</span></figcaption></figure>",
            ["صيادون", "سمير"],
        ),
        (
            "<figure><figcaption>صيادون <span class=x>سمير</span></figcaption></figure>",
            ["صيادون سمير"],
        ),
        ("<p>صيادون <cite>سمير</cite></p>", ["صيادون سمير"]),
        (
            "<div><a href=1>الوادي</a> <time>12 مايو</time> 300 قراءة</div>",
            ["الوادي", "12 مايو", "300 قراءة"],
        ),
        ("<p>الوسوم <a href=1>سدود</a> <a href=2>مياه</a></p>", ["الوسوم", "سدود", "مياه"]),
        (
            "<p><span class=author><a href=1>سعاد</a></span><span class=date>12 مايو</span>"
            "<span class=views>300 قراءة</span></p>",
            ["سعاد", "12 مايو", "300 قراءة"],
        ),
        (
            "<p><span class=s1>قال</span> <span class=s2>إن</span> <span class=s1>الري</span></p>",
            ["قال إن الري"],
        ),
        # Close to one another: what announces links, and how long it or they may be.
        ("<p>اقرأ: <a href=1>{30}</a></p>", ["اقرأ:", "{30}"]),
        ("<p>اقرأ: <a href=1>{29}</a></p>", ["اقرأ: {29}"]),
        ("<p>{12} <a href=1>سدود</a> <a href=2>مياه</a></p>", ["{12}", "سدود", "مياه"]),
        ("<p>{13} <a href=1>سدود</a> <a href=2>مياه</a></p>", ["{13} سدود مياه"]),
        ("<p><b>{30}</b> <a href=1>سدود</a> <a href=2>مياه</a></p>", ["{30}", "سدود", "مياه"]),
        ("<p><b>{31}</b> <a href=1>سدود</a> <a href=2>مياه</a></p>", ["{31} سدود مياه"]),
        ("<p><b>الوسوم</b> <a href=1>سدود</a></p>", ["الوسوم سدود"]),
        ("<p>الوسوم： <a href=1>سدود</a> <a href=2>مياه</a></p>", ["الوسوم：", "سدود", "مياه"]),
        ("<div><span class=a>سعاد</span> و <span class=d>أمل</span></div>", ["سعاد و أمل"]),
        ("<div><span>سعاد</span> <span>12 مايو</span></div>", ["سعاد 12 مايو"]),
        ("<div><span>سعا</span><span>صحافية</span></div>", ["سعا", "صحافية"]),
        ("<div><span>سع</span><span>صحافية</span></div>", ["سعصحافية"]),
        ("<div><span>سعاد</span><span>صح</span></div>", ["سعادصح"]),
        ("<div><a href=1>هبة عادل</a> <span>صحافية</span></div>", ["هبة عادل صحافية"]),
        ("<div><b>سعاد (ينبع)</b><a href=1>suad_n@</a></div>", ["سعاد (ينبع)", "suad_n@"]),
        ("<div><b>سعاد (ينبع)</b><i>أمس</i></div>", ["سعاد (ينبع)أمس"]),
        ("<h2><span class=a>قمة</span> <a href=1>الرياض</a></h2>", ["قمة", "الرياض"]),
        # What only those who cannot see the page are told stands apart, and makes no list.
        (
            "<div><a href=1>سدود</a> <a href=2>مياه</a> <span class=sr-only>المزيد</span></div>",
            ["سدود", "مياه", "المزيد"],
        ),
        (
            "<p><span class=sr-only>شارك</span>قال <b>الوزير</b> <i class=sr-only>شارك</i></p>",
            ["شارك", "قال الوزير", "شارك"],
        ),
        ("<h1><b>سد:</b>الوادي</h1>", ["سد: الوادي"]),
        ("<h1><b>سد</b><i>:</i><u>الوادي</u></h1>", ["سد: الوادي"]),
        ("<h1><b class=k>سد:</b> <b class=t>الوادي</b></h1>", ["سد: الوادي"]),
        ("<h1><b>سد:</b>50</h1>", ["سد:50"]),
        ("<p><b>سد:</b>الوادي</p>", ["سد:الوادي"]),
        # The credit that ends a caption.
        ("<figure><figcaption>سد <span>{30}</span></figcaption></figure>", ["سد", "{30}"]),
        ("<figure><figcaption>سد <span>{31}</span></figcaption></figure>", ["سد {31}"]),
        ("<figure><figcaption>سد <cite>سمير</cite></figcaption></figure>", ["سد", "سمير"]),
        ("<figure><p>سد <small>سمير</small></p></figure>", ["سد", "سمير"]),
        ("<figure><div>سد <small>سمير</small></div></figure>", ["سد", "سمير"]),
        ("<div>سد <small>سمير</small></div>", ["سد سمير"]),
        ("<figcaption>{9}<!-- --> <!-- -->({7})</figcaption>", ["{9} ({7})"]),
        ("<figure><p>{9}<!-- --> <!-- -->({7})</p></figure>", ["{9}", "({7})"]),
        ("<figure><p>{8}<!-- --> <!-- -->({7})</p></figure>", ["{8} ({7})"]),
        ("<figure><p>{80}<!-- --> <!-- -->[{78}]</p></figure>", ["{80}", "[{78}]"]),
        ("<figure><p>{90}<!-- --> <!-- -->[{79}]</p></figure>", ["{90} [{79}]"]),
        ("<figure><p>{9}<!-- --> <!-- -->{7}</p></figure>", ["{9} {7}"]),
        ("<figure><p><i>{9}.</i> {7}</p></figure>", ["{9}.", "{7}"]),
        ("<figure><p><i>{9}</i> {7}</p></figure>", ["{9} {7}"]),
        ("<figure><p>سد <span>سمير</span></p></figure>", ["سد سمير"]),
        # A bar: three short elements, one of them with a number.
        (
            "<div><i>العدد 52</i> <i>مارس</i> <i>صفحة</i></div>",
            ["العدد 52", "مارس", "صفحة"],
        ),
        ("<div><i>العدد</i> <i>مارس</i> <i>صفحة</i></div>", ["العدد مارس صفحة"]),
        ("<div><i>العدد 52</i> <i>مارس</i></div>", ["العدد 52 مارس"]),
        ("<div><i>52</i> <i>{45}</i> <i>مارس</i></div>", ["52", "{45}", "مارس"]),
        ("<div><i>52</i> <i>{46}</i> <i>مارس</i></div>", ["52 {46} مارس"]),
        # A link whose `rel` says nothing.
        ("<p><a rel href=/1>خبر</a> <a rel='' href=/2>بند</a></p>", ["خبر", "بند"]),
        # A time behind an element.
        ("<p><b>الوادي</b> <time>12 مايو</time> قراءة</p>", ["الوادي", "12 مايو", "قراءة"]),
        ("<p>قال الوزير <time>أمس</time> إن</p>", ["قال الوزير أمس إن"]),
        ("<p><a href=1>الوادي</a> قال <time>أمس</time></p>", ["الوادي قال أمس"]),
    ],
)
def test_lists_on_one_line_are_cut_and_sentences_are_not(html, expected):
    """«{30}» is a word of thirty letters."""
    assert texts(_worded(html)) == [_worded(text) for text in expected]


def _worded(text):
    return re.sub(r"\{(\d+)\}", lambda size: "ب" * int(size[1]), text)


@pytest.mark.parametrize(("letters", "href"), [(17, "/1"), (16, None)])
def test_a_block_is_a_link_if_four_fifths_of_it_are(letters, href):
    (block,) = segment(f"<p>قال <a href=/1>{'ب' * letters}</a></p>", Limits())
    assert block.markup.href == href


def test_an_abbreviation_may_state_a_date():
    read = [
        block.markup.datetime
        for title in ("2023-10-05T16:22:00+03:00", "2023-10-05", "4 ألف قارئ", "")
        for block in segment(f"<p><abbr title='{title}'>4:22 م</abbr></p>", Limits())
    ]
    assert read == ["2023-10-05T16:22:00+03:00", "2023-10-05", None, None]


def test_a_block_stands_in_the_inline_element_that_holds_all_of_it():
    (block,) = segment("<div class=meta><span class=author>سعاد <b>حداد</b></span></div>", Limits())
    assert (block.markup.element.tag, block.markup.element.names) == ("span", ("author",))
    (block,) = segment("<div class=meta>كتبت <b>سعاد</b></div>", Limits())
    assert block.markup.element.names == ("meta",)


@pytest.mark.parametrize(
    ("html", "image"),
    [
        ("<img src=/a.jpg alt='سد'>", Image("/a.jpg", "image", "سد")),
        ("<img src='data:image/gif;base64,R0' data-src=/a.jpg>", Image("/a.jpg")),
        ("<img src=/blank.gif data-lazy-src=/a.jpg>", Image("/a.jpg")),
        ("<img srcset='/a-300.jpg 300w, /a-900.jpg 900w, /a-600.jpg 600w'>", Image("/a-900.jpg")),
        (
            "<picture><source srcset='/a.webp 2x'><img src='data:image/gif;base64,R0'></picture>",
            Image("/a.webp"),
        ),
        ("<video poster=/p.jpg><source src=/v.mp4></video>", Image("/v.mp4", "video")),
        ("<video poster=/p.jpg></video>", Image("/p.jpg", "video")),
        ("<video data-src=/v.mp4 title=سد></video>", Image("/v.mp4", "video", "سد")),
        ("<video></video>", Image(None, "video")),
        ("<amp-video src=/v.mp4></amp-video>", Image("/v.mp4", "video")),
        ("<iframe data-src=//a.example/y></iframe>", Image("//a.example/y", "frame")),
        ("<img src=' /a.jpg ' title=سد>", Image("/a.jpg", "image", "سد")),
        # Of several candidates the widest; one without a width is the narrowest.
        ("<img srcset='/a.jpg, /b.jpg 2x'>", Image("/b.jpg")),
        ("<img srcset='/a.jpg bad, /b.jpg 2w'>", Image("/b.jpg")),
        ("<img srcset='data:x 3x, /b.jpg 2x'>", Image("/b.jpg")),
        (f"<img srcset='{', '.join(f'/{n} {n}w' for n in range(1, 102))}'>", Image("/100")),
        # Close to what is none.
        ("<img src=/a.jpg width=33 height=33px>", Image("/a.jpg")),
        ("<img src=/a.jpg width=٣>", Image("/a.jpg")),
        (f"<img src={'a' * 4000}>", Image("a" * 4000)),
        (f"<picture><source srcset=/s>{'<b></b>' * 7}<img></picture>", Image("/s")),
        (f"<video>{'<b></b>' * 7}<source src=/v></video>", Image("/v", "video")),
        (f"<video>{'<b></b>' * 8}<source src=/v></video>", Image(None, "video")),
        ("<iframe src='https://www.youtube.com/embed/x'></iframe>",
         Image("https://www.youtube.com/embed/x", "frame")),
    ],
)  # fmt: skip
def test_pictures_videos_and_frames_are_blocks(html, image):
    (block,) = segment(f"<div>{html}</div>", Limits())
    assert (block.text, block.markup.image) == ("", image)


@pytest.mark.parametrize(
    "html",
    [
        "<img>",
        "<img src='data:image/gif;base64,R0'>",
        "<img src='javascript:x'>",
        "<img src=/a.gif width=1 height=1>",
        "<img src=/a.gif width=32>",
        "<img src=/a.gif height=32px>",
        f"<img src={'a' * 4001}>",
        f"<picture><source srcset=/s>{'<b></b>' * 8}<img></picture>",
        "<iframe src=about:blank></iframe>",
    ],
)
def test_pixels_and_blanks_are_no_pictures(html):
    assert segment(html, Limits()) == []


def test_a_picture_inside_a_line_cuts_nothing():
    blocks = segment("<p>قال الوزير <img src=/a.jpg> إن السد امتلأ</p>", Limits())
    assert [block.text for block in blocks] == ["قال الوزير إن السد امتلأ", ""]


def test_pictures_go_to_their_captions():
    body = "<p>" + "اتفق وزراء المياه في أربع دول على خطة مشتركة لمواجهة الجفاف. " * 3 + "</p>"
    html = f"""<article><h1>وزراء المياه يتفقون على خطة</h1>
    <div><img src=/lead.jpg><div class=img-caption>سد الوادي الكبير (رويترز)</div></div>{body}
    <div><img src=/bare.jpg></div>{body.replace("أربع", "خمس")}
    <iframe src='https://www.youtube.com/embed/x'></iframe>
    <iframe src='https://ads.example/x'></iframe>{body.replace("أربع", "ست")}</article>"""
    (article,) = arnews.parse(html).articles
    assert (article.lead_image.caption, article.lead_image.url) == ("سد الوادي الكبير", "/lead.jpg")
    kinds = [type(element).__name__ for element in article.body]
    assert kinds == ["Paragraph", "Figure", "Paragraph", "Embed", "Paragraph"]
    assert (article.body[1].url, article.body[1].caption) == ("/bare.jpg", None)
    assert (article.body[3].kind, article.body[3].url) == (
        "video",
        "https://www.youtube.com/embed/x",
    )


_LINE = "قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل {}"
_PAGES = {
    "stories": "<div><h1>عنوان {}</h1><div class=t>" + f"<p>{_LINE}</p>" * 3 + "</div></div>",
    "pictures": f"<div><img src=/{{}}.jpg><p>{_LINE}</p></div>",
    "links": "<li><a href=/{}>خبر عن الاقتصاد والأسواق في المنطقة</a></li>",
    "unseen": "<span class=sr-only>نص {}</span>",
}


@pytest.mark.parametrize("name", _PAGES)
def test_the_work_grows_with_the_page(name):
    def work(times):
        html = "<html><body>" + "".join(_PAGES[name].format(*[at] * 4) for at in range(times))
        return lambda: arnews.parse(html, kind="html")

    assert_linear(work, 500)


def test_each_cell_of_a_table_is_a_block_that_knows_its_row_and_column():
    html = """<p>قبل</p><table><caption>أسعار</caption><thead><tr><th>المدينة<th>السعر</thead>
    <tbody><tr><td>الوادي<td></td><td><p>12</p><p>دينارا</p></table><p>بعد</p>
    <table><tr><td>أخرى</table>"""
    blocks = segment(html, Limits())
    told = {block.text: block.markup.cell for block in blocks}
    assert [told[text] for text in ("قبل", "أسعار", "بعد")] == [None, None, None]
    columns = {text: cell.column for text, cell in told.items() if cell}
    assert columns == {"المدينة": 0, "السعر": 1, "الوادي": 0, "12": 2, "دينارا": 2, "أخرى": 0}
    rows = [told[text].row for text in ("المدينة", "السعر", "الوادي", "12", "أخرى")]
    assert rows[0] == rows[1] < rows[2] == rows[3] < rows[4]
    tables = [told[text].table for text in ("المدينة", "12", "أخرى")]
    assert tables[0] == tables[1] < tables[2]


def test_a_table_in_a_cell_has_cells_of_its_own():
    html = "<table><tr><td>خارج<table><caption>عنوان<tr><td>١<td>٢</table>بعد</table>"
    cells = [block.markup.cell for block in segment(html, Limits())]
    outside, caption, first, second, after = cells
    assert (outside, caption) == (after, None)
    assert (first.table, first.row) == (second.table, second.row) != (outside.table, outside.row)
    assert (outside.column, first.column, second.column) == (0, 0, 1)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><span class=cap>ق</span>ال الوزير إن السد امتلأ</p>", ["قال الوزير إن السد امتلأ"]),
        ("<p><span class=cap>ق</span>ال <b>الوزير</b> <i>أمس</i></p>", ["قال الوزير أمس"]),
        ("<p><b class=cap>ق</b><i>ال</i> الوزير <u>أمس</u></p>", ["قال الوزير أمس"]),
        ("<div><span class=cap>ق</span><span class=t>ال الوزير</span></div>", ["قال الوزير"]),
        ("<div><div class=drop-cap> ق </div>ال الوزير</div>", ["قال الوزير"]),
        ("<p>سطر</p><div style='float: right'>ق</div>ال الوزير", ["سطر", "قال الوزير"]),
        ("<div><div>ق</div>ال الوزير</div>", ["ق", "ال الوزير"]),
        ("<div><a href=1>ا</a><a href=2>بت</a></div>", ["ا", "بت"]),
        ("<div><span class=n>٣</span><span class=t>تعليقات</span></div>", ["٣", "تعليقات"]),
    ],
)
def test_a_first_letter_set_large_is_part_of_its_word(html, expected):
    assert texts(html) == expected


def test_what_a_reader_unfolds_is_text():
    html = "<details><summary>من هو الوزير؟</summary><p>ولد في الوادي.</p>وعمل مهندسا.</details>"
    assert texts(html) == ["من هو الوزير؟", "ولد في الوادي.", "وعمل مهندسا."]


@pytest.mark.parametrize(
    ("code", "kind", "url"),
    [
        (
            "<blockquote class=twitter-tweet><p>السد امتلأ <a href=https://t.example/h>#سد</a></p>"
            "الوزارة <a href=https://twitter.com/w/status/12>12 مايو</a></blockquote>",
            "post",
            "https://twitter.com/w/status/12",
        ),
        (
            "<blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/1/>"
            "<a href=https://www.instagram.com/w/>صورة</a></blockquote>",
            "post",
            "https://www.instagram.com/p/1/",
        ),
        (
            "<blockquote class='tiktok-embed x' cite=https://www.tiktok.com/@w/video/1>"
            "<section><a href=https://www.tiktok.com/@w>الوزارة</a> السد</section></blockquote>",
            "video",
            "https://www.tiktok.com/@w/video/1",
        ),
        ("<blockquote class=twitter-tweet><p>السد</p></blockquote>", "post", None),
    ],
)
def test_blocks_of_an_embedded_post_know_it(code, kind, url):
    before, *inside, after = segment(f"<p>قبل</p>{code}<p>بعد</p>", Limits())
    assert before.markup.embed is after.markup.embed is None
    (embed,) = {block.markup.embed for block in inside}
    assert (embed.kind, embed.url) == (kind, url)


def test_two_posts_are_two_and_a_quotation_is_none():
    code = "<blockquote class=twitter-tweet><p>السد</p></blockquote>"
    one, other, quotation = segment(f"{code}{code}<blockquote>قال</blockquote>", Limits())
    assert one.markup.embed is not other.markup.embed
    assert quotation.markup.embed is None


def test_the_base_of_addresses_is_declared():
    html = "<head><base target=_blank><base href=https://a.example/n/><base href=/b></head><p>نص"
    page = segmenting.blocks(source.read(html), Limits())
    assert page.metadata.base == "https://a.example/n/"


def test_too_many_blocks_are_refused_with_advice():
    html = "<p>نص</p>" * 50
    assert len(segment(html, Limits(max_blocks=50))) == 50
    with pytest.raises(arnews.InputTooLarge, match="max_blocks"):
        segment(html, Limits(max_blocks=49))


def test_an_element_knows_the_block_element_and_the_inline_element_around():
    one, other = segment(
        "<div><p>قال <i>الوزير <b>أمس</b></i></p><p><em>نص</em></p></div>", Limits()
    )
    assert one.markup.element.tag == "p"
    inner = other.markup.element
    assert (inner.tag, inner.inline_root, inner.block_ancestor.path) == (
        "em",
        inner,
        "body/div[1]/p[2]",
    )
    assert lowest_common_ancestor(one.markup.element, inner).path == "body/div[1]"


def test_of_a_path_longer_than_any_real_one_the_end_is_kept():
    path = segment("<p>خبر</p>" + "<section>" * 100 + "<p>خبر</p>", Limits())[-1].markup.path
    assert len(path) < 500
    assert path.startswith("…")
    assert path.endswith("/section[1]/section[1]/p[1]")
