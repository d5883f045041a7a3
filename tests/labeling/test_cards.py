"""Cards of other stories: a page of nothing else is a list, and an article among them stays one."""

import pytest

import arnews

TITLES = [
    "بلدية المرفأ تفتتح سوقا جديدة للصيادين على الرصيف الشرقي",
    "طلاب الهندسة يصممون زورقا يعمل بالطاقة الشمسية",
    "عودة القطار السياحي إلى الجبل بعد توقف عشر سنوات",
    "جمعية البيئة تزرع ألفي شتلة في وادي النخيل",
    "متحف الخط العربي يعرض مخطوطات نادرة من الأندلس",
    "انخفاض أسعار الزيت مع بداية موسم القطاف",
]
TEASERS = [
    "وقال رئيس البلدية إن السوق تضم ستين دكانا ومستودعا للتبريد وقاعة للمزاد.",
    "يقطع الزورق أربعين كيلومترا من دون وقود، ويتسع لستة ركاب مع أمتعتهم…",
    "ينطلق القطار كل جمعة من المحطة القديمة ويتوقف في ثلاث قرى على الطريق",
    "شارك في الحملة تلاميذ من عشر مدارس، وتستمر أعمال الري حتى نهاية الشهر.",
    "تعود أقدم المخطوطات إلى القرن الحادي عشر، ومنها مصحف كتب في قرطبة...",
    "ويتوقع المزارعون أن يزيد الإنتاج هذا العام على المعدل بعد شتاء ماطر.",
]
HEADLINE = "جامعة الساحل تفتتح مركزا لأبحاث المرجان في الجزيرة"
TEXT = [
    "افتتحت جامعة الساحل أمس مركزا لأبحاث الشعاب المرجانية في جزيرة الطيور بعد عامين من العمل.",
    "وقالت مديرة المركز ليلى الحسن إن الباحثين سيراقبون حرارة المياه في عشرين موقعا حول الجزيرة.",
    "ويضم المركز مختبرا وسفينة صغيرة وأحواضا لزراعة المرجان، ويستقبل الطلاب ابتداء من الخريف.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)
STORY = f"<article><h1>{HEADLINE}</h1><div class=text>{PARAGRAPHS}</div></article>"


def page(body: str, *, title: str = "صوت الجزيرة", head: str = "") -> arnews.Page:
    head = f'<meta charset="utf-8"><title>{title}</title>{head}'
    return arnews.parse(f'<html lang="ar" dir="rtl"><head>{head}</head><body>{body}</body></html>')


def codes(read: arnews.Page) -> list[str]:
    return [warning.code for warning in read.warnings]


def cards(card: str, holder: str = "<div class=grid>{}</div>") -> str:
    """A card for each story: `{n}` is its number, `{title}` and `{teaser}` its words."""
    filled = (
        card.format(n=n, title=title, teaser=teaser)
        for n, (title, teaser) in enumerate(zip(TITLES, TEASERS, strict=True))
    )
    return holder.format("".join(filled))


LINKED = "<div class=card><h3><a href=/n/{n}>{title}</a></h3><p>{teaser}</p></div>"
BARE = "<div class=card><img src={n}.jpg><h3>{title}</h3><p>{teaser}</p></div>"
CARDS = {
    "a title that links": LINKED,
    "a title without a link": BARE,
    "a title that is no heading": "<article><a href=/n/{n}>{title}</a><p>{teaser}</p></article>",
    "a lesser heading": "<div class=card><div class=in><h5>{title}</h5><p>{teaser}</p></div></div>",
    "a picture and a long title": "<div><img src={n}.jpg><p>{title} في رأي أهل المدينة</p></div>",
    "a picture below its title": "<div><p>{title} في رأي أهل الحي معا</p><img src={n}.jpg></div>",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("top", ["", "<h1>محليات</h1>", "<h2>أهم الأخبار</h2>"])
def test_a_page_of_cards_is_a_list(card: str, top: str) -> None:
    read = page(top + cards(card))
    assert (read.articles, codes(read)) == ((), ["list"])


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("stated", ["website", "article"])
def test_a_page_of_cards_is_a_list_whatever_it_calls_itself(card: str, stated: str) -> None:
    head = (
        f'<meta property="og:type" content="{stated}"><meta property="og:title" content="محليات">'
    )
    assert page(f"<h1>محليات</h1>{cards(card)}", title="محليات", head=head).articles == ()


@pytest.mark.parametrize("times", [1, 5])
@pytest.mark.parametrize("card", [LINKED, BARE])
def test_an_article_among_cards_stays_one(times: int, card: str) -> None:
    more = f"<section><h3>أخبار أخرى</h3>{cards(card) * times}</section>"
    for body in (STORY + more, more + STORY, f"<main>{STORY}{more}</main>"):
        (found,) = page(body).articles
        assert (found.headline, [part.text for part in found.paragraphs]) == (HEADLINE, TEXT)


def test_a_short_report_above_cards_stays_an_article() -> None:
    brief = f"<article><h1>وفاة عالم البحار</h1><time>3 مايو 2024</time><p>{TEXT[1]}</p></article>"
    (found,) = page(brief + cards(LINKED), title="وفاة عالم البحار - صوت الجزيرة").articles
    assert (found.headline, found.text) == ("وفاة عالم البحار", TEXT[1])


PARTS = {
    "a list of places": "<div class=i><h2>مكان {n}</h2><img src={n}.jpg><p>{teaser}</p></div>",
    "a live page": "<div class=i><span>1{n}:30</span><h2>{title}</h2><p>{teaser}</p></div>",
    "pictures": "<div class=i><img src={n}.jpg><p>{title} صباح اليوم وسط حضور كبير</p></div>",
    "sections": "<section><h3>{title}</h3><p>{teaser}</p><p>وأضاف {teaser}</p></section>",
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_parts_of_an_article_are_no_cards(part: str) -> None:
    read = page(f"<main><h1>{HEADLINE}</h1><time>3 مايو 2024</time>{cards(part)}</main>")
    (found,) = read.articles
    assert (found.headline, len(found.body) > 3) == (HEADLINE, True)


def test_what_says_who_a_writer_is_above_his_columns_is_no_article() -> None:
    biography = "<p>كاتب من مواليد المرفأ، عمل في عدد من الصحف وله كتابان عن تاريخ البحارة.</p>"
    read = page(f"<h1>سعيد البحري</h1>{biography}{cards(LINKED)}", title="سعيد البحري")
    assert (read.articles, codes(read)) == ((), ["list"])


@pytest.mark.parametrize(
    "lead",
    [
        "<h2><a href=/n/9>{title}</a></h2>{text}",
        "<a href=/n/9><img src=9.jpg></a><h2>{title}</h2>{text}",
        "<h4>كلمة اليوم</h4>{text}",
    ],
)
def test_the_lead_of_a_page_of_lists_is_no_article(lead: str) -> None:
    text = f"<p>{TEXT[0]} {TEXT[1]} {TEXT[2]}</p>"
    others = cards("<li><a href=/n/{n}>{title}</a></li>", "<ul>{}</ul>")
    read = page(f"<div class=lead>{lead.format(title=HEADLINE, text=text)}</div>{others}")
    assert (read.articles, codes(read)) == ((), ["list"])


def test_a_headline_that_links_to_its_own_page_is_no_lead() -> None:
    address = "https://jazira.example/2024/coral.html"
    post = f"<h2><a href={address}>{HEADLINE}</a></h2><div><b>{TEXT[0]}</b></div>{PARAGRAPHS}"
    head = f'<link rel="canonical" href="{address}">'
    others = cards("<li><a href=/n/{n}>{title}</a></li>", "<ul>{}</ul>")
    assert len(page(f"<div>{post}</div>{others}", head=head).articles) == 1


def test_teasers_that_end_with_one_linked_word_are_a_list() -> None:
    read = page(cards("<p><b>{title}</b><br>{teaser} <a href={n}.htm>المزيد</a></p>"))
    assert (read.articles, codes(read)) == ((), ["list"])


def test_each_part_of_a_digest_of_whole_texts_is_an_article() -> None:
    more = "<p>وجاء ذلك في البيان رقم {n} الذي نشر مساء أمس بعد اجتماع طويل للجنة المنظمة.</p>"
    again = "<p>وأوضح البيان أن الأعمال ستنتهي خلال {n}0 يوما، وأن النتائج ستعلن في مؤتمر صحفي.</p>"
    text = "<p>وأعلن {title}.</p>" + more + again
    part = "<div class=one><h3>{title}</h3><div>" + text + "</div></div>"
    assert [each.headline for each in page(cards(part)).articles] == TITLES
    (whole,) = page(f"<h1>{HEADLINE}</h1>" + cards(part)).articles
    assert whole.headline == HEADLINE


@pytest.mark.parametrize("box", ["div", "aside", "section"])
def test_a_box_of_another_story_below_each_paragraph_leaves_an_article(box: str) -> None:
    boxes = [f"<{box}><a href=/{at}>{title}</a></{box}>" for at, title in enumerate(TITLES)]
    parts = [f"<p>{text}</p>{other}" for text, other in zip(TEXT, boxes, strict=False)]
    last = f"<p>{TEASERS[0]}</p>"
    (found,) = page(f"<h1>{HEADLINE}</h1><article>{''.join(parts)}{last}</article>").articles
    assert [part.text for part in found.paragraphs] == [*TEXT, TEASERS[0]]
