"""Pages without an article say why."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

import arnews
from arnews import lexicon
from helpers.laws import check_laws

LINES = (
    "قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل.",
    "وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام الحالي.",
)
ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن")
TITLES = [f"الخبر {word} عن السدود والمياه في الشمال" for word in ORDINALS]
LIST = "".join(f"<div class=card><a href=/n/{t[6]}><h3>{t}</h3></a></div>" for t in TITLES)


def page(body: str, title: str = "", head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


COOKIES = (
    "<p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين المعلومات على جهازك والوصول إليها.</p>"
)
WRITER = "كاتب وباحث في شؤون المياه، عمل مديرا لتحرير مجلة الوادي عشرة أعوام وصدر له كتابان عنها."
PROFILE = "<meta property=og:type content=profile>"
PAGES = {
    "a list of a section": (page(f"<h1>اقتصاد</h1>{LIST}", "اقتصاد - الوادي"), "list"),
    "a list with a cookie notice": (page(LIST + f"<div>{COOKIES}</div>", "الوادي"), "list"),
    "what a reader searched for": (
        page(
            "<h1>نتائج البحث عن: الزيتون</h1><p>عدد النتائج: 48</p>"
            + "".join(
                f"<div><h3><a href=/n/{at}>{title}</a></h3><p>بدأت المعاصر استقبال المزارعين "
                "منذ ساعات الصباح وسط توقعات...</p></div>"
                for at, title in enumerate(TITLES[:3])
            ),
            "نتائج البحث عن: الزيتون",
        ),
        "list",
    ),
    "what a writer wrote": (
        page(f"<h1>سامي الفهد</h1><p>{WRITER}</p>{LIST}", "سامي الفهد"),
        "list",
    ),
    "a profile": (page(f"<h1>سامي الفهد</h1><p>{LINES[0]}</p>{LIST}", head=PROFILE), "list"),
    "consent": (
        page(
            f"<h1>نحن نهتم بخصوصيتك</h1>{COOKIES}<p>بالنقر على «موافق» فإنك توافق على استخدام "
            "ملفات تعريف الارتباط.</p><button>موافق</button>",
            "الوادي نيوز",
        ),
        "wall",
    ),
    "challenge": (
        page(
            "<h1>alwadi.example</h1><p>Checking your browser before accessing. "
            "Enable JavaScript and cookies to continue</p>",
            "Just a moment...",
        ),
        "wall",
    ),
    "challenge in Arabic": (
        page("<h1>تحقق من أنك إنسان</h1><p>يرجى إكمال التحقق الأمني للوصول إلى الموقع.</p>"),
        "wall",
    ),
    "log-in": (
        page("<h2>تسجيل الدخول</h2><form><label>البريد الإلكتروني</label></form>", "الوادي"),
        "wall",
    ),
    "subscription": (
        page(
            "<article><h1>السدود تمتلئ قبل موعدها بشهر كامل</h1><p>هذا المقال متاح للمشتركين فقط. "
            "اشترك الآن لمتابعة القراءة.</p></article>"
        ),
        "wall",
    ),
    "not found": (
        page(
            "<h1>404</h1><p>عذراً، الصفحة التي تبحث عنها غير موجودة.</p><a href=/>الرئيسية</a>",
            "الصفحة غير موجودة - الوادي",
        ),
        "error",
    ),
    "not found, with other stories": (page(f"<h1>الصفحة غير موجودة</h1>{LIST}"), "error"),
    "not found as text": ("الوادي\n\nعذراً، لم يتم العثور على الصفحة المطلوبة\n", "error"),
    "a server's": (page("<h1>502 Bad Gateway</h1><hr>nginx"), "error"),
    "an application": (page("<div id=root></div><script src=/app.js></script>"), "shell"),
    "without scripts": (page("<p>يرجى تفعيل جافا سكريبت في متصفحك</p>"), "shell"),
    "contact": (page("<h1>اتصل بنا</h1><p>العنوان: شارع البحر</p>", "اتصل بنا"), "no news"),
    "nothing": ("", "no news"),
    "an empty page": (page(""), "no news"),
    "a path": ("تقارير/نيسان/مياه.html", "no page"),
    "a path of Unix": ("/var/spool/pages/2024/a.html\n", "no page"),
    "a path of Windows": (r"C:\صفحات الأخبار\مياه.html", "no page"),
    "an address": ("https://alwadi.example/eg/7", "no page"),
    "JSON": ('{"title": "السدود تمتلئ", "body": ["' + '", "'.join(LINES) + '"]}', "no page"),
    "a feed": ("<?xml version='1.0'?>\n<rss><channel><item/></channel></rss>", "no page"),
    "PDF": (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "no page"),
}


@pytest.mark.parametrize(("data", "code"), PAGES.values(), ids=PAGES)
def test_a_page_without_an_article_says_which_it_is(data: str | bytes, code: str) -> None:
    read = arnews.parse(data)
    check_laws(read, data if isinstance(data, str) else None)
    assert read.articles == ()
    assert all(block.article is None for block in read.blocks)
    assert [warning.code for warning in read.warnings][-1] == code


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>سامي الفهد</h1><p>{LINES[0]}</p><p>{LINES[1]}</p>{LIST}", ""),
        (f"<h1>سامي الفهد</h1><p>كتب: هاني سالم</p><p>{WRITER}</p><p>{LINES[1]}</p>{LIST}", ""),
        (f"<h1>سامي الفهد</h1><p>{WRITER}</p>{LIST}", "<meta property=og:type content=article>"),
        (f"<h1>السدود تمتلئ في الشمال</h1><p>{WRITER}</p><p>{LINES[1]}</p>{LIST}", ""),
    ],
)
def test_a_story_about_a_writer_is_one(body: str, head: str) -> None:
    assert len(arnews.parse(page(body, head=head)).articles) == 1


STATED = {
    "@type": "NewsArticle",
    "headline": "السدود تمتلئ قبل موعدها بشهر كامل",
    "datePublished": "2024-05-12T10:30:00+03:00",
    "author": {"@type": "Person", "name": "سعاد حداد"},
}


def shell(body: str, shown: str = "<div id=root></div>", **stated: object) -> str:
    data = json.dumps({**STATED, **stated, "articleBody": body}, ensure_ascii=False)
    return page(shown, head=f'<script type="application/ld+json">{data}</script>')


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\n \n\n", "</p><p>"])
def test_the_text_that_scripts_would_fill_in_is_read(between: str) -> None:
    read = arnews.parse(shell(between.join(LINES)))
    check_laws(read)
    (article,) = read.articles
    assert [paragraph.text for paragraph in article.paragraphs] == list(LINES)
    assert article.headline == STATED["headline"]
    assert article.published is not None
    assert isinstance(article.published.value, datetime)
    assert article.byline is not None
    assert article.byline.authors == ("سعاد حداد",)
    assert {"headline", "body", "published", "byline"} <= {*article.from_metadata}
    assert [warning.code for warning in read.warnings] == ["shell"]


@pytest.mark.parametrize(("size", "read"), [(40, True), (39, False)])
def test_a_stated_text_of_a_few_words_is_none(size: int, read: bool) -> None:
    assert bool(arnews.parse(shell(LINES[0][: size - 1] + ".")).articles[:1]) is read


@pytest.mark.parametrize(
    ("stories", "words", "code"),
    [(5, 4, "list"), (4, 4, "no news"), (5, 3, "no news")],
)
def test_how_many_titles_of_how_many_words_are_a_list(stories: int, words: int, code: str) -> None:
    titles = [" ".join([each, "يزور", "مدينة", "الشمال"][:words]) for each in ORDINALS]
    links = "".join(
        f"<p><a href=/{at}>{title}</a></p>" for at, title in enumerate(titles[:stories])
    )
    read = arnews.parse(page(links))
    assert [warning.code for warning in read.warnings] == [code]


def test_a_wall_before_a_stated_text_does_not_hide_it() -> None:
    (article,) = arnews.parse(shell("\n\n".join(LINES), COOKIES)).articles
    assert article.text == "\n\n".join(LINES)


def test_a_line_end_in_a_paragraph_is_none_between_blank_lines() -> None:
    first = LINES[0].replace("إن السدود", "إن\nالسدود")
    (article,) = arnews.parse(shell(f"{first}\n\n{LINES[1]}")).articles
    assert [paragraph.text for paragraph in article.paragraphs] == list(LINES)


def test_the_text_of_a_page_goes_before_what_it_states() -> None:
    shown = f"<article><h1>{STATED['headline']}</h1><p>{LINES[0]}</p><p>{LINES[1]}</p></article>"
    read = arnews.parse(shell("نص آخر لا يراه القراء على هذه الصفحة أبدا.", shown))
    (article,) = read.articles
    assert article.text == "\n\n".join(LINES)
    assert "body" not in article.from_metadata
    assert "shell" not in [warning.code for warning in read.warnings]


def test_news_about_cookies_is_news() -> None:
    html = f"<article><h1>أوروبا تقيد ملفات تعريف الارتباط</h1><p>12 مايو 2024</p>{COOKIES}"
    (article,) = arnews.parse(html + f"<p>{LINES[0]}</p><p>{LINES[1]}</p></article>").articles
    assert article.headline == "أوروبا تقيد ملفات تعريف الارتباط"


def test_a_flash_of_one_line_is_no_path() -> None:
    line = "/رويترز/ لم يتم العثور على ناجين من السفينة التي غرقت قبالة الساحل مساء الجمعة."
    assert "no page" not in [warning.code for warning in arnews.parse(line).warnings]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("الصفحة غير موجودة", "error"),
        ("404", "error"),
        ("خطأ ٤٠٤", "error"),
        ("404 كيلومترات", None),
        ("لم يتم العثور على ناجين", None),
        ("نحترم خصوصيتك", "wall"),
        ("We use cookies", "wall"),
        ("يرجى تفعيل جافا سكريبت", "shell"),
        ("السدود تمتلئ قبل موعدها", None),
    ],
)
def test_what_a_line_is_of(line: str, kind: str | None) -> None:
    assert lexicon.default().absences.kind_of(line) == kind


def test_a_long_story_about_consent_is_no_notice() -> None:
    notice = f"<h1>نحن نهتم بخصوصيتك</h1><p>{' '.join(LINES * 5)}</p>"
    story = notice.replace("</p>", f" {LINES[0]}</p>")
    assert arnews.parse(notice).warnings[0].code == "wall"
    assert [article.headline for article in arnews.parse(story).articles] == ["نحن نهتم بخصوصيتك"]
