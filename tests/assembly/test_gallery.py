"""Pictures and their captions on a page of HTML, players and posts, and what is shown twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

import arnews
from arnews.assembly.drafts import ArticleDraft
from arnews.assembly.gallery import embed
from arnews.blocks import Image
from arnews.model import Credit, Embed, Figure
from helpers.linear import assert_linear

FRAMES: list[tuple[str, Literal["video", "post"] | None]] = [
    ("https://www.youtube.com/embed/1", "video"),
    ("https://www.youtube-nocookie.com/embed/1", "video"),
    ("https://youtu.be/1", "video"),
    ("https://player.vimeo.com/video/1", "video"),
    ("https://www.dailymotion.com/embed/1", "video"),
    ("https://ok.ru/videoembed/1", "video"),
    ("https://rumble.com/embed/1", "video"),
    ("https://cdn.jwplatform.com/players/1", "video"),
    ("https://players.brightcove.net/1", "video"),
    ("https://streamable.com/e/1", "video"),
    ("https://cdnapisec.kaltura.com/p/1", "video"),
    ("https://platform.twitter.com/embed/Tweet.html?id=1", "post"),
    ("https://x.com/i/status/1", "post"),
    ("https://www.instagram.com/p/1/embed", "post"),
    ("https://www.facebook.com/plugins/post.php?href=1", "post"),
    ("https://www.tiktok.com/embed/1", "post"),
    ("https://t.me/channel/1?embed=1", "post"),
    ("https://telegram.org/embed/1", "post"),
    ("https://www.threads.net/t/1", "post"),
    ("https://www.reddit.com/r/1", "post"),
    ("https://w.soundcloud.com/player/?url=1", "post"),
    ("https://open.spotify.com/embed/1", "post"),
    ("https://www.facebook.com/plugins/like.php?href=1", None),
    ("https://platform.twitter.com/widgets/tweet_button.html", None),
    ("https://ads.example/frame", None),
    ("https://notyoutube.com/embed/1", None),
    ("https://youtube.com.example/embed/1", None),
    ("http://[bad", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "kind"), FRAMES)
def test_what_a_frame_shows(url: str, kind: Literal["video", "post"] | None) -> None:
    assert embed(Image(url, "frame")) == (Embed(kind, url) if kind else None)


P = "<p>بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي للميناء.</p>"
Q = "<p>وقالت الإدارة إنها تقلص انتظار السفن إلى يوم واحد بعد تشغيل الرافعات.</p>"
PHOTO = '<img src="/a/crane.jpg">'
SAID = "<figcaption>رافعة على الرصيف الشرقي (رويترز)</figcaption>"
OTHER = "<figcaption>رافعة على الرصيف الغربي (رويترز)</figcaption>"
SHOWN = Figure("رافعة على الرصيف الشرقي", Credit("رويترز", ("reuters",)), url="/a/crane.jpg")


def test_a_picture_above_a_list_of_stories_is_the_lead() -> None:
    listed = "<h3>اقرأ أيضا</h3><h4><a href='/2'>وزير النقل يزور الميناء غداً</a></h4>"
    html = "<h1>رافعات جديدة تضاعف قدرة الميناء</h1><div class=published>Published On 19/10/2025"
    html += f"</div><figure>{PHOTO}</figure><div>حفظ</div>{listed}{P}{Q}"
    article = arnews.parse(f"<article>{html}</article>", kind="html", layout="aljazeera").articles[
        0
    ]
    assert article.lead_image == Figure(url="/a/crane.jpg")


def figures(body: str) -> tuple[Figure, ...]:
    html = f"<article><h1>رافعات جديدة تضاعف قدرة الميناء</h1>{body}</article>"
    return arnews.parse(html, kind="html").articles[0].figures


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{P}<figure>{PHOTO}{SAID}</figure>{Q}", (SHOWN,)),
        (f"<figure>{PHOTO}{SAID}</figure>{P}{Q}", (SHOWN,)),
        (f"{P}{PHOTO}{Q}", (Figure(url="/a/crane.jpg"),)),
        (f"{P}<video src='/a/tour.mp4'></video>{Q}", (Figure(kind="video", url="/a/tour.mp4"),)),
        # shown twice, in another size: once
        (f"{P}{PHOTO}{Q}{PHOTO}", (Figure(url="/a/crane.jpg"),)),
        # what leads to another story is that story's; what leads to the picture itself is not
        (f"{P}<a href='/story/2'>{PHOTO}</a>{Q}", ()),
        (f"{P}<a href='/a/crane-large.jpg'>{PHOTO}</a>{Q}", (Figure(url="/a/crane.jpg"),)),
        (f"{P}<a href='#'>{PHOTO}</a>{Q}", (Figure(url="/a/crane.jpg"),)),
        (f"{P}<figure><a href='/gallery/1'>{PHOTO}</a></figure>{Q}", (Figure(url="/a/crane.jpg"),)),
        # a caption in an element of its own has no picture of another
        (
            f"{P}<figure>{PHOTO}</figure><figure>{SAID}</figure>{Q}",
            (Figure(url="/a/crane.jpg"), Figure(SHOWN.caption, SHOWN.credit)),
        ),
        (
            f"{P}{PHOTO}<figure>{SAID}</figure>{Q}",
            (Figure(url="/a/crane.jpg"), Figure(SHOWN.caption, SHOWN.credit)),
        ),
        (f"{P}<figure>{PHOTO}</figure>{SAID}{Q}", (SHOWN,)),
        # after the last paragraph, too, and once if it is shown twice
        (f"{P}{Q}<figure>{PHOTO}{SAID}</figure>", (SHOWN,)),
        (f"{P}{Q}<figure>{PHOTO}</figure>", (Figure(url="/a/crane.jpg"),)),
        (f"<figure>{PHOTO}{SAID}</figure>{P}{Q}<figure>{PHOTO}{SAID}</figure>", (SHOWN,)),
        (f"{P}<figure>{PHOTO}{SAID}</figure>{Q}<figure>{PHOTO}{SAID}</figure>", (SHOWN,)),
        # once, too, if it is shown again without the picture; another caption is another figure
        (f"<figure>{PHOTO}{SAID}</figure><figure>{SAID}</figure>{P}{Q}", (SHOWN,)),
        (
            f"<figure>{PHOTO}{SAID}</figure><figure>{OTHER}</figure>{P}{Q}",
            (SHOWN, Figure("رافعة على الرصيف الغربي", SHOWN.credit)),
        ),
        # two pictures, the first without a caption
        (
            f"{P}<img src='/a/ship.jpg'><figure>{PHOTO}{SAID}</figure>{Q}",
            (Figure(url="/a/ship.jpg"), SHOWN),
        ),
    ],
)
def test_pictures_of_an_article(body: str, expected: tuple[Figure, ...]) -> None:
    assert figures(body) == expected


@pytest.mark.parametrize(
    ("above", "below", "caption", "credit"),
    [
        ("من اليمين المدير ورئيس المرفأ:", "رافعة على الرصيف", "رافعة على الرصيف", None),
        ("المدير ورئيس النقابة في المرفأ،", "إعلام المرفأ", None, "إعلام المرفأ"),
    ],
)
def test_thirty_characters_and_a_colon_label_a_caption(
    above: str, below: str, caption: str, credit: str | None
) -> None:
    said = f"<figcaption><p>{above}</p><p>{below}</p></figcaption>"
    (figure,) = figures(f"{P}<figure>{PHOTO}{said}</figure>{Q}")
    assert (figure.caption, figure.credit and figure.credit.raw) == (caption or above, credit)


def test_more_text_under_a_picture_than_a_credit_has_is_kept() -> None:
    above = "رافعة على الرصيف الشرقي للميناء"
    below = (
        "وصلت الرافعات إلى الميناء في شهر آذار على متن سفينة قادمة من الشرق، وتستطيع كل واحدة منها"
        " أن ترفع حاويتين معا، ويعمل عليها ثلاثون عاملا في ثلاث نوبات كل يوم، وهي الأولى من نوعها."
    )
    said = f"<figcaption><p>{above}</p><p>{below}</p></figcaption>"
    found = figures(f"{P}<figure>{PHOTO}{said}</figure>{Q}")
    assert [(figure.caption, figure.credit) for figure in found] == [(above, None), (below, None)]


def test_a_gallery_of_twenty_thousand_pictures_is_read_in_linear_time() -> None:
    def gallery(pictures: int) -> Callable[[], object]:
        def read() -> None:
            article = ArticleDraft()
            for number in range(pictures):
                figure = Figure(f"صورة رقم {number}")
                assert article.is_new(figure)
                article.body.append(figure)
                assert not article.is_new(Figure("صورة رقم 0"))

        return read

    assert_linear(gallery, 5_000)


SAYS = (
    "رافعة على الرصيف الشرقي",
    "سفينة شحن تدخل حوض الميناء",
    "عمال يفرغون الحاويات عند الفجر",
)


def slides(one: str, holder: str) -> str:
    """A gallery of three pictures, each printed as `one`."""
    shown = (one.format(at=at, says=says) for at, says in enumerate(SAYS, 1))
    return holder.format("".join(shown))


@pytest.mark.parametrize(
    ("one", "holder"),
    [
        ("<li><a href=/{at}.jpg><img src=/{at}.jpg></a><div class=t>{says}</div></li>", "ul"),
        ("<li><img src=/{at}.jpg><p class=flex-caption>{says}</p><i>{at}/3</i></li>", "ul"),
        ("<div><div class=text>{says}</div><img src=/{at}.jpg></div>", "div"),
        ("<div><b>{at}</b><h4>{says}</h4><img src=/{at}.jpg></div>", "div"),
        ("<a href=/{at}.jpg><img src=/{at}.jpg><span>{says}</span></a>", "div"),
        ("<a href=/{at}.jpg><div><img src=/{at}.jpg></div><div>{says}</div></a>", "div"),
        (
            "<dl class=gallery-item><dt class=gallery-icon><a href=/{at}/><img src=/{at}.jpg></a>"
            "</dt><dd class=gallery-caption>{says}</dd></dl>",
            "div",
        ),
        ("<figure><figcaption>{says}</figcaption><img src=/{at}.jpg></figure>", "div"),
        ("<img src=/{at}.jpg><span>{says}</span>", "div"),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_each_picture_of_a_gallery_has_its_own_caption(one: str, holder: str, place: str) -> None:
    shown = slides(one, f"<div class=swiper><{holder} class=slides>{{}}</{holder}></div>")
    text = f"<div class=entry>{P}{Q}</div>"
    found = figures(shown + text if place == "above" else text + shown)
    assert found == tuple(Figure(says, url=f"/{at}.jpg") for at, says in enumerate(SAYS, 1))


@pytest.mark.parametrize(
    "credit",
    [
        "{}<span class=by>تصوير: سامي الفهد</span></div>",
        "{}</div><p>تصوير: سامي الفهد</p>",
        "{}</div><i>1 / 3</i><small>تصوير: سامي الفهد</small>",
    ],
)
def test_the_credit_of_a_picture_in_a_gallery_stands_apart_from_its_caption(credit: str) -> None:
    one = f"<li><img src=/{{at}}.jpg><div>{credit.format('{says}')}</li>"
    found = figures(f"<div>{P}{Q}</div>" + slides(one, "<ul class=gallery>{}</ul>"))
    assert [figure.caption for figure in found] == [*SAYS]
    assert [figure.credit and figure.credit.photographer for figure in found] == ["سامي الفهد"] * 3


@pytest.mark.parametrize(
    ("one", "heading"),
    [
        ("<div><a href=/{at}><img src=/{at}.jpg></a><p>{says}</p></div>", ""),
        ("<div><img src=/{at}.jpg><h4><a href=/{at}>{says}</a></h4></div>", ""),
        ("<div><img src=/{at}.jpg><p>{says}</p></div>", "<h3>الأكثر قراءة</h3>"),
        ("<div><img src=/logo{at}.png></div>", ""),
    ],
)
def test_a_slider_of_other_stories_or_of_partners_is_no_gallery(one: str, heading: str) -> None:
    assert figures(f"<div>{P}{Q}</div>{heading}{slides(one, '<div class=slider>{}</div>')}") == ()


def test_the_title_of_a_gallery_is_no_caption() -> None:
    titled = "<div class=gallery><div>صور الميناء</div><div>{}</div></div>"
    one = "<div><img src=/{at}.jpg><p>{says}</p></div>"
    found = figures(f"<div>{P}{Q}</div>" + slides(one, titled))
    assert [figure.caption for figure in found] == [*SAYS]


def test_a_line_that_tells_the_caption_again_is_no_credit() -> None:
    title, whole = "رافعة على الرصيف الشرقي", "رافعة على الرصيف الشرقي للميناء القديم"
    said = f"<figcaption><p>{title}</p><p>{whole}</p></figcaption>"
    assert figures(f"{P}<figure>{PHOTO}{said}</figure>{Q}") == (Figure(whole, url="/a/crane.jpg"),)
